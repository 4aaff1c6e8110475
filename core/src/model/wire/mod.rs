//! The contract's JSON: money as decimal text with the currency beside it.
//!
//! # Design
//! A row is split into its members without reading their values, and each field is then read from its own text.
//! So a number never passes through a binary float, an error names the field and the row by their own words instead of
//! a position, and a duplicate member is seen. `Deserialize` of the three rows goes the same way through
//! [`serde_json::value::RawValue`], and therefore works with serde_json's deserializers only.
//!
//! Read what was written, and the same value comes back:
//!
//! ```
//! use payymo::model::Transaction;
//! let json = r#"{"id": "t1", "booked_on": "2026-03-04", "amount": 1204.50, "currency": "GBP"}"#;
//! let transaction: Transaction = serde_json::from_str(json)?;
//! assert_eq!(transaction.amount.minor(), 120_450);
//! let again = serde_json::to_string(&transaction)?;
//! assert!(again.contains(r#""amount":"1204.50","currency":"GBP""#));
//! assert!(serde_json::from_str::<Transaction>(&again)? == transaction);
//! # Ok::<(), serde_json::Error>(())
//! ```

pub(crate) mod date;
mod fields;
mod number;
mod options;
mod read;
pub(crate) mod row;
mod write;

#[cfg(test)]
mod tests;

pub use date::from_text as date_from_text;
#[cfg(feature = "format")]
pub(crate) use fields::amount_of;
pub use options::JsonOptions;
#[cfg(feature = "format")]
pub(crate) use read::{AnyRow, RowKind};

use super::{Invoice, Settlement, Transaction};
use crate::error::Error;
use serde::de::{Deserialize, Deserializer, Error as _};
use serde_json::value::RawValue;

impl Transaction {
    /// Reads one row of the contract's JSON.
    ///
    /// # Errors
    /// `format.json.syntax`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money` and the codes of
    /// money, with the field as a JSON pointer and the row's id.
    pub fn from_json(text: &str, options: &JsonOptions) -> Result<Self, Error> {
        read::transaction(text, options)
    }
}

impl Invoice {
    /// Reads one row of the contract's JSON.
    ///
    /// # Errors
    /// As [`Transaction::from_json`].
    pub fn from_json(text: &str, options: &JsonOptions) -> Result<Self, Error> {
        read::invoice(text, options)
    }
}

impl Settlement {
    /// Reads one row of the contract's JSON.
    ///
    /// # Errors
    /// As [`Transaction::from_json`].
    pub fn from_json(text: &str, options: &JsonOptions) -> Result<Self, Error> {
        read::settlement(text, options)
    }
}

impl<'de> Deserialize<'de> for Transaction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let row = Box::<RawValue>::deserialize(deserializer)?;
        read::transaction(row.get(), &JsonOptions::default()).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Invoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let row = Box::<RawValue>::deserialize(deserializer)?;
        read::invoice(row.get(), &JsonOptions::default()).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Settlement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let row = Box::<RawValue>::deserialize(deserializer)?;
        read::settlement(row.get(), &JsonOptions::default()).map_err(D::Error::custom)
    }
}
