//! What is wrong costs one record, and is told.

use super::*;
use proptest::prelude::*;

#[test]
fn an_entry_that_cannot_be_read() {
    for (line, code) in [
        ("260304", Code::Mt940BadEntry),
        ("26030403C1,00NTRFNONREF", Code::Mt940BadDate),
        ("261304C1,00NTRFNONREF", Code::Mt940BadDate),
        ("2603041399C1,00NTRFNONREF", Code::Mt940BadDate),
        ("XX0304C1,00NTRFNONREF", Code::Mt940BadDate),
        ("2603040304X1,00NTRFNONREF", Code::Mt940BadEntry),
        ("2603040304CNTRFNONREF", Code::Mt940BadAmount),
        ("2603040304C1,,0NTRFNONREF", Code::Mt940BadAmount),
        ("2603040304C1,001NTRFNONREF", Code::MoneyPrecision),
        ("2603040304C99999999999999999999,00NTRFNONREF", Code::MoneyOverflow),
    ] {
        let text = statement(&format!(
            ":61:{line}\n:86:a\n:61:2603040304C2,00NTRFNONREF\n:86:b\n:62F:C260304EUR1002,00\n"
        ));
        let report = of(&text);
        assert_eq!(
            (codes(&report.errors), report.transactions.len(), report.refused),
            (vec![code], 1, 1),
            "{line}"
        );
        assert_eq!(
            (report.errors[0].place().line, report.transactions[0].remittance.as_str()),
            (Some(5), "b"),
            "{line}"
        );
        assert_eq!(report.records, 2);
    }
}

#[test]
fn no_message_repeats_the_input() {
    let report = of(&statement(":61:SECRET\n:86:SECRET\n:64:SECRET\n:62F:SECRET\n:25:SECRET"));
    for said in report.errors.iter().chain(&report.warnings) {
        assert!(!said.message().contains("SECRET"), "{said}");
    }
    assert_eq!(codes(&report.errors), [Code::Mt940BadDate, Code::Mt940BadBalance]);
}

#[test]
fn without_a_currency() {
    let report = of(":20:1\n:25:1\n:61:2603040304C1,00NTRFNONREF\n");
    assert_eq!(codes(&report.errors), [Code::Mt940Currency]);
    let report = of(":20:1\n:25:1\n:60F:C260301XYZ1,00\n:62F:C260301EUR1,00\n");
    assert_eq!(codes(&report.errors), [Code::MoneyCurrencyUnknown]);
}

#[test]
fn details_of_no_entry() {
    let report = of(&statement(
        ":86:in front\n:61:2603040304C1,00NTRFNONREF\n:86:a\n:86:b\n:62F:C260304EUR1001,00\n:86:behind\n",
    ));
    assert_eq!(codes(&report.warnings), [Code::Mt940Details, Code::Mt940Details]);
    assert_eq!(report.transactions[0].remittance, "a");
    // The same once more says nothing new.
    let report = of(&statement(":61:2603040304C1,00NTRFNONREF\n:86:a\n:86:a\n:62F:C260304EUR1001,00\n"));
    assert!(report.warnings.is_empty());
}

#[test]
fn an_account_that_is_a_slipped_text() {
    let report = of(&statement(
        ":61:2603040304C1,00NTRFNONREF\n:25:166?00GUTSCHRIFT?100399?20EREF+EndToEndId TFNR 22 004?21 00001\n:62F:C260304EUR1001,00\n",
    ));
    assert_eq!(codes(&report.warnings), [Code::Mt940Assumed]);
    assert_eq!(report.statements[0].account.as_deref(), Some("DE89370400440532013000"));
}

#[test]
fn a_line_that_was_wrapped() {
    let row = one(":61:2603040304CR\n30,00N062NONREF\n:86:166?00GUTSCHR. UEBERWEISUNG?20SVWZ+Test");
    assert_eq!((row.amount.minor(), row.remittance.as_str()), (3000, "Test"));
}

#[test]
fn cut_files() {
    let report = of(&statement(":61:2603040304C1,00NTRFNONREF\n:86:a"));
    assert_eq!(codes(&report.warnings), [Code::Mt940Incomplete]);
    let report = of(":25:1\n:61:2603040304C1,00NTRFNONREF\n:62F:C260304EUR1001,00");
    assert_eq!(codes(&report.errors), [Code::Mt940Currency]);
}

