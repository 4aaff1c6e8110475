//! Explanations of payments: what each settles, what speaks for it, and its score in bits.
//!
//! # Design
//! A payment has a handful of explanations, each with a handful of items and reasons: as values of their own they would be
//! twenty allocations a payment. So they lie one behind the other in a few tables, and an explanation is a row that knows
//! its parts of these.
#![allow(clippy::indexing_slicing)] // a kernel: parts are cut from the tables that they were made for

use super::amount::Relation;
use super::clue::Weighed;
use super::parameters as p;
use core::ops::{Deref, Range};

/// What an explanation says became of the payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// Settles one item, or a part of it.
    Single,
    /// Settles several items.
    Group,
    /// Money of a known customer for nothing in particular.
    OnAccount,
    /// Pays a listed item that is settled already.
    Closed,
    /// Names an item of the host's series that is not listed.
    Unlisted,
    /// None of these.
    Nothing,
}

impl Shape {
    /// Whether it takes something of what is open.
    pub fn settles(self) -> bool {
        matches!(self, Shape::Single | Shape::Group)
    }
}

/// Takes clues: an explanation keeps them, a sum only adds them up.
pub(crate) trait Tally {
    fn add(&mut self, clue: Weighed);
}

/// Bits without their reasons: enough to say which explanations are worth being kept.
pub(crate) struct Sum(pub f64);

impl Tally for Sum {
    fn add(&mut self, clue: Weighed) {
        self.0 += clue.bits;
    }
}

/// A part of a table: where it starts and how long it is, in one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Span(u64);

/// Bits of a span's length; the others are its start.
const LENGTH: u32 = 24;

impl Span {
    pub fn new(range: Range<usize>) -> Self {
        Span((range.start as u64) << LENGTH | (range.len() as u64) & ((1 << LENGTH) - 1))
    }

    pub fn range(self) -> Range<usize> {
        let start = (self.0 >> LENGTH) as usize;
        start..start + (self.0 & ((1 << LENGTH) - 1)) as usize
    }

    fn longer(self) -> Self {
        Span(self.0 + 1)
    }

    fn start(self) -> usize {
        self.range().start
    }

    /// The same part of a copy of the table, which begins elsewhere.
    fn moved(self, from: usize, to: usize) -> Self {
        let Range { start, end } = self.range();
        Span::new(start - from + to..end - from + to)
    }
}

/// An explanation's row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hypothesis {
    pub shape: Shape,
    pub customer: u32,
    pub relation: Option<Relation>,
    /// Bits before any evidence.
    pub prior: f64,
    /// Prior and clues.
    pub score: f64,
    items: Span,
    twins: Span,
    clues: Span,
}

/// Explanations one behind the other. The last one can be written to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Explanations {
    rows: Vec<Hypothesis>,
    items: Vec<u32>,
    /// What each item gets.
    amounts: Vec<i64>,
    twins: Vec<u32>,
    clues: Vec<Weighed>,
}

impl Tally for Explanations {
    fn add(&mut self, clue: Weighed) {
        if let (true, Some(row)) = (clue.bits != 0.0, self.rows.last_mut()) {
            row.score += clue.bits;
            row.clues = row.clues.longer();
            self.clues.push(clue);
        }
    }
}

impl Explanations {
    pub fn clear(&mut self) {
        self.rows.clear();
        self.items.clear();
        self.amounts.clear();
        self.twins.clear();
        self.clues.clear();
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn get(&self, at: usize) -> Explanation<'_> {
        Explanation { row: &self.rows[at], of: self }
    }

