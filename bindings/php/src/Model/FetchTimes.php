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

/** How long an issuer's published keys are used, in seconds. */
final class FetchTimes implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'fresh' => 'whole',
        'stale' => 'whole',
        'cooldown' => 'whole',
    ];

    /**
     * @param int|null $fresh Used without asking; an hour where nothing is said.
     * @param int|null $stale Used where the issuer cannot be reached; a day where nothing is said.
     * @param int|null $cooldown Between two fetches; a minute where nothing is said.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly ?int $fresh = null,
        public readonly ?int $stale = null,
        public readonly ?int $cooldown = null,
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
            fresh: isset($data['fresh']) ? Take::whole($data['fresh'], '/fresh') : null,
            stale: isset($data['stale']) ? Take::whole($data['stale'], '/stale') : null,
            cooldown: isset($data['cooldown']) ? Take::whole($data['cooldown'], '/cooldown') : null,
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
        if ($this->fresh !== null) {
            $out['fresh'] = $this->fresh;
        }
        if ($this->stale !== null) {
            $out['stale'] = $this->stale;
        }
        if ($this->cooldown !== null) {
            $out['cooldown'] = $this->cooldown;
        }
        return $out === [] ? new \stdClass() : $out;
    }
}
