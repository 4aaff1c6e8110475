<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\CalibrationKind;
use Payymo\Enum\Decision;
use Payymo\Enum\EvidenceCode;
use Payymo\Enum\MatchKind;
use Payymo\Enum\ReviewReason;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** One decision: which payments settle which items. */
final class MatchRecord implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'id' => 'text',
        'kind' => 'text',
        'decision' => 'text',
        'probability' => 'number',
        'score' => 'number',
        'prior' => 'number',
        'allocations' => ['list', Allocation::class],
        'differences' => ['list', Difference::class],
        'evidence' => ['list', Evidence::class],
        'alternatives' => ['list', Alternative::class],
        'review' => 'text',
        'review_clue' => 'text',
        'deposit' => ['list', Member::class],
        'members' => ['list', Member::class],
        'residual' => ['list', Residual::class],
        'audit' => 'truth',
        'calibration' => 'text',
    ];

    /** How many transactions and items it joins, and in which way. */
    public readonly string $kind;

    /** Whether it may be booked. */
    public readonly string $decision;

    /**
     * What settles what.
     *
     * @var list<Allocation>
     */
    public readonly array $allocations;

    /**
     * Money that settles nothing, or why a part of an item did not come.
     *
     * @var list<Difference>
     */
    public readonly array $differences;

    /**
     * What speaks for it and against it.
     *
     * @var list<Evidence>
     */
    public readonly array $evidence;

    /**
     * Its rivals, likeliest first.
     *
     * @var list<Alternative>
     */
    public readonly array $alternatives;

    /** Why it is not automatic. */
    public readonly ?string $review;

    /** With `review: evidence` the evidence that a person should see. */
    public readonly ?string $reviewClue;

    /**
     * Of a payout: the rows by which bank and gateway booked it.
     *
     * @var list<Member>
     */
    public readonly array $deposit;

    /**
     * Of a payout: the gateway's rows that it is made of.
     *
     * @var list<Member>
     */
    public readonly array $members;

    /**
     * Of a payout: what is no row of its own; members + residual = deposit.
     *
     * @var list<Residual>
     */
    public readonly array $residual;

    /** The kind of evidence that its probability was calibrated by. */
    public readonly string $calibration;

    /**
     * @param string $id `m_` and 32 hex digits: the digest of its sorted allocations; the same match has the same
     *     id in every run.
     * @param string|MatchKind $kind How many transactions and items it joins, and in which way.
     * @param string|Decision $decision Whether it may be booked.
     * @param float $probability That it is right, calibrated, after its rivals; six decimals.
     * @param float $score Bits: `prior` + the weights of the evidence.
     * @param float $prior Bits before any evidence.
     * @param array<Allocation|array<string, mixed>|\stdClass> $allocations What settles what.
     * @param array<Difference|array<string, mixed>|\stdClass> $differences Money that settles nothing, or why a
     *     part of an item did not come.
     * @param array<Evidence|array<string, mixed>|\stdClass> $evidence What speaks for it and against it.
     * @param array<Alternative|array<string, mixed>|\stdClass> $alternatives Its rivals, likeliest first.
     * @param string|CalibrationKind $calibration The kind of evidence that its probability was calibrated by.
     * @param string|ReviewReason|null $review Why it is not automatic.
     * @param string|EvidenceCode|null $reviewClue With `review: evidence` the evidence that a person should see.
     * @param array<Member|array<string, mixed>|\stdClass> $deposit Of a payout: the rows by which bank and
     *     gateway booked it.
     * @param array<Member|array<string, mixed>|\stdClass> $members Of a payout: the gateway's rows that it is
     *     made of.
     * @param array<Residual|array<string, mixed>|\stdClass> $residual Of a payout: what is no row of its own;
     *     members + residual = deposit.
     * @param bool|null $audit Whether it is of the sample that a person should check.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $id,
        string|MatchKind $kind,
        string|Decision $decision,
        public readonly float $probability,
        public readonly float $score,
        public readonly float $prior,
        array $allocations,
        array $differences,
        array $evidence,
        array $alternatives,
        string|CalibrationKind $calibration,
        string|ReviewReason|null $review = null,
        string|EvidenceCode|null $reviewClue = null,
        array $deposit = [],
        array $members = [],
        array $residual = [],
        public readonly ?bool $audit = null,
    ) {
        $this->kind = Take::word($kind, '/kind');
        $this->decision = Take::word($decision, '/decision');
        $this->allocations = Take::records($allocations, Allocation::class, '/allocations');
        $this->differences = Take::records($differences, Difference::class, '/differences');
        $this->evidence = Take::records($evidence, Evidence::class, '/evidence');
        $this->alternatives = Take::records($alternatives, Alternative::class, '/alternatives');
        $this->review = $review === null ? null : Take::word($review, '/review');
        $this->reviewClue = $reviewClue === null ? null : Take::word($reviewClue, '/review_clue');
        $this->deposit = Take::records($deposit, Member::class, '/deposit');
        $this->members = Take::records($members, Member::class, '/members');
        $this->residual = Take::records($residual, Residual::class, '/residual');
        $this->calibration = Take::word($calibration, '/calibration');
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
            id: Take::text($data['id'] ?? null, '/id'),
            kind: Take::word($data['kind'] ?? null, '/kind'),
            decision: Take::word($data['decision'] ?? null, '/decision'),
            probability: Take::number($data['probability'] ?? null, '/probability'),
            score: Take::number($data['score'] ?? null, '/score'),
            prior: Take::number($data['prior'] ?? null, '/prior'),
            allocations: Take::records($data['allocations'] ?? null, Allocation::class, '/allocations'),
            differences: Take::records($data['differences'] ?? null, Difference::class, '/differences'),
            evidence: Take::records($data['evidence'] ?? null, Evidence::class, '/evidence'),
            alternatives: Take::records($data['alternatives'] ?? null, Alternative::class, '/alternatives'),
            review: isset($data['review']) ? Take::word($data['review'], '/review') : null,
            reviewClue: isset($data['review_clue']) ? Take::word($data['review_clue'], '/review_clue') : null,
            deposit: Take::records($data['deposit'] ?? [], Member::class, '/deposit'),
            members: Take::records($data['members'] ?? [], Member::class, '/members'),
            residual: Take::records($data['residual'] ?? [], Residual::class, '/residual'),
            audit: isset($data['audit']) ? Take::truth($data['audit'], '/audit') : null,
            calibration: Take::word($data['calibration'] ?? null, '/calibration'),
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
        $out['id'] = $this->id;
        $out['kind'] = $this->kind;
        $out['decision'] = $this->decision;
        $out['probability'] = $this->probability;
        $out['score'] = $this->score;
        $out['prior'] = $this->prior;
        $out['allocations'] = $this->allocations;
        $out['differences'] = $this->differences;
        $out['evidence'] = $this->evidence;
        $out['alternatives'] = $this->alternatives;
        if ($this->review !== null) {
            $out['review'] = $this->review;
        }
        if ($this->reviewClue !== null) {
            $out['review_clue'] = $this->reviewClue;
        }
        if ($this->deposit !== []) {
            $out['deposit'] = $this->deposit;
        }
        if ($this->members !== []) {
            $out['members'] = $this->members;
        }
        if ($this->residual !== []) {
            $out['residual'] = $this->residual;
        }
        if ($this->audit !== null) {
            $out['audit'] = $this->audit;
        }
        $out['calibration'] = $this->calibration;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function kind(): ?MatchKind
    {
        return MatchKind::tryFrom($this->kind);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function decision(): ?Decision
    {
        return Decision::tryFrom($this->decision);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function review(): ?ReviewReason
    {
        return $this->review === null ? null : ReviewReason::tryFrom($this->review);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function reviewClue(): ?EvidenceCode
    {
        return $this->reviewClue === null ? null : EvidenceCode::tryFrom($this->reviewClue);
    }

    /** The word as an enum; null for one that this version does not know. */
    public function calibration(): ?CalibrationKind
    {
        return CalibrationKind::tryFrom($this->calibration);
    }
}
