//! Finding and taking off the legal form of a company's name.

use super::legal_forms::{FORMS, MOST_WORDS, Place};
use super::tokens::{Word, Words};
use crate::text::packed::{LONGEST, Packed, Table};

/// A form found: as printed in its country, and the letters by which it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub form: &'static str,
    pub key: &'static str,
}

/// Whether a folded word is a legal form by itself where it stands behind a name, or before it.
#[cfg(feature = "matching")]
pub(crate) fn is_legal_form(word: &str, before: bool) -> bool {
    let row = FORMS.binary_search_by(|row| row.0.cmp(word)).ok().and_then(|at| FORMS.get(at));
    row.is_some_and(|(.., place)| match place {
        Place::Apart => false,
        Place::End | Place::Any => !before,
        Place::FirstOrEnd | Place::FirstOrAny => true,
    })
}

/// Takes the legal forms out of the words of a name; the last one that belongs to the name is the answer.
///
/// A name is never left without a word: `Limited` alone is a name.
pub(super) fn take(words: &mut Words) -> Option<Found> {
    let Words { folded, list } = words;
    let last = take_end(folded, list);
    let anywhere = if last.is_none() { take_inside(folded, list) } else { None };
    let first = take_first(folded, list);
    last.or(anywhere).or(first)
}

/// At the end, where one may follow another: `Co. Ltd`, `Sp. z o.o. Sp. k.`.
fn take_end(folded: &str, words: &mut Vec<Word>) -> Option<Found> {
    let mut found = None;
    let longest = |words: &[Word]| {
        let from = words.len().saturating_sub(MOST_WORDS).max(1);
        (from..words.len()).find_map(|at| {
            let run = words.get(at..)?;
            let (form, place) = look_up(folded, run)?;
            (place != Place::Apart || run.len() > 1).then_some((at, form))
        })
    };
    while let Some((at, form)) = longest(words) {
        words.truncate(at);
        found = found.or(Some(form));
    }
    found
}

/// At the end, cut off: `Gesellschaft mit beschr`. Only long forms are told by their beginning.
pub(super) fn take_cut(words: &mut Words) {
    let Words { folded, list } = words;
    let from = list.len().saturating_sub(MOST_WORDS).max(1);
    let begins = |run: &[Word]| {
        let letters: String = run.iter().map(|word| word.text(folded)).collect();
        letters.len() >= LEAST_CUT && FORMS.iter().any(|(key, ..)| key.starts_with(&letters))
    };
    let at = (from..list.len()).find(|at| list.get(*at..).is_some_and(begins));
    list.truncate(at.unwrap_or(list.len()));
}

/// Letters of a form that tell it where its end lacks.
const LEAST_CUT: usize = 12;

/// In the middle, for forms that are no word: `ACME GmbH Berlin`.
fn take_inside(folded: &str, words: &mut Vec<Word>) -> Option<Found> {
    for at in 1..words.len() {
        for count in (1..=MOST_WORDS.min(words.len() - at)).rev() {
            let Some(run) = words.get(at..at + count) else { continue };
            if let Some((found, Place::Any | Place::FirstOrAny)) = look_up(folded, run) {
                words.drain(at..at + count);
                return Some(found);
            }
        }
    }
    None
}

/// In front: `UAB "Vilnius"`, `ООО Ромашка`.
fn take_first(folded: &str, words: &mut Vec<Word>) -> Option<Found> {
    for count in (1..=MOST_WORDS.min(words.len().saturating_sub(1))).rev() {
        let Some((found, place)) = words.get(..count).and_then(|run| look_up(folded, run)) else { continue };
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
#[inline]
fn look_up(folded: &str, words: &[Word]) -> Option<(Found, Place)> {
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let letters: usize = words.iter().map(Word::len).sum();
    if !may_be_form(words, letters) {
        return None;
    }
    row(folded, words, letters)
        .and_then(|at| FORMS.get(at))
        .map(|(key, form, place)| (Found { form, key }, *place))
}

/// The row of the form whose letters are those of all the words.
fn row(folded: &str, words: &[Word], letters: usize) -> Option<usize> {
    // `Smith A S` is a person with two initials, `Smith A.S.` or `A/S` is a company.
    if letters < 3 && words.iter().skip(1).any(|word| !word.joined) {
        return None;
    }
    if letters > LONGEST {
        return long(folded, words, letters);
    }
    let run = words.iter().fold(Packed::default(), |run, word| run.then(word.packed, word.len()));
    usize::from(SHORT.get(run)).checked_sub(1)
}

/// Whether any form has so many letters and this first and last one: few words of a name do.
fn may_be_form(words: &[Word], letters: usize) -> bool {
    let first = words.first().and_then(|word| LENGTHS.by_first.get(usize::from(word.first)));
    let last = words.last().and_then(|word| LENGTHS.by_last.get(usize::from(word.last)));
    let (Some(first), Some(last)) = (first, last) else { return false };
    letters <= MOST_LETTERS && (first & last) >> letters & 1 == 1
}

/// The row of a form that is too long to be packed.
fn long(folded: &str, words: &[Word], letters: usize) -> Option<usize> {
    let mut key = [0; MOST_LETTERS];
    let bytes = words.iter().flat_map(|word| word.text(folded).bytes());
    key.iter_mut().zip(bytes).for_each(|(to, byte)| *to = byte);
    let key = key.get(..letters)?;
    FORMS.binary_search_by_key(&key, |row| row.0.as_bytes()).ok()
}

/// Row + 1 of the forms of up to sixteen letters.
static SHORT: Table<1024> = {
    let (mut table, mut rows, mut at) = (Table::new(), FORMS, 1);
    while let [row, rest @ ..] = rows {
        table = table.with(row.0.as_bytes(), at);
        (rows, at) = (rest, at + 1);
    }
    table
};

/// The longest form in letters; a bit for each length fits an integer.
const MOST_LETTERS: usize = 63;

/// A bit for each length that forms of this first or last byte have.
struct Lengths {
    by_first: [u64; 256],
    by_last: [u64; 256],
}

static LENGTHS: Lengths = {
    let (mut lengths, mut rows) = (Lengths { by_first: [0; 256], by_last: [0; 256] }, FORMS);
    while let [row, rest @ ..] = rows {
        if let [first, .., last] = row.0.as_bytes() {
            add(&mut lengths.by_first, *first, row.0.len());
            add(&mut lengths.by_last, *last, row.0.len());
        }
        rows = rest;
    }
    lengths
};

#[allow(clippy::indexing_slicing)] // a byte in a table of 256, filled by the compiler
const fn add(lengths: &mut [u64; 256], byte: u8, length: usize) {
    lengths[byte as usize] |= 1 << length;
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
        assert!(FORMS.iter().all(|row| (2..=MOST_LETTERS).contains(&row.0.len())));
    }

    #[test]
    fn each_form_is_found_by_its_letters() {
        for (key, form, place) in FORMS {
            // Letter by letter in one place, and cut in two, as it may be printed.
            for at in (1..=key.len()).filter(|at| key.is_char_boundary(*at)) {
                let parts = [key.get(..at).unwrap(), key.get(at..).unwrap()];
                let words = Words::of_folded(&parts.join("/"));
                let found = look_up(&words.folded, &words.list);
                assert_eq!(found, Some((Found { form, key }, *place)), "{parts:?}");
            }
            assert_eq!(look_up("", &Words::of_folded(&format!("{key}q")).list), None);
        }
    }
}
