//! Whether two tokens of names are one with a slip.

use crate::text::edits_within;

/// Tokens of more bytes than this are compared for equality only; with other letters than ASCII they may take four times as many.
const LONGEST: usize = 40;

/// Edits that a token of so many letters may have: none below four, one below eight, then two.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether the tokens differ by no more edits (insert, delete, replace, swap of neighbours) than the shorter may have.
pub(super) fn is_near(a: &str, b: &str) -> bool {
    let ascii = a.is_ascii() && b.is_ascii();
    let length = |token: &str| if ascii { token.len() } else { token.chars().count() };
    let longest = if ascii { LONGEST } else { 4 * LONGEST };
    if a.len().max(b.len()) > longest {
        return a == b;
    }
    edits_within(a, b, allowed(length(a).min(length(b)))).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_strsim(a in "[abü]{0,12}", b in "[abü]{0,12}") {
            let most = allowed(a.chars().count().min(b.chars().count()));
            prop_assert_eq!(is_near(&a, &b), strsim::osa_distance(&a, &b) <= most);
        }

        #[test]
        fn never_panics(a: String, b: String) {
            prop_assert_eq!(is_near(&a, &b), is_near(&b, &a));
        }
    }

    #[test]
    fn long_tokens() {
        let long = "a".repeat(1000);
        assert!(is_near(&long, &long));
        assert!(!is_near(&long, &format!("{long}b")));
    }
}
