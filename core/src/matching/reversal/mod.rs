//! Money that takes a settlement back, and money that gives it again: refunds, returns of direct debits, chargebacks,
//! disputes won.
//!
//! # Design
//! A reversal says by ids what it takes back: the transaction, the gateway's payment, an end-to-end id (`named`). What was
//! settled in an earlier call (`earlier`) is taken back before payments are explained, so that a second try can settle the
//! item again; what another payment of the same call settles is taken back when that is decided. `take_back` splits the
//! money over what was settled: the charge for it stands apart. Without an id the payer, the amount and the words must
//! say it (`told`), and a person decides.
//!
//! Source: ISO 20022 `RtrInf` and `OrgnlBkTxCd` (returns), Stripe's dispute and refund objects, SEPA Direct Debit rulebook
//! (returns until 8 weeks, 13 months unauthorised).
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the lists that they index

mod earlier;
mod likely;
mod named;
mod sign;
mod take_back;

pub(crate) use self::earlier::Earlier;

pub(super) use self::earlier::PaidPart;

use self::earlier::Paid;
use self::likely::{Candidates, Likely, Reader};
use self::named::{Named, Origin, Resolved};
use self::sign::{fee_bound, is_reversal};
use self::take_back::{Money, Part, Taken, allocations, take_back};
use super::explain::{Clue, names_item};
use super::features::Own;
use super::index::{Index, State};
use super::options::Options;
use super::result::{
    Allocation, Alternative, Decision, Difference, DifferenceKind, DifferenceOf, Match, MatchKind,
    ReviewReason, Source, Target,
};
use super::whole::Whole;
use crate::error::Error;
use crate::model::{InvoiceKind, Transaction, TransactionKind};
use crate::money::Amount;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// What is known of the reversals of a call before its payments are explained.
#[derive(Default)]
pub(crate) struct Reversals {
    pub matches: Vec<Match>,
    /// Rows that have their answer in `matches`.
    pub answered: FxHashSet<u32>,
    /// Rows that were booked as reversals in an earlier call.
    pub booked: FxHashSet<u32>,
    /// By item: what is open of it beside what it says itself; less than nothing where it is settled again.
    pub reopened: BTreeMap<u32, i64>,
    /// Payments of the call that come back wholly: others may settle what they settle.
    pub returned: FxHashSet<u32>,
    /// Reversals of payments of the call, in the order of their days.
    of_call: Vec<Case>,
    rows_of_call: FxHashSet<u32>,
    /// Payments that ids named.
    used: FxHashSet<Origin>,
}

/// The rows of a call, and what stands behind them.
pub(super) struct CallRows<'a> {
    pub transactions: &'a [Transaction],
    /// Rows to use, in the order of their ids.
    pub rows: &'a [u32],
    pub earlier: &'a Earlier,
    pub own: &'a Own<'a>,
}

/// A reversal and what it takes back.
#[derive(Clone, Debug)]
struct Case {
    row: u32,
    origin: Origin,
    clue: Clue,
    weight: f64,
    /// Others that it may take back as well.
    rivals: Vec<Origin>,
    /// What else speaks for it.
    more: Vec<(Clue, f64)>,
    doubt: Option<Clue>,
    alternatives: Vec<Alternative>,
}

/// What a payment settled while its reversals are gone through.
#[derive(Default)]
struct Standing {
    parts: Vec<Part>,
    /// Of each part what was taken back.
    back: Vec<i64>,
    surplus: i64,
    by_gateway: bool,
    /// Whether a person must decide on the payment itself.
    doubtful: bool,
}

