<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

use Payymo\Internal\Give;
use Payymo\Internal\Handle;
use Payymo\Internal\Take;

/**
 * Open items prepared once, for many calls.
 *
 * Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.
 */
final class Matcher extends Handle
{
    /** @var list<Model\Problem> */
    private array $errors = [];

    /**
     * What could not be used of that which it was made of.
     *
     * @return list<Model\Problem>
     */
    public function errors(): array
    {
        return $this->errors;
    }

    /**
     * Prepares open items, which then open, change and close in place. Answers the errors of the rows that cannot be
     * used.
     *
     * @param iterable<Model\Invoice|array<string, mixed>|\stdClass> $invoices Open items, and those closed of
     *     late, which explain payments and are never paid again.
     * @param iterable<Model\Settlement|array<string, mixed>|\stdClass>|null $settlements What was settled before;
     *     refunds and returns refer to it.
     * @param Model\Options|array<string, mixed>|\stdClass|null $options The defaults need no tuning.
     * @param string|null $memory What was learnt before, as memory.learn gave it.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `input.options`, `matching.too_many`, `memory.version`, `memory.syntax`
     */
    public function __construct(
        iterable $invoices,
        ?iterable $settlements = null,
        #[\SensitiveParameter] Model\Options|array|\stdClass|null $options = null,
        ?string $memory = null,
        bool $strict = false,
    ) {
        $blobs = [];
        $answer = $this->made('matcher.new', [
            'invoices' => Give::value($invoices, ['list', Model\Invoice::class], '/invoices'),
            'settlements' => Give::value($settlements, ['list', Model\Settlement::class], '/settlements'),
            'options' => Give::value($options, Model\Options::class, '/options'),
            'memory' => Give::blob($memory, $blobs),
            'strict' => $strict,
        ], $blobs);
        $this->errors = Take::records($answer, Model\Problem::class, '');
    }

    /**
     * Takes an item in, in place of the one with its id: opened, paid, changed or closed by the host.
     *
     * @param Model\Invoice|array<string, mixed>|\stdClass $invoice The item as it is now.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public function put(Model\Invoice|array|\stdClass $invoice, bool $strict = false): void
    {
        $this->asked('matcher.put', [
            'invoice' => Give::value($invoice, Model\Invoice::class, '/invoice'),
            'strict' => $strict,
        ]);
    }

    /**
     * Takes an item out: it explains nothing any more. Answers whether it was there.
     *
     * @param string $id Id of the item.
     * @return bool
     * @throws Exception\PayymoException `contract.*`
     */
    public function remove(string $id): bool
    {
        $answer = $this->asked('matcher.remove', [
            'id' => $id,
        ]);
        return Take::truth($answer, '');
    }

    /**
     * Closes an item: it explains payments and is never paid again. Answers whether it was there.
     *
     * @param string $id Id of the item.
     * @return bool
     * @throws Exception\PayymoException `contract.*`
     */
    public function close(string $id): bool
    {
        $answer = $this->asked('matcher.close', [
            'id' => $id,
        ]);
        return Take::truth($answer, '');
    }

    /**
     * Takes a settlement in: what was settled is not proposed again. Its item is not touched.
     *
     * @param Model\Settlement|array<string, mixed>|\stdClass $settlement What was settled.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public function settle(Model\Settlement|array|\stdClass $settlement, bool $strict = false): void
    {
        $this->asked('matcher.settle', [
            'settlement' => Give::value($settlement, Model\Settlement::class, '/settlement'),
            'strict' => $strict,
        ]);
    }

    /**
     * Books matches: what they settle is open no more. All of them or, with an error, none.
     *
     * @param iterable<Model\MatchRecord|array<string, mixed>|\stdClass> $matches Matches as a result holds them.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `matching.unknown_item`, `matching.overspent`
     */
    public function apply(iterable $matches, bool $strict = false): void
    {
        $this->asked('matcher.apply', [
            'matches' => Give::value($matches, ['list', Model\MatchRecord::class], '/matches'),
            'strict' => $strict,
        ]);
    }

    /**
     * Takes matches back that were booked. All of them or, with an error, none.
     *
     * @param iterable<Model\MatchRecord|array<string, mixed>|\stdClass> $matches Matches as a result holds them.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @throws Exception\PayymoException `matching.unknown_item`, `matching.overspent`
     */
    public function undo(iterable $matches, bool $strict = false): void
    {
        $this->asked('matcher.undo', [
            'matches' => Give::value($matches, ['list', Model\MatchRecord::class], '/matches'),
            'strict' => $strict,
        ]);
    }

    /**
     * Uses from now on what was learnt, in place of what was remembered before.
     *
     * @param string|null $memory What was learnt before, as memory.learn gave it.
     * @throws Exception\PayymoException `memory.version`, `memory.syntax`
     */
    public function remember(?string $memory = null): void
    {
        $blobs = [];
        $this->asked('matcher.remember', [
            'memory' => Give::blob($memory, $blobs),
        ], $blobs);
    }

    /**
     * Pairs transactions with the items. `open_invoices` lists the items that the result settles in part.
     *
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions Rows of accounts, in any
     *     order.
     * @param (\Closure(string, int, int): mixed)|null $progress Told the stage (`prepare`, `score`, `assign`),
     *     the rows done and the rows in all; `false` stops the call with `matching.cancelled`. It must not call the
     *     library.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Reconciliation
     * @throws Exception\PayymoException `matching.too_many`, `matching.cancelled`
     */
    public function reconcile(
        iterable $transactions,
        ?\Closure $progress = null,
        bool $strict = false,
    ): Model\Reconciliation {
        $answer = $this->asked('matcher.reconcile', [
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'strict' => $strict,
        ], [], $progress);
        return Take::record($answer, Model\Reconciliation::class, '');
    }

    /**
     * Explains one transaction, as a webhook brings it.
     *
     * @param Model\Transaction|array<string, mixed>|\stdClass $transaction A row of an account.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return Model\Reconciliation
     * @throws Exception\PayymoException `input.missing`, `input.bad_field`, `input.bad_date`,
     *     `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`,
     *     `money.currency_mismatch`, `format.json.syntax`, `format.too_large`
     */
    public function propose(
        Model\Transaction|array|\stdClass $transaction,
        bool $strict = false,
    ): Model\Reconciliation {
        $answer = $this->asked('matcher.propose', [
            'transaction' => Give::value($transaction, Model\Transaction::class, '/transaction'),
            'strict' => $strict,
        ]);
        return Take::record($answer, Model\Reconciliation::class, '');
    }

    /**
     * Tells why a match got its decision, or a transaction its answer, among the transactions of its call. Rows that
     * cannot be read are left out, as there.
     *
     * @param string $id Id of a match or of a transaction.
     * @param iterable<Model\Transaction|array<string, mixed>|\stdClass> $transactions Rows of accounts, in any
     *     order.
     * @param bool $strict Fields that the library does not know are an error, instead of being passed over.
     * @return list<Model\Explained>
     * @throws Exception\PayymoException `matching.unknown`, `matching.too_many`
     */
    public function explain(string $id, iterable $transactions, bool $strict = false): array
    {
        $answer = $this->asked('matcher.explain', [
            'id' => $id,
            'transactions' => Give::value($transactions, ['list', Model\Transaction::class], '/transactions'),
            'strict' => $strict,
        ]);
        return Take::records($answer, Model\Explained::class, '');
    }
}
