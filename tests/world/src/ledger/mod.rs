//! Worlds of two-sided ledgers: bank rows against the rows of a ledger or a processor, with the truth between them.
//!
//! `two_sided` pairs rows one to one: money that leaves one account and comes in on another days later, less hidden fees and
//! exchange, with a memo that was cut off or lost its words (what Splink's documentation says of its demonstration data: few
//! distinct dates, memos that are used dozens of times, amounts around one price). `books` is a firm's bank account against
//! its own ledger: batches, split payments, keying errors, voids, reversals, rows that only one side has.

pub mod books;
pub mod ceiling;
pub mod measure;
pub mod two_sided;
pub mod words;

use crate::Random;
use chrono::{Days, NaiveDate};
use payymo::model::{Invoice, InvoiceKind, Transaction};
use payymo::money::{Amount, Currency};
use std::collections::BTreeSet;

/// Both sides, and which rows belong together.
#[derive(Clone, Debug)]
pub struct Ledgers {
    /// Name of the kind of world.
    pub style: &'static str,
    /// The seed it was made from.
    pub seed: u64,
    /// The bank's rows, in an order that says nothing.
    pub transactions: Vec<Transaction>,
    /// The ledger's rows, in an order that says nothing.
    pub entries: Vec<Invoice>,
    /// (transaction, entry) ids that belong together.
    pub pairs: BTreeSet<(String, String)>,
}

/// A row before it has an id.
#[derive(Clone, Debug)]
struct Row {
    day: i64,
    minor: i64,
    memo: String,
}

/// Rows of both sides while a world is made: pairs are by place.
#[derive(Clone, Debug, Default)]
struct Draft {
    bank: Vec<Row>,
    book: Vec<Row>,
    pairs: Vec<(usize, usize)>,
}

impl Draft {
    fn bank(&mut self, day: i64, minor: i64, memo: String) -> usize {
        self.bank.push(Row { day, minor, memo });
        self.bank.len() - 1
    }

    fn book(&mut self, day: i64, minor: i64, memo: String) -> usize {
        self.book.push(Row { day, minor, memo });
        self.book.len() - 1
    }

    fn pair(&mut self, bank: usize, book: usize) {
        self.pairs.push((bank, book));
    }

    /// Gives the rows ids and an order that say nothing, and leaves out what `keep` does not want.
    fn finish(self, style: &'static str, seed: u64, random: &mut Random) -> Ledgers {
        let currency = Currency::parse("GBP").expect("a currency");
        let start = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
        let date = |day: i64| start + Days::new(day.max(0) as u64);
        let ids = |count: usize, random: &mut Random| {
            let mut ids: Vec<usize> = (0..count).collect();
            random.shuffle(&mut ids);
            ids
        };
        let bank = ids(self.bank.len(), random);
        let book = ids(self.book.len(), random);
        let (bank_id, book_id) =
            (|at: usize| format!("b{:06}", bank[at]), |at: usize| format!("e{:06}", book[at]));
        let mut transactions: Vec<Transaction> = Vec::with_capacity(self.bank.len());
        for (at, row) in self.bank.iter().enumerate() {
            let mut one = Transaction::new(bank_id(at), date(row.day), Amount::new(row.minor, currency));
            one.remittance.clone_from(&row.memo);
            one.source = "csv".into();
            transactions.push(one);
        }
        let mut entries: Vec<Invoice> = Vec::with_capacity(self.book.len());
        for (at, row) in self.book.iter().enumerate() {
            let mut one = Invoice::new(book_id(at), Amount::new(row.minor, currency));
            one.kind = InvoiceKind::Entry;
            one.issued_on = Some(date(row.day));
            one.description = Some(row.memo.clone());
            entries.push(one);
        }
        let pairs = self.pairs.iter().map(|(a, b)| (bank_id(*a), book_id(*b))).collect();
        random.shuffle(&mut transactions);
        random.shuffle(&mut entries);
        Ledgers { style, seed, transactions, entries, pairs }
    }
}
