//! One field of a row, by its type in the contract.

use super::date;
use super::number::NumberText;
use super::options::JsonOptions;
use super::row::{Row, Text, inside, pointer, syntax};
use crate::error::Error;
use crate::model::Metadata;
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::borrow::Cow;

impl<'a> Row<'a> {
    /// Text, or a number as its digits; `None` where absent, null or blank.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        Ok(self.scalar(name)?.map(Cow::into_owned))
    }

    /// The same, borrowed where it can be.
    fn scalar(&mut self, name: &str) -> Result<Option<Cow<'a, str>>, Error> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let text = scalar_text(value).ok_or_else(|| self.bad(name, "not a text"))?;
        Ok(Some(text).filter(|text| !text.trim().is_empty()))
    }

    /// Text that must be there.
    pub(crate) fn required_text(&mut self, name: &str) -> Result<String, Error> {
        self.text(name)?.ok_or_else(|| self.missing(name))
    }

    /// A list of texts; blank ones are left out.
    pub(super) fn texts(&mut self, name: &str) -> Result<Vec<String>, Error> {
        let mut texts = Vec::new();
        for (at, value) in self.elements(name)?.into_iter().enumerate() {
            let text = scalar_text(value.get()).ok_or_else(|| {
                Error::new(crate::Code::InputBadField, "not a text").at_field(element(name, at))
            })?;
            if !text.trim().is_empty() {
                texts.push(text.into_owned());
            }
        }
        Ok(texts)
    }

    /// The elements of a list, each with its path; none where the list is absent or null.
    pub(crate) fn list(&mut self, name: &str) -> Result<Vec<(String, &'a str)>, Error> {
        let elements = self.elements(name)?.into_iter().enumerate();
        Ok(elements.map(|(at, value)| (element(name, at), value.get())).collect())
    }

    fn elements(&mut self, name: &str) -> Result<Vec<&'a RawValue>, Error> {
        let Some(value) = self.take(name) else { return Ok(Vec::new()) };
        if !value.starts_with('[') {
            return Err(self.bad(name, "not a list"));
        }
        serde_json::from_str(value).map_err(|fault| syntax(&fault).at_field(self.at(name)))
    }

    /// An object inside.
    pub(crate) fn part<T>(
        &mut self,
        name: &str,
        options: &JsonOptions,
        read: impl FnOnce(&mut Row<'a>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let read = Row::read_nested(value, options, read);
        read.map(Some).map_err(|fault| inside(&self.at(name), fault))
    }

    /// The objects of a list.
    pub(crate) fn parts<T>(
        &mut self,
        name: &str,
        options: &JsonOptions,
        mut read: impl FnMut(&mut Row<'a>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let elements = self.elements(name)?.into_iter().enumerate();
        elements
            .map(|(at, value)| {
                let read = Row::read_nested(value.get(), options, &mut read);
                read.map_err(|fault| inside(&element(name, at), fault))
            })
            .collect()
    }

    /// Reads an object inside of one that was split, to its last field. Errors have paths from that object on.
    pub(super) fn read_nested<T>(
        value: &'a str,
        options: &JsonOptions,
        read: impl FnOnce(&mut Row<'a>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut row = Row::nested(value)?;
        let answer = read(&mut row)?;
        row.finish(options.strict)?;
        Ok(answer)
    }

    /// A date or an instant.
    pub(super) fn date(&mut self, name: &str, options: &JsonOptions) -> Result<Option<NaiveDate>, Error> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let offset = options.utc_offset_minutes;
        let read = if value.starts_with('"') {
            let text = string(value).ok_or_else(|| self.bad(name, "text that is not valid Unicode"))?;
            date::from_text(&text, offset)
        } else {
            let seconds =
                value.parse().map_err(|_| self.bad(name, "neither a date in text nor whole Unix seconds"))?;
            date::from_unix(seconds, offset).map(Some)
        };
        read.map_err(|fault| fault.at_field(self.at(name)))
    }

    /// A date that must be there.
    pub(crate) fn required_date(&mut self, name: &str, options: &JsonOptions) -> Result<NaiveDate, Error> {
        self.date(name, options)?.ok_or_else(|| self.missing(name))
    }

    /// A currency.
    pub(crate) fn currency(&mut self, name: &str) -> Result<Option<Currency>, Error> {
        let Some(text) = self.scalar(name)? else { return Ok(None) };
        Currency::parse(&text).map(Some).map_err(|fault| fault.at_field(self.at(name)))
    }

    /// An amount of a currency.
    pub(super) fn amount(&mut self, name: &str, currency: Currency) -> Result<Option<Amount>, Error> {
        let Some(number) = self.number(name)? else { return Ok(None) };
        number.amount(currency).map(Some).map_err(|fault| fault.at_field(self.at(name)))
    }

    /// An amount that must be there.
    pub(crate) fn required_amount(&mut self, name: &str, currency: Currency) -> Result<Amount, Error> {
        self.amount(name, currency)?.ok_or_else(|| self.missing(name))
    }

    /// A rate or a percentage.
    pub(crate) fn decimal(&mut self, name: &str) -> Result<Option<Decimal>, Error> {
        let Some(number) = self.number(name)? else { return Ok(None) };
        number.decimal().map(Some).map_err(|fault| fault.at_field(self.at(name)))
    }

    /// A count.
    pub(super) fn count<T: core::str::FromStr>(&mut self, name: &str) -> Result<Option<T>, Error> {
        let Some(text) = self.scalar(name)? else { return Ok(None) };
        text.trim().parse().map(Some).map_err(|_| self.bad(name, "not a whole number from 0 on"))
    }

    /// A word of a list of the contract.
    pub(super) fn word<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Error> {
        let Some(value) = self.take(name) else { return Ok(None) };
        if value == "\"\"" {
            return Ok(None);
        }
        serde_json::from_str(value)
            .map(Some)
            .map_err(|_| self.bad(name, "not a word that the contract lists here"))
    }

    /// A map of text to text: numbers and truth values become text, null is left out.
    pub(super) fn map(&mut self, name: &str) -> Result<Metadata, Error> {
        let Some(value) = self.take(name) else { return Ok(Metadata::default()) };
        // PHP prints an empty map as an empty list.
        if value.starts_with('[') && self.list_is_empty(value) {
            return Ok(Metadata::default());
        }
        Row::nested(value).and_then(|row| row.all_texts()).map_err(|fault| inside(&self.at(name), fault))
    }

    fn all_texts(&self) -> Result<Metadata, Error> {
        let mut map = Metadata::default();
        for (key, value) in self.rest() {
            let text = match value {
                "null" => continue,
                "true" | "false" => value.to_owned(),
                _ => scalar_text(value)
                    .ok_or_else(|| self.bad(key, "neither a text nor a number"))?
                    .into_owned(),
            };
            map.insert(key.to_owned(), text);
        }
        Ok(map)
    }

    fn list_is_empty(&self, value: &str) -> bool {
        value.bytes().all(|byte| byte == b'[' || byte == b']' || byte.is_ascii_whitespace())
    }

    fn number(&mut self, name: &str) -> Result<Option<NumberText<'a>>, Error> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let number = number_text(value).ok_or_else(|| self.bad(name, "neither decimal text nor a number"))?;
        Ok(Some(number).filter(|number| !number.text.is_empty()))
    }
}

