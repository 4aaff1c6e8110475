//! The rows of one side, sorted so that a span of days is a span of rows, and the entries' tables by feature and amount.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::frequency::{Company, Counted};
use super::memo::{Lexicon, Memos, NONE};
use super::relation::{self, CHANGED_OVER, EQUAL, ONE_DIGIT, POINT};
pub(super) use crate::matching::index::NO_DAY;
use crate::money::Currency;
use core::ops::Range;

/// A row of either side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Without its sign; more than nothing.
    pub amount: i64,
    pub day: i32,
    /// Row of the item or of the payment.
    pub at: u32,
}

/// What rows must share to belong together: currency, and whether money went out.
pub(super) type Kind = (Currency, bool);

/// Rows of one kind.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub kind: Kind,
    pub rows: Range<u32>,
    /// Those whose day is not known.
    pub undated: Range<u32>,
}

/// Rows in the order of their kinds and days, with where each kind lies.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub rows: Vec<Row>,
    pub parts: Vec<Part>,
}

impl Rows {
    /// Sorts rows.
    pub fn new(mut given: Vec<(Kind, Row)>) -> Self {
        given.sort_unstable_by_key(|(kind, row)| (*kind, row.day, row.at));
        let mut parts: Vec<Part> = Vec::new();
        for same in given.chunk_by(|a, b| a.0 == b.0) {
            let start = parts.last().map_or(0, |part| part.rows.end);
            let undated = same.iter().take_while(|(_, row)| row.day == NO_DAY).count() as u32;
            parts.push(Part {
                kind: same[0].0,
                rows: start..start + same.len() as u32,
                undated: start..start + undated,
            });
        }
        Rows { rows: given.into_iter().map(|(_, row)| row).collect(), parts }
    }

    pub fn part(&self, kind: Kind) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == kind)
    }

    /// The dated rows of a part from a day to another, both included.
    pub fn between(&self, part: &Part, first: i32, last: i32) -> Range<u32> {
        let rows = &self.rows[part.undated.end as usize..part.rows.end as usize];
        let start = rows.partition_point(|row| row.day < first) as u32;
        let end = rows.partition_point(|row| row.day <= last) as u32;
        part.undated.end + start..part.undated.end + end
    }
}

/// How rare what an entry shows is among the entries of its kind: bits against it by chance.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rarity {
    /// Its amount; about its amount (half a per cent); any one amount as large as its.
    equal: f32,
    near: f32,
    each: f32,
    /// Its day.
    day: f32,
}

impl Rarity {
    /// Bits against a relation of amounts by chance.
    pub fn of_amount(&self, class: u8) -> f32 {
        // Of the slips there are so many: about five, fifty, four.
        match class {
            EQUAL => self.equal,
            CHANGED_OVER => self.each - 2.3,
            ONE_DIGIT => self.each - 5.6,
            POINT => self.each - 2.0,
            _ => self.near,
        }
    }

    /// Bits against so many days between by chance.
    pub fn of_day(&self, class: u8) -> f32 {
        match class {
            relation::UNKNOWN_LAG => 0.0,
            class if relation::is_far(class) => (self.day - FAR_DAYS).max(0.0),
            _ => self.day,
        }
    }

    /// From shares of the entries.
    fn of_shares(equal: f32, near: f32, amount: i64) -> Self {
        let each = near / (STEP * amount as f32).max(1.0);
        let bits = |share: f32| -libm::log2f(share.clamp(f32::MIN_POSITIVE, 1.0));
        Rarity { equal: bits(equal + each), near: bits(near), each: bits(each), day: 0.0 }
    }
}

/// The width of a step of amounts, as a share.
const STEP: f32 = 0.005;
/// Days of a class of far ones, as bits.
const FAR_DAYS: f32 = 4.95;

