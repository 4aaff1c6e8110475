//! A record of PayPal's to a transaction.

use super::super::ReadOptions;
use super::super::cells::sheet::{Cells, Columns};
use super::columns::Column;
use super::learn::{self, Learnt};
use super::words::{Effect, Words};
use crate::error::{Code, Error};
use crate::model::{
    BankCode, Fee, Reference, ReferenceKind, ReturnStage, Returned, Status, Transaction, TransactionKind,
};
use crate::money::{Amount, Currency, parse_localized};

/// How a download is read.
pub(super) struct Layout {
    pub(super) columns: Columns<Column>,
    pub(super) learnt: Learnt,
}

/// A row, or why there is none.
pub(super) enum Read {
    /// With its transaction id, and the balance that it states.
    Transaction(Box<Transaction>, Option<Amount>),
    Memo,
    Failed,
}

/// Reads a record; the account and the id are the caller's to give.
pub(super) fn read(
    layout: &Layout,
    words: &mut Words,
    cells: &Cells<'_>,
    options: &ReadOptions,
) -> Result<Read, Error> {
    let get = |column: Column| layout.columns.get(cells, column);
    let effect = match effect(layout, words, cells)? {
        Effect::Memo => return Ok(Read::Memo),
        Effect::Failed => return Ok(Read::Failed),
        effect => effect,
    };
    let currency = match get(Column::Currency) {
        "" => options.currency.ok_or_else(|| Error::new(Code::PaypalCsvBadRow, "no currency"))?,
        code => Currency::parse(code)
            .map_err(|fault| Error::new(Code::PaypalCsvBadRow, fault.message()).at_field("Currency"))?,
    };
    let amount = |column: Column, name: &str| amount(layout, cells, column, name, currency);
    let (gross, fee, net) =
        (amount(Column::Gross, "Gross")?, amount(Column::Fee, "Fee")?, amount(Column::Net, "Net")?);
    let (net, fee) = net_and_fee(gross, fee, net)?;
    if net.is_zero() && fee.is_zero() {
        return Ok(Read::Memo);
    }
    let day = learn::cut(get(Column::Date)).and_then(|cell| cell.date(layout.learnt.order, None));
    let day = day.ok_or_else(|| Error::new(Code::PaypalCsvBadDate, "not a date").at_field("Date"))?;
    let mut row = Transaction::new("", day, net);
    row.source = "paypal".into();
    row.status = if effect == Effect::Pending { Status::Pending } else { Status::Booked };
    if !fee.is_zero() {
        // Printed as what it did to the balance: negative where it was taken.
        row.fees = vec![Fee { amount: fee.checked_neg()?, kind: "paypal_fee".to_owned() }];
    }
    let (code, named) = (get(Column::Code), get(Column::Type));
    let class = words.kinds.class(code, named);
    row.kind = class.kind;
    let word = if code.is_empty() { named } else { code };
    if !word.is_empty() {
        row.bank_code = Some(BankCode { proprietary: Some(word.to_owned()), ..BankCode::default() });
    }
    party(&mut row, layout, cells);
    refer(&mut row, ReferenceKind::Payment, get(Column::Id));
    refer(&mut row, ReferenceKind::Invoice, get(Column::Invoice));
    refer_back(&mut row, get(Column::Reference), class.stage);
    row.remittance = joined([get(Column::Subject), get(Column::Note), get(Column::Item)]);
    if !get(Column::Custom).is_empty() {
        row.metadata.insert("custom", get(Column::Custom).to_owned());
    }
    // Rows that PayPal shows no balance of have `...` there.
    let stated = get(Column::Balance);
    let balance = if stated.bytes().any(|byte| byte.is_ascii_digit()) && row.status == Status::Booked {
        amount(Column::Balance, "Balance")?
    } else {
        None
    };
    Ok(Read::Transaction(Box::new(row), balance))
}

/// What a record did: by its effect on the balance, which PayPal knows; else by its status; statements list only what
/// moved.
fn effect(layout: &Layout, words: &mut Words, cells: &Cells<'_>) -> Result<Effect, Error> {
    if layout.columns.has(Column::Impact) {
        let cell = layout.columns.get(cells, Column::Impact);
        // The parts of a payment, one for each thing that was bought, say nothing there.
        if cell.is_empty() {
            return Ok(Effect::Memo);
        }
        if let Some(effect) = words.impact(cell) {
            return Ok(effect);
        }
    }
    match layout.columns.get(cells, Column::Status) {
        "" => Ok(Effect::Moved),
        cell => words.status(cell).ok_or_else(|| {
            let said = "a status that is not known: download the column Balance Impact too";
            Error::new(Code::PaypalCsvBadRow, said).at_field("Status")
        }),
    }
}

