//! Dates as banks print them in a cell, and the order of day and month learnt from all cells of a file.
//!
//! # Design
//! For formats that leave the form of a date to whoever writes them: CSV, QIF, and what other formats hold against their
//! own standard.

mod front;
mod preamble;

pub(super) use preamble::statement_month;

use crate::money::Currency;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use front::{month, number};
use serde::Deserialize;

/// Longest cell that is looked at as a date.
const LONGEST: usize = 64;

/// The order of the parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `27/02/2018`, `27.02.18`.
    DayMonthYear,
    /// `02/27/2018`.
    MonthDayYear,
    /// `18-02-27`; with four digits of year the order needs no telling.
    YearMonthDay,
}

impl DateOrder {
    /// What is assumed where no cell tells, and why. Where dollars are counted and points never stand in dates, the
    /// month comes first.
    pub(super) fn assumed(currency: Option<Currency>) -> (Self, &'static str) {
        match currency.filter(|currency| matches!(currency.as_str(), "USD" | "PHP")) {
            Some(_) => (DateOrder::MonthDayYear, "month first is assumed, as the currency is USD"),
            None => (DateOrder::DayMonthYear, "day first is assumed"),
        }
    }
}

/// A date cell, cut into its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Tells its own order.
    Whole(NaiveDate),
    /// Three numbers; the year has two digits, or four and stands last. `dotted`: points between them.
    Three { parts: [u32; 3], long_year: bool, dotted: bool },
    /// Two numbers: day and month without a year.
    Two([u32; 2]),
}

/// What the cells of a file say of their order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Votes {
    day_first: u64,
    month_first: u64,
    year_first: u64,
    /// Cells that are no date with the other one of day and month first, and are one with the year first.
    day_or_year: u64,
    month_or_year: u64,
    /// Cells that are a date in more than one order, with different results, and no points between.
    pub(crate) open: u64,
}

impl Votes {
    /// Counts one cell.
    pub(crate) fn add(&mut self, cell: &Cell) {
        let [day, month, year] = [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay]
            .map(|order| match cell {
                Cell::Whole(_) => None,
                Cell::Two(_) if order == DateOrder::YearMonthDay => None,
                // The year does not matter for what a vote says; a leap year leaves 29 February possible.
                Cell::Two(_) => cell.date(order, Some(2024)),
                Cell::Three { .. } => cell.date(order, None),
            });
        match (day, month, year) {
            (Some(_), None, None) => self.day_first += 1,
            (None, Some(_), None) => self.month_first += 1,
            (None, None, Some(_)) => self.year_first += 1,
            (Some(_), None, Some(_)) => self.day_or_year += 1,
            (None, Some(_), Some(_)) => self.month_or_year += 1,
            (Some(a), Some(b), _) if a != b && !matches!(cell, Cell::Three { dotted: true, .. }) => {
                self.open += 1
            }
            _ => {}
        }
    }

    /// The order that most of the telling cells show; `None` where no cell tells.
    pub(super) fn order(self) -> Option<DateOrder> {
        if self.year_first > self.day_first.max(self.month_first) {
            return Some(DateOrder::YearMonthDay);
        }
        self.order_before_year()
    }

    /// As [`order`](Self::order), where a year of two digits never stands first: `31/01/26` is of 2026.
    pub(super) fn order_before_year(self) -> Option<DateOrder> {
        let [day, month] = [self.day_first + self.day_or_year, self.month_first + self.month_or_year];
        match day.max(month) {
            0 => None,
            most if most == day => Some(DateOrder::DayMonthYear),
            _ => Some(DateOrder::MonthDayYear),
        }
    }
}

impl Cell {
    /// Whether it says its year.
    pub(crate) fn has_year(&self) -> bool {
        !matches!(self, Cell::Two(_))
    }

