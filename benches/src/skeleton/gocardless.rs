//! GoCardless Bank Account Data by serde_json's typed reader.

use super::{Row, code, iso, minor};
use serde::Deserialize;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    transactions: Lists<'a>,
}

#[derive(Deserialize)]
struct Lists<'a> {
    #[serde(borrow)]
    booked: Vec<Transaction<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Transaction<'a> {
    #[serde(borrow)]
    transaction_id: Cow<'a, str>,
    #[serde(borrow)]
    booking_date: Cow<'a, str>,
    #[serde(borrow)]
    value_date: Cow<'a, str>,
    #[serde(borrow)]
    transaction_amount: Money<'a>,
    #[serde(borrow)]
    debtor_name: Cow<'a, str>,
    #[serde(borrow)]
    debtor_account: Account<'a>,
    #[serde(borrow)]
    remittance_information_unstructured: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Money<'a> {
    #[serde(borrow)]
    amount: Cow<'a, str>,
    #[serde(borrow)]
    currency: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Account<'a> {
    #[serde(borrow)]
    iban: Cow<'a, str>,
}

/// Reads the booked rows.
pub fn read(bytes: &[u8]) -> Vec<Row> {
    let Ok(document) = serde_json::from_slice::<Document<'_>>(bytes) else { return Vec::new() };
    let row = |read: Transaction<'_>| Row {
        booked_on: iso(read.booking_date.as_bytes()),
        value_on: iso(read.value_date.as_bytes()),
        amount: minor(read.transaction_amount.amount.as_bytes()),
        currency: code(read.transaction_amount.currency.as_bytes()),
        reference: read.transaction_id.into_owned(),
        name: read.debtor_name.into_owned(),
        account: read.debtor_account.iban.into_owned(),
        text: read.remittance_information_unstructured.into_owned(),
    };
    document.transactions.booked.into_iter().map(row).collect()
}
