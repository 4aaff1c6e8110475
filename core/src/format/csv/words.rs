//! The words that banks use: headers, months, currencies.
//!
//! Phrases are compared in their folded form, so case, accents and punctuation do not matter. Of the phrases that a
//! header holds, the longest counts: `Original amount` is an original amount, not an amount.

pub(super) use super::super::cells::key::key;
use super::field::Field;
use crate::money::Currency;
use rustc_hash::FxHashMap;

/// Phrases by field, in the languages of European, American and Chinese banks.
#[rustfmt::skip]
const HEADERS: &[(Field, &[&str])] = &[
    (Field::BookedOn, &[
        "booking date", "booked", "booked on", "booking", "date posted", "posting date", "post date", "posted date", "posted on", "entry date",
        "completed date", "date completed", "completed on", "settlement date", "settled on", "cleared date", "accounting date", "processed date", "process date",
        "buchungstag", "buchungsdatum", "buchung", "datum buchung", "belegdatum",
        "date de comptabilisation", "date comptable", "date d operation", "date operation", "date de l operation", "datecomptabilisation",
        "fecha contable", "fecha operacion", "fecha de operacion", "f operacion", "data contabile", "data registrazione", "data operazione", "data movimento",
        "boekdatum", "boekingsdatum", "datum boeking", "data ksiegowania", "data operacji", "datum zauctovani", "datum uctovani", "datum zaúčtování", "datum provedeni", "datum uctovania",
        "bokforingsdatum", "bokfort", "bogføringsdato", "bogført", "bokføringsdato", "bokført dato", "bokført", "kirjauspäivä", "kirjauspaiva", "könyvelés dátuma", "könyvelés napja", "data lancamento",
        "data mov", "data lançamento", "data inregistrarii", "data procesarii", "记账日期", "记账日", "入账日期", "银行记账日", "入账日", "дата проводки", "дата операции", "data knjizenja", "datum knjizenja", "ημερομηνια", "kande kuupaev", "gramatojuma datums",
        "operacijos data", "execution date",
    ]),
    (Field::ValueOn, &[
        "value date", "value", "valuta", "valuta date", "valutadatum", "wertstellung", "wertstellungstag", "wertstellungsdatum", "valutadato", "valutadag", "valuteringsdag", "date valeur",
        "date de valeur", "fecha valor", "f valor", "data valuta", "data waluty", "rentedatum", "valuut", "datum valuty", "arvopaiva", "värdedag", "rentedato", "ertekdatum", "értéknap", "data valor", "data valutei", "起息日", "交易成功时间",
    ]),
    (Field::Date, &[
        "date", "transaction date", "trans date", "trans. date", "date and time", "datetime", "timestamp", "created", "created on", "created utc", "started date", "purchase date", "operation date",
        "datum", "umsatzdatum", "kaufdatum", "belegtag", "date transaction", "date de transaction", "fecha", "fecha transaccion", "data", "data e ora", "transactiedatum", "datum transactie", "data transakcji",
        "datum transakce", "datum", "dátum", "dato", "transaktionsdag", "transaktionsdatum", "päivämäärä", "paivamaara", "tranzakció dátuma", "dátum tranzakcie", "data tranzactiei", "data tranzacției",
        "交易日期", "交易日", "交易时间", "交易创建时间", "日期", "дата", "kuupaev", "datums", "pvm", "tarih", "时间",
    ]),
    (Field::Amount, &[
        "amount", "transaction amount", "booked amount", "amount in account currency", "sum", "money", "betrag", "umsatz", "buchungsbetrag", "montant", "importe", "importo", "monto", "bedrag", "transactiebedrag", "kwota", "kwota operacji", "kwota transakcji",
        "castka", "částka", "zauctovana castka", "objem", "suma", "čiastka", "ciastka", "belopp", "beløb", "beløp", "määrä", "maara", "summa", "summa eur", "összeg", "osszeg", "valor", "montante", "quantia", "suma tranzactiei",
        "交易金额", "金额", "人民币金额", "入账金额", "实付金额", "发生额", "сумма", "сума", "iznos", "znesek", "ποσο", "tutar", "amount eur", "movement", "bedrag eur",
    ]),
    (Field::Debit, &[
        "debit", "debits", "debit amount", "amount debit", "paid out", "money out", "withdrawal", "withdrawals", "withdrawal amount", "outflow", "out", "payments", "spent", "soll", "lastschrift", "belastung", "ausgang", "ausgabe", "ausgaben", "belastung in chf", "belastungsbetrag",
        "cargo", "cargos", "débit", "debito", "débito", "addebito", "addebiti", "uscite", "dare", "obciazenia", "obciążenie", "obciazenie", "wydatki", "wyplyw", "výdaj", "vydaje", "debet", "má dáti", "uttag", "ut", "ud", "ut fra konto", "uit", "af", "terhelés", "terheles",
        "débitos", "saídas", "支出", "支出金额", "借方", "借方金额", "borc", "расход", "дебет", "otto", "panot ja otot", "terhelesek", "isplata", "uitgaven",
    ]),
    (Field::Credit, &[
        "credit", "credits", "credit amount", "amount credit", "paid in", "money in", "deposit", "deposits", "deposit amount", "inflow", "in", "received", "haben", "gutschrift", "gutschriften", "eingang", "einnahme", "einnahmen", "gutschrift in chf", "gutschriftsbetrag", "crédit", "credito", "crédito",
        "abono", "abonos", "accredito", "accrediti", "entrate", "avere", "uznania", "uznanie", "wplywy", "příjem", "prijem", "prijmy", "kredit", "dal", "insattning", "insättning", "inn", "ind", "inn på konto", "bij", "jóváírás", "jovairas", "créditos", "entradas",
        "存入", "收入", "存入金额", "收入金额", "贷方", "贷方金额", "alacak", "приход", "кредит", "pano", "uplata", "ontvangsten",
    ]),
    (Field::Direction, &[
        "d c", "c d", "dc", "cd", "cr dr", "dr cr", "cd flag", "debit credit", "credit debit", "credit debit indicator", "cdtdbtind", "debit credit indicator", "direction", "s h", "soll haben", "soll haben kennzeichen", "af bij", "bij af", "debit crédit",
        "sens", "deb cred", "signo", "segno", "dare avere", "ma wn", "wn ma", "rodzaj operacji wn ma", "收 支", "借贷", "借贷标志", "收支", "plus minus", "vorzeichen", "deebet kreedit", "debet kredit", "in out", "收支类型", "收/支", "d k",
    ]),
    (Field::Currency, &[
        "currency", "ccy", "account currency", "currency code", "curr", "währung", "waehrung", "devise", "moneda", "divisa", "valuta code", "munt", "muntsoort", "waluta", "waluta rachunku", "měna", "mena", "mena uctu", "měna účtu", "valuta", "valutakod",
        "valuutta", "deviza", "pénznem", "moeda", "币种", "交易货币", "币别", "货币", "入账货币", "валюта", "para birimi", "valiuta", "valūta", "wahrung", "transaction currency", "payment currency", "source currency",
    ]),
    (Field::Balance, &[
        "balance", "running balance", "balance after transaction", "account balance", "closing balance", "balance after", "saldo", "saldo nach buchung", "kontostand", "solde", "saldo po operacji", "saldo na trn", "saldo na mutatie", "resulting balance", "saldo disponible", "saldo contabile",
        "zustatek", "zůstatek", "zostatok", "egyenleg", "saldo efter", "bokfört saldo", "bokfort saldo", "saldo final", "sold", "余额", "本次余额", "联机余额", "账户余额", "交易后余额", "баланс", "остаток", "stanje", "bakiye", "saldo po transakcji", "likviteetti", "saldo eur", "jääk", "likutis",
    ]),
    (Field::Gross, &["gross", "gross amount", "brutto", "brut", "lordo", "bruto"]),
    (Field::Net, &["net", "net amount", "netto", "nettobetrag", "net amt", "netto amount", "importo netto"]),
    (Field::Fee, &[
        "fee", "fees", "fee amount", "total fees", "total fee", "charge", "charges", "commission", "gebühr", "gebühren", "gebuehr", "entgelt", "frais", "comision", "comisión", "commissione", "kosten", "prowizja", "opłata", "poplatek", "poplatky", "avgift", "gebyr", "palkkio", "díj", "taxa", "comision banca",
        "手续费", "服务费", "комиссия", "processing fee", "source fee amount",
    ]),
    (Field::Name, &[
        "name", "counterparty", "counterparty name", "counter party", "other party", "other party name", "merchant", "merchant name", "partner", "partner name", "beneficiary or payer", "name of counterparty", "payer payee", "payee payer",
        "zahlungsbeteiligter", "name zahlungsbeteiligter", "beguenstigter zahlungspflichtiger", "auftraggeber empfänger", "auftraggeber begünstigter", "empfänger auftraggeber", "gegenpartei", "kontrahent", "nadawca odbiorca", "nazwa kontrahenta", "dane kontrahenta", "nadawca/odbiorca",
        "contrepartie", "nom", "nom contrepartie", "tiers", "contraparte", "nombre", "beneficiario ordenante", "ordinante beneficiario", "controparte", "naam", "naam tegenpartij", "naam omschrijving", "tegenpartij", "tegenpartij naam", "naam tegenrekening", "nazev protiuctu", "název protiúčtu", "nazev uctu protistrany", "protistrana", "nazov protiuctu", "partner neve", "motpart", "modpart", "avsändare mottagare",
        "saaja maksaja", "maksaja", "saaja/maksaja", "nome", "nume", "nume beneficiar ordonator", "交易对方", "商户名称", "对方户名", "对方账户名", "对方名称", "对手信息", "对方", "контрагент", "beneficiary remitter", "counteraccount name", "target name", "saaja maksaja nimi", "saatja", "name of the counterparty", "transaction party",
        "saatja saaja nimi", "mokėtojas gavėjas", "name payee or payer",
    ]),
    (Field::Payer, &["payer", "payer name", "sender", "sender name", "from", "remitter", "ordering party", "source name", "debtor", "debtor name", "auftraggeber", "zahlungspflichtiger", "zahlungspflichtige r", "absender", "donneur d ordre", "ordenante", "ordinante", "opdrachtgever", "nadawca", "avsändare", "afsender", "avsender", "付款方", "付款人", "ordonator", "name of payer", "deb name"]),
    (Field::Payee, &["payee", "payee name", "recipient", "recipient name", "receiver", "beneficiary", "beneficiary name", "to", "creditor", "creditor name", "empfänger", "empfaenger", "zahlungsempfänger", "zahlungsempfänger in", "begünstigter", "beguenstigter", "bénéficiaire", "beneficiario", "begunstigde", "ontvanger", "odbiorca", "příjemce", "prijemce", "mottagare", "modtager", "mottaker", "收款方", "收款人", "beneficiar", "beneficiário"]),
    (Field::UltimateName, &["ultimate debtor", "ultimate creditor", "naam uiteindelijke partij", "abweichender auftraggeber", "abweichender empfänger", "ultimate party"]),
    (Field::Account, &["iban", "account", "account number", "account no", "konto", "kontonummer", "account name number", "bank account", "rekening", "iban bban", "cuenta", "compte", "numero de compte", "conto", "rachunek", "cislo uctu", "číslo účtu", "tili", "tilinumero", "számlaszám", "szamlaszam", "conta", "cont", "iban kontonummer", "bban", "kontonr", "账号", "счет", "konto number", "rekeningnummer", "iban number", "numer rachunku", "číslo účtu iban"]),
    (Field::OwnAccount, &["own account", "own iban", "auftragskonto", "iban auftragskonto", "eigenes konto", "kontonummer iban eigene", "mijn rekening", "your account", "account id", "moj ucet", "vlastni ucet", "kundenkonto", "client account", "kliendi konto", "iban of your account", "product account", "clientcode"]),
    (Field::CounterpartyAccount, &[
        "counterparty account", "counterparty iban", "counter account", "counterparty account number", "payee account", "payee account number", "payer account", "beneficiary account", "beneficiary iban", "partner iban", "partner account number", "other party iban", "iban counterparty", "payer iban", "payee iban",
        "kontonummer iban", "iban zahlungsbeteiligter", "gegenkonto", "iban gegenkonto", "empfänger iban", "iban kontonummer empfänger", "tegenrekening", "tegenrekening iban bban", "tegenpartij iban", "rekening tegenpartij", "iban tegenpartij", "rekening tegenrekening", "compte contrepartie", "compte bénéficiaire", "iban contrepartie", "cuenta contraparte", "cuenta beneficiario", "conto controparte",
        "numer konta", "nr rachunku", "rachunek kontrahenta", "numer rachunku kontrahenta", "nr konta", "protiucet", "protiúčet", "cislo protiuctu", "číslo protiúčtu", "bankovni spojeni", "bankovní spojení", "bank account details", "motkonto", "modkonto", "motpartskonto", "saajan tilinumero", "ellenszámla", "partner számlaszáma", "cont beneficiar", "cont partener", "对方账号", "对方卡号", "对方卡号 账号", "对方账户", "saaja konto", "saaja maksaja konto", "konto kontrahenta",
    ]),
    (Field::Bic, &["bic", "swift", "swift bic", "bic swift", "bic code", "counterparty bic", "blz", "bankleitzahl", "bic swift code", "bank code", "bic tegenpartij", "bic swift code zahlungsbeteiligter", "kod banku", "kód banky", "kod banky", "bic zahlungsbeteiligter", "对方开户行行号", "sort code"]),
    (Field::Email, &["email", "e mail", "email address", "from email address", "customer email"]),
    (Field::Text, &[
        "description", "transaction description", "details", "transaction details", "memo", "narrative", "particulars", "reference", "ref", "references", "text", "message", "note", "notes", "remarks", "remittance", "remittance information", "payment reference", "payment details", "reference text", "additional information", "purpose", "unstructured remittance information", "payment message", "extended details", "original description",
        "verwendungszweck", "verwendungszweckzeile", "zweck", "buchungsdetails", "beschreibung", "mitteilung", "notiz", "avisierungstext", "zahlungsreferenz", "zahlungsgrund", "vwz", "libellé", "libelle", "libelle operation", "libelle simplifie", "detail", "details", "communication", "communications", "motif", "informations complementaires", "référence", "concepto", "descripción", "descripcion", "observaciones", "referencia", "causale", "descrizione", "descrizione estesa", "descrizione completa", "descrizione operazione", "riferimento",
        "omschrijving", "omschrijving 1", "omschrijving 2", "omschrijving 3", "mededeling", "mededelingen", "tytul", "tytuł", "tytuł operacji", "opis operacji", "opis", "opis transakcji", "zpráva", "zprava", "zprava pro prijemce", "zpráva pro příjemce", "message for payee", "message for me", "zprava pro me", "zpráva pro mě", "klientska poznamka", "client note", "poznámka", "poznamka", "popis", "popis transakce", "informace k platbe", "správa pre prijímateľa", "referencia platitela",
        "meddelande", "beskrivning", "specifikation", "tekst", "besked", "beskrivelse", "forklaring", "melding", "viesti", "selite", "selitys", "kuvaus", "közlemény", "kozlemeny", "leírás", "megjegyzés", "descrição", "descricao", "descritivo", "histórico", "detalii", "descriere", "detaliile tranzactiei", "descrierea tranzactiei", "交易摘要", "摘要", "交易描述", "附言", "交易附言", "商品说明", "商品", "备注", "交易说明", "订单标题", "客户摘要", "用途", "назначение", "назначение платежа", "описание", "opis placanja", "selgitus", "maksājuma mērķis", "paskirtis", "açıklama", "αιτιολογια", "info text",
        "additional transaction details", "merchant place",
    ]),
    (Field::EndToEnd, &["end to end", "end to end id", "end to end reference", "endtoendid", "e2e", "kundenreferenz", "kundenreferenz end to end", "ende zu ende referenz", "eref", "référence de bout en bout", "ende zu ende", "reference bout en bout", "end2end id", "eindtoteind", "eind tot eind"]),
    (Field::Mandate, &["mandate", "mandate reference", "mandate id", "mandatsreferenz", "mref", "machtigingskenmerk", "référence mandat", "mandat", "kennmerk machtiging", "riferimento mandato"]),
    (Field::CreditorReference, &["creditor reference", "structured reference", "structured communication", "kid", "kid nummer", "ocr", "ocr number", "ocr nummer", "betalingskenmerk", "viite", "viitenumero", "viitteet", "viitenumber", "communication structurée", "gestructureerde mededeling", "referenznummer", "qr referenz", "esr referenz", "modell referenca", "poziv na broj", "sklic", "betalningsreferens", "rf reference"]),
    (Field::VariableSymbol, &["vs", "variable symbol", "variabilny symbol", "variabilní symbol", "variable symbol 1", "variabilní symbol 1", "variabilni symbol"]),
    (Field::Cheque, &["cheque", "cheque number", "check number", "check or slip", "cheque no", "check", "check no", "numéro de chèque", "scheck", "chq ref number", "chq no"]),
    (Field::BankReference, &["bank reference", "transaction reference number", "bankreferenz", "sammlerreferenz", "referenční číslo", "referencni cislo", "referencni cislo transakce", "referenční číslo transakce", "arkistointitunnus", "archival id", "archive id", "arkivreferens", "verifikationsnummer", "numer referencyjny", "交易流水号", "流水号", "dokumendi number", "日 志 号", "日志号", "商户单号", "商家单号", "商家订单号", "customer reference", "external id"]),
    (Field::BankCode, &["code", "transaction code", "bank transaction code", "gvc", "geschäftsvorfallcode", "primanota", "textschluessel", "mutatiecode", "bai code", "booking code"]),
    (Field::Id, &["transaction id", "transactionid", "id transakce", "id", "unique id", "transaction reference", "transactie id", "transactiereferentie", "id transaktion", "transaktions id", "transaktionsreferenz", "id operacji", "id transakcji", "identyfikator transakcji", "id pohybu", "id operace", "fitid", "transferwise id", "wise id", "volgnr", "volgnummer", "sequence number", "numero operation", "交易单号", "交易订单号", "订单号", "balance transaction id", "payment id", "tapahtumatunnus", "id operazione", "reference number"]),
    (Field::Kind, &["type", "transaction type", "trans type", "tran type", "kind", "booking type", "buchungstext", "umsatztyp", "umsatzart", "transaktionstyp", "vorgang", "type de transaction", "type operation", "type d operation", "tipo", "tipo de movimiento", "tipo movimiento", "tipo operazione", "mutatiesoort", "soort", "typ", "typ transakce", "typ transakcji", "rodzaj transakcji", "rodzaj operacji", "typ operacji", "transaktionstype", "tapahtumalaji", "laji", "típus", "tranzakció típusa", "tip", "tip tranzactie", "交易类型", "交易名称", "交易分类", "类型", "тип", "transaktionsart", "typ pohybu"]),
    (Field::Status, &["status", "state", "state type", "transaction status", "zustand", "statut", "estado", "stato", "stan", "stav", "tila", "állapot", "stare", "交易状态", "当前状态", "状态", "статус", "info"]),
    (Field::OriginalAmount, &["original amount", "originalamount", "amount original", "foreign amount", "foreign currency amount", "amount in foreign currency", "originalbetrag", "betrag fremdwährung", "betrag fremdwaehrung", "betrag in fremdwährung", "ursprungsbetrag", "oorspr bedrag", "oorspronkelijk bedrag", "původní částka", "puvodni castka", "puvodni castka a mena", "původní částka a měna", "importe original", "importo originale", "montant d origine", "local amount", "amount foreign currency", "交易地金额", "kwota oryginalna", "transaction currency amount", "originalbelopp", "oprindeligt beløb", "订单金额"]),
    (Field::OriginalCurrency, &["original currency", "originalcurrency", "foreign currency", "fremdwährung", "fremdwaehrung", "originalwährung", "oorspr munt", "oorspronkelijke munt", "původní měna", "local currency", "waluta oryginalna", "oprindelig valuta", "currency original"]),
    (Field::Rate, &["exchange rate", "rate", "fx rate", "wechselkurs", "kurs", "umrechnungskurs", "koers", "wisselkoers", "taux de change", "tipo de cambio", "tasso di cambio", "kurz", "směnný kurz", "växelkurs", "汇率"]),
    (Field::Card, &["card", "card number", "card id", "card no", "cardid", "kreditkarte", "kartennummer", "carte", "tarjeta", "carta", "karta", "numer karty", "卡号后四位", "卡号末四位", "card type"]),
    (Field::Ignored, &[
        "category", "kategorie", "kategorie transakce", "catégorie", "categoría", "categoria", "kategoria", "kategori", "categorie", "spending category", "tag", "tags", "time", "uhrzeit", "tijd", "交易时间段", "记账时间", "skip", "item", "item no", "balance type", "glaeubiger id", "gläubiger id", "creditor id", "incassant id", "incassant", "creditor identifier", "identifikator des gläubigers",
        "lastschrift ursprungsbetrag", "auslagenersatz ruecklastschrift", "merchant country", "bic own", "naam initiërende partij", "batch id", "reden retour", "nazev uctu", "název účtu", "konto name", "account name", "account type", "account holder", "bank", "bank name", "bank of counterparty", "country", "address", "city", "postcode", "town city", "channel", "kanal", "交易渠道", "渠道", "网点名称", "支付方式", "收 付款方式", "收/付款方式", "对方开户行", "借记卡号", "constant symbol", "konstantní symbol", "konstantni symbol", "ks", "specific symbol", "specifický symbol", "specificky symbol", "ss", "payment reference own", "fee currency", "poplatek mena",
        "storno", "cancellation", "reason for non execution", "důvod neprovedení", "reference platby vlastni", "product", "emoji", "notes and tags", "local currency code", "first bank card", "available balance", "verfügbarer saldo", "exchange to amount", "saldo währung", "balance currency", "user", "bic auftragskonto", "bankname auftragskonto", "bankname zahlungsbeteiligter", "bezeichnung auftragskonto", "row type", "tax", "vat", "statement created", "statement date", "交易金额类型", "timezone", "time zone",
    ]),
    (Field::InvoiceNumber, &["invoice number", "invoice no", "invoice", "invoice id", "invoice num", "rechnungsnummer", "rechnung nr", "rechnungsnr", "numéro de facture", "facture", "número de factura", "factura", "numero fattura", "fattura", "factuurnummer", "faktura", "numer faktury", "číslo faktury", "fakturanummer", "fakturanr", "laskun numero", "számlaszám sorszám", "número da fatura", "发票号", "发票号码", "document number", "belegnummer"]),
    (Field::IssuedOn, &["invoice date", "issue date", "issued", "issued on", "date of issue", "rechnungsdatum", "date de facture", "date facture", "fecha factura", "data fattura", "factuurdatum", "data wystawienia", "datum vystavení", "fakturadatum", "fakturadato", "laskun päivä"]),
    (Field::DueOn, &["due date", "due", "due on", "payment due", "fällig am", "faelligkeit", "fälligkeit", "fälligkeitsdatum", "date d échéance", "échéance", "vencimiento", "fecha vencimiento", "scadenza", "data scadenza", "vervaldatum", "termin płatności", "datum splatnosti", "splatnost", "förfallodatum", "forfaldsdato", "forfallsdato", "eräpäivä", "fizetési határidő", "data de vencimento", "scadenta", "到期日"]),
    (Field::Total, &["total", "invoice total", "total amount", "gesamtbetrag", "rechnungsbetrag", "bruttobetrag", "montant total", "total ttc", "importe total", "totale", "totaal", "kwota brutto", "celkem", "totalt", "yhteensä", "total incl vat", "invoice amount", "grand total"]),
    (Field::Open, &["open amount", "amount due", "outstanding", "outstanding amount", "balance due", "open balance", "offener betrag", "offen", "restbetrag", "reste à payer", "montant dû", "pendiente", "importe pendiente", "da pagare", "openstaand", "openstaand bedrag", "do zapłaty", "zbývá uhradit", "k úhradě", "att betala", "avoinna", "remaining"]),
    (Field::CustomerId, &["customer id", "customer number", "customer no", "client id", "kundennummer", "kundennr", "numéro client", "klantnummer", "numer klienta", "zákaznické číslo", "kundnummer", "kundenummer"]),
];

