//! Exact decimal text to minor units and back.

use crate::error::{Code, Error};
use core::fmt;

/// Plain text, `[+-]digits[.digits]`, to minor units.
pub(super) fn plain(text: &str, decimals: u8) -> Result<i64, Error> {
    let syntax = || Error::new(Code::MoneySyntax, "not a decimal number such as 1204.50");
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let mut parts = digits.splitn(2, |byte| *byte == b'.');
    let whole = parts.next().unwrap_or_default();
    let fraction = parts.next();
    if whole.is_empty() || fraction.is_some_and(<[u8]>::is_empty) {
        return Err(syntax());
    }
    let fraction = fraction.unwrap_or_default();
    let mut minor: i64 = 0;
    for byte in whole {
        minor = push(minor, *byte, syntax)?;
    }
    for at in 0..usize::from(decimals) {
        minor = push(minor, fraction.get(at).copied().unwrap_or(b'0'), syntax)?;
    }
    for byte in fraction.iter().skip(usize::from(decimals)) {
        match byte {
            b'0' => {}
            b'1'..=b'9' => {
                return Err(Error::new(
                    Code::MoneyPrecision,
                    format!("the currency has {decimals} decimals, the amount has more"),
                ));
            }
            _ => return Err(syntax()),
        }
    }
    // Built negative, so that the smallest number is read too.
    if negative { Ok(minor) } else { minor.checked_neg().ok_or_else(overflow) }
}

/// Appends a digit to a number that is kept negative.
fn push(minor: i64, byte: u8, syntax: impl Fn() -> Error) -> Result<i64, Error> {
    if !byte.is_ascii_digit() {
        return Err(syntax());
    }
    minor.checked_mul(10).and_then(|n| n.checked_sub(i64::from(byte - b'0'))).ok_or_else(overflow)
}

/// Minor units to text with the currency's decimals.
pub(super) fn text(minor: i64, decimals: u8) -> String {
    let mut out = String::with_capacity(24);
    // Writing to a text never fails.
    let _ = write(&mut out, minor, decimals);
    out
}

/// The same to where it is wanted.
pub(super) fn write(out: &mut impl fmt::Write, minor: i64, decimals: u8) -> fmt::Result {
    let sign = if minor < 0 { "-" } else { "" };
    let digits = minor.unsigned_abs();
    let unit = 10_u64.saturating_pow(u32::from(decimals));
    match decimals {
        0 => write!(out, "{sign}{digits}"),
        _ => write!(out, "{sign}{}.{:0>width$}", digits / unit, digits % unit, width = usize::from(decimals)),
    }
}

/// An amount that has no place in 64 bits.
pub(super) fn overflow() -> Error {
    Error::new(Code::MoneyOverflow, "the amount does not fit 64 bits of minor units")
}
