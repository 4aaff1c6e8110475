//! Stripe's own invoices and credit notes as open items, and what paid them as settlements.
//!
//! Source: docs.stripe.com/api/invoices, /api/credit_notes, /api/invoice-payment.

use super::super::ReadOptions;
use super::super::json::Text;
use super::invoice_wire::{Document, Payer, Payment, TaxAmount, TaxRate};
use super::object::{bad, elements, inner, instant, is_true, minor};
use crate::error::Error;
use crate::model::{Customer, Invoice, InvoiceKind, InvoiceState, Settlement, Tax};
use crate::money::{Amount, Currency};
use rust_decimal::Decimal;
use serde_json::value::RawValue;

/// An item with what settled it, or why it is none.
pub(super) enum Item {
    Invoice(Box<Invoice>, Vec<Settlement>),
    Settlement(Settlement),
    Nothing(&'static str),
}

/// An invoice.
pub(super) fn invoice(text: &str, options: &ReadOptions) -> Result<Item, Error> {
    let document = Document::parse(text)?;
    if is_true(document.deleted) {
        return Ok(Item::Nothing("deleted"));
    }
    let currency = document.currency()?;
    let total = document.amount(document.total, "/total", currency)?;
    let total = total.ok_or_else(|| bad("no total").at_field("/total"))?;
    let mut item = new(&document, total, options)?;
    let (due, paid) = (
        document.amount(document.amount_due, "/amount_due", currency)?,
        document.amount(document.amount_paid, "/amount_paid", currency)?.unwrap_or(Amount::zero(currency)),
    );
    let left = match document.amount(document.amount_remaining, "/amount_remaining", currency)? {
        Some(left) => left,
        None => due.unwrap_or(total).checked_sub(paid)?,
    };
    item.state = match document.status.0.as_ref() {
        "draft" => InvoiceState::Draft,
        "open" | "" if is_under_way(document.payment_intent) => InvoiceState::InCollection,
        "open" => InvoiceState::Open,
        "paid" => InvoiceState::Closed,
        "void" | "deleted" => InvoiceState::Void,
        // Written off, and payable all the same.
        "uncollectible" => InvoiceState::OnHold,
        // Before there was a status.
        "" if is_true(document.paid) => InvoiceState::Closed,
        "" => InvoiceState::Open,
        _ => return Ok(Item::Nothing("of a status that is not known")),
    };
    item.open = left;
    if total.minor() < 0 {
        // What is left over of it goes to the customer's credit balance, and is told by that.
        item.kind = InvoiceKind::CreditNote;
        (item.total, item.open) = (total.checked_neg()?, Amount::zero(currency));
    }
    item.tax = taxes(&document, currency)?;
    item.due_on = instant(document.due_date, options)?;
    for reference in [inner(document.payment_intent).id.some(), inner(document.charge).id.some()] {
        item.references.extend(reference);
    }
    let settled = settlements(&document, &item, paid, options)?;
    for id in settled.iter().flat_map(|settled| settled.transaction.iter().chain(&settled.external_ids)) {
        if !item.references.contains(id) {
            item.references.push(id.clone());
        }
    }
    Ok(Item::Invoice(Box::new(item), settled))
}

/// A credit note: what it gives was taken off its invoice, refunded, or put to the customer's credit balance; only what
/// was given outside of Stripe can stand in a statement of the bank.
pub(super) fn credit_note(text: &str, options: &ReadOptions) -> Result<Item, Error> {
    let document = Document::parse(text)?;
    let currency = document.currency()?;
    let total = document.amount(document.total.or(document.total_of_note), "/total", currency)?;
    let total = total.ok_or_else(|| bad("no total").at_field("/total"))?;
    let mut item = new(&document, total, options)?;
    item.kind = InvoiceKind::CreditNote;
    let outside = document.amount(document.out_of_band_amount, "/out_of_band_amount", currency)?;
    item.open = outside.unwrap_or(Amount::zero(currency));
    item.state = match document.status.0.as_ref() {
        "issued" | "" if item.open.is_zero() => InvoiceState::Closed,
        "issued" | "" => InvoiceState::Open,
        "void" => InvoiceState::Void,
        _ => return Ok(Item::Nothing("of a status that is not known")),
    };
    item.tax = taxes(&document, currency)?;
    item.references.extend(inner(document.invoice).id.some());
    item.references.extend(inner(document.refund).id.some());
    for refund in elements(document.refunds) {
        let refund: Payment<'_> = serde_json::from_str(refund).unwrap_or_default();
        item.references.extend(inner(refund.refund).id.some());
    }
    Ok(Item::Invoice(Box::new(item), Vec::new()))
}

/// What paid an invoice.
pub(super) fn payment(text: &str, options: &ReadOptions) -> Result<Item, Error> {
    let payment = Payment::parse(text)?;
    let Some(invoice) = inner(payment.invoice).id.some() else {
        return Err(bad("no invoice").at_field("/invoice"));
    };
    Ok(match settlement(&payment, &invoice, options)? {
        Some(settled) => Item::Settlement(settled),
        None => Item::Nothing("not paid by a payment of Stripe"),
    })
}

/// The settlement that a payment of an invoice is, where it is paid.
fn settlement(
    payment: &Payment<'_>,
    invoice: &str,
    options: &ReadOptions,
) -> Result<Option<Settlement>, Error> {
    if payment.status.0 != "paid" {
        return Ok(None);
    }
    let by = payment.by();
    let ids = [inner(by.charge).id.some(), inner(by.payment_intent).id.some()];
    let [charge, intent] = ids;
    let currency = Currency::parse(&payment.currency.clean())
        .map_err(|fault| bad(fault.message()).at_field("/currency"))?;
    let amount = payment.amount_paid.ok_or_else(|| bad("no amount").at_field("/amount_paid"))?;
    let amount = minor(amount, currency, "/amount_paid")?;
    if charge.is_none() && intent.is_none() || amount.is_zero() {
        return Ok(None);
    }
    let day = instant(payment.status_transitions().paid_at.or(payment.created), options)?;
    let settled_on = day.ok_or_else(|| bad("no time").at_field("/created"))?;
    let invoice = invoice.to_owned();
    Ok(Some(Settlement {
        invoice,
        amount,
        settled_on,
        transaction: charge,
        external_ids: intent.into_iter().collect(),
    }))
}

/// What settled an invoice: the payments that it lists, else the one that it names.
fn settlements(
    document: &Document<'_>,
    item: &Invoice,
    paid: Amount,
    options: &ReadOptions,
) -> Result<Vec<Settlement>, Error> {
    let mut settled = Vec::new();
    for text in elements(document.payments) {
        settled.extend(settlement(&Payment::parse(text)?, &item.id, options)?);
    }
    let (charge, intent) = (inner(document.charge).id.some(), inner(document.payment_intent).id.some());
    let named = charge.is_some() || intent.is_some();
    if !settled.is_empty() || !named || paid.minor() <= 0 || is_true(document.paid_out_of_band) {
        return Ok(settled);
    }
    let paid_at = document.status_transitions().paid_at;
    let Some(settled_on) = instant(paid_at, options)?.or(item.issued_on) else { return Ok(settled) };
    settled.push(Settlement {
        invoice: item.id.clone(),
        amount: paid,
        settled_on,
        transaction: charge,
        external_ids: intent.into_iter().collect(),
    });
    Ok(settled)
}

/// What invoices and credit notes have in common.
fn new(document: &Document<'_>, total: Amount, options: &ReadOptions) -> Result<Invoice, Error> {
    let id = document.id.some().ok_or_else(|| bad("no id").at_field("/id"))?;
    let mut item = Invoice::new(id, total);
    item.number = document.number.some();
    let days = [document.effective_at, document.status_transitions().finalized_at, document.created];
    for day in days {
        item.issued_on = match item.issued_on {
            None => instant(day, options)?,
            known => known,
        };
    }
    item.customer = customer(document);
    // A purchase order's number and the like, as the host has it printed.
    for field in elements(document.custom_fields) {
        let field: Payer<'_> = serde_json::from_str(field).unwrap_or_default();
        item.other_numbers
            .extend(field.value.some().filter(|value| value.bytes().any(|b| b.is_ascii_digit())));
    }
    item.description = description(document);
    item.metadata = document.metadata();
    Ok(item)
}

fn customer(document: &Document<'_>) -> Option<Customer> {
    let expanded = inner(document.customer);
    let names = [document.customer_name.some(), expanded.name.some()];
    let mut customer = Customer {
        id: expanded.id.some().or_else(|| inner(document.customer_account).id.some()),
        ..Customer::default()
    };
    for name in names.into_iter().flatten() {
        match &customer.name {
            None => customer.name = Some(name),
            Some(known) if *known != name => customer.aliases.push(name),
            Some(_) => {}
        }
    }
    for email in [document.customer_email.some(), expanded.email.some()].into_iter().flatten() {
        if !customer.emails.contains(&email) {
            customer.emails.push(email);
        }
    }
    (customer != Customer::default()).then_some(customer)
}

fn description(document: &Document<'_>) -> Option<String> {
    let mut said: Vec<String> =
        [&document.description, &document.memo].iter().filter_map(|text| text.some()).collect();
    for line in elements(document.lines) {
        let line: Payer<'_> = serde_json::from_str(line).unwrap_or_default();
        said.extend(line.description.some());
    }
    said.dedup();
    Some(said.join("; ")).filter(|said| !said.is_empty())
}

/// Taxes with their rates: as the invoice lists them, by the rates that it or its lines expand.
fn taxes(document: &Document<'_>, currency: Currency) -> Result<Vec<Tax>, Error> {
    let mut rates: Vec<(String, Decimal)> = Vec::new();
    let mut know = |list: Option<&RawValue>| {
        for text in elements(list) {
            let rate: TaxRate<'_> = serde_json::from_str(text).unwrap_or_default();
            if let (Some(id), Some(percent)) = (rate.id.some(), rate.percent()) {
                rates.push((id, percent));
            }
        }
    };
    know(document.default_tax_rates);
    for line in elements(document.lines) {
        let line: Payer<'_> = serde_json::from_str(line).unwrap_or_default();
        know(line.tax_rates);
    }
    let mut taxes: Vec<Tax> = Vec::new();
    let listed = [document.total_taxes, document.total_tax_amounts, document.tax_amounts];
    for text in listed.into_iter().map(elements).find(|list| !list.is_empty()).unwrap_or_default() {
        let tax: TaxAmount<'_> =
            serde_json::from_str(text).map_err(|_| bad("not a tax").at_field("/total_taxes"))?;
        let Some(amount) = tax.amount else { continue };
        let amount = minor(amount, currency, "/total_taxes")?;
        if let Some(rate) = tax.rate(&rates) {
            taxes.push(Tax { rate, amount });
        }
    }
    if let (true, Some(amount), Ok(rate)) =
        (taxes.is_empty(), document.amount(document.tax, "/tax", currency)?, document.tax_percent.0.parse())
    {
        taxes.push(Tax { rate, amount });
    }
    taxes.retain(|tax| !tax.amount.is_zero());
    Ok(taxes)
}

/// Whether a payment is on its way, by an intent that is expanded.
fn is_under_way(intent: Option<&RawValue>) -> bool {
    #[derive(serde::Deserialize, Default)]
    #[serde(default)]
    struct Intent<'a> {
        #[serde(borrow)]
        status: Text<'a>,
    }
    let intent = intent.and_then(|raw| serde_json::from_str::<Intent<'_>>(raw.get()).ok());
    intent.is_some_and(|intent| intent.status.0 == "processing")
}
