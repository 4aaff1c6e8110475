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

/** A row of one of several inputs. */
final class RowPlace implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'input' => 'whole',
        'row' => 'whole',
        'id' => 'text',
    ];

    /**
     * @param int $input Which input, counted from 0.
     * @param int $row Which row of it, counted from 0.
     * @param string $id Id of the row.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly int $input,
        public readonly int $row,
        public readonly string $id,
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
            input: Take::whole($data['input'] ?? null, '/input'),
            row: Take::whole($data['row'] ?? null, '/row'),
            id: Take::text($data['id'] ?? null, '/id'),
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
        $out['input'] = $this->input;
        $out['row'] = $this->row;
        $out['id'] = $this->id;
        return $out;
    }
}
