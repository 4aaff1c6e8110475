//! Bytes to rows, and each row once.

use crate::case::Cases;
use crate::rows::{item, payment, with};
use serde_json::{Value, json};

const GOCARDLESS: &str = r#"{"transactions": {"booked": [
    {"transactionId": "b1", "bookingDate": "2026-03-04", "transactionAmount": {"amount": "119.88", "currency": "EUR"},
     "debtorName": "HOVESTADT JAN", "debtorAccount": {"iban": "DE89370400440532013000"},
     "remittanceInformationUnstructured": "Rechnung NW-2026-00196"},
    {"transactionId": "b2", "bookingDate": "2026-03-05", "transactionAmount": {"amount": "x", "currency": "EUR"}}],
    "pending": [{"transactionAmount": {"amount": "-5.00", "currency": "EUR"}, "valueDate": "2026-03-06"}]}}"#;

const CAMT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S1</Id>
<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Example Hosting GmbH</Nm></Ownr></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">212.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-03</Dt></Dt></Bal>
<Ntry><NtryRef>1</NtryRef><Amt Ccy="EUR">112.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><Dt>2026-03-03</Dt></ValDt>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs>
<RltdPties><Dbtr><Pty><Nm>Hollenbeck Logistik GmbH</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>GB29NWBK60161331926819</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>Invoice INV-2026-01042</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>"#;

const MT940: &str = ":20:STARTUMS\r\n:25:37040044/0532013000\r\n:28C:1/1\r\n:60F:C260301EUR100,00\r\n\
    :61:2603030303C112,00NTRFNONREF//B1\r\n:86:166?00GUTSCHRIFT?20SVWZ+INV-2026-01042?32Hollenbeck Logistik GmbH\r\n\
    :62F:C260303EUR212,00\r\n:20:STARTUMS\r\n:25:37040044/0532013000\r\n:28C:2/1\r\n:60F:C260303EUR213,00\r\n\
    :61:2603040304D13,00NTRFNONREF//B2\r\n:62F:C260304EUR201,00\r\n-\r\n";

const OFX: &str = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\
    <BANKACCTFROM><BANKID>37040044<ACCTID>532013000<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT\
    <DTPOSTED>20260303120000<TRNAMT>112.00<FITID>B1<NAME>Hollenbeck Logistik GmbH<MEMO>INV-2026-01042</STMTTRN></BANKTRANLIST>\
    <LEDGERBAL><BALAMT>212.00<DTASOF>20260303</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";

const CSV: &str = "Buchungstag;Wertstellung;Auftraggeber/Empfänger;Verwendungszweck;Betrag;Währung\n\
    03.03.2026;03.03.2026;Hollenbeck Logistik GmbH;INV-2026-01042;1.112,00;EUR\n\
    04.03.2026;04.03.2026;Stadtwerke;Abschlag;-87,45;EUR\n\
    05.03.2026;05.03.2026;Nobody;broken;abc;EUR\n";

const STRIPE: &str = r#"{"object": "list", "has_more": false, "data": [
    {"id": "ch_1", "object": "charge", "amount": 11200, "amount_captured": 11200, "amount_refunded": 0, "captured": true, "paid": true,
     "status": "succeeded", "created": 1774254000, "currency": "eur", "description": "INV-2026-01042",
     "billing_details": {"name": "Jan Hovestadt", "email": "jan@example.org"}, "metadata": {"invoice": "INV-2026-01042"},
     "balance_transaction": {"id": "txn_1", "object": "balance_transaction", "amount": 11200, "fee": 190, "net": 11010,
       "currency": "eur", "created": 1774254000, "type": "charge", "exchange_rate": null,
       "fee_details": [{"amount": 190, "currency": "eur", "type": "stripe_fee"}]}}]}"#;

