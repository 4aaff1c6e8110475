//! GetInvoices, GetInvoice and credit notes: to open items.

use super::fields::Fields;
use super::payment;
use crate::error::{Code, Error};
use crate::format::{ReadOptions, Report};
use crate::model::{Customer, Invoice, InvoiceKind, InvoiceState, Tax};
use crate::money::{Amount, Currency};
use rust_decimal::Decimal;

/// Mark of an invoice whose balance was assumed; taken off again by the reader.
pub(super) const ASSUMED: &str = "payymo.assumed";

/// A row of GetInvoices.
pub(super) fn listed(
    fields: &mut Fields<'_>,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<(), Error> {
    let id = fields.id("id").or_else(|| fields.id("invoiceid"));
    let invoice = invoice(fields, id, options)?;
    report.invoices.push(invoice);
    Ok(())
}

/// The answer of GetInvoice: one invoice with its items and what was paid on it.
pub(super) fn single(
    fields: &mut Fields<'_>,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<(), Error> {
    let id = fields.id("invoiceid").or_else(|| fields.id("id"));
    let mut invoice = invoice(fields, id, options)?;
    items(fields, &mut invoice)?;
    let currency = invoice.currency();
    let mut payments = fields.rows("transactions", "transaction")?;
    for payment in &mut payments {
        if let Err(fault) = payment::read(payment, Some((&invoice.id, currency)), options, report) {
            report.errors.push(
                Error::new(Code::WhmcsBadRow, fault.message()).at_field("transactions").at_row(&invoice.id),
            );
        }
    }
    report.invoices.push(invoice);
    Ok(())
}

fn invoice(fields: &mut Fields<'_>, id: Option<String>, options: &ReadOptions) -> Result<Invoice, Error> {
    let id = id.ok_or_else(|| Error::new(Code::InputMissing, "the row has no id").at_field("id"))?;
    let currency = fields.currency("currencycode", options.currency)?;
    let total = fields
        .amount("total", currency)?
        .ok_or_else(|| Error::new(Code::InputMissing, "the row has no total").at_field("total"))?;
    let status = fields.text("status");
    let mut invoice = Invoice::new(id, total);
    invoice.state = state(status.as_deref())?;
    let balance = fields.amount("balance", currency)?;
    let owed = matches!(
        invoice.state,
        InvoiceState::Open | InvoiceState::InCollection | InvoiceState::Draft | InvoiceState::OnHold
    );
    invoice.open = match balance {
        _ if !owed => Amount::zero(currency),
        Some(balance) => balance,
        None => {
            invoice.metadata.insert(ASSUMED, String::new());
            total
        }
    };
    if total.minor() < 0 {
        invoice.kind = InvoiceKind::CreditNote;
        invoice.total = total.checked_neg()?;
        invoice.open = Amount::new(invoice.open.minor().saturating_abs(), currency);
    } else if invoice.open.minor() <= 0 {
        // Paid in full or over: nothing is owed, whatever the status says.
        invoice.open = Amount::zero(currency);
        if invoice.state == InvoiceState::Open {
            invoice.state = InvoiceState::Closed;
        }
    }
    numbers(fields, &mut invoice);
    invoice.issued_on = fields.date("date", options)?;
    invoice.due_on = fields.date("duedate", options)?;
    invoice.customer = customer(fields);
    taxes(fields, currency, &mut invoice)?;
    for name in ["paymentmethod", "credit", "datepaid"] {
        if let Some(value) = fields.text(name).filter(|value| value != "0.00" && !value.starts_with("0000")) {
            invoice.metadata.insert(name, value);
        }
    }
    if let Some(status) = status {
        invoice.metadata.insert("status", status);
    }
    Ok(invoice)
}

/// The printed number is `invoicenum`, and the id where that is empty. A customer may use either.
fn numbers(fields: &mut Fields<'_>, invoice: &mut Invoice) {
    match fields.text("invoicenum") {
        Some(number) => {
            if number != invoice.id {
                invoice.other_numbers.push(invoice.id.clone());
            }
            invoice.number = Some(number);
        }
        None => invoice.number = Some(invoice.id.clone()),
    }
}

