//! What the words of two memos have in common, as classes, and how rare that is.
#![allow(clippy::indexing_slicing)] // a kernel: places are those of words of one memo

use super::frequency::{Counted, Frequencies, More};
use super::memo::{LETTER, MOST_WORDS, Word};

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
    /// Both go on behind what they share, and otherwise: other purposes.
    Instead,
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

/// Bits of an initial that fits.
const INITIAL: f32 = 3.5;
/// The same beside a whole word: who has the surname mostly has the initial.
const INITIAL_BESIDE: f32 = 1.0;
/// What a word with a slip says of what it would say without.
const SLIP: f32 = 0.7;
/// From which word of a memo on one that was cut after its first letter is no initial.
const LATE: usize = 2;

/// A word that two memos share: its places, and how.
#[derive(Clone, Copy)]
struct Shared {
    own: usize,
    other: usize,
    like: Option<Like>,
    bits: f32,
}

/// A memo of a side.
#[derive(Clone, Copy)]
pub(super) struct Memo<'a> {
    pub side: Counted<'a>,
    pub row: u32,
}

/// What two memos have in common, and bits against its being so by chance.
pub(super) fn words(bank: Memo<'_>, book: Memo<'_>, frequencies: &Frequencies) -> (Words, u8, f32) {
    let (own, others) = (bank.side.memos.words(bank.row), book.side.memos.words(book.row));
    let mut shared = [Shared { own: 0, other: 0, like: None, bits: 0.0 }; MOST_WORDS];
    let count = pair_up(bank, book, frequencies, &mut shared);
    let shared = &shared[..count];
    if shared.is_empty() {
        return (Words::Nothing, NO_WORDS, 0.0);
    }
    let has = |wanted: fn(&Like) -> bool| shared.iter().any(|one| one.like.as_ref().is_some_and(wanted));
    let (initials, slips, cuts) = (
        has(|like| *like == Like::Initial),
        has(|like| *like == Like::Slip),
        has(|like| matches!(like, Like::Cut(_))),
    );
    let in_order = shared.iter().all(|one| one.own == one.other);
    let used = |at: fn(&Shared) -> usize| shared.iter().fold(0_u32, |used, one| used | 1 << at(one));
    let more = |words: &[Word], used: u32, of_bank: bool| {
        let left = words.iter().enumerate().filter(|(at, _)| used & (1 << at) == 0);
        let left = left.map(|(at, word)| (frequencies.more(word, of_bank), at));
        left.filter(|(more, _)| *more != More::Nothing).max()
    };
    let (used_own, used_others) = (used(|one| one.own), used(|one| one.other));
    let behind = |left: (More, usize), used: u32| 1_u64 << left.1 > u64::from(used);
    let class = match (more(own, used_own, true), more(others, used_others, false)) {
        (None, None) if in_order && !(initials || slips || cuts) => Words::Same,
        (Some((More::Rare, _)), Some((More::Rare, _))) => Words::Others,
        (Some(left), Some(other)) if behind(left, used_own) && behind(other, used_others) => Words::Instead,
        (Some(_), Some(_)) => Words::More,
        _ if initials => Words::Initials,
        _ if slips => Words::Slip,
        _ if in_order => Words::Begins,
        _ => Words::Within,
    };
    let bits = bits_of(bank, book, shared, frequencies);
    let degree =
        RARER.iter().filter(|from| bits > **from * frequencies.of_lesser(bank.row, book.row)).count();
    (class, (class as usize * DEGREES + degree) as u8, bits)
}

/// Finds the words that two memos share: equal ones first, then those that may be one.
fn pair_up(
    bank: Memo<'_>,
    book: Memo<'_>,
    frequencies: &Frequencies,
    shared: &mut [Shared; MOST_WORDS],
) -> usize {
    let (own, others) = (bank.side.memos.words(bank.row), book.side.memos.words(book.row));
    let (mut used_own, mut used_others) = (0_u32, 0_u32);
    let mut count = 0;
    for (at, word) in own.iter().enumerate() {
        let same = |(place, other): &(usize, &Word)| other.id == word.id && used_others & (1 << place) == 0;
        let Some((place, _)) = others.iter().enumerate().find(same) else { continue };
        (used_own, used_others) = (used_own | 1 << at, used_others | 1 << place);
        let bits = frequencies.bits(word.id, word.id);
        shared[count] = Shared { own: at, other: place, like: None, bits };
        count += 1;
    }
    if count == own.len().min(others.len()) {
        return count;
    }
    for (at, word) in own.iter().enumerate().filter(|(at, _)| used_own & (1 << at) == 0) {
        let letters = bank.side.memos.letters(word);
        let like = |place: usize| {
            let like = likeness(letters, book.side.memos.letters(&others[place]))?;
            if like == Like::Initial && at.abs_diff(place) > 1 {
                return None;
            }
            let late = at == place && at >= LATE && (at + 1 == own.len() || place + 1 == others.len());
            Some((place, if like == Like::Initial && late { Like::Cut(1) } else { like }))
        };
        let mut free = (0..others.len()).filter(|place| used_others & (1 << place) == 0);
        let Some((place, like)) = free.find_map(like) else { continue };
        let other = others[place];
        used_others |= 1 << place;
        let both = frequencies.bits(word.id, other.id);
        let rarest = frequencies.bits(word.id, word.id).max(frequencies.bits(other.id, other.id));
        let bits = match like {
            Like::Initial => INITIAL,
            Like::Cut(letters) => both.min(LETTER * letters as f32),
            Like::Slip => SLIP * rarest,
        };
        shared[count] = Shared { own: at, other: place, like: Some(like), bits };
        count += 1;
    }
    count
}

