//! The door of the engine: the open items prepared once, and calls that pair transactions with them.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the rows given

use super::assign::assign;
use super::batch::{Batch, Worker};
use super::check;
use super::decide::{decide, engine};
use super::features::{Own, OwnSide, PayerRows, Payment};
use super::index::Index;
use super::kinds::{Kinds, confirm};
use super::options::Options;
use super::progress::{Progress, Stage, cancelled};
use super::result::{Engine, Limit, Match, Reconciliation, Source, Target, UnmatchedReason};
use super::reversal::Earlier;
use super::rows::unique;
use super::score::Limits;
use super::settle::{Ledger, Listed};
use super::settled::Settled;
use super::threads::threads;
use crate::error::{Code, Error};
use crate::model::{Invoice, Settlement, Transaction};
use std::collections::BTreeMap;

/// Pairs transactions with open items.
///
/// The same rows in another order, or on another number of threads, give the same result to the byte.
///
/// ```
/// use payymo::matching::{Options, reconcile};
/// use payymo::model::{Invoice, Transaction};
/// use payymo::money::{Amount, Currency};
/// let eur = Currency::parse("EUR")?;
/// let mut invoice = Invoice::new("1042", Amount::parse("112.00", eur)?);
/// invoice.number = Some("INV-2026-01042".into());
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
/// let mut payment = Transaction::new("tx1", day, Amount::parse("112.00", eur)?);
/// payment.remittance = "Invoice INV-2026-01042".into();
/// let result = reconcile(&[payment], &[invoice], &[], &Options::default(), &mut |_, _, _| true)?;
/// assert_eq!(result.matches[0].allocations[0].amount, Amount::parse("112.00", eur)?);
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `input.options`; `matching.too_many` from 536,870,911 rows on; `matching.cancelled` when `progress`
/// answers `false`. Rows that cannot be used are listed in the result's `errors`.
pub fn reconcile(
    transactions: &[Transaction],
    invoices: &[Invoice],
    settlements: &[Settlement],
    options: &Options,
    progress: &mut Progress<'_>,
) -> Result<Reconciliation, Error> {
    let (mut matcher, errors) = Matcher::prepare(invoices, settlements, options, progress)?;
    matcher.run(transactions, errors, Listed::All, progress)
}

/// Open items, prepared once for many calls.
///
/// ```
/// use payymo::matching::{Matcher, Options, reconcile};
/// use payymo::model::{Invoice, Transaction};
/// use payymo::money::{Amount, Currency};
/// let eur = Currency::parse("EUR")?;
/// let mut invoice = Invoice::new("1042", Amount::parse("112.00", eur)?);
/// invoice.number = Some("INV-2026-01042".into());
/// let (mut matcher, errors) = Matcher::new(&[invoice], &[], &Options::default())?;
/// assert!(errors.is_empty());
/// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
/// let mut payment = Transaction::new("tx1", day, Amount::parse("112.00", eur)?);
/// payment.remittance = "Invoice INV-2026-01042".into();
/// let result = matcher.propose(&payment)?;
/// assert_eq!(result.matches.len(), 1);
/// # Ok::<(), payymo::Error>(())
/// ```
pub struct Matcher {
    index: Index,
    settled: Settled,
    earlier: Earlier,
    own: OwnSide,
    options: Options,
    engine: Engine,
    /// Memory that calls leave for each other.
    workers: Vec<Worker>,
}

impl Matcher {
    /// Prepares open items; answers with it the errors of the rows that cannot be used.
    ///
    /// # Errors
    /// `input.options`; `matching.too_many` from 536,870,911 rows on.
    pub fn new(
        invoices: &[Invoice],
        settlements: &[Settlement],
        options: &Options,
    ) -> Result<(Self, Vec<Error>), Error> {
        let (mut matcher, errors) = Self::prepare(invoices, settlements, options, &mut |_, _, _| true)?;
        matcher.index.make_editable();
        Ok((matcher, errors))
    }

