//! What rows of several sources say of one payment: their references, and whether they contradict each other.

use super::content::plain;
use crate::model::{ReferenceKind, Transaction};
use crate::party::same_account;
use crate::text::{fold, tokens};
use chrono::NaiveDate;

/// Shorter references are counters.
const SHORTEST: usize = 4;
/// Characters that the customer's reference of `:61:` has room for.
pub(super) const CUT: usize = 16;

/// The references of these kinds that tell something, folded.
pub(super) fn references<'a>(
    row: &'a Transaction,
    kinds: &'a [ReferenceKind],
) -> impl Iterator<Item = String> + use<'a> {
    row.references
        .iter()
        .filter(|reference| kinds.contains(&reference.kind))
        .map(|reference| plain(&reference.value))
        .filter(|key| tells(key))
}

/// Whether a folded reference tells a payment from others: not what banks write where the payer gave none (EPC, MT940).
pub(super) fn tells(key: &str) -> bool {
    key.len() >= SHORTEST && !matches!(key, "notprovided" | "notavailable" | "nonref" | "none" | "null")
}

/// Whether a row comes from SWIFT's statements, whose first reference may be any and is cut.
pub(super) fn is_swift(row: &Transaction) -> bool {
    matches!(row.source.as_ref(), "mt940" | "mt942")
}

/// Reference kinds that cut forms of stand in `:61:`: the beginning of a long one, or what fills the field.
pub(super) fn cut_references<'a>(
    row: &'a Transaction,
    kinds: &'a [ReferenceKind],
) -> impl Iterator<Item = String> + use<'a> {
    let swift = is_swift(row);
    row.references
        .iter()
        .filter(|reference| kinds.contains(&reference.kind))
        .filter_map(move |reference| cut(&reference.value).filter(|_| reference.value.len() > CUT || swift))
}

fn cut(reference: &str) -> Option<String> {
    reference.get(..CUT).map(plain).filter(|key| tells(key))
}

/// The value date, where a row tells one, else the booking date.
pub(super) fn value_day(row: &Transaction) -> NaiveDate {
    row.value_on.unwrap_or(row.booked_on)
}

/// Whether two rows are of one day: of booking, or of value.
pub(super) fn same_day(one: &Transaction, other: &Transaction) -> bool {
    one.booked_on == other.booked_on || value_day(one) == value_day(other)
}

/// Whether two rows cannot tell of one payment: another account of the other side, names of it without a common word, or
/// another reference of a kind of which a payment has one.
pub(super) fn contradict(one: &Transaction, other: &Transaction) -> bool {
    if let (Some(here), Some(there)) = (&one.counterparty.iban, &other.counterparty.iban)
        && here != there
        && !same_account(here, there)
    {
        return true;
    }
    let (here, there) = (words(one), words(other));
    if !here.is_empty() && !there.is_empty() && !here.iter().any(|word| there.contains(word)) {
        return true;
    }
    use ReferenceKind::{Cheque, Creditor, EndToEnd, Mandate};
    [EndToEnd, Creditor, Mandate, Cheque].into_iter().any(|kind| {
        // A short one of SWIFT's may be the line's own.
        let short = |row: &Transaction| {
            kind == EndToEnd
                && is_swift(row)
                && row.references.iter().any(|known| known.kind == kind && known.value.len() <= CUT)
        };
        let has = |row: &Transaction| row.references.iter().any(|known| known.kind == kind);
        if !has(one) || !has(other) || short(one) || short(other) {
            return false;
        }
        let (here, there) = (all(one, kind), all(other, kind));
        !here.is_empty() && !there.is_empty() && !here.iter().any(|key| there.contains(key))
    })
}

/// Words that are looked at in a name.
const MOST_WORDS: usize = 16;

/// The words of the names of the other side.
fn words(row: &Transaction) -> Vec<String> {
    let party = &row.counterparty;
    let names = [&party.name, &party.ultimate_name].into_iter().flatten();
    names
        .flat_map(|name| tokens(&fold(name)).take(MOST_WORDS).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn all(row: &Transaction, kind: ReferenceKind) -> Vec<String> {
    references(row, &[kind]).collect()
}
