//! Times of certificates, in seconds since 1970.
//!
//! Source: RFC 5280 section 4.1.2.5: years to 2049 as `UTCTime`, later ones as `GeneralizedTime`, always with seconds and in UTC.

use super::der::Reader;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

const UTC: u8 = 0x17;
const GENERALIZED: u8 = 0x18;

/// The next time of a reader.
pub(super) fn take(reader: &mut Reader<'_>) -> Option<i64> {
    let element = reader.next()?;
    match (element.tag, element.body) {
        (UTC, [year @ .., _, _, _, _, _, _, _, _, _, _, b'Z']) if year.len() == 2 => {
            let short = number(year)?;
            let year = if short < 50 { 2000 + short } else { 1900 + short };
            seconds(year, element.body.get(2..12)?)
        }
        (GENERALIZED, [year @ .., _, _, _, _, _, _, _, _, _, _, b'Z']) if year.len() == 4 => {
            let year = number(year)?;
            if year < 2050 {
                return None;
            }
            seconds(year, element.body.get(4..14)?)
        }
        _ => None,
    }
}

fn seconds(year: u32, rest: &[u8]) -> Option<i64> {
    let mut parts = rest.chunks_exact(2).map(number);
    let mut part = || parts.next().flatten();
    let (month, day, hour, minute, second) = (part()?, part()?, part()?, part()?, part()?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let time = NaiveTime::from_hms_opt(hour, minute, second)?;
    Some(NaiveDateTime::new(date, time).and_utc().timestamp())
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number: u32, digit| match digit {
        b'0'..=b'9' => Some(number * 10 + u32::from(digit - b'0')),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: u8, text: &str) -> Option<i64> {
        let bytes = [&[tag, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        take(&mut Reader::new(&bytes))
    }

    #[test]
    fn both_forms() {
        assert_eq!(read(UTC, "700101000000Z"), Some(0));
        assert_eq!(read(UTC, "491231235959Z"), Some(2_524_607_999));
        assert_eq!(read(UTC, "500101000000Z"), Some(-631_152_000));
        assert_eq!(read(GENERALIZED, "20500101000000Z"), Some(2_524_608_000));
        assert_eq!(read(GENERALIZED, "99991231235959Z"), Some(253_402_300_799));
        for text in [
            "7001010000Z",
            "700101000000",
            "700101000000+0100",
            "701301000000Z",
            "700230000000Z",
            "70010100000aZ",
        ] {
            assert_eq!(read(UTC, text), None, "{text}");
        }
        for text in ["20490101000000Z", "20500101000000.5Z", "2050010100Z", "20500101240000Z"] {
            assert_eq!(read(GENERALIZED, text), None, "{text}");
        }
    }
}
