//! One payout as several rows tell it: the gateway's, the bank's, and the gateway's again where it failed.
#![allow(clippy::indexing_slicing)] // a kernel: rows come from the lists that they index

use super::account::{Accounts, Row};
use crate::model::Transaction;
use crate::money::Currency;
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of one payout, or of several that cannot be told apart.
#[derive(Clone, Debug)]
pub(crate) struct Bundle<'a> {
    /// The gateway's account, where it is known.
    pub account: Option<u32>,
    pub out: Vec<&'a Row>,
    pub deposits: Vec<&'a Row>,
    pub back: Option<&'a Row>,
    pub link: Link,
    /// What its members say of it, where the gateway's row of it is not given.
    told: Option<Told>,
}

/// A payout that only its members name.
#[derive(Clone, Copy, Debug)]
struct Told {
    id: u32,
    currency: Currency,
    /// What they come to, and the day of the last.
    sum: i64,
    day: i32,
}

/// How the bank's row was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    None,
    Id,
    Amount,
    /// Several are as large.
    AmountOfSeveral,
}

impl<'a> Bundle<'a> {
    pub fn rows(&self) -> impl Iterator<Item = &'a Row> {
        self.out.iter().chain(&self.deposits).chain(&self.back).copied()
    }

    pub fn gateway_rows(&self) -> impl Iterator<Item = &'a Row> {
        self.out.iter().chain(&self.back).copied()
    }

    pub fn ids(&self) -> Vec<u32> {
        let told = self.told.map(|told| told.id);
        self.rows().flat_map(|row| row.ids.iter().copied()).chain(told).collect()
    }

    fn new(account: u32) -> Self {
        let (out, deposits) = (Vec::new(), Vec::new());
        Bundle { account: Some(account), out, deposits, back: None, link: Link::None, told: None }
    }

    /// What the bank's row must bring: amount, currency, and from which day on.
    fn expected(&self) -> Option<(i64, Currency, i32)> {
        match (self.out.as_slice(), self.told) {
            ([out], _) => Some((out.gross.saturating_neg(), out.currency, out.booked)),
            ([], Some(told)) => Some((told.sum, told.currency, told.day)),
            _ => None,
        }
    }

    /// The gateway's currency, or without its row the bank's.
    pub fn currency(&self) -> Currency {
        let of = |rows: &[&Row]| rows.first().map(|row| row.currency);
        let told = || self.told.map(|told| told.currency);
        of(&self.out).or_else(told).or_else(|| of(&self.deposits)).unwrap_or(Currency::EUR)
    }

    /// What left the gateway's account for it when it was paid out, its own fee included.
    pub fn paid(&self) -> i64 {
        match self.out.as_slice() {
            [] => self.deposits.iter().map(|row| row.gross).fold(0, i64::saturating_add),
            out => out.iter().map(|row| row.net).fold(0, i64::saturating_add).saturating_neg(),
        }
    }

    /// The same after a failed one went back.
    pub fn moved(&self) -> i64 {
        self.paid().saturating_sub(self.back.map_or(0, |row| row.net))
    }

    pub fn day(&self) -> i32 {
        let last = |rows: &[&Row]| rows.iter().map(|row| row.booked).max();
        let told = || self.told.map(|told| told.day);
        last(&self.out).or_else(told).or_else(|| last(&self.deposits)).unwrap_or(i32::MAX)
    }

    /// Takes another payout of the same day in.
    pub fn join(&mut self, other: Bundle<'a>) {
        self.out.extend(other.out);
        self.deposits.extend(other.deposits);
        self.link = self.link.max(other.link);
    }
}

/// Payouts of one size that a row of the bank is compared with.
const MOST_ALIKE: usize = 64;
/// Days from the gateway's booking to the bank's, and until a failed payout is back.
const TO_THE_BANK: core::ops::RangeInclusive<i32> = -1..=10;
const TO_COME_BACK: core::ops::RangeInclusive<i32> = 0..=30;

