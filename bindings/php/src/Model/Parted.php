<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** An entry that was left out for the payments that it is the sum of. */
final class Parted implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'sum' => RowPlace::class,
        'parts' => ['list', RowPlace::class],
    ];

    /**
     * The rows that stay for it; they make its amount.
     *
     * @var list<RowPlace>
     */
    public readonly array $parts;

    /**
     * @param RowPlace $sum The entry that was left out.
     * @param array<RowPlace|array<string, mixed>|\stdClass> $parts The rows that stay for it; they make its
     *     amount.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly RowPlace $sum,
        array $parts,
    ) {
        $this->parts = Take::records($parts, RowPlace::class, '/parts');
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
            sum: Take::record($data['sum'] ?? null, RowPlace::class, '/sum'),
            parts: Take::records($data['parts'] ?? null, RowPlace::class, '/parts'),
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
        $out['sum'] = $this->sum;
        $out['parts'] = $this->parts;
        return $out;
    }
}
