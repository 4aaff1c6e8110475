//! Values of elements: text, dates, amounts.

use crate::error::{Code, Error};
use crate::format::date;
use crate::format::xml::unescape;
use crate::money::{Amount, Currency, DecimalMark, parse_localized};
use crate::text::one_line;
use chrono::{Datelike, FixedOffset, NaiveDate};
use memchr::{memchr_iter, memchr2};
use std::borrow::Cow;

const DATA: &str = "<![CDATA[";
const COMMENT: &str = "<!--";

/// What is said of an amount with two readings.
pub(super) const DOUBTFUL: &str = "an amount such as 12.345 can be read in two ways: one mark before three digits is taken as the \
                        decimal mark, unless the currency then has no such decimals";

/// Text on one line, with its entities resolved.
pub(super) fn clean(raw: &str) -> String {
    one_line(plain(raw))
}

/// [`clean`], if it says anything.
pub(super) fn given(raw: &str) -> Option<String> {
    // Most elements are not there.
    if raw.is_empty() {
        return None;
    }
    Some(clean(raw)).filter(|text| !text.is_empty())
}

/// Text without space around it, with its entities resolved.
pub(super) fn plain(raw: &str) -> Cow<'_, str> {
    if raw.is_empty() {
        return Cow::Borrowed(raw);
    }
    let raw = raw.trim_ascii();
    if memchr2(b'&', b'<', raw.as_bytes()).is_none() {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    // A section without an end is text, and so are those behind it: none of them is looked for twice.
    let (mut data, mut comments) = (true, true);
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix(DATA).filter(|_| data) {
            if let Some((inner, behind)) = inner.split_once("]]>") {
                text.push_str(inner);
                rest = behind;
                continue;
            }
            data = false;
        } else if let Some(inner) = rest.strip_prefix(COMMENT).filter(|_| comments) {
            if let Some((_, behind)) = inner.split_once("-->") {
                rest = behind;
                continue;
            }
            comments = false;
        }
        let (part, behind) = rest.split_at_checked(next_section(rest)).unwrap_or((rest, ""));
        resolve(part, &mut text);
        rest = behind;
    }
    let trimmed = text.trim();
    if trimmed.len() == text.len() { Cow::Owned(text) } else { Cow::Owned(trimmed.to_owned()) }
}

/// Where the next section begins, the one at the front aside.
fn next_section(text: &str) -> usize {
    let bytes = text.as_bytes();
    let begins = |at: &usize| {
        bytes
            .get(*at..)
            .is_some_and(|rest| rest.starts_with(DATA.as_bytes()) || rest.starts_with(COMMENT.as_bytes()))
    };
    memchr_iter(b'<', bytes).filter(|at| *at > 0).find(begins).unwrap_or(text.len())
}

/// Resolves entities; what is none stays as it is.
fn resolve(raw: &str, text: &mut String) {
    if let Ok(resolved) = unescape(raw) {
        text.push_str(&resolved);
        return;
    }
    for (at, part) in raw.split('&').enumerate() {
        let whole = if at == 0 { Cow::Borrowed(part) } else { Cow::Owned(format!("&{part}")) };
        match (unescape(&whole), part.strip_prefix("nbsp;")) {
            (Ok(resolved), _) => text.push_str(&resolved),
            (Err(()), Some(behind)) => {
                text.push(' ');
                text.push_str(behind);
            }
            (Err(()), None) => text.push_str(&whole),
        }
    }
}

/// The day of `20260304`, `20260304120000.000[-3:BRT]`; `None` for nothing and for zeros.
///
/// A time is of the zone that stands behind it, and the day that is printed is the bank's: it is not moved. Other forms
/// are taken where they tell day and month apart: `2026-03-04`, `30/06/2025`.
///
/// # Errors
/// Text that is no such date, of a day that does not exist or of a year outside 1900 to 2199.
pub(super) fn day(raw: &str) -> Result<Option<NaiveDate>, NoDate> {
    let text = plain(raw);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.bytes().all(|byte| byte == b'0') {
        return Ok(None);
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2, ..] = text.as_bytes() else {
        return other(&text).map(Some);
    };
    if digits < 8 {
        return other(&text).map(Some);
    }
    let number =
        |digits: [&u8; 4]| digits.into_iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    let (year, month, date) =
        (number([y1, y2, y3, y4]), number([&b'0', &b'0', m1, m2]), number([&b'0', &b'0', d1, d2]));
    let behind = text.get(digits..).unwrap_or_default();
    if digits == 9 || !(behind.is_empty() || behind.starts_with(['.', '[', ':', ' ', ',', '-', '+', 'Z'])) {
        return Err(NoDate);
    }
    let day = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, date));
    day.filter(|day| (1900..2200).contains(&day.year())).map(Some).ok_or(NoDate)
}

/// Text that is no date.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoDate;

/// Dates of other forms, where only one reading of them exists.
fn other(text: &str) -> Result<NaiveDate, NoDate> {
    let utc = FixedOffset::east_opt(0).ok_or(NoDate)?;
    // A time behind it is of the zone that is printed.
    let text = text.split(['T', ' ', '[']).next().unwrap_or_default();
    let cell = date::cut(text, utc).ok_or(NoDate)?;
    let [day_first, month_first] =
        [date::DateOrder::DayMonthYear, date::DateOrder::MonthDayYear].map(|order| cell.date(order, None));
    match (day_first, month_first) {
        (Some(one), Some(other)) if one == other => Ok(one),
        (Some(one), None) | (None, Some(one)) => Ok(one),
        _ => Err(NoDate),
    }
}

