<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo\Enum;

/**
 * Codes of evidence, with the sentence that each is shown with; … stands for the item or the customer.
 *
 * Later versions add words: `tryFrom` gives null for what this version does not know.
 */
enum EvidenceCode: string
{
    /** the payment reference of … stands in the payment */
    case ReferenceCreditor = 'reference.creditor';

    /** invoice number … stands in the payment */
    case ReferenceExact = 'reference.exact';

    /** the digits of invoice number … stand in the payment */
    case ReferenceDigits = 'reference.digits';

    /** the last part of invoice number … stands in the payment */
    case ReferenceSerial = 'reference.serial';

    /** the running number of … stands in the payment, without the zeros before it */
    case ReferenceBare = 'reference.bare';

    /** a number that differs from … in one place stands in the payment */
    case ReferenceFuzzy = 'reference.fuzzy';

    /** … lies in a range of numbers that stands in the payment */
    case ReferenceRange = 'reference.range';

    /** an earlier or order number of … stands in the payment */
    case ReferenceOtherNumber = 'reference.other_number';

    /** the id of … stands in the payment */
    case ReferenceId = 'reference.id';

    /** the payment names …, a settled item of the same customer and amount */
    case ReferencePrevious = 'reference.previous';

    /** the payment's text does not name … */
    case ReferenceNone = 'reference.none';

    /** the payment's text names another item than … */
    case ReferenceElsewhere = 'reference.elsewhere';

    /** the payment's text names … as well */
    case ReferenceNamedToo = 'reference.named_too';

    /** the payment's text names another item of the same customer than … */
    case ReferenceOwnOther = 'reference.own_other';

    /** the payment's text names a credit note */
    case ReferenceCreditNote = 'reference.credit_note';

    /** the number of … may be a part of something else there */
    case ReferenceLoose = 'reference.loose';

    /** a number of the host's series that is not among the items stands in the payment */
    case ReferenceUnlisted = 'reference.unlisted';

    /** the payment's text speaks of money that comes back */
    case TextRefund = 'text.refund';

    /** the payment's text speaks of money in advance */
    case TextAdvance = 'text.advance';

    /** the amount is what is open */
    case AmountEqual = 'amount.equal';

    /** the amount is the sum of the items */
    case AmountSum = 'amount.sum';

    /** the amount is what is open less the early-payment discount */
    case AmountDiscount = 'amount.discount';

    /** the amount is what is open less a discount whose time was over */
    case AmountDiscountLate = 'amount.discount_late';

    /** the amount is what is open less the customer's credit */
    case AmountLessCredit = 'amount.less_credit';

    /** the amount is what the item was before it was changed */
    case AmountPreviousTotal = 'amount.previous_total';

    /** the amount is what is open less the tax that the payment says was withheld */
    case AmountWithheld = 'amount.withheld';

    /** the amount is less than what is open, and the payment says that something was deducted */
    case AmountDeducted = 'amount.deducted';

    /** with other payments the amount makes up what is open */
    case AmountCompletes = 'amount.completes';

    /** the amount is a plain part of what is open */
    case AmountFraction = 'amount.fraction';

    /** the amount is less than what is open */
    case AmountPart = 'amount.part';

    /** the amount is short by what banks on the way may have charged */
    case AmountBankFee = 'amount.bank_fee';

    /** the amount is what is open, rounded */
    case AmountRounding = 'amount.rounding';

    /** the amount is twice what is open */
    case AmountDouble = 'amount.double';

    /** the amount is more than what is open */
    case AmountOver = 'amount.over';

    /** the amount is what is open with two digits changed over */
    case AmountKeyingError = 'amount.keying_error';

    /** the amount is what is open without the tax */
    case AmountNetOfTax = 'amount.net_of_tax';

    /** the amount was converted from another currency */
    case AmountConverted = 'amount.converted';

    /** the payment is in another currency, and no known rate makes it this amount */
    case AmountOtherCurrency = 'amount.other_currency';

    /** the customer has paid this amount before */
    case AmountHabit = 'amount.habit';

    /** the customer has not paid this amount before */
    case AmountUnusual = 'amount.unusual';

    /** the payer's account is known as that of … */
    case PayerAccount = 'payer.account';

    /** the payer's account is known as another customer's than … */
    case PayerOtherAccount = 'payer.other_account';

    /** the payment carries an id, an e-mail or an account that is kept for another customer than … */
    case PayerOtherId = 'payer.other_id';

