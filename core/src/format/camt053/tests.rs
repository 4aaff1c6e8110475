use super::*;
use crate::format::{Balance, BalanceKind};
use crate::model::{ReferenceKind, ReturnStage, Status, Transaction, TransactionKind};

fn document(statements: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">\
         <BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>{statements}</BkToCstmrStmt></Document>"
    )
}

fn statement(inner: &str) -> String {
    format!(
        "<Stmt><Id>S1</Id><CreDtTm>2026-03-05T06:00:00</CreDtTm><Acct><Id><IBAN>DE89 3704 0044 0532 0130 00</IBAN></Id>\
         <Ccy>EUR</Ccy><Ownr><Nm>Hoster GmbH</Nm></Ownr></Acct>{inner}</Stmt>"
    )
}

/// An entry of 100.00 EUR, with more elements.
fn entry(amount: &str, direction: &str, more: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
         <BookgDt><Dt>2026-03-04</Dt></BookgDt>{more}</Ntry>"
    )
}

fn details(inner: &str) -> String {
    format!("<NtryDtls><TxDtls>{inner}</TxDtls></NtryDtls>")
}

fn balance(kind: &str, amount: &str, direction: &str) -> String {
    format!(
        "<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{amount}</Amt>\
         <CdtDbtInd>{direction}</CdtDbtInd><Dt><Dt>2026-03-04</Dt></Dt></Bal>"
    )
}

