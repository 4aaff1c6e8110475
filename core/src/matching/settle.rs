//! From matches to books: parts of one item become one match, what is left open, sums, and the ids.

use super::index::Index;
use super::options::Options;
use super::result::{
    Allocation, Decision, DifferenceOf, Match, MatchKind, Money, OpenInvoice, Source, Summary, Target,
    Unmatched,
};
use crate::model::{Invoice, InvoiceKind, InvoiceState, Transaction};
use crate::money::{Amount, Currency};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The rows that a result speaks of.
pub(super) struct Ledger<'a> {
    pub index: &'a Index<'a>,
    pub transactions: &'a [Transaction],
    pub invoices: &'a [Invoice],
    pub invoice_rows: &'a [u32],
    pub options: &'a Options,
}

/// Several payments of one item become one match, where the same can be decided of all.
pub(super) fn merge_instalments(found: Vec<Match>) -> Vec<Match> {
    let mut by_item: FxHashMap<(Target, Decision), Vec<Match>> = FxHashMap::default();
    let mut out = Vec::with_capacity(found.len());
    for one in found {
        match one.allocations.as_slice() {
            [only] if one.kind == MatchKind::Single => {
                by_item.entry((only.target.clone(), one.decision)).or_default().push(one);
            }
            _ => out.push(one),
        }
    }
    for mut parts in by_item.into_values() {
        if parts.len() == 1 {
            out.append(&mut parts);
            continue;
        }
        parts.sort_by(|a, b| first_source(a).cmp(&first_source(b)));
        let mut parts = parts.into_iter();
        let Some(mut whole) = parts.next() else { continue };
        whole.kind = MatchKind::Instalment;
        for part in parts {
            // The doubt of one part is the doubt of all.
            if part.probability < whole.probability {
                whole.probability = part.probability;
                whole.score = part.score;
                whole.prior = part.prior;
                whole.evidence = part.evidence;
                whole.alternatives = part.alternatives;
                whole.review = part.review;
                whole.uncalibrated = part.uncalibrated;
            }
            whole.allocations.extend(part.allocations);
            whole.differences.extend(part.differences);
        }
        out.push(whole);
    }
    out
}

/// A label on a part that did not come stands only where that part is still open after all matches.
pub(super) fn label_short(ledger: &Ledger<'_>, matches: &mut [Match]) {
    let labelled = |found: &Match| found.differences.iter().any(|d| matches!(d.of, DifferenceOf::Invoice(_)));
    if !matches.iter().any(labelled) {
        return;
    }
    let open: FxHashMap<String, i64> =
        left(ledger, matches).into_iter().map(|row| (row.invoice, row.open.minor())).collect();
    for found in matches {
        found.differences.retain(|difference| match &difference.of {
            DifferenceOf::Invoice(id) => open.get(id).is_some_and(|open| difference.amount.minor() <= *open),
            DifferenceOf::Transaction(_) => true,
        });
    }
}

/// Items with something left, by id.
pub(super) fn left(ledger: &Ledger<'_>, matches: &[Match]) -> Vec<OpenInvoice> {
    let mut settled: FxHashMap<&str, i64> = FxHashMap::default();
    for allocation in matches.iter().flat_map(|m| &m.allocations) {
        if let Target::Invoice(id) = &allocation.target {
            let sum = settled.entry(id).or_default();
            *sum = sum.saturating_add(allocation.amount.minor());
        }
    }
    ledger
        .invoice_rows
        .iter()
        .filter_map(|row| ledger.invoices.get(*row as usize))
        .filter(|invoice| {
            !matches!(invoice.state, InvoiceState::Closed | InvoiceState::Draft | InvoiceState::Void)
                && invoice.kind != InvoiceKind::CreditNote
        })
        .filter_map(|invoice| {
            let paid = settled.get(invoice.id.as_str()).copied().unwrap_or(0);
            let rest = invoice.open.minor().saturating_sub(paid);
            (rest != 0).then(|| OpenInvoice {
                invoice: invoice.id.clone(),
                open: Amount::new(rest, invoice.open.currency()),
            })
        })
        .collect()
}

pub(super) fn summary(matches: &[Match], unmatched: &[Unmatched]) -> Summary {
    let payments = |decision: Decision| -> u64 {
        matches
            .iter()
            .filter(|m| m.decision == decision)
            .map(|m| {
                let mut sources: Vec<&Source> = m.allocations.iter().map(|a| &a.source).collect();
                sources.sort();
                sources.dedup();
                sources.len() as u64
            })
            .sum()
    };
    let (auto, review) = (payments(Decision::Auto), payments(Decision::Review));
    let mut allocated: BTreeMap<Currency, i64> = BTreeMap::new();
    for allocation in matches.iter().flat_map(|m| &m.allocations) {
        let sum = allocated.entry(allocation.amount.currency()).or_default();
        *sum = sum.saturating_add(allocation.amount.minor());
    }
    Summary {
        transactions: auto + review + unmatched.len() as u64,
        auto,
        review,
        unmatched: unmatched.len() as u64,
        allocated: allocated
            .into_iter()
            .map(|(currency, minor)| Money(Amount::new(minor, currency)))
            .collect(),
    }
}

pub(super) fn first_source(found: &Match) -> Option<&Source> {
    found.allocations.iter().map(|a| &a.source).min()
}

/// The digest of the sorted allocations: the same match has the same id in every run.
pub(super) fn match_id(allocations: &[Allocation]) -> String {
    let mut lines: Vec<String> = allocations
        .iter()
        .map(|a| {
            let source = match &a.source {
                Source::Transaction(id) => ("transaction", id),
                Source::Credit(id) => ("credit", id),
            };
            let target = match &a.target {
                Target::Invoice(id) => ("invoice", id),
                Target::Customer(id) => ("customer", id),
            };
            // Lengths before the ids: no two lists of ids write the same bytes.
            format!(
                "{} {} {} {} {} {} {}\n",
                source.0,
                source.1.len(),
                source.1,
                target.0,
                target.1.len(),
                target.1,
                a.amount
            )
        })
        .collect();
    lines.sort();
    let digest = Sha256::digest(lines.concat().as_bytes());
    format!("m_{}", hex(digest.get(..16).unwrap_or(&digest)))
}

pub(super) fn hex(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
