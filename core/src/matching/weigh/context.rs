//! One payment against one item: amount, reference, payer and date.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::amount::{self, Owed, Relation, relate};
use super::clue::{About, Clue, Weighed};
use super::exchange::{Exchange, over};
use super::habits::Habits;
use super::hypothesis::{Explanations, Shape, Sum, Tally};
use super::parameters as p;
use super::shares::Shares;
use crate::matching::index::{Index, Item, NO_DAY, NONE};
use crate::matching::kinds::credit::Sums;
use crate::matching::memory::remembered::{Recall, Refused};
use crate::matching::options::Options;
use crate::matching::payment::claims::Claims;
use crate::matching::payment::features::{Chance, Payment, Reading};
use crate::matching::payment::learnt::Learnt;
use crate::matching::payment::phrases::Phrases;
use crate::matching::payment::reference_hits::{Hit, Hits, NAMED, has_number};
use crate::matching::payment::said::{Less, Said};
use crate::matching::payment::told::Party;
use crate::matching::result::DifferenceKind;
use crate::model::Transaction;
use crate::money::Currency;
use core::cell::Cell;
use libm::log2;
use rustc_hash::FxHashSet;

/// Everything that scoring a payment looks at.
pub(crate) struct Scorer<'a> {
    pub index: &'a Index,
    pub chance: &'a Chance,
    pub phrases: &'a Phrases,
    pub learnt: &'a Learnt,
    pub habits: &'a Habits,
    pub shares: &'a Shares,
    pub exchange: Exchange<'a>,
    pub options: &'a Options,
    pub transactions: &'a [Transaction],
    /// (payment row, item) pairs of payments that together make up an item.
    pub completes: &'a FxHashSet<(u32, u32)>,
    pub memory: &'a Recall<'a>,
    /// Items that sure payments settle.
    pub claims: &'a Claims,
    pub priors: Priors,
    /// What the credits of customers may take off.
    pub credits: &'a Sums,
}

impl<'a> Scorer<'a> {
    /// What a customer's credits may take off a payment.
    pub fn credits_of(&self, customer: u32, currency: Currency) -> &'a [i64] {
        match self.credits.is_empty() {
            true => &[],
            false => self.credits.get(&(customer, currency)).map_or(&[], Vec::as_slice),
        }
    }
}

/// One payment while it is being explained.
pub(crate) struct Context<'a> {
    pub payment: &'a Payment,
    pub hits: &'a Hits,
    pub reading: &'a Reading,
    pub scorer: &'a Scorer<'a>,
    /// Chance of the payment's amount, and of the original one, among strangers.
    pub chances: (f64, f64),
    /// What a person said that the payment is not for.
    pub refused: &'a Refused,
    pub said: Said,
    /// The rate that was looked up last: most items of other currencies are of one.
    rate: Cell<Option<(Currency, Option<f64>)>>,
}

impl<'a> Context<'a> {
    pub fn new(
        scorer: &'a Scorer<'a>,
        payment: &'a Payment,
        reading: &'a Reading,
        hits: &'a Hits,
        chances: (f64, f64),
        refused: &'a Refused,
        said: Said,
    ) -> Self {
        Context { payment, hits, reading, scorer, chances, refused, said, rate: Cell::new(None) }
    }

    /// Chance of what was paid among strangers, in the payment's own or the original currency.
    pub fn chance_of(&self, paid: i64, currency: Currency) -> f64 {
        if currency == self.payment.currency && paid == self.payment.gross {
            self.chances.0
        } else {
            self.chances.1
        }
    }

    /// How well one item explains the payment; `None` where it does not.
    pub fn rough(&self, at: u32, party: Option<&Party>) -> Option<Rough> {
        let item = &self.scorer.index.items[at as usize];
        let relation = self.plausible(at, item)?;
        let mut sum = Sum(self.prior(at, item) + relation.bits);
        self.reference(at, item.customer, &mut sum);
        self.loose(at, party, &mut sum);
        sum.0 += party.map_or(0.0, |party| party.bits);
        self.date(item, &mut sum);
        self.refund(&mut sum);
        let shape = if item.closed() { Shape::Closed } else { Shape::Single };
        Some(Rough { item: at, shape, score: sum.0, relation, previous: NONE })
    }

    /// Adds the explanation by one item with its reasons; `settles` is the item that it takes.
    pub fn single(&self, rough: &Rough, settles: u32, party: Option<&Party>, out: &mut Explanations) {
        let item = &self.scorer.index.items[rough.item as usize];
        out.begin(rough.shape, item.customer, self.prior(rough.item, item));
        out.settle(settles, rough.relation.settles);
        out.relate(rough.relation);
        out.add(Weighed::new(rough.relation.clue, rough.relation.bits, About::Nothing));
        match rough.previous {
            NONE => {
                self.reference(rough.item, item.customer, out);
                self.loose(rough.item, party, out);
            }
            closed => {
                let bits = self.hits.of(closed).map_or(0.0, |hit| hit.bits);
                out.add(Weighed::new(Clue::ReferencePrevious, bits, About::Item(closed)));
            }
        }
        if let Some(party) = party {
            out.add_all(party.clues.as_slice());
        }
        self.date(item, out);
        self.refund(out);
    }

