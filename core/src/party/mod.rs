//! Parties: names, account numbers and bank codes in normal form, and how two of them compare.
//!
//! Nothing here is refused: what is wrong with an IBAN or BIC is a verdict beside its normal form, since a wrong number
//! on an invoice is still the number that a customer pays to.

mod account;
mod bic;
mod compare;
mod countries;
mod cut;
#[cfg(feature = "matching")]
pub(crate) mod frequent;
pub mod iban;
mod joint;
mod legal_form;
mod legal_forms;
mod name;
#[cfg(test)]
mod name_tests;
mod tokens;
mod typo;
mod word_class;

pub use account::{account_keys, normal_account, normal_account_into, same_account};
pub use bic::{Bic, BicVerdict};
pub use compare::{NameMatch, compare};
#[cfg(feature = "matching")]
pub(crate) use cut::is_cut_length;
pub use iban::{Iban, IbanVerdict};
#[cfg(feature = "matching")]
pub(crate) use legal_form::is_legal_form;
pub use name::{Name, NameKind, NameReader};
