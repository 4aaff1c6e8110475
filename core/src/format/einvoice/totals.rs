//! The amounts of an invoice: exact, of one currency, and made sure of by each other.

use super::document::{Document, Money};
use super::kind::Claim;
use crate::error::{Code, Error};
use crate::format::ReadOptions;
use crate::model::{InvoiceKind, Tax};
use crate::money::{Amount, Currency};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// What is owed, and which way.
pub(super) struct Owed {
    pub(super) kind: InvoiceKind,
    pub(super) total: Amount,
    pub(super) open: Amount,
    pub(super) tax: Vec<Tax>,
}

/// Reads the totals. The amount due holds; what was prepaid is part of the total, and so is a rounding.
///
/// # Errors
/// `format.einvoice.missing`, `format.einvoice.bad_amount`, and those of `money`.
pub(super) fn owed(
    document: &Document<'_>,
    claim: Claim,
    options: &ReadOptions,
    warnings: &mut Vec<Error>,
) -> Result<Owed, Error> {
    let totals = &document.totals;
    let currency = currency(document, options)?;
    let read = |money: &Option<Money<'_>>| money.map(|money| amount(money, currency)).transpose();
    let or_nothing = |amount: Option<Amount>| amount.unwrap_or(Amount::zero(currency));
    let (inclusive, payable) = (read(&totals.inclusive)?, read(&totals.payable)?);
    let (prepaid, rounding) = (or_nothing(read(&totals.prepaid)?), or_nothing(read(&totals.rounding)?));
    let expected = inclusive.map(|total| total.checked_sub(prepaid)?.checked_add(rounding)).transpose()?;
    let due = match (payable, expected) {
        (Some(payable), _) => payable,
        (None, Some(expected)) => {
            let said = "no amount due: the total less what was prepaid is taken";
            warnings.push(Error::new(Code::EinvoiceAssumed, said));
            expected
        }
        (None, None) => {
            return Err(Error::new(Code::EinvoiceMissing, "neither an amount due nor a total with tax"));
        }
    };
    let whole = match (inclusive, expected) {
        (Some(inclusive), Some(expected)) if expected != due => {
            let said = format!(
                "the amount due {due} is not the total {inclusive} less the prepaid {prepaid} plus the rounding {rounding}: the amount due holds"
            );
            let field = totals.payable.map(|money| money.field).unwrap_or_default();
            warnings.push(Error::new(Code::EinvoiceTotals, said).at_field(field));
            inclusive
        }
        _ => due.checked_add(prepaid)?,
    };
    let negative = if due.is_zero() { whole.minor() < 0 } else { due.minor() < 0 };
    let turned = |amount: Amount| if negative { amount.checked_neg() } else { Ok(amount) };
    let (open, whole) = (turned(due)?, turned(whole)?);
    if negative && claim == Claim::Credit {
        let said = "a credit note of less than nothing takes a credit back: read as an invoice";
        warnings.push(Error::new(Code::EinvoiceAssumed, said));
    }
    let kind = match (claim == Claim::Credit) != negative {
        true => InvoiceKind::CreditNote,
        false => InvoiceKind::Invoice,
    };
    // Where more was prepaid than billed, what is to be paid back is all there is.
    let total = if whole.minor() < open.minor() { open } else { whole };
    let mut tax = Vec::new();
    for (rate, money) in &document.taxes {
        // The tax is stated in the seller's own currency too.
        if money.currency.is_some_and(|code| code != currency.as_str()) {
            continue;
        }
        let amount = turned(amount(*money, currency)?)?;
        let rate = rate.map(str::parse::<Decimal>).transpose().map_err(|_| bad(money.field))?;
        if !amount.is_zero() {
            tax.push(Tax { rate: rate.unwrap_or_default(), amount });
        }
    }
    Ok(Owed { kind, total, open, tax })
}

/// The currency of the document: stated, or that of its amounts.
fn currency(document: &Document<'_>, options: &ReadOptions) -> Result<Currency, Error> {
    let totals = &document.totals;
    let of_amounts =
        || [&totals.payable, &totals.inclusive].into_iter().flatten().find_map(|money| money.currency);
    match document.currency.or_else(of_amounts) {
        Some(code) => Currency::parse(code),
        None => options.currency.ok_or_else(|| {
            Error::new(
                Code::EinvoiceMissing,
                "no currency: neither the document nor its amounts nor an option says it",
            )
        }),
    }
}

/// An amount of the document's currency. Decimals of XML Schema may begin or end with the point.
pub(super) fn amount(money: Money<'_>, currency: Currency) -> Result<Amount, Error> {
    if let Some(code) = money.currency.filter(|code| *code != currency.as_str()) {
        let other = Currency::parse(code).map_err(|error| error.at_field(money.field))?;
        let said = format!("an amount of {other} in a document of {currency}");
        return Err(Error::new(Code::MoneyCurrencyMismatch, said).at_field(money.field));
    }
    let text = money.text.strip_suffix('.').unwrap_or(money.text);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let text = match digits.strip_prefix('.') {
        Some(fraction) => Cow::Owned(format!("{sign}0.{fraction}")),
        None => Cow::Borrowed(text),
    };
    Amount::parse(&text, currency).map_err(|error| match error.code() {
        Code::MoneySyntax => bad(money.field),
        _ => error.at_field(money.field),
    })
}

fn bad(field: &'static str) -> Error {
    Error::new(Code::EinvoiceBadAmount, "not a decimal number such as 1204.50").at_field(field)
}
