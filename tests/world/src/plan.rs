//! How many of each kind a world holds, and the plumbing that no style may leak through: ids and order.

use crate::{Kind, Random};

/// The one table of shares, per mille of all events. An event is one thing that a payer or a bank does; most are one
/// transaction.
///
/// | kind | transactions an event | settles |
/// |---|---|---|
/// | `Plain` … `Fx`, `StandingOrderOldNumber`, `CustomerNumber`, `LateFee`, `MassPayment` | 1 | one item or more |
/// | `Instalment` | 2 to 4 | one item together |
/// | `PaidTwice` | 2, equal in all that counts | one item once |
/// | `PendingCopy`, `OverlapCopy` | 2: an ordinary payment and its copy | the payment as usual, the copy nothing |
/// | `Namesake` | 1 | one item, or nothing where the namesake is no customer |
/// | all others | 1 | nothing |
pub const SHARES: &[(Kind, u32)] = &[
    (Kind::Plain, 300),
    (Kind::NoReference, 95),
    (Kind::ThirdParty, 35),
    (Kind::PayingAgency, 30),
    (Kind::Grouped, 75),
    (Kind::PartPayment, 20),
    (Kind::Instalment, 16),
    (Kind::BankFee, 18),
    (Kind::EarlyDiscount, 14),
    (Kind::Rounding, 12),
    (Kind::Overpayment, 14),
    (Kind::Fx, 18),
    (Kind::PaidTwice, 10),
    (Kind::ClosedInvoice, 14),
    (Kind::StandingOrderOldNumber, 20),
    (Kind::CustomerNumber, 20),
    (Kind::NoOpenItem, 12),
    (Kind::Refund, 10),
    (Kind::Chargeback, 5),
    (Kind::Payout, 8),
    (Kind::PendingCopy, 14),
    (Kind::OverlapCopy, 14),
    (Kind::OwnTransfer, 6),
    (Kind::Interest, 2),
    (Kind::Salary, 40),
    (Kind::StrangerSameAmount, 22),
    (Kind::StrangerNumber, 18),
    (Kind::Namesake, 20),
    (Kind::LateFee, 14),
    (Kind::MassPayment, 10),
    (Kind::Background, 94),
];

/// Events per thousand customers in a world of one month.
pub const EVENTS_PER_THOUSAND: usize = 1700;

/// The kinds of a world's events, shuffled. `scale` changes the share of a kind, in percent of the table's; every
/// kind that is not scaled to nothing happens at least once.
pub fn events(random: &mut Random, customers: usize, scale: &[(Kind, u32)]) -> Vec<Kind> {
    let mut list = Vec::new();
    for (kind, share) in SHARES {
        let percent = scale.iter().find(|row| row.0 == *kind).map_or(100, |row| row.1) as usize;
        if percent == 0 {
            continue;
        }
        let exact = customers * EVENTS_PER_THOUSAND * *share as usize * percent;
        let count = ((exact + 50_000_000) / 100_000_000).max(1);
        list.extend(std::iter::repeat_n(*kind, count));
    }
    random.shuffle(&mut list);
    list
}

/// Ids of transactions that say nothing: random, unique, 20 letters and digits after a prefix that a bank would give.
#[derive(Clone, Debug)]
pub struct Ids(Random);

impl Ids {
    /// From a stream of their own.
    pub fn new(random: Random) -> Self {
        Ids(random)
    }

    /// The next one. 100 random bits do not repeat.
    pub fn next(&mut self, prefix: &str) -> String {
        const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut id = String::with_capacity(prefix.len() + 20);
        id.push_str(prefix);
        for _ in 0..20 {
            id.push(char::from(LETTERS[self.0.below(32) as usize]));
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_a_whole() {
        assert_eq!(SHARES.iter().map(|row| row.1).sum::<u32>(), 1000);
    }

    #[test]
    fn every_kind_happens_and_scales() {
        let list = events(&mut Random::new(1), 2000, &[(Kind::Fx, 0), (Kind::Plain, 50)]);
        assert!(SHARES.iter().all(|row| row.0 == Kind::Fx || list.contains(&row.0)));
        assert!(!list.contains(&Kind::Fx));
        assert_eq!(list.iter().filter(|kind| **kind == Kind::Plain).count(), 510);
    }

    #[test]
    fn ids_do_not_repeat() {
        let mut ids = Ids::new(Random::new(7));
        let set: std::collections::BTreeSet<_> = (0..1000).map(|_| ids.next("tx_")).collect();
        assert_eq!(set.len(), 1000);
    }
}
