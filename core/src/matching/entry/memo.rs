//! Memos as words and keys: integers that both sides share.
//!
//! # Design
//! A memo is folded and cut into words once. Each word, and each of three keys of the whole (all its letters, the first ten
//! of them, its first word with the next one's initial), is a feature with a number, so that finding and comparing memos
//! never looks at letters but where a word was cut off. The first four letters of a word are its stem: how often each side
//! uses a stem says whether a word belongs to the memos or is something that only this bank writes.
#![allow(clippy::indexing_slicing)] // a kernel: spans are cut from the tables that they were made for

use crate::matching::hash::hash;
use crate::text;
use core::ops::Range;
use rustc_hash::FxHashMap;

/// No feature.
pub(super) const NONE: u32 = u32::MAX;
/// Words of one memo that are read, and bytes.
pub(super) const MOST_WORDS: usize = 16;
const MOST_BYTES: usize = 512;
/// Most bits that a letter of a word says where the word was cut.
pub(super) const LETTER: f32 = 2.5;
/// Letters of the key of a memo's beginning.
const BEGINNING: usize = 10;

/// A word of a memo.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its feature, and that of its stem.
    pub id: u32,
    pub stem: u32,
    start: u32,
    pub length: u32,
}

/// Keys of a whole memo; `NONE` where it is too short for one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keys {
    /// All its words.
    pub whole: u32,
    /// Its first ten letters.
    pub beginning: u32,
    /// Its first word, and the first letter of the second.
    pub head: u32,
}

/// The memos of one side, one behind the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Memos {
    text: String,
    words: Vec<Word>,
    ends: Vec<u32>,
    pub keys: Vec<Keys>,
}

impl Memos {
    /// With room for so many rows of a few words.
    pub fn with_capacity(rows: usize) -> Self {
        Memos {
            text: String::with_capacity(rows * 24),
            words: Vec::with_capacity(rows * 4),
            ends: Vec::with_capacity(rows),
            keys: Vec::with_capacity(rows),
        }
    }

    pub fn words(&self, row: u32) -> &[Word] {
        &self.words[self.span(row)]
    }

    /// Places of the words of a row among all.
    pub fn span(&self, row: u32) -> Range<usize> {
        let at = row as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[at] as usize
    }

    pub fn all_words(&self) -> &[Word] {
        &self.words
    }

    pub fn letters(&self, word: &Word) -> &[u8] {
        &self.text.as_bytes()[word.start as usize..(word.start + word.length) as usize]
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// With which letters its words begin, as bits: memos that share none have nothing in common.
    pub fn first_letters(&self, row: u32) -> u64 {
        let first = |word: &Word| self.letters(word).first().copied().unwrap_or(0);
        self.words(row).iter().fold(0, |bits, word| bits | 1 << (first(word) & 63))
    }

    /// Reads one more memo, from its parts. `feature` gives a feature its number.
    pub fn read<'t>(&mut self, parts: impl Iterator<Item = &'t str>, mut feature: impl FnMut(u64) -> u32) {
        let start = self.text.len();
        for part in parts {
            if self.text.len() > start {
                self.text.push(' ');
            }
            text::fold_into(text::start_of(part, MOST_BYTES), &mut self.text);
        }
        let mut whole = Mix(1);
        let mut beginning = Mix(2);
        let mut letters = 0;
        let mut first = NONE;
        let mut head = NONE;
        let from = self.words.len();
        let folded = &self.text[start..];
        let mut words = core::mem::take(&mut self.words);
        for token in text::tokens(folded) {
            let offset = token.as_ptr() as usize - folded.as_ptr() as usize;
            for (skip, word) in split(token) {
                if words.len() - from >= MOST_WORDS {
                    break;
                }
                let id = feature(hash(word));
                let stem = feature(stem(word));
                whole.add(hash(word));
                for byte in word.bytes().take(BEGINNING.saturating_sub(letters)) {
                    beginning.add(u64::from(byte));
                }
                letters += word.len();
                match first {
                    NONE => first = id,
                    _ if head == NONE => {
                        let mut key = Mix(3);
                        key.add(u64::from(first));
                        key.add(u64::from(word.bytes().next().unwrap_or(0)));
                        head = feature(key.0);
                    }
                    _ => {}
                }
                words.push(Word {
                    id,
                    stem,
                    start: (start + offset + skip) as u32,
                    length: word.len() as u32,
                });
            }
        }
        self.words = words;
        self.ends.push(self.words.len() as u32);
        self.keys.push(Keys {
            whole: if letters > 0 { feature(whole.0) } else { NONE },
            beginning: if letters >= BEGINNING { feature(beginning.0) } else { NONE },
            head,
        });
    }
}

