//! What one entry says.

use super::*;

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
fn decimals_beyond_the_currencys() {
    assert_eq!(one(&entry("8.85000", "CRDT", "")).amount.minor(), 885);
    let report = of(&(entry("8.85100", "CRDT", "") + &entry("1", "CRDT", "")));
    assert_eq!(codes(&report.errors), [Code::MoneyPrecision]);
    assert_eq!((report.transactions.len(), report.records), (1, 2));
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
        let report = read(xml.as_bytes(), &options).unwrap();
        report
            .transactions
            .first()
            .map_or_else(|| codes(&report.errors)[0].to_string(), |row| row.booked_on.to_string())
    };
    for none in
        ["2026-03-04T00:30:00+99:00", "2026-03-04Tnoon+01:00", "2026-03-04x", "2026-02-30", "-0044-03-15"]
    {
        assert_eq!(with(none, 0), Code::CamtBadDate.to_string(), "{none}");
    }
    assert_eq!(with("2026-03-04T23:30:00Z", 0), "2026-03-04");
    assert_eq!(with("2026-03-04T23:30:00.123Z", 60), "2026-03-05");
    assert_eq!(with("2026-03-04T00:30:00+02:00", 0), "2026-03-03");
    assert_eq!(with("2026-03-04T00:30:00+02:00", 120), "2026-03-04");
    assert_eq!(with("2026-03-04T22:30:00.5-02:30", 0), "2026-03-05");
    assert_eq!(with("2026-03-04T22:30:00", 600), "2026-03-04");
    assert_eq!(with("2026-03-04+02:00", -600), "2026-03-04");
    assert_eq!(with("2026-03-04Z", 600), "2026-03-04");
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
fn comments_belong_to_no_record() {
    let text = document(&statement(&format!("<!-- March --><?page 2?>{}", entry("1", "CRDT", ""))));
    let text = text.replacen("<Stmt>", "<!-- one --><Stmt>", 1);
    let report = read_text(&text);
    for (place, tag) in [(&report.places.transactions[0], "<Ntry>"), (&report.places.statements[0], "<Stmt>")]
    {
        let bytes = place.bytes.start as usize..place.bytes.end as usize;
        assert!(text[bytes.clone()].starts_with(tag), "{}", &text[bytes]);
    }
}
