//! How a payment looks on the shop's statement: each country's banks, wallets and slips in their own words.

use super::market::{Human, Market};
use super::shop::{Buyer, Shop};
use crate::Random;
use crate::draft::Payer;
use crate::standard::{characters, digits};
use chrono::{Datelike, NaiveDate};
use payymo::model::{Reference, ReferenceKind, Transaction, TransactionKind};
use payymo::money::Amount;

/// Who stands on the row.
pub enum Payor {
    Buyer,
    Partner,
    /// Name and account of somebody else.
    Other(String, String),
}

/// What the payer gave the bank.
#[derive(Default)]
pub struct Said {
    pub words: String,
    /// A checked reference, in the field that is made for it.
    pub slip: Option<String>,
}

impl Shop {
    pub fn write(
        &self,
        random: &mut Random,
        buyer: usize,
        who: &Payor,
        amount: Amount,
        day: NaiveDate,
        said: &Said,
    ) -> (Transaction, Payer) {
        let it = &self.buyers[buyer];
        let (name, key, iban, known) = match who {
            Payor::Buyer => {
                let (name, key) = shown(random, it);
                // Some have a second account.
                let other = random.chance(150);
                let iban = if other {
                    crate::standard::some_iban(random, it.market.code())
                } else {
                    it.iban.clone()
                };
                (name, key, iban, it.iban_known && !other)
            }
            Payor::Partner => {
                let (name, key) = private(random, &it.partner, it.market);
                (name, key, it.iban.clone(), it.iban_known)
            }
            Payor::Other(name, iban) => (name.clone(), String::new(), iban.clone(), false),
        };
        let name: String = latin(random, &name).chars().take(*random.pick(&[24, 32, 35, 70])).collect();
        let name = name.trim().to_owned();
        let mut row = Transaction::new("", day, amount);
        row.kind = TransactionKind::Transfer;
        row.account = Some(self.own[it.market.till()].clone());
        row.source = (*random.pick(sources(it.market))).into();
        row.value_on = random.chance(500).then_some(day);
        let words = latin(random, &said.words);
        let mut shape = shape(random, it.market, &name, &iban, day, &words, said.slip.is_some());
        if let Some(slip) = &said.slip {
            let value = respaced(random, slip);
            if random.chance(720) {
                row.references.push(Reference { kind: ReferenceKind::Creditor, value });
            } else {
                let label = match it.market {
                    Market::Nl => "BETALINGSKENMERK ",
                    Market::Fi => "VIITE ",
                    Market::No => "KID ",
                    Market::Se => "OCR ",
                    Market::Dk => "+71<",
                    _ => "",
                };
                shape.text = format!("{} {label}{value}", shape.text);
            }
        }
        row.remittance = shape.text.trim().to_owned();
        row.counterparty.name = shape.name.then(|| name.clone());
        if shape.account {
            // Scandinavian banks show the domestic number.
            if it.market.till() > 0 && random.chance(600) {
                row.counterparty.account = Some(iban[4..].to_owned());
            } else {
                row.counterparty.iban = Some(iban.clone());
            }
        }
        if random.chance(300) {
            row.references.push(Reference { kind: ReferenceKind::Bank, value: digits(random, 14) });
        }
        let sees_account = row.counterparty.iban.is_some() || row.remittance.contains(&iban);
        let payer = if known && sees_account {
            Payer::Known(buyer)
        } else if key.is_empty() || !(shape.name || row.remittance.contains(&name)) {
            Payer::Unknown
        } else {
            Payer::Named(key)
        };
        (row, payer)
    }
}

pub fn sources(market: Market) -> &'static [&'static str] {
    match market {
        Market::Nl => &["camt053", "mt940", "gocardless", "csv"],
        Market::Be => &["camt053", "gocardless", "csv"],
        Market::Fi => &["camt053", "csv"],
        Market::Fr => &["gocardless", "csv"],
        _ => &["csv", "camt053"],
    }
}

