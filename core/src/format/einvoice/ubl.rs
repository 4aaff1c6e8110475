//! UBL 2.1 `Invoice` and `CreditNote`, as EN 16931 binds them, and plain.
//!
//! Source: OASIS, Universal Business Language 2.1; CEN/TS 16931-3-2; OpenPeppol, BIS Billing 3.0.

use super::day;
use super::document::{Discount, Document, Money, Party, given, identifier};
use crate::error::Error;
use crate::format::xml::Node;

/// Reads an `Invoice` or a `CreditNote`.
///
/// # Errors
/// `format.einvoice.bad_date`.
pub(super) fn read<'t>(root: Node<'t, '_>) -> Result<Document<'t>, Error> {
    let mut document = Document { credit_note: root.name() == "CreditNote", ..Document::default() };
    let mut issued = None;
    let mut due = None;
    let mut terms = Vec::new();
    let mut due_elsewhere = Vec::new();
    for node in root.children() {
        let text = || given(Some(node.text()));
        match node.name() {
            "ID" => document.number = text(),
            "IssueDate" => issued = text(),
            "DueDate" => due = text(),
            "InvoiceTypeCode" | "CreditNoteTypeCode" => document.type_code = text(),
            "DocumentCurrencyCode" => document.currency = text(),
            "BuyerReference" => document.buyer_reference = text(),
            "OrderReference" => {
                document.orders.extend(given(node.text_at(["ID"])));
                document.orders.extend(given(node.text_at(["SalesOrderID"])));
            }
            "BillingReference" => {
                let names = [
                    "InvoiceDocumentReference",
                    "SelfBilledInvoiceDocumentReference",
                    "CreditNoteDocumentReference",
                ];
                let ids = names.into_iter().filter_map(|name| node.child(name));
                document.preceding.extend(ids.filter_map(|of| given(of.text_at(["ID"]))));
            }
            "AccountingSupplierParty" => document.seller = node.child("Party").map(party).unwrap_or_default(),
            "AccountingCustomerParty" => {
                document.buyer = node.child("Party").map(party).unwrap_or_default();
                document.buyer.assigned = given(node.text_at(["SupplierAssignedAccountID"]));
            }
            "PaymentMeans" => {
                payment(node, &mut document);
                due_elsewhere.extend(node.text_at(["PaymentDueDate"]));
            }
            "PaymentTerms" => {
                terms.push(node);
                document.terms.extend(node.all("Note").filter_map(|note| given(Some(note.text()))));
                due_elsewhere.extend(node.text_at(["PaymentDueDate"]));
            }
            "TaxTotal" => {
                for part in node.all("TaxSubtotal") {
                    let amount = Money::of(part, "TaxAmount", "TaxTotal/TaxSubtotal/TaxAmount");
                    let rate = part.text_at(["TaxCategory", "Percent"]).or_else(|| part.text_at(["Percent"]));
                    document.taxes.extend(amount.map(|amount| (rate, amount)));
                }
            }
            "LegalMonetaryTotal" => {
                let totals = &mut document.totals;
                totals.inclusive =
                    Money::of(node, "TaxInclusiveAmount", "LegalMonetaryTotal/TaxInclusiveAmount");
                totals.prepaid = Money::of(node, "PrepaidAmount", "LegalMonetaryTotal/PrepaidAmount");
                totals.rounding =
                    Money::of(node, "PayableRoundingAmount", "LegalMonetaryTotal/PayableRoundingAmount");
                totals.payable = Money::of(node, "PayableAmount", "LegalMonetaryTotal/PayableAmount");
            }
            "InvoiceLine" | "CreditNoteLine" => {
                document.lines.extend(given(node.text_at(["Item", "Name"])));
            }
            _ => {}
        }
    }
    document.issued_on = issued.map(|text| day::iso(text, "IssueDate")).transpose()?;
    match due {
        Some(due) => document.due_on.push(day::iso(due, "DueDate")?),
        None => {
            for text in due_elsewhere {
                document.due_on.push(day::iso(text, "PaymentDueDate")?);
            }
        }
    }
    for node in terms {
        document.discounts.extend(discount(node)?);
    }
    Ok(document)
}

fn party<'t>(node: Node<'t, '_>) -> Party<'t> {
    let mut party = Party {
        endpoint: node.child("EndpointID").and_then(identifier),
        ids: node.all("PartyIdentification").filter_map(|id| id.child("ID").and_then(identifier)).collect(),
        ..Party::default()
    };
    let legal = node.child("PartyLegalEntity");
    let trading = node.all("PartyName").filter_map(|name| given(name.text_at(["Name"])));
    party.name = legal.and_then(|legal| given(legal.text_at(["RegistrationName"])));
    party.register = legal.and_then(|legal| legal.child("CompanyID")).and_then(identifier);
    party.other_names.extend(trading);
    if let Some(contact) = node.child("Contact") {
        party.other_names.extend(given(contact.text_at(["Name"])));
        party.emails.extend(given(contact.text_at(["ElectronicMail"])));
    }
    for scheme in node.all("PartyTaxScheme") {
        let is_vat = scheme.text_at(["TaxScheme", "ID"]).is_none_or(|id| id.eq_ignore_ascii_case("VAT"));
        if is_vat && party.vat.is_none() {
            party.vat = given(scheme.text_at(["CompanyID"]));
        }
    }
    party
}

fn payment<'t>(node: Node<'t, '_>, document: &mut Document<'t>) {
    document.means = document.means.or(given(node.text_at(["PaymentMeansCode"])));
    document.references.extend(node.all("PaymentID").filter_map(|id| given(Some(id.text()))));
    document.payee_accounts.extend(given(node.text_at(["PayeeFinancialAccount", "ID"])));
    if let Some(mandate) = node.child("PaymentMandate") {
        document.mandate = document.mandate.or(given(mandate.text_at(["ID"])));
        document.payer_accounts.extend(given(mandate.text_at(["PayerFinancialAccount", "ID"])));
    }
}

/// A discount that plain UBL has fields for.
fn discount<'t>(node: Node<'t, '_>) -> Result<Option<Discount<'t>>, Error> {
    let percent = node.text_at(["SettlementDiscountPercent"]);
    let amount = Money::of(node, "SettlementDiscountAmount", "PaymentTerms/SettlementDiscountAmount");
    if percent.is_none() && amount.is_none() {
        return Ok(None);
    }
    let mut discount = Discount { percent, ..Discount::default() };
    if let Some(period) = node.child("SettlementPeriod") {
        let until = period.text_at(["EndDate"]);
        discount.until =
            until.map(|text| day::iso(text, "PaymentTerms/SettlementPeriod/EndDate")).transpose()?;
        let days = period.child("DurationMeasure").filter(|days| days.attribute("unitCode") == Some("DAY"));
        discount.days = days.and_then(|days| days.text().parse().ok());
    }
    Ok(Some(discount))
}
