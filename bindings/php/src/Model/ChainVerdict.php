<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\ChainOutcome;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What a chain of certificates came to. Only `valid` is valid. */
final class ChainVerdict implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'outcome' => 'text',
        'path' => ['list', ChainLink::class],
        'expires' => 'whole',
        'names' => ['list', 'text'],
        'warnings' => ['list', 'text'],
        'problem' => Problem::class,
        'reason' => 'text',
    ];

    /** What it came to. */
    public readonly string $outcome;

    /**
     * Where valid: the path from the leaf to the anchor.
     *
     * @var list<ChainLink>
     */
    public readonly array $path;

    /**
     * Where valid: what the leaf's alternative names say.
     *
     * @var list<string>
     */
    public readonly array $names;

    /**
     * Where valid: what is not wrong, but should be known.
     *
     * @var list<string>
     */
    public readonly array $warnings;

    /**
     * @param string|ChainOutcome $outcome What it came to.
     * @param array<ChainLink|array<string, mixed>|\stdClass> $path Where valid: the path from the leaf to the
     *     anchor.
     * @param int|null $expires Where valid: the last second in which all of the path is in its time.
     * @param array<string> $names Where valid: what the leaf's alternative names say.
     * @param array<string|\BackedEnum> $warnings Where valid: what is not wrong, but should be known.
     * @param Problem|null $problem Where invalid or indeterminate: why.
     * @param string|null $reason Where skipped: why, in the host's words.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|ChainOutcome $outcome,
        array $path = [],
        public readonly ?int $expires = null,
        array $names = [],
        array $warnings = [],
        public readonly ?Problem $problem = null,
        public readonly ?string $reason = null,
    ) {
        $this->outcome = Take::word($outcome, '/outcome');
        $this->path = Take::records($path, ChainLink::class, '/path');
        $this->names = Take::list($names, Take::text(...), '/names');
        $this->warnings = Take::list($warnings, Take::word(...), '/warnings');
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
            path: Take::records($data['path'] ?? [], ChainLink::class, '/path'),
            expires: isset($data['expires']) ? Take::whole($data['expires'], '/expires') : null,
            names: Take::list($data['names'] ?? [], Take::text(...), '/names'),
            warnings: Take::list($data['warnings'] ?? [], Take::word(...), '/warnings'),
            problem: isset($data['problem']) ? Take::record($data['problem'], Problem::class, '/problem') : null,
            reason: isset($data['reason']) ? Take::text($data['reason'], '/reason') : null,
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
        if ($this->path !== []) {
            $out['path'] = $this->path;
        }
        if ($this->expires !== null) {
            $out['expires'] = $this->expires;
        }
        if ($this->names !== []) {
            $out['names'] = $this->names;
        }
        if ($this->warnings !== []) {
            $out['warnings'] = $this->warnings;
        }
        if ($this->problem !== null) {
            $out['problem'] = $this->problem;
        }
        if ($this->reason !== null) {
            $out['reason'] = $this->reason;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function outcome(): ?ChainOutcome
    {
        return ChainOutcome::tryFrom($this->outcome);
    }
}
