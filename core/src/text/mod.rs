//! Text: one form to compare by, tokens, and what makes foreign text safe to show.
//!
//! [`fold`] maps all spellings of a word to one key: case, diacritics, compatibility forms, German and Nordic digraphs,
//! Greek and Cyrillic letters. [`tokens`] cuts a key into words, [`edits`] counts the slips between two. [`escape`] is for the other way, where a payer's text
//! is shown to a person.

mod cards;
mod case;
mod cyrillic;
mod dropped;
mod edits;
pub mod escape;
mod fold;
mod greek;
#[cfg_attr(not(feature = "format"), allow(dead_code, reason = "readers look for more than the rest does"))]
pub(crate) mod lanes;
mod latin;
mod line;
pub(crate) mod packed;

pub use edits::{edits, edits_within};
pub(crate) use fold::is_word;
pub use fold::{fold, fold_into, tokens};
pub use line::push_words;
#[cfg(feature = "format")]
pub(crate) use line::{is_one_line, one_line};

/// The beginning of a text: at most so many bytes, and no character cut in two.
#[cfg(feature = "matching")]
pub(crate) fn start_of(text: &str, most: usize) -> &str {
    let end = (0..=text.len().min(most)).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}
