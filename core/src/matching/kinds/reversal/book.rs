//! One reversal against what its payment settled: what is taken back, or given again, and the match that says so.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the lists that they index

use super::earlier::{Earlier, Paid};
use super::named::Origin;
use super::sign::fee_bound;
use super::take_back::{Money, Part, Taken, allocations, take_back};
use crate::matching::decide::calibration::Kind as Way;
use crate::matching::index::Index;
use crate::matching::kinds::whole::{Whole, log_odds};
use crate::matching::options::Options;
use crate::matching::payment::reference_hits::NAMED;
use crate::matching::result::{
    Allocation, Alternative, Decision, Difference, DifferenceKind, DifferenceOf, Match, MatchKind,
    ReviewReason, Source, Target,
};
use crate::matching::weigh::clue::Clue;
use crate::matching::weigh::parameters as p;
use crate::model::{InvoiceKind, Transaction, TransactionKind};
use crate::money::Amount;
use std::collections::BTreeMap;

/// A reversal and what it takes back.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub row: u32,
    pub origin: Origin,
    pub clue: Clue,
    pub weight: f64,
    /// Others that it may take back as well.
    pub rivals: Vec<Origin>,
    /// What else speaks for it.
    pub more: Vec<(Clue, f64)>,
    pub doubt: Option<Clue>,
    pub alternatives: Vec<Alternative>,
}

impl Case {
    /// How it was found.
    fn way(&self, taken: &Taken) -> Way {
        let clues = || core::iter::once((self.clue, self.weight)).chain(self.more.iter().copied());
        let bits = |of: fn(Clue) -> bool| clues().filter(|clue| of(clue.0)).map(|clue| clue.1).sum::<f64>();
        if self.is_by_id() {
            return Way::ReversalId;
        }
        match (bits(Clue::names_item) >= NAMED, bits(Clue::is_payer) > p::PAYER_KNOWN) {
            (true, true) if taken.whole => Way::ReversalNumber,
            (true, true) => Way::ReversalNumberPart,
            (true, false) => Way::ReversalNumberAlone,
            (false, _) => Way::ReversalPayee,
        }
    }

    fn is_by_id(&self) -> bool {
        matches!(self.clue, Clue::ReversalTransaction | Clue::ReversalReference)
    }
}

/// What a payment settled while its reversals are gone through.
#[derive(Default)]
pub(crate) struct Standing {
    parts: Vec<Part>,
    /// Of each part what was taken back.
    back: Vec<i64>,
    surplus: i64,
    by_gateway: bool,
    /// Whether a person must decide on the payment itself, and how probable its match is.
    doubtful: bool,
    probability: Option<f64>,
}

impl Standing {
    /// All of it, taken back.
    pub fn taken_back(&self, source: &Source) -> Vec<Allocation> {
        let back = |part: &Part| Allocation {
            source: source.clone(),
            target: part.target.clone(),
            amount: Amount::new(part.amount.saturating_neg(), part.currency),
            paid: None,
        };
        self.parts.iter().map(back).collect()
    }

    /// Of a payment of the past, of which `others` are names too.
    pub fn of_earlier(earlier: &Earlier, payment: &str, others: &[&str], index: &Index) -> Self {
        let mut out = Standing::default();
        let all = earlier.named_with(payment, others);
        let paid: Option<Paid<'_>> = all.into_iter().find(|paid| paid.payment == payment);
        for part in paid.iter().flat_map(|paid| &paid.parts) {
            let item = index.find(part.invoice).map(|at| index.items[at as usize].currency);
            out.doubtful |= item.is_none_or(|currency| currency != part.currency);
            // What is said to have settled an item in another currency than its own cannot be taken back of it.
            if item.is_some_and(|currency| currency != part.currency) {
                continue;
            }
            out.parts.push(Part {
                target: Target::Invoice(part.invoice.to_string()),
                amount: part.settled.max(0),
                currency: part.currency,
            });
            out.back.push(part.taken_back.max(0));
        }
        out.by_gateway = paid.is_some_and(|paid| paid.by_gateway);
        out
    }

    pub fn of_call(payment: &Transaction, found: Option<&Match>) -> Self {
        let mut out = Standing::default();
        let Some(found) = found else {
            out.surplus = payment.gross().map_or(0, |gross| gross.minor().saturating_abs());
            return out;
        };
        let own = |source: &Source| matches!(source, Source::Transaction(id) if *id == payment.id);
        for row in found.allocations.iter().filter(|row| own(&row.source)) {
            out.parts.push(Part {
                target: row.target.clone(),
                amount: row.amount.minor(),
                currency: row.amount.currency(),
            });
            out.back.push(0);
        }
        let surplus = found
            .differences
            .iter()
            .filter(|row| matches!(&row.of, DifferenceOf::Transaction(id) if *id == payment.id));
        out.surplus = surplus.map(|row| row.amount.minor()).fold(0, i64::saturating_add);
        out.doubtful = found.decision == Decision::Review;
        out.probability = Some(found.probability);
        out
    }
}

/// What reversals are booked against.
pub(crate) struct Book<'a> {
    pub index: &'a Index,
    pub transactions: &'a [Transaction],
    pub options: &'a Options,
}

