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

/** Totals of a result. */
final class Summary implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'transactions' => 'whole',
        'auto' => 'whole',
        'review' => 'whole',
        'unmatched' => 'whole',
        'allocated' => ['list', Money::class],
    ];

    /**
     * Allocated, one a currency; left out where the sum is more than an amount holds.
     *
     * @var list<Money>
     */
    public readonly array $allocated;

    /**
     * @param int $transactions Transactions that were used.
     * @param int $auto Those in automatic matches.
     * @param int $review Those in matches for review.
     * @param int $unmatched Those that settle nothing.
     * @param array<Money|array<string, mixed>|\stdClass> $allocated Allocated, one a currency; left out where the
     *     sum is more than an amount holds.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        public readonly int $transactions,
        public readonly int $auto,
        public readonly int $review,
        public readonly int $unmatched,
        array $allocated,
    ) {
        $this->allocated = Take::records($allocated, Money::class, '/allocated');
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
            transactions: Take::whole($data['transactions'] ?? null, '/transactions'),
            auto: Take::whole($data['auto'] ?? null, '/auto'),
            review: Take::whole($data['review'] ?? null, '/review'),
            unmatched: Take::whole($data['unmatched'] ?? null, '/unmatched'),
            allocated: Take::records($data['allocated'] ?? null, Money::class, '/allocated'),
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
        $out['transactions'] = $this->transactions;
        $out['auto'] = $this->auto;
        $out['review'] = $this->review;
        $out['unmatched'] = $this->unmatched;
        $out['allocated'] = $this->allocated;
        return $out;
    }
}
