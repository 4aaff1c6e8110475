//! Ledgers with two sides: bank rows against entries (rows of a ledger or a processor), by memo, amount and date alone.
//!
//! The way of a call, a file to a step:
//!
//! - `memo` (words and keys as integers), `side` (the rows of both sides, who has a feature or an amount);
//! - `relation` and `words` over `frequency` (classes of amounts, days and words), `candidates` (which entries a bank row may be), `pairs`;
//! - `tables` (shares of the classes among true pairs, shipped), `adapt` (the same for this batch), `compete` (a row has one
//!   counterpart or none);
//! - `voids` (entries that cancel each other), then what is left over: by the nearest amounts where exchange is on the way,
//!   and `batch` over `sums` (one row for several, either way);
//! - `write` (explanations with their reasons), beside those that a payment has by invoices.
//!
//! Bits of evidence are against both rows' having no counterpart; `entry.rivals` is what competition makes of them, so that
//! they add up to the odds that decide. `assign` weighs such rows no second time.

#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

mod adapt;
mod batch;
mod candidates;
mod compete;
mod frequency;
mod memo;
mod pairs;
mod relation;
mod side;
mod sums;
mod tables;
mod voids;
mod words;
mod write;

use self::batch::{Reach, Side};
use self::candidates::{add_left_over, find};
use self::compete::compete;
use self::frequency::Frequencies;
use self::memo::Memos;
use self::pairs::{Pair, Pairs};
use self::relation::EQUAL;
pub(crate) use self::side::Book;
use self::side::{Bank, Given, Row, Rows};
use self::tables::Tables;
use self::write::{Together, Writer};
use super::index::{Index, NO_DAY, State};
use super::payment::features::Payment;
use super::weigh::scored::Scored;
use crate::model::{InvoiceKind, Transaction};

/// Rounds of messages at the end.
const ROUNDS: usize = 6;
/// The probability from which on a row has found its counterpart.
const TAKEN: f32 = 0.5;
/// How sure it is at most which of two equal entries was voided.
const SURE_OF_VOID: f32 = 0.99;
/// The share of pairs that are off by steps from which on that is exchange, and not a payer's doing.
const EXCHANGE: f32 = 0.1;

/// Prepares the open entries among the items.
pub(crate) fn prepare(index: &Index) -> Book {
    let mut entries = Vec::with_capacity(index.entry_count);
    // By id: which of equal rows comes first does not depend on how the items lie.
    for row in index.by_id().iter().copied() {
        let item = &index.items[row as usize];
        if item.kind == InvoiceKind::Entry && matches!(item.state, State::Open | State::Held) {
            let day = if item.issued == NO_DAY { item.due } else { item.issued };
            let number = Some(index.printed(row)).filter(|number| *number != index.id(row));
            let memo = index.memo(row);
            entries.push(Given { item: row, open: item.open, currency: item.currency, day, memo, number });
        }
    }
    Book::new(&entries)
}

