//! Items of payouts put to the rows that they are about.

use super::super::ReadOptions;
use super::super::json::refer;
use super::super::reading::Out;
use super::items::{Item, Kind, exact_text, rounded};
use super::notes::Notes;
use super::rows::{Row, Told, account};
use super::wire::bad;
use crate::error::Error;
use crate::model::{Fee, ReferenceKind, Status};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

/// The rows of an input, to which its items are put.
pub(super) struct Members<'g> {
    pub(super) rows: &'g mut Vec<Row>,
    /// Payouts by their id.
    pub(super) payouts: FxHashMap<String, Told>,
    pub(super) notes: &'g mut Notes,
    pub(super) options: &'g ReadOptions,
}

/// What the items of one list share.
struct List {
    payout: Option<String>,
    currency: Option<Currency>,
    on: Option<NaiveDate>,
    /// Sum of what shares of fees come to, which may have fractions.
    shares: i64,
}

impl Members<'_> {
    pub(super) fn add(mut self, items: Vec<Item>, out: &mut Out<'_>) {
        let mut at: FxHashMap<String, usize> = FxHashMap::default();
        for (place, row) in self.rows.iter().enumerate() {
            at.entry(row.row.id.clone()).or_insert(place);
        }
        let mut fees: FxHashMap<String, Vec<(&'static str, i64)>> = FxHashMap::default();
        let mut sums: FxHashMap<String, i64> = FxHashMap::default();
        for items in items.chunk_by(|one, next| one.list == next.list) {
            let mut list = self.list(items, &at);
            for item in items {
                let payout = item.payout.clone().or_else(|| list.payout.clone());
                if let Some(payout) = &payout {
                    let sum = sums.entry(payout.clone()).or_default();
                    *sum = sum.saturating_add(item.tenths);
                }
                if let Kind::Fee(name) = item.kind {
                    self.fee(item, name, payout, list.currency, &at, &mut fees);
                    continue;
                }
                if let Err(error) = self.member(item, payout, &mut list, &mut at) {
                    let field = error.place().field.clone().unwrap_or_default();
                    let error = error.at_bytes(item.place.bytes.clone()).at_line(item.place.line);
                    out.refuse_placed(error.at_field(format!("{}{field}", item.field)));
                }
            }
        }
        self.name_fees(&fees, &at);
        self.check_sums(&sums);
    }

    /// What is known of a list: its payout by a payment that names one, or the only payout there is.
    fn list(&mut self, items: &[Item], at: &FxHashMap<String, usize>) -> List {
        let rows = || items.iter().filter_map(|item| self.rows.get(*at.get(&item.row_id()?)?));
        let named = items.iter().find_map(|item| item.payout.clone());
        let by_member = || {
            let mut ids = rows().flat_map(|row| &row.row.references);
            ids.find(|reference| reference.kind == ReferenceKind::Payout)
                .map(|reference| reference.value.clone())
        };
        let only = || self.payouts.keys().next().filter(|_| self.payouts.len() == 1).cloned();
        let payout = named.or_else(by_member).or_else(only);
        let told = payout.as_ref().and_then(|id| self.payouts.get(id)).map(|told| &told.row);
        let currency = told
            .or_else(|| rows().next().map(|row| &row.row))
            .map(crate::model::Transaction::currency)
            .or_else(|| items.iter().find_map(|item| item.tax_currency))
            .or(self.options.currency);
        let on = told.or_else(|| rows().next().map(|row| &row.row)).map(|row| row.booked_on);
        if payout.is_none() {
            self.notes.items_without_payout(items.len());
        }
        List { payout, currency, on, shares: 0 }
    }

    /// A fee is the payout's; what it came to for a payment is noted there.
    fn fee(
        &mut self,
        item: &Item,
        name: &'static str,
        payout: Option<String>,
        currency: Option<Currency>,
        at: &FxHashMap<String, usize>,
        fees: &mut FxHashMap<String, Vec<(&'static str, i64)>>,
    ) {
        let of_payment =
            item.payment.as_ref().and_then(|id| at.get(id)).and_then(|at| self.rows.get_mut(*at));
        if let (Some(row), Some(currency)) = (of_payment, currency)
            && item.tenths < 0
        {
            row.row.metadata.insert(name, exact_text(item.tenths.saturating_neg(), currency));
            if item.tax != 0 {
                row.row.metadata.insert(format!("{name}_tax"), exact_text(item.tax, currency));
            }
        }
        match payout.filter(|payout| self.payouts.contains_key(payout)) {
            Some(payout) => {
                let kinds = fees.entry(payout).or_default();
                match kinds.iter_mut().find(|kind| kind.0 == name) {
                    Some((_, sum)) => *sum = sum.saturating_sub(item.tenths),
                    None => kinds.push((name, item.tenths.saturating_neg())),
                }
            }
            None => self.notes.fee_without_payout(),
        }
    }

    /// An item that is a movement of its own.
    fn member(
        &mut self,
        item: &Item,
        payout: Option<String>,
        list: &mut List,
        at: &mut FxHashMap<String, usize>,
    ) -> Result<(), Error> {
        let minor = if item.kind == Kind::RevenueShare {
            // Each takes what the rounded sum grows by, so that they add up.
            let before = rounded(list.shares);
            list.shares = list.shares.saturating_add(item.tenths);
            rounded(list.shares).saturating_sub(before)
        } else {
            item.minor()?
        };
        let id = item.row_id().ok_or_else(|| bad("neither a payment nor a refund").at_field("/links"))?;
        if let Some(known) = at.get(&id).and_then(|at| self.rows.get_mut(*at))
            && item.kind != Kind::RevenueShare
        {
            if known.row.amount.minor() != minor {
                return Err(bad("not the amount of the payment or refund that it names")
                    .at_field("/amount")
                    .at_row(id));
            }
            known.row.status = Status::Booked;
            refer(&mut known.row, ReferenceKind::Payout, payout);
            return Ok(());
        }
        let missing =
            || bad("an item says neither its day nor its currency: give its payout in the same input");
        let currency = list.currency.ok_or_else(missing)?;
        let on = list.on.ok_or_else(missing)?;
        let mut row = item.row(id.clone(), Amount::new(minor, currency), on, account(self.options));
        refer(&mut row, ReferenceKind::Payout, payout);
        if item.tenths % 10 != 0 {
            row.metadata.insert("exact_amount", exact_text(item.tenths, currency));
        }
        at.entry(id).or_insert(self.rows.len());
        self.rows.push(Row { row, place: item.place.clone() });
        Ok(())
    }

    /// Splits what a payout says it deducted by what its items say it was for, if that is the same sum.
    fn name_fees(
        &mut self,
        fees: &FxHashMap<String, Vec<(&'static str, i64)>>,
        at: &FxHashMap<String, usize>,
    ) {
        for (payout, kinds) in fees {
            let known = self.payouts.get(payout).and_then(|told| told.fees);
            let sum = kinds.iter().fold(0_i64, |sum, kind| sum.saturating_add(kind.1));
            let Some(row) = at.get(payout).and_then(|at| self.rows.get_mut(*at)) else { continue };
            let deducted = known.map_or(0, Amount::minor);
            // The payout is rounded half up, so what is taken off it is rounded half down.
            if rounded(sum.saturating_neg()).saturating_neg() != deducted {
                self.notes.fees_differ();
                continue;
            }
            let (mut before, mut total) = (0_i64, 0_i64);
            row.row.fees.clear();
            for (name, tenths) in kinds {
                total = total.saturating_add(*tenths);
                let upto = rounded(total.saturating_neg()).saturating_neg();
                let amount = Amount::new(upto.saturating_sub(before), row.row.currency());
                before = upto;
                if !amount.is_zero() {
                    row.row.fees.push(Fee { amount, kind: (*name).to_owned() });
                }
            }
        }
    }

    /// A payout is the sum of its items.
    fn check_sums(&mut self, sums: &FxHashMap<String, i64>) {
        for (id, told) in &self.payouts {
            let Some(sum) = sums.get(id) else { continue };
            let paid = told.row.gross().map_or(0, Amount::minor);
            if rounded(*sum) != paid.saturating_neg() {
                self.notes.items_do_not_add_up();
            }
        }
    }
}
