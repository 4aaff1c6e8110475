//! Money that takes a settlement back, and money that gives it again: refunds, returns of direct debits, chargebacks,
//! disputes won.
//!
//! # Design
//! A reversal says by ids what it takes back: the transaction, the gateway's payment, an end-to-end id (`named`). What was
//! settled in an earlier call (`earlier`) is taken back before payments are explained, so that a second try can settle the
//! item again; what another payment of the same call settles is taken back when that is decided. `take_back` splits the
//! money over what was settled: the charge for it stands apart. Without an id a number, the payee, the amount
//! and the words must say it (`likely`), and mostly a person decides.
//!
//! Source: ISO 20022 `RtrInf` and `OrgnlBkTxCd` (returns), Stripe's dispute and refund objects, SEPA Direct Debit rulebook
//! (returns until 8 weeks, 13 months unauthorised).
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the lists that they index

mod book;
mod earlier;
mod likely;
mod named;
mod sign;
mod take_back;

pub(crate) use self::earlier::Earlier;

pub(crate) use self::earlier::PaidPart;
pub(crate) use self::sign::is_won;

use self::book::{Book, Case, Standing};
use self::likely::{Candidates, Likely, Reader};
use self::named::{Named, Origin, Resolved};
use self::sign::{booked, fee_bound, is_reversal};
use super::settled::Settled;
use crate::error::Error;
use crate::matching::index::{Index, account_key};
use crate::matching::options::Options;
use crate::matching::payment::features::Own;
use crate::matching::result::{Alternative, Decision, Match, Source, Target};
use crate::matching::threads::{in_parts, threads};
use crate::matching::weigh::clue::names_item;
use crate::model::{Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use crate::text;
use core::ops::Range;
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

/// Whether a payment may be a customer's, whose return is given: by the account, or by a word of his name, or because
/// nothing tells whose it is.
fn may_be_of(index: &Index, customer: u32, payment: &Transaction, back: &Transaction) -> bool {
    let account = |row: &Transaction| {
        let other = &row.counterparty;
        other.iban.as_deref().or(other.account.as_deref()).map(account_key)
    };
    let other = &payment.counterparty;
    let names = [other.name.as_deref(), other.ultimate_name.as_deref(), Some(payment.remittance.as_str())];
    let folded: Vec<String> =
        names.into_iter().flatten().map(|text| text::fold(text::start_of(text, 2_000))).collect();
    let words: Vec<u32> =
        folded.iter().flat_map(|text| text::tokens(text)).filter_map(|word| index.token(word)).collect();
    let of_name = |token: &u32| index.names(customer).any(|name| index.tokens(name).contains(token));
    let telling = |token: &u32| index.customers_with(*token).len() <= MOST_BEARERS;
    match (account(payment), account(back)) {
        (Some(one), Some(other)) if one == other => true,
        (None, _) if !words.iter().any(telling) => true,
        _ => words.iter().any(of_name),
    }
}

/// Customers who share a word that still tells one of them.
const MOST_BEARERS: usize = 64;

/// The rows of a call, and what stands behind them.
pub(crate) struct CallRows<'a> {
    pub transactions: &'a [Transaction],
    /// Rows to use, in the order of their ids.
    pub rows: &'a [u32],
    pub earlier: &'a Earlier,
    pub own: &'a Own<'a>,
    pub settled: &'a Settled,
}

