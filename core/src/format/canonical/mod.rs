//! The contract's own JSON: a document, a list of rows, JSON Lines, or one row.
//!
//! # Design
//! A document says by its members (`transactions`, `invoices`, `settlements`) what its rows are. Elsewhere the fields
//! of a row say it: a settlement has `settled_on`, an invoice `total` or `open`, a transaction `booked_on`. Rows that
//! follow each other without a list are taken line by line if the lines are rows, so that a broken line costs itself.

use super::json::{Broken, Cursor, Value, walk};
use super::{ReadOptions, Report};
use crate::error::{Code, Error};
use crate::model::JsonOptions;
use crate::model::wire::{AnyRow, RowKind};
use serde::Serialize;

#[cfg(test)]
mod tests;

/// Reads canonical JSON.
///
/// # Errors
/// `format.encoding`, and `format.json.syntax` or `format.truncated` where no row comes before.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    walk(bytes, options, |cursor, report, options| {
        let options = JsonOptions {
            utc_offset_minutes: options.utc_offset_minutes,
            currency: options.currency,
            account: options.account.clone(),
            ..JsonOptions::default()
        };
        let mut rows = Rows { report, options, list: 0 };
        match cursor.peek() {
            Some(b'[') => rows.list(cursor, None, ""),
            Some(b'{') => {
                let start = cursor.position();
                if !rows.document(cursor)? {
                    cursor.rewind(start);
                    rows.sequence(cursor)?;
                }
                Ok(())
            }
            _ => rows.sequence(cursor),
        }
    })
}

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

struct Rows<'r> {
    report: &'r mut Report,
    options: JsonOptions,
    /// Rows of the list that is walked.
    list: u64,
}

impl Rows<'_> {
    /// An object whose members are lists of rows; whether it was one.
    fn document(&mut self, cursor: &mut Cursor<'_>) -> Result<bool, Broken> {
        let mut lists = false;
        let ended = cursor.object(|cursor, name| {
            let kind = match name {
                "transactions" => RowKind::Transaction,
                "invoices" => RowKind::Invoice,
                "settlements" => RowKind::Settlement,
                _ => return cursor.skip().map(drop),
            };
            if cursor.peek() != Some(b'[') {
                return cursor.skip().map(drop);
            }
            lists = true;
            self.list(cursor, Some(kind), &format!("/{name}"))
        });
        // A first row that is broken is no document: the lines after it may be whole.
        if !lists {
            return Ok(false);
        }
        ended.map(|()| true)
    }

    fn list(&mut self, cursor: &mut Cursor<'_>, kind: Option<RowKind>, path: &str) -> Result<(), Broken> {
        self.list = 0;
        self.report.says_empty = true;
        cursor.array(|cursor| {
            let value = cursor.skip()?;
            let path = format!("{path}/{}", self.list);
            self.list += 1;
            self.row(cursor, &value, kind, &path);
            Ok(())
        })
    }

    /// Rows one after the other.
    fn sequence(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Broken> {
        let by_line = cursor.rows_are_lines();
        while cursor.peek().is_some() {
            let value = if by_line { cursor.line() } else { cursor.skip()? };
            self.row(cursor, &value, None, "");
        }
        Ok(())
    }

    fn row(&mut self, cursor: &mut Cursor<'_>, value: &Value<'_>, kind: Option<RowKind>, path: &str) {
        self.report.records += 1;
        let read = value.check_depth().and_then(|()| AnyRow::read(value.text, kind, &self.options));
        match read {
            Ok(AnyRow::Transaction(row)) => self.report.push_transaction(*row, cursor.bytes(value)),
            Ok(AnyRow::Invoice(row)) => self.report.invoices.push(*row),
            Ok(AnyRow::Settlement(row)) => self.report.settlements.push(row),
            Err(error) => self.report.push_error(cursor.place(error, value, path)),
        }
    }
}
