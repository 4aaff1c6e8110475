//! The payments of one side of a call, money in or money out: explained, assigned, decided.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the rows given

use super::batch::{Batch, Worker};
use super::decide::assign::assign;
use super::decide::decision::{One, decide};
use super::decide::doubt;
use super::decide::settle::{Ledger, Listed};
use super::entry::{self, Book};
use super::index::Index;
use super::kinds::credit::Sums;
use super::memory::remembered::Remembered;
use super::options::Options;
use super::payment::features::Payment;
use super::progress::{Progress, Stage, cancelled};
use super::result::{Engine, Limit, LimitKind, Reconciliation, UnmatchedReason};
use super::threads::threads;
use super::weigh::exchange::HostRates;
use super::weigh::score::Limits;
use crate::error::Error;
use crate::model::Transaction;
use rustc_hash::FxHashSet;

/// Shown a payment with all that was weighed.
pub(crate) type Look<'a> = dyn FnMut(&One<'_>) + 'a;

/// Payments of one side of a call, with what they are decided by.
pub(crate) struct Call<'a> {
    pub index: &'a Index,
    pub options: &'a Options,
    pub engine: &'a Engine,
    pub rates: &'a HostRates,
    pub memory: &'a Remembered,
    pub transactions: &'a [Transaction],
    /// Payments that come back wholly, by their rows.
    pub returned: &'a FxHashSet<u32>,
    pub credits: &'a Sums,
    /// Where there is a ledger.
    pub entries: Option<Entries<'a>>,
}

/// Rows of a ledger, and how many of the payments, the first ones, may be receipts for items as well.
#[derive(Clone, Copy)]
pub(crate) struct Entries<'a> {
    pub book: &'a Book,
    pub receipts: usize,
}

/// What a call pays.
#[derive(Clone, Copy)]
pub(crate) struct Paid<'a> {
    pub payments: &'a [Payment],
    /// Rows that are no payments.
    pub refused: &'a [(u32, UnmatchedReason)],
    pub listed: Listed,
    pub reopened: &'a [u32],
}

impl Call<'_> {
    /// Explains, assigns and decides payments; `look` is shown each with all that was weighed.
    pub fn decide(
        &self,
        workers: &mut [Worker],
        paid: &Paid<'_>,
        progress: &mut Progress<'_>,
        look: Option<&mut Look<'_>>,
    ) -> Result<Reconciliation, Error> {
        let Call { index, options, engine, rates, memory, transactions, returned, credits, entries } = *self;
        let Paid { payments, refused, listed, reopened } = *paid;
        let receipts = &payments[..entries.map_or(payments.len(), |entries| entries.receipts)];
        let recall = memory.recall(index, receipts, transactions);
        let batch = Batch {
            index,
            options,
            rates,
            transactions,
            payments: receipts,
            credits,
            memory: &recall,
            returned,
        };
        let (mut scored, mut assigned, mut limits) = batch.explain_all(workers, progress)?;
        if let Some(entries) = entries {
            limits.resize(payments.len(), Limits::default());
            let cut = entry::explain(entries.book, transactions, payments, options.adapt, &mut scored);
            cut.iter().for_each(|at| limits[*at as usize].hit(LimitKind::GroupSearch, true));
            // What a receipt has by items was refused before; by rows of a ledger it is new.
            for (at, payment) in payments.iter().enumerate() {
                let refused = recall.refused(&transactions[payment.row as usize]);
                scored.refuse(at, |explanation| {
                    let new = at >= receipts.len() || doubt::of_ledger(index, explanation);
                    new && refused.explanation(index, explanation)
                });
            }
            assigned = assign(index, payments, &scored, returned, threads(options));
        }
        if !progress(Stage::Assign, 0, payments.len()) {
            return Err(cancelled());
        }
        let limit = |(payment, limits): (&Payment, Limits)| {
            let id = &transactions[payment.row as usize].id;
            limits.kinds().map(|code| Limit { code, transaction: id.clone() })
        };
        let mut limits: Vec<Limit> = payments.iter().zip(limits).flat_map(limit).collect();
        limits.sort();
        let threads = threads(options);
        let ledger =
            Ledger { index, transactions, options, threads, engine, memory, listed, returned, reopened };
        let mut result = decide(&ledger, payments, &mut scored, &assigned, refused, look.is_none());
        if let Some(look) = look {
            (0..payments.len()).for_each(|at| look(&One::at(&ledger, payments, &scored, &assigned, at)));
        }
        result.limits = limits;
        Ok(result)
    }
}