/// Adds explanations by entries to those of the payments. Answers the payments whose search for sums was cut short.
pub(crate) fn explain(
    book: &Book,
    transactions: &[Transaction],
    payments: &[Payment],
    adapt: bool,
    scored: &mut Scored,
) -> Vec<u32> {
    scored.grow(payments.len());
    let row = |(payment, at): (&Payment, u32)| {
        let out = transactions.get(payment.row as usize).is_some_and(|t| t.amount.minor() < 0);
        ((payment.currency, out), Row { amount: payment.gross, day: payment.day, at })
    };
    let texts = |at: u32| {
        let transaction =
            payments.get(at as usize).and_then(|payment| transactions.get(payment.row as usize));
        transaction.into_iter().flat_map(|transaction| {
            let name = transaction.counterparty.name.as_deref();
            let name = name.filter(|name| !transaction.remittance.contains(name));
            name.into_iter().chain([transaction.remittance.as_str()])
        })
    };
    let bank = Bank::new(payments.iter().zip(0..).map(row).collect(), book, adapt, texts);
    let mut tables = Tables::shipped();
    let frequencies = Frequencies::new(bank.counted(), book.counted());
    let mut pairs = find(&bank, book, &frequencies, &tables);
    if adapt {
        adapt::adapt(&mut tables, &bank, book, &pairs);
    }
    let mut weights = compete(&bank, book, &pairs, &tables, 3);
    let cancelled = voids::cancelled(book, &pairs, &weights);
    if cancelled.contains(&true) {
        pairs.leave_out(&cancelled);
        weights = compete(&bank, book, &pairs, &tables, 3);
    }
    let exchange = tables.share_of_steps() > EXCHANGE;
    if exchange {
        pairs = add_left_over(&bank, book, &frequencies, &tables, &pairs, &weights);
        pairs.leave_out(&cancelled);
    }
    let mut weights = compete(&bank, book, &pairs, &tables, ROUNDS);
    doubt_twins_of_voids(&pairs, &cancelled, &mut weights);
    let mut free = Free::new(&bank, book, &pairs, &weights, &cancelled, exchange);
    let sums = batch::find(
        free.bank.side(&bank.rows, &bank.memos),
        free.book.side(&book.rows, &book.memos),
        Reach { word: (-31, 10), day: Some((-7, 3)), share: 0.3, adapt },
    );
    let parts = batch::find(
        free.book.side(&book.rows, &book.memos),
        free.bank.side(&bank.rows, &bank.memos),
        Reach { word: (-10, 45), day: None, share: 0.1, adapt },
    );
    let together = Together::new(&bank, &sums.found, &parts.found);
    let writer =
        Writer { bank: &bank, book, pairs: &pairs, weights: &weights, tables: &tables, together, exchange };
    writer.write(scored);
    let cut = sums.cut.iter().map(|row| bank.rows.rows[*row as usize].at);
    cut.collect()
}

/// Takes a little from rows that may as well be for an entry of their amount that was taken out with its void: which of
/// the two was voided is seldom certain.
fn doubt_twins_of_voids(pairs: &Pairs, cancelled: &[bool], weights: &mut [f32]) {
    for row in 0..pairs.rows() {
        let range = pairs.of(row);
        let of_void = |pair: &Pair| pair.amount == EQUAL && cancelled[pair.entry as usize];
        if pairs.pairs[range.clone()].iter().any(of_void) {
            weights[range].iter_mut().for_each(|weight| *weight *= SURE_OF_VOID);
        }
    }
}

/// Rows of both sides that found no counterpart of their own amount.
struct Free {
    bank: Claims,
    book: Claims,
}

/// How surely the rows of a side have a counterpart, and which may still be of a batch.
struct Claims {
    claims: Vec<f32>,
    free: Vec<bool>,
}

impl Claims {
    fn side<'a>(&'a mut self, rows: &'a Rows, memos: &'a Memos) -> Side<'a> {
        Side { rows, memos, free: &mut self.free, claims: &self.claims }
    }
}

impl Free {
    /// A near amount may be one of several that add up: unless amounts are off by exchange, it stands in no batch's way.
    fn new(bank: &Bank, book: &Book, pairs: &Pairs, weights: &[f32], gone: &[bool], exchange: bool) -> Self {
        let claims = |rows: &Rows| (vec![0.0_f32; rows.rows.len()], vec![0.0_f32; rows.rows.len()]);
        let (mut own, mut others) = (claims(&bank.rows), claims(&book.rows));
        for row in 0..pairs.rows() {
            for at in pairs.of(row) {
                let (pair, weight) = (&pairs.pairs[at], weights[at]);
                let equal = if exchange || pair.amount == EQUAL { weight } else { 0.0 };
                let entry = pair.entry as usize;
                own.0[row] += weight;
                others.0[entry] += weight;
                own.1[row] += equal;
                others.1[entry] += equal;
            }
        }
        let free = |equal: &[f32]| equal.iter().map(|claim| *claim < TAKEN).collect::<Vec<bool>>();
        let mut book_free = free(&others.1);
        book_free.iter_mut().zip(gone).for_each(|(free, gone)| *free &= !gone);
        Free {
            bank: Claims { free: free(&own.1), claims: own.0 },
            book: Claims { free: book_free, claims: others.0 },
        }
    }
}
