//! Payment references with check digits, the grammar of an invoice series, and numbers in free text.

mod announces;
mod key;
mod number_words;
pub mod numbers;
pub mod scheme;
pub mod series;

pub use key::Key;
#[cfg(feature = "matching")]
pub(crate) use number_words::{announces_invoice, behind_label};
