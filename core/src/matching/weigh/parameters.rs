//! The shipped parameters: how often each thing happens among true matches, as bits or as shares.
//!
//! What it is compared with, the share among payments and items that do not belong together, is measured on the
//! batch itself wherever it depends on the host: amounts, name tokens, numbers in texts.

use super::clue::Clue;

/// Name of this set; stands in every result.
pub const NAME: &str = "shipped-7";

/// Shares of receipts before any evidence: one item, several items of one payer, items of several payers, a closed
/// item, money on account, nothing known.
pub(crate) const PRIOR_SINGLE: f64 = 0.62;
pub(crate) const PRIOR_GROUP: f64 = 0.06;
pub(crate) const PRIOR_AGENCY: f64 = 0.02;
pub(crate) const PRIOR_CLOSED: f64 = 0.04;
pub(crate) const PRIOR_ON_ACCOUNT: f64 = 0.004;
/// Money on account of a payer who has nothing near this amount open.
pub(crate) const PRIOR_ON_ACCOUNT_ALONE: f64 = 0.1;
/// Share of the closed items, of those that no number names, that are paid although as much is open of the same customer:
/// such money settles what is open.
pub(crate) const CLOSED_WHILE_OPEN: f64 = 0.03;
/// The same of those that a number names, listed or not: a standing order keeps the number of its first month.
pub(crate) const NAMED_WHILE_OPEN: f64 = 0.12;
pub(crate) const PRIOR_NONE: f64 = 0.23;

/// Share of strangers' payments that have one of the host's prices.
pub(crate) const STRANGERS_PRICES: f64 = 0.25;

/// Shares of the relations of a payment's amount to a true item's open amount.
pub(crate) const AMOUNT_EQUAL: f64 = 0.85;
pub(crate) const AMOUNT_DISCOUNT: f64 = 0.35;
/// Days after which no discount is meant any more.
pub(crate) const LATEST_DISCOUNT: i32 = 30;
pub(crate) const AMOUNT_DISCOUNT_LATE: f64 = 0.03;
pub(crate) const AMOUNT_PREVIOUS: f64 = 0.30;
pub(crate) const AMOUNT_LESS_CREDIT: f64 = 0.1;
pub(crate) const AMOUNT_COMPLETES: f64 = 0.03;
pub(crate) const AMOUNT_FRACTION: f64 = 0.02;
pub(crate) const AMOUNT_PART: f64 = 0.03;
pub(crate) const AMOUNT_BANK_FEE: f64 = 0.02;
/// Share of the payments of a payer of whose money something was taken before that lack as much again.
pub(crate) const AMOUNT_CHARGED: f64 = 0.5;
pub(crate) const AMOUNT_CONVERTED: f64 = 0.2;
/// Of an item in another currency whose rate is known: how much more is paid than at that rate, from and to; the width
/// that the share of the true payments within is spread over. Banks keep up to a hundredth for themselves, cards and
/// wallets more.
pub(crate) const CONVERTED: [((f64, f64), f64, f64); 3] =
    [((-0.003, 0.003), 0.006, 0.4), ((-0.015, 0.0075), 0.0165, 0.4), ((-0.045, 0.02), 0.0425, 0.1)];
