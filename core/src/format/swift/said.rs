//! What the details of an entry say, in whatever style.

use crate::text::is_one_line;
use std::borrow::Cow;

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
    /// Forgets all but its memory.
    pub(super) fn clear(&mut self) {
        (self.gvc, self.iban, self.account, self.bic, self.returned) = (None, None, None, None, false);
        for text in [
            &mut self.posting,
            &mut self.name,
            &mut self.ultimate_debtor,
            &mut self.ultimate_creditor,
            &mut self.remittance,
            &mut self.end_to_end,
            &mut self.own,
            &mut self.mandate,
            &mut self.creditor_id,
            &mut self.structured,
            &mut self.purpose,
            &mut self.reason,
            &mut self.original,
            &mut self.charges,
            &mut self.rate,
        ] {
            text.clear();
        }
    }

    /// Takes the account of the other side: an IBAN, or a number of another kind.
    pub(super) fn take_account(&mut self, text: &str) {
        let compact = compact(text);
        if compact.is_empty() || !compact.bytes().any(|byte| byte.is_ascii_alphanumeric() && byte != b'0') {
            return;
        }
        if is_iban(&compact) {
            if self.iban.is_none() {
                let mut iban = compact.into_owned();
                iban.make_ascii_uppercase();
                self.iban = Some(iban);
            }
        } else if self.account.is_none() {
            self.account = Some(compact.into_owned());
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

/// A text without its blanks.
pub(super) fn compact(text: &str) -> Cow<'_, str> {
    let text = text.trim_ascii();
    if text.bytes().fold(true, |tight, byte| tight & (byte > b' ') & (byte < 0x7f)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|letter| !letter.is_whitespace()).collect())
}

/// Whether a text is of the form of an IBAN; its country and its check digits may be wrong.
pub(super) fn is_iban(text: &str) -> bool {
    let formed = matches!(text.as_bytes(), [a, b, c, d, ..] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()
        && c.is_ascii_digit() && d.is_ascii_digit());
    formed && matches!(text.len(), 15..=34) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether a text is of the form of a BIC.
pub(super) fn is_bic(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes.len(), 8 | 11)
        && bytes != b"NOTPROVIDED"
        && bytes.iter().take(6).all(u8::is_ascii_alphabetic)
        && bytes.iter().all(u8::is_ascii_alphanumeric)
}

/// Adds a text with one space before it and between its words.
pub(super) fn append(to: &mut String, text: &str) {
    let text = text.trim_ascii();
    if text.is_empty() {
        return;
    }
    if !to.is_empty() {
        to.push(' ');
    }
    if is_one_line(text.as_bytes()) {
        to.push_str(text);
        return;
    }
    let mut words = text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty());
    to.push_str(words.next().unwrap_or_default());
    for word in words {
        to.push(' ');
        to.push_str(word);
    }
}