    /// The date under an order; `year` is for cells without one.
    pub(crate) fn date(&self, order: DateOrder, year: Option<i32>) -> Option<NaiveDate> {
        match *self {
            Cell::Whole(date) => Some(date),
            Cell::Three { parts: [a, b, c], long_year, .. } => match order {
                DateOrder::DayMonthYear => date(full_year(c, long_year), b, a),
                DateOrder::MonthDayYear => date(full_year(c, long_year), a, b),
                DateOrder::YearMonthDay if long_year => None,
                DateOrder::YearMonthDay => date(full_year(a, false), b, c),
            },
            Cell::Two([a, b]) => match order {
                DateOrder::DayMonthYear => date(year?, b, a),
                DateOrder::MonthDayYear | DateOrder::YearMonthDay => date(year?, a, b),
            },
        }
    }
}

/// Two digits of year: banks' exports are of this century, but for what was long ago.
fn full_year(year: u32, long: bool) -> i32 {
    let year = i32::try_from(year).unwrap_or_default();
    match year {
        _ if long => year,
        0..=79 => 2000 + year,
        _ => 1900 + year,
    }
}

fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| (1900..=2199).contains(&date.year()))
}

/// Cuts a cell into the parts of a date; `None` where it is none. An instant (a time with a zone) becomes the date
/// at `offset`.
pub(crate) fn cut(text: &str, offset: FixedOffset) -> Option<Cell> {
    if let Some(cell) = plain(text.as_bytes()) {
        return Some(cell);
    }
    let text = text.trim().trim_matches('\'');
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(cell) = plain(text.as_bytes()) {
        return Some(cell);
    }
    if let Some(instant) = instant(text) {
        let date = instant.with_timezone(&offset).date_naive();
        return Some(Cell::Whole(date)).filter(|_| (1900..=2199).contains(&date.year()));
    }
    let first = number(text).0;
    if first.len() == 8 || first.len() == 14 {
        return compact(first, text.get(first.len()..)?);
    }
    parts(text)
}

/// `31.01.2024` and `2024-01-31`, with any mark between: what most cells hold.
fn plain(text: &[u8]) -> Option<Cell> {
    let text: &[u8; 10] = text.try_into().ok()?;
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte & 15)))
    };
    let [a, b, mark @ (b'.' | b'/' | b'-'), c, d, again, e, f, g, h] = text else {
        let [a, b, c, d, mark @ (b'.' | b'/' | b'-'), e, f, again, g, h] = text else { return None };
        let year = i32::try_from(number(&[*a, *b, *c, *d])?).ok().filter(|_| mark == again)?;
        return date(year, number(&[*e, *f])?, number(&[*g, *h])?).map(Cell::Whole);
    };
    let parts = [number(&[*a, *b])?, number(&[*c, *d])?, number(&[*e, *f, *g, *h])?];
    (mark == again).then_some(Cell::Three { parts, long_year: true, dotted: *mark == b'.' })
}

/// `2025-03-01T15:12:22Z`, `2025-03-01 15:12:22+01:00`, `… UTC`.
fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    if text.len() < 17 || !text.contains(':') {
        return None;
    }
    if let Some(local) = text.strip_suffix(" UTC").or_else(|| text.strip_suffix(" GMT")) {
        return DateTime::parse_from_rfc3339(&format!("{}Z", local.replacen(' ', "T", 1))).ok();
    }
    let tight = text.replacen(' ', "T", 1);
    DateTime::parse_from_rfc3339(&tight)
        .or_else(|_| DateTime::parse_from_str(&tight, "%Y-%m-%dT%H:%M:%S%.f%z"))
        .ok()
}

/// `20240131`, `31012024`, `20240131235959`.
fn compact(digits: &str, rest: &str) -> Option<Cell> {
    if !(rest.is_empty() || is_time(rest)) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let year_first = date(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?);
    if year_first.is_some() || digits.len() == 14 {
        return year_first.map(Cell::Whole);
    }
    let long = date(i32::try_from(part(4, 8)?).ok()?, 1, 1).is_some();
    long.then_some(Cell::Three {
        parts: [part(0, 2)?, part(2, 4)?, part(4, 8)?],
        long_year: true,
        dotted: false,
    })
}

