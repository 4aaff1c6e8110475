//! How banks of the shop's countries print what `more` adds.

use super::market::{self, Market};
use super::row::{latin, shape, sources};
use crate::Random;
use crate::more::{Bank, Slip, Tongue, Way};
use payymo::model::{Transaction, TransactionKind};

pub struct Banks;

const TONGUE: Tongue = Tongue {
    invoice: &["factuur", "Faktura", "facture", "lasku", "bestelling", "ordre", "factuurnr"],
    bill: &["factuur", "Faktura", "uw factuur", "fakturanr", "facture"],
    credit: &["minus creditnota", "minus kreditnota", "avoir", "verrekend met credit", "hyvitys"],
    withheld: &["minus {}% bronbelasting", "källskatt {}%", "retenue {} %", "{}% kildeskat"],
    untaxed: &["excl. btw", "utan moms", "hors TVA", "btw verlegd", "eks. mva"],
    deducted: &[
        "minus retour",
        "retur avdraget",
        "minus kapot artikel",
        "avdrag enligt mail",
        "moins article manquant",
    ],
    ahead: &["vooruitbetaling", "förskott", "tegoed", "forskudd", "acompte", "saldo aanvullen"],
    returned: &[
        "STORNO INCASSO",
        "Terugboeking incasso",
        "RETUR AUTOGIRO",
        "REJET PRELEVEMENT",
        "AvtaleGiro avvist",
    ],
    refund: &["terugbetaling", "återbetalning", "refusjon", "remboursement", "tilbagebetaling"],
    vague: &["betaling", "tack", "webshop", "merci", "takk", "online bestelling"],
    credit_number: "C-",
};

impl Bank for Banks {
    fn row(&self, random: &mut Random, slip: &Slip<'_>) -> Transaction {
        let of = |code: &str| match code {
            "BE" => Market::Be,
            "SE" => Market::Se,
            "NO" => Market::No,
            "DK" => Market::Dk,
            "FI" => Market::Fi,
            "FR" => Market::Fr,
            _ => Market::Nl,
        };
        let market = match slip.amount.currency().as_str() {
            "SEK" => Market::Se,
            "NOK" => Market::No,
            "DKK" => Market::Dk,
            _ => of(slip.iban.map_or("NL", |iban| &iban[..2])),
        };
        let name: String = latin(random, slip.name).chars().take(*random.pick(&[24, 32, 35, 70])).collect();
        let words = latin(random, slip.words);
        let mut row = Transaction::new("", slip.day, slip.amount);
        row.kind = TransactionKind::Transfer;
        row.source = (*random.pick(sources(market))).into();
        row.value_on = random.chance(500).then_some(slip.day);
        let (text, has_name, has_account) = match slip.way {
            Way::In => {
                let shape = shape(random, market, &name, slip.iban.unwrap_or("-"), slip.day, &words, false);
                (shape.text, shape.name, shape.account)
            }
            _ => (words, true, random.chance(800)),
        };
        row.remittance = text.trim().to_owned();
        row.counterparty.name = Some(name.trim().to_owned()).filter(|_| has_name);
        row.counterparty.iban = slip.iban.map(str::to_owned).filter(|_| has_account);
        row
    }

    fn customer(&self, random: &mut Random) -> String {
        let market = Market::pick(random);
        if random.chance(120) {
            let (core, form) = market::firm(random, market);
            return format!("{core} {form}").trim().to_owned();
        }
        market::human(random, market).full()
    }

    fn supplier(&self, random: &mut Random) -> String {
        let market = Market::pick(random);
        let (core, form) = market::firm(random, market);
        format!("{core} {form}").trim().to_owned()
    }

    fn tongue(&self) -> &'static Tongue {
        &TONGUE
    }

    fn countries(&self) -> &'static [&'static str] {
        &["NL", "NL", "BE", "SE", "NO", "DK", "FI", "FR"]
    }
}
