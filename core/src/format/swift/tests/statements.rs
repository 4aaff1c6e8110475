//! Messages: their blocks, accounts, balances, pages.

use super::*;
use crate::format::{BalanceKind, Chain, Proof};

#[test]
fn blocks_and_bare_fields() {
    let fields = ":20:S1\n:25:1\n:28C:1\n:60F:C260301EUR1,\n:61:2603040304C1,00NTRFNONREF\n:86:text\n:62F:C260304EUR2,\n";
    for text in [
        fields.to_owned(),
        format!("{fields}-\n"),
        format!("{fields}-XXX\n"),
        format!(" \n{fields} -\n"),
        format!("\u{1}\n{fields}-\u{3}"),
        format!("{{1:F01X}}{{2:O9400000}}{{3:}}{{4:\n{fields}-}}{{5:}}\n"),
        format!("{{1:F01X}}\n{{2:I940XN}}\n{{4:{fields}-}}"),
        format!("ä4:\n{fields}-å\n"),
        format!("ABNANL2A\n940\nABNANL2A\n{fields}-"),
        format!(":940:\n{fields}"),
        fields.replace('\n', "\r\n"),
        fields.replace('\n', "\r"),
        format!("@@{}", fields.replace('\n', "@@")),
    ] {
        let report = of(&text);
        assert!(report.warnings.is_empty() && report.errors.is_empty(), "{text}: {:?}", report.warnings);
        assert_eq!(report.transactions[0].remittance, "text", "{text}");
        assert_eq!(report.statements[0].proof, Proof::Holds, "{text}");
    }
    // Two messages on one line.
    let text = format!(
        "{{1:F01X}}{{4:\n{fields}-}}{{5:}}{{1:F01X}}{{4:{}-}}",
        fields.replace("S1", "S2").replace("EUR2,", "EUR3,").replace("EUR1,", "EUR2,")
    );
    let report = of(&text);
    assert_eq!((report.statements.len(), report.statements[1].chain), (2, Chain::Joined));
}

#[test]
fn where_rows_stand() {
    let text =
        ":20:S1\n:25:1\n:60F:C260301EUR1,\n:61:2603040304C1,00NTRFNONREF\n:86:täxt\n:62F:C260304EUR2,\n";
    let report = of(text);
    let place = &report.places.transactions[0];
    assert_eq!(
        &text[place.bytes.start as usize..place.bytes.end as usize],
        ":61:2603040304C1,00NTRFNONREF\n:86:täxt"
    );
    assert_eq!((place.line, place.field.to_string().as_str()), (4, "statement[1]/:61:[1]"));
}

#[test]
fn balances() {
    let report = of(&statement(
        ":62F:C260304EUR1000,00\n:64:D260304EUR5,\n:65:C260305EUR7,\n:86:/SUM/0/0/0,00/0,00/\n-",
    ));
    let found: Vec<_> = report.balances.iter().map(|one| (one.kind, one.amount.minor())).collect();
    use BalanceKind::{Closing, Opening, Other};
    assert_eq!(found, [(Opening, 100_000), (Closing, 100_000), (Other, -500), (Other, 700)]);
    assert_eq!(
        (codes(&report.warnings), report.balances[3].on.unwrap().to_string().as_str()),
        (vec![Code::FormatNoRows], "2026-03-05")
    );
    // Old files leave the currency of later balances out; a bank counts 31 days in November.
    let report = of(":20:1\n:25:1\n:60F:C021101DEM5,00\n:62F:C0211315,00\n");
    assert_eq!(report.statements[0].proof, Proof::Holds);
    assert_eq!(report.balances[1].on.unwrap().to_string(), "2002-11-30");
    assert_eq!(codes(&report.warnings), [Code::Mt940Assumed, Code::FormatNoRows]);
}

#[test]
fn balances_prove_the_entries() {
    let report = of(&statement(":61:2603040304D10,00NTRFNONREF\n:62F:C260304EUR991,00\n"));
    assert_eq!(
        (report.statements[0].proof, codes(&report.warnings)),
        (Proof::Broken, vec![Code::FormatBalance])
    );
    let report = of(&statement(":61:2603040304X10,00NTRFNONREF\n:62F:C260304EUR991,00\n"));
    assert_eq!((report.statements[0].proof, report.errors.len()), (Proof::Incomplete, 1));
}

