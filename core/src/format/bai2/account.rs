//! An account of a group (03 to 49): currency, balances and totals, and what its entries add up to.

use super::code;
use super::control::Control;
use super::field::{self, Stream};
use crate::error::{Code, Error};
use crate::format::reading::Out;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::{Balance, BalanceKind, FieldPath, RowPlace};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use std::sync::Arc;

/// An account that is being read.
pub(super) struct Account {
    pub(super) id: Option<String>,
    pub(super) currency: Option<Currency>,
    pub(super) ledger: Ledger,
    pub(super) control: Control,
    /// An interim report: its balances are not the end of the day's.
    pub(super) interim: bool,
    /// Why its group is no report of what is so: a deletion, a test.
    pub(super) dead: Option<&'static str>,
    pub(super) place: RowPlace,
    /// Notes without money.
    pub(super) notes: u64,
    entries: (Arc<str>, u64),
    /// Number and sum of the entries: debits, credits. `None` where one is missing.
    moved: Option<[(u64, i64); 2]>,
    /// The same, as the totals 400 and 100 state them.
    totals: [Option<(Option<u64>, i64)>; 2],
    assumed: Vec<&'static str>,
}

impl Account {
    pub(super) fn new(place: RowPlace, ledger: Ledger) -> Self {
        let entries: Arc<str> = format!("{}/16[", place.field).into();
        Account {
            id: None,
            currency: None,
            ledger,
            control: Control::default(),
            interim: false,
            dead: None,
            place,
            notes: 0,
            entries: (entries, 0),
            moved: Some([(0, 0); 2]),
            totals: [None; 2],
            assumed: Vec::new(),
        }
    }

    /// Path of the entry that comes.
    pub(super) fn next_entry(&mut self) -> FieldPath {
        self.entries.1 += 1;
        FieldPath::element(&self.entries.0, self.entries.1)
    }

    /// Notes something that the file leaves out or says oddly.
    pub(super) fn assume(&mut self, said: &'static str) {
        if !self.assumed.contains(&said) {
            self.assumed.push(said);
        }
    }

    /// Counts an entry that moved the account.
    pub(super) fn book(&mut self, amount: Amount) {
        self.ledger.book(amount);
        let minor = amount.minor();
        self.moved = self.moved.and_then(|[debits, credits]| {
            let add = |(count, sum): (u64, i64)| Some((count + 1, sum.checked_add(minor)?));
            if minor < 0 { Some([add(debits)?, credits]) } else { Some([debits, add(credits)?]) }
        });
    }

    /// Notes that an entry or a balance is missing.
    pub(super) fn incomplete(&mut self) {
        self.ledger.incomplete();
        self.moved = None;
    }

    /// Reads the balances and totals behind account and currency.
    ///
    /// # Errors
    /// `format.bai2.bad_balance`: where the fields do not follow each other, nothing behind is read.
    pub(super) fn summaries(
        &mut self,
        mut stream: Stream<'_, '_>,
        on: Option<NaiveDate>,
        out: &mut Out<'_>,
    ) -> Result<(), Error> {
        let Some(currency) = self.currency else { return Ok(()) };
        while let Some(text) = stream.field() {
            let stated = stream.next();
            let count = stream.next();
            let funds = field::funds(&mut stream);
            if let Some(said) = funds.assumed {
                self.assume(said);
            }
            if text.is_empty() && stated.is_empty() {
                continue;
            }
            let Some(code) = code::number(text) else {
                self.control.add(None);
                let said = "the type code of a balance or a total is not of three digits, such as 015: what is behind it is \
                            left out";
                return Err(Error::new(Code::Bai2BadBalance, said));
            };
            if stated.is_empty() {
                continue;
            }
            let amount = match field::amount(stated, currency, Code::Bai2BadBalance) {
                Ok(amount) => amount,
                Err(error) => {
                    self.control.add(None);
                    return Err(error);
                }
            };
            self.control.add(Some(amount.minor()));
            match (code, code::balance(code)) {
                (100, _) => self.total(true, count, amount),
                (400, _) => self.total(false, count, amount),
                (_, Some(kind)) if self.dead.is_none() => self.balance(kind, amount, on, out),
                _ => {}
            }
        }
        Ok(())
    }

    fn total(&mut self, credit: bool, count: &str, amount: Amount) {
        let total = Some((count.parse().ok(), amount.minor()));
        if let Some(known) = self.totals.get_mut(usize::from(credit)) {
            *known = total;
        }
    }

    fn balance(&mut self, kind: BalanceKind, amount: Amount, on: Option<NaiveDate>, out: &mut Out<'_>) {
        let statement = &mut self.ledger.statement;
        match kind {
            BalanceKind::Opening => statement.opening = Some(amount),
            BalanceKind::Closing => statement.closing = Some(amount),
            BalanceKind::Other => {}
        }
        out.balance(
            Balance { account: self.id.clone(), statement: None, kind, amount, on },
            self.place.clone(),
        );
    }

    /// Whether the entries are those that the totals of credits and debits add up, and what to say where they are not.
    fn check_totals(&mut self) -> Option<String> {
        let moved = self.moved?;
        let listed = moved.iter().any(|(count, _)| *count > 0);
        let mut wrong = Vec::new();
        for ((total, found), name) in self.totals.iter().zip(moved).zip(["debits", "credits"]) {
            let Some((count, sum)) = total else { continue };
            let (entries, minor) = found;
            let same =
                minor.unsigned_abs() == sum.unsigned_abs() && count.is_none_or(|count| count == entries);
            if !same && listed {
                wrong.push(name);
            } else if !same && (*sum != 0 || count.is_some_and(|count| count != 0)) {
                // Balances and totals alone: nothing was listed, so nothing can be proven.
                self.ledger.incomplete();
                wrong.push(name);
            }
        }
        let said = if listed { "are not those listed" } else { "are not listed" };
        (!wrong.is_empty())
            .then(|| format!("the {} that its totals (100, 400) state {said}", wrong.join(" and ")))
    }

    /// Ends the account at a place of the text; answers what its trailer is to be held against.
    pub(super) fn finish(mut self, end: usize, ledgers: &mut Ledgers, out: &mut Out<'_>) -> Control {
        if self.dead.is_some() {
            return self.control;
        }
        let totals = self.check_totals();
        let mut place = self.place;
        place.bytes.end = out.place(end..end, FieldPath::default()).bytes.end.max(place.bytes.start);
        let mut warn = |code: Code, said: String| {
            let warning = Error::new(code, said).at_bytes(place.bytes.clone()).at_line(place.line);
            out.warn_placed(warning);
        };
        if let Some(said) = totals {
            warn(Code::Bai2Control, said);
        }
        if self.notes > 0 {
            warn(
                Code::Bai2LeftOut,
                format!("{} records hold a note and no money (890): no rows", self.notes),
            );
        }
        for said in self.assumed {
            warn(Code::Bai2Assumed, said.to_owned());
        }
        out.says_empty();
        self.ledger.statement.account = self.id;
        ledgers.end(self.ledger, place, out);
        self.control
    }
}
