//! Finding and taking off the legal form of a company's name.

use super::legal_forms::{FORMS, MOST_WORDS, Place};
use super::tokens::Word;

/// A form found: as printed in its country, and the letters by which it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub form: &'static str,
    pub key: &'static str,
}

/// Takes the legal forms out of the words of a name; the last one that belongs to the name is the answer.
///
/// A name is never left without a word: `Limited` alone is a name.
pub(super) fn take(words: &mut Vec<Word>) -> Option<Found> {
    let last = take_end(words);
    let anywhere = if last.is_none() { take_inside(words) } else { None };
    let first = take_first(words);
    last.or(anywhere).or(first)
}

/// At the end, where one may follow another: `Co. Ltd`, `Sp. z o.o. Sp. k.`.
fn take_end(words: &mut Vec<Word>) -> Option<Found> {
    let mut found = None;
    let longest = |words: &[Word]| {
        let from = words.len().saturating_sub(MOST_WORDS).max(1);
        (from..words.len()).find_map(|at| {
            let run = words.get(at..)?;
            let (form, place) = look_up(run)?;
            (place != Place::Apart || run.len() > 1).then_some((at, form))
        })
    };
    while let Some((at, form)) = longest(words) {
        words.truncate(at);
        found = found.or(Some(form));
    }
    found
}

/// In the middle, for forms that are no word: `ACME GmbH Berlin`.
fn take_inside(words: &mut Vec<Word>) -> Option<Found> {
    for at in 1..words.len() {
        for count in (1..=MOST_WORDS).rev() {
            let Some(run) = words.get(at..at + count) else { continue };
            if let Some((found, Place::Any | Place::FirstOrAny)) = look_up(run) {
                words.drain(at..at + count);
                return Some(found);
            }
        }
    }
    None
}

/// In front: `UAB "Vilnius"`, `ООО Ромашка`.
fn take_first(words: &mut Vec<Word>) -> Option<Found> {
    for count in (1..=MOST_WORDS.min(words.len().saturating_sub(1))).rev() {
        let Some((found, place)) = words.get(..count).and_then(look_up) else { continue };
        // Forms of two letters are initials too, unless a quoted name follows.
        let quoted = words.get(count).is_some_and(|next| next.quoted);
        if quoted || matches!(place, Place::FirstOrEnd | Place::FirstOrAny) {
            words.drain(..count);
            return Some(found);
        }
    }
    None
}

/// The form whose letters are those of all the words.
fn look_up(words: &[Word]) -> Option<(Found, Place)> {
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let letters: usize = words.iter().map(|word| word.text.len()).sum();
    let at = match words {
        [word] => FORMS.binary_search_by_key(&word.text.as_str(), |row| row.0),
        _ => {
            // `Smith A S` is a person with two initials, `Smith A.S.` or `A/S` is a company.
            let spread = words.iter().skip(1).any(|word| !word.joined);
            if letters < 3 && spread {
                return None;
            }
            let key: String = words.iter().map(|word| word.text.as_str()).collect();
            FORMS.binary_search_by_key(&key.as_str(), |row| row.0)
        }
    };
    let (key, form, place) = FORMS.get(at.ok()?)?;
    Some((Found { form, key }, *place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn table_is_ordered_and_folded() {
        for pair in FORMS.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} {}", pair[0].0, pair[1].0);
        }
        for (key, form, _) in FORMS {
            // Where two words meet, or two Greek letters with points, a digraph is none.
            let meets =
                ["societaa", "spolkaa", "sabiedribaa", "ae", "oe"].iter().any(|part| key.contains(part));
            assert!(fold(key) == *key || meets, "{key} of {form}");
        }
        assert!(FORMS.len() > 250);
    }
}