fn amount(
    layout: &Layout,
    cells: &Cells<'_>,
    column: Column,
    name: &str,
    currency: Currency,
) -> Result<Option<Amount>, Error> {
    let Some(text) = layout.columns.some(cells, column) else { return Ok(None) };
    let read = parse_localized(text, Some(layout.learnt.mark)).and_then(|read| read.minor(currency));
    read.map(|minor| Some(Amount::new(minor, currency)))
        .map_err(|fault| Error::new(Code::PaypalCsvBadAmount, fault.message()).at_field(name))
}

/// Net and fee, as signed as they are printed; one of the three columns may not have been downloaded.
fn net_and_fee(
    gross: Option<Amount>,
    fee: Option<Amount>,
    net: Option<Amount>,
) -> Result<(Amount, Amount), Error> {
    match (gross, fee, net) {
        (Some(gross), Some(fee), Some(net)) if gross.checked_add(fee)? != net => {
            let said = "gross and fee do not make the net amount";
            Err(Error::new(Code::PaypalCsvBadAmount, said).at_field("Net"))
        }
        (_, Some(fee), Some(net)) => Ok((net, fee)),
        (Some(gross), None, Some(net)) => Ok((net, net.checked_sub(gross)?)),
        (None, None, Some(net)) => Ok((net, Amount::zero(net.currency()))),
        (Some(gross), Some(fee), None) => Ok((gross.checked_add(fee)?, fee)),
        (Some(gross), None, None) => Ok((gross, Amount::zero(gross.currency()))),
        (None, _, None) => Err(Error::new(Code::PaypalCsvBadAmount, "no amount").at_field("Gross")),
    }
}

/// The other side: the sender of money in, the receiver of money out; the bank of what goes there.
fn party(row: &mut Transaction, layout: &Layout, cells: &Cells<'_>) {
    let text = |column: Column| layout.columns.some(cells, column).map(str::to_owned);
    let comes_in = row.amount.minor() >= 0;
    row.counterparty.name = text(Column::Name);
    // A conversion and a hold are between PayPal and the host.
    if row.kind != TransactionKind::Internal && row.kind != TransactionKind::Payout {
        row.counterparty.email = text(if comes_in { Column::From } else { Column::To });
    }
    row.counterparty.account = text(Column::BankAccount);
    if row.counterparty.name.is_none() {
        row.counterparty.name = text(Column::BankName);
    }
}

/// What a row refers to: what it takes back, the agreement under which it was paid, or the row that it belongs to.
fn refer_back(row: &mut Transaction, reference: &str, stage: Option<ReturnStage>) {
    // Agreements to bill (`B-`), subscriptions (`I-`, `S-`) and orders (`O-`) are no rows.
    let is_agreement = reference.get(1..2) == Some("-");
    if let Some(stage) = stage {
        let originals: Vec<String> = Some(reference)
            .filter(|id| !id.is_empty() && !is_agreement)
            .map(str::to_owned)
            .into_iter()
            .collect();
        if stage != ReturnStage::Won {
            row.reverses = originals.first().cloned();
        }
        row.returned = Some(Returned { stage, reason: None, originals });
    } else if reference.starts_with("B-") || reference.starts_with("I-") || reference.starts_with("S-") {
        refer(row, ReferenceKind::Mandate, reference);
    } else if !reference.is_empty() {
        // Conversions, holds and fees name the payment that they belong to: they are not that payment.
        row.metadata.insert("reference_txn_id", reference.to_owned());
    }
}

fn refer(row: &mut Transaction, kind: ReferenceKind, value: &str) {
    if !value.is_empty() {
        row.references.push(Reference { kind, value: value.to_owned() });
    }
}

/// Texts in one line, each once.
fn joined(texts: [&str; 3]) -> String {
    let mut out = String::new();
    let mut said: Vec<&str> = Vec::with_capacity(3);
    for text in texts {
        if text.is_empty() || said.contains(&text) {
            continue;
        }
        said.push(text);
        for word in text.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}
