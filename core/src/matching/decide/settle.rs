//! From matches to books: parts of one item become one match, what is left open, sums, and the ids.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use crate::matching::hash::push_hex;
use crate::matching::index::{Index, NONE, State};
use crate::matching::memory::remembered::Remembered;
use crate::matching::options::Options;
use crate::matching::per_row::PerRow;
use crate::matching::result::{
    Allocation, Decision, DifferenceOf, Engine, Match, MatchKind, Money, OpenInvoice, Source, Summary,
    Target, Unmatched,
};
use crate::model::{InvoiceKind, Transaction};
use crate::money::{Amount, Currency};
use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The rows that a result speaks of.
pub(crate) struct Ledger<'a> {
    pub index: &'a Index,
    pub transactions: &'a [Transaction],
    pub options: &'a Options,
    pub threads: usize,
    pub engine: &'a Engine,
    pub memory: &'a Remembered,
    pub listed: Listed,
    /// Payments that come back wholly, by their rows: what they settle is not counted.
    pub returned: &'a FxHashSet<u32>,
    /// Items that were opened, or settled again, by what is taken back.
    pub reopened: &'a [u32],
}

/// Which items a result lists as open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listed {
    All,
    /// Those that the result settles in part.
    Touched,
}

/// Several payments of one item become one match, where the same can be decided of all. `items` says of each match
/// its payment, and which one item it settles by that alone, if it does.
pub(crate) fn merge_instalments(mut found: Vec<Match>, items: &[(u32, u32)]) -> Vec<Match> {
    let mut parts: FxHashMap<(u32, Decision), u32> = FxHashMap::default();
    let mut twice: FxHashMap<(u32, Decision), Vec<Match>> = FxHashMap::default();
    let one_of = |(one, (_, item)): (&Match, &(u32, u32))| (*item != NONE).then_some((*item, one.decision));
    for key in found.iter().zip(items).filter_map(one_of) {
        let count = parts.entry(key).or_default();
        *count += 1;
        if *count == 2 {
            twice.insert(key, Vec::new());
        }
    }
    let (mut own, mut keys) = (items.iter(), Vec::new());
    let is_part = |one: &mut Match| {
        let key = own.next().map(|(_, item)| (*item, one.decision)).filter(|key| twice.contains_key(key));
        keys.extend(key);
        key.is_some()
    };
    let taken: Vec<Match> = found.extract_if(.., is_part).collect();
    for (key, one) in keys.into_iter().zip(taken) {
        twice.entry(key).or_default().push(one);
    }
    for mut parts in twice.into_values() {
        parts.sort_by(|a, b| first_source(a).cmp(&first_source(b)));
        let mut parts = parts.into_iter();
        let Some(mut whole) = parts.next() else { continue };
        whole.kind = MatchKind::Instalment;
        whole.id = String::new();
        for part in parts {
            // The doubt of one part is the doubt of all.
            if part.probability < whole.probability {
                whole.probability = part.probability;
                whole.score = part.score;
                whole.prior = part.prior;
                whole.evidence = part.evidence;
                whole.alternatives = part.alternatives;
                whole.review = part.review;
                whole.review_clue = part.review_clue;
                whole.uncalibrated = part.uncalibrated;
            }
            whole.allocations.extend(part.allocations);
            whole.differences.extend(part.differences);
        }
        found.push(whole);
    }
    found
}

/// A label on a part that did not come stands only where that part is still open after all matches.
/// `open` is what is left, by id.
pub(crate) fn label_short(open: &[OpenInvoice], matches: &mut [Match]) {
    let left =
        |id: &String| open.binary_search_by(|row| row.invoice.cmp(id)).ok().map(|at| open[at].open.minor());
    for found in matches {
        found.differences.retain(|difference| match &difference.of {
            DifferenceOf::Invoice(id) => {
                left(id).is_some_and(|open| difference.amount.minor().abs() <= open.abs())
            }
            DifferenceOf::Transaction(_) => true,
        });
    }
}

