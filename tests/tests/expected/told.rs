//! What an expected output tells of a file, in one form for all projects.

use payymo::format::BalanceKind;
use payymo::model::ReferenceKind;
use rust_decimal::Decimal;
use serde_json::Value;

/// An expected output.
#[derive(Default)]
pub struct Told {
    pub statements: Vec<ToldStatement>,
    pub balances: Vec<ToldBalance>,
    pub rows: Vec<ToldRow>,
    /// How many rows there are, where that is told.
    pub count: Option<usize>,
}

/// Of a statement: fields with their values, and which of ours it is.
#[derive(Default)]
pub struct ToldStatement {
    pub ours: usize,
    pub values: Vec<(Field, String)>,
}

/// A balance.
pub struct ToldBalance {
    /// `None` where theirs does not tell an opening balance from a closing one, or where it is a page's.
    pub kind: Option<BalanceKind>,
    pub amount: Decimal,
    pub currency: String,
    pub on: String,
}

/// Of a row: fields with their values, and which of ours it is; several where they stand for one entry.
#[derive(Default)]
pub struct ToldRow {
    pub ours: Vec<usize>,
    pub values: Vec<(Field, String)>,
}

/// A field of our model, and how a value of theirs is compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Account,
    Statement,
    Number,
    From,
    Until,
    Amount,
    /// Without its sign, where their output has none.
    Size,
    Currency,
    BookedOn,
    ValueOn,
    Status,
    Reference(ReferenceKind),
    /// Of whatever kind.
    AnyReference,
    Name,
    Ultimate,
    /// IBAN, or a number of another kind.
    Party,
    Bic,
    /// Each word is in one of our texts.
    Words,
    /// Raw details: each word of our text is in theirs.
    Details,
    /// Part of the bank transaction code.
    Code,
    Batch,
    Reason,
    Metadata(&'static str),
}

impl Field {
    /// As the table of differences writes it.
    pub fn name(self) -> String {
        match self {
            Field::Reference(kind) => format!("{kind:?}"),
            Field::Metadata(key) => key.to_owned(),
            field => format!("{field:?}"),
        }
    }
}

/// Adds a value that is there.
pub fn add(values: &mut Vec<(Field, String)>, field: Field, value: Option<String>) {
    values.extend(value.filter(|value| !value.trim().is_empty()).map(|value| (field, value)));
}

/// A text or a number of a JSON document.
pub fn text(value: &Value, path: &str) -> Option<String> {
    match value.pointer(path)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The day of a date with or without a time.
pub fn day(value: &Value, path: &str) -> Option<String> {
    text(value, path).and_then(|date| date.get(..10).map(str::to_owned))
}

/// An amount as text, as all sides write it.
pub fn decimal(text: &str) -> Option<Decimal> {
    text.parse::<Decimal>().ok().map(|amount| amount.normalize())
}
