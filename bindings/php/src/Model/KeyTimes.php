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

/** How long an issuer's keys are in which part of their life, in seconds. */
final class KeyTimes implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'ahead' => 'whole',
        'active' => 'whole',
        'overlap' => 'whole',
    ];

    /**
     * @param int|null $ahead Published before it signs; a day where nothing is said.
     * @param int|null $active Signs; 90 days where nothing is said.
     * @param int|null $overlap Still taken after it was replaced; 8 days where nothing is said.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?int $ahead = null,
        public readonly ?int $active = null,
        public readonly ?int $overlap = null,
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
            ahead: isset($data['ahead']) ? Take::whole($data['ahead'], '/ahead') : null,
            active: isset($data['active']) ? Take::whole($data['active'], '/active') : null,
            overlap: isset($data['overlap']) ? Take::whole($data['overlap'], '/overlap') : null,
        );
    }

    /**
     * The document, for json_encode; toArray gives it as an array.
     *
     * @return array<string, mixed>|\stdClass
     */
    public function jsonSerialize(): array|\stdClass
    {
        $out = [];
        if ($this->ahead !== null) {
            $out['ahead'] = $this->ahead;
        }
        if ($this->active !== null) {
            $out['active'] = $this->active;
        }
        if ($this->overlap !== null) {
            $out['overlap'] = $this->overlap;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}
