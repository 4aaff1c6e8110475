//! camt.053, version 001.08: a statement of one account.

use super::written::{Written, left_out};
use super::xml::Xml;
use crate::error::{Code, Error};
use crate::format::{Format, ReadOptions, Statement, read};
use crate::model::{Counterparty, ReferenceKind, Status, Transaction};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;

const NAMESPACE: &str = " xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"";
/// Characters of one line of free text (`Max140Text`).
const LINE: usize = 140;

/// Rows of one account as a camt.053 statement: an entry each, with the account, the number, the period and the balances of
/// `statement`.
///
/// What a reader makes of the file is compared with the rows: [`Written::left_out`] names the fields that differ. An id is held
/// where it is the account, a colon and the bank's reference, as [`read`](crate::format::read()) gives them.
///
/// ```
/// use payymo::format::{self, Statement};
/// let rows = format::read(br#"[{"id": "DE89370400440532013000:R1", "account": "DE89370400440532013000", "booked_on": "2026-03-04",
///     "amount": "12.50", "currency": "EUR", "references": [{"kind": "bank", "value": "R1"}], "remittance": "RE-1042"}]"#,
///     &Default::default())?.transactions;
/// let written = format::write_camt053(&rows, &Statement::default())?;
/// assert!(written.text.contains("<Ustrd>RE-1042</Ustrd>") && written.left_out.is_empty());
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `format.write` for rows of several accounts or currencies, or without an account.
pub fn write_camt053(rows: &[Transaction], statement: &Statement) -> Result<Written, Error> {
    let (account, currency) = account(rows, statement)?;
    let dates = || rows.iter().map(|row| row.booked_on);
    let until = statement.until.or_else(|| dates().max());
    let from = statement.from.or_else(|| dates().min()).filter(|_| until.is_some());
    // The clock is not asked: a statement is made on its last day.
    let made = format!("{}T00:00:00", until.unwrap_or_default());
    let id = statement.id.as_deref().unwrap_or("1");
    let mut xml = Xml::new();
    xml.start("Document", NAMESPACE);
    xml.start("BkToCstmrStmt", "");
    xml.within("GrpHdr", |xml| {
        xml.leaf("MsgId", id);
        xml.leaf("CreDtTm", &made);
    });
    xml.start("Stmt", "");
    xml.leaf("Id", id);
    xml.maybe("LglSeqNb", statement.number.as_deref());
    xml.leaf("CreDtTm", &made);
    if let (Some(from), Some(until)) = (from, until) {
        xml.within("FrToDt", |xml| {
            xml.leaf("FrDtTm", &format!("{from}T00:00:00"));
            xml.leaf("ToDtTm", &format!("{until}T00:00:00"));
        });
    }
    xml.within("Acct", |xml| {
        xml.within("Id", |xml| account_id(xml, &account));
        xml.leaf("Ccy", currency.as_str());
    });
    for (kind, stated, on) in [("OPBD", statement.opening, from), ("CLBD", statement.closing, until)] {
        if let (Some(stated), Some(on)) = (stated, on) {
            balance(&mut xml, kind, stated, on);
        }
    }
    for row in rows {
        xml.line();
        entry(&mut xml, row, &account);
    }
    xml.line();
    (0..3).for_each(|_| xml.end());
    let text = xml.into_text();
    let options = ReadOptions { format: Some(Format::Camt053), ..ReadOptions::default() };
    let back = read(text.as_bytes(), &options).map(|report| report.transactions).unwrap_or_default();
    let left_out = left_out(rows, &back, "camt.053");
    Ok(Written { text, left_out })
}

/// The account of all rows, and its currency.
pub(super) fn account(rows: &[Transaction], statement: &Statement) -> Result<(String, Currency), Error> {
    let refused = |said: &str| Error::new(Code::FormatWrite, said);
    let first = rows.first();
    let account = statement.account.clone().or_else(|| first.and_then(|row| row.account.clone()));
    let account =
        account.ok_or_else(|| refused("a statement is of an account: neither it nor its rows name one"))?;
    let currency = statement.opening.or(statement.closing).map(Amount::currency);
    let currency = currency.or_else(|| first.map(Transaction::currency));
    let currency =
        currency.ok_or_else(|| refused("a statement without rows needs a balance, for its currency"))?;
    for row in rows {
        if row.account.as_ref().is_some_and(|own| *own != account) || row.currency() != currency {
            let said = "a row of another account or currency: write a statement for each";
            return Err(refused(said).at_row(row.id.as_str()));
        }
    }
    Ok((account, currency))
}

