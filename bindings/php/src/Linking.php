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

/** Each row once, over inputs that overlap. */
final class Linking
{
    private function __construct()
    {
    }

    /**
     * Finds the copies over inputs that may overlap: two statements of one month, a pending row and its booking, two
     * exports of one gateway, one entry in several formats.
     *
     * @param iterable<iterable<Model\Transaction|array<string, mixed>|\stdClass>> $inputs One list for each
     *     statement or file, in their order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Linked
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function duplicates(iterable $inputs, bool $strict = false): Model\Linked
    {
        $answer = Call::run('linking.duplicates', [
            'inputs' => Give::value($inputs, ['list', ['list', Model\Transaction::class]], '/inputs'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\Linked::class, '');
    }

    /**
     * Gives every row of one input whose id is `"-"` an id of its content and a counter over equal rows: the same
     * input gets the same ids.
     *
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions The rows of one input.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return list<Model\Transaction>
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function assignIds(iterable $transactions, bool $strict = false): array
    {
        $answer = Call::run('linking.assign_ids', [
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'strict' => $strict,
        ]);
        return Take::records($answer, Model\Transaction::class, '');
    }

    /**
     * Takes the items of several exports, each once: of equal ones the first stays, of contradicting ones too, with
     * an error.
     *
     * @param iterable<iterable<Model\Invoice|array<string, mixed>|\stdClass>> $inputs One list for each export,
     *     in their order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\InvoicesOnce
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function invoices(iterable $inputs, bool $strict = false): Model\InvoicesOnce
    {
        $answer = Call::run('linking.invoices', [
            'inputs' => Give::value($inputs, ['list', ['list', Model\Invoice::class]], '/inputs'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\InvoicesOnce::class, '');
    }

    /**
     * Takes the settlements of several exports, each once: equal rows of one export are several settlements, in
     * another they are copies of these.
     *
     * @param iterable<iterable<Model\Settlement|array<string, mixed>|\stdClass>> $inputs One list for each
     *     export, in their order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\SettlementsOnce
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function settlements(iterable $inputs, bool $strict = false): Model\SettlementsOnce
    {
        $answer = Call::run('linking.settlements', [
            'inputs' => Give::value($inputs, ['list', ['list', Model\Settlement::class]], '/inputs'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\SettlementsOnce::class, '');
    }
}
