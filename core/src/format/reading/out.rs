//! What a reader has before it and where its rows go: the text, and the caller's visitor.

use super::origin::Origin;
use crate::error::Error;
use crate::format::{Account, Balance, FieldPath, ReadOptions, Report, RowPlace, Statement, Visitor};
use crate::model::{Invoice, Settlement, Transaction};
use core::ops::Range;
use rustc_hash::FxHashSet;

/// Accounts of one input that are handed out once.
const ACCOUNTS: usize = 1 << 16;

/// Text to read, and the way out for rows. Places are handed in as bytes of the text and handed out as bytes of the input.
pub(crate) struct Out<'w> {
    window: Window<'w>,
    options: &'w ReadOptions,
    tally: &'w mut Tally,
    visitor: &'w mut dyn Visitor,
}

/// A part of an input's text.
#[derive(Clone, Copy)]
pub(crate) struct Window<'w> {
    /// All text that `origin` knows of.
    pub(crate) all: &'w str,
    /// Bytes of it that were read.
    pub(crate) read: usize,
    pub(crate) origin: &'w Origin,
    /// Nothing follows.
    pub(crate) last: bool,
}

/// What was handed out so far.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) records: u64,
    pub(crate) refused: u64,
    /// Transactions, invoices and settlements.
    pub(crate) rows: u64,
    pub(crate) balances: u64,
    pub(crate) errors: u64,
    pub(crate) says_empty: bool,
    accounts: FxHashSet<Account>,
    lines: Lines,
}

impl Tally {
    /// Whether nothing was found: no row, no balance, no error.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows == 0 && self.balances == 0 && self.errors == 0
    }

    /// Notes that the front of the text was read.
    pub(crate) fn pass(&mut self, text: &str, bytes: usize) {
        self.lines.at(text, bytes);
        self.lines.seen = 0;
        self.lines.from = self.lines.before;
    }
}

impl<'w> Out<'w> {
    pub(crate) fn new(
        window: Window<'w>,
        options: &'w ReadOptions,
        tally: &'w mut Tally,
        visitor: &'w mut dyn Visitor,
    ) -> Self {
        Out { window, options, tally, visitor }
    }

