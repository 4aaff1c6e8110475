//! Voids: an entry and the one that takes it back cancel each other, and no bank row is for them.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::memo::Memos;
use super::pairs::Pairs;
use super::relation::EQUAL;
use super::side::{Book, Part};

/// Days after an entry in which it is taken back.
const LATEST: i32 = 45;
/// A claim from which on an entry has its bank row, and one that is a rival.
const TAKEN: f32 = 0.5;
const RIVAL: f32 = 0.01;

/// Marks entries that cancel each other. `weights` are the pairs' probabilities.
pub(super) fn cancelled(book: &Book, pairs: &Pairs, weights: &[f32]) -> Vec<bool> {
    let mut out = vec![false; book.rows.rows.len()];
    let claims = Claims::new(book, pairs, weights);
    for part in &book.rows.parts {
        let (currency, negative) = part.kind;
        let Some(other) = book.rows.part((currency, !negative)) else { continue };
        for void in part.rows.clone().filter(|row| claims.of[*row as usize] < TAKEN) {
            if out[void as usize] {
                continue;
            }
            if let Some(entry) = taken_back(book, other, void, &claims, &out) {
                out[void as usize] = true;
                out[entry as usize] = true;
            }
        }
    }
    out
}

/// What the pairs say of each entry: how surely it has a bank row, and which is its likeliest.
struct Claims<'a> {
    of: Vec<f32>,
    likeliest: Vec<(f32, u32)>,
    pairs: &'a Pairs,
    weights: &'a [f32],
}

impl<'a> Claims<'a> {
    fn new(book: &Book, pairs: &'a Pairs, weights: &'a [f32]) -> Self {
        let mut of = vec![0.0; book.rows.rows.len()];
        let mut likeliest = vec![(0.0, 0); book.rows.rows.len()];
        for row in 0..pairs.rows() {
            for at in pairs.of(row) {
                let entry = pairs.pairs[at].entry as usize;
                of[entry] += weights[at];
                if weights[at] > likeliest[entry].0 {
                    likeliest[entry] = (weights[at], row as u32);
                }
            }
        }
        Claims { of, likeliest, pairs, weights }
    }

    /// Whether the bank row of an entry may as well be for another one, of the same amount, that is not before a day.
    fn may_be_of_another(&self, book: &Book, entry: u32, day: i32) -> bool {
        let (_, row) = self.likeliest[entry as usize];
        self.pairs.of(row as usize).any(|at| {
            let pair = &self.pairs.pairs[at];
            pair.entry != entry
                && pair.amount == EQUAL
                && self.weights[at] > RIVAL
                && book.row(pair.entry).day >= day
        })
    }
}

/// The entry that a void takes back: of the same amount and words, before it or of its day.
fn taken_back(book: &Book, part: &Part, void: u32, claims: &Claims<'_>, out: &[bool]) -> Option<u32> {
    let row = book.row(void);
    let fits = |entry: &u32| {
        let days = row.day.saturating_sub(book.row(*entry).day);
        !out[*entry as usize] && (0..=LATEST).contains(&days) && same_words(&book.memos, *entry, void)
    };
    // The last one before it; of its own day only where there is none.
    let rank =
        |entry: &u32| (book.row(*entry).day < row.day, book.row(*entry).day, core::cmp::Reverse(*entry));
    let free =
        |entry: &u32| claims.of[*entry as usize] < TAKEN || claims.may_be_of_another(book, *entry, row.day);
    book.equal(part, row.amount).iter().map(|row| row.1).filter(fits).filter(free).max_by_key(rank)
}

/// Whether all words of an entry stand in the one that takes it back; that may have one or two more (`VOID`).
fn same_words(memos: &Memos, entry: u32, void: u32) -> bool {
    let (own, others) = (memos.words(entry), memos.words(void));
    !own.is_empty()
        && others.len() <= own.len() + 3
        && own.iter().all(|word| others.iter().any(|other| other.id == word.id))
}
