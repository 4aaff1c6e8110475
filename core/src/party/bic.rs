//! Business identifier codes (ISO 9362).

use super::countries::is_country;

/// What is to be said of a BIC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BicVerdict {
    /// Of the form, with a country of ISO 3166.
    Valid,
    /// Of the form, but of no country.
    UnknownCountry,
    /// Not four letters, a country, two characters and perhaps a branch of three.
    NotBic,
}

impl BicVerdict {
    /// A stable name: `valid`, `unknown_country`, `not_bic`.
    pub const fn as_str(self) -> &'static str {
        match self {
            BicVerdict::Valid => "valid",
            BicVerdict::UnknownCountry => "unknown_country",
            BicVerdict::NotBic => "not_bic",
        }
    }
}

/// A BIC in normal form: capitals, no spaces, without the `XXX` that stands for the head office. Never refused.
///
/// ```
/// use payymo::party::{Bic, BicVerdict};
/// assert_eq!(Bic::parse("cobadeffxxx"), Bic::parse("COBADEFF"));
/// assert_eq!(Bic::parse("COBADEFF060").branch(), Some("060"));
/// assert_eq!(Bic::parse("COBAZZFF").verdict(), BicVerdict::UnknownCountry);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bic {
    text: String,
    verdict: BicVerdict,
}

impl Bic {
    /// Brings text to normal form and judges it.
    pub fn parse(text: &str) -> Self {
        let mut text: String =
            text.chars().filter(|ch| !ch.is_whitespace()).flat_map(char::to_uppercase).collect();
        let verdict = judge(&text);
        if verdict != BicVerdict::NotBic && text.len() == 11 && text.ends_with("XXX") {
            text.truncate(8);
        }
        Bic { text, verdict }
    }

    /// The normal form: 8 characters for a head office, 11 for a branch.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What is to be said of it.
    pub fn verdict(&self) -> BicVerdict {
        self.verdict
    }

    /// Whether the verdict is [`BicVerdict::Valid`].
    pub fn is_valid(&self) -> bool {
        self.verdict == BicVerdict::Valid
    }

    /// Two letters of the country; `None` when not of the form of a BIC.
    pub fn country(&self) -> Option<&str> {
        if self.verdict == BicVerdict::NotBic { None } else { self.text.get(4..6) }
    }

    /// The branch; `None` for a head office, and when not of the form of a BIC.
    pub fn branch(&self) -> Option<&str> {
        if self.verdict == BicVerdict::NotBic { None } else { self.text.get(8..11) }
    }

    /// Whether both are of one bank, whatever the branch.
    pub fn same_bank(&self, other: &Bic) -> bool {
        let bank = |bic: &Bic| if bic.is_valid() { bic.text.get(..8).map(str::to_owned) } else { None };
        bank(self).is_some_and(|this| Some(this) == bank(other))
    }
}

fn judge(text: &str) -> BicVerdict {
    let bytes = text.as_bytes();
    let formed = matches!(bytes.len(), 8 | 11)
        && bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && bytes.iter().take(6).all(u8::is_ascii_uppercase);
    match text.get(4..6) {
        Some(country) if formed && is_country(country) => BicVerdict::Valid,
        Some(_) if formed => BicVerdict::UnknownCountry,
        _ => BicVerdict::NotBic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms() {
        for (text, verdict) in [
            ("DEUTDEFF", BicVerdict::Valid),
            ("deut de ff 500", BicVerdict::Valid),
            ("NWBKGB2LXXX", BicVerdict::Valid),
            ("DEUTDEF", BicVerdict::NotBic),
            ("DEUTDEFF5", BicVerdict::NotBic),
            ("D3UTDEFF", BicVerdict::NotBic),
            ("DEUTQQFF", BicVerdict::UnknownCountry),
            ("", BicVerdict::NotBic),
            ("ÄÖÜßDEFF", BicVerdict::NotBic),
        ] {
            assert_eq!(Bic::parse(text).verdict(), verdict, "{text}");
        }
        assert_eq!(Bic::parse("NWBKGB2LXXX").branch(), None);
        assert!(Bic::parse("DEUTDEFF500").same_bank(&Bic::parse("DEUTDEFFXXX")));
        assert!(!Bic::parse("x").same_bank(&Bic::parse("x")));
    }

    proptest! {
        #[test]
        fn never_panics(text: String) {
            let bic = Bic::parse(&text);
            let _ = (bic.country(), bic.branch());
            prop_assert_eq!(Bic::parse(bic.as_str()), bic.clone());
        }
    }
}
