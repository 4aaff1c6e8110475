//! A real remittance as a template: what varied becomes slots of the same shape, the noise stays.

use crate::Random;
use chrono::NaiveDate;
use payymo::model::Transaction;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As the bank or the payer wrote it.
    Text(String),
    /// A name.
    Name,
    /// An account number.
    Account(String),
    /// A date: order of the fields and what stands between them.
    Date(String),
    /// An amount, with its decimal mark.
    Amount(char),
    /// A number or a code; the string is its shape.
    Code(String),
}

/// A row's shape.
#[derive(Clone)]
pub struct Template {
    /// The row it was taken from: which fields are there, codes, how the name is printed.
    pub row: Transaction,
    /// Its text.
    pub pieces: Vec<Piece>,
    /// Pieces in which an invoice number can stand.
    pub slots: Vec<usize>,
}

/// What fills a template.
pub struct Fill<'a> {
    /// The name as printed.
    pub name: &'a str,
    /// The account.
    pub iban: &'a str,
    /// The day.
    pub day: NaiveDate,
    /// What was paid, minor units.
    pub minor: i64,
    /// What stands in the slot of the number; `None`: something of the old shape.
    pub number: Option<&'a str>,
}

/// Words before a slot that take a number of the payee, in the languages of the files.
const BEFORE: &[&str] = &[
    "INVOICE",
    "INV",
    "FACTUUR",
    "FACTUURNR",
    "FACTURE",
    "RECHNUNG",
    "RG",
    "RE",
    "ORDER",
    "REF",
    "NR",
    "REMI",
    "SVWZ",
    "EREF",
    "KENMERK",
    "BETREFT",
    "OMSCHRIJVING",
    "PAYMENT",
    "SETTLEMENT",
    "FEE",
    "TRANSFER",
    "NUMMER",
    "TFNR",
];

/// Words before a slot that never hold one.
const NEVER: &[&str] = &[
    "BIC", "IBAN", "ARN", "MREF", "CRED", "CSID", "MARF", "TRTP", "KFN", "VJ", "PAS", "ABWA", "XXXX", "ISIN",
];

/// Takes a row apart. `names`: all names of the files in upper case, so that none is printed beside a made-up payer.
pub fn template(row: &Transaction, names: &[String]) -> Template {
    let mut pieces = Vec::new();
    let mut rest = row.remittance.as_str();
    let own = row.counterparty.name.as_deref().map(str::to_uppercase);
    let folded = row.remittance.to_uppercase();
    // Upper case may change lengths: names are then looked for as they stand.
    let text = if folded.len() == rest.len() { folded.as_str() } else { rest };
    let mut at = 0;
    while !rest.is_empty() {
        let found = own
            .iter()
            .chain(names)
            .filter(|name| name.chars().count() > 4)
            .filter_map(|name| text.get(at..)?.find(name.as_str()).map(|place| (place, name.len())))
            .min_by_key(|(place, length)| (*place, std::cmp::Reverse(*length)));
        let Some((place, length)) = found
            .filter(|(place, length)| rest.is_char_boundary(*place) && rest.is_char_boundary(place + length))
        else {
            words(rest, &mut pieces);
            break;
        };
        words(&rest[..place], &mut pieces);
        pieces.push(Piece::Name);
        at += place + length;
        rest = &rest[place + length..];
    }
    let slots = slots(&pieces);
    Template { row: row.clone(), pieces, slots }
}

/// Cuts a text into words and what stands between them.
fn words(text: &str, pieces: &mut Vec<Piece>) {
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() || ((c == '.' || c == ',' || c == '-' || c == '/') && ends_in_digit(&word)) {
            word.push(c);
        } else {
            push_word(&mut word, pieces);
            push_text(c, pieces);
        }
    }
    push_word(&mut word, pieces);
}

fn ends_in_digit(word: &str) -> bool {
    word.chars().next_back().is_some_and(|c| c.is_ascii_digit())
}

fn push_text(c: char, pieces: &mut Vec<Piece>) {
    match pieces.last_mut() {
        Some(Piece::Text(text)) => text.push(c),
        _ => pieces.push(Piece::Text(c.to_string())),
    }
}

fn push_word(word: &mut String, pieces: &mut Vec<Piece>) {
    let full = std::mem::take(word);
    let kept = full.trim_end_matches(['.', ',', '-', '/']);
    let tail = &full[kept.len()..];
    let digits = kept.chars().filter(char::is_ascii_digit).count();
    let letters = kept.chars().take_while(char::is_ascii_uppercase).count();
    if kept.is_empty() {
    } else if let Some(date) = date_shape(kept) {
        pieces.push(Piece::Date(date));
    } else if let Some(mark) = amount_mark(kept) {
        pieces.push(Piece::Amount(mark));
    } else if letters == 2 && digits >= 10 && kept.len() >= 15 && kept.is_ascii() {
        pieces.push(Piece::Account(shape(kept)));
    } else if digits >= 2 && kept.is_ascii() && kept.len() >= 3 {
        pieces.push(Piece::Code(shape(kept)));
    } else {
        kept.chars().for_each(|c| push_text(c, pieces));
    }
    tail.chars().for_each(|c| push_text(c, pieces));
}

