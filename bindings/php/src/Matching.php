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

/** Transactions paired with open items, in one call. */
final class Matching
{
    private function __construct()
    {
    }

    /**
     * Pairs transactions with open items. Rows that cannot be read or used are listed in the result's `errors`.
     *
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions Rows of accounts, in any
     *     order.
     * @param iterable<Model\Invoice|array<string, mixed>|\stdClass> $invoices Open items, and those closed of
     *     late, which explain payments and are never paid again.
     * @param iterable<Model\Settlement|array<string, mixed>|\stdClass>|null $settlements What was settled before;
     *     refunds and returns refer to it.
     * @param Model\Options|array<string, mixed>|\stdClass|null $options The defaults need no tuning.
     * @param string|null $memory What was learnt before, as memory.learn gave it.
     * @param iterable<Model\Problem|array<string, mixed>|\stdClass>|null $errors What reading the inputs gave as
     *     errors: it stands before the result's own.
     * @param iterable<Model\Problem|array<string, mixed>|\stdClass>|null $warnings The same for warnings: what a
     *     person should see stands in one result.
     * @param (\Closure(string, int, int): mixed)|null $progress Told the stage (`prepare`, `score`, `assign`),
     *     the rows done and the rows in all; `false` stops the call with `matching.cancelled`. It must not call the
     *     library.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Reconciliation
     * @throws Exception\PayymoException `input.options`, `matching.too_many`, `matching.cancelled`,
     *     `memory.version`, `memory.syntax`
     */
    public static function reconcile(
        iterable $transactions,
        iterable $invoices,
        ?iterable $settlements = null,
        #[\SensitiveParameter] Model\Options|array|\stdClass|null $options = null,
        ?string $memory = null,
        ?iterable $errors = null,
        ?iterable $warnings = null,
        ?\Closure $progress = null,
        bool $strict = false,
    ): Model\Reconciliation {
        $blobs = [];
        $answer = Call::run('matching.reconcile', [
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'invoices' => Give::value($invoices, ['list', Model\Invoice::class], '/invoices'),
            'settlements' => Give::value($settlements, ['list', Model\Settlement::class], '/settlements'),
            'options' => Give::value($options, Model\Options::class, '/options'),
            'memory' => Give::blob($memory, $blobs),
            'errors' => Give::value($errors, ['list', Model\Problem::class], '/errors'),
            'warnings' => Give::value($warnings, ['list', Model\Problem::class], '/warnings'),
            'strict' => $strict,
        ], $blobs, $progress);
        return Take::record($answer, Model\Reconciliation::class, '');
    }

    /**
     * Tells why a match got its decision, or a transaction its answer, in the call that the other fields repeat. Rows
     * that cannot be read are left out, as there.
     *
     * @param string $id Id of a match or of a transaction of the call.
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions Rows of accounts, in any
     *     order.
     * @param iterable<Model\Invoice|array<string, mixed>|\stdClass> $invoices Open items, and those closed of
     *     late, which explain payments and are never paid again.
     * @param iterable<Model\Settlement|array<string, mixed>|\stdClass>|null $settlements What was settled before;
     *     refunds and returns refer to it.
     * @param Model\Options|array<string, mixed>|\stdClass|null $options The defaults need no tuning.
     * @param string|null $memory What was learnt before, as memory.learn gave it.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return list<Model\Explained>
     * @throws Exception\PayymoException `matching.unknown`, `input.options`, `matching.too_many`,
     *     `memory.version`, `memory.syntax`
     */
    public static function explain(
        string $id,
        iterable $transactions,
        iterable $invoices,
        ?iterable $settlements = null,
        #[\SensitiveParameter] Model\Options|array|\stdClass|null $options = null,
        ?string $memory = null,
        bool $strict = false,
    ): array {
        $blobs = [];
        $answer = Call::run('matching.explain', [
            'id' => $id,
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'invoices' => Give::value($invoices, ['list', Model\Invoice::class], '/invoices'),
            'settlements' => Give::value($settlements, ['list', Model\Settlement::class], '/settlements'),
            'options' => Give::value($options, Model\Options::class, '/options'),
            'memory' => Give::blob($memory, $blobs),
            'strict' => $strict,
        ], $blobs);
        return Take::records($answer, Model\Explained::class, '');
    }

    /**
     * What a host keeps of the matches that it booked: rows that later calls take as `settlements`, so that nothing
     * is booked twice and a return finds its payment.
     *
     * @param iterable<Model\MatchRecord|array<string, mixed>|\stdClass> $matches The matches that were booked.
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions The transactions that they
     *     are of.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return list<Model\Settlement>
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public static function settlements(iterable $matches, iterable $transactions, bool $strict = false): array
    {
        $answer = Call::run('matching.settlements', [
            'matches' => Give::value($matches, ['list', Model\MatchRecord::class], '/matches'),
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'strict' => $strict,
        ]);
        return Take::records($answer, Model\Settlement::class, '');
    }
}
