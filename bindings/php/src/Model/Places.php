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

/** Where the rows of a report came from: for each list of rows the places in the same order. */
final class Places implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'transactions' => ['list', RecordPlace::class],
        'invoices' => ['list', RecordPlace::class],
        'settlements' => ['list', RecordPlace::class],
        'balances' => ['list', RecordPlace::class],
        'accounts' => ['list', RecordPlace::class],
        'statements' => ['list', RecordPlace::class],
    ];

    /**
     * Of the transactions.
     *
     * @var list<RecordPlace>
     */
    public readonly array $transactions;

    /**
     * Of the invoices.
     *
     * @var list<RecordPlace>
     */
    public readonly array $invoices;

    /**
     * Of the settlements.
     *
     * @var list<RecordPlace>
     */
    public readonly array $settlements;

    /**
     * Of the balances.
     *
     * @var list<RecordPlace>
     */
    public readonly array $balances;

    /**
     * Of the accounts: where each is named first.
     *
     * @var list<RecordPlace>
     */
    public readonly array $accounts;

    /**
     * Of the statements.
     *
     * @var list<RecordPlace>
     */
    public readonly array $statements;

    /**
     * @param array<RecordPlace|array<string, mixed>|\stdClass> $transactions Of the transactions.
     * @param array<RecordPlace|array<string, mixed>|\stdClass> $invoices Of the invoices.
     * @param array<RecordPlace|array<string, mixed>|\stdClass> $settlements Of the settlements.
     * @param array<RecordPlace|array<string, mixed>|\stdClass> $balances Of the balances.
     * @param array<RecordPlace|array<string, mixed>|\stdClass> $accounts Of the accounts: where each is named
     *     first.
     * @param array<RecordPlace|array<string, mixed>|\stdClass> $statements Of the statements.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        array $transactions,
        array $invoices,
        array $settlements,
        array $balances,
        array $accounts,
        array $statements,
    ) {
        $this->transactions = Take::records($transactions, RecordPlace::class, '/transactions');
        $this->invoices = Take::records($invoices, RecordPlace::class, '/invoices');
        $this->settlements = Take::records($settlements, RecordPlace::class, '/settlements');
        $this->balances = Take::records($balances, RecordPlace::class, '/balances');
        $this->accounts = Take::records($accounts, RecordPlace::class, '/accounts');
        $this->statements = Take::records($statements, RecordPlace::class, '/statements');
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
            transactions: Take::records($data['transactions'] ?? null, RecordPlace::class, '/transactions'),
            invoices: Take::records($data['invoices'] ?? null, RecordPlace::class, '/invoices'),
            settlements: Take::records($data['settlements'] ?? null, RecordPlace::class, '/settlements'),
            balances: Take::records($data['balances'] ?? null, RecordPlace::class, '/balances'),
            accounts: Take::records($data['accounts'] ?? null, RecordPlace::class, '/accounts'),
            statements: Take::records($data['statements'] ?? null, RecordPlace::class, '/statements'),
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
        $out['invoices'] = $this->invoices;
        $out['settlements'] = $this->settlements;
        $out['balances'] = $this->balances;
        $out['accounts'] = $this->accounts;
        $out['statements'] = $this->statements;
        return $out;
    }
}
