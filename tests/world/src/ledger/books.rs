//! A firm's bank account against its ledger: receipts and bills one to one, batches, split payments, slips of the keyboard,
//! voids, returned payments, and rows that only one side has.

use super::words::{FORMS, TRADES, person, surname, title};
use super::{Draft, Ledgers};
use crate::Random;

/// Someone the firm deals with.
struct Firm {
    name: String,
    /// Money in, or out.
    sign: i64,
}

/// Makes a world of about so many bank rows, over a month for every 400.
pub fn make(seed: u64, rows: usize) -> Ledgers {
    let root = Random::new(seed ^ 0x626f_6f6b);
    let mut random = root.fork(1);
    let firms: Vec<Firm> = (0..rows / 6 + 8).map(|_| firm(&mut random)).collect();
    let mut makes =
        Maker { draft: Draft::default(), firms, days: (rows as i64 * 30 / 400).max(30), number: 20_000 };
    let mut at = 0;
    while makes.draft.bank.len() < rows {
        at += 1;
        makes.event(&mut root.fork(1000 + at));
    }
    makes.draft.finish("books", seed, &mut root.fork(2))
}

fn firm(random: &mut Random) -> Firm {
    let name = if random.chance(350) {
        let who = person(random);
        format!("{} {}", title(&who.first), title(&who.last))
    } else {
        let form = random.pick(FORMS);
        format!("{} {} {form}", title(&surname(random)), random.pick(TRADES)).trim_end().to_owned()
    };
    Firm { name, sign: if random.chance(600) { 1 } else { -1 } }
}

struct Maker {
    draft: Draft,
    firms: Vec<Firm>,
    days: i64,
    /// Of documents, counted up.
    number: u64,
}

impl Maker {
    fn event(&mut self, random: &mut Random) {
        match random.below(1000) {
            0..=649 => self.plain(random),
            650..=719 => self.batch_by_word(random),
            720..=769 => self.batch_of_day(random),
            770..=799 => self.batch_of_firm(random),
            800..=829 => self.split(random),
            830..=869 => self.keyed(random),
            870..=899 => self.voided(random),
            900..=914 => self.returned(random),
            915..=959 => {
                let (name, sign) = self.firm(random);
                let (day, minor) = (self.day(random), sign * amount(random));
                let memo = self.document(random, &name);
                self.draft.book(day, minor, memo);
            }
            _ => self.only_bank(random),
        }
    }

    fn firm(&self, random: &mut Random) -> (String, i64) {
        let firm = random.pick(&self.firms);
        (firm.name.clone(), firm.sign)
    }

    fn day(&self, random: &mut Random) -> i64 {
        20 + random.between(0, self.days)
    }

    /// A ledger's memo: document and name, in one order or the other.
    fn document(&mut self, random: &mut Random, name: &str) -> String {
        self.number += 1 + random.below(4);
        match random.below(5) {
            0 => format!("Inv {} {name}", self.number),
            1 => format!("{name} - {}", self.number),
            2 => name.to_owned(),
            3 => format!("{name} INV{}", self.number),
            _ => format!("Bill {} {name}", self.number),
        }
    }

    /// The bank's text for what the ledger calls so: often without the number, cut, or with the bank's own words.
    fn bank_text(&self, random: &mut Random, memo: &str, name: &str) -> String {
        let text = match random.below(6) {
            0 | 1 => memo.to_uppercase(),
            2 | 3 => name.to_uppercase(),
            4 => super::words::cut(&name.to_uppercase(), 18),
            _ => super::words::cut(&memo.to_uppercase(), 22),
        };
        match random.below(4) {
            0 => format!("{text} FPS"),
            1 => format!("TRANSFER {text}"),
            _ => text,
        }
    }

    fn plain(&mut self, random: &mut Random) {
        let (name, sign) = self.firm(random);
        let (day, minor) = (self.day(random), sign * amount(random));
        let memo = self.document(random, &name);
        let text = self.bank_text(random, &memo, &name);
        let book = self.draft.book(day, minor, memo);
        let bank = self.draft.bank(day + lag(random), minor, text);
        self.draft.pair(bank, book);
    }

