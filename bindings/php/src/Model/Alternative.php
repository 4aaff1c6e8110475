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

/** A rival explanation of the same payment. */
final class Alternative implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'allocations' => ['list', Allocation::class],
        'probability' => 'number',
        'evidence' => ['list', Evidence::class],
    ];

    /**
     * What it would settle; empty: nothing that is known.
     *
     * @var list<Allocation>
     */
    public readonly array $allocations;

    /**
     * Why, for the nearest of an unmatched transaction.
     *
     * @var list<Evidence>
     */
    public readonly array $evidence;

    /**
     * @param array<Allocation|array<string, mixed>|\stdClass> $allocations What it would settle; empty: nothing
     *     that is known.
     * @param float $probability Calibrated probability, with six decimals.
     * @param array<Evidence|array<string, mixed>|\stdClass> $evidence Why, for the nearest of an unmatched
     *     transaction.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $allocations,
        public readonly float $probability,
        array $evidence = [],
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
            allocations: Take::records($data['allocations'] ?? null, Allocation::class, '/allocations'),
            probability: Take::number($data['probability'] ?? null, '/probability'),
            evidence: Take::records($data['evidence'] ?? [], Evidence::class, '/evidence'),
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
        $out['allocations'] = $this->allocations;
        $out['probability'] = $this->probability;
        if ($this->evidence !== []) {
            $out['evidence'] = $this->evidence;
        }
        return $out;
    }
}