/// A key while its parts are added: no part is lost, and their order counts.
struct Mix(u64);

impl Mix {
    fn add(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Letters and digits of a word apart, where the digits are a number: `INV20331`. With where each part starts.
fn split(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let digits = word.bytes().position(|byte| byte.is_ascii_digit()).filter(|at| *at > 0);
    let number =
        |at: &usize| word.len() - at >= 3 && word.bytes().skip(*at).all(|byte| byte.is_ascii_digit());
    let cut = digits.filter(number).unwrap_or(word.len());
    let (letters, number) = word.split_at_checked(cut).unwrap_or((word, ""));
    [(0, letters), (cut, number)].into_iter().filter(|part| !part.1.is_empty())
}

/// The stem of a word: its first four letters; of a number how long it is.
fn stem(word: &str) -> u64 {
    let mut key = Mix(4);
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        key.add(word.len() as u64);
        key.add(0);
    } else {
        word.bytes().take(4).for_each(|byte| key.add(u64::from(byte)));
    }
    key.0
}

/// Numbers of features.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    rows: FxHashMap<u64, u32>,
}

impl Lexicon {
    pub fn with_capacity(features: usize) -> Self {
        Lexicon { rows: FxHashMap::with_capacity_and_hasher(features, rustc_hash::FxBuildHasher) }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn get(&self, feature: u64) -> Option<u32> {
        self.rows.get(&feature).copied()
    }

    /// The number of a feature; numbers of new ones go on from `first`.
    pub fn learn(&mut self, feature: u64, first: usize) -> u32 {
        let next = (first + self.rows.len()) as u32;
        *self.rows.entry(feature).or_insert(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> Memos {
        let (mut memos, mut lexicon) = (Memos::default(), Lexicon::default());
        for text in texts {
            memos.read(core::iter::once(*text), |feature| lexicon.learn(feature, 0));
        }
        memos
    }

    #[test]
    fn words_are_folded_and_numbers_stand_alone() {
        let memos = read(&["Müller INV20331, 4x", "", "muller inv 20331"]);
        let words = |row: u32| -> Vec<String> {
            memos
                .words(row)
                .iter()
                .map(|word| String::from_utf8_lossy(memos.letters(word)).into_owned())
                .collect()
        };
        assert_eq!(words(0), ["muller", "inv", "20331", "4x"]);
        assert!(words(1).is_empty());
        let ids = |row: u32| memos.words(row).iter().map(|word| word.id).collect::<Vec<_>>();
        assert_eq!(ids(0)[..3], ids(2)[..]);
        assert_eq!(memos.keys[0].beginning, memos.keys[2].beginning);
        assert_ne!(memos.keys[0].whole, memos.keys[2].whole);
        assert_eq!(memos.keys[1].whole, NONE);
    }

    #[test]
    fn what_is_cut_in_the_first_word_keeps_its_stem() {
        let memos = read(&["CORVINUS", "Corv", "12345", "54321", "123"]);
        let stem = |row: u32| memos.words(row)[0].stem;
        assert_eq!(stem(0), stem(1));
        assert_eq!(stem(2), stem(3));
        assert_ne!(stem(3), stem(4));
        assert_ne!(memos.words(0)[0].id, memos.words(1)[0].id);
    }
}
