//! An invoice's business terms to an open item.

use super::discount::{Discounts, discounts};
use super::document::{Document, Identifier, Party, clean};
use super::kind::{self, Claim};
use super::totals::{Owed, owed};
use crate::error::{Code, Error};
use crate::format::ReadOptions;
use crate::model::{Customer, Invoice, InvoiceKind, InvoiceState};
use crate::party::{Iban, IbanVerdict};
use chrono::NaiveDate;

/// Bytes of the lines' names that become the description.
const DESCRIPTION: usize = 2000;

/// Makes the open item.
///
/// # Errors
/// `format.einvoice.missing`, `format.einvoice.bad_amount`, and those of `money`.
pub(super) fn invoice(
    document: &Document<'_>,
    options: &ReadOptions,
    warnings: &mut Vec<Error>,
) -> Result<Invoice, Error> {
    let number = document.number.map(clean);
    let number = number.ok_or_else(|| Error::new(Code::EinvoiceMissing, "no number").at_field("ID"))?;
    let claim = claim(document, warnings);
    let Owed { kind, total, open, tax } = owed(document, claim, options, warnings)?;
    let mut invoice = Invoice::new(number.clone(), total);
    (invoice.kind, invoice.open, invoice.tax) = (kind, open, tax);
    invoice.state = match claim {
        Claim::Announced => InvoiceState::Draft,
        _ if open.is_zero() => InvoiceState::Closed,
        _ => InvoiceState::Open,
    };
    invoice.issued_on = document.issued_on;
    invoice.due_on = due_on(&document.due_on, warnings);
    invoice.customer = customer(document);
    let add = |list: &mut Vec<String>, text: &str| {
        let text = clean(text);
        if text != number && !list.contains(&text) {
            list.push(text);
        }
    };
    document.references.iter().for_each(|text| add(&mut invoice.references, text));
    document.orders.iter().for_each(|text| add(&mut invoice.other_numbers, text));
    // A partial invoice before a final one is another claim: its number is not this one's.
    if kind == InvoiceKind::CreditNote || document.type_code.is_some_and(kind::replaces) {
        document.preceding.iter().for_each(|text| add(&mut invoice.other_numbers, text));
    }
    invoice.number = Some(number);
    let Discounts { terms, all } = discounts(document, total, warnings);
    invoice.terms = terms;
    invoice.description = description(&document.lines);
    let mut note = |key: &'static str, value: Option<String>| {
        if let Some(value) = value {
            invoice.metadata.insert(key, value);
        }
    };
    let joined = |texts: &[&str]| {
        let texts: Vec<String> = texts.iter().map(|text| clean(text)).collect();
        Some(texts.join(", ")).filter(|text| !text.is_empty())
    };
    note("type_code", document.type_code.map(clean));
    note("buyer_reference", document.buyer_reference.map(clean));
    note("preceding_invoices", joined(&document.preceding));
    note("seller", document.seller.name.or(document.seller.other_names.first().copied()).map(clean));
    note("seller_vat_id", document.seller.vat.map(clean));
    note("buyer_vat_id", document.buyer.vat.map(clean));
    note("payment_means", document.means.map(clean));
    note("payee_iban", joined_accounts(&document.payee_accounts));
    note("mandate", document.mandate.map(clean));
    note("discounts", all);
    Ok(invoice)
}

/// What the document asks for: by its root, then by its code.
fn claim(document: &Document<'_>, warnings: &mut Vec<Error>) -> Claim {
    let of_root = if document.credit_note { Claim::Credit } else { Claim::Debit };
    match document.type_code.map(kind::claim) {
        Some(Some(claim)) if !document.credit_note => claim,
        Some(Some(_)) => of_root,
        Some(None) => {
            let said = "a type code that is no invoice's in UNTDID 1001: taken by the kind of the document";
            warnings.push(Error::new(Code::EinvoiceAssumed, said));
            of_root
        }
        None if document.credit_note => of_root,
        None => {
            warnings.push(Error::new(Code::EinvoiceAssumed, "no type code: taken as an invoice"));
            of_root
        }
    }
}

/// Of instalments the last: then all is due.
fn due_on(dates: &[NaiveDate], warnings: &mut Vec<Error>) -> Option<NaiveDate> {
    let last = dates.iter().max().copied();
    if dates.iter().any(|date| Some(*date) != last) {
        warnings.push(Error::new(Code::EinvoiceAssumed, "several due dates: the last of them is taken"));
    }
    last
}

fn customer(document: &Document<'_>) -> Option<Customer> {
    let buyer = &document.buyer;
    let mut names: Vec<String> = Vec::new();
    for name in buyer.name.iter().chain(&buyer.other_names).map(|name| clean(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut names = names.into_iter();
    let mut emails: Vec<String> = buyer.emails.iter().map(|mail| clean(mail)).collect();
    if let Some(mail) = buyer.endpoint.filter(is_mail).map(|endpoint| clean(endpoint.value)) {
        emails.push(mail);
    }
    emails.dedup();
    let customer = Customer {
        id: customer_id(buyer),
        name: names.next(),
        aliases: names.collect(),
        ibans: document.payer_accounts.iter().map(|text| account(text)).collect(),
        emails,
        ..Customer::default()
    };
    (customer != Customer::default()).then_some(customer)
}

/// What tells the buyer from others: the seller's own number first, then what the buyer goes by elsewhere.
fn customer_id(buyer: &Party<'_>) -> Option<String> {
    let schemed = |id: &Identifier<'_>| match id.scheme {
        Some(scheme) => format!("{scheme}:{}", clean(id.value)),
        None => clean(id.value),
    };
    let of_seller = buyer.ids.iter().find(|id| id.scheme.is_none());
    buyer
        .assigned
        .map(clean)
        .or_else(|| of_seller.or(buyer.ids.first()).map(schemed))
        .or_else(|| buyer.vat.map(clean))
        .or_else(|| buyer.register.as_ref().or(buyer.endpoint.as_ref()).map(schemed))
}

/// Whether an endpoint is an address of electronic mail.
fn is_mail(endpoint: &Identifier<'_>) -> bool {
    endpoint.scheme == Some("EM") && endpoint.value.contains('@')
}

/// An IBAN in its normal form, or an account as it is written.
fn account(text: &str) -> String {
    let iban = Iban::parse(text);
    if iban.verdict() == IbanVerdict::NotIban { clean(text) } else { iban.as_str().to_owned() }
}

fn joined_accounts(texts: &[&str]) -> Option<String> {
    let mut all: Vec<String> = texts.iter().map(|text| account(text)).collect();
    all.dedup();
    Some(all.join(", ")).filter(|text| !text.is_empty())
}

/// The names of the lines, the first of them where there are many.
fn description(lines: &[&str]) -> Option<String> {
    let mut text = String::new();
    for line in lines.iter().map(|line| clean(line)) {
        if text.len() + line.len() > DESCRIPTION {
            text.push_str(" …");
            break;
        }
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&line);
    }
    Some(text).filter(|text| !text.is_empty())
}