/// Bits of such an amount below which the payer and the number must be known.
pub(crate) const CONVERTED_FAR: f64 = 6.0;
/// Days for which a rate holds, and shares by which payments' rates may differ.
pub(crate) const RATE_HOLDS: u32 = 31;
pub(crate) const RATES_AGREE: f64 = 0.03;
/// Bits for an item that is named, in a currency of which no rate is known.
pub(crate) const AMOUNT_OTHER_CURRENCY: f64 = -4.0;
pub(crate) const AMOUNT_ROUNDING: f64 = 0.006;
pub(crate) const AMOUNT_DOUBLE: f64 = 0.00005;
pub(crate) const AMOUNT_OVER: f64 = 0.03;
/// Shares of these that are over by no more than a twentieth, by no more than a half, by more.
pub(crate) const OVER: [f64; 3] = [0.5, 0.4, 0.1];
pub(crate) const AMOUNT_KEYING: f64 = 0.002;
pub(crate) const AMOUNT_NET: f64 = 0.01;
/// Of the payments whose text says that tax was withheld, or something deducted.
pub(crate) const AMOUNT_WITHHELD: f64 = 0.4;
pub(crate) const AMOUNT_DEDUCTED: f64 = 0.3;
/// Shares among payments of single items of what a batch may do more or less often than others.
pub(crate) const SHARES: [(&[Clue], f64); 5] = [
    (&[Clue::AmountBankFee], 0.022),
    (&[Clue::AmountFraction, Clue::AmountPart], 0.033),
    (&[Clue::AmountOver], 0.016),
    (&[Clue::AmountRounding], 0.014),
    (&[Clue::ReferenceNone], 0.235),
];

/// Shares of the forms in which a true payment's text holds the item's number.
pub(crate) const FORM_REFERENCE: f64 = 0.60;
pub(crate) const FORM_FULL: f64 = 0.45;
pub(crate) const FORM_DIGITS: f64 = 0.12;
pub(crate) const FORM_SERIAL: f64 = 0.10;
pub(crate) const FORM_BARE: f64 = 0.08;
pub(crate) const FORM_FUZZY: f64 = 0.03;
pub(crate) const FORM_OTHER: f64 = 0.05;
pub(crate) const FORM_ID: f64 = 0.03;
/// A true payment's text that names no item although it has text, and one that names another item.
pub(crate) const NO_NUMBER: f64 = -0.6;
pub(crate) const OTHER_NUMBER: f64 = -5.0;
/// A text that speaks of a refund, of money in.
pub(crate) const REFUND: f64 = -2.0;
/// A text that speaks of money in advance and names nothing, of money on account.
pub(crate) const ADVANCE: f64 = 4.0;
pub(crate) const OTHER_NUMBER_SAME_CUSTOMER: f64 = -2.0;
/// Bits for an item other than the one at hand that the text names as well, and bits with which it must.
pub(crate) const NAMED_TOO: f64 = -5.0;
pub(crate) const NAMED_SURELY: f64 = 10.0;
/// Bits with which a number is taken for that of a credit note.
pub(crate) const CREDIT_NOTE: f64 = 9.0;
/// Bits of a bare number that is a part of something else, or among words of it, where somebody else pays.
pub(crate) const LOOSE: f64 = -1.0;
/// Bits with which a structured reference that is no open item's is taken for a settled one's.
pub(crate) const OTHER_STRUCTURED: f64 = 14.0;
/// Bits, beside his customer number, of a payer who is known by more: a whole name that fits has three.
pub(crate) const PAYER_BY_MORE: f64 = 2.5;
/// Bits that a word such as `invoice` before a number adds, that a letter of a prefix adds, and that a date's or a
/// phone number's shape takes away.
pub(crate) const LABEL: f64 = 1.5;
pub(crate) const LETTER: f64 = 2.0;
pub(crate) const MASKED: f64 = -6.0;
/// Bits of a reference that is made of the customer's number and the item's.
pub(crate) const COMPOSED: f64 = 16.0;
/// Most bits of bare digits that have such a shape.
pub(crate) const MOST_MASKED: f64 = 8.0;
/// Most bits of a hexadecimal number that is spelt like a word: too few to be booked for a stranger.
pub(crate) const MOST_WORD: f64 = NUMBER_ALONE - 0.5;
/// Most bits that one reference can give: it may have been copied into the wrong payment.
pub(crate) const MOST_REFERENCE: f64 = 18.0;
pub(crate) const MOST_FUZZY: f64 = 10.0;

