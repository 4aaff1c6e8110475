//! The three rows of the contract, field by field.

use super::options::JsonOptions;
use super::row::{Row, inside};
use crate::error::{Code, Error};
use crate::model::{
    BankCode, Batch, Counterparty, Customer, Fee, Invoice, Original, Reference, RemittanceLine, Returned,
    Settlement, Tax, Terms, Transaction,
};
use crate::money::{Amount, Currency};
use rust_decimal::Decimal;

/// What a row is.
#[cfg(feature = "format")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    Transaction,
    Invoice,
    Settlement,
}

/// One row of the contract.
#[cfg(feature = "format")]
pub(crate) enum AnyRow {
    Transaction(Box<Transaction>),
    Invoice(Box<Invoice>),
    Settlement(Settlement),
}

#[cfg(feature = "format")]
impl AnyRow {
    /// Reads a row; its fields tell what it is where `kind` does not.
    pub(crate) fn read(text: &str, kind: Option<RowKind>, options: &JsonOptions) -> Result<Self, Error> {
        let row = Row::parse(text)?;
        Ok(match kind.map_or_else(|| told_by_fields(&row), Ok)? {
            RowKind::Transaction => AnyRow::Transaction(Box::new(transaction_row(row, options)?)),
            RowKind::Invoice => AnyRow::Invoice(Box::new(invoice_row(row, options)?)),
            RowKind::Settlement => AnyRow::Settlement(settlement_row(row, options)?),
        })
    }
}

#[cfg(feature = "format")]
fn told_by_fields(row: &Row<'_>) -> Result<RowKind, Error> {
    if row.has("settled_on") || row.has("external_ids") {
        Ok(RowKind::Settlement)
    } else if row.has("total") || row.has("open") {
        Ok(RowKind::Invoice)
    } else if row.has("booked_on") || row.has("amount") {
        Ok(RowKind::Transaction)
    } else {
        let said = "neither a transaction (`booked_on`, `amount`) nor an invoice (`total`) nor a settlement (`settled_on`)";
        Err(Error::new(Code::JsonBadRow, said))
    }
}

pub(super) fn transaction(text: &str, options: &JsonOptions) -> Result<Transaction, Error> {
    transaction_row(Row::parse(text)?, options)
}

pub(super) fn invoice(text: &str, options: &JsonOptions) -> Result<Invoice, Error> {
    invoice_row(Row::parse(text)?, options)
}

pub(super) fn settlement(text: &str, options: &JsonOptions) -> Result<Settlement, Error> {
    settlement_row(Row::parse(text)?, options)
}

fn transaction_row(mut row: Row<'_>, options: &JsonOptions) -> Result<Transaction, Error> {
    let id = row.required_text("id")?;
    transaction_fields(&mut row, id.clone(), options).map_err(|fault| fault.at_row(id))
}

fn invoice_row(mut row: Row<'_>, options: &JsonOptions) -> Result<Invoice, Error> {
    let id = row.required_text("id")?;
    invoice_fields(&mut row, id.clone(), options).map_err(|fault| fault.at_row(id))
}

fn settlement_row(mut row: Row<'_>, options: &JsonOptions) -> Result<Settlement, Error> {
    let invoice = row.required_text("invoice")?;
    settlement_fields(&mut row, invoice.clone(), options).map_err(|fault| fault.at_row(invoice))
}

/// The currency of a row, or the one that the caller says.
fn currency_of(row: &mut Row<'_>, options: &JsonOptions) -> Result<Currency, Error> {
    row.currency("currency")?.or(options.currency).ok_or_else(|| row.missing("currency"))
}

fn transaction_fields(row: &mut Row<'_>, id: String, options: &JsonOptions) -> Result<Transaction, Error> {
    let currency = currency_of(row, options)?;
    let amount = row.required_amount("amount", currency)?;
    let mut read = Transaction::new(id, row.required_date("booked_on", options)?, amount);
    read.account = row.text("account")?.or_else(|| options.account.clone());
    read.value_on = row.date("value_on", options)?;
    read.status = row.word("status")?.unwrap_or_default();
    read.fees = row.parts("fees", options, |fee| {
        Ok(Fee { amount: same_currency(fee, currency)?, kind: fee.text("kind")?.unwrap_or_default() })
    })?;
    read.original = row.part("original", options, original)?;
    read.kind = row.word("kind")?.unwrap_or_default();
    read.counterparty = row.part("counterparty", options, counterparty)?.unwrap_or_default();
    read.payee_iban = row.text("payee_iban")?;
    let references = row.parts("references", options, |reference| {
        let kind = reference.word("kind")?.ok_or_else(|| reference.missing("kind"))?;
        Ok(reference.text("value")?.map(|value| Reference { kind, value }))
    })?;
    read.references = references.into_iter().flatten().collect();
    read.remittance = row.text("remittance")?.unwrap_or_default();
    read.remittance_lines = row.parts("remittance_lines", options, |line| {
        let currency = line.currency("currency")?.unwrap_or(currency);
        Ok(RemittanceLine {
            reference: line.text("reference")?.unwrap_or_default(),
            amount: line.amount("amount", currency)?,
            text: line.text("text")?,
        })
    })?;
    read.bank_code = row.part("bank_code", options, |code| {
        Ok(BankCode {
            domain: code.text("domain")?,
            family: code.text("family")?,
            sub_family: code.text("sub_family")?,
            proprietary: code.text("proprietary")?,
        })
    })?;
    read.returned = row.part("returned", options, |returned| {
        Ok(Returned {
            stage: returned.word("stage")?.ok_or_else(|| returned.missing("stage"))?,
            reason: returned.text("reason")?,
            originals: returned.texts("originals")?,
        })
    })?;
    read.reverses = row.text("reverses")?;
    read.batch = row
        .part("batch", options, |batch| Ok(Batch { id: batch.text("id")?, count: batch.count("count")? }))?;
    read.source = row.text("source")?.unwrap_or_default().into();
    read.metadata = row.map("metadata")?;
    row.finish(options.strict)?;
    Ok(read)
}

