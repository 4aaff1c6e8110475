//! ISO 20022 camt.053, the bank-to-customer statement, in versions 001.01 to 001.13 and their vendors' variants.
//!
//! # Design
//! Elements are found by local name, whatever the version, namespace or prefix: versions wrap (`Pty`, `Sts/Cd`) and
//! rename (`BIC`, `BICFI`), and both forms are read. The statement is walked once; one child of a statement at a time
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
mod ids;
mod kind;
mod statement;
mod text;

#[cfg(test)]
mod tests;

use super::xml::{Scanner, Token, Tree};
use super::{ReadOptions, Report, encoding};
use crate::error::{Code, Error};
use core::ops::Range;
use entry::{Context, Outcome};
use ids::Draft;
use statement::Statement;

/// Records that cannot be read, after which reading stops: the rest would say the same.
const ERRORS: usize = 10_000;

/// Reads a camt.053 message, or several in an envelope.
///
/// # Errors
/// `format.encoding`, `format.xml.doctype`, `format.xml.syntax` before any statement, `format.unknown` for XML without one.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    let decoded = encoding::decode(bytes)?;
    let mut walk = Walk {
        scanner: Scanner::new(&decoded.text),
        tree: Tree::default(),
        options,
        offset: decoded.offset,
        report: Report::default(),
        drafts: Vec::new(),
        statement: None,
        statements: 0,
        message: false,
    };
    if let Some(warning) = decoded.warning {
        walk.report.warn(warning);
    }
    walk.run()?;
    let Walk { mut report, drafts, statements, message, .. } = walk;
    if !message && statements == 0 && report.errors.is_empty() {
        return Err(Error::new(
            Code::FormatUnknown,
            "XML without a BkToCstmrStmt element: not a camt.053 statement",
        ));
    }
    report.says_empty = statements > 0;
    ids::assign(drafts, &mut report);
    Ok(report)
}

struct Walk<'a, 'o> {
    scanner: Scanner<'a>,
    tree: Tree<'a>,
    options: &'o ReadOptions,
    /// Bytes of the input before the text.
    offset: u64,
    report: Report,
    drafts: Vec<Draft>,
    statement: Option<Statement>,
    statements: u32,
    message: bool,
}

impl<'a> Walk<'a, '_> {
    fn run(&mut self) -> Result<(), Error> {
        loop {
            let start = self.scanner.position();
            match self.scanner.next() {
                Ok(Token::Open { name, attributes, empty }) => {
                    if self.statement.is_some() {
                        if !self.child(start, name, attributes, empty)? {
                            break;
                        }
                    } else if name == "Stmt" {
                        self.statements = self.statements.saturating_add(1);
                        self.statement = Some(Statement::new(self.statements, self.options));
                        if empty {
                            self.finish(true);
                        }
                    } else {
                        // `BkToCstmrStmtV01` in the first version.
                        self.message |= name.starts_with("BkToCstmrStmt");
                    }
                }
                Ok(Token::Close { name: "Stmt" }) => self.finish(true),
                Ok(Token::End) => break,
                Ok(_) => {}
                Err(error) if error.code() == Code::XmlDoctype => return Err(error),
                Err(error) if !self.message && self.statements == 0 => return Err(error),
                Err(error) => {
                    self.report.push_error(error);
                    break;
                }
            }
        }
        // A statement that the end of the input cut.
        self.finish(false);
        Ok(())
    }

    /// Reads one child of a statement. `false` ends the walk.
    fn child(
        &mut self,
        start: usize,
        name: &'a str,
        attributes: &'a str,
        empty: bool,
    ) -> Result<bool, Error> {
        let depth = self.scanner.depth().saturating_sub(usize::from(!empty));
        let counts = name == "Ntry";
        self.report.records += u64::from(counts);
        match self.tree.read(&mut self.scanner, name, attributes, empty) {
            Ok(()) => {
                let bytes = self.bytes(start, self.scanner.position());
                self.record(name, bytes);
            }
            Err(error) if error.code() == Code::XmlDoctype => return Err(error),
            Err(error) => {
                let Some(end) = self.scanner.find_end(start, name) else {
                    self.report.push_error(error.at_bytes(self.bytes(start, self.scanner.position())));
                    return Ok(false);
                };
                // With an end further on, nothing is missing: the record is not well-formed.
                let error = match error.code() {
                    Code::FormatTruncated => {
                        Error::new(Code::XmlSyntax, "a record whose elements are not closed")
                    }
                    _ => error,
                };
                self.refuse(error.at_bytes(self.bytes(start, end)));
                self.scanner.resume(end, depth);
            }
        }
        if self.report.errors.len() >= ERRORS {
            self.report.push_error(Error::new(
                Code::FormatTooLarge,
                format!("{ERRORS} records could not be read: reading stopped"),
            ));
            return Ok(false);
        }
        Ok(true)
    }

    fn record(&mut self, name: &str, bytes: Range<u64>) {
        let Some(statement) = self.statement.as_mut() else { return };
        let node = self.tree.root();
        if name == "Ntry" {
            let mut context = Context { options: self.options, warnings: Vec::new() };
            let outcome = entry::read(node, statement, &mut context);
            let at = bytes.clone();
            self.report
                .warnings
                .extend(context.warnings.into_iter().map(|warning| warning.at_bytes(at.clone())));
            match outcome {
                Ok(Outcome::Rows { rows, booked }) => {
                    statement.add(booked);
                    self.drafts.extend(rows.into_iter().map(|row| Draft { bytes: bytes.clone(), ..row }));
                }
                Ok(Outcome::NotBooked) => self.report.warn(
                    Error::new(Code::CamtNotBooked, "an entry of status INFO moves nothing: no row")
                        .at_bytes(bytes),
                ),
                Err(error) => self.refuse(error.at_bytes(bytes)),
            }
        } else if let Err(error) = statement.child(node, self.options) {
            self.refuse(error.at_bytes(bytes));
        }
    }

    fn refuse(&mut self, error: Error) {
        if let Some(statement) = self.statement.as_mut() {
            statement.incomplete();
        }
        self.report.push_error(error);
    }

    fn finish(&mut self, whole: bool) {
        if let Some(statement) = self.statement.take() {
            statement.finish(whole, &mut self.report);
        }
    }

    fn bytes(&self, start: usize, end: usize) -> Range<u64> {
        self.offset + start as u64..self.offset + end as u64
    }
}
