<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Verdict;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** What a person said of a match, with the rows that it is about. */
final class Feedback implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'verdict' => 'text',
        'day' => 'date',
        'match' => MatchRecord::class,
        'right' => ['list', Allocation::class],
        'transactions' => ['list', Transaction::class],
        'invoices' => ['list', Invoice::class],
    ];

    /** What was said. */
    public readonly string $verdict;

    /** Day on which the person decided. */
    public readonly string $day;

    /**
     * With `corrected` what is right.
     *
     * @var list<Allocation>
     */
    public readonly array $right;

    /**
     * The transactions that it is about.
     *
     * @var list<Transaction>
     */
    public readonly array $transactions;

    /**
     * The items that it is about.
     *
     * @var list<Invoice>
     */
    public readonly array $invoices;

    /**
     * @param string|Verdict $verdict What was said.
     * @param string|\DateTimeInterface $day Day on which the person decided.
     * @param MatchRecord|null $match The match as the result holds it; a correction of what was unmatched has
     *     none.
     * @param array<Allocation|array<string, mixed>|\stdClass> $right With `corrected` what is right.
     * @param array<Transaction|array<string, mixed>|\stdClass> $transactions The transactions that it is about.
     * @param array<Invoice|array<string, mixed>|\stdClass> $invoices The items that it is about.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Verdict $verdict,
        string|\DateTimeInterface $day,
        public readonly ?MatchRecord $match = null,
        array $right = [],
        array $transactions = [],
        array $invoices = [],
    ) {
        $this->verdict = Take::word($verdict, '/verdict');
        $this->day = Take::date($day, '/day');
        $this->right = Take::records($right, Allocation::class, '/right');
        $this->transactions = Take::records($transactions, Transaction::class, '/transactions');
        $this->invoices = Take::records($invoices, Invoice::class, '/invoices');
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
            verdict: Take::word($data['verdict'] ?? null, '/verdict'),
            day: Take::date($data['day'] ?? null, '/day'),
            match: isset($data['match']) ? Take::record($data['match'], MatchRecord::class, '/match') : null,
            right: Take::records($data['right'] ?? [], Allocation::class, '/right'),
            transactions: Take::records($data['transactions'] ?? [], Transaction::class, '/transactions'),
            invoices: Take::records($data['invoices'] ?? [], Invoice::class, '/invoices'),
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
        $out['verdict'] = $this->verdict;
        $out['day'] = $this->day;
        if ($this->match !== null) {
            $out['match'] = $this->match;
        }
        if ($this->right !== []) {
            $out['right'] = $this->right;
        }
        if ($this->transactions !== []) {
            $out['transactions'] = $this->transactions;
        }
        if ($this->invoices !== []) {
            $out['invoices'] = $this->invoices;
        }
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function verdict(): ?Verdict
    {
        return Verdict::tryFrom($this->verdict);
    }
}
