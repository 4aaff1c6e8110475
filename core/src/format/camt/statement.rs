//! What a statement says besides its entries: account, period, balances; and the proof by its balances.

use super::account::{account, bank};
use super::amounts::{self, day};
use super::text::clean;
use crate::error::{Code, Error};
use crate::format::reading::Out;
use crate::format::reading::ledger::{Ledger, Ledgers};
use crate::format::xml::Node;
use crate::format::{Account, Balance, BalanceKind, FieldPath, ReadOptions, RowPlace};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use core::ops::Range;
use std::sync::Arc;

/// A statement that is being read.
pub(super) struct Statement {
    /// What its rows' source is.
    pub(super) source: &'static str,
    /// Elements around it.
    pub(super) depth: usize,
    /// IBAN, or the bank's own number.
    pub(super) account: Option<String>,
    /// Name of the account's holder.
    pub(super) owner: Option<String>,
    /// Currency of the account.
    pub(super) currency: Option<Currency>,
    /// What was assumed, each said once a statement.
    pub(super) assumed: Vec<&'static str>,
    pub(super) ledger: Ledger,
    place: RowPlace,
    /// Path of its entries, and how many there were.
    entries: (Arc<str>, u64),
    created: Option<NaiveDate>,
    balances: Vec<Stated>,
}

/// A balance as the statement gives it.
struct Stated {
    kind: String,
    amount: Amount,
    on: Option<NaiveDate>,
    place: RowPlace,
}

impl Statement {
    /// A statement that begins at a place, within `depth` elements.
    pub(super) fn new(source: &'static str, depth: usize, place: RowPlace, options: &ReadOptions) -> Self {
        let entries: Arc<str> = format!("{}/Ntry[", place.field).into();
        Statement {
            source,
            depth,
            account: options.account.clone(),
            owner: None,
            currency: options.currency,
            assumed: Vec::new(),
            ledger: Ledger::default(),
            place,
            entries: (entries, 0),
            created: None,
            balances: Vec::new(),
        }
    }

    /// Path of the entry that comes.
    pub(super) fn next_entry(&mut self) -> FieldPath {
        self.entries.1 += 1;
        FieldPath::element(&self.entries.0, self.entries.1)
    }

    /// Takes a child that is no entry.
    pub(super) fn child(
        &mut self,
        node: Node<'_, '_>,
        bytes: Range<usize>,
        out: &mut Out<'_>,
    ) -> Result<(), Error> {
        let options = out.options();
        let text = || Some(node.text().to_owned()).filter(|text| !text.is_empty());
        let date = |names: [&str; 2]| {
            names.iter().find_map(|name| node.child(name)).and_then(|node| day(node, options).ok())
        };
        match node.name() {
            "Id" => self.ledger.statement.id = text(),
            "LglSeqNb" => self.ledger.statement.number = text(),
            "ElctrncSeqNb" if self.ledger.statement.number.is_none() => self.ledger.statement.number = text(),
            "CreDtTm" => self.created = day(node, options).ok(),
            "FrToDt" => {
                self.ledger.statement.from = date(["FrDtTm", "FrDt"]);
                self.ledger.statement.until = date(["ToDtTm", "ToDt"]);
            }
            "Acct" => {
                if let Some(account) = account(node) {
                    self.account = Some(account.into_text());
                }
                self.owner =
                    node.text_at(["Ownr", "Nm"]).or_else(|| node.text_at(["Ownr", "Pty", "Nm"])).map(clean);
                let name = node.text_at(["Nm"]).map(clean);
                if let Some(code) = node.text_at(["Ccy"]) {
                    self.currency = Currency::parse(code).ok();
                }
                if let Some(id) = self.account.clone() {
                    let place = out.place(bytes, FieldPath::default());
                    let (owner, currency) = (self.owner.clone(), self.currency);
                    out.account(Account { id, owner, name: name.clone(), bank: bank(node), currency }, place);
                }
                self.owner = self.owner.take().or(name);
            }
            "Bal" => self.balance(node, bytes, out)?,
            _ => {}
        }
        Ok(())
    }

