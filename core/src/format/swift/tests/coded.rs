//! `:86:` of codewords between slashes.

use super::*;
use crate::model::TransactionKind;
use ReferenceKind::{Creditor, EndToEnd, Mandate, Payment};

#[test]
fn abn_amro() {
    let row = detailed(
        "C",
        "/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/\nJ JANSEN EN/OF P DE VRIES/REMI/FACTUUR 2026/42/EREF/NOTPROV\nIDED",
    );
    assert_eq!(row.counterparty.iban.as_deref(), Some("NL91ABNA0417164300"));
    assert_eq!(row.counterparty.bic.as_deref(), Some("ABNANL2A"));
    assert_eq!(row.counterparty.name.as_deref(), Some("J JANSEN EN/OF P DE VRIES"));
    assert_eq!((row.remittance.as_str(), row.references.len()), ("FACTUUR 2026/42", 0));
    let row = detailed(
        "D",
        "/TRTP/SEPA INCASSO/CSID/NL36ZZZ123456780000/NAME/ENERGIE BV/MARF/M-7/REMI//INV/15 1/IBAN/NL91ABNA0417164300/EREF/E-9/ORDP//ID/203798473",
    );
    assert_eq!((values(&row, Mandate), values(&row, EndToEnd)), (vec!["M-7"], vec!["E-9"]));
    assert_eq!(
        (row.remittance.as_str(), row.metadata["creditor_id"].as_str()),
        ("INV/15 1", "NL36ZZZ123456780000")
    );
    assert_eq!(row.counterparty.name.as_deref(), Some("ENERGIE BV"));
}

#[test]
fn ing() {
    let row = one(
        ":61:2603040304D10,00NDDTEREF//15069021961175\n/TRCD/01018/\n:86:/EREF/400313131313//MARF/2.34567890//CSID/NL11AAA441212121212\n//CNTP/NL91ABNA0417164300/ABNANL2A/Telefoon Nederland xxxx BV///R\nEMI/USTD//Factuurnummer 22-08\n-2026//PURP/OTHR/",
    );
    assert_eq!(row.counterparty.name.as_deref(), Some("Telefoon Nederland xxxx BV"));
    assert_eq!(row.counterparty.iban.as_deref(), Some("NL91ABNA0417164300"));
    assert_eq!((values(&row, EndToEnd), values(&row, Mandate)), (vec!["400313131313"], vec!["2.34567890"]));
    assert_eq!(
        (row.remittance.as_str(), row.metadata["purpose"].as_str()),
        ("Factuurnummer 22-08-2026", "OTHR")
    );
    assert_eq!(row.kind, TransactionKind::DirectDebit);
    let row = detailed(
        "D",
        "/CNTP/NL91ABNA0417164300/ABNANL2A/BELASTING//Utrecht//REMI/STRD/CUR/8850426741301240/",
    );
    assert_eq!(
        (values(&row, Creditor), row.counterparty.name.as_deref()),
        (vec!["8850426741301240"], Some("BELASTING"))
    );
    assert_eq!(row.remittance, "");
}

#[test]
fn parties_by_direction() {
    let text = "/PREF/P-1/ORDP//NAME/PAYER BV/IBAN/NL91ABNA0417164300/BENM//NAME/PAYEE BV/IBAN/NL13TEST0123456789/UDTR//NAME/KIND/REMI/x/";
    let row = detailed("C", text);
    assert_eq!((row.counterparty.name.as_deref(), values(&row, Payment)), (Some("PAYER BV"), vec!["P-1"]));
    assert_eq!(row.counterparty.iban.as_deref(), Some("NL91ABNA0417164300"));
    assert_eq!(row.counterparty.ultimate_name.as_deref(), Some("KIND"));
    let row = detailed("D", text);
    assert_eq!(
        (row.counterparty.name.as_deref(), row.counterparty.iban.as_deref()),
        (Some("PAYEE BV"), Some("NL13TEST0123456789"))
    );
}

#[test]
fn returns_say_why() {
    let row = detailed("D", "/EREF/E1/RTRN/MS03//REMI/x");
    let returned = row.returned.unwrap();
    assert_eq!((row.kind, returned.reason.as_deref()), (TransactionKind::Return, Some("MS03")));
    assert_eq!(returned.originals, ["E1"]);
}

#[test]
fn codewords_within_text_are_text() {
    let row = detailed("C", "/REMI/USTD//zaak a/ID/b en c/d e/");
    assert_eq!(row.remittance, "zaak a/ID/b en c/d e");
    let row = detailed("C", "/VAT/23,00/IDC/1234567890/TXT/Split");
    assert_eq!(row.remittance, "/VAT/23,00/IDC/1234567890/TXT/Split");
}