/// Shares of the states of a true customer's name token in the payment.
pub(crate) const TOKEN_EXACT: f64 = 0.80;
pub(crate) const TOKEN_INITIAL: f64 = 0.06;
pub(crate) const TOKEN_TRUNCATED: f64 = 0.05;
pub(crate) const TOKEN_TYPO: f64 = 0.02;
/// Bits against, positive: a token of the customer that the payer's name lacks, that the text lacks, that the payer has
/// more, and beside these where both sides have one that the other lacks.
pub(crate) const TOKEN_MISSING: f64 = 2.0;
pub(crate) const TOKEN_MISSING_IN_TEXT: f64 = 2.0;
pub(crate) const TOKEN_EXTRA: f64 = 0.5;
pub(crate) const TOKEN_CONFLICT: f64 = 2.0;
/// And for a word more behind a name that fits wholly.
pub(crate) const TOKEN_EXTRA_AT_END: f64 = 2.5;
/// And in a text for a word between two of a name.
pub(crate) const TOKEN_APART: f64 = 1.5;
/// And where several customers have the name, beside their number.
pub(crate) const NAMESAKES: f64 = 1.0;
/// Bits for a name that differs wholly.
pub(crate) const NAME_DIFFERS: f64 = -3.6;
/// Most bits per letter of a token that stands in a text.
pub(crate) const LETTER_IN_TEXT: f64 = 2.5;
/// Most bits of a name, and of a part of one.
pub(crate) const MOST_NAME: f64 = 16.0;
pub(crate) const MOST_PART_OF_NAME: f64 = 9.0;
/// One word that is a whole name, beside other words; a part of a name in a text, where the payer has another name.
pub(crate) const MOST_WORD_OF_NAME: f64 = 5.0;
/// Bits that each zero takes off a serial that begins with it, where nothing announces it.
pub(crate) const ZERO: f64 = 2.3;
/// A name that another customer bears as it is printed.
pub(crate) const MOST_NAME_OF_ANOTHER: f64 = 2.0;
/// A number behind the year or the letters of another one.
pub(crate) const MOST_OF_ANOTHER: f64 = 4.0;
/// Share of true payments from a known account, and most bits of an account.
pub(crate) const ACCOUNT_KNOWN: f64 = 0.9;
pub(crate) const MOST_ACCOUNT: f64 = 14.0;
/// Bits for which a customer is looked at: an account or id, an e-mail, an earlier payment.
pub(crate) const LEAD_IDENTITY: f64 = 20.0;
pub(crate) const LEAD_EMAIL: f64 = 15.0;
pub(crate) const LEAD_LEARNT: f64 = 10.0;
/// Share of customers' numbers in texts that are meant as such.
pub(crate) const CUSTOMER_NUMBER: f64 = 0.3;
/// Bits for an account that is another customer's.
pub(crate) const ACCOUNT_OF_ANOTHER: f64 = -4.0;
/// Customers at the least, in bits, of whom an account or an id names one: it is not there by chance, however few they are.
pub(crate) const LEAST_IDENTITY: f64 = 8.0;
/// Bits for an account that is nobody's, where accounts of the customer are known.
pub(crate) const ACCOUNT_NEW: f64 = -2.0;
/// Bits about a payer from which on he is known: who has them may pay without a number, and for several items.
pub(crate) const PAYER_KNOWN: f64 = 4.0;
/// Bits from which on only he can be meant.
pub(crate) const PAYER_SURE: f64 = 10.0;
/// Most bits that the weaker of an identity and a name adds to the stronger.
pub(crate) const SECOND_PROOF: f64 = 3.0;
/// Discount and pseudo-count of votes for a learnt payer.
pub(crate) const LEARNT_DISCOUNT: f64 = 0.9;
pub(crate) const LEARNT_ALL: f64 = 0.25;

