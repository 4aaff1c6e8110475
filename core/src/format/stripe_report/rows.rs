//! Rows of Stripe's reports to transactions on the Stripe balance, named as the API's objects are.

use super::super::ReadOptions;
use super::super::cells::sheet::{Cells, Columns};
use super::super::stripe::kinds::{self, Class};
use super::super::stripe::method::method;
use super::columns::Column;
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::model::{
    BankCode, Fee, Original, Reference, ReferenceKind, ReturnStage, Returned, Status, Transaction,
    TransactionKind,
};
use crate::money::{Amount, Currency, DecimalMark, parse_localized};
use chrono::NaiveDate;

/// How a report is read: where its columns are, and how its numbers are printed.
pub(super) struct Layout {
    pub(super) columns: Columns<Column>,
    pub(super) mark: DecimalMark,
    /// Columns of the host's own keys.
    pub(super) metadata: Vec<(usize, String)>,
}

/// A row with what is to be said of it, or why it is none.
pub(super) enum Read {
    Rows(Vec<Transaction>),
    /// A row that the API gives the id of an object which the report does not name.
    Unnamed(Box<Transaction>),
    /// No money moved.
    Nothing,
}

/// A record with its layout.
pub(super) struct Record<'r> {
    pub(super) layout: &'r Layout,
    pub(super) cells: Cells<'r>,
    pub(super) options: &'r ReadOptions,
}

impl<'r> Record<'r> {
    pub(super) fn get(&self, column: Column) -> &'r str {
        self.layout.columns.get(&self.cells, column)
    }

    fn text(&self, column: Column) -> Option<String> {
        self.layout.columns.some(&self.cells, column).map(str::to_owned)
    }

    fn currency(&self, column: Column) -> Result<Option<Currency>, Error> {
        let Some(code) = self.layout.columns.some(&self.cells, column) else { return Ok(None) };
        let known =
            Currency::parse(code).map_err(|fault| Error::new(Code::StripeReportBadRow, fault.message()));
        known.map(Some).map_err(|fault| fault.at_field("currency"))
    }

    fn amount(&self, column: Column, name: &str, currency: Currency) -> Result<Option<Amount>, Error> {
        let Some(text) = self.layout.columns.some(&self.cells, column) else { return Ok(None) };
        let read = parse_localized(text, Some(self.layout.mark)).and_then(|read| read.minor(currency));
        read.map(|minor| Some(Amount::new(minor, currency)))
            .map_err(|fault| Error::new(Code::StripeReportBadAmount, fault.message()).at_field(name))
    }

    /// The day of an instant in UTC, as the API gives it.
    fn day_of_instant(&self, text: &str) -> Result<Option<NaiveDate>, Error> {
        let moves = self.options.utc_offset_minutes != 0 && text.len() > 10 && !text.ends_with('Z');
        let read = if moves {
            let seconds = if text.matches(':').count() < 2 { ":00" } else { "" };
            date::from_text(
                &format!("{}{seconds}Z", text.replacen(' ', "T", 1)),
                self.options.utc_offset_minutes,
            )
        } else {
            date::from_text(text, self.options.utc_offset_minutes)
        };
        read.map_err(|fault| Error::new(Code::StripeReportBadDate, fault.message()))
    }

    /// A day: of an instant in UTC, else in the time zone that the report was asked for in.
    fn day(&self, utc: Column, local: Column) -> Result<Option<NaiveDate>, Error> {
        match self.layout.columns.some(&self.cells, utc) {
            Some(text) => self.day_of_instant(text),
            None => self.plain_day(local),
        }
    }

    fn plain_day(&self, column: Column) -> Result<Option<NaiveDate>, Error> {
        let text = self.get(column);
        date::from_text(text, 0).map_err(|fault| Error::new(Code::StripeReportBadDate, fault.message()))
    }

    fn created(&self) -> Result<NaiveDate, Error> {
        let day = self.day(Column::CreatedUtc, Column::Created)?;
        day.ok_or_else(|| Error::new(Code::StripeReportBadDate, "no time of creation"))
    }

    fn begin(&self, id: &str, amount: Amount) -> Result<Transaction, Error> {
        if id.is_empty() {
            return Err(Error::new(Code::StripeReportBadRow, "no id"));
        }
        let mut row = Transaction::new(id, self.created()?, amount);
        row.source = "stripe".into();
        let account = self.text(Column::Account).or_else(|| self.options.account.clone());
        row.account = Some(account.unwrap_or_else(|| "stripe".to_owned()));
        row.remittance = clean(self.get(Column::Description));
        for (column, key) in &self.layout.metadata {
            let value = self.cells.at(*column);
            if !value.is_empty() {
                row.metadata.add(key.clone(), value);
            }
        }
        Ok(row)
    }

    fn customer(&self, row: &mut Transaction) {
        let party = &mut row.counterparty;
        party.name = self.text(Column::CustomerName).or_else(|| self.text(Column::CustomerDescription));
        party.email = self.text(Column::CustomerEmail);
        party.customer_id = self.text(Column::CustomerId);
    }

    /// The references of a payment, the row's own first.
    fn refer_payment(&self, row: &mut Transaction, own: &str) {
        refer(row, ReferenceKind::Payment, own);
        refer(row, ReferenceKind::Payment, self.get(Column::Intent));
        refer(row, ReferenceKind::Invoice, self.get(Column::Invoice));
        refer(row, ReferenceKind::Invoice, self.get(Column::InvoiceNumber));
    }

    /// The payout that pays the row out.
    fn refer_payout(&self, row: &mut Transaction) {
        let payout = self.get(Column::Payout);
        if payout.starts_with("po_") || payout.starts_with("tr_") {
            refer(row, ReferenceKind::Payout, payout);
        }
    }
}

