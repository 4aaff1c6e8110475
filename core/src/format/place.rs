//! Where a row stands in its input.

use core::fmt;
use core::ops::Range;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// Where a row came from. Counted on the input as it was given, whatever its encoding.
///
/// ```
/// let report = payymo::format::read(br#"{"transactions": [{"id": "1", "booked_on": "2026-03-04", "amount": "9.99",
///     "currency": "EUR"}]}"#, &Default::default())?;
/// let place = &report.places.transactions[0];
/// assert_eq!((place.line, place.field.to_string().as_str()), (1, "/transactions/0"));
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowPlace {
    /// Bytes of its record, end exclusive. Rows of one batch have the bytes of the batch.
    pub bytes: Range<u64>,
    /// Line on which the record begins, from 1.
    pub line: u64,
    /// Which record of the input it is.
    #[serde(skip_serializing_if = "FieldPath::is_empty")]
    pub field: FieldPath,
}

/// Path of a record, in the way of its format: `/transactions/booked/3`, `Stmt[1]/Ntry[17]`, `:61:[4]`. Rows of a list
/// share its text.
#[derive(Clone, Debug, Default)]
pub struct FieldPath {
    list: Option<Arc<str>>,
    number: u64,
    close: &'static str,
}

impl FieldPath {
    /// A record of a list in JSON, counted from 0: `list` is `/transactions/`.
    pub(crate) fn pointer(list: &Arc<str>, number: u64) -> Self {
        FieldPath { list: Some(Arc::clone(list)), number, close: "" }
    }

    /// A record of a name, counted from 1: `list` is `Stmt[1]/Ntry[`.
    pub(crate) fn element(list: &Arc<str>, number: u64) -> Self {
        FieldPath { list: Some(Arc::clone(list)), number, close: "]" }
    }

    /// Whether it says nothing: the place is known by its line alone.
    pub fn is_empty(&self) -> bool {
        self.list.is_none()
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.list {
            Some(list) => write!(f, "{list}{}{}", self.number, self.close),
            None => Ok(()),
        }
    }
}

impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl PartialEq for FieldPath {
    fn eq(&self, other: &Self) -> bool {
        (self.list.as_deref(), self.number, self.close) == (other.list.as_deref(), other.number, other.close)
    }
}

impl Eq for FieldPath {}