    /// A number that may be anything's says less where somebody else pays.
    fn loose(&self, at: u32, party: Option<&Party>, out: &mut impl Tally) {
        if party.is_some_and(|party| party.bits < 0.0) && self.hits.of(at).is_some_and(|hit| hit.loose) {
            out.add(Weighed::new(Clue::ReferenceLoose, p::LOOSE, About::Item(at)));
        }
    }

    /// Money that somebody gives back settles nothing that is owed.
    pub fn refund(&self, out: &mut impl Tally) {
        if self.said.refund {
            out.add(Weighed::new(Clue::TextRefund, p::REFUND, About::Nothing));
        }
    }

    /// The relation of the amounts, where it makes the item an explanation.
    fn plausible(&self, at: u32, item: &Item) -> Option<Relation> {
        let named = self.is_named(at);
        let relation = self.relation(at, item, named)?;
        let exact = relation.clue.is_exact();
        (!item.closed() || exact || named).then_some(relation)
    }

    fn is_named(&self, at: u32) -> bool {
        self.hits.of(at).is_some_and(|hit| hit.bits >= NAMED)
    }

    /// Bits before any evidence: one of the open items, or one of the settled ones.
    fn prior(&self, at: u32, item: &Item) -> f64 {
        let priors = &self.scorer.priors;
        match item.closed() {
            false => priors.single,
            true if self.owes_as_much(item) => match self.is_named(at) {
                true => priors.closed + priors.named_while_open,
                false => priors.closed + priors.closed_while_open,
            },
            true => priors.closed,
        }
    }

    /// Whether the customer of a closed item has as much open.
    fn owes_as_much(&self, closed: &Item) -> bool {
        let index = self.scorer.index;
        let open = |at: u32| {
            let item = &index.items[at as usize];
            (item.open, item.currency) == (closed.open, closed.currency)
        };
        index.open_of(closed.customer).iter().copied().any(open)
    }

    /// How the amounts relate; where the currencies differ and nothing was converted, a named item may still be meant.
    fn relation(&self, at: u32, item: &Item, named: bool) -> Option<Relation> {
        let index = self.scorer.index;
        match self.payment.amount_in(item.currency) {
            Some(paid) => {
                let mut owed = Owed::item(item, index, self.payment.day, self.scorer.options);
                owed.converted = self.payment.original.is_some() && item.currency == self.payment.currency;
                owed.credits = self.scorer.credits_of(item.customer, item.currency);
                let completes = self.scorer.completes.contains(&(self.payment.row, at));
                let chance = self.chance_of(paid, item.currency);
                let mut relation = relate(chance, paid, &owed, completes, self.scorer.options);
                if let Some(relation) = &mut relation {
                    relation.bits += self.scorer.shares.bits(relation.clue);
                }
                let known =
                    self.charged(item, paid, chance).into_iter().chain(self.lessened(&owed, chance, paid));
                known.chain(relation).reduce(Relation::likelier)
            }
            None if item.closed() => None,
            None => {
                let over = self.units(item.currency).map(|units| over(units, self.payment, item.open));
                let unknown = || named.then_some((Clue::AmountOtherCurrency, p::AMOUNT_OTHER_CURRENCY));
                let converted = over.and_then(amount::converted).map(|bits| (Clue::AmountConverted, bits));
                let (clue, bits) = converted.or_else(unknown)?;
                Some(Relation { clue, bits, settles: item.open, short: None })
            }
        }
    }

    /// That less came for a reason that the text says.
    fn lessened(&self, owed: &Owed<'_>, chance: f64, paid: i64) -> Option<Relation> {
        let why = match self.said.less {
            Less::Unsaid => return None,
            Less::Deducted => DifferenceKind::Deduction,
            Less::Withheld => DifferenceKind::WithholdingTax,
        };
        amount::lessened(chance, paid, owed, why)
    }

    /// Smallest units of a currency for one of the payment.
    fn units(&self, currency: Currency) -> Option<f64> {
        if let Some((known, units)) = self.rate.get()
            && known == currency
        {
            return units;
        }
        let units = self.scorer.exchange.units(self.payment, currency);
        self.rate.set(Some((currency, units)));
        units
    }

    /// That just so much is missing as was taken of the payer's money before.
    fn charged(&self, item: &Item, paid: i64, chance: f64) -> Option<Relation> {
        let taken = item.open.saturating_sub(paid);
        let share = self.scorer.memory.charged(self.payment.payer, item.currency, taken)?;
        let possible = taken <= self.scorer.options.bank_fee_most(item.currency).min(item.open / 2);
        possible.then(|| Relation {
            clue: Clue::AmountBankFee,
            bits: log2(p::AMOUNT_CHARGED * share / chance),
            settles: paid,
            short: Some(DifferenceKind::BankFee),
        })
    }

