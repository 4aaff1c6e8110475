//! How a bank row and an entry relate, as classes: amounts in steps of half a per cent, days between.
#![allow(clippy::indexing_slicing)] // a kernel: classes index tables of their own size

use crate::matching::weigh::amount::changed_over;

/// Steps of half a per cent on each side of equal amounts that are told apart.
const STEPS: usize = 21;
/// Classes of amounts: equal, short and over by steps, digits changed over, a digit wrong, the point moved.
pub(super) const EQUAL: u8 = 0;
const SHORT: u8 = 1;
const OVER: u8 = SHORT + STEPS as u8;
pub(super) const CHANGED_OVER: u8 = OVER + STEPS as u8;
pub(super) const ONE_DIGIT: u8 = CHANGED_OVER + 1;
pub(super) const POINT: u8 = ONE_DIGIT + 1;
pub(super) const AMOUNTS: usize = POINT as usize + 1;

/// The relation of two amounts, both positive; `None` where they have nothing to do with each other.
pub(super) fn amount(paid: i64, booked: i64) -> Option<u8> {
    if paid == booked {
        return Some(EQUAL);
    }
    let apart = paid.abs_diff(booked);
    if changed_over(paid, booked) {
        return Some(CHANGED_OVER);
    }
    let whole = booked.unsigned_abs().max(1);
    if apart <= whole / 8 {
        let step = apart.checked_mul(200).map_or(u64::MAX, |parts| parts / whole);
        if step < STEPS as u64 {
            return Some(if paid < booked { SHORT } else { OVER } + step as u8);
        }
    }
    let (less, more) = (paid.min(booked), paid.max(booked));
    let moved = [10, 100].iter().any(|by| less.checked_mul(*by) == Some(more));
    if moved {
        return Some(POINT);
    }
    one_digit(paid, booked).then_some(ONE_DIGIT)
}

/// Whether an amount differs by steps, and by how many.
pub(super) fn steps(class: u8) -> Option<u8> {
    match class {
        SHORT..OVER => Some(class - SHORT),
        OVER..CHANGED_OVER => Some(class - OVER),
        _ => None,
    }
}

/// Neighbours among the classes of one side, for tables that are smoothed.
pub(super) fn sides() -> [core::ops::Range<usize>; 2] {
    [SHORT as usize..OVER as usize, OVER as usize..CHANGED_OVER as usize]
}

/// Whether one digit differs in numbers of one length.
fn one_digit(a: i64, b: i64) -> bool {
    // What one digit makes is a digit with zeros behind it.
    let mut apart = a.abs_diff(b);
    while apart >= 10 {
        if !apart.is_multiple_of(10) {
            return false;
        }
        apart /= 10;
    }
    let (mut a, mut b) = (a, b);
    while a % 10 == b % 10 && a > 0 && b > 0 {
        (a, b) = (a / 10, b / 10);
    }
    a / 10 == b / 10 && a > 0 && b > 0
}

/// Days before and after that are told apart, and beyond which nothing is looked at.
const NEAR: i32 = 31;
pub(super) const WINDOW: i32 = 62;
/// Classes of days: the near ones each, the far ones on both sides, and where a day is not known.
pub(super) const LAGS: usize = 2 * NEAR as usize + 4;
pub(super) const NEAR_LAGS: core::ops::Range<usize> = 0..2 * NEAR as usize + 1;
pub(super) const UNKNOWN_LAG: u8 = LAGS as u8 - 1;

/// The class of days between an entry and the bank's row.
pub(super) fn lag(days: i32) -> u8 {
    match days {
        days if days < -NEAR => UNKNOWN_LAG - 2,
        days if days > NEAR => UNKNOWN_LAG - 1,
        days => (days + NEAR) as u8,
    }
}

/// The days that a class stands for: how far from the same day.
pub(super) fn days_of(class: usize) -> i32 {
    class as i32 - NEAR
}

/// Whether a class of days is of the far ones.
pub(super) fn is_far(class: u8) -> bool {
    usize::from(class) >= NEAR_LAGS.end && class != UNKNOWN_LAG
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_their_classes() {
        let class = |paid, booked| amount(paid, booked);
        assert_eq!(class(100, 100), Some(EQUAL));
        assert_eq!(class(99_600, 100_000), Some(SHORT));
        assert_eq!(class(99_500, 100_000), Some(SHORT + 1));
        assert_eq!(class(103_000, 100_000), Some(OVER + 6));
        assert_eq!(class(12_540, 12_450), Some(CHANGED_OVER));
        assert_eq!(class(21_450, 12_450), Some(CHANGED_OVER));
        assert_eq!(class(72_450, 12_450), Some(ONE_DIGIT));
        assert_eq!(class(124_500, 12_450), Some(POINT));
        assert_eq!(class(12_450, 55_555), None);
        assert_eq!(class(i64::MAX, 1), None);
        assert_eq!(class(1, i64::MAX), None);
        for (paid, booked) in [(10, 1), (1, 10), (12, 21), (100, 1), (9, 8)] {
            assert!(class(paid, booked).is_some(), "{paid} {booked}");
        }
    }

    #[test]
    fn days_have_their_classes() {
        assert_eq!((lag(0), lag(-31), lag(31)), (31, 0, 62));
        assert_eq!((lag(-32), lag(40)), (63, 64));
        assert_eq!(usize::from(UNKNOWN_LAG), LAGS - 1);
        assert_eq!(days_of(usize::from(lag(7))), 7);
    }
}