#[test]
fn fields_and_lines_beyond_the_bounds() {
    let long = "x".repeat(70_000);
    let lines = "y\n".repeat(40_000);
    for text in [&long, &lines] {
        let report = read(
            statement(&format!(
                ":61:2603040304C1,00NTRFNONREF\n:86:{text}\n:61:2603040304C2,00NTRFNONREF\n:86:b\n"
            ))
            .as_bytes(),
        )
        .unwrap();
        assert_eq!((codes(&report.errors), report.transactions.len()), (vec![Code::FormatTooLarge], 2));
        assert_eq!(report.transactions[1].remittance, "b");
        let report =
            read(statement(&format!(":61:{text}\n:61:2603040304C2,00NTRFNONREF\n:86:b\n")).as_bytes())
                .unwrap();
        assert_eq!(
            (codes(&report.errors), report.transactions.len(), report.refused),
            (vec![Code::FormatTooLarge], 1, 1)
        );
    }
    let report = read(format!("{long}\n{}", statement(":62F:C260304EUR1000,00\n")).as_bytes()).unwrap();
    assert_eq!((codes(&report.errors), report.balances.len()), (vec![Code::FormatTooLarge], 2));
}

#[test]
fn reading_stops_where_nothing_can_be_read() {
    let report = read(statement(&":61:?\n".repeat(10_010)).as_bytes()).unwrap();
    assert_eq!((report.refused, report.errors.last().unwrap().code()), (10_000, Code::FormatTooLarge));
}

const VALID: &str = "{1:F01X}{2:O9400000}{4:\r\n:20:STARTUMS\r\n:21:NONREF\r\n:25:10020030/1234567\r\n:28C:7/1\r\n:60F:C260301EUR1000,00\r\n:61:2603040305CR12,35NRTIKREF+//B1\r\n/OCMT/EUR12,85//CHGS/EUR0,50/\r\n:86:166?00GUTSCHRIFT?109251?20EREF+RE-2026-0042?21MREF+M1 SVWZ+RECHNUNG EREF: X I?22BAN: DE8937 BIC: X?30COBADEFFXXX?31DE89370400440532013000?32MÜLLER?34901\r\n:61:260304ED,5NOV NL13TEST0123456789\r\njan\r\n:86:/TRTP/IDEAL/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/A B/REMI//INV/7/EREF/E/ORDP//ID/7\r\n:61:2602300301RD1,NMSC\r\n:NS:01Text\r\n15Name\r\n:86:SEPA X IBAN: NL91 NAAM: B; OD: C  D; TYT.: E; TNR: 7\r\n:90D:1EUR,5\r\n:62M:D260304EUR5,\r\n:64:C260304EUR5,\r\n:86:x\r\n-}{5:}{1:F01X}{4::20:2\r\n:34F:EURD0,\r\n:13D:2603041730+0100\r\n-}";

proptest! {
    #[test]
    fn any_bytes_have_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_fields_have_an_answer(text in "(:61:|:86:|:62F:|:60M:|:20:|:25:|:NS:|:90C:|:34F:|:13:|\n|\r|@@|-|\\}|\\{4:|[0-9]{1,6}|[CDRE]|EUR|,|/|//|\\?2[0-9]|~|[A-Z]{3,4}\\+|/[A-Z]{4}/|NTRF|ä| ){0,80}") {
        let _ = read(text.as_bytes());
    }

    #[test]
    fn damaged_messages_have_an_answer(
        changes in proptest::collection::vec((0_usize..2000, any::<u8>(), 0_u8..3), 0..6),
        end in 0_usize..2000,
    ) {
        let mut bytes = VALID.as_bytes().to_vec();
        bytes.truncate(end.max(10));
        for (at, byte, how) in changes {
            let at = at % bytes.len().max(1);
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ if bytes.len() > 1 => { bytes.remove(at); }
                _ => {}
            }
        }
        let _ = read(&bytes);
    }
}

#[test]
fn an_input_that_ends_within_an_entry_is_cut() {
    let report = of(&statement(":61:2603040304D5,00NTRFNONREF\n:61:2603040304D93"));
    assert_eq!((report.records, report.refused, report.transactions.len()), (2, 1, 1));
    assert_eq!(report.errors[0].code(), Code::FormatTruncated);
}

#[test]
fn points_before_a_comma_part_thousands() {
    assert_eq!(one(":61:2603040304C1.250,NTRFNONREF").amount.minor(), 125_000);
    assert_eq!(one(":61:2603040304C1.250,75NTRFNONREF").amount.minor(), 125_075);
    let report = of(&statement(":61:2603040304C1.25,00NTRFNONREF\n"));
    assert_eq!(codes(&report.errors), [Code::Mt940BadAmount]);
}
