<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * What money that settles nothing is, or why a part of an item did not come.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum DifferenceKind: string
{
    /** More came than was owed. */
    case Overpayment = 'overpayment';

    /** Exchange. */
    case Fx = 'fx';

    /** A card scheme's charge for a chargeback. */
    case ChargebackFee = 'chargeback_fee';

    /** Banks on the way took it. */
    case BankFee = 'bank_fee';

    /** Early-payment discount by the terms. */
    case Discount = 'discount';

    /** Rounded by the payer. */
    case Rounding = 'rounding';

    /** Deducted by the payer, for a reason that is not known. */
    case Deduction = 'deduction';

    /** Tax withheld at source. */
    case WithholdingTax = 'withholding_tax';

    /** The tax was left out. */
    case Vat = 'vat';

    /** A late fee was not paid. */
    case LateFee = 'late_fee';

    /** Digits changed over or left out. */
    case KeyingError = 'keying_error';

    /** Too little, for no reason that is known. */
    case Underpayment = 'underpayment';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Overpayment => 'More came than was owed.',
            self::Fx => 'Exchange.',
            self::ChargebackFee => 'A card scheme\'s charge for a chargeback.',
            self::BankFee => 'Banks on the way took it.',
            self::Discount => 'Early-payment discount by the terms.',
            self::Rounding => 'Rounded by the payer.',
            self::Deduction => 'Deducted by the payer, for a reason that is not known.',
            self::WithholdingTax => 'Tax withheld at source.',
            self::Vat => 'The tax was left out.',
            self::LateFee => 'A late fee was not paid.',
            self::KeyingError => 'Digits changed over or left out.',
            self::Underpayment => 'Too little, for no reason that is known.',
        };
    }
}
