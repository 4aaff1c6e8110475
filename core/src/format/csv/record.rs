//! One record by its fields: what each column holds, looked up once.

use super::super::cells::table::{Row, Table};
use super::field::Field;
use super::layout::Layout;
use super::learn::is_blank;
use crate::error::{Code, Error};

/// A record whose cells are found by their fields.
pub(super) struct Record<'a> {
    pub(super) table: &'a Table,
    pub(super) layout: &'a Layout,
    pub(super) row: &'a Row,
    /// The first cell of each field that is not blank.
    first: [&'a str; Field::COUNT],
}

impl<'a> Record<'a> {
    pub(super) fn new(table: &'a Table, layout: &'a Layout, row: &'a Row) -> Self {
        let mut first = [""; Field::COUNT];
        for (column, field) in layout.fields.iter().enumerate() {
            let place = field.and_then(|field| first.get_mut(field as usize));
            if let Some(place) = place.filter(|place| place.is_empty()) {
                let cell = table.cell(row, column);
                if !is_blank(cell) {
                    *place = cell;
                }
            }
        }
        Record { table, layout, row, first }
    }

    /// The first cell of a field that is not blank.
    pub(super) fn get(&self, field: Field) -> &'a str {
        self.first.get(field as usize).copied().unwrap_or("")
    }

    /// The cells of a field that are not blank.
    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = &'a str> + use<'a> {
        let (table, row) = (self.table, self.row);
        self.layout.columns(field).map(move |column| table.cell(row, column)).filter(|cell| !is_blank(cell))
    }

    /// An error at this record.
    pub(super) fn error(&self, code: Code, message: impl Into<String>) -> Error {
        self.row.error(code, message)
    }
}
