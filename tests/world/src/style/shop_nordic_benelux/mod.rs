//! A web shop with an energy contract beside it, for households in the Netherlands, Belgium, Scandinavia, Finland and
//! France: slips with checked references, iDEAL, Swish, Vipps, MobilePay, card payments, and many equal amounts.

mod acts;
mod lines;
mod market;
pub(crate) mod more;
mod pay;
mod rest;
mod row;
mod shop;

use crate::{Kind, World, plan};

/// A world of this style.
pub fn world(seed: u64, customers: usize) -> World {
    let mut shop = shop::Shop::open(seed, customers);
    let mut order = shop.random.fork(77);
    let scale = [(Kind::EarlyDiscount, 40), (Kind::Payout, 300), (Kind::Grouped, 80), (Kind::Salary, 60)];
    for (turn, kind) in plan::events(&mut order, customers, &scale).into_iter().enumerate() {
        let mut random = shop.random.fork((turn as u64 + 1) << 20);
        if !shop.act(kind, &mut random) {
            shop.rest(kind, &mut random);
        }
    }
    let options = payymo::matching::Options {
        as_of: Some(shop.as_of),
        own_ibans: shop.own.clone(),
        own_names: vec!["Noorderlicht Handel & Energie".to_owned()],
        pooled_ibans: shop.pooled.clone(),
        ..Default::default()
    };
    shop.draft.finish("shop_nordic_benelux", seed, shop.as_of, options, "t-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_every_kind_and_is_sound() {
        let world = world(23, 2000);
        assert_eq!(world.check(), Vec::<String>::new());
        let missing: Vec<_> = plan::SHARES.iter().filter(|row| !world.kinds().contains(&row.0)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let open = world.invoices.iter().filter(|row| row.state == Default::default()).count();
        assert!((3400..4800).contains(&open), "{open} open items");
        let settling: Vec<_> = world.truth.values().filter(|row| !row.allocations.is_empty()).collect();
        let known = settling.iter().filter(|row| row.knowable).count();
        assert!((2000..3200).contains(&settling.len()), "{} payments settle something", settling.len());
        assert!(
            known * 100 > settling.len() * 80 && known < settling.len(),
            "{known} of {} knowable",
            settling.len()
        );
        for code in ["EUR", "SEK", "NOK", "DKK"] {
            assert!(world.transactions.iter().any(|row| row.currency().as_str() == code), "{code}");
        }
    }

    #[test]
    fn one_seed_is_one_world() {
        let show = |seed| {
            let world = world(seed, 50);
            let rows: Vec<_> = world
                .transactions
                .iter()
                .map(|row| {
                    (
                        row.id.clone(),
                        row.booked_on,
                        row.amount,
                        row.remittance.clone(),
                        row.counterparty.name.clone(),
                    )
                })
                .collect();
            let items: Vec<_> =
                world.invoices.iter().map(|row| (row.id.clone(), row.references.clone(), row.open)).collect();
            (rows, items, world.truth)
        };
        assert_eq!(show(9), show(9));
        assert_ne!(show(9), show(10));
    }

    #[test]
    fn few_customers_are_sound_too() {
        for seed in 0..40 {
            assert_eq!(world(seed, 1 + seed as usize).check(), Vec::<String>::new(), "seed {seed}");
        }
    }
}