/// Bits against sharing these words by chance: those of the rarest, and of the others beside it.
fn bits_of(bank: Memo<'_>, book: Memo<'_>, shared: &[Shared], frequencies: &Frequencies) -> f32 {
    let (own, others) = (bank.side.memos.words(bank.row), book.side.memos.words(book.row));
    let Some(rarest) = shared.iter().max_by(|a, b| a.bits.total_cmp(&b.bits)) else { return 0.0 };
    // Company is known of the rarest word of a row.
    let known = (bank.side.rarest(bank.row) == rarest.own, book.side.rarest(book.row) == rarest.other);
    let rows =
        |known: bool, memo: Memo<'_>, word: &Word| if known { memo.side.others_with(word.id) } else { 0.0 };
    let seen = rows(known.0, bank, &own[rarest.own]) + rows(known.1, book, &others[rarest.other]);
    let unseen = (frequencies.seen(own[rarest.own].id, others[rarest.other].id) - seen).max(0.0);
    let mut sum = rarest.bits;
    for one in shared.iter().filter(|one| one.own != rarest.own) {
        let together = |known: bool, memo: Memo<'_>, at: usize| {
            if known { memo.side.others_together(memo.row, at) } else { 0.0 }
        };
        let both = together(known.0, bank, one.own) + together(known.1, book, one.other);
        let words = (own[one.own].id, others[one.other].id);
        let beside = frequencies.beside(words, both, seen, unseen);
        sum += match one.like {
            None => beside,
            Some(Like::Initial) if rarest.like == Some(Like::Initial) => INITIAL,
            Some(Like::Initial) => INITIAL_BESIDE,
            Some(Like::Cut(letters)) => beside.min(LETTER * letters as f32),
            Some(Like::Slip) => SLIP * beside,
        };
    }
    sum
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
    use super::super::frequency::Company;
    use super::super::memo::{Lexicon, Memos};
    use super::*;
    use proptest::prelude::*;

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
            "john smith refund",
        ];
        let mut lexicon = Lexicon::default();
        let mut read = |texts: &[&str]| {
            let mut memos = Memos::default();
            let mut counts: Vec<u32> = Vec::new();
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
            let company = Company::new(&memos, &counts);
            (memos, counts, company)
        };
        let (bank, book) = (read(&bank), read(&book));
        fn side(of: &(Memos, Vec<u32>, Company)) -> Counted<'_> {
            Counted { memos: &of.0, counts: &of.1, company: &of.2 }
        }
        let (bank, book) = (side(&bank), side(&book));
        let frequencies = Frequencies::new(bank, book);
        let memo = |side, row| Memo { side, row };
        let class = |a: u32, b: u32| words(memo(bank, a), memo(book, b), &frequencies).0;
        assert_eq!(class(5, 8), Words::Same);
        // What the bank writes behind every name is no word more.
        assert_eq!(class(0, 0), Words::Same);
        assert_eq!(class(0, 1), Words::Begins);
        assert_eq!(class(1, 1), Words::Begins);
        assert_eq!(class(1, 2), Words::Initials);
        assert_eq!(class(1, 3), Words::Within);
        assert_eq!(class(3, 6), Words::Within);
        assert_eq!(class(0, 7), Words::Nothing);
        assert_eq!(class(0, 9), Words::Instead);
        assert_ne!(class(2, 5), Words::Nothing);
    }

    proptest! {
        #[test]
        fn one_edit_agrees_with_strsim(a in "[abc]{1,7}", b in "[abc]{1,7}") {
            let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
            prop_assume!(long.len() - short.len() <= 1);
            prop_assert_eq!(one_edit(short.as_bytes(), long.as_bytes()), strsim::osa_distance(short, long) <= 1);
        }
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