pub(super) struct Shape {
    pub(super) text: String,
    /// Whether the row has a field with the payer's name, and one with the account.
    pub(super) name: bool,
    pub(super) account: bool,
}

pub(super) fn shape(
    random: &mut Random,
    market: Market,
    name: &str,
    iban: &str,
    day: NaiveDate,
    words: &str,
    slip: bool,
) -> Shape {
    let clean = |text: String| Shape { text, name: true, account: true };
    let bare = |text: String| Shape { text, name: false, account: false };
    if slip && random.chance(650) {
        return Shape { text: String::new(), name: random.below(10) < 8, account: random.below(10) < 6 };
    }
    let (dd, mm, yyyy) = (day.day(), day.month(), day.year());
    let clock = format!("{:02}:{:02}", random.between(0, 23), random.between(0, 59));
    let phone = digits(random, 8);
    match (market, random.below(10)) {
        (Market::Nl, 0..4) => {
            let id = characters(random, "0123456789ABCDEFGHJKLMNPRSTVWXYZ", 12);
            clean(format!("{id} 0030{} {words} Noorderlicht", digits(random, 12)))
        }
        (Market::Nl, 4..6) => {
            let bic = random.pick(&["INGBNL2A", "RABONL2U", "ABNANL2A"]);
            bare(format!(
                "/TRTP/SEPA OVERBOEKING/IBAN/{iban}/BIC/{bic}/NAME/{name}/REMI/{words}/EREF/NOTPROVIDED"
            ))
        }
        (Market::Nl, 6) => bare(format!(
            "Naam: {name} Omschrijving: {words} IBAN: {iban} Valutadatum: {dd:02}-{mm:02}-{yyyy}"
        )),
        (Market::Be, 0..3) => bare(format!(
            "VIREMENT EN EUROS DU COMPTE {iban} {} COMMUNICATION : {words} REF. BANQUE : {}{mm:02}{dd:02}{}",
            name.to_uppercase(),
            yyyy % 100,
            digits(random, 8)
        )),
        (Market::Be, 3..5) => {
            let card = digits(random, 4);
            Shape {
                text: format!("BANCONTACT {dd:02}/{mm:02} {clock} {words} CARTE 6703 XXXX XXXX {card}"),
                name: true,
                account: false,
            }
        }
        (Market::Se, 0..4) => bare(format!("Swish från +467{phone} {} {words}", name.to_uppercase())),
        (Market::Se, 4..6) => Shape {
            text: format!("Bg-inbetalning löpnr {} {words}", digits(random, 6)),
            name: true,
            account: false,
        },
        (Market::No, 0..4) => bare(format!("Vipps {phone} {name} {words}")),
        (Market::No, 4..7) => bare(format!(
            "Fra: {name} Betalt: {dd:02}.{mm:02}.{:02} {words} Arkivref. {}",
            yyyy % 100,
            digits(random, 9)
        )),
        (Market::Dk, 0..5) => bare(format!("MobilePay: {name} {phone} {words}")),
        (Market::Dk, 5..7) => Shape { text: format!("Overførsel {words}"), name: true, account: false },
        (Market::Fi, 0..4) => {
            let archive = format!("{:02}{mm:02}{dd:02}{}", yyyy % 100, digits(random, 12));
            bare(format!("SEPA PANO {} {words} ARKISTOINTITUNNUS {archive}", name.to_uppercase()))
        }
        (Market::Fr, 0..6) => {
            bare(format!("VIR SEPA RECU /DE {} /MOTIF {words} /REF NOTPROVIDED", name.to_uppercase()))
        }
        _ => clean(words.to_owned()),
    }
}

