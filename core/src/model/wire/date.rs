//! ISO 8601 dates, RFC 3339 instants, Unix seconds: to dates.

use crate::error::{Code, Error};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

/// A date from ISO 8601 text, with or without a time. A time with an offset (RFC 3339) is an instant and is moved
/// to `utc_offset_minutes`; a time without one is taken as local. `None` for blank text and `0000-00-00`.
///
/// ```
/// use payymo::model::date_from_text;
/// let day = |text: &str| date_from_text(text, 60).map(|day| day.map(|day| day.to_string()));
/// assert_eq!(day("2026-03-04T23:30:00Z")?.as_deref(), Some("2026-03-05"));
/// assert_eq!(day("2026-03-04 23:30")?.as_deref(), Some("2026-03-04"));
/// assert_eq!(day(" ")?, None);
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `input.bad_date`.
pub fn from_text(text: &str, utc_offset_minutes: i32) -> Result<Option<NaiveDate>, Error> {
    // Almost all are a date and nothing else.
    if let Some(date) = calendar(text) {
        return in_range(date).map(Some);
    }
    let text = text.trim();
    if text.is_empty() || text.starts_with("0000-00-00") {
        return Ok(None);
    }
    let (day, time) = match text.get(..10) {
        Some(day) => (day, text.get(10..).unwrap_or_default()),
        None => return Err(bad()),
    };
    let date = calendar(day).ok_or_else(bad)?;
    let time = match time.strip_prefix(['T', 't', ' ']) {
        None if time.is_empty() => return in_range(date).map(Some),
        None => return Err(bad()),
        Some(time) => time,
    };
    if time.ends_with(['Z', 'z']) || time.contains(['+', '-']) {
        let instant = instant(text).ok_or_else(bad)?;
        return local(instant.timestamp(), utc_offset_minutes).map(Some);
    }
    if time.is_empty()
        || !time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b','))
    {
        return Err(bad());
    }
    in_range(date).map(Some)
}

/// A date from Unix seconds. Digits of a date, 20260304, are none: they would be a day of 1970.
///
/// # Errors
/// `input.bad_date`.
pub(crate) fn from_unix(seconds: i64, utc_offset_minutes: i32) -> Result<NaiveDate, Error> {
    if (19_000_101..=21_991_231).contains(&seconds) {
        return Err(Error::new(Code::InputBadDate, "digits of a date: give it as text such as 2026-03-04"));
    }
    local(seconds, utc_offset_minutes)
}

fn local(seconds: i64, utc_offset_minutes: i32) -> Result<NaiveDate, Error> {
    let moved = i64::from(utc_offset_minutes).checked_mul(60).and_then(|offset| seconds.checked_add(offset));
    let instant = moved.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).ok_or_else(bad)?;
    in_range(instant.date_naive())
}

/// `YYYY-MM-DD`, digits only.
fn calendar(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits
            .iter()
            .try_fold(0_u32, |n, digit| digit.is_ascii_digit().then(|| n * 10 + u32::from(digit - b'0')))
    };
    let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// RFC 3339, also with a space for `T` and with an offset without colon, as PHP and some banks print it.
fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%#z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f%#z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%#z"))
        .ok()
}

fn in_range(date: NaiveDate) -> Result<NaiveDate, Error> {
    if (1900..=2199).contains(&date.year()) { Ok(date) } else { Err(bad()) }
}

fn bad() -> Error {
    Error::new(Code::InputBadDate, "not a date such as 2026-03-04 of the years 1900 to 2199")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, offset: i32, expected: &str) {
        let date = from_text(text, offset).unwrap().unwrap();
        assert_eq!(date.to_string(), expected, "{text}");
    }

    #[test]
    fn dates_and_instants() {
        reads("2026-03-04", 600, "2026-03-04");
        reads("2026-03-04 23:59:59", 600, "2026-03-04");
        reads("2026-03-04T23:30:00Z", 0, "2026-03-04");
        reads("2026-03-04T23:30:00Z", 60, "2026-03-05");
        reads("2026-03-05T00:30:00+01:00", 0, "2026-03-04");
        reads("2026-03-05T00:30:00.123+0100", 60, "2026-03-05");
        reads("2024-02-29T00:00:00.000Z", 0, "2024-02-29");
        assert_eq!(from_unix(1_772_582_400, 0).unwrap().to_string(), "2026-03-04");
        assert_eq!(from_unix(1_772_582_399, 0).unwrap().to_string(), "2026-03-03");
        assert_eq!(from_unix(1_772_582_399, 1).unwrap().to_string(), "2026-03-04");
    }

    #[test]
    fn none_and_refused() {
        for text in ["", "  ", "0000-00-00", "0000-00-00 00:00:00"] {
            assert_eq!(from_text(text, 0).unwrap(), None);
        }
        for text in [
            "2026-02-30",
            "0001-01-01",
            "1899-12-31",
            "2200-01-01",
            "2026-3-4",
            "04.03.2026",
            "20260304",
            "2026-03-04x",
            "2026-03-04T",
            "2026-03-04T10:00:00+99:99",
            "２０２６-03-04",
            "2026-03-04Tnoon",
        ] {
            let read = from_text(text, 0);
            assert!(read.as_ref().is_err_and(|fault| fault.code() == Code::InputBadDate), "{text}: {read:?}");
        }
        assert!(from_unix(i64::MAX, 1440).is_err());
        assert!(from_unix(i64::MIN, -1440).is_err());
    }
}
