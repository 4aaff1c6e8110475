//! UBL: elements, kinds of documents, envelopes.

use super::*;
use crate::format::detect;
use crate::model::{InvoiceKind, InvoiceState, Terms};
use chrono::NaiveDate;

#[test]
fn every_term() {
    let invoice = only(UBL);
    assert_eq!((invoice.id.as_str(), invoice.number.as_deref()), ("NW-2026-1042", Some("NW-2026-1042")));
    assert_eq!((invoice.kind, invoice.state), (InvoiceKind::Invoice, InvoiceState::Open));
    assert_eq!(
        (invoice.issued_on, invoice.due_on),
        (NaiveDate::from_ymd_opt(2026, 3, 4), NaiveDate::from_ymd_opt(2026, 4, 3))
    );
    assert_eq!(
        (invoice.total.to_string(), invoice.open.to_string()),
        ("119.00 EUR".into(), "100.00 EUR".into())
    );
    let customer = invoice.customer.as_ref().unwrap();
    assert_eq!(
        (customer.id.as_deref(), customer.name.as_deref()),
        (Some("K-4711"), Some("Acme Handels GmbH & Co KG"))
    );
    assert_eq!(customer.aliases, ["Acme", "Zoë Müller"]);
    assert_eq!(customer.emails, ["zoe@acme.example", "ap@acme.example"]);
    assert_eq!(invoice.references, ["RF18 5390 0754 7034"]);
    assert_eq!(invoice.other_numbers, ["PO-77", "SO-8"]);
    assert_eq!(invoice.terms, Some(Terms { discount_percent: 2.into(), discount_days: 14 }));
    let tax = &invoice.tax[0];
    assert_eq!((invoice.tax.len(), tax.rate, tax.amount.minor()), (1, 19.into(), 1900));
    assert_eq!(invoice.description.as_deref(), Some("Server M; Domain nordwind.example"));
    let metadata: Vec<(&str, &str)> = invoice.metadata.iter().collect();
    assert_eq!(
        metadata,
        [
            ("buyer_reference", "04011000-12345-34"),
            ("buyer_vat_id", "ATU12345678"),
            ("payee_iban", "DE89370400440532013000"),
            ("payment_means", "58"),
            ("seller", "Nordwind Hosting GmbH"),
            ("seller_vat_id", "DE123456789"),
            ("type_code", "380"),
        ]
    );
}

#[test]
fn places() {
    let report = reads(UBL);
    let place = &report.places.invoices[0];
    assert_eq!((place.line, place.field.to_string().as_str()), (2, "Invoice[1]"));
    let bytes = &UBL[place.bytes.start as usize..place.bytes.end as usize];
    assert!(bytes.starts_with("<ubl:Invoice ") && bytes.ends_with("</ubl:Invoice>"));
}

#[test]
fn any_prefix() {
    let other = UBL
        .replace("cbc:", "ns1:")
        .replace("cac:", "b_2:")
        .replace("ubl:Invoice", "Invoice")
        .replace("xmlns:ubl", "xmlns");
    assert!(only(&other) == only(UBL));
    assert_eq!(detect(other.as_bytes()).unwrap().format, Format::Ubl);
    let bare = UBL.replace("cbc:", "").replace("cac:", "");
    assert!(only(&bare) == only(UBL));
}

/// A credit note: other names of root, type code and lines; no due date of its own.
fn credit_note() -> String {
    let text = UBL
        .replace("ubl:Invoice", "ubl:CreditNote")
        .replace("Invoice-2", "CreditNote-2")
        .replace("InvoiceLine", "CreditNoteLine")
        .replace(
            "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
            "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>",
        )
        .replace("  <cbc:DueDate>2026-04-03</cbc:DueDate>\n", "");
    with(
        &text,
        "<cac:AdditionalDocumentReference>",
        "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>NW-2026-1000</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference><cac:AdditionalDocumentReference>",
    )
}

