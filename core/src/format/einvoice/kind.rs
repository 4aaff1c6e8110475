//! What the code of a document says of money: UNTDID 1001 as EN 16931 uses it for BT-3.

/// What a document asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// The buyer owes.
    Debit,
    /// The seller owes, or takes back what the buyer owed.
    Credit,
    /// Nothing yet: a pro-forma invoice, which an invoice follows.
    Announced,
}

/// Credit notes: of goods, of adjustments, self-billed, consolidated, for a price, delcredere, plain, factored, by OCR,
/// reversal, self-billed and factored, of a prepayment, forwarder's.
const CREDITS: &[u16] = &[81, 83, 261, 262, 296, 308, 381, 396, 420, 458, 502, 503, 532];

/// All that asks for money.
const DEBITS: &[u16] = &[
    71, 80, 82, 84, 102, 130, 202, 203, 204, 211, 218, 219, 295, 326, 331, 380, 382, 383, 384, 385, 386, 387,
    388, 389, 390, 393, 394, 395, 456, 457, 471, 472, 473, 500, 501, 527, 553, 575, 623, 633, 751, 780, 817,
    870, 875, 876, 877, 935,
];

/// Corrected invoices: plain, self-billed, factored, both.
const CORRECTED: [&str; 4] = ["384", "471", "472", "473"];

/// What a code asks for; `None` for one that is no invoice's.
pub(super) fn claim(code: &str) -> Option<Claim> {
    match code.parse::<u16>().ok()? {
        325 => Some(Claim::Announced),
        code if CREDITS.contains(&code) => Some(Claim::Credit),
        code if DEBITS.contains(&code) => Some(Claim::Debit),
        _ => None,
    }
}

/// Whether a document stands in the place of the one before it, so that a payer may name either.
pub(super) fn replaces(code: &str) -> bool {
    CORRECTED.contains(&code)
}