    /** the payer's account is none of those that are known of … */
    case PayerNewAccount = 'payer.new_account';

    /** the payer's e-mail is that of … */
    case PayerEmail = 'payer.email';

    /** the payment carries the customer id of … */
    case PayerCustomerId = 'payer.customer_id';

    /** the customer number of … stands in the payment */
    case PayerCustomerNumber = 'payer.customer_number';

    /** the payment says that … pays, by the customer number */
    case PayerCustomerNumberTold = 'payer.customer_number_told';

    /** the account that was paid into is kept for … */
    case PayerVirtualAccount = 'payer.virtual_account';

    /** the same payer pays other items of … */
    case PayerLearnt = 'payer.learnt';

    /** the same payer pays items of other customers than … */
    case PayerOtherPayee = 'payer.other_payee';

    /** the payer is of the group of … */
    case PayerGroup = 'payer.group';

    /** the payer's name is that of … */
    case PayerName = 'payer.name';

    /** the payer's name is partly that of … */
    case PayerNamePartial = 'payer.name_partial';

    /** the name of … stands in the text */
    case PayerNameInText = 'payer.name_in_text';

    /** a part of the name of … stands in the text */
    case PayerNamePartialInText = 'payer.name_partial_in_text';

    /** the payer's name is not that of … */
    case PayerNameDiffers = 'payer.name_differs';

    /** paid around the due date */
    case DateNearDue = 'date.near_due';

    /** paid after the due date */
    case DateLate = 'date.late';

    /** paid long before the due date */
    case DateEarly = 'date.early';

    /** paid before the item was issued */
    case DateBeforeIssue = 'date.before_issue';

    /** several items of the customer are alike: the oldest is taken */
    case Twins = 'twins';

    /** the memos are the same */
    case MemoSame = 'memo.same';

    /** one memo is the beginning of the other */
    case MemoBegins = 'memo.begins';

    /** all words of one memo stand in the other */
    case MemoWords = 'memo.words';

    /** the words of one memo stand in the other, some as initials */
    case MemoInitials = 'memo.initials';

    /** the words of one memo stand in the other, one with a slip */
    case MemoSlip = 'memo.slip';

    /** the memos share words, and each has others */
    case MemoPartly = 'memo.partly';

    /** the memos share words, and go on otherwise */
    case MemoInstead = 'memo.instead';

    /** the memos share words, and differ in rare ones */
    case MemoDiffers = 'memo.differs';

    /** the memos share no word */
    case MemoNothing = 'memo.nothing';

    /** the amounts are within a tenth of each other */
    case AmountNear = 'amount.near';

    /** the amounts differ in one digit */
    case AmountDigit = 'amount.digit';

    /** the decimal point stands in another place */
    case AmountPoint = 'amount.point';

    /** so many days lie between the bank's row and the entry */
    case EntryDays = 'entry.days';

    /** other rows may be the counterpart as well */
    case EntryRivals = 'entry.rivals';

    /** several items of the customer are alike: … is of the day or month that the text says */
    case TwinsTold = 'twins.told';

    /** the items are the customer's oldest */
    case GroupOldest = 'group.oldest';

    /** a person said that the payment is not for … */
    case MemoryRejected = 'memory.rejected';

    /** the items are all that the customer has open */
    case GroupAll = 'group.all';

    /** the parts carry the payout's id */
    case PayoutId = 'payout.id';

    /** the gateway booked the parts between the payout before and this one */
    case PayoutWindow = 'payout.window';

    /** several payouts of one day have these parts together */
    case PayoutTogether = 'payout.together';

    /** the parts add up to the payout */
    case PayoutSum = 'payout.sum';

    /** the payout before left as much */
    case PayoutCarryOver = 'payout.carry_over';

    /** nothing names a part of the payout */
    case PayoutUnexplained = 'payout.unexplained';

    /** the bank's row names the payout */
    case PayoutDeposit = 'payout.deposit';

    /** the bank's row is as large and comes from the gateway */
    case PayoutDepositAmount = 'payout.deposit_amount';

    /** the payout did not arrive: … put it back */
    case PayoutFailed = 'payout.failed';

    /** it was booked before: it settles … */
    case SettledBefore = 'settled.before';

    /** the gateway had posted it by itself: it settles … */
    case SettledByGateway = 'settled.by_gateway';

