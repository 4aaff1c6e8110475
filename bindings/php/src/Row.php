<?php

declare(strict_types=1);

namespace Payymo;

use Payymo\Model\RecordPlace;

/** A row of an input that is read by {@see Reader::rows()}, or what was wrong with one. */
final class Row
{
    /** @internal Lists of a batch by the kind of their rows. */
    public const LISTS = [
        'account' => 'accounts',
        'transaction' => 'transactions',
        'invoice' => 'invoices',
        'settlement' => 'settlements',
        'balance' => 'balances',
        'statement' => 'statements',
        'error' => 'errors',
        'warning' => 'warnings',
    ];

    /**
     * @param string $kind `transaction`, `invoice`, `settlement`, `balance`, `account`, `statement`; `error` for a record that
     *     could not be read, `warning` for what was assumed or doubted.
     * @param Model\Transaction|Model\Invoice|Model\Settlement|Model\Balance|Model\Account|Model\Statement|Model\Problem $value
     *     The row; of an error and a warning the problem.
     * @param RecordPlace|null $place Where it came from, unless no places are wanted; a problem says its place itself.
     */
    public function __construct(
        public readonly string $kind,
        public readonly Record $value,
        public readonly ?RecordPlace $place = null,
    ) {
    }
}