fn read_text(text: &str) -> Report {
    read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn of(entries: &str) -> Report {
    read_text(&document(&statement(entries)))
}

fn one(entries: &str) -> Transaction {
    let report = of(entries);
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert!(report.warnings.is_empty(), "{:?}", report.warnings);
    assert_eq!(report.transactions.len(), 1);
    report.transactions[0].clone()
}

fn codes(errors: &[Error]) -> Vec<Code> {
    errors.iter().map(Error::code).collect()
}

fn reference(transaction: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    transaction
        .references
        .iter()
        .filter(|known| known.kind == kind)
        .map(|known| known.value.as_str())
        .collect()
}

#[test]
fn direction_is_the_indicators_and_a_reversal_does_not_turn_it() {
    assert_eq!(one(&entry("100.00", "CRDT", "")).amount.minor(), 10_000);
    assert_eq!(one(&entry("100.00", "DBIT", "")).amount.minor(), -10_000);
    let back = one(&entry("100.00", "DBIT", "<RvslInd>true</RvslInd>"));
    assert_eq!(back.amount.minor(), -10_000);
    assert_eq!(back.returned.unwrap().stage, ReturnStage::Return);
    assert!(one(&entry("100.00", "CRDT", "<RvslInd>false</RvslInd>")).returned.is_none());
}

#[test]
fn all_that_an_entry_says() {
    let row = one(&entry(
        "1204.5",
        "CRDT",
        &format!(
            "<ValDt><Dt>2026-03-05</Dt></ValDt><AcctSvcrRef>BANK-1</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>\
             <SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn><Prtry><Cd>166</Cd></Prtry></BkTxCd>{}",
            details(
                "<Refs><EndToEndId>NOTPROVIDED</EndToEndId><TxId>T9</TxId><MndtId>M-7</MndtId><InstrId>I1</InstrId></Refs>\
                 <RltdPties><Dbtr><Pty><Nm>M&#252;ller &amp; S&#246;hne</Nm><CtctDtls><EmailAdr>a@b.example</EmailAdr></CtctDtls></Pty></Dbtr>\
                 <DbtrAcct><Id><IBAN>gb33 BUKB20201555555555</IBAN></Id></DbtrAcct><UltmtDbtr><Nm>Real Payer</Nm></UltmtDbtr>\
                 <Cdtr><Pty><Nm>Hoster GmbH</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>DE75512108001245126199</IBAN></Id></CdtrAcct></RltdPties>\
                 <RltdAgts><DbtrAgt><FinInstnId><BICFI>BUKBGB22</BICFI></FinInstnId></DbtrAgt></RltdAgts><Purp><Cd>GDDS</Cd></Purp>\
                 <RmtInf><Ustrd>Invoice 1042</Ustrd><Ustrd>and\n      1043</Ustrd></RmtInf><AddtlTxInf>not needed</AddtlTxInf>"
            )
        ),
    ));
    assert_eq!(row.id, "DE89370400440532013000:BANK-1");
    assert_eq!(row.account.as_deref(), Some("DE89370400440532013000"));
    assert_eq!(row.amount.to_string(), "1204.50 EUR");
    assert_eq!(
        (row.booked_on.to_string(), row.value_on.unwrap().to_string()),
        ("2026-03-04".into(), "2026-03-05".into())
    );
    assert_eq!(row.kind, TransactionKind::Transfer);
    assert_eq!(row.counterparty.name.as_deref(), Some("Müller & Söhne"));
    assert_eq!(row.counterparty.ultimate_name.as_deref(), Some("Real Payer"));
    assert_eq!(row.counterparty.iban.as_deref(), Some("GB33BUKB20201555555555"));
    assert_eq!(row.counterparty.bic.as_deref(), Some("BUKBGB22"));
    assert_eq!(row.counterparty.email.as_deref(), Some("a@b.example"));
    assert_eq!(row.payee_iban.as_deref(), Some("DE75512108001245126199"));
    assert_eq!(row.remittance, "Invoice 1042 and 1043");
    assert_eq!(reference(&row, ReferenceKind::EndToEnd), Vec::<&str>::new());
    assert_eq!(reference(&row, ReferenceKind::Mandate), ["M-7"]);
    assert_eq!(reference(&row, ReferenceKind::Bank), ["T9", "BANK-1"]);
    assert_eq!(row.metadata["purpose"], "GDDS");
    let code = row.bank_code.unwrap();
    assert_eq!(code.sub_family.as_deref(), Some("ESCT"));
    assert_eq!(code.proprietary.as_deref(), Some("166"));
    assert!(row.batch.is_none() && row.fees.is_empty() && row.original.is_none());
}

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
    let range = report.transaction_bytes[0].clone();
    let record = &marked[range.start as usize..range.end as usize];
    assert!(record.starts_with(b"<Ntry>") && record.ends_with(b"</Ntry>"));
    let lying = text.replace("Gebühr", "Geb_hr").into_bytes();
    let lying: Vec<u8> = lying.into_iter().map(|byte| if byte == b'_' { 0xfc } else { byte }).collect();
    let report = read(&lying, &ReadOptions::default()).unwrap();
    assert_eq!(report.transactions, plain);
    assert_eq!(codes(&report.warnings), [Code::FormatEncoding]);
}

fn batch_of(amounts: &[(&str, &str)], more: &str) -> String {
    let parts: String = amounts
        .iter()
        .map(|(amount, direction)| {
            format!("<TxDtls><Refs><EndToEndId>E{amount}</EndToEndId></Refs><Amt Ccy=\"EUR\">{amount}</Amt>{direction}\
                     <RltdPties><Dbtr><Pty><Nm>Payer {amount}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>R {amount}</Ustrd></RmtInf></TxDtls>")
        })
        .collect();
    format!(
        "<AcctSvcrRef>B1</AcctSvcrRef>{more}<NtryDtls><Btch><PmtInfId>P1</PmtInfId><NbOfTxs>{}</NbOfTxs></Btch>{parts}</NtryDtls>",
        amounts.len()
    )
}

