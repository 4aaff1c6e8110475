//! OFX 1 by its tags: a value ends where the next tag or line begins.

use super::{Row, code, minor, owned};
use memchr::{memchr, memchr2};

/// Reads the movements of a statement.
pub fn read(bytes: &[u8]) -> Vec<Row> {
    let (mut rows, mut currency, mut row) = (Vec::new(), [0; 3], Row::default());
    let mut at = 0;
    while let Some(open) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)) {
        let name_from = at + open + 1;
        let rest = bytes.get(name_from..).unwrap_or_default();
        let Some(close) = memchr(b'>', rest) else { break };
        let value = rest.get(close + 1..).unwrap_or_default();
        let end = memchr2(b'<', b'\n', value).unwrap_or(value.len());
        at = name_from + close + 1 + end;
        let value = value.get(..end).unwrap_or_default().trim_ascii();
        match rest.get(..close).unwrap_or_default() {
            b"CURDEF" => currency = code(value),
            b"STMTTRN" => row = Row { currency, ..Row::default() },
            b"DTPOSTED" => (row.booked_on, row.value_on) = (day(value), day(value)),
            b"TRNAMT" => row.amount = minor(value),
            b"FITID" => row.reference = owned(value),
            b"NAME" => row.name = owned(value),
            b"MEMO" => row.text = owned(value),
            b"/STMTTRN" => rows.push(core::mem::take(&mut row)),
            _ => {}
        }
    }
    rows
}

/// `20260304120000`.
fn day(text: &[u8]) -> (u16, u8, u8) {
    let number = |range: core::ops::Range<usize>| {
        text.get(range).unwrap_or_default().iter().fold(0_u16, |sum, digit| sum * 10 + u16::from(digit & 15))
    };
    (number(0..4), number(4..6) as u8, number(6..8) as u8)
}