    /** it names the payment that settled … */
    case ReversalTransaction = 'reversal.transaction';

    /** it carries a reference of the payment that settled … */
    case ReversalReference = 'reversal.reference';

    /** the gateway had posted the payment of … by itself */
    case ReversalGateway = 'reversal.gateway';

    /** it is as much as was settled of … */
    case ReversalAmount = 'reversal.amount';

    /** it is a part of what was settled of … */
    case ReversalPart = 'reversal.part';

    /** what it is more may be the charge for it */
    case ReversalFee = 'reversal.fee';

    /** it takes back money that had settled nothing */
    case ReversalSurplus = 'reversal.surplus';

    /** the money goes to the account that it came from */
    case ReversalAccount = 'reversal.account';

    /** the money goes to another account than it came from */
    case ReversalOtherAccount = 'reversal.other_account';

    /** it is said to give money back */
    case ReversalWords = 'reversal.words';

    /** the credit note names … */
    case CreditNames = 'credit.names';

    /** the credit is what is open of … */
    case CreditEqual = 'credit.equal';

    /** the credit covers … */
    case CreditCovers = 'credit.covers';

    /** the customer has no other credit and nothing else open of this amount */
    case CreditOnly = 'credit.only';

    /** it gives back what had been taken of … */
    case ReversalWon = 'reversal.won';