#[test]
fn a_batch_is_its_payments_where_they_add_up() {
    let report = of(&entry("30.00", "CRDT", &batch_of(&[("10", ""), ("20", "")], "")));
    assert!(report.warnings.is_empty());
    assert_eq!(report.records, 1);
    let rows = &report.transactions;
    assert_eq!(rows.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(), [1000, 2000]);
    assert_eq!(rows[1].id, "DE89370400440532013000:B1/2");
    assert_eq!(rows[1].counterparty.name.as_deref(), Some("Payer 20"));
    assert_eq!(rows[0].batch.as_ref().unwrap().count, Some(2));
    assert_eq!(rows[0].batch.as_ref().unwrap().id.as_deref(), Some("P1"));

    // A direction of its own against the entry's.
    let own = [("30", "<CdtDbtInd>CRDT</CdtDbtInd>"), ("10", "<CdtDbtInd>DBIT</CdtDbtInd>")];
    let report = of(&entry("20.00", "CRDT", &batch_of(&own, "")));
    assert!(report.warnings.is_empty());
    assert_eq!(report.transactions.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(), [3000, -1000]);

    // A direction of its own that is the payer's view: the entry's holds for all.
    let own = [("30", "<CdtDbtInd>DBIT</CdtDbtInd>"), ("10", "<CdtDbtInd>DBIT</CdtDbtInd>")];
    let report = of(&entry("40.00", "CRDT", &batch_of(&own, "")));
    assert_eq!(report.transactions.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(), [3000, 1000]);

    // Charges for all of it.
    let charges = "<Chrgs><Rcrd><Amt Ccy=\"EUR\">0.50</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>";
    let report = of(&entry("29.50", "CRDT", &batch_of(&[("10", ""), ("20", "")], charges)));
    assert!(report.warnings.is_empty());
    assert_eq!(
        report.transactions.iter().map(|row| row.amount.minor()).collect::<Vec<_>>(),
        [1000, 2000, -50]
    );
    assert_eq!(report.transactions[2].kind, TransactionKind::Fee);
}

#[test]
fn a_batch_that_does_not_add_up_is_one_row() {
    let report = of(&entry("31.00", "CRDT", &batch_of(&[("10", ""), ("20", "")], "")));
    assert_eq!(codes(&report.warnings), [Code::CamtDetails]);
    assert_eq!(report.transactions.len(), 1);
    let row = &report.transactions[0];
    assert_eq!(row.amount.minor(), 3100);
    assert_eq!(row.remittance, "R 10 R 20");
    assert_eq!(reference(row, ReferenceKind::EndToEnd), ["E10", "E20"]);
    assert_eq!(row.counterparty.name, None);
    assert_eq!(row.batch.as_ref().unwrap().count, Some(2));
    // Without amounts: nothing contradicts.
    let report = of(&entry("31.00", "CRDT", "<NtryDtls><TxDtls/><TxDtls/></NtryDtls>"));
    assert!(report.warnings.is_empty());
    assert_eq!(report.transactions[0].batch.as_ref().unwrap().count, Some(2));
    // A batch without details.
    let row = one(&entry(
        "31.00",
        "DBIT",
        "<NtryDtls><Btch><MsgId>X</MsgId><NbOfTxs>7</NbOfTxs></Btch></NtryDtls>",
    ));
    assert_eq!(row.batch.unwrap().count, Some(7));
}

#[test]
fn the_entrys_amount_holds_against_its_single_detail() {
    let report = of(&entry("10.00", "CRDT", &details("<Amt Ccy=\"EUR\">12.00</Amt>")));
    assert_eq!(codes(&report.warnings), [Code::CamtDetails]);
    assert_eq!(report.transactions[0].amount.minor(), 1000);
    let foreign = of(&entry("10.00", "CRDT", &details("<Amt Ccy=\"SEK\">0</Amt>")));
    assert!(foreign.warnings.is_empty());
}

