//! What sure payments teach of who pays for whom.

use rustc_hash::FxHashMap;

/// Payers that earlier or surer payments tie to customers: payer to votes by customer.
#[derive(Default)]
pub(super) struct Learnt {
    votes: FxHashMap<u32, Vec<(u32, u32)>>,
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

    pub fn of(&self, payer: u32) -> &[(u32, u32)] {
        self.votes.get(&payer).map_or(&[], Vec::as_slice)
    }
}
