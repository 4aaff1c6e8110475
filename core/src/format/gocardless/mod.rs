//! Reader of GoCardless Bank Account Data (formerly Nordigen) and the Berlin Group's JSON that it passes on.
//!
//! Source: the API's `accounts/{id}/transactions/` and `balances/`; NextGenPSD2 (Berlin Group) 1.3, `transactionDetails`,
//! `cardTransaction`, `accountDetails`, `_links`.
//!
//! # Design
//! Banks fill the same fields differently. What a row needs is an amount and, if booked, a date; every other field is
//! read for its words and never costs the row. Remittance comes as a text, a list, "structured" free text, or an
//! object with a creditor reference; the other side is the debtor of money in and the creditor of money out. Ids
//! repeat with other content at some banks: then the content is the id, so that no payment hides another. Pending
//! rows have ids of their own (`pending:…`), since a bank may give the booked one another id or the same.

mod exchange;
mod money;
mod remittance;
mod row;
mod wire;

#[cfg(test)]
mod tests;

use super::json::{self, Broken, Known, Step, Value, Walk};
use super::look::{Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::source::LOOK;
use super::reading::{Out, Reader, Stop};
use super::{Balance, BalanceKind, FieldPath};
use crate::error::{Code, Error};
use crate::model::Status;
use row::Side;
use wire::Row;

/// How sure the start of an input is. Open Banking of the Berlin Group has the same shape; balances and account details come
/// from the same API.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    if look.has(&["transactions.booked[]", "transactions.pending[]", "booked[]"])
        || look.keys(&["transactionAmount"])
        || look.has(&["cardTransactions.booked[]", "cardTransactions.pending[]"])
        || look.keys(&["balanceAmount"])
        || look.keys(&["tppMessages", "category"])
        || look.keys(&["institution_id", "iban"])
        || look.keys(&["resourceId", "iban"])
    {
        LIKELY
    } else {
        0
    }
}

/// Reads the answers of GoCardless Bank Account Data: transactions and balances.
#[derive(Default)]
pub(crate) struct Gocardless {
    walk: Walk,
    /// Whether the input is a list of rows, known when its start was seen.
    bare: Option<bool>,
    /// The list that was entered.
    list: Option<List>,
    document: Document,
    /// Whether anything of the API was found.
    known: bool,
    swapped: u64,
    /// Standing orders, which are listed beside the transactions.
    information: u64,
    /// Whether an answer links to a page behind it.
    more: bool,
    ids: Ids,
    /// Rows of the record at hand.
    rows: Vec<row::Read>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Transactions(Status),
    Balances,
    Accounts,
    /// Payments that are planned.
    Information,
}

/// One answer of the API.
#[derive(Default)]
struct Document {
    /// Objects and lists around its members.
    depth: usize,
    account: Option<String>,
    /// Members of account details, and of a call that failed.
    details: u8,
    failed: u8,
}

impl Reader for Gocardless {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let text = out.text();
        if self.bare.is_none() {
            if text.len() <= LOOK && !out.is_last() {
                return Ok(0);
            }
            self.bare = Some(is_list_of_rows(text));
        }
        self.documents(text, out).map_err(|broken| broken.stop(text.len()))?;
        if out.is_last() {
            self.end(out)?;
        }
        Ok(self.walk.done())
    }
}

