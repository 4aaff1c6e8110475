//! Writers: the model to JSON Lines, CSV, camt.053 and MT940, so that what was read can be handed on.
//!
//! # Design
//! JSON Lines and CSV hold every field of the contract. A bank's format holds less: such a writer reads back what it has
//! written and says of each row which fields are not there, so that nothing is lost in silence.

mod camt053;
mod csv;
mod json_lines;
mod mt940;
mod written;
mod xml;

#[cfg(test)]
mod tests;

pub use camt053::write_camt053;
pub use csv::{TableRow, write_csv};
pub use json_lines::write_json_lines;
pub use mt940::write_mt940;
pub use written::Written;
