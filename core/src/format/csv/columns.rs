//! The caller's own column map.

use super::field::Field;
use crate::format::date::DateOrder;
use crate::money::DecimalMark;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A column by its header or by its number from 0.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Column {
    /// Number from 0.
    Index(usize),
    /// Header; case, accents and punctuation do not matter.
    Header(String),
}

/// One column or several; several are joined where they are text, and tried in order where they are not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// One.
    One(Column),
    /// Several.
    More(Vec<Column>),
}

impl OneOrMore {
    /// The columns.
    pub fn as_slice(&self) -> &[Column] {
        match self {
            OneOrMore::One(column) => core::slice::from_ref(column),
            OneOrMore::More(columns) => columns,
        }
    }
}

/// The sign of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Money in is positive, as on a bank account.
    InPositive,
    /// Money out is positive, as charges are on a card statement.
    OutPositive,
}

/// A caller's own column map, for exports whose headers are not understood or missing. Currency and account come from
/// [`ReadOptions`](crate::format::ReadOptions). Where `fields` is given, only these columns are read.
///
/// ```
/// use payymo::format::csv::Columns;
/// let columns: Columns = serde_json::from_str(r#"{
///     "delimiter": ";",
///     "fields": {"booked_on": "Tag", "amount": 3, "text": ["Zweck", 5]},
///     "decimal_mark": ",",
///     "date_order": "day_month_year",
///     "sign": "in_positive"
/// }"#)?;
/// # assert_eq!(columns.fields.len(), 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Columns {
    /// The delimiter; an ASCII character.
    pub delimiter: Option<char>,
    /// What the columns hold. Needs a date and an amount (or debit or credit).
    pub fields: BTreeMap<Field, OneOrMore>,
    /// The decimal mark of all amounts.
    pub decimal_mark: Option<DecimalMark>,
    /// The order of day, month and year.
    pub date_order: Option<DateOrder>,
    /// What a positive amount means.
    pub sign: Option<Sign>,
}
