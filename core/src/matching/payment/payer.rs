//! Customers who may have paid: those to whom accounts, ids, numbers and the words of names lead.
#![allow(clippy::indexing_slicing)] // a kernel: row numbers come from the tables that they index

use super::features::Reading;
use super::told::{Party, Told, seek};
use super::words::Lexicon;
use crate::matching::index::{Equal, Index, NONE};
use crate::matching::weigh::clue::{About, Clue, Weighed};
use crate::matching::weigh::parameters as p;
use core::cmp::Ordering;
use rustc_hash::FxHashMap;

/// Looks for the customers who may have made a payment.
pub(crate) struct Payers<'a> {
    pub index: &'a Index,
}

impl Payers<'_> {
    /// Finds customers for whom something speaks, best first, at most `MOST_CUSTOMERS`; `rough` holds all of them
    /// afterwards, and `ranked` is memory that is used again.
    pub fn candidates(
        &self,
        told: &Told<'_>,
        words: &[(u32, f64)],
        rough: &mut FxHashMap<u32, f64>,
        ranked: &mut Vec<(u32, f64)>,
        out: &mut Vec<Party>,
    ) {
        self.leads(told, words, rough);
        ranked.clear();
        ranked.extend(rough.iter().map(|(customer, bits)| (*customer, *bits)));
        if ranked.len() > p::MOST_CUSTOMERS {
            // They were found by their rare words: of many who share one, the common ones tell who is meant.
            let common = self.common(words);
            if !common.is_empty() {
                ranked.iter_mut().for_each(|(customer, bits)| *bits += self.common_bits(*customer, &common));
            }
        }
        let before = |a: u32, b: u32| self.index.customer_before(a, b);
        let best = ranked.iter().map(|row| row.1).max_by(f64::total_cmp).unwrap_or(0.0);
        ranked.retain(|(_, bits)| *bits >= best - p::DEPTH_OF_CUSTOMERS);
        let order = |a: &(u32, f64), b: &(u32, f64)| b.1.total_cmp(&a.1).then_with(|| before(a.0, b.0));
        // Of hundreds who share a word only the first few are put in order.
        if ranked.len() > p::MOST_CUSTOMERS {
            ranked.select_nth_unstable_by(p::MOST_CUSTOMERS, order);
            ranked.truncate(p::MOST_CUSTOMERS);
        }
        ranked.sort_unstable_by(order);
        out.clear();
        out.extend(ranked.iter().map(|(customer, _)| told.party(*customer)));
        self.add_groups(out);
        out.sort_by(|a, b| b.bits.total_cmp(&a.bits).then_with(|| before(a.customer, b.customer)));
    }

    /// All customers for whom something speaks, roughly weighed.
    pub fn leads(&self, told: &Told<'_>, words: &[(u32, f64)], rough: &mut FxHashMap<u32, f64>) {
        rough.clear();
        told.leads(|customer, bits| *rough.entry(customer).or_insert(0.0) += bits);
        self.by_name(words, rough);
    }

    /// Where in the text the numbers stand of customers who are its payers by more than that.
    pub fn own_numbers(&self, parties: &[Party], reading: &Reading) -> Vec<(u16, u16)> {
        let payer = |customer: u32| {
            parties.iter().any(|party| party.customer == customer && party.by_more() > p::PAYER_BY_MORE)
        };
        let own = reading.customers.iter().filter(|(customer, _)| payer(*customer));
        own.map(|(_, key)| (reading.keys[*key].first, reading.keys[*key].end)).collect()
    }

    /// Finds tokens of customers' names that a payment's words stand for, each with how surely.
    pub fn words(&self, reading: &Reading, lexicon: &mut Lexicon, out: &mut Vec<(u32, f64)>) {
        out.clear();
        for (field, least) in [(&reading.name, 4), (&reading.text, 6)] {
            for (word, token) in field.iter().zip(&field.tokens) {
                match *token {
                    NONE if word.len() >= least => out.extend_from_slice(lexicon.like(self.index, word)),
                    NONE => {}
                    token => out.push((token, 1.0)),
                }
            }
        }
    }

    /// The common words of a payment, with their bits.
    fn common(&self, words: &[(u32, f64)]) -> Vec<(u32, f64)> {
        let index = self.index;
        let common = words.iter().filter(|(token, _)| index.customers_with(*token).len() > p::MOST_POSTINGS);
        common.map(|(token, weight)| (*token, index.rarity(*token) * weight)).collect()
    }

    /// Bits of the common words of a payment that are of a customer's name.
    fn common_bits(&self, customer: u32, common: &[(u32, f64)]) -> f64 {
        let index = self.index;
        let bits = |tokens: &[u32]| -> f64 {
            common.iter().filter(|(token, _)| tokens.contains(token)).map(|(_, bits)| bits).sum()
        };
        index.names(customer).map(|name| bits(index.tokens(name))).fold(0.0, f64::max)
    }

    /// Whether a customer bears a word of a payment.
    pub fn shares_a_word(&self, customer: u32, words: &[(u32, f64)]) -> bool {
        let index = self.index;
        let bears =
            |name: &_| index.tokens(name).iter().any(|token| words.iter().any(|word| word.0 == *token));
        index.names(customer).any(bears)
    }

    /// Adds what the names say to find customers by: rare tokens, or two common ones together.
    fn by_name(&self, words: &[(u32, f64)], rough: &mut FxHashMap<u32, f64>) {
        let mut common: Vec<u32> = Vec::new();
        for (token, weight) in words {
            let holders = self.index.customers_with(*token);
            if holders.len() > p::MOST_POSTINGS {
                common.push(*token);
                continue;
            }
            let bits = self.index.rarity(*token) * weight;
            for customer in holders {
                *rough.entry(*customer).or_insert(0.0) += bits;
            }
        }
        let holders = |token: u32| self.index.customers_with(token).len();
        let text = |token: u32| self.index.token_text(token);
        common.sort_unstable_by(|a, b| holders(*a).cmp(&holders(*b)).then_with(|| text(*a).cmp(text(*b))));
        common.dedup();
        common.truncate(5);
        for (at, first) in common.iter().enumerate() {
            let holders = self.index.customers_with(*first);
            if holders.len() > p::MOST_COMMON {
                break;
            }
            for second in &common[at + 1..] {
                let others = self.index.customers_with(*second);
                let bits = self.index.rarity(*first) + self.index.rarity(*second);
                both(holders, others, p::MOST_POSTINGS, |customer| {
                    *rough.entry(customer).or_insert(0.0) += bits;
                });
            }
        }
    }

    /// Items of a common amount whose customer shares a word with the payment that few share, or two words.
    pub fn of_amount(&self, words: &[(u32, f64)], equal: &Equal<'_>, pool: &mut Vec<u32>) {
        let mut common: Vec<&[u32]> = Vec::new();
        for (token, _) in words {
            let rows = equal.of_token(*token);
            if rows.len() <= p::MOST_NAMED_AMOUNTS {
                pool.extend_from_slice(rows);
            } else if rows.len() <= p::MOST_COMMON
                && self.index.customers_with(*token).len() > p::MOST_POSTINGS
            {
                common.push(rows);
            }
        }
        // Two words of a name that many share are as good as one that few do.
        common.truncate(4);
        let mut found = 0;
        for (at, first) in common.iter().enumerate() {
            for second in &common[at + 1..] {
                let most = p::MOST_POSTINGS - found;
                let before = pool.len();
                if most > 0 {
                    both(first, second, most, |item| pool.push(item));
                }
                found += pool.len() - before;
            }
        }
    }

    /// Payers of one group pay for each other.
    fn add_groups(&self, parties: &mut Vec<Party>) {
        let known: Vec<(u32, f64, u32)> = parties
            .iter()
            .filter(|party| party.bits > p::PAYER_KNOWN)
            .map(|party| {
                (
                    party.customer,
                    party.bits,
                    self.index.customer(party.customer).map_or(NONE, |row| row.group),
                )
            })
            .filter(|(_, _, group)| *group != NONE)
            .collect();
        for (customer, bits, group) in known {
            for other in self.index.group(group).iter().take(p::MOST_POSTINGS) {
                let bits = bits - 3.0;
                if *other == customer {
                    continue;
                }
                let clue = Weighed::new(Clue::PayerGroup, bits, About::Customer(*other));
                let party = Party::new(*other, clue.into());
                match parties.iter_mut().find(|p| p.customer == *other) {
                    Some(known) if known.bits < bits => *known = party,
                    Some(_) => {}
                    None => parties.push(party),
                }
            }
        }
    }
}

/// Calls `visit` with what stands in two sorted lists, at most so often. Each is searched from where the last search
/// ended.
fn both(a: &[u32], b: &[u32], most: usize, mut visit: impl FnMut(u32)) {
    let from = |list: &[u32], start: usize, least: u32| start + seek(&list[start..], least);
    let (mut i, mut j, mut found) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i).copied(), b.get(j).copied()) {
        match x.cmp(&y) {
            Ordering::Less => i = from(a, i, y),
            Ordering::Greater => j = from(b, j, x),
            Ordering::Equal => {
                visit(x);
                found += 1;
                if found == most {
                    return;
                }
                (i, j) = (i + 1, j + 1);
            }
        }
    }
}
