//! What a statement says besides its entries: account, period, balances; and the proof by its balances.

use super::account::account;
use super::amounts::{self, day};
use super::text::clean;
use crate::error::{Code, Error};
use crate::format::xml::Node;
use crate::format::{Balance, BalanceKind, ReadOptions, Report};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

/// A statement that is being read.
pub(super) struct Statement {
    /// Which of the input, from 1.
    pub(super) number: u32,
    /// IBAN, or the bank's own number.
    pub(super) account: Option<String>,
    /// Name of the account's holder.
    pub(super) owner: Option<String>,
    /// Currency of the account.
    pub(super) currency: Option<Currency>,
    /// What was assumed, each said once a statement.
    pub(super) assumed: Vec<&'static str>,
    id: Option<String>,
    created: Option<NaiveDate>,
    until: Option<NaiveDate>,
    balances: Vec<(String, Amount, Option<NaiveDate>)>,
    booked: Vec<Amount>,
    whole: bool,
}

impl Statement {
    pub(super) fn new(number: u32, options: &ReadOptions) -> Self {
        Statement {
            number,
            account: options.account.clone(),
            owner: None,
            currency: options.currency,
            assumed: Vec::new(),
            id: None,
            created: None,
            until: None,
            balances: Vec::new(),
            booked: Vec::new(),
            whole: true,
        }
    }

    /// Takes a child that is no entry.
    pub(super) fn child(&mut self, node: Node<'_, '_>, options: &ReadOptions) -> Result<(), Error> {
        match node.name() {
            "Id" => self.id = Some(node.text().to_owned()).filter(|id| !id.is_empty()),
            "CreDtTm" => self.created = day(node, options).ok(),
            "FrToDt" => {
                self.until =
                    node.child("ToDtTm").or_else(|| node.child("ToDt")).and_then(|to| day(to, options).ok());
            }
            "Acct" => {
                if let Some(account) = account(node) {
                    self.account = Some(account.into_text());
                }
                self.owner = node.text_at(["Ownr", "Nm"]).or_else(|| node.text_at(["Nm"])).map(clean);
                if let Some(code) = node.text_at(["Ccy"]) {
                    self.currency = Currency::parse(code).ok();
                }
            }
            "Bal" => self.balance(node, options)?,
            _ => {}
        }
        Ok(())
    }

    fn balance(&mut self, node: Node<'_, '_>, options: &ReadOptions) -> Result<(), Error> {
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
        let on = node.child("Dt").and_then(|dates| day(dates, options).ok());
        self.balances.push((kind.to_owned(), amount, on));
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
            self.balances.iter().rev().find(|(kind, ..)| kind == "CLBD").and_then(|balance| balance.2);
        closing.or(self.until).or(self.created)
    }

    /// Counts an entry for the proof by balances.
    pub(super) fn add(&mut self, booked: Option<Amount>) {
        let Some(booked) = booked else { return };
        match self.booked.iter_mut().find(|sum| sum.currency() == booked.currency()) {
            Some(sum) => match sum.checked_add(booked) {
                Ok(total) => *sum = total,
                Err(_) => self.whole = false,
            },
            None => self.booked.push(booked),
        }
    }

    /// An entry or a balance could not be read: there is nothing to prove.
    pub(super) fn incomplete(&mut self) {
        self.whole = false;
    }

    /// Hands over the balances, what was assumed, and the proof where the statement is whole.
    pub(super) fn finish(self, whole: bool, report: &mut Report) {
        let opening =
            ["OPBD", "PRCD"].into_iter().find(|kind| self.balances.iter().any(|known| known.0 == *kind));
        if whole
            && self.whole
            && let Some(warning) = self.proof(opening)
        {
            report.warn(self.place(warning));
        }
        for said in &self.assumed {
            report.warn(self.place(Error::new(Code::CamtAssumed, *said)));
        }
        for (kind, amount, on) in self.balances {
            let kind = match kind.as_str() {
                known if Some(known) == opening => BalanceKind::Opening,
                "CLBD" => BalanceKind::Closing,
                _ => BalanceKind::Other,
            };
            report.balances.push(Balance {
                account: self.account.clone(),
                statement: self.id.clone(),
                kind,
                amount,
                on,
            });
        }
    }

    fn place(&self, warning: Error) -> Error {
        match &self.id {
            Some(id) => warning.at_row(id.clone()),
            None => warning,
        }
    }

    /// Opening balance + booked entries = closing balance, or a warning with the amounts.
    fn proof(&self, opening: Option<&str>) -> Option<Error> {
        let find = |wanted: &str| self.balances.iter().find(|known| known.0 == wanted).map(|known| known.1);
        let (opening, closing) = (find(opening?)?, find("CLBD")?);
        if opening.currency() != closing.currency() {
            return Some(Error::new(
                Code::CamtBalance,
                format!("opening balance in {}, closing in {}", opening.currency(), closing.currency()),
            ));
        }
        let zero = Amount::zero(opening.currency());
        let booked =
            self.booked.iter().find(|sum| sum.currency() == opening.currency()).copied().unwrap_or(zero);
        let reached = opening.checked_add(booked).ok()?;
        if reached == closing {
            return None;
        }
        let missing =
            closing.checked_sub(reached).map_or_else(|_| String::new(), |gap| format!(", {gap} apart"));
        Some(Error::new(
            Code::CamtBalance,
            format!("{opening} and entries of {booked} make {reached}, not the closing {closing}{missing}"),
        ))
    }
}
