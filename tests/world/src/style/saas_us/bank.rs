//! Rows as American, Canadian, Australian and European banks and gateways report them.

use super::ledger::{Account, Host};
use super::names::{self, Land, Name, WIDTHS, key};
use super::series::holds;
use crate::Kind;
use crate::Random;
use crate::deeds::{Ask, Books, Printed, Style, Who, Words};
use crate::draft::Payer;
use crate::standard::{characters, digits, some_iban};
use chrono::NaiveDate;
use payymo::model::{Fee, Reference, ReferenceKind, RemittanceLine, Transaction, TransactionKind};
use payymo::money::Amount;

/// Letters and digits of both cases, as gateways make them.
pub fn token(random: &mut Random, count: usize) -> String {
    characters(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", count)
}

/// How the money comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    /// ACH, the long form with field names.
    AchLong,
    /// ACH, `DES:` and `INDN:`.
    AchDes,
    /// ACH, a few words.
    AchShort,
    Wire,
    Check,
    Lockbox,
    Zelle,
    Stripe,
    Wallet,
    /// A feed that splits the payer's name from the text.
    Feed,
    /// Canadian and Australian direct credits.
    Direct,
    Sepa,
}

/// Who stands on the row: the name as known, the key a reader has for it, an account.
struct Shown {
    name: String,
    known: Option<String>,
    party: Option<usize>,
}

impl Style for Host {
    fn print(&self, _: &Books, random: &mut Random, ask: &Ask) -> Printed {
        let mut copies = Vec::new();
        let mut right = true;
        if matches!(ask.words, Words::Numbers | Words::Other) {
            for number in &ask.numbers {
                let (copy, good) = self.series.copied(random, number);
                right &= good;
                copies.push(copy);
            }
        }
        let shown = self.shown(random, ask);
        let channel = self.channel(random, ask);
        let words = self.words(random, ask, &copies);
        let mut row = Transaction::new("", ask.day, ask.amount);
        row.account = Some(self.account(ask.amount.currency().as_str()));
        row.kind = TransactionKind::Transfer;
        row.source = "csv".into();
        let width = super::text::write(self, random, ask, channel, &shown.name, &words, &mut row);
        self.structured(random, ask, channel, &copies, &mut row);
        let payer = self.payer(random, ask, &shown, channel, width, &mut row);
        let read = |copy: &String| {
            holds(&row.remittance, copy)
                || row.remittance_lines.iter().any(|line| line.reference == *copy)
                || row.metadata.values().any(|value| value == copy)
        };
        // A bare short number says something only beside a name or behind a word for it.
        let plain = |copy: &String| copy.len() < 4 && copy.chars().all(|c| c.is_ascii_digit());
        let alone = payer == Payer::Unknown && copies.iter().any(plain);
        let told = right && !copies.is_empty() && !alone && copies.iter().all(read);
        Printed { row, payer, told }
    }

    fn account(&self, currency: &str) -> String {
        match currency {
            "EUR" => self.euro_iban.clone(),
            code => format!("{} {}", code, if code == "USD" { "x4417" } else { "x9020" }),
        }
    }

    fn aside(&self, _: &Books, random: &mut Random, kind: Kind, day: NaiveDate) -> Option<Transaction> {
        Some(super::aside::row(self, random, kind, day))
    }
}

impl Host {
    fn shown(&self, random: &mut Random, ask: &Ask) -> Shown {
        let of = |at: usize| &self.accounts[at];
        match (ask.who, ask.client) {
            (Who::Own, Some(at)) => own_name(random, of(at), at),
            (Who::Owner, Some(at)) => {
                let owner = &of(at).owner;
                let known = of(at).card.aliases.contains(&owner.full());
                let name = if random.chance(600) { owner.short() } else { owner.full() };
                Shown { name, known: Some(owner.short()).filter(|_| known), party: Some(at) }
            }
            (Who::Sister(at), _) | (Who::Impostor(at), _) => {
                let name = of(at).name.listed();
                let party = matches!(ask.who, Who::Sister(_)).then_some(at);
                Shown { name, known: Some(of(at).name.bare()), party }
            }
            (Who::Agency(at), _) => Shown { name: self.agencies[at].to_owned(), known: None, party: None },
            _ => {
                let (name, bare) = if random.chance(400) {
                    let person = names::person(random);
                    (person.full(), person.short())
                } else {
                    let name = format!("{} Holdings", names::company(random, Land::Us).bare());
                    (name.clone(), name)
                };
                // Cut, or by chance, it may be the name of a customer.
                Shown { name, known: Some(bare), party: None }
            }
        }
    }

