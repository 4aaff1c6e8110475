<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\KeyRingDue;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What is to be done with a ring. */
final class KeyRingStep implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'due' => 'text',
        'key' => 'text',
        'at' => 'whole',
    ];

    /** What is to be done. */
    public readonly string $due;

    /**
     * @param string|KeyRingDue $due What is to be done.
     * @param int $at From when on: seconds since 1970. The least number there is means at once.
     * @param string|null $key The key that is dropped.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|KeyRingDue $due,
        public readonly int $at,
        public readonly ?string $key = null,
    ) {
        $this->due = Take::word($due, '/due');
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
            due: Take::word($data['due'] ?? null, '/due'),
            key: isset($data['key']) ? Take::text($data['key'], '/key') : null,
            at: Take::whole($data['at'] ?? null, '/at'),
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
        $out['due'] = $this->due;
        if ($this->key !== null) {
            $out['key'] = $this->key;
        }
        $out['at'] = $this->at;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function due(): ?KeyRingDue
    {
        return KeyRingDue::tryFrom($this->due);
    }
}
