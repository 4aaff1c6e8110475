//! The members of a row, as PHP writes values.

use crate::error::{Code, Error};
use crate::format::ReadOptions;
use crate::model::wire::row::Row;
use crate::model::wire::{amount_of, date};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use serde_json::value::RawValue;

/// A row's members.
pub(super) struct Fields<'a>(Row<'a>);

impl<'a> Fields<'a> {
    pub(super) fn new(row: Row<'a>) -> Self {
        Fields(row)
    }

    /// Whether there is such a member.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.rest().any(|(known, _)| known == name)
    }

    /// The text of a string or a number; `None` where it is absent, null or blank.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let value = self.0.take(name)?;
        let text = match value.bytes().next()? {
            b'"' => serde_json::from_str::<String>(value).ok()?,
            b'-' | b'0'..=b'9' => value.to_owned(),
            _ => return None,
        };
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// An id; WHMCS writes 0 for none.
    pub(super) fn id(&mut self, name: &str) -> Option<String> {
        self.text(name).filter(|id| id != "0")
    }

    /// A date; `None` for blank and `0000-00-00`.
    pub(super) fn date(&mut self, name: &str, options: &ReadOptions) -> Result<Option<NaiveDate>, Error> {
        match self.text(name) {
            Some(text) => {
                date::from_text(&text, options.utc_offset_minutes).map_err(|fault| fault.at_field(name))
            }
            None => Ok(None),
        }
    }

    /// An amount; `None` where it is absent, null or blank.
    pub(super) fn amount(&mut self, name: &str, currency: Currency) -> Result<Option<Amount>, Error> {
        match self.0.take(name) {
            Some(value) => amount_of(value, currency).map_err(|fault| fault.at_field(name)),
            None => Ok(None),
        }
    }

    /// The currency: a code of the row, else the one given (`currency` may also be a number of WHMCS's own).
    pub(super) fn currency(&mut self, name: &str, known: Option<Currency>) -> Result<Currency, Error> {
        let code = self.text(name).filter(|code| !code.bytes().all(|byte| byte.is_ascii_digit()));
        match code {
            Some(code) => Currency::parse(&code).map_err(|fault| fault.at_field(name)),
            None => known.ok_or_else(|| {
                Error::new(
                    Code::InputMissing,
                    "the row names no currency and no known invoice: give the option currency",
                )
                .at_field(name)
            }),
        }
    }

    /// The rows of a member `{"item": [...]}` in any shape of PHP.
    pub(super) fn rows(&mut self, name: &str, inner: &str) -> Result<Vec<Fields<'a>>, Error> {
        let Some(value) = self.0.take(name) else { return Ok(Vec::new()) };
        let value = match value.bytes().next() {
            Some(b'{') => {
                let mut row = Row::parse(value)?;
                row.take(inner).unwrap_or(value)
            }
            _ => value,
        };
        elements(value)?.into_iter().map(|text| Row::parse(text).map(Fields)).collect()
    }
}

/// The texts of a list's rows: a list, an object with numbers as keys, a single row, or nothing.
fn elements(value: &str) -> Result<Vec<&str>, Error> {
    match value.bytes().next() {
        Some(b'[') => {
            let rows: Vec<&RawValue> =
                serde_json::from_str(value).map_err(|_| Error::new(Code::InputBadField, "not a list"))?;
            Ok(rows.into_iter().map(RawValue::get).collect())
        }
        Some(b'{') => {
            let row = Row::parse(value)?;
            let mut keyed: Vec<(u64, &str)> = Vec::new();
            for (name, text) in row.rest() {
                match name.parse() {
                    Ok(number) => keyed.push((number, text)),
                    Err(_) => return Ok(vec![value]),
                }
            }
            keyed.sort_unstable_by_key(|(number, _)| *number);
            Ok(keyed.into_iter().map(|(_, text)| text).collect())
        }
        _ => Ok(Vec::new()),
    }
}
