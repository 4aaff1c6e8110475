//! What stands in a column at a row.

use crate::fault::Fault;
use std::borrow::Cow;

/// A value of one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Null,
    /// Text. Numbers may stand as text.
    Text(Cow<'a, str>),
    /// A whole number: of money, major units.
    Whole(i128),
    /// A whole number of minor units; only for the fields `…_minor`.
    Minor(i64),
    /// A decimal number: `digits / 10^scale`.
    Decimal {
        /// Its digits.
        digits: i128,
        /// How many of them stand behind the mark.
        scale: u32,
    },
    /// A date: days since 1970-01-01.
    Days(i32),
    /// Truth.
    Truth(bool),
    /// A binary float, which money never is.
    Float,
    /// A list or an object, as JSON.
    Json(Cow<'a, str>),
    /// Bytes that are not UTF-8.
    NotText,
}

/// A column of cells.
pub trait Column {
    /// How many rows it has; `None`: as many as are asked for.
    fn len(&self) -> Option<usize>;

    /// The cell of a row; [`Cell::Null`] beyond the end.
    fn cell(&self, row: usize) -> Cell<'_>;

    /// Whether it has no rows.
    fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }
}

/// Columns by name, of one length.
pub struct Columns<'a> {
    rows: usize,
    columns: Vec<(&'a str, &'a dyn Column)>,
}

impl<'a> Columns<'a> {
    /// No columns yet, of so many rows.
    pub fn new(rows: usize) -> Self {
        Columns { rows, columns: Vec::new() }
    }

    /// The same with a column more. Columns of names that the contract does not know are ignored.
    #[must_use]
    pub fn with(mut self, name: &'a str, column: &'a dyn Column) -> Self {
        self.columns.push((name, column));
        self
    }

    /// How many rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The columns, checked for their length.
    pub(super) fn checked(&self) -> Result<&[(&'a str, &'a dyn Column)], Fault> {
        for (name, column) in &self.columns {
            if let Some(length) = column.len().filter(|length| *length != self.rows) {
                let said = format!("the column has {length} rows, the others have {}", self.rows);
                return Err(Fault::field(format!("/{name}"), said));
            }
        }
        for (at, (name, _)) in self.columns.iter().enumerate() {
            if self.columns.iter().take(at).any(|(earlier, _)| earlier == name) {
                return Err(Fault::field(format!("/{name}"), "two columns have this name"));
            }
        }
        if self.rows > 1 && self.columns.iter().all(|(_, column)| column.len().is_none()) {
            return Err(Fault::field(
                "",
                "nothing tells the rows apart: no column has a value of its own for each row",
            ));
        }
        Ok(&self.columns)
    }
}
