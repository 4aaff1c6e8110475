//! The columns of a list of invoices, where its words mean other things than in a bank's export.
//!
//! # Design
//! `Balance` is what is open, `Amount Due` too; `Paid` is what came in. Of the many amounts of an export of a billing system
//! (subtotal, tax, discount, net) the one with all of it is the total: the others are known by their words and left. All words stand
//! in the folded form in which headers are compared (`due` is `du`).

use super::field::Field;
use super::words;

/// Headers whose whole text means this in a list of invoices.
#[rustfmt::skip]
const WHOLE: &[(Field, &[&str])] = &[
    (Field::Open, &["balance", "balance du", "du amount", "amount remaining", "amount outstanding", "unpaid amount", "saldo", "offener saldo", "offener posten", "noch offen", "solde", "solde du", "restant du", "reste du", "montant restant", "saldo pendiente", "importe pendiente", "saldo aperto", "openstand saldo", "nog te betalen", "te betalen"]),
    (Field::Paid, &["paid", "amount paid", "paid amount", "total paid", "bezahlt", "gezahlt", "bezahlter betrag", "bereits bezahlt", "zahlbetrag", "paye", "montant paye", "deja paye", "betald", "betald bedrag", "reeds betald", "pagado", "importe pagado", "pagato", "importo pagato"]),
    (Field::CustomerId, &["user id", "userid", "client id", "contact id", "customer reference", "debitor", "debitorennummer", "debitorennr", "debiteurnummer", "code client", "codigo cliente", "numero de cliente", "n client"]),
    (Field::IssuedOn, &["date", "date utc", "created", "created utc", "creation date", "date created", "finalized at utc", "datum", "belegdatum", "dokumentdatum", "erstellt am", "date demission", "date emission", "emise le", "fecha", "fecha emision", "fecha de emision", "fecha de factura", "data emissione"]),
    (Field::DueOn, &["du date utc", "datum fallig", "zahlbar bis", "netto fallig", "date decheance", "date echeance", "date limite", "a payer avant", "fecha de vencimiento", "te betalen voor", "uiterste betaldatum"]),
    (Field::Email, &["customer email", "client email", "email address"]),
    (Field::Name, &["contact", "contact name", "customer name", "kunde", "debitorname", "nom du client", "raison sociale", "nombre del cliente", "razon social", "klantnam", "debiteur", "relatie", "bill to", "billed to"]),
    (Field::Ignored, &["date paid", "paid date", "paid on", "paid at", "payment date", "paid at utc", "bezahlt am", "zahlungsdatum", "date de paiement", "payee le", "betald op", "fecha de pago", "payment method", "zahlungsart", "zahlungsmethode", "mode de paiement", "betalmethode", "forma de pago", "credit", "voided at utc", "subscription", "subtotal"]),
];

/// Headers that are an invoice's number beside a due date, and anything in a bank's export.
#[rustfmt::skip]
const NUMBERS: &[&str] = &["number", "nummer", "nr", "no", "num", "numero", "n", "belegnr", "beleg", "document no", "document", "reference", "referencia"];

/// Words of amounts that are a part of the total.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "tax", "vat", "gst", "mwst", "ust", "umsatzsteur", "steur", "tva", "btw", "iva", "impusto", "discount", "rabatt", "skonto", "remise", "korting", "descunto", "sconto", "net", "netto", "nettobetrag", "neto", "base", "ht", "excl",
    "exkl", "excluding", "hors", "ohne", "zonder", "sin", "subtotal", "sub", "zwischensumme", "refunded", "credited", "shipping", "versand", "fee", "fees", "costs", "kosten",
];

/// Words of what is still open.
#[rustfmt::skip]
const REMAINS: &[&str] = &[
    "remaining", "outstanding", "open", "offen", "offener", "balance", "saldo", "solde", "restant", "reste", "openstand",
    "pendiente", "unpaid",
];

/// Words that say that the tax is in the amount.
#[rustfmt::skip]
const WITH_TAX: &[&str] = &["incl", "inkl", "inc", "including", "ttc", "inklusive", "inclusief", "con", "mit", "gross", "brutto", "bruto"];

/// Whether a header is that of a list of invoices: a number, when it is due or what was paid of it, what it comes to.
pub(super) fn is_header(headers: &[&str], fields: &[Option<Field>]) -> bool {
    let keys: Vec<String> = headers.iter().map(|header| words::key(header)).collect();
    let has =
        |field: Field| fields.contains(&Some(field)) || keys.iter().any(|key| whole(key) == Some(field));
    let number = has(Field::InvoiceNumber) || keys.iter().any(|key| NUMBERS.contains(&key.as_str()));
    let money = [Field::Total, Field::Open, Field::Amount, Field::Gross].into_iter().any(has);
    // Beside what was paid only the number of an invoice is sure: a payment has a number too.
    let paid = fields.contains(&Some(Field::InvoiceNumber))
        && has(Field::Paid)
        && !fields.contains(&Some(Field::BookedOn));
    ((number && has(Field::DueOn)) || paid) && money
}