impl Reversals {
    /// Finds what `rows` of the transactions take back by ids, and answers those of settlements of earlier calls. `held` says
    /// whether a transaction was settled before.
    pub fn find(
        index: &Index,
        earlier: &Earlier,
        transactions: &[Transaction],
        rows: &[u32],
        options: &Options,
        held: impl Fn(&Transaction) -> bool,
    ) -> Self {
        let mut out = Reversals::default();
        let mut cases = Vec::new();
        let Some(named) = Named::new(earlier, transactions, rows, &held) else { return out };
        for row in named.candidates() {
            let transaction = &transactions[row as usize];
            if earlier.has_taken_back(&transaction.id) {
                out.booked.insert(row);
            } else if let Some(Resolved { origin, clue, weight, rivals }) = named.resolve(row) {
                cases.push(Case {
                    row,
                    origin,
                    clue,
                    weight,
                    rivals,
                    more: Vec::new(),
                    doubt: None,
                    alternatives: Vec::new(),
                });
            }
        }
        let gross = |case: &Case| transactions[case.row as usize].gross().map_or(0, Amount::minor);
        // Cases come in the order of ids.
        cases.sort_by_key(|case| (transactions[case.row as usize].booked_on, gross(case) > 0));
        // A reversal of a reversal speaks of what that one took back.
        let origins: FxHashMap<u32, Origin> =
            cases.iter().map(|case| (case.row, case.origin.clone())).collect();
        let mut states: BTreeMap<Origin, Standing> = BTreeMap::new();
        for mut case in cases {
            if let Origin::Call(row) = case.origin
                && let Some(origin) = origins.get(&row)
            {
                case.origin = origin.clone();
            }
            out.used.insert(case.origin.clone());
            match &case.origin {
                Origin::Call(_) => out.of_call.push(case),
                Origin::Earlier(payment) => {
                    let state = states
                        .entry(case.origin.clone())
                        .or_insert_with(|| Standing::of_earlier(earlier, payment, index));
                    let book = Book { index, transactions, options };
                    if let Some(found) = book.reverse(&case, state, &mut out.reopened) {
                        out.answered.insert(case.row);
                        out.matches.push(found);
                    }
                }
            }
        }
        out.rows_of_call = out.of_call.iter().map(|case| case.row).collect();
        out.find_returned(transactions);
        out
    }

    /// Payments of the call that one reversal takes back wholly, and none gives again.
    fn find_returned(&mut self, transactions: &[Transaction]) {
        let mut back: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
        for case in &self.of_call {
            let Origin::Call(payment) = case.origin else { continue };
            let gross = transactions[case.row as usize].gross().map_or(0, Amount::minor);
            back.entry(payment).or_default().push(gross);
        }
        for (payment, grosses) in back {
            let Ok(paid) = transactions[payment as usize].gross() else { continue };
            let fee = fee_bound(paid.currency());
            if let [gross] = grosses.as_slice()
                && transactions[payment as usize].original.is_none()
                && (paid.minor()..=paid.minor().saturating_add(fee)).contains(&gross.saturating_neg())
            {
                self.returned.insert(payment);
            }
        }
    }

    /// Whether a row takes back what another payment of the call settles.
    pub fn is_of_call(&self, row: u32) -> bool {
        self.rows_of_call.contains(&row)
    }

    /// Answers the reversals of what the payments of the call settled.
    pub fn after(
        &self,
        index: &Index,
        transactions: &[Transaction],
        options: &Options,
        matches: &[Match],
        errors: &[Error],
    ) -> Vec<Match> {
        if self.of_call.is_empty() {
            return Vec::new();
        }
        let mut of_payment: FxHashMap<&str, usize> = FxHashMap::default();
        for (at, found) in matches.iter().enumerate() {
            let sources = found.allocations.iter().filter_map(|row| match &row.source {
                Source::Transaction(id) => Some(id.as_str()),
                Source::Credit(_) => None,
            });
            sources.for_each(|id| {
                of_payment.entry(id).or_insert(at);
            });
        }
        let unusable: FxHashSet<&str> =
            errors.iter().filter_map(|error| error.place().row.as_deref()).collect();
        let mut states: BTreeMap<Origin, Standing> = BTreeMap::new();
        let mut out = Vec::new();
        let book = Book { index, transactions, options };
        for case in &self.of_call {
            let Origin::Call(row) = case.origin else { continue };
            let payment = &transactions[row as usize];
            if unusable.contains(payment.id.as_str()) {
                continue;
            }
            let found = of_payment.get(payment.id.as_str()).map(|at| &matches[*at]);
            let state =
                states.entry(case.origin.clone()).or_insert_with(|| Standing::of_call(payment, found));
            let reversal = book.reverse(case, state, &mut BTreeMap::new());
            out.extend(reversal);
        }
        out
    }
}