/// <https://developers.whmcs.com/api-reference/getinvoices/>: the statuses that an invoice may have.
fn state(status: Option<&str>) -> Result<InvoiceState, Error> {
    let Some(status) = status else {
        return Err(Error::new(Code::InputMissing, "the row has no status").at_field("status"));
    };
    match status.to_ascii_lowercase().as_str() {
        "unpaid" | "overdue" => Ok(InvoiceState::Open),
        "paid" | "refunded" => Ok(InvoiceState::Closed),
        "cancelled" => Ok(InvoiceState::Void),
        "collections" | "payment pending" => Ok(InvoiceState::InCollection),
        "draft" => Ok(InvoiceState::Draft),
        _ => Err(Error::new(Code::InputBadField, "no status that WHMCS gives an invoice").at_field("status")),
    }
}

fn customer(fields: &mut Fields<'_>) -> Option<Customer> {
    let person = [fields.text("firstname"), fields.text("lastname")];
    let person = person.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let person = Some(person).filter(|name| !name.is_empty());
    let mut names = fields.text("companyname").into_iter().chain(person);
    let customer = Customer {
        id: fields.id("userid").or_else(|| fields.id("clientid")),
        name: names.next(),
        aliases: names.collect(),
        emails: fields.text("email").into_iter().collect(),
        ..Customer::default()
    };
    (customer != Customer::default()).then_some(customer)
}

fn taxes(fields: &mut Fields<'_>, currency: Currency, invoice: &mut Invoice) -> Result<(), Error> {
    for (amount, rate) in [("tax", "taxrate"), ("tax2", "taxrate2")] {
        let rate: Option<Decimal> = fields.text(rate).and_then(|rate| rate.parse().ok());
        if let Some(amount) = fields.amount(amount, currency)?.filter(|amount| !amount.is_zero()) {
            invoice.tax.push(Tax { rate: rate.unwrap_or_default(), amount });
        }
    }
    Ok(())
}

/// The lines: their texts, and the invoices that a mass payment covers.
fn items(fields: &mut Fields<'_>, invoice: &mut Invoice) -> Result<(), Error> {
    let mut texts = Vec::new();
    for item in &mut fields.rows("items", "item")? {
        let kind = item.text("type").unwrap_or_default();
        let related = item.id("relid");
        match (kind.as_str(), related) {
            ("Invoice", Some(covered)) => invoice.covers.push(covered),
            ("AddFunds", _) => {
                // Paying it gives credit and settles no service.
                invoice.metadata.insert("add_funds", "1".to_owned());
            }
            _ => {}
        }
        texts.extend(
            item.text("description").map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
        );
    }
    invoice.description = Some(texts.join("; ")).filter(|text| !text.is_empty());
    Ok(())
}

/// A row of credit and debit notes. Their ids are counted apart from those of invoices.
pub(super) fn note(fields: &mut Fields<'_>, options: &ReadOptions, report: &mut Report) -> Result<(), Error> {
    let missing =
        |name: &str| Error::new(Code::InputMissing, format!("the row has no {name}")).at_field(name);
    let id = fields.id("id").ok_or_else(|| missing("id"))?;
    let currency = fields.currency("currency", options.currency)?;
    let amount = fields.amount("amount", currency)?.ok_or_else(|| missing("amount"))?;
    let kind = fields.text("type").unwrap_or_default().to_ascii_lowercase();
    let (name, kind) = match kind.as_str() {
        "credit" => ("creditnote", InvoiceKind::CreditNote),
        "debit" => ("debitnote", InvoiceKind::Invoice),
        _ => {
            return Err(Error::new(Code::InputBadField, "neither a credit nor a debit note").at_field("type"));
        }
    };
    let mut invoice = Invoice::new(format!("{name}-{id}"), amount);
    invoice.kind = kind;
    if !fields.text("status").is_some_and(|status| status.eq_ignore_ascii_case("open")) {
        invoice.state = InvoiceState::Closed;
        invoice.open = Amount::zero(currency);
    }
    invoice.number = fields.text("reference");
    invoice.issued_on = fields.date("date", options)?;
    invoice.customer = customer(fields);
    invoice.description = fields.text("description");
    if let Some(corrected) = fields.id("invoiceid") {
        invoice.metadata.insert("invoiceid", corrected);
    }
    report.invoices.push(invoice);
    Ok(())
}
