//! A record to a transaction, or to the balance that an account opens with.

use super::learn::{Learnt, cell};
use super::record::Fields;
use super::section::Section;
use crate::error::{Code, Error};
use crate::format::reading::carried::is_opening;
use crate::format::reading::wording;
use crate::model::{BankCode, Reference, ReferenceKind, Transaction, TransactionKind};
use crate::money::{Amount, Currency, DecimalMark, parse_localized};
use crate::text::one_line;
use chrono::NaiveDate;

/// Digits of a cheque's number.
const CHEQUE: usize = 8;

/// What a record came to.
pub(super) enum Outcome {
    /// A row, and whether its splits make its amount.
    Row(Box<Transaction>, bool),
    /// The balance before all records; the account's name where it stands in brackets.
    Opening { amount: Amount, on: NaiveDate, account: Option<String> },
    /// A trade that moves no cash of the account.
    NoCash,
}

/// Reads a record; its id and its account are to be given.
pub(super) fn read(
    fields: &Fields<'_>,
    section: Section,
    learnt: &Learnt,
    currency: Option<Currency>,
) -> Result<Outcome, Error> {
    let direction = match section {
        Section::Investment => match direction(fields.get(b'N'))? {
            Some(direction) => direction,
            None => return Ok(Outcome::NoCash),
        },
        _ => Direction::Signed,
    };
    if fields.twice {
        let said = "two dates or two amounts in one record: the ^ between two records is missing";
        return Err(Error::new(Code::QifBadAmount, said).at_field("T"));
    }
    let on = day(fields.get(b'D'), learnt)?;
    let stated = amount(fields, learnt.mark, currency)?;
    let amount = match direction {
        Direction::Signed | Direction::In => stated,
        Direction::Out => stated.checked_neg()?,
    };
    let payee = fields.get(b'P');
    if section != Section::Investment && is_opening(payee) {
        let account = transfer(fields.get(b'L')).map(str::to_owned);
        return Ok(Outcome::Opening { amount, on, account });
    }
    let mut row = Transaction::new(String::new(), on, amount);
    row.source = "qif".into();
    texts(fields, payee, &mut row);
    if section == Section::Investment {
        trade(fields, &mut row);
    } else {
        classify(fields, section, &mut row);
    }
    let adds_up = splits_add_up(fields, learnt.mark, amount);
    Ok(Outcome::Row(Box::new(row), adds_up))
}

/// A date, in the order that the file showed.
pub(super) fn day(text: &str, learnt: &Learnt) -> Result<NaiveDate, Error> {
    let read = cell(text).and_then(|cell| cell.date(learnt.order, None));
    let said =
        "not a date such as 3/4'26 or 2026-03-04 between the years 1900 and 2199, in the order of the file";
    read.ok_or_else(|| Error::new(Code::QifBadDate, said).at_field("D"))
}

/// `T`, or `U` where it is more: it has room for larger amounts.
fn amount(
    fields: &Fields<'_>,
    mark: Option<DecimalMark>,
    currency: Option<Currency>,
) -> Result<Amount, Error> {
    let (short, long) = (fields.get(b'T'), fields.get(b'U'));
    let text = if long.is_empty() { short } else { long };
    if text.is_empty() {
        return Err(Error::new(Code::QifBadAmount, "a record without an amount").at_field("T"));
    }
    money(text, mark, currency).map_err(|error| error.at_field(if long.is_empty() { "T" } else { "U" }))
}

/// An amount in the currency that it names, else in that of the options.
pub(super) fn money(
    text: &str,
    mark: Option<DecimalMark>,
    currency: Option<Currency>,
) -> Result<Amount, Error> {
    if let (Some(currency), false) = (currency, matches!(text.as_bytes(), [.., b'.' | b',', _, _, _]))
        && let Ok(amount) = Amount::parse(text, currency)
    {
        return Ok(amount);
    }
    let read = parse_localized(text, mark).map_err(|error| match error.code() {
        Code::MoneySyntax => Error::new(Code::QifBadAmount, error.message()),
        _ => error,
    })?;
    let currency = read.currency().or(currency).ok_or_else(|| {
        Error::new(Code::QifCurrency, "QIF names no currency: give `currency` in the options")
    })?;
    read.minor(currency).map(|minor| Amount::new(minor, currency))
}

/// Payee, memo, and the memos of the splits.
fn texts(fields: &Fields<'_>, payee: &str, row: &mut Transaction) {
    let mut memo = one_line(fields.get(b'M').into());
    for split in fields.splits.iter().filter(|split| !split.memo.is_empty()) {
        memo = wording::remittance(Some(&memo), one_line(split.memo.into()));
    }
    let name = Some(one_line(payee.into())).filter(|name| !name.is_empty());
    row.remittance = wording::remittance(name.as_deref(), memo);
    row.counterparty.name = name;
}