    fn channel(&self, random: &mut Random, ask: &Ask) -> Channel {
        let person = match (ask.who, ask.client) {
            (Who::Owner, _) => true,
            (Who::Own, Some(at)) => matches!(self.accounts[at].name, Name::Person(_)),
            _ => false,
        };
        let land = ask.client.map_or(Land::Us, |at| self.accounts[at].land);
        if matches!(ask.kind, Kind::BankFee | Kind::Fx) && random.chance(850) {
            return if land == Land::Eu { Channel::Sepa } else { Channel::Wire };
        }
        if matches!(ask.who, Who::Agency(_)) {
            return *random.pick(&[Channel::AchLong, Channel::AchDes, Channel::Lockbox, Channel::Feed]);
        }
        // A gateway charges what is on the invoice: nobody forgets a cent there.
        let gateway =
            matches!(ask.kind, Kind::Plain | Kind::NoReference | Kind::PaidTwice | Kind::OverlapCopy);
        if gateway && ask.amount.currency().as_str() == "USD" && random.chance(if person { 350 } else { 160 })
        {
            return if random.chance(750) { Channel::Stripe } else { Channel::Wallet };
        }
        match land {
            Land::Ca | Land::Au if random.chance(650) => Channel::Direct,
            Land::Eu if random.chance(750) => Channel::Sepa,
            _ if person => *random.pick(&[
                Channel::Zelle,
                Channel::Zelle,
                Channel::Check,
                Channel::Feed,
                Channel::AchShort,
                Channel::AchDes,
            ]),
            _ => *random.pick(&[
                Channel::AchLong,
                Channel::AchLong,
                Channel::AchDes,
                Channel::AchDes,
                Channel::AchShort,
                Channel::Feed,
                Channel::Feed,
                Channel::Wire,
                Channel::Lockbox,
                Channel::Check,
            ]),
        }
    }

    /// What the payer writes, before the bank has its way with it.
    fn words(&self, random: &mut Random, ask: &Ask, copies: &[String]) -> String {
        let month = ask.day.format("%b %Y").to_string();
        match ask.words {
            Words::Numbers | Words::Other => {
                let list = copies.join(random.pick::<&str>(&[",", ", ", " ", "/", " & "]));
                let wordy = copies.first().is_some_and(|copy| copy.chars().any(|c| !c.is_ascii_digit()));
                let before = match random.below(8) {
                    0..3 if wordy => "",
                    0..5 => *random.pick(&["INV ", "Invoice ", "inv# ", "INV NO. "]),
                    5 => "Payment for ",
                    6 => "Inv",
                    _ => *random.pick(&["Ref ", "PO 4500", "Bill "]),
                };
                let before = if before == "PO 4500" {
                    format!("PO 4500{} ", digits(random, 6))
                } else {
                    before.to_owned()
                };
                let before = if before == "Inv" { "Invs ".to_owned() } else { before };
                let part = match ask.kind {
                    Kind::PartPayment => *random.pick(&[" partial", " deposit", " 1st half", ""]),
                    Kind::Instalment => *random.pick(&[" pmt plan", " installment", ""]),
                    Kind::EarlyDiscount => *random.pick(&[" less 2% disc", " net of discount", ""]),
                    _ => *random.pick(&["", "", "", " thank you", " - pls call 555-0142"]),
                };
                format!("{before}{list}{part}")
            }
            Words::Client => {
                let number = ask.client.map_or("", |at| &self.accounts[at].number);
                format!(
                    "{}{number}",
                    random.pick(&["Acct ", "Customer # ", "cust no ", "ACCOUNT NUMBER ", ""])
                )
            }
            Words::Behalf => {
                let name = ask.client.map_or(String::new(), |at| self.accounts[at].name.listed());
                format!("{}{name}", random.pick(&["OBO ", "FOR ", "ON BEHALF OF ", "Client: "]))
            }
            Words::Vague => match random.below(8) {
                0 => "Payment".to_owned(),
                1 => format!("{month} services"),
                2 => "software".to_owned(),
                3 => format!("PO {}", digits(random, 5)),
                4 => format!("Ck req {}", ask.day.format("%m/%d/%Y")),
                5 => format!("Thanks! {month}"),
                _ => String::new(),
            },
        }
    }

