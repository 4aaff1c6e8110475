//! The words that banks use: headers, months, currencies.
//!
//! Phrases stand and are compared in their folded form, so case, accents and punctuation do not matter. Of the phrases
//! that a header holds, the longest counts: `Original amount` is an original amount, not an amount.

pub(super) use super::super::cells::key::key;
use super::field::Field;
use super::headers::{CUSTOMER_NAMES, HEADERS};
use crate::money::Currency;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Phrases of the vocabulary, or a few more: the size of its map.
const PHRASES: usize = 1400;
/// Words of a phrase at most.
const LONGEST: usize = 5;

/// The vocabulary, by phrase.
pub(super) struct Vocabulary {
    phrases: FxHashMap<&'static str, Field>,
    /// Phrases in scripts without spaces between words.
    unspaced: Vec<(&'static str, Field)>,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        let names = CUSTOMER_NAMES.iter().map(|name| (*name, Field::Name));
        let all = HEADERS.iter().flat_map(|(field, all)| all.iter().map(|phrase| (*phrase, *field)));
        let mut phrases = FxHashMap::with_capacity_and_hasher(PHRASES, FxBuildHasher);
        let mut unspaced = Vec::new();
        for (phrase, field) in all.chain(names) {
            if phrase.chars().next_back().is_some_and(is_unspaced) {
                unspaced.push((phrase, field));
            } else {
                phrases.insert(phrase, field);
            }
        }
        Vocabulary { phrases, unspaced }
    }

    /// What a header says its column holds: the longest known phrase in it.
    pub(super) fn field(&self, header: &str) -> Option<Field> {
        if header.len() > 200 {
            return None;
        }
        let key = key(header);
        if key.is_empty() || key.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if let Some(field) = self.phrases.get(key.as_str()) {
            return Some(*field);
        }
        if key.chars().any(is_unspaced) {
            let tight = key.replace(' ', "");
            let longest = self.unspaced.iter().filter(|(phrase, _)| tight.contains(phrase));
            if let Some((_, field)) = longest.rev().max_by_key(|(phrase, _)| phrase.len()) {
                return Some(*field);
            }
        }
        let words: Vec<&str> = key.split(' ').collect();
        if words.len() > 8 {
            return None;
        }
        for length in (1..=LONGEST.min(words.len())).rev() {
            let mut best: Option<Field> = None;
            for window in words.windows(length) {
                best = best.or_else(|| self.phrases.get(window.join(" ").as_str()).copied());
            }
            if best.is_some() {
                return best;
            }
        }
        None
    }
}

fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// How much a text tells of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// This one.
    One(Currency),
    /// A sign that several share: `$`, `kr`, `¥`.
    Several,
    /// Nothing.
    None,
}

/// Signs and names of currencies.
#[rustfmt::skip]
const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"), ("euro", "EUR"), ("£", "GBP"), ("us$", "USD"), ("usd$", "USD"), ("c$", "CAD"), ("ca$", "CAD"), ("a$", "AUD"), ("au$", "AUD"), ("nz$", "NZD"), ("hk$", "HKD"), ("s$", "SGD"), ("r$", "BRL"), ("zł", "PLN"), ("zl", "PLN"),
    ("kč", "CZK"), ("kc", "CZK"), ("ft", "HUF"), ("fr", "CHF"), ("fr.", "CHF"), ("sfr", "CHF"), ("sfr.", "CHF"), ("lei", "RON"), ("лв", "BGN"), ("лв.", "BGN"), ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"), ("₴", "UAH"), ("₪", "ILS"), ("₩", "KRW"), ("₫", "VND"), ("₱", "PHP"), ("฿", "THB"),
    ("人民币", "CNY"), ("人民币元", "CNY"), ("元", "CNY"), ("rmb", "CNY"), ("美元", "USD"), ("欧元", "EUR"), ("港币", "HKD"), ("日元", "JPY"), ("英镑", "GBP"), ("円", "JPY"),
];

/// The currency that a code, a sign or a name stands for.
pub(super) fn currency(text: &str) -> Known {
    if let Some(currency) = code(text) {
        return Known::One(currency);
    }
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    if text.is_empty() || text.len() > 16 {
        return Known::None;
    }
    if let Some(currency) = code(text) {
        return Known::One(currency);
    }
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "$" | "kr" | "kr." | "¥" | "￥" | ",-") {
        return Known::Several;
    }
    CURRENCIES
        .iter()
        .find(|(sign, _)| *sign == lower)
        .and_then(|(_, code)| Currency::parse(code).ok())
        .map_or(Known::None, Known::One)
}

