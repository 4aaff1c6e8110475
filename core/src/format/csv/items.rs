//! A list of open items: invoice number, total or what is open, due date.

use super::field::Field;
use super::layout::Layout;
use super::learn::Learnt;
use super::number;
use super::record::Record;
use super::row::{currency, one_date};
use super::words;
use crate::error::{Code, Error};
use crate::model::{Customer, Invoice, InvoiceKind, InvoiceState};
use crate::money::Amount;

/// Whether the header is that of open items: numbers of invoices beside totals, and no running account.
pub(super) fn are_items(layout: &Layout) -> bool {
    let dated = layout.has(Field::DueOn) || layout.has(Field::IssuedOn);
    let money = [Field::Open, Field::Total, Field::Amount].iter().any(|field| layout.has(*field));
    let account = layout.has(Field::BookedOn) || layout.has(Field::Balance) || layout.has(Field::Debit);
    dated && money && !account
}

/// Reads one record as an invoice.
pub(super) fn invoice(record: &Record<'_>, learnt: &Learnt) -> Result<Invoice, Error> {
    let text = |field: Field| Some(record.get(field)).filter(|text| !text.is_empty()).map(str::to_owned);
    let number = text(Field::InvoiceNumber)
        .ok_or_else(|| record.error(Code::InputMissing, "the row has no invoice number"))?;
    let currency = currency(record, learnt)?;
    let amount = |field: Field| -> Result<Option<Amount>, Error> {
        let cell = record.get(field);
        if cell.is_empty() {
            return Ok(None);
        }
        let bad = || record.error(Code::CsvBadAmount, "not an amount");
        let minor = number::read(cell, learnt.mark).ok_or_else(bad)?.minor(currency).map_err(|_| bad())?;
        Ok(Some(Amount::new(minor, currency)))
    };
    let open = amount(Field::Open)?;
    let total = amount(Field::Total)?.or(amount(Field::Amount)?).or(open);
    let total = total.ok_or_else(|| record.error(Code::CsvBadAmount, "the row has no total"))?;
    let mut invoice = Invoice::new(text(Field::Id).unwrap_or_else(|| number.clone()), total);
    invoice.open = open.unwrap_or(total);
    if total.minor() < 0 {
        invoice.kind = InvoiceKind::CreditNote;
        invoice.total = total.checked_neg()?;
        invoice.open = if invoice.open.minor() < 0 { invoice.open.checked_neg()? } else { invoice.open };
    }
    invoice.number = Some(number);
    invoice.state = state(record.get(Field::Status));
    if invoice.open.is_zero() {
        invoice.state = InvoiceState::Closed;
    }
    invoice.issued_on =
        [Field::IssuedOn, Field::Date].iter().find_map(|field| one_date(record, learnt, *field, None));
    invoice.due_on = one_date(record, learnt, Field::DueOn, None);
    for (field, date) in [(Field::IssuedOn, invoice.issued_on), (Field::DueOn, invoice.due_on)] {
        if date.is_none() && !record.get(field).is_empty() {
            return Err(record.error(Code::CsvBadDate, "not a date between 1900 and 2199"));
        }
    }
    let customer = Customer {
        id: text(Field::CustomerId),
        name: text(Field::Name).or_else(|| text(Field::Payer)),
        emails: text(Field::Email).into_iter().collect(),
        ..Customer::default()
    };
    invoice.customer = (customer != Customer::default()).then_some(customer);
    invoice.references = [Field::CreditorReference, Field::VariableSymbol, Field::EndToEnd]
        .iter()
        .filter_map(|field| text(*field))
        .collect();
    invoice.description =
        Some(record.all(Field::Text).collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty());
    Ok(invoice)
}

fn state(text: &str) -> InvoiceState {
    match words::key(text).as_str() {
        "paid" | "closed" | "bezahlt" | "refunded" | "credited" | "zaplaceno" | "payee" | "pagada" => {
            InvoiceState::Closed
        }
        "draft" | "entwurf" | "brouillon" => InvoiceState::Draft,
        "void" | "voided" | "cancelled" | "canceled" | "storniert" | "annulee" => InvoiceState::Void,
        "disputed" | "on hold" => InvoiceState::OnHold,
        _ => InvoiceState::Open,
    }
}