    /// Entries that name their batch; the bank books it as one.
    fn batch_by_word(&mut self, random: &mut Random) {
        let (day, sign) = (self.day(random), if random.chance(500) { 1 } else { -1 });
        let number = random.between(1000, 99_999);
        let (word, shown) = if sign > 0 { ("Batch", "DEPOSIT BATCH") } else { ("Payrun", "BACS PAYRUN") };
        let parts: Vec<(i64, i64, String)> = (0..random.between(2, 8))
            .map(|_| {
                let name = person(random);
                let memo = format!("{word} {number} {} {}", title(&name.first), title(&name.last));
                (day + random.between(0, 1), sign * amount(random), memo)
            })
            .collect();
        self.together(random, parts, day, format!("{shown} {number}"));
    }

    /// Cheques and cash of one day, paid in together: nothing but the day and the sum says so.
    fn batch_of_day(&mut self, random: &mut Random) {
        let day = self.day(random);
        let parts: Vec<(i64, i64, String)> = (0..random.between(2, 8))
            .map(|_| {
                let name = person(random);
                (day, amount(random), format!("Cheque {} {}", title(&name.first), title(&name.last)))
            })
            .collect();
        let text = *random.pick(&["DEPOSIT", "CASH AND CHEQUES PAID IN", "COUNTER CREDIT"]);
        self.together(random, parts, day, text.to_owned());
    }

    /// Several documents of one firm, paid at once.
    fn batch_of_firm(&mut self, random: &mut Random) {
        let (name, sign) = self.firm(random);
        let day = self.day(random);
        let parts: Vec<(i64, i64, String)> = (0..random.between(2, 6))
            .map(|_| (day - random.between(0, 12), sign * amount(random), self.document(random, &name)))
            .collect();
        let text = name.to_uppercase();
        self.together(random, parts, day, text);
    }

    fn together(&mut self, random: &mut Random, parts: Vec<(i64, i64, String)>, day: i64, text: String) {
        let sum = parts.iter().map(|part| part.1).sum();
        let bank = self.draft.bank(day + random.between(0, 3), sum, text);
        for (day, minor, memo) in parts {
            let book = self.draft.book(day, minor, memo);
            self.draft.pair(bank, book);
        }
    }

    /// One entry, paid in parts.
    fn split(&mut self, random: &mut Random) {
        let (name, sign) = self.firm(random);
        let (day, memo) = (self.day(random), self.document(random, &name));
        let parts: Vec<i64> = (0..random.between(2, 4)).map(|_| sign * amount(random)).collect();
        let book = self.draft.book(day, parts.iter().sum(), memo.clone());
        for (nth, part) in (0..).zip(parts) {
            let text = self.bank_text(random, &memo, &name);
            let bank = self.draft.bank(day + nth * random.between(0, 6) + lag(random), part, text);
            self.draft.pair(bank, book);
        }
    }

    /// Two digits changed over, one wrong, or the point in another place.
    fn keyed(&mut self, random: &mut Random) {
        let (name, sign) = self.firm(random);
        let (day, minor) = (self.day(random), amount(random));
        let wrong = slip(random, minor);
        let memo = self.document(random, &name);
        let text = self.bank_text(random, &memo, &name);
        let book = self.draft.book(day, sign * wrong, memo);
        let bank = self.draft.bank(day + lag(random), sign * minor, text);
        self.draft.pair(bank, book);
    }

    /// An entry taken back by another; half of the time entered again, and then paid.
    fn voided(&mut self, random: &mut Random) {
        let (name, sign) = self.firm(random);
        let (day, minor) = (self.day(random), sign * amount(random));
        let memo = self.document(random, &name);
        self.draft.book(day, minor, memo.clone());
        let void = match random.below(3) {
            0 => format!("VOID {memo}"),
            1 => format!("Reversal {memo}"),
            _ => memo.clone(),
        };
        let later = day + random.between(0, 5);
        self.draft.book(later, -minor, void);
        if random.chance(500) {
            let again = later + random.between(0, 3);
            let corrected = if random.chance(300) { minor + sign * random.between(1, 900) } else { minor };
            let text = self.bank_text(random, &memo, &name);
            let book = self.draft.book(again, corrected, memo);
            let bank = self.draft.bank(again + lag(random), corrected, text);
            self.draft.pair(bank, book);
        }
    }

