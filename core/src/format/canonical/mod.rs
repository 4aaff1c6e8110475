//! The contract's own rows: a JSON document, a list, JSON Lines, one row, or CSV.
//!
//! # Design
//! Rows stand in JSON or, under a header of the contract's names, in CSV ([`write_csv`](crate::format::write_csv)).
//! A document says by its members (`transactions`, `invoices`, `settlements`) what its rows are. Elsewhere the fields
//! of a row say it: a settlement has `settled_on`, an invoice `total` or `open`, a transaction `booked_on`. Rows that
//! follow each other without a list are taken line by line if the lines are rows, so that a broken line costs itself.

use super::json::{self, Broken, Lines, Step, Value, Walk};
use super::look::{CERTAIN, Confidence, Look, POSSIBLE};
use super::reading::source::LOOK;
use super::reading::{Out, Reader, Stop};
use super::{FieldPath, ReadOptions};
use crate::model::JsonOptions;
use crate::model::wire::{AnyRow, RowKind};

pub(crate) mod columns;
#[cfg(test)]
mod tests;

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let row =
        |key: &str| look.has(&[key]) || look.paths().iter().any(|path| path.strip_prefix("[].") == Some(key));
    let fields = ["booked_on", "issued_on", "due_on", "settled_on", "value_on", "remittance", "counterparty"];
    let is_empty =
        |text: &str| text.strip_prefix('[').is_some_and(|rest| rest.trim_ascii_start().starts_with(']'));
    if columns::begins_table(look.text) {
        return CERTAIN;
    }
    if look.has(&["transactions[]", "invoices[]", "settlements[]"])
        || fields.iter().any(|key| look.keys(&[key]))
        || (row("id") && row("currency") && (row("amount") || row("total")))
        || is_empty(look.text)
    {
        POSSIBLE + 20
    } else {
        0
    }
}

/// Reads canonical JSON.
#[derive(Default)]
pub(crate) struct Canonical {
    form: Option<Form>,
    walk: Walk,
    options: JsonOptions,
    /// What the rows of the list are that was entered.
    kind: Option<RowKind>,
    /// What the rows of a table are, and its columns.
    header: Option<(RowKind, &'static [&'static str])>,
}

#[derive(Clone, Copy)]
enum Form {
    /// A list of rows, or an object whose members are lists of rows.
    Document,
    /// A row a line.
    Lines,
    /// Rows one after the other.
    Values,
    /// CSV.
    Table,
}

impl Reader for Canonical {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let text = out.text();
        let form = match self.form {
            Some(form) => form,
            None if text.len() <= LOOK && !out.is_last() => return Ok(0),
            None => {
                self.options = json_options(out.options());
                *self.form.insert(form(text))
            }
        };
        match form {
            Form::Lines => return Ok(self.lines(text, out)),
            Form::Table => return Ok(self.table(text, out)),
            Form::Document | Form::Values => {}
        }
        self.rows(text, out).map_err(|broken| broken.stop(text.len()))?;
        Ok(self.walk.done())
    }
}

fn json_options(options: &ReadOptions) -> JsonOptions {
    JsonOptions {
        utc_offset_minutes: options.utc_offset_minutes,
        currency: options.currency,
        account: options.account.clone(),
        ..JsonOptions::default()
    }
}

/// What a document's member is, if it is a list of rows.
fn kind(member: &str) -> Option<RowKind> {
    match member {
        "transactions" => Some(RowKind::Transaction),
        "invoices" => Some(RowKind::Invoice),
        "settlements" => Some(RowKind::Settlement),
        _ => None,
    }
}

/// The form of an input, by its start.
fn form(text: &str) -> Form {
    if columns::begins_table(text) {
        return Form::Table;
    }
    if text.trim_ascii_start().starts_with('[') || begins_document(text) {
        return Form::Document;
    }
    match json::rows_are_lines(text) {
        Lines::Rows => Form::Lines,
        Lines::Values => Form::Values,
    }
}