#[test]
fn credit_notes() {
    let text = credit_note();
    assert_eq!(detect(text.as_bytes()).unwrap().format, Format::Ubl);
    let note = only(&text);
    assert_eq!((note.kind, note.total.minor(), note.open.minor()), (InvoiceKind::CreditNote, 11_900, 10_000));
    assert_eq!(note.other_numbers, ["PO-77", "SO-8", "NW-2026-1000"]);
    assert_eq!(note.metadata["preceding_invoices"], "NW-2026-1000");
    assert_eq!((note.due_on, note.description.as_deref()), (None, Some("Server M; Domain nordwind.example")));
    // Without a code, or with one that is no credit's, the root tells.
    assert_eq!(
        only(&with(&text, "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>", "")).kind,
        InvoiceKind::CreditNote
    );
    assert_eq!(only(&with(&text, "TypeCode>381", "TypeCode>380")).kind, InvoiceKind::CreditNote);
    let due =
        with(&text, "<cbc:PaymentID>", "<cbc:PaymentDueDate>2026-05-01</cbc:PaymentDueDate><cbc:PaymentID>");
    assert_eq!(only(&due).due_on, NaiveDate::from_ymd_opt(2026, 5, 1));
}

#[test]
fn type_codes() {
    for (code, kind) in [
        ("380", InvoiceKind::Invoice),
        ("384", InvoiceKind::Invoice),
        ("386", InvoiceKind::Invoice),
        ("389", InvoiceKind::Invoice),
        ("326", InvoiceKind::Invoice),
        ("877", InvoiceKind::Invoice),
        ("381", InvoiceKind::CreditNote),
        ("261", InvoiceKind::CreditNote),
        ("503", InvoiceKind::CreditNote),
    ] {
        let invoice = only(&with(UBL, "<cbc:InvoiceTypeCode>380", &format!("<cbc:InvoiceTypeCode>{code}")));
        assert_eq!((invoice.kind, invoice.state), (kind, InvoiceState::Open), "{code}");
        assert_eq!(invoice.metadata["type_code"], code);
    }
    // A pro-forma invoice asks for nothing yet.
    assert_eq!(only(&with(UBL, "Code>380", "Code>325")).state, InvoiceState::Draft);
    let (invoice, codes) = warned(&with(UBL, "Code>380", "Code>1"));
    assert_eq!((invoice.kind, codes.as_slice()), (InvoiceKind::Invoice, &[Code::EinvoiceAssumed][..]));
    let (_, codes) = warned(&with(UBL, "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>", ""));
    assert_eq!(codes, [Code::EinvoiceAssumed]);
}

#[test]
fn what_a_correction_replaces_is_a_number_of_its_own() {
    let reference = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>A-1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference><cac:AdditionalDocumentReference>";
    let text = with(UBL, "<cac:AdditionalDocumentReference>", reference);
    // A final invoice names the partial ones before it, which are claims of their own.
    assert_eq!(only(&with(&text, "Code>380", "Code>877")).other_numbers, ["PO-77", "SO-8"]);
    assert_eq!(only(&with(&text, "Code>380", "Code>384")).other_numbers, ["PO-77", "SO-8", "A-1"]);
}

