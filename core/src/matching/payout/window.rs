//! Which rows of a gateway's account a payout is made of, where they do not carry its id: those that were booked between
//! the payout before and this one.
//!
//! # Design
//! A gateway pays out what has come in until a cut-off, so the rows of a payout lie one behind the other: only runs of whole
//! days from the last cut-off on are tried, never any other set of rows that happens to have the sum. What no run has is
//! shown with what is missing. Several payouts of one day whose cut-off times are not known are explained together.
#![allow(clippy::indexing_slicing)] // a kernel: places come from the lists that they index

use core::ops::Range;

/// A row of the account: its day, and what it moved after fees.
pub(super) type Moved = (i32, i64);

/// Rows for one payout, or for several of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub payouts: Range<usize>,
    pub rows: Range<usize>,
    pub fit: Fit,
}

/// How the rows of a window make up what was paid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// To the minor unit.
    Exact,
    /// The same, of several payouts of one day.
    Together,
    /// With so much that came back of payouts before.
    Failed(i64),
    /// With so much that the payout before had left, or leaves to the next.
    Carried(i64),
    /// Not.
    Open,
}

/// Cuts the rows into windows. `rows` and `payouts` (amounts that left the account, positive) are in the order of
/// their days; `back` is what came back of failed payouts.
pub(super) fn windows(rows: &[Moved], payouts: &[Moved], back: &[Moved]) -> Vec<Window> {
    let cut = Cut { rows, sums: sums(rows), payouts, back, returned: sums(back) };
    let mut out = Vec::with_capacity(payouts.len());
    let (mut start, mut at) = (0, 0);
    while at < payouts.len() {
        for (payouts, end, fit) in cut.next(start, at) {
            at = payouts.end;
            out.push(Window { payouts, rows: start..end, fit });
            start = end;
        }
    }
    out
}

/// Payouts of one day that are tried together.
const MOST_TOGETHER: usize = 64;

struct Cut<'a> {
    rows: &'a [Moved],
    /// Of the rows before each.
    sums: Vec<i128>,
    payouts: &'a [Moved],
    back: &'a [Moved],
    returned: Vec<i128>,
}

/// Payouts, where their rows end, and how these fit.
type Step = (Range<usize>, usize, Fit);

impl Cut<'_> {
    /// The window of a payout, or of several that are explained together, whose rows start at `start`.
    fn next(&self, start: usize, at: usize) -> Vec<Step> {
        let (day, amount) = self.payouts[at];
        let limit = self.until(day).max(start);
        let one = |end, fit| vec![(at..at + 1, end, fit)];
        if let Some(end) = self.end(start, limit, amount.into()) {
            return one(end, Fit::Exact);
        }
        let same = self.payouts[at..].iter().take(MOST_TOGETHER).take_while(|payout| payout.0 == day).count();
        let together: i128 = self.payouts[at..at + same].iter().map(|payout| i128::from(payout.1)).sum();
        if same > 1
            && let Some(end) = self.end(start, limit, together)
        {
            return vec![(at..at + same, end, Fit::Together)];
        }
        let before = at.checked_sub(1).map_or(i32::MIN, |before| self.payouts[before].0);
        let came_back = self.came_back(before, day);
        if came_back != 0
            && let Ok(known) = i64::try_from(came_back)
            && let Some(end) = self.end(start, limit, i128::from(amount) - came_back)
        {
            return one(end, Fit::Failed(known));
        }
        let of_both = self.payouts.get(at + 1).filter(|next| next.0 > day).and_then(|next| {
            let both = i128::from(amount) + i128::from(next.1);
            self.end(start, self.until(next.0), both).filter(|end| *end > limit)
        });
        let kept = i64::try_from(self.sums[limit] - self.sums[start] - i128::from(amount));
        match (of_both, kept) {
            (Some(end), Ok(kept)) if limit > start => vec![
                (at..at + 1, limit, Fit::Carried(kept.saturating_neg())),
                (at + 1..at + 2, end, Fit::Carried(kept)),
            ],
            _ => one(limit, Fit::Open),
        }
    }

    /// How many rows there are until the end of a day.
    fn until(&self, day: i32) -> usize {
        self.rows.partition_point(|row| row.0 <= day)
    }

    /// What came back of failed payouts after one day, until the end of another.
    fn came_back(&self, since: i32, until: i32) -> i128 {
        let before = |day: i32| self.back.partition_point(|row| row.0 <= day);
        self.returned[before(until)] - self.returned[before(since.min(until))]
    }

    /// The first end of a day until which the rows from `start` on add up to an amount.
    fn end(&self, start: usize, limit: usize, amount: i128) -> Option<usize> {
        let ends_a_day = |end: &usize| self.rows.get(*end).is_none_or(|next| next.0 != self.rows[end - 1].0);
        let sum = |end: usize| self.sums[end] - self.sums[start];
        (start + 1..=limit).filter(ends_a_day).find(|end| sum(*end) == amount)
    }
}

/// Of the rows before each.
fn sums(rows: &[Moved]) -> Vec<i128> {
    let mut sums = vec![0];
    sums.extend(rows.iter().scan(0, |sum, row| {
        *sum += i128::from(row.1);
        Some(*sum)
    }));
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(payouts: Range<usize>, rows: Range<usize>, fit: Fit) -> Window {
        Window { payouts, rows, fit }
    }

    #[test]
    fn days_until_the_cut_off_make_a_payout() {
        let rows = [(1, 100), (1, -3), (2, 50), (3, 70), (4, 20)];
        // The cut-off of the second lies a day before it.
        let found = windows(&rows, &[(1, 97), (4, 120)], &[]);
        assert_eq!(found, [window(0..1, 0..2, Fit::Exact), window(1..2, 2..4, Fit::Exact)]);
    }

    #[test]
    fn a_sum_that_is_no_run_of_days_is_not_taken() {
        let found = windows(&[(1, 30), (2, 500), (3, 70)], &[(3, 100)], &[]);
        assert_eq!(found, [window(0..1, 0..3, Fit::Open)]);
        let found = windows(&[(1, 30), (1, 70)], &[(1, 30)], &[]);
        assert_eq!(found, [window(0..1, 0..2, Fit::Open)], "a part of a day");
    }

    #[test]
    fn payouts_of_one_day_go_together() {
        let found = windows(&[(1, 30), (1, 70), (1, 11)], &[(1, 81), (1, 30)], &[]);
        assert_eq!(found, [window(0..2, 0..3, Fit::Together)]);
    }

    #[test]
    fn what_came_back_is_paid_out_again() {
        let found = windows(&[(1, 97), (5, 53)], &[(1, 97), (6, 150)], &[(4, 97)]);
        assert_eq!(found, [window(0..1, 0..1, Fit::Exact), window(1..2, 1..2, Fit::Failed(97))]);
    }

    #[test]
    fn what_one_left_the_next_takes() {
        let found = windows(&[(1, 100), (3, 50)], &[(1, 93), (3, 57)], &[]);
        let carried = [window(0..1, 0..1, Fit::Carried(-7)), window(1..2, 1..2, Fit::Carried(7))];
        assert_eq!(found, carried);
    }

    #[test]
    fn no_rows_are_no_window() {
        assert_eq!(windows(&[], &[(3, 10)], &[]), [window(0..1, 0..0, Fit::Open)]);
        assert!(windows(&[(1, 5)], &[], &[]).is_empty());
    }
}
