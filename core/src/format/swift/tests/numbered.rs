//! `:86:` of numbered sub-fields.

use super::*;
use crate::model::{ReturnStage, TransactionKind};
use ReferenceKind::{EndToEnd, Mandate, Payment};

#[test]
fn german_details() {
    let row = detailed(
        "CR",
        "166?00GUTSCHR. UEBERWEISUNG?109251?20EREF+RE-2026-0042?21KREF+NONREF?22SVWZ+RECHNUNG 42?30COBADEFFXXX\n\
         ?31DE89370400440532013000?32MUSTER GMBH?34000",
    );
    assert_eq!(row.counterparty.name.as_deref(), Some("MUSTER GMBH"));
    assert_eq!(row.counterparty.iban.as_deref(), Some("DE89370400440532013000"));
    assert_eq!(row.counterparty.bic.as_deref(), Some("COBADEFFXXX"));
    assert_eq!((row.remittance.as_str(), values(&row, EndToEnd)), ("RECHNUNG 42", vec!["RE-2026-0042"]));
    assert_eq!(
        (row.kind, row.bank_code.unwrap().proprietary.unwrap().as_str()),
        (TransactionKind::Transfer, "NTRF+166")
    );
    assert!(row.references.iter().all(|known| known.kind == EndToEnd));
}

