<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * The kind of evidence that a probability was calibrated by.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum CalibrationKind: string
{
    /** A number, the exact amount, and the payer. */
    case Full = 'full';

    /** A number with a slip, the exact amount, and the payer. */
    case Misread = 'misread';

    /** A number and the exact amount; the payer is unknown or another. */
    case NumberAlone = 'number_alone';

    /** A number and the payer, an amount that differs. */
    case NumberInexact = 'number_inexact';

    /** A number, an amount that differs, and nothing of the payer. */
    case NumberInexactAlone = 'number_inexact_alone';

    /** A number, more money than was open, and the payer. */
    case NumberOver = 'number_over';

    /** A number, up to a twentieth more money than was open, and the payer. */
    case NumberJustOver = 'number_just_over';

    /** A number, more money than was open, and a payer who has nothing else open. */
    case NumberOverOnly = 'number_over_only';

    /** A number, more money than was open, and nothing of the payer. */
    case NumberOverAlone = 'number_over_alone';

    /** All numbers of a group. */
    case Group = 'group';

    /** Some numbers of a group. */
    case GroupPartly = 'group_partly';

    /** Some numbers of a group, where another item would do as well as one of them. */
    case GroupGuessed = 'group_guessed';

    /** A group by its sum and payer. */
    case GroupSum = 'group_sum';

    /** A group by its sum and payer, of items that are all as much. */
    case GroupSumEqual = 'group_sum_equal';

    /** The exact amount and an account, id or habit of the payer. */
    case Identity = 'identity';

    /** The exact amount and the payer's whole name. */
    case Name = 'name';

    /** The exact amount and a whole name in the text. */
    case NameInText = 'name_in_text';

    /** The exact amount and a part of a name. */
    case NamePart = 'name_part';

    /** The exact amount alone. */
    case Nobody = 'nobody';

    /** The text names an item of another customer. */
    case Elsewhere = 'elsewhere';

    /** The text names another item of the same customer. */
    case Own = 'own';

    /** The text names a number that is not listed. */
    case Unlisted = 'unlisted';

    /** The payer, an amount that differs. */
    case Inexact = 'inexact';

    /** The payer, an amount of another currency at its rate. */
    case Converted = 'converted';

    /** The payer, an amount that lacks a charge. */
    case Charged = 'charged';

    /** The payer, an amount that is off by cents. */
    case Rounded = 'rounded';

    /** The payer, and what is missing comes with other payments. */
    case Completes = 'completes';

    /** The payer, more money than was open. */
    case Over = 'over';

    /** A standing order with an old number. */
    case Previous = 'previous';

    /** A row of a ledger with words in common and the same amount. */
    case Entry = 'entry';

    /** A row of a ledger with words in common and nearly the same amount. */
    case EntryNear = 'entry_near';

    /** A row of a ledger with words in common and an amount that somebody mistyped. */
    case EntryKeyed = 'entry_keyed';

    /** A row of a ledger by amount and day alone. */
    case EntryAmount = 'entry_amount';

    /** Rows of a ledger by their sum. */
    case EntrySum = 'entry_sum';

    /** Money on account. */
    case Account = 'account';

    /** Money back that names a payment by an id. */
    case ReversalId = 'reversal_id';

    /** Money back with an item's number, the whole amount or a charge more, and the payee. */
    case ReversalNumber = 'reversal_number';

    /** Money back with an item's number, a part of the amount, and the payee. */
    case ReversalNumberPart = 'reversal_number_part';

    /** Money back with an item's number, and nothing of the payee. */
    case ReversalNumberAlone = 'reversal_number_alone';

    /** Money back by the payee and the amount. */
    case ReversalPayee = 'reversal_payee';

    /** A payout by the id that its parts carry. */
    case PayoutId = 'payout_id';

    /** A payout by whole days of rows. */
    case PayoutDays = 'payout_days';

    /** A payout of which a part is named by nothing. */
    case PayoutRest = 'payout_rest';

    /** A credit that covers an item by itself. */
    case Credit = 'credit';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::Full => 'A number, the exact amount, and the payer.',
            self::Misread => 'A number with a slip, the exact amount, and the payer.',
            self::NumberAlone => 'A number and the exact amount; the payer is unknown or another.',
            self::NumberInexact => 'A number and the payer, an amount that differs.',
            self::NumberInexactAlone => 'A number, an amount that differs, and nothing of the payer.',
            self::NumberOver => 'A number, more money than was open, and the payer.',
            self::NumberJustOver => 'A number, up to a twentieth more money than was open, and the payer.',
            self::NumberOverOnly => 'A number, more money than was open, and a payer who has nothing else open.',
            self::NumberOverAlone => 'A number, more money than was open, and nothing of the payer.',
            self::Group => 'All numbers of a group.',
            self::GroupPartly => 'Some numbers of a group.',
            self::GroupGuessed => 'Some numbers of a group, where another item would do as well as one of them.',
            self::GroupSum => 'A group by its sum and payer.',
            self::GroupSumEqual => 'A group by its sum and payer, of items that are all as much.',
            self::Identity => 'The exact amount and an account, id or habit of the payer.',
            self::Name => 'The exact amount and the payer\'s whole name.',
            self::NameInText => 'The exact amount and a whole name in the text.',
            self::NamePart => 'The exact amount and a part of a name.',
            self::Nobody => 'The exact amount alone.',
            self::Elsewhere => 'The text names an item of another customer.',
            self::Own => 'The text names another item of the same customer.',
            self::Unlisted => 'The text names a number that is not listed.',
            self::Inexact => 'The payer, an amount that differs.',
            self::Converted => 'The payer, an amount of another currency at its rate.',
            self::Charged => 'The payer, an amount that lacks a charge.',
            self::Rounded => 'The payer, an amount that is off by cents.',
            self::Completes => 'The payer, and what is missing comes with other payments.',
            self::Over => 'The payer, more money than was open.',
            self::Previous => 'A standing order with an old number.',
            self::Entry => 'A row of a ledger with words in common and the same amount.',
            self::EntryNear => 'A row of a ledger with words in common and nearly the same amount.',
            self::EntryKeyed => 'A row of a ledger with words in common and an amount that somebody mistyped.',
            self::EntryAmount => 'A row of a ledger by amount and day alone.',
            self::EntrySum => 'Rows of a ledger by their sum.',
            self::Account => 'Money on account.',
            self::ReversalId => 'Money back that names a payment by an id.',
            self::ReversalNumber => 'Money back with an item\'s number, the whole amount or a charge more, and the payee.',
            self::ReversalNumberPart => 'Money back with an item\'s number, a part of the amount, and the payee.',
            self::ReversalNumberAlone => 'Money back with an item\'s number, and nothing of the payee.',
            self::ReversalPayee => 'Money back by the payee and the amount.',
            self::PayoutId => 'A payout by the id that its parts carry.',
            self::PayoutDays => 'A payout by whole days of rows.',
            self::PayoutRest => 'A payout of which a part is named by nothing.',
            self::Credit => 'A credit that covers an item by itself.',
        };
    }
}