impl Reversals {
    /// Answers what no id says: `rows` are money out that nothing else explains, in the order of ids.
    pub fn guess(
        &self,
        index: &Index,
        options: &Options,
        call: &CallRows<'_>,
        matches: &[Match],
        rows: &[u32],
    ) -> Vec<Match> {
        let all = self.guess_among(index, options, call, matches, rows, &mut BTreeMap::new());
        all.into_iter().map(|(_, _, found)| found).collect()
    }

    /// The same before payments are explained, where the number of what was settled in an earlier call stands in a return:
    /// a second try may settle it again.
    pub fn guess_before(&mut self, index: &Index, options: &Options, call: &CallRows<'_>) {
        let known = |at: &u32| {
            self.answered.contains(at) || self.booked.contains(at) || self.rows_of_call.contains(at)
        };
        let comes_back = |at: &u32| {
            let row = &call.transactions[*at as usize];
            is_reversal(row) && row.kind != TransactionKind::Refund && !known(at)
        };
        let rows: Vec<u32> = call.rows.iter().copied().filter(comes_back).collect();
        if rows.is_empty() {
            return;
        }
        let mut reopened = core::mem::take(&mut self.reopened);
        let before = reopened.clone();
        let found = self.guess_among(index, options, call, &[], &rows, &mut reopened);
        let numbered = |found: &Match| found.evidence.iter().any(|row| names_item(row.code));
        if found.iter().all(|(_, _, found)| numbered(found)) {
            self.reopened = reopened;
        } else {
            // What only the payee and the amount say may be another payment of this call: it is asked again later.
            self.reopened = before;
            for (_, _, found) in found.iter().filter(|row| numbered(&row.2)) {
                for row in &found.allocations {
                    let Target::Invoice(id) = &row.target else { continue };
                    let Some(at) = index.find(id) else { continue };
                    let sum = self.reopened.entry(at).or_default();
                    *sum = sum.saturating_sub(row.amount.minor());
                }
            }
        }
        for (row, origin, found) in found.into_iter().filter(|row| numbered(&row.2)) {
            self.answered.insert(row);
            self.used.insert(origin);
            self.matches.push(found);
        }
    }

    /// Items that only a person may say were taken back.
    pub fn doubtful(&self) -> impl Iterator<Item = &str> {
        let waits = self.matches.iter().filter(|found| found.decision == Decision::Review);
        waits.flat_map(|found| &found.allocations).filter_map(|row| match &row.target {
            Target::Invoice(id) => Some(id.as_str()),
            Target::Customer(_) => None,
        })
    }

