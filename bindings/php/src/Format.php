<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Call;
use Payymo\Internal\Give;
use Payymo\Internal\Take;

/** Bytes of banks and gateways to rows. */
final class Format
{
    private function __construct()
    {
    }

    /**
     * Tells the format of some bytes by their content.
     *
     * @param string $content The bytes of a statement or a list; the first 64 KiB are looked at.
     * @return string
     * @throws Exception\PayymoException `format.unsupported`, `format.unknown`, `format.encoding`,
     *     `format.no_rows`
     */
    public static function detect(string $content): string
    {
        $blobs = [];
        $answer = Call::run('format.detect', [
            'content' => Give::blob($content, $blobs),
        ], $blobs);
        return Take::word($answer, '');
    }

    /**
     * Tells the format of some bytes by their content, how sure that is, and what is the next likely.
     *
     * @param string $content The bytes of a statement or a list; the first 64 KiB are looked at.
     * @return Model\Detection
     * @throws Exception\PayymoException `format.unsupported`, `format.unknown`, `format.encoding`,
     *     `format.no_rows`
     */
    public static function detection(string $content): Model\Detection
    {
        $blobs = [];
        $answer = Call::run('format.detection', [
            'content' => Give::blob($content, $blobs),
        ], $blobs);
        return Take::record($answer, Model\Detection::class, '');
    }

    /**
     * Reads a statement or a list of any supported format. What is wrong with one record costs that record.
     *
     * @param string $content The bytes of the input.
     * @param Model\ReadOptions|array<string, mixed>|\stdClass|null $options How it is read. The default needs no
     *     tuning.
     * @param string|null $name Name of the file; messages of errors and warnings begin with it.
     * @param bool|null $places Whether each row is answered with its place. Default true.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Report
     * @throws Exception\PayymoException `format.unknown`, `format.unsupported`, `format.encoding`,
     *     `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`,
     *     `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`,
     *     `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`
     */
    public static function read(
        string $content,
        Model\ReadOptions|array|\stdClass|null $options = null,
        ?string $name = null,
        ?bool $places = null,
        bool $strict = false,
    ): Model\Report {
        $blobs = [];
        $answer = Call::run('format.read', [
            'content' => Give::blob($content, $blobs),
            'options' => Give::value($options, Model\ReadOptions::class, '/options'),
            'name' => $name,
            'places' => $places,
            'strict' => $strict,
        ], $blobs);
        return Take::record($answer, Model\Report::class, '');
    }

    /**
     * Writes rows as JSON Lines, which `format.read` reads as the same rows.
     *
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass>|null $transactions Rows of accounts, in
     *     any order.
     * @param iterable<Model\Invoice|array<string, mixed>|\stdClass>|null $invoices Open items, in any order.
     * @param iterable<Model\Settlement|array<string, mixed>|\stdClass>|null $settlements What was settled, in any
     *     order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return string
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function writeJsonLines(
        ?iterable $transactions = null,
        ?iterable $invoices = null,
        ?iterable $settlements = null,
        bool $strict = false,
    ): string {
        $answer = Call::run('format.write_json_lines', [
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'invoices' => Give::value($invoices, ['list', Model\Invoice::class], '/invoices'),
            'settlements' => Give::value($settlements, ['list', Model\Settlement::class], '/settlements'),
            'strict' => $strict,
        ]);
        return Take::text($answer, '');
    }

    /**
     * Writes transactions as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
     *
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions Rows of accounts, in any
     *     order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return string
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function writeTransactions(iterable $transactions, bool $strict = false): string
    {
        $answer = Call::run('format.write_transactions', [
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'strict' => $strict,
        ]);
        return Take::text($answer, '');
    }

    /**
     * Writes open items as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
     *
     * @param iterable<Model\Invoice|array<string, mixed>|\stdClass> $invoices Open items, in any order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return string
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function writeInvoices(iterable $invoices, bool $strict = false): string
    {
        $answer = Call::run('format.write_invoices', [
            'invoices' => Give::value($invoices, ['list', Model\Invoice::class], '/invoices'),
            'strict' => $strict,
        ]);
        return Take::text($answer, '');
    }

    /**
     * Writes settlements as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
     *
     * @param iterable<Model\Settlement|array<string, mixed>|\stdClass> $settlements What was settled, in any
     *     order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return string
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function writeSettlements(iterable $settlements, bool $strict = false): string
    {
        $answer = Call::run('format.write_settlements', [
            'settlements' => Give::value($settlements, ['list', Model\Settlement::class], '/settlements'),
            'strict' => $strict,
        ]);
        return Take::text($answer, '');
    }

    /**
     * Writes the transactions of one account as a camt.053.001.08 statement.
     *
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions Rows of accounts, in any
     *     order.
     * @param Model\StatementHead|array<string, mixed>|\stdClass|null $statement What the statement covers; told
     *     from the rows by default.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Written
     * @throws Exception\PayymoException `format.write`, `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function writeCamt053(
        iterable $transactions,
        Model\StatementHead|array|\stdClass|null $statement = null,
        bool $strict = false,
    ): Model\Written {
        $answer = Call::run('format.write_camt053', [
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'statement' => Give::value($statement, Model\StatementHead::class, '/statement'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\Written::class, '');
    }

    /**
     * Writes the transactions of one account as a SWIFT MT940 statement, which states its balances: one of them is
     * enough.
     *
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions Rows of accounts, in any
     *     order.
     * @param Model\StatementHead|array<string, mixed>|\stdClass $statement What the statement covers, with a
     *     balance.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Written
     * @throws Exception\PayymoException `format.write`, `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function writeMt940(
        iterable $transactions,
        Model\StatementHead|array|\stdClass $statement,
        bool $strict = false,
    ): Model\Written {
        $answer = Call::run('format.write_mt940', [
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'statement' => Give::value($statement, Model\StatementHead::class, '/statement'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\Written::class, '');
    }
}