const WHMCS: &str = r#"{"result": "success", "totalresults": 1, "invoices": {"invoice": [
    {"id": 20196, "userid": 3129, "firstname": "Jan", "lastname": "Hovestadt", "companyname": "", "invoicenum": "NW-2026-00196",
     "date": "2026-02-20", "duedate": "2026-03-06", "datepaid": "0000-00-00 00:00:00", "subtotal": "100.74", "credit": "0.00",
     "tax": "19.14", "tax2": "0.00", "total": "119.88", "taxrate": "19.000", "taxrate2": "0.000", "status": "Unpaid",
     "currencycode": "EUR"}]}}"#;

const WHMCS_PAID: &str = r#"{"result": "success", "transactions": {"transaction": [
    {"id": "8101", "userid": "3105", "currency": "0", "gateway": "banktransfer", "date": "2026-02-12 10:24:00",
     "amountin": "29.00", "fees": "0.00", "amountout": "0.00", "rate": "1.00000", "transid": "T-1", "invoiceid": "20214", "refundid": "0"}]}}"#;

pub fn format() -> Cases {
    let mut cases = Cases::default();
    let canonical = json!([payment("t1", "5.00", "Ann Miller", "thanks")]).to_string();
    for (name, content) in [
        ("gocardless", GOCARDLESS),
        ("camt", CAMT),
        ("csv", CSV),
        ("stripe", STRIPE),
        ("whmcs", WHMCS),
        ("canonical", canonical.as_str()),
        ("nothing", ""),
        ("prose", "Dear Sir or Madam"),
        ("mt940", MT940),
        ("ofx", OFX),
        ("a known format without a reader", "%PDF-1.7 ..."),
    ] {
        cases.add("format.detect", name, json!({"content": content}));
        cases.add("format.detection", name, json!({"content": content}));
        cases.add("format.read", name, json!({"content": content}));
    }
    let report = "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id\n\
        txn_1,2026-03-03 10:00:00,2026-03-05 00:00:00,eur,112.00,1.87,110.13,charge,ch_1\n";
    cases.add("format.detection", "a report of Stripe, which is CSV too", json!({"content": report}));
    let read = |cases: &mut Cases, name: &str, content: &str, options: Value| {
        cases.add("format.read", name, json!({"content": content, "options": options, "name": "march.txt"}));
    };
    read(&mut cases, "what WHMCS has booked", WHMCS_PAID, json!({"invoice_currencies": {"20214": "EUR"}}));
    read(&mut cases, "what WHMCS has booked, without a currency", WHMCS_PAID, json!({}));
    read(
        &mut cases,
        "an account that the input lacks",
        GOCARDLESS,
        json!({"account": "GB29NWBK60161331926819"}),
    );
    read(&mut cases, "an offset", STRIPE, json!({"utc_offset_minutes": 600}));
    read(&mut cases, "an offset beyond a day", STRIPE, json!({"utc_offset_minutes": 100_000}));
    read(&mut cases, "a format that is said", CSV, json!({"format": "csv"}));
    read(&mut cases, "a format that is said wrongly", CSV, json!({"format": "camt053"}));
    let columns = json!({"delimiter": "|", "decimal_mark": ",", "date_order": "day_month_year", "sign": "in_positive",
        "fields": {"booked_on": "Tag", "amount": 1, "text": ["Zweck", 3]}});
    let table = "Tag|Summe|Zweck|Mehr\n03.03.2026|12,50|INV-2026-01042|thanks\n";
    read(&mut cases, "a column map", table, json!({"columns": columns, "currency": "EUR", "account": "1"}));
    let missing = json!({"fields": {"booked_on": "Day", "amount": 1}});
    read(
        &mut cases,
        "a column map of what is not there",
        table,
        json!({"columns": missing, "currency": "EUR"}),
    );
    read(
        &mut cases,
        "no currency anywhere",
        "Date,Amount,Description\n2026-03-03,12.50,x\n2026-03-14,1.00,y\n",
        json!({}),
    );
    read(&mut cases, "no header", "a,b\nc,d\n", json!({"format": "csv"}));
    read(&mut cases, "an XML that breaks off", &CAMT[..600], json!({}));
    read(
        &mut cases,
        "a document type",
        "<!DOCTYPE x [<!ENTITY a \"b\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"/>",
        json!({}),
    );
    read(&mut cases, "an empty list", "[]", json!({}));
    read(
        &mut cases,
        "a call of WHMCS that failed",
        r#"{"result": "error", "message": "Authentication Failed"}"#,
        json!({}),
    );
    read(&mut cases, "a broken JSON", r#"[{"id": "t1","#, json!({}));
    let wrong = [
        json!({"id": "a", "booked_on": "2026-02-30", "amount": "1.00", "currency": "EUR"}),
        json!({"id": "b", "booked_on": "2026-03-01", "amount": "1.005", "currency": "EUR"}),
        json!({"id": "c", "booked_on": "2026-03-01", "amount": "1.00", "currency": "XQQ"}),
        json!({"id": "d", "booked_on": "2026-03-01", "currency": "EUR"}),
        json!({"booked_on": "2026-03-01", "amount": "1.00", "currency": "EUR"}),
        json!({"id": "f", "booked_on": "2026-03-01", "amount": "99999999999999999999", "currency": "EUR"}),
        json!({"id": "g", "booked_on": "2026-03-01", "amount": "1.00", "currency": "EUR", "kind": "gift"}),
        json!({"id": "h", "booked_on": "2026-03-01", "amount": "1.00", "currency": "EUR", "fees": [{"amount": "1", "currency": "USD"}]}),
    ];
    read(&mut cases, "rows that are wrong in one way each", &json!(wrong).to_string(), json!({}));
    let whole = with(
        payment("t1", "-5.00", "Ann Miller", "thanks"),
        json!({"account": "A1", "value_on": "2026-03-22", "status": "pending", "kind": "refund", "payee_iban": "GB29NWBK60161331926819",
            "fees": [{"amount": "0.30", "currency": "EUR", "kind": "stripe_fee"}],
            "original": {"amount": "-6.00", "currency": "USD", "rate": "0.8833"},
            "counterparty": {"name": "Ann Miller", "ultimate_name": "Bo", "iban": "DE89370400440532013000", "account": "12",
                "bic": "COBADEFF", "email": "ann@example.org", "customer_id": "K1"},
            "references": [{"kind": "end_to_end", "value": "E1"}, {"kind": "mandate", "value": "M1"}],
            "remittance_lines": [{"reference": "INV-1", "amount": "2.00", "currency": "EUR", "text": "one"}],
            "bank_code": {"domain": "PMNT", "family": "RCDT", "sub_family": "ESCT", "proprietary": "166"},
            "returned": {"stage": "return", "reason": "AC04", "originals": ["E0"]}, "reverses": "t0",
            "batch": {"id": "B1", "count": 3}, "source": "canonical", "metadata": {"order": "7"}}),
    );
    let invoice = with(
        item("1", "INV-1", "K1", "Ann Miller", "119.00"),
        json!({"other_numbers": ["PF-1"], "kind": "invoice", "open": "19.00", "previous_totals": ["109.00"], "covers": ["2", "3"],
            "customer": {"id": "K1", "name": "Ann Miller", "aliases": ["A. Miller"], "ibans": ["DE89370400440532013000"],
                "virtual_ibans": ["GB29NWBK60161331926819"], "emails": ["ann@example.org"], "group": "G1"},
            "state": "on_hold", "references": ["RF18539007547034"], "tax": [{"rate": "19", "amount": "19.00"}],
            "terms": {"discount_percent": "2", "discount_days": 10}, "description": "hosting", "metadata": {"plan": "M"}}),
    );
    let settlement = json!({"invoice": "1", "amount": "100.00", "currency": "EUR", "settled_on": "2026-03-02", "transaction": "t0",
        "external_ids": ["pi_1", "PM1"]});
    let document = json!({"transactions": [whole], "invoices": [invoice], "settlements": [settlement]});
    read(&mut cases, "every field of every row", &document.to_string(), json!({}));
    cases.add("format.read", "without places", json!({"content": CAMT, "places": false}));
    cases.add("format.write_json_lines", "every field of every row", document);
    cases.add("format.write_json_lines", "nothing", json!({}));
    cases.add("format.write_transactions", "every field", json!({"transactions": [whole]}));
    let formula = payment("=1+1", "5.00", "@SUM(A1)", "-2+3");
    cases.add(
        "format.write_transactions",
        "what a spreadsheet would compute",
        json!({"transactions": [formula]}),
    );
    cases.add("format.write_transactions", "a row that is none", json!({"transactions": [{"id": "x"}]}));
    cases.add("format.write_invoices", "every field", json!({"invoices": [invoice]}));
    cases.add("format.write_settlements", "every field", json!({"settlements": [settlement]}));
    let rows = json!([with(
        payment("t1", "112.00", "Ann Miller", "thanks"),
        json!({"account": "DE89370400440532013000"})
    )]);
    let head = json!({"account": "DE89370400440532013000", "id": "S1", "number": "7", "opening": {"currency": "EUR", "amount": "100.00"},
        "closing": {"currency": "EUR", "amount": "212.00"}, "from": "2026-03-01", "until": "2026-03-31"});
    cases.add("format.write_camt053", "a statement", json!({"transactions": rows, "statement": head}));
    cases.add("format.write_camt053", "rows alone", json!({"transactions": rows}));
    cases.add("format.write_camt053", "fields that it does not hold", json!({"transactions": [whole]}));
    cases.add("format.write_mt940", "a statement", json!({"transactions": rows, "statement": head}));
    cases.add("format.write_mt940", "no balance", json!({"transactions": rows, "statement": {"id": "S1"}}));
    cases.add(
        "format.write_mt940",
        "fields that it does not hold",
        json!({"transactions": [whole], "statement": head}),
    );
    cases.add("format.write_camt053", "no rows", json!({"transactions": []}));
    cases
}

/// An input that comes in pieces.
pub fn stream() -> Cases {
    let mut cases = Cases::default();
    let piece = |content: &str| json!({"content": content});
    cases.add("stream.new", "as it is", json!({}));
    let all = json!({"options": {"format": "mt940"}, "name": "march.sta", "places": false});
    cases.add("stream.new", "with all that it takes", all);
    cases.add("stream.new", "an offset beyond a day", json!({"options": {"utc_offset_minutes": 100_000}}));
    let said = json!({"options": {"format": "csv", "currency": "EUR"}, "name": "march.csv"});
    cases.on(said.clone(), &[], "stream.push", "the first bytes", piece(&CSV[..40]));
    let (front, back) = CSV.split_at(120);
    let before = [("stream.push", piece(front)), ("stream.push", piece(back))];
    cases.on(said.clone(), &before, "stream.finish", "the last rows", json!({}));
    cases.on(said.clone(), &[], "stream.finish", "nothing at all", json!({}));
    let ended = [("stream.push", piece(CSV)), ("stream.finish", json!({}))];
    cases.on(said.clone(), &ended, "stream.push", "behind its end", piece("x"));
    cases.on(said, &ended, "stream.finish", "twice", json!({}));
    for (name, content) in [("mt940", MT940), ("ofx", OFX), ("camt", CAMT), ("gocardless", GOCARDLESS)] {
        let (front, back) = content.split_at(content.len() / 2);
        let before = [("stream.push", piece(front)), ("stream.push", piece(back))];
        cases.on(json!({"places": false}), &before, "stream.finish", name, json!({}));
    }
    cases.on(json!({}), &[("stream.push", piece("Dear Sir or Madam"))], "stream.finish", "prose", json!({}));
    cases
}

pub fn linking() -> Cases {
    let mut cases = Cases::default();
    let row = |id: &str| payment(id, "9.99", "Ann Miller", "thanks");
    let pending = with(row("p"), json!({"status": "pending", "booked_on": "2026-03-20"}));
    cases.add(
        "linking.duplicates",
        "overlap",
        json!({"inputs": [[row("a"), row("b")], [row("b"), row("c")]]}),
    );
    cases.add("linking.duplicates", "pending and booked", json!({"inputs": [[pending], [row("z")]]}));
    let same_id = with(row("a"), json!({"status": "pending"}));
    cases.add(
        "linking.duplicates",
        "pending and booked under one id",
        json!({"inputs": [[same_id], [row("a")]]}),
    );
    let by_reference = |id: &str, status: &str, text: &str| {
        let reference = json!([{"kind": "end_to_end", "value": "E2E-77"}]);
        with(payment(id, "9.99", "Ann", text), json!({"status": status, "references": reference}))
    };
    let inputs = json!([[by_reference("p", "pending", "x")], [by_reference("q", "booked", "y")]]);
    cases.add("linking.duplicates", "pending and booked by reference", json!({"inputs": inputs}));
    cases.add(
        "linking.duplicates",
        "one id, two contents",
        json!({"inputs": [[row("a")], [payment("a", "10.00", "Bo", "")]]}),
    );
    cases.add("linking.duplicates", "nothing", json!({"inputs": []}));
    cases.add(
        "linking.duplicates",
        "a row that is none",
        json!({"inputs": [[], [row("a"), {"id": "x", "currency": "EUR", "amount": "1.00"}]]}),
    );
    let stripe = |fields: Value| with(with(row("ch_1"), json!({"source": "stripe", "kind": "card"})), fields);
    let fee = json!([{"amount": "0.50", "currency": "EUR", "kind": "stripe_fee"}]);
    let inputs = json!([[stripe(json!({}))], [stripe(json!({"amount": "9.49", "fees": fee}))]]);
    cases.add("linking.duplicates", "two exports of a gateway", json!({"inputs": inputs}));
    let of_bank = |id: &str, amount: &str, source: &str, text: &str| {
        let reference = json!([{"kind": "bank", "value": "BANK-77"}]);
        let more =
            json!({"account": "ACC-1", "source": source, "references": reference, "batch": {"count": 2}});
        with(payment(id, amount, "", text), more)
    };
    let parts = json!([of_bank("n1", "4.00", "camt054", "one"), of_bank("n2", "5.99", "camt054", "two")]);
    let inputs = json!([[of_bank("s", "9.99", "camt053", "")], parts]);
    cases.add("linking.duplicates", "a batch and its payments", json!({"inputs": inputs}));
    let inputs =
        json!([[of_bank("r", "9.99", "camt052", "told")], [of_bank("s", "9.99", "camt053", "told again")],]);
    cases.add("linking.duplicates", "one entry in two messages", json!({"inputs": inputs}));
    let paid = |id: &str, amount: &str, kind: &str| {
        let reference = json!([{"kind": "payout", "value": "po_1"}]);
        let more = json!({"account": "acct_1", "source": "stripe", "kind": kind, "references": reference});
        with(payment(id, amount, "", ""), more)
    };
    let inputs = json!([[paid("ch_1", "9.99", "card"), paid("po_1", "-9.90", "payout")]]);
    cases.add("linking.duplicates", "a payout and its members", json!({"inputs": inputs}));
    cases.add(
        "linking.assign_ids",
        "two equal rows",
        json!({"transactions": [row("-"), row("-"), row("kept")]}),
    );
    cases.add(
        "linking.assign_ids",
        "a date that does not exist",
        json!({"transactions": [with(row("-"), json!({"booked_on": "2026-02-30"}))]}),
    );
    let one = item("1", "INV-1", "K1", "Ann Miller", "5.00");
    let other = item("1", "INV-1", "K1", "Ann Miller", "6.00");
    cases.add(
        "linking.invoices",
        "a copy and a contradiction",
        json!({"inputs": [[one, item("2", "INV-2", "K1", "Ann Miller", "7.00")], [one, other]]}),
    );
    cases.add("linking.invoices", "without a total", json!({"inputs": [[{"id": "1", "currency": "EUR"}]]}));
    let settled = json!({"invoice": "1", "amount": "5.00", "currency": "EUR", "settled_on": "2026-03-01"});
    cases.add("linking.settlements", "one and two", json!({"inputs": [[settled], [settled, settled]]}));
    cases.add("linking.settlements", "nothing", json!({"inputs": [[], []]}));
    cases
}
