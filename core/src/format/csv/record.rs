//! One record by its fields.

use super::super::cells::table::{Row, Table};
use super::field::Field;
use super::layout::Layout;
use super::learn::is_blank;
use crate::error::{Code, Error};

/// A record whose cells are found by their fields.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) layout: &'a Layout,
    pub(super) row: &'a Row,
}

impl<'a> Record<'a> {
    pub(super) fn new(table: &'a Table<'a>, layout: &'a Layout, row: &'a Row) -> Self {
        Record { table, layout, row }
    }

    /// The first cell of a field that is not blank.
    pub(super) fn get(&self, field: Field) -> &'a str {
        self.all(field).next().unwrap_or_default()
    }

    /// The cells of a field that are not blank.
    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = &'a str> + use<'a> {
        let (table, row) = (self.table, self.row);
        let columns = self.layout.settled_columns(field).iter();
        columns.map(move |column| table.cell(row, *column)).filter(|cell| !is_blank(cell))
    }

    /// An error at this record.
    pub(super) fn error(&self, code: Code, message: impl Into<String>) -> Error {
        self.row.error(code, message)
    }
}
