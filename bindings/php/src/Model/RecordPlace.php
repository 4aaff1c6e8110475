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

/** Where a row came from, counted on the input as it was given, whatever its encoding. */
final class RecordPlace implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'bytes' => ByteRange::class,
        'line' => 'whole',
        'field' => 'text',
    ];

    /**
     * @param ByteRange $bytes Bytes of its record. Rows of one batch have the bytes of the batch.
     * @param int $line Line on which the record begins, counted from 1.
     * @param string|null $field Path of the record: `/transactions/booked/3`, `Stmt[1]/Ntry[17]`.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ByteRange $bytes,
        public readonly int $line,
        public readonly ?string $field = null,
    ) {
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
            bytes: Take::record($data['bytes'] ?? null, ByteRange::class, '/bytes'),
            line: Take::whole($data['line'] ?? null, '/line'),
            field: isset($data['field']) ? Take::text($data['field'], '/field') : null,
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
        $out['bytes'] = $this->bytes;
        $out['line'] = $this->line;
        if ($this->field !== null) {
            $out['field'] = $this->field;
        }
        return $out;
    }
}
