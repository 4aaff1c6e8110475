//! Quicken Interchange Format: what Quicken and many banks and programs write.
//!
//! # Design
//! A record is lines with a letter each, up to `^`; the section around it says what it is. The format states neither the
//! order of a date nor the decimal mark nor a currency: the first two are learnt from the first records as for CSV, the
//! last is an option. The record with which an account opens states a balance and moves nothing; nothing states the
//! balance at the end, so that a section is not proven.
//!
//! Source: Intuit, "Quicken Interchange Format (QIF) files".

mod learn;
mod record;
mod row;
mod section;

#[cfg(test)]
mod tests;

use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::ledger::{Ledger, Ledgers};
use super::reading::{Out, Reader, Stop};
use super::{Account, Balance, BalanceKind, FieldPath, RowPlace};
use crate::error::{Code, Error};
use crate::model::Transaction;
use core::ops::Range;
use learn::Learnt;
use record::{Fields, Piece};
use row::Outcome;
use section::Section;
use std::sync::Arc;

/// Text whose records tell together how all are read.
const SAMPLE: usize = 1 << 20;

/// How sure the start of an input is: by its header, or by the letters of its first record.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let Some(first) = look.lines().first() else { return 0 };
    let first = first.trim().to_ascii_lowercase();
    if ["!type:", "!account", "!option:", "!clear:"].iter().any(|mark| first.starts_with(mark)) {
        return CERTAIN;
    }
    let mut lines =
        look.lines().iter().map(|line| line.trim()).take_while(|line| !line.starts_with('^')).peekable();
    let ends = look.lines().iter().any(|line| line.trim() == "^");
    let letters = |line: &str| line.starts_with(|first: char| "DTUMPNLCASE$%".contains(first));
    if ends && lines.peek().is_some() && lines.all(letters) { LIKELY } else { 0 }
}

/// Reads QIF.
#[derive(Default)]
pub(crate) struct Qif {
    learnt: Option<Learnt>,
    section: Section,
    /// The account that the last block named.
    account: Option<String>,
    statement: Option<Statement>,
    statements: u64,
    /// Within a record that was too large.
    skips: bool,
    lists: Count,
    trades: Count,
    ids: Ids,
    ledgers: Ledgers,
}

/// A section of movements.
struct Statement {
    ledger: Ledger,
    place: RowPlace,
    records: (Arc<str>, u64),
}

/// Records of which one warning tells, and where the first of them is.
#[derive(Default)]
struct Count {
    records: u64,
    first: Option<RowPlace>,
}

impl Count {
    fn add(&mut self, place: impl FnOnce() -> RowPlace) {
        self.records += 1;
        if self.first.is_none() {
            self.first = Some(place());
        }
    }

    fn say(&self, said: &str, out: &mut Out<'_>) {
        if let Some(first) = &self.first {
            let warning = Error::new(Code::QifLeftOut, format!("{} records {said}", self.records));
            out.warn_placed(warning.at_bytes(first.bytes.clone()).at_line(first.line));
        }
    }
}

impl Reader for Qif {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let (text, last) = (out.text(), out.is_last());
        let learnt = match self.learnt.take() {
            Some(learnt) => learnt,
            None if text.len() < SAMPLE && !last => return Ok(0),
            None => {
                let sample = sample(text);
                let mut learnt = learn::learn(sample, text.len() < SAMPLE, out.options());
                core::mem::take(&mut learnt.warnings).into_iter().for_each(|warning| out.warn(warning));
                learnt
            }
        };
        let done = self.records(text, last, &learnt, out);
        self.learnt = Some(learnt);
        if last && done.is_ok() {
            self.finish(text.len(), out);
            self.lists.say("are of lists (categories, securities, prices), not movements: left out", out);
            self.trades.say("move securities and no cash of the account: no rows", out);
        }
        done
    }
}

/// The first lines of a text.
fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

impl Qif {
    fn records(&mut self, text: &str, last: bool, learnt: &Learnt, out: &mut Out<'_>) -> Result<usize, Stop> {
        let mut at = 0;
        loop {
            let (piece, end) = record::next(text, at, last);
            match piece {
                Piece::More => return Ok(if last { text.len() } else { end }),
                Piece::Header(header) => {
                    self.skips = false;
                    self.header(header, at..end, out);
                }
                Piece::TooLarge(start) => {
                    if !core::mem::replace(&mut self.skips, true) {
                        let said = format!("a record beyond {} bytes", record::LONGEST);
                        self.refuse(Error::new(Code::FormatTooLarge, said), start..end, out);
                    }
                }
                // What is left of a record that was refused.
                Piece::Record { .. } if self.skips => self.skips = false,
                Piece::Record { fields, start, closed } => {
                    let bytes = start..end;
                    if !closed && !text.ends_with(['\n', '\r']) && self.section.has_money() {
                        let said = "the input ends within a record: fetch it again, or end the record with ^";
                        self.refuse(Error::new(Code::FormatTruncated, said), bytes, out);
                    } else if !fields.empty {
                        if !closed {
                            let said = "the last record has no ^: taken as whole";
                            out.warn(Error::new(Code::QifAssumed, said).at_bytes(in_text(&bytes)));
                        }
                        self.record(&fields, bytes, learnt, out)?;
                    }
                }
            }
            at = end;
        }
    }

