//! WHMCS API answers: invoices, credit notes, and the payments that gateways posted.
//!
//! # Design
//! The answers are PHP arrays through `json_encode`: a list may come as a list, as an object with the keys `"0"`, `"1"`, as
//! the single row itself, and as `{}`, `[]`, `""` or `null` when empty; numbers may be strings; a date may be `0000-00-00`.
//! Rows are found by walking the text ([`json`](super::json)) and each is read alone.
//!
//! Meanings that the API leaves open, and how they are taken here
//! ([GetInvoices](https://developers.whmcs.com/api-reference/getinvoices/),
//! [GetInvoice](https://developers.whmcs.com/api-reference/getinvoice/),
//! [GetTransactions](https://developers.whmcs.com/api-reference/gettransactions/)):
//! - `total` is what is left after credit was applied; `balance` (GetInvoice only) is what is still owed. A list has
//!   no balance: an unpaid invoice is open with its total, which is a warning, since part payments do not show.
//! - Paid, Cancelled and Refunded invoices are open with nothing.
//! - An empty `invoicenum` means that the id is the printed number.
//! - GetTransactions names no currency: it is that of the invoice it was posted on, where the caller knows it
//!   ([`ReadOptions::invoice_currencies`]), else that of the options.
//! - `amountin` holds the fee: it is what settles the invoice. `amountout` takes back.

mod fields;
mod invoice;
mod payment;
#[cfg(test)]
mod tests;

use super::json::{Broken, Cursor, Value, place, placed, walk};
use super::look::{Confidence, LIKELY, Look};
use super::reading::Stop;
use super::{FieldPath, ReadOptions, Report, Visitor};
use crate::error::{Code, Error};
use crate::model::wire::row::Row;
use fields::Fields;

/// How sure the start of an input is.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let answer = look.keys(&["result"])
        && (look.keys(&["totalresults"])
            || look.has(&["transactions{}", "invoices{}"])
            || look.keys(&["invoiceid"])
            || look.keys(&["message"]));
    let rows = [
        "invoices.invoice[]",
        "invoices.invoice{}",
        "transactions.transaction[]",
        "transactions.transaction{}",
    ];
    if answer
        || look.has(&rows)
        || look.keys(&["invoiceid", "userid"])
        || look.keys(&["invoicenum", "datepaid"])
    {
        LIKELY
    } else {
        0
    }
}

/// Reads WHMCS API answers: GetInvoices, GetInvoice, GetTransactions, credit notes.
///
/// # Errors
/// `format.whmcs.failed` for the answer of a call that failed, `format.unsupported` for answers of clients,
/// `format.json.syntax`, `format.truncated`.
pub(crate) fn read(text: &str, options: &ReadOptions, report: &mut Report) -> Result<(), Stop> {
    let ended = walk(text, |cursor| {
        if cursor.peek() == Some(b'[') {
            return rows(cursor, report, |fields, report| one(fields, options, report));
        }
        answer(cursor, report, options)
    });
    if report.invoices.iter().any(|invoice| invoice.metadata.get(invoice::ASSUMED).is_some()) {
        for invoice in &mut report.invoices {
            invoice.metadata.remove(invoice::ASSUMED);
        }
        report.warning(Error::new(
            Code::WhmcsNoBalance,
            "a list of invoices has no balances: unpaid ones are taken as open with their total; part payments come from GetInvoice or GetTransactions",
        ));
    }
    ended.map_err(|broken| broken.stop(text.len()))
}

