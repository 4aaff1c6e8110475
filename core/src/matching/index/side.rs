//! Which money settles the items of an index: money in what is owed to the host, money out what the host owes.

use crate::model::{Invoice, InvoiceKind, InvoiceState};

/// Money in, or money out: each has an index of its own, so that neither ever meets the other's items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    #[default]
    In,
    Out,
}

impl Side {
    /// Whether payments of this side can find an item. A draft or a void one explains money in, as a settled one does.
    pub fn lists(self, invoice: &Invoice) -> bool {
        let own = match self {
            Side::In => invoice.kind == InvoiceKind::Invoice,
            Side::Out => is_of_money_out(invoice) && !is_off(invoice),
        };
        own && (invoice.total.minor() > 0 || invoice.open.minor() > 0)
    }
}

/// Whether nothing is owed of an item, and never was or is not any more.
pub fn is_off(invoice: &Invoice) -> bool {
    matches!(invoice.state, InvoiceState::Draft | InvoiceState::Void)
}

/// Whether money out settles an item: a bill, or a credit note that is refunded.
pub fn is_of_money_out(invoice: &Invoice) -> bool {
    matches!(invoice.kind, InvoiceKind::Bill | InvoiceKind::CreditNote)
}

/// Numbers of other documents that a credit note names in its description.
pub fn described(invoice: &Invoice) -> impl Iterator<Item = &str> {
    let credit = invoice.description.as_deref().filter(|_| invoice.kind == InvoiceKind::CreditNote);
    let words = credit.unwrap_or_default().split_whitespace().take(MOST_WORDS);
    let trimmed = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    trimmed.filter(|word| word.len() <= LONGEST && word.bytes().filter(u8::is_ascii_digit).count() >= 2)
}

const MOST_WORDS: usize = 60;
const LONGEST: usize = 40;