/// A balance transaction: its id is that of its source where the source moves money once.
pub(super) fn movement(record: &Record<'_>) -> Result<Read, Error> {
    let currency = record.currency(Column::Currency)?;
    let currency = currency.ok_or_else(|| Error::new(Code::StripeReportBadRow, "no currency"))?;
    let (net, fee) = net_and_fee(record, currency)?;
    let gross = net.checked_add(fee)?;
    let own = match record.get(Column::BalanceTransaction) {
        "" => record.get(Column::Id),
        id => id,
    };
    let (kind, category) = (record.get(Column::Type), record.get(Column::Category));
    let source = source(record, kind, category);
    let class = kinds::class(kind, category, source, gross.minor() > 0);
    let id = if class.is_only_of(source) { source } else { own };
    let mut row = record.begin(id, net)?;
    row.kind = match (class.kind, record.get(Column::Method)) {
        (TransactionKind::Card | TransactionKind::Other, name)
            if !name.is_empty() && class.is_only_of(source) && is_payment(source) =>
        {
            method(name, source)
        }
        (kind, _) => kind,
    };
    row.fees = fees(fee);
    row.value_on = record.day(Column::AvailableOnUtc, Column::AvailableOn)?;
    row.original = facing(record, gross)?;
    let word = if matches!(kind, "" | "adjustment") && !category.is_empty() { category } else { kind };
    if !word.is_empty() {
        row.bank_code = Some(BankCode { proprietary: Some(word.to_owned()), ..BankCode::default() });
    }
    if row.kind == TransactionKind::Payout {
        refer(&mut row, ReferenceKind::Payout, source);
        refer(&mut row, ReferenceKind::Bank, record.get(Column::Trace));
        row.value_on = record.plain_day(Column::Arrival)?.or(row.value_on);
    } else {
        record.customer(&mut row);
        if class.kind == TransactionKind::Transfer || row.counterparty == Default::default() {
            row.counterparty.account = record.text(Column::Counterpart);
        }
        record.refer_payment(&mut row, source);
        record.refer_payout(&mut row);
    }
    refer(&mut row, ReferenceKind::Bank, own);
    take_back(&mut row, record, &class, source);
    if class.is_named_by_source() && source.is_empty() {
        return Ok(Read::Unnamed(Box::new(row)));
    }
    Ok(Read::Rows(vec![row]))
}

