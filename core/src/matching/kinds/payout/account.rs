//! The rows of gateways' accounts, and those of the bank that may be their payouts.
#![allow(clippy::indexing_slicing)] // a kernel: places come from the lists that they index

use crate::matching::index::days;
use crate::model::naming::{id_key, payout_ids};
use crate::model::{ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::Currency;
use crate::text;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A booked transaction as payouts see it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Row in the transactions given.
    pub at: u32,
    /// The account, by its row; also of the gateway.
    pub account: u32,
    pub currency: Currency,
    /// What it moved, before fees and after them.
    pub gross: i64,
    pub net: i64,
    /// Booking and value date.
    pub booked: i32,
    pub value: i32,
    pub kind: TransactionKind,
    /// Ids of payouts that it carries in fields of their own.
    pub ids: Vec<u32>,
}

impl Row {
    pub fn is_payout(&self) -> bool {
        self.kind == TransactionKind::Payout
    }
}

/// What is given of gateways' accounts.
#[derive(Default)]
pub(crate) struct Accounts {
    /// All rows of gateways, by id.
    pub gateway: Vec<Row>,
    /// Rows of other accounts that may be payouts, by id.
    pub bank: Vec<Row>,
    ids: FxHashMap<String, u32>,
    /// Of each account the names that a bank may print: `stripe`.
    names: Vec<FxHashSet<String>>,
}

/// The sums of days, by account and currency.
#[derive(Default)]
pub(crate) struct Daily(BTreeMap<(u32, Currency), BTreeMap<i32, i64>>);

impl Daily {
    /// Whether whole days of a gateway's rows, one behind the other, come to a bank's row.
    pub fn has_run(&self, gateway: (u32, Currency), deposit: &Row) -> bool {
        let since = deposit.booked.saturating_sub(LONGEST_RUN);
        let Some(days) = self.0.get(&gateway).filter(|_| since <= deposit.booked) else { return false };
        let days: Vec<i64> = days.range(since..=deposit.booked).map(|day| *day.1).collect();
        (0..days.len()).any(|start| {
            let mut sum = 0_i64;
            days[start..].iter().any(|day| {
                sum = sum.saturating_add(*day);
                sum == deposit.gross
            })
        })
    }
}

/// Names under which gateways stand in bank statements.
const GATEWAYS: &[&str] = &[
    "adyen",
    "braintree",
    "checkout",
    "gocardless",
    "izettle",
    "klarna",
    "mollie",
    "nexi",
    "paypal",
    "payoneer",
    "payone",
    "razorpay",
    "redsys",
    "shopify",
    "square",
    "stripe",
    "sumup",
    "unzer",
    "worldpay",
    "zettle",
];

/// Days in which a payout's rows lie before the bank's row of it.
const LONGEST_RUN: i32 = 45;
/// Characters of a payout's id that stands in a text.
const SHORTEST_ID: usize = 6;

/// Where a bank says who pays, folded.
fn texts(row: &Transaction) -> Vec<String> {
    let other = &row.counterparty;
    let all = [other.name.as_deref(), other.ultimate_name.as_deref(), Some(row.remittance.as_str())];
    all.into_iter().flatten().map(text::fold).collect()
}

fn gateways(texts: &[String]) -> impl Iterator<Item = &str> {
    texts.iter().flat_map(|text| text::tokens(text)).filter(|word| GATEWAYS.contains(word))
}

/// Whether a row's text names a gateway; `folded` is memory that is used again.
fn names_gateway(row: &Transaction, folded: &mut String) -> bool {
    let other = &row.counterparty;
    let all = [other.name.as_deref(), other.ultimate_name.as_deref(), Some(row.remittance.as_str())];
    all.into_iter().flatten().any(|text| {
        folded.clear();
        text::fold_into(text, folded);
        text::tokens(folded).any(|word| GATEWAYS.contains(&word))
    })
}

/// Whether a row shows that its account is a gateway's: it pays out, or a customer's payment, as a gateway names it, has a
/// fee or names its payout.
fn shows_gateway(row: &Transaction) -> bool {
    let pays_out = row.kind == TransactionKind::Payout && row.amount.minor() < 0;
    let names_payout = || payout_ids(row).next().is_some();
    let has_payment = || row.references.iter().any(|r| r.kind == ReferenceKind::Payment);
    let has_fee = || !row.fees.is_empty();
    let signs = || [names_payout(), has_payment(), has_fee()].into_iter().filter(|sign| *sign).count();
    pays_out || row.kind != TransactionKind::Payout && signs() > 1
}

