use super::*;

fn format(text: &str) -> Format {
    detect(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}")).format
}

fn refused(bytes: &[u8]) -> (Code, String) {
    let error = detect(bytes).expect_err("nothing to be taken");
    (error.code(), error.message().to_owned())
}

#[test]
fn formats_with_a_reader() {
    for text in [
        r#"<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>"#,
        "\n <ns2:Document xmlns:ns2='x'><ns2:BkToCstmrStmt/></ns2:Document>",
        "<Document><BkToCstmrStmt><Stmt>",
        "<s:Envelope><s:Body><Document><BkToCstmrStmt>",
        "<!DOCTYPE Document [<!ENTITY a 'b'>]><Document><BkToCstmrStmt>",
    ] {
        assert_eq!(format(text), Format::Camt053, "{text}");
    }
    for text in [
        r#"{"transactions": {"booked": [], "pending": []}}"#,
        r#"{"booked": [{"transactionAmount": {"amount": "1.00", "currency": "EUR"}}]}"#,
        r#"[{"transactionId": "1", "transactionAmount": {"amount": "1.00", "currency": "EUR"}}]"#,
        r#"{"balances": [{"balanceAmount": {}}]}"#,
    ] {
        assert_eq!(format(text), Format::Gocardless, "{text}");
    }
    for text in [
        r#"{"payments": [{"id": "PM1", "links": {"mandate": "MD1"}}]}"#,
        r#"{"events": [{"id": "EV1", "resource_type": "payments", "links": {"payment": "PM1"}}]}"#,
        r#"{"payout_items": []}"#,
        r#"{"id": "PO1", "amount": 1, "deducted_fees": 0, "currency": "GBP", "links": {"creditor": "CR1"}}"#,
        r#"[{"id": "PM1", "amount": 1, "charge_date": "2026-03-04", "links": {"mandate": "MD1"}}]"#,
        r#"{"error": {"message": "x", "documentation_url": "y", "request_id": "z", "code": 401}}"#,
    ] {
        assert_eq!(format(text), Format::GocardlessPro, "{text}");
    }
    for text in [
        r#"{"Data": {"Transaction": [{"AccountId": "1"}]}}"#,
        r#"{"Data": {"Balance": []}, "Links": {}, "Meta": {}}"#,
        r#"[{"AccountId": "1", "CreditDebitIndicator": "Credit", "Amount": {}}]"#,
    ] {
        assert_eq!(format(text), Format::OpenBankingUk, "{text}");
    }
    for text in [
        r#"{"transaction_details": [{"transaction_info": {}}]}"#,
        r#"{"transaction_details": [], "account_number": "X", "page": 1, "links": []}"#,
        r#"[{"transaction_info": {"transaction_id": "1", "transaction_event_code": "T0006"}}]"#,
        r#"{"balances": [{"currency": "USD", "total_balance": {}, "withheld_balance": {}}], "account_id": "X"}"#,
        r#"{"name": "INVALID_REQUEST", "message": "x", "debug_id": "y"}"#,
    ] {
        assert_eq!(format(text), Format::Paypal, "{text}");
    }
    for text in [
        r#"{"accountHolder": {}, "issuer": {}, "bankDetails": null, "transactions": [], "endOfStatementBalance": {}}"#,
        r#"[{"type": "CREDIT", "amount": {}, "runningBalance": {}, "referenceNumber": "TRANSFER-1"}]"#,
    ] {
        assert_eq!(format(text), Format::Wise, "{text}");
    }
    for text in [
        r#"{"accounts": [], "transactions": [{"account_id": "1", "amount": 1, "iso_currency_code": "USD", "unofficial_currency_code": null}], "total_transactions": 1}"#,
        r#"{"added": [], "modified": [], "removed": [], "next_cursor": "x", "has_more": false}"#,
        r#"{"error_type": "ITEM_ERROR", "error_code": "ITEM_LOGIN_REQUIRED", "error_message": "x", "display_message": null}"#,
    ] {
        assert_eq!(format(text), Format::Plaid, "{text}");
    }
    for text in [
        r#"{"cardAccount": {"maskedPan": "5"}, "cardTransactions": {"booked": []}}"#,
        r#"{"accounts": [{"resourceId": "1", "iban": "x", "currency": "EUR"}]}"#,
        r#"{"tppMessages": [{"category": "ERROR", "code": "CONSENT_EXPIRED"}]}"#,
    ] {
        assert_eq!(format(text), Format::Gocardless, "{text}");
    }
    for text in [
        r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/charges"}"#,
        r#"{"id": "ch_1", "object": "charge", "amount": 100, "currency": "usd"}"#,
        r#"{"id": "evt_1", "object": "event", "data": {"object": {"object": "charge"}}}"#,
        r#"{"object": {"id": "ch_1", "amount": 1, "amount_captured": 1}}"#,
        r#"[{"id": "txn_1", "object": "balance_transaction"}]"#,
    ] {
        assert_eq!(format(text), Format::Stripe, "{text}");
    }
    for text in [
        r#"{"result":"success","totalresults":0,"invoices":{}}"#,
        r#"{"result":"success","invoiceid":"1","invoicenum":"","userid":"3"}"#,
        r#"{"result":"success","transactions":{"transaction":{"0":{"id":1}}}}"#,
        r#"{"result":"error","message":"Invoice ID Not Found"}"#,
        r#"[{"invoiceid": 1, "userid": 2}]"#,
    ] {
        assert_eq!(format(text), Format::Whmcs, "{text}");
    }
    for text in [
        r#"{"transactions": [], "invoices": []}"#,
        r#"[{"id": "1", "total": "1.00", "currency": "EUR", "issued_on": "2026-01-01"}]"#,
        "{\"id\": \"1\", \"amount\": \"1.00\", \"currency\": \"EUR\"}\n{\"id\": \"2\"}",
        r#"{"invoice": "1", "amount": "1", "currency": "EUR", "settled_on": "2026-01-01"}"#,
        "[]",
        " [ ] ",
    ] {
        assert_eq!(format(text), Format::Canonical, "{text}");
    }
    for text in [
        "<?xml version='1.0'?><?OFX x?><OFX><BANKMSGSRSV1>",
        "OFXHEADER:100\nDATA:OFXSGML\n",
        "\r\n\r\nofxheader:100 data:ofxsgml version:102 <ofx>",
        "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO",
        "<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR",
    ] {
        assert_eq!(format(text), Format::Ofx, "{text}");
    }
    for text in [
        "!Type:Bank\nD1/2/26\nT1.00\n^\n",
        "!Option:AutoSwitch\r\n!Account\r\nNA\r\n",
        "D1/2/26\nT-1,204.00\nPA, B, C\n^\nD1/3/26\n",
    ] {
        assert_eq!(format(text), Format::Qif, "{text}");
    }
    for text in [
        "\r\n:20:STARTUMSE\r\n:25:1/2\r\n:28C:1\r\n:60F:C260101EUR1,00\r\n",
        "{1:F01X}{2:O9400000}{4:\n:20:1\n:60F:C260101EUR1,\n",
        "{1:F01X}{2:O9400000}{4::20:1\n:60F:C260101EUR1,\n",
        "ABNANL2A\n940\nABNANL2A\n:20:ABN AMRO BANK NV\n:25:1\n",
        "@@:20:STARTUMS@@:25:1/2@@:28C:0@@",
        ":61:2601010101C1,00NTRFNONREF",
    ] {
        assert_eq!(format(text), Format::Mt940, "{text}");
    }
    for text in
        [":20:1\n:25:1\n:28C:1\n:34F:EURD0,\n:13D:2601010000+0100\n", ":20:1\n:25:1\n:13:2601010000\n"]
    {
        assert_eq!(format(text), Format::Mt942, "{text}");
    }
    for text in [
        "balance_transaction_id,created,currency,gross,fee,net,reporting_category\n",
        "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC)\ntxn_1,charge,ch_1,1.00,0.10,0.90,eur,2026-01-01 00:00\n",
        "id;Amount;Created (UTC);Currency;Arrival Date (UTC);Status\n",
    ] {
        assert_eq!(format(text), Format::StripeReport, "{text}");
    }
    for text in [
        "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Currency\",\"Gross\",\"Fee\",\"Net\"\n",
        "Datum\tZeitzone\tTyp\tWährung\tBrutto\tGebühr\tNetto\tTransaktionscode\n",
    ] {
        assert_eq!(format(text), Format::PaypalCsv, "{text}");
    }
    for text in [
        "01,122099999,123456789,040621,0200,1,65,,2/\n02,031001234,122099999,1,040620,2359,,2/\n",
        "01,1,2,260304,0200,1,,,2/   02,1,2,1,260304,,USD,2/ 03,1,USD,/",
        "01,1,2,260304,0200,1,,,2/\n",
        "03,0123456789,USD,010,100,,/\n16,195,100,,,,x\n",
        "00,0004,1/2/345,06/0321,0829,001,80,1,2/\n",
    ] {
        assert_eq!(format(text), Format::Bai2, "{text}");
    }
    let coda = format!("{:<127}2\n{:<128}\n", "0000018011872505", "12001");
    assert_eq!(format(&coda), Format::Coda);
    for text in ["Date;Text;Amount\n", "\u{feff}a,b,c\n1,2,3", "preamble\n\nDate\tText\tAmount\n", "1|2|3"] {
        assert_eq!(format(text), Format::Csv, "{text}");
    }
}

