//! UN/CEFACT Cross Industry Invoice D16B: Factur-X, ZUGFeRD 2, XRechnung.
//!
//! Source: UN/CEFACT, Cross Industry Invoice D16B; CEN/TS 16931-3-3; FNFE-MPE and FeRD, Factur-X 1.0.

use super::day;
use super::document::{Discount, Document, Money, Party, given, identifier};
use crate::error::Error;
use crate::format::xml::Node;
use chrono::NaiveDate;

/// Reads a `CrossIndustryInvoice`.
///
/// # Errors
/// `format.einvoice.bad_date`.
pub(super) fn read<'t>(root: Node<'t, '_>) -> Result<Document<'t>, Error> {
    let mut document = Document::default();
    if let Some(head) = root.child("ExchangedDocument") {
        document.number = given(head.text_at(["ID"]));
        document.type_code = given(head.text_at(["TypeCode"]));
        let issued = head.child("IssueDateTime");
        document.issued_on = date(issued, "ExchangedDocument/IssueDateTime")?;
    }
    let parts = root.child("SupplyChainTradeTransaction").into_iter().flat_map(Node::children);
    for part in parts {
        match part.name() {
            "IncludedSupplyChainTradeLineItem" => {
                document.lines.extend(given(part.text_at(["SpecifiedTradeProduct", "Name"])));
            }
            "ApplicableHeaderTradeAgreement" => {
                document.buyer_reference = given(part.text_at(["BuyerReference"]));
                document.seller = part.child("SellerTradeParty").map(party).unwrap_or_default();
                document.buyer = part.child("BuyerTradeParty").map(party).unwrap_or_default();
                for name in ["BuyerOrderReferencedDocument", "SellerOrderReferencedDocument"] {
                    let order = part.child(name).and_then(|order| given(order.text_at(["IssuerAssignedID"])));
                    document.orders.extend(order);
                }
            }
            "ApplicableHeaderTradeSettlement" => settlement(part, &mut document)?,
            _ => {}
        }
    }
    Ok(document)
}

fn party<'t>(node: Node<'t, '_>) -> Party<'t> {
    let mut party = Party { name: given(node.text_at(["Name"])), ..Party::default() };
    let own = node.all("ID").chain(node.all("GlobalID"));
    party.ids.extend(own.filter_map(identifier));
    if let Some(legal) = node.child("SpecifiedLegalOrganization") {
        party.register = legal.child("ID").and_then(identifier);
        party.other_names.extend(given(legal.text_at(["TradingBusinessName"])));
    }
    for contact in node.all("DefinedTradeContact") {
        party.other_names.extend(given(contact.text_at(["PersonName"])));
        party.emails.extend(given(contact.text_at(["EmailURIUniversalCommunication", "URIID"])));
    }
    party.endpoint = node.path(["URIUniversalCommunication", "URIID"]).and_then(identifier);
    let taxes = node.all("SpecifiedTaxRegistration").filter_map(|tax| tax.child("ID"));
    let vat = taxes.filter_map(identifier).find(|id| id.scheme.is_none_or(|scheme| scheme == "VA"));
    party.vat = vat.map(|id| id.value);
    party
}

fn settlement<'t>(part: Node<'t, '_>, document: &mut Document<'t>) -> Result<(), Error> {
    for node in part.children() {
        let text = || given(Some(node.text()));
        match node.name() {
            "InvoiceCurrencyCode" => document.currency = text(),
            "PaymentReference" => document.references.extend(text()),
            "SpecifiedTradeSettlementPaymentMeans" => {
                document.means = document.means.or(given(node.text_at(["TypeCode"])));
                let account = |name: &str| {
                    let account = node.child(name)?;
                    given(account.text_at(["IBANID"])).or_else(|| given(account.text_at(["ProprietaryID"])))
                };
                document.payee_accounts.extend(account("PayeePartyCreditorFinancialAccount"));
                document.payer_accounts.extend(account("PayerPartyDebtorFinancialAccount"));
            }
            "ApplicableTradeTax" => {
                let rate = node.text_at(["RateApplicablePercent"]);
                let amount = Money::of(node, "CalculatedAmount", "ApplicableTradeTax/CalculatedAmount");
                document.taxes.extend(amount.map(|amount| (rate, amount)));
            }
            "SpecifiedTradePaymentTerms" => terms(node, document)?,
            "SpecifiedTradeSettlementHeaderMonetarySummation" => {
                let totals = &mut document.totals;
                totals.inclusive = Money::of(node, "GrandTotalAmount", "GrandTotalAmount");
                totals.prepaid = Money::of(node, "TotalPrepaidAmount", "TotalPrepaidAmount");
                totals.rounding = Money::of(node, "RoundingAmount", "RoundingAmount");
                totals.payable = Money::of(node, "DuePayableAmount", "DuePayableAmount");
            }
            "InvoiceReferencedDocument" => {
                document.preceding.extend(given(node.text_at(["IssuerAssignedID"])));
            }
            _ => {}
        }
    }
    Ok(())
}

fn terms<'t>(node: Node<'t, '_>, document: &mut Document<'t>) -> Result<(), Error> {
    document.terms.extend(node.all("Description").filter_map(|text| given(Some(text.text()))));
    let due = date(node.child("DueDateDateTime"), "SpecifiedTradePaymentTerms/DueDateDateTime")?;
    document.due_on.extend(due);
    document.mandate = document.mandate.or(given(node.text_at(["DirectDebitMandateID"])));
    for part in node.all("ApplicableTradePaymentDiscountTerms") {
        let days = part.child("BasisPeriodMeasure").filter(|days| days.attribute("unitCode") == Some("DAY"));
        document.discounts.push(Discount {
            percent: part.text_at(["CalculationPercent"]),
            days: days.and_then(|days| days.text().parse().ok()),
            from: date(part.child("BasisDateTime"), "ApplicableTradePaymentDiscountTerms/BasisDateTime")?,
            until: None,
            base: Money::of(part, "BasisAmount", "ApplicableTradePaymentDiscountTerms/BasisAmount"),
        });
    }
    Ok(())
}

/// `<udt:DateTimeString format="102">20260304</udt:DateTimeString>` within an element, or a date of XML Schema.
fn date(node: Option<Node<'_, '_>>, field: &'static str) -> Result<Option<NaiveDate>, Error> {
    let Some(node) = node.and_then(|node| node.children().next()) else { return Ok(None) };
    if node.text().is_empty() {
        return Ok(None);
    }
    day::coded(node.text(), node.attribute("format"), field).map(Some)
}
