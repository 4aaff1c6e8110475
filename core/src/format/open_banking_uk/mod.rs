//! Reader of the UK Open Banking account information API: transactions, balances, accounts and statements.
//!
//! Source: Open Banking Limited, Read/Write API specification 3.1.11 and 4.0, "Account and Transaction API":
//! `OBReadTransaction6`, `OBReadBalance1`, `OBReadAccount6`, `OBReadStatement2`. From documentation: no answer of a live bank
//! was at hand.
//!
//! # Design
//! An answer is `{"Data": {…}, "Links": …, "Meta": …}`; accounts are known by their `AccountId`, and one answer may hold
//! several. Amounts have no sign: the indicator gives it. Version 3 writes states, balances and codes as words, version 4
//! as the codes of ISO 20022: both are read, whatever the version. What was rejected or is yet to come moved nothing and is
//! counted in a warning.

mod code;
mod row;
mod wire;

#[cfg(test)]
mod tests;

use super::json::{self, Answers, At, Documents, Text, Value, Way};
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::ledger::Ledgers;
use super::reading::{Out, Reader, Stop};
use super::{Balance, BalanceKind, FieldPath};
use crate::error::{Code, Error};
use row::Found;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Parts of an answer that hold no movement, by the name of their list.
const OTHERS: [&str; 9] = [
    "Beneficiary",
    "DirectDebit",
    "Offer",
    "Party",
    "Product",
    "ScheduledPayment",
    "StandingOrder",
    "ConsentId",
    "Permissions",
];

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let data = |name: &str| look.paths().iter().any(|path| path.ends_with(&format!("Data.{name}[]")));
    if ["Transaction", "Balance", "Account", "Statement"].iter().any(|name| data(name)) {
        return CERTAIN;
    }
    let row = look.keys(&["AccountId", "CreditDebitIndicator"]) || look.keys(&["TransactionInformation"]);
    let failed = look.has(&["Errors[]"]) && look.keys(&["ErrorCode"]);
    if row || failed || OTHERS.iter().any(|name| data(name)) { LIKELY } else { 0 }
}

/// What a record is.
#[derive(Clone, Copy)]
enum Kind {
    Transaction,
    Balance,
    Account,
    Statement,
    Links,
    Meta,
    Errors,
    Other(&'static str),
}

/// Reads answers of the UK's banks.
#[derive(Default)]
pub(crate) struct OpenBankingUk {
    documents: Documents<Kind>,
    content: Content,
}

#[derive(Default)]
struct Content {
    ids: Ids,
    ledgers: Ledgers,
    /// Whether a list of the API was found.
    known: bool,
    failed: bool,
    /// Records that moved nothing, and lists of other things, by what is said of them.
    nothing: BTreeMap<&'static str, u64>,
    others: BTreeMap<&'static str, u64>,
    more: bool,
    /// Transactions whose charges were taken as part of the amount.
    charged: u64,
    /// Balances after a transaction that cannot be read.
    unread: u64,
}

impl Reader for OpenBankingUk {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let done =
            self.documents.read(&mut self.content, out).map_err(|broken| broken.stop(out.text().len()))?;
        if out.is_last() {
            self.content.finish(out)?;
        }
        Ok(done)
    }
}

impl Answers for Content {
    type Kind = Kind;

    fn bare(&self, look: &Look<'_>) -> Option<Kind> {
        let record = |key: &str| look.has(&[key, &format!("[].{key}")]);
        let wrapped = look.has(&["Data{}", "[].Data{}"]);
        (record("CreditDebitIndicator") && !wrapped).then_some(Kind::Transaction)
    }

    fn begin(&mut self, _: &mut Out<'_>) {
        self.ids.statement();
    }

    fn way(&mut self, at: At<'_>) -> Way<Kind> {
        match (at.above, at.member) {
            ("", "Links") => return Way::Record(Kind::Links),
            ("", "Meta") => return Way::Record(Kind::Meta),
            ("", "Errors") => return Way::Record(Kind::Errors),
            ("Data", _) => {}
            _ if at.depth <= 3 && at.first == b'{' => return Way::Enter,
            _ => return Way::Pass,
        }
        let kind = match at.member {
            "Transaction" => Kind::Transaction,
            "Balance" => Kind::Balance,
            "Account" => Kind::Account,
            "Statement" => Kind::Statement,
            member => match OTHERS.iter().find(|other| **other == member) {
                Some(other) => return Way::Record(Kind::Other(other)),
                None => return Way::Pass,
            },
        };
        self.known = true;
        Way::Records(kind)
    }

