//! How the banks of a British host print what `more` adds: Faster Payments of eighteen characters, BACS, SEPA.

use super::names::{self, Who};
use super::render::proprietary;
use crate::Random;
use crate::more::{Bank, Slip, Tongue, Way};
use payymo::model::{Transaction, TransactionKind};

pub struct Banks;

const TONGUE: Tongue = Tongue {
    invoice: &["Invoice", "INV", "Inv no", "Payment inv", "invoice #", ""],
    bill: &["Invoice", "INV", "Your ref", "Inv no"],
    credit: &["less credit", "less CN", "minus credit note", "net of"],
    withheld: &["less {}% WHT", "WHT {}%", "net of {} percent tax", "{}% withholding tax"],
    untaxed: &["ex VAT", "zero rated", "net of VAT", "VAT reverse charge"],
    deducted: &[
        "less downtime",
        "less SLA credit",
        "less bank chgs agreed",
        "short for outage",
        "less discount agreed",
    ],
    ahead: &["top up", "advance", "account credit", "on account", "for next months"],
    returned: &["RETURNED DD", "UNPAID DIRECT DEBIT", "DD RETURNED", "RETURNED ITEM"],
    refund: &["refund", "Refund", "money back", "REFUND"],
    vague: &["hosting", "thanks", "website", "monthly", "payment"],
    credit_number: "CR-",
};

impl Bank for Banks {
    fn row(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction {
        let mut row = Transaction::new("", slip.day, slip.amount);
        row.kind = TransactionKind::Transfer;
        let pounds = slip.amount.currency().as_str() == "GBP";
        let cut = |text: &str, width: usize| text.chars().take(width).collect::<String>().trim().to_owned();
        match (slip.way, random.below(10)) {
            (Way::Returned, _) => {
                row.source = "csv".into();
                row.remittance = format!("{} {}", slip.words, names::ascii(slip.name).to_uppercase());
                row.bank_code = Some(proprietary("ARD"));
            }
            (Way::Deposit, _) => {
                row.source = "csv".into();
                row.counterparty.name = Some(slip.name.to_owned());
                row.remittance = slip.words.to_owned();
                row.bank_code = Some(proprietary("BGC"));
            }
            (_, 0..4) if pounds => {
                // Eighteen characters for the reference.
                row.source = "csv".into();
                row.bank_code = Some(proprietary("FPI"));
                row.counterparty.name = Some(cut(&names::ascii(slip.name).to_uppercase(), 18));
                row.remittance = cut(&names::ascii(slip.words), 18);
            }
            (_, 4..6) if pounds => {
                row.source = "gocardless".into();
                row.counterparty.name = Some(slip.name.to_owned());
                row.remittance = cut(slip.words, 35);
            }
            _ => {
                row.source = "camt053".into();
                row.counterparty.name = Some(cut(slip.name, 70));
                row.counterparty.iban = slip.iban.map(str::to_owned);
                row.value_on = Some(slip.day);
                row.remittance = cut(slip.words, 140);
            }
        }
        row
    }

    fn customer(&self, random: &mut Random) -> String {
        let company = random.chance(450);
        Who::invent(random, company).listed()
    }

    fn supplier(&self, random: &mut Random) -> String {
        Who::invent(random, true).listed()
    }

    fn tongue(&self) -> &'static Tongue {
        &TONGUE
    }

    fn countries(&self) -> &'static [&'static str] {
        &["GB", "IE", "DE", "NL"]
    }
}
