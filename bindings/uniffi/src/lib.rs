//! payymo for Kotlin, Swift, and whatever else uniffi writes bindings for.
//!
//! `generated` is written from the table of operations; here stand the few things that a table cannot say: errors, progress,
//! and the handles of matchers and streams. Each call goes through documents: for batches of a hundred thousand rows the other bindings
//! have columns.

mod ask;
mod error;
#[rustfmt::skip] // written by a generator, from a table whose operations have as many fields as they have
#[allow(clippy::too_many_arguments)]
mod generated;
mod matcher;
mod progress;
mod stream;

pub use error::PayymoError;
pub use generated::{functions, records};
pub use matcher::Matcher;
pub use progress::{Progress, ProgressFailed};
pub use stream::Stream;

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

/// Does an operation that needs no handle, as documents: a JSON object in, a JSON document out.
///
/// # Errors
/// Those of the operation.
#[uniffi::export]
pub fn call(operation: String, request: String, blobs: Vec<Vec<u8>>) -> Result<String, PayymoError> {
    ask::document(&operation, request.as_bytes(), &blobs, None)
}
