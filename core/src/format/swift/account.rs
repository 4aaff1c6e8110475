//! `:25:`, the account of a statement.

use crate::money::Currency;
use crate::party::{Iban, IbanVerdict};

/// Longest account: the standard has 35 characters, `:25P:` a BIC on a line of its own behind it.
const LONGEST: usize = 50;

/// An account as a bank writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Own {
    /// IBAN, or the bank's own form: `10020030/1234567`, `BPHKPLPK/320000546101`, `0001234567`.
    pub(super) id: String,
    /// What stands before the slash: a BLZ or a BIC; or the BIC of `:25P:`.
    pub(super) bank: Option<String>,
    /// Three letters behind the number: `…0001212121EUR`, `… EUR`, `…/HUF`.
    pub(super) currency: Option<Currency>,
}

/// Reads an account; `None` where it is none.
pub(super) fn read<'t>(mut lines: impl Iterator<Item = &'t str>) -> Option<Own> {
    let first = lines.next()?.trim_ascii();
    let second = lines.next().map(str::trim_ascii).filter(|line| !line.is_empty());
    if first.is_empty() || first.len() > LONGEST || !first.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Some IBANs end with letters of a currency: Seychelles'.
    let whole = Iban::parse(first);
    let (text, currency) = if whole.is_valid() { (first, None) } else { without_currency(first) };
    let iban = Iban::parse(text);
    let letters = iban.verdict() != IbanVerdict::NotIban && iban.verdict() != IbanVerdict::UnknownCountry;
    if letters && !text.contains('/') {
        return Some(Own { id: iban.as_str().to_owned(), bank: second.map(str::to_owned), currency });
    }
    let bank = text.split_once('/').map(|(bank, _)| bank).or(second);
    Some(Own { id: text.to_owned(), bank: bank.map(str::to_owned), currency })
}

/// An account without the currency behind it.
fn without_currency(text: &str) -> (&str, Option<Currency>) {
    let cut = || {
        let (account, code) = text.split_at_checked(text.len().checked_sub(3)?)?;
        let upper = code.bytes().all(|byte| byte.is_ascii_uppercase());
        let apart = account.ends_with(|last: char| last.is_ascii_digit() || matches!(last, ' ' | '/'));
        let currency = Currency::parse(code).ok().filter(|_| upper && apart)?;
        Some((account.trim_end_matches([' ', '/']), Some(currency)))
    };
    cut().unwrap_or((text, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, id, bank, currency) in [
            ("DE89370400440532013000", "DE89370400440532013000", None, None),
            ("NL13TEST0123456789EUR", "NL13TEST0123456789", None, Some("EUR")),
            ("NL13TEST0123456789 EUR", "NL13TEST0123456789", None, Some("EUR")),
            ("10020030/1234567", "10020030/1234567", Some("10020030"), None),
            ("10020030/1234567EUR", "10020030/1234567", Some("10020030"), Some("EUR")),
            (
                "TESTHUHB/123456789150ABCDEF002/HUF",
                "TESTHUHB/123456789150ABCDEF002",
                Some("TESTHUHB"),
                Some("HUF"),
            ),
            ("0878787878          ", "0878787878", None, None),
            ("SC18SSCB11010000000000001497USD", "SC18SSCB11010000000000001497USD", None, None),
        ] {
            let own = read(text.split('\n')).unwrap();
            let found = (own.id.as_str(), own.bank.as_deref(), own.currency.map(|known| known.to_string()));
            assert_eq!(found, (id, bank, currency.map(str::to_owned)), "{text}");
        }
        assert_eq!(read("0001\nTESTDEFF".split('\n')).unwrap().bank.as_deref(), Some("TESTDEFF"));
        assert_eq!(read("".split('\n')), None);
        assert_eq!(
            read("166?00GUTSCHRIFT?100399?20EREF+EndToEndId of a text that slipped in".split('\n')),
            None
        );
    }
}
