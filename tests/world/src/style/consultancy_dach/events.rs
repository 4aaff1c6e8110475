//! What customers do with their invoices.

use super::book::Office;
use super::people::{self, Land, Name};
use super::text::{self, Channel};
use crate::draft::{Payer, Payment};
use crate::standard::{characters, digits, some_iban};
use crate::{Kind, Random};
use chrono::{Days, NaiveDate};
use payymo::model::{BankCode, Original, Reference, ReferenceKind, Status, Transaction, TransactionKind};
use payymo::money::{Amount, Currency};

/// What the payer writes.
pub enum Words {
    /// The numbers of what is paid.
    Numbers,
    /// The same, with words around them that are already chosen: `{}` stands for the numbers.
    Around(String),
    /// The customer's number.
    Client,
    /// Nothing of use.
    Vague,
    /// Something else; no item is named.
    Other(String),
}

/// Whose name and account stand on the row.
pub enum Who {
    Own,
    /// The managing director or a relative, privately.
    Contact,
    /// Another company of the group.
    Sister(usize),
    /// Somebody else: name and account.
    Other(String, String),
}

impl Office {
    /// One payment for some items of which it takes what is left, up to `gross`. Answers its index.
    pub fn pay(
        &mut self,
        random: &mut Random,
        kind: Kind,
        targets: &[usize],
        gross: i64,
        words: Words,
        who: Who,
    ) -> usize {
        let day = self.pay_day(random, targets[0]);
        self.pay_on(random, kind, targets, gross, words, who, day)
    }

    #[allow(clippy::too_many_arguments)]
    pub fn pay_on(
        &mut self,
        random: &mut Random,
        kind: Kind,
        targets: &[usize],
        gross: i64,
        words: Words,
        who: Who,
        day: NaiveDate,
    ) -> usize {
        let first = &self.draft.items[targets[0]];
        let client = first.party;
        let currency = first.invoice.currency();
        let issued = first.invoice.issued_on.unwrap_or(day);
        let series = self.series[usize::from(self.clients[client].land == Land::Ch)];
        let card = self.clients[client].card.id.clone().unwrap_or_default();

        let mut exact = true;
        let mut numbers = Vec::new();
        if matches!(words, Words::Numbers | Words::Around(_)) {
            for &at in targets {
                let printed = self.draft.items[at].invoice.number.clone().unwrap_or_default();
                let (copy, right) = series.copied(random, &printed);
                exact &= right;
                numbers.push(copy);
            }
        }
        let phrase = match &words {
            Words::Numbers => text::phrase(random, &numbers, issued, &card),
            Words::Around(around) => {
                around.replace("{}", &numbers.join(random.pick::<&str>(&[", ", "+", " ", " und "])))
            }
            Words::Client => {
                format!(
                    "{} {card}{}",
                    random.pick(&["Kd-Nr", "Kundennummer", "KdNr.:", "Kunde", "Debitor", "KN"]),
                    random.pick(&["", " Zahlung", " Danke", " Rechnung"])
                )
            }
            Words::Vague => text::vague(random, issued),
            Words::Other(text) => text.clone(),
        };
        let (mut row, mut payer) = self.row(random, client, &who, Amount::new(gross, currency), day, &phrase);
        if matches!(words, Words::Client)
            || (!card.is_empty() && row.remittance.contains(&format!("Nr {card}")))
        {
            payer = Payer::Known(client);
        }
        let mut named = !numbers.is_empty() && exact && text::says(&row.remittance, &numbers);
        // A payment slip carries its reference whatever the payer writes.
        let reference = self.draft.items[targets[0]].invoice.references.first().cloned();
        if let Some(value) =
            reference.filter(|_| targets.len() == 1 && !numbers.is_empty() && random.chance(750))
        {
            if random.chance(850) {
                row.references.push(Reference { kind: ReferenceKind::Creditor, value });
            } else {
                row.remittance = format!("{} {value}", row.remittance).trim().to_owned();
            }
            if random.chance(600) {
                row.remittance = row
                    .references
                    .iter()
                    .find(|r| r.kind == ReferenceKind::Creditor)
                    .map_or(row.remittance, |_| String::new());
            }
            named = true;
        }
        let parts = self.draft.take_in_turn(targets, gross);
        self.draft.payments.push(Payment {
            party: Some(client),
            parts,
            named,
            payer,
            ..Payment::aside(kind, row)
        });
        self.draft.payments.len() - 1
    }

