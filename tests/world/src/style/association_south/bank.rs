//! Payments as banks of Spain, Italy, Poland and Portugal report them.

use super::ledger::Host;
use super::lines;
use super::people::{self, Land, Name, Person, key, plain};
use crate::deeds::{Ask, Books, Printed, Style, Who, Words};
use crate::draft::Payer;
use crate::standard::{digits, some_iban};
use crate::{Kind, Random};
use chrono::NaiveDate;
use payymo::model::{Reference, ReferenceKind, Transaction, TransactionKind};

/// Widths to which banks cut names.
pub const WIDTHS: [usize; 5] = [22, 27, 35, 70, 140];

const AGENCIES: [&str; 6] = [
    "Gestoría Levante SL",
    "Amministrazioni Condominiali Ticino S.r.l.",
    "Biuro Rachunkowe Orzeł Sp. z o.o.",
    "Contas Certas Lda",
    "Cobros y Pagos Duero SA",
    "Studio Associato Ginestra",
];

/// Who stands on a row.
struct Shown {
    name: String,
    /// What a reader who knows him would call him.
    known: Option<String>,
    party: Option<usize>,
    iban: Option<String>,
}

/// A person's name as an account has it; and as a reader knows it.
fn printed(random: &mut Random, person: &Person) -> (String, String) {
    match random.below(10) {
        0..4 => (person.full(), person.full()),
        4..6 => {
            let name = format!("{} {}", person.family(), person.given);
            (name.clone(), name)
        }
        6 => (
            format!("{}, {}", person.family(), person.given),
            format!("{} {}", person.family(), person.given),
        ),
        7 if person.land != Land::Pl => {
            (format!("{} {}", random.pick(&["SR.", "SRA", "D.", "SIG."]), person.full()), person.full())
        }
        _ => (person.short(), person.short()),
    }
}

impl Style for Host {
    fn print(&self, _: &Books, random: &mut Random, ask: &Ask) -> Printed {
        let (mut copies, mut right) = (Vec::new(), true);
        if matches!(ask.words, Words::Numbers | Words::Other) {
            for number in &ask.numbers {
                let (copy, good) = self.series.copied(random, number);
                right &= good;
                copies.push(copy);
            }
        }
        let shown = self.shown(random, ask);
        let words = self.words(random, ask, &copies);
        let mut row = Transaction::new("", ask.day, ask.amount);
        row.account = Some(self.account.clone());
        row.kind = TransactionKind::Transfer;
        row.value_on = random.chance(500).then_some(ask.day);
        if let Some(printed) = self.slip(random, ask, &shown, right, &mut row) {
            return printed;
        }
        let line = lines::transfer(random, self.land, &shown.name, &words, ask.day);
        row.source = line.source.into();
        row.remittance = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let capitals = random.chance(550);
        if line.in_field {
            let name = if capitals { plain(&shown.name).to_uppercase() } else { shown.name.clone() };
            row.counterparty.name = Some(name.chars().take(line.width).collect());
            self.account_shown(random, &shown, &mut row);
        }
        if random.chance(200) {
            row.references.push(Reference { kind: ReferenceKind::Bank, value: digits(random, 16) });
        }
        let payer = self.payer(ask, &shown, &line, &row);
        // A bare short number says something only beside a name.
        let short = copies.iter().any(|copy| copy.len() < 5 && copy.chars().all(|c| c.is_ascii_digit()));
        let told = right
            && !copies.is_empty()
            && !(short && payer == Payer::Unknown)
            && copies.iter().all(|copy| holds(&row.remittance, copy));
        Printed { row, payer, told }
    }

    fn account(&self, _: &str) -> String {
        self.account.clone()
    }

    fn aside(&self, _: &Books, random: &mut Random, kind: Kind, day: NaiveDate) -> Option<Transaction> {
        Some(super::aside::row(self, random, kind, day))
    }
}