    fn prepare(
        invoices: &[Invoice],
        settlements: &[Settlement],
        options: &Options,
        progress: &mut Progress<'_>,
    ) -> Result<(Self, Vec<Error>), Error> {
        options.check()?;
        too_many(invoices.len())?;
        let mut errors = Vec::new();
        let mut rows = unique(invoices, "invoice", |i| i.id.as_str(), &mut errors);
        rows.retain(|row| {
            let invoice = &invoices[*row as usize];
            let usable = check::item(invoice);
            let kept = usable.is_ok();
            errors.extend(usable.err().map(|error| error.at_row(invoice.id.clone())));
            kept
        });
        if !progress(Stage::Prepare, 0, rows.len()) {
            return Err(cancelled());
        }
        let matcher = Matcher {
            index: Index::build(invoices, &rows)?,
            settled: Settled::new(settlements),
            earlier: Earlier::new(settlements),
            own: OwnSide::new(options),
            engine: engine(options),
            options: options.clone(),
            workers: Vec::new(),
        };
        Ok((matcher, errors))
    }

    /// Takes an item in, in place of the one with its id: one that was opened, paid, changed or closed by the host. What the
    /// matcher says afterwards is what one says that is made anew of the same items.
    ///
    /// # Errors
    /// Those of a single item, which is then as it was before: `money.currency_mismatch`, `input.bad_field`;
    /// `matching.too_many`.
    pub fn put(&mut self, invoice: &Invoice) -> Result<(), Error> {
        check::item(invoice).map_err(|error| error.at_row(invoice.id.clone()))?;
        too_many(self.index.items.len() + 1)?;
        self.index.put(invoice)?;
        self.edited();
        Ok(())
    }

    /// Takes an item out: it explains nothing any more. Answers whether it was there.
    ///
    /// # Errors
    /// None of an item that is there.
    pub fn remove(&mut self, id: &str) -> Result<bool, Error> {
        let found = self.index.take_out(id)?;
        self.edited();
        Ok(found)
    }

    /// Closes an item: it explains payments and is never paid again. Answers whether it was there.
    pub fn close(&mut self, id: &str) -> bool {
        let row = self.index.row(id);
        row.into_iter().for_each(|row| self.index.set_open(row, 0));
        row.is_some()
    }

    /// Takes a settlement in: what was settled is not proposed again. Its item is not touched: see [`Matcher::put`].
    pub fn settle(&mut self, settlement: &Settlement) {
        self.settled.add(settlement);
        self.earlier.add(settlement);
    }

    /// Books matches: what they settle is open no more, and their transactions are settled.
    ///
    /// # Errors
    /// `matching.unknown_item` and `matching.overspent`; then nothing is booked.
    pub fn apply(&mut self, matches: &[Match]) -> Result<(), Error> {
        self.book(matches, true)
    }

    /// Takes matches back that were booked: one, or a batch.
    ///
    /// # Errors
    /// `matching.unknown_item` and `matching.overspent`; then nothing is taken back.
    pub fn undo(&mut self, matches: &[Match]) -> Result<(), Error> {
        self.book(matches, false)
    }

    fn book(&mut self, matches: &[Match], books: bool) -> Result<(), Error> {
        let mut open: BTreeMap<u32, i64> = BTreeMap::new();
        for allocation in matches.iter().flat_map(|found| &found.allocations) {
            let Target::Invoice(id) = &allocation.target else { continue };
            let unknown = || Error::new(Code::MatchingUnknownItem, "no such item").at_row(id.clone());
            let row = self.index.row(id).ok_or_else(unknown)?;
            let item = &self.index.items[row as usize];
            let left = open.entry(row).or_insert(if item.closed() { 0 } else { item.open });
            let amount = allocation.amount.minor();
            let after = if books { left.checked_sub(amount) } else { left.checked_add(amount) };
            let over = || {
                let said = "more than is open of the item, or more than it was";
                Error::new(Code::MatchingOverspent, said).at_row(id.clone())
            };
            *left = after.filter(|left| *left >= 0 && *left <= item.total).ok_or_else(over)?;
        }
        open.into_iter().for_each(|(row, left)| self.index.set_open(row, left));
        for allocation in matches.iter().flat_map(|found| &found.allocations) {
            if let Source::Transaction(id) = &allocation.source {
                match books {
                    true => self.settled.add_transaction(id),
                    false => self.settled.remove_transaction(id),
                }
            }
        }
        Ok(())
    }

    /// Pairs transactions with the items. `open_invoices` lists the items that the result settles in part.
    ///
    /// # Errors
    /// `matching.too_many` from 536,870,911 rows on; `matching.cancelled` when `progress` answers `false`. Rows that
    /// cannot be used are listed in the result's `errors`.
    pub fn reconcile(
        &mut self,
        transactions: &[Transaction],
        progress: &mut Progress<'_>,
    ) -> Result<Reconciliation, Error> {
        self.run(transactions, Vec::new(), Listed::Touched, progress)
    }

