//! Items by the numbers and references under which a text may name them.
#![allow(clippy::indexing_slicing)] // a kernel: parts are cut from the tables that they were made for

use super::sieve::Sieve;
use crate::reference::Key;
use crate::reference::series::Form;
use rustc_hash::FxHashMap;

/// Where a number comes from, the strongest first: of two of an item with one key the first counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberForm {
    /// A payment reference that was printed on the item or sent with it.
    Reference,
    /// The number on the document, in some form.
    Printed(Form),
    /// A pro-forma, order or earlier number.
    Other,
    /// The host's key.
    Id,
}

impl NumberForm {
    /// Whether nothing of the number is left out: what may have been misread.
    pub fn is_whole(self) -> bool {
        matches!(self, NumberForm::Reference | NumberForm::Printed(Form::Full | Form::Digits))
    }
}

/// Items by number.
#[derive(Default)]
pub(super) struct NumberTable {
    at: FxHashMap<Key, (u32, u32)>,
    rows: Vec<(u32, NumberForm)>,
    /// Keys that there are at all, and those of whole numbers and references.
    sieve: Sieve,
    whole: Sieve,
    /// A bit for each length, in letters and digits, that a whole number or reference has.
    lengths: u64,
}

impl NumberTable {
    /// Sorts the numbers of items; of an item's forms with one key the first counts.
    pub fn build(mut found: Vec<(Key, u32, NumberForm)>) -> Self {
        found.sort_unstable();
        found.dedup_by_key(|(key, item, _)| (*key, *item));
        let mut out = NumberTable {
            at: FxHashMap::default(),
            rows: Vec::with_capacity(found.len()),
            sieve: Sieve::new(found.len()),
            whole: Sieve::new(found.len() / 2),
            lengths: 0,
        };
        let same = |a: &(Key, u32, NumberForm), b: &(Key, u32, NumberForm)| a.0 == b.0;
        out.at.reserve(found.chunk_by(same).count());
        for rows in found.chunk_by(same) {
            let key = rows[0].0;
            out.sieve.insert(key);
            if rows.iter().any(|row| row.2.is_whole()) {
                out.whole.insert(key);
                out.lengths |= 1 << key.length();
            }
            out.at.insert(key, (out.rows.len() as u32, rows.len() as u32));
            out.rows.extend(rows.iter().map(|row| (row.1, row.2)));
        }
        out
    }

    /// Items that a key names, with the form.
    pub fn get(&self, key: Key) -> &[(u32, NumberForm)] {
        if !self.sieve.may_hold(key) {
            return &[];
        }
        self.at.get(&key).map_or(&[], |(start, count)| &self.rows[*start as usize..][..*count as usize])
    }

    /// Items whose whole number or reference a key may be; surely none for most keys.
    pub fn get_whole(&self, key: Key) -> &[(u32, NumberForm)] {
        if self.whole.may_hold(key) { self.get(key) } else { &[] }
    }

    /// Whether any whole number is of about this length: one more, one less, or the same.
    pub fn has_length(&self, length: usize) -> bool {
        self.lengths & (0b111 << length.saturating_sub(1).min(60)) != 0
    }
}
