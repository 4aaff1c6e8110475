//! Payment references with check digits, the grammar of an invoice series, and numbers in free text.

mod announces;
mod key;
mod multiset;
mod number_words;
pub mod numbers;
pub mod scheme;
pub mod series;

#[cfg(feature = "matching")]
pub(crate) use announces::{announces_invoice, behind_label};
pub use key::Key;
