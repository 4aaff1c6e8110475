//! Payments of made-up customers in the shape of real rows.

use super::corpus::incoming;
use super::ledger::{self, Account, key};
use super::template::{Fill, Piece, Template, random_like};
use crate::deeds::{Ask, Books, Printed, Style, Who, Words};
use crate::draft::Payer;
use crate::standard::some_iban;
use crate::{Kind, Random};
use chrono::NaiveDate;
use payymo::model::{Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};

/// The real rows, and the customers whose payments are printed like them.
pub struct Printer {
    pub accounts: Vec<Account>,
    /// All rows as they are.
    pub rows: Vec<Transaction>,
    /// With room for a number.
    pub numbered: Vec<Template>,
    /// With words in it, or nothing at all.
    pub plain: Vec<Template>,
    pub own: String,
}

/// The host's name.
pub const HOST: &str = "Werkhof Digital";

impl Style for Printer {
    fn print(&self, _: &Books, random: &mut Random, ask: &Ask) -> Printed {
        let told = matches!(ask.words, Words::Numbers | Words::Other) && !ask.numbers.is_empty();
        let inside = told || matches!(ask.words, Words::Client | Words::Behalf);
        let template = random.pick(if inside { &self.numbered } else { &self.plain });
        let (name, bare, iban, party) = self.payer(random, ask);
        let shown = printed_name(template, &name);
        let (number, exact) = self.number(random, ask);
        let fill = Fill {
            name: &shown,
            iban: &iban,
            day: ask.day,
            minor: ask.amount.minor(),
            number: number.as_deref(),
        };
        let text = template.print(random, &fill);
        let row = self.row(random, template, ask, (&shown, &iban), text);
        let visible = row.counterparty.name.is_some() || template.pieces.contains(&Piece::Name);
        let account_known = party.filter(|at| {
            let ibans = &self.accounts[*at].card.ibans;
            row.counterparty.iban.as_ref().is_some_and(|iban| ibans.contains(iban))
        });
        let payer = match (ask.words, ask.client, account_known) {
            (Words::Client, Some(at), _) => Payer::Known(at),
            (Words::Behalf, Some(at), _) => Payer::Named(key(&self.accounts[at].bare)),
            (_, _, Some(at)) => Payer::Known(at),
            _ if visible && shown.chars().count() >= bare.chars().count().min(18) => Payer::Named(key(&bare)),
            _ => Payer::Unknown,
        };
        // A bare short number says something only beside a name.
        let short = ask.numbers.iter().any(|number| number.len() < 5);
        let told = told && exact && !(short && payer == Payer::Unknown);
        Printed { row, payer, told }
    }

    fn account(&self, _: &str) -> String {
        self.own.clone()
    }

    /// The files' own rows: amounts and texts as they are.
    fn aside(&self, _: &Books, random: &mut Random, kind: Kind, day: NaiveDate) -> Option<Transaction> {
        let out = matches!(kind, Kind::Salary | Kind::Refund | Kind::Chargeback);
        let mut row =
            (0..60).map(|_| random.pick(&self.rows)).find(|row| !out || row.amount.minor() < 0)?.clone();
        row.id = String::new();
        row.booked_on = day;
        row.value_on = row.value_on.map(|_| day);
        row.account = Some(self.own.clone());
        row.status = Default::default();
        row.batch = None;
        match kind {
            Kind::OwnTransfer => {
                row.counterparty.name = Some(HOST.to_owned());
                row.kind = TransactionKind::Internal;
            }
            Kind::Refund => row.kind = TransactionKind::Refund,
            Kind::Interest => row.kind = TransactionKind::Interest,
            Kind::Payout => {
                row.kind = TransactionKind::Payout;
                row.amount = incoming(row.amount);
                row.counterparty.name =
                    Some(random.pick(&["STRIPE", "Mollie Payments", "ADYEN N.V."]).to_string());
            }
            Kind::Chargeback => {
                row.kind = TransactionKind::Return;
                row.returned = Some(Returned {
                    stage: ReturnStage::Return,
                    reason: Some("AC04".to_owned()),
                    originals: Vec::new(),
                });
            }
            _ => {}
        }
        Some(row)
    }
}

impl Printer {
    /// Name, the name that a reader would know, account, whose account.
    fn payer(&self, random: &mut Random, ask: &Ask) -> (String, String, String, Option<usize>) {
        let of = |at: usize| &self.accounts[at];
        let moved = random.chance(90);
        let elsewhere = some_iban(random, if moved { "NL" } else { "DE" });
        match (ask.who, ask.client) {
            (Who::Own, Some(at)) => {
                let name = if random.chance(650) { of(at).full.clone() } else { of(at).bare.clone() };
                let iban = if moved { elsewhere } else { of(at).iban.clone() };
                (name, of(at).bare.clone(), iban, Some(at))
            }
            (Who::Owner, Some(at)) => (of(at).owner.clone(), of(at).owner.clone(), elsewhere, None),
            (Who::Sister(at), _) => (of(at).full.clone(), of(at).bare.clone(), of(at).iban.clone(), Some(at)),
            (Who::Impostor(at), _) => (of(at).full.clone(), of(at).bare.clone(), elsewhere, None),
            (Who::Agency(at), _) => {
                let mut fixed = Random::new(at as u64).fork(0xa6e);
                let name = format!("{} Incasso", ledger::person(&mut fixed));
                (name.clone(), name, some_iban(&mut fixed, "NL"), None)
            }
            _ => {
                let name =
                    if random.chance(500) { ledger::person(random) } else { ledger::company(random).1 };
                (name.clone(), name, elsewhere, None)
            }
        }
    }

