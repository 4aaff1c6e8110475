//! The table of operations. Adding one is one entry here and its function beside the others of its area.

mod certificate;
mod documents;
mod format;
mod keyring;
mod keys;
mod linking;
mod matcher;
mod matches;
mod matching;
mod memory;
mod money;
mod party;
mod permission;
mod reference;
mod revocations;
mod sessions;
pub(crate) mod shared;
mod stream;
mod text;
pub(crate) mod token;
mod webhook;

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
    ("verifier", "Keys and what is asked of tokens, prepared once for many tokens."),
    ("signer", "A key that signs tokens."),
    ("token", "What is asked of keys and of tokens that hold."),
    ("sessions", "An issuer of access and refresh tokens."),
    ("revocations", "What was revoked before its time, for many lookups."),
    ("permission", "What roles may do."),
    ("keyring", "An issuer's keys through their life, kept by the host."),
    ("jwks", "When to ask an issuer for its keys again."),
    ("webhook", "Webhooks verified, and each event handled once."),
    ("anchors", "Authorities and their revocation lists, prepared once for many chains."),
    ("certificate", "Bundles, pins, and when to renew what."),
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
    &token::NEW,
    &token::VERIFY,
    &token::OPEN,
    &token::LIST,
    &token::PUBLISH,
    &token::SIGNER,
    &token::SIGN,
    &token::PUBLIC,
    &token::STANDING,
    &token::THUMBPRINT,
    &sessions::NEW,
    &sessions::BEGIN,
    &sessions::PRESENT,
    &sessions::REFRESH,
    &sessions::CONFIRM,
    &sessions::END,
    &sessions::VERIFY,
    &revocations::NEW,
    &revocations::ADD,
    &revocations::FORGET,
    &revocations::COUNT,
    &revocations::STANDING,
    &permission::DECIDE,
    &permission::COVERS,
    &permission::GAPS,
    &keyring::BEGIN,
    &keyring::STAGE,
    &keyring::SWITCH,
    &keyring::REVOKE,
    &keyring::DROP,
    &keyring::CHECK,
    &keyring::VIEW,
    &keyring::DUE,
    &keyring::DECIDE,
    &keyring::ENDED,
    &webhook::VERIFY,
    &webhook::CLAIM,
    &certificate::NEW,
    &certificate::VERIFY,
    &certificate::BUNDLE,
    &certificate::PIN,
    &certificate::PLAN,
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
