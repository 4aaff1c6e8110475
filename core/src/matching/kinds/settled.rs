//! Transactions that were settled before, by the host or by a gateway itself.

use crate::model::ReferenceKind::{Bank, Payment};
use crate::model::{Settlement, Transaction};
use rustc_hash::FxHashSet;

/// Transactions that are not settled again.
#[derive(Default)]
pub(crate) struct Settled {
    /// By their own ids.
    rows: FxHashSet<Box<str>>,
    /// By ids of gateways and banks, which stand in references too: a short number there may be anything.
    external: FxHashSet<Box<str>>,
}

impl Settled {
    pub fn new(settlements: &[Settlement]) -> Self {
        let mut out = Settled::default();
        settlements.iter().for_each(|settlement| out.add(settlement));
        out
    }

    /// Takes a settlement in; one that was taken back settles nothing.
    pub fn add(&mut self, settlement: &Settlement) {
        if settlement.amount.minor() <= 0 {
            return;
        }
        let telling = |id: &&str| id.len() >= 4 || id.bytes().any(|byte| byte.is_ascii_alphabetic());
        let own = settlement.transaction.as_deref().filter(|id| !id.is_empty());
        let others = settlement.external_ids.iter().map(String::as_str);
        own.into_iter().for_each(|id| self.add_transaction(id));
        own.into_iter().chain(others).filter(telling).for_each(|id| put(&mut self.external, id));
    }

    /// A transaction that is settled now.
    pub fn add_transaction(&mut self, id: &str) {
        put(&mut self.rows, id);
    }

    /// A transaction that is not settled after all.
    pub fn remove_transaction(&mut self, id: &str) {
        self.rows.remove(id);
    }

    /// Whether a transaction of this very id is settled.
    pub fn has(&self, id: &str) -> bool {
        self.rows.contains(id)
    }

    pub fn holds(&self, transaction: &Transaction) -> bool {
        let id = transaction.id.as_str();
        let mut references = transaction.references.iter().filter(|r| matches!(r.kind, Payment | Bank));
        self.rows.contains(id)
            || self.external.contains(id)
            || references.any(|reference| self.external.contains(reference.value.as_str()))
    }
}

fn put(set: &mut FxHashSet<Box<str>>, id: &str) {
    if !set.contains(id) {
        set.insert(id.into());
    }
}
