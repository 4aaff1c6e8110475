//! Payments as each channel reports them.

use super::book::{Book, Channel, Client, Money, later};
use super::clerk::Clues;
use super::events::{Agency, Pay, Payer, Say};
use super::names::ascii;
use super::payer::{Directory, print};
use super::words::{self, Written};
use crate::{Kind, Random};
use payymo::model::{BankCode, Fee, Original, Reference, ReferenceKind, Transaction, TransactionKind};
use payymo::money::{Amount, Currency};
use rust_decimal::Decimal;

impl Money {
    pub(super) fn currency(self) -> Currency {
        let code = match self {
            Money::Gbp => "GBP",
            Money::Eur => "EUR",
            Money::Usd => "USD",
        };
        Currency::parse(code).expect("a currency of the table")
    }
}

pub(super) struct Render<'a> {
    pub(super) book: &'a Book,
    pub(super) agencies: &'a [Agency],
    pub(super) directory: &'a Directory,
    pub(super) accounts: &'a Accounts,
}

/// The host's own accounts.
pub(super) struct Accounts {
    pub(super) pounds: String,
    pub(super) euros: String,
    pub(super) savings: String,
}

/// Who stands on a row: name, account, e-mail, and the customers whom they fit.
struct Face {
    name: String,
    iban: Option<String>,
    email: Option<String>,
    fits: Option<Vec<usize>>,
}

