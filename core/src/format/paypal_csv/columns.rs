//! The columns of PayPal's activity download and of its statements, in the languages that PayPal prints them in.
//!
//! Source: developer.paypal.com/docs/reports/online-reports/activity-download; headers of published exports in English,
//! German, French, Spanish, Italian, Dutch and Polish. Portuguese is by translation: no export was at hand.

use super::super::cells::key::key;
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

/// Headers, folded where they are compared.
#[rustfmt::skip]
const HEADERS: &[(Column, &[&str])] = &[
    (Column::Date, &["Date", "Datum", "Fecha", "Data"]),
    (Column::Time, &["Time", "Uhrzeit", "Heure", "Hora", "Ora", "Orario", "Tijd", "Godzina", "Czas", "Horário"]),
    (Column::Zone, &["TimeZone", "Timezone", "Time Zone", "Zeitzone", "Fuseau horaire", "Zona horaria", "Fuso orario", "Tijdzone", "Strefa czasowa", "Fuso horário"]),
    (Column::Name, &["Name", "Nom", "Nombre", "Nome", "Naam", "Nazwa", "Imię i nazwisko lub nazwa"]),
    (Column::Type, &["Type", "Typ", "Tipo", "Description", "Beschreibung", "Descripción", "Descrizione", "Omschrijving", "Beschrijving", "Opis", "Descrição"]),
    (Column::Status, &["Status", "État", "Statut", "Estado", "Stato"]),
    (Column::Currency, &["Currency", "Währung", "Devise", "Divisa", "Moneda", "Valuta", "Waluta", "Moeda"]),
    (Column::Gross, &["Gross", "Brutto", "Brut", "Avant commission", "Bruto", "Lordo", "Importo lordo", "Importe bruto", "Valor bruto"]),
    (Column::Fee, &["Fee", "Fees", "Gebühr", "Gebühren", "Entgelt", "Commission", "Comisión", "Tarifa", "Tariffa", "Commissione", "Kosten", "Vergoeding", "Opłata", "Prowizja", "Taxa", "Comissão"]),
    (Column::Net, &["Net", "Netto", "Neto", "Líquido", "Valor líquido"]),
    (Column::From, &["From Email Address", "Absender E-Mail-Adresse", "De l'adresse email", "Adresse email de l'expéditeur", "Correo electrónico del remitente", "Remitente", "Indirizzo email mittente", "Van e-mailadres", "Z adresu e-mail", "Do endereço de e-mail", "De endereço de e-mail", "E-mail do remetente"]),
    (Column::To, &["To Email Address", "Empfänger E-Mail-Adresse", "À l'adresse email", "Adresse email du destinataire", "Correo electrónico del destinatario", "Destinatario", "Indirizzo email destinatario", "Naar e-mailadres", "Na adres e-mail", "Para o endereço de e-mail", "Para endereço de e-mail", "E-mail do destinatário"]),
    (Column::Id, &["Transaction ID", "Transaktionscode", "Numéro de transaction", "Id. de transacción", "Código de transacción", "Codice transazione", "Transactiereferentie", "Numer transakcji", "ID da transação", "Código da transação", "Identificador da transação"]),
    (Column::Reference, &["Reference Txn ID", "Reference Transaction ID", "Zugehöriger Transaktionscode", "Ref Transaktionscode", "Numéro de la transaction de référence", "Numéro de transaction de référence", "Id. de referencia de trans.", "Id. de referencia de la transacción", "Id. de transacción de referencia", "Codice transazione di riferimento", "Pomocniczy numer transakcji", "ID de referência da transação", "ID da transação de referência"]),
    (Column::Invoice, &["Invoice Number", "Invoice ID", "Rechnungsnummer", "Numéro de facture", "Identifiant de facture", "Número de factura", "Id. de factura", "Numero fattura", "N° ordine commerciante", "Factuurnummer", "Numer faktury", "Número da fatura", "Número da nota fiscal"]),
    (Column::Custom, &["Custom Number", "Custom", "Zollnummer", "Benutzerdefinierte Nummer", "Numéro personnalisé", "Numéro de client", "Número personalizado", "Numero personalizzato", "Aangepast nummer", "Numer niestandardowy"]),
    (Column::Subject, &["Subject", "Betreff", "Objet", "Asunto", "Oggetto", "Onderwerp", "Temat", "Assunto"]),
    (Column::Note, &["Note", "Hinweis", "Mitteilung", "Remarque", "Nota", "Messaggio", "Opmerking", "Uwaga", "Observação"]),
    (Column::Item, &["Item Title", "Artikelbezeichnung", "Titre de l'objet", "Nombre del artículo", "Titolo oggetto", "Artikelnaam", "Objectnaam", "Nazwa przedmiotu", "Título do item"]),
    (Column::Balance, &["Balance", "Guthaben", "Solde", "Saldo"]),
    (Column::Impact, &["Balance Impact", "Auswirkung auf Guthaben", "Impact sur le solde", "Repercusiones en el saldo", "Impatto sul saldo", "Effect op saldo", "Wpływ na saldo", "Impacto no saldo", "Impacto sobre o saldo"]),
    (Column::Code, &["Transaction Event Code", "Transaktionsereigniscode", "Event Code"]),
    (Column::BankName, &["Bank Name", "Name der Bank", "Nom de la banque", "Nombre del banco", "Nome della banca", "Naam bank", "Nazwa banku", "Nome do banco"]),
    (Column::BankAccount, &["Bank Account", "Bankkonto", "Compte bancaire", "Cuenta bancaria", "Conto bancario", "Bankrekening", "Rachunek bankowy", "Conta bancária"]),
];

/// The headers, folded once.
pub(crate) struct Vocabulary(FxHashMap<String, Column>);

impl Default for Vocabulary {
    fn default() -> Self {
        let names = |(column, names): &(Column, &'static [&'static str])| {
            let column = *column;
            names.iter().map(move |name| (key(name), column))
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