    pub fn iter(&self) -> impl Iterator<Item = Explanation<'_>> {
        self.rows.iter().map(|row| Explanation { row, of: self })
    }

    /// Begins another one.
    pub fn begin(&mut self, shape: Shape, customer: u32, prior: f64) {
        let end = |length: usize| Span::new(length..length);
        self.rows.push(Hypothesis {
            shape,
            customer,
            relation: None,
            prior,
            score: prior,
            items: end(self.items.len()),
            twins: end(self.twins.len()),
            clues: end(self.clues.len()),
        });
    }

    pub fn relate(&mut self, relation: Relation) {
        if let Some(row) = self.rows.last_mut() {
            row.relation = Some(relation);
        }
    }

    /// Takes bits off its prior.
    pub fn less(&mut self, bits: f64) {
        if let Some(row) = self.rows.last_mut() {
            row.prior -= bits;
            row.score -= bits;
        }
    }

    /// It settles so much of an item.
    pub fn settle(&mut self, item: u32, amount: i64) {
        if let Some(row) = self.rows.last_mut() {
            row.items = row.items.longer();
            self.items.push(item);
            self.amounts.push(amount);
        }
    }

    /// Items that are as good, oldest first; the first is what it settles.
    pub fn twins(&mut self, twins: impl IntoIterator<Item = u32>) {
        if let Some(row) = self.rows.last_mut() {
            let start = self.twins.len();
            self.twins.extend(twins);
            row.twins = Span::new(start..self.twins.len());
        }
    }

    pub fn add_all(&mut self, clues: &[Weighed]) {
        clues.iter().for_each(|clue| self.add(*clue));
    }

    /// Adds a copy of one that lies elsewhere.
    pub fn copy(&mut self, other: Explanation<'_>) {
        let mut row = *other.row;
        row.items = appended(&mut self.items, other.items());
        self.amounts.extend_from_slice(other.amounts());
        row.twins = appended(&mut self.twins, other.twins());
        row.clues = appended(&mut self.clues, other.clues());
        self.rows.push(row);
    }

    /// Adds copies of some rows of others behind its own; what these rows have lies side by side there.
    pub fn append(&mut self, others: &Self, rows: Range<usize>) {
        let Some(first) = others.rows.get(rows.start) else { return };
        let next = others.rows.get(rows.end);
        let items = first.items.start()..next.map_or(others.items.len(), |row| row.items.start());
        let twins = first.twins.start()..next.map_or(others.twins.len(), |row| row.twins.start());
        let clues = first.clues.start()..next.map_or(others.clues.len(), |row| row.clues.start());
        let moved = |row: &Hypothesis| Hypothesis {
            items: row.items.moved(items.start, self.items.len()),
            twins: row.twins.moved(twins.start, self.twins.len()),
            clues: row.clues.moved(clues.start, self.clues.len()),
            ..*row
        };
        self.rows.extend(others.rows[rows].iter().map(moved));
        self.items.extend_from_slice(&others.items[items.clone()]);
        self.amounts.extend_from_slice(&others.amounts[items]);
        self.twins.extend_from_slice(&others.twins[twins]);
        self.clues.extend_from_slice(&others.clues[clues]);
    }

    /// Gives back the memory that more of them would have taken.
    pub fn shrink(&mut self) {
        self.rows.shrink_to_fit();
        self.items.shrink_to_fit();
        self.amounts.shrink_to_fit();
        self.twins.shrink_to_fit();
        self.clues.shrink_to_fit();
    }

    /// Takes bits from a row, or adds them.
    pub fn weigh(&mut self, row: usize, bits: f64) {
        self.rows[row].prior += bits;
        self.rows[row].score += bits;
    }
}

fn appended<T: Copy>(rows: &mut Vec<T>, more: &[T]) -> Span {
    let start = rows.len();
    rows.extend_from_slice(more);
    Span::new(start..rows.len())
}

/// An explanation of one payment, with its parts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Explanation<'a> {
    row: &'a Hypothesis,
    of: &'a Explanations,
}

impl Deref for Explanation<'_> {
    type Target = Hypothesis;

    fn deref(&self) -> &Hypothesis {
        self.row
    }
}

impl<'a> Explanation<'a> {
    /// The items that it settles; of `Closed` the item that it names.
    pub fn items(self) -> &'a [u32] {
        &self.of.items[self.row.items.range()]
    }

    /// What each item gets.
    pub fn amounts(self) -> &'a [i64] {
        &self.of.amounts[self.row.items.range()]
    }

    /// Items that are as good, where nothing tells them apart: oldest first, the first is in `items`.
    pub fn twins(self) -> &'a [u32] {
        &self.of.twins[self.row.twins.range()]
    }

    /// What speaks for it and against it.
    pub fn clues(self) -> &'a [Weighed] {
        &self.of.clues[self.row.clues.range()]
    }

    /// The bits with which the payment's text names its items.
    pub fn named(self) -> f64 {
        self.clues().iter().filter(|w| w.clue.names_item()).map(|w| w.bits).sum()
    }

    /// Whether it is sure enough to teach, where the next best has so many bits: ahead, and by a number.
    pub fn teaches(self, next: Option<f64>) -> bool {
        next.is_none_or(|next| self.score - next > p::TEACHER_GAP) && self.named() >= p::TEACHER_NUMBER
    }

    /// The bits that say who paid.
    pub fn payer(self) -> f64 {
        self.clues().iter().filter(|w| w.clue.is_payer()).map(|w| w.bits).sum()
    }
}
