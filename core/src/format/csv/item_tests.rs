//! Lists of invoices, as billing systems export them: written from their documentation.

use crate::error::{Code, Error};
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{Invoice, InvoiceKind, InvoiceState};
use crate::money::Currency;

fn read(text: &str) -> Result<Report, Error> {
    read_as(Format::Csv, text.as_bytes(), &ReadOptions::default())
}

/// A list without errors: its invoices and the codes of its warnings.
#[track_caller]
fn list(text: &str) -> (Vec<Invoice>, Vec<Code>) {
    let report = read(text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((report.errors.as_slice(), report.transactions.len()), (&[][..], 0));
    (report.invoices, report.warnings.iter().map(Error::code).collect())
}

/// Number, dates, total and what is open, state and customer of a row.
fn told(row: &Invoice) -> String {
    let day = |date: Option<chrono::NaiveDate>| {
        date.map(|date| date.to_string()[5..].to_owned()).unwrap_or_default()
    };
    let customer = row.customer.as_ref();
    let name = customer.and_then(|customer| customer.name.as_deref()).unwrap_or_default();
    format!(
        "{} {} {} {} {} {:?} {name}",
        row.number.as_deref().unwrap_or_default(),
        day(row.issued_on),
        day(row.due_on),
        row.total,
        row.open.decimal_text(),
        row.state
    )
}

#[track_caller]
fn rows(text: &str) -> Vec<String> {
    let (rows, codes) = list(text);
    assert_eq!(codes, []);
    rows.iter().map(told).collect()
}

#[test]
fn whmcs_report_of_invoices() {
    let text = "ID,User ID,Client Name,Invoice Number,Creation Date,Due Date,Date Paid,Subtotal,Credit,Tax,Tax2,Total,Tax Rate,Tax Rate2,Status,Payment Method,Notes\n\
        1042,7,Ada Ltd,,2026-03-04,2026-03-18,0000-00-00,100.00,0.00,20.00,0.00,120.00,20.00,0.00,Unpaid,Bank Transfer,\n\
        1043,8,Bob,INV-9,2026-03-05,2026-03-19,2026-03-07,10.00,0.00,2.00,0.00,12.00,20.00,0.00,Paid,PayPal,first\n\
        1044,8,Bob,,2026-03-05,2026-03-19,0000-00-00,10.00,0.00,2.00,0.00,12.00,20.00,0.00,Cancelled,PayPal,\n\
        1045,8,Bob,,2026-03-05,0000-00-00,0000-00-00,10.00,0.00,2.00,0.00,12.00,20.00,0.00,Collections,PayPal,\n";
    let report = read_as(Format::Csv, text.as_bytes(), &{
        let mut options = ReadOptions::default();
        options.currency = Currency::parse("GBP").ok();
        options
    })
    .unwrap();
    assert_eq!(
        report.invoices.iter().map(told).collect::<Vec<_>>(),
        [
            "1042 03-04 03-18 120.00 GBP 120.00 Open Ada Ltd",
            "INV-9 03-05 03-19 12.00 GBP 0.00 Closed Bob",
            "1044 03-05 03-19 12.00 GBP 0.00 Void Bob",
            "1045 03-05  12.00 GBP 12.00 InCollection Bob",
        ]
    );
    let ids: Vec<&str> = report.invoices.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["1042", "1043", "1044", "1045"]);
    assert_eq!(report.invoices[0].customer.as_ref().unwrap().id.as_deref(), Some("7"));
    // Nothing tells what was paid of the one that is unpaid.
    let codes: Vec<Code> = report.warnings.iter().map(Error::code).collect();
    assert_eq!((codes.as_slice(), report.warnings[0].place().line), (&[Code::CsvItems][..], Some(2)));
    // Its own amounts name the currency where they are printed with it.
    let printed =
        text.replace(",120.00,20.00,", ",$120.00 USD,20.00,").replace(",12.00,20.00,", ",$12.00 USD,20.00,");
    assert_eq!(list(&printed).0[0].total.to_string(), "120.00 USD");
}