#[test]
fn parts_of_27_characters_go_on() {
    let row =
        detailed("CR", "166?20EREF+1234567890?2112345 KREF+ABC?22DEF?23SVWZ+KURZ?24UND NOCH?60EIN WORT");
    // A part that is not full ends a reference; in text it ends a word.
    assert_eq!((values(&row, EndToEnd), values(&row, Payment)), (vec!["1234567890"], vec!["ABC"]));
    assert_eq!(row.remittance, "12345 DEF KURZ UND NOCH EIN WORT");
    let row = detailed(
        "CR",
        "166?20EREF+1234567890123456789012?21345 SVWZ+ABCDEFGHIJKLMNOPQ?22RSTUVW?32ABCDEFGHIJKLMNOPQRSTUVWXYZ1?332 GMBH",
    );
    assert_eq!(values(&row, EndToEnd), ["1234567890123456789012345"]);
    assert_eq!(row.remittance, "ABCDEFGHIJKLMNOPQ RSTUVW");
    assert_eq!(row.counterparty.name.as_deref(), Some("ABCDEFGHIJKLMNOPQRSTUVWXYZ12 GMBH"));
    let row = detailed("CR", "166?20SVWZ+ABCDEFGHIJKLMNOPQRSTUV?21WXYZ");
    assert_eq!(row.remittance, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

#[test]
fn lines_are_put_together() {
    // A full line goes on in the next one, in the middle of a word, of a number, of a sub-field's mark or of a key.
    let text = "166?00GUTSCHRIFT?100399?20EREF+EndToEndId TFNR 22 004?21 00001?22\nSVWZ+Verw CTSc-01 BC-PPP TF?23Nr 22 004?30DRESDEFF508?31DE1450880\n0500194785000?32KARL?33        KAUFMANN?60WIE VEREINBART";
    let row = detailed("CR", text);
    assert_eq!(values(&row, EndToEnd), ["EndToEndId TFNR 22 004 00001"]);
    assert_eq!(row.remittance, "Verw CTSc-01 BC-PPP TFNr 22 004 WIE VEREINBART");
    assert_eq!(row.counterparty.iban.as_deref(), Some("DE14508800500194785000"));
    assert_eq!(row.counterparty.name.as_deref(), Some("KARL KAUFMANN"));
    // In front of a short line's end the bank cut blanks; none in front of a sub-field.
    let row = detailed(
        "CR",
        "051?00UEBERWEISUNG?100599?20Gehalt Oktob\ner\n?21Firma\nMustermann\nGmbH?3050060400?31084756\n4700?32MUELLER",
    );
    assert_eq!(row.remittance, "Gehalt Oktober Firma Mustermann GmbH");
    assert_eq!(row.counterparty.account.as_deref(), Some("50060400/847564700"));
}

#[test]
fn times_are_no_tags() {
    let row = detailed("DR", "106?20SVWZ+KAUF 2026-03-04T16\n:26:37 Folgenr. 007");
    assert_eq!(row.remittance, "KAUF 2026-03-04T16:26:37 Folgenr. 007");
    let row = detailed("DR", "106?20SVWZ+KAUF 2026-03-04T16\n:20:37 Folgenr. 007\n:KO:NR:7");
    assert_eq!(row.remittance, "KAUF 2026-03-04T16:20:37 Folgenr. 007:KO:NR:7");
}

#[test]
fn keys() {
    let row = detailed(
        "DR",
        "105?00BASISLASTSCHRIFT?20EREF+E1?21MREF+M1?22CRED+DE98ZZZ0999 9999999?23SVWZ+BEITRAG?24ABWE+VEREIN E.V.?25PURP+CBFF",
    );
    assert_eq!((values(&row, EndToEnd), values(&row, Mandate)), (vec!["E1"], vec!["M1"]));
    assert_eq!(
        (row.metadata["creditor_id"].as_str(), row.metadata["purpose"].as_str()),
        ("DE98ZZZ09999999999", "CBFF")
    );
    assert_eq!(
        (row.remittance.as_str(), row.counterparty.ultimate_name.as_deref()),
        ("BEITRAG", Some("VEREIN E.V."))
    );
    assert_eq!(row.kind, TransactionKind::DirectDebit);
    // Of money in, the payer's side is told.
    let row = detailed("CR", "166?20SVWZ+X?21ABWA+KIND?22ABWE+EIGENE FIRMA");
    assert_eq!(row.counterparty.ultimate_name.as_deref(), Some("KIND"));
    // Letters before a plus are a key only as a word.
    let row = detailed("CR", "166?20SVWZ+A PLUSEREF+B");
    assert_eq!((row.remittance.as_str(), row.references.len()), ("A PLUSEREF+B", 0));
    let row = detailed("CR", "166?20KREF+PAYMENT-1?21MTLG:Text der Bank");
    assert_eq!((row.remittance.as_str(), values(&row, Payment)), ("Text der Bank", vec!["PAYMENT-1"]));
}

#[test]
fn what_banks_repeat_behind_the_text_is_cut() {
    let row = detailed(
        "CR",
        "166?20EREF+JS12345?21SVWZ+Testbuchung EREF: JS12?22345 IBAN: DE893704004405320?2313000 BIC: COBADEFFXXX?31DE89370400440532013000",
    );
    assert_eq!(row.remittance, "Testbuchung");
    // Another IBAN is the payer's own words.
    let row = detailed("CR", "166?20SVWZ+BITTE AN IBAN: DE02120300000000202051?31DE89370400440532013000");
    assert_eq!(row.remittance, "BITTE AN IBAN: DE02120300000000202051");
}

#[test]
fn a_reference_ends_before_names_with_a_colon() {
    let row = detailed(
        "DR",
        "105?20EREF+123/123/12345-----L110?60000000012345 BIC: BYLADEMM ?61ABWA: Finanzamt Muenchen?31DE99700500000000012345",
    );
    let end_to_end = row.references.iter().find(|known| known.kind == ReferenceKind::EndToEnd);
    assert_eq!(end_to_end.map(|known| known.value.as_str()), Some("123/123/12345-----L110000000012345"));
    assert_eq!(row.counterparty.bic.as_deref(), Some("BYLADEMM"));
    assert_eq!(row.counterparty.ultimate_name.as_deref(), Some("Finanzamt Muenchen"));
}

#[test]
fn references_that_are_spelled_out() {
    let row = detailed(
        "DR",
        "005?20LASTSCHRIFT?2104 42 26461822?22END-TO-END-REF.:?2316461823?24CORE / MANDATSREF.:?25MA61?26GLÄUBIGER-ID:\n?27DE21ZTZ00000021333?28Ref. 7",
    );
    assert_eq!((values(&row, EndToEnd), values(&row, Mandate)), (vec!["16461823"], vec!["MA61"]));
    assert_eq!(row.remittance, "LASTSCHRIFT 04 42 26461822 Ref. 7");
}

#[test]
fn other_separators() {
    for separator in ['<', '^', '~', '+', '|', '@'] {
        let text =
            "020?00PRZELEW?20FAKTURA 12/2026?21ZA USLUGI?32JAN KOWALSKI?38PL61109010140000071219812874";
        let row = detailed("D", &text.replace('?', &separator.to_string()));
        assert_eq!(row.remittance, "FAKTURA 12/2026 ZA USLUGI", "{separator}");
        assert_eq!(row.counterparty.iban.as_deref(), Some("PL61109010140000071219812874"), "{separator}");
    }
    // Without a code, and behind a line's end.
    assert_eq!(detailed("D", "~00PRZELEW~20FAKTURA 12").remittance, "FAKTURA 12");
    assert_eq!(detailed("D", "020\n<00PRZELEW<20FAKTURA 12").remittance, "FAKTURA 12");
    // A number with a plus is none.
    assert_eq!(detailed("C", "100+20 EUR fuer Rechnung 7").remittance, "100+20 EUR fuer Rechnung 7");
    // In Poland the code is the bank's own: 820 is no transfer between own accounts.
    let text = ":20:1\n:25:1\n:60F:C260301PLN1,\n:61:2603040304C1,00NTRFNONREF\n:86:820~00PRZELEW~20X\n";
    assert_eq!(of(text).transactions[0].kind, TransactionKind::Transfer);
}

#[test]
fn returns() {
    for (gvc, kind, stage) in [
        ("108", TransactionKind::Return, ReturnStage::Return),
        ("109", TransactionKind::Return, ReturnStage::Return),
        ("159", TransactionKind::Return, ReturnStage::Return),
        ("110", TransactionKind::Dispute, ReturnStage::Chargeback),
    ] {
        let row = detailed("DR", &format!("{gvc}?00RETOURE?20EREF+E1?34914"));
        let returned = row.returned.unwrap();
        assert_eq!(
            (row.kind, returned.stage, returned.reason.as_deref()),
            (kind, stage, Some("914")),
            "{gvc}"
        );
        assert_eq!(returned.originals, ["E1"]);
    }
    let returned = detailed("DR", "109?20EREF+E1?34912").returned.unwrap();
    assert_eq!((returned.stage, returned.reason.as_deref()), (ReturnStage::Refund, Some("MD06")));
    // A number of another meaning: the key of a transfer.
    assert_eq!(detailed("CR", "166?20X?34901").returned, None);
}

#[test]
fn several_payments_booked_as_one() {
    let row = detailed("DR", "191?00SAMMLER?20KREF+PMT-7?21SVWZ+3 Zahlungen");
    assert_eq!(row.batch.unwrap().id.as_deref(), Some("PMT-7"));
}

#[test]
fn accounts_of_the_other_side() {
    let account = |text: &str| detailed("CR", text).counterparty;
    assert_eq!(account("051?3050060400?310847564700").account.as_deref(), Some("50060400/847564700"));
    assert_eq!(account("051?31DE89 3704 0044 0532 0130 00").iban.as_deref(), Some("DE89370400440532013000"));
    assert_eq!(account("051?3010600076?310000777777777777").account.as_deref(), Some("0000777777777777"));
    assert_eq!(account("051?31000000").account, None);
    assert_eq!(account("166?30NOTPROVIDED").bic, None);
}