#[test]
fn buyers() {
    let customer = |text: &str| only(text).customer.unwrap();
    let unnamed = with(UBL, "<cac:PartyIdentification><cbc:ID>K-4711</cbc:ID></cac:PartyIdentification>", "");
    assert_eq!(customer(&unnamed).id.as_deref(), Some("0088:4012345000009"));
    let by_tax = with(
        &unnamed,
        "<cac:PartyIdentification><cbc:ID schemeID=\"0088\">4012345000009</cbc:ID></cac:PartyIdentification>",
        "",
    );
    assert_eq!(customer(&by_tax).id.as_deref(), Some("ATU12345678"));
    let by_register = with(&by_tax, "<cbc:CompanyID>ATU12345678</cbc:CompanyID>", "");
    assert_eq!(customer(&by_register).id.as_deref(), Some("FN 1234x"));
    let assigned = with(
        UBL,
        "<cac:AccountingCustomerParty>",
        "<cac:AccountingCustomerParty><cbc:SupplierAssignedAccountID>D-9</cbc:SupplierAssignedAccountID>",
    );
    assert_eq!(customer(&assigned).id.as_deref(), Some("D-9"));
    // Plain UBL knows the party's name alone.
    let plain = UBL.replace("RegistrationName", "Other");
    assert_eq!(customer(&plain).name.as_deref(), Some("Acme"));
    let start = UBL.find("<cac:AccountingCustomerParty>").unwrap();
    let end = UBL.find("<cac:PaymentMeans>").unwrap();
    assert_eq!(only(&format!("{}{}", &UBL[..start], &UBL[end..])).customer, None);
}

#[test]
fn direct_debits() {
    let mandate = "<cac:PaymentMandate><cbc:ID>M-1</cbc:ID><cac:PayerFinancialAccount><cbc:ID>AT61 1904 3002 3457 3201</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate></cac:PaymentMeans>";
    let invoice = only(&with(UBL, "</cac:PaymentMeans>", mandate));
    assert_eq!(invoice.customer.unwrap().ibans, ["AT611904300234573201"]);
    assert_eq!(invoice.metadata["mandate"], "M-1");
}

#[test]
fn references_that_say_nothing_are_none() {
    let invoice = only(&with(&with(UBL, "PO-77", "NA"), "RF18 5390 0754 7034", "NW-2026-1042"));
    assert_eq!((invoice.references.len(), invoice.other_numbers), (0, vec!["SO-8".to_owned()]));
    let twice = with(
        UBL,
        "</cbc:PaymentID>",
        "</cbc:PaymentID><cbc:PaymentID>+++090/9337/55493+++</cbc:PaymentID><cbc:PaymentID>RF18 5390 0754 7034</cbc:PaymentID>",
    );
    assert_eq!(only(&twice).references, ["RF18 5390 0754 7034", "+++090/9337/55493+++"]);
}

#[test]
fn discounts() {
    let note = "#SKONTO#TAGE=14#PROZENT=2.00#\n";
    let terms = |percent: i64, days| Some(Terms { discount_percent: percent.into(), discount_days: days });
    let two = with(
        UBL,
        note,
        "#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.00#\n#VERZUG#TAGE=30#PROZENT=9.00#\n",
    );
    let (invoice, codes) = warned(&two);
    assert_eq!((invoice.terms, codes.as_slice()), (terms(3, 7), &[Code::EinvoiceLeftOut][..]));
    assert_eq!(invoice.metadata["discounts"], "3 % 7 days, 2 % 14 days");
    assert_eq!(
        only(&with(UBL, note, "#SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=119.00#\n")).terms,
        terms(3, 7)
    );
    // Of a part of the total, after no days, or more than all.
    for odd in [
        "TAGE=7#PROZENT=3.00#BASISBETRAG=50.00",
        "PROZENT=3.00",
        "TAGE=7#PROZENT=300",
        "TAGE=7#PROZENT=-3",
        "TAGE=x#PROZENT=3",
    ] {
        let (invoice, codes) = warned(&with(UBL, note, &format!("#SKONTO#{odd}#\n")));
        assert_eq!((invoice.terms, codes.as_slice()), (None, &[Code::EinvoiceLeftOut][..]), "{odd}");
    }
    assert_eq!(only(&with(UBL, note, "#SKONTO#TAGE=0#PROZENT=0.00#\n")).terms, None);
    assert_eq!(only(&with(UBL, note, "2 % within 14 days")).terms, None);
    let plain = with(
        UBL,
        &format!("<cbc:Note>{note}</cbc:Note>"),
        "<cbc:SettlementDiscountPercent>2.5</cbc:SettlementDiscountPercent><cac:SettlementPeriod><cbc:EndDate>2026-03-14</cbc:EndDate></cac:SettlementPeriod>",
    );
    assert_eq!(
        only(&plain).terms,
        Some(Terms { discount_percent: "2.5".parse().unwrap(), discount_days: 10 })
    );
    let measured = with(
        &plain,
        "<cbc:EndDate>2026-03-14</cbc:EndDate>",
        "<cbc:DurationMeasure unitCode=\"DAY\">8</cbc:DurationMeasure>",
    );
    assert_eq!(only(&measured).terms.unwrap().discount_days, 8);
    assert_eq!(warned(&with(&measured, "\"DAY\"", "\"MON\"")).1, [Code::EinvoiceLeftOut]);
    assert_eq!(refusal(&with(&plain, "2026-03-14", "soon")).0, Code::EinvoiceBadDate);
}

