//! Why a call has no answer.

use payymo_contract::Fault;

/// Why a call has no answer.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum PayymoError {
    /// The library's own answer.
    #[error("{code}: {reason}")]
    Failed {
        /// The stable code, as `format.csv.bad_amount`.
        code: String,
        /// Its number.
        number: u32,
        /// What was wrong, and what would be right.
        reason: String,
        /// The field that it is about, as a JSON pointer.
        field: Option<String>,
        /// Id of the row that it is about.
        row: Option<String>,
        /// The whole error as a document.
        document: String,
    },
}

impl From<Fault> for PayymoError {
    fn from(fault: Fault) -> Self {
        PayymoError::Failed {
            code: fault.code().to_owned(),
            number: fault.number(),
            reason: fault.message().to_owned(),
            field: fault.place().field.clone(),
            row: fault.place().row.clone(),
            document: String::from_utf8_lossy(&fault.to_json()).into_owned(),
        }
    }
}
