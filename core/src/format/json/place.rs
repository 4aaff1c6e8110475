//! Places of rows.

use super::scan::Value;
use crate::error::Error;
use crate::format::{FieldPath, RowPlace};

/// The place of a row in the text.
pub(crate) fn place(value: &Value<'_>, field: FieldPath) -> RowPlace {
    let range = value.range();
    RowPlace { bytes: range.start as u64..range.end as u64, line: 0, field }
}

/// The error of a row with its place in the text, and the path of its field below the row's.
pub(crate) fn placed(error: Error, value: &Value<'_>, path: &FieldPath) -> Error {
    let field = match &error.place().field {
        Some(field) => format!("{path}{field}"),
        None => path.to_string(),
    };
    let range = value.range();
    let error = error.at_bytes(range.start as u64..range.end as u64);
    if field.is_empty() { error } else { error.at_field(field) }
}
