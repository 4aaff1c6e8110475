//! How a bank row and an entry relate, as classes: amounts in steps of half a per cent, days between, words in common.
#![allow(clippy::indexing_slicing)] // a kernel: classes index tables of their own size

use super::memo::{Memos, Word};

/// Steps of half a per cent on each side of equal amounts that are told apart.
const STEPS: usize = 21;
/// Classes of amounts: equal, short and over by steps, digits changed over, a digit wrong, the point moved.
pub(super) const EQUAL: u8 = 0;
const SHORT: u8 = 1;
const OVER: u8 = SHORT + STEPS as u8;
pub(super) const CHANGED_OVER: u8 = OVER + STEPS as u8;
pub(super) const ONE_DIGIT: u8 = CHANGED_OVER + 1;
pub(super) const POINT: u8 = ONE_DIGIT + 1;
pub(super) const AMOUNTS: usize = POINT as usize + 1;

/// The relation of two amounts, both positive; `None` where they have nothing to do with each other.
pub(super) fn amount(paid: i64, booked: i64) -> Option<u8> {
    if paid == booked {
        return Some(EQUAL);
    }
    let apart = paid.abs_diff(booked);
    if apart.is_multiple_of(9) && changed_over(paid, booked) {
        return Some(CHANGED_OVER);
    }
    let whole = booked.unsigned_abs().max(1);
    if apart <= whole / 8 {
        let step = apart.checked_mul(200).map_or(u64::MAX, |parts| parts / whole);
        if step < STEPS as u64 {
            return Some(if paid < booked { SHORT } else { OVER } + step as u8);
        }
    }
    let (less, more) = (paid.min(booked), paid.max(booked));
    let moved = [10, 100].iter().any(|by| less.checked_mul(*by) == Some(more));
    if moved {
        return Some(POINT);
    }
    one_digit(paid, booked).then_some(ONE_DIGIT)
}

/// Whether an amount differs by steps, and by how many.
pub(super) fn steps(class: u8) -> Option<u8> {
    match class {
        SHORT..OVER => Some(class - SHORT),
        OVER..CHANGED_OVER => Some(class - OVER),
        _ => None,
    }
}

/// Neighbours among the classes of one side, for tables that are smoothed.
pub(super) fn sides() -> [core::ops::Range<usize>; 2] {
    [SHORT as usize..OVER as usize, OVER as usize..CHANGED_OVER as usize]
}

/// Whether two neighbouring digits are changed over, and nothing else.
fn changed_over(a: i64, b: i64) -> bool {
    let (mut a, mut b) = (a, b);
    while a % 10 == b % 10 && a > 0 && b > 0 {
        (a, b) = (a / 10, b / 10);
    }
    let (low, high) = ((a % 10, b % 10), (a / 10 % 10, b / 10 % 10));
    a / 100 == b / 100 && low.0 == high.1 && low.1 == high.0 && (a >= 10 && b >= 10)
}

/// Whether one digit differs in numbers of one length.
fn one_digit(a: i64, b: i64) -> bool {
    // What one digit makes is a digit with zeros behind it.
    let mut apart = a.abs_diff(b);
    while apart >= 10 {
        if !apart.is_multiple_of(10) {
            return false;
        }
        apart /= 10;
    }
    let (mut a, mut b) = (a, b);
    while a % 10 == b % 10 && a > 0 && b > 0 {
        (a, b) = (a / 10, b / 10);
    }
    a / 10 == b / 10 && a > 0 && b > 0
}

/// Days before and after that are told apart, and beyond which nothing is looked at.
const NEAR: i32 = 31;
pub(super) const WINDOW: i32 = 62;
/// Classes of days: the near ones each, the far ones on both sides, and where a day is not known.
pub(super) const LAGS: usize = 2 * NEAR as usize + 4;
pub(super) const NEAR_LAGS: core::ops::Range<usize> = 0..2 * NEAR as usize + 1;
pub(super) const UNKNOWN_LAG: u8 = LAGS as u8 - 1;

/// The class of days between an entry and the bank's row.
pub(super) fn lag(days: i32) -> u8 {
    match days {
        days if days < -NEAR => UNKNOWN_LAG - 2,
        days if days > NEAR => UNKNOWN_LAG - 1,
        days => (days + NEAR) as u8,
    }
}

/// The days that a class stands for: how far from the same day.
pub(super) fn days_of(class: usize) -> i32 {
    class as i32 - NEAR
}

/// Whether a class of days is of the far ones.
pub(super) fn is_far(class: u8) -> bool {
    usize::from(class) >= NEAR_LAGS.end && class != UNKNOWN_LAG
}

