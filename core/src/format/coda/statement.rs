//! A statement that is being read: account, balances, what its movements add up to, what its trailer says of them.

use super::line::{self, Line};
use crate::error::{Code, Error};
use crate::format::reading::Out;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::{Account, Balance, BalanceKind, FieldPath, RowPlace};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use core::ops::Range;
use std::sync::Arc;

/// A statement: from a header (0) or an old balance (1) to a new balance (8).
pub(super) struct Statement {
    pub(super) account: Option<String>,
    pub(super) currency: Option<Currency>,
    pub(super) ledger: Ledger,
    /// The new balance was there.
    pub(super) closed: bool,
    /// Lines that the trailer counts, and free messages, which some count too.
    pub(super) lines: u64,
    pub(super) messages: u64,
    /// Sums of debits and credits; `None` where a movement is missing.
    moved: Option<[i64; 2]>,
    header: Header,
    entries: (Arc<str>, u64),
    assumed: Vec<&'static str>,
    pub(super) place: RowPlace,
}

/// What a header says of the statement behind it.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    pub(super) made: Option<NaiveDate>,
    pub(super) bank: Option<String>,
    pub(super) reference: Option<String>,
    pub(super) duplicate: bool,
    /// Details of totals that another statement holds.
    pub(super) separate: bool,
}

impl Header {
    pub(super) fn read(line: &Line<'_>) -> Self {
        let full = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
        Header {
            made: line::date(line.raw(5, 6)),
            bank: full(line.field(60, 11)).or_else(|| full(line.field(11, 3))),
            reference: full(line.field(24, 10)),
            duplicate: line.raw(16, 1) == "D",
            separate: !line.field(83, 5).bytes().all(|byte| byte == b'0'),
        }
    }
}

impl Statement {
    pub(super) fn new(header: Header, place: RowPlace) -> Self {
        let entries: Arc<str> = format!("{}/21[", place.field).into();
        let mut statement = Statement {
            account: None,
            currency: None,
            ledger: Ledger::default(),
            closed: false,
            lines: 0,
            messages: 0,
            moved: Some([0, 0]),
            header,
            entries: (entries, 0),
            assumed: Vec::new(),
            place,
        };
        if statement.header.duplicate {
            statement.assume("it is a duplicate of a statement that was sent before");
        }
        if statement.header.separate {
            statement
                .assume("a separate application: its movements are details of totals in another statement");
        }
        statement
    }

    /// Notes something that the statement leaves out or says oddly.
    pub(super) fn assume(&mut self, said: &'static str) {
        if !self.assumed.contains(&said) {
            self.assumed.push(said);
        }
    }

    /// Path of the row that comes.
    pub(super) fn next_entry(&mut self) -> FieldPath {
        self.entries.1 += 1;
        FieldPath::element(&self.entries.0, self.entries.1)
    }

    /// The day of a movement that names none.
    pub(super) fn fallback(&self) -> Option<NaiveDate> {
        self.header.made.or(self.ledger.statement.from)
    }

    /// Counts what moved the account.
    pub(super) fn book(&mut self, amount: Amount) {
        self.ledger.book(amount);
        let minor = amount.minor();
        self.moved = self.moved.and_then(|[debits, credits]| {
            if minor < 0 {
                Some([debits.checked_sub(minor)?, credits])
            } else {
                Some([debits, credits.checked_add(minor)?])
            }
        });
    }

    /// Notes that a movement or a balance is missing.
    pub(super) fn incomplete(&mut self) {
        self.ledger.incomplete();
        self.moved = None;
    }

    /// Takes the old balance (1), and with it the account.
    ///
    /// # Errors
    /// `format.coda.bad_balance`.
    pub(super) fn open(&mut self, line: &Line<'_>, place: RowPlace, out: &mut Out<'_>) -> Result<(), Error> {
        let held = line::own(line.raw(1, 1), line.raw(5, 37));
        if held.is_none() {
            self.assume("the account is not of a structure that is known (0 to 3): it is left out");
        }
        self.account = held.as_ref().map(|held| held.id.clone()).or_else(|| out.options().account.clone());
        self.currency = held.and_then(|held| held.currency).or(out.options().currency);
        if self.currency.is_none() {
            self.currency = Some(Currency::EUR);
            self.assume("the account names no currency: euro");
        }
        let full = |text: &str| Some(text).filter(|text| !text.is_empty()).map(str::to_owned);
        let (owner, name) = (full(line.field(64, 26)), full(line.field(90, 35)));
        if let Some(id) = &self.account {
            let bank = self.header.bank.clone();
            out.account(
                Account { id: id.clone(), owner, name, bank, currency: self.currency },
                place.clone(),
            );
        }
        let statement = &mut self.ledger.statement;
        statement.id.clone_from(&self.header.reference);
        statement.number =
            full(line.field(2, 3)).filter(|number| number != "000").or_else(|| full(line.field(125, 3)));
        let amount = self.balance(line.raw(42, 1), line.raw(43, 15))?;
        let on = line::date(line.raw(58, 6));
        let statement = &mut self.ledger.statement;
        (statement.opening, statement.from) = (Some(amount), on);
        self.give(BalanceKind::Opening, amount, on, place, out);
        Ok(())
    }