impl Gocardless {
    fn documents(&mut self, text: &str, out: &mut Out<'_>) -> Result<(), Broken> {
        let last = out.is_last();
        // Of many members: it stays where it is while rows come and go.
        let (mut row, mut known) = (Row::default(), Known::of_list());
        loop {
            let first = match self.walk.next(text, last)? {
                Step::Value(first) => first,
                Step::Close => {
                    self.list = None;
                    self.leave()?;
                    continue;
                }
                Step::More | Step::End => return Ok(()),
            };
            if let Some(list) = self.enters(first, out) {
                self.list = list;
                self.walk.enter(first);
                continue;
            }
            let field = self.walk.field();
            if let Some(List::Transactions(status)) = self.list
                && let Some(value) = self.walk.read(text, &mut known, &mut row)
            {
                self.transaction(&value, Some(&row), status, field, out);
                continue;
            }
            let member = if first == b'{' { self.walk.member() } else { "" };
            let account = matches!(member, "account" | "cardAccount") && self.at_document();
            let single = matches!(member, "transactionsDetails" | "transactionDetails") && self.at_document();
            let links = member == "_links";
            let Some(value) = self.walk.take(text, last)? else { return Ok(()) };
            match self.list {
                Some(List::Transactions(status)) => self.transaction(&value, None, status, field, out),
                Some(List::Balances) => self.balance(&value, field, out),
                Some(List::Accounts) => self.account(&value, field, out),
                Some(List::Information) => self.information += 1,
                None if account => {
                    self.document.details = self.document.details.saturating_add(2);
                    self.document.account =
                        self.document.account.take().or_else(|| row::account_id(value.text));
                }
                None if single => {
                    self.found(List::Transactions(Status::Booked), out);
                    self.transaction(&value, None, Status::Booked, field, out);
                }
                None if links => self.more |= names_next(value.text),
                None => {}
            }
        }
    }

    /// Whether the value that comes is a member of an answer itself.
    fn at_document(&self) -> bool {
        self.walk.in_object() && self.walk.depth() == self.document.depth
    }

    /// Whether the value that comes is gone into, and the list that it is.
    fn enters(&mut self, first: u8, out: &mut Out<'_>) -> Option<Option<List>> {
        if self.list.is_some() {
            return None;
        }
        if !self.walk.in_object() {
            // The top, or a list of answers.
            let begins = first == b'{' && self.walk.depth() <= 1;
            if begins {
                let account = out.options().account.clone();
                self.document = Document { depth: self.walk.depth() + 1, account, ..Document::default() };
                self.ids.statement();
            }
            let list = first == b'[' && self.walk.depth() == 0;
            let bare = list && self.bare == Some(true);
            if bare {
                self.document.account.clone_from(&out.options().account);
            }
            return match (begins || list, bare) {
                (true, true) => Some(Some(self.found(List::Transactions(Status::Booked), out))),
                (true, false) => Some(None),
                _ => None,
            };
        }
        if self.at_document() {
            match self.walk.member() {
                "iban" | "institution_id" | "owner_name" | "resourceId" => self.document.details += 1,
                "status_code" | "detail" | "summary" => self.document.failed += 1,
                "tppMessages" => self.document.failed += 2,
                _ => {}
            }
        }
        let list = match (self.walk.member(), first) {
            ("transactions" | "cardTransactions", b'{') => return Some(None),
            ("transactions" | "booked", b'[') => List::Transactions(Status::Booked),
            ("pending", b'[') => List::Transactions(Status::Pending),
            ("balances", b'[') => List::Balances,
            ("information", b'[') => List::Information,
            ("accounts" | "cardAccounts", b'[') if self.at_document() => List::Accounts,
            _ => return None,
        };
        Some(Some(self.found(list, out)))
    }

    fn found(&mut self, list: List, out: &mut Out<'_>) -> List {
        self.known = true;
        out.says_empty();
        list
    }

    /// After an object or a list: an answer without anything of the API says what it is instead.
    fn leave(&mut self) -> Result<(), Broken> {
        let ended = self.document.depth > 0 && self.walk.depth() < self.document.depth;
        if !ended || self.known {
            return Ok(());
        }
        let said = if self.document.details >= 2 {
            "account details of GoCardless: they hold no transactions; give the answer of `transactions/`"
        } else if self.document.failed >= 2 {
            "the answer of a GoCardless call that failed: it holds no transactions"
        } else {
            return Ok(());
        };
        Err(Broken::Refused(Error::new(Code::FormatUnsupported, said)))
    }

