//! What `more` adds, in the shapes of real rows.

use super::corpus;
use super::ledger;
use super::print::{printed_name, templates};
use super::template::{Fill, Piece, Template};
use crate::Random;
use crate::more::{Bank, Slip, Tongue, Way};
use payymo::model::{Transaction, TransactionKind};

/// The shapes, with room for a number.
pub struct Banks {
    templates: Vec<Template>,
}

impl Banks {
    /// `None` where the real files are not there.
    pub fn open() -> Option<Self> {
        let rows = corpus::rows(&corpus::folder()?);
        let templates = templates(&rows).0;
        (!templates.is_empty()).then_some(Banks { templates })
    }
}

const TONGUE: Tongue = Tongue {
    invoice: &["factuur", "Rechnung", "nr", "invoice", "ref", "RG"],
    bill: &["factuur", "Rechnung", "invoice", "uw kenmerk"],
    credit: &["minus credit", "abzgl. Gutschrift", "less credit", "./. GS"],
    withheld: &["minus {}% bronbelasting", "abzgl. {}% Steuer", "less {}% tax", "WHT {}%"],
    untaxed: &["excl. btw", "netto", "without VAT", "ohne MwSt"],
    deducted: &["minus retour", "abzgl. Reklamation", "less return", "Kürzung"],
    ahead: &["vooruitbetaling", "Anzahlung", "on account", "Guthaben"],
    returned: &["storno", "Rücklastschrift", "terugboeking", "returned"],
    refund: &["terugbetaling", "Erstattung", "refund", "restitutie"],
    vague: &["betaling", "Zahlung", "bedankt", "danke", "abonnement"],
    credit_number: "K",
};

impl Bank for Banks {
    fn row(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction {
        let template = random.pick(&self.templates);
        let real = &template.row;
        let name = printed_name(template, slip.name);
        let iban = slip.iban.unwrap_or_default();
        let fill = Fill {
            name: &name,
            iban,
            day: slip.day,
            minor: slip.amount.minor().abs(),
            number: Some(slip.words),
        };
        let mut row = Transaction::new("", slip.day, slip.amount);
        row.source.clone_from(&real.source);
        row.kind = TransactionKind::Transfer;
        row.value_on = real.value_on.map(|_| slip.day);
        row.remittance = match slip.way {
            Way::In | Way::Out if !slip.words.is_empty() => template.print(random, &fill),
            _ => slip.words.to_owned(),
        };
        let has_name = real.counterparty.name.is_some() || template.pieces.contains(&Piece::Name);
        row.counterparty.name = Some(name).filter(|_| has_name || slip.way != Way::In);
        row.counterparty.iban = real.counterparty.iban.as_ref().and(slip.iban).map(str::to_owned);
        row
    }

    fn customer(&self, random: &mut Random) -> String {
        if random.chance(300) { ledger::person(random) } else { ledger::company(random).1 }
    }

    fn supplier(&self, random: &mut Random) -> String {
        ledger::company(random).1
    }

    fn tongue(&self) -> &'static Tongue {
        &TONGUE
    }

    fn countries(&self) -> &'static [&'static str] {
        &["DE", "NL", "BE", "AT", "FR"]
    }
}