#[test]
fn due_dates_of_instalments() {
    let text = with(UBL, "  <cbc:DueDate>2026-04-03</cbc:DueDate>\n", "");
    let parts = "<cac:PaymentTerms><cbc:PaymentDueDate>2026-06-01</cbc:PaymentDueDate></cac:PaymentTerms><cac:PaymentTerms><cbc:PaymentDueDate>2026-05-01</cbc:PaymentDueDate></cac:PaymentTerms><cac:TaxTotal>";
    let (invoice, codes) = warned(&text.replacen("<cac:TaxTotal>", parts, 1));
    assert_eq!(
        (invoice.due_on, codes.as_slice()),
        (NaiveDate::from_ymd_opt(2026, 6, 1), &[Code::EinvoiceAssumed][..])
    );
    assert_eq!(only(&text).due_on, None);
}

#[test]
fn in_an_envelope_and_in_a_row() {
    let (_, document) = UBL.split_once('\n').unwrap();
    let enveloped = format!(
        "<StandardBusinessDocument xmlns=\"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader\"><StandardBusinessDocumentHeader><DocumentIdentification><Type>Invoice</Type></DocumentIdentification></StandardBusinessDocumentHeader>{document}</StandardBusinessDocument>"
    );
    assert_eq!(detect(enveloped.as_bytes()).unwrap().format, Format::Ubl);
    assert!(only(&enveloped) == only(UBL));
    let row = format!("{UBL}\u{feff}{}{}", credit_note(), with(UBL, "NW-2026-1042", "NW-2026-1043"));
    let report = reads(&row);
    let fields: Vec<String> = report.places.invoices.iter().map(|place| place.field.to_string()).collect();
    assert_eq!(fields, ["Invoice[1]", "CreditNote[1]", "Invoice[2]"]);
    assert_eq!((report.records, report.errors.len()), (3, 0));
    // Where the namespaces are declared around all invoices.
    let list = format!(
        "<Batch xmlns:ubl=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" xmlns:cac=\"a\" xmlns:cbc=\"b\"><ubl:Invoice>{}</Batch>",
        document.split_once("-2\">").unwrap().1
    );
    assert_eq!(detect(list.as_bytes()).unwrap().format, Format::Ubl);
    assert!(only(&list) == only(UBL));
}

#[test]
fn files_in_an_invoice_do_not_count() {
    let long = with(UBL, "JVBERi0xLjc=", &"JVBERi0x".repeat(40_000));
    assert!(only(&long) == only(UBL));
}

#[test]
fn what_is_no_invoice() {
    for text in [
        "<Invoice><ID>1</ID></Invoice>",
        "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>",
    ] {
        assert_eq!(detect(text.as_bytes()).unwrap_err().code(), Code::FormatUnknown);
    }
    let code =
        |text: &str| read_as(Format::Ubl, text.as_bytes(), &ReadOptions::default()).unwrap_err().code();
    assert_eq!(code("<Order/>"), Code::FormatUnknown);
    assert_eq!(code(""), Code::FormatUnknown);
}
