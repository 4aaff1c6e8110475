//! `:86:` of free text, and `:NS:`.

use super::*;
use crate::model::TransactionKind;
use ReferenceKind::{Creditor, EndToEnd};

/// A row of a bank that is known by its `:20:`.
fn abn(details: &str) -> Transaction {
    let text = format!(
        "ABNANL2A\n940\nABNANL2A\n:20:ABN AMRO BANK NV\n:25:123456789\n:28:1/1\n:60F:C260301EUR1,\n:61:2603040304D1,00N654NONREF\n:86:{details}\n:62F:C260304EUR0,\n-"
    );
    let report = of(&text);
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    report.transactions.into_iter().next().unwrap()
}

#[test]
fn columns_of_abn_amro() {
    let row = abn(
        "SEPA OVERBOEKING                 IBAN: NL91ABNA0417164300\nBIC: ABNANL2AXXX                 NAAM: A B C DEFGHI NEDERLAND BV\nOMSCHRIJVING: FACTUUR 0042-00010 0002003 VAN 03/2026\nKENMERK: 7541410",
    );
    assert_eq!(row.counterparty.iban.as_deref(), Some("NL91ABNA0417164300"));
    assert_eq!(row.counterparty.name.as_deref(), Some("A B C DEFGHI NEDERLAND BV"));
    assert_eq!(
        (row.remittance.as_str(), values(&row, EndToEnd)),
        ("FACTUUR 0042-000100002003 VAN 03/2026", vec!["7541410"])
    );
    assert_eq!(row.kind, TransactionKind::Transfer);
    let row = abn(
        "SEPA ACCEPTGIROBETALING          IBAN: NL91ABNA0417164300\nBIC: INGBNL2A                    NAAM: BELASTING\nBETALINGSKENM.: 1234567890098876 ID DEBITEUR: 777777777",
    );
    assert_eq!((values(&row, Creditor), row.remittance.as_str()), (vec!["1234567890098876"], ""));
    let row = abn("BEA   NR:AB123456 04.03.26/12.54 SUPERMARKT UTRECHT,PAS999");
    assert_eq!(
        (row.kind, row.remittance.as_str()),
        (TransactionKind::Card, "BEA NR:AB123456 04.03.26/12.54 SUPERMARKT UTRECHT,PAS999")
    );
}

#[test]
fn accounts_and_names_at_the_front() {
    // SNS repeats what stands in :61:.
    let row = one(
        ":61:2603040304C20,00NIOB0987654321\njan jansen\n:86:0987654321 jan jansen\n   \nfactuur 42   \n",
    );
    assert_eq!(row.counterparty.account.as_deref(), Some("0987654321"));
    assert_eq!(
        (row.counterparty.name.as_deref(), row.remittance.as_str()),
        (Some("jan jansen"), "factuur 42")
    );
    assert!(row.references.is_empty());
    // ING's old files: ten digits; and IBAN and BIC.
    let row = one(
        ":61:260304C1,56NOV EREF\n:86:0123456789 NL91ABNA0417164300 ABNANL2A J. Janssen\nFactuurnr 123456",
    );
    assert_eq!(row.counterparty.iban.as_deref(), Some("NL91ABNA0417164300"));
    assert_eq!(
        (row.counterparty.bic.as_deref(), row.counterparty.account.as_deref()),
        (Some("ABNANL2A"), None)
    );
    assert_eq!(row.remittance, "J. Janssen Factuurnr 123456");
    // Elsewhere ten digits may be an invoice.
    assert_eq!(detailed("C", "0123456789 Rechnung").remittance, "0123456789 Rechnung");
}

#[test]
fn lines_of_free_text() {
    let full = "a".repeat(65);
    assert_eq!(detailed("C", &format!("{full}b\nc")).remittance, format!("{full}b c"));
    assert_eq!(detailed("C", &format!("{full}\nb\nc")).remittance, format!("{full}b c"));
    let narrow = "a".repeat(35);
    assert_eq!(detailed("C", &format!("x\n{narrow}\nb\nc")).remittance, format!("x {narrow}b c"));
    // A bank that counts the tag into the first line.
    let first = "a".repeat(61);
    assert_eq!(detailed("C", &format!("{first}\n{full}\nb")).remittance, format!("{first}{full}b"));
    assert_eq!(detailed("C", "two   words\n\n  and\tmore").remittance, "two words and more");
}

#[test]
fn the_code_of_unstructured_text_is_no_text() {
    assert_eq!(detailed("D", "999PN5477SCHECK-NR. 7").remittance, "SCHECK-NR. 7");
    assert_eq!(detailed("D", "999Miete").remittance, "Miete");
    assert_eq!(detailed("D", "9991234").remittance, "9991234");
}

#[test]
fn keys_in_free_text() {
    let row = detailed("C", "EREF+E-1 SVWZ+Rechnung 7");
    assert_eq!((values(&row, EndToEnd), row.remittance.as_str()), (vec!["E-1"], "Rechnung 7"));
}

#[test]
fn labels_of_mbank() {
    let row = detailed(
        "C",
        "911 TRANSAKCJA COLLECT; ID IPH: XX000000000001; Z RACH.: \n61109010140000071219812874; OD: JAN NOWAK  \nUL. NIJAKA 1 31-234 KRAKOW; TYT.: FAKTURA 7   ; \nTNR: 179171073864111.010001",
    );
    assert_eq!((row.counterparty.name.as_deref(), row.remittance.as_str()), (Some("JAN NOWAK"), "FAKTURA 7"));
    assert_eq!(row.counterparty.account.as_deref(), Some("61109010140000071219812874"));
    assert_eq!(values(&row, Creditor), ["XX000000000001"]);
}

#[test]
fn notes_of_old_german_files() {
    let text = ":20:S\n:25:1222333444\n:28:1/1\n:NS:22Muster GmbH\n23Girokonto\n3037010000\n:60F:C020315DEM0,00\n:61:0203170320CM5000,00S05168790452\n:NS:01Rechnung 7\n02vom Mai\n15Jan Beispiel\n17GUTSCHRIFT\n:62F:C020315DEM5000,00\n";
    let report = of(text);
    let row = &report.transactions[0];
    assert_eq!(
        (row.remittance.as_str(), row.counterparty.name.as_deref()),
        ("Rechnung 7 vom Mai", Some("Jan Beispiel"))
    );
    assert_eq!(row.kind, TransactionKind::Transfer);
    let account = &report.accounts[0];
    assert_eq!((account.owner.as_deref(), account.name.as_deref()), (Some("Muster GmbH"), Some("Girokonto")));
}