/// What the words of two memos have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// The same words in the same order.
    Same,
    /// One is the beginning of the other, or was cut off there.
    Begins,
    /// All words of one stand in the other.
    Within,
    /// The same with an initial for a word.
    Initials,
    /// The same with a slip in a word.
    Slip,
    /// Both have more, of which one side's is a word that many have.
    More,
    /// Both have more, and rare words are among it: other names, other numbers.
    Others,
    /// Nothing in common.
    Nothing,
}

pub(super) const WORD_KINDS: usize = Words::Nothing as usize + 1;
/// Classes of words: what they have in common, and in three degrees how much that is of what the lesser memo has.
pub(super) const WORDS: usize = WORD_KINDS * DEGREES;
pub(super) const DEGREES: usize = 3;
/// Shares of the bits of the lesser memo, from which on what they share is more of it.
const RARER: [f32; 2] = [0.4, 0.75];
pub(super) const NO_WORDS: u8 = (Words::Nothing as usize * DEGREES) as u8;

/// What words of a class have in common, as a number.
pub(super) fn word_kind(class: u8) -> usize {
    usize::from(class) / DEGREES
}

/// How often features occur on both sides, and what that makes them worth.
pub(super) struct Frequencies {
    /// Of every feature the bits against finding it by chance, and whether it is common.
    features: Vec<(f32, More)>,
    /// Of every feature, as a stem: whether only the bank, or only the book, writes it, and often.
    habits: Vec<(bool, bool)>,
    /// Of every row of the bank and of the book the bits that its memo can give at most.
    bank: Vec<f32>,
    book: Vec<f32>,
    most: f32,
}

impl Frequencies {
    /// Weighs features. `counts` are those of the bank and of the book.
    pub fn new(bank: (&Memos, &[u32]), book: (&Memos, &[u32])) -> Self {
        // Where nothing is learnt from the bank's rows, there are no counts of theirs.
        let counted = if bank.1.is_empty() { 0 } else { bank.0.len() };
        let rows = (counted as f32, book.0.len() as f32);
        let all = rows.0 + rows.1 + UNSEEN;
        let features = bank.1.len().max(book.1.len());
        let mut out = Frequencies {
            features: Vec::with_capacity(features),
            habits: Vec::with_capacity(features),
            bank: Vec::new(),
            book: Vec::new(),
            most: libm::log2f(all / UNSEEN),
        };
        for at in 0..features {
            let of = |list: &[u32]| list.get(at).copied().unwrap_or(0) as f32;
            let (own, other) = (of(bank.1), of(book.1));
            let seen = (own - 1.0).max(0.0) + (other - 1.0).max(0.0);
            let common = if own + other > COMMON * all { More::Common } else { More::Rare };
            out.features.push((libm::log2f(all / (seen + UNSEEN)), common));
            let habit = |own: f32, other: f32, rows: f32, others: f32| {
                own >= LEAST_HABIT && other * rows * 20.0 < own * others
            };
            out.habits.push((habit(own, other, rows.0, rows.1), habit(other, own, rows.1, rows.0)));
        }
        out.bank = (0..bank.0.len() as u32).map(|row| out.at_most(bank.0, row, true)).collect();
        out.book = (0..book.0.len() as u32).map(|row| out.at_most(book.0, row, false)).collect();
        out
    }

    /// Bits against finding a feature by chance.
    fn bits(&self, feature: u32) -> f32 {
        self.features.get(feature as usize).map_or(self.most, |feature| feature.0)
    }

    fn at_most(&self, memos: &Memos, row: u32, of_bank: bool) -> f32 {
        let words = memos.words(row).iter().filter(|word| self.more(word, of_bank) != More::Nothing);
        let (mut best, mut sum) = (0.0_f32, 0.0_f32);
        for bits in words.map(|word| self.bits(word.id)) {
            best = best.max(bits);
            sum += bits;
        }
        (best + BESIDE * (sum - best)).min(self.most)
    }

    /// What a word that the other memo lacks says: nothing where only this side uses it, and often.
    fn more(&self, word: &Word, of_bank: bool) -> More {
        let habit = self.habits.get(word.stem as usize).copied().unwrap_or_default();
        match if of_bank { habit.0 } else { habit.1 } {
            true => More::Nothing,
            false => self.features.get(word.id as usize).map_or(More::Rare, |feature| feature.1),
        }
    }
}

/// What stands for rows that were not seen in a count.
const UNSEEN: f32 = 0.7;
/// Rows of one side that must have a word for it to be a habit of that side.
const LEAST_HABIT: f32 = 3.0;
/// The share of rows from which on a word is one that many have.
const COMMON: f32 = 0.005;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum More {
    Nothing,
    Common,
    Rare,
}

