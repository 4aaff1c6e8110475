//! How German, Austrian and Swiss banks print what `more` adds.

use super::people::{self, Land};
use super::text::{self, Channel};
use crate::Random;
use crate::more::{Bank, Slip, Tongue, Way};
use crate::standard::digits;
use payymo::model::{Reference, ReferenceKind, Transaction, TransactionKind};

pub struct Banks;

const TONGUE: Tongue = Tongue {
    invoice: &["Rechnung", "Rechn.-Nr.", "RE", "Re.Nr.", "RG-NR", "Rg"],
    bill: &["Rechnung", "Ihre Rechnung", "RNR", "Beleg", "Re.-Nr."],
    credit: &["abzgl. Gutschrift", "./. Gutschrift", "minus GS", "verrechnet mit Gutschrift"],
    withheld: &[
        "abzgl. {}% Quellensteuer",
        "Steuerabzug {} %",
        "{}% Abzugsteuer §50a",
        "abzgl. {} Prozent Bauabzug",
    ],
    untaxed: &["netto, Reverse Charge", "ohne USt", "steuerfrei", "Nettobetrag"],
    deducted: &[
        "abzgl. Mängel",
        "Kürzung lt. Schreiben",
        "abzgl. Reklamation",
        "minus Fahrtkosten",
        "Kürzung wg. Verzug",
    ],
    ahead: &["Anzahlung", "Vorauszahlung", "Akonto", "Guthaben", "für kommende Rechnungen"],
    returned: &[
        "RETOURE SEPA-LASTSCHRIFT",
        "Rücklastschrift",
        "RUECKBUCHUNG LASTSCHRIFT",
        "Rückgabe mangels Deckung",
    ],
    refund: &["Rückerstattung", "Erstattung", "Rückzahlung", "Gutschrift an"],
    vague: &["Beratung", "wie besprochen", "Zahlung", "Danke", "Honorar", "lt. Vereinbarung"],
    credit_number: "GS",
};

impl Bank for Banks {
    fn row(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction {
        let land = match slip.iban.map(|iban| &iban[..2]) {
            Some("AT") => Land::At,
            Some("CH") => Land::Ch,
            _ => Land::De,
        };
        let channel = Channel::pick(random);
        let mut row = Transaction::new("", slip.day, slip.amount);
        row.kind = TransactionKind::Transfer;
        row.source = channel.source().into();
        row.value_on = Some(slip.day).filter(|_| random.chance(700));
        let name = text::spelt(random, slip.name);
        row.remittance = match slip.way {
            Way::In => text::banked(random, channel, land, slip.day, slip.words, &name),
            Way::Out => text::spelt(random, slip.words).chars().take(140).collect(),
            Way::Returned => format!("{} {name}", text::spelt(random, slip.words)),
            Way::Deposit => slip.words.to_owned(),
        };
        row.counterparty.name = Some(name.chars().take(*random.pick(&[27, 35, 70])).collect());
        row.counterparty.iban = slip.iban.map(str::to_owned).filter(|_| random.chance(900));
        if random.chance(250) {
            row.references.push(Reference { kind: ReferenceKind::Bank, value: digits(random, 12) });
        }
        row
    }

    fn customer(&self, random: &mut Random) -> String {
        let land = people::land(random);
        people::name(random, land).printed()
    }

    fn supplier(&self, random: &mut Random) -> String {
        people::company(random, Land::De).printed()
    }

    fn tongue(&self) -> &'static Tongue {
        &TONGUE
    }

    fn countries(&self) -> &'static [&'static str] {
        &["DE", "DE", "DE", "AT", "CH"]
    }
}