/// All payouts, by the day of their first row, then by id.
pub(crate) fn bundles<'a>(accounts: &'a Accounts, transactions: &[Transaction]) -> Vec<Bundle<'a>> {
    let paid = |row: &&Row| row.is_payout() && row.gross < 0;
    let mut out: Vec<&Row> = accounts.gateway.iter().filter(paid).collect();
    // Rows come in the order of ids, and stay so within a day.
    out.sort_by_key(|row| row.booked);
    let mut bundles: Vec<Bundle<'a>> =
        out.into_iter().map(|row| Bundle { out: vec![row], ..Bundle::new(row.account) }).collect();
    fail(accounts, &mut bundles);
    deposit(accounts, transactions, &mut bundles);
    bundles
}

/// Pairs failed payouts with their return: by id, else the nearest before that is as large.
fn fail<'a>(accounts: &'a Accounts, bundles: &mut [Bundle<'a>]) {
    let back: Vec<&Row> = accounts.gateway.iter().filter(|row| row.is_payout() && row.gross > 0).collect();
    let mut unpaired = Vec::new();
    let fits = |bundle: &Bundle<'_>, back: &Row| {
        let [out] = bundle.out.as_slice() else { return false };
        bundle.back.is_none()
            && (out.account, out.currency) == (back.account, back.currency)
            && out.gross.checked_neg() == Some(back.gross)
    };
    for back in back {
        let named = |bundle: &&mut Bundle<'_>| {
            fits(bundle, back) && bundle.out.iter().any(|out| out.ids.iter().any(|id| back.ids.contains(id)))
        };
        match bundles.iter_mut().find(named) {
            Some(bundle) => bundle.back = Some(back),
            None => unpaired.push(back),
        }
    }
    for back in unpaired {
        // Bundles are in the order of their days.
        let from = bundles.partition_point(|bundle| bundle.day() < back.booked - TO_COME_BACK.end());
        let until = bundles.partition_point(|bundle| bundle.day() <= back.booked);
        let both_known =
            |bundle: &Bundle<'_>| !back.ids.is_empty() && bundle.out.iter().all(|out| !out.ids.is_empty());
        let list = bundles[from..until.max(from)].iter_mut();
        let before = list.rev().find(|bundle| fits(bundle, back) && !both_known(bundle));
        if let Some(bundle) = before {
            bundle.back = Some(back);
        }
    }
}

/// Finds the bank's row of every payout, and payouts of which only the bank's row is given.
fn deposit<'a>(accounts: &'a Accounts, transactions: &[Transaction], bundles: &mut Vec<Bundle<'a>>) {
    let of = |row: &Row| &transactions[row.at as usize];
    bundles.extend(told(accounts, bundles));
    let mut of_id: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, bundle) in bundles.iter().enumerate() {
        bundle.ids().into_iter().for_each(|id| of_id.entry(id).or_default().push(at));
    }
    let mut unlinked = Vec::new();
    for row in &accounts.bank {
        let named = accounts.named(row, of(row));
        let known = || named.iter().filter_map(|id| of_id.get(id)).flatten().copied();
        // A second row that names the same payout is no second deposit of it.
        let free = || known().filter(|at| bundles[*at].deposits.is_empty());
        let same = free().find(|at| bundles[*at].currency() == row.currency);
        if let Some(at) = same.or_else(|| free().next()) {
            bundles[at].deposits.push(row);
            bundles[at].link = Link::Id;
        } else if known().next().is_none() && row.gross > 0 && row.ids.is_empty() {
            unlinked.push(row);
        }
    }
    // Bundles are looked up by their days.
    bundles.sort_by_key(Bundle::day);
    by_amount(transactions, accounts, bundles, &unlinked);
    bundles.retain(|bundle| bundle.rows().next().is_some());
    let linked: FxHashSet<u32> = bundles.iter().flat_map(Bundle::rows).map(|row| row.at).collect();
    // Without the gateway's own rows of its payouts the bank's rows cut its account into windows.
    let pays_out: FxHashSet<(u32, Currency)> =
        bundles.iter().flat_map(|bundle| bundle.out.iter().map(|row| (row.account, row.currency))).collect();
    let gateways: BTreeSet<(u32, Currency)> =
        accounts.gateway.iter().map(|row| (row.account, row.currency)).collect();
    let daily = accounts.daily();
    for row in unlinked.iter().filter(|row| !linked.contains(&row.at)) {
        let from = gateways.iter().filter(|(account, currency)| {
            *currency == row.currency && accounts.may_come_from(*account, of(row))
        });
        let from: Vec<&(u32, Currency)> = from.filter(|gateway| !pays_out.contains(gateway)).collect();
        let gateway = match from.as_slice() {
            [one] => Some(**one),
            // Of several the one in whose account rows one behind the other come to as much.
            several => only(several.iter().filter(|gateway| daily.has_run(***gateway, row))).map(|one| **one),
        };
        if let Some((account, _)) = gateway {
            bundles.push(Bundle { deposits: vec![row], ..Bundle::new(account) });
        }
    }
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}