/// An amount, and whether it could be another one: `12.345` may be twelve or twelve thousand.
///
/// The standard allows a point or a comma as the decimal mark and no marks between thousands; banks print these too.
/// One mark before exactly three digits is a decimal mark as the standard has it, unless the currency then has
/// decimals that it has not.
///
/// # Errors
/// `format.ofx.bad_amount`, `money.precision`, `money.overflow`.
pub(super) fn amount(raw: &str, currency: Currency) -> Result<(Amount, bool), Error> {
    let text = plain(raw);
    let three = matches!(text.as_bytes(), [.., b'.' | b',', _, _, _]);
    if !three && let Ok(amount) = Amount::parse(&text, currency) {
        return Ok((amount, false));
    }
    let bad = || Error::new(Code::OfxBadAmount, "not an amount such as -1204.50");
    let read = parse_localized(&text, None).map_err(|error| match error.code() {
        Code::MoneyOverflow => error,
        _ => bad(),
    })?;
    if read.currency().is_some_and(|named| named != currency) {
        return Err(Error::new(
            Code::OfxBadAmount,
            format!("an amount that names another currency than {currency}"),
        ));
    }
    let thousands = read.minor(currency).map(|minor| Amount::new(minor, currency));
    if !read.is_ambiguous() {
        return thousands.map(|amount| (amount, false));
    }
    let mark = if text.contains(',') { DecimalMark::Comma } else { DecimalMark::Point };
    let decimals = parse_localized(&text, Some(mark)).and_then(|read| read.minor(currency));
    match decimals {
        Ok(minor) if currency.decimals() > 0 => Ok((Amount::new(minor, currency), currency.decimals() < 3)),
        _ => thousands.map(|amount| (amount, true)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_all_kinds() {
        for (raw, text) in [
            (" a  b\r\n c ", "a b c"),
            ("A &amp; B & C &lt;D&gt; &#65; R&D", "A & B & C <D> A R&D"),
            ("Caf&eacute;&nbsp;&amp; Bar", "Caf&eacute; & Bar"),
            ("<![CDATA[A &amp; <B>  ]]>", "A &amp; <B>"),
            ("x <![CDATA[&]]> <!-- no -->y", "x & y"),
            ("1 < 2", "1 < 2"),
            ("<![CDATA[open", "<![CDATA[open"),
            ("", ""),
        ] {
            assert_eq!(clean(raw), text, "{raw}");
        }
    }

    #[test]
    fn days() {
        let day = |text: &str| day(text).map(|day| day.map(|day| day.to_string()));
        for text in [
            "20260304",
            " 20260304 ",
            "20260304120000",
            "20260304235959.999[-3:BRT]",
            "20260304000000[0]",
            "20260304000000[+5.30:IST]",
            "20260304[-5]",
            "20260304120000.000[-:EST]",
            "202603041200",
            "20260304093914:014",
            "2026030490000",
            "2026-03-04",
            "2026-03-04T23:30:00-05:00",
            "2026/03/04",
        ] {
            assert_eq!(day(text), Ok(Some("2026-03-04".to_owned())), "{text}");
        }
        assert_eq!(day("30/06/2025"), Ok(Some("2025-06-30".to_owned())));
        for text in ["", "  ", "00000000", "00000000000000"] {
            assert_eq!(day(text), Ok(None), "{text}");
        }
        for text in [
            "20260230",
            "201120000000",
            "2026",
            "202603",
            "202603041",
            "20260304x",
            "04/03/2026",
            "today",
            "18991231",
        ] {
            assert_eq!(day(text), Err(NoDate), "{text}");
        }
    }

    #[test]
    fn amounts() {
        let of = |text: &str, code: &str| {
            let currency = Currency::parse(code).unwrap();
            amount(text, currency)
                .map(|(amount, doubtful)| (amount.minor(), doubtful))
                .map_err(|error| error.code())
        };
        for (text, code, minor, doubtful) in [
            ("-530,86", "BRL", -53_086, false),
            ("+12.00", "USD", 1200, false),
            (" - 1 234,5 ", "EUR", -123_450, false),
            ("1.234,56", "EUR", 123_456, false),
            ("-1,234.56", "USD", -123_456, false),
            ("R$ 5.326,43", "BRL", 532_643, false),
            ("$120", "CAD", 12_000, false),
            ("-.50", "EUR", -50, false),
            ("12.", "EUR", 1200, false),
            ("150.0000", "EUR", 15_000, false),
            ("25.000", "EUR", 2500, true),
            ("1,234", "USD", 123_400, true),
            ("25.000", "CLP", 25_000, true),
            ("1.234", "KWD", 1234, false),
            ("1204", "JPY", 1204, false),
        ] {
            assert_eq!(of(text, code), Ok((minor, doubtful)), "{text} {code}");
        }
        for text in ["", ".", "12..3", "abc", "1e5", "€ 5"] {
            assert_eq!(of(text, "USD"), Err(Code::OfxBadAmount), "{text}");
        }
        assert_eq!(of("1.2345", "USD"), Err(Code::MoneyPrecision));
        assert_eq!(of(&"9".repeat(30), "USD"), Err(Code::MoneyOverflow));
    }
}
