//! Damage: one invoice costs itself, and no bytes panic.

use super::*;
use proptest::prelude::*;

fn three(broken: &str) -> String {
    let third = with(UBL, "NW-2026-1042", "NW-2026-1044");
    format!("{UBL}{broken}{third}")
}

#[track_caller]
fn around(broken: &str, code: Code) {
    let report = reads(&three(broken));
    let ids: Vec<&str> = report.invoices.iter().map(|invoice| invoice.id.as_str()).collect();
    assert_eq!(ids, ["NW-2026-1042", "NW-2026-1044"]);
    assert_eq!((report.records, report.refused, report.errors[0].code()), (3, 1, code));
    assert!(report.errors[0].place().field.as_deref().is_some_and(|field| field.starts_with("Invoice[2]")));
    assert_eq!(report.places.invoices[1].field.to_string(), "Invoice[3]");
}

#[test]
fn a_broken_invoice_costs_itself() {
    around(&with(UBL, "</cac:PaymentMeans>", ""), Code::XmlSyntax);
    around(&with(UBL, "<cbc:Note>Thank you", "<cbc:Note>a < b"), Code::XmlSyntax);
    around(&with(UBL, "Thank you", "Gr&uuml;&szlig;e"), Code::XmlSyntax);
    around(&set(UBL, "cbc:PayableAmount", "x"), Code::EinvoiceBadAmount);
    around(&with(UBL, "Thank you", &"x".repeat(70_000)), Code::FormatTooLarge);
    // Its end is missing, and the next one begins.
    around(&with(UBL, "</ubl:Invoice>", ""), Code::XmlSyntax);
}

#[test]
fn cut_short() {
    let report = reads(&format!("{UBL}{}", &UBL[..1500]));
    assert_eq!(
        (report.invoices.len(), report.refused, report.errors[0].code()),
        (1, 1, Code::FormatTruncated)
    );
    let report = reads(&UBL[..1500]);
    assert_eq!((report.invoices.len(), report.errors[0].code()), (0, Code::FormatTruncated));
    let report = reads(&format!("{UBL}<ubl:Inv"));
    assert_eq!((report.invoices.len(), report.errors[0].code()), (1, Code::FormatTruncated));
}

#[test]
fn document_types_are_refused() {
    let text = with(UBL, "<ubl:Invoice", "<!DOCTYPE x [<!ENTITY a 'b'>]><ubl:Invoice");
    assert_eq!(read(&text).unwrap_err().code(), Code::XmlDoctype);
    assert_eq!(
        crate::format::read(text.as_bytes(), &ReadOptions::default()).unwrap_err().code(),
        Code::XmlDoctype
    );
    let text = with(CII, "<rsm:CrossIndustryInvoice", "<!DOCTYPE x><rsm:CrossIndustryInvoice");
    assert_eq!(
        crate::format::read(text.as_bytes(), &ReadOptions::default()).unwrap_err().code(),
        Code::XmlDoctype
    );
    let within = with(UBL, "<cbc:Note>", "<!DOCTYPE x><cbc:Note>");
    assert_eq!(read(&within).unwrap_err().code(), Code::XmlDoctype);
}

#[test]
fn other_encodings() {
    let text = with(UBL, "UTF-8", "ISO-8859-1");
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(c as u32).unwrap()).collect();
    let report = crate::format::read(&bytes, &ReadOptions::default()).unwrap();
    assert!(single(report) == only(UBL));
}

#[test]
fn an_invoice_is_bounded() {
    let mut text = String::from("<Invoice><ID>1</ID><A>");
    while text.len() <= super::super::LONGEST {
        text.push_str(
            "<!-- a comment that stands between elements, again and again and again, so that all grows -->",
        );
    }
    text.push_str("</A></Invoice>");
    let error = read_as(Format::Ubl, text.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert_eq!(error.code(), Code::FormatTooLarge);
    let mut stream = crate::format::Stream::new({
        let mut options = ReadOptions::default();
        options.format = Some(Format::Ubl);
        options
    })
    .unwrap();
    let mut report = Report::default();
    let pushed = text.as_bytes().chunks(1 << 20).try_for_each(|piece| stream.push(piece, &mut report));
    assert_eq!(pushed.and_then(|()| stream.finish(&mut report).map(drop)), Err(error));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_panic(at in 0_usize..9000, with in proptest::collection::vec(any::<u8>(), 0..6), cut in 0_usize..9000, cii in any::<bool>()) {
        let (text, format) = if cii { (CII, Format::Cii) } else { (UBL, Format::Ubl) };
        let mut options = ReadOptions::default();
        options.format = Some(format);
        let mut bytes = text.as_bytes().to_vec();
        let at = at % bytes.len();
        bytes.splice(at..(at + 2).min(bytes.len()), with);
        let _ = crate::format::read(&bytes, &options);
        let cut = cut.min(bytes.len());
        let _ = crate::format::read(&bytes[..cut], &options);
        let _ = crate::format::read(&bytes[cut..], &options);
    }

    #[test]
    fn any_texts_in_the_fields(value in "[-+.,0-9A-Z#=]{0,12}", which in 0_usize..8) {
        let fields = ["cbc:PayableAmount", "cbc:PrepaidAmount", "cbc:IssueDate", "cbc:DueDate", "cbc:Percent", "cbc:InvoiceTypeCode", "cbc:DocumentCurrencyCode", "cbc:PaymentID"];
        let text = set(UBL, fields[which], &value);
        if let Ok(report) = crate::format::read(text.as_bytes(), &ReadOptions::default()) {
            prop_assert_eq!(report.invoices.len() + report.errors.len(), 1);
            for invoice in &report.invoices {
                prop_assert!(invoice.open.minor() >= 0 && invoice.total.minor() >= invoice.open.minor());
            }
        }
    }
}