impl Render<'_> {
    /// A row without an id, and what it shows.
    pub(super) fn row(&self, random: &mut Random, pay: &Pay) -> (Transaction, Clues) {
        let room = match pay.channel {
            Channel::Fps | Channel::Bacs | Channel::Bare => 18,
            _ => 140,
        };
        let written = words::write(random, self.book, &pay.say, pay.day, room);
        let mut face = self.face(random, pay);
        let mut row = Transaction::new("", pay.day, Amount::new(pay.gross, pay.money.currency()));
        row.account = Some(match pay.money {
            Money::Eur => self.accounts.euros.clone(),
            _ => self.accounts.pounds.clone(),
        });
        row.kind = TransactionKind::Transfer;
        let mut text = match pay.channel {
            Channel::Fps => cut(&maybe_upper(random, &written.text), 18),
            Channel::Bacs | Channel::Bare => cut(&ascii(&written.text).to_uppercase(), 18),
            Channel::Sepa | Channel::GoCardless => cut(&written.text, 140),
            Channel::Stripe | Channel::PayPal => written.text.clone(),
        };
        match pay.channel {
            Channel::Fps => self.faster_payment(random, &mut row, &mut face),
            Channel::Bacs => {
                row.source = "csv".into();
                row.bank_code = Some(proprietary("BGC"));
                face.iban = None;
            }
            Channel::Bare => {
                text = bare(random, &face.name, &text, pay);
                row.source = "csv".into();
                row.kind = TransactionKind::Other;
                face.iban = None;
            }
            Channel::Sepa => self.sepa(random, &mut row),
            Channel::GoCardless => text = go_cardless(random, &mut row, &text, pay.money),
            Channel::Stripe | Channel::PayPal => self.gateway(random, pay, &mut row, &mut face, &mut text),
        }
        if let Some((amount, money, rate)) = pay.original {
            row.original = Some(Original {
                amount: Amount::new(amount, money.currency()),
                rate: Some(Decimal::new(rate, 4)),
            });
        }
        row.remittance = text;
        if pay.channel != Channel::Bare && !face.name.is_empty() {
            row.counterparty.name = Some(face.name.clone());
        }
        row.counterparty.iban = face.iban.clone();
        row.counterparty.email = face.email.clone();
        let clues = self.clues(random, pay, &written, face, &row);
        (row, clues)
    }

    fn face(&self, random: &mut Random, pay: &Pay) -> Face {
        let mut face = Face { name: String::new(), iban: None, email: None, fits: None };
        let known = |client: &Client, at: usize| client.iban_listed.then(|| vec![at]);
        match &pay.payer {
            Payer::Client(at) => {
                let client = &self.book.clients[*at];
                let (name, fits) = print(random, self.directory, &client.who, false, pay.channel);
                face = Face { name, iban: Some(client.iban.clone()), email: None, fits: Some(fits) };
                if pay.channel.has_iban() && client.iban_listed {
                    face.fits = known(client, *at);
                }
            }
            Payer::Contact(at) => {
                let client = &self.book.clients[*at];
                let (name, fits) = print(random, self.directory, &client.who, true, pay.channel);
                face.name = name;
                face.fits = Some(fits);
                // The person's own account, or the company's under the person's name.
                if random.chance(400) {
                    face.iban = Some(client.iban.clone());
                    if pay.channel.has_iban() && client.iban_listed {
                        face.fits = known(client, *at);
                    }
                } else {
                    face.iban = Some(super::clients::iban(random, client.money));
                }
            }
            Payer::Family(at, given) => {
                let client = &self.book.clients[*at];
                let who = super::names::Who { given, family: client.who.family, company: None };
                face.name = print(random, self.directory, &who, true, pay.channel).0;
                // A joint account now and then.
                let joint = random.chance(300);
                face.iban = Some(if joint {
                    client.iban.clone()
                } else {
                    super::clients::iban(random, client.money)
                });
                if joint && pay.channel.has_iban() {
                    face.fits = known(client, *at);
                }
            }
            Payer::Agency(at) => {
                face.name = self.agencies[*at].name.clone();
                face.iban = Some(self.agencies[*at].iban.clone());
            }
            Payer::Other(name) => {
                face.name.clone_from(name);
                face.iban = Some(super::clients::iban(random, pay.money));
            }
        }
        if face.fits.as_ref().is_some_and(Vec::is_empty) {
            face.fits = None;
        }
        face
    }

    fn faster_payment(&self, random: &mut Random, row: &mut Transaction, face: &mut Face) {
        row.source = (*random.pick(&["csv", "camt053"])).into();
        row.bank_code = random.chance(500).then(|| proprietary("FPI"));
        // British statements give sort code and account, if anything.
        let Some(iban) = face.iban.take().filter(|iban| iban.starts_with("GB")) else { return };
        match random.below(4) {
            0 => row.counterparty.account = iban.get(8..).map(str::to_owned),
            1 => face.iban = Some(iban),
            _ => {}
        }
    }

    fn sepa(&self, random: &mut Random, row: &mut Transaction) {
        row.source = "camt053".into();
        row.bank_code = Some(BankCode {
            domain: Some("PMNT".to_owned()),
            family: Some("RCDT".to_owned()),
            sub_family: Some("ESCT".to_owned()),
            proprietary: None,
        });
        let end_to_end = match random.below(4) {
            0 => return,
            1 => format!("{:010}", random.below(10_000_000_000)),
            _ => "NOTPROVIDED".to_owned(),
        };
        row.references.push(Reference { kind: ReferenceKind::EndToEnd, value: end_to_end });
    }

    /// Cards and wallets: fees are taken off, the description comes from WHMCS.
    fn gateway(
        &self,
        random: &mut Random,
        pay: &Pay,
        row: &mut Transaction,
        face: &mut Face,
        text: &mut String,
    ) {
        let stripe = pay.channel == Channel::Stripe;
        let (rate, flat, kind) = if stripe { (150, 20, "stripe_fee") } else { (290, 30, "paypal_fee") };
        let fee = ((pay.gross * rate + 5_000) / 10_000 + flat).min(pay.gross - 1);
        row.amount = Amount::new(pay.gross - fee, pay.money.currency());
        row.fees = vec![Fee { amount: Amount::new(fee, pay.money.currency()), kind: kind.to_owned() }];
        row.kind = if stripe { TransactionKind::Card } else { TransactionKind::Other };
        row.source = if stripe { "stripe" } else { "csv" }.into();
        row.account = Some(if stripe { "acct_stripe" } else { "paypal" }.to_owned());
        let payment = token(random, if stripe { "pi_3" } else { "" }, 17);
        row.references.push(Reference { kind: ReferenceKind::Payment, value: payment });
        if let Say::Numbers(items) = &pay.say {
            let printed: Vec<&str> = items.iter().map(|at| self.book.items[*at].printed()).collect();
            let list = printed.join(", #");
            *text = match (stripe, random.below(5)) {
                (_, 0) => format!("Payment for Invoice #{list}"),
                (true, _) => format!("Invoice #{list}"),
                (false, 1) => list,
                (false, _) => format!("Web Hosting - Invoice #{list}"),
            };
        }
        face.iban = None;
        if let Some(at) = pay.client {
            let client = &self.book.clients[at];
            if random.chance(800) {
                face.email = Some(client.email.clone());
                if client.email_listed {
                    face.fits = Some(vec![at]);
                }
            }
            if random.chance(350) {
                face.name.clear();
                if face.email.is_none() || !client.email_listed {
                    face.fits = None;
                }
            }
        }
    }

    /// What a reader of the row, as it came out, recognises.
    fn clues(
        &self,
        random: &mut Random,
        pay: &Pay,
        written: &Written,
        face: Face,
        row: &Transaction,
    ) -> Clues {
        let _ = random;
        let text = ascii(&row.remittance).to_lowercase();
        let stands = |mark: &str| text.contains(&ascii(mark).to_lowercase());
        let mut numbers: std::collections::BTreeSet<usize> =
            written.numbers.iter().filter(|mark| stands(&mark.1)).map(|mark| mark.0).collect();
        if matches!(pay.channel, Channel::Stripe | Channel::PayPal)
            && let Say::Numbers(items) = &pay.say
        {
            numbers.extend(items);
        }
        if written.range && written.numbers.iter().all(|mark| stands(&mark.1)) {
            numbers.extend(pay.parts.iter().map(|part| part.0));
        }
        // An old number is recognised too, and says nothing about what is open.
        numbers.retain(|at| pay.parts.iter().any(|part| part.0 == *at));
        let mut clients = face.fits;
        let same_currency =
            |row: &Transaction| row.counterparty.account.is_some() || row.counterparty.iban.is_some();
        if pay.channel == Channel::Fps && !same_currency(row) {
            // The account that would have told is not printed: only the name is left.
            if let Payer::Client(at) = pay.payer
                && clients.as_deref() == Some(&[at])
            {
                let fits = row.counterparty.name.as_deref().map(|name| self.directory.whole(name));
                clients = fits.filter(|list| !list.is_empty());
            }
        }
        if let Some((client, mark)) = &written.customer
            && stands(mark)
        {
            let by_number = matches!(pay.say, Say::ClientNumber(_));
            let fits = if by_number { vec![*client] } else { self.directory.whole(mark) };
            clients = Some(fits);
        }
        let damaged = match &pay.say {
            Say::Numbers(items) | Say::For(_, items) => items.iter().any(|at| !numbers.contains(at)),
            _ => false,
        };
        Clues { numbers, clients, damaged, original: pay.original.map(|original| original.0) }
    }
}

