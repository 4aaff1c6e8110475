//! What a row says, apart from how an export spells it.

use crate::model::{ReferenceKind, Status, Transaction};
use crate::money::Amount;
use crate::text::{fold, tokens};
use chrono::NaiveDate;

/// What a row says, in a form that survives another export of the same statement.
#[derive(PartialEq, Eq)]
pub(super) struct Content {
    account: String,
    booked_on: NaiveDate,
    status: Status,
    amount: Amount,
    party: [String; 3],
    references: Vec<String>,
    remittance: String,
}

impl Content {
    pub(super) fn of(row: &Transaction) -> Self {
        let party = &row.counterparty;
        let mut references: Vec<String> = row
            .references
            .iter()
            .filter(|reference| {
                use ReferenceKind::{Creditor, EndToEnd, Mandate};
                matches!(reference.kind, EndToEnd | Creditor | Mandate)
            })
            .map(|reference| plain(&reference.value))
            .collect();
        references.sort_unstable();
        Content {
            account: plain(row.account.as_deref().unwrap_or_default()),
            booked_on: row.booked_on,
            status: row.status,
            amount: row.amount,
            party: [&party.name, &party.iban, &party.account]
                .map(|text| plain(text.as_deref().unwrap_or_default())),
            references,
            remittance: plain(&row.remittance),
        }
    }
}

/// Folded letters and digits alone.
pub(super) fn plain(text: &str) -> String {
    tokens(&fold(text)).collect()
}