/// Bits of an initial that fits, and most bits per letter of a word that was cut.
const INITIAL: f32 = 3.0;
const LETTER: f32 = 2.5;
/// What words beside the rarest say of what they would say alone: first names and surnames come together.
const BESIDE: f32 = 0.6;

/// What two memos have in common, and bits against its being so by chance.
pub(super) fn words(bank: (&Memos, u32), book: (&Memos, u32), frequencies: &Frequencies) -> (Words, u8, f32) {
    let (own, others) = (bank.0.words(bank.1), book.0.words(book.1));
    let (mut used_own, mut used_others) = (0_u32, 0_u32);
    let (mut best, mut sum) = (0.0_f32, 0.0_f32);
    let mut in_order = true;
    let mut take = |bits: f32| {
        sum += bits;
        best = best.max(bits);
    };
    for (at, word) in own.iter().enumerate() {
        let same = |(place, other): &(usize, &Word)| other.id == word.id && used_others & (1 << place) == 0;
        let Some((place, _)) = others.iter().enumerate().find(same) else { continue };
        used_own |= 1 << at;
        used_others |= 1 << place;
        in_order &= at == place;
        take(frequencies.bits(word.id));
    }
    let (mut initials, mut slips, mut cuts) = (false, false, false);
    if (used_own.count_ones() as usize) < own.len() && (used_others.count_ones() as usize) < others.len() {
        let left = used_own;
        for (at, word) in own.iter().enumerate().filter(|(at, _)| left & (1 << at) == 0) {
            let letters = bank.0.letters(word);
            let free = |place: usize, used: u32| used & (1 << place) == 0;
            let like =
                others.iter().enumerate().filter(|(place, _)| free(*place, used_others)).find_map(
                    |(place, other)| Some((place, other, likeness(letters, book.0.letters(other))?)),
                );
            let Some((place, other, like)) = like else { continue };
            used_own |= 1 << at;
            used_others |= 1 << place;
            in_order &= at == place;
            let rarest = frequencies.bits(word.id).max(frequencies.bits(other.id));
            take(match like {
                Like::Initial => INITIAL,
                Like::Cut(letters) => (LETTER * letters as f32).min(rarest),
                Like::Slip => 0.7 * rarest,
            });
            match like {
                Like::Initial => initials = true,
                Like::Cut(_) => cuts = true,
                Like::Slip => slips = true,
            }
        }
    }
    let bits = best + BESIDE * (sum - best);
    let more = |words: &[Word], used: u32, of_bank: bool| {
        let left = words.iter().enumerate().filter(|(at, _)| used & (1 << at) == 0);
        left.map(|(_, word)| frequencies.more(word, of_bank)).max()
    };
    let left = (more(own, used_own, true), more(others, used_others, false));
    let class = match left {
        _ if bits == 0.0 => Words::Nothing,
        (None, None) if in_order && !(initials || slips || cuts) => Words::Same,
        (Some(More::Rare), Some(More::Rare)) => Words::Others,
        (Some(More::Rare | More::Common), Some(More::Rare | More::Common)) => Words::More,
        _ if initials => Words::Initials,
        _ if slips => Words::Slip,
        _ if in_order => Words::Begins,
        _ => Words::Within,
    };
    let (own, other) = (&bank.0.keys[bank.1 as usize], &book.0.keys[book.1 as usize]);
    let keyed = [(own.whole, other.whole), (own.beginning, other.beginning), (own.head, other.head)]
        .into_iter()
        .filter(|(a, b)| a == b && *a != super::memo::NONE)
        .map(|(key, _)| frequencies.bits(key))
        .fold(0.0, f32::max);
    let bits = bits.max(keyed).min(frequencies.most);
    if class == Words::Nothing {
        return (class, NO_WORDS, 0.0);
    }
    let most = frequencies.bank[bank.1 as usize].min(frequencies.book[book.1 as usize]);
    let degree = RARER.iter().filter(|from| bits > **from * most).count();
    (class, (class as usize * DEGREES + degree) as u8, bits)
}

/// How two words that differ may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Like {
    /// One is the first letter of the other.
    Initial,
    /// One was cut off after so many letters.
    Cut(usize),
    /// A letter more, less or other.
    Slip,
}

