//! SWIFT MT940 (customer statement) and MT942 (interim transaction report), in the dialects of the banks that still send
//! them.
//!
//! # Design
//! Fields are cut out of the text first (`field`), so that no header, block or bank's own tag has to be known. A statement
//! is a message: what begins with `:20:`, and ends with the next one, `-` or the input. An entry is `:61:` with the `:86:`
//! behind it; each is read alone. Both messages are read alike: floor limits and a time make an interim report.
//!
//! `RC` takes a credit back and is money out, `RD` is money in; `EC` and `ED` are expected and pending. Opening balance,
//! entries and closing balance prove each page; pages and statements are chained by their balances.
//!
//! Source: SWIFT Standards MT category 9 (MT940, MT942); Die Deutsche Kreditwirtschaft, DFÜ agreement annex 3; descriptions
//! of single banks where a file names them.

mod account;
mod charged;
mod code;
mod context;
mod details;
mod encoding;
mod entry;
mod field;
mod line;
mod said;
mod statement;
mod value;

#[cfg(test)]
mod tests;

use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::ids::Ids;
use super::reading::ledger::Ledgers;
use super::reading::{Out, Reader, Stop};
use super::{BalanceKind, FieldPath};
use crate::error::{Code, Error};
use crate::model::{ReferenceKind, Status};
use crate::money::Amount;
use core::ops::Range;
use details::Scratch;
pub(super) use encoding::choose as encoding;
use entry::Fields;
use field::{Breaks, Item, LARGEST, Tag};
use said::Said;
use statement::Statement;
use std::sync::Arc;

/// Records that cannot be read, after which reading stops: the rest would say the same.
const ERRORS: usize = 10_000;
/// Fields behind a `:61:` that are of its entry.
const BEHIND: usize = 8;

/// How sure the start of an input is of one of the messages: by the tags of its fields.
pub(super) fn looks(look: &Look<'_>, interim: bool) -> Confidence {
    if look.is_json() || look.is_markup() {
        return 0;
    }
    let tags = field::tags(look.text);
    let balance = tags.iter().any(|tag| matches!(tag, Tag::Opening { .. } | Tag::Closing { .. }));
    let within_day =
        !balance && tags.iter().any(|tag| matches!(tag, Tag::Floor | Tag::Made | Tag::Sum { .. }));
    if tags.is_empty() || interim != within_day {
        return 0;
    }
    let together = tags.contains(&Tag::Entry) || tags.contains(&Tag::Account);
    if (balance || within_day) && together { CERTAIN } else { LIKELY }
}

/// Reads MT940 and MT942.
#[derive(Default)]
pub(crate) struct Swift {
    breaks: Option<Breaks>,
    skips: Skips,
    statement: Option<Statement>,
    statements: u64,
    /// Path of statements.
    list: Option<Arc<str>>,
    /// Account and balance of the page before, where it goes on.
    before: Option<(Option<String>, Option<Amount>)>,
    errors: usize,
    /// Where reading stopped before the end.
    stopped: Option<usize>,
    ids: Ids,
    ledgers: Ledgers,
    interim: Ledgers,
    scratch: (Scratch, Said),
}

/// What is left out of text that comes.
#[derive(Clone, Copy, Default)]
struct Skips {
    /// The rest of a line.
    line: bool,
    /// The rest of a field that was refused.
    field: bool,
}

impl Reader for Swift {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let text = out.text();
        let Some(breaks) = self.breaks.or_else(|| field::breaks(text, out.is_last())) else { return Ok(0) };
        self.breaks = Some(breaks);
        let done = self.walk(text, breaks, out);
        if out.is_last() || done.is_err() {
            self.finish(self.stopped.unwrap_or(text.len()), out);
        }
        done
    }
}

