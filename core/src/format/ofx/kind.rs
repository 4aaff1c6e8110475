//! Types of transactions to kinds.
//!
//! Source: OFX 1.6 and 2.2, table "Transaction types used in `<TRNTYPE>`".

use super::names::Of;
use crate::model::TransactionKind;

/// The kind that a type says. `CREDIT` and `DEBIT` say a direction alone, and the amount has a sign of its own; what a card's
/// statement calls a debit is a purchase.
pub(super) fn kind(said: &str, of: Of) -> TransactionKind {
    const KINDS: [(&str, TransactionKind); 11] = [
        ("INT", TransactionKind::Interest),
        ("FEE", TransactionKind::Fee),
        ("SRVCHG", TransactionKind::Fee),
        ("POS", TransactionKind::Card),
        ("CHECK", TransactionKind::Cheque),
        ("XFER", TransactionKind::Transfer),
        ("PAYMENT", TransactionKind::Transfer),
        ("DIRECTDEP", TransactionKind::Transfer),
        ("REPEATPMT", TransactionKind::Transfer),
        ("DIRECTDEBIT", TransactionKind::DirectDebit),
        ("DIRECTDEBT", TransactionKind::DirectDebit),
    ];
    if of == Of::Card && said.eq_ignore_ascii_case("DEBIT") {
        return TransactionKind::Card;
    }
    let known = KINDS.iter().find(|known| said.eq_ignore_ascii_case(known.0));
    known.map_or(TransactionKind::Other, |known| known.1)
}

/// `HOLD`: an amount that is set aside and not booked.
pub(super) fn is_hold(said: &str) -> bool {
    said.eq_ignore_ascii_case("HOLD")
}