    fn record(&mut self, kind: Kind, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        let read = value.check_depth();
        let read = match kind {
            Kind::Links => return self.more |= names_next(value.text),
            Kind::Meta => return,
            Kind::Errors => return self.failed = true,
            Kind::Other(name) => return *self.others.entry(name).or_default() += 1,
            Kind::Transaction => read.and_then(|()| self.transaction(value, &field, out)),
            Kind::Balance => read.and_then(|()| row::balance(value.text, out.options())).map(|balance| {
                let place = out.place(value.range(), field.clone());
                out.balance(balance, place);
            }),
            Kind::Account => read.and_then(|()| row::account(value.text)).map(|account| {
                let place = out.place(value.range(), field.clone());
                out.account(account, place);
            }),
            Kind::Statement => read.and_then(|()| row::statement(value.text, out.options())).map(|ledger| {
                let place = out.place(value.range(), field.clone());
                self.ledgers.end(ledger, place, out);
            }),
        };
        self.known = true;
        out.record();
        if let Err(error) = read {
            out.refuse(json::placed(error, value, &field));
        }
    }

    fn end(&mut self, _: &mut Out<'_>) {}
}

impl Content {
    fn transaction(&mut self, value: &Value<'_>, field: &FieldPath, out: &mut Out<'_>) -> Result<(), Error> {
        let read = match row::transaction(value.text, out.options())? {
            Found::Row(read) => read,
            Found::Nothing(why) => {
                *self.nothing.entry(why).or_default() += 1;
                return Ok(());
            }
        };
        let mut transaction = read.transaction;
        let place = out.place(value.range(), field.clone());
        if let Some(amount) = read.balance_after {
            // The balance after one transaction is no statement's, whatever its type.
            let (account, kind, on) =
                (transaction.account.clone(), BalanceKind::Other, Some(transaction.booked_on));
            out.balance(Balance { account, statement: None, kind, amount, on }, place.clone());
        }
        self.charged += u64::from(read.charged);
        self.unread += u64::from(read.balance_unread);
        transaction.id = self.ids.name_by_provider(&transaction, read.id.as_deref());
        out.transaction(transaction, place);
        Ok(())
    }

    fn finish(&self, out: &mut Out<'_>) -> Result<(), Stop> {
        let others: Vec<String> = self
            .others
            .keys()
            .map(|name| format!("`{name}` of UK Open Banking: holds no transactions"))
            .collect();
        if !self.known {
            let (code, said) = if !others.is_empty() {
                (Code::FormatUnsupported, others.join("; "))
            } else if self.failed {
                (
                    Code::FormatUnsupported,
                    "the answer of an Open Banking call that failed: it holds no transactions".to_owned(),
                )
            } else {
                (
                    Code::FormatUnknown,
                    "no list of UK Open Banking: `Data` with `Transaction` or `Balance`".to_owned(),
                )
            };
            return Err(Stop::Refused(Error::new(code, said)));
        }
        for (why, count) in &self.nothing {
            out.warn(Error::new(Code::OpenBankingNotBooked, format!("{count} transactions {why}")));
        }
        for said in others {
            out.warn(Error::new(Code::OpenBankingIncomplete, said));
        }
        if self.charged > 0 {
            let said = format!("{} transactions name charges: taken as part of their amount", self.charged);
            out.warn(Error::new(Code::OpenBankingAssumed, said));
        }
        if self.unread > 0 {
            let said = format!(
                "{} balances after a transaction cannot be read, as without direction or with a sign: left out",
                self.unread
            );
            out.warn(Error::new(Code::OpenBankingAssumed, said));
        }
        if self.more {
            let said = "the answer links to a next page: there are further transactions";
            out.warn(Error::new(Code::OpenBankingIncomplete, said));
        }
        Ok(())
    }
}

/// Whether the links of an answer name a page behind it.
fn names_next(links: &str) -> bool {
    #[derive(Deserialize, Default)]
    #[serde(default)]
    struct Links<'a> {
        #[serde(borrow, rename = "Next")]
        next: Text<'a>,
    }
    serde_json::from_str::<Links<'_>>(links).is_ok_and(|links| !links.next.0.is_empty())
}