/// Upper ends of the bins of days after the due date, and the bits of a payment in each before anything is learnt.
pub(crate) const LATENESS: [(i32, f64); 15] = [
    (-31, -1.0),
    (-22, 0.0),
    (-15, 0.0),
    (-9, 0.0),
    (-4, 1.3),
    (-1, 1.3),
    (0, 1.3),
    (2, 1.3),
    (5, 1.3),
    (9, 0.6),
    (16, 0.6),
    (30, -0.3),
    (60, -1.2),
    (120, -2.5),
    (i32::MAX, -4.0),
];
/// Bits for a payment up to three days before the date of issue, and earlier.
pub(crate) const JUST_BEFORE_ISSUE: f64 = -3.0;
pub(crate) const BEFORE_ISSUE: f64 = -7.0;

/// Minor units of a payment that teaches who pays, and how: one of a few cents is often a test.
pub(crate) const LEAST_TEACHER: i64 = 100;
/// What teaches: an explanation so many bits ahead of the next, that names its item with so many.
pub(crate) const TEACHER_GAP: f64 = 6.0;
pub(crate) const TEACHER_NUMBER: f64 = 8.0;
/// From so many bits against an item on, what is named instead of it is for a person: another item, a number of the
/// host's series that no item has.
pub(crate) const NAMED_INSTEAD: f64 = -3.5;
pub(crate) const UNLISTED_INSTEAD: f64 = -1.8;
/// Bits that a number must have to be booked for a payer of whom nothing else is known.
pub(crate) const NUMBER_ALONE: f64 = 9.5;
/// The same of a part of a number that nothing announces, beside another name than the customer's.
pub(crate) const SERIAL_OF_STRANGER: f64 = 13.5;
/// The same beside an amount of so many bits, where no name contradicts it.
pub(crate) const NUMBER_AND_AMOUNT: f64 = 8.0;
pub(crate) const RARE_AMOUNT: f64 = 7.0;
/// The same beside an amount that next to nobody owes, whoever pays.
pub(crate) const NUMBER_WITH_RARE: f64 = 9.0;
pub(crate) const RAREST_AMOUNT: f64 = 10.0;
/// Bits that a name must have to be booked by with the exact amount and no number: the payer's, one in a text, a part.
pub(crate) const NAME_ALONE: f64 = 5.0;
pub(crate) const NAME_IN_TEXT_ALONE: f64 = 7.0;
pub(crate) const PART_OF_NAME_ALONE: f64 = 5.5;

/// Bits against what a person said it is not: nothing outweighs them.
pub(crate) const REJECTED: f64 = -200.0;

/// Bounds of the search, per payment.
pub(crate) const MOST_CANDIDATES: usize = 96;
pub(crate) const MOST_CUSTOMERS: usize = 12;
/// Customers for whom so many bits less speak than for the best are not looked at.
pub(crate) const DEPTH_OF_CUSTOMERS: f64 = 12.0;
pub(crate) const MOST_ITEMS_OF_CUSTOMER: usize = 200;
/// Open items of one customer, the oldest, among which sums are looked for.
pub(crate) const MOST_ITEMS_TO_SUM: usize = 400;
pub(crate) const MOST_NAMED_AMOUNTS: usize = 12;
pub(crate) const MOST_POSTINGS: usize = 64;
/// Holders of a common name token beyond which it finds nobody even beside another.
pub(crate) const MOST_COMMON: usize = 500;
pub(crate) const MOST_NODES: u32 = 4000;
pub(crate) const MOST_SINGLES: usize = 16;
pub(crate) const MOST_HYPOTHESES: usize = 8;
/// Explanations this many bits below the best are dropped.
pub(crate) const DEPTH: f64 = 24.0;
/// Bits by which all others must be behind for nobody else to be looked for.
pub(crate) const SURE: f64 = 12.0;
/// A hit of fewer bits names nothing.
pub(crate) const LEAST_NAMED: f64 = 3.0;
/// No date says more than this.
pub(crate) const MOST_OF_DATE: f64 = 4.5;
