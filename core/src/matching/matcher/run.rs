//! A call on prepared items: money that comes back and payouts first, then money in, money out, and credits.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the rows given

use super::{Matcher, too_many};
use crate::error::Error;
use crate::matching::call::{Call, Entries, Look, Paid};
use crate::matching::check;
use crate::matching::decide::settle::Listed;
use crate::matching::entry;
use crate::matching::kinds::credit::{self, Sums};
use crate::matching::kinds::reversal::CallRows;
use crate::matching::kinds::{Kinds, Known, confirm};
use crate::matching::memory::audit;
use crate::matching::payment::features::{Own, OwnReader, PayerRows, Payment};
use crate::matching::progress::Progress;
use crate::matching::result::UnmatchedReason::{MoneyOut, NotAReceipt};
use crate::matching::result::{Reconciliation, UnmatchedReason};
use crate::matching::rows::unique;
use crate::matching::threads::{in_parts, threads};
use crate::model::Transaction;
use core::ops::Range;
use rustc_hash::FxHashSet;

impl Matcher {
    /// Answers a call. `errors` are those of the items; `look` is shown each payment with all that was weighed.
    pub(super) fn run(
        &mut self,
        transactions: &[Transaction],
        mut errors: Vec<Error>,
        listed: Listed,
        progress: &mut Progress<'_>,
        mut look: Option<&mut Look<'_>>,
    ) -> Result<Reconciliation, Error> {
        too_many(transactions.len())?;
        let mut rows = unique(transactions, "transaction", |t| t.id.as_str(), &mut errors);
        rows.retain(|row| {
            let transaction = &transactions[*row as usize];
            let usable = check::movement(transaction);
            let kept = usable.is_ok();
            errors.extend(usable.err().map(|error| error.at_row(transaction.id.clone())));
            kept
        });
        let Matcher { index, earlier, settled, options, own, memory, .. } = self;
        let mut whole = rows.clone();
        whole.retain(|row| !memory.refuses(&transactions[*row as usize]));
        let own = &Own::new(own, transactions);
        let call = CallRows { transactions, rows: &whole, earlier, own, settled };
        // A ledger has a row for a payout, and for what comes back.
        let ledger = index.has_entries_alone();
        let kinds = match ledger {
            true => Kinds::default(),
            false => Kinds::find(index, &call, options),
        };
        let task = Task { transactions, rows: &rows, kinds: &kinds, listed };
        let result = self.pay(&task, errors, progress, look.as_deref_mut());
        kinds.restore(&mut self.index);
        let mut result = result?;
        if ledger {
            audit::finish(&mut result, &self.options, self.memory.bound);
            return Ok(result);
        }
        let task = Task { transactions, rows: &rows, kinds: &kinds, listed: Listed::Touched };
        let out = self.pay_out(&task, progress, look)?;
        let own = &Own::new(&self.own, transactions);
        let (earlier, settled) = (&self.earlier, &self.settled);
        let call = CallRows { transactions, rows: &whole, earlier, own, settled };
        kinds.finish(&self.index, &self.out, &call, &self.options, out, &mut result);
        audit::finish(&mut result, &self.options, self.memory.bound);
        Ok(result)
    }

    /// The same for money out, over bills and credit notes; `None` where there are none.
    fn pay_out(
        &mut self,
        task: &Task<'_>,
        progress: &mut Progress<'_>,
        look: Option<&mut Look<'_>>,
    ) -> Result<Option<Reconciliation>, Error> {
        let Task { transactions, rows, kinds, listed } = *task;
        if self.out.open_count == 0 {
            return Ok(None);
        }
        let own = Own::new(&self.own, transactions);
        let mut payers = PayerRows::default();
        let mut reader = OwnReader::default();
        let mut payments = Vec::new();
        for row in rows {
            let transaction = &transactions[*row as usize];
            let other = kinds.known(*row).is_some() || kinds.takes_back(*row);
            if !other && own.may_pay_out(transaction, &mut reader) && !self.settled.holds(transaction) {
                let payment = Payment::new(*row, transaction, &own, &self.out, &mut payers);
                payments.extend(payment.ok().and_then(Payment::turned));
            }
        }
        let (none, no_credits) = (FxHashSet::default(), Sums::default());
        let Matcher { out, out_workers, options, engine, rates, memory_out: memory, .. } = self;
        out_workers.resize_with(threads(options), Default::default);
        let (returned, credits) = (&none, &no_credits);
        let call = Call {
            index: out,
            options,
            engine,
            rates,
            memory,
            transactions,
            returned,
            credits,
            entries: None,
        };
        let paid = Paid { payments: &payments, refused: &[], listed, reopened: &[] };
        call.decide(out_workers, &paid, progress, look).map(Some)
    }

