//! Headers and words of cells in the form in which they are compared.

use crate::text::fold_into;

/// Folded, one space between words, `ValutaDate` as two words.
pub(crate) fn key(text: &str) -> String {
    if is_key(text) { text.to_owned() } else { folded(text) }
}

/// Whether a text is surely a key: small letters and digits in words, with no pair that folds to one letter.
fn is_key(text: &str) -> bool {
    let mut last = b' ';
    for byte in text.bytes() {
        let word = byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let pair = matches!((last, byte), (b'a' | b'o' | b'u', b'e') | (b'a', b'a'));
        if pair || !(word || (byte == b' ' && last != b' ')) {
            return false;
        }
        last = byte;
    }
    last != b' '
}

fn folded(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_a_key_is_its_own(text in "[aeou 0-9z]{0,12}") {
            prop_assert!(!is_key(&text) || folded(&text) == text);
        }
    }

    #[test]
    fn words() {
        assert!(is_key("booking date") && !is_key("value date") && !is_key("Betrag") && !is_key("a  b"));
        assert_eq!(key("ValutaDate (EUR)"), "valuta date eur");
    }
}
