<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Format;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A format that claims an input, and how sure it is. */
final class FormatClaim implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'format' => 'text',
        'confidence' => 'whole',
    ];

    /** The format that it may be. */
    public readonly string $format;

    /**
     * @param string|Format $format The format that it may be.
     * @param int $confidence How sure it is, in percent.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Format $format,
        public readonly int $confidence,
    ) {
        $this->format = Take::word($format, '/format');
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
            format: Take::word($data['format'] ?? null, '/format'),
            confidence: Take::whole($data['confidence'] ?? null, '/confidence'),
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
        $out['format'] = $this->format;
        $out['confidence'] = $this->confidence;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function format(): ?Format
    {
        return Format::tryFrom($this->format);
    }
}