/// Whether a text begins with an object that has a list of rows. A first row that is broken is no document: the lines
/// after it may be whole.
fn begins_document(text: &str) -> bool {
    let mut walk = Walk::default();
    while let Ok(Step::Value(first)) = walk.next(text, true) {
        match (walk.depth(), first) {
            (0, b'{') => walk.enter(first),
            (0, _) => return false,
            (_, b'[') if kind(walk.member()).is_some() => return true,
            _ => match walk.take(text, true) {
                Ok(Some(_)) => {}
                _ => return false,
            },
        }
    }
    false
}

impl Canonical {
    fn lines(&mut self, text: &str, out: &mut Out<'_>) -> usize {
        let mut at = 0;
        while let Some((mut value, end)) = json::line(text.get(at..).unwrap_or_default(), out.is_last())
            && end > 0
        {
            value.start += at;
            if !value.text.is_empty() {
                self.row(&value, None, FieldPath::default(), out);
            }
            at += end;
        }
        at
    }

    fn table(&mut self, text: &str, out: &mut Out<'_>) -> usize {
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let Some(record) = columns::record(rest, out.is_last()) else { break };
            let used = match &record {
                Ok((_, used)) | Err((_, used)) => (*used).max(1),
            };
            let span = rest.get(..used).unwrap_or(rest).trim_end();
            let value = Value { text: span, start: at, deep: false };
            at += used;
            match record {
                Ok((cells, _)) if self.header.is_none() => self.header = columns::columns_of(&cells),
                Ok((cells, _)) if cells.iter().all(|cell| cell.is_empty()) => {}
                Ok((cells, _)) => {
                    let Some((kind, header)) = self.header else { break };
                    out.says_empty();
                    match columns::object(header, &cells) {
                        Ok(object) => self.give(&object, Some(kind), &value, FieldPath::default(), out),
                        Err(error) => {
                            out.record();
                            out.refuse(json::placed(error, &value, &FieldPath::default()));
                        }
                    }
                }
                Err((error, _)) => {
                    out.record();
                    out.refuse(json::placed(error, &value, &FieldPath::default()));
                }
            }
        }
        at
    }

    fn rows(&mut self, text: &str, out: &mut Out<'_>) -> Result<(), Broken> {
        let last = out.is_last();
        loop {
            let first = match self.walk.next(text, last)? {
                Step::Value(first) => first,
                Step::Close => continue,
                Step::More | Step::End => return Ok(()),
            };
            let document = matches!(self.form, Some(Form::Document));
            let member = kind(self.walk.member());
            let list = first == b'[' && (self.walk.depth() == 0 || member.is_some());
            if document && (list || self.walk.depth() == 0) {
                self.kind = member;
                if list {
                    out.says_empty();
                }
                self.walk.enter(first);
                continue;
            }
            let (field, is_row) = (self.walk.field(), !document || !self.walk.in_object());
            let Some(value) = self.walk.take(text, last)? else { return Ok(()) };
            if is_row {
                self.row(&value, self.kind, field, out);
            }
        }
    }

    fn row(&self, value: &Value<'_>, kind: Option<RowKind>, field: FieldPath, out: &mut Out<'_>) {
        self.give(value.text, kind, value, field, out);
    }

    /// Reads a row, which stands at a place of the text.
    fn give(
        &self,
        text: &str,
        kind: Option<RowKind>,
        value: &Value<'_>,
        field: FieldPath,
        out: &mut Out<'_>,
    ) {
        out.record();
        let read = value.check_depth().and_then(|()| AnyRow::read(text, kind, &self.options));
        let place = |out: &mut Out<'_>| out.place(value.range(), field.clone());
        match read {
            Ok(AnyRow::Transaction(row)) => {
                let place = place(out);
                out.transaction(*row, place);
            }
            Ok(AnyRow::Invoice(row)) => {
                let place = place(out);
                out.invoice(*row, place);
            }
            Ok(AnyRow::Settlement(row)) => {
                let place = place(out);
                out.settlement(row, place);
            }
            Err(error) => out.refuse(json::placed(error, value, &field)),
        }
    }
}