/// The object that a movement is of. Reports of payouts give its id in a column of its own, and charges stand in one too.
fn source<'r>(record: &Record<'r>, kind: &str, category: &str) -> &'r str {
    let given = record.get(Column::Source);
    if !given.is_empty() {
        return given;
    }
    let of_payout = record.get(Column::PayoutId);
    let name = if category.is_empty() { kind } else { category };
    if name.starts_with("payout") && !of_payout.is_empty() {
        return of_payout;
    }
    if matches!(name, "charge" | "payment") { record.get(Column::Charge) } else { "" }
}

fn is_payment(source: &str) -> bool {
    source.starts_with("ch_") || source.starts_with("py_")
}

/// What the row takes back: the payment that the report names, else the source where that is a row.
fn take_back(row: &mut Transaction, record: &Record<'_>, class: &Class, source: &str) {
    let Some(stage) = class.stage else { return };
    let mut originals: Vec<String> = Vec::new();
    let own = Some(source).filter(|source| class.undoes(source));
    let payment = [record.get(Column::Charge), record.get(Column::Intent)];
    for id in own.into_iter().chain(payment).filter(|id| !id.is_empty() && *id != row.id) {
        if !originals.iter().any(|known| known == id) {
            originals.push(id.to_owned());
        }
    }
    if stage != ReturnStage::Won {
        row.reverses = originals.first().cloned();
    }
    row.returned = Some(Returned { stage, reason: record.text(Column::DisputeReason), originals });
}

/// Net and fee; the report may leave one of the three numbers out.
fn net_and_fee(record: &Record<'_>, currency: Currency) -> Result<(Amount, Amount), Error> {
    let [gross, fee, net] = [(Column::Gross, "gross"), (Column::Fee, "fee"), (Column::Net, "net")]
        .map(|(column, name)| record.amount(column, name, currency));
    let (gross, fee, net) = (gross?, fee?, net?);
    let none =
        || Error::new(Code::StripeReportBadAmount, "neither a net amount nor a gross amount and a fee");
    match (gross, fee, net) {
        (Some(gross), Some(fee), Some(net)) if net.checked_add(fee)? != gross => {
            Err(Error::new(Code::StripeReportBadAmount, "net and fee do not add up to the gross amount")
                .at_field("net"))
        }
        (_, Some(fee), Some(net)) => Ok((net, fee)),
        (Some(gross), None, Some(net)) => Ok((net, gross.checked_sub(net)?)),
        (None, None, Some(net)) => Ok((net, Amount::zero(currency))),
        (Some(gross), Some(fee), None) => Ok((gross.checked_sub(fee)?, fee)),
        (_, _, None) => Err(none()),
    }
}

fn fees(fee: Amount) -> Vec<Fee> {
    if fee.is_zero() { Vec::new() } else { vec![Fee { amount: fee, kind: "stripe_fee".to_owned() }] }
}

/// What the customer saw, where it is in another currency.
fn facing(record: &Record<'_>, gross: Amount) -> Result<Option<Original>, Error> {
    let Some(currency) = record.currency(Column::FacingCurrency)? else { return Ok(None) };
    if currency == gross.currency() {
        return Ok(None);
    }
    let Some(amount) = record.amount(Column::FacingAmount, "customer_facing_amount", currency)? else {
        return Ok(None);
    };
    // Given without its direction for what goes out.
    let unlike = (amount.minor() < 0) != (gross.minor() < 0);
    let amount = if unlike { amount.checked_neg()? } else { amount };
    Ok(Some(Original { amount, rate: None }))
}

