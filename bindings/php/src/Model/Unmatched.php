<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\UnmatchedReason;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A transaction that settles nothing. */
final class Unmatched implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'transaction' => 'text',
        'reason' => 'text',
        'nearest' => ['list', Alternative::class],
    ];

    /** Why it settles nothing. */
    public readonly string $reason;

    /**
     * The likeliest explanations, likeliest first.
     *
     * @var list<Alternative>
     */
    public readonly array $nearest;

    /**
     * @param string $transaction Id of the transaction.
     * @param string|UnmatchedReason $reason Why it settles nothing.
     * @param array<Alternative|array<string, mixed>|\stdClass> $nearest The likeliest explanations, likeliest
     *     first.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $transaction,
        string|UnmatchedReason $reason,
        array $nearest,
    ) {
        $this->reason = Take::word($reason, '/reason');
        $this->nearest = Take::records($nearest, Alternative::class, '/nearest');
    }

    /**
     * Reads a document: names as the contract has them, what it does not know is passed over.
     *
     * @param array<array-key, mixed> $data
     * @throws \Payymo\Exception\PayymoException `contract.field` with the place
     */
    public static function fromArray(array $data): self
    {
        return new self(
            transaction: Take::text($data['transaction'] ?? null, '/transaction'),
            reason: Take::word($data['reason'] ?? null, '/reason'),
            nearest: Take::records($data['nearest'] ?? null, Alternative::class, '/nearest'),
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>
     */
    public function jsonSerialize(): array
    {
        $out = [];
        $out['transaction'] = $this->transaction;
        $out['reason'] = $this->reason;
        $out['nearest'] = $this->nearest;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function reason(): ?UnmatchedReason
    {
        return UnmatchedReason::tryFrom($this->reason);
    }
}
