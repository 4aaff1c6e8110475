//! ISO 20022 bank-to-customer messages: camt.052 (report), camt.053 (statement) and camt.054 (notification), in versions
//! 001.01 to 001.13 and their vendors' variants.
//!
//! # Design
//! Elements are found by local name, whatever the version, namespace or prefix: versions wrap (`Pty`, `Sts/Cd`) and
//! rename (`BIC`, `BICFI`), and both forms are read. The message is walked once; one child of a statement at a time
//! (an entry, a balance) becomes a tree. A child that is not well-formed costs one error and the walk goes on behind it.
//!
//! What the numbers mean: `CdtDbtInd` is the direction, and `RvslInd` does not turn it round. The entry's amount is what
//! moved the account; the amounts of its details are taken only where they add up to it. Where a statement gives an
//! opening and a closing balance, they prove the entries: what does not add up is a warning.
//!
//! Source: the ISO 20022 message definition reports "Bank-to-Customer Cash Management", and the external code sets for
//! bank transaction codes and balance types (iso20022.org).

mod account;
mod amounts;
mod details;
mod entry;
mod kind;
mod statement;
mod text;

#[cfg(test)]
mod tests;

use super::FieldPath;
use super::look::{CERTAIN, Confidence, Element, Look};
use super::reading::ids::Ids;
use super::reading::ledger::Ledgers;
use super::reading::{Out, Reader, Stop};
use super::xml::{Node, OpenNames, Record, Scanner, Token, Tree};
use crate::error::{Code, Error};
use core::ops::Range;
use entry::{Context, Outcome};
use statement::Statement;
use std::sync::Arc;

/// Records that cannot be read, after which reading stops: the rest would say the same.
const ERRORS: usize = 10_000;

/// The elements of a statement, of a report, of a notification, with what the rows' source is.
const STATEMENTS: [(&str, &str); 3] = [("Stmt", "camt053"), ("Rpt", "camt052"), ("Ntfctn", "camt054")];

/// The beginnings of the messages' names; the first version adds `V01`.
pub(super) const MESSAGES: [&str; 3] = ["BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"];

/// How sure the start of an input is of one message: by its element, alone or in an envelope.
pub(super) fn looks(look: &Look<'_>, message: &str, namespace: &str) -> Confidence {
    let names = |found: &Element<'_>| {
        found.name.starts_with(message) || (found.name == "Document" && found.attributes.contains(namespace))
    };
    // A document type hides what follows: the reader refuses it by its own code.
    let hidden = || look.is_markup() && look.text.contains(message);
    if look.elements().iter().any(names) || hidden() { CERTAIN } else { 0 }
}

/// Reads camt messages, alone or in an envelope.
#[derive(Default)]
pub(crate) struct Camt {
    open: OpenNames,
    statement: Option<Statement>,
    statements: u32,
    message: bool,
    /// Records that could not be read.
    errors: usize,
    /// Where a record ends is not known: nothing more is read.
    lost: bool,
    ids: Ids,
    ledgers: Ledgers,
}

impl Reader for Camt {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        if self.lost {
            return Ok(out.text().len());
        }
        let mut scanner = Scanner::within(out.text(), core::mem::take(&mut self.open));
        let done = self.walk(&mut scanner, out);
        if out.is_last() || done.is_err() {
            // A statement that the end of the input cut.
            self.finish(false, scanner.position(), out);
        }
        let done = done?;
        self.open = scanner.into_open();
        if out.is_last() && !self.message && self.statements == 0 {
            let said = "XML without a bank-to-customer message: neither camt.052 nor camt.053 nor camt.054";
            return Err(Stop::Refused(Error::new(Code::FormatUnknown, said)));
        }
        Ok(done)
    }
}