    /// What stands in the slot, and whether it is right.
    fn number(&self, random: &mut Random, ask: &Ask) -> (Option<String>, bool) {
        match (ask.words, ask.client) {
            (Words::Numbers | Words::Other, _) if !ask.numbers.is_empty() => {
                let form = random.below(12);
                let wrong = random.chance(10);
                let copies: Vec<String> = ask
                    .numbers
                    .iter()
                    .map(|number| match form {
                        _ if wrong => random_like(random, &"9".repeat(number.len().min(8))),
                        0 => number.to_uppercase(),
                        1 => number.replace(['-', '/'], ""),
                        2 => number.replace(['-', '/'], " "),
                        3 => format!("nr {number}"),
                        _ => number.clone(),
                    })
                    .collect();
                (Some(copies.join(random.pick::<&str>(&[", ", " ", "+", ","]))), !wrong)
            }
            (Words::Client, Some(at)) => (Some(self.accounts[at].number.clone()), true),
            (Words::Behalf, Some(at)) => (Some(self.accounts[at].full.clone()), true),
            _ => (None, false),
        }
    }

    /// The fields that the real row has, and no others.
    fn row(
        &self,
        random: &mut Random,
        template: &Template,
        ask: &Ask,
        (name, iban): (&str, &str),
        text: String,
    ) -> Transaction {
        let real = &template.row;
        let mut row = Transaction::new("", ask.day, ask.amount);
        row.account = Some(self.own.clone());
        row.value_on = real.value_on.map(|_| ask.day);
        row.source.clone_from(&real.source);
        row.kind = if matches!(real.kind, TransactionKind::Transfer | TransactionKind::Other) {
            real.kind
        } else {
            TransactionKind::Transfer
        };
        row.bank_code.clone_from(&real.bank_code);
        row.remittance = text;
        row.counterparty.name = real.counterparty.name.as_ref().map(|_| name.to_owned());
        row.counterparty.iban = real.counterparty.iban.as_ref().map(|_| iban.to_owned());
        for entry in &real.references {
            // What a payee gave out is not the payer's to invent.
            if matches!(entry.kind, ReferenceKind::EndToEnd | ReferenceKind::Bank) {
                let plain = entry.value.chars().all(|c| !c.is_ascii_digit());
                let shape: String =
                    entry.value.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
                let value = if plain { shape } else { like(random, &shape) };
                row.references.push(Reference { kind: entry.kind, value });
            }
        }
        row
    }
}

/// Other digits in the same places.
fn like(random: &mut Random, shape: &str) -> String {
    shape.chars().map(|c| if c == '9' { char::from(b'0' + random.below(10) as u8) } else { c }).collect()
}

/// The customer's name as the bank of that row prints names: in capitals, cut where its field ends.
pub(super) fn printed_name(template: &Template, name: &str) -> String {
    let real = template.row.counterparty.name.as_deref().unwrap_or_default();
    let capitals = real.chars().any(char::is_alphabetic) && !real.chars().any(char::is_lowercase);
    let width = match real.chars().count() {
        at @ (18 | 22 | 24 | 27 | 32 | 35) => at,
        _ => 70,
    };
    let name = if capitals { name.to_uppercase() } else { name.to_owned() };
    name.chars().take(width).collect::<String>().trim().to_owned()
}

/// The rows as templates: with room for a number, and all that can stand for a payment without one.
pub fn templates(rows: &[Transaction]) -> (Vec<Template>, Vec<Template>) {
    let mut names: Vec<String> =
        rows.iter().filter_map(|row| row.counterparty.name.as_deref()).map(str::to_uppercase).collect();
    names.retain(|name| name.chars().count() > 5 && name.contains(' '));
    names.sort();
    names.dedup();
    let all: Vec<Template> = rows
        .iter()
        .filter(|row| {
            // What left the account without saying to whom is a purchase: nobody pays an invoice like that.
            let party = row.counterparty.name.is_some() || row.counterparty.iban.is_some();
            let bought = matches!(row.kind, TransactionKind::Card | TransactionKind::Fee);
            row.amount.minor() > 0 || (party && !bought)
        })
        .map(|row| super::template::template(row, &names))
        .collect();
    let numbered = all.iter().filter(|template| !template.slots.is_empty()).cloned().collect();
    (numbered, all)
}
