//! Several exports of a gateway that tell of one payment: a charge before fees, its movement on the balance after them,
//! the intent behind it.
//!
//! # Design
//! A gateway gives no id twice. So what stands under one id is one payment, of which one export knows the payer and
//! another the fees; only a gross that differs contradicts. The row that knows what moved stays, since balances add up by
//! it, and takes from the others what it does not say.

use super::take;
use crate::model::{Original, ReferenceKind, Status, Transaction};
use std::collections::BTreeMap;

/// Whether a row comes from a gateway whose ids are unique for ever: ids of Stripe and of GoCardless are, over all accounts
/// (docs.stripe.com/api, developer.gocardless.com/api-reference).
pub(super) fn gives_no_id_twice(row: &Transaction) -> bool {
    matches!(row.source.as_ref(), "stripe" | "gocardless_pro")
}

/// Whether two rows of a gateway tell of one payment: their gross is the same, or one is converted and the other not.
pub(super) fn one_payment(one: &Transaction, other: &Transaction) -> bool {
    if !(gives_no_id_twice(one) && gives_no_id_twice(other) && one.account == other.account) {
        return false;
    }
    let (Ok(gross), Ok(other_gross)) = (one.gross(), other.gross()) else { return false };
    if gross.currency() == other_gross.currency() {
        return gross == other_gross;
    }
    let paid =
        |row: &Transaction, gross| row.original.as_ref().is_none_or(|original| original.amount == gross);
    paid(one, other_gross) && paid(other, gross)
}

/// The row that knows what moved the account, of those that tell of the same payment as this one: itself, unless only
/// another knows fees or a conversion.
pub(super) fn knows_what_moved<'a>(
    first: (usize, &'a Transaction),
    members: &[(usize, &'a Transaction)],
) -> (usize, &'a Transaction) {
    let knows = |row: &Transaction| !row.fees.is_empty() || row.original.is_some();
    if knows(first.1) {
        return first;
    }
    let better = |member: &&(usize, &Transaction)| {
        member.1.status == first.1.status && knows(member.1) && one_payment(first.1, member.1)
    };
    members.iter().find(better).copied().unwrap_or(first)
}

/// Takes from another row of the same payment what a row does not say.
pub(super) fn take_what_lacks(row: &mut Transaction, other: &Transaction) {
    if !(gives_no_id_twice(row) && gives_no_id_twice(other)) {
        return;
    }
    if row.original.is_none() && row.currency() != other.currency() && one_payment(row, other) {
        row.original = other.gross().ok().map(|amount| Original { amount, rate: None });
    }
    take::what_lacks(row, other);
}

/// Payment intents that do not name their charge, each with the charge that names the intent: pairs of the places that
/// came with them.
pub(super) fn intents_of_charges(rows: &[(usize, &Transaction)]) -> Vec<(usize, usize)> {
    let is_intent = |row: &Transaction| gives_no_id_twice(row) && row.id.starts_with("pi_");
    if !rows.iter().any(|(_, row)| is_intent(row)) {
        return Vec::new();
    }
    let mut naming: BTreeMap<&str, Vec<(usize, &Transaction)>> = BTreeMap::new();
    for &(place, row) in rows.iter().filter(|(_, row)| gives_no_id_twice(row) && !is_intent(row)) {
        for reference in row.references.iter().filter(|one| one.kind == ReferenceKind::Payment) {
            naming.entry(&reference.value).or_default().push((place, row));
        }
    }
    let charge = |intent: &Transaction| {
        let fits = |row: &Transaction| {
            one_payment(intent, row) && (row.status == Status::Booked || intent.status == Status::Pending)
        };
        let found = naming.get(intent.id.as_str())?.iter().filter(|(_, row)| fits(row));
        found.min_by_key(|(_, row)| row.id.as_str()).map(|&(place, _)| place)
    };
    rows.iter()
        .filter(|(_, row)| is_intent(row))
        .filter_map(|&(place, row)| charge(row).map(|kept| (place, kept)))
        .collect()
}