impl Swift {
    fn walk(&mut self, text: &str, breaks: Breaks, out: &mut Out<'_>) -> Result<usize, Stop> {
        let mut at = 0;
        loop {
            if self.skips.line {
                match breaks.skip(text.as_bytes(), at, out.is_last()) {
                    Ok(next) => at = next,
                    Err(done) => return Ok(done),
                }
                self.skips.line = false;
            }
            match field::next(text, at, breaks, out.is_last(), self.skips.field) {
                Item::Field { tag, start, value, next } => {
                    self.skips.field = false;
                    let behind = match tag {
                        Tag::Entry => self.entry(text, start, value, next, breaks, out),
                        _ => {
                            self.field(tag, value, start, breaks, out);
                            Some(next)
                        }
                    };
                    match behind {
                        Some(behind) => at = behind,
                        None => return Ok(start),
                    }
                }
                Item::TooLarge { tag, start } => {
                    self.too_large(tag, start, out);
                    self.skips = Skips { line: true, field: true };
                    at = start;
                }
                Item::Unending { start } => {
                    if !self.skips.field {
                        let said = format!(
                            "a line of more than {LARGEST} bytes is left out: no SWIFT message has one"
                        );
                        out.error(Error::new(Code::FormatTooLarge, said).at_bytes(here(start)));
                        self.errors += 1;
                    }
                    self.skips.line = true;
                    at = start;
                }
                Item::End { next } => {
                    self.skips.field = false;
                    if let Some(statement) = &mut self.statement {
                        statement.ended = true;
                    }
                    at = next;
                }
                Item::More { start } => return Ok(start),
                Item::Nothing => return Ok(text.len()),
            }
            if self.errors >= ERRORS {
                self.stopped = Some(at);
                let said = format!("{ERRORS} records could not be read: reading stopped");
                return Err(Stop::Ended(Error::new(Code::FormatTooLarge, said)));
            }
        }
    }

    /// Takes a field that is no entry.
    fn field(&mut self, tag: Tag, value: &str, start: usize, breaks: Breaks, out: &mut Out<'_>) {
        let again = self.statement.as_ref().is_some_and(|statement| {
            let over = statement.closed || statement.ended;
            match tag {
                Tag::Reference => true,
                Tag::Opening { .. } => over || statement.ledger.statement.opening.is_some(),
                Tag::Account | Tag::Number | Tag::Floor => over,
                _ => false,
            }
        });
        if again {
            self.finish(start, out);
        }
        let statement = self.statement.get_or_insert_with(|| {
            self.statements = self.statements.saturating_add(1);
            let list = self.list.get_or_insert_with(|| "statement[".into());
            let place = out.place(start..start, FieldPath::element(list, self.statements));
            let entries: Arc<str> = format!("{}/:61:[", place.field).into();
            Statement::new(place, entries, out.options())
        });
        let first = breaks.lines(value).next().unwrap_or_default().trim_ascii();
        let bytes = start as u64..(start + value.len()) as u64;
        match tag {
            Tag::Reference => statement.reference = Some(first.to_owned()).filter(|text| !text.is_empty()),
            Tag::Number => {
                statement.ledger.statement.number = Some(first.to_owned()).filter(|text| !text.is_empty())
            }
            Tag::Account => match account::read(breaks.lines(value)) {
                Some(own) => statement.take_account(own),
                None => {
                    let said = "the account (:25:) is not one of at most 35 characters: it is left out";
                    out.warn(Error::new(Code::Mt940Assumed, said).at_bytes(bytes).at_field(":25:"));
                }
            },
            Tag::Opening { page } | Tag::Closing { page } => {
                let opening = matches!(tag, Tag::Opening { .. });
                let name = if opening { ":60:" } else { ":62:" };
                match statement.balance(first) {
                    Ok(read) => {
                        let kind = match (page, opening) {
                            (true, _) => BalanceKind::Other,
                            (false, true) => BalanceKind::Opening,
                            (false, false) => BalanceKind::Closing,
                        };
                        statement.take_balance(opening, page, &read);
                        let place = out.place(start..start + value.len(), FieldPath::default());
                        if opening {
                            statement.introduce(out);
                        }
                        statement.give_balance(kind, &read, place, out);
                    }
                    Err(error) => {
                        statement.incomplete();
                        statement.closed |= !opening;
                        self.errors += 1;
                        out.error(error.at_bytes(bytes).at_field(name));
                    }
                }
            }
            Tag::Available => match statement.balance(first) {
                Ok(read) => {
                    let place = out.place(start..start + value.len(), FieldPath::default());
                    statement.give_balance(BalanceKind::Other, &read, place, out);
                }
                Err(error) => out.warn(error.at_bytes(bytes).at_field(":64:")),
            },
            Tag::Made => statement.take_made(first),
            Tag::Floor => statement.take_floor(first),
            Tag::Sum { credit } => {
                let place = out.place(start..start + value.len(), FieldPath::default());
                if let Err(error) = statement.take_sum(credit, first, place) {
                    out.warn(error.at_bytes(bytes).at_field(":90:"));
                }
            }
            Tag::Notes => statement.take_names(breaks.lines(value)),
            Tag::Details if !(statement.closed || statement.ended || statement.summed()) => {
                let said = "details (:86:) in front of the entries are of none: they are left out";
                out.warn(Error::new(Code::Mt940Details, said).at_bytes(bytes).at_field(":86:"));
            }
            // Behind the closing balance they are the statement's own: sums that prove nothing new.
            Tag::Details | Tag::Entry | Tag::Other => {}
        }
    }