/// The name on the account, and the key under which a reader knows it.
fn shown(random: &mut Random, buyer: &Buyer) -> (String, String) {
    match &buyer.firm {
        Some((core, form)) => match random.below(10) {
            0..6 => (format!("{core} {form}").trim().to_owned(), core.clone()),
            6..8 => (core.to_uppercase(), core.clone()),
            8 => (format!("{core} {form} {}", buyer.human.last), core.clone()),
            // The owner's own account.
            _ => private(random, &buyer.human, buyer.market),
        },
        None if random.chance(120) => {
            let (one, two) = (&buyer.human, &buyer.partner);
            let name = match buyer.market {
                Market::Nl | Market::Be => {
                    format!("{}. {} e/o {}. {}", one.initial(), one.surname(), two.initial(), two.surname())
                }
                Market::Fr => format!("M OU MME {}", one.surname()),
                _ => format!("{} / {}", one.full(), two.first),
            };
            (name, if buyer.market == Market::Fr { one.key_full() } else { one.key_initial() })
        }
        None => private(random, &buyer.human, buyer.market),
    }
}

fn private(random: &mut Random, human: &Human, market: Market) -> (String, String) {
    let (initial, surname) = (human.initial(), human.surname());
    match (market, random.below(10)) {
        (Market::Nl, 0..3) => (format!("{initial}. {surname}"), human.key_initial()),
        (Market::Nl, 3..5) => {
            (format!("{} {initial} {surname}", random.pick(&["Hr", "Mw", "HR", "MW"])), human.key_initial())
        }
        (Market::Nl, 5) => (
            format!("{} {initial} {}", human.last, human.infix).to_uppercase().trim().to_owned(),
            human.key_initial(),
        ),
        (Market::Nl, 6) => {
            let second = *random.pick(&["A", "M", "J", "P"]);
            (format!("{initial}.{second}. {surname}"), human.key_initial())
        }
        (Market::Be | Market::Fi, 0..4) => {
            (format!("{surname} {}", human.first).to_uppercase(), human.key_full())
        }
        (Market::Fr, 0..4) => (
            format!("{} {surname} {}", random.pick(&["M", "MME", "MLLE"]), human.first).to_uppercase(),
            human.key_full(),
        ),
        (Market::No | Market::Dk, 0..3) => {
            (format!("{} {}", human.first, human.last.chars().next().unwrap_or('X')), human.key_short())
        }
        (Market::Se, 0..3) => (format!("{}, {}", human.last, human.first), human.key_full()),
        _ => (human.full(), human.key_full()),
    }
}

/// Letters as a bank's file has them.
pub(super) fn latin(random: &mut Random, text: &str) -> String {
    let table: &[(char, &str)] = match random.below(10) {
        0 => &[
            ('å', "aa"),
            ('ä', "ae"),
            ('ö', "oe"),
            ('ø', "oe"),
            ('æ', "ae"),
            ('Å', "AA"),
            ('Ä', "AE"),
            ('Ö', "OE"),
            ('Ø', "OE"),
            ('Æ', "AE"),
        ],
        1 | 2 => &[
            ('å', "a"),
            ('ä', "a"),
            ('ö', "o"),
            ('ø', "o"),
            ('æ', "ae"),
            ('Å', "A"),
            ('Ä', "A"),
            ('Ö', "O"),
            ('Ø', "O"),
            ('Æ', "AE"),
            ('é', "e"),
            ('è', "e"),
            ('ë', "e"),
            ('ç', "c"),
            ('î', "i"),
            ('ô', "o"),
            ('É', "E"),
            ('û', "u"),
        ],
        3 => &[('é', "?"), ('è', "?"), ('ø', "?"), ('å', "?"), ('ä', "?"), ('ö', "?"), ('ë', "?")],
        _ => &[],
    };
    text.chars()
        .map(|c| table.iter().find(|row| row.0 == c).map_or(c.to_string(), |row| row.1.to_owned()))
        .collect()
}

/// A reference as banks and people set it: bare digits, groups, leading zeros.
fn respaced(random: &mut Random, printed: &str) -> String {
    let bare: String = printed.chars().filter(char::is_ascii_alphanumeric).collect();
    match random.below(10) {
        0..5 => bare,
        5 | 6 => printed.to_owned(),
        7 if !bare.starts_with("RF") => format!("{bare:0>20}"),
        _ => {
            let chars: Vec<char> = bare.chars().collect();
            chars.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
        }
    }
}