    fn header(&mut self, header: &str, bytes: Range<usize>, out: &mut Out<'_>) {
        if !Section::begins(header) {
            return;
        }
        self.finish(bytes.start, out);
        self.section = self.section.after(header);
        if self.section.has_money() {
            self.begin(bytes, out);
        }
    }

    fn begin(&mut self, bytes: Range<usize>, out: &mut Out<'_>) {
        self.statements += 1;
        out.says_empty();
        self.ids.statement();
        let place = out.place(bytes, FieldPath::element(&Arc::from("!Type["), self.statements));
        let records: Arc<str> = format!("{}/^[", place.field).into();
        self.statement = Some(Statement { ledger: Ledger::default(), place, records: (records, 0) });
    }

    fn record(
        &mut self,
        fields: &Fields<'_>,
        bytes: Range<usize>,
        learnt: &Learnt,
        out: &mut Out<'_>,
    ) -> Result<(), Stop> {
        match self.section {
            Section::Accounts => self.take_account(fields, bytes, learnt, out),
            Section::List => self.lists.add(|| out.place(bytes, FieldPath::default())),
            section => {
                if self.statement.is_none() {
                    self.begin(bytes.start..bytes.start, out);
                }
                match row::read(fields, section, learnt, out.options().currency) {
                    Ok(Outcome::Row(transaction, adds_up)) => {
                        out.record();
                        if !adds_up {
                            let said = "the splits of a record do not make its amount: the amount is taken";
                            out.warn(Error::new(Code::QifSplits, said).at_bytes(in_text(&bytes)));
                        }
                        self.row(*transaction, bytes, out);
                    }
                    Ok(Outcome::Opening { amount, on, account }) => {
                        self.account = self.account.take().or(account);
                        let place = out.place(bytes, FieldPath::default());
                        let account = self.account(out);
                        let kind = BalanceKind::Opening;
                        out.balance(Balance { account, statement: None, kind, amount, on: Some(on) }, place);
                        if let Some(statement) = self.statement.as_mut() {
                            statement.ledger.statement.opening = Some(amount);
                        }
                    }
                    Ok(Outcome::NoCash) => self.trades.add(|| out.place(bytes, FieldPath::default())),
                    // Every record would say the same.
                    Err(error) if error.code() == Code::QifCurrency => {
                        return Err(Stop::Refused(error.at_bytes(in_text(&bytes))));
                    }
                    Err(error) => self.refuse(error, bytes, out),
                }
            }
        }
        Ok(())
    }

    fn row(&mut self, mut transaction: Transaction, bytes: Range<usize>, out: &mut Out<'_>) {
        transaction.account = self.account(out);
        transaction.id = self.ids.name(&transaction, None, 0);
        let mut field = FieldPath::default();
        if let Some(statement) = self.statement.as_mut() {
            statement.ledger.book(transaction.amount);
            statement.records.1 += 1;
            field = FieldPath::element(&statement.records.0, statement.records.1);
        }
        let place = out.place(bytes, field);
        out.transaction(transaction, place);
    }

    fn refuse(&mut self, error: Error, bytes: Range<usize>, out: &mut Out<'_>) {
        if let Some(statement) = self.statement.as_mut() {
            statement.ledger.incomplete();
        }
        out.record();
        out.refuse(error.at_bytes(in_text(&bytes)));
    }

    /// The account of the records that come: that which the file names, else that of the options.
    fn account(&self, out: &Out<'_>) -> Option<String> {
        self.account.clone().or_else(|| out.options().account.clone())
    }

    /// A block that names an account, with the balance of its last statement.
    fn take_account(&mut self, fields: &Fields<'_>, bytes: Range<usize>, learnt: &Learnt, out: &mut Out<'_>) {
        let text = |letter: u8| Some(fields.get(letter).to_owned()).filter(|text| !text.is_empty());
        let Some(id) = text(b'N') else { return };
        let currency = out.options().currency;
        let place = out.place(bytes, FieldPath::default());
        out.account(
            Account { id: id.clone(), owner: None, name: text(b'D'), bank: None, currency },
            place.clone(),
        );
        self.account = Some(id);
        let stated = Some(fields.dollars).filter(|stated| !stated.is_empty());
        if let Some(amount) = stated.and_then(|stated| row::money(stated, learnt.mark, currency).ok()) {
            let on = row::day(fields.on, learnt).ok();
            let account = self.account.clone();
            out.balance(Balance { account, statement: None, kind: BalanceKind::Other, amount, on }, place);
        }
    }

    fn finish(&mut self, end: usize, out: &mut Out<'_>) {
        let Some(mut statement) = self.statement.take() else { return };
        statement.ledger.statement.account = self.account(out);
        statement.place.bytes.end = out.place(end..end, FieldPath::default()).bytes.end;
        self.ledgers.end(statement.ledger, statement.place, out);
    }
}

fn in_text(bytes: &Range<usize>) -> Range<u64> {
    bytes.start as u64..bytes.end as u64
}
