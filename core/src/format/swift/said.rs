//! What the details of an entry say, in whatever style.

use crate::party::{Iban, IbanVerdict};

/// What the details say.
#[derive(Default)]
pub(super) struct Said {
    /// Three digits before numbered sub-fields.
    pub(super) gvc: Option<[u8; 3]>,
    /// The bank's posting text.
    pub(super) posting: String,
    pub(super) name: String,
    /// On whose behalf: of the payer, of the payee.
    pub(super) ultimate_debtor: String,
    pub(super) ultimate_creditor: String,
    pub(super) iban: Option<String>,
    pub(super) account: Option<String>,
    pub(super) bic: Option<String>,
    pub(super) remittance: String,
    pub(super) end_to_end: String,
    /// The account owner's own reference: KREF.
    pub(super) own: String,
    pub(super) mandate: String,
    pub(super) creditor_id: String,
    /// A creditor's structured reference.
    pub(super) structured: String,
    pub(super) purpose: String,
    /// Why it came back: ISO's code, or the bank's number.
    pub(super) reason: String,
    /// Said to be a return by a codeword of its own.
    pub(super) returned: bool,
    /// Amount before charges or conversion, with or without its currency: `CAD47,11`, `11,85`.
    pub(super) original: String,
    /// Charges, likewise.
    pub(super) charges: String,
    /// Rate of the conversion.
    pub(super) rate: String,
}

impl Said {
    /// The GVC as text.
    pub(super) fn gvc(&self) -> Option<&str> {
        self.gvc.as_ref().and_then(|code| core::str::from_utf8(code).ok())
    }

    /// Takes the account of the other side: an IBAN, or a number of another kind.
    pub(super) fn take_account(&mut self, text: &str) {
        let compact: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        if compact.is_empty() || !compact.bytes().any(|byte| byte.is_ascii_alphanumeric() && byte != b'0') {
            return;
        }
        if is_iban(&compact) {
            if self.iban.is_none() {
                self.iban = Some(compact.to_ascii_uppercase());
            }
        } else if self.account.is_none() {
            self.account = Some(compact);
        }
    }

    /// Takes the BIC of the other side's bank.
    pub(super) fn take_bic(&mut self, text: &str) {
        let text = text.trim();
        if self.bic.is_none() && is_bic(text) {
            self.bic = Some(text.to_ascii_uppercase());
        }
    }

    /// Adds to the payer's text.
    pub(super) fn add(&mut self, text: &str) {
        append(&mut self.remittance, text);
    }
}

/// Whether a text is of the form of an IBAN; its check digits may be wrong.
pub(super) fn is_iban(text: &str) -> bool {
    let formed = matches!(text.as_bytes(), [a, b, c, d, ..] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()
        && c.is_ascii_digit() && d.is_ascii_digit());
    formed
        && matches!(text.len(), 15..=34)
        && !matches!(Iban::verdict_of(text), IbanVerdict::NotIban | IbanVerdict::UnknownCountry)
}

/// Whether a text is of the form of a BIC.
pub(super) fn is_bic(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes.len(), 8 | 11)
        && bytes.iter().take(6).all(u8::is_ascii_alphabetic)
        && bytes.iter().all(u8::is_ascii_alphanumeric)
}

/// Adds a text with one space before it and between its words.
pub(super) fn append(to: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut start = 0;
    // Runs of text without two blanks beside each other are taken at once.
    let mut put = |part: &str| {
        if part.is_empty() {
            return;
        }
        if !to.is_empty() {
            to.push(' ');
        }
        to.push_str(part);
    };
    let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    for at in 0..bytes.len() {
        let apart = match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b' '), Some(next)) => blank(next),
            (Some(byte), _) => blank(byte),
            (None, _) => false,
        };
        if apart {
            put(text.get(start..at).unwrap_or_default().trim_ascii());
            start = at;
        }
    }
    put(text.get(start..).unwrap_or_default().trim_ascii());
}
