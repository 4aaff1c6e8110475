//! Open Financial Exchange: version 1 in SGML and version 2 in XML, also as QFX and as what Microsoft Money imports.
//!
//! # Design
//! One way for both versions: values stand behind tags (`scan`), and end tags of values are passed over, so that files
//! that mix the two read as well. Headers are text before the first tag. A record is found by its tag and ends with its
//! own end tag, or before a tag that cannot be in it; one that cannot be read costs itself. Of an investment account only
//! what moved its cash is a row.
//!
//! What the numbers mean: the sign of an amount is its direction, whatever the type says. A day is that which the bank
//! prints, in its own time zone. There is no opening balance, so that a statement states its closing balance and its
//! entries are not proven.
//!
//! Source: Open Financial Exchange specification 1.6 and 2.2 (Financial Data Exchange), chapters 3, 11 and 13.

mod group;
mod invest;
mod kind;
mod names;
mod row;
mod scan;
mod statement;
mod value;

#[cfg(test)]
mod tests;

use super::FieldPath;
use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::ledger::Ledgers;
use super::reading::{Out, Reader, Stop};
use crate::error::{Code, Error};
use crate::model::Status;
use core::ops::Range;
use group::Ended;
use names::{Class, Name, Of, Record};
use row::Moved;
use scan::{Next, Scanner, Tag};
use statement::{StatedAccount, StatedBalance, Statement};

/// Bytes of the text in which the header or the first tag stands.
const LOOK: usize = 4 * 1024;
/// Bytes of a value of a statement.
const VALUE: usize = 4 * 1024;

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    if look.is_json() {
        return 0;
    }
    let start = look.text.as_bytes().get(..LOOK).unwrap_or(look.text.as_bytes());
    if find(start, b"<OFX>") || find(start, b"<OFX ") || find(start, b"OFXHEADER") {
        CERTAIN
    } else if find(start, b"<STMTTRNRS>") || find(start, b"<STMTTRN>") {
        LIKELY
    } else {
        0
    }
}

fn find(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text))
}

/// Reads OFX.
#[derive(Default)]
pub(crate) struct Ofx {
    statement: Option<Statement>,
    statements: u64,
    /// Within `<OFX>`.
    open: bool,
    /// The input ends within a record, which was said.
    cut: bool,
    seen: bool,
    /// The first error that the bank answered with.
    failed: Option<Error>,
    ids: Ids,
    ledgers: Ledgers,
}

impl Reader for Ofx {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let (text, last) = (out.text(), out.is_last());
        let mut scanner = Scanner::new(text.as_bytes(), 0, last);
        let done = loop {
            match scanner.next() {
                Next::Tag(tag) => match self.take(text, &tag, out) {
                    Some(end) => scanner.at = end,
                    None => break tag.start,
                },
                Next::Cut(at) => break at,
                Next::None => break text.len(),
            }
        };
        if last {
            self.end(text.len(), out)?;
        }
        Ok(done)
    }
}

