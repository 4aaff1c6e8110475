//! Dates of XML Schema and of UNTDID 2379.

use crate::error::{Code, Error};
use chrono::{Datelike, NaiveDate};

/// A date such as `2026-03-04`; a time or a time zone behind it leaves the day as it is written.
///
/// # Errors
/// `format.einvoice.bad_date`.
pub(super) fn iso(text: &str, field: &'static str) -> Result<NaiveDate, Error> {
    let (day, behind) = text.split_at_checked(10).unwrap_or((text, ""));
    let date = match day.as_bytes() {
        [y @ .., b'-', m1, m2, b'-', d1, d2]
            if behind.is_empty() || behind.starts_with(['T', 'Z', '+', '-']) =>
        {
            date(y, &[*m1, *m2], &[*d1, *d2])
        }
        _ => None,
    };
    date.ok_or_else(|| bad("not a date such as 2026-03-04 between the years 1900 and 2199", field))
}

/// A date of UNTDID 2379: `102` for `20260304`, with a time behind it `203` and `204`. A date of XML Schema is taken too.
///
/// # Errors
/// `format.einvoice.bad_date`.
pub(super) fn coded(text: &str, format: Option<&str>, field: &'static str) -> Result<NaiveDate, Error> {
    if text.contains('-') {
        return iso(text, field);
    }
    let digits = match format {
        None | Some("102") => 8,
        Some("203") => 12,
        Some("204") => 14,
        Some(_) => {
            return Err(bad("a date of another form than 102: write 20260304 with format=\"102\"", field));
        }
    };
    let date = match text.as_bytes() {
        [y1, y2, y3, y4, m1, m2, d1, d2, ..] if text.len() == digits => {
            date(&[*y1, *y2, *y3, *y4], &[*m1, *m2], &[*d1, *d2])
        }
        _ => None,
    };
    date.ok_or_else(|| bad("not a date such as 20260304 between the years 1900 and 2199", field))
}

fn bad(said: &str, field: &'static str) -> Error {
    Error::new(Code::EinvoiceBadDate, said).at_field(field)
}

fn date(year: &[u8], month: &[u8], day: &[u8]) -> Option<NaiveDate> {
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0, |sum: u32, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte & 15)))
    };
    let year = i32::try_from(number(year)?).ok().filter(|_| year.len() == 4)?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
        .filter(|date| (1900..2200).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_what_is_none() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 4);
        for text in ["2026-03-04", "2026-03-04Z", "2026-03-04+01:00", "2026-03-04T23:30:00Z"] {
            assert_eq!(iso(text, "x").ok(), day, "{text}");
            assert_eq!(coded(text, Some("102"), "x").ok(), day, "{text}");
        }
        for (text, format) in [("20260304", Some("102")), ("20260304", None), ("202603041200", Some("203"))] {
            assert_eq!(coded(text, format, "x").ok(), day, "{text}");
        }
        for text in [
            "",
            "2026-02-30",
            "04-03-2026",
            "1026-03-04",
            "2026-03-04x",
            "2026/03/04",
            "2026-3-4",
            "ÄÄÄÄÄÄÄÄ",
        ] {
            assert_eq!(iso(text, "x").map_err(|error| error.code()), Err(Code::EinvoiceBadDate), "{text}");
        }
        for (text, format) in
            [("202603", Some("610")), ("260304", None), ("20261304", None), ("2026030", Some("102"))]
        {
            assert!(coded(text, format, "x").is_err(), "{text}");
        }
    }
}
