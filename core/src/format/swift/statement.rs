//! A statement that is being read: account, balances, what its entries add up to.

use super::account::Own;
use super::value;
use crate::error::{Code, Error};
use crate::format::reading::Out;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::{Account, Balance, BalanceKind, FieldPath, ReadOptions, RowPlace};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use core::ops::Range;
use std::sync::Arc;

/// A message, which is a statement or a page of one.
pub(super) struct Statement {
    /// An interim report: MT942.
    pub(super) interim: bool,
    pub(super) account: Option<String>,
    pub(super) currency: Option<Currency>,
    /// `:20:`
    pub(super) reference: Option<String>,
    pub(super) ledger: Ledger,
    /// The closing balance was there.
    pub(super) closed: bool,
    /// The line that ends the message was there.
    pub(super) ended: bool,
    /// Rows began.
    pub(super) begun: bool,
    /// Its balances are a page's: the opening one, the closing one.
    pages: (bool, bool),
    own: Option<Own>,
    holder: Option<String>,
    name: Option<String>,
    introduced: bool,
    entries: (Arc<str>, u64),
    /// Number and sum of the entries: debits, credits. `None` where one is missing.
    moved: Option<[(u64, i64); 2]>,
    stated: Vec<Stated>,
    assumed: Vec<&'static str>,
    place: RowPlace,
}

/// `:90D:`, `:90C:`: what the entries of an interim report add up to.
struct Stated {
    credit: bool,
    count: Option<u64>,
    sum: Amount,
    place: RowPlace,
}

/// A balance, and what was assumed of it.
pub(super) struct Read {
    pub(super) amount: Amount,
    pub(super) on: Option<NaiveDate>,
    pub(super) assumed: Option<&'static str>,
}

impl Statement {
    pub(super) fn new(place: RowPlace, entries: Arc<str>, options: &ReadOptions) -> Self {
        Statement {
            interim: false,
            account: options.account.clone(),
            currency: options.currency,
            reference: None,
            ledger: Ledger::default(),
            closed: false,
            ended: false,
            begun: false,
            pages: (false, false),
            own: None,
            holder: None,
            name: None,
            introduced: false,
            entries: (entries, 0),
            moved: Some([(0, 0); 2]),
            stated: Vec::new(),
            assumed: Vec::new(),
            place,
        }
    }

