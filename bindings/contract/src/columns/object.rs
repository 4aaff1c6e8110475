//! Objects out of columns that hold one member each, as the core reads them: JSON.

use super::cell::{Cell, Column};
use chrono::{Days, NaiveDate};
use std::borrow::Cow;
use std::fmt::Write;

/// An object of several columns: a row in which all are empty has none.
pub(super) struct Together<'a> {
    members: Vec<(&'a str, &'a dyn Column)>,
}

impl<'a> Together<'a> {
    pub(super) fn new(members: Vec<(&'a str, &'a dyn Column)>) -> Self {
        Together { members }
    }
}

impl Column for Together<'_> {
    fn len(&self) -> Option<usize> {
        self.members.iter().find_map(|(_, column)| column.len())
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        let mut json = String::new();
        let mut object = Object::start(&mut json);
        let mut empty = true;
        for (name, column) in &self.members {
            match column.cell(row) {
                Cell::Null => {}
                cell => {
                    empty = false;
                    object.member(name, |out| cell.write(out));
                }
            }
        }
        object.end();
        if empty { Cell::Null } else { Cell::Json(Cow::Owned(json)) }
    }
}

/// An object that is being written.
pub struct Object<'a> {
    out: &'a mut String,
    first: bool,
}

impl<'a> Object<'a> {
    /// Opens it.
    pub fn start(out: &'a mut String) -> Self {
        out.push('{');
        Object { out, first: true }
    }

    /// Writes a member.
    pub fn member(&mut self, name: &str, value: impl FnOnce(&mut String)) {
        if !core::mem::replace(&mut self.first, false) {
            self.out.push(',');
        }
        quoted(name, self.out);
        self.out.push(':');
        value(self.out);
    }

    /// Closes it.
    pub fn end(self) {
        self.out.push('}');
    }
}

impl Cell<'_> {
    /// Writes it as JSON, as rows in documents have it: decimals and days as text.
    pub fn write(&self, out: &mut String) {
        let _ = match self {
            Cell::Text(text) => return quoted(text, out),
            Cell::Whole(whole) => write!(out, "{whole}"),
            Cell::Minor(minor) => write!(out, "{minor}"),
            Cell::Decimal { digits, scale } => return quoted(&decimal(*digits, *scale as usize), out),
            Cell::Days(days) => {
                return quoted(&date(*days).map_or_else(String::new, |day| day.to_string()), out);
            }
            Cell::Truth(truth) => write!(out, "{truth}"),
            Cell::Json(json) => write!(out, "{json}"),
            // A fraction is neither count nor text, nor an amount: so the core refuses it, wherever it stands.
            Cell::Float => write!(out, "0.5"),
            // So is an empty object, where a text belongs.
            Cell::NotText => write!(out, "{{}}"),
            Cell::Null => write!(out, "null"),
        };
    }
}

/// A day counted from 1970-01-01; none beyond the years that dates have.
pub(super) fn date(days: i32) -> Option<NaiveDate> {
    let start = NaiveDate::default();
    let many = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 { start.checked_sub_days(many) } else { start.checked_add_days(many) }
}

fn quoted(text: &str, out: &mut String) {
    if text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        out.push_str(&serde_json::Value::from(text).to_string());
    } else {
        // Most texts hold nothing to escape.
        out.push('"');
        out.push_str(text);
        out.push('"');
    }
}

fn decimal(digits: i128, scale: usize) -> String {
    let text = format!("{:0>width$}", digits.unsigned_abs(), width = scale.saturating_add(1).min(64));
    let sign = if digits < 0 { "-" } else { "" };
    match text.split_at_checked(text.len().saturating_sub(scale)) {
        Some((whole, fraction)) if !fraction.is_empty() => format!("{sign}{whole}.{fraction}"),
        _ => format!("{sign}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(cell: &Cell<'_>) -> String {
        let mut out = String::new();
        cell.write(&mut out);
        out
    }

    #[test]
    fn cells_are_written_as_documents_have_them() {
        assert_eq!(json(&Cell::Decimal { digits: -120_450, scale: 2 }), r#""-1204.50""#);
        assert_eq!(json(&Cell::Decimal { digits: 5, scale: 3 }), r#""0.005""#);
        assert_eq!(json(&Cell::Decimal { digits: 7, scale: 0 }), r#""7""#);
        assert_eq!(json(&Cell::Days(20_516)), r#""2026-03-04""#);
        assert_eq!(json(&Cell::Days(-1)), r#""1969-12-31""#);
        assert_eq!(json(&Cell::Text("a \"b\"\u{1}".into())), r#""a \"b\"\u0001""#);
        assert_eq!(json(&Cell::Whole(12)), "12");
    }
}
