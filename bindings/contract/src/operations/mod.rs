//! The table of operations. Adding one is one entry here and its function beside the others of its area.

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
mod stream;
mod text;

pub use format::{RowKind, read_rows};

use crate::call::VERSION;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::Of;
use crate::schema::values;
use serde::Serialize;

/// Areas with what they are for, in the order of the documentation.
pub const AREAS: &[(&str, &str)] = &[
    ("format", "Bytes of banks and gateways to rows."),
    ("stream", "An input that comes in pieces, to rows."),
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
    &format::DETECTION,
    &format::READ,
    &format::WRITE_JSON_LINES,
    &format::WRITE_TRANSACTIONS,
    &format::WRITE_INVOICES,
    &format::WRITE_SETTLEMENTS,
    &format::WRITE_CAMT053,
    &format::WRITE_MT940,
    &stream::NEW,
    &stream::PUSH,
    &stream::FINISH,
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
    &ABOUT,
];

#[derive(Serialize)]
struct About {
    version: &'static str,
    contract: u32,
    parameters: &'static str,
    operations: Vec<&'static str>,
}

static ABOUT: Operation = Operation {
    name: "library.about",
    doc: "The versions of the library, of its documents and of its parameters, and what it can do.",
    request: &[],
    answer: Answer::One(Of(&values::ABOUT)),
    errors: &[],
    run: Run::Function(|call| {
        call.answer(&About {
            version: env!("CARGO_PKG_VERSION"),
            contract: VERSION,
            parameters: payymo::matching::PARAMETERS,
            operations: OPERATIONS.iter().map(|operation| operation.name).collect(),
        })
    }),
};