/// The amount in the text of a JSON string or number, for readers of other JSON; `None` where it is blank or null.
///
/// # Errors
/// `money.*`, `input.float_money`, `input.bad_field`.
#[cfg_attr(not(feature = "format"), allow(dead_code))]
pub(crate) fn amount_of(value: &str, currency: Currency) -> Result<Option<Amount>, Error> {
    if value == "null" {
        return Ok(None);
    }
    let number = number_text(value)
        .ok_or_else(|| Error::new(crate::Code::InputBadField, "neither decimal text nor a number"))?;
    if number.text.is_empty() {
        return Ok(None);
    }
    number.amount(currency).map(Some)
}

/// The trimmed text of a JSON string, or the digits of a JSON number.
pub(super) fn number_text(value: &str) -> Option<NumberText<'_>> {
    if !value.starts_with('"') {
        let number = value.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        return number.then_some(NumberText { text: Cow::Borrowed(value), quoted: false });
    }
    let text = match string(value)? {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    Some(NumberText { text, quoted: true })
}

/// The text of a JSON string, or the digits of a JSON number.
fn scalar_text(value: &str) -> Option<Cow<'_, str>> {
    if value.starts_with('"') {
        return string(value);
    }
    value.starts_with(|first: char| first == '-' || first.is_ascii_digit()).then_some(Cow::Borrowed(value))
}

/// The text of a JSON string; `None` where it is not valid Unicode.
fn string(value: &str) -> Option<Cow<'_, str>> {
    serde_json::from_str(value).ok().map(|Text(text)| text)
}

/// The path of a list's element.
fn element(name: &str, at: usize) -> String {
    format!("{}/{at}", pointer(name))
}
