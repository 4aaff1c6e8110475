//! The table of operations. Adding one is one entry here and its function beside the others of its area.

mod about;
mod documents;
mod format;
mod linking;
mod matcher;
mod matches;
mod matching;
mod memory;
mod money;
mod party;
mod reference;
pub(crate) mod shared;
mod text;

pub use format::{RowKind, read_rows};

use crate::operation::Operation;

/// Areas with what they are for, in the order of the documentation.
pub const AREAS: &[(&str, &str)] = &[
    ("format", "Bytes of banks and gateways to rows."),
    ("linking", "Each row once, over inputs that overlap."),
    ("matching", "Transactions paired with open items, in one call."),
    ("matcher", "Open items prepared once, for many calls."),
    ("memory", "What people's verdicts teach, kept by the host as bytes."),
    ("reference", "Payment references with check digits."),
    ("party", "Names, IBANs, BICs, accounts."),
    ("money", "Currencies and exact amounts."),
    ("text", "Folding, edits between words, escaping."),
    ("library", "What the library is."),
];

/// Every operation, by area.
pub static OPERATIONS: &[&Operation] = &[
    &format::DETECT,
    &format::READ,
    &linking::DUPLICATES,
    &linking::ASSIGN_IDS,
    &linking::INVOICES,
    &linking::SETTLEMENTS,
    &matching::RECONCILE,
    &matching::EXPLAIN,
    &matching::SETTLEMENTS,
    &matcher::NEW,
    &matcher::PUT,
    &matcher::REMOVE,
    &matcher::CLOSE,
    &matcher::SETTLE,
    &matcher::APPLY,
    &matcher::UNDO,
    &matcher::REMEMBER,
    &matcher::RECONCILE,
    &matcher::PROPOSE,
    &matcher::EXPLAIN,
    &memory::LEARN,
    &memory::UNLEARN,
    &memory::MERGE,
    &memory::FORGET_CUSTOMER,
    &memory::MERGE_CUSTOMERS,
    &memory::INFO,
    &reference::VALIDATE,
    &reference::GENERATE,
    &reference::OCR_WITH_LENGTH,
    &reference::FIND,
    &reference::INSIDE,
    &party::IBAN,
    &party::FIND_IBANS,
    &party::BIC,
    &party::ACCOUNT_KEYS,
    &party::SAME_ACCOUNT,
    &party::NAME,
    &party::COMPARE_NAMES,
    &money::PARSE,
    &money::PARSE_LOCALIZED,
    &money::LEARN_MARK,
    &money::SUM,
    &money::CURRENCY,
    &money::CURRENCIES,
    &text::FOLD,
    &text::TOKENS,
    &text::EDITS,
    &text::HTML,
    &text::CSV_CELL,
    &text::TERMINAL,
    &about::ABOUT,
];

/// Errors of rows that are read.
const ROW_ERRORS: &[&str] = &[
    "input.missing",
    "input.bad_field",
    "input.bad_date",
    "input.float_money",
    "money.syntax",
    "money.overflow",
    "money.precision",
    "money.currency_unknown",
    "money.currency_mismatch",
    "format.json.syntax",
    "format.too_large",
];