impl Host {
    fn shown(&self, random: &mut Random, ask: &Ask) -> Shown {
        let of = |at: usize| &self.members[at];
        let own = |random: &mut Random, at: usize| {
            let it = of(at);
            let moved = random.chance(110);
            let iban = if moved { some_iban(random, it.land.code()) } else { it.iban.clone() };
            match &it.name {
                Name::Person(person) => {
                    let (name, known) = printed(random, person);
                    Shown { name, known: Some(known), party: Some(at), iban: Some(iban) }
                }
                Name::Company(core, form) => {
                    let name = if random.chance(700) { format!("{core} {form}") } else { core.clone() };
                    Shown { name, known: Some(core.clone()), party: Some(at), iban: Some(iban) }
                }
            }
        };
        match (ask.who, ask.client) {
            (Who::Own, Some(at)) => {
                // Whoever has a child in the school pays for it: his name, his account.
                let child =
                    self.trade == super::ledger::Trade::School && matches!(of(at).name, Name::Person(_));
                if child && ask.words != Words::Vague && random.chance(500) {
                    return self.parent(random, at);
                }
                own(random, at)
            }
            (Who::Owner, Some(at)) => self.parent(random, at),
            (Who::Sister(at), _) => own(random, at),
            (Who::Impostor(at), _) => Shown { iban: None, party: None, ..own(random, at) },
            (Who::Agency(at), _) => {
                let mut fixed = Random::new(at as u64).fork(0xa9e);
                let iban = some_iban(&mut fixed, self.land.code());
                Shown { name: AGENCIES[at].to_owned(), known: None, party: None, iban: Some(iban) }
            }
            _ => {
                let land = if random.chance(800) { self.land } else { *random.pick(&Land::ALL) };
                let someone = |random: &mut Random| match random.chance(700) {
                    true => Name::Person(people::person(random, land)),
                    false => people::company(random, land),
                };
                let mut stranger = someone(random);
                for _ in 0..20 {
                    if !self.taken.contains(&key(&stranger.bare())) {
                        break;
                    }
                    stranger = someone(random);
                }
                let iban = some_iban(random, land.code());
                let name = stranger.listed();
                // Cut by the bank, it may be a member's all the same.
                Shown { name, known: Some(stranger.bare()), party: None, iban: Some(iban) }
            }
        }
    }

    fn parent(&self, random: &mut Random, at: usize) -> Shown {
        let it = &self.members[at];
        let (name, known) = printed(random, &it.parent);
        let listed = it.card.aliases.contains(&it.parent.full());
        // The family's account, or another one.
        let iban = if random.chance(450) { it.iban.clone() } else { some_iban(random, it.land.code()) };
        Shown { name, known: Some(known).filter(|_| listed), party: Some(at), iban: Some(iban) }
    }

    /// What the payer writes.
    fn words(&self, random: &mut Random, ask: &Ask, copies: &[String]) -> String {
        let member = ask.client.map(|at| &self.members[at]);
        let land =
            if random.chance(850) { self.land } else { member.map_or(self.land, |member| member.land) };
        let place = member.map_or(String::new(), |member| member.place.clone());
        match ask.words {
            Words::Numbers | Words::Other => {
                let list = copies.join(random.pick::<&str>(&[", ", " y ", " e ", " ", " + ", "; "]));
                let fee = lines::fee(random, self, ask.day);
                let label = lines::label(random, land);
                match (random.below(8), ask.kind) {
                    (_, Kind::PartPayment | Kind::Instalment) => {
                        format!(
                            "{} {label} {list}",
                            ["a cuenta", "acconto", "rata", "por conta"][land as usize]
                        )
                    }
                    (0..4, _) => format!("{label} {list}"),
                    (4, _) => format!("{fee} {label} {list}"),
                    (5, _) => format!("{label} {list} {place}"),
                    (6, _) => format!("{label} {list} {}", digits(random, 9)),
                    _ if copies.iter().any(|copy| copy.chars().any(|c| !c.is_ascii_digit())) => list,
                    _ => format!("{label} {list} {fee}"),
                }
            }
            Words::Client => {
                let number = member.map_or("", |member| &member.number);
                let fee = lines::fee(random, self, ask.day);
                let text = lines::member(random, land, number);
                if random.chance(500) { format!("{text} {fee}") } else { format!("{fee} {text}") }
            }
            Words::Behalf => {
                let name = member.map_or(String::new(), |member| member.name.listed());
                lines::behalf(random, land, &name)
            }
            Words::Vague => lines::vague(random, self, land, ask.day, &place),
        }
    }

