//! Whole statements: their versions, balances and ids.

use super::*;

#[test]
fn old_versions_prefixes_and_no_namespace() {
    let old = "<Stmt><Acct><Id><Othr><Id>123-456</Id></Othr></Id></Acct><Ntry><Amt Ccy='CHF'>.5</Amt><CdtDbtInd>DBIT</CdtDbtInd>\
               <Sts>BOOK</Sts><BookgDt><DtTm>2026-03-04T23:30:00+01:00</DtTm></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Shop</Nm></Cdtr>\
               <CdtrAcct><Id><Othr><Id>99</Id></Othr></Id></CdtrAcct></RltdPties><RltdAgts><CdtrAgt><FinInstnId><BIC>POFICHBE</BIC>\
               </FinInstnId></CdtrAgt></RltdAgts></TxDtls></NtryDtls></Ntry></Stmt>";
    let plain = format!("<Document><BkToCstmrStmt>{old}</BkToCstmrStmt></Document>");
    let prefixed = plain.replace("</", "</c:").replace('<', "<c:").replace("<c:/c:", "</c:");
    let reference = read_text(&plain);
    let row = &reference.transactions[0];
    assert_eq!(row.amount.to_string(), "-0.50 CHF");
    assert_eq!(row.booked_on.to_string(), "2026-03-04");
    assert_eq!(row.account.as_deref(), Some("123-456"));
    assert_eq!(row.counterparty.account.as_deref(), Some("99"));
    assert_eq!(row.counterparty.bic.as_deref(), Some("POFICHBE"));
    assert!(prefixed.contains("<c:Ntry>") && prefixed.contains("</c:Ntry>"));
    assert_eq!(read_text(&prefixed).transactions, reference.transactions);
    let envelope = format!("<s:Envelope><s:Body>{plain}{plain}</s:Body></s:Envelope>");
    assert_eq!(read_text(&envelope).transactions.len(), 2);
}

#[test]
fn other_encodings() {
    let text = document(&statement(&entry("1", "CRDT", &details("<RmtInf><Ustrd>Gebühr</Ustrd></RmtInf>"))));
    let plain = read_text(&text).transactions;
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text.replace("UTF-8", "ISO-8859-1").chars().map(|c| c as u8).collect();
    let mut marked = b"\xef\xbb\xbf".to_vec();
    marked.extend(text.as_bytes());
    for bytes in [&utf_16, &latin, &marked] {
        assert_eq!(read(bytes, &ReadOptions::default()).unwrap().transactions, plain);
    }
    let report = read(&marked, &ReadOptions::default()).unwrap();
    let range = report.places.transactions[0].bytes.clone();
    let record = &marked[range.start as usize..range.end as usize];
    assert!(record.starts_with(b"<Ntry>") && record.ends_with(b"</Ntry>"));
    let lying = text.replace("Gebühr", "Geb_hr").into_bytes();
    let lying: Vec<u8> = lying.into_iter().map(|byte| if byte == b'_' { 0xfc } else { byte }).collect();
    let report = read(&lying, &ReadOptions::default()).unwrap();
    assert_eq!(report.transactions, plain);
    assert_eq!(codes(&report.warnings), [Code::FormatEncoding]);
}

#[test]
fn interim_balances_prove_a_report_of_the_day() {
    let proof = |balances: &str| {
        let report = of(&(balances.to_owned() + &entry("10", "CRDT", "") + &entry("3", "DBIT", "")));
        assert!(report.warnings.is_empty(), "{:?}", report.warnings);
        let statement = &report.statements[0];
        (statement.proof, statement.opening.map(Amount::minor), statement.closing.map(Amount::minor))
    };
    let both = |first: &str, second: &str| balance(first, "5", "CRDT") + &balance(second, "12", "CRDT");
    for balances in [both("OPBD", "ITBD"), both("ITBD", "ITBD"), both("ITBD", "CLBD")] {
        assert_eq!(proof(&balances), (Proof::Holds, Some(500), Some(1200)), "{balances}");
    }
    // Entries that were in a report before are not listed again: nothing is proven, and nothing wrong.
    let later = balance("OPBD", "4", "CRDT") + &balance("ITBD", "12", "CRDT");
    assert_eq!(proof(&later), (Proof::NoBalances, Some(400), None));
    assert_eq!(proof(&balance("ITBD", "7", "CRDT")), (Proof::NoBalances, None, None));
    // What is available follows value dates: it proves nothing.
    assert_eq!(proof(&both("OPAV", "CLAV")), (Proof::NoBalances, None, None));
}