/// Reads the words of a list of invoices as what they mean there.
pub(super) fn settle(headers: &[String], fields: &mut [Option<Field>]) {
    let keys: Vec<String> = headers.iter().map(|header| words::key(header)).collect();
    let mut columns = Columns { keys: &keys, fields };
    columns.by_words();
    columns.choose_total();
    // What remains is surer than what was due.
    let open = columns.of(Field::Open);
    let sure = open.iter().find(|column| columns.says(**column, REMAINS)).or(open.first()).copied();
    open.iter()
        .filter(|column| Some(**column) != sure)
        .for_each(|column| columns.set(*column, Field::Ignored));
    for field in [Field::BookedOn, Field::Date] {
        for column in columns.of(field) {
            let known = columns.has(Field::IssuedOn);
            columns.set(column, if known { Field::Ignored } else { Field::IssuedOn });
        }
    }
    for field in [Field::Debit, Field::Credit, Field::Balance, Field::Direction] {
        columns.of(field).into_iter().for_each(|column| columns.set(column, Field::Ignored));
    }
}

fn whole(key: &str) -> Option<Field> {
    WHOLE.iter().find(|(_, all)| all.contains(&key)).map(|(field, _)| *field)
}

/// Columns by the keys of their headers.
struct Columns<'a> {
    keys: &'a [String],
    fields: &'a mut [Option<Field>],
}

impl Columns<'_> {
    fn of(&self, field: Field) -> Vec<usize> {
        let all = self.fields.iter().enumerate().filter(|(_, known)| **known == Some(field));
        all.map(|(column, _)| column).collect()
    }

    fn has(&self, field: Field) -> bool {
        self.fields.contains(&Some(field))
    }

    fn set(&mut self, column: usize, field: Field) {
        if let Some(slot) = self.fields.get_mut(column) {
            *slot = Some(field);
        }
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.keys.iter().position(|key| key == name)
    }

    /// Whether a header holds one of some words.
    fn says(&self, column: usize, words: &[&str]) -> bool {
        self.keys.get(column).is_some_and(|key| key.split(' ').any(|word| words.contains(&word)))
    }

    fn by_words(&mut self) {
        for (column, key) in self.keys.iter().enumerate() {
            match whole(key) {
                // A date of issue that is called so is surer.
                Some(Field::IssuedOn) if self.has(Field::IssuedOn) => self.set(column, Field::Ignored),
                Some(field) => self.set(column, field),
                None => {}
            }
        }
        let number = || NUMBERS.iter().find_map(|number| self.named(number));
        if !self.has(Field::InvoiceNumber)
            && let Some(column) = number()
        {
            self.set(column, Field::InvoiceNumber);
        }
        // `Customer` beside `Customer Name` is its id.
        for (id, name) in [("customer", "customer name"), ("client", "client name"), ("kunde", "kundenname")]
        {
            if let (Some(column), Some(_)) = (self.named(id), self.named(name))
                && !self.has(Field::CustomerId)
            {
                self.set(column, Field::CustomerId);
            }
        }
    }

    /// Of all amounts the total: with tax where that is said, and none that is a part.
    fn choose_total(&mut self) {
        const TOTALS: [Field; 3] = [Field::Total, Field::Gross, Field::Amount];
        for field in [Field::Total, Field::Amount, Field::Net, Field::Fee] {
            for column in self.of(field) {
                let part = self.says(column, PARTS) && !self.says(column, WITH_TAX);
                if part || matches!(field, Field::Net | Field::Fee) {
                    self.set(column, Field::Ignored);
                }
            }
        }
        let all: Vec<usize> = TOTALS.into_iter().flat_map(|field| self.of(field)).collect();
        let total = all.iter().find(|column| self.says(**column, WITH_TAX)).or(all.first()).copied();
        for column in all {
            self.set(column, if Some(column) == total { Field::Total } else { Field::Ignored });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_form_they_are_compared_in() {
        let whole = WHOLE.iter().flat_map(|(_, all)| all.iter());
        for text in whole.chain(NUMBERS).chain(PARTS).chain(REMAINS).chain(WITH_TAX) {
            assert_eq!(words::key(text), *text);
        }
    }
}
