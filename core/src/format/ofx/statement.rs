//! A statement that is being read: its account, its currency, its balances, and its rows so far.

use super::names::{self, Name, Of, Stated};
use super::value;
use crate::error::{Code, Error};
use crate::format::reading::Out;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::{Account, Balance, BalanceKind, FieldPath, ReadOptions, RowPlace};
use crate::money::Currency;
use crate::party::{Bic, Iban};
use chrono::NaiveDate;
use core::ops::Range;
use std::sync::Arc;

/// A statement of an account.
pub(super) struct Statement {
    pub(super) of: Of,
    pub(super) account: Option<String>,
    pub(super) currency: Option<Currency>,
    pub(super) ledger: Ledger,
    /// The list that is read is of announced movements.
    pub(super) announced: bool,
    /// Movements of securities without money, and where the first of them is.
    securities: (u64, RowPlace),
    /// The day that the statement is of.
    pub(super) as_of: Option<NaiveDate>,
    /// What was assumed, each said once.
    assumed: Vec<&'static str>,
    place: RowPlace,
    records: (Arc<str>, u64),
}

impl Statement {
    /// A statement whose tag has these bytes; `number` counts those of the input.
    pub(super) fn new(of: Of, number: u64, bytes: Range<usize>, out: &mut Out<'_>) -> Self {
        let options: &ReadOptions = out.options();
        let (account, currency) = (options.account.clone(), options.currency);
        let (list, records): (Arc<str>, &str) = match of {
            Of::Bank => ("STMTRS[".into(), "STMTTRN"),
            Of::Card => ("CCSTMTRS[".into(), "STMTTRN"),
            Of::Investment => ("INVSTMTRS[".into(), "INVTRANLIST"),
        };
        let place = out.place(bytes, FieldPath::element(&list, number));
        let records: Arc<str> = format!("{}/{records}[", place.field).into();
        Statement {
            of,
            account,
            currency,
            ledger: Ledger::default(),
            announced: false,
            securities: (0, RowPlace::default()),
            as_of: None,
            assumed: Vec::new(),
            place,
            records: (records, 0),
        }
    }

    /// Path of the record that comes.
    pub(super) fn next_record(&mut self) -> FieldPath {
        self.records.1 += 1;
        FieldPath::element(&self.records.0, self.records.1)
    }

    /// Counts a movement of securities without money.
    pub(super) fn without_cash(&mut self, place: RowPlace) {
        if self.securities.0 == 0 {
            self.securities.1 = place;
        }
        self.securities.0 += 1;
    }

    /// Says once what was assumed, with the first place.
    pub(super) fn assume(&mut self, said: &'static str, bytes: &Range<usize>, out: &mut Out<'_>) {
        if !self.assumed.contains(&said) {
            self.assumed.push(said);
            out.warn(Error::new(Code::OfxAssumed, said).at_bytes(bytes.start as u64..bytes.end as u64));
        }
    }

    /// Takes an element of the statement itself.
    pub(super) fn value(&mut self, name: Name, raw: &str, bytes: Range<usize>, out: &mut Out<'_>) {
        let day = || value::day(raw).ok().flatten();
        match name {
            names::CURDEF => match Currency::parse(&value::plain(raw)) {
                Ok(currency) => self.currency = Some(currency),
                Err(_) if value::plain(raw).is_empty() => {}
                Err(_) => self.assume(
                    "CURDEF is no currency of ISO 4217: that of the options is taken",
                    &bytes,
                    out,
                ),
            },
            names::DTSTART => self.ledger.statement.from = day(),
            names::DTEND => self.ledger.statement.until = day(),
            names::DTASOF => self.as_of = day(),
            names::AVAILCASH => {
                let stated = StatedBalance { amount: raw, ..StatedBalance::default() };
                self.balance(Stated::Available, &stated, bytes, out);
            }
            _ => {}
        }
    }