/// Three letters that are a code of ISO 4217.
fn code(text: &str) -> Option<Currency> {
    let letters = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters.then(|| Currency::parse(text).ok()).flatten()
}

/// The currency that a header names: `Betrag (EUR)`, `Amount CZK`, `人民币金额`, `金额(元)`.
pub(super) fn currency_in_header(header: &str) -> Option<Currency> {
    for word in header.split(|c: char| !(c.is_alphanumeric() || matches!(c, '€' | '£' | '$'))) {
        // A code must be printed as one: `sum` and `all` are words, `SUM` no code.
        let printed = word.chars().any(|c| !c.is_ascii_lowercase());
        if printed
            && !word.is_empty()
            && let Known::One(currency) = currency(word)
        {
            return Some(currency);
        }
    }
    CURRENCIES
        .iter()
        .filter(|(name, _)| name.chars().all(is_unspaced) && name.chars().count() > 1)
        .find(|(name, _)| header.contains(name))
        .and_then(|(_, code)| Currency::parse(code).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phrase_stands_once_and_folded() {
        let headers = HEADERS.iter().flat_map(|(_, all)| all.iter());
        let mut seen = std::collections::BTreeSet::new();
        for phrase in headers.chain(CUSTOMER_NAMES) {
            assert!(seen.insert(phrase), "{phrase} stands twice");
            assert_eq!(key(phrase), **phrase);
            let unspaced = phrase.chars().any(is_unspaced);
            assert_eq!(
                phrase.chars().next_back().is_some_and(is_unspaced),
                unspaced,
                "{phrase} ends otherwise"
            );
            assert!(!unspaced || !phrase.contains(' '), "{phrase} has a space");
            assert!(phrase.split(' ').count() <= LONGEST, "{phrase} is longer than {LONGEST}");
        }
        assert!(seen.len() <= PHRASES);
    }

    #[test]
    fn headers_of_many_banks() {
        let vocabulary = Vocabulary::new();
        for (header, field) in [
            ("Buchungstag", Field::BookedOn),
            ("Valutadatum", Field::ValueOn),
            ("ValutaDate", Field::ValueOn),
            ("Betrag (EUR)", Field::Amount),
            ("Betrag (Fremdwährung)", Field::OriginalAmount),
            ("Amount CZK", Field::Amount),
            ("Beguenstigter/Zahlungspflichtiger", Field::Name),
            ("Tegenrekening IBAN/BBAN", Field::CounterpartyAccount),
            ("Saldo na trn", Field::Balance),
            ("Omschrijving-2", Field::Text),
            ("Betalingskenmerk", Field::CreditorReference),
            ("Af Bij", Field::Direction),
            ("Bedrag (EUR)", Field::Amount),
            ("Číslo protiúčtu", Field::CounterpartyAccount),
            ("Zaúčtovaná částka", Field::Amount),
            ("VS", Field::VariableSymbol),
            ("Date opération", Field::BookedOn),
            ("Débit", Field::Debit),
            ("Crédit", Field::Credit),
            ("#Data operacji", Field::BookedOn),
            ("交易金额", Field::Amount),
            ("收/支", Field::Direction),
            ("金额(元)", Field::Amount),
            ("本次余额", Field::Balance),
            ("Completed Date", Field::BookedOn),
            ("Started Date", Field::Date),
            ("Money Out", Field::Debit),
            ("TransactionId", Field::Id),
            ("MerchantName", Field::Name),
            ("Kundenreferenz (End-to-End)", Field::EndToEnd),
        ] {
            assert_eq!(vocabulary.field(header), Some(field), "{header}");
        }
        assert_eq!(vocabulary.field("12345"), None);
        assert_eq!(vocabulary.field("xyzzy"), None);
    }

    #[test]
    fn currencies_by_sign_and_name() {
        let eur = Currency::parse("EUR").unwrap();
        assert_eq!(currency("€"), Known::One(eur));
        assert_eq!(currency("eur"), Known::One(eur));
        assert_eq!(currency("$"), Known::Several);
        assert_eq!(currency("quux"), Known::None);
        assert_eq!(currency_in_header("Betrag (EUR)"), Some(eur));
        assert_eq!(currency_in_header("Amount"), None);
    }
}
