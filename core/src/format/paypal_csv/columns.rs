//! The columns of PayPal's activity download and of its statements, in the languages that PayPal prints them in.
//!
//! Source: developer.paypal.com/docs/reports/online-reports/activity-download; headers of published exports in English,
//! German, French, Spanish, Italian, Dutch and Polish. Portuguese is by translation: no export was at hand.

use super::super::cells::sheet::Columns;
use rustc_hash::FxHashMap;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Date,
    Time,
    Zone,
    Name,
    Type,
    Status,
    Currency,
    Gross,
    Fee,
    Net,
    From,
    To,
    Id,
    Reference,
    Invoice,
    Custom,
    Subject,
    Note,
    Item,
    Balance,
    Impact,
    Code,
    BankName,
    BankAccount,
}

impl From<Column> for usize {
    fn from(column: Column) -> usize {
        column as usize
    }
}

/// Headers, folded as they are compared.
#[rustfmt::skip]
const HEADERS: &[(Column, &[&str])] = &[
    (Column::Date, &["date", "datum", "fecha", "data"]),
    (Column::Time, &["time", "uhrzeit", "heure", "hora", "ora", "orario", "tijd", "godzina", "czas", "horario"]),
    (Column::Zone, &["time zone", "timezone", "zeitzone", "fuseau horaire", "zona horaria", "fuso orario", "tijdzone", "strefa czasowa", "fuso horario"]),
    (Column::Name, &["name", "nom", "nombre", "nome", "nam", "nazwa", "imie i nazwisko lub nazwa"]),
    (Column::Type, &["type", "typ", "tipo", "description", "beschreibung", "descripcion", "descrizione", "omschrijving", "beschrijving", "opis", "descricao"]),
    (Column::Status, &["status", "etat", "statut", "estado", "stato"]),
    (Column::Currency, &["currency", "wahrung", "devise", "divisa", "moneda", "valuta", "waluta", "moda"]),
    (Column::Gross, &["gross", "brutto", "brut", "avant commission", "bruto", "lordo", "importo lordo", "importe bruto", "valor bruto"]),
    (Column::Fee, &["fee", "fees", "gebuhr", "gebuhren", "entgelt", "commission", "comision", "tarifa", "tariffa", "commissione", "kosten", "vergoding", "oplata", "prowizja", "taxa", "comissao"]),
    (Column::Net, &["net", "netto", "neto", "liquido", "valor liquido"]),
    (Column::From, &["from email address", "absender e mail adresse", "de ladresse email", "adresse email de lexpediteur", "correo electronico del remitente", "remitente", "indirizzo email mittente", "van e mailadres", "z adresu e mail", "do endereco de e mail", "de endereco de e mail", "e mail do remetente"]),
    (Column::To, &["to email address", "empfanger e mail adresse", "a ladresse email", "adresse email du destinataire", "correo electronico del destinatario", "destinatario", "indirizzo email destinatario", "nar e mailadres", "na adres e mail", "para o endereco de e mail", "para endereco de e mail", "e mail do destinatario"]),
    (Column::Id, &["transaction id", "transaktionscode", "numero de transaction", "id de transaccion", "codigo de transaccion", "codice transazione", "transactiereferentie", "numer transakcji", "id da transacao", "codigo da transacao", "identificador da transacao"]),
    (Column::Reference, &["reference txn id", "reference transaction id", "zugehoriger transaktionscode", "ref transaktionscode", "numero de la transaction de reference", "numero de transaction de reference", "id de referencia de trans", "id de referencia de la transaccion", "id de transaccion de referencia", "codice transazione di riferimento", "pomocniczy numer transakcji", "id de referencia da transacao", "id da transacao de referencia"]),
    (Column::Invoice, &["invoice number", "invoice id", "rechnungsnummer", "numero de facture", "identifiant de facture", "numero de factura", "id de factura", "numero fattura", "n ordine commerciante", "factuurnummer", "numer faktury", "numero da fatura", "numero da nota fiscal"]),
    (Column::Custom, &["custom number", "custom", "zollnummer", "benutzerdefinierte nummer", "numero personnalise", "numero de client", "numero personalizado", "numero personalizzato", "angepast nummer", "numer niestandardowy"]),
    (Column::Subject, &["subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "temat", "assunto"]),
    (Column::Note, &["note", "hinweis", "mitteilung", "remarqu", "nota", "messaggio", "opmerking", "uwaga", "observacao"]),
    (Column::Item, &["item title", "artikelbezeichnung", "titre de lobjet", "nombre del articulo", "titolo oggetto", "artikelnam", "objectnam", "nazwa przedmiotu", "titulo do item"]),
    (Column::Balance, &["balance", "guthaben", "solde", "saldo"]),
    (Column::Impact, &["balance impact", "auswirkung auf guthaben", "impact sur le solde", "repercusiones en el saldo", "impatto sul saldo", "effect op saldo", "wplyw na saldo", "impacto no saldo", "impacto sobre o saldo"]),
    (Column::Code, &["transaction event code", "transaktionsereigniscode", "event code"]),
    (Column::BankName, &["bank name", "name der bank", "nom de la banqu", "nombre del banco", "nome della banca", "nam bank", "nazwa banku", "nome do banco"]),
    (Column::BankAccount, &["bank account", "bankkonto", "compte bancaire", "cunta bancaria", "conto bancario", "bankrekening", "rachunek bankowy", "conta bancaria"]),
];

/// The columns, by header.
pub(crate) struct Vocabulary(FxHashMap<&'static str, Column>);

impl Default for Vocabulary {
    fn default() -> Self {
        let names = |(column, names): &(Column, &'static [&'static str])| {
            let column = *column;
            names.iter().map(move |name| (*name, column))
        };
        Vocabulary(HEADERS.iter().flat_map(names).collect())
    }
}

impl Vocabulary {
    /// The columns of a header.
    pub(super) fn columns(&self, header: &[String]) -> Columns<Column> {
        Columns::new(header, |cell| self.0.get(cell).copied())
    }
}

/// How sure the columns are PayPal's: none of these words is PayPal's alone, all of them together are.
pub(super) fn score(columns: &Columns<Column>) -> usize {
    use Column as C;
    let count = |wanted: &[C]| wanted.iter().filter(|column| columns.has(**column)).count();
    let money = count(&[C::Gross, C::Fee, C::Net]);
    if !columns.has(C::Date) || !columns.has(C::Currency) || money == 0 {
        return 0;
    }
    let marks = count(&[C::Zone, C::Id, C::Impact, C::Reference]) + usize::from(money == 3);
    // Three amounts with a time zone, or a transaction id with what it did to the balance.
    if marks >= 2 && columns.has(C::Type) { marks } else { 0 }
}
