//! What payers type: numbers with their usual damage, and the words beside them.

use super::book::{Book, earlier};
use super::events::Say;
use super::series::{Series, core};
use crate::Random;
use chrono::NaiveDate;

/// A text before the channel cuts it.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    /// Numbers that a reader recognises while they stand whole in the text.
    pub(super) numbers: Vec<(usize, String)>,
    /// A customer number or a customer's name, likewise.
    pub(super) customer: Option<(usize, String)>,
    /// All numbers between the two of a range.
    pub(super) range: bool,
}

/// Writes what is to be said into about `room` characters.
pub(super) fn write(random: &mut Random, book: &Book, say: &Say, day: NaiveDate, room: usize) -> Written {
    match say {
        Say::Numbers(items) if items.len() == 1 => one(random, book, items[0], day, room),
        Say::Numbers(items) => many(random, book, items, room),
        Say::Range(items) => range(random, book, items),
        Say::ClientNumber(client) => {
            let id = &book.clients[*client].id;
            let text = match random.below(7) {
                0 => format!("client {id}"),
                1 => format!("customer no {id}"),
                2 => format!("cust {id} hosting"),
                3 => format!("a/c {id}"),
                4 => format!("account {id}"),
                5 => format!("Client ID {id}"),
                _ => id.clone(),
            };
            Written { text, customer: Some((*client, id.clone())), ..Written::default() }
        }
        Say::For(client, items) => {
            let name = book.clients[*client].who.listed();
            let mut written = Written { customer: Some((*client, name.clone())), ..Written::default() };
            let number = items.first().map(|item| number(random, book, *item));
            let base = match random.below(5) {
                0 => format!("for {name}"),
                1 => format!("{name} hosting"),
                2 => format!("o/b {name}"),
                3 => format!("on behalf of {name}"),
                _ => name,
            };
            written.text = match number {
                Some((shown, clear)) => {
                    let text = if random.chance(500) {
                        format!("{shown} {base}")
                    } else {
                        format!("{base} {shown}")
                    };
                    if clear {
                        written.numbers.push((items[0], shown));
                    }
                    text
                }
                None => base,
            };
            written
        }
        Say::Chance(item) => Written { text: chance(random, book, *item, room), ..Written::default() },
        Say::Idle => Written { text: idle(random, day), ..Written::default() },
        Say::Words(words) => Written { text: words.clone(), ..Written::default() },
    }
}

fn one(random: &mut Random, book: &Book, item: usize, day: NaiveDate, room: usize) -> Written {
    let (shown, clear) = number(random, book, item);
    let family = book.clients[book.items[item].client].who.family;
    let issued = book.items[item].issued;
    let text = if room < 20 {
        match random.below(14) {
            0..=4 => shown.clone(),
            5 => format!("INV {shown}"),
            6 => format!("INV{shown}"),
            7 => format!("#{shown}"),
            8 => format!("invoice {shown}"),
            9 => format!("{family} {shown}"),
            10 => format!("{shown} {family}"),
            11 => format!("hosting {shown}"),
            12 => format!("{shown} hosting"),
            _ => format!("inv no {shown}"),
        }
    } else {
        match random.below(16) {
            0..=2 => shown.clone(),
            3 => format!("Invoice {shown}"),
            4 => format!("Rechnung {shown}"),
            5 => format!("Invoice no. {shown} dated {}", issued.format("%d.%m.%Y")),
            6 => format!("Facture {shown}"),
            7 => format!("Fattura nr. {shown} del {}", issued.format("%d/%m/%Y")),
            8 => format!("{shown} hosting {}", day.format("%B %Y")),
            9 => {
                let client = &book.clients[book.items[item].client].id;
                format!("client {client} invoice {shown}")
            }
            10 => format!("inv {shown} tel +44 7{} {}", phone(random, 3), phone(random, 6)),
            11 => format!("Payment for invoice #{shown}"),
            12 => format!("FV {shown}"),
            13 => format!("factura {shown} {family}"),
            14 => format!("{} {shown}", day.format("%d%m%Y")),
            _ => format!("web hosting + domain {shown} thanks"),
        }
    };
    Written { text, numbers: if clear { vec![(item, shown)] } else { Vec::new() }, ..Written::default() }
}

/// The same digits, meant for something else.
fn chance(random: &mut Random, book: &Book, item: usize, room: usize) -> String {
    let printed = book.items[item].printed();
    let plain = core(book.series, printed);
    let number = if random.chance(500) { printed.to_owned() } else { plain };
    match random.below(8) {
        0 => number,
        1 => format!("order {number}"),
        2 => format!("ref {number}"),
        3 => format!("#{number}"),
        4 => format!("Invoice {number}"),
        5 => format!("member {number}"),
        6 if room > 20 => format!("your offer {number} of last week"),
        _ => format!("unit {number}"),
    }
}