impl Ofx {
    /// Takes what a tag begins; where it ends, or `None` where it is not all there.
    fn take<'a>(&mut self, text: &'a str, tag: &Tag, out: &mut Out<'a>) -> Option<usize> {
        let class = names::class(tag.name);
        match (class, tag.close) {
            (Class::Ofx, close) => {
                (self.seen, self.open) = (true, !close);
                self.finish(tag.start, out);
            }
            (Class::Answer, _) => self.finish(tag.start, out),
            (Class::Statement(_), true) => self.finish(tag.end, out),
            (Class::Statement(of), false) => self.begin(of, tag, out),
            (Class::List(announced), close) => {
                if let Some(statement) = self.statement.as_mut() {
                    statement.announced = announced && !close;
                }
            }
            (Class::Status, false) => return self.status(text, tag, out),
            (Class::Record(record), false) => return self.record(text, tag, record, out),
            (Class::Record(Record::Booked), true) if self.statement.is_some() => {
                let said = "the end of a movement whose start is missing: what stands before it is not read";
                out.record();
                out.refuse(Error::new(Code::XmlSyntax, said).at_bytes(tag.start as u64..tag.end as u64));
                if let Some(statement) = self.statement.as_mut() {
                    statement.ledger.incomplete();
                }
            }
            (Class::Account, false) if self.statement.is_some() => {
                let mut account = StatedAccount::default();
                let end = self.aggregate(text, tag, out, |name, value| account.put(name, value))?;
                if let Some(statement) = self.statement.as_mut() {
                    statement.account(&account, tag.start..end, out);
                }
                return Some(end);
            }
            (Class::Balance(kind), false) if self.statement.is_some() => {
                let mut balance = StatedBalance::default();
                let end = self.aggregate(text, tag, out, |name, value| balance.put(name, value))?;
                if let Some(statement) = self.statement.as_mut() {
                    statement.balance(kind, &balance, tag.start..end, out);
                }
                return Some(end);
            }
            (Class::Value, false) if self.statement.is_some() => return self.value(text, tag, out),
            _ => {}
        }
        Some(tag.end)
    }

    fn begin(&mut self, of: Of, tag: &Tag, out: &mut Out<'_>) {
        self.finish(tag.start, out);
        self.statements += 1;
        out.says_empty();
        self.ids.statement();
        self.statement = Some(Statement::new(of, self.statements, tag.start..tag.start, out));
    }

    /// Reads an element that is no record, and is passed over where it does not end.
    fn aggregate<'a>(
        &mut self,
        text: &'a str,
        tag: &Tag,
        out: &Out<'a>,
        element: impl FnMut(Name, &'a str),
    ) -> Option<usize> {
        match group::read(text, tag, out.is_last(), element) {
            Ended::At(end, _) => Some(end),
            Ended::More => None,
            Ended::Cut | Ended::TooLarge => Some(tag.end),
        }
    }

    /// Reads an element of the statement itself; its value goes to the next tag.
    fn value<'a>(&mut self, text: &'a str, tag: &Tag, out: &mut Out<'a>) -> Option<usize> {
        let last = out.is_last();
        let end = match Scanner::new(text.as_bytes(), tag.end, last).next() {
            Next::Tag(next) => next.start,
            // What may still be a tag begins beyond the longest value.
            _ if last || text.len() - tag.end > 4 * VALUE => text.len(),
            _ => return None,
        };
        let value = text.get(tag.end..end).unwrap_or_default();
        if value.len() <= VALUE
            && let Some(statement) = self.statement.as_mut()
        {
            statement.value(tag.name, value, tag.start..end, out);
        }
        Some(tag.end)
    }

    /// What the bank answers a request with.
    fn status<'a>(&mut self, text: &'a str, tag: &Tag, out: &mut Out<'a>) -> Option<usize> {
        let (mut code, mut severity) = ("", "");
        let end = self.aggregate(text, tag, out, |name, value| match name {
            names::CODE => code = value.trim(),
            names::SEVERITY => severity = value.trim(),
            _ => {}
        })?;
        let failed = severity.eq_ignore_ascii_case("ERROR");
        if failed || severity.eq_ignore_ascii_case("WARN") {
            let warning = Error::new(Code::OfxFailed, answer(code, failed)).at_field("STATUS");
            if failed {
                let line = out.place(tag.start..end, FieldPath::default()).line;
                self.failed.get_or_insert_with(|| warning.clone().at_line(line));
            }
            out.warn(warning.at_bytes(tag.start as u64..end as u64));
        }
        Some(end)
    }

    /// Reads a record to a row, or refuses it.
    fn record<'a>(&mut self, text: &'a str, tag: &Tag, record: Record, out: &mut Out<'a>) -> Option<usize> {
        let mut movement = row::Fields::default();
        let mut trade = invest::Fields::default();
        let banking = matches!(record, Record::Booked | Record::Announced);
        let ended = if banking {
            group::read(text, tag, out.is_last(), |name, value| movement.put(name, value))
        } else {
            group::read(text, tag, out.is_last(), |name, value| trade.put(name, value))
        };
        let (end, closed) = match ended {
            Ended::At(end, closed) => (end, closed),
            Ended::More => return None,
            Ended::Cut | Ended::TooLarge => return Some(self.endless(text, tag, &ended, out)),
        };
        if record == Record::Securities && self.statement.is_none() {
            return Some(end);
        }
        // A statement that nothing began: its rows stand alone.
        if self.statement.is_none() {
            self.begin(Of::Bank, tag, out);
        }
        let statement = self.statement.as_mut()?;
        let bytes = tag.start..end;
        let field = statement.next_record();
        let place = out.place(bytes.clone(), field);
        if !closed {
            statement.assume("a record without its end tag ends where the next one begins", &bytes, out);
        }
        if record == Record::Securities {
            statement.without_cash(place);
            return Some(end);
        }
        out.record();
        if let Some(id) = row::deleted(&movement, statement) {
            out.warn(corrected("deletes", &id, &bytes));
            return Some(end);
        }
        let read = if banking {
            row::read(&movement, statement, record == Record::Announced)
        } else {
            invest::read(&trade, record, statement)
        };
        match read {
            Ok(Moved { mut transaction, reference, assumed }) => {
                for said in assumed.into_iter().flatten() {
                    statement.assume(said, &bytes, out);
                }
                if transaction.status == Status::Booked {
                    statement.ledger.book(transaction.amount);
                }
                if let Some(id) = &transaction.reverses {
                    out.warn(corrected("replaces", id, &bytes));
                }
                transaction.id = self.ids.name(&transaction, reference.as_deref(), 0);
                out.transaction(transaction, place);
            }
            Err(error) => {
                statement.ledger.incomplete();
                out.refuse(error.at_bytes(bytes.start as u64..bytes.end as u64));
            }
        }
        Some(end)
    }

    /// Refuses a record that has no end; where reading goes on.
    fn endless(&mut self, text: &str, tag: &Tag, ended: &Ended, out: &mut Out<'_>) -> usize {
        let mut end = text.len();
        let error = if matches!(ended, Ended::TooLarge) {
            end = tag.start.saturating_add(group::LONGEST);
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            let said = format!("a record beyond {} bytes", group::LONGEST);
            Error::new(Code::FormatTooLarge, said)
        } else {
            self.cut = true;
            Error::new(Code::FormatTruncated, "the input ends within a record: fetch it again")
        };
        if let Some(statement) = self.statement.as_mut() {
            statement.ledger.incomplete();
        }
        out.record();
        out.refuse(error.at_bytes(tag.start as u64..end as u64));
        end
    }

    fn finish(&mut self, end: usize, out: &mut Out<'_>) {
        if let Some(statement) = self.statement.take() {
            statement.finish(end, &mut self.ledgers, out);
        }
    }

    /// After the last tag.
    fn end(&mut self, end: usize, out: &mut Out<'_>) -> Result<(), Stop> {
        let cut = self.open && !self.cut;
        if let Some(statement) = self.statement.as_mut().filter(|_| self.open) {
            statement.ledger.incomplete();
        }
        self.finish(end, out);
        if cut {
            let error = Error::new(Code::FormatTruncated, "the input ends before </OFX>: fetch it again");
            out.error(error.at_bytes(end as u64..end as u64));
        }
        if self.statements > 0 || cut || self.cut {
            return Ok(());
        }
        Err(Stop::Refused(match self.failed.take() {
            Some(failed) => failed,
            None if self.seen => Error::new(
                Code::FormatNoRows,
                "an OFX answer without a statement: ask for STMTRS, CCSTMTRS or INVSTMTRS",
            ),
            None => Error::new(Code::FormatUnknown, "no OFX element: neither OFX 1 nor OFX 2"),
        }))
    }
}

/// A correction of an earlier row, which was handed out before or is not in this input.
fn corrected(what: &str, id: &str, bytes: &Range<usize>) -> Error {
    let said = format!("a record that {what} an earlier one, which stands as it was read");
    Error::new(Code::OfxCorrection, said).at_bytes(bytes.start as u64..bytes.end as u64).at_row(id)
}

/// What an answer's status says, by its number: its message may hold anything.
fn answer(code: &str, failed: bool) -> String {
    let meaning = match code {
        "2000" => "general error",
        "2002" => "general account error",
        "2003" => "account not found",
        "2004" => "account closed",
        "2005" => "account not authorised",
        "15000" => "the password must be changed",
        "15500" => "sign-on refused",
        "15501" => "account already in use",
        "15502" => "password locked",
        _ => "",
    };
    let number = if code.len() <= 6 && code.bytes().all(|byte| byte.is_ascii_digit()) { code } else { "?" };
    let verb = if failed { "refuses" } else { "warns" };
    let what = if meaning.is_empty() { String::new() } else { format!(" ({meaning})") };
    format!("the bank {verb} with status {number}{what}: what was asked for may be missing")
}
