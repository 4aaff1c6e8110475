//! What a host may set.

use super::Type::{
    Count, Currency, Date, Decimal, Either, List, Map, Number, Of, Secret, Text, Truth, Whole, Word,
};
use super::trust::SETTINGS;
use super::words::{DATE_ORDER, DECIMAL_MARK, FORMAT, MATCH_KIND, SIGN, TWIN_POLICY};
use super::{COUNT, Record, TEXTS, Type, may, must};

/// What a host sets is checked whole: a word that is misspelt would be an option that is silently off.
pub fn refuses_unknown(record: &Record) -> bool {
    [&READ_OPTIONS, &COLUMNS, &OPTIONS, &AUTO_SCOPE, &FX_RATE]
        .into_iter()
        .chain(SETTINGS.iter().copied())
        .any(|known| core::ptr::eq(known, record))
}

/// The same of the fields of a request: of what guards a host none is passed over.
pub fn request_refuses_unknown(operation: &str) -> bool {
    let area = operation.split_once('.').map_or(operation, |(area, _)| area);
    GUARDS.contains(&area)
}

/// Areas of tokens, webhooks and certificates.
const GUARDS: [&str; 11] = [
    "verifier",
    "signer",
    "token",
    "sessions",
    "revocations",
    "permission",
    "keyring",
    "jwks",
    "webhook",
    "anchors",
    "certificate",
];

/// How an input is read.
pub static READ_OPTIONS: Record = Record {
    name: "ReadOptions",
    doc: "How an input is read. The defaults need no tuning: everything is told from the bytes.",
    fields: &[
        may("format", Word(&FORMAT), "The format, where the caller knows better than detection."),
        may("utc_offset_minutes", Whole, "Minutes east of UTC by which instants become dates. Default 0."),
        may("account", Text, "The host's own account, for inputs that do not name it."),
        may("currency", Currency, "The currency, for inputs that do not name it."),
        may(
            "invoice_currencies",
            Map(&Currency),
            "Currencies of invoices known already, by id, for payments that name their invoice and no currency.",
        ),
        may(
            "columns",
            Of(&COLUMNS),
            "What the columns of a CSV export hold, where its headers are not understood.",
        ),
    ],
};

/// A column by its header or by its number.
const COLUMN: Type = Either(&[Count(u32::MAX as u64), Text]);

/// A caller's own column map.
pub static COLUMNS: Record = Record {
    name: "Columns",
    doc: "A column map for CSV exports whose headers are not understood or lack.",
    fields: &[
        may("delimiter", Text, "One ASCII character."),
        may(
            "fields",
            Map(&Either(&[Count(u32::MAX as u64), Text, List(&COLUMN)])),
            "What the columns hold, by the name of a field (`booked_on`, `amount`, `debit`, `credit`, `text`, `name` …): a \
             header, a number from 0, or several of these.",
        ),
        may("decimal_mark", Word(&DECIMAL_MARK), "The decimal mark of all amounts."),
        may("date_order", Word(&DATE_ORDER), "The order of day, month and year."),
        may("sign", Word(&SIGN), "What a positive amount means."),
    ],
};

/// Options of a reconciliation.
pub static OPTIONS: Record = Record {
    name: "Options",
    doc: "Options of a reconciliation. The defaults need no tuning.",
    fields: &[
        may("as_of", Date, "The day the result speaks of. Default: the latest booking date of the call."),
        may(
            "max_wrong_auto",
            Number,
            "The share of automatic matches that may be wrong, 0 to 0.5. Default 0.0001.",
        ),
        may("auto", Of(&AUTO_SCOPE), "What `auto` may do."),
        may(
            "twins",
            Word(&TWIN_POLICY),
            "Items of one customer and one amount that nothing tells apart. Default `oldest_first`.",
        ),
        may(
            "bank_fee_per_mille",
            COUNT,
            "The largest charge of banks on the way, per mille of the item. Default 20.",
        ),
        may("bank_fee_cap", COUNT, "The largest such charge, in major units. Default 50; 0: no charges."),
        may(
            "rounding_minor",
            COUNT,
            "The largest difference that is a rounding, in minor units. Default 5; 0: none.",
        ),
        may("discount_grace_days", COUNT, "Days by which a discount may be taken late. Default 5."),
        may(
            "max_group",
            COUNT,
            "Most items that one payment may settle without their numbers in its text, up to 64. Default 9.",
        ),
        may("pooled_ibans", TEXTS, "IBANs that belong to nobody in particular: they identify no customer."),
        may("own_ibans", TEXTS, "The host's own accounts: what moves between them is no receipt."),
        may("own_names", TEXTS, "Names of the host's own company: a transfer from it is no receipt."),
        may(
            "rates",
            List(&Of(&FX_RATE)),
            "The host's exchange rates; without any they are learnt from payments that name their item.",
        ),
        may(
            "threads",
            COUNT,
            "0: as many as there are; 1: none beside the caller. The result does not depend on it. Default 1.",
        ),
        may("alternatives", COUNT, "Most alternatives that are shown beside a match, up to 100. Default 3."),
        may("adapt", Truth, "Whether the payments of a call teach about each other. Default on."),
        may(
            "audit_rate",
            Number,
            "The share of automatic matches that are marked `audit`, 0 to 1. Default 0.",
        ),
        may("audit_salt", Secret, "A secret of the host that makes the sample one that nobody can foresee."),
    ],
};

/// What `auto` may do.
pub static AUTO_SCOPE: Record = Record {
    name: "AutoScope",
    doc: "What `auto` may do. What it excludes becomes `review`.",
    fields: &[
        may("enabled", Truth, "Off: everything is `review` (a shadow month). Default on."),
        may("kinds", List(&Word(&MATCH_KIND)), "Kinds of matches; empty: all."),
        may("sources", TEXTS, "Sources of transactions (`camt053`, `stripe` …); empty: all."),
        may("max_amount", Decimal, "The largest payment, in major units of its currency. Default: any."),
        may("except_customers", TEXTS, "Ids of customers who are always reviewed."),
    ],
};

/// An exchange rate of the host's books.
pub static FX_RATE: Record = Record {
    name: "FxRate",
    doc: "An exchange rate of the host's books. It holds the other way round too.",
    fields: &[
        must("from", Currency, "The currency that is exchanged."),
        must("to", Currency, "The currency that it becomes."),
        must("rate", Decimal, "Major units of `to` for one major unit of `from`; above zero."),
        may("on", Date, "The day it is of. Default: any day; of several the nearest counts."),
    ],
};