impl Camt {
    fn walk<'a>(&mut self, scanner: &mut Scanner<'a>, out: &mut Out<'a>) -> Result<usize, Stop> {
        let mut tree = Tree::default();
        loop {
            let (start, depth) = (scanner.behind_comments(), scanner.depth());
            match scanner.next() {
                Ok(opened @ Token::Open { name, empty, .. }) => {
                    if self.statement.is_some() {
                        let record =
                            tree.record(scanner, start, opened, out.is_last()).map_err(Stop::Refused)?;
                        match record {
                            Record::Whole => self.child(tree.root(), start..scanner.position(), out),
                            Record::More => return Ok(start),
                            Record::Broken(error) => self.broken(name, error, out),
                            Record::Lost(error) => {
                                self.broken(name, error, out);
                                self.finish(false, scanner.position(), out);
                                self.lost = true;
                                return Ok(out.text().len());
                            }
                        }
                        self.check_errors()?;
                    } else if let Some((_, source)) = STATEMENTS.iter().find(|known| known.0 == name) {
                        self.begin(name, source, depth, start, out);
                        if empty {
                            self.finish(true, scanner.position(), out);
                        }
                    } else {
                        self.message |= MESSAGES.iter().any(|message| name.starts_with(message));
                    }
                }
                Ok(Token::Close) => {
                    if self.statement.as_ref().is_some_and(|statement| scanner.depth() <= statement.depth) {
                        self.finish(true, scanner.position(), out);
                    }
                }
                Ok(Token::End) => return Ok(scanner.position()),
                Ok(_) => {}
                Err(error) if error.code() == Code::FormatTruncated && !out.is_last() => {
                    scanner.resume(start, depth);
                    return Ok(start);
                }
                Err(error) if error.code() == Code::XmlDoctype => return Err(Stop::Refused(error)),
                Err(error) => return Err(Stop::Ended(error)),
            }
        }
    }

    fn begin(&mut self, name: &str, source: &'static str, depth: usize, start: usize, out: &mut Out<'_>) {
        self.statements = self.statements.saturating_add(1);
        out.says_empty();
        self.ids.statement();
        let list: Arc<str> = format!("{name}[").into();
        let place = out.place(start..start, FieldPath::element(&list, u64::from(self.statements)));
        self.statement = Some(Statement::new(source, depth, place, out.options()));
    }

    /// Reads a child of the statement.
    fn child(&mut self, node: Node<'_, '_>, bytes: Range<usize>, out: &mut Out<'_>) {
        let Some(statement) = self.statement.as_mut() else { return };
        let at = bytes.start as u64..bytes.end as u64;
        if node.name() != "Ntry" {
            if let Err(error) = statement.child(node, bytes, out) {
                self.refuse(node.name(), error.at_bytes(at), out);
            }
            return;
        }
        out.record();
        let mut context = Context { options: out.options(), warnings: Vec::new() };
        let outcome = entry::read(node, statement, &mut context);
        for warning in context.warnings {
            out.warn(warning.at_bytes(at.clone()));
        }
        let place = out.place(bytes, statement.next_entry());
        match outcome {
            Ok(Outcome::Rows { rows, booked }) => {
                if let Some(booked) = booked {
                    statement.ledger.book(booked);
                }
                for mut draft in rows {
                    draft.transaction.id = self.ids.name(&draft.transaction, draft.reference(), draft.part);
                    out.transaction(draft.transaction, place.clone());
                }
            }
            Ok(Outcome::NotBooked) => {
                out.warn(
                    Error::new(Code::CamtNotBooked, "an entry of status INFO moves nothing: no row")
                        .at_bytes(at),
                );
            }
            Err(error) => self.refuse("Ntry", error.at_bytes(at), out),
        }
    }

    /// Refuses a child of the statement that is not well-formed.
    fn broken(&mut self, name: &str, error: Error, out: &mut Out<'_>) {
        if name == "Ntry" {
            out.record();
        }
        self.refuse(name, error, out);
    }

    /// Refuses a child of the statement: then its balances prove nothing.
    fn refuse(&mut self, name: &str, error: Error, out: &mut Out<'_>) {
        if let Some(statement) = self.statement.as_mut() {
            statement.ledger.incomplete();
        }
        self.errors += 1;
        if name == "Ntry" {
            out.refuse(error);
        } else {
            out.error(error);
        }
    }

    fn check_errors(&self) -> Result<(), Stop> {
        if self.errors < ERRORS {
            return Ok(());
        }
        let said = format!("{ERRORS} records could not be read: reading stopped");
        Err(Stop::Ended(Error::new(Code::FormatTooLarge, said)))
    }

    /// Ends the statement, at a place of the text.
    fn finish(&mut self, whole: bool, end: usize, out: &mut Out<'_>) {
        if let Some(statement) = self.statement.take() {
            statement.finish(whole, end, &mut self.ledgers, out);
        }
    }
}
