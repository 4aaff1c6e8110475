//! `:61:`: dates, marks, amounts, references.

use super::*;
use crate::model::{Fee, ReturnStage, Status, TransactionKind};

#[test]
fn dates_of_an_entry() {
    for (line, booked, value) in [
        ("2603040304C1,00NTRFNONREF", "2026-03-04", "2026-03-04"),
        ("260304C1,00NTRFNONREF", "2026-03-04", "2026-03-04"),
        ("2512310102C1,00NTRFNONREF", "2026-01-02", "2025-12-31"),
        ("2601021231C1,00NTRFNONREF", "2025-12-31", "2026-01-02"),
        ("260304260305C1,00NTRFNONREF", "2026-03-05", "2026-03-04"),
        ("2602300302C1,00NTRFNONREF", "2026-03-02", "2026-02-28"),
    ] {
        let row = one(&format!(":61:{line}"));
        assert_eq!(
            (row.booked_on.to_string(), row.value_on.unwrap().to_string()),
            (booked.to_owned(), value.to_owned())
        );
    }
}

#[test]
fn what_is_assumed_of_dates_is_said() {
    let report = of(&statement(":61:260304C1,00NTRFNONREF\n:61:260304C2,00NTRFNONREF\n"));
    assert_eq!(report.warnings.iter().filter(|said| said.code() == Code::Mt940Assumed).count(), 1);
    let report = of(&statement(":61:2602300302C1,00NTRFNONREF\n"));
    assert_eq!(codes(&report.warnings), [Code::Mt940BadDate, Code::Mt940Incomplete]);
    assert_eq!(report.warnings[0].place().line, Some(5));
}

#[test]
fn marks() {
    for (mark, minor, status, back) in [
        ("C", 100, Status::Booked, false),
        ("D", -100, Status::Booked, false),
        ("CR", 100, Status::Booked, false),
        ("DR", -100, Status::Booked, false),
        ("CN", 100, Status::Booked, false),
        ("RC", -100, Status::Booked, true),
        ("RD", 100, Status::Booked, true),
        ("RCR", -100, Status::Booked, true),
        ("RDR", 100, Status::Booked, true),
        ("EC", 100, Status::Pending, false),
        ("ED", -100, Status::Pending, false),
    ] {
        let row = one(&format!(":61:2603040304{mark}1,00NTRFNONREF"));
        assert_eq!((row.amount.minor(), row.status, row.returned.is_some()), (minor, status, back), "{mark}");
        assert_eq!(row.kind == TransactionKind::Return, back, "{mark}");
    }
}

#[test]
fn expected_entries_are_in_no_balance() {
    let report =
        of(&statement(":61:260304EC1,00NTRFNONREF\n:61:2603040304D1,00NTRFNONREF\n:62F:C260304EUR999,00\n-"));
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    assert!(report.transactions[0].id.starts_with("pending:"));
}

#[test]
fn amounts_of_any_decimals() {
    for (amount, minor) in [("9,", 900), ("8,5", 850), ("000000000007,50", 750), (",02", 2), ("1,500", 150)] {
        assert_eq!(one(&format!(":61:2603040304C{amount}NTRFNONREF")).amount.minor(), minor, "{amount}");
    }
    let text = ":20:1\n:25:1\n:60F:C260301JPY1000\n:61:2603040304C500,00NTRFNONREF\n:62F:C260304JPY1500,\n";
    assert_eq!(of(text).transactions[0].amount.to_string(), "500 JPY");
    let text = ":20:1\n:25:1\n:60F:C990301DEM1,\n:61:9903040304C0,50NTRFNONREF\n:62F:C990304DEM1,5\n";
    assert_eq!(of(text).transactions[0].amount.to_string(), "0.50 DEM");
}

#[test]
fn references() {
    use ReferenceKind::{Bank, Cheque, EndToEnd, Payment};
    for (line, expected) in [
        ("NTRFNONREF//B1", vec![(Bank, "B1")]),
        ("NTRF12345//B1", vec![(EndToEnd, "12345"), (Bank, "B1")]),
        (
            "NTRFREF BEYOND SIXTEEN CHARACTERS//B1",
            vec![(EndToEnd, "REF BEYOND SIXTEEN CHARACTERS"), (Bank, "B1")],
        ),
        ("NCHK16703074", vec![(Cheque, "16703074")]),
        (" NTRFNONREF//B1", vec![(Bank, "B1")]),
        ("NMSC", vec![]),
        ("NMSCKREF+", vec![]),
        ("NTRFKREF+NONREF", vec![]),
        ("NTRFEREF//NONREF", vec![]),
        ("NTRFNOREF", vec![]),
        ("NTRFN", vec![]),
        ("NGT TMG", vec![(EndToEnd, "TMG")]),
        ("S05168790452", vec![(EndToEnd, "68790452")]),
    ] {
        let row = one(&format!(":61:2603040304C1,00{line}"));
        let found: Vec<_> = row.references.iter().map(|one| (one.kind, one.value.as_str())).collect();
        assert_eq!(found, expected, "{line}");
    }
    // The details repeat it in full, as the line has 16 characters for it; or another one stands there.
    let row = one(":61:2603040304C1,00NTRFRECHNUNG-2026-00\n:86:166?20EREF+RECHNUNG-2026-00042");
    assert_eq!(values(&row, EndToEnd), ["RECHNUNG-2026-00042"]);
    let row = one(":61:2603040304D1,00NTRFMSG-1\n:86:177?20EREF+E2E-7");
    assert_eq!((values(&row, EndToEnd), values(&row, Payment)), (vec!["E2E-7"], vec!["MSG-1"]));
    // The account itself is none.
    let text = ":20:1\n:25:0987654321\n:60F:C260301EUR1,\n:61:2603040304C1,00NMSC0987654321\n:86:Interest\n";
    assert!(of(text).transactions[0].references.is_empty());
}

