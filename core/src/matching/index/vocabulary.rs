//! Words that names and texts are made of everywhere: what a small batch cannot tell by itself.

use crate::matching::hash::hash;
use crate::party::frequent::{self, Frequent, PHRASES, TEXT_WORDS};
use rustc_hash::{FxHashMap, FxHashSet};

/// The shipped lists of words, by hash.
pub struct Vocabulary {
    kinds: FxHashMap<u64, Frequent>,
    names: FxHashSet<u64>,
    texts: FxHashSet<u64>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut kinds = FxHashMap::default();
        let mut names = FxHashSet::default();
        for (kind, word) in frequent::words() {
            kinds.entry(hash(word)).or_insert(kind);
            if matches!(kind, Frequent::Given | Frequent::Surname) {
                names.insert(hash(word));
            }
        }
        let texts = PHRASES.split(' ').chain(TEXT_WORDS.split(' ')).map(hash).collect();
        Vocabulary { kinds, names, texts }
    }
}

impl Vocabulary {
    /// How often a word stands in names, if it is a frequent one.
    pub fn kind(&self, word: &str) -> Option<Frequent> {
        self.kinds.get(&hash(word)).copied()
    }

    /// Whether a word stands in texts of payments, whatever the batch.
    pub fn is_of_texts(&self, word: &str) -> bool {
        self.texts.contains(&hash(word))
    }

    /// Whether many people bear a name.
    pub fn is_name(&self, word: &str) -> bool {
        self.names.contains(&hash(word))
    }
}
