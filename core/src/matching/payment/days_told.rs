//! Days and months that a text tells: `Rechnung vom 01.02.2026`, `rent February`, `03/2026`. They tell twins apart.

use crate::matching::index::days;
use crate::text;
use chrono::{Datelike, NaiveDate};

/// What a text says of when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DaysTold {
    days: Vec<i32>,
    /// Year, or 0 where none is told, and month.
    months: Vec<(i32, u32)>,
}

/// Bytes of a text that are read, and days and months of it that are kept.
const MOST_TEXT: usize = 512;
const MOST_TOLD: usize = 8;

/// Names of months and their beginnings, folded: English, German, French, Spanish, Italian, Dutch, the Nordic languages.
const MONTHS: [&str; 12] = [
    "january jan januar janner jaenner janvier janv enero ene gennaio gen januari tammikuu januar",
    "february feb februar fevrier fev febrero febbraio februari helmikuu",
    "march mar marz maerz mrz mars marzo maart mrt maaliskuu marts",
    "april apr avril avr abril aprile huhtikuu",
    "may mai mayo maggio mag mei toukokuu maj",
    "june jun juni juin junio giugno giu kesakuu",
    "july jul juli juillet juil julio luglio lug heinakuu",
    "august aug aout agosto ago augustus elokuu augusti",
    "september sep sept septembre septiembre settembre set syyskuu",
    "october oct oktober okt octobre octubre ottobre ott lokakuu",
    "november nov novembre noviembre marraskuu",
    "december dec dezember dez decembre diciembre dicembre dic joulukuu desember",
];

impl DaysTold {
    pub fn read(text: &str) -> Self {
        let mut out = DaysTold::default();
        let mut folded = String::new();
        text::fold_into(text::start_of(text, MOST_TEXT), &mut folded);
        out.numbers(text::start_of(text, MOST_TEXT));
        let mut words = text::tokens(&folded).peekable();
        while let Some(word) = words.next() {
            let named = MONTHS.iter().position(|names| names.split(' ').any(|name| name == word));
            if let Some(month) = named.and_then(|at| u32::try_from(at + 1).ok()) {
                let year = words.peek().and_then(|next| year(next));
                out.month(year.unwrap_or(0), month);
            }
        }
        out
    }

    /// Days and months in digits, joined by one sign: day, month and year, or year first; month and year.
    fn numbers(&mut self, text: &str) {
        for run in text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/' | '-')) {
            let run = run.trim_matches(|c: char| !c.is_ascii_digit());
            let parts: Vec<&str> = run.split(['.', '/', '-']).collect();
            match parts.as_slice() {
                [a, b, c] if a.len() == 4 => self.day(year(a), number(b), number(c)),
                [a, b, c] => {
                    self.day(year(c), number(b), number(a));
                    // Month first, where that is a day as well.
                    self.day(year(c), number(a), number(b));
                }
                [a, b] if a.len() == 4 => self.month_of(year(a), number(b)),
                [a, b] if b.len() == 4 => self.month_of(year(b), number(a)),
                _ => {}
            }
        }
    }

    fn day(&mut self, year: Option<i32>, month: Option<u32>, day: Option<u32>) {
        let date = year
            .zip(month)
            .zip(day)
            .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
        if let Some(date) = date.filter(|_| self.days.len() < MOST_TOLD) {
            self.days.push(days(date));
        }
    }

    fn month_of(&mut self, year: Option<i32>, month: Option<u32>) {
        if let (Some(year), Some(month @ 1..=12)) = (year, month) {
            self.month(year, month);
        }
    }

    fn month(&mut self, year: i32, month: u32) {
        if self.months.len() < MOST_TOLD {
            self.months.push((year, month));
        }
    }

    /// Whether a day, as the index counts them, is told.
    pub fn has_day(&self, day: i32) -> bool {
        self.days.contains(&day)
    }

    /// Whether the month of a day is told.
    pub fn has_month(&self, day: i32) -> bool {
        NaiveDate::from_num_days_from_ce_opt(day).is_some_and(|date| {
            let of =
                |(year, month): &(i32, u32)| *month == date.month() && (*year == 0 || *year == date.year());
            self.months.iter().any(of)
        })
    }
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.len() <= 2)
}

/// A year of four digits, or of two of this century.
fn year(text: &str) -> Option<i32> {
    let value: i32 = text.parse().ok()?;
    match text.len() {
        4 if (1990..2100).contains(&value) => Some(value),
        2 => Some(2000 + value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: i32, month: u32, day: u32) -> i32 {
        days(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn days_are_read_in_both_orders() {
        for text in ["Rechnung vom 01.02.2026", "inv of 2026-02-01", "01/02/26", "2/1/2026 thanks"] {
            assert!(DaysTold::read(text).has_day(at(2026, 2, 1)), "{text}");
        }
        assert!(!DaysTold::read("01.02.2025").has_day(at(2026, 2, 1)));
        assert_eq!(DaysTold::read("99.99.2026 1.2.3.4 INV-2026-0102 31.02.2026"), DaysTold::default());
    }

    #[test]
    fn months_are_read_by_name_and_number() {
        for text in ["Miete Februar 2026", "rent feb", "02/2026", "2026-02", "loyer FÉVRIER"] {
            assert!(DaysTold::read(text).has_month(at(2026, 2, 14)), "{text}");
            assert!(!DaysTold::read(text).has_month(at(2026, 3, 14)), "{text}");
        }
        assert!(!DaysTold::read("Februar 2025").has_month(at(2026, 2, 14)));
    }
}