/// The account in `[Savings]`, `[Savings]/Class`.
fn transfer(category: &str) -> Option<&str> {
    category
        .strip_prefix('[')?
        .split_once(']')
        .map(|(account, _)| account)
        .filter(|account| !account.is_empty())
}

/// Kind, number and category of a movement. It is between own accounts if all of it goes to one.
fn classify(fields: &Fields<'_>, section: Section, row: &mut Transaction) {
    let number = fields.get(b'N');
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let out = row.amount.minor() < 0;
    row.kind = match number.to_ascii_uppercase().as_str() {
        _ if digits && number.len() <= CHEQUE && out && section == Section::Bank => TransactionKind::Cheque,
        "EFT" | "TXFR" | "XFER" => TransactionKind::Transfer,
        "POS" => TransactionKind::Card,
        _ if section == Section::Card && out => TransactionKind::Card,
        _ => TransactionKind::Other,
    };
    if digits {
        if number.bytes().any(|digit| digit != b'0') {
            row.references.push(Reference { kind: ReferenceKind::Cheque, value: number.to_owned() });
        }
    } else if !number.is_empty() {
        row.bank_code = Some(BankCode { proprietary: Some(number.to_owned()), ..BankCode::default() });
    }
    let category = fields.get(b'L');
    match transfer(category) {
        Some(account) if fields.splits.iter().all(|split| transfer(split.category).is_some()) => {
            row.kind = TransactionKind::Internal;
            row.counterparty.account = Some(account.to_owned());
        }
        _ if !category.is_empty() => _ = row.metadata.insert("category", category.to_owned()),
        _ => {}
    }
}

/// Whether the splits make the amount; those that state none prove nothing.
fn splits_add_up(fields: &Fields<'_>, mark: Option<DecimalMark>, amount: Amount) -> bool {
    let mut stated = fields.splits.iter().filter(|split| !split.amount.is_empty()).peekable();
    if stated.peek().is_none() {
        return true;
    }
    let currency = amount.currency();
    let sum = stated.try_fold(Amount::zero(currency), |sum, split| {
        money(split.amount, mark, Some(currency)).and_then(|part| sum.checked_add(part))
    });
    sum.ok() == Some(amount)
}

/// Which way the cash of a trade goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    In,
    Out,
    /// As its sign says.
    Signed,
}

/// The direction of an action; `None` for one that moves no cash of the account: shares come or go, or (`X`) the cash
/// is another account's.
fn direction(action: &str) -> Result<Option<Direction>, Error> {
    let action = action.to_ascii_lowercase();
    Ok(Some(match action.as_str() {
        "buy" | "cvrshrt" | "miscexp" | "margint" | "xout" | "withdrw" | "withdrwx" => Direction::Out,
        "sell" | "shtsell" | "div" | "intinc" | "cglong" | "cgmid" | "cgshort" | "miscinc" | "rtrncap"
        | "xin" | "contrib" | "contribx" | "deposit" => Direction::In,
        "cash" | "" => Direction::Signed,
        "shrsin" | "shrsout" | "stksplit" | "stockdiv" | "grant" | "vest" | "exercise" | "exercisx"
        | "expire" | "reminder" => return Ok(None),
        _ if action.starts_with("reinv") || action.ends_with('x') => return Ok(None),
        _ => {
            let said =
                "an action of which nothing tells whether money comes in or goes out, such as Buy or Div";
            return Err(Error::new(Code::QifAction, said).at_field("N"));
        }
    }))
}

/// What a trade says of its security.
fn trade(fields: &Fields<'_>, row: &mut Transaction) {
    let action = fields.get(b'N');
    row.kind = match action.to_ascii_lowercase().as_str() {
        "miscexp" => TransactionKind::Fee,
        "margint" => TransactionKind::Interest,
        "xin" | "xout" => TransactionKind::Internal,
        _ => TransactionKind::Other,
    };
    if !action.is_empty() {
        row.bank_code = Some(BankCode { proprietary: Some(action.to_owned()), ..BankCode::default() });
    }
    for (key, letter) in [("security", b'Y'), ("unit_price", b'I'), ("units", b'Q'), ("commission", b'O')] {
        let value = fields.get(letter);
        if !value.is_empty() {
            row.metadata.insert(key, value.to_owned());
        }
    }
    if let Some(account) = transfer(fields.get(b'L')) {
        row.counterparty.account = Some(account.to_owned());
    }
}