/// Payouts that only their members name.
fn told<'a>(accounts: &Accounts, bundles: &[Bundle<'a>]) -> Vec<Bundle<'a>> {
    let known: FxHashSet<u32> = bundles.iter().flat_map(Bundle::ids).collect();
    let mut sums: BTreeMap<(u32, Currency), (u32, Told)> = BTreeMap::new();
    for row in accounts.gateway.iter().filter(|row| !row.is_payout()) {
        let Some(id) = row.ids.first().copied().filter(|id| !known.contains(id)) else { continue };
        let new = Told { id, currency: row.currency, sum: 0, day: i32::MIN };
        let (_, told) = sums.entry((id, row.currency)).or_insert((row.account, new));
        told.sum = told.sum.saturating_add(row.net);
        told.day = told.day.max(row.booked);
    }
    let all = sums.into_values().filter(|(_, told)| told.sum > 0);
    all.map(|(account, told)| Bundle { told: Some(told), ..Bundle::new(account) }).collect()
}

/// Pairs what bears no id by amount, days and the gateway's name: in the order of days, where several are alike.
fn by_amount<'a>(
    transactions: &[Transaction],
    accounts: &Accounts,
    bundles: &mut [Bundle<'a>],
    unlinked: &[&'a Row],
) {
    let of = |row: &Row| &transactions[row.at as usize];
    let arrives = |bundle: &Bundle<'_>, row: &Row| {
        let (Some((sum, currency, day)), Some(account)) = (bundle.expected(), bundle.account) else {
            return false;
        };
        let original = of(row).original.as_ref().map(|original| original.amount);
        let as_large = (row.gross, row.currency) == (sum, currency)
            || original.is_some_and(|original| (original.minor(), original.currency()) == (sum, currency));
        as_large
            && bundle.deposits.is_empty()
            && bundle.back.is_none()
            && TO_THE_BANK.contains(&(row.booked - day))
            && accounts.may_come_from(account, of(row))
    };
    let mut order: Vec<&'a Row> = unlinked.to_vec();
    order.sort_by_key(|row| row.booked);
    // Of each size the payouts, and the bank's rows, in the order of days; of many alike only so many are compared.
    let mut sizes: BTreeMap<(i64, Currency), Vec<usize>> = BTreeMap::new();
    for (at, bundle) in bundles.iter().enumerate() {
        if let Some((sum, currency, _)) = bundle.expected() {
            sizes.entry((sum, currency)).or_default().push(at);
        }
    }
    let payouts_of = |row: &Row| {
        let original =
            of(row).original.as_ref().map(|original| (original.amount.minor(), original.amount.currency()));
        let keys = [Some((row.gross, row.currency)), original];
        let lists = keys.into_iter().flatten().filter_map(|key| sizes.get(&key));
        let mut found: Vec<usize> = Vec::new();
        for list in lists {
            let from = list.partition_point(|at| bundles[*at].day() < row.booked - TO_THE_BANK.end());
            found.extend(list.iter().skip(from).take(MOST_ALIKE).filter(|at| arrives(&bundles[**at], row)));
        }
        found.sort_unstable();
        found.dedup();
        found
    };
    let fits: Vec<Vec<usize>> = order.iter().map(|row| payouts_of(row)).collect();
    let mut claims: BTreeMap<usize, u32> = BTreeMap::new();
    fits.iter().flatten().for_each(|at| *claims.entry(*at).or_default() += 1);
    for (row, fits) in order.into_iter().zip(fits) {
        let several =
            fits.len() > 1 || fits.iter().any(|at| claims.get(at).is_some_and(|claims| *claims > 1));
        if let Some(at) = fits.into_iter().find(|at| bundles[*at].deposits.is_empty()) {
            bundles[at].deposits.push(row);
            bundles[at].link = if several { Link::AmountOfSeveral } else { Link::Amount };
        }
    }
}