/// Names of customers in lists of open items: a name there, never in a bank's export.
#[rustfmt::skip]
const CUSTOMER_NAMES: &[&str] = &["customer", "customer name", "client", "client name", "kunde", "kundenname", "cliente", "klant", "klient", "zákazník", "kund", "asiakas", "company", "company name"];

/// The vocabulary, folded once for each read.
pub(super) struct Vocabulary {
    phrases: FxHashMap<String, Field>,
    /// Phrases in scripts without spaces between words.
    unspaced: Vec<(String, Field)>,
    longest: usize,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        let mut vocabulary = Vocabulary { phrases: FxHashMap::default(), unspaced: Vec::new(), longest: 0 };
        let names = CUSTOMER_NAMES.iter().map(|name| (*name, Field::Name));
        for (phrase, field) in
            HEADERS.iter().flat_map(|(field, all)| all.iter().map(|phrase| (*phrase, *field))).chain(names)
        {
            let key = key(phrase);
            if key.chars().any(is_unspaced) {
                vocabulary.unspaced.push((key.replace(' ', ""), field));
            } else {
                vocabulary.longest = vocabulary.longest.max(key.split(' ').count());
                // The first meaning stays where two fields have a phrase in common.
                vocabulary.phrases.entry(key).or_insert(field);
            }
        }
        vocabulary
    }

    /// What a header says its column holds: the longest known phrase in it.
    pub(super) fn field(&self, header: &str) -> Option<Field> {
        if header.len() > 200 {
            return None;
        }
        let key = key(header);
        if key.is_empty() || key.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if let Some(field) = self.phrases.get(&key) {
            return Some(*field);
        }
        if key.chars().any(is_unspaced) {
            let tight = key.replace(' ', "");
            let longest = self.unspaced.iter().filter(|(phrase, _)| tight.contains(phrase.as_str()));
            if let Some((_, field)) = longest.rev().max_by_key(|(phrase, _)| phrase.len()) {
                return Some(*field);
            }
        }
        let words: Vec<&str> = key.split(' ').collect();
        if words.len() > 8 {
            return None;
        }
        for length in (1..=self.longest.min(words.len())).rev() {
            let mut best: Option<Field> = None;
            for window in words.windows(length) {
                best = best.or_else(|| self.phrases.get(&window.join(" ")).copied());
            }
            if best.is_some() {
                return best;
            }
        }
        None
    }
}

fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// How much a text tells of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// This one.
    One(Currency),
    /// A sign that several share: `$`, `kr`, `¥`.
    Several,
    /// Nothing.
    None,
}

/// Signs and names of currencies.
#[rustfmt::skip]
const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"), ("euro", "EUR"), ("£", "GBP"), ("us$", "USD"), ("usd$", "USD"), ("c$", "CAD"), ("ca$", "CAD"), ("a$", "AUD"), ("au$", "AUD"), ("nz$", "NZD"), ("hk$", "HKD"), ("s$", "SGD"), ("r$", "BRL"), ("zł", "PLN"), ("zl", "PLN"),
    ("kč", "CZK"), ("kc", "CZK"), ("ft", "HUF"), ("fr", "CHF"), ("fr.", "CHF"), ("sfr", "CHF"), ("sfr.", "CHF"), ("lei", "RON"), ("лв", "BGN"), ("лв.", "BGN"), ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"), ("₴", "UAH"), ("₪", "ILS"), ("₩", "KRW"), ("₫", "VND"), ("₱", "PHP"), ("฿", "THB"),
    ("人民币", "CNY"), ("人民币元", "CNY"), ("元", "CNY"), ("rmb", "CNY"), ("美元", "USD"), ("欧元", "EUR"), ("港币", "HKD"), ("日元", "JPY"), ("英镑", "GBP"), ("円", "JPY"),
];

