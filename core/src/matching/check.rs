//! Items that contradict themselves, and amounts that cannot be turned, are listed as errors and left out: no sum may mix
//! currencies or lose a cent.

use crate::error::{Code, Error};
use crate::model::{Invoice, InvoiceKind, Transaction};

/// Checks one item.
///
/// # Errors
/// `money.currency_mismatch` for amounts of several currencies; `input.bad_field` for less than nothing owed, which
/// only a row of a ledger can be.
pub(crate) fn item(invoice: &Invoice) -> Result<(), Error> {
    let currency = invoice.currency();
    let amounts = [(invoice.total, "total")]
        .into_iter()
        .chain(invoice.previous_totals.iter().map(|total| (*total, "previous_totals")))
        .chain(invoice.tax.iter().map(|tax| (tax.amount, "tax")));
    for (amount, field) in amounts {
        if amount.currency() != currency {
            let said = format!("{}, but `open` is in {currency}", amount.currency());
            return Err(Error::new(Code::MoneyCurrencyMismatch, said).at_field(field));
        }
    }
    if invoice.open.minor() < 0 && invoice.kind != InvoiceKind::Entry {
        let said = "less than nothing is owed: give what was paid too much as a credit note";
        return Err(Error::new(Code::InputBadField, said).at_field("open"));
    }
    Ok(())
}

/// Checks that a movement can be taken back, or stand on the other side: the least number has no opposite.
///
/// # Errors
/// `money.overflow`.
pub(crate) fn movement(transaction: &Transaction) -> Result<(), Error> {
    let gross = transaction.gross().unwrap_or(transaction.amount);
    transaction.amount.checked_neg().and(gross.checked_neg()).map(|_| ())
}
