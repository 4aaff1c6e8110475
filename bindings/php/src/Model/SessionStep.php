<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\FamilyEnd;
use Payymo\Enum\RefreshOutcome;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What to do with a login. Tokens are made by `sessions.confirm`, when the store has answered. */
final class SessionStep implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'outcome' => 'text',
        'why' => 'text',
        'family' => 'text',
        'write' => StateWrite::class,
        'state' => 'text',
    ];

    /** What was decided. */
    public readonly string $outcome;

    /** Why the family ended, now or before. */
    public readonly ?string $why;

    /**
     * @param string|RefreshOutcome $outcome What was decided.
     * @param string $family Id of the family: the row of the store.
     * @param string|FamilyEnd|null $why Why the family ended, now or before.
     * @param StateWrite|null $write What is to be written.
     * @param string|null $state The state of which tokens may be made, once the store has answered.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|RefreshOutcome $outcome,
        public readonly string $family,
        string|FamilyEnd|null $why = null,
        public readonly ?StateWrite $write = null,
        public readonly ?string $state = null,
    ) {
        $this->outcome = Take::word($outcome, '/outcome');
        $this->why = $why === null ? null : Take::word($why, '/why');
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
            why: isset($data['why']) ? Take::word($data['why'], '/why') : null,
            family: Take::text($data['family'] ?? null, '/family'),
            write: isset($data['write']) ? Take::record($data['write'], StateWrite::class, '/write') : null,
            state: isset($data['state']) ? Take::text($data['state'], '/state') : null,
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
        if ($this->why !== null) {
            $out['why'] = $this->why;
        }
        $out['family'] = $this->family;
        if ($this->write !== null) {
            $out['write'] = $this->write;
        }
        if ($this->state !== null) {
            $out['state'] = $this->state;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function outcome(): ?RefreshOutcome
    {
        return RefreshOutcome::tryFrom($this->outcome);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function why(): ?FamilyEnd
    {
        return $this->why === null ? null : FamilyEnd::tryFrom($this->why);
    }
}