#[test]
fn stripe_export_of_invoices() {
    let text = "id,Amount Due,Billing,Closed,Currency,Customer,Customer Name,Customer Email,Date (UTC),Due Date (UTC),Number,Paid,Subscription,Subtotal,Total Discount Amount,Applied Coupons,Tax,Tax Percent,Total,Amount Paid,Status\n\
        in_1,120.00,send_invoice,false,eur,cus_1,Ada Ltd,ada@example.com,2026-03-04 10:00,2026-04-03 10:00,A1-0001,false,,100.00,5.00,,20.00,20,120.00,0.00,open\n\
        in_2,120.00,send_invoice,true,eur,cus_2,Bob,bob@example.com,2026-03-04 10:00,2026-04-03 10:00,A1-0002,true,sub_1,100.00,0.00,,20.00,20,120.00,120.00,paid\n\
        in_3,120.00,send_invoice,false,eur,cus_2,Bob,bob@example.com,2026-03-04 10:00,2026-04-03 10:00,A1-0003,false,,100.00,0.00,,20.00,20,120.00,50.00,open\n\
        in_4,9.00,send_invoice,false,eur,cus_2,Bob,bob@example.com,2026-03-04 10:00,2026-04-03 10:00,A1-0004,false,,9.00,0.00,,0.00,0,9.00,0.00,void\n";
    assert_eq!(
        rows(text),
        [
            "A1-0001 03-04 04-03 120.00 EUR 120.00 Open Ada Ltd",
            "A1-0002 03-04 04-03 120.00 EUR 0.00 Closed Bob",
            "A1-0003 03-04 04-03 120.00 EUR 70.00 Open Bob",
            "A1-0004 03-04 04-03 9.00 EUR 0.00 Void Bob",
        ]
    );
    let first = &list(text).0[0];
    let customer = first.customer.as_ref().unwrap();
    assert_eq!((first.id.as_str(), customer.id.as_deref()), ("in_1", Some("cus_1")));
    assert_eq!(customer.emails, ["ada@example.com"]);
    assert_eq!(first.references, Vec::<String>::new());
}

#[test]
fn lists_in_five_languages() {
    let german = "Belegnummer;Belegdatum;Fällig am;Kunde;Kundennummer;Nettobetrag;MwSt.;Bruttobetrag;Bezahlt;Offener Betrag;Währung;Status\r\n\
        RE-1;04.03.2026;18.03.2026;Müller GmbH;K-7;1.000,00;190,00;1.190,00;190,00;1.000,00;EUR;Teilweise bezahlt\r\n\
        GU-2;05.03.2026;19.03.2026;Müller GmbH;K-7;-100,00;-19,00;-119,00;0,00;-119,00;EUR;Offen\r\n\
        Summe;;;;;;;1.071,00;;;;\r\n";
    let (all, codes) = list(german);
    assert_eq!(
        all.iter().map(told).collect::<Vec<_>>(),
        [
            "RE-1 03-04 03-18 1190.00 EUR 1000.00 Open Müller GmbH",
            "GU-2 03-05 03-19 119.00 EUR 119.00 Open Müller GmbH"
        ]
    );
    assert_eq!((all[1].kind, codes.as_slice()), (InvoiceKind::CreditNote, &[Code::CsvLeftOut][..]));
    assert_eq!(all[0].customer.as_ref().unwrap().id.as_deref(), Some("K-7"));
    let french = "Numéro de facture;Client;Date d'émission;Date d'échéance;Total HT;TVA;Total TTC;Montant payé;Reste à payer;Devise;Statut\n\
        F-1;Société Exemple;04/03/2026;18/03/2026;100,00;20,00;120,00;20,00;100,00;EUR;Impayée\n";
    assert_eq!(rows(french), ["F-1 03-04 03-18 120.00 EUR 100.00 Open Société Exemple"]);
    let dutch = "Factuurnummer;Klant;Factuurdatum;Vervaldatum;Bedrag excl. btw;Btw;Totaal incl. btw;Openstaand bedrag;Valuta;Status\n\
        2026-1;Jansen BV;04-03-2026;18-03-2026;100,00;21,00;121,00;21,00;EUR;Openstaand\n";
    assert_eq!(rows(dutch), ["2026-1 03-04 03-18 121.00 EUR 21.00 Open Jansen BV"]);
    let spanish = "Número de factura;Cliente;Fecha de emisión;Fecha de vencimiento;Base imponible;IVA;Importe total;Importe pendiente;Moneda;Estado\n\
        F26-1;Ejemplo SL;04/03/2026;18/03/2026;100,00;21,00;121,00;121,00;EUR;Pendiente\n";
    assert_eq!(rows(spanish), ["F26-1 03-04 03-18 121.00 EUR 121.00 Open Ejemplo SL"]);
    let english = "Invoice No,Customer,Issue Date,Due Date,Amount excl. VAT,VAT,Total incl. VAT,Amount Paid,Balance,Currency,State\n\
        17,Ada Ltd,04/03/2026,18/03/2026,100.00,20.00,120.00,20.00,100.00,GBP,Overdue\n";
    assert_eq!(rows(english), ["17 03-04 03-18 120.00 GBP 100.00 Open Ada Ltd"]);
}

