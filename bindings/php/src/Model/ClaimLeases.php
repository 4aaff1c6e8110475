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

/** How long an event is leased to a handler, and remembered. */
final class ClaimLeases implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'lease' => 'whole',
        'skew' => 'whole',
        'retention' => 'whole',
    ];

    /**
     * @param int|null $lease Seconds that a handler has; 60 where nothing is said.
     * @param int|null $skew Seconds by which the clocks of servers may differ; 30 where nothing is said.
     * @param int|null $retention Seconds that a handled event is remembered; 35 days where nothing is said.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?int $lease = null,
        public readonly ?int $skew = null,
        public readonly ?int $retention = null,
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
            lease: isset($data['lease']) ? Take::whole($data['lease'], '/lease') : null,
            skew: isset($data['skew']) ? Take::whole($data['skew'], '/skew') : null,
            retention: isset($data['retention']) ? Take::whole($data['retention'], '/retention') : null,
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
        if ($this->lease !== null) {
            $out['lease'] = $this->lease;
        }
        if ($this->skew !== null) {
            $out['skew'] = $this->skew;
        }
        if ($this->retention !== null) {
            $out['retention'] = $this->retention;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}
