<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Decision;
use Payymo\Enum\ReviewReason;
use Payymo\Enum\UnmatchedReason;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** Why one transaction got its answer, to the last bit. */
final class Explained implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'transaction' => 'text',
        'match' => 'text',
        'decision' => 'text',
        'review' => 'text',
        'unmatched' => 'text',
        'threshold' => 'number',
        'calibration' => Calibration::class,
        'hypotheses' => ['list', Hypothesis::class],
        'changes' => ['list', Change::class],
    ];

    /** Whether the match may be booked. */
    public readonly ?string $decision;

    /** Why the match waits. */
    public readonly ?string $review;

    /** Why the transaction is unmatched. */
    public readonly ?string $unmatched;

    /**
     * The chosen one first, then its rivals, likeliest first.
     *
     * @var list<Hypothesis>
     */
    public readonly array $hypotheses;

    /**
     * What would change the decision.
     *
     * @var list<Change>
     */
    public readonly array $changes;

    /**
     * @param string $transaction Id of the transaction.
     * @param float $threshold From which probability on a match may be automatic.
     * @param array<Hypothesis|array<string, mixed>|\stdClass> $hypotheses The chosen one first, then its rivals,
     *     likeliest first.
     * @param array<Change|array<string, mixed>|\stdClass> $changes What would change the decision.
     * @param string|null $match The id of its match; without one it is unmatched.
     * @param string|Decision|null $decision Whether the match may be booked.
     * @param string|ReviewReason|null $review Why the match waits.
     * @param string|UnmatchedReason|null $unmatched Why the transaction is unmatched.
     * @param Calibration|null $calibration How the chosen hypothesis came to its probability.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $transaction,
        public readonly float $threshold,
        array $hypotheses,
        array $changes,
        public readonly ?string $match = null,
        string|Decision|null $decision = null,
        string|ReviewReason|null $review = null,
        string|UnmatchedReason|null $unmatched = null,
        public readonly ?Calibration $calibration = null,
    ) {
        $this->decision = $decision === null ? null : Take::word($decision, '/decision');
        $this->review = $review === null ? null : Take::word($review, '/review');
        $this->unmatched = $unmatched === null ? null : Take::word($unmatched, '/unmatched');
        $this->hypotheses = Take::records($hypotheses, Hypothesis::class, '/hypotheses');
        $this->changes = Take::records($changes, Change::class, '/changes');
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
            transaction: Take::text($data['transaction'] ?? null, '/transaction'),
            match: isset($data['match']) ? Take::text($data['match'], '/match') : null,
            decision: isset($data['decision']) ? Take::word($data['decision'], '/decision') : null,
            review: isset($data['review']) ? Take::word($data['review'], '/review') : null,
            unmatched: isset($data['unmatched']) ? Take::word($data['unmatched'], '/unmatched') : null,
            threshold: Take::number($data['threshold'] ?? null, '/threshold'),
            calibration: isset($data['calibration']) ? Take::record($data['calibration'], Calibration::class, '/calibration') : null,
            hypotheses: Take::records($data['hypotheses'] ?? null, Hypothesis::class, '/hypotheses'),
            changes: Take::records($data['changes'] ?? null, Change::class, '/changes'),
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
        $out['transaction'] = $this->transaction;
        if ($this->match !== null) {
            $out['match'] = $this->match;
        }
        if ($this->decision !== null) {
            $out['decision'] = $this->decision;
        }
        if ($this->review !== null) {
            $out['review'] = $this->review;
        }
        if ($this->unmatched !== null) {
            $out['unmatched'] = $this->unmatched;
        }
        $out['threshold'] = $this->threshold;
        if ($this->calibration !== null) {
            $out['calibration'] = $this->calibration;
        }
        $out['hypotheses'] = $this->hypotheses;
        $out['changes'] = $this->changes;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function decision(): ?Decision
    {
        return $this->decision === null ? null : Decision::tryFrom($this->decision);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function review(): ?ReviewReason
    {
        return $this->review === null ? null : ReviewReason::tryFrom($this->review);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function unmatched(): ?UnmatchedReason
    {
        return $this->unmatched === null ? null : UnmatchedReason::tryFrom($this->unmatched);
    }
}
