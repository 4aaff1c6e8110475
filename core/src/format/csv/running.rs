//! The running balance of an export: whether each row follows from the one before, and the balances at both ends.

use super::learn::Learnt;
use super::number;
use super::sign::Chain;
use crate::error::{Code, Error};
use crate::format::reading::Out;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::{Balance, BalanceKind, FieldPath, RowPlace};
use crate::model::{Status, Transaction};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

/// The balance that a row states, if it can be read.
pub(super) fn stated(cell: &str, learnt: &Learnt, currency: Currency) -> Option<Amount> {
    learnt.chain?;
    number::read(cell, learnt.mark)?.minor(currency).ok().map(|minor| Amount::new(minor, currency))
}

/// The running balance while rows come.
#[derive(Default)]
pub(super) struct Running {
    /// How balances follow amounts; nothing where no column states them, or rows are of several currencies.
    chain: Option<Chain>,
    account: Option<String>,
    first: Option<Step>,
    last: Option<Step>,
    ledger: Ledger,
}

/// A row that states a balance.
#[derive(Clone)]
struct Step {
    moved: Amount,
    balance: Amount,
    on: NaiveDate,
    place: RowPlace,
}

impl Running {
    pub(super) fn new(chain: Option<Chain>) -> Self {
        Running { chain, ..Running::default() }
    }

    /// Notes that a row could not be read.
    pub(super) fn refused(&mut self) {
        self.ledger.incomplete();
    }

    /// Takes the next row with the balance that it states.
    pub(super) fn add(
        &mut self,
        row: &Transaction,
        stated: Option<Amount>,
        place: &RowPlace,
        out: &mut Out<'_>,
    ) {
        let Some(chain) = self.chain else { return };
        // What is announced is in no balance.
        if row.status != Status::Booked {
            return;
        }
        if self.last.as_ref().is_some_and(|last| last.moved.currency() != row.currency()) {
            self.chain = None;
            return;
        }
        self.ledger.book(row.amount);
        if self.account.is_none() {
            self.account.clone_from(&row.account);
        }
        let Some(balance) = stated else { return };
        let step = Step { moved: row.amount, balance, on: row.booked_on, place: place.clone() };
        if let Some(before) = &self.last {
            let (earlier, later) = if chain.descending { (&step, before) } else { (before, &step) };
            if earlier.balance.checked_add(later.moved) != Ok(later.balance) {
                let said = "the balance does not follow from the one before: a row may be missing";
                let warning = Error::new(Code::CsvBalance, said);
                out.warn_placed(warning.at_bytes(later.place.bytes.clone()).at_line(later.place.line));
                self.ledger.incomplete();
            }
        }
        if self.first.is_none() {
            self.first = Some(step.clone());
        }
        self.last = Some(step);
    }

    /// Hands out the balances at both ends.
    pub(super) fn end(&mut self, out: &mut Out<'_>) {
        let Some(chain) = self.chain else { return };
        let (Some(first), Some(last)) = (self.first.take(), self.last.take()) else { return };
        let (earliest, latest) = if chain.descending { (last, first) } else { (first, last) };
        let opening = earliest.balance.checked_sub(earliest.moved).ok();
        let all = earliest.place.bytes.start.min(latest.place.bytes.start)
            ..earliest.place.bytes.end.max(latest.place.bytes.end);
        let whole = RowPlace {
            bytes: all,
            line: earliest.place.line.min(latest.place.line),
            field: FieldPath::default(),
        };
        let mut ledger = core::mem::take(&mut self.ledger);
        ledger.statement.account.clone_from(&self.account);
        (ledger.statement.from, ledger.statement.until) = (Some(earliest.on), Some(latest.on));
        (ledger.statement.opening, ledger.statement.closing) = (opening, Some(latest.balance));
        for (kind, amount, step) in [
            (BalanceKind::Opening, opening, &earliest),
            (BalanceKind::Closing, Some(latest.balance), &latest),
        ] {
            let Some(amount) = amount else { continue };
            let balance =
                Balance { account: self.account.clone(), statement: None, kind, amount, on: Some(step.on) };
            out.balance(balance, step.place.clone());
        }
        Ledgers::default().end(ledger, whole, out);
    }
}
