//! CODA: the coded statement of account of Belgian banks.
//!
//! # Design
//! Lines of 128 columns. What belongs to one movement is gathered first: its own lines, the information behind it, and the
//! details of a total, which share its sequence number. A total and its details are one booking: where the details add up,
//! they are the rows, and the total is what the balance is proven by; else the total is the row, and a warning says so.
//! Old balance, movements and new balance prove a statement; the trailer's count and sums are held against what was read.
//!
//! Source: Febelfin, "Coded statement of account (CODA)", version 2.3 and later.

mod batch;
mod code;
mod communication;
mod line;
mod movement;
mod statement;

#[cfg(test)]
mod tests;

use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::ledger::Ledgers;
use super::reading::{Out, Reader, Stop};
use super::{FieldPath, RowPlace};
use crate::error::{Code, Error};
use crate::model::ReferenceKind;
use batch::Row;
use core::ops::Range;
use line::{Found, LONGEST, Line};
use statement::{Header, Statement};
use std::sync::Arc;

/// Records that cannot be read, after which reading stops: the rest would say the same.
const ERRORS: usize = 10_000;
/// Bytes of a movement with its details.
const LARGEST: usize = 4 << 20;

/// How sure the start of an input is: by its header and the old balance behind it.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let mut lines = look.lines().iter().map(|line| line.trim_end());
    let (Some(first), second) = (lines.next(), lines.next()) else { return 0 };
    let digits = |from: usize, to: usize| {
        first.get(from..to).is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
    };
    // Zeros, the day, the bank, and the application of statements.
    let header = first.starts_with("0000") && digits(4, 14) && first.get(14..16) == Some("05");
    if !header || !(100..=128).contains(&first.chars().count()) {
        return 0;
    }
    if second.is_some_and(|line| line.starts_with('1')) { CERTAIN } else { LIKELY }
}

/// Reads CODA.
#[derive(Default)]
pub(crate) struct Coda {
    header: Header,
    statement: Option<Statement>,
    statements: u64,
    /// Path of statements.
    list: Option<Arc<str>>,
    /// Within a line, within a movement that was too large.
    skips: (bool, bool),
    errors: usize,
    /// Where reading stopped before the end.
    stopped: Option<usize>,
    ids: Ids,
    ledgers: Ledgers,
}

impl Reader for Coda {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let text = out.text();
        let done = self.walk(text, out);
        if out.is_last() || done.is_err() {
            let end = self.stopped.unwrap_or(text.len());
            self.finish(end..end, None, out);
        }
        done
    }
}