#[test]
fn formats_still_to_come_are_named() {
    let cases: [(&[u8], &str); 7] = [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04\x14\x00", "XLSX"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel"),
        (b"<Document><CstmrCdtTrfInitn>", "pain.001"),
        (b"<whmcsapi version=\"8\"><result>success</result>", "WHMCS"),
        (
            b"<rsm:CrossIndustryDocument xmlns:rsm=\"urn:ferd:CrossIndustryDocument:invoice:1p0\">",
            "ZUGFeRD 1",
        ),
    ];
    for (bytes, name) in cases {
        let (code, message) = refused(bytes);
        assert_eq!(code, Code::FormatUnsupported, "{name}: {message}");
        assert!(message.contains(name), "{name}: {message}");
    }
}

#[test]
fn what_is_nothing() {
    assert_eq!(refused(b"").0, Code::FormatNoRows);
    assert_eq!(refused(b" \n\t ").0, Code::FormatNoRows);
    assert_eq!(refused(b"\xef\xbb\xbf").0, Code::FormatNoRows);
    assert_eq!(refused(b"hello world").0, Code::FormatUnknown);
    assert_eq!(refused(b"{\"a\": 1}").0, Code::FormatUnknown);
    assert_eq!(refused(b"<a><b/></a>").0, Code::FormatUnknown);
    assert_eq!(refused(b"<!DOCTYPE html><html><body>Sign in").0, Code::FormatUnknown);
    assert_eq!(refused(b"\x00\x01\x02\x00\x00\x00").0, Code::FormatEncoding);
}

#[test]
fn in_other_encodings() {
    let text = "<Document><BkToCstmrStmt><Stmt>\u{e9}";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(detect(&little).unwrap().format, Format::Camt053);
    assert_eq!(detect(&big).unwrap().format, Format::Camt053);
    assert_eq!(detect(b"Datum;Empf\xe4nger;Betrag\n").unwrap().format, Format::Csv);
    // The look ends within a character.
    let mut long = "a;b;c\n".to_owned();
    long.push_str(&"é".repeat(LOOK));
    assert_eq!(detect(long.as_bytes()).unwrap().format, Format::Csv);
    long.insert(0, 'x');
    assert_eq!(detect(long.as_bytes()).unwrap().format, Format::Csv);
}

proptest::proptest! {
    #[test]
    fn any_bytes_have_an_answer(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
        let _ = detect(&bytes);
    }

    #[test]
    fn any_json_like_text_has_an_answer(text in "(\\{|\\}|\\[|\\]|\"|:|,|a|object|transactions|\\\\| ){0,60}") {
        let _ = detect(text.as_bytes());
    }
}
