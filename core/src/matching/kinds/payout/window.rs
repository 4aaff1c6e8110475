//! Which rows of a gateway's account a payout is made of, where they do not carry its id: those that were booked between
//! the payout before and this one.
//!
//! # Design
//! A gateway pays out what has come in until a cut-off, so the rows of a payout lie one behind the other: only runs of whole
//! days are tried, from the last cut-off on, or from a later day where what lies between is another's; never any other
//! set of rows that happens to have the sum. One run in some thousand has a payout's sum by chance, but hardly the next
//! one too: a run is sure where it is the only one that begins there and another payout's run ends or begins at it.
//! Several payouts of one day whose cut-off times are not known are explained together. A payout that no run fits is shown
//! with what is missing where the runs before and behind it say which rows are its own.
#![allow(clippy::indexing_slicing)] // a kernel: places come from the lists that they index

use core::ops::Range;

/// A row of the account: its day, and what it moved after fees.
pub(crate) type Moved = (i32, i64);

/// Rows for one payout, or for several of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub payouts: Range<usize>,
    pub rows: Range<usize>,
    pub fit: Fit,
    /// Whether it stands in a row with others that fit, and nothing else fits there.
    pub sure: bool,
}

/// How the rows of a window make up what was paid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
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
pub(crate) fn windows(rows: &[Moved], payouts: &[Moved], back: &[Moved]) -> Vec<Window> {
    let cut = Cut { rows, sums: sums(rows), days: days(rows), payouts, back, returned: sums(back) };
    let mut out: Vec<Window> = Vec::with_capacity(payouts.len());
    let (mut start, mut at) = (0, 0);
    while at < payouts.len() {
        for (payouts, rows, fit) in cut.next(start, at) {
            at = payouts.end;
            start = rows.end;
            out.push(Window { payouts, rows, fit, sure: false });
        }
    }
    enclose(&mut out);
    for at in 0..out.len() {
        out[at].sure = cut.is_sure(&out, at);
    }
    out
}

/// Gives a payout that no run fits the rows between the runs before and behind it.
fn enclose(windows: &mut [Window]) {
    let fits = |window: &Window| !matches!(window.fit, Fit::Open | Fit::Carried(_));
    for at in 1..windows.len().saturating_sub(1) {
        let (before, after) = (&windows[at - 1], &windows[at + 1]);
        if windows[at].fit == Fit::Open && fits(before) && fits(after) {
            windows[at].rows = before.rows.end..after.rows.start;
        }
    }
}

/// Payouts of one day that are tried together.
const MOST_TOGETHER: usize = 64;
/// Days of rows that may lie before a run that does not begin at the last cut-off.
const MOST_DAYS: usize = 62;
/// Days with rows that one payout may have.
const LONGEST: usize = 366;

struct Cut<'a> {
    rows: &'a [Moved],
    /// Of the rows before each.
    sums: Vec<i128>,
    /// Where days begin, and the end.
    days: Vec<usize>,
    payouts: &'a [Moved],
    back: &'a [Moved],
    returned: Vec<i128>,
}

/// Payouts, their rows, and how these fit.
type Step = (Range<usize>, Range<usize>, Fit);

