//! Items by the numbers and references under which a text may name them.

use super::buckets::{Buckets, Found};
use super::sieve::Sieve;
use crate::reference::Key;
use crate::reference::series::Form;

/// Where a number comes from, the strongest first.
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
    const ALL: [NumberForm; 7] = [
        NumberForm::Reference,
        NumberForm::Printed(Form::Full),
        NumberForm::Printed(Form::Digits),
        NumberForm::Printed(Form::Serial),
        NumberForm::Printed(Form::Bare),
        NumberForm::Other,
        NumberForm::Id,
    ];

    /// Whether nothing of the number is left out: what may have been misread.
    pub fn is_whole(self) -> bool {
        matches!(self, NumberForm::Reference | NumberForm::Printed(Form::Full | Form::Digits))
    }

    fn code(self) -> u32 {
        Self::ALL.iter().zip(0..).find(|(form, _)| **form == self).map_or(0, |(_, code)| code)
    }
}

/// Items by number.
#[derive(Default)]
pub struct NumberTable {
    /// Of each number the item's row, and in the last three bits the form.
    entries: Buckets,
    /// Keys that there are at all, and those of whole numbers and references.
    sieve: Sieve,
    whole: Sieve,
    /// A bit for each length, in letters and digits, that a whole number or reference has.
    lengths: u64,
}

impl NumberTable {
    pub fn with_capacity(numbers: usize) -> Self {
        NumberTable {
            entries: Buckets::with_capacity(numbers),
            sieve: Sieve::new(numbers),
            whole: Sieve::new(numbers / 2),
            lengths: 0,
        }
    }

    /// Adds a number of an item.
    pub fn add(&mut self, key: Key, item: u32, form: NumberForm) {
        self.entries.add(key.mixed(), item << 3 | form.code());
        if self.sieve.is_full(self.entries.len()) {
            self.sieve = Sieve::new(2 * self.entries.len());
            self.whole = Sieve::new(2 * self.entries.len());
            let NumberTable { entries, sieve, whole, .. } = self;
            entries.each(|hash, entry| {
                sieve.insert(hash);
                if row(entry).1.is_whole() {
                    whole.insert(hash);
                }
            });
        }
        self.sieve.insert(key.mixed());
        if form.is_whole() {
            self.whole.insert(key.mixed());
            self.lengths |= 1 << key.length();
        }
    }

    /// Leaves out the numbers for which `kept` is false.
    pub fn retain(&mut self, kept: impl Fn(u32, NumberForm) -> bool) {
        let mut rest = NumberTable { lengths: self.lengths, ..Self::with_capacity(self.entries.len()) };
        self.entries.each(|hash, entry| {
            let (item, form) = row(entry);
            if kept(item, form) {
                rest.entries.add(hash, entry);
                rest.sieve.insert(hash);
                if form.is_whole() {
                    rest.whole.insert(hash);
                }
            }
        });
        *self = rest;
    }

    /// Items that a key names, with the form, in no order; items that are gone may be among them.
    pub fn get(&self, key: Key) -> Option<Found<'_>> {
        let hash = key.mixed();
        self.sieve.may_hold(hash).then(|| self.entries.get(hash))
    }

    /// Whether a key may be a whole number or reference; surely not for most keys.
    pub fn may_be_whole(&self, key: Key) -> bool {
        self.whole.may_hold(key.mixed())
    }

    /// Whether any whole number is of about this length: one more, one less, or the same.
    pub fn has_length(&self, length: usize) -> bool {
        self.lengths & (0b111 << length.saturating_sub(1).min(60)) != 0
    }
}

/// The item of an entry, and the form.
pub fn row(entry: u32) -> (u32, NumberForm) {
    let form = NumberForm::ALL.get((entry & 7) as usize).copied().unwrap_or(NumberForm::Id);
    (entry >> 3, form)
}
