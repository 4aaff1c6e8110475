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

/** An error or a warning about a record: code, sentence, place. It holds no data of a person. */
final class Problem implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'code' => 'text',
        'message' => 'text',
        'bytes' => ByteRange::class,
        'line' => 'whole',
        'field' => 'text',
        'row' => 'text',
    ];

    /**
     * @param string $code A stable code: `format.csv.bad_amount`.
     * @param string $message What was wrong, and what would be right.
     * @param ByteRange|null $bytes Bytes of the record.
     * @param int|null $line Line, counted from 1.
     * @param string|null $field Path of the field.
     * @param string|null $row Id of the row.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $code,
        public readonly string $message,
        public readonly ?ByteRange $bytes = null,
        public readonly ?int $line = null,
        public readonly ?string $field = null,
        public readonly ?string $row = null,
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
            code: Take::text($data['code'] ?? null, '/code'),
            message: Take::text($data['message'] ?? null, '/message'),
            bytes: isset($data['bytes']) ? Take::record($data['bytes'], ByteRange::class, '/bytes') : null,
            line: isset($data['line']) ? Take::whole($data['line'], '/line') : null,
            field: isset($data['field']) ? Take::text($data['field'], '/field') : null,
            row: isset($data['row']) ? Take::text($data['row'], '/row') : null,
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
        $out['message'] = $this->message;
        if ($this->bytes !== null) {
            $out['bytes'] = $this->bytes;
        }
        if ($this->line !== null) {
            $out['line'] = $this->line;
        }
        if ($this->field !== null) {
            $out['field'] = $this->field;
        }
        if ($this->row !== null) {
            $out['row'] = $this->row;
        }
        return $out;
    }
}
