//! The company's own money: payouts of gateways, transfers between accounts, wages, taxes, suppliers.

use super::book::Office;
use super::people::{self, Land};
use super::text;
use crate::standard::{characters, digits, some_iban};
use crate::{Kind, Random};
use chrono::{Datelike, NaiveDate};
use payymo::model::TransactionKind;

impl Office {
    pub fn payout(&mut self, random: &mut Random, day: NaiveDate) {
        let (name, iban, words) = match random.below(3) {
            0 => (
                "PayPal Europe S.a.r.l. et Cie S.C.A",
                "LU",
                format!("PP.{}.PP ABBUCHUNG VOM PAYPAL-KONTO", digits(random, 4)),
            ),
            1 => (
                "STRIPE",
                "LT",
                format!("STRIPE {}", characters(random, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", 6)),
            ),
            _ => ("SumUp Limited", "LT", format!("SUMUP PID{} PAYOUT {}", digits(random, 6), text::six(day))),
        };
        let iban = some_iban(random, iban);
        let minor = random.between(3_000, 400_000);
        self.plain_row(
            Kind::Payout,
            random,
            day,
            minor,
            TransactionKind::Payout,
            Some((name.to_owned(), iban)),
            &words,
        );
    }

    pub fn own_transfer(&mut self, random: &mut Random, day: NaiveDate) {
        let minor = random.between(10, 500) * 10_000 * if random.chance(500) { -1 } else { 1 };
        let other = ("Kontor Lindenhof Beratung GmbH".to_owned(), self.own_ibans[2].clone());
        let words = *random.pick(&["Umbuchung", "Übertrag Tagesgeld", "Liquiditätsausgleich", ""]);
        self.plain_row(Kind::OwnTransfer, random, day, minor, TransactionKind::Transfer, Some(other), words);
    }

    pub fn salary(&mut self, random: &mut Random, day: NaiveDate) {
        let person = people::person(random);
        let other = (person.full(), some_iban(random, "DE"));
        let words = format!("Lohn/Gehalt {:02}/{} PNR {}", day.month(), day.year(), digits(random, 4));
        let minor = -random.between(90_000, 420_000);
        self.plain_row(Kind::Salary, random, day, minor, TransactionKind::Transfer, Some(other), &words);
    }

    /// Rent, taxes, cards, suppliers, insurers.
    pub fn daily(&mut self, random: &mut Random, day: NaiveDate) {
        let supplier = people::company(random, Land::De).printed();
        let (name, words, minor, is) = match random.below(9) {
            0 => (
                "Finanzamt Grünstadt".to_owned(),
                format!(
                    "UST VORAUSZAHLUNG {:02}/{} {}/{}/{}",
                    day.month(),
                    day.year(),
                    digits(random, 3),
                    digits(random, 3),
                    digits(random, 5)
                ),
                -random.between(50_000, 900_000),
                TransactionKind::DirectDebit,
            ),
            1 => (
                "Krankenkasse Mitte".to_owned(),
                format!("U1 Erstattung BETRNR {}", digits(random, 8)),
                random.between(20_000, 200_000),
                TransactionKind::Transfer,
            ),
            2 => (
                supplier,
                format!("Rechnung {} KdNr {}", digits(random, 6), digits(random, 5)),
                -random.between(1_000, 500_000),
                TransactionKind::Transfer,
            ),
            3 => (
                String::new(),
                format!("Entgeltabrechnung siehe Anlage {}", text::german(day)),
                -random.between(500, 4_000),
                TransactionKind::Fee,
            ),
            4 => (
                format!("{} Tankstelle", random.pick(&["Nord", "Aral-frei", "Stern"])),
                format!(
                    "{} {:02}:{:02} KFN {} VJ {} Kartenzahlung",
                    day,
                    random.between(6, 22),
                    random.between(0, 59),
                    random.between(0, 9),
                    digits(random, 4)
                ),
                -random.between(2_000, 11_000),
                TransactionKind::Card,
            ),
            5 => (
                "Hotel am See".to_owned(),
                format!(
                    "NR XXXX {} KAUFUMSATZ {} ARN{}",
                    digits(random, 4),
                    &text::german(day)[..5],
                    digits(random, 23)
                ),
                -random.between(8_000, 40_000),
                TransactionKind::Card,
            ),
            6 => (
                "Finanzamt Grünstadt".to_owned(),
                format!(
                    "STNR {}/{}/{} ERSTATT.UST {}",
                    digits(random, 3),
                    digits(random, 3),
                    digits(random, 5),
                    day.year()
                ),
                random.between(5_000, 300_000),
                TransactionKind::Transfer,
            ),
            7 => (
                "Telefon Deutschland GmbH".to_owned(),
                format!(
                    "Festnetz Vertragskonto {} RG {}/{}",
                    digits(random, 10),
                    digits(random, 10),
                    digits(random, 2)
                ),
                -random.between(2_000, 20_000),
                TransactionKind::DirectDebit,
            ),
            _ => (
                supplier,
                format!("Miete {} {}", text::month(day), day.year()),
                -random.between(80_000, 400_000),
                TransactionKind::Transfer,
            ),
        };
        let iban = if is == TransactionKind::Transfer || is == TransactionKind::DirectDebit {
            some_iban(random, "DE")
        } else {
            String::new()
        };
        let other = (!name.is_empty()).then_some((name, iban));
        self.plain_row(Kind::Background, random, day, minor, is, other, &words);
    }
}
