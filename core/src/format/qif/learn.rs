//! How a file prints its dates and amounts: learnt from its first lines, since QIF leaves both to the program that writes it.

use super::record::line;
use super::section::Section;
use crate::error::{Code, Error};
use crate::format::ReadOptions;
use crate::format::date::{self, Cell, DateOrder, Votes};
use crate::money::{DecimalMark, learn_mark};
use chrono::{FixedOffset, NaiveDate};

/// How the records of a file are read.
pub(super) struct Learnt {
    pub(super) order: DateOrder,
    pub(super) mark: Option<DecimalMark>,
    pub(super) warnings: Vec<Error>,
}

/// Learns from the first lines; `last`: they are all.
pub(super) fn learn(text: &str, last: bool, options: &ReadOptions) -> Learnt {
    let (mut votes, mut amounts) = (Votes::default(), Vec::new());
    let (mut section, mut at) = (Section::default(), 0);
    while let Some((found, next)) = line(text, at, last) {
        at = next;
        let found = found.trim();
        if let Some(header) = found.strip_prefix('!') {
            section = section.after(header.trim());
        } else if section.has_money() {
            match found.split_at_checked(1) {
                Some(("D", text)) => {
                    if let Some(cell) = cell(text) {
                        votes.add(&cell);
                    }
                }
                Some(("T" | "U" | "$", text)) => amounts.push(text),
                _ => {}
            }
        }
    }
    let mut warnings = Vec::new();
    let columns = options.columns.as_ref();
    let stated = columns.and_then(|columns| columns.date_order).or(votes.order_before_year());
    let order = stated.unwrap_or_else(|| {
        let (order, which) = DateOrder::assumed(options.currency);
        if votes.open > 0 {
            let said = format!("no record tells day from month: {which}; state date_order in the column map");
            warnings.push(Error::new(Code::QifDateOrder, said));
        }
        order
    });
    let evidence = learn_mark(amounts);
    let mark =
        columns.and_then(|columns| columns.decimal_mark).or(match evidence.point.cmp(&evidence.comma) {
            core::cmp::Ordering::Greater => Some(DecimalMark::Point),
            core::cmp::Ordering::Less => Some(DecimalMark::Comma),
            core::cmp::Ordering::Equal => None,
        });
    if mark.is_none() && evidence.ambiguous > 0 {
        let said = "amounts such as 1.234 can be read in two ways and no other amount tells: read as thousands; state \
                    decimal_mark in the column map";
        warnings.push(Error::new(Code::QifDecimalMark, said));
    }
    Learnt { order, mark, warnings }
}

/// A date: `1/2'26`, `1/ 2/26`, `01.02.2026`, `2026-01-02`. The apostrophe stands before a year from 2000 on; a year of one
/// digit lost its zero.
pub(super) fn cell(text: &str) -> Option<Cell> {
    let (mut parts, mut lengths, mut count) = ([0_u32; 3], [0_u8; 3], 0_usize);
    let (mut within, mut dotted) = (false, false);
    let other = || date::cut(text, FixedOffset::east_opt(0)?);
    for byte in text.trim().bytes() {
        match byte {
            b'0'..=b'9' => {
                count += usize::from(!within);
                within = true;
                let at = count.wrapping_sub(1);
                let (Some(part), Some(length)) = (parts.get_mut(at), lengths.get_mut(at)) else {
                    return other();
                };
                if *length == 4 {
                    return other();
                }
                *part = *part * 10 + u32::from(byte - b'0');
                *length += 1;
            }
            b'/' | b'-' | b'.' | b'\'' | b' ' => {
                within = false;
                dotted |= byte == b'.';
            }
            _ => return other(),
        }
    }
    let [a, b, c] = parts;
    match lengths {
        [4, 1 | 2, 1 | 2] => {
            let date = NaiveDate::from_ymd_opt(i32::try_from(a).ok()?, b, c)?;
            Some(Cell::Whole(date)).filter(|_| (1900..2200).contains(&a))
        }
        [1 | 2, 1 | 2, 4] => Some(Cell::Three { parts, long_year: true, dotted }),
        [1 | 2, 1 | 2, 1 | 2] => Some(Cell::Three { parts, long_year: false, dotted }),
        _ => other(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_all_programs() {
        for text in [
            "4/3'26",
            "04/03/2026",
            "4/ 3/26",
            "4/ 3'26",
            "2026-03-04",
            "4.3.26",
            "4-3-2026",
            "04 Mar 2026",
            "20260304",
        ] {
            let day = cell(text).and_then(|cell| cell.date(DateOrder::DayMonthYear, None));
            assert_eq!(day.map(|day| day.to_string()).as_deref(), Some("2026-03-04"), "{text}");
        }
        let year = |text: &str| cell(text)?.date(DateOrder::MonthDayYear, None).map(|day| day.to_string());
        assert_eq!(year("6/1/94").as_deref(), Some("1994-06-01"));
        assert_eq!(year("6/1' 6").as_deref(), Some("2006-06-01"));
        for text in ["", "1/2", "today", "1/2/3/4", "12345", "13/32/2026"] {
            assert_eq!(year(text), None, "{text}");
        }
    }
}
