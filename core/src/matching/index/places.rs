//! Rows by a text of theirs, for as long as many are looked for.

use super::buckets::Buckets;
use crate::matching::hash::hash;

/// Rows by the hash of a text. Half a dozen searches through a list in order cost as much as its making for one row.
#[derive(Debug, Default)]
pub struct Places(Buckets);

impl Places {
    /// Of texts with their rows.
    pub fn new<'a>(texts: impl ExactSizeIterator<Item = (&'a str, u32)>) -> Self {
        let mut out = Buckets::with_capacity(texts.len());
        texts.for_each(|(text, row)| out.add(hash(text), row));
        Places(out)
    }

    /// The last row that has a text; `of` says the text of a row.
    pub fn find<'a>(&self, text: &str, of: impl Fn(u32) -> &'a str) -> Option<u32> {
        self.0.get(hash(text)).filter(|row| of(*row) == text).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_equal_texts_is_found_and_nothing_else() {
        let texts = ["a", "b", "a", ""];
        let places = Places::new(texts.iter().copied().zip(0..4_u32).collect::<Vec<_>>().into_iter());
        let found = |text: &str| places.find(text, |row| texts[row as usize]);
        assert_eq!([found("a"), found("b"), found(""), found("c")], [Some(2), Some(1), Some(3), None]);
    }
}
