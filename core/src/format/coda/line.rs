//! Lines of fixed width: columns, amounts, dates, accounts.

use crate::error::{Code, Error};
use crate::money::{Amount, Currency};
use crate::party::{Iban, IbanVerdict};
use chrono::NaiveDate;
use memchr::memchr;

/// Bytes of a line: 128 characters by the standard.
pub(super) const LONGEST: usize = 4096;

/// A line of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    /// Where the next one begins.
    pub(super) next: usize,
}

/// What stands at a place.
pub(super) enum Found<'t> {
    Line(Line<'t>),
    TooLong(usize),
    /// A line that is not all there, from here on.
    Part(usize),
    Nothing,
}

/// The line at a place, or behind blank ones.
pub(super) fn line(text: &str, mut at: usize, last: bool) -> Found<'_> {
    loop {
        let rest = text.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return Found::Nothing;
        }
        let end = match memchr(b'\n', rest.as_bytes()) {
            Some(end) => end,
            None if last => rest.len(),
            None if rest.len() > LONGEST => return Found::TooLong(at),
            None => return Found::Part(at),
        };
        let next = text.len().min(at + end + 1);
        if end > LONGEST {
            return Found::TooLong(at);
        }
        let line = rest.get(..end).unwrap_or_default().trim_end_matches(['\r', '\u{1a}']);
        if !line.trim_ascii().is_empty() {
            return Found::Line(Line { text: line, start: at, next });
        }
        at = next;
    }
}

impl<'t> Line<'t> {
    /// What it is: `0`, `1`, `21` … as one or two characters.
    pub(super) fn kind(&self) -> (u8, u8) {
        match self.text.as_bytes() {
            [first @ (b'2' | b'3'), second, ..] => (*first, *second),
            [first, ..] => (*first, 0),
            [] => (0, 0),
        }
    }

    /// Columns from a place on, counted from 0 in characters, as they stand.
    pub(super) fn raw(&self, from: usize, length: usize) -> &'t str {
        if self.text.is_ascii() {
            let end = self.text.len().min(from + length);
            return self.text.get(from..end).unwrap_or_default();
        }
        let place = |at: usize| self.text.char_indices().nth(at).map_or(self.text.len(), |(at, _)| at);
        self.text.get(place(from)..place(from + length)).unwrap_or_default()
    }

    /// Columns without blanks around them.
    pub(super) fn field(&self, from: usize, length: usize) -> &'t str {
        self.raw(from, length).trim()
    }

    /// Adds columns with their blanks, also those that were trimmed from the line's end.
    pub(super) fn push(&self, from: usize, length: usize, to: &mut String) {
        let text = self.raw(from, length);
        to.push_str(text);
        let blanks = length.saturating_sub(text.chars().count());
        to.extend(core::iter::repeat_n(' ', blanks));
    }
}

/// A sign (0 credit, 1 debit) and fifteen digits with three decimals.
///
/// # Errors
/// With the code given; `money.precision` for decimals that the currency does not have.
pub(super) fn amount(sign: &str, digits: &str, currency: Currency, code: Code) -> Result<Amount, Error> {
    let bad = || Error::new(code, "not a sign (0 or 1) and fifteen digits with three decimals");
    let negative = match sign {
        "0" => false,
        "1" => true,
        _ => return Err(bad()),
    };
    let amount = unsigned(digits, currency).ok_or_else(bad)??;
    if negative { amount.checked_neg() } else { Ok(amount) }
}

/// Fifteen digits with three decimals; `None` where they are none.
pub(super) fn unsigned(digits: &str, currency: Currency) -> Option<Result<Amount, Error>> {
    let digits = digits.trim();
    if digits.is_empty() || digits.len() > 15 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: i64 = digits.parse().ok()?;
    let decimals = u32::from(currency.decimals());
    let minor = match decimals {
        0..=3 => {
            let unit = 10_i64.pow(3 - decimals);
            (thousandths % unit == 0).then_some(thousandths / unit)
        }
        more => thousandths.checked_mul(10_i64.pow(more - 3)),
    };
    let said = "more decimals than the currency has";
    Some(
        minor.map(|minor| Amount::new(minor, currency)).ok_or_else(|| Error::new(Code::MoneyPrecision, said)),
    )
}

