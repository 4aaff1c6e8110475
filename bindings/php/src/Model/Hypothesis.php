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

/** What a transaction may be. */
final class Hypothesis implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'kind' => 'text',
        'allocations' => ['list', Allocation::class],
        'prior' => 'number',
        'evidence' => ['list', Evidence::class],
        'score' => 'number',
        'alone' => 'number',
        'probability' => 'number',
    ];

    /**
     * What it would settle.
     *
     * @var list<Allocation>
     */
    public readonly array $allocations;

    /**
     * All that speaks for it and against it.
     *
     * @var list<Evidence>
     */
    public readonly array $evidence;

    /**
     * @param string $kind A kind of match, or `closed`, `unlisted`, `nothing`.
     * @param array<Allocation|array<string, mixed>|\stdClass> $allocations What it would settle.
     * @param float $prior Bits before any evidence.
     * @param array<Evidence|array<string, mixed>|\stdClass> $evidence All that speaks for it and against it.
     * @param float $score Weight of all evidence together, in bits.
     * @param float $alone Its probability among the hypotheses of this transaction, by the scores alone.
     * @param float $probability The same when other transactions have claimed what they settle.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly string $kind,
        array $allocations,
        public readonly float $prior,
        array $evidence,
        public readonly float $score,
        public readonly float $alone,
        public readonly float $probability,
    ) {
        $this->allocations = Take::records($allocations, Allocation::class, '/allocations');
        $this->evidence = Take::records($evidence, Evidence::class, '/evidence');
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
            kind: Take::text($data['kind'] ?? null, '/kind'),
            allocations: Take::records($data['allocations'] ?? null, Allocation::class, '/allocations'),
            prior: Take::number($data['prior'] ?? null, '/prior'),
            evidence: Take::records($data['evidence'] ?? null, Evidence::class, '/evidence'),
            score: Take::number($data['score'] ?? null, '/score'),
            alone: Take::number($data['alone'] ?? null, '/alone'),
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
        $out['allocations'] = $this->allocations;
        $out['prior'] = $this->prior;
        $out['evidence'] = $this->evidence;
        $out['score'] = $this->score;
        $out['alone'] = $this->alone;
        $out['probability'] = $this->probability;
        return $out;
    }
}
