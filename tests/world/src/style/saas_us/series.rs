//! Invoice numbers, and how payers write them down.

use crate::Random;
use crate::standard::characters;

/// How the host numbers its invoices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// `INV0001234`.
    Padded,
    /// `57`.
    Bare,
    /// `#1042`.
    Hash,
    /// `A1B2C3D4-0007`: a prefix for each customer.
    Prefix,
    /// `3fa9c01b7e`.
    Hex,
    /// `2026-1042`; the count goes on in the new year.
    Year,
}

impl Series {
    pub const ALL: [Series; 6] =
        [Series::Padded, Series::Bare, Series::Hash, Series::Prefix, Series::Hex, Series::Year];

    /// The number of the `serial`th invoice; `own` is the customer's prefix and count.
    pub fn print(self, random: &mut Random, serial: u32, year: i32, own: (&str, u32)) -> String {
        match self {
            Series::Padded => format!("INV{serial:07}"),
            Series::Bare => serial.to_string(),
            Series::Hash => format!("#{serial}"),
            Series::Prefix => format!("{}-{:04}", own.0, own.1),
            Series::Hex => characters(random, "0123456789abcdef", 10),
            Series::Year => format!("{year}-{serial}"),
        }
    }

    /// Where the count begins.
    pub fn start(self, random: &mut Random) -> u32 {
        match self {
            Series::Bare => 0,
            Series::Padded => random.between(100, 30_000) as u32,
            _ => random.between(900, 3_000) as u32,
        }
    }

    /// As a payer copies it; whether it is still right.
    pub fn copied(self, random: &mut Random, number: &str) -> (String, bool) {
        if random.chance(12) {
            return (slip(random, number), false);
        }
        let text = match self {
            Series::Padded => {
                let digits = &number[3..];
                match random.below(9) {
                    0..3 => number.to_owned(),
                    3 => digits.to_owned(),
                    4 | 5 => format!("INV {}", digits.trim_start_matches('0')),
                    6 => format!("INV-{digits}"),
                    7 => format!("inv{}", digits.trim_start_matches('0')),
                    _ => format!("INV#{}", digits.trim_start_matches('0')),
                }
            }
            Series::Bare => match random.below(6) {
                0 => number.to_owned(),
                1 => format!("#{number}"),
                2 => format!("INV{number}"),
                3 => format!("INVOICE {number}"),
                4 => format!("Inv #{number}"),
                _ => format!("INV {number}"),
            },
            Series::Hash => match random.below(6) {
                0..2 => number.to_owned(),
                2 => number[1..].to_owned(),
                3 => format!("INV{}", &number[1..]),
                4 => format!("Invoice {number}"),
                _ => format!("INV {}", &number[1..]),
            },
            Series::Prefix => match random.below(6) {
                0..3 => number.to_owned(),
                3 => number.replace('-', ""),
                4 => number.replace('-', " "),
                _ => number.to_lowercase(),
            },
            Series::Hex => match random.below(4) {
                0..2 => number.to_owned(),
                2 => number.to_uppercase(),
                _ => format!("inv_{number}"),
            },
            Series::Year => match random.below(7) {
                0..3 => number.to_owned(),
                3 => number.replace('-', ""),
                4 => number[2..].to_owned(),
                5 => number[5..].to_owned(),
                _ => format!("INV {}", number.replace('-', "/")),
            },
        };
        (text, true)
    }
}

/// Two characters change places, or one is another.
fn slip(random: &mut Random, number: &str) -> String {
    let mut letters: Vec<char> = number.chars().collect();
    let at = letters.len().saturating_sub(2 + random.below(2) as usize);
    if random.chance(500) && at + 1 < letters.len() && letters[at] != letters[at + 1] {
        letters.swap(at, at + 1);
    } else if let Some(last) = letters.last_mut() {
        *last = if *last == '7' { '1' } else { '7' };
    }
    let text: String = letters.into_iter().collect();
    if text == number { format!("{number}0") } else { text }
}

/// Whether a text holds a number as a token of its own.
pub fn holds(text: &str, number: &str) -> bool {
    let (text, number) = (text.to_lowercase(), number.to_lowercase());
    text.match_indices(&number).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let starts = number.chars().next().is_some_and(|c| !c.is_alphanumeric());
        (starts || before.is_none_or(|c| !c.is_alphanumeric())) && after.is_none_or(|c| !c.is_alphanumeric())
    })
}
