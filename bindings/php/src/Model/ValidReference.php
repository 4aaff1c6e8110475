<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Scheme;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A payment reference whose check digits are right. */
final class ValidReference implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'scheme' => 'text',
        'text' => 'text',
        'key' => 'text',
        'base' => 'text',
        'bits' => 'whole',
    ];

    /** Scheme whose check digits it has. */
    public readonly string $scheme;

    /**
     * @param string|Scheme $scheme Scheme whose check digits it has.
     * @param string $text As the scheme's rules print it.
     * @param string $key To compare by, within a scheme.
     * @param string $base What it is made from: without check digits and padding.
     * @param int $bits What its check digits prove: -log2 of the chance that a random text passes.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Scheme $scheme,
        public readonly string $text,
        public readonly string $key,
        public readonly string $base,
        public readonly int $bits,
    ) {
        $this->scheme = Take::word($scheme, '/scheme');
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
            text: Take::text($data['text'] ?? null, '/text'),
            key: Take::text($data['key'] ?? null, '/key'),
            base: Take::text($data['base'] ?? null, '/base'),
            bits: Take::whole($data['bits'] ?? null, '/bits'),
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
        $out['text'] = $this->text;
        $out['key'] = $this->key;
        $out['base'] = $this->base;
        $out['bits'] = $this->bits;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function scheme(): ?Scheme
    {
        return Scheme::tryFrom($this->scheme);
    }
}