    /// Explains one transaction: [`Matcher::reconcile`] of one.
    ///
    /// # Errors
    /// Those of [`Matcher::reconcile`] for too many rows never come.
    pub fn propose(&mut self, transaction: &Transaction) -> Result<Reconciliation, Error> {
        self.reconcile(core::slice::from_ref(transaction), &mut |_, _, _| true)
    }

    /// Words may be others now: what was looked up is forgotten.
    fn edited(&mut self) {
        self.workers.clear();
    }

    /// `errors` are those of the items.
    fn run(
        &mut self,
        transactions: &[Transaction],
        mut errors: Vec<Error>,
        listed: Listed,
        progress: &mut Progress<'_>,
    ) -> Result<Reconciliation, Error> {
        too_many(transactions.len())?;
        let rows = unique(transactions, "transaction", |t| t.id.as_str(), &mut errors);
        let Matcher { index, earlier, settled, options, .. } = self;
        let kinds = Kinds::find(index, earlier, transactions, &rows, options, |t| settled.holds(t));
        let result = self.pay(transactions, &rows, &kinds, errors, listed, progress);
        kinds.restore(&mut self.index);
        let mut result = result?;
        kinds.finish(&self.index, transactions, &self.options, &mut result);
        Ok(result)
    }

    /// Explains, assigns and decides the payments among `rows`.
    fn pay(
        &mut self,
        transactions: &[Transaction],
        rows: &[u32],
        kinds: &Kinds,
        mut errors: Vec<Error>,
        listed: Listed,
        progress: &mut Progress<'_>,
    ) -> Result<Reconciliation, Error> {
        let Matcher { index, options, workers, .. } = self;
        let threads = threads(options);
        workers.resize_with(threads, Default::default);
        let own = Own::new(&self.own, transactions);
        let mut payers = PayerRows::default();
        let mut payments = Vec::with_capacity(rows.len());
        let mut refused: Vec<(u32, UnmatchedReason)> = Vec::new();
        let mut held = Vec::new();
        for row in rows {
            let transaction = &transactions[*row as usize];
            if let Some(reason) = kinds.refuses(*row) {
                refused.extend(reason.map(|reason| (*row, reason)));
                continue;
            }
            match (own.refuses(transaction), self.settled.holds(transaction)) {
                (Some(reason), _) => refused.push((*row, reason)),
                (None, true) => {
                    refused.push((*row, UnmatchedReason::Duplicate));
                    held.push(*row);
                }
                (None, false) => match Payment::new(*row, transaction, &own, index, &mut payers) {
                    Ok(payment) => payments.push(payment),
                    Err(error) => errors.push(error.at_row(transaction.id.clone())),
                },
            }
        }
        let batch = Batch { index, options, transactions, payments: &payments };
        let (scored, limits) = batch.explain_all(workers, progress)?;
        if !progress(Stage::Assign, 0, payments.len()) {
            return Err(cancelled());
        }
        let assigned = assign(index, &payments, &scored, kinds.returned());
        let limit = |(payment, limits): (&Payment, Limits)| {
            let id = &transactions[payment.row as usize].id;
            limits.kinds().map(|code| Limit { code, transaction: id.clone() })
        };
        let mut limits: Vec<Limit> = payments.iter().zip(limits).flat_map(limit).collect();
        limits.sort();
        let (returned, reopened) = (kinds.returned(), &kinds.reopened());
        let ledger = Ledger {
            index,
            transactions,
            options,
            threads,
            engine: &self.engine,
            listed,
            returned,
            reopened,
        };
        let mut result = decide(&ledger, &payments, &scored, &assigned, &refused);
        errors.sort_by(|a, b| (a.place().row.as_ref(), a.code()).cmp(&(b.place().row.as_ref(), b.code())));
        result.errors = errors;
        result.limits = limits;
        confirm(index, &self.earlier, transactions, &held, &mut result);
        Ok(result)
    }
}

fn too_many(rows: usize) -> Result<(), Error> {
    if rows >= u32::MAX as usize / 8 {
        return Err(Error::new(Code::MatchingTooMany, "split the call by tenant, currency or account"));
    }
    Ok(())
}
