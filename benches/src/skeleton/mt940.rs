//! MT940 by its lines, with the subfields of German banks.

use super::{Row, code, minor, owned};
use memchr::{memchr, memchr_iter};

/// Reads the entries of one statement.
pub fn read(bytes: &[u8]) -> Vec<Row> {
    let (mut rows, mut currency) = (Vec::<Row>::new(), [0; 3]);
    let mut details = Vec::new();
    let mut start = 0;
    for end in memchr_iter(b'\n', bytes).chain([bytes.len()]) {
        let line = bytes.get(start..end).unwrap_or_default().trim_ascii_end();
        start = end + 1;
        if !line.starts_with(b":") && !details.is_empty() && line != b"-" {
            details.extend_from_slice(line);
            continue;
        }
        describe(&mut rows, &details);
        details.clear();
        if let Some(balance) = line.strip_prefix(b":60F:") {
            currency = code(balance.get(7..10).unwrap_or_default());
        } else if let Some(entry) = line.strip_prefix(b":61:") {
            rows.push(row(entry, currency));
        } else if let Some(text) = line.strip_prefix(b":86:") {
            details.extend_from_slice(text);
        }
    }
    rows
}

/// `2603040304C12,50NTRFNONREF//BANK`.
fn row(entry: &[u8], currency: [u8; 3]) -> Row {
    let value = day(entry.get(..6).unwrap_or_default());
    let month_day = entry.get(6..10).unwrap_or_default();
    let booked = (
        value.0,
        number(month_day.get(..2).unwrap_or_default()) as u8,
        number(month_day.get(2..).unwrap_or_default()) as u8,
    );
    let rest = entry.get(11..).unwrap_or_default();
    let letter = memchr(b'N', rest).unwrap_or(rest.len());
    let amount = minor(rest.get(..letter).unwrap_or_default());
    let bank = memchr::memmem::find(rest, b"//").and_then(|at| rest.get(at + 2..)).unwrap_or_default();
    Row {
        booked_on: booked,
        value_on: value,
        amount: if entry.get(10) == Some(&b'D') { -amount } else { amount },
        currency,
        reference: owned(bank),
        ..Row::default()
    }
}

/// `166?00GUTSCHRIFT?20...?32NAME`.
fn describe(rows: &mut [Row], details: &[u8]) {
    let Some(row) = rows.last_mut().filter(|_| !details.is_empty()) else { return };
    let mut text = Vec::with_capacity(details.len());
    let mut from = memchr(b'?', details).unwrap_or(details.len());
    while let Some(field) = details.get(from + 1..).filter(|field| field.len() >= 2) {
        let end = memchr(b'?', field).unwrap_or(field.len());
        let value = field.get(2..end).unwrap_or_default();
        match field.get(..2) {
            Some([b'2', _] | [b'6', b'0'..=b'3']) => text.extend_from_slice(value),
            Some(b"31") => row.account = owned(value),
            Some([b'3', b'2' | b'3']) => row.name.push_str(&String::from_utf8_lossy(value)),
            _ => {}
        }
        from += end + 1;
    }
    row.text = owned(&text);
}

/// `260304`.
fn day(text: &[u8]) -> (u16, u8, u8) {
    let two = |at: usize| number(text.get(at..at + 2).unwrap_or_default());
    (2000 + two(0), two(2) as u8, two(4) as u8)
}

fn number(text: &[u8]) -> u16 {
    text.iter().fold(0, |sum, digit| sum * 10 + u16::from(digit & 15))
}
