//! Text on one line: runs of white space as one space.

use super::lanes;
#[cfg(feature = "format")]
use std::borrow::Cow;

/// Adds a text to a line, with one space between words and before it.
///
/// ```
/// let mut line = "Rechnung".to_owned();
/// payymo::text::push_words(&mut line, "  NW-1042\r\n vom  1.3. ");
/// assert_eq!(line, "Rechnung NW-1042 vom 1.3.");
/// ```
pub fn push_words(line: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    if is_one_line(text.as_bytes()) {
        if line.capacity() == 0 {
            *line = text.to_owned();
            return;
        }
        if !line.is_empty() {
            line.reserve(text.len() + 1);
            line.push(' ');
        }
        line.push_str(text);
        return;
    }
    line.reserve(text.len() + 1);
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// A text on one line, as [`push_words`] writes it.
#[cfg(feature = "format")]
pub(crate) fn one_line(text: Cow<'_, str>) -> String {
    if is_one_line(text.as_bytes()) {
        return text.into_owned();
    }
    let mut line = String::new();
    push_words(&mut line, &text);
    line
}

/// Whether a text is ASCII with single spaces between words, so that nothing is to be done.
pub(crate) fn is_one_line(text: &[u8]) -> bool {
    // No space may stand at the start, behind another one, or at the end.
    let (mut rest, mut carried, mut odd) = (text, lanes::FIRST, 0);
    let mut look = |word: u64| {
        let spaces = lanes::equal(word, b' ');
        odd |= lanes::first_control(word) | lanes::beyond_ascii(word) | (spaces & (spaces << 8 | carried));
        carried = spaces >> 56;
        spaces
    };
    while let Some((word, behind)) = rest.split_first_chunk() {
        look(u64::from_le_bytes(*word));
        rest = behind;
    }
    if let Some(last) = rest.len().checked_sub(1) {
        // Filled up with what is no space.
        let word = lanes::word(rest, 0) | u64::from_ne_bytes([b'x'; lanes::WIDTH]) << (8 * rest.len());
        carried = look(word) >> (8 * last) & lanes::FIRST;
    }
    odd == 0 && carried == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_those_of_split_whitespace(before in "[a ]{0,3}", text in "[a-c \\t\r\n\u{a0}\u{3000}é]{0,12}") {
            let mut line = before.clone();
            push_words(&mut line, &text);
            let words: Vec<&str> = text.split_whitespace().collect();
            let between = if before.is_empty() || words.is_empty() { "" } else { " " };
            prop_assert_eq!(line, format!("{before}{between}{}", words.join(" ")));
            #[cfg(feature = "format")]
            prop_assert_eq!(one_line(text.as_str().into()), words.join(" "));
        }
    }
}