#[test]
fn pages_of_one_statement() {
    let entry = ":61:2603040304C1,00NTRFNONREF\n:86:same text\n";
    let page = |number: &str, open: &str, close: &str| {
        format!(":20:S\n:25:1\n:28C:{number}\n:60{open}\n{entry}:62{close}\n-\n")
    };
    let first = page("7/1", "F:C260301EUR1,", "M:C260304EUR2,");
    let second = page("7/2", "M:C260304EUR2,", "F:C260304EUR3,");
    let report = of(&format!("{first}{second}"));
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    assert_eq!(
        report.statements.iter().map(|one| (one.proof, one.chain)).collect::<Vec<_>>(),
        [(Proof::Holds, Chain::First), (Proof::Holds, Chain::Joined)]
    );
    // Rows of two pages that say the same are two rows; a page's balance is not the statement's.
    assert_eq!(report.transactions[1].id, format!("{}_2", report.transactions[0].id));
    assert_eq!(
        report.balances.iter().map(|one| one.kind).collect::<Vec<_>>(),
        [BalanceKind::Opening, BalanceKind::Other, BalanceKind::Other, BalanceKind::Closing]
    );
    // Rows of two statements that say the same are copies.
    let report = of(&format!("{first}{second}{}", page("8/1", "F:C260304EUR3,", "F:C260304EUR4,")));
    assert_eq!(report.transactions[2].id, report.transactions[0].id);
    // A page is missing.
    let third = page("7/3", "M:C260304EUR9,", "F:C260304EUR10,");
    assert_eq!(codes(&of(&format!("{first}{third}")).warnings), [Code::FormatStatementGap]);
}

#[test]
fn statements_without_a_beginning_of_their_own() {
    let text = ":20:S\n:25:1\n:60F:C260301EUR1,\n:62F:C260301EUR1,\n:60F:C260302EUR1,\n:61:2603040304C1,00NTRFNONREF\n:62F:C260302EUR2,\n";
    let report = of(text);
    assert_eq!((report.statements.len(), report.statements[1].proof), (2, Proof::Holds));
    // A line of a hyphen within a text ends nothing that goes on.
    let report = of(&statement(
        ":61:2603040304C1,00NTRFNONREF\n:86:a\n-\n:61:2603040304C2,00NTRFNONREF\n:62F:C260304EUR1003,00\n-\n",
    ));
    assert_eq!((report.statements.len(), report.statements[0].proof), (1, Proof::Holds));
}

#[test]
fn accounts() {
    let report = of(":20:1\n:25:10020030/1234567EUR\n:61:2603040304C1,00NTRFNONREF\n");
    // The currency stands behind the account.
    assert_eq!(
        (report.transactions[0].account.as_deref(), report.transactions[0].amount.to_string().as_str()),
        (Some("10020030/1234567"), "1.00 EUR")
    );
    assert_eq!(
        (report.accounts[0].bank.as_deref(), report.accounts[0].id.as_str()),
        (Some("10020030"), "10020030/1234567")
    );
    let mut options = ReadOptions::default();
    (options.account, options.currency) = (Some("A".to_owned()), Some(crate::money::Currency::EUR));
    let report = read_as(Format::Mt940, b":61:2603040304C1,00NTRFNONREF", &options).unwrap();
    assert_eq!(
        (report.transactions[0].account.as_deref(), report.transactions[0].amount.minor()),
        (Some("A"), 100)
    );
}

#[test]
fn encodings() {
    let bytes = |text: &str, encoding: &'static encoding_rs::Encoding| encoding.encode(text).0.into_owned();
    let fields = |name: &str| {
        statement(&format!(
            ":61:2603040304C1,00NTRFNONREF\n:86:166?20ÜBERWEISUNG ÜBER ALLES?32{name}\n:62F:C260304EUR1001,00"
        ))
    };
    let report = read(&bytes(&fields("MÜLLER"), encoding_rs::WINDOWS_1252)).unwrap();
    assert_eq!(report.transactions[0].remittance, "ÜBERWEISUNG ÜBER ALLES");
    assert_eq!(codes(&report.warnings), [Code::FormatEncoding]);
    let text = statement(
        ":61:2603040304C1,00NTRFNONREF\n:86:020~20ZAPŁATA ZA USŁUGĘ~32ŁUCJA ŻAK\n:62F:C260304EUR1001,00",
    );
    let report = read(&bytes(&text, encoding_rs::WINDOWS_1250)).unwrap();
    assert_eq!(report.transactions[0].counterparty.name.as_deref(), Some("ŁUCJA ŻAK"));
    // DOS: nothing that is shown says what it was, but the warning does.
    let dos = statement(":61:2603040304C1,00NTRFNONREF\n:86:Mueller\n").replace("ue", "\u{1}").into_bytes();
    let dos: Vec<u8> = dos.into_iter().map(|byte| if byte == 1 { 0x81 } else { byte }).collect();
    assert!(read(&dos).unwrap().warnings.iter().any(|said| said.message().contains("DOS")));
}
