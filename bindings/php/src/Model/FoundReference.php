<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\ReferenceMark;
use Payymo\Enum\Scheme;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A payment reference that stands in a text. */
final class FoundReference implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'scheme' => 'text',
        'bytes' => ByteRange::class,
        'key' => 'text',
        'bits' => 'whole',
        'mark' => 'text',
    ];

    /** Scheme whose check digits it has. */
    public readonly string $scheme;

    /** How it shows what it is. */
    public readonly string $mark;

    /**
     * @param string|Scheme $scheme Scheme whose check digits it has.
     * @param ByteRange $bytes Where, in bytes of the text's UTF-8.
     * @param string $key To compare by, within a scheme.
     * @param int $bits What its check digits prove.
     * @param string|ReferenceMark $mark How it shows what it is.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Scheme $scheme,
        public readonly ByteRange $bytes,
        public readonly string $key,
        public readonly int $bits,
        string|ReferenceMark $mark,
    ) {
        $this->scheme = Take::word($scheme, '/scheme');
        $this->mark = Take::word($mark, '/mark');
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
            scheme: Take::word($data['scheme'] ?? null, '/scheme'),
            bytes: Take::record($data['bytes'] ?? null, ByteRange::class, '/bytes'),
            key: Take::text($data['key'] ?? null, '/key'),
            bits: Take::whole($data['bits'] ?? null, '/bits'),
            mark: Take::word($data['mark'] ?? null, '/mark'),
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
        $out['scheme'] = $this->scheme;
        $out['bytes'] = $this->bytes;
        $out['key'] = $this->key;
        $out['bits'] = $this->bits;
        $out['mark'] = $this->mark;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function scheme(): ?Scheme
    {
        return Scheme::tryFrom($this->scheme);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function mark(): ?ReferenceMark
    {
        return ReferenceMark::tryFrom($this->mark);
    }
}