impl Channel {
    fn has_iban(self) -> bool {
        matches!(self, Channel::Sepa | Channel::GoCardless | Channel::Fps)
    }
}

/// A statement line with everything in one text.
fn bare(random: &mut Random, name: &str, text: &str, pay: &Pay) -> String {
    let day = later(pay.day, 0);
    let serial = random.below(1_000_000_000);
    let line = match random.below(7) {
        0 => format!("FASTER PAYMENT RECEIVED FROM {name} REF {text}"),
        1 => format!("{name} {text} BGC"),
        2 => format!("BGC {name} {text}"),
        3 => format!("CREDIT FROM {name} ON {} REF. {text}", day.format("%d %b").to_string().to_uppercase()),
        4 => format!("FPI {name} {text} {serial:09}"),
        5 => format!("{name} {text} {} FP {}", day.format("%d/%m/%y"), serial % 10_000),
        _ => format!("TFR {name} {text}"),
    };
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An aggregator's row: remittance in parts, texts of banks between them.
fn go_cardless(random: &mut Random, row: &mut Transaction, text: &str, money: Money) -> String {
    row.source = "gocardless".into();
    row.bank_code = Some(proprietary(if money == Money::Gbp { "FPI" } else { "PMNT-RCDT-ESCT" }));
    row.value_on = Some(row.booked_on);
    let parts = match random.below(5) {
        0 => vec!["CREDIT TRANSFER".to_owned(), text.to_owned()],
        1 => vec![text.to_owned(), format!("REF {}", token(random, "", 12).to_uppercase())],
        2 if text.len() > 35 => {
            // Lines of 35 characters, joined again with a space.
            let letters: Vec<char> = text.chars().collect();
            letters.chunks(35).map(|line| line.iter().collect()).collect()
        }
        3 => vec![text.to_uppercase()],
        _ => vec![text.to_owned()],
    };
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

fn maybe_upper(random: &mut Random, text: &str) -> String {
    if random.chance(450) { ascii(text).to_uppercase() } else { text.to_owned() }
}

fn cut(text: &str, width: usize) -> String {
    text.chars().take(width).collect::<String>().trim().to_owned()
}

pub(super) fn proprietary(code: &str) -> BankCode {
    BankCode { proprietary: Some(code.to_owned()), ..BankCode::default() }
}

pub(super) fn token(random: &mut Random, prefix: &str, length: usize) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz0123456789";
    (0..length).fold(prefix.to_owned(), |mut text, _| {
        text.push(char::from(*random.pick(LETTERS)));
        text
    })
}

/// Whether the kind's rows are named by what a payer wrote: the text names all that is settled.
pub(super) fn named(kind: Kind, parts: &[(usize, i64)], clues: &Clues) -> bool {
    kind != Kind::StandingOrderOldNumber
        && !parts.is_empty()
        && parts.iter().all(|part| clues.numbers.contains(&part.0))
}
