//! Amounts and dates as SWIFT fields write them.

use crate::error::{Code, Error};
use crate::money::{Amount, Currency};
use chrono::{Datelike, NaiveDate};

/// Longest amount that is looked at: 15 characters by the standard, more with the zeros that banks put in front.
const LONGEST: usize = 40;

/// An amount with a comma before its decimals, of which there may be none: `9,`, `12,5`, `000000000007,50`. A point is
/// taken for a comma.
///
/// # Errors
/// `format.mt940.bad_amount`; `money.precision`, `money.overflow`.
pub(super) fn amount(text: &str, currency: Currency) -> Result<Amount, Error> {
    let bad = || Error::new(Code::Mt940BadAmount, "not an amount such as 1250,50");
    // Points before a comma part thousands.
    let parted = text.split_once(',').filter(|(whole, _)| whole.contains('.'));
    if parted.is_some_and(|(whole, behind)| {
        behind.contains('.') || whole.split('.').skip(1).any(|group| group.len() != 3)
    }) {
        return Err(bad());
    }
    let mut room = [b'0'; LONGEST];
    // A zero stays in front: some banks leave it out before the comma.
    let mut used = 1;
    for byte in text.bytes() {
        let byte = match byte {
            b'0'..=b'9' => byte,
            b'.' if parted.is_some() => continue,
            b',' | b'.' => b'.',
            _ => return Err(bad()),
        };
        *room.get_mut(used).ok_or_else(bad)? = byte;
        used += 1;
    }
    let digits = room.get(..used).unwrap_or_default();
    let digits = digits.strip_suffix(b".").unwrap_or(digits);
    if used == 1
        || digits.len() == 1 && text.len() == 1 && !text.starts_with(|first: char| first.is_ascii_digit())
    {
        return Err(bad());
    }
    let digits = core::str::from_utf8(digits).map_err(|_| bad())?;
    Amount::parse(digits, currency).map_err(|error| match error.code() {
        Code::MoneySyntax => bad(),
        _ => error,
    })
}

/// A date, and whether the day that was written does not exist: some banks count 30 days in every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) clamped: bool,
}

/// The number of two digits at a place.
fn two(text: &[u8], at: usize) -> Option<u32> {
    match text.get(at..)? {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => {
            Some(u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
        }
        _ => None,
    }
}

/// The day, or the last one of its month.
fn day_of(year: i32, month: u32, day: u32) -> Option<Day> {
    if !(1..=31).contains(&day) {
        return None;
    }
    if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
        return Some(Day { date, clamped: false });
    }
    let date = (28..day).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))?;
    Some(Day { date, clamped: true })
}

/// `YYMMDD` at the start of a text: of 1980 to 2079.
pub(super) fn date(text: &[u8]) -> Option<Day> {
    let year = two(text, 0)?;
    let century = if year < 80 { 2000 } else { 1900 };
    day_of(century + i32::try_from(year).ok()?, two(text, 2)?, two(text, 4)?)
}

/// `MMDD`, in the year that brings it nearest to another date: an entry of January may be of value in December.
pub(super) fn date_near(text: &[u8], near: NaiveDate) -> Option<Day> {
    let (month, day) = (two(text, 0)?, two(text, 2)?);
    let apart = |found: &Day| (found.date - near).num_days().unsigned_abs();
    let year = near.year();
    // Most entries are booked on their value date or some days beside it.
    if let Some(found) = day_of(year, month, day).filter(|found| apart(found) < 180) {
        return Some(found);
    }
    [year, year + 1, year - 1].into_iter().filter_map(|year| day_of(year, month, day)).min_by_key(apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str, currency: &str) -> Option<i64> {
        amount(text, Currency::parse(currency).unwrap()).ok().map(Amount::minor)
    }

    #[test]
    fn amounts() {
        for (text, currency, expected) in [
            ("9,", "EUR", Some(900)),
            ("8,5", "EUR", Some(850)),
            (",02", "EUR", Some(2)),
            ("0", "PLN", Some(0)),
            ("000000000007,50", "EUR", Some(750)),
            ("1.25", "EUR", Some(125)),
            ("100,00", "JPY", Some(100)),
            ("1,234", "KWD", Some(1234)),
            ("1,239", "EUR", None),
            ("", "EUR", None),
            (",", "EUR", None),
            ("1,2,3", "EUR", None),
            ("nullnull7414,3", "EUR", None),
            ("99999999999999999999,00", "EUR", None),
        ] {
            assert_eq!(minor(text, currency), expected, "{text} {currency}");
        }
    }

    #[test]
    fn dates() {
        let date = |text: &str| super::date(text.as_bytes()).map(|day| (day.date.to_string(), day.clamped));
        assert_eq!(date("160230"), Some(("2016-02-29".to_owned(), true)));
        assert_eq!(date("150230"), Some(("2015-02-28".to_owned(), true)));
        assert_eq!(date("021131"), Some(("2002-11-30".to_owned(), true)));
        assert_eq!(date("991231"), Some(("1999-12-31".to_owned(), false)));
        assert_eq!(
            (date("161301"), date("160132"), date("160100"), date("16010x")),
            (None, None, None, None)
        );
    }

    #[test]
    fn the_year_of_an_entry() {
        let near = |text: &str, value: &str| {
            let value = NaiveDate::parse_from_str(value, "%Y-%m-%d").unwrap();
            date_near(text.as_bytes(), value).map(|day| day.date.to_string())
        };
        assert_eq!(near("0101", "2009-12-31").as_deref(), Some("2010-01-01"));
        assert_eq!(near("1231", "2019-01-01").as_deref(), Some("2018-12-31"));
        assert_eq!(near("0502", "2019-04-01").as_deref(), Some("2019-05-02"));
        assert_eq!(near("0230", "2016-03-01").as_deref(), Some("2016-02-29"));
        assert_eq!(near("1301", "2016-03-01"), None);
    }
}
