<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\EvidenceCode;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** One reason, with its weight. */
final class Evidence implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'code' => 'text',
        'weight' => 'number',
        'text' => 'text',
    ];

    /** A stable code. */
    public readonly string $code;

    /**
     * @param string|EvidenceCode $code A stable code.
     * @param float $weight Bits; positive speaks for the match.
     * @param string $text A sentence for a person.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|EvidenceCode $code,
        public readonly float $weight,
        public readonly string $text,
    ) {
        $this->code = Take::word($code, '/code');
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
            code: Take::word($data['code'] ?? null, '/code'),
            weight: Take::number($data['weight'] ?? null, '/weight'),
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
        $out['weight'] = $this->weight;
        $out['text'] = $this->text;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function code(): ?EvidenceCode
    {
        return EvidenceCode::tryFrom($this->code);
    }
}
