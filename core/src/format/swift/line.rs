//! `:61:`, the statement line.
//!
//! `YYMMDD [MMDD] mark [funds code] amount type reference [//bank's reference]`, then a line of supplementary details.

use super::value::{self, Day};
use crate::error::{Code, Error};
use crate::format::reading::nothing;
use chrono::NaiveDate;

/// A statement line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'t> {
    pub(super) value_on: Day,
    pub(super) entry_on: Option<Day>,
    pub(super) mark: Mark,
    /// Without its sign.
    pub(super) amount: &'t str,
    /// `NTRF`, `N051`, `NOV`.
    pub(super) kind: &'t str,
    /// The account owner's reference.
    pub(super) reference: &'t str,
    /// The bank's reference.
    pub(super) bank: &'t str,
}

/// The mark before the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// What it does to the account: `C`, `RD` and `EC` are money in.
    pub(super) credit: bool,
    /// `RC`, `RD`: an earlier entry is taken back.
    pub(super) reversal: bool,
    /// `EC`, `ED`: expected, not booked.
    pub(super) expected: bool,
}

impl Mark {
    fn read(text: &[u8]) -> Option<(Mark, usize)> {
        let mark = |credit, reversal, expected, length| Some((Mark { credit, reversal, expected }, length));
        match text {
            [b'C', ..] => mark(true, false, false, 1),
            [b'D', ..] => mark(false, false, false, 1),
            [b'R', b'C', ..] => mark(false, true, false, 2),
            [b'R', b'D', ..] => mark(true, true, false, 2),
            [b'E', b'C', ..] => mark(true, false, true, 2),
            [b'E', b'D', ..] => mark(false, false, true, 2),
            _ => None,
        }
    }
}

/// Reads the first line of a `:61:`.
///
/// # Errors
/// `format.mt940.bad_date`, `format.mt940.bad_entry`, `format.mt940.bad_amount` for no amount at all.
pub(super) fn read(text: &str) -> Result<Line<'_>, Error> {
    let bad_date =
        |what: &str| Error::new(Code::Mt940BadDate, format!("{what} of :61: is not a date such as 260331"));
    let bytes = text.as_bytes();
    let start = spaces(bytes, 0);
    let value_on = bytes.get(start..).and_then(value::date).ok_or_else(|| bad_date("the value date"))?;
    let at = spaces(bytes, start + 6);
    let digits = bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let entry_on = entry_date(bytes.get(at..at + digits).unwrap_or_default(), value_on.date);
    let entry_on = entry_on.map_err(|()| bad_date("the entry date"))?;
    let at = spaces(bytes, at + digits);
    let Some((mark, length)) = bytes.get(at..).and_then(Mark::read) else {
        let said = "no C, D, RC, RD, EC or ED behind the dates of :61:";
        return Err(Error::new(Code::Mt940BadEntry, said));
    };
    let mut at = spaces(bytes, at + length);
    // The funds code: the third letter of the currency.
    at = spaces(bytes, at + usize::from(bytes.get(at).is_some_and(u8::is_ascii_alphabetic)));
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b',' | b'.')).count();
    let (amount, rest) = rest.split_at_checked(length).unwrap_or((rest, ""));
    if amount.is_empty() {
        return Err(Error::new(Code::Mt940BadAmount, "no amount such as 1250,50 behind the mark of :61:"));
    }
    let rest = rest.trim_ascii_start();
    let (kind, references) = match rest.as_bytes() {
        [b'A'..=b'Z', _, _, _, ..] => rest.split_at_checked(4).unwrap_or((rest, "")),
        [b'A'..=b'Z', ..] => (rest, ""),
        _ => ("", rest),
    };
    let slashes = memchr::memchr_iter(b'/', references.as_bytes())
        .find(|at| references.as_bytes().get(at + 1) == Some(&b'/'));
    let (reference, bank) = match slashes {
        Some(at) => (references.get(..at).unwrap_or_default(), references.get(at + 2..).unwrap_or_default()),
        None => (references, ""),
    };
    Ok(Line {
        value_on,
        entry_on,
        mark,
        amount,
        kind: kind.trim_ascii(),
        reference: reference.trim_ascii(),
        bank: bank.trim_ascii(),
    })
}

/// `MMDD`, `YYMMDD` as some banks write it, or nothing.
fn entry_date(digits: &[u8], value_on: NaiveDate) -> Result<Option<Day>, ()> {
    match digits.len() {
        0 => Ok(None),
        4 => value::date_near(digits, value_on).map(Some).ok_or(()),
        6 => value::date(digits).map(Some).ok_or(()),
        _ => Err(()),
    }
}

fn spaces(text: &[u8], at: usize) -> usize {
    at + text.get(at..).unwrap_or_default().iter().take_while(|byte| **byte == b' ').count()
}

/// Labels of the details that banks write in place of a reference, and the subfield's form of old files.
const LABELS: [&str; 9] = ["KREF", "KREF+", "KREF+NONREF", "EREF", "EREF+", "MARF", "MREF", "PREF", "N"];

/// Whether a reference says nothing: there is none, or it stands in the details.
pub(super) fn says_nothing(reference: &str) -> bool {
    nothing::says_nothing(reference)
        || (reference.len() <= 11 && LABELS.iter().any(|label| reference.eq_ignore_ascii_case(label)))
}
