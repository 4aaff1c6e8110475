//! The running balance of each currency, as the proof of its rows.
//!
//! # Design
//! Rows come in the order of their time or against it, and rows of one second (a payment and its conversion) in any order.
//! So the balance before the first row and the one after the last are looked for among the rows of the first and of the
//! last second: if some pair of them is apart by what all rows moved, the rows are proven.

use crate::format::reading::Out;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::{Balance, BalanceKind, RowPlace};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

/// Rows of one second that are looked at.
const MOST: usize = 32;
/// Currencies of one account.
const CURRENCIES: usize = 200;

/// A row that states a balance.
#[derive(Clone)]
struct Step {
    moved: Amount,
    balance: Amount,
    on: NaiveDate,
    place: RowPlace,
}

/// A time as it is printed.
#[derive(Default)]
struct Second {
    day: NaiveDate,
    time: String,
}

impl Second {
    fn is(&self, (day, time): (NaiveDate, &str)) -> bool {
        self.day == day && self.time == time
    }

    fn set(&mut self, (day, time): (NaiveDate, &str)) {
        self.day = day;
        self.time.clear();
        self.time.push_str(time);
    }
}

/// The rows of one currency.
struct Rows {
    ledger: Ledger,
    sum: i128,
    first_time: Second,
    first: Vec<Step>,
    last_time: Second,
    last: Vec<Step>,
}

/// The running balances while rows come.
#[derive(Default)]
pub(super) struct Running {
    currencies: Vec<(Currency, Rows)>,
    incomplete: bool,
}

impl Running {
    /// Notes that a row could not be read, of whatever currency.
    pub(super) fn refused(&mut self) {
        self.incomplete = true;
    }

    /// Takes the next row that moved the balance, with the balance that it states.
    pub(super) fn add(
        &mut self,
        moved: Amount,
        balance: Option<Amount>,
        time: (NaiveDate, &str),
        place: &RowPlace,
    ) {
        let Some(rows) = self.rows(moved.currency()) else { return };
        rows.ledger.book(moved);
        rows.sum += i128::from(moved.minor());
        let Some(balance) = balance else { return };
        let step = Step { moved, balance, on: time.0, place: place.clone() };
        if rows.first.is_empty() {
            rows.first_time.set(time);
        }
        let new_time = !rows.last_time.is(time);
        if rows.first_time.is(time) && (!new_time || rows.last.is_empty()) && rows.first.len() < MOST {
            rows.first.push(step.clone());
        }
        if new_time {
            rows.last_time.set(time);
            rows.last.clear();
        }
        if rows.last.len() >= MOST {
            rows.last.remove(0);
        }
        rows.last.push(step);
    }

    fn rows(&mut self, currency: Currency) -> Option<&mut Rows> {
        let known = self.currencies.iter().position(|(known, _)| *known == currency);
        if known.is_none() && self.currencies.len() < CURRENCIES {
            self.currencies.push((
                currency,
                Rows {
                    ledger: Ledger::default(),
                    sum: 0,
                    first_time: Second::default(),
                    first: Vec::new(),
                    last_time: Second::default(),
                    last: Vec::new(),
                },
            ));
        }
        let at = known.unwrap_or(self.currencies.len().checked_sub(1)?);
        self.currencies.get_mut(at).filter(|(known, _)| *known == currency).map(|(_, rows)| rows)
    }

    /// Hands out the balances and the proofs.
    pub(super) fn end(self, account: &str, out: &mut Out<'_>) {
        let mut ledgers = Ledgers::default();
        let incomplete = self.incomplete;
        for (_, rows) in self.currencies {
            rows.end(account, incomplete, &mut ledgers, out);
        }
    }
}

impl Rows {
    fn end(mut self, account: &str, incomplete: bool, ledgers: &mut Ledgers, out: &mut Out<'_>) {
        let Some((opening, earliest, latest)) = self.ends() else { return };
        if incomplete {
            self.ledger.incomplete();
        }
        let statement = &mut self.ledger.statement;
        statement.account = Some(account.to_owned());
        (statement.from, statement.until) = (Some(earliest.on), Some(latest.on));
        (statement.opening, statement.closing) = (Some(opening), Some(latest.balance));
        for (kind, amount, step) in
            [(BalanceKind::Opening, opening, &earliest), (BalanceKind::Closing, latest.balance, &latest)]
        {
            let account = Some(account.to_owned());
            let balance = Balance { account, statement: None, kind, amount, on: Some(step.on) };
            out.balance(balance, step.place.clone());
        }
        let place = RowPlace {
            bytes: earliest.place.bytes.start.min(latest.place.bytes.start)
                ..earliest.place.bytes.end.max(latest.place.bytes.end),
            line: earliest.place.line.min(latest.place.line),
            ..RowPlace::default()
        };
        ledgers.end(self.ledger, place, out);
    }

    /// The balance before the first row, and the rows at both ends in the order of their time.
    fn ends(&self) -> Option<(Amount, Step, Step)> {
        let fits = |first: &[Step], last: &[Step]| {
            let pairs = first.iter().flat_map(|first| last.iter().map(move |last| (first, last)));
            pairs
                .filter_map(|(first, last)| {
                    Some((first.balance.checked_sub(first.moved).ok()?, first.clone(), last.clone()))
                })
                .filter(|(opening, _, last)| {
                    i128::from(opening.minor()) + self.sum == i128::from(last.balance.minor())
                })
                // A currency that comes and goes within one second was not there before.
                .min_by_key(|(opening, ..)| opening.minor().unsigned_abs())
        };
        let plain = || {
            let (first, last) = (self.first.first()?, self.last.last()?);
            let down = last.on < first.on;
            let (first, last) = if down { (last, first) } else { (first, last) };
            Some((first.balance.checked_sub(first.moved).ok()?, first.clone(), last.clone()))
        };
        fits(&self.first, &self.last).or_else(|| fits(&self.last, &self.first)).or_else(plain)
    }
}