    /// Takes the account that the statement is of.
    pub(super) fn account(&mut self, account: &StatedAccount<'_>, bytes: Range<usize>, out: &mut Out<'_>) {
        let Some(id) = value::given(account.id) else { return };
        let iban = Iban::parse(&id);
        let id = if iban.is_valid() { iban.as_str().to_owned() } else { id };
        let place = out.place(bytes, FieldPath::default());
        out.account(
            Account {
                id: id.clone(),
                owner: None,
                name: value::given(account.kind),
                bank: value::given(account.bank),
                currency: self.currency,
            },
            place,
        );
        self.account = Some(id);
    }

    /// Takes a balance. One without an amount is none.
    pub(super) fn balance(
        &mut self,
        kind: Stated,
        stated: &StatedBalance<'_>,
        bytes: Range<usize>,
        out: &mut Out<'_>,
    ) {
        let money = |kind: &str| kind.is_empty() || kind.eq_ignore_ascii_case("DOLLAR");
        if stated.amount.is_empty() || !money(&value::plain(stated.kind)) {
            return;
        }
        let Some(currency) = Currency::parse(&value::plain(stated.currency)).ok().or(self.currency) else {
            self.assume(
                "a balance without a currency is left out: give the currency in the options",
                &bytes,
                out,
            );
            return;
        };
        let amount = match value::amount(stated.amount, currency) {
            Ok((amount, doubtful)) => {
                if doubtful {
                    self.assume(value::DOUBTFUL, &bytes, out);
                }
                amount
            }
            Err(error) => {
                self.ledger.incomplete();
                out.error(error.at_bytes(bytes.start as u64..bytes.end as u64).at_field("BALAMT"));
                return;
            }
        };
        let on = value::day(stated.on).ok().flatten().or(self.as_of);
        let kind = match kind {
            Stated::Ledger => {
                self.ledger.statement.closing = Some(amount);
                self.ledger.statement.until = self.ledger.statement.until.or(on);
                BalanceKind::Closing
            }
            Stated::Available | Stated::Listed => BalanceKind::Other,
        };
        let place = out.place(bytes, FieldPath::default());
        out.balance(Balance { account: self.account.clone(), statement: None, kind, amount, on }, place);
    }

    /// Ends the statement at a place of the text.
    pub(super) fn finish(mut self, end: usize, ledgers: &mut Ledgers, out: &mut Out<'_>) {
        let (securities, first) = self.securities;
        if securities > 0 {
            let said = format!("{securities} movements of securities that move no cash: no rows");
            out.warn_placed(Error::new(Code::OfxNoCash, said).at_bytes(first.bytes).at_line(first.line));
        }
        self.ledger.statement.account.clone_from(&self.account);
        self.place.bytes.end = out.place(end..end, FieldPath::default()).bytes.end;
        ledgers.end(self.ledger, self.place, out);
    }
}

/// The elements of an account.
#[derive(Default)]
pub(super) struct StatedAccount<'a> {
    id: &'a str,
    bank: &'a str,
    kind: &'a str,
}

impl<'a> StatedAccount<'a> {
    pub(super) fn put(&mut self, name: Name, value: &'a str) {
        match name {
            names::ACCTID => self.id = value,
            names::BANKID | names::BROKERID => self.bank = value,
            names::ACCTTYPE => self.kind = value,
            _ => {}
        }
    }
}

/// The elements of a balance.
#[derive(Default)]
pub(super) struct StatedBalance<'a> {
    amount: &'a str,
    on: &'a str,
    kind: &'a str,
    currency: &'a str,
}

impl<'a> StatedBalance<'a> {
    pub(super) fn put(&mut self, name: Name, value: &'a str) {
        match name {
            names::BALAMT | names::VALUE => self.amount = value.trim(),
            names::DTASOF => self.on = value,
            names::BALTYPE => self.kind = value,
            names::CURSYM => self.currency = value,
            _ => {}
        }
    }
}

/// A BIC, where a bank's number is one.
pub(super) fn bic(raw: &str) -> Option<String> {
    value::given(raw).filter(|text| matches!(text.len(), 8 | 11) && Bic::parse(text).is_valid())
}
