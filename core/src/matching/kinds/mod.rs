//! What a call holds beside plain payments: payouts, reversals, credits. Some of it must be known before payments are
//! explained, the rest is answered when they are decided.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

pub(crate) mod credit;
pub(crate) mod money_out;
pub(crate) mod payout;
pub(crate) mod reversal;
pub(crate) mod settled;
pub(crate) mod whole;

use self::credit::credits;
use self::payout::payouts;
use self::reversal::{CallRows, Earlier, Reversals};
use super::decide::settle::{first_source, label_short, summary};
use super::index::{Index, Item, State};
use super::options::Options;
use super::result::{
    Allocation, Alternative, Evidence, Match, OpenInvoice, Reconciliation, Source, Target, UnmatchedReason,
};
use super::weigh::clue::Clue;
use crate::model::{InvoiceKind, Transaction};
use crate::money::Amount;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What was found before payments are explained.
#[derive(Default)]
pub(crate) struct Kinds {
    payouts: payout::Found,
    reversals: Reversals,
    answered: FxHashSet<u32>,
    /// Items as they are without what was taken back of them in this call.
    before: Vec<(u32, Item)>,
}

/// What is known of a row before payments are explained.
pub(crate) enum Known {
    /// It has its answer.
    Answered,
    /// It settles nothing, for this reason.
    Refused(UnmatchedReason),
}

impl Kinds {
    /// Finds payouts and reversals among `rows` of the transactions, which are in the order of their ids, and opens in the
    /// index what is taken back: [`Kinds::restore`] closes it again.
    pub fn find(index: &mut Index, call: &CallRows<'_>, options: &Options) -> Self {
        let CallRows { transactions, rows, settled, .. } = *call;
        let mut payouts = payouts(transactions, rows, options);
        // What was booked does not come back.
        payouts.matches.retain(|found| !found.transactions().iter().any(|id| settled.has(id)));
        let mut reversals = Reversals::find(index, call, options);
        let booked = |at: &&u32| settled.has(&transactions[**at as usize].id);
        reversals.booked.extend(payouts.no_receipts.iter().filter(booked));
        reversals.guess_before(index, options, call);
        let mut kinds = Kinds { payouts, reversals, ..Kinds::default() };
        let ids: FxHashSet<&str> = kinds.payouts.matches.iter().flat_map(Match::transactions).collect();
        let answered = |at: &&u32| ids.contains(transactions[**at as usize].id.as_str());
        kinds.answered = kinds.payouts.no_receipts.iter().filter(answered).copied().collect();
        kinds.answered.extend(&kinds.reversals.answered);
        let doubtful: FxHashSet<u32> = kinds.reversals.doubtful().filter_map(|id| index.find(id)).collect();
        for (at, change) in &kinds.reversals.reopened {
            let item = &mut index.items[*at as usize];
            kinds.before.push((*at, *item));
            let own = if item.closed() { 0 } else { item.open };
            item.open = own.saturating_add(*change).max(0);
            item.state = match item.state {
                // What waits for a person is not settled again without one.
                _ if doubtful.contains(at) => State::Held,
                State::Closed => State::Open,
                State::Off => State::Held,
                state => state,
            };
        }
        kinds
    }

    /// What is known of a row by now.
    pub fn known(&self, row: u32) -> Option<Known> {
        if self.answered.contains(&row) {
            Some(Known::Answered)
        } else if self.reversals.booked.contains(&row) {
            Some(Known::Refused(UnmatchedReason::Duplicate))
        } else if self.payouts.no_receipts.contains(&row) {
            Some(Known::Refused(UnmatchedReason::NotAReceipt))
        } else {
            None
        }
    }

    /// Payments that come back wholly, by row: they stand in nobody's way.
    pub fn returned(&self) -> &FxHashSet<u32> {
        &self.reversals.returned
    }

    /// Items that were opened, or settled again, by what was taken back.
    pub fn reopened(&self) -> Vec<u32> {
        self.reversals.reopened.keys().copied().collect()
    }

    /// Takes back in the index what [`Kinds::find`] opened.
    pub fn restore(&self, index: &mut Index) {
        self.before.iter().for_each(|(at, item)| index.items[*at as usize] = *item);
    }

    /// Whether a row takes back what another payment of the call settles.
    pub fn takes_back(&self, row: u32) -> bool {
        self.reversals.is_of_call(row)
    }

