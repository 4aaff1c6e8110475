//! What several areas take: rows, options, a memory.

use crate::call::Call;
use crate::fault::Fault;
use crate::schema::Type::{Bytes, List, Of};
use crate::schema::{Field, check, may, must, options, rows};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use payymo::Error;
use payymo::matching::{Memory, Options};
use std::borrow::Cow;

/// Fields that all calls of the engine share.
pub const TRANSACTIONS: Field =
    must("transactions", List(&rows::TRANSACTION_ROW), "Rows of accounts, in any order.");
pub const INVOICES: Field = must(
    "invoices",
    List(&rows::INVOICE_ROW),
    "Open items, and those closed of late, which explain payments and are never paid again.",
);
pub const SETTLEMENTS_BEFORE: Field = may(
    "settlements",
    List(&rows::SETTLEMENT_ROW),
    "What was settled before; refunds and returns refer to it.",
);
pub const OPTIONS: Field = may("options", Of(&options::OPTIONS), "The defaults need no tuning.");
pub const MEMORY: Field = may("memory", Bytes, "What was learnt before, as memory.learn gave it.");

/// The options of a call.
pub fn options_of(call: &Call<'_>) -> Result<Options, Fault> {
    let options: Options = call.maybe("options")?.unwrap_or_default();
    let inside = |error: Error| {
        let field = error.place().field.clone().unwrap_or_default();
        error.at_field(format!("/options/{field}"))
    };
    options.check().map_err(inside)?;
    Ok(options)
}

/// The memory of a call.
pub fn memory_of(call: &Call<'_>, name: &str) -> Result<Option<Memory>, Fault> {
    let bytes = call.blob(name)?.filter(|bytes| !bytes.is_empty());
    let read = bytes.map(|bytes| Memory::decode(&raw(&bytes))).transpose();
    Ok(read.map_err(|error| error.at_field(check::pointer("", name)))?)
}

/// A memory's bytes; as text they are the base64 that answers hold.
pub fn raw(bytes: &[u8]) -> Cow<'_, [u8]> {
    STANDARD.decode(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// Errors of rows that are read.
pub const ROW_ERRORS: &[&str; 11] = &[
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