    fn balance(&mut self, node: Node<'_, '_>, bytes: Range<usize>, out: &mut Out<'_>) -> Result<(), Error> {
        let kind = node
            .text_at(["Tp", "CdOrPrtry", "Cd"])
            .or_else(|| node.text_at(["Tp", "CdOrPrtry", "Prtry"]))
            .or_else(|| node.text_at(["Tp", "Cd"]))
            .unwrap_or_default();
        let Some(amount) = node.child("Amt") else {
            return Err(Error::new(Code::CamtMissing, "a balance without an amount").at_field("Bal/Amt"));
        };
        let amount = amounts::amount(amount, self.currency).map_err(|error| error.at_field("Bal/Amt"))?;
        let amount = match node.text_at(["CdtDbtInd"]) {
            Some("DBIT") => amount.checked_neg()?,
            Some("CRDT") => amount,
            _ => {
                self.assume("a balance without CdtDbtInd is taken as a credit");
                amount
            }
        };
        let on = node.child("Dt").and_then(|dates| day(dates, out.options()).ok());
        let place = out.place(bytes, FieldPath::default());
        self.balances.push(Stated { kind: kind.to_owned(), amount, on, place });
        Ok(())
    }

    /// Notes something that the statement leaves out.
    pub(super) fn assume(&mut self, said: &'static str) {
        if !self.assumed.contains(&said) {
            self.assumed.push(said);
        }
    }

    /// The day that the statement is of: that of its closing balance, the end of its period, or when it was made.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        let closing =
            self.balances.iter().rev().find(|known| known.kind == "CLBD").and_then(|known| known.on);
        closing.or(self.ledger.statement.until).or(self.created)
    }

    /// Hands over the balances, what was assumed, and the proof; `whole` where the statement was closed.
    pub(super) fn finish(mut self, whole: bool, end: usize, ledgers: &mut Ledgers, out: &mut Out<'_>) {
        let day = self.day();
        let at = |kind: &str| self.balances.iter().position(|known| known.kind == kind);
        let opening = ["OPBD", "PRCD"].into_iter().find_map(at);
        let closing = at("CLBD");
        let amount = |at: Option<usize>| at.and_then(|at| self.balances.get(at)).map(|known| known.amount);
        let statement = &mut self.ledger.statement;
        (statement.opening, statement.closing) = (amount(opening), amount(closing));
        // Reports of the day, and pages of a statement, begin or end with an interim balance.
        let mut interim = self.balances.iter().filter(|known| known.kind == "ITBD").map(|known| known.amount);
        let first = interim.next();
        let last = interim.next_back();
        self.ledger.interim = match (opening, closing) {
            (Some(_), Some(_)) => (None, None),
            (Some(_), None) => (None, last.or(first)),
            (None, Some(_)) => (first, None),
            (None, None) => (first.filter(|_| last.is_some()), last),
        };
        let statement = &mut self.ledger.statement;
        statement.account.clone_from(&self.account);
        statement.until = statement.until.or(day);
        if !whole {
            self.ledger.incomplete();
        }
        let id = self.ledger.statement.id.clone();
        for said in &self.assumed {
            let warning = Error::new(Code::CamtAssumed, *said);
            out.warn(id.iter().fold(warning, |warning, id| warning.at_row(id.as_str())));
        }
        for (at, Stated { amount, on, place, .. }) in self.balances.into_iter().enumerate() {
            let kind = match Some(at) {
                known if known == opening => BalanceKind::Opening,
                known if known == closing => BalanceKind::Closing,
                _ => BalanceKind::Other,
            };
            out.balance(
                Balance { account: self.account.clone(), statement: id.clone(), kind, amount, on },
                place,
            );
        }
        let mut place = self.place;
        place.bytes.end = out.place(end..end, FieldPath::default()).bytes.end;
        ledgers.end(self.ledger, place, out);
    }
}
