//! A consultancy in Germany with customers in Austria and Switzerland: companies, freelancers and associations who pay by
//! transfer, with cents, VAT, Skonto, and remittance texts that have gone through two banks and a statement format.

mod again;
mod background;
mod book;
mod daily;
mod events;
mod kinds;
pub(crate) mod more;
mod people;
mod text;

use crate::{World, plan};

/// A world of this style.
pub fn world(seed: u64, customers: usize) -> World {
    let mut office = book::Office::open(seed, customers);
    let mut order = office.random.fork(3);
    for kind in
        plan::events(&mut order, customers, &[(crate::Kind::EarlyDiscount, 200), (crate::Kind::Payout, 50)])
    {
        office.happen(kind);
    }
    let options = payymo::matching::Options {
        as_of: Some(office.as_of),
        own_ibans: office.own_ibans.clone(),
        own_names: vec!["Kontor Lindenhof Beratung GmbH".to_owned()],
        ..Default::default()
    };
    office.draft.finish("consultancy_dach", seed, office.as_of, options, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_sound_and_whole() {
        let world = world(11, 2000);
        assert_eq!(world.check(), Vec::<String>::new());
        let kinds = world.kinds();
        assert!(plan::SHARES.iter().all(|row| kinds.contains(&row.0)), "{kinds:?}");
        let open = world.invoices.iter().filter(|row| row.state == Default::default()).count();
        assert!((3400..4800).contains(&open), "{open} open items");
        let settling = world.truth.values().filter(|row| !row.allocations.is_empty()).count();
        assert!((2000..3200).contains(&settling), "{settling} payments settle something");
        let known = world.truth.values().filter(|row| !row.allocations.is_empty() && row.knowable).count();
        assert!(known * 100 > settling * 85 && known < settling, "{known} of {settling} knowable");
    }

    #[test]
    fn the_seed_is_the_world() {
        let show = |seed| {
            let world = world(seed, 60);
            let rows: Vec<_> = world
                .transactions
                .iter()
                .map(|row| {
                    (row.id.clone(), row.amount, row.remittance.clone(), row.counterparty.name.clone())
                })
                .collect();
            let items: Vec<_> =
                world.invoices.iter().map(|row| (row.id.clone(), row.number.clone(), row.open)).collect();
            (rows, items, world.truth)
        };
        assert_eq!(show(5), show(5));
        assert_ne!(show(5), show(6));
    }

    #[test]
    fn small_worlds_are_sound() {
        for seed in 0..40 {
            assert_eq!(world(seed, 1 + seed as usize).check(), Vec::<String>::new(), "seed {seed}");
        }
    }
}
