<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Model;

use Payymo\Enum\Format;
use Payymo\Internal\Document;
use Payymo\Internal\Take;
use Payymo\Record;

/** The rows of one input, and what could not be read of it. */
final class Report implements Record
{
    use Document;

    /** @internal How arrays of this shape become documents. */
    public const SHAPE = [
        'format' => 'text',
        'transactions' => ['list', Transaction::class],
        'invoices' => ['list', Invoice::class],
        'settlements' => ['list', Settlement::class],
        'balances' => ['list', Balance::class],
        'accounts' => ['list', Account::class],
        'statements' => ['list', Statement::class],
        'errors' => ['list', Problem::class],
        'warnings' => ['list', Problem::class],
        'places' => Places::class,
        'records' => 'whole',
        'refused' => 'whole',
        'says_empty' => 'truth',
    ];

    /** The format it was read as. */
    public readonly string $format;

    /**
     * In the order of the input.
     *
     * @var list<Transaction>
     */
    public readonly array $transactions;

    /**
     * In the order of the input.
     *
     * @var list<Invoice>
     */
    public readonly array $invoices;

    /**
     * In the order of the input.
     *
     * @var list<Settlement>
     */
    public readonly array $settlements;

    /**
     * As the bank states them.
     *
     * @var list<Balance>
     */
    public readonly array $balances;

    /**
     * The host's own accounts that the input names, each once.
     *
     * @var list<Account>
     */
    public readonly array $accounts;

    /**
     * Each with the proof by its balances.
     *
     * @var list<Statement>
     */
    public readonly array $statements;

    /**
     * One a record that could not be read.
     *
     * @var list<Problem>
     */
    public readonly array $errors;

    /**
     * What was assumed or doubted; the rows are there.
     *
     * @var list<Problem>
     */
    public readonly array $warnings;

    /**
     * @param string|Format $format The format it was read as.
     * @param array<Transaction|array<string, mixed>|\stdClass> $transactions In the order of the input.
     * @param array<Invoice|array<string, mixed>|\stdClass> $invoices In the order of the input.
     * @param array<Settlement|array<string, mixed>|\stdClass> $settlements In the order of the input.
     * @param array<Balance|array<string, mixed>|\stdClass> $balances As the bank states them.
     * @param array<Account|array<string, mixed>|\stdClass> $accounts The host's own accounts that the input
     *     names, each once.
     * @param array<Statement|array<string, mixed>|\stdClass> $statements Each with the proof by its balances.
     * @param array<Problem|array<string, mixed>|\stdClass> $errors One a record that could not be read.
     * @param array<Problem|array<string, mixed>|\stdClass> $warnings What was assumed or doubted; the rows are
     *     there.
     * @param int $records Records seen: rows read and rows refused.
     * @param int $refused Records that were refused.
     * @param bool $saysEmpty Whether the input says itself that it holds no row.
     * @param Places|null $places Where each row came from, unless the request says that none is wanted.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Format $format,
        array $transactions,
        array $invoices,
        array $settlements,
        array $balances,
        array $accounts,
        array $statements,
        array $errors,
        array $warnings,
        public readonly int $records,
        public readonly int $refused,
        public readonly bool $saysEmpty,
        public readonly ?Places $places = null,
    ) {
        $this->format = Take::word($format, '/format');
        $this->transactions = Take::records($transactions, Transaction::class, '/transactions');
        $this->invoices = Take::records($invoices, Invoice::class, '/invoices');
        $this->settlements = Take::records($settlements, Settlement::class, '/settlements');
        $this->balances = Take::records($balances, Balance::class, '/balances');
        $this->accounts = Take::records($accounts, Account::class, '/accounts');
        $this->statements = Take::records($statements, Statement::class, '/statements');
        $this->errors = Take::records($errors, Problem::class, '/errors');
        $this->warnings = Take::records($warnings, Problem::class, '/warnings');
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
            format: Take::word($data['format'] ?? null, '/format'),
            transactions: Take::records($data['transactions'] ?? null, Transaction::class, '/transactions'),
            invoices: Take::records($data['invoices'] ?? null, Invoice::class, '/invoices'),
            settlements: Take::records($data['settlements'] ?? null, Settlement::class, '/settlements'),
            balances: Take::records($data['balances'] ?? null, Balance::class, '/balances'),
            accounts: Take::records($data['accounts'] ?? null, Account::class, '/accounts'),
            statements: Take::records($data['statements'] ?? null, Statement::class, '/statements'),
            errors: Take::records($data['errors'] ?? null, Problem::class, '/errors'),
            warnings: Take::records($data['warnings'] ?? null, Problem::class, '/warnings'),
            places: isset($data['places']) ? Take::record($data['places'], Places::class, '/places') : null,
            records: Take::whole($data['records'] ?? null, '/records'),
            refused: Take::whole($data['refused'] ?? null, '/refused'),
            saysEmpty: Take::truth($data['says_empty'] ?? null, '/says_empty'),
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
        $out['format'] = $this->format;
        $out['transactions'] = $this->transactions;
        $out['invoices'] = $this->invoices;
        $out['settlements'] = $this->settlements;
        $out['balances'] = $this->balances;
        $out['accounts'] = $this->accounts;
        $out['statements'] = $this->statements;
        $out['errors'] = $this->errors;
        $out['warnings'] = $this->warnings;
        if ($this->places !== null) {
            $out['places'] = $this->places;
        }
        $out['records'] = $this->records;
        $out['refused'] = $this->refused;
        $out['says_empty'] = $this->saysEmpty;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function format(): ?Format
    {
        return Format::tryFrom($this->format);
    }
}