    /// A Portuguese payment slip: entity and reference, and nothing of the payer.
    fn slip(
        &self,
        random: &mut Random,
        ask: &Ask,
        shown: &Shown,
        right: bool,
        row: &mut Transaction,
    ) -> Option<Printed> {
        let one = ask.numbers.len() == 1 && ask.words == Words::Numbers && right;
        let slip = self.slips.get(ask.numbers.first()?).filter(|_| one && random.chance(600))?;
        let grouped = format!("{} {} {}", &slip[..3], &slip[3..6], &slip[6..]);
        row.source = "csv".into();
        row.remittance = format!("PAG SERVICOS ENT 2{} REF {grouped}", digits(random, 4));
        if random.chance(400) {
            row.references.push(Reference { kind: ReferenceKind::Creditor, value: slip.clone() });
        }
        if random.chance(300) {
            row.counterparty.name = Some(plain(&shown.name).to_uppercase());
        }
        Some(Printed { row: row.clone(), payer: Payer::Unknown, told: true })
    }

    /// The other side's account: an IBAN, a Polish NRB without its country, an Argentine CBU.
    fn account_shown(&self, random: &mut Random, shown: &Shown, row: &mut Transaction) {
        let Some(iban) = &shown.iban else { return };
        match random.below(10) {
            0..6 => row.counterparty.iban = Some(iban.clone()),
            6..8 if iban.starts_with("PL") => row.counterparty.account = Some(iban[2..].to_owned()),
            8 if self.land == Land::Es => row.counterparty.account = Some(digits(random, 22)),
            _ => {}
        }
    }

    /// Whom a reader would take the payer for.
    fn payer(&self, ask: &Ask, shown: &Shown, line: &lines::Line, row: &Transaction) -> Payer {
        if let (Words::Client, Some(at)) = (ask.words, ask.client)
            && holds(&row.remittance, &self.members[at].number)
        {
            return Payer::Known(at);
        }
        if let (Words::Behalf, Some(at)) = (ask.words, ask.client) {
            let name = &self.members[at].name;
            let text = key(&row.remittance);
            return if text.contains(&key(&name.listed())) {
                Payer::Named(key(&name.bare()))
            } else {
                Payer::Unknown
            };
        }
        if let Some(at) = shown.party
            && row.counterparty.iban.as_ref().is_some_and(|iban| self.members[at].card.ibans.contains(iban))
        {
            return Payer::Known(at);
        }
        match &shown.known {
            Some(known) if line.in_text || line.in_field => {
                let width = WIDTHS.iter().copied().filter(|cut| *cut <= line.width).max().unwrap_or(22);
                // What stands before the name takes room too: a title, a comma.
                let extra = shown.name.chars().count().saturating_sub(known.chars().count());
                if shown.name.chars().count() <= line.width {
                    Payer::Named(key(known))
                } else if extra == 0 {
                    Payer::Named(key(&known.chars().take(width).collect::<String>()))
                } else {
                    Payer::Unknown
                }
            }
            _ => Payer::Unknown,
        }
    }
}

/// Whether a text holds a number as a token of its own, whatever its case.
pub fn holds(text: &str, number: &str) -> bool {
    let (text, number) = (plain(text).to_lowercase(), plain(number).to_lowercase());
    text.match_indices(&number).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let opens = number.chars().next().is_some_and(|c| !c.is_alphanumeric());
        (opens || before.is_none_or(|c| !c.is_alphanumeric())) && after.is_none_or(|c| !c.is_alphanumeric())
    })
}