impl Reversals {
    /// Finds what `rows` of the transactions take back by ids, and answers those of settlements of earlier calls.
    pub fn find(index: &Index, call: &CallRows<'_>, options: &Options) -> Self {
        let CallRows { transactions, rows, earlier, settled, .. } = *call;
        let held = |row: &Transaction| settled.holds(row);
        let mut out = Reversals::default();
        let mut cases = Vec::new();
        let Some(named) = Named::new(earlier, transactions, rows, &held) else { return out };
        for row in named.candidates() {
            let transaction = &transactions[row as usize];
            if earlier.has_taken_back(&transaction.id) || settled.has(&transaction.id) {
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
                    let returned = &transactions[case.row as usize].returned;
                    let names: Vec<&str> =
                        returned.iter().flat_map(|row| &row.originals).map(String::as_str).collect();
                    let state = states
                        .entry(case.origin.clone())
                        .or_insert_with(|| Standing::of_earlier(earlier, payment, &names, index));
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
            let sources = found.allocations.iter().filter_map(|row| row.source.transaction());
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

    /// The same before payments are explained, where a return can only speak of what was settled in an earlier call: a second
    /// try may settle it again.
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
        // What only the payee and the amount say may take back another payment of this call that was as much: it is asked
        // again later.
        let mut received: BTreeMap<(Currency, i64), Vec<u32>> = BTreeMap::new();
        for at in call.rows {
            if let Ok(gross) = call.transactions[*at as usize].gross()
                && gross.minor() > 0
            {
                received.entry((gross.currency(), gross.minor())).or_default().push(*at);
            }
        }
        let of_call = |row: u32, found: &Match| {
            let item =
                found.allocations.iter().find_map(|row| row.target.invoice().and_then(|id| index.find(id)));
            let row = &call.transactions[row as usize];
            let currency = row.currency();
            let size = row.gross().map_or(0, |gross| gross.minor().saturating_neg());
            // Where the whole came back, a charge is no explanation to look for.
            let whole = found.differences.is_empty();
            let smallest = if whole { size } else { size.saturating_sub(fee_bound(currency)) };
            let payments = received.range((currency, smallest)..=(currency, size));
            payments.flat_map(|(_, rows)| rows).map(|at| &call.transactions[*at as usize]).any(|payment| {
                let customer = item.map(|at| index.items[at as usize].customer);
                booked(payment) <= booked(row) && customer.is_none_or(|id| may_be_of(index, id, payment, row))
            })
        };
        let numbered = |found: &Match| found.evidence.iter().any(|row| names_item(row.code));
        let sure = |row: u32, found: &Match| {
            numbered(found) || found.alternatives.is_empty() && !of_call(row, found)
        };
        let mut reopened = core::mem::take(&mut self.reopened);
        let before = reopened.clone();
        let found = self.guess_among(index, options, call, &[], &rows, &mut reopened);
        if found.iter().all(|(row, _, found)| sure(*row, found)) {
            self.reopened = reopened;
        } else {
            self.reopened = before;
            for (_, _, found) in found.iter().filter(|(row, _, found)| sure(*row, found)) {
                for row in &found.allocations {
                    let Target::Invoice(id) = &row.target else { continue };
                    let Some(at) = index.find(id) else { continue };
                    let sum = self.reopened.entry(at).or_default();
                    *sum = sum.saturating_sub(row.amount.minor());
                }
            }
        }
        for (row, origin, found) in found.into_iter().filter(|(row, _, found)| sure(*row, found)) {
            self.answered.insert(row);
            self.used.insert(origin);
            self.matches.push(found);
        }
    }

    /// Items that only a person may say were taken back.
    pub fn doubtful(&self) -> impl Iterator<Item = &str> {
        let waits = self.matches.iter().filter(|found| found.decision == Decision::Review);
        waits.flat_map(|found| &found.allocations).filter_map(|row| row.target.invoice())
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
        let rows: Vec<u32> =
            rows.iter().copied().filter(|at| likely::may(&transactions[*at as usize])).collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let candidates = Candidates::new(index, earlier, transactions, matches, &self.used);
        let part = |range: Range<usize>| -> Vec<Likely> {
            let mut reader = Reader::new();
            let likely = |at: &u32| reader.likely(index, own, &candidates, transactions, *at);
            rows[range].iter().filter_map(likely).collect()
        };
        let mut found: Vec<Likely> =
            in_parts(rows.len(), threads(options), part).into_iter().flatten().collect();
        // The first match of each payment that is taken back, or may be.
        let mut of_payment: FxHashMap<&str, Option<&Match>> = FxHashMap::default();
        for one in &found {
            let origins = core::iter::once(&one.origin).chain(one.rivals.iter().map(|rival| &rival.0));
            let of_call = origins.filter_map(|origin| match origin {
                Origin::Call(row) => Some(transactions[*row as usize].id.as_str()),
                Origin::Earlier(_) => None,
            });
            of_payment.extend(of_call.map(|id| (id, None)));
        }
        for one in matches {
            let mut add = |id: &str| {
                if let Some(first) = of_payment.get_mut(id) {
                    first.get_or_insert(one);
                }
            };
            match one.only_transaction() {
                Some(id) => add(id),
                None => one.transactions().into_iter().for_each(add),
            }
        }
        // The surest first: what it takes back, another does not.
        let sum = |one: &Likely| one.clues.iter().map(|clue| clue.1).sum::<f64>();
        found.sort_by(|a, b| sum(b).total_cmp(&sum(a)));
        let book = Book { index, transactions, options };
        let mut states: BTreeMap<Origin, Standing> = BTreeMap::new();
        let mut out = Vec::new();
        for one in found {
            let standing = |origin: &Origin| match origin {
                Origin::Earlier(payment) => Standing::of_earlier(earlier, payment, &[], index),
                Origin::Call(row) => {
                    let payment = &transactions[*row as usize];
                    Standing::of_call(payment, of_payment.get(payment.id.as_str()).copied().flatten())
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
