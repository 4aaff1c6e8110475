<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Parts of a payout.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum Component: string
{
    /** The bank's row of the payout. */
    case Deposit = 'deposit';

    /** The gateway's row of the payout. */
    case Payout = 'payout';

    /** What a customer paid. */
    case Charge = 'charge';

    /** Paid back to a customer, or returned by his bank. */
    case Refund = 'refund';

    /** Taken by a dispute, or given back when it was won. */
    case Dispute = 'dispute';

    /** Charges of the gateway: a row of them, or in the residual the sum that was taken off in the rows. */
    case Fee = 'fee';

    /** Kept back as a reserve, or released from one. */
    case Reserve = 'reserve';

    /** Held back for a while, or released. */
    case Hold = 'hold';

    /** A correction of the gateway, or money put on its account. */
    case Adjustment = 'adjustment';

    /** A balance, below nothing most of the time, that the payout before had left. */
    case CarryOver = 'carry_over';

    /** Exchange. */
    case Fx = 'fx';

    /** A payout that did not arrive and went back to the gateway's account. */
    case FailedPayout = 'failed_payout';

    /** What nothing names. */
    case Unexplained = 'unexplained';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Deposit => 'The bank\'s row of the payout.',
            self::Payout => 'The gateway\'s row of the payout.',
            self::Charge => 'What a customer paid.',
            self::Refund => 'Paid back to a customer, or returned by his bank.',
            self::Dispute => 'Taken by a dispute, or given back when it was won.',
            self::Fee => 'Charges of the gateway: a row of them, or in the residual the sum that was taken off in the rows.',
            self::Reserve => 'Kept back as a reserve, or released from one.',
            self::Hold => 'Held back for a while, or released.',
            self::Adjustment => 'A correction of the gateway, or money put on its account.',
            self::CarryOver => 'A balance, below nothing most of the time, that the payout before had left.',
            self::Fx => 'Exchange.',
            self::FailedPayout => 'A payout that did not arrive and went back to the gateway\'s account.',
            self::Unexplained => 'What nothing names.',
        };
    }
}
