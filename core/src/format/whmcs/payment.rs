//! GetTransactions: what gateways posted on invoices.

use super::fields::Fields;
use crate::error::{Code, Error};
use crate::format::{ReadOptions, Report, Visitor};
use crate::model::Settlement;
use crate::money::{Amount, Currency};

/// Reads a payment; `invoice` is the invoice in whose answer it stands, with its currency.
pub(super) fn read(
    fields: &mut Fields<'_>,
    invoice: Option<(&str, Currency)>,
    options: &ReadOptions,
    report: &mut Report,
) -> Result<(), Error> {
    let own = fields.id("invoiceid");
    let currency = match invoice {
        Some((_, currency)) => currency,
        // Posted on an invoice, so in its currency.
        None => {
            let known = own.as_ref().and_then(|id| options.invoice_currencies.get(id)).copied();
            fields.currency("currency", known.or(options.currency))?
        }
    };
    let zero = Amount::zero(currency);
    let paid_in = fields.amount("amountin", currency)?;
    let paid_out = fields.amount("amountout", currency)?;
    if paid_in.is_none() && paid_out.is_none() {
        return Err(
            Error::new(Code::InputMissing, "the row has neither amountin nor amountout").at_field("amountin")
        );
    }
    let amount = paid_in.unwrap_or(zero).checked_sub(paid_out.unwrap_or(zero))?;
    let settled_on = fields
        .date("date", options)?
        .ok_or_else(|| Error::new(Code::InputMissing, "the row has no date").at_field("date"))?;
    let id = fields.id("id");
    let Some(invoice) = invoice.map(|(id, _)| id.to_owned()).or(own) else {
        let warning = Error::new(
            Code::WhmcsNoInvoice,
            "the transaction belongs to no invoice: it settles nothing here",
        );
        report.warning(match id {
            Some(id) => warning.at_row(id),
            None => warning,
        });
        return Ok(());
    };
    if amount.is_zero() {
        return Err(Error::new(Code::InputBadField, "the row moves no money").at_field("amountin"));
    }
    let external_ids = fields.text("transid").into_iter().collect();
    report.settlements.push(Settlement { invoice, amount, settled_on, transaction: None, external_ids });
    Ok(())
}
