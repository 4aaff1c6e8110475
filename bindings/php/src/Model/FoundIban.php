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

/** A valid IBAN that stands in a text. */
final class FoundIban implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'bytes' => ByteRange::class,
        'iban' => 'text',
    ];

    /**
     * @param ByteRange $bytes Where, in bytes of the text's UTF-8.
     * @param string $iban In normal form.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ByteRange $bytes,
        public readonly string $iban,
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
            iban: Take::text($data['iban'] ?? null, '/iban'),
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
        $out['iban'] = $this->iban;
        return $out;
    }
}
