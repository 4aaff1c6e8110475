//! What sure payments teach of who pays for whom.

use rustc_hash::FxHashMap;

/// Payers that earlier or surer payments tie to customers: payer to votes by customer.
#[derive(Clone, Default)]
pub(crate) struct Learnt {
    votes: FxHashMap<u32, Vec<(u32, u32)>>,
    /// Votes of each payer that stood before the call's own.
    remembered: FxHashMap<u32, u32>,
}

impl Learnt {
    /// A sure payment of this payer settled an item of this customer.
    pub fn vote(&mut self, payer: u32, customer: u32) {
        let votes = self.votes.entry(payer).or_default();
        match votes.iter_mut().find(|(c, _)| *c == customer) {
            Some((_, count)) => *count += 1,
            None => votes.push((customer, 1)),
        }
    }

    /// Votes from before the call: customers, each once, with how many.
    pub fn remember(&mut self, payer: u32, votes: impl IntoIterator<Item = (u32, u32)>) {
        let votes: Vec<(u32, u32)> = votes.into_iter().collect();
        if !votes.is_empty() {
            self.remembered.insert(payer, votes.iter().map(|(_, count)| count).sum());
            self.votes.insert(payer, votes);
        }
    }

    /// How many votes of a payer came from the call itself.
    pub fn in_call(&self, payer: u32) -> u32 {
        let all: u32 = self.of(payer).iter().map(|(_, count)| count).sum();
        all - self.remembered.get(&payer).copied().unwrap_or(0).min(all)
    }

    pub fn of(&self, payer: u32) -> &[(u32, u32)] {
        self.votes.get(&payer).map_or(&[], Vec::as_slice)
    }
}
