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

/** A file, and what the format does not hold of the rows. */
final class Written implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'text' => 'text',
        'left_out' => ['list', Problem::class],
    ];

    /**
     * One a row of which the format does not hold all, naming the fields.
     *
     * @var list<Problem>
     */
    public readonly array $leftOut;

    /**
     * @param string $text The content of the file.
     * @param array<Problem|array<string, mixed>|\stdClass> $leftOut One a row of which the format does not hold
     *     all, naming the fields.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $text,
        array $leftOut,
    ) {
        $this->leftOut = Take::records($leftOut, Problem::class, '/left_out');
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
            text: Take::text($data['text'] ?? null, '/text'),
            leftOut: Take::records($data['left_out'] ?? null, Problem::class, '/left_out'),
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
        $out['text'] = $this->text;
        $out['left_out'] = $this->leftOut;
        return $out;
    }
}