#[test]
fn ids_by_the_banks_reference_or_by_content() {
    let report = of(&statement(
        ":61:2603040304C1,00NTRFNONREF//B1\n:61:2603040304C2,00NTRFNONREF//B1\n:61:2603040304C3,00NTRFNONREF\n:61:2603040304C3,00NTRFNONREF\n",
    ));
    let ids: Vec<&str> = report.transactions.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids[0], "DE89370400440532013000:B1");
    assert!(
        ids[1].starts_with("c_") && ids[2].starts_with("c_") && ids[3] == format!("{}_2", ids[2]),
        "{ids:?}"
    );
}

#[test]
fn kinds() {
    use TransactionKind::{Cheque, DirectDebit, Fee, Interest, Internal, Other, Return, Transfer};
    for (kind, expected) in [
        ("NTRF", Transfer),
        ("FTRF", Transfer),
        ("NSTO", Transfer),
        ("NDDT", DirectDebit),
        ("NCHK", Cheque),
        ("NCHG", Fee),
        ("NCOM", Fee),
        ("NBNK", Fee),
        ("NINT", Interest),
        ("NRTI", Return),
        ("NCMZ", Internal),
        ("NMSC", Other),
        ("N051", Other),
        ("NIC ", DirectDebit),
        ("NOV ", Transfer),
    ] {
        let row = one(&format!(":61:2603040304C1,00{kind}NONREF"));
        assert_eq!((row.kind, row.returned.is_some()), (expected, expected == Return), "{kind}");
        assert_eq!(row.bank_code.unwrap().proprietary.as_deref(), Some(kind.trim()));
    }
}

#[test]
fn amounts_before_charges() {
    let row =
        one(":61:2603040304D12,35NRTIKREF+//B1\n/OCMT/EUR11,85//CHGS/EUR0,50/\n:86:109?00RETOURE?34906");
    let fee = Fee {
        amount: crate::money::Amount::new(50, crate::money::Currency::EUR),
        kind: "bank_fee".to_owned(),
    };
    assert_eq!((row.fees.clone(), row.gross().unwrap().minor()), (vec![fee], -1185));
    let returned = row.returned.unwrap();
    assert_eq!((returned.stage, returned.reason.as_deref()), (ReturnStage::Return, Some("AM04")));
    assert_eq!(returned.originals, ["B1"]);
    // As OAMT and COAM in the details.
    let row = one(":61:2603040304D12,35NRTIKREF+\n:86:109?20OAMT+11,85 COAM+0,50 EREF+E1");
    assert_eq!((row.fees.len(), row.gross().unwrap().minor()), (1, -1185));
    // What the amounts do not bear out is kept as text.
    let row = one(":61:2603040304D12,35NRTIKREF+\n/OCMT/EUR11,85//CHGS/EUR0,70/");
    assert_eq!((row.fees.len(), row.metadata["charges"].as_str()), (0, "EUR0,70"));
}

#[test]
fn conversions() {
    let row = one(":61:2603040304D68,00NTRFNONREF\n/OCMT/CAD100,00//EXCH/0,68/");
    let original = row.original.unwrap();
    assert_eq!(
        (original.amount.to_string().as_str(), original.rate.unwrap().to_string().as_str()),
        ("-100.00 CAD", "0.68")
    );
    let row = one(":61:2603040304C50,00NTRFNONREF\n/OCMT/USD100,00//EXCH/2,00/");
    assert_eq!(row.original.unwrap().rate.unwrap().to_string(), "0.5");
    let row = one(":61:2603040304C50,00NTRFNONREF\n/OCMT/USD100,00//EXCH/3,00/");
    assert_eq!(row.original.unwrap().rate, None);
}

#[test]
fn supplementary_details() {
    // Rabobank: the other side's account.
    let row = one(":61:2603040304C50,00NTRFEREF//B1\nNL91ABNA0417164300\n:86:/REMI/Text/");
    assert_eq!(row.counterparty.iban.as_deref(), Some("NL91ABNA0417164300"));
    // The bank's own words, where it has no others.
    let row = one(":61:2603040304D50,00N077NONREF\nProvision\n:86:OLD18D038146");
    assert_eq!((row.kind, row.remittance.as_str()), (TransactionKind::Fee, "OLD18D038146"));
}

#[test]
fn a_tag_wrapped_behind_its_colon() {
    for wrapped in [":\n86:", ":\r\n86:"] {
        let row = one(&format!(":61:260304C1,00NTRFNONREF\n{wrapped}166?00GUTSCHRIFT?20SVWZ+INV-1042"));
        assert_eq!(row.remittance, "INV-1042");
    }
}