    /// A row on the host's account, and whom a reader takes the payer for.
    pub fn row(
        &self,
        random: &mut Random,
        client: usize,
        who: &Who,
        amount: Amount,
        day: NaiveDate,
        words: &str,
    ) -> (Transaction, Payer) {
        let channel = Channel::pick(random);
        let client_land = self.clients[client].land;
        let (name, iban, payer) = match who {
            Who::Own => {
                let it = &self.clients[client];
                let (name, key) = on_row(random, &it.name);
                let moved = random.chance(120);
                let iban = if moved { some_iban(random, it.land.code()) } else { it.iban.clone() };
                let payer = match key {
                    _ if it.iban_known && !moved => Payer::Known(client),
                    Some(key) => Payer::Named(key),
                    None => Payer::Unknown,
                };
                (name, iban, payer)
            }
            Who::Contact => {
                let it = &self.clients[client];
                let person = &it.contact;
                let name = if random.chance(500) {
                    person.full()
                } else {
                    format!("{}, {}", person.last, person.first)
                };
                (name, some_iban(random, it.land.code()), Payer::Named(people::person_key(person)))
            }
            Who::Sister(at) => {
                let it = &self.clients[*at];
                let payer = if it.iban_known { Payer::Known(*at) } else { Payer::Named(it.name.key()) };
                (it.name.printed(), it.iban.clone(), payer)
            }
            Who::Other(name, iban) => (name.clone(), iban.clone(), Payer::Unknown),
        };
        let mut row = Transaction::new("", day, amount);
        row.kind = TransactionKind::Transfer;
        row.source = channel.source().into();
        row.account = Some(self.own_ibans[usize::from(amount.currency().as_str() == "CHF")].clone());
        row.value_on = Some(day).filter(|_| random.chance(800));
        let width = match channel {
            Channel::Swift => {
                if random.chance(500) {
                    27
                } else {
                    54
                }
            }
            Channel::Export => 35,
            _ => 70,
        };
        let shown: String =
            text::spelt(random, &name).chars().take(width).collect::<String>().trim().to_owned();
        row.remittance = text::banked(random, channel, client_land, day, words, &shown).trim().to_owned();
        let with_iban = random.chance(match channel {
            Channel::Camt => 950,
            Channel::Swift => 870,
            _ => 780,
        });
        let with_name = channel != Channel::OpenBanking || random.chance(800);
        row.counterparty.name = Some(shown.clone()).filter(|_| with_name);
        row.counterparty.iban = Some(iban).filter(|_| with_iban);
        if channel == Channel::Camt {
            let end_to_end = if random.chance(550) {
                "NOTPROVIDED".to_owned()
            } else {
                characters(random, "0123456789ABCDEF", 16)
            };
            row.references.push(Reference { kind: ReferenceKind::EndToEnd, value: end_to_end });
            row.bank_code = Some(BankCode {
                domain: Some("PMNT".into()),
                family: Some("RCDT".into()),
                sub_family: Some("ESCT".into()),
                proprietary: Some("166".into()).filter(|_| client_land == Land::De),
            });
        }
        if random.chance(250) {
            row.references.push(Reference {
                kind: ReferenceKind::Bank,
                value: format!("{}{}", text::six(day), digits(random, 9)),
            });
        }
        // Without account and name on the row nobody is recognised, unless the text says the name.
        let payer = match payer {
            Payer::Known(_) if !with_iban => match on_key(&self.clients[client].name, &row) {
                Some(key) => Payer::Named(key),
                None => Payer::Unknown,
            },
            Payer::Named(_) if !with_name && !row.remittance.contains(&shown) => Payer::Unknown,
            other => other,
        };
        (row, payer)
    }