fn many(random: &mut Random, book: &Book, items: &[usize], room: usize) -> Written {
    let between = *random.pick(&[", ", " ", "+", " & ", " and ", "/", ";"]);
    let mut written = Written::default();
    let mut texts = Vec::new();
    // A person who writes many numbers writes them all in one manner.
    let bare = random.chance(350);
    for item in items {
        let (shown, clear) = if bare {
            (core(book.series, book.items[*item].printed()), true)
        } else {
            number(random, book, *item)
        };
        if clear {
            written.numbers.push((*item, shown.clone()));
        }
        texts.push(shown);
    }
    let list = texts.join(between);
    written.text = match random.below(4) {
        0 if room > 20 => format!("Invoices {list}"),
        1 => format!("inv {list}"),
        2 if room > 20 => format!("hosting invoices {list} paid in full"),
        _ => list,
    };
    written
}

/// A range is understood only where the numbers follow each other without a gap.
fn range(random: &mut Random, book: &Book, items: &[usize]) -> Written {
    let mut order: Vec<(u64, usize)> = Vec::new();
    for item in items {
        match core(book.series, book.items[*item].printed()).parse() {
            Ok(value) if book.series != Series::Hexadecimal => order.push((value, *item)),
            _ => return many(random, book, items, 140),
        }
    }
    order.sort_unstable();
    let (first, last) = (order[0], order[order.len() - 1]);
    if last.0 - first.0 != order.len() as u64 - 1 {
        return many(random, book, items, 140);
    }
    let (from, to) = (book.items[first.1].printed().to_owned(), book.items[last.1].printed().to_owned());
    let to = if random.chance(500) { core(book.series, &to) } else { to };
    let text = match random.below(4) {
        0 => format!("INV {from}-{to}"),
        1 => format!("{from} to {to}"),
        2 => format!("{from} - {to}"),
        _ => format!("invoices {from}-{to}"),
    };
    let numbers = vec![(first.1, from), (last.1, to)];
    Written { text, numbers, range: true, ..Written::default() }
}

/// A number as people write it, and whether a reader still recognises it.
fn number(random: &mut Random, book: &Book, item: usize) -> (String, bool) {
    let printed = book.items[item].printed();
    let plain = core(book.series, printed);
    match random.below(100) {
        0..=61 => (printed.to_owned(), true),
        62..=73 => (plain, true),
        74..=77 => (printed.replace('-', " "), true),
        78..=80 => (printed.replace('-', ""), true),
        81..=83 => (printed.to_lowercase(), true),
        84 | 85 => match printed.len() {
            0..=4 => (printed.to_owned(), true),
            length => {
                let (head, tail) = printed.split_at(length - 3);
                (format!("{head}{}{tail}", random.pick(&[" ", "-", "."])), true)
            }
        },
        86..=88 => (format!("{}{plain}", random.pick(&["INV-", "IN", "WH-", "No."])), true),
        89..=91 => (printed.replace('0', "O"), !printed.contains('0')),
        92 => (format!("{}{plain}", "0".repeat(1 + random.below(3) as usize)), true),
        _ => (typo(random, printed), false),
    }
}

/// One slip of the finger in the digits.
fn typo(random: &mut Random, number: &str) -> String {
    let mut letters: Vec<char> = number.chars().collect();
    let at = letters.len() - 1 - random.below(letters.len().min(4) as u64) as usize;
    match random.below(4) {
        0 if at > 0 => letters.swap(at, at - 1),
        1 if letters.len() > 2 => {
            letters.remove(at);
        }
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = char::from(b'0' + random.below(10) as u8),
    }
    letters.into_iter().collect()
}

/// Words of somebody who does not look at the invoice.
fn idle(random: &mut Random, day: NaiveDate) -> String {
    match random.below(22) {
        0..=3 => "hosting".to_owned(),
        4 => "website".to_owned(),
        5 => "payment".to_owned(),
        6 => "thank you".to_owned(),
        7 => day.format("%B %Y").to_string(),
        8 | 9 => String::new(),
        10 => format!("web hosting {}", day.format("%b")),
        11 => day.format("FP %d/%m/%y").to_string(),
        12 => day.format("REF %Y%m%d").to_string(),
        13 => format!("07{}", phone(random, 9)),
        14 => "monthly".to_owned(),
        15 => "domain renewal".to_owned(),
        16 => "invoice".to_owned(),
        17 => "as agreed".to_owned(),
        18 => format!("email + web {}", earlier(day, 30).format("%b/%y")),
        19 => "SERVER".to_owned(),
        20 => "bill".to_owned(),
        _ => "services".to_owned(),
    }
}

fn phone(random: &mut Random, count: usize) -> String {
    (0..count).map(|_| char::from(b'0' + random.below(10) as u8)).collect()
}