    /// What the text says for or against an item.
    pub fn reference(&self, at: u32, customer: u32, out: &mut impl Tally) {
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
            _ if self.hits.names_credit_note() => {
                out.add(Weighed::new(Clue::ReferenceCredit, p::OTHER_NUMBER, About::Nothing));
            }
            _ if unlisted >= NAMED => {
                let bits = p::OTHER_NUMBER * ((unlisted - NAMED + 1.0) / 8.0).min(1.0);
                out.add(Weighed::new(Clue::ReferenceUnlisted, bits, About::Nothing));
            }
            _ if has_number(self.reading) || !self.reading.text.is_empty() => {
                let often = self.scorer.shares.bits(Clue::ReferenceNone);
                let bits = p::NO_NUMBER + often + self.scorer.memory.unnamed(customer);
                out.add(Weighed::new(Clue::ReferenceNone, bits, about));
            }
            _ => {}
        }
    }

    /// What the text names beside the items at hand is paid as well, most likely: at most three count.
    pub fn named_too(&self, items: &[u32], out: &mut impl Tally) {
        let own =
            |hit: &Hit| items.iter().any(|item| self.hits.of(*item).is_some_and(|own| overlap(own, hit)));
        let index = self.scorer.index;
        let others = self.hits.hits.iter().filter(|hit| {
            hit.bits >= p::NAMED_SURELY
                && hit.clue != Clue::ReferenceFuzzy
                && !items.contains(&hit.item)
                && !index.items[hit.item as usize].closed()
                && !own(hit)
        });
        let mut seen: Vec<(u16, u16)> = Vec::new();
        for hit in others {
            if seen.len() < 3 && !seen.contains(&(hit.first, hit.end)) {
                seen.push((hit.first, hit.end));
                out.add(Weighed::new(Clue::ReferenceToo, p::NAMED_TOO, About::Item(hit.item)));
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
    pub fn date(&self, item: &Item, out: &mut impl Tally) {
        if item.closed() {
            return;
        }
        let day = self.payment.day;
        let before = if item.issued == NO_DAY { 0 } else { item.issued - day };
        if before > 0 {
            let bits = if before <= 3 { p::JUST_BEFORE_ISSUE } else { p::BEFORE_ISSUE };
            out.add(Weighed::new(Clue::DateBeforeIssue, bits, About::Nothing));
            return;
        }
        if item.due == NO_DAY {
            return;
        }
        let late = day.saturating_sub(item.due);
        let clue = match late {
            i32::MIN..-8 => Clue::DateEarly,
            -8..=20 => Clue::DateNearDue,
            _ => Clue::DateLate,
        };
        let bits = self.scorer.habits.bits(late) + self.scorer.memory.delay(item.customer, late);
        out.add(Weighed::new(clue, bits, About::Nothing));
    }

    /// A standing order keeps last month's number: where the text names a settled item, an open one of the same
    /// customer and amount is what it is for.
    pub fn previous(&self, list: &mut [Rough]) {
        let index = self.scorer.index;
        let closed: Vec<(u32, f64)> = list
            .iter()
            .filter(|rough| rough.shape == Shape::Closed && index.items[rough.item as usize].customer != NONE)
            .filter_map(|rough| self.hits.of(rough.item).map(|hit| (rough.item, hit.bits)))
            .filter(|(_, bits)| *bits >= NAMED)
            .collect();
        if closed.is_empty() {
            return;
        }
        for rough in
            list.iter_mut().filter(|rough| rough.shape == Shape::Single && !self.is_twin_named(rough))
        {
            let item = &index.items[rough.item as usize];
            let alike = |(at, _): &&(u32, f64)| {
                let closed = &index.items[*at as usize];
                (closed.customer, closed.currency, closed.open) == (item.customer, item.currency, item.open)
            };
            let Some((at, bits)) = closed.iter().find(alike) else { continue };
            let mut before = Sum(0.0);
            self.reference(rough.item, item.customer, &mut before);
            rough.score += bits - before.0;
            rough.previous = *at;
        }
    }

    /// Whether the text tells an item from its twins.
    pub fn is_twin_named(&self, rough: &Rough) -> bool {
        self.hits.of(rough.item).is_some_and(|hit| hit.bits >= 1.0)
    }
}

/// How well one item explains the payment, without the reasons.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rough {
    pub item: u32,
    pub shape: Shape,
    pub score: f64,
    pub relation: Relation,
    /// The settled item whose number a standing order still says, or `NONE`.
    pub previous: u32,
}

/// Bits before any evidence, for every payment of a call.
pub(crate) struct Priors {
    pub single: f64,
    pub closed: f64,
    /// For a settled item beside an open one that is as large.
    pub closed_while_open: f64,
    /// The same for one that is named.
    pub named_while_open: f64,
}

impl Priors {
    pub fn new(index: &Index) -> Self {
        let open = f64::from(index.open_count);
        Priors {
            single: log2(p::PRIOR_SINGLE / (open + 1.0)),
            closed: log2(p::PRIOR_CLOSED / (f64::from(index.listed_count) - open + 1.0)),
            closed_while_open: log2(p::CLOSED_WHILE_OPEN),
            named_while_open: log2(p::NAMED_WHILE_OPEN),
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