    /// Another row that says the same.
    pub fn copy(&mut self, of: usize, change: impl FnOnce(&mut Payment)) {
        let mut copy = self.draft.payments[of].clone();
        copy.parts.clear();
        change(&mut copy);
        self.draft.payments.push(copy);
    }

    pub fn group_of_copies(&mut self, first: usize) -> Option<u32> {
        self.copies += 1;
        self.draft.payments[first].copies = Some(self.copies);
        Some(self.copies)
    }
}

/// The customer's name as the bank of the payer has it, and the key by which a reader knows it.
fn on_row(random: &mut Random, name: &Name) -> (String, Option<String>) {
    let key = Some(name.key());
    match name {
        Name::Person { person, .. } => match random.below(100) {
            0..40 => (person.full(), key),
            40..60 => (format!("{}, {}", person.last, person.first), key),
            60..72 => (format!("{} {}", person.last, person.first), key),
            72..80 => (format!("{}. {}", person.first.chars().next().unwrap_or('X'), person.last), key),
            80..90 => (format!("{} u. {} {}", person.first, people::person(random).first, person.last), key),
            90..96 => (format!("Herr/Frau {}", person.full()), key),
            _ => (format!("Praxis {}", random.pick(&["am Markt", "Seeblick", "Altstadt"])), None),
        },
        Name::Company { core, form } | Name::Association { core, form } => match random.below(100) {
            0..44 => (format!("{core} {form}"), key),
            44..62 => (core.clone(), key),
            62..76 => (format!("{core} {form}").to_uppercase(), key),
            76..82 => (format!("Fa. {core}"), key),
            82..88 => (
                format!(
                    "{core} {form} {}",
                    random.pick(&["Buchhaltung", "Kreditoren", "Niederlassung Süd", "Musterstr. 5"])
                ),
                key,
            ),
            88..93 => (format!("{core} Gesellschaft mit beschränkter Haftung"), key),
            93..96 => (format!("{form} {core}"), key),
            _ => (
                core.split([' ', '-']).filter_map(|word| word.chars().next()).collect::<String>()
                    + " "
                    + form,
                None,
            ),
        },
    }
}

fn on_key(name: &Name, row: &Transaction) -> Option<String> {
    let shown = row.counterparty.name.clone().unwrap_or_default().to_lowercase();
    let key = name.key();
    let head: String = text::head(&key);
    (shown.contains(&head) || row.remittance.to_lowercase().contains(&head)).then_some(key)
}

impl Office {
    /// An account in another currency: the invoice's amount stands as the original.
    pub fn convert(&mut self, at: usize, random: &mut Random) {
        let payment = &mut self.draft.payments[at];
        let original = payment.row.amount;
        // Hundredths of a percent: what the bank gave for a franc that day.
        let rate = 10_380 + random.below(420) as i64;
        let euro = Currency::parse("EUR").expect("a currency of ISO 4217");
        payment.row.amount = Amount::new((original.minor() * rate + 5_000) / 10_000, euro);
        payment.row.account = Some(self.own_ibans[0].clone());
        payment.row.references.retain(|reference| reference.kind != ReferenceKind::Creditor || payment.named);
        if random.chance(850) {
            let text = format!("{}.{:04}", rate / 10_000, rate % 10_000);
            let rate = if random.chance(600) { text.parse().ok() } else { None };
            payment.row.original = Some(Original { amount: original, rate });
        }
    }

    pub fn pending_copy(&mut self, of: usize, random: &mut Random) {
        let early = random.below(3);
        let from = self.from;
        self.draft.payments[of].row.source = "gocardless".into();
        let short = random.chance(300);
        self.copy(of, |copy| {
            copy.row.status = Status::Pending;
            copy.row.booked_on = (copy.row.booked_on - Days::new(early)).max(from);
            copy.row.value_on = None;
            copy.row.references.retain(|reference| reference.kind != ReferenceKind::Bank);
            if short {
                copy.row.remittance = copy.row.remittance.chars().take(35).collect();
            }
            copy.named = true;
        });
    }
}
