//! Names of people and companies in normal form.

use super::tokens::{self, Word};
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
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let mut words = tokens::words(text);
        let form = legal_form::take(&mut words);
        let titled = take_titles(&mut words);
        let trade = words.iter().any(|word| is_trade(&word.text));
        let company = form.is_some() || trade;
        let holders = if company { Vec::new() } else { joint::holders(&words) };
        let turned = !company && holders.is_empty() && turn(&mut words);
        if words.len() > 2 && words.iter().any(|word| word.text.len() > 1 && joint::is_connector(&word.text))
        {
            let last = words.len() - 1;
            let mut at = 0;
            words.retain(|word| {
                at += 1;
                let inside = (2..=last).contains(&at);
                !(inside && word.text.len() > 1 && joint::is_connector(&word.text))
            });
        }
        let initial =
            |word: &Word| word.text.len() == 1 && word.text.bytes().all(|byte| byte.is_ascii_alphabetic());
        let initials = words.iter().any(initial) && words.iter().any(|word| word.text.len() > 2);
        let kind = match company {
            true => NameKind::Company,
            false if titled || turned || initials || !holders.is_empty() => NameKind::Person,
            false => NameKind::Unknown,
        };
        Name {
            tokens: words.into_iter().map(|word| word.text).collect(),
            legal_form: form.map(|found| found.form),
            kind,
            holders,
            legal_key: form.map_or("", |found| found.key),
            length: text.chars().count(),
        }
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
    if words.iter().all(|word| is_title(&word.text) || is_leading_title(&word.text)) {
        return false;
    }
    let mut leading = true;
    let (mut and, mut comma) = (false, false);
    words.retain_mut(|word| {
        leading |= word.and || joint::is_connector(&word.text);
        let title = is_title(&word.text) || (leading && is_leading_title(&word.text));
        // `Mr & Mrs Smith` are one surname: the mark between the titles goes with them.
        leading = title || (leading && joint::is_connector(&word.text));
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
    if titled && words.first().is_some_and(|first| joint::is_connector(&first.text)) && words.len() > 1 {
        words.remove(0);
    }
    titled
}

/// Titles wherever they stand: `SMITH J MR`.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "herr"
            | "herrn"
            | "frau"
            | "mme"
            | "mlle"
            | "dr"
            | "prof"
            | "dhr"
            | "mevr"
    )
}

/// Titles that are also names or words: in front only.
fn is_leading_title(word: &str) -> bool {
    matches!(
        word,
        "mx" | "sir"
            | "dame"
            | "lady"
            | "lord"
            | "rev"
            | "fraulein"
            | "fam"
            | "familie"
            | "family"
            | "eheleute"
            | "dipl"
            | "ing"
            | "mag"
            | "msc"
            | "bsc"
            | "monsieur"
            | "madame"
            | "mademoiselle"
            | "mm"
            | "maitre"
            | "sig"
            | "sigra"
            | "signor"
            | "signora"
            | "dott"
            | "dottssa"
            | "ssa"
            | "avv"
            | "geom"
            | "sr"
            | "sra"
            | "srta"
            | "senor"
            | "senora"
            | "dona"
            | "dna"
            | "mw"
            | "mevrouw"
            | "heer"
            | "hr"
            | "fru"
            | "pan"
            | "pani"
            | "mgr"
            | "inz"
            | "mudr"
            | "judr"
            | "bc"
            | "rndr"
            | "dra"
            | "phd"
            | "gospodin"
            | "gospozha"
    )
}

/// Words that people do not bear.
fn is_trade(word: &str) -> bool {
    matches!(
        word,
        "group"
            | "gruppe"
            | "groupe"
            | "holding"
            | "holdings"
            | "services"
            | "service"
            | "solutions"
            | "consulting"
            | "technologies"
            | "technology"
            | "systems"
            | "software"
            | "hosting"
            | "media"
            | "digital"
            | "studio"
            | "studios"
            | "bank"
            | "university"
            | "universitat"
            | "universite"
            | "school"
            | "hotel"
            | "restaurant"
            | "cafe"
            | "verein"
            | "verband"
            | "stadt"
            | "gemeinde"
            | "council"
            | "trust"
            | "foundation"
            | "fondation"
            | "association"
            | "agency"
            | "agentur"
            | "agence"
            | "trading"
            | "international"
            | "industries"
            | "logistics"
            | "transport"
            | "immobilien"
            | "properties"
            | "partners"
            | "ventures"
            | "labs"
            | "design"
            | "marketing"
            | "shop"
            | "store"
            | "club"
            | "church"
    ) || word.bytes().any(|byte| byte.is_ascii_digit())
}
