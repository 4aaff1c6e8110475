<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\CopyReason;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A row that was left out, because another says the same. */
final class Copy implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'dropped' => RowPlace::class,
        'kept' => RowPlace::class,
        'why' => 'text',
    ];

    /** Why it counts as a copy. */
    public readonly string $why;

    /**
     * @param RowPlace $dropped The row left out.
     * @param RowPlace $kept The row that stays for it.
     * @param string|CopyReason $why Why it counts as a copy.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly RowPlace $dropped,
        public readonly RowPlace $kept,
        string|CopyReason $why,
    ) {
        $this->why = Take::word($why, '/why');
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
            dropped: Take::record($data['dropped'] ?? null, RowPlace::class, '/dropped'),
            kept: Take::record($data['kept'] ?? null, RowPlace::class, '/kept'),
            why: Take::word($data['why'] ?? null, '/why'),
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
        $out['dropped'] = $this->dropped;
        $out['kept'] = $this->kept;
        $out['why'] = $this->why;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function why(): ?CopyReason
    {
        return CopyReason::tryFrom($this->why);
    }
}
