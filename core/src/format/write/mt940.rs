//! MT940: a statement of one account, as SWIFT's user handbook has it.

use super::camt053::{account, servicer};
use super::written::{Written, left_out};
use crate::error::{Code, Error};
use crate::format::{Format, ReadOptions, Statement, read};
use crate::model::{ReferenceKind, Status, Transaction};
use crate::money::Amount;
use chrono::{Datelike, NaiveDate};
use core::fmt::Write;

/// Characters of a line of `:86:`, and its lines.
const LINE: usize = 65;
const LINES: usize = 6;
/// Characters of a reference of the message, of its number, of the bank's reference.
const REFERENCE: usize = 16;

/// Rows of one account as an MT940 statement: an entry each, with its details in codewords (`/EREF/…/NAME/…/REMI/…`).
///
/// A statement states its opening and its closing balance: where `statement` has one of them, the other is made of the booked
/// rows. What a reader makes of the file is compared with the rows: [`Written::left_out`] names the fields that differ, such
/// as a text beyond the six lines of 65 characters that details have.
///
/// ```
/// use payymo::format::{self, Statement};
/// use payymo::money::{Amount, Currency};
/// let rows = format::read(br#"[{"id": "DE89370400440532013000:R1", "account": "DE89370400440532013000", "booked_on": "2026-03-04",
///     "value_on": "2026-03-04", "amount": "12.50", "currency": "EUR", "kind": "transfer", "bank_code": {"proprietary": "NTRF"},
///     "references": [{"kind": "bank", "value": "R1"}], "remittance": "RE-1042"}]"#, &Default::default())?.transactions;
/// let mut statement = Statement::default();
/// statement.opening = Some(Amount::parse("100.00", Currency::parse("EUR")?)?);
/// let written = format::write_mt940(&rows, &statement)?;
/// assert!(written.text.contains(":61:2603040304C12,50NTRFNONREF//R1\r\n:86:/REMI/USTD//RE-1042"));
/// assert!(written.text.contains(":62F:C260304EUR112,50") && written.left_out.is_empty());
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `format.write` for rows of several accounts or currencies, without an account, or without any balance or day;
/// `money.overflow`.
pub fn write_mt940(rows: &[Transaction], statement: &Statement) -> Result<Written, Error> {
    let refused = |said: &str| Error::new(Code::FormatWrite, said);
    let (account, currency) = account(rows, statement)?;
    let mut booked = Amount::zero(currency);
    for row in rows.iter().filter(|row| row.status == Status::Booked) {
        booked = booked.checked_add(row.amount)?;
    }
    let (opening, closing) = match (statement.opening, statement.closing) {
        (Some(opening), Some(closing)) => (opening, closing),
        (Some(opening), None) => (opening, opening.checked_add(booked)?),
        (None, Some(closing)) => (closing.checked_sub(booked)?, closing),
        (None, None) => {
            return Err(refused("an MT940 statement states balances: give the opening or the closing one"));
        }
    };
    let days = || rows.iter().map(|row| row.booked_on);
    let until = statement.until.or_else(|| days().max()).or(statement.from);
    let until = until.ok_or_else(|| refused("a statement without rows needs a day"))?;
    let from = statement.from.or_else(|| days().min()).unwrap_or(until);
    let mut text = String::new();
    field(&mut text, "20", &cut(statement.id.as_deref().unwrap_or("1"), REFERENCE));
    field(&mut text, "25", &cut(&account, usize::MAX));
    field(&mut text, "28C", &cut(statement.number.as_deref().unwrap_or("1"), REFERENCE));
    field(&mut text, "60F", &balance(opening, from));
    for row in rows {
        entry(&mut text, row, &account);
    }
    field(&mut text, "62F", &balance(closing, until));
    text.push_str("-\r\n");
    let options = ReadOptions { format: Some(Format::Mt940), ..ReadOptions::default() };
    let back = read(text.as_bytes(), &options).map(|report| report.transactions).unwrap_or_default();
    let left_out = left_out(rows, &back, "MT940");
    Ok(Written { text, left_out })
}