impl Accounts {
    /// Reads `rows` of the transactions, which are in the order of their ids.
    pub fn read(transactions: &[Transaction], rows: &[u32]) -> Self {
        let mut out = Accounts::default();
        let booked = || {
            let all = rows.iter().filter_map(|at| Some((*at, transactions.get(*at as usize)?)));
            all.filter(|(_, row)| row.status == Status::Booked)
        };
        // What came from a gateway's own report is not the bank's, though a host may name both by one account.
        let mut accounts: FxHashMap<(&str, &str), u32> = FxHashMap::default();
        for (_, row) in booked().filter(|(_, row)| shows_gateway(row)) {
            let next = accounts.len() as u32;
            accounts.entry((row.account.as_deref().unwrap_or_default(), row.source.as_ref())).or_insert(next);
        }
        if accounts.is_empty() {
            return out;
        }
        out.names.resize_with(accounts.len(), FxHashSet::default);
        let mut others: Vec<(u32, &Transaction)> = Vec::new();
        for (at, row) in booked() {
            let name = row.account.as_deref().unwrap_or_default();
            // Rows without an account may be anybody's: only what says so is a gateway's.
            let anybodys = name.is_empty()
                && (payout_ids(row).next().is_none() && row.kind != TransactionKind::Payout
                    || row.kind == TransactionKind::Payout && row.amount.minor() > 0);
            let Some(account) = accounts.get(&(name, row.source.as_ref())).filter(|_| !anybodys) else {
                others.push((at, row));
                continue;
            };
            out.learn_names(*account, row);
            let row = out.row(at, *account, row);
            out.gateway.extend(row);
        }
        // What is as large as a payout may be one; of all other rows only those that say so.
        let mut sums: FxHashMap<(u32, Currency), i64> = FxHashMap::default();
        let mut sizes: FxHashSet<(i64, Currency)> = FxHashSet::default();
        for row in &out.gateway {
            if row.is_payout() {
                sizes.insert((row.gross.saturating_neg(), row.currency));
            } else if let Some(id) = row.ids.first() {
                let sum = sums.entry((*id, row.currency)).or_default();
                *sum = sum.saturating_add(row.net);
            }
        }
        sizes.extend(sums.into_iter().map(|((_, currency), sum)| (sum, currency)));
        // Where no row tells of payouts, the bank's names them by the gateway's name alone.
        let mut speaks: FxHashMap<(u32, Currency), bool> = FxHashMap::default();
        for row in &out.gateway {
            *speaks.entry((row.account, row.currency)).or_default() |= row.is_payout() || !row.ids.is_empty();
        }
        let silent: FxHashSet<Currency> =
            speaks.into_iter().filter(|row| !row.1).map(|((_, currency), _)| currency).collect();
        let silent = |row: &Transaction| row.amount.minor() > 0 && silent.contains(&row.currency());
        let mut folded = String::new();
        for (at, row) in others {
            let size = |amount: crate::money::Amount| sizes.contains(&(amount.minor(), amount.currency()));
            let may_be = row.kind == TransactionKind::Payout
                || payout_ids(row).next().is_some()
                || size(row.amount)
                || silent(row) && names_gateway(row, &mut folded)
                || row.original.as_ref().is_some_and(|original| size(original.amount));
            if may_be {
                let row = out.row(at, u32::MAX, row);
                out.bank.extend(row);
            }
        }
        out
    }

    fn row(&mut self, at: u32, account: u32, row: &Transaction) -> Option<Row> {
        let gross = row.gross().ok()?;
        let ids = payout_ids(row).map(|id| {
            let next = self.ids.len() as u32;
            *self.ids.entry(id_key(id)).or_insert(next)
        });
        Some(Row {
            at,
            account,
            currency: gross.currency(),
            gross: gross.minor(),
            net: row.amount.minor(),
            booked: days(row.booked_on),
            value: days(row.value_on.unwrap_or(row.booked_on)),
            kind: row.kind,
            ids: ids.collect(),
        })
    }

    fn learn_names(&mut self, account: u32, row: &Transaction) {
        let Some(names) = self.names.get_mut(account as usize) else { return };
        for text in [&row.source, row.account.as_deref().unwrap_or_default()] {
            let folded = text::fold(text);
            names.extend(text::tokens(&folded).filter(|word| GATEWAYS.contains(word)).map(str::to_owned));
        }
    }

    /// The payouts that a bank's row names, in fields or in its text.
    pub fn named(&self, row: &Row, transaction: &Transaction) -> Vec<u32> {
        let mut ids = row.ids.clone();
        let fields = transaction.references.iter().map(|reference| reference.value.as_str());
        for text in fields.chain([transaction.remittance.as_str()]) {
            let whole = text.split_whitespace();
            let parts = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let found = whole.chain(parts).map(id_key).filter(|key| key.len() >= SHORTEST_ID);
            ids.extend(found.filter_map(|key| self.ids.get(&key).copied()));
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// What came in and went out on each day, by gateway.
    pub fn daily(&self) -> Daily {
        let mut out = Daily::default();
        for row in self.gateway.iter().filter(|row| !row.is_payout()) {
            let days = out.0.entry((row.account, row.currency)).or_default();
            let sum = days.entry(row.booked).or_default();
            *sum = sum.saturating_add(row.net);
        }
        out
    }

    /// Whether a bank's row may come from a gateway: it is said to be a payout, or bears its name. It may not where it
    /// bears another gateway's.
    pub fn may_come_from(&self, account: u32, transaction: &Transaction) -> bool {
        let texts = texts(transaction);
        let mut said = gateways(&texts).peekable();
        let names = self.names.get(account as usize).filter(|names| !names.is_empty());
        match (said.peek().is_some(), names) {
            (true, Some(names)) => said.any(|word| names.contains(word)),
            (true, None) => true,
            (false, _) => transaction.kind == TransactionKind::Payout,
        }
    }
}
