<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Why a transaction settles nothing.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum UnmatchedReason: string
{
    /** Nothing fits. */
    case NoCandidate = 'no_candidate';

    /** Several fit alike. */
    case Ambiguous = 'ambiguous';

    /** A surplus copy of a payment. */
    case Duplicate = 'duplicate';

    /** Pays an item that is not open any more. */
    case ClosedInvoice = 'closed_invoice';

    /** Interest, an own transfer, a payout whose parts are not given. */
    case NotAReceipt = 'not_a_receipt';

    /** Not booked yet. */
    case Pending = 'pending';

    /** Money out. */
    case MoneyOut = 'money_out';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::NoCandidate => 'Nothing fits.',
            self::Ambiguous => 'Several fit alike.',
            self::Duplicate => 'A surplus copy of a payment.',
            self::ClosedInvoice => 'Pays an item that is not open any more.',
            self::NotAReceipt => 'Interest, an own transfer, a payout whose parts are not given.',
            self::Pending => 'Not booked yet.',
            self::MoneyOut => 'Money out.',
        };
    }
}