#[test]
fn decimals_beyond_the_currencys() {
    assert_eq!(one(&entry("8.85000", "CRDT", "")).amount.minor(), 885);
    let report = of(&(entry("8.85100", "CRDT", "") + &entry("1", "CRDT", "")));
    assert_eq!(codes(&report.errors), [Code::MoneyPrecision]);
    assert_eq!((report.transactions.len(), report.records), (1, 2));
}

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
fn status() {
    let pending = entry("1", "CRDT", "<ValDt><Dt>2026-03-09</Dt></ValDt>")
        .replace("BOOK", "PDNG")
        .replace("<BookgDt><Dt>2026-03-04</Dt></BookgDt>", "");
    let row = one(&pending);
    assert_eq!((row.status, row.booked_on.to_string()), (Status::Pending, "2026-03-09".into()));
    let report = of(&(entry("1", "CRDT", "").replace("BOOK", "INFO") + &entry("2", "CRDT", "")));
    assert_eq!(codes(&report.warnings), [Code::CamtNotBooked]);
    assert_eq!((report.transactions.len(), report.records), (1, 2));
}

#[test]
fn what_is_left_out_is_assumed_and_said() {
    let bare = "<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>";
    let report = of(&(balance("CLBD", "2", "X") + bare + bare));
    assert_eq!(codes(&report.warnings), [Code::CamtAssumed; 3]);
    assert_eq!(report.transactions[0].booked_on.to_string(), "2026-03-04");
    let nothing = document(&format!("<Stmt>{bare}</Stmt>"));
    assert_eq!(codes(&read_text(&nothing).errors), [Code::CamtMissing]);
}

#[test]
fn times_become_days() {
    let with = |text: &str, minutes: i32| {
        let xml = document(&statement(
            &entry("1", "CRDT", "").replace("<Dt>2026-03-04</Dt>", &format!("<DtTm>{text}</DtTm>")),
        ));
        let options = ReadOptions { utc_offset_minutes: minutes, ..ReadOptions::default() };
        read(xml.as_bytes(), &options).unwrap().transactions[0].booked_on.to_string()
    };
    assert_eq!(with("2026-03-04T23:30:00Z", 0), "2026-03-04");
    assert_eq!(with("2026-03-04T23:30:00.123Z", 60), "2026-03-05");
    assert_eq!(with("2026-03-04T00:00:00+02:00", 0), "2026-03-04");
    assert_eq!(with("2026-03-04T00:00:00.000000000", 0), "2026-03-04");
}

#[test]
fn charges_are_fees_where_they_were_taken_off() {
    let charges = |inner: &str| format!("<Chrgs><Rcrd><Amt Ccy=\"EUR\">2.50</Amt>{inner}</Rcrd></Chrgs>");
    let included = one(&entry("97.50", "CRDT", &charges("<ChrgInclInd>true</ChrgInclInd>")));
    assert_eq!(included.gross().unwrap().minor(), 10_000);
    assert_eq!(included.fees[0].kind, "bank_fee");
    assert!(one(&entry("97.50", "CRDT", &charges("<ChrgInclInd>false</ChrgInclInd>"))).fees.is_empty());
    assert!(one(&entry("97.50", "CRDT", &charges(""))).fees.is_empty());
    assert!(
        one(&entry("97.50", "CRDT", &charges("<CdtDbtInd>CRDT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd>")))
            .fees
            .is_empty()
    );
    // Not said to be included, but proven by what the payer sent.
    let sent = details(
        "<AmtDtls><InstdAmt><Amt Ccy=\"EUR\">100.00</Amt></InstdAmt></AmtDtls><Chrgs><Amt Ccy=\"EUR\">2.50</Amt></Chrgs>",
    );
    assert_eq!(one(&entry("97.50", "CRDT", &sent)).gross().unwrap().minor(), 10_000);
    assert!(one(&entry("96.50", "CRDT", &sent)).fees.is_empty());
    // Money out: what was paid is less than what the account lost.
    let out = one(&entry("102.50", "DBIT", &charges("<ChrgInclInd>true</ChrgInclInd>")));
    assert_eq!(out.gross().unwrap().minor(), -10_000);
    let foreign = one(&entry("97.50", "CRDT", &charges("").replace("EUR", "USD")));
    assert_eq!(foreign.metadata["charges"], "2.50 USD");
}

