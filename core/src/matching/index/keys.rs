//! The forms in which names, accounts, dates and numbers are compared.
#![allow(clippy::indexing_slicing)] // a kernel: pairs are cut by `windows`

use crate::party::Name;
use crate::text;
use chrono::{Datelike, NaiveDate};
use core::hash::Hasher;
use rustc_hash::FxHasher;

/// A name as it is printed, but for case, accents and marks, as a hash. `buffer` is used again.
pub fn printed_name(name: &str, buffer: &mut String) -> u64 {
    buffer.clear();
    text::fold_into(name, buffer);
    let mut hasher = FxHasher::default();
    for word in text::tokens(buffer) {
        hasher.write(word.as_bytes());
        hasher.write_u8(0);
    }
    hasher.finish()
}

/// An account number or e-mail in the form under which it is compared.
pub fn account_key(text: &str) -> String {
    crate::party::normal_account(text)
}

/// The folded tokens of a name.
pub fn name_tokens(name: &str) -> Vec<String> {
    Name::parse(name).tokens
}

pub fn email_key(text: &str) -> String {
    text.trim().to_lowercase()
}

/// The first letters and digits of a name as a number.
pub fn head(name: &str) -> u64 {
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric).take(8);
    letters.fold(0, |head, byte| head << 8 | u64::from(byte.to_ascii_lowercase()))
}

pub fn days(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

/// Whether a text is a hexadecimal number that nobody takes for another: digits and letters up to F, and some of each.
pub fn is_hexadecimal(text: &[u8]) -> bool {
    let digits = text.iter().filter(|byte| byte.is_ascii_digit()).count();
    (6..=32).contains(&text.len())
        && digits > 0
        && digits < text.len()
        && text.iter().all(u8::is_ascii_hexdigit)
        && text.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count() > 1
}
