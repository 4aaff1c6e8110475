<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What a transaction is.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum TransactionKind: string
{
    /** Credit transfer. */
    case Transfer = 'transfer';

    /** Direct debit. */
    case DirectDebit = 'direct_debit';

    /** Card payment. */
    case Card = 'card';

    /** Cheque. */
    case Cheque = 'cheque';

    /** Payout of a gateway. */
    case Payout = 'payout';

    /** Refund to a payer. */
    case Refund = 'refund';

    /** Returned payment. */
    case Return = 'return';

    /** Chargeback or dispute. */
    case Dispute = 'dispute';

    /** Charges of the bank or the gateway. */
    case Fee = 'fee';

    /** Interest. */
    case Interest = 'interest';

    /** Between the host's own accounts. */
    case Internal = 'internal';

    /** Anything else, or not known. */
    case Other = 'other';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Transfer => 'Credit transfer.',
            self::DirectDebit => 'Direct debit.',
            self::Card => 'Card payment.',
            self::Cheque => 'Cheque.',
            self::Payout => 'Payout of a gateway.',
            self::Refund => 'Refund to a payer.',
            self::Return => 'Returned payment.',
            self::Dispute => 'Chargeback or dispute.',
            self::Fee => 'Charges of the bank or the gateway.',
            self::Interest => 'Interest.',
            self::Internal => 'Between the host\'s own accounts.',
            self::Other => 'Anything else, or not known.',
        };
    }
}