    /// Adds the answers to a result that knows the payments; `out` is what became of money out.
    pub fn finish(
        self,
        index: &Index,
        out_index: &Index,
        call: &CallRows<'_>,
        options: &Options,
        out: Option<Reconciliation>,
        result: &mut Reconciliation,
    ) {
        let transactions = call.transactions;
        let of_call = self.reversals.after(index, transactions, options, &result.matches, &result.errors);
        let mut found = self.payouts.matches;
        found.extend(self.reversals.matches.iter().cloned());
        found.extend(of_call);
        if let Some(out) = out {
            found.extend(money_out::matches(out.matches, options.max_wrong_auto));
            money_out::reasons(out.unmatched, result);
            result.limits.extend(out.limits);
            result.limits.sort();
        }
        let answered: FxHashSet<&str> = found.iter().flat_map(Match::transactions).collect();
        let unmatched = &result.unmatched;
        let unexplained = |at: &u32| {
            use UnmatchedReason::{Ambiguous, ClosedInvoice, MoneyOut, NotAReceipt};
            let row = &transactions[*at as usize];
            let found = || unmatched.binary_search_by(|one| one.transaction.cmp(&row.id)).ok();
            let reason = || found().map(|at| unmatched[at].reason);
            row.amount.minor() < 0
                && !answered.contains(row.id.as_str())
                && matches!(reason(), Some(MoneyOut | NotAReceipt | Ambiguous | ClosedInvoice))
        };
        let loose: Vec<u32> = call.rows.iter().copied().filter(unexplained).collect();
        found.extend(self.reversals.guess(index, options, call, &result.matches, &loose));
        let mut touched: BTreeSet<String> = targets(&found);
        let no_credits = out_index.open_count == 0;
        if found.is_empty() && no_credits {
            return;
        }
        let answered: FxHashSet<&str> = found.iter().flat_map(Match::transactions).collect();
        result.unmatched.retain(|row| !answered.contains(row.transaction.as_str()));
        result.matches.extend(found);
        if !no_credits {
            let applied = credits(index, out_index, options, result);
            result.matches.extend(applied);
            let of_credits = result.matches.iter().flat_map(|found| &found.allocations);
            let of_credits = of_credits.filter(|row| matches!(row.source, Source::Credit(_)));
            touched.extend(of_credits.filter_map(target));
        }
        let matches = &mut result.matches;
        matches.sort_by(|a, b| first_source(a).cmp(&first_source(b)).then_with(|| a.id.cmp(&b.id)));
        relist(index, &touched, matches, &mut result.open_invoices);
        label_short(&result.open_invoices, matches);
        result.summary = summary(&result.matches, &result.unmatched);
    }
}

fn target(row: &Allocation) -> Option<String> {
    row.target.invoice().map(str::to_owned)
}

fn targets(found: &[Match]) -> BTreeSet<String> {
    found.iter().flat_map(|one| &one.allocations).filter_map(target).collect()
}

/// Lists some items anew: `open` after = `open` before − all that they got.
fn relist(index: &Index, ids: &BTreeSet<String>, matches: &[Match], open: &mut Vec<OpenInvoice>) {
    if ids.is_empty() {
        return;
    }
    let mut got: FxHashMap<&str, i64> = FxHashMap::default();
    for row in matches.iter().flat_map(|found| &found.allocations) {
        if let Target::Invoice(id) = &row.target
            && ids.contains(id)
        {
            let sum = got.entry(id.as_str()).or_default();
            *sum = sum.saturating_add(row.amount.minor());
        }
    }
    open.retain(|row| !ids.contains(&row.invoice));
    for id in ids {
        let Some(item) = index.find(id).map(|at| &index.items[at as usize]) else { continue };
        let before = if item.closed() { 0 } else { item.open };
        let rest = before.saturating_sub(got.get(id.as_str()).copied().unwrap_or(0));
        if rest != 0 && item.kind != InvoiceKind::CreditNote {
            open.push(OpenInvoice { invoice: id.clone(), open: Amount::new(rest, item.currency) });
        }
    }
    open.sort_by(|a, b| a.invoice.cmp(&b.invoice));
}

/// Says of transactions that were settled before what they settled: what a gateway posted by itself is confirmed, and not
/// posted again.
pub(crate) fn confirm(
    index: &Index,
    earlier: &Earlier,
    transactions: &[Transaction],
    held: &[u32],
    result: &mut Reconciliation,
) {
    for row in held.iter().map(|at| &transactions[*at as usize]) {
        let Ok(at) = result.unmatched.binary_search_by(|one| one.transaction.cmp(&row.id)) else { continue };
        let ids = core::iter::once(row.id.as_str())
            .chain(row.references.iter().map(|reference| reference.value.as_str()));
        let Some(paid) = ids.filter_map(|id| earlier.named(id).into_iter().next()).next() else { continue };
        let clue = if paid.by_gateway { Clue::SettledByGateway } else { Clue::SettledBefore };
        let part = |part: &self::reversal::PaidPart<'_>| {
            let same = part.currency == row.currency();
            (same && part.settled > 0).then(|| Allocation {
                source: Source::Transaction(row.id.clone()),
                target: Target::Invoice(part.invoice.to_string()),
                amount: Amount::new(part.settled, part.currency),
                paid: None,
            })
        };
        let about = paid.parts.first().map(|part| {
            let printed = index.find(part.invoice).map(|at| index.printed(at));
            Arc::from(printed.unwrap_or(part.invoice))
        });
        result.unmatched[at].nearest.push(Alternative {
            allocations: paid.parts.iter().filter_map(part).collect(),
            probability: 1.0,
            evidence: vec![Evidence { code: clue.code(), weight: SETTLED, about }],
        });
    }
}

/// Bits of an id under which a payment was settled before.
const SETTLED: f64 = 16.0;
