<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What an open item is.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum InvoiceKind: string
{
    /** Owed to the host, settled by money in. */
    case Invoice = 'invoice';

    /** A source of money, or refunded by money out. */
    case CreditNote = 'credit_note';

    /** Owed by the host, settled by money out. */
    case Bill = 'bill';

    /** A row of a ledger or processor: signed, settled by a transaction of the same sign. */
    case Entry = 'entry';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Invoice => 'Owed to the host, settled by money in.',
            self::CreditNote => 'A source of money, or refunded by money out.',
            self::Bill => 'Owed by the host, settled by money out.',
            self::Entry => 'A row of a ledger or processor: signed, settled by a transaction of the same sign.',
        };
    }
}
