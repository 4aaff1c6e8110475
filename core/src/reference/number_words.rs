//! Words that say what the number beside them is.

/// Words that announce an invoice number, folded to upper-case ASCII.
pub(super) const LABELS: &[&[u8]] = &[
    b"INVOICE",
    b"INV",
    b"INVNO",
    b"IN",
    b"INVOICENO",
    b"NO",
    b"NR",
    b"RECHNUNG",
    b"RECHNUNGSNR",
    b"RG",
    b"RGNR",
    b"RE",
    b"RENR",
    b"RNR",
    b"BELEG",
    b"FACTURE",
    b"FACT",
    b"FAC",
    b"FACTUUR",
    b"FACTUURNR",
    b"FACTURA",
    b"FATTURA",
    b"FATT",
    b"FATURA",
    b"FAKTURA",
    b"FAKT",
    b"FV",
    b"FVS",
    b"FAKTURANR",
    b"LASKU",
    b"ARVE",
    b"BILL",
    b"REF",
    b"ORDER",
    b"ORDRE",
    b"BESTELLUNG",
    b"BESTELLING",
    b"VS",
    b"KID",
    b"OCR",
    b"SZAMLA",
    b"RECHN",
    b"N",
    b"NUM",
    b"NUMBER",
    b"NUMERO",
    b"NUMMER",
    b"INVOICES",
    b"RECHNUNGEN",
];

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
    let label = LABELS.iter().filter(|label| run.starts_with(label)).max_by_key(|label| label.len())?;
    run.get(label.len()..).filter(|rest| rest.len() >= 4)
}
