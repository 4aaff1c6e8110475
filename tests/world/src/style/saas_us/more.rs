//! How American banks print what `more` adds: capitals, field names, names of 16 and 22 characters.

use super::names::{self, Land};
use crate::Random;
use crate::more::{Bank, Slip, Tongue, Way};
use crate::standard::digits;
use payymo::model::{Transaction, TransactionKind};

pub struct Banks;

const TONGUE: Tongue = Tongue {
    invoice: &["INV", "Invoice", "inv#", "Invoice no.", "Inv"],
    bill: &["INV", "Invoice", "Bill", "Vendor inv", "Doc"],
    credit: &["less credit memo", "less CM", "net of credit", "applied CM"],
    withheld: &["less {}% withholding", "{}% tax withheld", "net of {}% WHT", "backup withholding {}%"],
    untaxed: &["tax exempt", "less sales tax", "ex tax", "exempt cert on file"],
    deducted: &[
        "less damages",
        "short pay - see email",
        "less chargeback fee",
        "deduction RMA",
        "less SLA credit",
    ],
    ahead: &["prepayment", "deposit", "retainer", "on account", "credit for future"],
    returned: &["RETURNED ITEM NSF", "ACH RETURN", "RETURN SETTLE", "CHECK RETURNED"],
    refund: &["REFUND", "Refund for", "CUSTOMER REFUND", "refund"],
    vague: &["Payment", "software", "services", "Thanks!", "vendor payment"],
    credit_number: "CM-",
};

impl Bank for Banks {
    fn row(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction {
        let upper = |text: &str, width: usize| {
            text.to_uppercase().chars().take(width).collect::<String>().trim().to_owned()
        };
        let six = slip.day.format("%y%m%d").to_string();
        let mut row = Transaction::new("", slip.day, slip.amount);
        row.kind = TransactionKind::Transfer;
        row.source = "csv".into();
        row.value_on = Some(slip.day).filter(|_| random.chance(600));
        let (name, words) = (slip.name, slip.words);
        let text = match (slip.way, random.below(6)) {
            (Way::Returned, _) => format!("{} {} {}", upper(words, 60), digits(random, 15), upper(name, 22)),
            (Way::Deposit, 0..3) => {
                format!(
                    "{} DES:TRANSFER ID:{} CO ID:{} CCD",
                    upper(name, 16),
                    upper(words, 40),
                    digits(random, 10)
                )
            }
            (_, 0) => format!(
                "ORIG CO NAME:{:<16} ORIG ID:{} DESC DATE:{six} SEC:CCD TRACE#:{} IND ID:{:<15}",
                upper(name, 16),
                digits(random, 10),
                digits(random, 15),
                upper(words, 40),
            ),
            (_, 1) => format!(
                "{} DES:{} ID:{} CO ID:{} CCD",
                upper(name, 16),
                if slip.way == Way::Out { "VENDOR PMT" } else { "PAYMENTS" },
                upper(words, *random.pick(&[22, 80])),
                digits(random, 10)
            ),
            (_, 2) => format!(
                "WIRE {}: {} REF: {}",
                if slip.way == Way::Out { "OUT BNF" } else { "IN ORG" },
                upper(name, 35),
                upper(words, 70)
            ),
            _ => {
                row.source = "plaid_csv".into();
                row.counterparty.name =
                    Some(if random.chance(500) { name.chars().take(35).collect() } else { upper(name, 35) });
                words.to_owned()
            }
        };
        row.remittance = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if slip.amount.currency().as_str() == "EUR" {
            row.counterparty.iban = slip.iban.map(str::to_owned);
        }
        row
    }

    fn customer(&self, random: &mut Random) -> String {
        if random.chance(240) {
            return names::person(random).full();
        }
        let land = names::land(random);
        names::company(random, land).listed()
    }

    fn supplier(&self, random: &mut Random) -> String {
        names::company(random, Land::Us).listed()
    }

    fn tongue(&self) -> &'static Tongue {
        &TONGUE
    }

    fn countries(&self) -> &'static [&'static str] {
        &["NL", "DE", "FR", "BE"]
    }
}
