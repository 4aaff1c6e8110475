//! Headers and words of cells in the form in which they are compared.

use crate::text::fold_into;

/// Folded, one space between words, `ValutaDate` as two words.
pub(crate) fn key(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for character in text.chars() {
        if before.is_lowercase() && character.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(character);
        before = character;
    }
    let mut folded = String::with_capacity(spaced.len());
    fold_into(&spaced, &mut folded);
    let mut out = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
