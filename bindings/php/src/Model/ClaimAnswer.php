<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\ClaimOutcome;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What became of a step of handling an event. */
final class ClaimAnswer implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'outcome' => 'text',
        'attempt' => 'whole',
        'until' => 'whole',
        'seconds' => 'whole',
        'at' => 'whole',
    ];

    /** What became of it. */
    public readonly string $outcome;

    /**
     * @param string|ClaimOutcome $outcome What became of it.
     * @param int|null $attempt The attempt, with which it is completed.
     * @param int|null $until When the lease ends: seconds since 1970.
     * @param int|null $seconds Seconds after which it can be taken over.
     * @param int|null $at When it was handled: seconds since 1970.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|ClaimOutcome $outcome,
        public readonly ?int $attempt = null,
        public readonly ?int $until = null,
        public readonly ?int $seconds = null,
        public readonly ?int $at = null,
    ) {
        $this->outcome = Take::word($outcome, '/outcome');
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
            outcome: Take::word($data['outcome'] ?? null, '/outcome'),
            attempt: isset($data['attempt']) ? Take::whole($data['attempt'], '/attempt') : null,
            until: isset($data['until']) ? Take::whole($data['until'], '/until') : null,
            seconds: isset($data['seconds']) ? Take::whole($data['seconds'], '/seconds') : null,
            at: isset($data['at']) ? Take::whole($data['at'], '/at') : null,
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
        $out['outcome'] = $this->outcome;
        if ($this->attempt !== null) {
            $out['attempt'] = $this->attempt;
        }
        if ($this->until !== null) {
            $out['until'] = $this->until;
        }
        if ($this->seconds !== null) {
            $out['seconds'] = $this->seconds;
        }
        if ($this->at !== null) {
            $out['at'] = $this->at;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function outcome(): ?ClaimOutcome
    {
        return ClaimOutcome::tryFrom($this->outcome);
    }
}
