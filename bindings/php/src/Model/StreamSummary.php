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

/** What an input was, when all of it is read. */
final class StreamSummary implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'format' => 'text',
        'records' => 'whole',
        'refused' => 'whole',
        'says_empty' => 'truth',
    ];

    /** The format it was read as. */
    public readonly string $format;

    /**
     * @param string|Format $format The format it was read as.
     * @param int $records Records seen: rows read and rows refused.
     * @param int $refused Records that were refused.
     * @param bool $saysEmpty Whether the input says itself that it holds no row.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Format $format,
        public readonly int $records,
        public readonly int $refused,
        public readonly bool $saysEmpty,
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
            records: Take::whole($data['records'] ?? null, '/records'),
            refused: Take::whole($data['refused'] ?? null, '/refused'),
            saysEmpty: Take::truth($data['says_empty'] ?? null, '/says_empty'),
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
        $out['records'] = $this->records;
        $out['refused'] = $this->refused;
        $out['says_empty'] = $this->saysEmpty;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function format(): ?Format
    {
        return Format::tryFrom($this->format);
    }
}
