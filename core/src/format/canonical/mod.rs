//! The contract's own JSON: a document, a list of rows, JSON Lines, or one row.
//!
//! # Design
//! A document says by its members (`transactions`, `invoices`, `settlements`) what its rows are. Elsewhere the fields
//! of a row say it: a settlement has `settled_on`, an invoice `total` or `open`, a transaction `booked_on`. Rows that
//! follow each other without a list are taken line by line if the lines are rows, so that a broken line costs itself.

use super::detect::look::{Confidence, Look, POSSIBLE};
use super::json::{self, Broken, Lines, Step, Value, Walk};
use super::reading::source::LOOK;
use super::reading::{Out, Reader, Stop};
use super::{FieldPath, ReadOptions};
use crate::error::{Code, Error};
use crate::model::JsonOptions;
use crate::model::wire::{AnyRow, RowKind};
use serde::Serialize;

#[cfg(test)]
mod tests;

/// Rows as JSON Lines, one a line, fields in the contract's order: what [`read`](super::read) reads back.
///
/// ```
/// use payymo::format;
/// let report = format::read(br#"[{"id": "1042", "total": "120", "currency": "GBP"}]"#, &Default::default())?;
/// let lines = format::write_json_lines(&report.invoices)?;
/// assert!(lines.starts_with(r#"{"id":"1042","kind":"invoice","total":"120.00""#));
/// assert!(format::read(lines.as_bytes(), &Default::default())?.invoices == report.invoices);
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `format.json.bad_row` for a value that JSON cannot hold; rows of the contract always can be written.
pub fn write_json_lines<'a, T: Serialize + 'a>(
    rows: impl IntoIterator<Item = &'a T>,
) -> Result<String, Error> {
    let mut lines = String::new();
    for row in rows {
        let line = serde_json::to_string(row)
            .map_err(|_| Error::new(Code::JsonBadRow, "a value that JSON cannot hold"))?;
        lines.push_str(&line);
        lines.push('\n');
    }
    Ok(lines)
}

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let row = |key: &str| {
        look.has(&[key]) || look.paths().iter().any(|path| path.strip_prefix("[].") == Some(key))
    };
    let fields = ["booked_on", "issued_on", "due_on", "settled_on", "value_on", "remittance", "counterparty"];
    let is_empty = |text: &str| {
        text.strip_prefix('[').is_some_and(|rest| rest.trim_ascii_start().starts_with(']'))
    };
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
}

#[derive(Clone, Copy)]
enum Form {
    /// A list of rows, or an object whose members are lists of rows.
    Document,
    /// A row a line.
    Lines,
    /// Rows one after the other.
    Values,
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
        if matches!(form, Form::Lines) {
            return Ok(self.lines(text, out));
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
        out.record();
        let read = value.check_depth().and_then(|()| AnyRow::read(value.text, kind, &self.options));
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
