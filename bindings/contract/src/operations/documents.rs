//! Values of the core as documents, where the core has no JSON form of its own.

use crate::call::Call;
use crate::fault::Fault;
use chrono::NaiveDate;
use core::ops::Range;
use payymo::format::{Account, Balance, BalanceKind, Chain, Places, Proof, Report, Statement};
use payymo::linking::{Copy, Parted, PayoutDifference, PayoutMembers, Row, Why};
use payymo::model::{Invoice, Settlement, Transaction};
use payymo::money::{Amount, Currency};
use payymo::{Code, Error};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The value of a word that the core's own JSON knows.
pub fn word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::String(word.to_owned())).ok()
}

#[derive(Deserialize)]
struct Problem {
    code: String,
    message: String,
    bytes: Option<Range<u64>>,
    line: Option<u64>,
    field: Option<String>,
    row: Option<String>,
}

/// Errors or warnings that another call answered with.
pub fn read_problems(call: &Call<'_>, name: &str) -> Result<Vec<Error>, Fault> {
    let list: Vec<Problem> = call.maybe(name)?.unwrap_or_default();
    let read = |(at, problem): (usize, Problem)| {
        let known = Code::ALL.iter().copied().find(|code| code.as_str() == problem.code);
        let code =
            known.ok_or_else(|| Fault::field(format!("/{name}/{at}/code"), "no code of this library"))?;
        let mut error = Error::new(code, problem.message);
        error = problem.bytes.into_iter().fold(error, Error::at_bytes);
        error = problem.line.into_iter().fold(error, Error::at_line);
        error = problem.field.into_iter().fold(error, |error, field| error.at_field(field));
        Ok(problem.row.into_iter().fold(error, |error, row| error.at_row(row)))
    };
    list.into_iter().enumerate().map(read).collect()
}

/// A balance.
#[derive(Serialize)]
pub struct BalanceRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<&'a str>,
    kind: &'static str,
    amount: String,
    currency: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<chrono::NaiveDate>,
}

impl<'a> BalanceRow<'a> {
    /// As a document.
    pub fn of(balance: &'a Balance) -> Self {
        BalanceRow {
            account: balance.account.as_deref(),
            statement: balance.statement.as_deref(),
            kind: match balance.kind {
                BalanceKind::Opening => "opening",
                BalanceKind::Closing => "closing",
                _ => "other",
            },
            amount: balance.amount.decimal_text(),
            currency: balance.amount.currency().as_str().to_owned(),
            on: balance.on,
        }
    }
}

/// An amount with its currency.
#[derive(Serialize, Deserialize)]
struct Money {
    currency: String,
    amount: String,
}

impl Money {
    fn of(amount: Amount) -> Self {
        Money { currency: amount.currency().as_str().to_owned(), amount: amount.decimal_text() }
    }
}

/// An account.
#[derive(Serialize)]
pub struct AccountRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bank: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
}

impl<'a> AccountRow<'a> {
    /// As a document.
    pub fn of(account: &'a Account) -> Self {
        AccountRow {
            id: &account.id,
            owner: account.owner.as_deref(),
            name: account.name.as_deref(),
            bank: account.bank.as_deref(),
            currency: account.currency.as_ref().map(Currency::as_str),
        }
    }
}

/// A statement.
#[derive(Serialize)]
pub struct StatementRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    booked: Option<Money>,
    entries: u64,
    proof: Proof,
    chain: Chain,
}