    /// The text that is not read yet.
    pub(crate) fn text(&self) -> &'w str {
        self.window.all.get(self.window.read..).unwrap_or_default()
    }

    /// Whether nothing follows behind the text.
    pub(crate) fn is_last(&self) -> bool {
        self.window.last
    }

    pub(crate) fn options(&self) -> &'w ReadOptions {
        self.options
    }

    /// The place of a record in the input, by its bytes in the text.
    pub(crate) fn place(&mut self, bytes: Range<usize>, field: FieldPath) -> RowPlace {
        let line = self.tally.lines.at(self.text(), bytes.start);
        let Window { all, read, origin, .. } = self.window;
        RowPlace { bytes: origin.bytes(all, read + bytes.start..read + bytes.end), line, field }
    }

    /// Whether nothing was handed out so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.tally.is_empty()
    }

    /// Counts a record that is being read.
    pub(crate) fn record(&mut self) {
        self.tally.records += 1;
    }

    /// Notes that the input says itself that it holds no row.
    pub(crate) fn says_empty(&mut self) {
        self.tally.says_empty = true;
    }

    pub(crate) fn transaction(&mut self, row: Transaction, place: RowPlace) {
        self.tally.rows += 1;
        self.visitor.transaction(row, place);
    }

    pub(crate) fn invoice(&mut self, row: Invoice, place: RowPlace) {
        self.tally.rows += 1;
        self.visitor.invoice(row, place);
    }

    pub(crate) fn settlement(&mut self, row: Settlement, place: RowPlace) {
        self.tally.rows += 1;
        self.visitor.settlement(row, place);
    }

    pub(crate) fn balance(&mut self, row: Balance, place: RowPlace) {
        self.tally.balances += 1;
        self.visitor.balance(row, place);
    }

    /// Hands out an account, unless it was.
    pub(crate) fn account(&mut self, row: Account, place: RowPlace) {
        if self.tally.accounts.len() < ACCOUNTS && self.tally.accounts.insert(row.clone()) {
            self.visitor.account(row, place);
        }
    }

    pub(crate) fn statement(&mut self, row: Statement, place: RowPlace) {
        self.visitor.statement(row, place);
    }

    /// Refuses a record; the bytes of the error are those of the text.
    pub(crate) fn refuse(&mut self, error: Error) {
        self.tally.refused += 1;
        self.error(error);
    }

    /// As [`refuse`](Self::refuse), with a place of the input already.
    pub(crate) fn refuse_placed(&mut self, error: Error) {
        self.tally.refused += 1;
        self.tally.errors += 1;
        self.visitor.error(error);
    }

    /// Something that is wrong with the input and is not of one record.
    pub(crate) fn error(&mut self, error: Error) {
        let error = self.placed(error);
        self.tally.errors += 1;
        self.visitor.error(error);
    }

    /// Something that was assumed or doubted; its bytes are those of the text.
    pub(crate) fn warn(&mut self, warning: Error) {
        let warning = self.placed(warning);
        self.visitor.warning(warning);
    }

    /// As [`warn`](Self::warn), with a place of the input already.
    pub(crate) fn warn_placed(&mut self, warning: Error) {
        self.visitor.warning(warning);
    }

    /// Hands out what was gathered, with places in the text.
    pub(crate) fn give(&mut self, report: Report) {
        let Report { places, says_empty, records, refused, .. } = report;
        self.tally.says_empty |= says_empty;
        self.tally.records += records;
        self.tally.refused += refused;
        report.warnings.into_iter().for_each(|warning| self.warn(warning));
        for (row, place) in report.transactions.into_iter().zip(places.transactions) {
            let place = self.replaced(place);
            self.transaction(row, place);
        }
        for (row, place) in report.invoices.into_iter().zip(places.invoices) {
            let place = self.replaced(place);
            self.invoice(row, place);
        }
        for (row, place) in report.settlements.into_iter().zip(places.settlements) {
            let place = self.replaced(place);
            self.settlement(row, place);
        }
        for (row, place) in report.balances.into_iter().zip(places.balances) {
            let place = self.replaced(place);
            self.balance(row, place);
        }
        for (row, place) in report.accounts.into_iter().zip(places.accounts) {
            let place = self.replaced(place);
            self.account(row, place);
        }
        for (row, place) in report.statements.into_iter().zip(places.statements) {
            let place = self.replaced(place);
            self.statement(row, place);
        }
        report.errors.into_iter().for_each(|error| self.error(error));
    }

    /// An error whose bytes are those of the text, with its place in the input.
    pub(crate) fn placed(&mut self, error: Error) -> Error {
        let Some(bytes) = error.place().bytes.clone() else { return error };
        let known = error.place().line;
        let place = self.place(text_range(&bytes), FieldPath::default());
        error.at_bytes(place.bytes).at_line(known.unwrap_or(place.line))
    }

    fn replaced(&mut self, place: RowPlace) -> RowPlace {
        self.place(text_range(&place.bytes), place.field)
    }
}

fn text_range(bytes: &Range<u64>) -> Range<usize> {
    let [start, end] = [bytes.start, bytes.end].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
    start..end
}

/// Line numbers of places that come mostly in order.
#[derive(Default)]
struct Lines {
    /// Lines before the text.
    from: u64,
    /// Bytes of the text up to which lines were counted.
    seen: usize,
    /// Lines before those bytes.
    before: u64,
}

impl Lines {
    /// The line on which a place of the text is, from 1.
    fn at(&mut self, text: &str, at: usize) -> u64 {
        if at < self.seen {
            (self.seen, self.before) = (0, self.from);
        }
        let between = text.as_bytes().get(self.seen..at).unwrap_or_default();
        self.before += memchr::memchr_iter(b'\n', between).count() as u64;
        self.seen = at;
        self.before + 1
    }
}
