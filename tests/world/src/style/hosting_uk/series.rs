//! Numbers and ids as a WHMCS installation gives them.

use crate::Random;

/// How the host numbers its invoices. In WHMCS the id is the number where no number format is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Series {
    /// Ids from 1; no printed number.
    FromOne,
    /// Ids from about ten thousand; no printed number.
    FromTenThousand,
    /// `INV-2026-00123`.
    Padded,
    /// `2026000123`.
    Digits,
    /// `H1234`.
    Short,
    /// `5f3a9c`: an own module's ids.
    Hexadecimal,
    /// Printed numbers run behind the ids, so that an id is another invoice's number.
    Shifted,
}

const ALL: [Series; 7] = [
    Series::FromOne,
    Series::FromTenThousand,
    Series::Padded,
    Series::Digits,
    Series::Short,
    Series::Hexadecimal,
    Series::Shifted,
];

/// Hands out ids and numbers in order of issue.
pub(super) struct Numbers {
    pub(super) series: Series,
    random: Random,
    id: u64,
    number: u64,
    year: i32,
    used: std::collections::BTreeSet<u64>,
}

impl Numbers {
    /// Seeds that follow each other have other series.
    pub(super) fn new(seed: u64, mut random: Random) -> Self {
        let series = ALL[(seed % ALL.len() as u64) as usize];
        let number = match series {
            Series::FromOne => 1,
            Series::FromTenThousand => 10_432,
            Series::Padded | Series::Digits => 40 + random.below(400),
            Series::Short => 1_000 + random.below(3_000),
            Series::Hexadecimal => 0,
            Series::Shifted => 2_000 + random.below(2_000),
        };
        let id = match series {
            Series::FromOne | Series::FromTenThousand => number,
            Series::Shifted => number + 150 + random.below(900),
            _ => 300 + random.below(20_000),
        };
        Numbers { series, random, id, number, year: 0, used: std::collections::BTreeSet::new() }
    }

    /// Id and printed number of the next invoice, issued in `year`.
    pub(super) fn next(&mut self, year: i32) -> (String, Option<String>) {
        // A cancelled draft leaves a gap.
        let step = 1 + u64::from(self.random.chance(40)) + u64::from(self.random.chance(10));
        self.id += step;
        if self.year != year && matches!(self.series, Series::Padded | Series::Digits) && self.year != 0 {
            self.number = 0;
        }
        self.year = year;
        self.number += if self.random.chance(20) { 2 } else { 1 };
        let number = match self.series {
            Series::FromOne | Series::FromTenThousand => None,
            Series::Padded => Some(format!("INV-{year}-{:05}", self.number)),
            Series::Digits => Some(format!("{year}{:06}", self.number)),
            Series::Short => Some(format!("H{}", self.number)),
            Series::Hexadecimal => Some(loop {
                let value = self.random.below(1 << 28);
                if self.used.insert(value) {
                    break format!("{value:07x}");
                }
            }),
            Series::Shifted => Some(self.number.to_string()),
        };
        (self.id.to_string(), number)
    }
}

/// What is left of a number without prefix, year and zeros: what a reader searches for.
pub(super) fn core(series: Series, number: &str) -> String {
    let tail = match series {
        Series::Padded => number.rsplit('-').next().unwrap_or(number),
        Series::Digits if number.len() == 10 => &number[4..],
        Series::Short => number.trim_start_matches('H'),
        _ => number,
    };
    let bare = tail.trim_start_matches('0');
    if bare.is_empty() { "0".to_owned() } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cores() {
        assert_eq!(core(Series::Padded, "INV-2026-00123"), "123");
        assert_eq!(core(Series::Digits, "2026000123"), "123");
        assert_eq!(core(Series::Short, "H1234"), "1234");
        assert_eq!(core(Series::FromOne, "7"), "7");
    }
}
