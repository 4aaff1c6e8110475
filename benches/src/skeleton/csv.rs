//! CSV by the csv crate, with the columns known.

use super::{Row, code, minor, owned};

/// Reads the rows of the generated export.
pub fn read(bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    let (mut rows, mut record) = (Vec::new(), csv::ByteRecord::new());
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let cell = |at: usize| record.get(at).unwrap_or_default();
        rows.push(Row {
            booked_on: day(cell(0)),
            value_on: day(cell(1)),
            amount: minor(cell(7)),
            currency: code(cell(8)),
            reference: owned(cell(2)),
            name: owned(cell(4)),
            account: owned(cell(5)),
            text: owned(cell(3)),
        });
    }
    rows
}

/// `04.03.2026`.
fn day(text: &[u8]) -> (u16, u8, u8) {
    let number = |range: core::ops::Range<usize>| {
        text.get(range).unwrap_or_default().iter().fold(0_u16, |sum, digit| sum * 10 + u16::from(digit & 15))
    };
    (number(6..10), number(3..5) as u8, number(0..2) as u8)
}