/// Items with something left, by id; `settled` is what each item got. A mass payment and what it stands for share one open
/// amount, yet each is listed by what it got itself: `open` before = its allocations + `open` after.
pub(crate) fn left(ledger: &Ledger<'_>, settled: &PerRow<i64>) -> Vec<OpenInvoice> {
    let index = ledger.index;
    let owes = |at: &u32| {
        let item = &index.items[*at as usize];
        let shown = !matches!(item.state, State::Closed | State::Off | State::Gone)
            && item.kind != InvoiceKind::CreditNote;
        let rest = item.open.saturating_sub(settled.get(*at));
        (shown && rest != 0).then(|| OpenInvoice {
            invoice: index.id(*at).to_string(),
            open: Amount::new(rest, item.currency),
        })
    };
    match ledger.listed {
        Listed::All => index.by_id().iter().filter_map(owes).collect(),
        Listed::Touched => {
            let mut touched: Vec<u32> = settled.touched();
            touched.extend(ledger.reopened);
            touched.sort_unstable();
            touched.dedup();
            touched.sort_unstable_by_key(|at| index.id(*at));
            touched.iter().filter_map(owes).collect()
        }
    }
}

pub(crate) fn summary(matches: &[Match], unmatched: &[Unmatched]) -> Summary {
    let payments = |decision: Decision| -> u64 {
        matches.iter().filter(|m| m.decision == decision).map(|m| m.transaction_count() as u64).sum()
    };
    let (auto, review) = (payments(Decision::Auto), payments(Decision::Review));
    let mut allocated: BTreeMap<Currency, i128> = BTreeMap::new();
    for allocation in matches.iter().flat_map(|m| &m.allocations) {
        *allocated.entry(allocation.amount.currency()).or_default() += i128::from(allocation.amount.minor());
    }
    Summary {
        transactions: auto + review + unmatched.len() as u64,
        auto,
        review,
        unmatched: unmatched.len() as u64,
        allocated: allocated
            .into_iter()
            .filter_map(|(currency, minor)| Some(Money(Amount::new(i64::try_from(minor).ok()?, currency))))
            .collect(),
    }
}

/// The smallest transaction of a match; a match of credits alone comes after all others.
pub(crate) fn first_source(found: &Match) -> (u8, &str) {
    let sources = found.allocations.iter().map(|row| match &row.source {
        Source::Transaction(id) => (0, id.as_str()),
        Source::Credit(id) => (1, id.as_str()),
    });
    let none = || found.transactions().first().map_or((2, ""), |id| (0, *id));
    sources.min().unwrap_or_else(none)
}

/// Room for what a line of an allocation says beside the ids.
const ROOM: usize = 64;

/// The digest of the sorted allocations: the same match has the same id in every run. Of a match without allocations,
/// such as a payout, that of its rows.
pub(crate) fn match_id(found: &Match) -> String {
    let line = |a: &Allocation| {
        let source = match &a.source {
            Source::Transaction(id) => ("transaction", id),
            Source::Credit(id) => ("credit", id),
        };
        let target = match &a.target {
            Target::Invoice(id) => ("invoice", id),
            Target::Customer(id) => ("customer", id),
        };
        // Lengths before the ids: no two lists of ids write the same bytes.
        let mut line = String::with_capacity(source.1.len() + target.1.len() + ROOM);
        for (what, id) in [source, target] {
            let length = id.len().to_string();
            [what, " ", &length, " ", id, " "].into_iter().for_each(|part| line.push_str(part));
        }
        line.push_str(&a.amount.to_string());
        line.push('\n');
        line
    };
    let digest = match found.allocations.as_slice() {
        [one] => Sha256::digest(line(one)),
        [] => {
            let rows = found.transactions().into_iter().map(|id| format!("row {} {id}\n", id.len()));
            Sha256::digest(rows.collect::<String>())
        }
        allocations => {
            let mut lines: Vec<String> = allocations.iter().map(line).collect();
            lines.sort();
            Sha256::digest(lines.concat())
        }
    };
    let mut id = String::with_capacity(34);
    id.push_str("m_");
    push_hex(&mut id, &digest[..16]);
    id
}
