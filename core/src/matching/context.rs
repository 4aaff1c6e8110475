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
use super::reference_hits::{Hit, Hits, NAMED, has_number};
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
        if item.closed && !named && self.owes_as_much(item) {
            let bits = log2(p::CLOSED_WHILE_OPEN);
            out.prior += bits;
            out.score += bits;
        }
        self.reference(at, item.customer, &mut out);
        if let Some(party) = party {
            out.add_all(&party.clues);
        }
        self.date(item, &mut out);
        Some(out)
    }

    /// Whether the customer of a closed item has as much open.
    fn owes_as_much(&self, closed: &Item) -> bool {
        let index = self.scorer.index;
        let open = |at: &u32| {
            let item = &index.items[*at as usize];
            (item.open, item.currency) == (closed.open, closed.currency)
        };
        index.customers.get(closed.customer as usize).is_some_and(|customer| customer.items.iter().any(open))
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
            None if named && !item.closed => Some(Relation {
                clue: Clue::AmountOtherCurrency,
                bits: -4.0,
                settles: item.open,
                short: None,
            }),
            None => None,
        }
    }

    /// What the text says for or against an item.
    pub fn reference(&self, at: u32, customer: u32, out: &mut Hypothesis) {
        let about = About::Item(at);
        if let Some(hit) = self.hits.of(at) {
            out.add(Weighed::new(hit.clue, hit.bits, about));
            self.named_too(&[at], out);
            return;
        }
        let unlisted = self.hits.unlisted;
        match self.named_elsewhere(customer) {
            Some(other) if other.bits >= unlisted => {
                out.add(Weighed::new(other.clue, other.penalty, about));
            }
            _ if unlisted >= NAMED => {
                let bits = p::OTHER_NUMBER * ((unlisted - NAMED + 1.0) / 8.0).min(1.0);
                out.add(Weighed::new(Clue::ReferenceUnlisted, bits, About::Nothing));
            }
            _ if has_number(self.reading) || !self.reading.text.is_empty() => {
                out.add(Weighed::new(Clue::ReferenceNone, p::NO_NUMBER, about));
            }
            _ => {}
        }
    }

    /// What the text names beside the items at hand is paid as well, most likely: at most three count.
    pub fn named_too(&self, items: &[u32], out: &mut Hypothesis) {
        let own =
            |hit: &Hit| items.iter().any(|item| self.hits.of(*item).is_some_and(|own| overlap(own, hit)));
        let index = self.scorer.index;
        let others = self.hits.hits.iter().filter(|hit| {
            hit.bits >= p::NAMED_SURELY
                && hit.clue != Clue::ReferenceFuzzy
                && !items.contains(&hit.item)
                && !index.items[hit.item as usize].closed
                && !own(hit)
        });
        let mut seen: Vec<(u16, u16)> = Vec::new();
        for hit in others {
            if seen.len() < 3 && !seen.contains(&(hit.first, hit.end)) {
                seen.push((hit.first, hit.end));
                out.add(Weighed::new(Clue::ReferenceElsewhere, p::NAMED_TOO, About::Item(hit.item)));
            }
        }
    }

    /// What the text names instead, if anything: the strongest hit of another item.
    fn named_elsewhere(&self, customer: u32) -> Option<Elsewhere> {
        let index = self.scorer.index;
        let strong = || self.hits.hits.iter().filter(|hit| hit.bits >= NAMED);
        let strongest = strong().max_by(|a, b| a.bits.total_cmp(&b.bits))?;
        let of_customer = |hit: &Hit| customer != NONE && index.items[hit.item as usize].customer == customer;
        if strong().any(of_customer) {
            let penalty = p::OTHER_NUMBER_SAME_CUSTOMER;
            return Some(Elsewhere { clue: Clue::ReferenceOwn, bits: strongest.bits, penalty });
        }
        // A number that is said to be an invoice's is meant; any other may be one by chance, the more so with few bits.
        let labelled = strong().any(|hit| hit.labelled && hit.bits >= p::NAMED_SURELY - 1.0);
        let share = if labelled { 1.0 } else { ((strongest.bits - NAMED + 1.0) / 8.0).min(0.6) };
        Some(Elsewhere {
            clue: Clue::ReferenceElsewhere,
            bits: strongest.bits,
            penalty: p::OTHER_NUMBER * share,
        })
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
                let bits = h.named();
                (bits >= NAMED && item.customer != NONE).then_some((item, at, bits))
            })
            .collect();
        for hypothesis in out.iter_mut().filter(|h| h.shape == Shape::Single) {
            let Some(item) = hypothesis.items.first().map(|at| index.items[*at as usize]) else { continue };
            let alike = |closed: &Item| {
                (closed.customer, closed.currency, closed.open) == (item.customer, item.currency, item.open)
            };
            let Some((_, at, bits)) = closed.iter().find(|(closed, _, _)| alike(closed)) else { continue };
            if hypothesis.named() < 1.0 {
                let other = [Clue::ReferenceElsewhere, Clue::ReferenceOwn, Clue::ReferenceUnlisted];
                hypothesis.clues.retain(|w| !other.contains(&w.clue));
                hypothesis.score = hypothesis.prior + hypothesis.clues.iter().map(|w| w.bits).sum::<f64>();
                hypothesis.add(Weighed::new(Clue::ReferencePrevious, *bits, About::Item(*at)));
            }
        }
    }
}

/// An item that the text names instead of the one at hand.
struct Elsewhere {
    clue: Clue,
    bits: f64,
    /// Bits against the one at hand.
    penalty: f64,
}

/// Whether two hits share a place in the text.
fn overlap(a: &Hit, b: &Hit) -> bool {
    a.first < b.end && b.first < a.end
}
