//! A list of open items: invoice number, total or what is open, due date.

use super::field::Field;
use super::learn::Learnt;
use super::number;
use super::record::Record;
use super::row::{check_width, currency, one_date};
use super::words;
use crate::error::{Code, Error};
use crate::model::{Customer, Invoice, InvoiceKind, InvoiceState};
use crate::money::{Amount, Currency};
use crate::party::{Iban, IbanVerdict};

/// An invoice of a list, and what was assumed of it.
pub(super) struct Item {
    pub(super) invoice: Invoice,
    /// Nothing tells what was paid of it.
    pub(super) assumed_open: bool,
    pub(super) unknown_status: bool,
}

/// Reads one record as an invoice; `None` for a row that is a heading, a note or a sum.
pub(super) fn read(record: &Record<'_>, learnt: &Learnt, width: usize) -> Result<Option<Item>, Error> {
    let text = |field: Field| Some(record.get(field)).filter(|text| !text.is_empty()).map(str::to_owned);
    let named = [Field::InvoiceNumber, Field::Id].iter().any(|field| !record.get(*field).is_empty());
    let dated =
        [Field::IssuedOn, Field::DueOn, Field::Date].iter().any(|field| !record.get(*field).is_empty());
    // The word of a sum stands in the first column, whatever that holds.
    if !dated && (!named || sums(record)) {
        return Ok(None);
    }
    check_width(record, width)?;
    // WHMCS numbers an invoice when it is paid; until then it goes by its id.
    let number = text(Field::InvoiceNumber).or_else(|| text(Field::Id));
    let number = number.ok_or_else(|| record.error(Code::InputMissing, "the row has no invoice number"))?;
    let currency = currency(record, learnt)?;
    let status = state(record.get(Field::Status));
    let mut invoice = Invoice::new(text(Field::Id).unwrap_or_else(|| number.clone()), Amount::zero(currency));
    invoice.state = status.unwrap_or_default();
    let told = owed(record, learnt, currency, &mut invoice)?;
    invoice.number = Some(number);
    invoice.issued_on =
        [Field::IssuedOn, Field::Date].iter().find_map(|field| one_date(record, learnt, *field, None));
    invoice.due_on = one_date(record, learnt, Field::DueOn, None);
    for (field, date) in [(Field::IssuedOn, invoice.issued_on), (Field::DueOn, invoice.due_on)] {
        if date.is_none() && !is_no_date(record.get(field)) {
            return Err(record.error(Code::CsvBadDate, "not a date between 1900 and 2199"));
        }
    }
    invoice.customer = customer(record);
    invoice.references = [Field::CreditorReference, Field::VariableSymbol, Field::EndToEnd]
        .iter()
        .filter_map(|field| text(*field))
        .collect();
    invoice.description =
        Some(record.all(Field::Text).collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty());
    let assumed_open = !told && invoice.state == InvoiceState::Open;
    let unknown_status = status.is_none() && !record.get(Field::Status).is_empty();
    Ok(Some(Item { invoice, assumed_open, unknown_status }))
}

/// Whether a row says that it sums others up.
fn sums(record: &Record<'_>) -> bool {
    const SUMS: [&str; 10] =
        ["total", "totals", "sum", "summe", "gesamt", "gesamtsumme", "totaux", "totaal", "suma", "totale"];
    let key = words::key(record.table.cell(record.row, 0));
    SUMS.contains(&key.split(' ').next().unwrap_or_default())
}

/// A cell that says that there is no date: databases of MySQL print zeros.
fn is_no_date(cell: &str) -> bool {
    cell.bytes().all(|byte| !byte.is_ascii_digit() || byte == b'0')
}

/// Total, what is open, kind and state; whether anything tells what was paid.
fn owed(
    record: &Record<'_>,
    learnt: &Learnt,
    currency: Currency,
    invoice: &mut Invoice,
) -> Result<bool, Error> {
    let read = |cell: &str| -> Result<Amount, Error> {
        let bad = || record.error(Code::CsvBadAmount, "not an amount");
        let minor = number::read(cell, learnt.mark).ok_or_else(bad)?.minor(currency).map_err(|_| bad())?;
        Ok(Amount::new(minor, currency))
    };
    let amount = |field: Field| Some(record.get(field)).filter(|cell| !cell.is_empty()).map(read).transpose();
    let fits = |sum: Result<Amount, Error>| sum.map_err(|fault| record.error(fault.code(), fault.message()));
    // A column of paid or not holds words.
    let paid = record.all(Field::Paid).find(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()));
    let paid = paid.map(read).transpose()?;
    let stated = amount(Field::Open)?;
    let total = match (amount(Field::Total)?.or(amount(Field::Amount)?), stated, paid) {
        (Some(total), ..) => total,
        (None, Some(open), Some(paid)) => fits(open.checked_add(paid))?,
        (None, Some(open), None) => open,
        (None, None, _) => return Err(record.error(Code::CsvBadAmount, "the row has no total")),
    };
    let open = match (stated, paid) {
        (None, None) => total,
        (None, Some(paid)) => fits(total.checked_sub(paid))?,
        // What was due when it was issued, where what was paid is not taken off yet.
        (Some(due), Some(paid))
            if !paid.is_zero() && due.minor() >= paid.minor() && due.checked_add(paid)? != total =>
        {
            fits(due.checked_sub(paid))?
        }
        (Some(open), _) => open,
    };
    let negative = total.minor() < 0;
    let turned = |amount: Amount| if negative { fits(amount.checked_neg()) } else { Ok(amount) };
    (invoice.total, invoice.open) = (turned(total)?, turned(open)?);
    if negative || is_credit(record.get(Field::Kind)) {
        invoice.kind = InvoiceKind::CreditNote;
    }
    // A list may print what is open of a credit note without its sign.
    if negative && open.minor() > 0 {
        invoice.open = open;
    }
    if matches!(invoice.state, InvoiceState::Closed | InvoiceState::Void) || invoice.open.minor() <= 0 {
        // Paid in full or over: nothing is owed.
        invoice.open = Amount::zero(currency);
        if matches!(invoice.state, InvoiceState::Open | InvoiceState::InCollection) {
            invoice.state = InvoiceState::Closed;
        }
    }
    Ok(stated.is_some() || paid.is_some())
}