/// One answer.
fn answer(cursor: &mut Cursor<'_>, report: &mut Report, options: &ReadOptions) -> Result<(), Broken> {
    let start = cursor.position();
    let mut flat = false;
    let mut known = false;
    let mut failed = false;
    let mut clients = false;
    cursor.object(|cursor, name| {
        match name {
            "result" => failed = !cursor.skip()?.text.eq_ignore_ascii_case("\"success\""),
            "invoiceid" | "invoicenum" => {
                flat = true;
                cursor.skip()?;
            }
            "clients" | "client" => {
                clients = true;
                cursor.skip()?;
            }
            "invoices" | "transactions" | "creditnotes" if !flat => {
                known = true;
                list(cursor, name, report, options)?;
            }
            _ => {
                cursor.skip()?;
            }
        }
        Ok(())
    })?;
    if failed {
        return Err(Broken::Refused(Error::new(
            Code::WhmcsFailed,
            "the API call failed: its answer has no success as result",
        )));
    }
    if flat {
        cursor.rewind(start);
        let value = cursor.skip()?;
        record(&value, report, |fields, report| invoice::single(fields, options, report));
    } else if clients && !known {
        return Err(Broken::Refused(Error::new(
            Code::FormatUnsupported,
            "answers of GetClients cannot be read yet: give GetInvoices, GetInvoice or GetTransactions",
        )));
    } else if known && report.is_empty() {
        report.says_empty = true;
    }
    Ok(())
}

/// The rows of `{"invoice": …}`, `{"transaction": …}`, `{"creditnote": …}`, or the rows right here.
fn list(
    cursor: &mut Cursor<'_>,
    kind: &str,
    report: &mut Report,
    options: &ReadOptions,
) -> Result<(), Broken> {
    let inner = kind.strip_suffix('s').unwrap_or(kind);
    let read = |fields: &mut Fields<'_>, report: &mut Report| match kind {
        "invoices" => invoice::listed(fields, options, report),
        "creditnotes" => invoice::note(fields, options, report),
        _ => payment::read(fields, None, options, report),
    };
    if cursor.peek() != Some(b'{') {
        return rows(cursor, report, read);
    }
    let start = cursor.position();
    let mut wrapped = false;
    cursor.object(|cursor, name| {
        if name == inner {
            wrapped = true;
            rows(cursor, report, read)
        } else {
            cursor.skip().map(|_| ())
        }
    })?;
    if !wrapped {
        cursor.rewind(start);
        return rows(cursor, report, read);
    }
    Ok(())
}

/// A row in a bare list: an invoice or a transaction by its members.
fn one(fields: &mut Fields<'_>, options: &ReadOptions, report: &mut Report) -> Result<(), Error> {
    if fields.has("amountin") || fields.has("transid") {
        payment::read(fields, None, options, report)
    } else if fields.has("invoiceid") {
        invoice::single(fields, options, report)
    } else {
        invoice::listed(fields, options, report)
    }
}

/// Rows in any of the shapes that PHP gives a list.
fn rows(
    cursor: &mut Cursor<'_>,
    report: &mut Report,
    read: impl Fn(&mut Fields<'_>, &mut Report) -> Result<(), Error>,
) -> Result<(), Broken> {
    match cursor.peek() {
        Some(b'[') => cursor.array(|cursor| {
            let value = cursor.skip()?;
            record(&value, report, &read);
            Ok(())
        }),
        Some(b'{') => {
            let start = cursor.position();
            let (mut keyed, mut single) = (Vec::new(), false);
            cursor.object(|cursor, name| {
                let value = cursor.skip()?;
                if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
                    keyed.push(value);
                } else {
                    single = true;
                }
                Ok(())
            })?;
            if single {
                cursor.rewind(start);
                keyed = vec![cursor.skip()?];
            }
            for value in &keyed {
                record(value, report, &read);
            }
            Ok(())
        }
        // `""` and `null` stand for an empty list.
        _ => cursor.skip().map(|_| ()),
    }
}

/// Reads one row; what is wrong with it is its error.
fn record(
    value: &Value<'_>,
    report: &mut Report,
    read: impl Fn(&mut Fields<'_>, &mut Report) -> Result<(), Error>,
) {
    report.records += 1;
    let result = value
        .check_depth()
        .and_then(|()| Row::parse(value.text))
        .and_then(|row| read(&mut Fields::new(row), report));
    report.place_new_rows(&place(value, FieldPath::default()));
    if let Err(fault) = result {
        // The codes of values are those of the row here: what is in a WHMCS row is the row's matter.
        let mut error = Error::new(Code::WhmcsBadRow, fault.message());
        if let Some(field) = &fault.place().field {
            error = error.at_field(field.as_str());
        }
        report.refuse(placed(error, value, &FieldPath::default()));
    }
}