/// A payment: what a customer paid, with the fee where it is settled.
pub(super) fn payment(record: &Record<'_>) -> Result<Read, Error> {
    let key = super::super::cells::key::key(record.get(Column::Status));
    let status = match key.as_str() {
        "failed" | "canceled" | "cancelled" | "blocked" | "incomplete" | "expired" => {
            return Ok(Read::Nothing);
        }
        _ if key.starts_with("requires") => return Ok(Read::Nothing),
        "pending" | "uncaptured" | "processing" => Status::Pending,
        "paid"
        | "succeeded"
        | "refunded"
        | "partial refund"
        | "partially refunded"
        | "disputed"
        | "early fraud warning"
        | "inquiry"
        | "won"
        | "lost" => Status::Booked,
        _ if record.get(Column::Captured).eq_ignore_ascii_case("true") => Status::Booked,
        _ => {
            return Err(Error::new(Code::StripeReportBadRow, "a status that is not known").at_field("Status"));
        }
    };
    let paid = record.currency(Column::Currency)?;
    let paid = paid.ok_or_else(|| Error::new(Code::StripeReportBadRow, "no currency"))?;
    let amount = record.amount(Column::Gross, "Amount", paid)?;
    let amount =
        amount.ok_or_else(|| Error::new(Code::StripeReportBadAmount, "no amount").at_field("Amount"))?;
    let settled = record.currency(Column::ConvertedCurrency)?.unwrap_or(paid);
    let gross = match record.amount(Column::ConvertedAmount, "Converted Amount", settled)? {
        Some(converted) => converted,
        None if settled == paid => amount,
        None => {
            return Err(Error::new(Code::StripeReportBadAmount, "a converted currency without its amount"));
        }
    };
    let fee = record.amount(Column::Fee, "Fee", settled)?.unwrap_or(Amount::zero(settled));
    let id = record.get(Column::Id);
    let mut row = record.begin(id, gross.checked_sub(fee)?)?;
    row.status = status;
    row.fees = fees(fee);
    row.kind = method(record.get(Column::Method), id);
    if settled != paid {
        row.original = Some(Original { amount, rate: None });
    }
    record.customer(&mut row);
    record.refer_payment(&mut row, id);
    record.refer_payout(&mut row);
    Ok(Read::Rows(vec![row]))
}

/// A payout; one that failed went out and came back.
pub(super) fn payout(record: &Record<'_>) -> Result<Read, Error> {
    let key = super::super::cells::key::key(record.get(Column::Status));
    let failure = record.get(Column::Failure);
    let failed = matches!(key.as_str(), "failed" | "canceled" | "cancelled");
    let status = match key.as_str() {
        "paid" => Status::Booked,
        "pending" | "in transit" => Status::Pending,
        _ if failed && !failure.is_empty() => Status::Booked,
        _ if failed => return Ok(Read::Nothing),
        _ => {
            return Err(Error::new(Code::StripeReportBadRow, "a status that is not known").at_field("Status"));
        }
    };
    let currency = record.currency(Column::Currency)?;
    let currency = currency.ok_or_else(|| Error::new(Code::StripeReportBadRow, "no currency"))?;
    let amount = record.amount(Column::Gross, "Amount", currency)?;
    let amount =
        amount.ok_or_else(|| Error::new(Code::StripeReportBadAmount, "no amount").at_field("Amount"))?;
    let mut row = record.begin(record.get(Column::Id), amount.checked_neg()?)?;
    row.kind = TransactionKind::Payout;
    row.status = status;
    row.value_on = record.plain_day(Column::Arrival)?;
    let id = row.id.clone();
    refer(&mut row, ReferenceKind::Payout, &id);
    refer(&mut row, ReferenceKind::Bank, record.get(Column::Trace));
    refer(&mut row, ReferenceKind::Bank, record.get(Column::BalanceTransaction));
    let mut rows = vec![row];
    if failed {
        let mut back = record.begin(failure, amount)?;
        back.kind = TransactionKind::Payout;
        refer(&mut back, ReferenceKind::Bank, failure);
        refer(&mut back, ReferenceKind::Payout, &id);
        back.reverses = Some(id.clone());
        back.returned = Some(Returned {
            stage: ReturnStage::Return,
            reason: record.text(Column::FailureCode),
            originals: vec![id],
        });
        rows.push(back);
    }
    Ok(Read::Rows(rows))
}

fn refer(row: &mut Transaction, kind: ReferenceKind, value: &str) {
    if !value.is_empty() && !row.references.iter().any(|one| one.kind == kind && one.value == value) {
        row.references.push(Reference { kind, value: value.to_owned() });
    }
}

/// A text with runs of white space as one space.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !clean.is_empty() {
            clean.push(' ');
        }
        clean.push_str(word);
    }
    clean
}