impl Book<'_> {
    /// One reversal; `None` where there is nothing to take back or to give again.
    pub fn reverse(
        &self,
        case: &Case,
        state: &mut Standing,
        reopened: &mut BTreeMap<u32, i64>,
    ) -> Option<Match> {
        let transaction = &self.transactions[case.row as usize];
        let gross = transaction.gross().ok()?;
        let item = |part: &Part| part.target.invoice().and_then(|id| self.index.find(id));
        // What is owed by the host is settled by money out, and taken back by money in.
        let owed_by_host = state.parts.iter().filter_map(item).any(|at| {
            matches!(self.index.items[at as usize].kind, InvoiceKind::Bill | InvoiceKind::CreditNote)
        });
        let takes = (gross.minor() < 0) != owed_by_host;
        let money = Money {
            amount: gross.minor().checked_abs()?,
            currency: gross.currency(),
            original: transaction.original.as_ref().and_then(|original| {
                Some((original.amount.minor().checked_abs()?, original.amount.currency()))
            }),
        };
        let charged = transaction.kind != TransactionKind::Refund && !owed_by_host;
        let fee = if charged { fee_bound(money.currency) } else { 0 };
        let mut parts = state.parts.clone();
        if !takes {
            parts.iter_mut().zip(&state.back).for_each(|(part, back)| part.amount = *back);
        }
        let taken = take_back(money, &parts, if takes { state.surplus } else { 0 }, fee)?;
        let touches = taken.amounts.iter().any(|amounts| amounts.0 > 0);
        if !touches && (!takes || state.surplus == 0) {
            return None;
        }
        let changes: Vec<(u32, i64)> = parts
            .iter()
            .zip(&taken.amounts)
            .filter_map(|(part, amounts)| Some((item(part)?, if takes { amounts.0 } else { -amounts.0 })))
            .filter(|change| change.1 != 0)
            .collect();
        // What is given again must be open: the host may never have reopened it.
        let open = |at: u32| {
            let item = &self.index.items[at as usize];
            let own = if item.closed() { 0 } else { item.open };
            own.saturating_add(reopened.get(&at).copied().unwrap_or(0))
        };
        if matches!(case.origin, Origin::Earlier(_))
            && changes.iter().any(|(at, change)| open(*at).checked_add(*change).is_none_or(|left| left < 0))
        {
            return None;
        }
        for (at, change) in &changes {
            let sum = reopened.entry(*at).or_default();
            *sum = sum.saturating_add(*change);
        }
        let found = self.found(case, state, transaction, money, &parts, &taken, takes);
        for ((part, back), amounts) in state.parts.iter_mut().zip(&mut state.back).zip(&taken.amounts) {
            let taken = if takes { amounts.0 } else { -amounts.0 };
            part.amount -= taken;
            *back += taken;
        }
        if takes {
            state.surplus = state.surplus.saturating_sub(taken.surplus).max(0);
        }
        Some(found)
    }

    #[allow(clippy::too_many_arguments)]
    fn found(
        &self,
        case: &Case,
        state: &Standing,
        transaction: &Transaction,
        money: Money,
        parts: &[Part],
        taken: &Taken,
        takes: bool,
    ) -> Match {
        let mut whole = Whole::new(MatchKind::Reversal, case.way(taken), PRIOR);
        let sign = if takes { -1 } else { 1 };
        whole.allocations = allocations(&transaction.id, money, parts, taken, sign);
        let touched = || parts.iter().zip(&taken.amounts).filter(|(_, amounts)| amounts.0 > 0);
        let about = match touched().next().map(|(part, _)| &part.target) {
            Some(Target::Invoice(id)) => {
                Some(self.index.find(id).map_or(id.as_str(), |at| self.index.printed(at)))
            }
            Some(Target::Customer(id)) => Some(id.as_str()),
            None => None,
        };
        whole.say(case.clue, case.weight, about);
        case.more.iter().for_each(|(clue, weight)| whole.say(*clue, *weight, about));
        whole.alternatives.clone_from(&case.alternatives);
        if let Some(clue) = case.doubt {
            whole.doubt(clue);
        }
        if let Some(probability) = state.probability {
            whole.at_most = whole.at_most.min(log_odds(probability));
        }
        if state.by_gateway {
            whole.say(Clue::ReversalGateway, 1.0, about);
        }
        match (takes, taken.whole, touched().next().is_some()) {
            (false, ..) => whole.say(Clue::ReversalWon, AMOUNT, about),
            (true, true, true) => whole.say(Clue::ReversalAmount, AMOUNT, about),
            (true, false, true) => whole.say(Clue::ReversalPart, 1.0, about),
            (true, _, false) => whole.say(Clue::ReversalSurplus, AMOUNT, None),
        }
        // With the sign of the money.
        let money_sign = if transaction.amount.minor() < 0 { -1 } else { 1 };
        let mut difference = |kind, minor: i64| {
            if minor != 0 {
                whole.differences.push(Difference {
                    kind,
                    of: DifferenceOf::Transaction(transaction.id.clone()),
                    amount: Amount::new(money_sign * minor, money.currency),
                });
            }
        };
        difference(DifferenceKind::ChargebackFee, taken.fee);
        difference(DifferenceKind::Overpayment, taken.surplus);
        if taken.fee != 0 {
            whole.say(Clue::ReversalFee, 0.5, None);
        }
        if case.is_by_id() && case.weight < WEAK || !case.rivals.is_empty() {
            whole.doubt(case.clue);
        }
        if taken.guessed {
            whole.doubt(Clue::ReversalPart);
        }
        if state.doubtful {
            whole.doubt_for(ReviewReason::Original, None);
        }
        let items: Vec<u32> = whole
            .allocations
            .iter()
            .filter_map(|row| row.target.invoice().and_then(|id| self.index.find(id)))
            .collect();
        let customers: Vec<&str> = items
            .iter()
            .filter_map(|at| self.index.customer_id(self.index.items[*at as usize].customer))
            .collect();
        let amount = Amount::new(money.amount, money.currency);
        whole.found(self.options, &[transaction], Some(amount), &customers)
    }
}

/// Bits before any evidence, for an amount that fits, and from which on an id is one.
const PRIOR: f64 = -3.0;
const AMOUNT: f64 = 5.0;
const WEAK: f64 = 8.0;
