//! Reader of GoCardless Bank Account Data (formerly Nordigen) and the Berlin Group's JSON that it passes on.
//!
//! Source: the API's `accounts/{id}/transactions/` and `balances/`; NextGenPSD2 (Berlin Group), `transactionDetails`.
//!
//! # Design
//! Banks fill the same fields differently. What a row needs is an amount and, if booked, a date; every other field is
//! read for its words and never costs the row. Remittance comes as a text, a list, "structured" free text, or an
//! object with a creditor reference; the other side is the debtor of money in and the creditor of money out. Ids
//! repeat with other content at some banks: then the content is the id, so that no payment hides another. Pending
//! rows have ids of their own (`pending:…`), since a bank may give the booked one another id or the same.

mod code;
mod exchange;
mod money;
mod remittance;
mod row;
mod wire;

#[cfg(test)]
mod tests;

use super::json::{Broken, Cursor, Value, walk};
use super::{Balance, BalanceKind, ReadOptions, Report};
use crate::error::{Code, Error};
use crate::model::{Occurrences, Status, Transaction};
use row::Side;
use rustc_hash::FxHashMap;

/// Reads the answers of GoCardless Bank Account Data: transactions and balances.
///
/// # Errors
/// `format.unsupported` for account details and errors of the API, `format.unknown`, `format.encoding`,
/// `format.json.syntax` and `format.truncated` where no row comes before.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    let mut swapped = 0_u64;
    let mut report = walk(bytes, options, |cursor, report, options| {
        let mut reader =
            Reader { report, options, account: options.account.clone(), first: 0, known: false, swapped: 0 };
        let ended = reader.documents(cursor);
        swapped = reader.swapped;
        let known = reader.known;
        ended?;
        if known { Ok(()) } else { Err(Broken::Refused(unknown())) }
    })?;
    if swapped > 0 {
        let said = format!(
            "{swapped} rows name only the payer of money out or the payee of money in: taken as the other side"
        );
        report.warn(Error::new(Code::GocardlessSwapped, said));
    }
    Ok(report)
}

fn unknown() -> Error {
    Error::new(Code::FormatUnknown, "neither `transactions` with `booked` and `pending` nor `balances`")
}

struct Reader<'r> {
    report: &'r mut Report,
    options: &'r ReadOptions,
    account: Option<String>,
    /// Transactions of the report before this document.
    first: usize,
    /// Whether anything of the API was found.
    known: bool,
    swapped: u64,
}

