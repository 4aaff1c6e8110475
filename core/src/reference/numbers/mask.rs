//! What the digits of a text surely are not: an invoice's number.
#![allow(clippy::indexing_slicing)] // a kernel: every index comes from a scan of the same text

use super::segment::{Mask, Segment};
use crate::reference::announces::Announces;
use crate::reference::number_words::{SHARP, STREETS};

/// Says of each segment of a text what it most likely is.
pub(super) fn mark(text: &[u8], segments: &mut [Segment]) {
    let mut marks = Marks { text, segments };
    for at in 1..marks.segments.len() {
        if marks.segments[at].digits {
            marks.mark_phone(at - 1);
        }
    }
    for at in 0..marks.segments.len() {
        let here = marks.segments[at];
        if here.digits && here.mask == Mask::Free {
            marks.mark_number(at);
        }
    }
}

struct Marks<'a> {
    text: &'a [u8],
    segments: &'a mut [Segment],
}

impl Marks<'_> {
    fn value(&self, at: usize) -> u32 {
        self.segments[at]
            .text(self.text)
            .iter()
            .take(9)
            .fold(0_u32, |n, b| n.wrapping_mul(10).wrapping_add(u32::from(b.wrapping_sub(b'0'))))
    }

    fn length(&self, at: usize) -> usize {
        self.segments[at].length()
    }

    /// The single byte between segments `at` and `at + 1`; 0 when there is none or more than one.
    fn joint(&self, at: usize) -> u8 {
        let (Some(a), Some(b)) = (self.segments.get(at), self.segments.get(at + 1)) else { return 0 };
        if b.start == a.end + 1 { self.text[a.end as usize] } else { 0 }
    }

    fn mark_number(&mut self, at: usize) {
        let length = self.length(at);
        let start = self.segments[at].start as usize;
        let previous = start.checked_sub(1).map_or(b' ', |b| self.text[b]);
        let next_digits = |k: usize| self.segments.get(at + k).is_some_and(|s| s.digits);
        let (j1, j2) = (self.joint(at), self.joint(at + 1));
        // Dates: 03.03.2026, 3/3/26, 2026-03-03, and a time after or alone.
        if next_digits(1) && next_digits(2) && j1 == j2 && matches!(j1, b'.' | b'/' | b'-') {
            let (a, b, c) = (self.value(at), self.value(at + 1), self.value(at + 2));
            let (la, lb, lc) = (length, self.length(at + 1), self.length(at + 2));
            let day_first = la <= 2 && lb <= 2 && (lc == 2 || lc == 4 && (1990..2100).contains(&c));
            let year_first = la == 4 && lb == 2 && lc == 2 && (1990..2100).contains(&a);
            let fits = |x: u32, y: u32| (1..=31).contains(&x) && (1..=31).contains(&y) && x.min(y) <= 12;
            if day_first && fits(a, b) || year_first && fits(b, c) {
                self.set(at, 3, Mask::Date);
                return;
            }
        }
        if let Some(span) = self.month(at) {
            self.set(at, span, Mask::Date);
            return;
        }
        if length <= 2 && next_digits(1) && matches!(j1, b':' | b'H') && self.length(at + 1) == 2 {
            let span = if next_digits(2) && j2 == b':' { 3 } else { 2 };
            self.set(at, span, Mask::Date);
            return;
        }
        // Money: 1.234,56 or 89.90 with two decimals at the end.
        if next_digits(1)
            && matches!(j1, b'.' | b',')
            && self.length(at + 1) == 2
            && !matches!(j2, b'.' | b'/')
        {
            let after = self.segments.get(at + 1).map_or(0, |s| s.end as usize);
            if self.text.get(after).is_none_or(|b| !matches!(b, b'-' | b'.') || after + 1 >= self.text.len())
            {
                self.set(at, 2, Mask::Money);
                return;
            }
        }
        if length == 8 {
            let whole = self.value(at);
            let (year, month, day) = (whole / 10_000, whole / 100 % 100, whole % 100);
            if (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day) {
                self.set(at, 1, Mask::Date);
                return;
            }
        }
        if length == 6 && self.dated(at) {
            self.set(at, 1, Mask::Date);
            return;
        }
        if length == 4 && (1990..2080).contains(&self.value(at)) {
            self.set(at, 1, Mask::Year);
            return;
        }
        // A plus between digits is a list's, not a country code's.
        // A number is dialled by seven digits at least; behind another one it may be the next of a list: `8242 +3799`.
        let before = self.text[..start.saturating_sub(1)].iter().rev().find(|byte| **byte != b' ');
        let listed = before.is_some_and(u8::is_ascii_digit);
        let joined = start.checked_sub(2).is_some_and(|at| self.text[at].is_ascii_digit());
        let dialled = previous == b'+' && !joined && (!listed || self.dialled_digits(at) > 6);
        if dialled || length >= 10 && self.text[start] == b'0' && self.text.get(start + 1) != Some(&b'0') {
            self.set(at, 1, Mask::Phone);
            return;
        }
        if length == 4 && matches!(previous, b'*' | b'X') {
            self.set(at, 1, Mask::Account);
            return;
        }
        self.mark_account(at);
        if self.is_postcode(at) {
            self.set(at, 1, Mask::Postcode);
        }
    }

    /// How many segments are a month that stands alone: `rent 03/2026`, `2026-03`, `202603`. What a word announces as an
    /// invoice's, or what is joined to more, is a number.
    fn month(&self, at: usize) -> Option<usize> {
        let is_joint = |byte: u8| matches!(byte, b'.' | b'/' | b'-');
        let before = at.checked_sub(1).map(|before| (before, self.segments[before]));
        if before.is_some_and(|(before, word)| {
            word.announces(self.text, Announces::INVOICE)
                || word.end == self.segments[at].start
                || is_joint(self.joint(before))
        }) {
            return None;
        }
        let fits = |year: u32, month: u32| (1990..2100).contains(&year) && (1..=12).contains(&month);
        let alone = |last: usize| {
            !is_joint(self.joint(last))
                && self.segments.get(last + 1).is_none_or(|next| next.start > self.segments[last].end)
        };
        if self.length(at) == 6 {
            return (fits(self.value(at) / 100, self.value(at) % 100) && alone(at)).then_some(1);
        }
        let next = self.segments.get(at + 1).filter(|next| next.digits && is_joint(self.joint(at)))?;
        let (a, b) = (self.value(at), self.value(at + 1));
        let month = match (self.length(at), next.length()) {
            (1 | 2, 4) => fits(b, a),
            (4, 2) => fits(a, b),
            _ => false,
        };
        (month && alone(at + 1)).then_some(2)
    }

    /// The digits behind a word such as `phone`, six or more of them in a row of groups.
    fn mark_phone(&mut self, at: usize) {
        let word = self.segments[at];
        if !word.announces(self.text, Announces::PHONE) {
            return;
        }
        let groups = (at + 1..self.segments.len())
            .take_while(|next| {
                let gap = self.segments[*next].start - self.segments[*next - 1].end;
                self.segments[*next].digits && gap <= 3
            })
            .take(6)
            .count();
        let digits: usize = (at + 1..=at + groups).map(|group| self.length(group)).sum();
        if digits >= 6 {
            self.set(at + 1, groups, Mask::Phone);
        }
    }

    /// Digits of a number and of the groups behind it.
    fn dialled_digits(&self, at: usize) -> usize {
        let groups = self.segments.iter().enumerate().skip(at);
        let apart = |at: &usize| *at + 1 < self.segments.len() && self.joint(*at) == b' ';
        let mut sum = 0;
        for (group, segment) in groups {
            if !segment.digits {
                break;
            }
            sum += segment.length();
            if !apart(&group) {
                break;
            }
        }
        sum
    }

    /// Whether six digits are a day beside a word that announces one: `DATE:260312`.
    fn dated(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|b| self.segments[b]).filter(|s| !s.digits) else {
            return false;
        };
        let value = self.value(at);
        let (a, b, c) = (value / 10_000, value / 100 % 100, value % 100);
        let day = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
        before.announces(self.text, Announces::DAY) && (day(b, c) || day(b, a) || day(a, b))
    }

    /// `Hauptstr. 5, 10423 Berlin`: four or five digits between a street with its house number and a town.
    fn is_postcode(&self, at: usize) -> bool {
        let town = self.segments.get(at + 1).is_some_and(|s| !s.digits && s.end - s.start >= 3);
        let [.., street, house] = &self.segments[..at] else { return false };
        let word = &self.text[street.start as usize..street.end as usize];
        matches!(self.length(at), 4 | 5)
            && town
            && self.joint(at) == b' '
            && self.joint(at - 1) != b'-'
            && house.digits
            && house.end - house.start <= 4
            && self.segments[at].start - house.end <= 2
            && self.text[house.end as usize] != b'\n'
            && !street.digits
            && house.start - street.end <= 2
            && (STREETS.iter().any(|end| word.ends_with(end))
                || self.text[..street.start as usize].ends_with(SHARP))
    }

    /// Two letters that begin a run, two digits and at least eleven more in that run, or in groups of four: an account.
    fn mark_account(&mut self, at: usize) {
        let Some(letters) = at.checked_sub(1).map(|b| self.segments[b]) else { return };
        let here = self.segments[at];
        if letters.digits
            || letters.end != here.start
            || letters.end - letters.start != 2
            || here.end < here.start + 2
            || letters.start > 0 && self.text[letters.start as usize - 1].is_ascii_alphanumeric()
        {
            return;
        }
        let mut end = at;
        let mut total = 0;
        while end < self.segments.len() && total < 34 {
            let gap = if end == at { 0 } else { self.segments[end].start - self.segments[end - 1].end };
            let apart = self.text[self.segments[end].start as usize - gap as usize..].first() == Some(&b' ');
            if gap > 1 || gap == 1 && !(apart && self.length(end) <= 4) {
                break;
            }
            total += self.length(end);
            end += 1;
        }
        if total >= 13 && (here.end - here.start == 2 || here.end - here.start >= 13) {
            self.set(at, end - at, Mask::Account);
        }
    }

    fn set(&mut self, at: usize, span: usize, mask: Mask) {
        for segment in self.segments.iter_mut().skip(at).take(span) {
            segment.mask = mask;
        }
    }
}
