//! Numbers of receipts, and how members write them down.

use crate::Random;
use crate::standard::characters;
use std::collections::BTreeMap;

/// How the association numbers its receipts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// `12/2026`: from one each year.
    ShortYear,
    /// `1234`.
    Bare,
    /// `000123`.
    Padded,
    /// `a3f09c`.
    Hex,
    /// `FV 12/03/2026`: from one each month.
    Month,
    /// `2026-A-17`: a letter for each section.
    Section,
}

impl Series {
    pub const ALL: [Series; 6] =
        [Series::ShortYear, Series::Bare, Series::Padded, Series::Hex, Series::Month, Series::Section];
}

/// Hands numbers out in order of issue.
pub struct Counter {
    pub series: Series,
    start: u32,
    counts: BTreeMap<(i32, u32), u32>,
}

impl Counter {
    pub fn new(random: &mut Random, series: Series) -> Self {
        let start = match series {
            Series::Bare => random.between(1, 900) as u32,
            Series::Padded => random.between(1, 4_000) as u32,
            _ => 0,
        };
        Counter { series, start, counts: BTreeMap::new() }
    }

    /// The next number of a year, a month and a section.
    pub fn next(&mut self, random: &mut Random, year: i32, month: u32, section: u32) -> String {
        let key = match self.series {
            Series::ShortYear => (year, 0),
            Series::Month => (year, month),
            Series::Section => (year, section),
            _ => (0, 0),
        };
        let count = self.counts.entry(key).or_default();
        *count += 1;
        let serial = self.start + *count;
        match self.series {
            Series::ShortYear => format!("{serial}/{year}"),
            Series::Bare => serial.to_string(),
            Series::Padded => format!("{serial:06}"),
            Series::Hex => characters(random, "0123456789abcdef", 6),
            Series::Month => format!("FV {serial}/{month:02}/{year}"),
            Series::Section => {
                format!("{year}-{}-{serial}", char::from(b'A' + (section % 6) as u8))
            }
        }
    }
}

impl Series {
    /// As a member copies it; whether it is still right.
    pub fn copied(self, random: &mut Random, number: &str) -> (String, bool) {
        if random.chance(11) {
            return (slip(random, number), false);
        }
        let text = match (self, random.below(10)) {
            (Series::ShortYear, 0..2) => number.replace('/', "-"),
            (Series::ShortYear, 2) => number.replace("/20", "/"),
            (Series::ShortYear, 3) => number.replace('/', " / "),
            (Series::Bare, 0) => format!("#{number}"),
            (Series::Bare, 1) => format!("{number:0>5}"),
            (Series::Padded, 0..3) => number.trim_start_matches('0').to_owned(),
            (Series::Padded, 3) => format!("00{number}"),
            (Series::Hex, 0..2) => number.to_uppercase(),
            (Series::Month, 0..2) => number.replace("FV ", ""),
            (Series::Month, 2) => number.replace("FV ", "FV"),
            (Series::Month, 3) => number.replace("FV ", "FV nr "),
            (Series::Month, 4) => number.replace('/', "-"),
            (Series::Section, 0) => number.replace('-', ""),
            (Series::Section, 1) => number.replace('-', "/"),
            (Series::Section, 2) => number.split_once('-').map_or(number, |row| row.1).to_owned(),
            _ => number.to_owned(),
        };
        (text, true)
    }
}

/// A digit is another, or two change places.
fn slip(random: &mut Random, number: &str) -> String {
    let mut letters: Vec<char> = number.chars().collect();
    let places: Vec<usize> = (0..letters.len()).filter(|&at| letters[at].is_ascii_digit()).collect();
    let Some(&at) = places.get(random.below(places.len() as u64) as usize) else {
        return format!("{number}1");
    };
    match places.iter().find(|&&other| other > at && letters[other] != letters[at]) {
        Some(&other) if random.chance(500) => letters.swap(at, other),
        _ => letters[at] = if letters[at] == '3' { '8' } else { '3' },
    }
    letters.into_iter().collect()
}
