//! An explanation of one payment: what it settles, what speaks for it, and its score in bits.

use super::amount::Relation;
use super::explain::Weighed;

/// What an explanation says became of the payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
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

/// Takes clues: an explanation keeps them, a sum only adds them up.
pub(super) trait Tally {
    fn add(&mut self, clue: Weighed);
}

/// Bits without their reasons: enough to say which explanations are worth being kept.
pub(super) struct Sum(pub f64);

impl Tally for Sum {
    fn add(&mut self, clue: Weighed) {
        self.0 += clue.bits;
    }
}

impl Tally for Hypothesis {
    fn add(&mut self, clue: Weighed) {
        if clue.bits != 0.0 {
            self.score += clue.bits;
            self.clues.push(clue);
        }
    }
}

/// An explanation of one payment.
#[derive(Clone, Debug)]
pub(super) struct Hypothesis {
    pub shape: Shape,
    /// The items that it settles; of `Closed` the item that it names.
    pub items: Vec<u32>,
    /// Items that are as good, where nothing tells them apart: oldest first, the first is in `items`.
    pub twins: Vec<u32>,
    pub customer: u32,
    pub relation: Option<Relation>,
    /// What each item gets.
    pub amounts: Vec<i64>,
    pub prior: f64,
    pub clues: Vec<Weighed>,
    /// Prior and clues.
    pub score: f64,
}

impl Hypothesis {
    pub fn new(shape: Shape, items: Vec<u32>, customer: u32, prior: f64) -> Self {
        Hypothesis {
            shape,
            items,
            twins: Vec::new(),
            customer,
            relation: None,
            amounts: Vec::new(),
            prior,
            clues: Vec::new(),
            score: prior,
        }
    }

    pub fn add_all(&mut self, clues: &[Weighed]) {
        clues.iter().for_each(|clue| self.add(*clue));
    }

    /// The bits with which the payment's text names its items.
    pub fn named(&self) -> f64 {
        self.clues.iter().filter(|w| w.clue.names_item()).map(|w| w.bits).sum()
    }

    /// The bits of its clues whose code begins with `prefix`.
    pub fn bits_of(&self, prefix: &str) -> f64 {
        self.clues.iter().filter(|w| w.clue.code().starts_with(prefix)).map(|w| w.bits).sum()
    }
}