    /// Takes the new balance (8).
    ///
    /// # Errors
    /// `format.coda.bad_balance`.
    pub(super) fn close(&mut self, line: &Line<'_>, place: RowPlace, out: &mut Out<'_>) -> Result<(), Error> {
        self.closed = true;
        let amount = self.balance(line.raw(41, 1), line.raw(42, 15))?;
        let on = line::date(line.raw(57, 6)).or(self.header.made);
        let statement = &mut self.ledger.statement;
        (statement.closing, statement.until) = (Some(amount), on);
        self.give(BalanceKind::Closing, amount, on, place, out);
        Ok(())
    }

    fn balance(&self, sign: &str, digits: &str) -> Result<Amount, Error> {
        line::amount(sign, digits, self.currency.unwrap_or(Currency::EUR), Code::CodaBadBalance)
    }

    fn give(
        &self,
        kind: BalanceKind,
        amount: Amount,
        on: Option<NaiveDate>,
        place: RowPlace,
        out: &mut Out<'_>,
    ) {
        let (account, statement) = (self.account.clone(), self.header.reference.clone());
        out.balance(Balance { account, statement, kind, amount, on }, place);
    }

    /// What the trailer (9) states that does not fit.
    pub(super) fn check(&self, trailer: &Line<'_>) -> Option<String> {
        let mut wrong = Vec::new();
        match trailer.field(16, 6).parse::<u64>() {
            Ok(stated) if stated == self.lines || stated == self.lines + self.messages => {}
            Ok(stated) => wrong.push(format!("it counts {stated} records, there are {}", self.lines)),
            Err(_) => wrong.push("its number of records is missing".to_owned()),
        }
        let currency = self.currency.unwrap_or(Currency::EUR);
        for (found, (from, name)) in self.moved.into_iter().flatten().zip([(22, "debits"), (37, "credits")]) {
            match line::unsigned(trailer.raw(from, 15), currency) {
                Some(Ok(stated)) if stated.minor() == found => {}
                Some(Ok(stated)) => {
                    let found = Amount::new(found, currency);
                    wrong.push(format!("it states {name} of {stated}, the movements make {found}"));
                }
                _ => wrong.push(format!("its sum of {name} cannot be read")),
            }
        }
        (!wrong.is_empty()).then(|| wrong.join("; "))
    }

    /// Ends the statement at a place of the text; `trailer` where it has one.
    pub(super) fn finish(
        mut self,
        end: Range<usize>,
        trailer: Option<&Line<'_>>,
        ledgers: &mut Ledgers,
        out: &mut Out<'_>,
    ) {
        let mut place = self.place.clone();
        place.bytes.end = out.place(end, FieldPath::default()).bytes.end.max(place.bytes.start);
        let missing = match (self.closed, trailer) {
            (false, _) => Some("a statement without its new balance (8): the input may be cut".to_owned()),
            (true, None) => Some("a statement without its trailer (9): the input may be cut".to_owned()),
            (true, Some(trailer)) => self.check(trailer),
        };
        // An empty file has a header, an old balance and a trailer.
        let empty = trailer.is_some() && !self.closed && self.entries.1 == 0;
        let mut warn = |code: Code, said: &str| {
            let warning = Error::new(code, said).at_bytes(place.bytes.clone()).at_line(place.line);
            out.warn_placed(warning);
        };
        if let Some(said) = missing.filter(|_| !empty) {
            warn(Code::CodaControl, &said);
        }
        if self.messages > 0 {
            warn(Code::CodaLeftOut, "free messages of the bank (4) are left out");
        }
        for said in &self.assumed {
            warn(Code::CodaAssumed, said);
        }
        out.says_empty();
        if empty {
            self.ledger.statement.closing = self.ledger.statement.opening;
        }
        self.ledger.statement.account = self.account;
        ledgers.end(self.ledger, place, out);
    }
}