#[test]
fn reports_of_one_day_are_no_gap() {
    let report = |id: &str, closing: &str, entries: &str| {
        let text = statement(&(balance("OPBD", "5", "CRDT") + &balance("ITBD", closing, "CRDT") + entries));
        text.replace("<Id>S1</Id>", &format!("<Id>{id}</Id>"))
    };
    let one = entry("10", "CRDT", "");
    let two = one.clone() + &entry("3", "DBIT", "");
    let read = read_text(&document(&(report("A", "15", &one) + &report("B", "12", &two))));
    assert!(read.statements.iter().all(|statement| statement.proof == Proof::Holds));
    assert_eq!(codes(&read.warnings), []);
}

#[test]
fn balances_prove_the_entries() {
    let entries =
        entry("10", "CRDT", "") + &entry("3", "DBIT", "") + &entry("99", "CRDT", "").replace("BOOK", "PDNG");
    let report = of(&(balance("PRCD", "5", "DBIT")
        + &balance("CLBD", "2", "CRDT")
        + &balance("CLAV", "7", "CRDT")
        + &entries));
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    let kinds: Vec<_> =
        report.balances.iter().map(|Balance { kind, amount, .. }| (*kind, amount.minor())).collect();
    assert_eq!(kinds, [(BalanceKind::Opening, -500), (BalanceKind::Closing, 200), (BalanceKind::Other, 700)]);
    assert_eq!(report.balances[0].statement.as_deref(), Some("S1"));

    let report = of(&(balance("OPBD", "5", "CRDT") + &balance("CLBD", "2", "CRDT") + &entries));
    assert_eq!(codes(&report.warnings), [Code::FormatBalance]);
    assert!(
        report.warnings[0].message().contains("12.00 EUR")
            && report.warnings[0].message().contains("2.00 EUR")
    );
    // An entry that could not be read: nothing to prove.
    let report = of(&(balance("OPBD", "5", "CRDT")
        + &balance("CLBD", "2", "CRDT")
        + &entries
        + &entry("x", "CRDT", "")));
    assert!(report.warnings.is_empty());
}

#[test]
fn ids_hold_over_overlapping_statements() {
    let twins = entry("9.99", "CRDT", "") + &entry("9.99", "CRDT", "");
    let first = of(&(entry("5", "CRDT", "") + &twins));
    let second = of(&(twins.clone() + &entry("7", "CRDT", "")));
    let ids = |report: &Report| report.transactions.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    let (first, second) = (ids(&first), ids(&second));
    assert_eq!(first[1..], second[..2]);
    assert_ne!(first[1], first[2]);
    // Two statements of one input.
    let both = read_text(&document(&(statement(&twins) + &statement(&twins))));
    assert_eq!(ids(&both)[..2], ids(&both)[2..]);
    // A reference that two entries share is the first one's.
    let shared = of(&(entry("1", "CRDT", "<AcctSvcrRef>R</AcctSvcrRef>")
        + &entry("2", "CRDT", "<AcctSvcrRef>R</AcctSvcrRef>")));
    assert!(ids(&shared)[0].ends_with(":R") && ids(&shared)[1].starts_with("c_"));
    // A counter within the statement is no reference, a long one is.
    assert!(
        one(&("<Ntry><NtryRef>1</NtryRef>".to_owned() + &entry("1", "CRDT", "")[6..])).id.starts_with("c_")
    );
    assert!(
        one(&("<Ntry><NtryRef>2026030400017</NtryRef>".to_owned() + &entry("1", "CRDT", "")[6..]))
            .id
            .ends_with(":2026030400017")
    );
}

#[test]
fn whole_inputs_that_are_none() {
    let code = |text: &str| {
        crate::format::read(
            text.as_bytes(),
            &ReadOptions { format: Some(crate::format::Format::Camt053), ..ReadOptions::default() },
        )
        .map(|_| ())
        .unwrap_err()
        .code()
    };
    assert_eq!(code("<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>"), Code::FormatNoRows);
    assert_eq!(code("<a/>"), Code::FormatUnknown);
    assert_eq!(code("hello"), Code::FormatUnknown);
    assert_eq!(code("<!DOCTYPE a [<!ENTITY x 'y'>]><Document><BkToCstmrStmt/></Document>"), Code::XmlDoctype);
    assert_eq!(code("<Document><BkToCstmr"), Code::FormatTruncated);
    let empty = crate::format::read(document(&statement("")).as_bytes(), &ReadOptions::default()).unwrap();
    assert!(empty.says_empty && empty.transactions.is_empty());
    assert_eq!(codes(&empty.warnings), [Code::FormatNoRows]);
}