impl Reader<'_> {
    fn documents(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Broken> {
        match cursor.peek() {
            Some(b'[') => {
                let start = cursor.position();
                if is_list_of_rows(cursor) {
                    cursor.rewind(start);
                    let ended = self.rows(cursor, Status::Booked, "");
                    self.give_ids();
                    return ended;
                }
                cursor.rewind(start);
                let mut at = 0_usize;
                cursor.array(|cursor| {
                    let path = format!("/{at}");
                    at += 1;
                    self.document(cursor, &path)
                })
            }
            Some(b'{') => {
                // One document, or one a line.
                while cursor.peek() == Some(b'{') {
                    self.document(cursor, "")?;
                }
                Ok(())
            }
            _ => cursor.skip().map(drop),
        }
    }

    /// One answer of the API.
    fn document(&mut self, cursor: &mut Cursor<'_>, path: &str) -> Result<(), Broken> {
        if cursor.peek() != Some(b'{') {
            return cursor.skip().map(drop);
        }
        self.account.clone_from(&self.options.account);
        self.first = self.report.transactions.len();
        let (mut details, mut failed) = (0_u8, 0_u8);
        let ended = cursor.object(|cursor, name| {
            match name {
                "iban" | "institution_id" | "owner_name" | "resourceId" => details += 1,
                "status_code" | "detail" | "summary" => failed += 1,
                _ => {}
            }
            match (name, cursor.peek()) {
                ("account", Some(b'{')) => {
                    let value = cursor.skip()?;
                    details += 2;
                    self.account = self.account.take().or_else(|| row::iban_of(value.text));
                    Ok(())
                }
                _ => self.member(cursor, name, path),
            }
        });
        self.give_ids();
        ended?;
        if !self.known && details >= 2 {
            return Err(Broken::Refused(Error::new(
                Code::FormatUnsupported,
                "account details of GoCardless: they hold no transactions; give the answer of `transactions/`",
            )));
        }
        if !self.known && failed >= 2 {
            return Err(Broken::Refused(Error::new(
                Code::FormatUnsupported,
                "the answer of a GoCardless call that failed: it holds no transactions",
            )));
        }
        Ok(())
    }

    fn member(&mut self, cursor: &mut Cursor<'_>, name: &str, path: &str) -> Result<(), Broken> {
        let path = format!("{path}/{name}");
        match (name, cursor.peek()) {
            ("transactions", Some(b'{')) => cursor.object(|cursor, name| self.member(cursor, name, &path)),
            ("transactions" | "booked", Some(b'[')) => self.rows(cursor, Status::Booked, &path),
            ("pending", Some(b'[')) => self.rows(cursor, Status::Pending, &path),
            ("balances", Some(b'[')) => self.balances(cursor, &path),
            _ => cursor.skip().map(drop),
        }
    }

    fn rows(&mut self, cursor: &mut Cursor<'_>, status: Status, path: &str) -> Result<(), Broken> {
        self.known = true;
        self.report.says_empty = true;
        let mut at = 0_usize;
        cursor.array(|cursor| {
            let value = cursor.skip()?;
            self.report.records += 1;
            let read = value
                .check_depth()
                .and_then(|()| row::transaction(value.text, status, self.account.as_deref(), self.options));
            match read {
                Ok(read) => self.push(read, cursor, &value),
                Err(error) => {
                    let error = cursor.place(error, &value, &format!("{path}/{at}"));
                    self.report.push_error(error);
                }
            }
            at += 1;
            Ok(())
        })
    }

    fn push(&mut self, read: row::Read, cursor: &Cursor<'_>, value: &Value<'_>) {
        if read.side == Side::Swapped {
            self.swapped += 1;
        }
        if let Some(amount) = read.balance_after {
            self.report.balances.push(Balance {
                account: self.account.clone(),
                statement: None,
                kind: BalanceKind::Other,
                amount,
                on: Some(read.transaction.booked_on),
            });
        }
        self.report.push_transaction(read.transaction, cursor.bytes(value));
    }

    fn balances(&mut self, cursor: &mut Cursor<'_>, path: &str) -> Result<(), Broken> {
        self.known = true;
        self.report.says_empty = true;
        let mut at = 0_usize;
        cursor.array(|cursor| {
            let value = cursor.skip()?;
            self.report.records += 1;
            match row::balance(value.text, self.account.clone(), self.options) {
                Ok(balance) => self.report.balances.push(balance),
                Err(error) => {
                    let error = cursor.place(error, &value, &format!("{path}/{at}"));
                    self.report.push_error(error);
                }
            }
            at += 1;
            Ok(())
        })
    }

    /// The bank's id where it stands for one content, else an id by content; with the account, if known.
    fn give_ids(&mut self) {
        let rows = self.report.transactions.get_mut(self.first..).unwrap_or_default();
        let mut firsts: FxHashMap<(Status, &str), &Transaction> = FxHashMap::default();
        let mut spoilt: rustc_hash::FxHashSet<(Status, &str)> = rustc_hash::FxHashSet::default();
        for row in rows.iter().filter(|row| !row.id.is_empty()) {
            let key = (row.status, row.id.as_str());
            if *firsts.entry(key).or_insert(row) != row {
                spoilt.insert(key);
            }
        }
        let ambiguous: Vec<bool> = rows
            .iter()
            .map(|row| row.id.is_empty() || spoilt.contains(&(row.status, row.id.as_str())))
            .collect();
        let (mut booked, mut pending) = (Occurrences::default(), Occurrences::default());
        for (row, ambiguous) in rows.iter_mut().zip(ambiguous) {
            let counter = if row.status == Status::Pending { &mut pending } else { &mut booked };
            let mut id = if ambiguous { counter.id(row) } else { core::mem::take(&mut row.id) };
            if let (Some(account), false) = (&row.account, ambiguous) {
                id = format!("{account}/{id}");
            }
            row.id = if row.status == Status::Pending { format!("pending:{id}") } else { id };
        }
        self.first = self.report.transactions.len();
    }
}

/// Whether a list holds rows themselves, not documents: by its first element.
fn is_list_of_rows(cursor: &mut Cursor<'_>) -> bool {
    let mut row = false;
    // The walk is ended after the first element.
    let _ = cursor.array(|cursor| {
        let value = cursor.skip()?;
        row = value.text.contains("\"transactionAmount\"")
            && !value.text.contains("\"booked\"")
            && !value.text.contains("\"pending\"");
        Err(Broken::Syntax(0))
    });
    row
}