    fn guess_among(
        &self,
        index: &Index,
        options: &Options,
        call: &CallRows<'_>,
        matches: &[Match],
        rows: &[u32],
        reopened: &mut BTreeMap<u32, i64>,
    ) -> Vec<(u32, Origin, Match)> {
        let CallRows { transactions, earlier, own, .. } = *call;
        let mut reader = Reader::new();
        let rows: Vec<u32> =
            rows.iter().copied().filter(|at| reader.may(&transactions[*at as usize])).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let candidates = Candidates::new(index, earlier, transactions, matches, &self.used);
        let mut found: Vec<Likely> = rows
            .into_iter()
            .filter_map(|at| reader.likely(index, own, &candidates, transactions, at))
            .collect();
        let mut of_payment: FxHashMap<&str, &Match> = FxHashMap::default();
        for one in matches {
            one.transactions().into_iter().for_each(|id| {
                of_payment.entry(id).or_insert(one);
            });
        }
        // The surest first: what it takes back, another does not.
        let sum = |one: &Likely| one.clues.iter().map(|clue| clue.1).sum::<f64>();
        found.sort_by(|a, b| sum(b).total_cmp(&sum(a)));
        let book = Book { index, transactions, options };
        let mut states: BTreeMap<Origin, Standing> = BTreeMap::new();
        let mut out = Vec::new();
        for one in found {
            let standing = |origin: &Origin| match origin {
                Origin::Earlier(payment) => Standing::of_earlier(earlier, payment, index),
                Origin::Call(row) => {
                    let payment = &transactions[*row as usize];
                    Standing::of_call(payment, of_payment.get(payment.id.as_str()).copied())
                }
            };
            let source = Source::Transaction(transactions[one.row as usize].id.clone());
            let alternative = |(origin, share): &(Origin, f64)| Alternative {
                allocations: standing(origin).taken_back(&source),
                probability: *share,
                evidence: Vec::new(),
            };
            let mut clues = one.clues.clone();
            if clues.is_empty() {
                continue;
            }
            let (clue, weight) = clues.remove(0);
            let case = Case {
                row: one.row,
                origin: one.origin.clone(),
                clue,
                weight,
                rivals: Vec::new(),
                more: clues,
                doubt: one.doubt,
                alternatives: one.rivals.iter().map(alternative).collect(),
            };
            let state = states.entry(one.origin.clone()).or_insert_with(|| standing(&one.origin));
            let reversal = book.reverse(&case, state, reopened);
            out.extend(reversal.map(|reversal| (one.row, one.origin.clone(), reversal)));
        }
        out
    }
}

impl Standing {
    /// All of it, taken back.
    fn taken_back(&self, source: &Source) -> Vec<Allocation> {
        let back = |part: &Part| Allocation {
            source: source.clone(),
            target: part.target.clone(),
            amount: Amount::new(part.amount.saturating_neg(), part.currency),
            paid: None,
        };
        self.parts.iter().map(back).collect()
    }

    fn of_earlier(earlier: &Earlier, payment: &str, index: &Index) -> Self {
        let mut out = Standing::default();
        let paid: Option<Paid<'_>> = earlier.named(payment).into_iter().find(|paid| paid.payment == payment);
        for part in paid.iter().flat_map(|paid| &paid.parts) {
            out.parts.push(Part {
                target: Target::Invoice(part.invoice.to_string()),
                amount: part.settled.max(0),
                currency: part.currency,
            });
            out.back.push(part.taken_back.max(0));
            out.doubtful |= index.find(part.invoice).is_none();
        }
        out.by_gateway = paid.is_some_and(|paid| paid.by_gateway);
        out
    }

    fn of_call(payment: &Transaction, found: Option<&Match>) -> Self {
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
        out
    }
}

/// What reversals are booked against.
struct Book<'a> {
    index: &'a Index,
    transactions: &'a [Transaction],
    options: &'a Options,
}

impl Book<'_> {
    /// One reversal; `None` where there is nothing to take back or to give again.
    fn reverse(&self, case: &Case, state: &mut Standing, reopened: &mut BTreeMap<u32, i64>) -> Option<Match> {
        let transaction = &self.transactions[case.row as usize];
        let gross = transaction.gross().ok()?;
        let item = |part: &Part| match &part.target {
            Target::Invoice(id) => self.index.find(id),
            Target::Customer(_) => None,
        };
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
            let own = if matches!(item.state, State::Closed | State::Off) { 0 } else { item.open };
            own + reopened.get(&at).copied().unwrap_or(0)
        };
        if matches!(case.origin, Origin::Earlier(_))
            && changes.iter().any(|(at, change)| open(*at) + change < 0)
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
        let mut whole = Whole::new(MatchKind::Reversal, PRIOR);
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
        let by_id = matches!(case.clue, Clue::ReversalTransaction | Clue::ReversalReference);
        if by_id && case.weight < WEAK || !case.rivals.is_empty() {
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
            .filter_map(|row| match &row.target {
                Target::Invoice(id) => self.index.find(id),
                Target::Customer(_) => None,
            })
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
