//! Remittance texts as banks carry them: what the text layer is measured on.

/// `{n}` stands for a running number, `{d}` for a day of two digits.
const SHAPES: &[&str] = &[
    // UK, 18 characters
    "INV {n}",
    "INV-2026-{n}",
    "INVOICE {n}",
    "{n}",
    "ACME {n}",
    "HOSTING {n}",
    "J SMITH {n}",
    "INV{n} THANKS",
    "MARCH HOSTING",
    "SMITH WEB",
    "RENT MARCH",
    "{n} {n}1",
    "ORDER {n} JS",
    // SEPA, up to 140
    "Rechnung {n} vom {d}.03.2026",
    "Rechnungsnr. RE-2026-{n}, Kundennr. 10{n}, vielen Dank",
    "RE {n} vom {d}.02.2026 Kunde 4711 Betrag 119,00 EUR abzgl. 2% Skonto",
    "/RFB/RF18 5390 0754 7034 /INV/{n} {d}.3.2026",
    "EREF+NOTPROVIDED SVWZ+Rechnung NW-2026-{n} Webhosting Paket L Maerz 2026",
    "Facture F2026-{n} du {d}/03/2026, merci",
    "Factuur 2026{n} klantnummer 8{n}",
    "FATTURA N. {n} DEL {d}/03/2026 CANONE HOSTING ANNUALE",
    "Pago factura FV/{n}/2026 mantenimiento web",
    "Zaplata za fakture FV {n}/03/2026 z dnia 2026-03-{d}",
    "VS:2026{n}/SS/KS0308 faktura hosting",
    "KID: 602243 faktura {n}",
    "OCR 201912193 betalning",
    "Viite 123 45672",
    "+++090/9337/55493+++",
    "pour facture {n} +++090/9337/55493+++",
    "Betalingskenmerk 5000 0567 8901 2345",
    "SI12 56782 placilo racuna {n}",
    "+71<004040400000669+12345678<",
    "21 00000 00003 13947 14300 09017",
    "Sammelzahlung RE-2026-{n}, RE-2026-{n}1, RE-2026-{n}2 und Gutschrift GS-{n}",
    "Invoices {n}-{n}4 and credit note CN-{n} less bank charges, please confirm receipt to accounts@example.com tel 020 7946 0123",
    "Miete und Nebenkosten fuer Hauptstr. 5, 10423 Berlin Monat 03/2026 Vertrag 77{n}",
    "Überweisung für Rechnung {n}, Müller & Söhne",
    "Paiement de la facture n° {n} référence client C-00{n}",
    "Плащане по фактура {n} от {d}.03.2026",
    "Πληρωμή τιμολογίου {n}",
    "order 7f3a9c1e-{n} domain renewal example.org 12 months",
    // bare bank descriptions
    "FASTER PAYMENT RECEIVED",
    "DIRECT CREDIT ACME LTD REF {n}",
    "CARD PAYMENT TO HOSTING CO ON {d} MAR 2026 10:15 XXXX4242",
    "TRANSFER FROM DE89370400440532013000 JAN MUELLER",
    "Standing order",
    "SEPA credit transfer",
    "STRIPE PAYOUT po_1N{n}aBcD",
    "BGC SMITH J INV{n}",
    "INTEREST PAID {d}MAR26 GBP 12.34",
];

/// Two hundred and more texts: every shape with four numbers.
pub fn remittances() -> Vec<String> {
    let mut texts = Vec::new();
    for round in 0..4_usize {
        for (at, shape) in SHAPES.iter().enumerate() {
            let number = format!("{:05}", 1017 + 397 * at + 1913 * round);
            texts
                .push(shape.replace("{n}", &number).replace("{d}", &format!("{:02}", 1 + (at + round) % 28)));
        }
    }
    texts
}