impl Cut<'_> {
    /// The window of a payout, or of several that are explained together, whose rows start at `start` or behind it.
    fn next(&self, start: usize, at: usize) -> Vec<Step> {
        let (day, amount) = self.payouts[at];
        let limit = self.until(day).max(start);
        let one = |rows, fit| vec![(at..at + 1, rows, fit)];
        if let Some(end) = self.end(start, limit, amount.into()) {
            return one(start..end, Fit::Exact);
        }
        let same = self.payouts[at..].iter().take(MOST_TOGETHER).take_while(|payout| payout.0 == day).count();
        let together: i128 = self.payouts[at..at + same].iter().map(|payout| i128::from(payout.1)).sum();
        if same > 1
            && let Some(end) = self.end(start, limit, together)
        {
            return vec![(at..at + same, start..end, Fit::Together)];
        }
        let before = at.checked_sub(1).map_or(i32::MIN, |before| self.payouts[before].0);
        let came_back = self.came_back(before, day);
        if came_back != 0
            && let Ok(known) = i64::try_from(came_back)
            && let Some(end) = self.end(start, limit, i128::from(amount) - came_back)
        {
            return one(start..end, Fit::Failed(known));
        }
        if let Some(run) = self.behind(start, limit, amount.into()) {
            return one(run, Fit::Exact);
        }
        let of_both = self.payouts.get(at + 1).filter(|next| next.0 > day).and_then(|next| {
            let both = i128::from(amount) + i128::from(next.1);
            self.end(start, self.until(next.0), both).filter(|end| *end > limit)
        });
        let kept = i64::try_from(self.sums[limit] - self.sums[start] - i128::from(amount));
        match (of_both, kept) {
            (Some(end), Ok(kept)) if limit > start => vec![
                (at..at + 1, start..limit, Fit::Carried(kept.saturating_neg())),
                (at + 1..at + 2, limit..end, Fit::Carried(kept)),
            ],
            _ => one(start..start, Fit::Open),
        }
    }

    /// Whether a window that fits is no chance.
    fn is_sure(&self, windows: &[Window], at: usize) -> bool {
        let window = &windows[at];
        let fits = |window: &Window| matches!(window.fit, Fit::Exact | Fit::Failed(_));
        let before = at.checked_sub(1).and_then(|before| windows.get(before)).filter(|one| fits(one));
        let after = windows.get(at + 1).filter(|one| fits(one));
        let in_a_row = before.is_some_and(|before| before.rows.end == window.rows.start)
            || after.is_some_and(|after| after.rows.start == window.rows.end);
        // Where days come to nothing, each end of them fits, and the next may begin at each.
        let only = |window: &Window| {
            let Range { start, end } = window.rows;
            let limit = self.until(self.payouts[window.payouts.start].0).max(end);
            let same = |other: &&usize| self.sums[**other] == self.sums[end];
            self.ends(start, limit).iter().filter(same).count() == 1
        };
        let begins = before.is_none_or(|before| before.rows.end != window.rows.start || only(before));
        fits(window) && in_a_row && begins && only(window)
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

    /// Ends of days behind a row, until another: of so many days.
    fn ends(&self, start: usize, limit: usize) -> &[usize] {
        let from = self.days.partition_point(|day| *day <= start);
        let until = self.days.partition_point(|day| *day <= limit).clamp(from, from + LONGEST);
        &self.days[from..until.min(self.days.len())]
    }

    /// The first end of a day until which the rows from `start` on add up to an amount.
    fn end(&self, start: usize, limit: usize, amount: i128) -> Option<usize> {
        self.ends(start, limit).iter().copied().find(|end| self.sums[*end] - self.sums[start] == amount)
    }

    /// The only run behind `start` that adds up to an amount.
    fn behind(&self, start: usize, limit: usize, amount: i128) -> Option<Range<usize>> {
        let until = self.days.partition_point(|day| *day <= limit);
        let from = self.days.partition_point(|day| *day <= start).max(until.saturating_sub(MOST_DAYS));
        let mut runs = self.days[from..until.max(from)].iter().flat_map(|start| {
            let fits = move |end: &&usize| self.sums[**end] - self.sums[*start] == amount;
            self.ends(*start, limit).iter().filter(fits).map(move |end| *start..*end)
        });
        runs.next().filter(|_| runs.next().is_none())
    }
}