impl<'a> StatementRow<'a> {
    /// As a document.
    pub fn of(statement: &'a Statement) -> Self {
        StatementRow {
            account: statement.account.as_deref(),
            id: statement.id.as_deref(),
            number: statement.number.as_deref(),
            from: statement.from,
            until: statement.until,
            opening: statement.opening.map(Money::of),
            closing: statement.closing.map(Money::of),
            booked: statement.booked.map(Money::of),
            entries: statement.entries,
            proof: statement.proof,
            chain: statement.chain,
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct StatementHead {
    account: Option<String>,
    id: Option<String>,
    number: Option<String>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    opening: Option<MoneyRead>,
    closing: Option<MoneyRead>,
}

/// An amount of a request: its digits may stand as a number.
#[derive(Deserialize)]
struct MoneyRead {
    currency: String,
    amount: Value,
}

/// What a statement that is to be written covers.
pub fn read_statement(call: &Call<'_>, name: &str) -> Result<Statement, Fault> {
    let head: StatementHead = call.maybe(name)?.unwrap_or_default();
    let amount = |field: &str, money: Option<MoneyRead>| {
        let read = |money: MoneyRead| {
            let digits = money.amount.as_str().map_or_else(|| money.amount.to_string(), str::to_owned);
            Amount::parse(&digits, Currency::parse(&money.currency)?)
        };
        money.map(read).transpose().map_err(|error| error.at_field(format!("/{name}/{field}")))
    };
    let mut statement = Statement::default();
    (statement.account, statement.id, statement.number) = (head.account, head.id, head.number);
    (statement.from, statement.until) = (head.from, head.until);
    statement.opening = amount("opening", head.opening)?;
    statement.closing = amount("closing", head.closing)?;
    Ok(statement)
}

/// Rows of an input, and what could not be read of it.
#[derive(Serialize)]
pub struct Rows<'a> {
    transactions: &'a [Transaction],
    invoices: &'a [Invoice],
    settlements: &'a [Settlement],
    balances: Vec<BalanceRow<'a>>,
    accounts: Vec<AccountRow<'a>>,
    statements: Vec<StatementRow<'a>>,
    errors: &'a [Error],
    warnings: &'a [Error],
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<&'a Places>,
}

impl<'a> Rows<'a> {
    /// As a document; `name` begins the messages of errors and warnings.
    pub fn of(report: &'a mut Report, name: Option<&str>, places: bool) -> Self {
        if let Some(name) = name {
            for problem in report.errors.iter_mut().chain(&mut report.warnings) {
                *problem = problem.clone().named(name);
            }
        }
        let report = &*report;
        Rows {
            transactions: &report.transactions,
            invoices: &report.invoices,
            settlements: &report.settlements,
            balances: report.balances.iter().map(BalanceRow::of).collect(),
            accounts: report.accounts.iter().map(AccountRow::of).collect(),
            statements: report.statements.iter().map(StatementRow::of).collect(),
            errors: &report.errors,
            warnings: &report.warnings,
            places: places.then_some(&report.places),
        }
    }
}

/// Bytes of a text.
#[derive(Serialize)]
pub struct Bytes {
    start: usize,
    end: usize,
}

impl From<core::ops::Range<usize>> for Bytes {
    fn from(range: core::ops::Range<usize>) -> Self {
        Bytes { start: range.start, end: range.end }
    }
}

/// A row of an input.
#[derive(Serialize)]
pub struct RowPlace<'a> {
    input: usize,
    row: usize,
    id: &'a str,
}

impl<'a> RowPlace<'a> {
    fn of(row: &'a Row) -> Self {
        RowPlace { input: row.input, row: row.row, id: &row.id }
    }
}

/// A batch whose payments stay for its sum.
#[derive(Serialize)]
pub struct PartedRow<'a> {
    sum: RowPlace<'a>,
    parts: Vec<RowPlace<'a>>,
}

impl<'a> PartedRow<'a> {
    /// As a document.
    pub fn of(batch: &'a Parted) -> Self {
        PartedRow { sum: RowPlace::of(&batch.sum), parts: batch.parts.iter().map(RowPlace::of).collect() }
    }
}

/// A payout and its members.
#[derive(Serialize)]
pub struct PayoutRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    payout: Option<&'a str>,
    members: &'a [String],
    currency: String,
    sum: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference_kind: Option<&'static str>,
}

impl<'a> PayoutRow<'a> {
    /// As a document.
    pub fn of(payout: &'a PayoutMembers) -> Self {
        PayoutRow {
            id: &payout.id,
            payout: payout.payout.as_deref(),
            members: &payout.members,
            currency: payout.sum.currency().as_str().to_owned(),
            sum: payout.sum.decimal_text(),
            paid: payout.paid.map(|paid| paid.decimal_text()),
            difference: payout.difference.map(|difference| difference.amount().decimal_text()),
            difference_kind: payout.difference.map(|difference| match difference {
                PayoutDifference::Returned(_) => "returned",
                _ => "unexplained",
            }),
        }
    }
}

/// A copy that was left out.
#[derive(Serialize)]
pub struct CopyRow<'a> {
    dropped: RowPlace<'a>,
    kept: RowPlace<'a>,
    why: &'static str,
}

impl<'a> CopyRow<'a> {
    /// As a document.
    pub fn of(copy: &'a Copy) -> Self {
        let why = match copy.why {
            Why::Repeated => "repeated",
            Why::OnePayment => "one_payment",
            Why::OneEvent => "one_event",
            Why::Parts => "parts",
            Why::Booked => "booked",
            Why::BookedByReference => "booked_by_reference",
            _ => "booked_by_text",
        };
        CopyRow { dropped: RowPlace::of(&copy.dropped), kept: RowPlace::of(&copy.kept), why }
    }
}
