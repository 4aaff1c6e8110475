//! Inputs of any size for each reader, with the texts that banks send: enough for speed, nothing to learn from.

use payymo::format::write_json_lines;
use payymo_world::World;
use std::fmt::Write;

/// Name of the format, and bytes.
pub type Input = (&'static str, Vec<u8>);

/// One input for each reader, each of so many records.
pub fn all(records: usize, world: &World) -> Vec<Input> {
    let lines = write_json_lines(world.transactions.iter().cycle().take(records)).unwrap_or_default();
    vec![
        ("camt053", camt(records).into_bytes()),
        ("gocardless", gocardless(records).into_bytes()),
        ("stripe", stripe(records).into_bytes()),
        ("csv", csv(records).into_bytes()),
        ("whmcs", whmcs(records).into_bytes()),
        ("canonical", lines.into_bytes()),
        ("mt940", mt940(records).into_bytes()),
        ("ofx", ofx(records).into_bytes()),
        ("bai2", bai2(records).into_bytes()),
    ]
}

/// One statement of each format that has peers, each of so many records.
pub fn statements(records: usize) -> Vec<Input> {
    vec![
        ("camt053", camt(records).into_bytes()),
        ("csv", csv(records).into_bytes()),
        ("gocardless", gocardless(records).into_bytes()),
        ("mt940", mt940(records).into_bytes()),
        ("ofx", ofx(records).into_bytes()),
        ("bai2", bai2(records).into_bytes()),
    ]
}

/// An input of any length: its records again and again between its head and its tail.
pub struct Long<'a> {
    head: &'a [u8],
    records: &'a [u8],
    /// Between one round of records and the next.
    between: &'static [u8],
    tail: &'a [u8],
}

impl<'a> Long<'a> {
    /// Of the formats that are read a record at a time.
    pub fn of(name: &str, bytes: &'a [u8]) -> Option<Self> {
        let text = core::str::from_utf8(bytes).ok()?;
        let (start, end, between): (usize, usize, &[u8]) = match name {
            "camt053" => (text.find("<Ntry>")?, text.find("</Stmt>")?, b""),
            "csv" => (text.find('\n')? + 1, text.len(), b""),
            "gocardless" => (text.find("[{")? + 1, text.rfind("}], \"pending")? + 1, b","),
            "canonical" => (0, text.len(), b""),
            "mt940" => (text.find(":61:")?, text.find(":62F:")?, b""),
            "bai2" => (text.find("\n16,")? + 1, text.find("\n49,")? + 1, b""),
            "ofx" => (text.find("<STMTTRN>")?, text.find("</BANKTRANLIST>")?, b""),
            _ => return None,
        };
        Some(Long {
            head: bytes.get(..start)?,
            records: bytes.get(start..end)?,
            between,
            tail: bytes.get(end..)?,
        })
    }

    /// Its bytes with the records so many times.
    pub fn pieces(&self, times: usize) -> impl Iterator<Item = &'a [u8]> {
        let (records, between) = (self.records, self.between);
        let rounds = (0..times).flat_map(move |at| [if at > 0 { between } else { b"" }, records]);
        core::iter::once(self.head).chain(rounds).chain([self.tail])
    }
}

/// An input of any length of which no two rows are equal: its records again and again, each time with other numbers.
pub struct Rounds {
    head: Vec<u8>,
    records: Vec<u8>,
    between: &'static [u8],
    tail: Vec<u8>,
    /// Where a number stands in the records, of how many digits, and its value in the first round.
    numbers: Vec<(usize, usize, u64)>,
    most: u64,
}

impl Rounds {
    /// Of the formats that are read a record at a time.
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let Long { head, records, between, tail } = Long::of(name, bytes)?;
        let mut numbers = Vec::new();
        for (mark, digits) in [("NW", 10), ("A", 10), ("g", 10), ("i", 10), ("NW-2026-", 5)] {
            for at in memchr::memmem::find_iter(records, mark) {
                let at = at + mark.len();
                let number = records.get(at..at + digits).and_then(|text| core::str::from_utf8(text).ok());
                numbers.extend(number.and_then(|text| text.parse().ok()).map(|number| (at, digits, number)));
            }
        }
        let most = numbers.iter().map(|number| number.2).max()? + 1;
        Some(Rounds {
            head: head.to_vec(),
            records: records.to_vec(),
            between,
            tail: tail.to_vec(),
            numbers,
            most,
        })
    }

    /// Gives its pieces, with the records so many times.
    pub fn each(&mut self, rounds: usize, push: &mut dyn FnMut(&[u8])) {
        push(&self.head);
        for round in 0..rounds as u64 {
            if round > 0 {
                push(self.between);
            }
            for (at, digits, first) in &self.numbers {
                let mut number = first + round * self.most;
                for digit in self.records.iter_mut().skip(*at).take(*digits).rev() {
                    *digit = b'0' + (number % 10) as u8;
                    number /= 10;
                }
            }
            push(&self.records);
        }
        push(&self.tail);
    }
}