/// Where days begin, and the end.
fn days(rows: &[Moved]) -> Vec<usize> {
    let begins = |at: &usize| rows[*at].0 != rows[*at - 1].0;
    (0..1.min(rows.len())).chain((1..rows.len()).filter(begins)).chain([rows.len()]).collect()
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

    fn window(payouts: Range<usize>, rows: Range<usize>, fit: Fit, sure: bool) -> Window {
        Window { payouts, rows, fit, sure }
    }

    #[test]
    fn days_until_the_cut_off_make_a_payout() {
        let rows = [(1, 100), (1, -3), (2, 50), (3, 70), (4, 20)];
        // The cut-off of the second lies a day before it.
        let found = windows(&rows, &[(1, 97), (4, 120)], &[]);
        let both = [window(0..1, 0..2, Fit::Exact, true), window(1..2, 2..4, Fit::Exact, true)];
        assert_eq!(found, both);
    }

    #[test]
    fn a_sum_that_is_no_run_of_days_is_not_taken() {
        let found = windows(&[(1, 30), (2, 500), (3, 70)], &[(3, 100)], &[]);
        assert_eq!(found, [window(0..1, 0..0, Fit::Open, false)]);
        let found = windows(&[(1, 30), (1, 70)], &[(1, 30)], &[]);
        assert_eq!(found, [window(0..1, 0..0, Fit::Open, false)], "a part of a day");
    }

    #[test]
    fn one_run_alone_may_be_chance() {
        let found = windows(&[(1, 30), (2, 500), (3, 70)], &[(3, 530)], &[]);
        assert_eq!(found, [window(0..1, 0..2, Fit::Exact, false)]);
        let found = windows(&[(1, 30), (2, 500), (3, 70)], &[(3, 570)], &[]);
        assert_eq!(found, [window(0..1, 1..3, Fit::Exact, false)], "rows before it are another's");
        let found = windows(&[(1, 7), (2, 50), (3, 50)], &[(3, 50)], &[]);
        assert_eq!(found, [window(0..1, 0..0, Fit::Open, false)], "two runs are as much");
    }

    #[test]
    fn of_days_that_come_to_nothing_nobody_knows_whose_they_are() {
        let rows = [(1, 100), (2, 9), (2, -9), (3, 50), (4, 60)];
        let found = windows(&rows, &[(2, 100), (3, 50), (4, 60)], &[]);
        assert_eq!(found.iter().map(|one| one.sure).collect::<Vec<_>>(), [false, false, true]);
    }

    #[test]
    fn what_lacks_between_two_runs_is_shown() {
        let rows = [(1, 10), (2, 20), (3, 30), (4, 44), (5, 55)];
        let found = windows(&rows, &[(1, 10), (2, 25), (3, 30), (5, 99)], &[]);
        assert_eq!(found[1], window(1..2, 1..2, Fit::Open, false));
        assert_eq!(found[2], window(2..3, 2..3, Fit::Exact, true));
    }

    #[test]
    fn payouts_of_one_day_go_together() {
        let found = windows(&[(1, 30), (1, 70), (1, 11)], &[(1, 81), (1, 30)], &[]);
        assert_eq!(found, [window(0..2, 0..3, Fit::Together, false)]);
    }

    #[test]
    fn what_came_back_is_paid_out_again() {
        let found = windows(&[(1, 97), (5, 53)], &[(1, 97), (6, 150)], &[(4, 97)]);
        let both = [window(0..1, 0..1, Fit::Exact, true), window(1..2, 1..2, Fit::Failed(97), true)];
        assert_eq!(found, both);
    }

    #[test]
    fn what_one_left_the_next_takes() {
        let found = windows(&[(1, 100), (3, 50)], &[(1, 93), (3, 57)], &[]);
        let carried =
            [window(0..1, 0..1, Fit::Carried(-7), false), window(1..2, 1..2, Fit::Carried(7), false)];
        assert_eq!(found, carried);
    }

    #[test]
    fn no_rows_are_no_window() {
        assert_eq!(windows(&[], &[(3, 10)], &[]), [window(0..1, 0..0, Fit::Open, false)]);
        assert!(windows(&[(1, 5)], &[], &[]).is_empty());
    }
}
