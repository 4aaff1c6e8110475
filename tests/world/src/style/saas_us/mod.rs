//! Software as a service in the United States with customers in Canada, Australia and Europe: ACH, wires, cheques and
//! lockboxes, Zelle, cards through a gateway; bank texts in capitals, cut at 16 and 22 characters.

mod aside;
mod bank;
mod ledger;
pub(crate) mod more;
mod names;
mod series;
mod text;

use crate::{Kind, World, plan};

/// A world of this style.
pub fn world(seed: u64, customers: usize) -> World {
    let (host, mut books) = ledger::open(seed, customers.max(40));
    let mut order = crate::Random::new(seed).fork(0x5aa6);
    for kind in plan::events(&mut order, customers, &[(Kind::BankFee, 130), (Kind::Payout, 150)]) {
        books.happen(&host, kind);
    }
    let options = payymo::matching::Options {
        as_of: Some(books.as_of),
        own_ibans: vec![host.euro_iban.clone()],
        own_names: vec![host.name.to_owned()],
        ..Default::default()
    };
    let as_of = books.as_of;
    books.draft.finish("saas_us", seed, as_of, options, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_sound_and_whole() {
        let mut series = std::collections::BTreeSet::new();
        for seed in 0..6 {
            let world = world(seed, 2_000);
            assert_eq!(world.check(), Vec::<String>::new(), "seed {seed}");
            let kinds = world.kinds();
            assert!(plan::SHARES.iter().all(|row| kinds.contains(&row.0)), "{kinds:?}");
            let open = world.invoices.iter().filter(|row| row.state == Default::default()).count();
            assert!((3_600..5_000).contains(&open), "{open} open items");
            let settling: Vec<_> = world.truth.values().filter(|row| !row.allocations.is_empty()).collect();
            assert!((2_200..3_200).contains(&settling.len()), "{} payments settle something", settling.len());
            let known = settling.iter().filter(|row| row.knowable).count();
            assert!(
                known * 100 > settling.len() * 82 && known < settling.len(),
                "{known} of {}",
                settling.len()
            );
            series.insert(ledger::open(seed, 40).0.series as u8);
        }
        assert!(series.len() >= 3, "{series:?}");
    }

    #[test]
    fn small_worlds_are_sound() {
        for seed in 0..40 {
            assert_eq!(world(seed, 1 + seed as usize).check(), Vec::<String>::new(), "seed {seed}");
        }
    }
}
