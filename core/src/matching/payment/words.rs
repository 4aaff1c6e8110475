//! The words of a payment, and what they are among the names of customers.

use crate::matching::hash::hash;
use crate::matching::index::{Index, NONE};
use rustc_hash::FxHashMap;

/// The distinct words of a field, in its order; memory that is used again.
#[derive(Default)]
pub(crate) struct Words {
    letters: String,
    ends: Vec<u32>,
    hashes: Vec<u64>,
    /// The name tokens that they are; `NONE` for a word that no customer has.
    pub tokens: Vec<u32>,
}

impl Words {
    pub fn clear(&mut self) {
        self.letters.clear();
        self.ends.clear();
        self.hashes.clear();
        self.tokens.clear();
    }

    /// Adds a word that is not there yet.
    pub fn push(&mut self, word: &str) {
        let hash = hash(word);
        let mut same = self.hashes.iter().enumerate().filter(|(_, known)| **known == hash);
        if same.any(|(at, _)| self.get(at) == word) {
            return;
        }
        self.letters.push_str(word);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        self.hashes.push(hash);
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A word; nothing beyond the last.
    pub fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.letters.get(start as usize..end as usize).unwrap_or_default()
    }

    /// How many bytes a word has.
    pub fn length(&self, at: usize) -> usize {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        end(at).saturating_sub(at.checked_sub(1).map_or(0, end)) as usize
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        (0..self.len()).map(|at| self.get(at))
    }

    /// Cuts a word in two.
    fn split(&mut self, at: usize, cut: usize) {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.insert(at, start + u32::try_from(cut).unwrap_or(0));
        let hashes = [hash(self.get(at)), hash(self.get(at + 1))];
        self.hashes.splice(at..=at, hashes);
    }
}

/// What a word is: looked up once, though it stands in a thousand payments.
#[derive(Clone, Debug, Default)]
struct Entry {
    /// The token that it is, or `NONE`.
    token: u32,
    /// Where it may be cut into two tokens; 0 nowhere.
    cut: u8,
    /// Tokens that it may be cut off or misspelt from; looked up when first asked for.
    like: Option<Box<[(u32, f64)]>>,
}

/// The words that were looked up so far.
#[derive(Default)]
pub(crate) struct Lexicon(FxHashMap<Box<str>, Entry>);

/// Words beyond which the lexicon begins anew.
const MOST_ENTRIES: usize = 1 << 16;
/// Words of one field.
const MOST_WORDS: usize = 100;

impl Lexicon {
    /// What a word is; nothing only where the table takes no more, which never is.
    fn entry(&mut self, index: &Index, word: &str) -> Option<&mut Entry> {
        // A word that is known is not copied.
        if !self.0.contains_key(word) {
            if self.0.len() >= MOST_ENTRIES {
                self.0.clear();
            }
            let token = index.token(word).unwrap_or(NONE);
            let cut = if token == NONE { cut(index, word) } else { 0 };
            self.0.insert(word.into(), Entry { token, cut, like: None });
        }
        self.0.get_mut(word)
    }

    /// Looks words up; cuts those that nobody has into two that customers have: `BYRNEEVENTS`.
    pub fn look_up(&mut self, index: &Index, words: &mut Words) {
        words.tokens.clear();
        let mut at = 0;
        while at < words.len() {
            let (token, cut) =
                self.entry(index, words.get(at)).map_or((NONE, 0), |entry| (entry.token, entry.cut));
            if cut > 0 && words.len() < MOST_WORDS {
                words.split(at, usize::from(cut));
                for part in [at, at + 1] {
                    let token = self.entry(index, words.get(part)).map_or(NONE, |entry| entry.token);
                    words.tokens.push(token);
                }
                at += 2;
            } else {
                words.tokens.push(token);
                at += 1;
            }
        }
    }

    /// Tokens that a word which is none may stand for, with how surely.
    pub fn like(&mut self, index: &Index, word: &str) -> &[(u32, f64)] {
        let Some(entry) = self.entry(index, word) else { return &[] };
        entry.like.get_or_insert_with(|| {
            let cut = index.tokens_with_prefix(word, 4).into_iter().map(|token| (token, 0.7));
            let misspelt = index.tokens_like(word).into_iter().map(|token| (token, 0.6));
            cut.chain(misspelt).collect()
        })
    }
}

fn cut(index: &Index, word: &str) -> u8 {
    if !(7..=40).contains(&word.len()) || !word.is_ascii() {
        return 0;
    }
    let both = |cut: &usize| {
        word.split_at_checked(*cut).is_some_and(|(a, b)| index.token(a).is_some() && index.token(b).is_some())
    };
    (3..word.len() - 2).find(both).and_then(|cut| u8::try_from(cut).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_once_and_can_be_cut() {
        let mut words = Words::default();
        for word in ["acme", "byrneevents", "acme", "ltd"] {
            words.push(word);
        }
        assert_eq!(words.iter().collect::<Vec<_>>(), ["acme", "byrneevents", "ltd"]);
        words.split(1, 5);
        assert_eq!(words.iter().collect::<Vec<_>>(), ["acme", "byrne", "events", "ltd"]);
        words.push("events");
        assert_eq!(words.len(), 4);
        words.clear();
        assert!(words.is_empty());
        assert_eq!(words.get(0), "");
    }
}