fn original(row: &mut Row<'_>) -> Result<Original, Error> {
    let currency = row.currency("currency")?.ok_or_else(|| row.missing("currency"))?;
    let amount = row.required_amount("amount", currency)?;
    let rate = row.decimal("rate")?;
    if rate.is_some_and(|rate| rate <= Decimal::ZERO) {
        return Err(row.bad("rate", "a rate is positive"));
    }
    Ok(Original { amount, rate })
}

fn counterparty(row: &mut Row<'_>) -> Result<Counterparty, Error> {
    Ok(Counterparty {
        name: row.text("name")?,
        ultimate_name: row.text("ultimate_name")?,
        iban: row.text("iban")?,
        account: row.text("account")?,
        bic: row.text("bic")?,
        email: row.text("email")?,
        customer_id: row.text("customer_id")?,
    })
}

fn invoice_fields(row: &mut Row<'_>, id: String, options: &JsonOptions) -> Result<Invoice, Error> {
    let currency = currency_of(row, options)?;
    let mut read = Invoice::new(id, row.required_amount("total", currency)?);
    read.open = row.amount("open", currency)?.unwrap_or(read.total);
    read.number = row.text("number")?;
    read.other_numbers = row.texts("other_numbers")?;
    read.kind = row.word("kind")?.unwrap_or_default();
    read.customer = row.part("customer", options, customer)?;
    read.issued_on = row.date("issued_on", options)?;
    read.due_on = row.date("due_on", options)?;
    read.previous_totals = previous_totals(row, currency, options)?;
    read.covers = row.texts("covers")?;
    read.state = row.word("state")?.unwrap_or_default();
    read.references = row.texts("references")?;
    read.tax = row.parts("tax", options, |tax| {
        Ok(Tax {
            rate: tax.decimal("rate")?.ok_or_else(|| tax.missing("rate"))?,
            amount: same_currency(tax, currency)?,
        })
    })?;
    read.terms = row.part("terms", options, terms)?;
    read.description = row.text("description")?;
    read.metadata = row.map("metadata")?;
    row.finish(options.strict)?;
    Ok(read)
}

fn customer(row: &mut Row<'_>) -> Result<Customer, Error> {
    Ok(Customer {
        id: row.text("id")?,
        name: row.text("name")?,
        aliases: row.texts("aliases")?,
        ibans: row.texts("ibans")?,
        virtual_ibans: row.texts("virtual_ibans")?,
        emails: row.texts("emails")?,
        group: row.text("group")?,
    })
}

fn terms(row: &mut Row<'_>) -> Result<Terms, Error> {
    let discount_percent = row.decimal("discount_percent")?.ok_or_else(|| row.missing("discount_percent"))?;
    if discount_percent < Decimal::ZERO || discount_percent > Decimal::ONE_HUNDRED {
        return Err(row.bad("discount_percent", "a discount lies between 0 and 100 percent"));
    }
    let discount_days = row.count("discount_days")?.ok_or_else(|| row.missing("discount_days"))?;
    Ok(Terms { discount_percent, discount_days })
}

/// Decimal texts in the invoice's currency; objects with an amount and a currency as well.
fn previous_totals(
    row: &mut Row<'_>,
    currency: Currency,
    options: &JsonOptions,
) -> Result<Vec<Amount>, Error> {
    let mut totals = Vec::new();
    for (path, value) in row.list("previous_totals")? {
        if value.starts_with('{') {
            let total = Row::read_nested(value, options, |total| same_currency(total, currency));
            totals.push(total.map_err(|fault| inside(&path, fault))?);
        } else {
            let number = super::fields::number_text(value)
                .ok_or_else(|| Error::new(Code::InputBadField, "not an amount").at_field(&path))?;
            totals.push(number.amount(currency).map_err(|fault| fault.at_field(&path))?);
        }
    }
    Ok(totals)
}

fn settlement_fields(row: &mut Row<'_>, invoice: String, options: &JsonOptions) -> Result<Settlement, Error> {
    let currency = currency_of(row, options)?;
    let read = Settlement {
        invoice,
        amount: row.required_amount("amount", currency)?,
        settled_on: row.required_date("settled_on", options)?,
        transaction: row.text("transaction")?,
        external_ids: row.texts("external_ids")?,
    };
    row.finish(options.strict)?;
    Ok(read)
}

/// An `amount` inside a row, which may name its currency if it is that of the row.
fn same_currency(row: &mut Row<'_>, currency: Currency) -> Result<Amount, Error> {
    if let Some(own) = row.currency("currency")?
        && own != currency
    {
        let said = format!("{own}, but the row is in {currency}");
        return Err(Error::new(Code::MoneyCurrencyMismatch, said).at_field(row.at("currency")));
    }
    row.required_amount("amount", currency)
}
