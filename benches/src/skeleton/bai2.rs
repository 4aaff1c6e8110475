//! BAI2 by its lines: details (16) with the lines that go on (88).

use super::{Row, code, minor, owned};
use memchr::memchr_iter;

/// Reads the details of one account.
pub fn read(bytes: &[u8]) -> Vec<Row> {
    let (mut rows, mut day, mut currency) = (Vec::<Row>::new(), (0, 0, 0), [0; 3]);
    let mut start = 0;
    for end in memchr_iter(b'\n', bytes) {
        let line = bytes.get(start..end).unwrap_or_default();
        start = end + 1;
        let mut fields = line.splitn(7, |byte| *byte == b',');
        match fields.next() {
            Some(b"02") => {
                day = date(fields.nth(3).unwrap_or_default());
                currency = code(fields.nth(1).unwrap_or_default());
            }
            Some(b"16") => {
                let kind = fields.next().unwrap_or_default();
                let amount = minor(fields.next().unwrap_or_default());
                let reference = owned(fields.nth(1).unwrap_or_default());
                let account = owned(fields.next().unwrap_or_default());
                let name = owned(fields.next().unwrap_or_default());
                let amount = if kind.first().is_some_and(|first| *first >= b'4') { -amount } else { amount };
                rows.push(Row {
                    booked_on: day,
                    value_on: day,
                    amount,
                    currency,
                    reference,
                    name,
                    account,
                    text: String::new(),
                });
            }
            Some(b"88") => {
                if let Some(row) = rows.last_mut() {
                    row.text = owned(line.get(3..).unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    rows
}

/// `260331`.
fn date(text: &[u8]) -> (u16, u8, u8) {
    let two = |at: usize| {
        text.get(at..at + 2)
            .unwrap_or_default()
            .iter()
            .fold(0_u16, |sum, digit| sum * 10 + u16::from(digit & 15))
    };
    (2000 + two(0), two(2) as u8, two(4) as u8)
}
