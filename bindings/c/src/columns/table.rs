//! Tables of a host: arrays by the names of fields.

use crate::input;
use core::ffi::{c_char, c_void};
use payymo_contract::columns::{Cell, Column as Cells, Days, Minors, OneText, Texts};
use payymo_contract::{BorderCode, Fault};

/// `values` are uint32_t offsets into `bytes`, one more than rows: row i is bytes[offsets[i]] up to bytes[offsets[i + 1]], in
/// UTF-8. An empty text is none.
pub const PAYYMO_COLUMN_TEXTS: u32 = 0;
/// The text `bytes` in every row; `values` is not used.
pub const PAYYMO_COLUMN_ONE_TEXT: u32 = 1;
/// `values` are int32_t days since 1970-01-01; INT32_MIN is none.
pub const PAYYMO_COLUMN_DAYS: u32 = 2;
/// `values` are int64_t minor units of the row's currency; INT64_MIN is none.
pub const PAYYMO_COLUMN_MINORS: u32 = 3;
/// As PAYYMO_COLUMN_TEXTS, of lists and objects as JSON.
pub const PAYYMO_COLUMN_JSON: u32 = 4;

/// One field of all rows.
#[repr(C)]
pub struct Column {
    /// Name of the field; ends with NUL.
    pub name: *const c_char,
    /// PAYYMO_COLUMN_…
    pub kind: u32,
    /// As the kind says.
    pub values: *const c_void,
    /// Of texts.
    pub bytes: *const c_char,
    /// How many bytes.
    pub length: usize,
}

/// Rows as columns.
#[repr(C)]
pub struct Table {
    /// How many rows each column has.
    pub rows: usize,
    /// The columns, in any order.
    pub columns: *const Column,
    /// How many columns.
    pub column_count: usize,
}

/// A table as the contract reads it.
pub struct Borrowed<'a> {
    pub rows: usize,
    pub columns: Vec<(&'a str, Box<dyn Cells + 'a>)>,
}

/// The columns of a table; none of NULL.
///
/// # Safety
/// `table` is NULL, or points at a table whose arrays are there, of the lengths that their kinds say, and do not change while
/// `'a` lasts.
pub unsafe fn columns_of<'a>(table: *const Table, list: &str) -> Result<Borrowed<'a>, Fault> {
    // SAFETY: as the caller promises.
    let Some(table) = (unsafe { table.as_ref() }) else {
        return Ok(Borrowed { rows: 0, columns: Vec::new() });
    };
    // SAFETY: as the caller promises.
    let given = unsafe { input::list(table.columns, table.column_count, list) }?;
    let mut columns = Vec::with_capacity(given.len());
    for column in given {
        // SAFETY: as the caller promises.
        let name = unsafe { input::name(column.name, "name of a column") }?;
        if table.rows > 0 {
            // SAFETY: as the caller promises.
            let cells = unsafe { cells_of(column, table.rows) };
            columns.push((name, cells.map_err(|fault| fault.at_field(format!("/{list}/{name}")))?));
        }
    }
    Ok(Borrowed { rows: table.rows, columns })
}

/// # Safety
/// As [`columns_of`].
unsafe fn cells_of<'a>(column: &Column, rows: usize) -> Result<Box<dyn Cells + 'a>, Fault> {
    let texts = || {
        // One more than a number of rows that memory holds: it is checked when the list is made.
        // SAFETY: as the caller promises.
        let offsets = unsafe { input::list(column.values.cast::<u32>(), rows.saturating_add(1), "values") }?;
        // SAFETY: as the caller promises.
        let bytes = unsafe { input::bytes(column.bytes, column.length, "bytes") }?;
        Texts::new(offsets, bytes, rows)
    };
    let values = column.values;
    Ok(match column.kind {
        PAYYMO_COLUMN_TEXTS => Box::new(texts()?),
        PAYYMO_COLUMN_JSON => Box::new(Json(texts()?)),
        PAYYMO_COLUMN_ONE_TEXT => {
            // SAFETY: as the caller promises.
            let text = unsafe { input::bytes(column.bytes, column.length, "bytes") }?;
            let not_text = |_| Fault::new(BorderCode::Encoding, "a text that is not UTF-8");
            Box::new(OneText(core::str::from_utf8(text).map_err(not_text)?))
        }
        // SAFETY: as the caller promises.
        PAYYMO_COLUMN_DAYS => Box::new(Days(unsafe { input::list(values.cast(), rows, "values") }?)),
        // SAFETY: as the caller promises.
        PAYYMO_COLUMN_MINORS => Box::new(Minors(unsafe { input::list(values.cast(), rows, "values") }?)),
        _ => return Err(Fault::new(BorderCode::Argument, "kind is none of PAYYMO_COLUMN_…")),
    })
}

/// Texts that are JSON.
struct Json<'a>(Texts<'a>);

impl Cells for Json<'_> {
    fn len(&self) -> Option<usize> {
        self.0.len()
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        match self.0.cell(row) {
            Cell::Text(json) => Cell::Json(json),
            other => other,
        }
    }
}
