//! Fields, amounts and dates.
//!
//! # Design
//! An 88 continues the stream of fields, not the text: a slash or the end of a line ends a field as a comma does. A slash within a
//! line is a character like any other, since references and texts hold them.

use crate::error::{Code, Error};
use crate::money::{Amount, Currency};
use crate::text::lanes;
use chrono::NaiveDate;

/// A line of a record without its code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'t> {
    /// What is between the code's comma and the slash or the end.
    pub(super) body: &'t str,
    /// A slash ends it.
    pub(super) closed: bool,
    /// The rest of a line that was broken, without a code.
    pub(super) wrapped: bool,
}

/// The fields of a record, one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stream<'p, 't> {
    parts: &'p [Part<'t>],
    part: usize,
    at: usize,
}

impl<'p, 't> Stream<'p, 't> {
    pub(super) fn new(parts: &'p [Part<'t>]) -> Self {
        Stream { parts, part: 0, at: 0 }
    }

    /// The next field, without blanks around it; `None` behind the last.
    pub(super) fn field(&mut self) -> Option<&'t str> {
        let part = self.parts.get(self.part)?;
        let rest = part.body.get(self.at..)?;
        let field = match lanes::near(rest.as_bytes(), b',') {
            Some(end) => {
                self.at += end + 1;
                // A comma at the end of a line that goes on: there is no empty field between them.
                if !part.closed && self.at == part.body.len() && self.part + 1 < self.parts.len() {
                    (self.part, self.at) = (self.part + 1, 0);
                }
                rest.get(..end)?
            }
            None => {
                (self.part, self.at) = (self.part + 1, 0);
                rest
            }
        };
        Some(field.trim_ascii())
    }

    /// The next field, empty where there is none.
    pub(super) fn next(&mut self) -> &'t str {
        self.field().unwrap_or_default()
    }

    /// The field that comes, without passing it.
    pub(super) fn peek(mut self) -> Option<&'t str> {
        self.field()
    }

    /// What is left of the line that the stream is in; `None` where it is at a line's start or at the end.
    pub(super) fn rest_of_line(&self) -> Option<&'t str> {
        self.parts.get(self.part).filter(|_| self.at > 0)?.body.get(self.at..)
    }

    /// The lines behind that one, whole.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'t str> {
        let from = self.part + usize::from(self.at > 0);
        self.parts.get(from..).unwrap_or_default().iter().map(|part| part.body)
    }

    /// Whether all fields were taken.
    pub(super) fn is_done(&self) -> bool {
        self.part >= self.parts.len()
    }
}

/// When an amount is available.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Funds {
    /// The value date of type V.
    pub(super) value_on: Option<NaiveDate>,
    /// What is odd about it.
    pub(super) assumed: Option<&'static str>,
}

/// Reads a funds type with what belongs to it.
pub(super) fn funds(stream: &mut Stream<'_, '_>) -> Funds {
    let mut funds = Funds::default();
    match stream.next() {
        "" | "Z" | "z" | "0" | "1" | "2" => {}
        "V" | "v" => {
            let day = stream.next();
            funds.value_on = date(day);
            if funds.value_on.is_none() && !day.bytes().all(|byte| byte == b'0') {
                funds.assumed = Some("a value date that does not exist is left out");
            }
            // Some leave the time out with its comma; what is no time is a reference already.
            let time = |text: &str| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            if stream.peek().is_some_and(time) {
                stream.next();
            } else if !stream.is_done() {
                funds.assumed = Some("a value date without the field of its time");
            }
        }
        "S" | "s" => {
            for _ in 0..3 {
                stream.next();
            }
        }
        "D" | "d" => match stream.next().parse::<u32>() {
            Ok(count) => {
                for _ in 0..count.saturating_mul(2) {
                    if stream.field().is_none() {
                        break;
                    }
                }
            }
            Err(_) => funds.assumed = Some("a distribution of funds that does not say of how many parts"),
        },
        _ => funds.assumed = Some("an unknown funds type is taken as none"),
    }
    funds
}

