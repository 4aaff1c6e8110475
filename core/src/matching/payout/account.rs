//! The rows of gateways' accounts, and those of the bank that may be their payouts.

use crate::matching::index::days;
use crate::model::{ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::Currency;
use crate::text;
use rustc_hash::{FxHashMap, FxHashSet};

/// A booked transaction as payouts see it.
#[derive(Clone, Debug)]
pub(super) struct Row {
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
pub(super) struct Accounts {
    /// All rows of gateways, by id.
    pub gateway: Vec<Row>,
    /// Rows of other accounts that may be payouts, by id.
    pub bank: Vec<Row>,
    ids: FxHashMap<String, u32>,
    /// Of each account the names that a bank may print: `stripe`.
    names: Vec<FxHashSet<String>>,
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

/// Characters of a payout's id that stands in a text.
const SHORTEST_ID: usize = 6;

/// An id as it is compared: banks change its case and leave its marks out.
fn id_key(id: &str) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

fn payout_ids(row: &Transaction) -> impl Iterator<Item = &str> {
    row.references.iter().filter(|r| r.kind == ReferenceKind::Payout).map(|r| r.value.as_str())
}

/// Whether a row shows that its account is a gateway's: it pays out, or a customer's payment names its payout.
fn shows_gateway(row: &Transaction) -> bool {
    let pays_out = row.kind == TransactionKind::Payout && row.amount.minor() < 0;
    let names_payout = || payout_ids(row).next().is_some();
    let is_payment =
        || row.references.iter().any(|r| r.kind == ReferenceKind::Payment) || !row.fees.is_empty();
    pays_out || row.kind != TransactionKind::Payout && names_payout() && is_payment()
}

impl Accounts {
    /// Reads `rows` of the transactions, which are in the order of their ids.
    pub fn read(transactions: &[Transaction], rows: &[u32]) -> Self {
        let mut out = Accounts::default();
        let booked = || {
            let all = rows.iter().filter_map(|at| Some((*at, transactions.get(*at as usize)?)));
            all.filter(|(_, row)| row.status == Status::Booked)
        };
        let mut accounts: FxHashMap<&str, u32> = FxHashMap::default();
        for (_, row) in booked().filter(|(_, row)| shows_gateway(row)) {
            let next = accounts.len() as u32;
            accounts.entry(row.account.as_deref().unwrap_or_default()).or_insert(next);
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
            let Some(account) = accounts.get(name).filter(|_| !anybodys) else {
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
        for (at, row) in others {
            let size = |amount: crate::money::Amount| sizes.contains(&(amount.minor(), amount.currency()));
            let may_be = row.kind == TransactionKind::Payout
                || payout_ids(row).next().is_some()
                || size(row.amount)
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

    /// Whether a bank's row may come from a gateway: it is said to be a payout, or bears its name. It may not where it
    /// bears another gateway's.
    pub fn may_come_from(&self, account: u32, transaction: &Transaction) -> bool {
        let other = &transaction.counterparty;
        let texts =
            [other.name.as_deref(), other.ultimate_name.as_deref(), Some(transaction.remittance.as_str())];
        let folded: Vec<String> = texts.into_iter().flatten().map(text::fold).collect();
        let mut said = folded
            .iter()
            .flat_map(|text| text::tokens(text))
            .filter(|word| GATEWAYS.contains(word))
            .peekable();
        let names = self.names.get(account as usize).filter(|names| !names.is_empty());
        match (said.peek().is_some(), names) {
            (true, Some(names)) => said.any(|word| names.contains(word)),
            (true, None) => true,
            (false, _) => transaction.kind == TransactionKind::Payout,
        }
    }
}
