//! Customers: who they are, what they buy, how they pay, what the host knows of them.

use super::book::{Channel, Client, Money};
use super::names::{Who, ascii};
use crate::{Random, standard};

/// List prices in minor units without tax.
const PRICES: &[i64] = &[
    999, 999, 999, 499, 499, 1200, 1200, 8990, 349, 1499, 1499, 2400, 5990, 11_988, 720, 1999, 2999, 795,
    999, 4_900, 14_900, 299,
];

/// Tax on top, per mille: none for prices with tax, British, German, Irish, Polish, Belgian.
const TAX_GBP: &[i64] = &[0, 0, 200, 200];
const TAX_EUR: &[i64] = &[0, 190, 230, 210, 230, 200];

pub(super) fn make(random: &Random, count: usize, agencies: usize) -> Vec<Client> {
    let mut draw = random.fork(1);
    let first = if draw.chance(400) { 1 } else { 1_000 + draw.below(4_000) };
    let mut ids: Vec<u64> = Vec::with_capacity(count);
    let mut id = first;
    for _ in 0..count {
        ids.push(id);
        id += 1 + u64::from(draw.chance(150)) * draw.below(4);
    }
    draw.shuffle(&mut ids);
    let mut clients = Vec::with_capacity(count);
    for (at, id) in ids.into_iter().enumerate() {
        let mut draw = random.fork(1_000 + at as u64);
        clients.push(client(&mut draw, id, agencies));
    }
    clients
}

fn client(random: &mut Random, id: u64, agencies: usize) -> Client {
    let company = random.chance(420);
    let who = Who::invent(random, company);
    let money = if random.chance(680) { Money::Gbp } else { Money::Eur };
    let channel = match (money, random.below(100)) {
        (Money::Gbp, 0..=41) => Channel::Fps,
        (Money::Gbp, 42..=53) => Channel::Bacs,
        (Money::Gbp, 54..=64) => Channel::Bare,
        (Money::Gbp, 65..=74) => Channel::GoCardless,
        (Money::Gbp, 75..=92) => Channel::Stripe,
        (Money::Gbp, _) => Channel::PayPal,
        (Money::Eur | Money::Usd, 0..=49) => Channel::Sepa,
        (Money::Eur | Money::Usd, 50..=73) => Channel::GoCardless,
        (Money::Eur | Money::Usd, 74..=89) => Channel::Stripe,
        (Money::Eur | Money::Usd, _) => Channel::PayPal,
    };
    let tax = *random.pick(if money == Money::Gbp { TAX_GBP } else { TAX_EUR });
    let services = 1 + random.below(2) + u64::from(company) * random.below(3);
    let prices = (0..services).map(|_| (*random.pick(PRICES) * (1000 + tax) + 500) / 1000).collect();
    let email = email(random, &who);
    Client {
        id: id.to_string(),
        email,
        iban: iban(random, money),
        money,
        channel,
        prices,
        iban_listed: random.chance(300),
        email_listed: random.chance(600),
        contact_listed: random.chance(600),
        agency: (agencies > 0 && random.chance(90)).then(|| random.below(agencies as u64) as usize),
        alone: false,
        who,
    }
}

pub(super) fn email(random: &mut Random, who: &Who) -> String {
    let squash = |text: &str| -> String {
        ascii(text).to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect()
    };
    let (given, family) = (squash(who.given), squash(who.family));
    match &who.company {
        Some(company) => {
            let user = match random.below(4) {
                0 => "info".to_owned(),
                1 => "accounts".to_owned(),
                2 => given,
                _ => format!("{given}.{family}"),
            };
            format!("{user}@{}.example", squash(&company.core))
        }
        None => {
            let number = random.below(99);
            let user = match random.below(4) {
                0 => format!("{given}.{family}{number}"),
                1 => format!("{}{family}{number}", &given[..1]),
                2 => format!("{given}{number}{}", random.below(90)),
                _ => format!("{family}{number}"),
            };
            format!(
                "{user}@{}",
                random.pick(&["mail.example", "post.example", "inbox.example", "web.example"])
            )
        }
    }
}

/// An IBAN with right check digits, of a bank that does not exist.
pub(super) fn iban(random: &mut Random, money: Money) -> String {
    if money == Money::Gbp {
        let bank = random.pick(&["QWNB", "ZZHB", "XKLT"]);
        return standard::iban("GB", &format!("{bank}{}", standard::digits(random, 14)));
    }
    match random.below(5) {
        0 => standard::iban("DE", &standard::digits(random, 18)),
        1 => standard::iban("IE", &format!("QXBI{}", standard::digits(random, 14))),
        2 => standard::iban("NL", &format!("ZQNB{}", standard::digits(random, 10))),
        3 => standard::iban("ES", &standard::digits(random, 20)),
        _ => standard::iban("PL", &standard::digits(random, 24)),
    }
}
