//! Words that say what the number beside them is.

/// Words that announce an invoice number, folded to upper-case ASCII.
pub(super) const LABELS: &str = "INVOICE INV INVNO IN INVOICENO NO NR RECHNUNG RECHNUNGSNR RG RGNR RE RENR RNR BELEG FACTURE FACT FAC FACTUUR \
    FACTUURNR FACTURA FATTURA FATT FATURA FAKTURA FAKT FV FVS FAKTURANR LASKU ARVE BILL REF ORDER ORDRE BESTELLUNG \
    BESTELLING VS KID OCR SZAMLA RECHN N NUM NUMBER NUMERO NUMMER INVOICES RECHNUNGEN";

/// Words that announce the number of something else: an insurance, a contract, a journey, a cheque, a mandate, a customer,
/// a claim.
pub(super) const OTHERS: &str = "POLICY POLICE POLICENNR POLICEN POLIZZE POLIS POLISNR POLIZA POLIZZA VERSICHERUNG VERSNR VSNR INSURANCE CONTRACT \
    VERTRAG VERTRAGSNR VERTRAGSNUMMER VTNR CONTRAT CONTRATO CONTRATTO AVTAL KONTRAKT SOPIMUS UMOWA SMLOUVA FLIGHT \
    FLUG VOL VUELO VOLO TICKET TICKETNR BILLET BILJETT LIPPU BOARDING CHEQUE CHQ CHECK CK CHK CHEQUENO SCHECK \
    SCHECKNR MANDATE MANDAT MANDATSREF MANDATSREFERENZ MANDATSNR MREF MANDAAT MACHTIGING CUSTOMER CUST CUSTNO CLIENT \
    KUNDE KUNDENNR KUNDENNUMMER KDNR KUNDNR KUNDNUMMER KUNDENR KLANT KLANTNR KLANTNUMMER CLIENTE ASIAKAS ASIAKASNRO \
    ASIAKASNUMERO MEMBER MEMBERSHIP MITGLIED MITGLIEDSNR MITGLIEDSNUMMER CLAIM SCHADEN SCHADENNR SINISTRE SINIESTRO \
    SKADE SKADENR AKTENZEICHEN STEUERNR STEUERNUMMER TAXNO PASSPORT LICENCE LICENSE PARKING VEHICLE KENNZEICHEN \
    TRACKING PARCEL PAKET SENDUNG ACCOUNT ACCT KTO KONTO KONTONR KONTONUMMER PLZ POSTCODE ZIP BLZ IBAN ROOM ZIMMER \
    CASE AZ TAX TAXID STNR UST USTID VAT LIEFERSCHEIN DELIVERY SERIAL SPENDE ZAHLER ZAHLERNUMMER POLISNUMMER \
    KUNDENUMMER PERSONALNR EMPLOYEE CARD KARTE AUTH TERMINAL TRACE TAN BOOKING RESERVATION RESERVIERUNG RESERVERING";

/// Words that announce a number and leave it to the word before them of what.
pub(super) const NUMBERS: &str = "NO NR N NUM NUMBER NUMERO NUMMER NUMER NRO REF REFERENCE REFERENZ ID";

/// Ends of the words for a street that stand before a house number.
pub(super) const STREETS: &[&[u8]] = &[
    b"STR", b"STRASSE", b"WEG", b"PLATZ", b"GASSE", b"ALLEE", b"DAMM", b"RING", b"UFER", b"STRAAT", b"LAAN",
    b"GATAN", b"GEN", b"GADE", b"VEJ", b"VEIEN", b"KATU", b"TIE",
];

/// `ß` of `Straße 5`: the word goes on behind it.
pub(super) const SHARP: &[u8] = "ß".as_bytes();

/// What stands behind a label that is written together with its number: `INVd8a4884`.
#[cfg(feature = "matching")]
pub(crate) fn behind_label(run: &[u8]) -> Option<&[u8]> {
    let label = LABELS
        .split(' ')
        .filter(|label| run.starts_with(label.as_bytes()))
        .max_by_key(|label| label.len())?;
    run.get(label.len()..).filter(|rest| rest.len() >= 4)
}

/// Whether a word in upper case announces an invoice's number.
#[cfg(feature = "matching")]
pub(crate) fn announces_invoice(word: &[u8]) -> bool {
    LABELS.split(' ').any(|label| label.as_bytes() == word)
}