fn account_id(xml: &mut Xml, account: &str) {
    let bytes = account.as_bytes();
    let letters = bytes.iter().take(2).all(u8::is_ascii_uppercase);
    let is_iban = (15..=34).contains(&bytes.len())
        && letters
        && bytes.iter().skip(2).take(2).all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric);
    if is_iban {
        xml.leaf("IBAN", account);
    } else {
        xml.within("Othr", |xml| xml.leaf("Id", account));
    }
}

fn amount(xml: &mut Xml, name: &'static str, amount: Amount) {
    let text = amount.decimal_text();
    let currency = format!(" Ccy=\"{}\"", amount.currency());
    xml.leaf_with(name, &currency, text.strip_prefix('-').unwrap_or(&text));
}

fn direction(xml: &mut Xml, amount: Amount) {
    xml.leaf("CdtDbtInd", if amount.minor() < 0 { "DBIT" } else { "CRDT" });
}

fn balance(xml: &mut Xml, kind: &str, stated: Amount, on: NaiveDate) {
    xml.within("Bal", |xml| {
        xml.within("Tp", |xml| xml.within("CdOrPrtry", |xml| xml.leaf("Cd", kind)));
        amount(xml, "Amt", stated);
        direction(xml, stated);
        xml.within("Dt", |xml| xml.leaf("Dt", &on.to_string()));
    });
}

fn entry(xml: &mut Xml, row: &Transaction, account: &str) {
    xml.within("Ntry", |xml| {
        amount(xml, "Amt", row.amount);
        direction(xml, row.amount);
        let status = if row.status == Status::Pending { "PDNG" } else { "BOOK" };
        xml.within("Sts", |xml| xml.leaf("Cd", status));
        xml.within("BookgDt", |xml| xml.leaf("Dt", &row.booked_on.to_string()));
        if let Some(value_on) = row.value_on {
            xml.within("ValDt", |xml| xml.leaf("Dt", &value_on.to_string()));
        }
        let servicer = servicer(row, account);
        xml.maybe("AcctSvcrRef", servicer);
        code(xml, row);
        xml.within("NtryDtls", |xml| xml.within("TxDtls", |xml| details(xml, row, servicer)));
    });
}

/// The bank's reference that the id is made of.
pub(super) fn servicer<'r>(row: &'r Transaction, account: &str) -> Option<&'r str> {
    let id = row.id.strip_prefix("pending:").unwrap_or(&row.id);
    id.strip_prefix(account)?.strip_prefix(':')
}

/// `BkTxCd`, which an entry must have: the parts that are known, else that none is.
fn code(xml: &mut Xml, row: &Transaction) {
    let code = row.bank_code.as_ref();
    xml.start("BkTxCd", "");
    if let Some(domain) = code.and_then(|code| code.domain.as_deref()) {
        xml.within("Domn", |xml| {
            xml.leaf("Cd", domain);
            xml.within("Fmly", |xml| {
                xml.maybe("Cd", code.and_then(|code| code.family.as_deref()));
                xml.maybe("SubFmlyCd", code.and_then(|code| code.sub_family.as_deref()));
            });
        });
    }
    if let Some(own) = code.and_then(|code| code.proprietary.as_deref()) {
        xml.within("Prtry", |xml| xml.leaf("Cd", own));
    }
    xml.end();
}

