//! The door of the engine: the open items prepared once, and calls that pair transactions with them.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the rows given

mod run;

use super::batch::Worker;
use super::check;
use super::decide::decision::{One, engine};
use super::decide::explained::{Explained, Weighing};
use super::decide::settle::Listed;
use super::entry::Book;
use super::index::{Index, Side, is_of_money_out};
use super::kinds::reversal::Earlier;
use super::kinds::settled::Settled;
use super::memory::Memory;
use super::memory::remembered::Remembered;
use super::options::Options;
use super::payment::features::OwnSide;
use super::progress::{Progress, Stage, cancelled};
use super::result::{Engine, Match, Reconciliation};
use super::rows::unique;
use super::threads::threads;
use super::weigh::exchange::HostRates;
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
    matcher.run(transactions, errors, Listed::All, progress, None)
}

/// [`reconcile`] with what was learnt before from people's verdicts.
///
/// # Errors
/// Those of [`reconcile`].
pub fn reconcile_with(
    memory: &Memory,
    transactions: &[Transaction],
    invoices: &[Invoice],
    settlements: &[Settlement],
    options: &Options,
    progress: &mut Progress<'_>,
) -> Result<Reconciliation, Error> {
    let (mut matcher, errors) = Matcher::prepare(invoices, settlements, options, progress)?;
    matcher.remember(memory);
    matcher.run(transactions, errors, Listed::All, progress, None)
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
    /// Bills and credit notes once more, for money out.
    out: Index,
    out_workers: Vec<Worker>,
    settled: Settled,
    earlier: Earlier,
    own: OwnSide,
    rates: HostRates,
    options: Options,
    engine: Engine,
    memory: Remembered,
    /// The same for money out.
    memory_out: Remembered,
    /// Room that calls leave for each other.
    workers: Vec<Worker>,
    /// Rows of ledgers, prepared by the first call that needs them.
    book: Option<Book>,
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
        matcher.out.make_editable();
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
        let of_money_out: Vec<u32> =
            rows.iter().copied().filter(|row| is_of_money_out(&invoices[*row as usize])).collect();
        let matcher = Matcher {
            index: Index::build(invoices, &rows, Side::In, threads(options))?,
            out: Index::build(invoices, &of_money_out, Side::Out, threads(options))?,
            out_workers: Vec::new(),
            settled: Settled::new(settlements),
            earlier: Earlier::new(settlements),
            own: OwnSide::new(options),
            rates: HostRates::new(&options.rates),
            engine: engine(options),
            memory: Remembered::default(),
            memory_out: Remembered::default(),
            options: options.clone(),
            workers: Vec::new(),
            book: None,
        };
        Ok((matcher, errors))
    }

    /// Takes an item in, in place of the one with its id: one that was opened, paid, changed or closed by the host. What the
    /// matcher says afterwards is what one says that is made anew of the same items.
    ///
    /// Where there are rows of a ledger, the first call after any edit prepares all of them anew (tens of milliseconds for
    /// 45,000 rows): make the edits first and the call afterwards.
    ///
    /// # Errors
    /// Those of a single item, which is then as it was before: `money.currency_mismatch`, `input.bad_field`;
    /// `matching.too_many`.
    pub fn put(&mut self, invoice: &Invoice) -> Result<(), Error> {
        check::item(invoice).map_err(|error| error.at_row(invoice.id.clone()))?;
        too_many(self.index.items.len() + 1)?;
        self.index.put(invoice)?;
        match is_of_money_out(invoice) {
            true => self.out.put(invoice)?,
            false => drop(self.out.take_out(&invoice.id)?),
        }
        let customer = invoice.customer.as_ref().and_then(|customer| customer.id.as_deref());
        if let Some(row) = customer.and_then(|id| self.index.by_customer_id(id)) {
            self.memory.meet_one(&self.index, row);
        }
        self.edited();
        Ok(())
    }

    /// Takes an item out: it explains nothing any more. Answers whether it was there.
    ///
    /// # Errors
    /// None: what is taken out needs no room.
    pub fn remove(&mut self, id: &str) -> Result<bool, Error> {
        let found = self.index.take_out(id)?;
        self.out.take_out(id)?;
        self.edited();
        Ok(found)
    }

    /// Closes an item: it explains payments and is never paid again. Answers whether it was there.
    pub fn close(&mut self, id: &str) -> bool {
        let row = self.index.row(id);
        row.into_iter().for_each(|row| self.set_open(row, 0));
        row.is_some()
    }

    /// Takes a settlement in: what was settled is not proposed again. Its item is not touched: see [`Matcher::put`].
    pub fn settle(&mut self, settlement: &Settlement) {
        self.settled.add(settlement);
        self.earlier.add(settlement);
    }

    /// Books matches: what they settle is open no more, and their transactions are settled. So that their returns are
    /// recognised, [`settle`](Matcher::settle) what [`settlements`](super::settlements) says of them.
    ///
    /// # Errors
    /// `matching.unknown_item` and `matching.overspent`; then nothing is booked.
    pub fn apply(&mut self, matches: &[Match]) -> Result<(), Error> {
        self.post(matches, true)
    }

    /// Takes matches back that were booked: one, or a batch.
    ///
    /// # Errors
    /// `matching.unknown_item` and `matching.overspent`; then nothing is taken back.
    pub fn undo(&mut self, matches: &[Match]) -> Result<(), Error> {
        self.post(matches, false)
    }

    fn post(&mut self, matches: &[Match], books: bool) -> Result<(), Error> {
        let mut open: BTreeMap<u32, i64> = BTreeMap::new();
        for allocation in matches.iter().flat_map(|found| &found.allocations) {
            for id in allocation.target.invoice().into_iter().chain(allocation.source.credit()) {
                let unknown = || Error::new(Code::MatchingUnknownItem, "no such item").at_row(id);
                let row = self.index.row(id).ok_or_else(unknown)?;
                let item = &self.index.items[row as usize];
                let left = open.entry(row).or_insert(if item.closed() { 0 } else { item.open });
                let amount = allocation.amount.minor();
                let after = if books { left.checked_sub(amount) } else { left.checked_add(amount) };
                let over = || {
                    let said = "more than is open of the item, or more than it was";
                    Error::new(Code::MatchingOverspent, said).at_row(id)
                };
                let bounds = item.total.min(0)..=item.total.max(0);
                *left = after.filter(|left| bounds.contains(left)).ok_or_else(over)?;
            }
        }
        open.into_iter().for_each(|(row, left)| self.set_open(row, left));
        for id in matches.iter().flat_map(Match::transactions) {
            match books {
                true => self.settled.add_transaction(id),
                false => self.settled.remove_transaction(id),
            }
        }
        Ok(())
    }

    /// Uses from now on what was learnt, in place of what was remembered before. Counts fade to `as_of` of the options, or
    /// to the last verdict of the memory.
    pub fn remember(&mut self, memory: &Memory) {
        self.memory = Remembered::new(memory, &self.options);
        self.memory.meet(&self.index);
        self.memory_out = self.memory.for_money_out();
        self.engine.memory.clone_from(&self.memory.digest);
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
        self.run(transactions, Vec::new(), Listed::Touched, progress, None)
    }

    /// Explains one transaction: [`Matcher::reconcile`] of one.
    ///
    /// # Errors
    /// None for one row: it is not too many, and nothing stops it. A row that cannot be used is listed in the result's
    /// `errors`.
    pub fn propose(&mut self, transaction: &Transaction) -> Result<Reconciliation, Error> {
        self.reconcile(core::slice::from_ref(transaction), &mut |_, _, _| true)
    }

    fn set_open(&mut self, row: u32, open: i64) {
        self.index.set_open(row, open);
        self.book = None;
        if let Some(row) = self.out.row(self.index.id(row)) {
            self.out.set_open(row, open);
        }
    }

    /// Words may be others now: what was looked up is forgotten.
    fn edited(&mut self) {
        self.workers.clear();
        self.out_workers.clear();
        self.book = None;
    }

    /// Why a match got its decision, or a transaction its answer: every hypothesis with every weight, the calibration, and
    /// what would change it. `id` is a match's or a transaction's; a match of several payments gives one explanation for each,
    /// one of credits alone none.
    /// The transactions are those of the call that is asked about: they speak for each other.
    ///
    /// ```
    /// use payymo::matching::{Matcher, Options};
    /// use payymo::model::{Invoice, Transaction};
    /// use payymo::money::{Amount, Currency};
    /// let eur = Currency::parse("EUR")?;
    /// let mut invoice = Invoice::new("1042", Amount::parse("112.00", eur)?);
    /// invoice.number = Some("INV-2026-01042".into());
    /// let (mut matcher, _) = Matcher::new(&[invoice], &[], &Options::default())?;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    /// let mut payment = Transaction::new("tx1", day, Amount::parse("112.00", eur)?);
    /// payment.remittance = "Invoice INV-2026-01042".into();
    /// let explained = matcher.explain(&[payment], "tx1")?;
    /// let chosen = &explained[0].hypotheses[0];
    /// let sum: f64 = chosen.evidence.iter().map(|clue| clue.weight).sum();
    /// assert!((chosen.prior + sum - chosen.score).abs() < 1e-9);
    /// # Ok::<(), payymo::Error>(())
    /// ```
    ///
    /// # Errors
    /// `matching.unknown`; those of [`Matcher::reconcile`].
    pub fn explain(&mut self, transactions: &[Transaction], id: &str) -> Result<Vec<Explained>, Error> {
        let go_on: &mut Progress<'_> = &mut |_, _, _| true;
        let unknown =
            || Error::new(Code::MatchingUnknown, "give the id of a match or a transaction of this call");
        // Which transactions a match is of is only known when all are decided.
        let meant: Vec<String> = match transactions.iter().any(|row| row.id == id) {
            true => vec![id.to_owned()],
            false => {
                let result = self.run(transactions, Vec::new(), Listed::Touched, go_on, None)?;
                let found = result.matches.iter().find(|found| found.id == id).ok_or_else(unknown)?;
                found.transactions().into_iter().map(str::to_owned).collect()
            }
        };
        if meant.is_empty() {
            return Ok(Vec::new());
        }
        let mut weighed: Vec<Weighing> = Vec::new();
        let mut look = |one: &One<'_>| {
            if meant.contains(&one.transaction().id) {
                weighed.push(Weighing::of(one));
            }
        };
        let result = self.run(transactions, Vec::new(), Listed::Touched, go_on, Some(&mut look))?;
        let most = self.options.max_wrong_auto;
        let explained = meant.iter().filter_map(|id| Explained::of(&result, id, &weighed, most));
        let out: Vec<Explained> = explained.collect();
        if out.is_empty() { Err(unknown()) } else { Ok(out) }
    }
}

/// Row numbers and what is made of them have 32 bits.
const MOST_ROWS: usize = u32::MAX as usize / 8;

fn too_many(rows: usize) -> Result<(), Error> {
    if rows >= MOST_ROWS {
        return Err(Error::new(Code::MatchingTooMany, "split the call by tenant, currency or account"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_rows_than_their_numbers_hold_are_refused() {
        assert!(too_many(536_870_910).is_ok());
        assert_eq!(too_many(536_870_911).map_err(|error| error.code()), Err(Code::MatchingTooMany));
    }
}
