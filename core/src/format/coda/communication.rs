//! Communications: free text, or a structure of a kind that three digits name.
//!
//! Source: Febelfin, "Coded statement of account (CODA)", annex III.

use super::code;
use super::line;
use crate::model::{Original, ReferenceKind, ReturnStage};
use crate::money::{Amount, Currency};
use crate::reference::scheme::{Scheme, validate};
use crate::text::push_words;
use rust_decimal::{Decimal, RoundingStrategy};

/// What the communications of a movement say.
#[derive(Default)]
pub(super) struct Said {
    pub(super) remittance: String,
    pub(super) references: Vec<(ReferenceKind, String)>,
    pub(super) creditor_id: String,
    pub(super) stage: Option<ReturnStage>,
    pub(super) reason: String,
    pub(super) original: Option<Original>,
    /// A structure that is kept as it is, with its kind.
    pub(super) other: String,
    pub(super) name: String,
    pub(super) ultimate_debtor: String,
    pub(super) ultimate_creditor: String,
}

/// Columns of a structure, counted from 0 in characters.
fn part(text: &str, from: usize, length: usize) -> &str {
    let place = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
    text.get(place(from)..place(from + length)).unwrap_or_default().trim()
}

impl Said {
    /// Takes a communication of a movement of some amount.
    pub(super) fn take(&mut self, structured: bool, text: &str, cheque: bool, amount: Amount) {
        if !structured {
            push_words(&mut self.remittance, text.trim());
            return;
        }
        let (kind, text) = text.split_at_checked(3).unwrap_or((text, ""));
        match kind {
            "100" => self.refer(ReferenceKind::Creditor, part(text, 0, 25)),
            "101" | "102" => self.belgian(part(text, 0, 12)),
            "103" => {
                let kind = if cheque { ReferenceKind::Cheque } else { ReferenceKind::Payment };
                self.refer(kind, part(text, 0, 12));
            }
            "105" => {
                let gross = line::unsigned(part(text, 0, 15), amount.currency()).and_then(Result::ok);
                let gross = gross.filter(|gross| !gross.is_zero()).unwrap_or(amount);
                self.original =
                    original(part(text, 15, 15), part(text, 42, 3), part(text, 30, 12), gross, amount);
                self.belgian(part(text, 45, 12));
            }
            // A card at a terminal: where, and what it was before conversion.
            "113" => {
                push_words(&mut self.remittance, part(text, 40, 26));
                self.original =
                    original(part(text, 66, 15), part(text, 93, 3), part(text, 81, 12), amount, amount);
            }
            "114" => {
                push_words(&mut self.remittance, part(text, 27, 26));
                self.refer(ReferenceKind::Payment, part(text, 53, 16));
            }
            "124" => self.refer(ReferenceKind::Invoice, part(text, 21, 12)),
            "127" => {
                push_words(&mut self.creditor_id, part(text, 9, 35));
                self.refer(ReferenceKind::Mandate, part(text, 44, 35));
                push_words(&mut self.remittance, part(text, 79, 62));
                self.come_back(part(text, 141, 1), part(text, 142, 4));
            }
            "001" => push_words(&mut self.name, part(text, 0, 70)),
            "008" => push_words(&mut self.ultimate_creditor, part(text, 0, 70)),
            "009" => push_words(&mut self.ultimate_debtor, part(text, 0, 70)),
            // Banks by name, detail amounts, cash, securities: nothing that a payment is known by.
            "002" | "004" | "005" | "006" | "007" | "010" | "011" => {}
            _ => {
                push_words(&mut self.other, kind);
                push_words(&mut self.other, text.trim());
            }
        }
    }

    /// Takes an R transaction's type and its reason.
    pub(super) fn come_back(&mut self, kind: &str, reason: &str) {
        if let Some(stage) = code::stage(kind) {
            self.stage = Some(stage);
        }
        if self.reason.is_empty() {
            self.reason.push_str(reason);
        }
    }

    fn refer(&mut self, kind: ReferenceKind, value: &str) {
        if !value.bytes().all(|byte| matches!(byte, b'0' | b' ')) {
            self.references.push((kind, value.to_owned()));
        }
    }

    /// A structured communication of twelve digits, as it is printed; as it stands where its check digits are wrong.
    fn belgian(&mut self, digits: &str) {
        match validate(Scheme::Ogm, digits) {
            Some(read) if digits.bytes().any(|byte| byte != b'0') => {
                self.references.push((ReferenceKind::Creditor, read.text));
            }
            _ => self.refer(ReferenceKind::Creditor, digits),
        }
    }
}

/// An amount in another currency, with the rate where it leads from that to the account's.
fn original(stated: &str, code: &str, rate: &str, gross: Amount, amount: Amount) -> Option<Original> {
    let currency = Currency::parse(code).ok().filter(|currency| *currency != amount.currency())?;
    let stated = line::unsigned(stated, currency)?.ok().filter(|stated| !stated.is_zero())?;
    let quoted: i64 = rate.parse().ok().filter(|rate| *rate > 0).unwrap_or_default();
    let quoted = Decimal::new(quoted, 8);
    let digits = u32::from(gross.currency().decimals());
    let hits = |rate: &Decimal| {
        let product = stated.to_decimal().checked_mul(*rate)?;
        let rounded = product.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        Some(rounded == gross.to_decimal().abs())
    };
    let turned = Decimal::ONE.checked_div(quoted);
    let rate = [Some(quoted.normalize()), turned].into_iter().flatten();
    let rate = rate.filter(|rate| *rate > Decimal::ZERO).find(|rate| hits(rate) == Some(true));
    let stated = if amount.minor() < 0 { stated.checked_neg().ok()? } else { stated };
    Some(Original { amount: stated, rate })
}
