//! Text on one line: runs of white space as one space.

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
        if line.is_empty() {
            line.reserve_exact(text.len());
        } else {
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

/// Whether a text is ASCII with single spaces between words, so that nothing is to be done.
fn is_one_line(text: &[u8]) -> bool {
    let ([first, behind @ ..], [before @ .., last]) = (text, text) else { return false };
    // What is below a space is white space or a control character, what is above `~` may be. No way out of the loops before
    // their end, so that they run over many bytes at once.
    let plain = text.iter().fold(true, |plain, byte| plain & (b' '..=b'~').contains(byte));
    let doubled = before
        .iter()
        .zip(behind)
        .fold(false, |doubled, pair| doubled | ((*pair.0 == b' ') & (*pair.1 == b' ')));
    plain && !doubled && *first != b' ' && *last != b' '
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
        }
    }
}
