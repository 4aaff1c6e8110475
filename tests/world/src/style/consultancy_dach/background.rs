//! Rows that settle nothing: closed invoices, strangers, returns, payouts, the company's own money, daily business.

use super::book::Office;
use super::events::{Who, Words};
use super::people::{self, Land, Name};
use super::text;
use crate::draft::{Payer, Payment, probe};
use crate::standard::{digits, some_iban};
use crate::{Kind, Random};
use chrono::{Datelike, NaiveDate};
use payymo::model::{
    BankCode, Reference, ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind,
};
use payymo::money::{Amount, Currency};

fn euro(minor: i64) -> Amount {
    Amount::new(minor, Currency::parse("EUR").expect("a currency of ISO 4217"))
}

impl Office {
    pub fn elsewhere(&mut self, kind: Kind, random: &mut Random) {
        let day = self.some_day(random);
        match kind {
            Kind::ClosedInvoice => self.closed_invoice(random, day),
            Kind::NoOpenItem => self.no_open_item(random, day),
            Kind::Refund => self.refund(random, day),
            Kind::Chargeback => self.returned_debit(random, day),
            Kind::Payout => self.payout(random, day),
            Kind::OwnTransfer => self.own_transfer(random, day),
            Kind::Interest => {
                let words = format!("ABSCHLUSS PER {} Habenzinsen", text::german(day));
                let minor = random.between(1, 4000) * if random.chance(300) { -1 } else { 1 };
                self.plain_row(kind, random, day, minor, TransactionKind::Interest, None, &words);
            }
            Kind::Salary => self.salary(random, day),
            Kind::StrangerSameAmount => self.stranger(kind, random, day),
            Kind::StrangerNumber => self.stranger_number(random, day),
            Kind::Namesake => self.stranger(kind, random, day),
            Kind::Background => self.daily(random, day),
            _ => {}
        }
    }

    /// A row of money in or out that belongs to no customer.
    #[allow(clippy::too_many_arguments)]
    pub fn plain_row(
        &mut self,
        kind: Kind,
        random: &mut Random,
        day: NaiveDate,
        minor: i64,
        is: TransactionKind,
        other: Option<(String, String)>,
        words: &str,
    ) -> &mut Transaction {
        let channel = text::Channel::pick(random);
        let name = other.as_ref().map(|row| text::spelt(random, &row.0)).unwrap_or_default();
        let mut row = Transaction::new("", day, euro(minor));
        row.kind = is;
        row.source = channel.source().into();
        row.account = Some(self.own_ibans[0].clone());
        row.value_on = Some(day).filter(|_| random.chance(800));
        if channel == text::Channel::Camt {
            let family = if minor < 0 { "ICDT" } else { "RCDT" };
            row.references.push(Reference { kind: ReferenceKind::EndToEnd, value: "NOTPROVIDED".to_owned() });
            row.bank_code = Some(BankCode {
                domain: Some("PMNT".into()),
                family: Some(family.into()),
                ..Default::default()
            });
        }
        if random.chance(250) {
            let value = format!("{}{}", text::six(day), digits(random, 9));
            row.references.push(Reference { kind: ReferenceKind::Bank, value });
        }
        row.remittance = text::banked(random, channel, Land::De, day, words, &name).trim().to_owned();
        row.counterparty.iban = other.as_ref().map(|row| row.1.clone()).filter(|iban| !iban.is_empty());
        row.counterparty.name = Some(name.chars().take(70).collect()).filter(|_| other.is_some());
        self.draft.payments.push(Payment::aside(kind, row));
        let last = self.draft.payments.len() - 1;
        &mut self.draft.payments[last].row
    }

    fn random_client(&self, random: &mut Random) -> usize {
        random.below(self.clients.len() as u64) as usize
    }

