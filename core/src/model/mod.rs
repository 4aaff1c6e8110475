//! The canonical model: what every reader writes and the engine reads. Names and meanings are those of the contract.

mod identity;
mod invoice;
mod metadata;
pub(crate) mod naming;
mod settlement;
mod transaction;
pub(crate) mod wire;

pub use identity::{Occurrences, content_key};
#[cfg(feature = "format")]
pub(crate) use identity::{content_key_in, derived_id};
pub use invoice::{Customer, Invoice, InvoiceKind, InvoiceState, Tax, Terms};
pub use metadata::Metadata;
pub use settlement::Settlement;
pub use transaction::{
    BankCode, Batch, Counterparty, Fee, Original, Reference, ReferenceKind, RemittanceLine, ReturnStage,
    Returned, Status, Transaction, TransactionKind,
};
pub use wire::{JsonOptions, date_from_text};
