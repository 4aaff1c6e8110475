//! One payment against one item: amount, reference, payer and date.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::amount::{Owed, Relation, relate};
use super::explain::{About, Clue, Weighed};
use super::features::{Chance, Payment, Reading};
use super::habits::Habits;
use super::hypothesis::{Hypothesis, Shape};
use super::index::{Index, Item, NONE};
use super::options::Options;
use super::parameters as p;
use super::payer::{Learnt, Party};
use super::reference_hits::{Hits, NAMED, has_number};
use crate::model::Transaction;
use crate::money::Currency;
use libm::log2;
use rustc_hash::FxHashSet;
/// Everything that scoring a payment looks at.
pub(super) struct Scorer<'a> {
    pub index: &'a Index<'a>,
    pub chance: &'a Chance,
    pub learnt: &'a Learnt,
    pub habits: &'a Habits,
    pub options: &'a Options,
    pub transactions: &'a [Transaction],
    /// (payment row, item) pairs of payments that together make up an item.
    pub completes: &'a FxHashSet<(u32, u32)>,
}

/// One payment while it is being explained.
pub(super) struct Context<'a> {
    pub payment: &'a Payment,
    pub hits: &'a Hits,
    pub reading: &'a Reading,
    pub scorer: &'a Scorer<'a>,
    /// The strongest bits with which the text names anything.
    pub elsewhere: f64,
    /// Chance of the payment's amount, and of the original one, among strangers.
    pub chances: (f64, f64),
}

impl Context<'_> {
    /// Chance of what was paid among strangers, in the payment's own or the original currency.
    pub fn chance_of(&self, paid: i64, currency: Currency) -> f64 {
        if currency == self.payment.currency && paid == self.payment.gross {
            self.chances.0
        } else {
            self.chances.1
        }
    }

    /// The explanation by one item.
    pub fn single(&self, at: u32, party: Option<&Party>) -> Option<Hypothesis> {
        let index = self.scorer.index;
        let item = &index.items[at as usize];
        let hit = self.hits.of(at);
        let named = hit.is_some_and(|hit| hit.bits >= NAMED);
        let relation = self.relation(at, item, named)?;
        let exact = matches!(relation.clue, Clue::AmountEqual | Clue::AmountDiscount | Clue::AmountPrevious);
        if item.closed && !exact && !named {
            return None;
        }
        let (shape, share, rows) = if item.closed {
            (Shape::Closed, p::PRIOR_CLOSED, index.items.len() as f64 - f64::from(index.open_count))
        } else {
            (Shape::Single, p::PRIOR_SINGLE, f64::from(index.open_count))
        };
        let mut out = Hypothesis::new(shape, vec![at], item.customer, log2(share / (rows + 1.0)));
        out.add(Weighed::new(relation.clue, relation.bits, About::Nothing));
        out.relation = Some(relation);
        out.amounts = vec![relation.settles];
        self.reference(at, item.customer, &mut out);
        if let Some(party) = party {
            out.add_all(&party.clues);
        }
        self.date(item, &mut out);
        Some(out)
    }

    /// How the amounts relate; where the currencies differ and nothing was converted, a named item may still be meant.
    fn relation(&self, at: u32, item: &Item, named: bool) -> Option<Relation> {
        let index = self.scorer.index;
        match self.payment.amount_in(item.currency) {
            Some(paid) => {
                let mut owed = Owed::item(
                    item,
                    &index.invoices[item.row as usize],
                    self.payment.day,
                    self.scorer.options,
                );
                owed.converted = self.payment.original.is_some() && item.currency == self.payment.currency;
                let completes = self.scorer.completes.contains(&(self.payment.row, at));
                relate(self.chance_of(paid, item.currency), paid, &owed, completes, self.scorer.options)
            }
            None if named && !item.closed => {
                Some(Relation { clue: Clue::AmountConverted, bits: -4.0, settles: item.open, short: None })
            }
            None => None,
        }
    }

    /// What the text says for or against an item.
    pub fn reference(&self, at: u32, customer: u32, out: &mut Hypothesis) {
        let about = About::Item(at);
        if let Some(hit) = self.hits.of(at) {
            out.add(Weighed::new(hit.clue, hit.bits, about));
            return;
        }
        if self.elsewhere >= NAMED {
            let same = self.hits.hits.iter().any(|hit| {
                hit.bits >= NAMED
                    && customer != NONE
                    && self.scorer.index.items[hit.item as usize].customer == customer
            });
            let bits = if same { p::OTHER_NUMBER_SAME_CUSTOMER } else { p::OTHER_NUMBER };
            out.add(Weighed::new(Clue::ReferenceElsewhere, bits, about));
        } else if has_number(self.reading) || !self.reading.text.is_empty() {
            out.add(Weighed::new(Clue::ReferenceNone, p::NO_NUMBER, about));
        }
    }

    /// What the date says for or against an item.
    pub fn date(&self, item: &Item, out: &mut Hypothesis) {
        if item.closed {
            return;
        }
        let day = self.payment.day;
        let before = item.issued.map_or(0, |issued| issued - day);
        if before > 0 {
            let bits = if before <= 3 { p::JUST_BEFORE_ISSUE } else { p::BEFORE_ISSUE };
            out.add(Weighed::new(Clue::DateBeforeIssue, bits, About::Nothing));
            return;
        }
        if item.due == i32::MIN {
            return;
        }
        let late = day.saturating_sub(item.due);
        let clue = match late {
            i32::MIN..-8 => Clue::DateEarly,
            -8..=20 => Clue::DateNearDue,
            _ => Clue::DateLate,
        };
        let bits = self.scorer.habits.bits(late);
        out.add(Weighed::new(clue, bits, About::Nothing));
    }

    /// A standing order keeps last month's number: where the text names a settled item, an open one of the same
    /// customer and amount is what it is for.
    pub fn previous(&self, out: &mut [Hypothesis]) {
        let index = self.scorer.index;
        let closed: Vec<(Item, u32, f64)> = out
            .iter()
            .filter(|h| h.shape == Shape::Closed)
            .filter_map(|h| {
                let at = *h.items.first()?;
                let item = index.items[at as usize];
                let bits = h.bits_of("reference.");
                (bits >= NAMED && item.customer != NONE).then_some((item, at, bits))
            })
            .collect();
        for hypothesis in out.iter_mut().filter(|h| h.shape == Shape::Single) {
            let Some(item) = hypothesis.items.first().map(|at| index.items[*at as usize]) else { continue };
            let alike = |closed: &Item| {
                (closed.customer, closed.currency, closed.open) == (item.customer, item.currency, item.open)
            };
            let Some((_, at, bits)) = closed.iter().find(|(closed, _, _)| alike(closed)) else { continue };
            if hypothesis.bits_of("reference.") < 1.0 {
                hypothesis.clues.retain(|w| w.clue != Clue::ReferenceElsewhere);
                hypothesis.score = hypothesis.prior + hypothesis.clues.iter().map(|w| w.bits).sum::<f64>();
                hypothesis.add(Weighed::new(Clue::ReferencePrevious, *bits, About::Item(*at)));
            }
        }
    }
}
