//! One record to one transaction.

use super::date;
use super::direction::{self, Direction};
use super::field::Field;
use super::kind::{self, Kinds, State};
use super::learn::{Learnt, Source, amount_field, is_blank};
use super::number;
use super::super::cells::table::Row;
use super::words::{self, Known};
use crate::error::{Code, Error};
use crate::model::{BankCode, Fee, Original, Reference, ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

/// What a record turned out to be.
pub(super) enum Read {
    Transaction(Box<Transaction>, bool),
    /// Neither date nor amount: a heading, a note, a total.
    NoRecord,
    /// Declined or cancelled: moved no money.
    Failed,
}

/// Reads one record. The flag beside a transaction: its fee could not be placed.
pub(super) fn read(
    source: &Source<'_>,
    learnt: &Learnt,
    kinds: &Kinds,
    row: &Row,
    width: usize,
) -> Result<Read, Error> {
    let dates = [Field::BookedOn, Field::Date, Field::ValueOn];
    let dated = dates.iter().any(|field| source.get(row, *field).bytes().any(|byte| byte.is_ascii_digit()));
    let has_money = [Field::Amount, Field::Debit, Field::Credit, Field::Net, Field::Gross]
        .iter()
        .any(|field| !source.get(row, *field).is_empty());
    if !dated && (!has_money || row.len() < 2) {
        return Ok(Read::NoRecord);
    }
    if row.len() > width && (width..row.len()).any(|column| !source.table.cell(row, column).is_empty()) {
        let said = format!(
            "{} cells where {width} are expected: a delimiter stands in a text without quotes",
            row.len()
        );
        return Err(row.error(Code::CsvColumns, said));
    }
    if source.layout.has(Field::Status) && kind::state(source.get(row, Field::Status)) == State::Failed {
        return Ok(Read::Failed);
    }
    let booked_on = booked_on(source, learnt, row)?;
    let currency = currency(source, learnt, row)?;
    let (amount, fee, unplaced) = money(source, learnt, row, currency)?;
    let mut transaction = Transaction::new("", booked_on, amount);
    transaction.source = "csv".to_owned();
    transaction.value_on = one_date(source, learnt, row, Field::ValueOn, Some(booked_on.year()));
    transaction.fees.extend(fee.map(|amount| Fee { amount, kind: "bank_fee".to_owned() }));
    if source.layout.has(Field::Status) && kind::state(source.get(row, Field::Status)) == State::Pending {
        transaction.status = Status::Pending;
    }
    transaction.account = some(source.get(row, Field::OwnAccount)).map(|text| account(&text).unwrap_or(text));
    counterparty(source, row, &mut transaction);
    references(source, row, &mut transaction);
    let mut texts: Vec<&str> = Vec::new();
    for text in source.all(row, Field::Text) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    transaction.remittance =
        texts.iter().flat_map(|text| text.split_whitespace()).collect::<Vec<_>>().join(" ");
    classify(source, kinds, row, &mut transaction);
    transaction.original = original(source, learnt, row, &transaction);
    Ok(Read::Transaction(Box::new(transaction), unplaced))
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The booking date; the value date or the date of purchase where the row has no other.
fn booked_on(source: &Source<'_>, learnt: &Learnt, row: &Row) -> Result<NaiveDate, Error> {
    let fields = [Field::BookedOn, Field::Date, Field::ValueOn];
    // A year may stand in a column beside.
    let beside =
        fields.iter().find_map(|field| one_date(source, learnt, row, *field, None)).map(|date| date.year());
    for field in fields {
        if let Some(date) = one_date(source, learnt, row, field, beside) {
            return Ok(date);
        }
        if !source.get(row, field).is_empty() {
            return Err(row.error(
                Code::CsvBadDate,
                "not a date between 1900 and 2199, or one without a year that nothing tells",
            ));
        }
    }
    Err(row.error(Code::CsvBadDate, "the row has an amount and no date"))
}

/// A date of a field; without a year, that of the statement or of the column beside.
pub(super) fn one_date(
    source: &Source<'_>,
    learnt: &Learnt,
    row: &Row,
    field: Field,
    beside: Option<i32>,
) -> Option<NaiveDate> {
    let cell = date::cut(source.get(row, field), learnt.offset)?;
    if let (None, Some((year, month))) = (beside, learnt.statement) {
        // A statement speaks of the past: December in a statement of January is the year before.
        let here = cell.date(learnt.order, Some(year));
        return match here {
            Some(date) if matches!(cell, date::Cell::Two(_)) && date.month() > month => {
                cell.date(learnt.order, Some(year - 1))
            }
            other => other,
        };
    }
    cell.date(learnt.order, beside)
}

/// The currency: the row's own, that of its amount, that of the file.
pub(super) fn currency(source: &Source<'_>, learnt: &Learnt, row: &Row) -> Result<Currency, Error> {
    let cell = source.get(row, Field::Currency);
    match words::currency(cell) {
        Known::One(currency) => return Ok(currency),
        Known::None if !cell.is_empty() => {
            return Err(row.error(Code::CsvCurrency, "the currency cell is no code of ISO 4217"));
        }
        _ => {}
    }
    let money =
        [Field::Amount, Field::Net, Field::Gross, Field::Debit, Field::Credit, Field::Total, Field::Open];
    let named = money.iter().find_map(|field| number::read(source.get(row, *field), learnt.mark)?.currency());
    named.or(learnt.currency).ok_or_else(|| {
        row.error(
            Code::CsvCurrency,
            "neither the row nor the file names a currency: give the option currency",
        )
    })
}

/// The amount that moved the account, the fee that was taken off, and whether a fee could not be placed.
fn money(
    source: &Source<'_>,
    learnt: &Learnt,
    row: &Row,
    currency: Currency,
) -> Result<(Amount, Option<Amount>, bool), Error> {
    let cell = |field: Field| -> Result<Option<Amount>, Error> {
        let text = source.get(row, field);
        if text.is_empty() {
            return Ok(None);
        }
        let bad = |said: &str| row.error(Code::CsvBadAmount, said.to_owned()).at_field(header(source, field));
        let read = number::read(text, learnt.mark).ok_or_else(|| bad("not an amount"))?;
        let minor = read.minor(currency).map_err(|fault| bad(fault.message()))?;
        Ok(Some(Amount::new(minor, currency)))
    };
    let negate = |amount: Amount, yes: bool| if yes { amount.checked_neg() } else { Ok(amount) };
    let field = amount_field(source.layout);
    let stated = match field {
        Some(field) => cell(field)?,
        None => None,
    };
    let mut amount = match stated {
        Some(amount) => {
            let out = match learnt.flag {
                None => false,
                Some(column) => direction_of(source, row, column)? == Direction::Out,
            };
            negate(amount, out != learnt.reversed)?
        }
        None => {
            let (debit, credit) = (cell(Field::Debit)?, cell(Field::Credit)?);
            if debit.is_none() && credit.is_none() {
                return Err(row.error(Code::CsvBadAmount, "the row has a date and no amount"));
            }
            let debit = negate(debit.unwrap_or(Amount::zero(currency)), !learnt.debit_signed)?;
            debit
                .checked_add(credit.unwrap_or(Amount::zero(currency)))
                .map_err(|fault| row.error(fault.code(), fault.message().to_owned()))?
        }
    };
    let Some(fee) = cell(Field::Fee).ok().flatten().filter(|fee| !fee.is_zero()) else {
        return Ok((amount, None, false));
    };
    let fee = negate(fee, fee.minor() < 0)?;
    if field == Some(Field::Net) {
        return Ok((amount, Some(fee), false));
    }
    if field == Some(Field::Gross) || learnt.fee_beside {
        amount = amount.checked_sub(fee)?;
        return Ok((amount, Some(fee), false));
    }
    Ok((amount, None, true))
}

/// The direction that a flag states.
fn direction_of(source: &Source<'_>, row: &Row, column: usize) -> Result<Direction, Error> {
    let flag = source.table.cell(row, column);
    if let Some(direction) = direction::of_flag(flag) {
        return Ok(direction);
    }
    let words = [Field::Kind, Field::Text, Field::Status];
    if words.iter().any(|field| source.all(row, *field).any(direction::is_refund)) {
        return Ok(Direction::In);
    }
    Err(row
        .error(Code::CsvSign, "the row is marked neither as money in nor as money out")
        .at_field(source.layout.headers.get(column).cloned().unwrap_or_default()))
}

fn header(source: &Source<'_>, field: Field) -> String {
    source
        .layout
        .column(field)
        .and_then(|column| source.layout.headers.get(column))
        .cloned()
        .unwrap_or_default()
}

/// An IBAN without its spaces, in capitals; `None` where the text is none by its form.
fn account(text: &str) -> Option<String> {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let bytes = tight.as_bytes();
    let form = (15..=34).contains(&bytes.len())
        && bytes.iter().take(2).all(u8::is_ascii_uppercase)
        && bytes.iter().skip(2).take(2).all(u8::is_ascii_digit)
        && bytes.iter().skip(4).all(u8::is_ascii_alphanumeric);
    form.then_some(tight)
}

fn counterparty(source: &Source<'_>, row: &Row, transaction: &mut Transaction) {
    let incoming = transaction.amount.minor() >= 0;
    let sides = if incoming { [Field::Payer, Field::Payee] } else { [Field::Payee, Field::Payer] };
    let names =
        source.all(row, Field::Name).chain(source.all(row, sides[0])).chain(source.all(row, sides[1]));
    let side = &mut transaction.counterparty;
    for name in names {
        if let Some(iban) = account(name) {
            side.iban.get_or_insert(iban);
        } else if side.name.is_none() {
            side.name = Some(name.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    for text in source.all(row, Field::CounterpartyAccount) {
        match account(text) {
            Some(iban) => _ = side.iban.get_or_insert(iban),
            None if text.contains('@') => _ = side.email.get_or_insert(text.to_owned()),
            None => _ = side.account.get_or_insert(text.to_owned()),
        }
    }
    side.ultimate_name = some(source.get(row, Field::UltimateName));
    side.bic = some(source.get(row, Field::Bic));
    side.email = side.email.take().or_else(|| some(source.get(row, Field::Email)));
    side.customer_id = some(source.get(row, Field::CustomerId));
}

fn references(source: &Source<'_>, row: &Row, transaction: &mut Transaction) {
    let kinds = [
        (Field::EndToEnd, ReferenceKind::EndToEnd),
        (Field::Mandate, ReferenceKind::Mandate),
        (Field::CreditorReference, ReferenceKind::Creditor),
        (Field::InvoiceNumber, ReferenceKind::Invoice),
        (Field::Cheque, ReferenceKind::Cheque),
        (Field::BankReference, ReferenceKind::Bank),
    ];
    for (field, kind) in kinds {
        for value in source.all(row, field).filter(|value| !value.eq_ignore_ascii_case("NOTPROVIDED")) {
            transaction.references.push(Reference { kind, value: value.to_owned() });
        }
    }
    for symbol in source
        .all(row, Field::VariableSymbol)
        .filter(|symbol| symbol.bytes().any(|digit| matches!(digit, b'1'..=b'9')))
    {
        transaction
            .references
            .push(Reference { kind: ReferenceKind::Creditor, value: format!("VS{symbol}") });
    }
}

fn classify(source: &Source<'_>, kinds: &Kinds, row: &Row, transaction: &mut Transaction) {
    let kind =
        source.all(row, Field::Kind).map(|text| kinds.of(text)).find(|kind| *kind != TransactionKind::Other);
    transaction.kind = kind.unwrap_or_default();
    let code = some(source.get(row, Field::BankCode)).or_else(|| some(source.get(row, Field::Kind)));
    transaction.bank_code = code.map(|code| BankCode { proprietary: Some(code), ..BankCode::default() });
}

/// The amount before conversion, where its currency is another one. A rate is taken where it is of the contract's
/// direction: original × rate = gross.
fn original(source: &Source<'_>, learnt: &Learnt, row: &Row, transaction: &Transaction) -> Option<Original> {
    let read = number::read(source.get(row, Field::OriginalAmount), learnt.mark)?;
    let currency = match words::currency(source.get(row, Field::OriginalCurrency)) {
        Known::One(currency) => currency,
        _ => read.currency()?,
    };
    if currency == transaction.currency() {
        return None;
    }
    let minor = read.minor(currency).ok()?.checked_abs()?;
    let gross = transaction.gross().ok()?;
    let minor = if gross.minor() < 0 { minor.checked_neg()? } else { minor };
    let amount = Amount::new(minor, currency);
    let rate =
        number::read(source.get(row, Field::Rate), learnt.mark).and_then(|rate| rate.to_decimal().ok());
    let near = |rate: &Decimal| {
        let product = amount.to_decimal().checked_mul(*rate);
        product.is_some_and(|product| {
            (product - gross.to_decimal()).abs() * Decimal::from(200) <= gross.to_decimal().abs()
        })
    };
    Some(Original { amount, rate: rate.filter(near) })
}

/// Whether a cell of the id columns is an id.
pub(super) fn id<'a>(source: &'a Source<'_>, row: &Row) -> Option<&'a str> {
    let column = source.layout.column(Field::Id)?;
    Some(source.table.cell(row, column)).filter(|cell| !cell.is_empty() && !is_blank(cell))
}