    /// Paid before, and paid again, or late after a write-off.
    fn closed_invoice(&mut self, random: &mut Random, day: NaiveDate) {
        let paid = |at: usize| !self.clients[at].closed.is_empty();
        let Some(client) = probe(random, self.clients.len(), paid) else { return };
        let item = *random.pick(&self.clients[client].closed);
        let total = self.draft.items[item].invoice.total.minor();
        let words = if random.chance(800) { Words::Numbers } else { Words::Vague };
        // What names no number and is as much as an open item is the payment of that one.
        let owed = |&at: &usize| self.draft.items[at].invoice.open.minor() == total;
        if matches!(words, Words::Vague) && self.clients[client].open.iter().any(owed) {
            return;
        }
        // Nothing is taken: a closed item has nothing left.
        let at = self.pay_on(random, Kind::ClosedInvoice, &[item], total, words, Who::Own, day);
        self.draft.pays_closed(at, item);
    }

    /// A customer who owes nothing pays in advance.
    fn no_open_item(&mut self, random: &mut Random, day: NaiveDate) {
        let owes_nothing = |at: usize| self.clients[at].open.is_empty();
        let Some(client) = probe(random, self.clients.len(), owes_nothing) else { return };
        let words = *random.pick(&[
            "Anzahlung Auftrag",
            "Vorauszahlung Projekt lt. Angebot",
            "Danke",
            "Akonto",
            "Workshop Anmeldung",
        ]);
        let words = if random.chance(500) {
            format!("{words} {}", text::own_voucher(random))
        } else {
            words.to_owned()
        };
        let minor = random.between(50, 3000) * 100;
        let amount = if self.clients[client].land == Land::Ch {
            Amount::new(minor, Currency::parse("CHF").expect("a currency of ISO 4217"))
        } else {
            euro(minor)
        };
        let (row, payer) = self.row(random, client, &Who::Own, amount, day, &words);
        self.draft.payments.push(Payment {
            party: Some(client),
            named: false,
            payer,
            ..Payment::aside(Kind::NoOpenItem, row)
        });
    }

    fn refund(&mut self, random: &mut Random, day: NaiveDate) {
        let client = self.random_client(random);
        let it = &self.clients[client];
        let other = (it.name.printed(), it.iban.clone());
        let words = format!(
            "Erstattung {} {}",
            random.pick(&["Überzahlung", "Gutschrift", "Doppelzahlung"]),
            text::german(day)
        );
        let minor = -random.between(500, 90_000);
        self.plain_row(Kind::Refund, random, day, minor, TransactionKind::Refund, Some(other), &words);
        self.belongs(client);
    }

    fn belongs(&mut self, client: usize) {
        if let Some(last) = self.draft.payments.last_mut() {
            last.party = Some(client);
        }
    }

    /// A direct debit of an earlier month comes back, often with the bank's charge in the same sum.
    fn returned_debit(&mut self, random: &mut Random, day: NaiveDate) {
        let client = self.random_client(random);
        let it = &self.clients[client];
        let other = (it.name.printed(), it.iban.clone());
        let item = it.closed.first().map(|&at| &self.draft.items[at].invoice);
        let number = item.and_then(|invoice| invoice.number.clone()).unwrap_or_else(|| "Beitrag".to_owned());
        let minor = item.map_or(11_900, |invoice| invoice.total.minor()) + *random.pick(&[0, 300, 500, 811]);
        let reason = *random.pick(&["AC04", "MD06", "AM04", "MS03", "AC01"]);
        let words = format!("RÜCKLASTSCHRIFT {reason} {number}");
        let mandate = format!("M{}", digits(random, 8));
        let row = self.plain_row(
            Kind::Chargeback,
            random,
            day,
            -minor,
            TransactionKind::Return,
            Some(other),
            &words,
        );
        row.returned = Some(Returned {
            stage: ReturnStage::Return,
            reason: Some(reason.to_owned()),
            originals: Vec::new(),
        });
        row.references.push(Reference { kind: ReferenceKind::Mandate, value: mandate });
        self.belongs(client);
    }

