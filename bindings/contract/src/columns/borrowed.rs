//! Columns over plain arrays that a host lends for the time of a call.

use super::cell::{Cell, Column};
use crate::fault::Fault;
use std::borrow::Cow;

/// Texts one behind the other, cut at offsets. An empty text is none.
pub struct Texts<'a> {
    offsets: &'a [u32],
    bytes: &'a [u8],
}

impl<'a> Texts<'a> {
    /// Texts of `rows` rows: row `i` is `bytes[offsets[i]..offsets[i + 1]]`.
    ///
    /// # Errors
    /// `contract.field` where there is not one offset more than rows, or offsets fall or lead beyond the bytes.
    pub fn new(offsets: &'a [u32], bytes: &'a [u8], rows: usize) -> Result<Self, Fault> {
        let whole = offsets.len() == rows.saturating_add(1)
            && offsets.is_sorted()
            && offsets.last().is_some_and(|last| *last as usize <= bytes.len());
        match whole {
            true => Ok(Texts { offsets, bytes }),
            false => Err(Fault::field(
                "",
                "one offset more than rows, none below the one before or beyond the bytes",
            )),
        }
    }
}

impl Column for Texts<'_> {
    fn len(&self) -> Option<usize> {
        self.offsets.len().checked_sub(1)
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        let (Some(start), Some(end)) = (self.offsets.get(row), self.offsets.get(row + 1)) else {
            return Cell::Null;
        };
        text_cell(self.bytes.get(*start as usize..*end as usize).unwrap_or_default())
    }
}

/// A cell of text; an empty one is none.
fn text_cell(bytes: &[u8]) -> Cell<'_> {
    match core::str::from_utf8(bytes) {
        Ok("") => Cell::Null,
        Ok(text) => Cell::Text(Cow::Borrowed(text)),
        Err(_) => Cell::NotText,
    }
}

/// The same text in every row.
pub struct OneText<'a>(pub &'a str);

impl Column for OneText<'_> {
    fn len(&self) -> Option<usize> {
        None
    }

    fn cell(&self, _row: usize) -> Cell<'_> {
        text_cell(self.0.as_bytes())
    }
}

/// Dates as days since 1970-01-01; `i32::MIN` is none.
pub struct Days<'a>(pub &'a [i32]);

impl Column for Days<'_> {
    fn len(&self) -> Option<usize> {
        Some(self.0.len())
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        self.0.get(row).filter(|days| **days != i32::MIN).map_or(Cell::Null, |days| Cell::Days(*days))
    }
}

/// Amounts in minor units of their currency; `i64::MIN` is none.
pub struct Minors<'a>(pub &'a [i64]);

impl Column for Minors<'_> {
    fn len(&self) -> Option<usize> {
        Some(self.0.len())
    }

    fn cell(&self, row: usize) -> Cell<'_> {
        self.0.get(row).filter(|minor| **minor != i64::MIN).map_or(Cell::Null, |minor| Cell::Minor(*minor))
    }
}
