//! Rows for tests in few words: payments and items of March 2026, in euros.

use chrono::NaiveDate;
use payymo::model::{Customer, Invoice, InvoiceState, Transaction};
use payymo::money::{Amount, Currency};

/// A currency of ISO 4217.
pub fn currency(code: &str) -> Currency {
    Currency::parse(code).expect("a currency")
}

/// So many cents.
pub fn eur(minor: i64) -> Amount {
    Amount::new(minor, currency("EUR"))
}

/// So many days after 1 March 2026.
pub fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day") + chrono::Days::new(u64::from(n))
}

/// Money in on 21 March from somebody of this name, with this text.
pub fn payment(id: &str, minor: i64, name: &str, text: &str) -> Transaction {
    let mut row = Transaction::new(id, day(20), eur(minor));
    row.counterparty.name = Some(name.to_owned());
    row.remittance = text.to_owned();
    row
}

/// What a customer owes since 1 March, due on the 15th; the customer `K1` is called `K1 Holding`.
pub fn item(id: &str, number: &str, customer: &str, minor: i64) -> Invoice {
    let mut row = Invoice::new(id, eur(minor));
    row.number = Some(number.to_owned());
    row.customer = Some(Customer {
        id: Some(customer.to_owned()),
        name: Some(format!("{customer} Holding")),
        ..Customer::default()
    });
    row.issued_on = Some(day(0));
    row.due_on = Some(day(14));
    row
}

/// The same, of a customer of this name.
pub fn item_of(id: &str, number: &str, customer: &str, name: &str, minor: i64) -> Invoice {
    let mut row = item(id, number, customer, minor);
    row.customer.iter_mut().for_each(|customer| customer.name = Some(name.to_owned()));
    row
}

/// The same as [`item`], paid before.
pub fn paid_item(id: &str, number: &str, customer: &str, minor: i64) -> Invoice {
    let mut row = item(id, number, customer, minor);
    row.state = InvoiceState::Closed;
    row.open = eur(0);
    row
}
