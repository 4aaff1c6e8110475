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

/** A state for the host's store, to be written by one compare-and-set. */
final class StateWrite implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'expected' => 'whole',
        'revision' => 'whole',
        'state' => 'text',
        'keep_until' => 'whole',
    ];

    /**
     * @param int $revision The revision that is written: a column of its own, to compare by.
     * @param string $state The state, to be kept as it is and handed in again.
     * @param int|null $expected The revision that the store must still hold; without it nothing must be there.
     * @param int|null $keepUntil From when on the store may forget it: seconds since 1970.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly int $revision,
        public readonly string $state,
        public readonly ?int $expected = null,
        public readonly ?int $keepUntil = null,
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
            expected: isset($data['expected']) ? Take::whole($data['expected'], '/expected') : null,
            revision: Take::whole($data['revision'] ?? null, '/revision'),
            state: Take::text($data['state'] ?? null, '/state'),
            keepUntil: isset($data['keep_until']) ? Take::whole($data['keep_until'], '/keep_until') : null,
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
        if ($this->expected !== null) {
            $out['expected'] = $this->expected;
        }
        $out['revision'] = $this->revision;
        $out['state'] = $this->state;
        if ($this->keepUntil !== null) {
            $out['keep_until'] = $this->keepUntil;
        }
        return $out;
    }
}
