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

/** The format of some bytes, and how sure that is. */
final class Detection implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'format' => 'text',
        'confidence' => 'whole',
        'runner_up' => FormatClaim::class,
    ];

    /** The format that it is. */
    public readonly string $format;

    /**
     * @param string|Format $format The format that it is.
     * @param int $confidence In percent: 99 for a mark that only this format has.
     * @param FormatClaim|null $runnerUp The next likely format, where another one claims the input too.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Format $format,
        public readonly int $confidence,
        public readonly ?FormatClaim $runnerUp = null,
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
            runnerUp: isset($data['runner_up']) ? Take::record($data['runner_up'], FormatClaim::class, '/runner_up') : null,
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
        if ($this->runnerUp !== null) {
            $out['runner_up'] = $this->runnerUp;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function format(): ?Format
    {
        return Format::tryFrom($this->format);
    }
}