    /// Money that is not for the host's invoices, of an amount that some invoice has.
    fn stranger(&mut self, kind: Kind, random: &mut Random, day: NaiveDate) {
        let open = |at: usize| self.draft.items[at].left > 0;
        let Some(item) = probe(random, self.draft.items.len(), open) else { return };
        let client = &self.clients[self.draft.items[item].party];
        let name = match (&client.name, kind) {
            (Name::Person { person, .. }, Kind::Namesake) => {
                // The same surname, another person.
                let first = (0..20)
                    .map(|_| people::person(random).first)
                    .find(|first| first.chars().next() != person.first.chars().next());
                format!("{} {}", first.unwrap_or_else(|| "Quirin".to_owned()), person.last)
            }
            (_, Kind::Namesake) => {
                format!("{} {}", client.contact.last, random.pick(&["Hofladen", "Fahrschule", "Tanzstudio"]))
            }
            _ => String::new(),
        };
        let client = self.draft.items[item].party;
        let other = if random.chance(500) {
            let (person, title) = (people::person(random), "");
            Name::Person { person, title }
        } else {
            people::company(random, Land::De)
        };
        let name = if name.is_empty() { other.printed() } else { name };
        let same = kind == Kind::StrangerSameAmount;
        let minor = if same { self.draft.items[item].left } else { random.between(2_000, 150_000) };
        let words = match random.below(7) {
            0 => format!("Miete Stellplatz {} {}", text::month(day), day.year()),
            1 => format!("Erstattung Schaden-Nr. {}", digits(random, 9)),
            2 => "Untermiete Büro".to_owned(),
            3 => format!("Kaution {}", text::own_voucher(random)),
            4 => "Kostenbeteiligung Messe".to_owned(),
            5 => format!("Rückzahlung Darlehen vom {}", text::german(day)),
            _ => "Verkauf Büromöbel".to_owned(),
        };
        let currency = self.draft.items[item].invoice.currency();
        self.outsider(kind, random, item, name, Amount::new(minor, currency), day, &words);
        // By chance somebody has a customer's name; and who shares a surname and the amount may belong to the family.
        if let Some(last) = self.draft.payments.last_mut() {
            last.named = false;
            last.payer =
                if kind == Kind::Namesake { Payer::Known(client) } else { Payer::Named(other.key()) };
        }
    }

    /// A stranger's transfer goes through the same banks as a customer's.
    #[allow(clippy::too_many_arguments)]
    fn outsider(
        &mut self,
        kind: Kind,
        random: &mut Random,
        near: usize,
        name: String,
        amount: Amount,
        day: NaiveDate,
        words: &str,
    ) {
        let client = self.draft.items[near].party;
        let who = Who::Other(name, some_iban(random, self.clients[client].land.code()));
        let (row, _) = self.row(random, client, &who, amount, day, words);
        self.draft.payments.push(Payment::aside(kind, row));
    }

    /// A stranger's own number that looks like an invoice of the host.
    fn stranger_number(&mut self, random: &mut Random, day: NaiveDate) {
        let listed = |at: usize| self.draft.items[at].listed;
        let Some(item) = probe(random, self.draft.items.len(), listed) else { return };
        let invoice = &self.draft.items[item].invoice;
        let number = invoice.number.clone().unwrap_or_default();
        let number = if random.chance(500) {
            number.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '-').to_owned()
        } else {
            number
        };
        let words = match random.below(5) {
            0 => format!("Gutschrift Vertrag {number}"),
            1 => format!("Erstattung Ticket {number}"),
            2 => format!("Schaden {number} vom {}", text::german(day)),
            3 => format!("Mitglied {number} Auszahlung"),
            _ => format!("Auszahlung Police {number}"),
        };
        let name = random.pick(&[
            "Allgemeine Versicherung AG",
            "Bahnreisen Service GmbH",
            "Stadtkasse Grünstadt",
            "Messe Seeburg GmbH",
        ]);
        let name = name.to_string();
        let amount = Amount::new(random.between(1_500, 250_000), self.draft.items[item].invoice.currency());
        self.outsider(Kind::StrangerNumber, random, item, name, amount, day, &words);
    }
}
