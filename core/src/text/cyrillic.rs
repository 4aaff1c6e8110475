//! Cyrillic letters as Latin ones, by the rules of the language whose own letters a word holds.
//!
//! Sources: Bulgarian Transliteration Act 2009; Ukrainian resolution 55 of 2010; ICAO 9303 for Russian passports; the
//! Serbian and Macedonian standard alphabets. The language is judged word by word, so a word has one key whatever
//! stands beside it.

use super::case::lower;

/// The rules that a word follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dialect {
    /// Where no letter tells otherwise.
    Bulgarian,
    Russian,
    Ukrainian,
    /// Serbian and Macedonian, whose Latin forms carry diacritics that folding removes.
    Serbian,
}

impl Dialect {
    /// Of the word that begins with `first` and goes on in `rest`.
    pub(super) fn of_word(first: char, rest: &str) -> Self {
        let letters =
            rest.chars().take(64).take_while(|ch| is_letter(*ch) || super::dropped::joins_word(*ch));
        core::iter::once(first).chain(letters).find_map(own).unwrap_or(Dialect::Bulgarian)
    }
}

/// The language that a letter gives away.
fn own(ch: char) -> Option<Dialect> {
    match lower(ch) {
        'ы' | 'э' | 'ё' | '\u{308}' => Some(Dialect::Russian),
        'і' | 'ї' | 'є' | 'ґ' => Some(Dialect::Ukrainian),
        'ђ' | 'ј' | 'љ' | 'њ' | 'ћ' | 'џ' | 'ѓ' | 'ќ' | 'ѕ' => Some(Dialect::Serbian),
        _ => None,
    }
}

/// Whether it is of the Cyrillic blocks.
pub(super) fn is_letter(ch: char) -> bool {
    matches!(ch, '\u{0400}'..='\u{0482}' | '\u{048A}'..='\u{052F}')
}

/// A small letter in Latin ones; `None` for letters of other languages.
pub(super) fn latin(ch: char, dialect: Dialect) -> Option<&'static str> {
    use Dialect::{Russian, Serbian, Ukrainian};
    Some(match (ch, dialect) {
        ('г', Ukrainian) => "h",
        ('и', Ukrainian) => "y",
        ('й', Ukrainian) => "i",
        ('ю', Ukrainian) => "iu",
        ('я', Ukrainian) => "ia",
        ('х', Ukrainian | Russian) => "kh",
        ('щ', Ukrainian | Russian) => "shch",
        ('ъ', Russian | Ukrainian | Serbian) => "",
        ('ж', Serbian) => "z",
        ('ц' | 'ч', Serbian) => "c",
        ('ш', Serbian) => "s",
        ('а', _) => "a",
        ('б', _) => "b",
        ('в', _) => "v",
        ('г' | 'ґ', _) => "g",
        ('д' | 'ђ', _) => "d",
        ('е' | 'ё' | 'э' | 'ѐ', _) => "e",
        ('ж', _) => "zh",
        ('з', _) => "z",
        ('и' | 'і' | 'ї' | 'ѝ', _) => "i",
        ('й' | 'ы', _) => "y",
        ('ј', _) => "j",
        ('к', _) => "k",
        ('л', _) => "l",
        ('љ', _) => "lj",
        ('м', _) => "m",
        ('н', _) => "n",
        ('њ', _) => "nj",
        ('о', _) => "o",
        ('п', _) => "p",
        ('р', _) => "r",
        ('с', _) => "s",
        ('т', _) => "t",
        ('ћ', _) => "c",
        ('у' | 'ў', _) => "u",
        ('ф', _) => "f",
        ('х', _) => "h",
        ('ц', _) => "ts",
        ('ч', _) => "ch",
        ('џ' | 'ѕ', _) => "dz",
        ('ш', _) => "sh",
        ('щ', _) => "sht",
        ('ъ', _) => "a",
        ('ь', _) => "",
        ('ю', _) => "yu",
        ('я', _) => "ya",
        ('є', _) => "ie",
        ('ѓ', _) => "gj",
        ('ќ', _) => "kj",
        _ => return None,
    })
}