    /** What the word means, in a sentence. */
    public function meaning(): string
    {
        return match ($this) {
            self::ReferenceCreditor => 'the payment reference of … stands in the payment',
            self::ReferenceExact => 'invoice number … stands in the payment',
            self::ReferenceDigits => 'the digits of invoice number … stand in the payment',
            self::ReferenceSerial => 'the last part of invoice number … stands in the payment',
            self::ReferenceBare => 'the running number of … stands in the payment, without the zeros before it',
            self::ReferenceFuzzy => 'a number that differs from … in one place stands in the payment',
            self::ReferenceRange => '… lies in a range of numbers that stands in the payment',
            self::ReferenceOtherNumber => 'an earlier or order number of … stands in the payment',
            self::ReferenceId => 'the id of … stands in the payment',
            self::ReferencePrevious => 'the payment names …, a settled item of the same customer and amount',
            self::ReferenceNone => 'the payment\'s text does not name …',
            self::ReferenceElsewhere => 'the payment\'s text names another item than …',
            self::ReferenceNamedToo => 'the payment\'s text names … as well',
            self::ReferenceOwnOther => 'the payment\'s text names another item of the same customer than …',
            self::ReferenceCreditNote => 'the payment\'s text names a credit note',
            self::ReferenceLoose => 'the number of … may be a part of something else there',
            self::ReferenceUnlisted => 'a number of the host\'s series that is not among the items stands in the payment',
            self::TextRefund => 'the payment\'s text speaks of money that comes back',
            self::TextAdvance => 'the payment\'s text speaks of money in advance',
            self::AmountEqual => 'the amount is what is open',
            self::AmountSum => 'the amount is the sum of the items',
            self::AmountDiscount => 'the amount is what is open less the early-payment discount',
            self::AmountDiscountLate => 'the amount is what is open less a discount whose time was over',
            self::AmountLessCredit => 'the amount is what is open less the customer\'s credit',
            self::AmountPreviousTotal => 'the amount is what the item was before it was changed',
            self::AmountWithheld => 'the amount is what is open less the tax that the payment says was withheld',
            self::AmountDeducted => 'the amount is less than what is open, and the payment says that something was deducted',
            self::AmountCompletes => 'with other payments the amount makes up what is open',
            self::AmountFraction => 'the amount is a plain part of what is open',
            self::AmountPart => 'the amount is less than what is open',
            self::AmountBankFee => 'the amount is short by what banks on the way may have charged',
            self::AmountRounding => 'the amount is what is open, rounded',
            self::AmountDouble => 'the amount is twice what is open',
            self::AmountOver => 'the amount is more than what is open',
            self::AmountKeyingError => 'the amount is what is open with two digits changed over',
            self::AmountNetOfTax => 'the amount is what is open without the tax',
            self::AmountConverted => 'the amount was converted from another currency',
            self::AmountOtherCurrency => 'the payment is in another currency, and no known rate makes it this amount',
            self::AmountHabit => 'the customer has paid this amount before',
            self::AmountUnusual => 'the customer has not paid this amount before',
            self::PayerAccount => 'the payer\'s account is known as that of …',
            self::PayerOtherAccount => 'the payer\'s account is known as another customer\'s than …',
            self::PayerOtherId => 'the payment carries an id, an e-mail or an account that is kept for another customer than …',
            self::PayerNewAccount => 'the payer\'s account is none of those that are known of …',
            self::PayerEmail => 'the payer\'s e-mail is that of …',
            self::PayerCustomerId => 'the payment carries the customer id of …',
            self::PayerCustomerNumber => 'the customer number of … stands in the payment',
            self::PayerCustomerNumberTold => 'the payment says that … pays, by the customer number',
            self::PayerVirtualAccount => 'the account that was paid into is kept for …',
            self::PayerLearnt => 'the same payer pays other items of …',
            self::PayerOtherPayee => 'the same payer pays items of other customers than …',
            self::PayerGroup => 'the payer is of the group of …',
            self::PayerName => 'the payer\'s name is that of …',
            self::PayerNamePartial => 'the payer\'s name is partly that of …',
            self::PayerNameInText => 'the name of … stands in the text',
            self::PayerNamePartialInText => 'a part of the name of … stands in the text',
            self::PayerNameDiffers => 'the payer\'s name is not that of …',
            self::DateNearDue => 'paid around the due date',
            self::DateLate => 'paid after the due date',
            self::DateEarly => 'paid long before the due date',
            self::DateBeforeIssue => 'paid before the item was issued',
            self::Twins => 'several items of the customer are alike: the oldest is taken',
            self::MemoSame => 'the memos are the same',
            self::MemoBegins => 'one memo is the beginning of the other',
            self::MemoWords => 'all words of one memo stand in the other',
            self::MemoInitials => 'the words of one memo stand in the other, some as initials',
            self::MemoSlip => 'the words of one memo stand in the other, one with a slip',
            self::MemoPartly => 'the memos share words, and each has others',
            self::MemoInstead => 'the memos share words, and go on otherwise',
            self::MemoDiffers => 'the memos share words, and differ in rare ones',
            self::MemoNothing => 'the memos share no word',
            self::AmountNear => 'the amounts are within a tenth of each other',
            self::AmountDigit => 'the amounts differ in one digit',
            self::AmountPoint => 'the decimal point stands in another place',
            self::EntryDays => 'so many days lie between the bank\'s row and the entry',
            self::EntryRivals => 'other rows may be the counterpart as well',
            self::TwinsTold => 'several items of the customer are alike: … is of the day or month that the text says',
            self::GroupOldest => 'the items are the customer\'s oldest',
            self::MemoryRejected => 'a person said that the payment is not for …',
            self::GroupAll => 'the items are all that the customer has open',
            self::PayoutId => 'the parts carry the payout\'s id',
            self::PayoutWindow => 'the gateway booked the parts between the payout before and this one',
            self::PayoutTogether => 'several payouts of one day have these parts together',
            self::PayoutSum => 'the parts add up to the payout',
            self::PayoutCarryOver => 'the payout before left as much',
            self::PayoutUnexplained => 'nothing names a part of the payout',
            self::PayoutDeposit => 'the bank\'s row names the payout',
            self::PayoutDepositAmount => 'the bank\'s row is as large and comes from the gateway',
            self::PayoutFailed => 'the payout did not arrive: … put it back',
            self::SettledBefore => 'it was booked before: it settles …',
            self::SettledByGateway => 'the gateway had posted it by itself: it settles …',
            self::ReversalTransaction => 'it names the payment that settled …',
            self::ReversalReference => 'it carries a reference of the payment that settled …',
            self::ReversalGateway => 'the gateway had posted the payment of … by itself',
            self::ReversalAmount => 'it is as much as was settled of …',
            self::ReversalPart => 'it is a part of what was settled of …',
            self::ReversalFee => 'what it is more may be the charge for it',
            self::ReversalSurplus => 'it takes back money that had settled nothing',
            self::ReversalAccount => 'the money goes to the account that it came from',
            self::ReversalOtherAccount => 'the money goes to another account than it came from',
            self::ReversalWords => 'it is said to give money back',
            self::CreditNames => 'the credit note names …',
            self::CreditEqual => 'the credit is what is open of …',
            self::CreditCovers => 'the credit covers …',
            self::CreditOnly => 'the customer has no other credit and nothing else open of this amount',
            self::ReversalWon => 'it gives back what had been taken of …',
        };
    }
}
