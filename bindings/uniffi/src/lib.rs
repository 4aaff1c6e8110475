//! payymo for Kotlin, Swift, and whatever else uniffi writes bindings for.
//!
//! `generated` is written from the table of operations; here stand the few things that a table cannot say: errors, progress, and how handles
//! are called. Each call goes through documents: for batches of a hundred thousand rows the other bindings
//! have columns.

mod ask;
mod error;
#[rustfmt::skip] // written by a generator, from a table whose operations have as many fields as they have
#[allow(clippy::too_many_arguments)]
mod generated;
mod handle;
mod progress;

pub use error::PayymoError;
pub use generated::*;
pub use progress::{Progress, ProgressFailed};

uniffi::setup_scaffolding!("payymo");

/// A column of a CSV export.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, uniffi::Enum)]
#[serde(untagged)]
pub enum Column {
    /// By its number from 0.
    Number(u32),
    /// By its header.
    Header(String),
    /// Several: text is joined, the rest is tried in order.
    Several(Vec<Column>),
}

/// Any value of JSON, as its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Json(String);

uniffi::custom_newtype!(Json, String);

impl serde::Serialize for Json {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value: Box<serde_json::value::RawValue> =
            serde_json::from_str(&self.0).map_err(serde::ser::Error::custom)?;
        value.serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Json {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Box::<serde_json::value::RawValue>::deserialize(deserializer)?;
        Ok(Json(value.get().to_owned()))
    }
}

/// Does an operation that needs no handle, as documents: a JSON object in, a JSON document out.
///
/// # Errors
/// Those of the operation.
#[uniffi::export]
pub fn call(operation: String, request: String, blobs: Vec<Vec<u8>>) -> Result<String, PayymoError> {
    ask::document(&operation, request.as_bytes(), &blobs, None)
}
