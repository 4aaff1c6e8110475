//! Cross Industry Invoice: the same terms in other elements.

use super::*;
use crate::format::detect;
use crate::model::{InvoiceKind, Terms};
use chrono::NaiveDate;

#[test]
fn the_same_invoice_as_in_ubl() {
    assert_eq!(detect(CII.as_bytes()).unwrap().format, Format::Cii);
    let [ours, theirs] = [only(CII), only(UBL)];
    assert_eq!(serde_json::to_value(&ours).unwrap(), serde_json::to_value(&theirs).unwrap());
    let place = &reads(CII).places.invoices[0];
    assert_eq!((place.line, place.field.to_string().as_str()), (2, "CrossIndustryInvoice[1]"));
}

#[test]
fn any_prefix() {
    let other = CII.replace("rsm:", "a:").replace("ram:", "").replace("udt:", "qdt:");
    assert!(only(&other) == only(CII));
}

#[test]
fn credit_notes_and_corrections() {
    let preceding = "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>NW-1</ram:IssuerAssignedID></ram:InvoiceReferencedDocument></ram:ApplicableHeaderTradeSettlement>";
    let text = with(CII, "</ram:ApplicableHeaderTradeSettlement>", preceding);
    let note = only(&with(&text, "<ram:TypeCode>380", "<ram:TypeCode>381"));
    assert_eq!((note.kind, note.open.minor()), (InvoiceKind::CreditNote, 10_000));
    assert_eq!(note.other_numbers, ["PO-77", "SO-8", "NW-1"]);
    assert_eq!(only(&text).other_numbers, ["PO-77", "SO-8"]);
    assert_eq!(only(&text).metadata["preceding_invoices"], "NW-1");
}

#[test]
fn dates() {
    let issued = |text: &str| only(text).issued_on;
    let day = NaiveDate::from_ymd_opt(2026, 3, 4);
    let date = "<udt:DateTimeString format=\"102\">20260304</udt:DateTimeString>";
    assert_eq!(issued(&with(CII, date, "<udt:DateTime>2026-03-04T00:00:00Z</udt:DateTime>")), day);
    assert_eq!(
        issued(&with(CII, date, "<udt:DateTimeString format=\"203\">202603041530</udt:DateTimeString>")),
        day
    );
    assert_eq!(issued(&with(CII, date, "")), None);
    let field = "CrossIndustryInvoice[1]/ExchangedDocument/IssueDateTime";
    for bad in [
        "<udt:DateTimeString format=\"610\">202603</udt:DateTimeString>",
        "<udt:DateTimeString format=\"102\">20260230</udt:DateTimeString>",
    ] {
        assert_eq!(refusal(&with(CII, date, bad)), (Code::EinvoiceBadDate, field.to_owned()));
    }
    let due = with(CII, "20260403", "3 April");
    assert_eq!(refusal(&due).1, "CrossIndustryInvoice[1]/SpecifiedTradePaymentTerms/DueDateDateTime");
}

#[test]
fn discounts() {
    let fields = "<ram:ApplicableTradePaymentDiscountTerms><ram:BasisPeriodMeasure unitCode=\"DAY\">10</ram:BasisPeriodMeasure><ram:BasisAmount>119.00</ram:BasisAmount><ram:CalculationPercent>3.00</ram:CalculationPercent></ram:ApplicableTradePaymentDiscountTerms>";
    let text = with(CII, "<ram:Description>#SKONTO#TAGE=14#PROZENT=2.00#</ram:Description>", fields);
    assert_eq!(only(&text).terms, Some(Terms { discount_percent: 3.into(), discount_days: 10 }));
    let later = with(
        &text,
        "<ram:BasisPeriodMeasure",
        "<ram:BasisDateTime><udt:DateTimeString format=\"102\">20260309</udt:DateTimeString></ram:BasisDateTime><ram:BasisPeriodMeasure",
    );
    assert_eq!(only(&later).terms.unwrap().discount_days, 15);
    assert_eq!(
        warned(&with(&text, "<ram:BasisAmount>119.00", "<ram:BasisAmount>100.00")).1,
        [Code::EinvoiceLeftOut]
    );
    // Said twice, in text and in fields, it is one discount.
    let twice = with(
        CII,
        "</ram:Description>",
        &format!("</ram:Description>{}", fields.replace("3.00", "2.00").replace(">10<", ">14<")),
    );
    assert_eq!(only(&twice).terms, only(CII).terms);
}

#[test]
fn accounts() {
    let payer = "<ram:PayerPartyDebtorFinancialAccount><ram:IBANID>AT611904300234573201</ram:IBANID></ram:PayerPartyDebtorFinancialAccount><ram:PayeePartyCreditorFinancialAccount>";
    let text = with(CII, "<ram:PayeePartyCreditorFinancialAccount>", payer);
    let text = with(
        &text,
        "<ram:DueDateDateTime>",
        "<ram:DirectDebitMandateID>M-1</ram:DirectDebitMandateID><ram:DueDateDateTime>",
    );
    let invoice = only(&text);
    assert_eq!(invoice.customer.unwrap().ibans, ["AT611904300234573201"]);
    assert_eq!(invoice.metadata["mandate"], "M-1");
    let national = with(
        CII,
        "<ram:IBANID>DE89370400440532013000</ram:IBANID>",
        "<ram:ProprietaryID>12-3456</ram:ProprietaryID>",
    );
    assert_eq!(only(&national).metadata["payee_iban"], "12-3456");
}

#[test]
fn the_smallest_profile() {
    let text = "<CrossIndustryInvoice><ExchangedDocument><ID>F1</ID><TypeCode>380</TypeCode><IssueDateTime><DateTimeString format='102'>20260304</DateTimeString></IssueDateTime></ExchangedDocument>\
        <SupplyChainTradeTransaction><ApplicableHeaderTradeAgreement><SellerTradeParty><Name>S</Name></SellerTradeParty><BuyerTradeParty><Name>B</Name></BuyerTradeParty></ApplicableHeaderTradeAgreement>\
        <ApplicableHeaderTradeDelivery/><ApplicableHeaderTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>\
        <SpecifiedTradeSettlementHeaderMonetarySummation><TaxBasisTotalAmount>10</TaxBasisTotalAmount><TaxTotalAmount currencyID='EUR'>2</TaxTotalAmount><GrandTotalAmount>12</GrandTotalAmount><DuePayableAmount>12.0</DuePayableAmount></SpecifiedTradeSettlementHeaderMonetarySummation>\
        </ApplicableHeaderTradeSettlement></SupplyChainTradeTransaction></CrossIndustryInvoice>";
    let invoice = only(text);
    assert_eq!(
        (invoice.total.minor(), invoice.open.minor(), invoice.terms, invoice.tax.len()),
        (1200, 1200, None, 0)
    );
    assert_eq!(invoice.customer.unwrap().name.as_deref(), Some("B"));
}