/// The entries: rows, memos, and who has a feature or an amount.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book {
    pub(super) rows: Rows,
    pub(super) memos: Memos,
    pub(super) lexicon: Lexicon,
    /// Of every feature how many entries have it.
    pub(super) counts: Vec<u32>,
    pub(super) company: Company,
    starts: Vec<u32>,
    holders: Vec<u32>,
    /// Rows by part and amount.
    by_amount: Vec<(i64, u32)>,
    pub(super) rarity: Vec<Rarity>,
}

/// An entry as a book takes it.
pub(crate) struct Given<'a> {
    /// Row of its item.
    pub item: u32,
    /// Signed, not zero.
    pub open: i64,
    pub currency: Currency,
    /// Days since the common era, or `NO_DAY`.
    pub day: i32,
    pub memo: &'a str,
    pub number: Option<&'a str>,
}

impl Book {
    /// Prepares entries.
    pub fn new(given: &[Given<'_>]) -> Self {
        if given.is_empty() {
            return Book::default();
        }
        let row = |(entry, at): (&Given<'_>, u32)| {
            let amount = entry.open.checked_abs().filter(|amount| *amount > 0)?;
            Some(((entry.currency, entry.open < 0), Row { amount, day: entry.day, at }))
        };
        let mut rows = Rows::new(given.iter().zip(0..).filter_map(row).collect());
        let (mut memos, mut lexicon) =
            (Memos::with_capacity(rows.rows.len()), Lexicon::with_capacity(given.len() * 2));
        let mut counts: Vec<u32> = Vec::with_capacity(given.len() * 2);
        for row in &mut rows.rows {
            let entry = &given[row.at as usize];
            row.at = entry.item;
            memos.read(core::iter::once(entry.memo).chain(entry.number), |feature| {
                let id = lexicon.learn(feature, 0);
                if id as usize == counts.len() {
                    counts.push(0);
                }
                counts[id as usize] += 1;
                id
            });
        }
        let company = Company::new(&memos, &counts);
        let mut book = Book { rows, memos, lexicon, counts, company, ..Book::default() };
        book.index();
        book
    }

    pub(super) fn counted(&self) -> Counted<'_> {
        Counted { memos: &self.memos, counts: &self.counts, company: &self.company }
    }

    pub(super) fn row(&self, at: u32) -> &Row {
        &self.rows.rows[at as usize]
    }