    /// What its rows' source is.
    pub(super) fn source(&self) -> &'static str {
        if self.interim { "mt942" } else { "mt940" }
    }

    /// Path of the entry that comes.
    pub(super) fn next_entry(&mut self) -> FieldPath {
        self.entries.1 += 1;
        FieldPath::element(&self.entries.0, self.entries.1)
    }

    /// Takes its account.
    pub(super) fn take_account(&mut self, own: Own) {
        self.account = Some(own.id.clone());
        self.currency = own.currency.or(self.currency);
        self.own = Some(own);
    }

    /// Takes holder and name of the account out of `:NS:`.
    pub(super) fn take_names<'t>(&mut self, lines: impl Iterator<Item = &'t str>) {
        let full = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
        for line in lines {
            match line.split_at_checked(2) {
                Some(("22", holder)) => self.holder = full(holder),
                Some(("23", name)) => self.name = full(name),
                _ => {}
            }
        }
    }

    /// Hands out the account, when all is known that a statement says of it.
    pub(super) fn introduce(&mut self, out: &mut Out<'_>) {
        if !core::mem::replace(&mut self.introduced, true)
            && let Some(own) = &self.own
        {
            let account = Account {
                id: own.id.clone(),
                owner: self.holder.clone(),
                name: self.name.clone(),
                bank: own.bank.clone(),
                currency: self.currency,
            };
            out.account(account, self.place.clone());
        }
    }

    /// Notes something that the statement leaves out.
    pub(super) fn assume(&mut self, said: &'static str) {
        if !self.assumed.contains(&said) {
            self.assumed.push(said);
        }
    }

    /// Takes the opening or the closing balance: its own, or a page's.
    pub(super) fn take_balance(&mut self, opening: bool, page: bool, read: &Read) {
        let ledger = &mut self.ledger.statement;
        if opening {
            (ledger.opening, ledger.from) = (Some(read.amount), read.on);
            (self.pages.0, self.interim) = (page, false);
            self.currency = Some(read.amount.currency());
        } else {
            (ledger.closing, ledger.until) = (Some(read.amount), read.on);
            (self.pages.1, self.closed) = (page, true);
        }
        if let Some(said) = read.assumed {
            self.assume(said);
        }
    }

    /// Takes when an interim report was made: `2603311730+0200`.
    pub(super) fn take_made(&mut self, text: &str) {
        self.interim = self.ledger.statement.opening.is_none();
        if let Some(day) = value::date(text.as_bytes()).filter(|_| self.interim) {
            self.ledger.statement.until = Some(day.date);
        }
    }

    /// Takes the amount from which on an interim report lists entries: its currency is the account's.
    pub(super) fn take_floor(&mut self, text: &str) {
        self.interim = true;
        if let Some(currency) = text.get(..3).and_then(|code| Currency::parse(code).ok()) {
            self.currency = Some(currency);
        }
    }

    /// Whether it goes on from a page before it.
    pub(super) fn goes_on(&self) -> bool {
        self.pages.0
    }

    /// Whether it goes on on a page behind it.
    pub(super) fn turns(&self) -> bool {
        self.pages.1
    }

    /// Whether the sums of its entries were stated, which end an interim report.
    pub(super) fn summed(&self) -> bool {
        !self.stated.is_empty()
    }

    /// Reads `C260331EUR1250,50`. Some old files leave the currency out.
    pub(super) fn balance(&self, text: &str) -> Result<Read, Error> {
        let bad = || Error::new(Code::Mt940BadBalance, "not a balance such as C260331EUR1250,50");
        let text = text.trim_ascii();
        let (credit, rest) = match text.as_bytes() {
            [b'C', ..] => (true, text.get(1..)),
            [b'D', ..] => (false, text.get(1..)),
            _ => return Err(bad()),
        };
        let (date, rest) = rest.and_then(|rest| rest.split_at_checked(6)).ok_or_else(bad)?;
        let day = value::date(date.as_bytes());
        if day.is_none() && !date.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(bad());
        }
        let rest = rest.trim_ascii();
        let (currency, amount) = match rest.split_at_checked(3) {
            Some((code, amount)) if rest.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                (Currency::parse(code)?, amount.trim_ascii())
            }
            _ => (self.currency.ok_or_else(bad)?, rest),
        };
        let amount = value::amount(amount, currency).map_err(|error| match error.code() {
            Code::Mt940BadAmount => bad(),
            _ => error,
        })?;
        let amount = if credit { amount } else { amount.checked_neg()? };
        let assumed = match day {
            None => Some("a balance of a date that does not exist is taken without it"),
            Some(day) if day.clamped => {
                Some("a balance of a day that does not exist is taken as of the month's last")
            }
            Some(_) => None,
        };
        Ok(Read { amount, on: day.map(|day| day.date), assumed })
    }

    /// Hands out a balance.
    pub(super) fn give_balance(
        &mut self,
        kind: BalanceKind,
        read: &Read,
        place: RowPlace,
        out: &mut Out<'_>,
    ) {
        let (account, statement) = (self.account.clone(), self.reference.clone());
        out.balance(Balance { account, statement, kind, amount: read.amount, on: read.on }, place);
    }

    /// Counts an entry.
    pub(super) fn count(&mut self, amount: Amount) {
        let minor = amount.minor();
        self.moved = self.moved.and_then(|[debits, credits]| {
            let add = |(count, sum): (u64, i64)| Some((count + 1, sum.checked_add(minor)?));
            if minor < 0 { Some([add(debits)?, credits]) } else { Some([debits, add(credits)?]) }
        });
    }

    /// Notes that an entry is missing: neither balances nor sums prove anything.
    pub(super) fn incomplete(&mut self) {
        self.ledger.incomplete();
        self.moved = None;
    }

    /// Takes `:90D:2EUR186,33`: how many debits there are, and their sum.
    pub(super) fn take_sum(&mut self, credit: bool, text: &str, place: RowPlace) -> Result<(), Error> {
        let bad = || Error::new(Code::Mt940Sums, "not a number and sum of entries such as 2EUR186,33");
        let text = text.trim_ascii();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (count, rest) = text.split_at_checked(digits).ok_or_else(bad)?;
        let (code, sum) = rest.split_at_checked(3).ok_or_else(bad)?;
        let sum = Currency::parse(code)
            .and_then(|currency| value::amount(sum.trim_ascii(), currency))
            .map_err(|_| bad())?;
        self.stated.push(Stated { credit, count: count.parse().ok(), sum, place });
        Ok(())
    }

    /// Whether what an interim report says of its entries holds.
    fn check_sums(&self, out: &mut Out<'_>) {
        let Some([debits, credits]) = self.moved else { return };
        for Stated { credit, count, sum, place } in &self.stated {
            let (found, minor) = if *credit { credits } else { debits };
            if count.is_none_or(|count| count == found) && minor.unsigned_abs() == sum.minor().unsigned_abs()
            {
                continue;
            }
            let side = if *credit { "credits" } else { "debits" };
            let stated = count.map_or_else(String::new, |count| format!("{count} "));
            let found = format!("{found} of {}", Amount::new(minor, sum.currency()));
            let said = format!("it states {stated}{side} of {sum}, its entries are {found}");
            out.warn_placed(
                Error::new(Code::Mt940Sums, said).at_bytes(place.bytes.clone()).at_line(place.line),
            );
        }
    }

    /// Ends the statement at a place of the text.
    pub(super) fn finish(mut self, end: Range<usize>, ledgers: &mut Ledgers, out: &mut Out<'_>) {
        self.introduce(out);
        self.check_sums(out);
        if self.interim {
            out.says_empty();
        }
        let mut place = self.place;
        place.bytes.end = out.place(end, FieldPath::default()).bytes.end.max(place.bytes.start);
        let mut ledger = self.ledger;
        let statement = &mut ledger.statement;
        if !self.interim && statement.opening.is_some() != statement.closing.is_some() {
            let which = if statement.closing.is_none() {
                "closing balance (:62F:)"
            } else {
                "opening balance (:60F:)"
            };
            let said = format!("a statement without its {which}: nothing proves that it is whole");
            let warning = Error::new(Code::Mt940Incomplete, said);
            out.warn_placed(warning.at_bytes(place.bytes.clone()).at_line(place.line));
        }
        for said in self.assumed {
            let warning =
                Error::new(Code::Mt940Assumed, said).at_bytes(place.bytes.clone()).at_line(place.line);
            out.warn_placed(warning);
        }
        statement.account = self.account;
        statement.id = self.reference;
        let says = statement.opening.is_some()
            || statement.closing.is_some()
            || statement.number.is_some()
            || self.begun;
        if says {
            ledgers.end(ledger, place, out);
        }
    }
}
