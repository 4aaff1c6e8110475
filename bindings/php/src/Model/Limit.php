<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\LimitKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A bound of the search that was hit: the answer is right, a better one may have been missed. */
final class Limit implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'code' => 'text',
        'transaction' => 'text',
    ];

    /** Which limit was reached. */
    public readonly string $code;

    /**
     * @param string|LimitKind $code Which limit was reached.
     * @param string $transaction Id of the transaction at which it was reached.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|LimitKind $code,
        public readonly string $transaction,
    ) {
        $this->code = Take::word($code, '/code');
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
            code: Take::word($data['code'] ?? null, '/code'),
            transaction: Take::text($data['transaction'] ?? null, '/transaction'),
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
        $out['code'] = $this->code;
        $out['transaction'] = $this->transaction;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function code(): ?LimitKind
    {
        return LimitKind::tryFrom($this->code);
    }
}