    /// Entries that have a feature, in order.
    pub(super) fn holders(&self, feature: u32) -> &[u32] {
        let at = feature as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.holders[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// Entries of a part by amount.
    pub(super) fn by_amount(&self, part: &Part) -> &[(i64, u32)] {
        &self.by_amount[part.rows.start as usize..part.rows.end as usize]
    }

    /// Entries of a part that have exactly an amount, in order.
    pub(super) fn equal(&self, part: &Part, amount: i64) -> &[(i64, u32)] {
        let rows = self.by_amount(part);
        let start = rows.partition_point(|row| row.0 < amount);
        let length = rows[start..].iter().take_while(|row| row.0 == amount).count();
        &rows[start..start + length]
    }

    fn index(&mut self) {
        let Book { rows, memos, counts, starts, holders, by_amount, rarity, .. } = self;
        let features = |row: u32| {
            let keys = memos.keys[row as usize];
            let words = memos.words(row).iter().map(|word| word.id);
            words.chain([keys.whole, keys.beginning, keys.head]).filter(|id| *id != NONE)
        };
        let all = || 0..memos.len() as u32;
        *starts = vec![0; counts.len() + 1];
        all().flat_map(features).for_each(|id| starts[id as usize + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        *holders = vec![0; starts.last().map_or(0, |end| *end as usize)];
        for row in all() {
            for id in features(row) {
                holders[next[id as usize] as usize] = row;
                next[id as usize] += 1;
            }
        }
        *by_amount = rows.rows.iter().zip(0..).map(|(row, at)| (row.amount, at)).collect();
        *rarity = vec![Rarity::default(); rows.rows.len()];
        for part in &rows.parts {
            let span = part.rows.start as usize..part.rows.end as usize;
            by_amount[span.clone()].sort_unstable();
            measure(&rows.rows, part, &by_amount[span], rarity);
        }
    }
}

/// Measures how rare the amounts and days of a part's entries are; an entry itself does not count.
fn measure(rows: &[Row], part: &Part, by_amount: &[(i64, u32)], rarity: &mut [Rarity]) {
    let all = by_amount.len() as f32;
    let mut equal = vec![0.0; rows.len()];
    for same in by_amount.chunk_by(|a, b| a.0 == b.0) {
        same.iter().for_each(|(_, row)| equal[*row as usize] = (same.len() as f32 - 1.0) / all);
    }
    // Neighbours within three steps on both sides, by two pointers over the sorted amounts.
    let (mut low, mut high) = (0, 0);
    for (amount, row) in by_amount {
        let reach = amount / 64;
        while by_amount[low].0 < amount - reach {
            low += 1;
        }
        while high < by_amount.len() && by_amount[high].0 <= amount.saturating_add(reach) {
            high += 1;
        }
        let steps = 2.0 * (1.0 / 64.0) / STEP;
        let near = ((high - low) as f32 - 1.0 + UNSEEN) / all / steps;
        rarity[*row as usize] = Rarity::of_shares(equal[*row as usize], near, *amount);
    }
    let dated = &rows[part.undated.end as usize..part.rows.end as usize];
    let (mut low, mut high) = (0, 0);
    let mut first = part.undated.end as usize;
    let span = dated.first().zip(dated.last()).map_or(1, |(a, b)| (b.day - a.day + 1).max(1)) as f32;
    for same in dated.chunk_by(|a, b| a.day == b.day) {
        let day = same[0].day;
        while dated[low].day < day - AROUND {
            low += 1;
        }
        while high < dated.len() && dated[high].day <= day + AROUND {
            high += 1;
        }
        let around = (high - low) as f32 / (2 * AROUND + 1) as f32;
        let share = (0.6 * same.len() as f32 + 0.3 * around + 0.1 * all / span) / all;
        let bits = -libm::log2f(share.min(1.0));
        rarity[first..first + same.len()].iter_mut().for_each(|row| row.day = bits);
        first += same.len();
    }
}

/// Days on both sides over which bookings are spread.
const AROUND: i32 = 7;
/// What stands for amounts that were not seen.
const UNSEEN: f32 = 0.5;

/// The bank's rows.
pub(super) struct Bank {
    pub rows: Rows,
    pub memos: Memos,
    /// Of every feature how many bank rows have it; nothing where nothing is learnt from them.
    pub counts: Vec<u32>,
    pub company: Company,
}

impl Bank {
    /// Reads the bank's rows; `parts` gives the texts of a payment.
    pub fn new<'t, I: Iterator<Item = &'t str>>(
        given: Vec<(Kind, Row)>,
        book: &Book,
        adapt: bool,
        parts: impl Fn(u32) -> I,
    ) -> Self {
        let rows = Rows::new(given);
        let count = rows.rows.len();
        let (mut memos, mut own) = (Memos::with_capacity(count), Lexicon::with_capacity(count));
        let mut counts: Vec<u32> = vec![0; book.lexicon.len() + rows.rows.len()];
        for row in &rows.rows {
            memos.read(parts(row.at), |feature| {
                let id = book.lexicon.get(feature).unwrap_or_else(|| own.learn(feature, book.lexicon.len()));
                if id as usize >= counts.len() {
                    counts.resize(id as usize + 1, 0);
                }
                counts[id as usize] += 1;
                id
            });
        }
        if !adapt {
            return Bank { rows, memos, counts: Vec::new(), company: Company::default() };
        }
        let company = Company::new(&memos, &counts);
        Bank { rows, memos, counts, company }
    }

    pub fn counted(&self) -> Counted<'_> {
        Counted { memos: &self.memos, counts: &self.counts, company: &self.company }
    }
}