/// An amount as written: minor units of the currency, with or without a sign; with a point, major units.
///
/// # Errors
/// With the code given where it is no amount.
pub(super) fn amount(text: &str, currency: Currency, code: Code) -> Result<Amount, Error> {
    let bad = || Error::new(code, "not an amount in minor units such as 125000 or -125000");
    let (negative, digits) = match text.as_bytes() {
        [b'-', ..] => (true, text.get(1..).unwrap_or_default()),
        [b'+', ..] => (false, text.get(1..).unwrap_or_default()),
        _ => (false, text),
    };
    if digits.contains('.') {
        let amount = Amount::parse(digits, currency).map_err(|_| bad())?;
        let signed = digits.starts_with(['-', '+']);
        return match (signed, negative) {
            (true, _) => Err(bad()),
            (false, true) => amount.checked_neg(),
            (false, false) => Ok(amount),
        };
    }
    if digits.is_empty() {
        return Err(bad());
    }
    let mut minor = 0_i64;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return Err(bad());
        }
        let digit = i64::from(byte & 15);
        let sum = minor.checked_mul(10).and_then(|sum| sum.checked_add(digit));
        minor = sum.ok_or_else(|| Error::new(Code::MoneyOverflow, "an amount beyond 64 bits"))?;
    }
    Ok(Amount::new(if negative { -minor } else { minor }, currency))
}

/// `YYMMDD` of 1980 to 2079, or `YYYYMMDD`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if !matches!(text.len(), 6 | 8) || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = text.split_at_checked(text.len() - 4)?;
    let (month, day) = rest.split_at_checked(2)?;
    let year: i32 = year.parse().ok()?;
    let year = match (text.len(), year) {
        (6, 80..) => 1900 + year,
        (6, _) => 2000 + year,
        _ => year,
    };
    let found = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    (1900..2200).contains(&year).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(body: &str, closed: bool) -> Part<'_> {
        Part { body, closed, wrapped: false }
    }

    fn fields(parts: &[Part<'_>]) -> Vec<String> {
        let mut stream = Stream::new(parts);
        core::iter::from_fn(|| stream.field().map(str::to_owned)).collect()
    }

    #[test]
    fn a_continuation_continues_the_fields() {
        assert_eq!(fields(&[part("1,,190", true), part("500,,", true)]), ["1", "", "190", "500", "", ""]);
        assert_eq!(fields(&[part("1,,190,", false), part("500", true)]), ["1", "", "190", "500"]);
        assert_eq!(fields(&[part("a/b,", true), part("c", false)]), ["a/b", "", "c"]);
    }

    #[test]
    fn amounts() {
        let minor = |text: &str, code: &str| {
            amount(text, Currency::parse(code).unwrap(), Code::Bai2BadEntry).ok().map(Amount::minor)
        };
        for (text, currency, expected) in [
            ("+000000000000", "CAD", Some(0)),
            ("-500000", "USD", Some(-50_0000)),
            ("001", "GBP", Some(1)),
            ("125", "JPY", Some(125)),
            ("1250.5", "USD", Some(125_050)),
            ("-12.50", "USD", Some(-1250)),
            ("-+12.50", "USD", None),
            ("", "USD", None),
            ("-", "USD", None),
            ("12,5", "USD", None),
            ("99999999999999999999", "USD", None),
        ] {
            assert_eq!(minor(text, currency), expected, "{text}");
        }
    }

    #[test]
    fn dates() {
        let text = |text: &str| date(text).map(|day| day.to_string());
        assert_eq!(text("040621").as_deref(), Some("2004-06-21"));
        assert_eq!(text("991231").as_deref(), Some("1999-12-31"));
        assert_eq!(text("20260304").as_deref(), Some("2026-03-04"));
        assert_eq!((text("06/321"), text("260230"), text("")), (None, None, None));
    }
}
