<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\ReferenceKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** A reference that the bank or the gateway gives by kind. */
final class Reference implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'kind' => 'text',
        'value' => 'text',
    ];

    /** What the reference refers to. */
    public readonly string $kind;

    /**
     * @param string|ReferenceKind $kind What the reference refers to.
     * @param string $value The reference as the bank gives it.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|ReferenceKind $kind,
        public readonly string $value,
    ) {
        $this->kind = Take::word($kind, '/kind');
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
            kind: Take::word($data['kind'] ?? null, '/kind'),
            value: Take::text($data['value'] ?? null, '/value'),
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
        $out['kind'] = $this->kind;
        $out['value'] = $this->value;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?ReferenceKind
    {
        return ReferenceKind::tryFrom($this->kind);
    }
}