impl Coda {
    fn walk<'t>(&mut self, text: &'t str, out: &mut Out<'_>) -> Result<usize, Stop> {
        let mut at = 0;
        let mut lines: Vec<Line<'t>> = Vec::new();
        loop {
            if self.skips.0 {
                let Some(end) = memchr::memchr(b'\n', text.as_bytes().get(at..).unwrap_or_default()) else {
                    return Ok(text.len());
                };
                (at, self.skips.0) = (at + end + 1, false);
            }
            let line = match line::line(text, at, out.is_last()) {
                Found::Nothing => return Ok(text.len()),
                Found::Part(start) => return Ok(start),
                Found::TooLong(start) => {
                    self.skips.0 = true;
                    out.record();
                    let said = format!("a line of more than {LONGEST} bytes, where 128 are due");
                    self.refuse(Error::new(Code::FormatTooLarge, said), start..start, out);
                    at = start;
                    continue;
                }
                Found::Line(line) => line,
            };
            at = match line.kind() {
                (b'2', b'1') => match self.gather(text, line, &mut lines, out) {
                    Ok(next) => next,
                    Err(done) => return Ok(done),
                },
                (b'2', b'2' | b'3') | (b'3', _) if self.skips.1 => line.next,
                _ => {
                    self.skips.1 = false;
                    self.line(&line, out);
                    line.next
                }
            };
            if self.errors >= ERRORS {
                self.stopped = Some(at);
                let said = format!("{ERRORS} records could not be read: reading stopped");
                return Err(Stop::Ended(Error::new(Code::FormatTooLarge, said)));
            }
        }
    }

    /// Gathers a movement with its information and its details and reads it; answers where the next line begins, or how much
    /// of the text is done with where more of it is needed.
    fn gather<'t>(
        &mut self,
        text: &'t str,
        first: Line<'t>,
        lines: &mut Vec<Line<'t>>,
        out: &mut Out<'_>,
    ) -> Result<usize, usize> {
        lines.clear();
        lines.push(first);
        let (start, mut next) = (first.start, first.next);
        loop {
            match line::line(text, next, out.is_last()) {
                Found::Line(line) if line.start - start <= LARGEST && batch::belongs(&first, &line) => {
                    if line.next - start > LARGEST {
                        self.skips.1 = true;
                        out.record();
                        let said = format!("a movement of more than {LARGEST} bytes with its details");
                        self.refuse(Error::new(Code::FormatTooLarge, said), start..start, out);
                        return Ok(line.start);
                    }
                    lines.push(line);
                    next = line.next;
                }
                // What comes may belong to it, unless it is too far away.
                Found::Part(at) if at - start <= LARGEST => return Err(start),
                Found::Nothing if !out.is_last() && text.len() - start <= LARGEST => return Err(start),
                _ => break,
            }
        }
        self.skips.1 = false;
        self.movement(lines, out);
        Ok(next)
    }

    /// Takes a line that is of no movement.
    fn line(&mut self, line: &Line<'_>, out: &mut Out<'_>) {
        let bytes = line.start..line.start + line.text.len();
        match line.kind() {
            (b'0', _) => {
                self.finish(bytes.start..bytes.start, None, out);
                self.header = Header::read(line);
            }
            (b'1', _) => {
                self.finish(bytes.start..bytes.start, None, out);
                let place = self.begin(&bytes, out);
                let Some(statement) = &mut self.statement else { return };
                statement.lines += 1;
                if let Err(error) = statement.open(line, place, out) {
                    statement.incomplete();
                    self.errors += 1;
                    out.error(error.at_bytes(in_text(&bytes)).at_field("1"));
                }
            }
            (b'8', _) => {
                let place = out.place(bytes.clone(), FieldPath::default());
                let Some(statement) = &mut self.statement else { return self.stray(bytes, out) };
                statement.lines += 1;
                if let Err(error) = statement.close(line, place, out) {
                    statement.incomplete();
                    self.errors += 1;
                    out.error(error.at_bytes(in_text(&bytes)).at_field("8"));
                }
            }
            (b'4', _) => {
                if let Some(statement) = &mut self.statement {
                    statement.messages += 1;
                }
            }
            (b'9', _) if self.statement.is_some() => {
                let end = bytes.end..bytes.end;
                self.finish(end, Some(line), out);
                self.header = Header::default();
            }
            _ => self.stray(bytes, out),
        }
    }

    fn stray(&mut self, bytes: Range<usize>, out: &mut Out<'_>) {
        out.record();
        let said =
            "a line that belongs to no statement: 0, 1, 21 to 23, 31 to 33, 8, 4 and 9 follow each other";
        self.refuse(Error::new(Code::CodaBadRecord, said), bytes, out);
    }

    fn begin(&mut self, bytes: &Range<usize>, out: &mut Out<'_>) -> RowPlace {
        self.ids.statement();
        self.statements = self.statements.saturating_add(1);
        let list = self.list.get_or_insert_with(|| "statement[".into());
        let place = out.place(bytes.clone(), FieldPath::element(list, self.statements));
        self.statement = Some(Statement::new(self.header.clone(), place.clone()));
        place
    }

    /// Takes a movement with all that belongs to it.
    fn movement(&mut self, lines: &[Line<'_>], out: &mut Out<'_>) {
        let start = lines.first().map_or(0, |line| line.start);
        let end = lines.last().map_or(start, |line| line.start + line.text.len());
        if self.statement.is_none() {
            self.begin(&(start..start), out);
            if let Some(statement) = &mut self.statement {
                statement.account.clone_from(&out.options().account);
                statement.currency = out.options().currency.or(Some(crate::money::Currency::EUR));
                statement.assume("movements without an old balance (1) before them");
            }
        }
        let Some(statement) = self.statement.as_mut() else { return };
        statement.lines += lines.len() as u64;
        let Some(currency) = statement.currency else { return };
        match batch::read(lines, currency, statement.fallback()) {
            Ok(read) => {
                statement.book(read.booked);
                if let Some(said) = read.warning {
                    out.warn(
                        Error::new(Code::CodaDetails, said).at_bytes(in_text(&(start..end))).at_field("21"),
                    );
                }
                for Row { mut row, part, bytes, dated } in read.rows {
                    if !dated {
                        statement
                            .assume("a movement without an entry date is taken as of the statement's day");
                    }
                    out.record();
                    row.account.clone_from(&statement.account);
                    let bank = row.references.iter().rev().find(|known| known.kind == ReferenceKind::Bank);
                    row.id = self.ids.name(&row, bank.map(|known| known.value.as_str()), part);
                    let place = out.place(bytes, statement.next_entry());
                    out.transaction(row, place);
                }
            }
            Err(error) => {
                statement.incomplete();
                out.record();
                self.refuse(error.at_field("21"), start..end, out);
            }
        }
    }

    fn refuse(&mut self, error: Error, bytes: Range<usize>, out: &mut Out<'_>) {
        self.errors += 1;
        if let Some(statement) = &mut self.statement {
            statement.incomplete();
        }
        out.refuse(error.at_bytes(in_text(&bytes)));
    }

    fn finish(&mut self, end: Range<usize>, trailer: Option<&Line<'_>>, out: &mut Out<'_>) {
        if let Some(statement) = self.statement.take() {
            statement.finish(end, trailer, &mut self.ledgers, out);
        }
    }
}

fn in_text(bytes: &Range<usize>) -> Range<u64> {
    bytes.start as u64..bytes.end as u64
}