/// A letter for each letter, a nine for each digit.
fn shape(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'a'..='z' => 'a',
            'A'..='Z' => 'A',
            other => other,
        })
        .collect()
}

/// `%d.%m.%Y` and its like, where the word is a date.
fn date_shape(word: &str) -> Option<String> {
    let mark = ['.', '-', '/'].into_iter().find(|mark| word.matches(*mark).count() == 2)?;
    let fields: Vec<&str> = word.split(mark).collect();
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.chars().all(|c| c.is_ascii_digit()));
    let year = |text: &str| {
        (text.len() == 4 || text.len() == 2).then_some(if text.len() == 4 { "%Y" } else { "%y" })
    };
    let day = |text: &str| text.len() <= 2 && number(text).is_some_and(|day| (1..=31).contains(&day));
    match fields[..] {
        [y, m, d] if y.len() == 4 && number(y).is_some() && day(m) && day(d) => {
            Some(format!("%Y{mark}%m{mark}%d"))
        }
        [d, m, y] if number(y).is_some() && day(m) && day(d) => Some(format!("%d{mark}%m{mark}{}", year(y)?)),
        _ => None,
    }
}

/// The decimal mark of an amount with two places.
fn amount_mark(word: &str) -> Option<char> {
    let at = word.len().checked_sub(3)?;
    let (whole, cents) = word.split_at_checked(at)?;
    let mark = cents.chars().next()?;
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let places = cents.strip_prefix(['.', ','])?;
    (!whole.is_empty() && whole.len() <= 7 && digits(whole) && digits(places)).then_some(mark)
}

/// Codes behind a word that takes a number; where there is none, all that none forbids.
fn slots(pieces: &[Piece]) -> Vec<usize> {
    let before = |at: usize| -> String {
        let text = pieces[..at].iter().rev().find_map(|piece| match piece {
            Piece::Text(text) if text.chars().any(char::is_alphabetic) => Some(text.to_uppercase()),
            _ => None,
        });
        let text = text.unwrap_or_default();
        text.split(|c: char| !c.is_alphabetic()).rfind(|word| !word.is_empty()).unwrap_or_default().to_owned()
    };
    let long = |at: &usize| matches!(&pieces[*at], Piece::Code(shape) if (3..=24).contains(&shape.len()));
    let all: Vec<usize> =
        (0..pieces.len()).filter(long).filter(|&at| !NEVER.contains(&before(at).as_str())).collect();
    let best: Vec<usize> = all.iter().copied().filter(|&at| BEFORE.contains(&before(at).as_str())).collect();
    if best.is_empty() { all } else { best }
}

impl Template {
    /// The text for a payment.
    pub fn print(&self, random: &mut Random, fill: &Fill<'_>) -> String {
        let slot = match (fill.number, self.slots.is_empty()) {
            (Some(_), false) => Some(*random.pick(&self.slots)),
            _ => None,
        };
        let mut text = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            match (piece, fill.number) {
                (_, Some(number)) if Some(at) == slot => text.push_str(number),
                (Piece::Text(words), _) => text.push_str(words),
                (Piece::Name, _) => text.push_str(fill.name),
                (Piece::Date(format), _) => text.push_str(&fill.day.format(format).to_string()),
                (Piece::Amount(mark), _) => {
                    text.push_str(&format!("{}{mark}{:02}", fill.minor / 100, fill.minor % 100));
                }
                (Piece::Account(shape), _) if shape.starts_with("AA99") => text.push_str(fill.iban),
                (Piece::Account(shape) | Piece::Code(shape), _) => text.push_str(&random_like(random, shape)),
            }
        }
        text
    }
}

/// Other letters and digits of the same shape.
pub fn random_like(random: &mut Random, shape: &str) -> String {
    shape
        .chars()
        .map(|c| match c {
            '9' => char::from(b'0' + random.below(10) as u8),
            'a' => char::from(b'a' + random.below(26) as u8),
            'A' => char::from(b'A' + random.below(26) as u8),
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use payymo::money::{Amount, Currency};

    fn made(text: &str, name: &str) -> Template {
        let amount = Amount::new(1, Currency::parse("EUR").expect("a currency"));
        let mut row = Transaction::new("", NaiveDate::default(), amount);
        row.remittance = text.to_owned();
        row.counterparty.name = Some(name.to_owned());
        template(&row, &["PETRA PROBE".to_owned()])
    }

    #[test]
    fn what_varies_is_a_slot_and_the_noise_stays() {
        let made =
            made("SVWZ+RG 4711/22 v. 03.04.2022, 12,50 Max Muster f. Petra Probe KFN 123 !", "MAX MUSTER");
        let fill = Fill {
            name: "ANNA B",
            iban: "",
            day: NaiveDate::from_ymd_opt(2026, 5, 6).expect("a day"),
            minor: 99_05,
            number: Some("2026-7"),
        };
        let text = made.print(&mut Random::new(1), &fill);
        assert!(text.starts_with("SVWZ+RG 2026-7 v. 06.05.2026, 99,05 ANNA B f. ANNA B KFN "), "{text}");
        assert!(text.ends_with(" !") && !text.contains("123 !"), "{text}");
    }
}
