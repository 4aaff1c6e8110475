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

/** Something that would change the decision. */
final class Change implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'code' => 'text',
        'bits' => 'number',
        'text' => 'text',
    ];

    /**
     * @param string $code What it is about.
     * @param string $text The same for a person.
     * @param float|null $bits How much is missing, or to spare.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $code,
        public readonly string $text,
        public readonly ?float $bits = null,
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
            bits: isset($data['bits']) ? Take::number($data['bits'], '/bits') : null,
            text: Take::text($data['text'] ?? null, '/text'),
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
        if ($this->bits !== null) {
            $out['bits'] = $this->bits;
        }
        $out['text'] = $this->text;
        return $out;
    }
}
