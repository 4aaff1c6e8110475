//! How one transaction speaks of another: of the payment that it takes back, of the payout that it went into.

use super::{ReferenceKind, ReturnStage, Transaction, TransactionKind};

/// How a transaction names another one; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Naming {
    /// By its id.
    Id,
    /// By a reference of the payment.
    Reference,
    /// By the bank's reference, which may be that of a batch.
    Bank,
    /// By a mandate, under which many are paid.
    Mandate,
}

/// Whether a row says of itself that it takes back, or gives again.
pub(crate) fn is_reversal(row: &Transaction) -> bool {
    use TransactionKind::{Dispute, Fee, Interest, Internal, Payout, Refund, Return};
    !matches!(row.kind, Payout | Fee | Interest | Internal)
        && (row.returned.is_some() || row.reverses.is_some() || matches!(row.kind, Refund | Return | Dispute))
}

/// Whether a row gives again what a dispute had taken.
pub(crate) fn is_won(row: &Transaction) -> bool {
    row.amount.minor() > 0 && row.returned.as_ref().is_some_and(|returned| returned.stage == ReturnStage::Won)
}

/// Ids of payments that a return says it takes back.
pub(crate) fn originals(row: &Transaction) -> impl Iterator<Item = &str> {
    row.returned.iter().flat_map(|returned| &returned.originals).map(String::as_str)
}

/// Ids that a row may name what it takes back by.
pub(crate) fn names(row: &Transaction) -> impl Iterator<Item = (&str, Naming)> {
    let by_id = row.reverses.as_deref().into_iter().chain(originals(row)).map(|id| (id, Naming::Id));
    by_id.chain(references(row))
}

/// References under which a payment may be spoken of again.
pub(crate) fn references(row: &Transaction) -> impl Iterator<Item = (&str, Naming)> {
    use ReferenceKind::{Bank, EndToEnd, Mandate, Payment};
    let telling = |value: &str| value.len() >= 4 && value.bytes().any(|byte| byte.is_ascii_digit());
    let of = move |kinds: &'static [ReferenceKind], naming: Naming| {
        let own = row.references.iter().filter(move |reference| kinds.contains(&reference.kind));
        own.map(move |reference| (reference.value.as_str(), naming))
    };
    of(&[Payment, EndToEnd], Naming::Reference)
        .chain(of(&[Bank], Naming::Bank))
        .chain(of(&[Mandate], Naming::Mandate))
        .filter(move |(value, _)| telling(value))
}

/// The payouts that a row names in fields of their own.
pub(crate) fn payout_ids(row: &Transaction) -> impl Iterator<Item = &str> {
    row.references.iter().filter(|one| one.kind == ReferenceKind::Payout).map(|one| one.value.as_str())
}

/// An id as it is compared: banks change its case and leave its marks out.
pub(crate) fn id_key(id: &str) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