    fn end(&mut self, out: &mut Out<'_>) -> Result<(), Stop> {
        if !self.known {
            let said = "neither `transactions` with `booked` and `pending` nor `balances`";
            return Err(Stop::Refused(Error::new(Code::FormatUnknown, said)));
        }
        if self.swapped > 0 {
            let said = format!(
                "{} rows name only the payer of money out or the payee of money in: taken as the other side",
                self.swapped
            );
            out.warn(Error::new(Code::GocardlessSwapped, said));
        }
        if self.information > 0 {
            let said = format!(
                "{} standing orders beside the transactions: they moved nothing yet",
                self.information
            );
            out.warn(Error::new(Code::GocardlessIncomplete, said));
        }
        if self.more {
            let said = "the answer links to a next page: there are further transactions";
            out.warn(Error::new(Code::GocardlessIncomplete, said));
        }
        Ok(())
    }

    /// A transaction, if it was read already; else it is from its text.
    fn transaction(
        &mut self,
        value: &Value<'_>,
        row: Option<&Row<'_>>,
        status: Status,
        field: FieldPath,
        out: &mut Out<'_>,
    ) {
        out.record();
        let account = self.document.account.as_deref();
        self.rows.clear();
        let rows = &mut self.rows;
        let read = match row {
            Some(row) => row::transactions(row, status, account, out.options(), rows),
            None => value
                .check_depth()
                .and_then(|()| row::row(value.text))
                .and_then(|row| row::transactions(&row, status, account, out.options(), rows)),
        };
        if let Err(error) = read {
            return out.refuse(json::placed(error, value, &field));
        }
        let (many, mut left) = (self.rows.len() > 1, self.rows.len());
        let mut whole = out.place(value.range(), field);
        for (part, row::Read { mut transaction, side, balance_after }) in (1..).zip(self.rows.drain(..)) {
            self.swapped += u64::from(side == Side::Swapped);
            left -= 1;
            let place = if left == 0 { core::mem::take(&mut whole) } else { whole.clone() };
            if let Some(amount) = balance_after {
                let balance = Balance {
                    account: self.document.account.clone(),
                    statement: None,
                    kind: BalanceKind::Other,
                    amount,
                    on: Some(transaction.booked_on),
                };
                out.balance(balance, place.clone());
            }
            let id = core::mem::take(&mut transaction.id);
            let id = Some(id.as_str()).filter(|id| !id.is_empty());
            transaction.id = if many {
                self.ids.name(&transaction, id, part)
            } else {
                self.ids.name_by_provider(&transaction, id)
            };
            out.transaction(transaction, place);
        }
    }

    fn account(&mut self, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        out.record();
        let read = value.check_depth().and_then(|()| row::account(value.text, out.options()));
        match read {
            Ok((account, balances)) => {
                let place = out.place(value.range(), field);
                out.account(account, place.clone());
                balances.into_iter().for_each(|balance| out.balance(balance, place.clone()));
            }
            Err(error) => out.refuse(json::placed(error, value, &field)),
        }
    }

    fn balance(&mut self, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>) {
        out.record();
        match row::balance(value.text, self.document.account.clone(), out.options()) {
            Ok(balance) => {
                let place = out.place(value.range(), field);
                out.balance(balance, place);
            }
            Err(error) => out.refuse(json::placed(error, value, &field)),
        }
    }
}

/// Whether the links of an answer name a page behind it.
fn names_next(links: &str) -> bool {
    #[derive(serde::Deserialize, Default)]
    #[serde(default)]
    struct Links<'a> {
        #[serde(borrow)]
        next: Option<&'a serde_json::value::RawValue>,
    }
    let links: Links<'_> = serde_json::from_str(links).unwrap_or_default();
    links.next.is_some_and(|next| !matches!(next.get(), "null" | "\"\"" | "{}"))
}

/// Whether a text is a list of rows themselves, not of documents: by its first element.
fn is_list_of_rows(text: &str) -> bool {
    let mut walk = Walk::default();
    if !matches!(walk.next(text, true), Ok(Step::Value(b'['))) {
        return false;
    }
    walk.enter(b'[');
    let first = walk.next(text, true).and_then(|_| walk.take(text, true));
    let Ok(Some(first)) = first else { return false };
    first.text.contains("\"transactionAmount\"")
        && !first.text.contains("\"booked\"")
        && !first.text.contains("\"pending\"")
}
