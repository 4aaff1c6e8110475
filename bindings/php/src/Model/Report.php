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
        'errors' => ['list', Problem::class],
        'warnings' => ['list', Problem::class],
        'records' => 'whole',
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
     * @param array<Problem|array<string, mixed>|\stdClass> $errors One a record that could not be read.
     * @param array<Problem|array<string, mixed>|\stdClass> $warnings What was assumed or doubted; the rows are
     *     there.
     * @param int $records Records seen: rows read and rows refused.
     * @param bool $saysEmpty Whether the input says itself that it holds no row.
     * @throws \Payymo\Exception\PayymoException `input.float_money` for a float, `contract.field` for what is not
     *     of its type
     */
    public function __construct(
        string|Format $format,
        array $transactions,
        array $invoices,
        array $settlements,
        array $balances,
        array $errors,
        array $warnings,
        public readonly int $records,
        public readonly bool $saysEmpty,
    ) {
        $this->format = Take::word($format, '/format');
        $this->transactions = Take::records($transactions, Transaction::class, '/transactions');
        $this->invoices = Take::records($invoices, Invoice::class, '/invoices');
        $this->settlements = Take::records($settlements, Settlement::class, '/settlements');
        $this->balances = Take::records($balances, Balance::class, '/balances');
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
            errors: Take::records($data['errors'] ?? null, Problem::class, '/errors'),
            warnings: Take::records($data['warnings'] ?? null, Problem::class, '/warnings'),
            records: Take::whole($data['records'] ?? null, '/records'),
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
        $out['errors'] = $this->errors;
        $out['warnings'] = $this->warnings;
        $out['records'] = $this->records;
        $out['says_empty'] = $this->saysEmpty;
        return $out;
    }

    /** The word as an enum; null for one that this version does not know. */
    public function format(): ?Format
    {
        return Format::tryFrom($this->format);
    }
}