/// Numbers, a month's name, and what stands between them.
fn parts(text: &str) -> Option<Cell> {
    let mut rest = text;
    let mut numbers: Vec<(u32, usize)> = Vec::with_capacity(3);
    let mut named: Option<(u32, usize)> = None;
    let mut dotted = false;
    while numbers.len() + usize::from(named.is_some()) < 3 && !rest.is_empty() {
        let (digits, after) = number(rest);
        if !digits.is_empty() {
            numbers.push((digits.parse().ok().filter(|_| digits.len() <= 4)?, digits.len()));
            rest = after;
        } else if let Some((name, after)) = month(rest) {
            if named.is_some() {
                return None;
            }
            named = Some((name, numbers.len()));
            rest = after;
        } else {
            return None;
        }
        let before = rest;
        // A point may stand with a space behind it, and Spanish and Portuguese have `de` between.
        rest = rest.strip_prefix("日").unwrap_or(rest);
        rest = rest.trim_start_matches(['.', '/', '-', '年', '月', ',']);
        dotted |= before.starts_with('.');
        if is_time(rest) {
            break;
        }
        rest = rest.trim_start();
        rest = rest.strip_prefix("de ").unwrap_or(rest);
    }
    rest = rest.strip_prefix("日").unwrap_or(rest);
    if !(rest.is_empty() || is_time(rest)) {
        return None;
    }
    match (numbers.as_slice(), named) {
        ([(a, 4), (b, ..=2), (c, ..=2)], None) => date(i32::try_from(*a).ok()?, *b, *c).map(Cell::Whole),
        ([(a, ..=2), (b, ..=2), (c, 4)], None) => {
            Some(Cell::Three { parts: [*a, *b, *c], long_year: true, dotted })
        }
        ([(a, ..=2), (b, ..=2), (c, 2)], None) => {
            Some(Cell::Three { parts: [*a, *b, *c], long_year: false, dotted })
        }
        ([(a, ..=2), (b, ..=2)], None) if text.contains(['/', '月']) || text.ends_with('.') => {
            Some(Cell::Two([*a, *b]))
        }
        ([(day, ..=2), (year, long @ (2 | 4))], Some((month, 0 | 1))) => {
            date(full_year(*year, *long == 4), month, *day).map(Cell::Whole)
        }
        ([(year, 4), (day, ..=2)], Some((month, 1))) => {
            date(full_year(*year, true), month, *day).map(Cell::Whole)
        }
        _ => None,
    }
}