fn likeness(a: &[u8], b: &[u8]) -> Option<Like> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let digits = |word: &[u8]| word.iter().any(u8::is_ascii_digit);
    if short.first() != long.first() || digits(short) || digits(long) {
        return None;
    }
    match short.len() {
        0 => None,
        1 => Some(Like::Initial),
        length if length < long.len() && long.starts_with(short) => (length > 1).then_some(Like::Cut(length)),
        5.. if long.len() - short.len() <= 1 && one_edit(short, long) => Some(Like::Slip),
        _ => None,
    }
}

/// Whether one letter more, less or other, or two changed over, makes two words equal.
fn one_edit(short: &[u8], long: &[u8]) -> bool {
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[head..], &long[head..]);
    match (short, long) {
        _ if short.len() < long.len() => long[1..] == *short,
        ([a, b, rest @ ..], [c, d, others @ ..]) if rest == others && a == d && b == c => true,
        ([_, rest @ ..], [_, others @ ..]) => rest == others,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::memo::Lexicon;
    use super::*;

    #[test]
    fn amounts_have_their_classes() {
        let class = |paid, booked| amount(paid, booked);
        assert_eq!(class(100, 100), Some(EQUAL));
        assert_eq!(class(99_600, 100_000), Some(SHORT));
        assert_eq!(class(99_500, 100_000), Some(SHORT + 1));
        assert_eq!(class(103_000, 100_000), Some(OVER + 6));
        assert_eq!(class(12_540, 12_450), Some(CHANGED_OVER));
        assert_eq!(class(21_450, 12_450), Some(CHANGED_OVER));
        assert_eq!(class(72_450, 12_450), Some(ONE_DIGIT));
        assert_eq!(class(124_500, 12_450), Some(POINT));
        assert_eq!(class(12_450, 55_555), None);
        assert_eq!(class(i64::MAX, 1), None);
        assert_eq!(class(1, i64::MAX), None);
        for (paid, booked) in [(10, 1), (1, 10), (12, 21), (100, 1), (9, 8)] {
            assert!(class(paid, booked).is_some(), "{paid} {booked}");
        }
    }

    #[test]
    fn days_have_their_classes() {
        assert_eq!((lag(0), lag(-31), lag(31)), (31, 0, 62));
        assert_eq!((lag(-32), lag(40)), (63, 64));
        assert_eq!(usize::from(UNKNOWN_LAG), LAGS - 1);
        assert_eq!(days_of(usize::from(lag(7))), 7);
    }

    #[test]
    fn words_in_common() {
        let bank = [
            "JOHN SMITH INVOICE BGC",
            "JOHN SMITH BGC",
            "MARIA LOPEZ BGC",
            "DE LA CRUZ ANNA BGC",
            "X BGC",
            "PETROVA ANNA",
        ];
        let book = [
            "john smith invoice",
            "john smith invo",
            "j smith",
            "smith john",
            "jonh smyth",
            "maria garcia",
            "anna de la cruz",
            "other words",
            "petrova anna",
        ];
        let mut lexicon = Lexicon::default();
        let mut read = |texts: &[&str]| {
            let mut memos = Memos::default();
            let mut counts = Vec::new();
            for text in texts {
                memos.read(core::iter::once(*text), |feature| {
                    let id = lexicon.learn(feature, 0);
                    if counts.len() <= id as usize {
                        counts.resize(id as usize + 1, 0);
                    }
                    counts[id as usize] += 1;
                    id
                });
            }
            (memos, counts)
        };
        let ((bank, bank_counts), (book, book_counts)) = (read(&bank), read(&book));
        let frequencies = Frequencies::new((&bank, &bank_counts), (&book, &book_counts));
        let class = |a: u32, b: u32| words((&bank, a), (&book, b), &frequencies).0;
        assert_eq!(class(5, 8), Words::Same);
        assert_eq!(class(0, 0), Words::Begins);
        assert_eq!(class(0, 1), Words::Begins);
        assert_eq!(class(1, 1), Words::Begins);
        assert_eq!(class(1, 2), Words::Initials);
        assert_eq!(class(1, 3), Words::Within);
        assert_eq!(class(3, 6), Words::Within);
        assert_eq!(class(0, 7), Words::Nothing);
        assert_ne!(class(2, 5), Words::Nothing);
    }

    #[test]
    fn one_edit_is_found() {
        for (a, b) in [("garcia", "garcai"), ("garcia", "garzia"), ("garcia", "garcias"), ("garcia", "grcia")]
        {
            assert_eq!(
                likeness(a.as_bytes(), b.as_bytes()),
                if b == "garcias" { Some(Like::Cut(6)) } else { Some(Like::Slip) }
            );
        }
        assert_eq!(likeness(b"12345", b"12346"), None);
        assert_eq!(likeness(b"maria", b"marco"), None);
    }
}
