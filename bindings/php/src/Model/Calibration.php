<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\CalibrationKind;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** From log-odds to the probability that a result shows. */
final class Calibration implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'kind' => 'text',
        'log_odds' => 'number',
        'learnt' => 'number',
        'probability' => 'number',
    ];

    /** The kind of evidence. */
    public readonly string $kind;

    /**
     * @param string|CalibrationKind $kind The kind of evidence.
     * @param float $logOdds Base-2 log-odds against the rivals.
     * @param float $learnt Bits that the host's own verdicts add.
     * @param float $probability The calibrated probability.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|CalibrationKind $kind,
        public readonly float $logOdds,
        public readonly float $learnt,
        public readonly float $probability,
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
            logOdds: Take::number($data['log_odds'] ?? null, '/log_odds'),
            learnt: Take::number($data['learnt'] ?? null, '/learnt'),
            probability: Take::number($data['probability'] ?? null, '/probability'),
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
        $out['log_odds'] = $this->logOdds;
        $out['learnt'] = $this->learnt;
        $out['probability'] = $this->probability;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?CalibrationKind
    {
        return CalibrationKind::tryFrom($this->kind);
    }
}
