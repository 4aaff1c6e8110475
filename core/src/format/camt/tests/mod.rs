//! Documents written here, each as small as what it shows.

mod batches;
mod damage;
mod entries;
mod statements;

use super::*;
use crate::format::testing::read_as;
use crate::format::{Balance, BalanceKind, Proof};
use crate::format::{Format, ReadOptions, Report};
use crate::model::{ReferenceKind, ReturnStage, Status, Transaction, TransactionKind};
use crate::money::Amount;

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    read_as(Format::Camt053, bytes, options)
}

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