/// Whether this is a time of day behind a date: `T15:12`, ` 15:12:22`, `, 3:12 PM`, ` 15.12.22`.
fn is_time(text: &str) -> bool {
    let Some(time) = text.strip_prefix(['T', ' ', ',']) else { return false };
    let time = time.trim();
    let (hours, rest) = number(time);
    matches!(hours.len(), 1 | 2)
        && rest.starts_with([':', '.'])
        && rest.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        && rest.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, ':' | '.' | ',' | ' ' | '+' | '-' | 'Z')
                || c.is_ascii_alphabetic()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utc() -> FixedOffset {
        FixedOffset::east_opt(0).unwrap()
    }

    fn read(text: &str, order: DateOrder) -> Option<String> {
        cut(text, utc())?.date(order, Some(2023)).map(|date| date.to_string())
    }

    #[test]
    fn forms_that_banks_print() {
        for (text, date) in [
            ("2024-01-31", "2024-01-31"),
            ("2024/1/5", "2024-01-05"),
            ("2024.01.05.", "2024-01-05"),
            ("20240131", "2024-01-31"),
            ("31012024", "2024-01-31"),
            ("20240131235959", "2024-01-31"),
            ("31.01.2024", "2024-01-31"),
            ("31.01.24", "2024-01-31"),
            ("5. 1. 2024", "2024-01-05"),
            ("31/01/2024 15:12", "2024-01-31"),
            ("2025-03-01 15:12:22", "2025-03-01"),
            ("2025-03-01T15:12:22", "2025-03-01"),
            ("2025-03-01T23:12:22-05:00", "2025-03-02"),
            ("2025-03-01 23:12:22 UTC", "2025-03-01"),
            ("27 Feb 2018", "2018-02-27"),
            ("27-FEB-18", "2018-02-27"),
            ("Feb 27, 2018", "2018-02-27"),
            ("27. Februar 2018", "2018-02-27"),
            ("27 février 2018", "2018-02-27"),
            ("27 de febrero de 2018", "2018-02-27"),
            ("5 maj 2024", "2024-05-05"),
            ("2024年1月5日", "2024-01-05"),
            ("29/12", "2023-12-29"),
        ] {
            assert_eq!(read(text, DateOrder::DayMonthYear).as_deref(), Some(date), "{text}");
        }
        assert_eq!(read("12/29", DateOrder::MonthDayYear).as_deref(), Some("2023-12-29"));
        assert_eq!(read("02/03/2024", DateOrder::MonthDayYear).as_deref(), Some("2024-02-03"));
        assert_eq!(read("24-12-31", DateOrder::YearMonthDay).as_deref(), Some("2024-12-31"));
    }

    #[test]
    fn what_is_not_a_date() {
        for text in [
            "",
            "abc",
            "0000-00-00",
            "1111/11/11",
            "2024-02-30",
            "18.09. 17:20 SPAR",
            "12345678901",
            "3,50",
            "1.234,56",
            "1 EUR",
        ] {
            assert_eq!(read(text, DateOrder::DayMonthYear), None, "{text}");
        }
    }

    #[test]
    fn order_is_learnt() {
        let votes = |cells: &[&str]| {
            let mut votes = Votes::default();
            cells.iter().filter_map(|cell| cut(cell, utc())).for_each(|cell| votes.add(&cell));
            votes
        };
        assert_eq!(votes(&["01/02/2024", "13/02/2024"]).order(), Some(DateOrder::DayMonthYear));
        assert_eq!(votes(&["01/02/2024", "02/13/2024"]).order(), Some(DateOrder::MonthDayYear));
        assert_eq!(votes(&["99-12-31"]).order(), Some(DateOrder::YearMonthDay));
        assert_eq!(votes(&["01/02/26", "31/01/26"]).order(), Some(DateOrder::DayMonthYear));
        assert_eq!(votes(&["01/02/26", "01/31/26"]).order(), Some(DateOrder::MonthDayYear));
        assert_eq!(votes(&["26-01-31", "99-12-31"]).order(), Some(DateOrder::YearMonthDay));
        let open = votes(&["01/02/2024", "03/04/2024", "05/05/2024"]);
        assert_eq!((open.order(), open.open), (None, 2));
        assert_eq!(votes(&["01.02.2024"]).open, 0);
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,24}") {
            let _ = read(&text, DateOrder::DayMonthYear);
        }

        #[test]
        fn dates_come_back(days in 0u64..109_000) {
            let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days);
            let (y, m, d) = (date.year(), date.month(), date.day());
            let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][m as usize - 1];
            for (text, order) in [
                (format!("{y}-{m:02}-{d:02}"), DateOrder::MonthDayYear),
                (format!("{d:02}.{m:02}.{y}"), DateOrder::DayMonthYear),
                (format!("{m:02}/{d:02}/{y}"), DateOrder::MonthDayYear),
                (format!("{d} {month} {y}"), DateOrder::DayMonthYear),
            ] {
                prop_assert_eq!(read(&text, order), Some(date.to_string()));
            }
        }
    }
}
