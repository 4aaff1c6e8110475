//! What stands at the front of a text: digits, the name of a month in the languages of banks.

use crate::text::fold_into;

/// Month names by their first letters, as [`key`] has them, which makes one letter of `ae`, `oe`, `ue` and `aa`. Longer ones stand before those that they begin with.
#[rustfmt::skip]
const MONTHS: &[(&str, u32)] = &[
    ("jan", 1), ("janv", 1), ("ene", 1), ("gen", 1), ("sty", 1), ("led", 1), ("tam", 1), ("ian", 1), ("sausio", 1),
    ("feb", 2), ("fev", 2), ("lut", 2), ("uno", 2), ("hel", 2), ("fevr", 2),
    ("mar", 3), ("mrt", 3), ("mrz", 3), ("ma", 3), ("bre", 3), ("mai", 5), ("maj", 5), ("may", 5), ("mei", 5), ("mag", 5), ("maggio", 5), ("kve", 5), ("tou", 5), ("mayo", 5),
    ("apr", 4), ("avr", 4), ("abr", 4), ("kwi", 4), ("dub", 4), ("huh", 4),
    ("jun", 6), ("juin", 6), ("giu", 6), ("cze", 6), ("kes", 6), ("iun", 6), ("cervna", 6), ("cerven", 6),
    ("jul", 7), ("juil", 7), ("lug", 7), ("lip", 7), ("hei", 7), ("iul", 7), ("cervence", 7), ("cervenec", 7),
    ("aug", 8), ("aou", 8), ("ago", 8), ("sie", 8), ("srp", 8), ("elo", 8),
    ("sep", 9), ("set", 9), ("wrz", 9), ("zar", 9), ("syy", 9), ("szept", 9),
    ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("paz", 10), ("rij", 10), ("lok", 10),
    ("nov", 11), ("lis", 11),
    ("dec", 12), ("dez", 12), ("dic", 12), ("gru", 12), ("pro", 12), ("jou", 12), ("des", 12),
];

/// A month's name at the front of a text, and what stands behind it.
pub(crate) fn month(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at_checked(end)?;
    if word.is_empty() || word.len() > 24 {
        return None;
    }
    let word = key(word);
    let exact = MONTHS.iter().filter(|(name, _)| word.starts_with(name));
    let (_, month) = exact.max_by_key(|(name, _)| name.len())?;
    (word.len() >= 3 || word == "mai").then_some((*month, rest))
}

/// A word in the form in which names are compared.
fn key(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// The digits at the front, and what is behind them.
pub(crate) fn number(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_folded() {
        for (name, _) in MONTHS {
            assert_eq!(key(name), *name);
        }
    }

    #[test]
    fn months_of_many_languages() {
        for (name, month_number) in [
            ("January", 1),
            ("Feb", 2),
            ("März", 3),
            ("maart", 3),
            ("avril", 4),
            ("mai", 5),
            ("maj", 5),
            ("maggio", 5),
            ("juin", 6),
            ("juillet", 7),
            ("juli", 7),
            ("août", 8),
            ("agosto", 8),
            ("września", 9),
            ("Oktober", 10),
            ("listopada", 11),
            ("prosince", 12),
            ("joulukuu", 12),
            ("dezembro", 12),
        ] {
            assert_eq!(month(name).map(|(month, _)| month), Some(month_number), "{name}");
        }
        assert_eq!(month("xyz"), None);
        assert_eq!(month("Spar"), None);
    }
}