/// Day, major and minor units, number of an invoice.
fn row(at: usize) -> (usize, usize, usize, usize) {
    (1 + at % 28, 5 + at * 7 % 900, at * 13 % 100, 10_000 + at)
}

fn camt(records: usize) -> String {
    let mut text = String::from(
        r#"<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S</Id><Acct><Id><IBAN>DE11999900010000426001</IBAN></Id><Ccy>EUR</Ccy></Acct>"#,
    );
    for at in 0..records {
        let (day, major, minor, number) = row(at);
        let _ = writeln!(
            text,
            "<Ntry><NtryRef>{at}</NtryRef><Amt Ccy=\"EUR\">{major}.{minor:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
             <BookgDt><Dt>2026-03-{day:02}</Dt></BookgDt><ValDt><Dt>2026-03-{day:02}</Dt></ValDt><AcctSvcrRef>NW{at:010}</AcctSvcrRef>\
             <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>\
             <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy=\"EUR\">{major}.{minor:02}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties>\
             <Dbtr><Pty><Nm>Musikschule Taktvoll</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE06999900010007381088</IBAN></Id></DbtrAcct>\
             </RltdPties><RmtInf><Ustrd>Rechnung NW-2026-{number} vom {day:02}.02.2026</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        );
    }
    text + "</Stmt></BkToCstmrStmt></Document>"
}

fn list(before: &str, records: usize, after: &str, record: impl Fn(&mut String, usize)) -> String {
    let mut text = String::from(before);
    for at in 0..records {
        if at > 0 {
            text.push_str(",\n");
        }
        record(&mut text, at);
    }
    text + after
}

fn gocardless(records: usize) -> String {
    list(r#"{"transactions": {"booked": ["#, records, r#"], "pending": []}}"#, |text, at| {
        let (day, major, minor, number) = row(at);
        let _ = write!(
            text,
            r#"{{"transactionId": "g{at:010}", "bookingDate": "2026-03-{day:02}", "valueDate": "2026-03-{day:02}", "transactionAmount": {{"amount": "{major}.{minor:02}", "currency": "EUR"}}, "debtorName": "Musikschule Taktvoll", "debtorAccount": {{"iban": "DE06999900010007381088"}}, "remittanceInformationUnstructured": "Rechnung NW-2026-{number}", "internalTransactionId": "i{at:010}"}}"#
        );
    })
}

fn stripe(records: usize) -> String {
    list(r#"{"object": "list", "has_more": false, "data": ["#, records, "]}", |text, at| {
        let (_, major, minor, number) = row(at);
        let _ = write!(
            text,
            r#"{{"id": "ch_{at:014}", "object": "charge", "amount": {major}{minor:02}, "amount_captured": {major}{minor:02}, "amount_refunded": 0, "balance_transaction": "txn_{at:014}", "billing_details": {{"email": "a{at}@example.org", "name": "Musikschule Taktvoll"}}, "captured": true, "created": {}, "currency": "eur", "customer": "cus_{at:010}", "description": "Invoice NW-2026-{number}", "metadata": {{"invoice": "{number}"}}, "paid": true, "payment_intent": "pi_{at:014}", "refunded": false, "status": "succeeded"}}"#,
            1_772_000_000 + at
        );
    })
}

fn csv(records: usize) -> String {
    let mut text = String::from(
        "Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Zahlungspflichtiger;IBAN;BIC;Betrag;Waehrung\n",
    );
    for at in 0..records {
        let (day, major, minor, number) = row(at);
        let _ = writeln!(
            text,
            "{day:02}.03.2026;{day:02}.03.2026;GUTSCHRIFT;\"Rechnung NW-2026-{number}; danke\";Musikschule Taktvoll;DE06999900010007381088;COBADEFFXXX;{major},{minor:02};EUR"
        );
    }
    text
}