    /// Explains, assigns and decides money in, and beside a ledger all rows.
    fn pay(
        &mut self,
        task: &Task<'_>,
        mut errors: Vec<Error>,
        progress: &mut Progress<'_>,
        look: Option<&mut Look<'_>>,
    ) -> Result<Reconciliation, Error> {
        let Task { transactions, kinds, listed, .. } = *task;
        self.workers.resize_with(threads(&self.options), Default::default);
        let Sorted { mut payments, mut of_ledger, refused, booked } = self.sort(task, &mut errors);
        let Matcher { index, options, workers, memory, book, .. } = self;
        let entries = (index.entry_count > 0).then(|| Entries {
            book: book.get_or_insert_with(|| entry::prepare(index)),
            receipts: payments.len(),
        });
        payments.append(&mut of_ledger);
        let credits = credit::sums(index, &self.out);
        let (returned, reopened) = (kinds.returned(), &kinds.reopened());
        let (engine, rates, credits) = (&self.engine, &self.rates, &credits);
        let call = Call { index, options, engine, rates, memory, transactions, returned, credits, entries };
        let paid = Paid { payments: &payments, refused: &refused, listed, reopened };
        let mut result = call.decide(workers, &paid, progress, look)?;
        errors.sort_by(|a, b| (a.place().row.as_ref(), a.code()).cmp(&(b.place().row.as_ref(), b.code())));
        result.errors = errors;
        confirm(index, &self.earlier, transactions, &booked, &mut result);
        Ok(result)
    }

    /// Sorts the rows of a call by what may explain them.
    fn sort(&self, task: &Task<'_>, errors: &mut Vec<Error>) -> Sorted {
        let Task { transactions, rows, kinds, .. } = *task;
        let own = Own::new(&self.own, transactions);
        let mut payers = PayerRows::default();
        let mut reader = OwnReader::default();
        let mut out = Sorted { payments: Vec::with_capacity(rows.len()), ..Sorted::default() };
        // Rows of a ledger may stand for money out, charges and transfers as well.
        let ledger = self.index.entry_count > 0;
        let refusals = |range: Range<usize>| -> Vec<Option<UnmatchedReason>> {
            let mut reader = OwnReader::default();
            rows[range].iter().map(|row| own.refuses(&transactions[*row as usize], &mut reader)).collect()
        };
        let refusals = in_parts(rows.len(), self.workers.len(), refusals);
        for (row, refusal) in rows.iter().zip(refusals.into_iter().flatten()) {
            let transaction = &transactions[*row as usize];
            let reason = match kinds.known(*row) {
                Some(Known::Answered) => continue,
                Some(Known::Refused(reason)) => Some(reason),
                None => refusal,
            };
            let booked = self.settled.holds(transaction);
            // Money out for bills is none of a ledger's.
            let of_bill = self.out.open_count > 0 && own.may_pay_out(transaction, &mut reader);
            let may_be = ledger && !of_bill && matches!(reason, None | Some(MoneyOut | NotAReceipt));
            let payment = if may_be && !booked && (reason.is_some() || self.index.has_entries_alone()) {
                Payment::of_ledger(*row, transaction).map(|payment| out.of_ledger.push(payment))
            } else if let Some(reason) = reason {
                out.refused.push((*row, reason));
                Ok(())
            } else if booked {
                out.refused.push((*row, UnmatchedReason::Duplicate));
                out.booked.push(*row);
                Ok(())
            } else {
                let payment = Payment::new(*row, transaction, &own, &self.index, &mut payers);
                payment.map(|payment| out.payments.push(payment))
            };
            errors.extend(payment.err().map(|error| error.at_row(transaction.id.clone())));
        }
        out
    }
}

/// The rows of a call by what may explain them.
#[derive(Default)]
struct Sorted {
    /// Receipts, which items explain and entries too.
    payments: Vec<Payment>,
    /// What only the entries of a ledger explain.
    of_ledger: Vec<Payment>,
    /// What settles nothing, and why.
    refused: Vec<(u32, UnmatchedReason)>,
    /// Rows that were settled before.
    booked: Vec<u32>,
}

/// What a call is about.
#[derive(Clone, Copy)]
struct Task<'a> {
    transactions: &'a [Transaction],
    rows: &'a [u32],
    kinds: &'a Kinds,
    listed: Listed,
}
