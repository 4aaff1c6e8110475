//! What a word announces: an invoice's number, a phone, a day.

use super::number_words::{CUSTOMERS, LABELS, NEUTRAL, NUMBERS, ORDERS, OTHERS};
#[cfg(feature = "matching")]
use crate::text::packed::LONGEST;
use crate::text::packed::{Packed, Table};

/// Words that announce a phone number.
const PHONES: &str = "TEL TELEFON TELEPHONE PHONE CALL MOBILE MOBIL MOB CELL HANDY FON FAX";

/// Words that announce a day in six digits.
const DAYS: &str = "DATE DATUM EED DT ON VOM DATO DATA PMT PAYMENT";

/// What stands between the first number of a range and the last, without spaces.
pub(super) const RANGES: &[&[u8]] =
    &[b"-", b"--", b"..", b"...", b"\xE2\x80\x93", b"TO", b"BIS", b"TOT", b"THRU", b"A", b"AL", b"DO"];

/// What a word announces: any of the kinds below, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Announces(u16);

impl Announces {
    pub const INVOICE: Announces = Announces(1);
    pub const PHONE: Announces = Announces(2);
    pub const DAY: Announces = Announces(4);
    /// The number of something that is no invoice.
    pub const OTHER: Announces = Announces(8);
    /// A number, whatever of.
    pub const NUMBER: Announces = Announces(16);
    /// An order's number.
    pub const ORDER: Announces = Announces(32);
    /// A customer's number.
    pub const CUSTOMER: Announces = Announces(64);
    /// Nothing at all.
    pub const NEUTRAL: Announces = Announces(128);

    /// Of a word in a text of upper-case ASCII.
    pub fn of(text: &[u8], start: usize, end: usize) -> Self {
        Announces(WORDS.get(Packed::in_text(text, start, end)))
    }

    pub fn is(self, kind: Announces) -> bool {
        self.0 & kind.0 != 0
    }
}

static WORDS: Table<1024> = {
    let table = Table::new().with_all(LABELS, Announces::INVOICE.0);
    let table = table.with_all(PHONES, Announces::PHONE.0).with_all(DAYS, Announces::DAY.0);
    let table = table.with_all(OTHERS, Announces::OTHER.0).with_all(NUMBERS, Announces::NUMBER.0);
    let table = table.with_all(ORDERS, Announces::ORDER.0).with_all(CUSTOMERS, Announces::CUSTOMER.0);
    table.with_all(NEUTRAL, Announces::NEUTRAL.0)
};

/// Whether a word in upper case announces an invoice's number.
#[cfg(feature = "matching")]
pub(crate) fn announces_invoice(word: &[u8]) -> bool {
    Announces::of(word, 0, word.len()).is(Announces::INVOICE)
}

/// What stands behind a label that is written together with its number, four letters and digits or more: `INVd8a4884`.
#[cfg(feature = "matching")]
pub(crate) fn behind_label(run: &[u8]) -> Option<&[u8]> {
    let longest = run.len().saturating_sub(4).min(LONGEST);
    let label = (1..=longest).rev().find(|end| Announces::of(run, 0, *end).is(Announces::INVOICE))?;
    run.get(label..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_found() {
        for (words, kind) in [
            (LABELS, Announces::INVOICE),
            (PHONES, Announces::PHONE),
            (DAYS, Announces::DAY),
            (OTHERS, Announces::OTHER),
            (NUMBERS, Announces::NUMBER),
            (ORDERS, Announces::ORDER),
            (CUSTOMERS, Announces::CUSTOMER),
            (NEUTRAL, Announces::NEUTRAL),
        ] {
            for word in words.split(' ') {
                let text = format!("{word} 17 and more of the text");
                for text in [&text, word] {
                    assert!(Announces::of(text.as_bytes(), 0, word.len()).is(kind), "{word}");
                }
            }
        }
        assert_eq!(Announces::of(b"INVOICES OF", 0, 6), Announces(0));
    }
}