/// In the way of German banks, an entry with its details.
fn mt940(records: usize) -> String {
    let mut text = String::from(
        ":20:STARTUMS\r\n:25:99990001/0000426001\r\n:28C:00001/001\r\n:60F:C260301EUR1000,00\r\n",
    );
    let mut balance = 100_000;
    for at in 0..records {
        let (day, major, minor, number) = row(at);
        balance += major * 100 + minor;
        let _ = write!(
            text,
            ":61:2603{day:02}03{day:02}C{major},{minor:02}NTRFNONREF//NW{at:010}\r\n\
             :86:166?00GUTSCHRIFT?10931?20EREF+A{at:010}?21SVWZ+Rechnung NW-2026-{number}\r\n\
             ?22 vom {day:02}.02.2026?30COBADEFFXXX?31DE06999900010007381088?32Musikschule Takt\r\nvoll\r\n"
        );
    }
    let _ = write!(text, ":62F:C260331EUR{},{:02}\r\n-\r\n", balance / 100, balance % 100);
    text
}

/// In the way of version 1: no end tags of values.
fn ofx(records: usize) -> String {
    let mut text = String::from(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n\
         <OFX>\n<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260401<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\n\
         <BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>99990001<ACCTID>0000426001<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST><DTSTART>20260301<DTEND>20260331\n",
    );
    for at in 0..records {
        let (day, major, minor, number) = row(at);
        let _ = writeln!(
            text,
            "<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>202603{day:02}120000[+1:CET]\n<TRNAMT>{major}.{minor:02}\n<FITID>NW{at:010}\n\
             <NAME>Musikschule Taktvoll\n<MEMO>Rechnung NW-2026-{number} vom {day:02}.02.2026\n</STMTTRN>"
        );
    }
    text + "</BANKTRANLIST>\n<LEDGERBAL><BALAMT>1000.00<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
}

/// An account with its details, each with a line that goes on.
fn bai2(records: usize) -> String {
    let mut text = String::from(
        "01,CITIDIRECT,8888888,260401,0800,1,,,2/\n02,8888888,CITIGB00,1,260331,2359,USD,2/\n03,0000426001,USD,010,100000,,/\n",
    );
    let mut sum = 100_000;
    for at in 0..records {
        let (day, major, minor, number) = row(at);
        sum += major * 100 + minor;
        let _ = write!(
            text,
            "16,195,{major}{minor:02},0,NW{at:010},A{at:010},Musikschule Taktvoll\n88,Rechnung NW-2026-{number} vom {day:02}.02.2026\n"
        );
    }
    let count = 2 * records + 2;
    let _ = write!(text, "49,{sum},{count}/\n98,{sum},1,{}/\n99,{sum},1,{}/\n", count + 2, count + 4);
    text
}

fn whmcs(records: usize) -> String {
    let before = format!(r#"{{"result": "success", "totalresults": {records}, "invoices": {{"invoice": ["#);
    list(&before, records, "]}}", |text, at| {
        let (day, major, minor, number) = row(at);
        let _ = write!(
            text,
            r#"{{"id": {number}, "userid": {at}, "firstname": "Sabine", "lastname": "Achterberg", "companyname": "", "invoicenum": "NW-2026-{number}", "date": "2026-03-{day:02}", "duedate": "2026-04-{day:02}", "datepaid": "0000-00-00 00:00:00", "subtotal": "{major}.{minor:02}", "credit": "0.00", "tax": "0.00", "tax2": "0.00", "total": "{major}.{minor:02}", "status": "Unpaid", "paymentmethod": "banktransfer", "currencycode": "EUR"}}"#
        );
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use payymo::format::{ReadOptions, detect, read};

    #[test]
    fn every_record_is_read() {
        let world = payymo_world::style::hosting_uk::world(1, 60);
        for (name, bytes) in all(200, &world) {
            let found = serde_name(&bytes);
            assert_eq!(found, name);
            let report =
                read(&bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(report.errors.is_empty(), "{name}: {:?}", report.errors);
            assert_eq!(report.transactions.len() + report.invoices.len(), 200, "{name}");
        }
    }

    fn serde_name(bytes: &[u8]) -> String {
        format!("{:?}", detect(bytes).expect("a format").format).to_lowercase()
    }
}
