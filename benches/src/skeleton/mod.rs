//! The bare limit of each format: one reader as short as it can be, by the best library of its field, to rows that own their texts.
//!
//! No dialect, no proof, no place, no error of a record: what a reader of everything is measured against.

pub mod bai2;
pub mod camt;
pub mod csv;
pub mod gocardless;
pub mod mt940;
pub mod ofx;

/// What every skeleton makes of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Year, month, day.
    pub booked_on: (u16, u8, u8),
    /// Year, month, day.
    pub value_on: (u16, u8, u8),
    /// Minor units, signed.
    pub amount: i64,
    /// Three letters.
    pub currency: [u8; 3],
    /// The bank's reference.
    pub reference: String,
    /// The other side.
    pub name: String,
    /// Its account.
    pub account: String,
    /// What the payer wrote.
    pub text: String,
}

/// `2026-03-04`.
fn iso(text: &[u8]) -> (u16, u8, u8) {
    let number = |range: core::ops::Range<usize>| {
        text.get(range).unwrap_or_default().iter().fold(0_u16, |sum, digit| sum * 10 + u16::from(digit & 15))
    };
    (number(0..4), number(5..7) as u8, number(8..10) as u8)
}

/// Digits with one mark before the last two: `1234.56`, `-5,00`.
fn minor(text: &[u8]) -> i64 {
    let digits = text.iter().filter(|byte| byte.is_ascii_digit());
    let value = digits.fold(0_i64, |sum, digit| sum * 10 + i64::from(digit & 15));
    if text.first() == Some(&b'-') { -value } else { value }
}

fn code(text: &[u8]) -> [u8; 3] {
    text.try_into().unwrap_or_default()
}

fn owned(text: &[u8]) -> String {
    String::from_utf8_lossy(text).into_owned()
}