    /// Advice by line, and what a gateway knows of the invoice.
    fn structured(
        &self,
        random: &mut Random,
        ask: &Ask,
        channel: Channel,
        copies: &[String],
        row: &mut Transaction,
    ) {
        let told = ask.words == Words::Numbers && copies.len() == ask.shares.len() && !copies.is_empty();
        if told && matches!(channel, Channel::Lockbox | Channel::AchLong) && random.chance(550) {
            for (copy, share) in copies.iter().zip(&ask.shares) {
                let amount = Amount::new(*share, ask.amount.currency());
                row.remittance_lines.push(RemittanceLine {
                    reference: copy.clone(),
                    amount: Some(amount).filter(|_| random.chance(850)),
                    text: Some("INVOICE".to_owned()).filter(|_| random.chance(200)),
                });
            }
        }
        if matches!(channel, Channel::Stripe | Channel::Wallet) {
            let wallet = channel == Channel::Wallet;
            let fee =
                ask.amount.minor() * if wallet { 349 } else { 290 } / 10_000 + if wallet { 49 } else { 30 };
            let fee = Amount::new(fee.min(ask.amount.minor() - 1).max(0), ask.amount.currency());
            let kind = if wallet { "paypal_fee" } else { "stripe_fee" };
            row.amount = Amount::new(ask.amount.minor() - fee.minor(), ask.amount.currency());
            row.fees.push(Fee { amount: fee, kind: kind.to_owned() });
            if told && random.chance(700) {
                let field = *random.pick(&["invoice_number", "invoice", "order_id"]);
                row.metadata.insert(field.to_owned(), copies[0].clone());
            }
            if channel == Channel::Stripe {
                let value = format!("pi_{}", token(random, 24));
                row.references.push(Reference { kind: ReferenceKind::Payment, value });
            }
        }
    }

    /// Whom a reader would take the payer for.
    fn payer(
        &self,
        random: &mut Random,
        ask: &Ask,
        shown: &Shown,
        channel: Channel,
        width: usize,
        row: &mut Transaction,
    ) -> Payer {
        if let (Words::Client, Some(at)) = (ask.words, ask.client)
            && holds(&row.remittance, &self.accounts[at].number)
        {
            return Payer::Known(at);
        }
        if let (Words::Behalf, Some(at)) = (ask.words, ask.client) {
            let name = self.accounts[at].name.bare();
            return if row.remittance.to_lowercase().contains(&name.to_lowercase()) {
                Payer::Named(key(&name, 140))
            } else {
                Payer::Unknown
            };
        }
        let own = matches!(ask.who, Who::Own | Who::Sister(_));
        if let Some(at) = shown.party.filter(|_| own) {
            let account: &Account = &self.accounts[at];
            if channel == Channel::Sepa {
                let moved = random.chance(100);
                let iban = account.iban.clone().filter(|_| !moved).unwrap_or_else(|| some_iban(random, "NL"));
                let known = account.card.ibans.contains(&iban);
                row.counterparty.iban = Some(iban);
                if known {
                    return Payer::Known(at);
                }
            }
            if matches!(channel, Channel::Stripe | Channel::Wallet) {
                row.counterparty.email = Some(account.email.clone()).filter(|_| random.chance(850));
                let listed =
                    row.counterparty.email.as_ref().is_some_and(|mail| account.card.emails.contains(mail));
                if listed {
                    return Payer::Known(at);
                }
            }
        } else if channel == Channel::Sepa {
            row.counterparty.iban = Some(some_iban(random, "NL"));
        }
        match &shown.known {
            Some(known) if width > 0 => {
                let width = WIDTHS.iter().copied().filter(|cut| *cut <= width).max().unwrap_or(16);
                Payer::Named(key(known, if known.chars().count() > width { width } else { 140 }))
            }
            _ => Payer::Unknown,
        }
    }
}

/// A customer's own name as its bank has it.
fn own_name(random: &mut Random, account: &Account, at: usize) -> Shown {
    let party = Some(at);
    match &account.name {
        Name::Person(person) => {
            let name = match random.below(10) {
                0..5 => person.short(),
                5 | 6 => person.full(),
                7 => format!("{} {}", person.last, person.first),
                8 => format!("{}, {}", person.last, person.first),
                _ => format!("{} {}", person.first.chars().next().unwrap_or('X'), person.last),
            };
            Shown { name, known: Some(person.short()), party }
        }
        Name::Company { core, form, trade } => match (trade, random.below(20)) {
            (Some(trade), 0..8) => {
                let listed = account.card.aliases.contains(trade);
                Shown { name: trade.clone(), known: Some(trade.clone()).filter(|_| listed), party }
            }
            (Some(trade), 8..10) => {
                Shown { name: format!("{core} {form} DBA {trade}"), known: Some(core.clone()), party }
            }
            (_, 10..15) => Shown { name: core.clone(), known: Some(core.clone()), party },
            (_, 15) => {
                let name =
                    format!("{core} {form} {}", random.pick(&["AP", "Accounts Payable", "Operating Acct"]));
                Shown { name, known: Some(core.clone()), party }
            }
            (_, 16) => {
                let short: String = core
                    .split(' ')
                    .map(|word| word.chars().filter(|c| !"aeiou".contains(*c)).collect::<String>() + " ")
                    .collect();
                Shown { name: short.trim().to_owned(), known: None, party }
            }
            _ => Shown { name: format!("{core} {form}"), known: Some(core.clone()), party },
        },
    }
}