    /// Paid, and returned by the bank: the ledger has both rows.
    fn returned(&mut self, random: &mut Random) {
        let (name, sign) = self.firm(random);
        let (day, minor) = (self.day(random), sign * amount(random));
        let memo = self.document(random, &name);
        let text = self.bank_text(random, &memo, &name);
        let back = day + random.between(2, 9);
        let (book, bank) = (
            self.draft.book(day, minor, memo.clone()),
            self.draft.bank(day + random.between(0, 2), minor, text.clone()),
        );
        self.draft.pair(bank, book);
        let (book, bank) = (
            self.draft.book(back + random.between(0, 2), -minor, format!("Returned {memo}")),
            self.draft.bank(back, -minor, format!("RETURNED {text}")),
        );
        self.draft.pair(bank, book);
    }

    fn only_bank(&mut self, random: &mut Random) {
        let day = self.day(random);
        let (minor, text) = match random.below(3) {
            0 => (-random.between(100, 2_500), "ACCOUNT CHARGES".to_owned()),
            1 => (random.between(1, 900), "GROSS INTEREST".to_owned()),
            _ => {
                let (name, sign) = self.firm(random);
                (sign * amount(random), name.to_uppercase())
            }
        };
        self.draft.bank(day, minor, text);
    }
}

/// Mostly a few days after the ledger's row, sometimes before it.
fn lag(random: &mut Random) -> i64 {
    match random.below(10) {
        0 => -random.between(1, 4),
        1 => random.between(6, 14),
        _ => random.between(0, 5),
    }
}

fn amount(random: &mut Random) -> i64 {
    match random.below(12) {
        0 => *random.pick(&[5_000, 10_000, 20_000, 25_000, 50_000, 9_900, 4_900]),
        _ => {
            let exponent = random.below(1_000_000) as f64 / 1_000_000.0;
            (1_500.0 * (600.0_f64).powf(exponent)) as i64 + random.between(0, 99)
        }
    }
}

/// A slip of the keyboard; never the same amount.
fn slip(random: &mut Random, minor: i64) -> i64 {
    let mut digits: Vec<u8> = minor.to_string().into_bytes();
    let last = digits.len() - 1;
    let wrong = match random.below(10) {
        0..=6 => {
            let at = (0..last).filter(|at| digits[*at] != digits[at + 1] && (*at > 0 || digits[1] != b'0'));
            let places: Vec<usize> = at.collect();
            if !places.is_empty() {
                let at = *random.pick(&places);
                digits.swap(at, at + 1);
            }
            String::from_utf8_lossy(&digits).parse().unwrap_or(minor)
        }
        7 | 8 => {
            let at = random.below(last as u64 + 1) as usize;
            digits[at] = b'1' + (digits[at] - b'0' + random.below(7) as u8) % 9;
            String::from_utf8_lossy(&digits).parse().unwrap_or(minor)
        }
        _ => minor.saturating_mul(10),
    };
    if wrong == minor { minor + 900 } else { wrong }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_add_up_and_a_world_is_the_same_again() {
        let (a, b) = (make(5, 800), make(5, 800));
        assert_eq!((&a.transactions, &a.entries, &a.pairs), (&b.transactions, &b.entries, &b.pairs));
        let minor = |id: &str| a.entries.iter().find(|entry| entry.id == id).map(|entry| entry.open.minor());
        let mut batches = 0;
        for row in &a.transactions {
            let parts: Vec<i64> =
                a.pairs.iter().filter(|pair| pair.0 == row.id).filter_map(|pair| minor(&pair.1)).collect();
            if parts.len() > 1 {
                batches += 1;
                assert_eq!(parts.iter().sum::<i64>(), row.amount.minor());
            }
        }
        assert!(batches > 80, "{batches}");
    }

    #[test]
    fn a_slip_changes_the_amount() {
        let mut random = Random::new(1);
        assert!((0..2_000).map(|_| random.between(100, 99_999)).collect::<Vec<_>>().iter().all(|minor| {
            let wrong = slip(&mut random, *minor);
            wrong != *minor && wrong > 0
        }));
    }
}