fn customer(record: &Record<'_>) -> Option<Customer> {
    let text = |field: Field| Some(record.get(field)).filter(|text| !text.is_empty()).map(str::to_owned);
    let mut names: Vec<String> = Vec::new();
    for name in record.all(Field::Name).chain(record.all(Field::Payer)) {
        if names.iter().all(|known| known != name) {
            names.push(name.to_owned());
        }
    }
    let mut names = names.into_iter();
    let iban = Some(Iban::parse(record.get(Field::CounterpartyAccount)));
    let iban = iban.filter(|iban| iban.verdict() != IbanVerdict::NotIban);
    let customer = Customer {
        id: text(Field::CustomerId),
        name: names.next(),
        aliases: names.collect(),
        emails: text(Field::Email).into_iter().collect(),
        ibans: iban.map(|iban| iban.as_str().to_owned()).into_iter().collect(),
        ..Customer::default()
    };
    (customer != Customer::default()).then_some(customer)
}

/// Whether a word for a kind of document is that of a credit note.
fn is_credit(text: &str) -> bool {
    let key = words::key(text);
    ["credit", "creditnota", "gutschrift", "avoir", "abono", "rectificativa", "storno", "stornorechnung"]
        .iter()
        .any(|word| key.split(' ').any(|part| part == *word))
}

/// Words for statuses, in the folded form in which they are compared (`overdue` is `overdu`).
#[rustfmt::skip]
const STATES: &[(InvoiceState, &[&str])] = &[
    (InvoiceState::Open, &[
        "", "open", "unpaid", "overdu", "past du", "du", "sent", "approved", "authorised", "authorized", "awaiting payment", "partially paid", "partial", "part paid", "outstanding", "viewed", "issud",
        "offen", "unbezahlt", "uberfallig", "uberfallig", "fallig", "teilbezahlt", "teilweise bezahlt", "versendet", "gemahnt", "impayee", "non payee", "en retard", "envoyee", "partiellement payee", "a payer",
        "openstand", "onbetald", "verzonden", "verlopen", "te lat", "deels betald", "pendiente", "vencida", "enviada", "parcial", "parcialmente pagada", "da pagare", "scaduta", "inviata",
    ]),
    (InvoiceState::Closed, &[
        "paid", "closed", "refunded", "credited", "settled", "bezahlt", "beglichen", "erledigt", "ausgeglichen", "erstattet", "payee", "paye", "reglee", "soldee", "remboursee", "betald", "voldan", "pagada", "pagado", "cobrada",
        "reembolsada", "pagata", "saldata", "zaplaceno",
    ]),
    (InvoiceState::Draft, &["draft", "entwurf", "brouillon", "concept", "borrador", "bozza", "proforma", "pro forma"]),
    (InvoiceState::Void, &["void", "voided", "cancelled", "canceled", "deleted", "storniert", "annulliert", "annulee", "geannuleerd", "vervallen", "anulada", "cancelada", "annullata"]),
    (InvoiceState::InCollection, &["collections", "payment pending", "in collection", "processing", "in einzug", "lastschrift", "en cours de prelevement"]),
    (InvoiceState::OnHold, &["disputed", "on hold", "uncollectible", "written off", "strittig", "litige", "en litige", "betwist", "en disputa", "impugnada"]),
];

/// What a status says, in the words of billing systems; `None` for one that is not known.
fn state(text: &str) -> Option<InvoiceState> {
    let key = words::key(text);
    STATES.iter().find(|(_, all)| all.contains(&key.as_str())).map(|(state, _)| *state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_stand_in_the_form_they_are_compared_in() {
        for text in STATES.iter().flat_map(|(_, all)| all.iter()) {
            assert_eq!(words::key(text), *text);
        }
        for (text, told) in [
            ("Overdue", Some(InvoiceState::Open)),
            ("past_due", Some(InvoiceState::Open)),
            ("Überfällig", Some(InvoiceState::Open)),
            ("Payée", Some(InvoiceState::Closed)),
            ("Payment Pending", Some(InvoiceState::InCollection)),
            ("Geannuleerd", Some(InvoiceState::Void)),
            ("Borrador", Some(InvoiceState::Draft)),
            ("", Some(InvoiceState::Open)),
            ("Schrödinger", None),
        ] {
            assert_eq!(state(text), told, "{text}");
        }
    }
}
