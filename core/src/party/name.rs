//! Names of people and companies in normal form.

use super::cut::is_cut_length;
use super::tokens::{Word, Words};
use super::word_class::Class;
use super::{joint, legal_form};

/// A guess at who bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A title, initials, `SURNAME, FIRST` or two holders say so.
    Person,
    /// A legal form or a word of trade says so.
    Company,
    /// Nothing says either.
    Unknown,
}

/// A name in normal form: folded tokens without titles and legal form.
///
/// ```
/// use payymo::party::{Name, NameKind};
/// let name = Name::parse("Müller & Söhne GmbH & Co. KG");
/// assert_eq!(name.tokens, ["muller", "sohne"]);
/// assert_eq!(name.legal_form, Some("GmbH & Co. KG"));
/// assert_eq!(name.kind, NameKind::Company);
///
/// let name = Name::parse("SMITH, Dr. JOHN");
/// assert_eq!(name.tokens, ["john", "smith"]);
/// assert_eq!(name.kind, NameKind::Person);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Name {
    /// Folded words in the order of speech (`SURNAME, FIRST` turned), without titles, legal form and `and`; at most 24.
    pub tokens: Vec<String>,
    /// The legal form as its country prints it: `GmbH`, `Sp. z o.o.`.
    pub legal_form: Option<&'static str>,
    /// Person or company, as far as the name tells.
    pub kind: NameKind,
    /// The tokens of each holder of a joint account; empty for one holder.
    pub holders: Vec<Vec<String>>,
    /// Folded letters by which the legal form was found, which may come cut off in a bank's copy.
    pub(super) legal_key: &'static str,
    /// Characters of the text, which tell where a bank cut it.
    pub(super) length: usize,
}

impl Name {
    /// Reads a name as people, registers and banks write it.
    ///
    /// [`NameReader`] gives the tokens alone, without an allocation.
    pub fn parse(text: &str) -> Self {
        let mut reader = NameReader::default();
        let Told { form, kind, holders } = reader.take(text);
        let Words { folded, list } = &reader.words;
        Name {
            tokens: list.iter().map(|word| word.text(folded).to_owned()).collect(),
            legal_form: form.map(|found| found.form),
            kind,
            holders,
            legal_key: form.map_or("", |found| found.key),
            length: text.trim().chars().count(),
        }
    }
}

/// Reads the tokens of names one after another in the same memory: for who reads a million and needs nothing else.
///
/// ```
/// use payymo::party::{Name, NameReader};
/// let mut reader = NameReader::default();
/// assert!(reader.tokens("Müller & Söhne GmbH & Co. KG").eq(["muller", "sohne"]));
/// assert!(reader.tokens("SMITH, Dr. JOHN").eq(Name::parse("SMITH, Dr. JOHN").tokens));
/// ```
#[derive(Clone, Debug, Default)]
pub struct NameReader {
    words: Words,
}

/// What a name says beside its tokens.
struct Told {
    form: Option<legal_form::Found>,
    kind: NameKind,
    holders: Vec<Vec<String>>,
}

impl NameReader {
    /// The [`Name::tokens`] of a name.
    pub fn tokens(&mut self, name: &str) -> impl ExactSizeIterator<Item = &str> {
        self.take(name);
        let Words { folded, list } = &self.words;
        list.iter().map(|word| word.text(folded))
    }

    /// The tokens of a name as a bank gave it: a legal form that was cut off at its end goes as a whole one does, and a
    /// name that fills its field ends where banks cut.
    ///
    /// ```
    /// use payymo::party::NameReader;
    /// let mut reader = NameReader::default();
    /// assert!(reader.tokens_of_bank("Medikom Bau Gesellschaft mit beschr").eq(["medikom", "bau"]));
    /// ```
    pub fn tokens_of_bank(&mut self, name: &str) -> impl ExactSizeIterator<Item = &str> {
        let told = self.take(name);
        if told.form.is_none() && is_cut_length(name.trim().chars().count()) {
            legal_form::take_cut(&mut self.words);
        }
        let Words { folded, list } = &self.words;
        list.iter().map(|word| word.text(folded))
    }

    /// Reads a name and leaves its tokens in the words.
    fn take(&mut self, text: &str) -> Told {
        self.words.read(text.trim());
        let form = legal_form::take(&mut self.words);
        let titled = take_titles(&mut self.words.list);
        let company = form.is_some() || self.words.list.iter().any(|word| word.is(Class::TRADE));
        let holders = if company { Vec::new() } else { joint::holders(&self.words) };
        let Words { folded, list: words } = &mut self.words;
        let turned = !company && holders.is_empty() && turn(words);
        let joins = |word: &Word| word.len() > 1 && word.is(Class::CONNECTOR);
        if words.len() > 2 && words.iter().any(joins) {
            let last = words.len() - 1;
            let mut at = 0;
            words.retain(|word| {
                at += 1;
                !((2..=last).contains(&at) && joins(word))
            });
        }
        let initial =
            |word: &Word| word.len() == 1 && word.text(folded).bytes().all(|byte| byte.is_ascii_alphabetic());
        let initials = words.iter().any(initial) && words.iter().any(|word| word.len() > 2);
        let kind = match company {
            true => NameKind::Company,
            false if titled || turned || initials || !holders.is_empty() => NameKind::Person,
            false => NameKind::Unknown,
        };
        Told { form, kind, holders }
    }
}

/// Turns `SMITH, JOHN` into `JOHN SMITH`; says whether it did.
fn turn(words: &mut [Word]) -> bool {
    let mut commas = words.iter().enumerate().filter(|(_, word)| word.comma).map(|(at, _)| at);
    match (commas.next(), commas.next()) {
        (Some(at), None) if (1..=3).contains(&at) && words.len() - at <= 3 => {
            words.rotate_left(at);
            true
        }
        _ => false,
    }
}

/// Takes out titles; a name of titles alone is left as it is.
fn take_titles(words: &mut Vec<Word>) -> bool {
    let before = words.len();
    let titles = words.iter().filter(|word| word.is(Class::TITLE.or(Class::LEADING_TITLE))).count();
    if titles == 0 || titles == words.len() {
        return false;
    }
    let mut leading = true;
    let (mut and, mut comma) = (false, false);
    words.retain_mut(|word| {
        leading |= word.and || word.is(Class::CONNECTOR);
        let title = word.is(Class::TITLE) || (leading && word.is(Class::LEADING_TITLE));
        // `Mr & Mrs Smith` are one surname: the mark between the titles goes with them.
        leading = title || (leading && word.is(Class::CONNECTOR));
        if title {
            and |= word.and;
            comma |= word.comma;
        } else {
            word.comma |= core::mem::take(&mut comma);
            word.and |= core::mem::take(&mut and);
        }
        !title
    });
    let titled = words.len() < before;
    if titled && let Some(first) = words.first_mut() {
        first.and = false;
        first.comma = false;
    }
    if titled && words.first().is_some_and(|first| first.is(Class::CONNECTOR)) && words.len() > 1 {
        words.remove(0);
    }
    titled
}