#[test]
fn what_is_open_by_what_is_said() {
    let open = |columns: &str, cells: &str| {
        let text = format!("Invoice number,Due date,Currency,{columns}\nA,2026-03-18,EUR,{cells}\n");
        list(&text).0.pop().map(|row| (row.total.minor(), row.open.minor(), row.state)).unwrap()
    };
    assert_eq!(open("Total,Paid", "10.00,4.00"), (1000, 600, InvoiceState::Open));
    assert_eq!(open("Total,Paid,Amount due", "10.00,4.00,6.00"), (1000, 600, InvoiceState::Open));
    assert_eq!(open("Total,Paid,Amount due", "10.00,4.00,10.00"), (1000, 600, InvoiceState::Open));
    assert_eq!(open("Amount due,Amount paid", "6.00,4.00"), (1000, 600, InvoiceState::Open));
    assert_eq!(
        open("Amount due,Amount paid,Amount remaining,Total", "10.00,4.00,6.00,10.00"),
        (1000, 600, InvoiceState::Open)
    );
    assert_eq!(open("Total,Paid", "10.00,true"), (1000, 1000, InvoiceState::Open));
    assert_eq!(open("Total,Balance", "10.00,0.00"), (1000, 0, InvoiceState::Closed));
    // Paid over: nothing is owed.
    assert_eq!(open("Total,Balance", "10.00,-2.00"), (1000, 0, InvoiceState::Closed));
    assert_eq!(open("Total,Status", "10.00,Paid"), (1000, 0, InvoiceState::Closed));
    assert_eq!(open("Total,Balance,Status", "10.00,10.00,Disputed"), (1000, 1000, InvoiceState::OnHold));
}

#[test]
fn credit_notes_by_word_and_by_sign() {
    let (all, codes) = list(
        "Number,Type,Due date,Total,Balance,Currency\nC-1,Credit note,2026-03-18,10.00,10.00,EUR\nC-2,Credit note,2026-03-18,-10.00,-4.00,EUR\n\
         C-3,Invoice,2026-03-18,-10.00,10.00,EUR\nI-1,Invoice,2026-03-18,10.00,10.00,EUR\n",
    );
    let found: Vec<_> = all.iter().map(|row| (row.kind, row.total.minor(), row.open.minor())).collect();
    let note = InvoiceKind::CreditNote;
    assert_eq!(
        found,
        [(note, 1000, 1000), (note, 1000, 400), (note, 1000, 1000), (InvoiceKind::Invoice, 1000, 1000)]
    );
    assert_eq!(codes, []);
}