/// The currency that a code, a sign or a name stands for.
pub(super) fn currency(text: &str) -> Known {
    if let Some(currency) = code(text) {
        return Known::One(currency);
    }
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    if text.is_empty() || text.len() > 16 {
        return Known::None;
    }
    if let Some(currency) = code(text) {
        return Known::One(currency);
    }
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "$" | "kr" | "kr." | "¥" | "￥" | ",-") {
        return Known::Several;
    }
    CURRENCIES
        .iter()
        .find(|(sign, _)| *sign == lower)
        .and_then(|(_, code)| Currency::parse(code).ok())
        .map_or(Known::None, Known::One)
}

/// Three letters that are a code of ISO 4217.
fn code(text: &str) -> Option<Currency> {
    let letters = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters.then(|| Currency::parse(text).ok()).flatten()
}

/// The currency that a header names: `Betrag (EUR)`, `Amount CZK`, `人民币金额`, `金额(元)`.
pub(super) fn currency_in_header(header: &str) -> Option<Currency> {
    for word in header.split(|c: char| !(c.is_alphanumeric() || matches!(c, '€' | '£' | '$'))) {
        // A code must be printed as one: `sum` and `all` are words, `SUM` no code.
        let printed = word.chars().any(|c| !c.is_ascii_lowercase());
        if printed
            && !word.is_empty()
            && let Known::One(currency) = currency(word)
        {
            return Some(currency);
        }
    }
    CURRENCIES
        .iter()
        .filter(|(name, _)| name.chars().all(is_unspaced) && name.chars().count() > 1)
        .find(|(name, _)| header.contains(name))
        .and_then(|(_, code)| Currency::parse(code).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_many_banks() {
        let vocabulary = Vocabulary::new();
        for (header, field) in [
            ("Buchungstag", Field::BookedOn),
            ("Valutadatum", Field::ValueOn),
            ("ValutaDate", Field::ValueOn),
            ("Betrag (EUR)", Field::Amount),
            ("Betrag (Fremdwährung)", Field::OriginalAmount),
            ("Amount CZK", Field::Amount),
            ("Beguenstigter/Zahlungspflichtiger", Field::Name),
            ("Tegenrekening IBAN/BBAN", Field::CounterpartyAccount),
            ("Saldo na trn", Field::Balance),
            ("Omschrijving-2", Field::Text),
            ("Betalingskenmerk", Field::CreditorReference),
            ("Af Bij", Field::Direction),
            ("Bedrag (EUR)", Field::Amount),
            ("Číslo protiúčtu", Field::CounterpartyAccount),
            ("Zaúčtovaná částka", Field::Amount),
            ("VS", Field::VariableSymbol),
            ("Date opération", Field::BookedOn),
            ("Débit", Field::Debit),
            ("Crédit", Field::Credit),
            ("#Data operacji", Field::BookedOn),
            ("交易金额", Field::Amount),
            ("收/支", Field::Direction),
            ("金额(元)", Field::Amount),
            ("本次余额", Field::Balance),
            ("Completed Date", Field::BookedOn),
            ("Started Date", Field::Date),
            ("Money Out", Field::Debit),
            ("TransactionId", Field::Id),
            ("MerchantName", Field::Name),
            ("Kundenreferenz (End-to-End)", Field::EndToEnd),
        ] {
            assert_eq!(vocabulary.field(header), Some(field), "{header}");
        }
        assert_eq!(vocabulary.field("12345"), None);
        assert_eq!(vocabulary.field("xyzzy"), None);
    }

    #[test]
    fn currencies_by_sign_and_name() {
        let eur = Currency::parse("EUR").unwrap();
        assert_eq!(currency("€"), Known::One(eur));
        assert_eq!(currency("eur"), Known::One(eur));
        assert_eq!(currency("$"), Known::Several);
        assert_eq!(currency("quux"), Known::None);
        assert_eq!(currency_in_header("Betrag (EUR)"), Some(eur));
        assert_eq!(currency_in_header("Amount"), None);
    }
}