#[test]
fn conversion() {
    let with = |amount: &str, rate: &str, booked: &str| {
        let inner = format!(
            "<AmtDtls><InstdAmt><Amt Ccy=\"USD\">{amount}</Amt></InstdAmt><TxAmt><Amt Ccy=\"EUR\">{booked}</Amt><CcyXchg><SrcCcy>USD</SrcCcy>\
             <XchgRate>{rate}</XchgRate></CcyXchg></TxAmt></AmtDtls>"
        );
        let original = one(&entry(booked, "CRDT", &details(&inner))).original.unwrap();
        assert_eq!(original.amount.to_string(), format!("{amount} USD"));
        original.rate.map(|rate| rate.round_dp(6).normalize().to_string())
    };
    assert_eq!(with("100.00", "0.9215", "92.15").as_deref(), Some("0.9215"));
    // Quoted the other way round.
    assert_eq!(with("110.00", "1.1", "100.00").as_deref(), Some("0.909091"));
    // Neither way.
    assert_eq!(with("110.00", "1.5", "100.00"), None);
    assert_eq!(with("110.00", "0", "100.00"), None);
    let out = one(&entry(
        "92.15",
        "DBIT",
        &details("<AmtDtls><TxAmt><Amt Ccy=\"USD\">100.00</Amt></TxAmt></AmtDtls>"),
    ));
    assert_eq!(out.original.unwrap().amount.minor(), -10_000);
}

#[test]
fn structured_advice() {
    let row = one(&entry(
        "100",
        "CRDT",
        &details(
            "<RmtInf><Strd><RfrdDocInf><Nb>INV-1</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy=\"EUR\">70</RmtdAmt></RfrdDocAmt></Strd>\
             <Strd><RfrdDocInf><Nb>INV-2</Nb></RfrdDocInf><RfrdDocAmt><DuePyblAmt Ccy=\"EUR\">40</DuePyblAmt></RfrdDocAmt>\
             <AddtlRmtInf>less credit</AddtlRmtInf></Strd>\
             <Strd><RfrdDocInf><Nb>CN-3</Nb></RfrdDocInf><RfrdDocAmt><CdtNoteAmt Ccy=\"EUR\">10</CdtNoteAmt></RfrdDocAmt></Strd>\
             <Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>",
        ),
    ));
    let lines: Vec<_> = row
        .remittance_lines
        .iter()
        .map(|line| (line.reference.as_str(), line.amount.unwrap().minor()))
        .collect();
    assert_eq!(lines, [("INV-1", 7000), ("INV-2", 4000), ("CN-3", -1000)]);
    assert_eq!(row.remittance, "less credit");
    assert_eq!(reference(&row, ReferenceKind::Creditor), ["RF18539007547034"]);
    assert_eq!(reference(&row, ReferenceKind::Invoice), ["INV-1", "INV-2", "CN-3"]);
}

#[test]
fn what_the_bank_adds_stands_in_for_no_remittance() {
    let row = one(&entry(
        "1",
        "CRDT",
        &(details("<RmtInf><Ustrd>NOTPROVIDED</Ustrd></RmtInf>")
            + "<AddtlNtryInf>SEPA credit</AddtlNtryInf>"),
    ));
    assert_eq!(row.remittance, "SEPA credit");
}

