//! Broken, cut and altered files.

use super::*;

#[test]
fn a_bad_entry_costs_itself() {
    let bad = [
        (entry("12..34", "CRDT", ""), Code::CamtBadAmount),
        (entry("-5", "DBIT", ""), Code::CamtBadAmount),
        (entry(&"9".repeat(40), "CRDT", ""), Code::MoneyOverflow),
        (entry("NaN", "CRDT", ""), Code::CamtBadAmount),
        (entry("1", "", ""), Code::CamtMissing),
        (entry("1", "CRDT", "").replace("Ccy=\"EUR\"", "Ccy=\"EURO\""), Code::MoneyCurrencyUnknown),
        (entry("1", "CRDT", "").replace("2026-03-04", "2026-02-30"), Code::CamtBadDate),
        (entry("1", "CRDT", "").replace("2026-03-04", "0000-00-00"), Code::CamtBadDate),
        (entry("1", "CRDT", "<AddtlNtryInf>1 < 2</AddtlNtryInf>"), Code::XmlSyntax),
        (entry("1", "CRDT", "<AddtlNtryInf>&eacute;</AddtlNtryInf>"), Code::XmlSyntax),
        (entry("1", "CRDT", "<NtryDtls>"), Code::XmlSyntax),
        (entry("1", "CRDT", "").replace("</Ntry>", ""), Code::XmlSyntax),
        (entry("1", "CRDT", &"<a>".repeat(100)), Code::FormatTooLarge),
        (
            entry("1", "CRDT", &format!("<AddtlNtryInf>{}</AddtlNtryInf>", "x".repeat(70_000))),
            Code::FormatTooLarge,
        ),
        ("<Ntry/>".to_owned(), Code::CamtMissing),
    ];
    for (broken, code) in bad {
        let text = document(&statement(&(entry("1", "CRDT", "") + &broken + &entry("2", "DBIT", ""))));
        let report = read_text(&text);
        assert_eq!(codes(&report.errors), [code], "{:?}", report.errors);
        assert_eq!(report.records, 3);
        let amounts: Vec<_> = report.transactions.iter().map(|row| row.amount.minor()).collect();
        assert_eq!(amounts, [100, -200], "{code}");
        let place = report.errors[0].place().bytes.clone().unwrap();
        assert_eq!(text.get(place.start as usize..place.end as usize), Some(broken.as_str()), "{code}");
    }
}

#[test]
fn a_bare_ampersand_is_text() {
    let row = one(&entry("1", "CRDT", &details("<RmtInf><Ustrd>Smith & Sons &amp; Co</Ustrd></RmtInf>")));
    assert_eq!(row.remittance, "Smith & Sons & Co");
}

#[test]
fn a_cut_file_keeps_its_whole_entries() {
    let inner = balance("OPBD", "0", "CRDT")
        + &balance("CLBD", "9", "CRDT")
        + &entry("1", "CRDT", "")
        + &entry("8", "CRDT", "");
    let text = document(&statement(&inner));
    for (cut, rows) in [
        ("</Stmt>", 2),
        ("</Ntry></Stmt>", 1),
        ("<Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-04</Dt></BookgDt></Ntry></Stmt>", 1),
    ] {
        let at = text.rfind(cut).unwrap();
        let report = read_text(&text[..at]);
        assert_eq!(codes(&report.errors), [Code::FormatTruncated]);
        assert_eq!(report.transactions.len(), rows);
        assert_eq!(report.balances.len(), 2);
        assert!(report.warnings.is_empty());
    }
}

#[test]
fn bounded() {
    // Very many broken records end the reading; a quadratic search would not end here.
    let report = read_text(&document(&statement(&"<Ntry><".repeat(200_000))));
    assert!(report.errors.len() <= ERRORS + 1);
    assert_eq!(report.errors.last().unwrap().code(), Code::FormatTooLarge);
    let report = of(&"<Ntry><a".repeat(5_000));
    assert!(report.transactions.is_empty() && !report.errors.is_empty());
}

fn sample() -> Vec<u8> {
    let entries = balance("OPBD", "0", "CRDT")
        + &entry("30.00", "CRDT", &batch_of(&[("10", ""), ("20", "")], ""))
        + &entry(
            "5.00",
            "DBIT",
            &details("<Refs><EndToEndId>E</EndToEndId></Refs><RmtInf><Ustrd>ä &amp; b</Ustrd></RmtInf>"),
        )
        + &balance("CLBD", "25.00", "CRDT");
    document(&statement(&entries)).into_bytes()
}

proptest::proptest! {
    #[test]
    fn any_mutation_has_an_answer(
        cut in 0_usize..4000,
        flips in proptest::collection::vec((0_usize..4000, proptest::num::u8::ANY), 0..6),
        swap in (0_usize..4000, 0_usize..4000),
    ) {
        let mut bytes = sample();
        for (at, byte) in flips {
            if let Some(there) = bytes.get_mut(at) {
                *there = byte;
            }
        }
        if swap.0 < bytes.len() && swap.1 < bytes.len() {
            bytes.swap(swap.0, swap.1);
        }
        if cut % 2 == 0 {
            bytes.truncate(cut);
        }
        let _ = crate::format::detect(&bytes);
        if let Ok(report) = read(&bytes, &ReadOptions::default()) {
            proptest::prop_assert_eq!(report.transactions.len(), report.places.transactions.len());
            for crate::format::RowPlace { bytes: range, .. } in &report.places.transactions {
                proptest::prop_assert!(range.start < range.end);
            }
        }
    }
}

#[test]
fn behind_a_record_without_an_end_nothing_is_read_in_pieces_either() {
    let broken = format!("<Acct><Nm>A</Nm><{}", "x".repeat(17 << 20));
    let text =
        document(&format!("<Stmt><Id>S1</Id>{broken}</Id></Stmt><Stmt>{}</Stmt>", entry("1.00", "CRDT", "")));
    let options = ReadOptions { format: Some(Format::Camt053), ..ReadOptions::default() };
    let whole = crate::format::read(text.as_bytes(), &options).unwrap();
    assert_eq!((whole.errors.len(), whole.errors[0].code()), (1, Code::FormatTooLarge));
    let pieces = crate::format::read_in_pieces(text.as_bytes(), &options, 1 << 20).unwrap();
    assert_eq!(pieces, whole);
}

#[test]
fn an_element_without_a_name_is_an_error_of_its_record() {
    for nameless in ["<x:><Tp/></Bal>", "<Ba:><Tp></Bal>", "<x:/>", "<x: y=\"z\">"] {
        let inner = format!("{nameless}{}", entry("1.00", "CRDT", ""));
        for inner in [inner.clone(), format!("<Bal>{inner}</Bal>")] {
            match read(document(&statement(&inner)).as_bytes(), &ReadOptions::default()) {
                Ok(report) => assert_eq!(report.errors[0].code(), Code::XmlSyntax, "{inner}"),
                Err(error) => assert_eq!(error.code(), Code::XmlSyntax, "{inner}"),
            }
        }
    }
}

#[test]
fn a_slip_in_latin_letters_makes_no_chinese() {
    let named = |name: &str| {
        entry("1.00", "CRDT", &details(&format!("<RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties>")))
    };
    let names = format!("{}{}", named("J@rg"), named("Jörg").repeat(3));
    let mut bytes = document(&statement(&names)).into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'@').unwrap();
    bytes[at] = 0xf6;
    let report = read(&bytes, &ReadOptions::default()).unwrap();
    assert_eq!(report.transactions[0].counterparty.name.as_deref(), Some("Jörg"));
    assert_eq!(report.warnings[0].code(), Code::FormatEncoding);
}
