//! Words as integers, and tables of words that are looked up in one step.
//!
//! # Design
//! The words of names and of remittance texts are looked up among titles, legal forms, labels, alone and in runs. A word of
//! up to sixteen bytes fits an integer, two words make a third by a shift, and a table of integers built by the compiler
//! answers with one comparison: no text is copied or compared letter by letter.
#![allow(clippy::indexing_slicing)] // a kernel: tables are indexed within their own size, and built by the compiler

/// The longest word that fits, in bytes.
pub(crate) const LONGEST: usize = 16;

/// A word of one to sixteen bytes; 0 for longer ones, and for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Packed(u128);

impl Packed {
    pub const fn of(word: &[u8]) -> Self {
        let mut packed = 0;
        let mut at = 0;
        while at < word.len() && word.len() <= LONGEST {
            packed = packed << 8 | word[at] as u128;
            at += 1;
        }
        Packed(packed)
    }

    /// The word that stands somewhere in a text: in one read where the text goes on behind it.
    pub fn in_text(text: &[u8], start: usize, end: usize) -> Self {
        let length = end.wrapping_sub(start);
        match text.get(start..).and_then(|rest| rest.first_chunk()) {
            Some(block) if (1..=LONGEST).contains(&length) => {
                Packed(u128::from_be_bytes(*block) >> (8 * (LONGEST - length)))
            }
            _ => Self::of(text.get(start..end).unwrap_or_default()),
        }
    }

    /// With its ASCII letters in lower case.
    pub fn to_ascii_lowercase(self) -> Self {
        // All bytes at once: the high bit of a byte's sum tells whether it is at least A, or beyond Z.
        const EACH: u128 = u128::MAX / 255;
        let low = self.0 & (0x7F * EACH);
        let from_a = low + (0x80 - b'A' as u128) * EACH;
        let beyond_z = low + (0x7F - b'Z' as u128) * EACH;
        let capitals = (from_a ^ beyond_z) & !self.0 & (0x80 * EACH);
        Packed(self.0 | capitals >> 2)
    }

    /// With a word of so many bytes behind it; together they are no longer than fits.
    pub fn then(self, word: Packed, length: usize) -> Self {
        Packed(self.0.checked_shl(8 * length as u32).unwrap_or(0) | word.0)
    }
}

/// Words with a value each.
pub(crate) struct Table<const SLOTS: usize> {
    words: [u128; SLOTS],
    values: [u16; SLOTS],
}

impl<const SLOTS: usize> Table<SLOTS> {
    pub const fn new() -> Self {
        Table { words: [0; SLOTS], values: [0; SLOTS] }
    }

    /// Adds the bits of a value to those of a word; words that do not fit are passed over.
    pub const fn with(mut self, word: &[u8], value: u16) -> Self {
        let Packed(word) = Packed::of(word);
        let mut slot = Self::slot(word);
        while self.words[slot] != 0 && self.words[slot] != word {
            slot = (slot + 1) % SLOTS;
        }
        if word != 0 {
            self.words[slot] = word;
            self.values[slot] |= value;
        }
        self
    }

    /// Adds the bits of a value to those of each word of a list; a space parts two.
    pub const fn with_all(mut self, words: &str, value: u16) -> Self {
        let mut rest = words.as_bytes();
        while !rest.is_empty() {
            let mut end = 0;
            while end < rest.len() && rest[end] != b' ' {
                end += 1;
            }
            let (word, behind) = rest.split_at(end);
            self = self.with(word, value);
            rest = match behind {
                [_, behind @ ..] => behind,
                [] => behind,
            };
        }
        self
    }

    /// The value of a word; 0 for a word that the table does not have.
    pub fn get(&self, Packed(word): Packed) -> u16 {
        let mut slot = Self::slot(word);
        while self.words[slot] != 0 {
            if self.words[slot] == word {
                return self.values[slot];
            }
            slot = (slot + 1) % SLOTS;
        }
        0
    }

    /// Where a word stands, unless others stood there before it. There are far more slots than words.
    const fn slot(word: u128) -> usize {
        let mixed = (word as u64) ^ ((word >> 64) as u64).wrapping_mul(0xA076_1D64_78BD_642F);
        (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - SLOTS.trailing_zeros())) as usize % SLOTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn two_words_make_a_third(a in "[a-z]{1,8}", b in "[a-z]{1,8}") {
            let word = |text: &str| Packed::of(text.as_bytes());
            prop_assert_eq!(word(&a).then(word(&b), b.len()), word(&format!("{a}{b}")));
        }

        #[test]
        fn a_word_is_the_same_wherever_it_stands(before in "[a-z]{0,9}", own in "[a-z]{0,18}", after in "[a-z]{0,20}") {
            let text = format!("{before}{own}{after}");
            let packed = Packed::in_text(text.as_bytes(), before.len(), before.len() + own.len());
            prop_assert_eq!(packed, Packed::of(own.as_bytes()));
        }

        #[test]
        fn lower_case_is_that_of_the_bytes(bytes in proptest::collection::vec(any::<u8>(), 1..=16)) {
            let lower = Packed::of(&bytes.to_ascii_lowercase());
            prop_assert_eq!(Packed::of(&bytes).to_ascii_lowercase(), lower);
        }

        #[test]
        fn what_was_put_in_is_found(words in proptest::collection::btree_set("[a-e]{1,16}", 1..40), other in "[a-e]{1,20}") {
            let mut table = Table::<64>::new();
            for (at, word) in words.iter().enumerate() {
                table = table.with(word.as_bytes(), at as u16 + 1);
            }
            for (at, word) in words.iter().enumerate() {
                prop_assert_eq!(table.get(Packed::of(word.as_bytes())), at as u16 + 1);
            }
            prop_assert_eq!(table.get(Packed::of(other.as_bytes())) > 0, words.contains(&other));
        }
    }
}
