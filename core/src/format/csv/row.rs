//! One record to one transaction.

use super::direction::{self, Direction};
use super::field::Field;
use super::kind::{State, Words};
use super::learn::{Learnt, amount_field, is_blank};
use super::number;
use super::record::Record;
use super::words::{self, Known};
use crate::error::{Code, Error};
use crate::format::date;
use crate::format::reading::carried::is_carried;
use crate::format::reading::nothing::says_nothing;
use crate::model::{BankCode, Fee, Original, Reference, ReferenceKind, Status, Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use crate::text::push_words;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

/// What a record turned out to be.
#[expect(
    clippy::large_enum_variant,
    reason = "one at a time, and mostly a transaction: a box would cost each row"
)]
pub(super) enum Read {
    Transaction(Transaction, Doubts),
    /// Neither date nor amount: a heading, a note, a total.
    NoRecord,
    /// Carries a balance: `Saldo inicial`.
    Carried,
    /// Declined or cancelled: moved no money.
    Failed,
    /// The file itself counts it neither as money in nor as money out: between pockets of one wallet.
    Neutral,
}

/// What could not be told of a transaction.
#[derive(Clone, Copy)]
pub(super) struct Doubts {
    /// Whether its amount holds its fee.
    pub(super) fee: bool,
    /// Whether it is booked: its status is in words that are not known.
    pub(super) status: bool,
}

/// Reads one record.
pub(super) fn read(
    record: &Record<'_>,
    learnt: &Learnt,
    words: &mut Words,
    width: usize,
) -> Result<Read, Error> {
    let dates = [Field::BookedOn, Field::Date, Field::ValueOn];
    let dated = dates.iter().any(|field| record.get(*field).bytes().any(|byte| byte.is_ascii_digit()));
    let amounts = [Field::Amount, Field::Debit, Field::Credit, Field::Net, Field::Gross];
    let has_money = || amounts.iter().any(|field| !record.get(*field).is_empty());
    if !dated && (!has_money() || record.row.len() < 2) {
        return Ok(Read::NoRecord);
    }
    check_width(record, width)?;
    let texts = [Field::Text, Field::Name, Field::Kind];
    if texts.iter().flat_map(|field| record.all(*field)).any(is_carried) {
        return Ok(Read::Carried);
    }
    let state = match record.layout.has(Field::Status) {
        true => words.state(record.get(Field::Status)),
        false => State::Booked,
    };
    if state == State::Failed {
        return Ok(Read::Failed);
    }
    if learnt.flag.is_some_and(|column| is_neutral(record, column)) {
        return Ok(Read::Neutral);
    }
    let booked_on = booked_on(record, learnt)?;
    let currency = currency(record, learnt)?;
    let (amount, fee, unplaced) = money(record, learnt, currency)?;
    let mut transaction = Transaction::new("", booked_on, amount);
    transaction.source = "csv".into();
    transaction.value_on = one_date(record, learnt, Field::ValueOn, Some(booked_on.year()));
    transaction.fees.extend(fee.map(|amount| Fee { amount, kind: "bank_fee".to_owned() }));
    if state == State::Pending {
        transaction.status = Status::Pending;
    }
    let own = record.get(Field::OwnAccount);
    transaction.account = account(own).or_else(|| some(own));
    counterparty(record, &mut transaction);
    references(record, &mut transaction);
    transaction.remittance = remittance(record);
    classify(record, words, &mut transaction);
    transaction.original = original(record, learnt, &transaction);
    let doubts = Doubts { fee: unplaced, status: state == State::Unknown };
    Ok(Read::Transaction(transaction, doubts))
}