    /// Reads an entry and the details behind it; answers where the next field begins, or `None` where more text is needed.
    fn entry(
        &mut self,
        text: &str,
        start: usize,
        line: &str,
        next: usize,
        breaks: Breaks,
        out: &mut Out<'_>,
    ) -> Option<usize> {
        let mut fields = Fields { line, ..Fields::default() };
        let mut twice = None;
        let (mut end, mut behind) = (start + line.len() + 4, next);
        for _ in 0..BEHIND {
            // Mostly another entry follows, which is looked at when it is its turn.
            if text.as_bytes().get(behind..).is_some_and(|rest| rest.starts_with(b":61:")) {
                break;
            }
            match field::next(text, behind, breaks, out.is_last(), false) {
                Item::Field { tag: Tag::Details, start, value, next } => {
                    if fields.details.is_none() {
                        fields.details = Some(value);
                    } else if fields.details != Some(value) {
                        twice = Some(start);
                    }
                    (end, behind) = (start + value.len() + 4, next);
                }
                Item::Field { tag: Tag::Notes, start, value, next } => {
                    fields.notes = Some(value);
                    (end, behind) = (start + value.len() + 4, next);
                }
                Item::More { .. } => return None,
                _ => break,
            }
        }
        if self.statement.is_none() {
            self.field(Tag::Other, "", start, breaks, out);
        }
        self.begin_rows(out);
        let statement = self.statement.as_mut()?;
        let bytes = start as u64..end as u64;
        out.record();
        let place = out.place(start..end, statement.next_entry());
        // The type is mandatory: where the input ends before it, the amount may be cut too.
        let cut =
            out.is_last() && end == text.len() && line::read(line).is_ok_and(|line| line.kind.is_empty());
        let read = match cut {
            true => {
                Err(Error::new(Code::FormatTruncated, "the input ends within this entry: fetch it again"))
            }
            false => entry::read(fields, breaks, statement, &mut self.scratch),
        };
        match read {
            Ok(draft) => {
                let mut row = draft.transaction;
                if let Some(warning) = draft.warning {
                    out.warn_placed(warning.at_bytes(place.bytes.clone()).at_line(place.line));
                }
                if let Some(twice) = twice {
                    let said = "a second :86: behind one entry: its text is left out";
                    out.warn(Error::new(Code::Mt940Details, said).at_bytes(here(twice)).at_field(":86:"));
                }
                statement.count(row.amount);
                if row.status == Status::Booked {
                    statement.ledger.book(row.amount);
                }
                let bank = row.references.iter().rev().find(|known| known.kind == ReferenceKind::Bank);
                row.id = self.ids.name(&row, bank.map(|known| known.value.as_str()), 0);
                out.transaction(row, place);
            }
            Err(error) => {
                statement.incomplete();
                self.errors += 1;
                out.refuse(error.at_bytes(bytes).at_field(":61:"));
            }
        }
        Some(behind)
    }

    /// Before a statement's first row: ids count from here on, unless it is a page that goes on.
    fn begin_rows(&mut self, out: &mut Out<'_>) {
        let Some(statement) = self.statement.as_mut().filter(|statement| !statement.begun) else { return };
        statement.begun = true;
        statement.introduce(out);
        let goes_on = self.before.as_ref().is_some_and(|(account, closing)| {
            statement.goes_on()
                && *account == statement.account
                && *closing == statement.ledger.statement.opening
        });
        if !goes_on {
            self.ids.statement();
        }
    }

    /// Refuses a field that is too large.
    fn too_large(&mut self, tag: Tag, start: usize, out: &mut Out<'_>) {
        let said =
            format!("a field of more than {LARGEST} bytes: the standard has 500; reading goes on behind it");
        let error = Error::new(Code::FormatTooLarge, said).at_bytes(here(start));
        self.errors += 1;
        if let Some(statement) = &mut self.statement {
            statement.incomplete();
        }
        if tag == Tag::Entry {
            out.record();
            out.refuse(error);
        } else {
            out.error(error);
        }
    }

    /// Ends the statement at a place of the text.
    fn finish(&mut self, end: usize, out: &mut Out<'_>) {
        let Some(statement) = self.statement.take() else { return };
        self.before =
            statement.turns().then(|| (statement.account.clone(), statement.ledger.statement.closing));
        let ledgers = if statement.interim { &mut self.interim } else { &mut self.ledgers };
        statement.finish(end..end, ledgers, out);
    }
}

/// A place of the text, as errors have it.
fn here(at: usize) -> Range<u64> {
    at as u64..at as u64
}
