//! A file in the format of a bank, and what of its rows is not in it.

use crate::error::{Code, Error};
use crate::model::Transaction;

/// A file in the format of a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The file.
    pub text: String,
    /// One warning `format.left_out` for each row of which the format does not hold all, naming the fields.
    pub left_out: Vec<Error>,
}

/// What reading back did not give, row by row.
pub(super) fn left_out(rows: &[Transaction], back: &[Transaction], format: &str) -> Vec<Error> {
    let mut pairs = rows.iter().enumerate().map(|(at, row)| (row, back.get(at)));
    let mut warnings = Vec::new();
    for (row, back) in pairs.by_ref() {
        let fields = match back {
            Some(back) => differing(row, back),
            None => vec!["the row"],
        };
        if !fields.is_empty() {
            let said = format!("{format} does not hold: {}", fields.join(", "));
            warnings.push(Error::new(Code::FormatLeftOut, said).at_row(row.id.as_str()));
        }
    }
    warnings
}

/// The fields in which two rows differ; the source, which is the format, is not one.
fn differing(row: &Transaction, back: &Transaction) -> Vec<&'static str> {
    [
        ("id", row.id == back.id),
        ("account", row.account == back.account),
        ("booked_on", row.booked_on == back.booked_on),
        ("value_on", row.value_on == back.value_on),
        ("status", row.status == back.status),
        ("amount", row.amount == back.amount),
        ("fees", row.fees == back.fees),
        ("original", row.original == back.original),
        ("kind", row.kind == back.kind),
        ("counterparty", row.counterparty == back.counterparty),
        ("payee_iban", row.payee_iban == back.payee_iban),
        ("references", row.references == back.references),
        ("remittance", row.remittance == back.remittance),
        ("remittance_lines", row.remittance_lines == back.remittance_lines),
        ("bank_code", row.bank_code == back.bank_code),
        ("returned", row.returned == back.returned),
        ("reverses", row.reverses == back.reverses),
        ("batch", row.batch == back.batch),
        ("metadata", row.metadata == back.metadata),
    ]
    .into_iter()
    .filter(|(_, same)| !same)
    .map(|(field, _)| field)
    .collect()
}