/// Refuses a record of more cells than there are columns: its cells are not where they belong.
pub(super) fn check_width(record: &Record<'_>, width: usize) -> Result<(), Error> {
    let mut beyond = (width..record.row.len()).map(|column| record.table.cell(record.row, column));
    if beyond.all(str::is_empty) {
        return Ok(());
    }
    let said = format!(
        "{} cells where {width} are expected: a delimiter stands in a text without quotes",
        record.row.len()
    );
    Err(record.error(Code::CsvColumns, said))
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// The texts of all their columns on one line, each once.
fn remittance(record: &Record<'_>) -> String {
    let mut line = String::new();
    for (at, text) in record.all(Field::Text).enumerate() {
        if at == 0 || record.all(Field::Text).take(at).all(|before| before != text) {
            push_words(&mut line, text);
        }
    }
    line
}

/// The booking date; the value date or the date of purchase where the row has no other.
fn booked_on(record: &Record<'_>, learnt: &Learnt) -> Result<NaiveDate, Error> {
    let fields = [Field::BookedOn, Field::Date, Field::ValueOn];
    let first = fields.iter().map(|field| record.get(*field)).find(|cell| !cell.is_empty());
    let first = first.and_then(|cell| date::cut(cell, learnt.offset));
    if let Some(date) = first.filter(date::Cell::has_year).and_then(|cell| cell.date(learnt.order, None)) {
        return Ok(date);
    }
    // A year may stand in a column beside.
    let beside =
        fields.iter().find_map(|field| one_date(record, learnt, *field, None)).map(|date| date.year());
    for field in fields {
        if let Some(date) = one_date(record, learnt, field, beside) {
            return Ok(date);
        }
        if !record.get(field).is_empty() {
            return Err(record.error(
                Code::CsvBadDate,
                "not a date between 1900 and 2199, or one without a year that nothing tells",
            ));
        }
    }
    Err(record.error(Code::CsvBadDate, "the row has an amount and no date"))
}

/// A date of a field; without a year, that of the statement or of the column beside.
pub(super) fn one_date(
    record: &Record<'_>,
    learnt: &Learnt,
    field: Field,
    beside: Option<i32>,
) -> Option<NaiveDate> {
    let cell = date::cut(record.get(field), learnt.offset)?;
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
pub(super) fn currency(record: &Record<'_>, learnt: &Learnt) -> Result<Currency, Error> {
    let cell = record.get(Field::Currency);
    match words::currency(cell) {
        Known::One(currency) => return Ok(currency),
        Known::None if !cell.is_empty() => {
            return Err(record.error(Code::CsvCurrency, "the currency cell is no code of ISO 4217"));
        }
        _ => {}
    }
    let money =
        [Field::Amount, Field::Net, Field::Gross, Field::Debit, Field::Credit, Field::Total, Field::Open];
    let named = money.iter().find_map(|field| number::read(record.get(*field), learnt.mark)?.currency());
    named.or(learnt.currency).ok_or_else(|| {
        record.error(
            Code::CsvCurrency,
            "neither the row nor the file names a currency: give the option currency",
        )
    })
}

/// The amount that moved the account, the fee that was taken off, and whether a fee could not be placed.
fn money(
    record: &Record<'_>,
    learnt: &Learnt,
    currency: Currency,
) -> Result<(Amount, Option<Amount>, bool), Error> {
    let cell = |field: Field| -> Result<Option<Amount>, Error> {
        let text = record.get(field);
        if text.is_empty() {
            return Ok(None);
        }
        let bad =
            |said: &str| record.error(Code::CsvBadAmount, said.to_owned()).at_field(header(record, field));
        let read = number::read(text, learnt.mark).ok_or_else(|| bad("not an amount"))?;
        if read.currency().is_some_and(|named| named != currency) {
            let said = "the amount names another currency than the row";
            return Err(record.error(Code::CsvCurrency, said).at_field(header(record, field)));
        }
        let minor = read.minor(currency).map_err(|fault| bad(fault.message()))?;
        Ok(Some(Amount::new(minor, currency)))
    };
    let negate = |amount: Amount, yes: bool| if yes { amount.checked_neg() } else { Ok(amount) };
    let field = amount_field(record.layout);
    let stated = match field {
        Some(field) => cell(field)?,
        None => None,
    };
    let mut amount = match stated {
        Some(amount) => {
            let out = match learnt.flag {
                None => false,
                Some(column) => direction_of(record, learnt, column)? == Direction::Out,
            };
            negate(amount, out != learnt.reversed)?
        }
        None => {
            let (debit, credit) = (cell(Field::Debit)?, cell(Field::Credit)?);
            if debit.is_none() && credit.is_none() {
                return Err(record.error(Code::CsvBadAmount, "the row has a date and no amount"));
            }
            let debit = negate(debit.unwrap_or(Amount::zero(currency)), !learnt.debit_signed)?;
            debit
                .checked_add(credit.unwrap_or(Amount::zero(currency)))
                .map_err(|fault| record.error(fault.code(), fault.message().to_owned()))?
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
fn direction_of(record: &Record<'_>, learnt: &Learnt, column: usize) -> Result<Direction, Error> {
    let flag = record.table.cell(record.row, column);
    if let Some(direction) = learnt.flags.of(flag) {
        return Ok(direction);
    }
    if is_refund(record) {
        return Ok(Direction::In);
    }
    Err(record
        .error(Code::CsvSign, "the row is marked neither as money in nor as money out")
        .at_field(header_of(record, column)))
}

/// Whether a flag says that a record, which is no refund, goes neither way.
fn is_neutral(record: &Record<'_>, column: usize) -> bool {
    direction::is_neutral(record.table.cell(record.row, column)) && !is_refund(record)
}

fn is_refund(record: &Record<'_>) -> bool {
    let words = [Field::Kind, Field::Text, Field::Status];
    words.iter().any(|field| record.all(*field).any(direction::is_refund))
}

fn header(record: &Record<'_>, field: Field) -> String {
    record.layout.column(field).map(|column| header_of(record, column)).unwrap_or_default()
}

/// A column as errors name it: by its header, or by its number where it has none.
fn header_of(record: &Record<'_>, column: usize) -> String {
    let header = record.layout.headers.get(column).filter(|header| !header.is_empty());
    header.cloned().unwrap_or_else(|| column.to_string())
}

/// An IBAN without its spaces, in capitals; `None` where the text is none by its form.
fn account(text: &str) -> Option<String> {
    if text.is_ascii() {
        // Mostly as it is to be, or a name.
        match text.as_bytes() {
            [a, b, c, d, rest @ ..]
                if a.is_ascii_alphabetic()
                    && b.is_ascii_alphabetic()
                    && c.is_ascii_digit()
                    && d.is_ascii_digit() =>
            {
                // No early end: so it goes over many bytes at once.
                let capital = |byte: &u8| byte.is_ascii_uppercase() | byte.is_ascii_digit();
                let plain = rest.iter().fold(true, |plain, byte| plain & capital(byte));
                if plain && a.is_ascii_uppercase() && b.is_ascii_uppercase() {
                    return (11..=30).contains(&rest.len()).then(|| text.to_owned());
                }
            }
            [a, ..] if !(a.is_ascii_alphabetic() || a.is_ascii_whitespace()) => return None,
            [_, b, ..] if !(b.is_ascii_alphabetic() || b.is_ascii_whitespace()) => return None,
            [_, _, c, ..] if !(c.is_ascii_digit() || c.is_ascii_whitespace()) => return None,
            _ => {}
        }
    }
    let mut begins = text.chars().filter(|c| !c.is_whitespace());
    let letters = begins.by_ref().take(2).all(|c| c.is_ascii_alphabetic());
    if !(letters && begins.take(2).all(|c| c.is_ascii_digit())) {
        return None;
    }
    let tight = if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        text.to_ascii_uppercase()
    } else {
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect()
    };
    let bytes = tight.as_bytes();
    let form = (15..=34).contains(&bytes.len())
        && bytes.iter().take(2).all(u8::is_ascii_uppercase)
        && bytes.iter().skip(2).take(2).all(u8::is_ascii_digit)
        && bytes.iter().skip(4).all(u8::is_ascii_alphanumeric);
    form.then_some(tight)
}

fn counterparty(record: &Record<'_>, transaction: &mut Transaction) {
    let incoming = transaction.amount.minor() >= 0;
    let sides = if incoming { [Field::Payer, Field::Payee] } else { [Field::Payee, Field::Payer] };
    let names = record.all(Field::Name).chain(record.all(sides[0])).chain(record.all(sides[1]));
    let side = &mut transaction.counterparty;
    for name in names {
        if let Some(iban) = account(name) {
            side.iban.get_or_insert(iban);
        } else if side.name.is_none() {
            push_words(side.name.get_or_insert_default(), name);
        }
    }
    for text in record.all(Field::CounterpartyAccount) {
        match account(text) {
            Some(iban) => _ = side.iban.get_or_insert(iban),
            None if text.contains('@') => _ = side.email.get_or_insert(text.to_owned()),
            None => _ = side.account.get_or_insert(text.to_owned()),
        }
    }
    side.ultimate_name = some(record.get(Field::UltimateName));
    side.bic = some(record.get(Field::Bic));
    side.email = side.email.take().or_else(|| some(record.get(Field::Email)));
    side.customer_id = some(record.get(Field::CustomerId));
}

fn references(record: &Record<'_>, transaction: &mut Transaction) {
    let kinds = [
        (Field::EndToEnd, ReferenceKind::EndToEnd),
        (Field::Mandate, ReferenceKind::Mandate),
        (Field::CreditorReference, ReferenceKind::Creditor),
        (Field::InvoiceNumber, ReferenceKind::Invoice),
        (Field::Cheque, ReferenceKind::Cheque),
        (Field::BankReference, ReferenceKind::Bank),
    ];
    for (field, kind) in kinds {
        for value in record.all(field).filter(|value| !says_nothing(value)) {
            transaction.references.push(Reference { kind, value: value.to_owned() });
        }
    }
    for symbol in record
        .all(Field::VariableSymbol)
        .filter(|symbol| symbol.bytes().any(|digit| matches!(digit, b'1'..=b'9')))
    {
        transaction
            .references
            .push(Reference { kind: ReferenceKind::Creditor, value: format!("VS{symbol}") });
    }
}

fn classify(record: &Record<'_>, words: &mut Words, transaction: &mut Transaction) {
    let kind =
        record.all(Field::Kind).map(|text| words.kind(text)).find(|kind| *kind != TransactionKind::Other);
    transaction.kind = kind.unwrap_or_default();
    let code = some(record.get(Field::BankCode)).or_else(|| some(record.get(Field::Kind)));
    transaction.bank_code = code.map(|code| BankCode { proprietary: Some(code), ..BankCode::default() });
}

/// The amount before conversion, where its currency is another one. A rate is taken where it is of the contract's
/// direction: original × rate = gross.
fn original(record: &Record<'_>, learnt: &Learnt, transaction: &Transaction) -> Option<Original> {
    let read = number::read(record.get(Field::OriginalAmount), learnt.mark)?;
    let currency = match words::currency(record.get(Field::OriginalCurrency)) {
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
    let rate = number::read(record.get(Field::Rate), learnt.mark).and_then(|rate| rate.to_decimal().ok());
    let near = |rate: &Decimal| {
        let product = amount.to_decimal().checked_mul(*rate);
        product.is_some_and(|product| {
            (product - gross.to_decimal()).abs() * Decimal::from(200) <= gross.to_decimal().abs()
        })
    };
    Some(Original { amount, rate: rate.filter(near) })
}

/// Characters of an id that can be more than a number counted within its file.
const REFERENCE: usize = 6;

/// Keeps an id that does not name one row of its file, such as the order of a purchase and of its refund, as the bank's
/// reference.
pub(super) fn refer(id: &str, transaction: &mut Transaction) {
    let known = transaction.references.iter().any(|known| known.value == id);
    if id.len() >= REFERENCE && !known {
        transaction.references.push(Reference { kind: ReferenceKind::Bank, value: id.to_owned() });
    }
}

/// Whether a cell of the id columns is an id.
pub(super) fn id<'a>(record: &Record<'a>) -> Option<&'a str> {
    let column = record.layout.column(Field::Id)?;
    Some(record.table.cell(record.row, column)).filter(|cell| !cell.is_empty() && !is_blank(cell))
}