fn field(text: &mut String, tag: &str, value: &str) {
    let _ = write!(text, ":{tag}:{value}\r\n");
}

/// The first characters of a text on one line.
fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|character| !character.is_control()).take(most).collect()
}

/// `C260304EUR112,50`
fn balance(amount: Amount, on: NaiveDate) -> String {
    format!("{}{}{}{}", mark(amount), day(on), amount.currency(), digits(amount))
}

/// `260304`
fn day(day: NaiveDate) -> String {
    format!("{:02}{}", day.year().rem_euclid(100), month_day(day))
}

/// `0304`
fn month_day(day: NaiveDate) -> String {
    format!("{:02}{:02}", day.month(), day.day())
}

fn mark(amount: Amount) -> char {
    if amount.minor() < 0 { 'D' } else { 'C' }
}

/// Digits with a comma, which stands there without decimals too.
fn digits(amount: Amount) -> String {
    let text = amount.decimal_text();
    let text = text.strip_prefix('-').unwrap_or(&text);
    if text.contains('.') { text.replace('.', ",") } else { format!("{text},") }
}

fn entry(text: &mut String, row: &Transaction, account: &str) {
    let code = row.bank_code.as_ref().and_then(|code| code.proprietary.as_deref());
    let is_type = |code: &&str| {
        code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    let expected = if row.status == Status::Pending { "E" } else { "" };
    let mut line = format!(
        "{}{}{expected}{}{}{}NONREF",
        day(row.value_on.unwrap_or(row.booked_on)),
        month_day(row.booked_on),
        mark(row.amount),
        digits(row.amount),
        code.filter(is_type).unwrap_or("NMSC"),
    );
    if let Some(reference) = servicer(row, account) {
        let _ = write!(line, "//{}", cut(reference, REFERENCE));
    }
    field(text, "61", &line);
    let details = details(row);
    if !details.is_empty() {
        text.push_str(":86:");
        for line in lines(&details) {
            text.push_str(&line);
            text.push_str("\r\n");
        }
    }
}

/// Details as lines. A blank stands before what would begin a line as a field or the end of a message does.
fn lines(details: &str) -> Vec<String> {
    let (mut lines, mut rest): (Vec<String>, _) = (Vec::new(), details);
    while !rest.is_empty() && lines.len() < LINES {
        let blank = if rest.starts_with([':', '-']) && !lines.is_empty() { " " } else { "" };
        let end = rest.char_indices().nth(LINE - blank.len()).map_or(rest.len(), |(at, _)| at);
        let (line, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        lines.push(format!("{blank}{line}"));
        rest = behind;
    }
    lines
}

/// What the row says in codewords, on one line.
fn details(row: &Transaction) -> String {
    let mut line = String::new();
    let mut say = |word: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = write!(line, "/{word}/");
            line.extend(value.chars().map(|character| if character.is_control() { ' ' } else { character }));
        }
    };
    let find = |kind: ReferenceKind| {
        let known = row.references.iter().find(|known| known.kind == kind);
        known.map(|known| known.value.as_str())
    };
    say("EREF", find(ReferenceKind::EndToEnd));
    say("MARF", find(ReferenceKind::Mandate));
    say("CSID", row.metadata.get("creditor_id"));
    say("PREF", find(ReferenceKind::Payment));
    let other = &row.counterparty;
    say("IBAN", other.iban.as_deref().or(other.account.as_deref()));
    say("BIC", other.bic.as_deref());
    say("NAME", other.name.as_deref());
    say("PURP", row.metadata.get("purpose"));
    let structured = find(ReferenceKind::Creditor).map(|reference| format!("STRD/CUR/{reference}"));
    say("REMI", structured.as_deref());
    let free =
        Some(row.remittance.as_str()).filter(|text| !text.is_empty()).map(|text| format!("USTD//{text}"));
    say("REMI", free.as_deref());
    let ultimate = if row.amount.minor() < 0 { "UCRD" } else { "UDTR" };
    say(ultimate, other.ultimate_name.as_deref());
    line
}
