//! Text: one form to compare by, tokens, and what makes foreign text safe to show.
//!
//! [`fold`] maps all spellings of a word to one key: case, diacritics, compatibility forms, German and Nordic digraphs,
//! Greek and Cyrillic letters. [`tokens`] cuts a key into words. [`escape`] is for the other way, where a payer's text
//! is shown to a person.

mod cards;
mod case;
mod cyrillic;
mod dropped;
pub mod escape;
mod fold;
mod greek;
mod latin;
pub(crate) mod packed;

pub(crate) use fold::is_word;
pub use fold::{fold, fold_into, tokens};