fn details(xml: &mut Xml, row: &Transaction, servicer: Option<&str>) {
    let find = |kind: ReferenceKind| {
        let of_kind = move |known: &&crate::model::Reference| known.kind == kind;
        row.references.iter().filter(of_kind).map(|known| known.value.as_str())
    };
    xml.within("Refs", |xml| {
        xml.maybe("InstrId", find(ReferenceKind::Payment).next());
        xml.maybe("EndToEndId", find(ReferenceKind::EndToEnd).next());
        xml.maybe("TxId", find(ReferenceKind::Bank).find(|value| Some(*value) != servicer));
        xml.maybe("MndtId", find(ReferenceKind::Mandate).next());
        xml.maybe("ChqNb", find(ReferenceKind::Cheque).next());
    });
    if let Some(original) = &row.original {
        xml.within("AmtDtls", |xml| {
            xml.within("InstdAmt", |xml| {
                amount(xml, "Amt", original.amount);
                if let Some(rate) = original.rate {
                    xml.within("CcyXchg", |xml| {
                        xml.leaf("SrcCcy", original.amount.currency().as_str());
                        xml.leaf("TrgtCcy", row.currency().as_str());
                        xml.leaf("XchgRate", &rate.normalize().to_string());
                    });
                }
            });
        });
    }
    xml.within("Chrgs", |xml| {
        for fee in &row.fees {
            xml.within("Rcrd", |xml| {
                amount(xml, "Amt", fee.amount);
                xml.leaf("CdtDbtInd", "DBIT");
                xml.leaf("ChrgInclInd", "true");
            });
        }
    });
    parties(xml, row);
    xml.within("RmtInf", |xml| {
        lines(&row.remittance).for_each(|line| xml.leaf("Ustrd", line));
        for reference in find(ReferenceKind::Creditor) {
            xml.within("Strd", |xml| xml.within("CdtrRefInf", |xml| xml.leaf("Ref", reference)));
        }
        for line in &row.remittance_lines {
            xml.within("Strd", |xml| {
                xml.within("RfrdDocInf", |xml| xml.leaf("Nb", &line.reference));
                if let Some(paid) = line.amount {
                    let credit = paid.minor() < 0;
                    xml.within("RfrdDocAmt", |xml| {
                        amount(xml, if credit { "CdtNoteAmt" } else { "RmtdAmt" }, paid)
                    });
                }
                xml.maybe("AddtlRmtInf", line.text.as_deref());
            });
        }
    });
    if let Some(returned) = &row.returned {
        xml.within("RtrInf", |xml| {
            if let Some(reason) = &returned.reason {
                xml.within("Rsn", |xml| xml.leaf("Cd", reason));
            }
        });
    }
}

fn parties(xml: &mut Xml, row: &Transaction) {
    let other = &row.counterparty;
    let (party, holder, ultimate, agent) = if row.amount.minor() >= 0 {
        ("Dbtr", "DbtrAcct", "UltmtDbtr", "DbtrAgt")
    } else {
        ("Cdtr", "CdtrAcct", "UltmtCdtr", "CdtrAgt")
    };
    let named = |xml: &mut Xml, name: &'static str, value: Option<&str>, email: Option<&str>| {
        xml.within(name, |xml| {
            xml.within("Pty", |xml| {
                xml.maybe("Nm", value);
                xml.within("CtctDtls", |xml| xml.maybe("EmailAdr", email));
            });
        });
    };
    xml.within("RltdPties", |xml| {
        named(xml, party, other.name.as_deref(), other.email.as_deref());
        xml.within(holder, |xml| xml.within("Id", |xml| other_account(xml, other)));
        named(xml, ultimate, other.ultimate_name.as_deref(), None);
        if row.amount.minor() >= 0
            && let Some(iban) = &row.payee_iban
        {
            xml.within("CdtrAcct", |xml| xml.within("Id", |xml| xml.leaf("IBAN", iban)));
        }
    });
    xml.within("RltdAgts", |xml| {
        xml.within(agent, |xml| xml.within("FinInstnId", |xml| xml.maybe("BICFI", other.bic.as_deref())));
    });
}

fn other_account(xml: &mut Xml, other: &Counterparty) {
    xml.maybe("IBAN", other.iban.as_deref());
    if let (None, Some(account)) = (&other.iban, &other.account) {
        xml.within("Othr", |xml| xml.leaf("Id", account));
    }
}

/// A text in lines of at most [`LINE`] characters, cut between words.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let most = rest.char_indices().nth(LINE).map_or(rest.len(), |(at, _)| at);
        let end = match rest.get(most..) {
            Some("") | None => rest.len(),
            // A word that is longer stands in a line of its own.
            Some(_) => {
                let cut = rest
                    .get(..most + 1)
                    .or_else(|| rest.get(..most))
                    .and_then(|line| line.rfind(' '))
                    .filter(|cut| *cut > 0);
                cut.or_else(|| rest.find(' ')).unwrap_or(rest.len())
            }
        };
        let (line, after) = rest.split_at(end);
        rest = after.strip_prefix(' ').unwrap_or(after);
        Some(line)
    })
}