/// `DDMMYY` of 1980 to 2079; `None` for none and for days that do not exist.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (day, rest) = text.split_at_checked(2)?;
    let (month, year) = rest.split_at_checked(2)?;
    let year: i32 = year.parse().ok()?;
    let year = if year < 80 { 2000 + year } else { 1900 + year };
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// An account as a line holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) id: String,
    pub(super) currency: Option<Currency>,
}

/// The account of a statement: 37 columns in the structure that its type says.
pub(super) fn own(kind: &str, text: &str) -> Option<Held> {
    let part =
        |from: usize, length: usize| text.get(from..text.len().min(from + length)).unwrap_or_default().trim();
    let (id, currency) = match kind {
        "0" => (belgian(part(0, 12)), part(13, 3)),
        "1" | "2" | "3" => (part(0, 34).replace(' ', ""), part(34, 3)),
        _ => return None,
    };
    Some(Held { id, currency: Currency::parse(currency).ok() }).filter(|held| !held.id.is_empty())
}

/// A Belgian account number of twelve digits as an IBAN: the form in which everything else names it.
fn belgian(number: &str) -> String {
    let checked = |number: &str| -> Option<String> {
        let digits = number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit());
        let value: u128 = format!("{number}111400").parse().ok().filter(|_| digits)?;
        Some(format!("BE{:02}{number}", 98 - value % 97))
    };
    checked(number).unwrap_or_else(|| number.to_owned())
}

/// The account of the other side: an IBAN, or a number of another kind.
pub(super) fn other(text: &str) -> (Option<String>, Option<String>) {
    let whole = text.get(..text.len().min(34)).unwrap_or(text).trim();
    let iban = Iban::parse(whole);
    if iban.verdict() == IbanVerdict::Valid {
        return (Some(iban.as_str().to_owned()), None);
    }
    // Twelve digits, a blank and the currency.
    let number = whole.split(' ').next().unwrap_or_default();
    let zeros = number.bytes().all(|byte| byte == b'0');
    match Iban::parse(&belgian(number)) {
        _ if zeros => (None, None),
        iban if iban.verdict() == IbanVerdict::Valid => (Some(iban.as_str().to_owned()), None),
        _ => (None, Some(whole.split_ascii_whitespace().collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_three_decimals() {
        let minor = |digits: &str, code: &str| {
            let read = unsigned(digits, Currency::parse(code).unwrap())?;
            read.ok().map(Amount::minor)
        };
        assert_eq!(minor("000000001234560", "EUR"), Some(123_456));
        assert_eq!(minor("000000001234000", "JPY"), Some(1234));
        assert_eq!(minor("000000001234567", "KWD"), Some(1_234_567));
        assert_eq!(
            (minor("000000001234567", "EUR"), minor("12a", "EUR"), minor("", "EUR")),
            (None, None, None)
        );
    }

    #[test]
    fn accounts() {
        let id = |kind: &str, text: &str| own(kind, text).map(|held| (held.id, held.currency.is_some()));
        assert_eq!(
            id("0", "539007547034 EUR0BE                  "),
            Some(("BE68539007547034".to_owned(), true))
        );
        assert_eq!(
            id("2", "BE68539007547034                  EUR"),
            Some(("BE68539007547034".to_owned(), true))
        );
        assert_eq!(
            id("3", "DE89370400440532013000            EUR"),
            Some(("DE89370400440532013000".to_owned(), true))
        );
        assert_eq!(id("1", "12345678                          USD"), Some(("12345678".to_owned(), true)));
        assert_eq!((id("4", "1"), id("2", "")), (None, None));
        assert_eq!(other("539007547034 EUR0BE").0.as_deref(), Some("BE68539007547034"));
        assert_eq!(other("BE68 5390 0754 7034").0.as_deref(), Some("BE68539007547034"));
        assert_eq!(other("12345678").1.as_deref(), Some("12345678"));
        assert_eq!((other(""), other("000000000000")), ((None, None), (None, None)));
    }

    #[test]
    fn dates() {
        assert_eq!(date("040326").map(|day| day.to_string()).as_deref(), Some("2026-03-04"));
        assert_eq!((date("000000"), date("310226"), date("")), (None, None, None));
    }
}