#[test]
fn kinds_and_returns() {
    let with = |family: &str, sub: &str, more: &str| {
        let code = format!(
            "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>{family}</Cd><SubFmlyCd>{sub}</SubFmlyCd></Fmly></Domn></BkTxCd>"
        );
        one(&entry("1", "DBIT", &(code + &details(more))))
    };
    for (family, sub, kind) in [
        ("ICDT", "ESCT", TransactionKind::Transfer),
        ("RDDT", "ESDD", TransactionKind::DirectDebit),
        ("CCRD", "POSD", TransactionKind::Card),
        ("CCRD", "RIMB", TransactionKind::Refund),
        ("ICHQ", "CCHQ", TransactionKind::Cheque),
        ("MDOP", "CHRG", TransactionKind::Fee),
        ("MDOP", "INTR", TransactionKind::Interest),
        ("ICDT", "ICCT", TransactionKind::Internal),
        ("NTAV", "NTAV", TransactionKind::Other),
    ] {
        assert_eq!(with(family, sub, "").kind, kind, "{family} {sub}");
    }
    let unpaid = with(
        "IDDT",
        "UPDD",
        "<Refs><EndToEndId>E1</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>",
    );
    assert_eq!(unpaid.kind, TransactionKind::Return);
    let returned = unpaid.returned.unwrap();
    assert_eq!((returned.stage, returned.reason.as_deref()), (ReturnStage::Return, Some("AC04")));
    assert_eq!(returned.originals, ["E1"]);
    let claimed = with("IDDT", "UPDD", "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>");
    assert_eq!(claimed.returned.unwrap().stage, ReturnStage::Refund);
    let german = one(&entry("1", "DBIT", "<BkTxCd><Prtry><Cd>NCHG+808+00931</Cd></Prtry></BkTxCd>"));
    assert_eq!(german.kind, TransactionKind::Fee);
    let mandate = one(&entry("1", "DBIT", &details("<Refs><MndtId>M</MndtId></Refs>")));
    assert_eq!(mandate.kind, TransactionKind::DirectDebit);
}

#[test]
fn a_returned_collection_keeps_its_roles() {
    // Money goes out again, the debtor is still the customer and the creditor still the host.
    let row = one(&entry(
        "9.99",
        "DBIT",
        &("<RvslInd>true</RvslInd>".to_owned()
            + &details(
                "<RltdPties><Dbtr><Nm>Customer</Nm></Dbtr><DbtrAcct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></DbtrAcct>\
                 <Cdtr><Nm>Hoster</Nm></Cdtr><CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></RltdPties>",
            )),
    ));
    assert_eq!(row.counterparty.name.as_deref(), Some("Customer"));
    assert_eq!(row.counterparty.iban.as_deref(), Some("GB33BUKB20201555555555"));
    assert_eq!(row.payee_iban, None);
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
    assert_eq!(codes(&report.warnings), [Code::CamtBalance]);
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
    // A reference that two entries share tells neither.
    let shared = of(&(entry("1", "CRDT", "<AcctSvcrRef>R</AcctSvcrRef>")
        + &entry("2", "CRDT", "<AcctSvcrRef>R</AcctSvcrRef>")));
    assert!(ids(&shared).iter().all(|id| id.starts_with("c_")));
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
            proptest::prop_assert_eq!(report.transactions.len(), report.transaction_bytes.len());
            for range in &report.transaction_bytes {
                proptest::prop_assert!(range.start < range.end);
            }
        }
    }

    /// What the rows of a batch add up to is the entry, whatever its payments say.
    #[test]
    fn no_money_is_lost_in_a_batch(entry_amount in 1_i64..5000, parts in proptest::collection::vec((1_i64..2000, 0_usize..3), 2..5)) {
        let text = |minor: i64| format!("{}.{:02}", minor / 100, minor % 100);
        let amounts: Vec<String> = parts.iter().map(|(minor, _)| text(*minor)).collect();
        let directions = ["", "<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>DBIT</CdtDbtInd>"];
        let stated: Vec<(&str, &str)> = amounts.iter().zip(&parts).map(|(text, (_, way))| (text.as_str(), directions[*way])).collect();
        let sum = parts.iter().map(|(minor, way)| if *way == 2 { -minor } else { *minor }).sum::<i64>();
        for total in [entry_amount, sum.abs().max(1)] {
            let report = of(&entry(&text(total), if sum < 0 { "DBIT" } else { "CRDT" }, &batch_of(&stated, "")));
            let rows = report.transactions.iter().map(|row| row.amount.minor()).sum::<i64>();
            proptest::prop_assert_eq!(rows.abs(), total);
        }
    }
}
