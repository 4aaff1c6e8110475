//! What a row that stays takes from its copies.

use crate::model::{Counterparty, Transaction, TransactionKind};

/// Takes from another row of the same payment what a row does not say; of its money nothing.
pub(super) fn what_lacks(row: &mut Transaction, other: &Transaction) {
    if row.kind == TransactionKind::Other {
        row.kind = other.kind;
    }
    let party = &other.counterparty;
    let Counterparty { name, ultimate_name, iban, account, bic, email, customer_id } = &mut row.counterparty;
    for (to, from) in [
        (name, &party.name),
        (ultimate_name, &party.ultimate_name),
        (iban, &party.iban),
        (account, &party.account),
        (bic, &party.bic),
        (email, &party.email),
        (customer_id, &party.customer_id),
    ] {
        if to.is_none() {
            to.clone_from(from);
        }
    }
    if row.remittance.is_empty() {
        row.remittance.clone_from(&other.remittance);
    }
    for reference in &other.references {
        if !row.references.contains(reference) {
            row.references.push(reference.clone());
        }
    }
    row.value_on = row.value_on.or(other.value_on);
    match (&mut row.returned, &other.returned) {
        (Some(known), Some(said)) => {
            known.reason = known.reason.take().or_else(|| said.reason.clone());
            for original in &said.originals {
                if !known.originals.contains(original) {
                    known.originals.push(original.clone());
                }
            }
        }
        (known @ None, said) => known.clone_from(said),
        (Some(_), None) => {}
    }
    for (key, value) in other.metadata.iter() {
        if row.metadata.get(key).is_none() {
            row.metadata.insert(key.to_owned(), value.to_owned());
        }
    }
}

/// Takes from another source's row of the same entry what a row does not say: more than [`what_lacks`], since both tell
/// what moved the account.
pub(super) fn of_event(row: &mut Transaction, other: &Transaction) {
    // Sources cut texts.
    if other.remittance.starts_with(row.remittance.as_str()) {
        row.remittance.clone_from(&other.remittance);
    }
    what_lacks(row, other);
    if row.fees.is_empty() && row.original.is_none() {
        row.fees.clone_from(&other.fees);
        row.original.clone_from(&other.original);
    }
    if row.remittance_lines.is_empty() {
        row.remittance_lines.clone_from(&other.remittance_lines);
    }
    if row.payee_iban.is_none() {
        row.payee_iban.clone_from(&other.payee_iban);
    }
    if row.bank_code.is_none() {
        row.bank_code.clone_from(&other.bank_code);
    }
    if row.reverses.is_none() {
        row.reverses.clone_from(&other.reverses);
    }
    if row.batch.is_none() {
        row.batch.clone_from(&other.batch);
    }
}