#[test]
fn customers_with_all_that_tells_them() {
    let (all, _) = list(
        "Invoice number,Due date,Total,Balance,Currency,Company,Contact name,Email,Counterparty IBAN\n\
         1,2026-03-18,10.00,10.00,EUR,Ada Ltd,Ada Lovelace,ada@example.com,DE89 3704 0044 0532 0130 00\n",
    );
    let customer = all[0].customer.as_ref().unwrap();
    assert_eq!(
        (customer.name.as_deref(), customer.aliases.as_slice()),
        (Some("Ada Ltd"), &["Ada Lovelace".to_owned()][..])
    );
    assert_eq!(customer.ibans, ["DE89370400440532013000"]);
}

#[test]
fn what_is_assumed_is_said() {
    let head = "Invoice number,Due date,Total,Balance,Currency,Status\n";
    let (all, codes) =
        list(&format!("{head}1,2026-03-18,10.00,10.00,EUR,Schrödinger\n2,2026-03-18,10.00,10.00,EUR,Open\n"));
    assert_eq!((all[0].state, codes.as_slice()), (InvoiceState::Open, &[Code::CsvItems][..]));
}

#[test]
fn a_bad_row_costs_itself() {
    let text = "Invoice number,Due date,Total,Balance,Currency\n1,2026-03-18,10.00,10.00,EUR\n2,2026-03-18,ten,10.00,EUR\n3,soon 5,10.00,10.00,EUR\n\
        4,2026-03-18,1,000.00,10.00,EUR\n,2026-03-18,10.00,10.00,EUR\n6,2026-03-18,10.00,10.00,XYZ\n7,2026-03-18,10.00,10.00,EUR\n";
    let report = read(text).unwrap();
    let ids: Vec<&str> = report.invoices.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["1", "7"]);
    let errors: Vec<_> = report.errors.iter().map(|error| (error.place().line, error.code())).collect();
    assert_eq!(
        errors,
        [
            (Some(3), Code::CsvBadAmount),
            (Some(4), Code::CsvBadDate),
            (Some(5), Code::CsvColumns),
            (Some(6), Code::InputMissing),
            (Some(7), Code::CsvCurrency),
        ]
    );
    assert_eq!((report.records, report.refused), (7, 5));
}

#[test]
fn a_column_map_of_the_host() {
    let mut options = ReadOptions::default();
    options.columns = serde_json::from_str(
        r#"{"fields": {"invoice_number": "Beleg", "due_on": 1, "total": "Wert", "paid": 3, "name": "Wer", "currency": "W"}}"#,
    )
    .ok();
    assert!(options.columns.is_some());
    let text = "Beleg;Frist;Wert;Da;Wer;W\nR1;18.03.2026;10,00;4,00;Ada;EUR\n";
    let report = read_as(Format::Csv, text.as_bytes(), &options).unwrap();
    assert_eq!(report.invoices.iter().map(told).collect::<Vec<_>>(), ["R1  03-18 10.00 EUR 6.00 Open Ada"]);
}

#[test]
fn exports_of_banks_stay_what_they_are() {
    for head in [
        "Date,Reference,Amount,Balance,Currency",
        "Booking date,Invoice,Amount,Balance,Currency",
        "Date,Number,Amount,Balance,Currency",
    ] {
        let report =
            read(&format!("{head}\n2026-03-04,1,-10.00,90.00,EUR\n2026-03-05,2,20.00,110.00,EUR\n")).unwrap();
        assert_eq!((report.transactions.len(), report.invoices.len()), (2, 0), "{head}");
    }
}

#[test]
fn what_was_paid_makes_a_list_without_due_dates() {
    let found = rows(
        "Invoice,Date,Amount,Amount paid,Currency\nNW-1,2026-03-04,120.00,20.00,EUR\nNW-2,2026-03-05,60.00,60.00,EUR\n",
    );
    assert_eq!(found, ["NW-1 03-04  120.00 EUR 100.00 Open ", "NW-2 03-05  60.00 EUR 0.00 Closed "]);
    // A bank's export that names the invoice of a payment.
    let report = read(
        "Booking date,Invoice,Amount,Paid in,Currency\n2026-03-04,NW-1,120.00,,EUR\n2026-03-05,NW-2,60.00,,EUR\n",
    );
    assert_eq!(report.unwrap().transactions.len(), 2);
}
