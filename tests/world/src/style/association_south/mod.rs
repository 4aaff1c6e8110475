//! Clubs, schools, condominiums and water works in Spain, Italy, Poland and Portugal: members with two surnames, parents
//! who pay for children, fees of the quarter, receipts named by the member's number, banks that print capitals without
//! accents.
//!
//! This style is held out (`style::HELD_OUT`): no weight, word list or table is fitted to it, and its cases are not looked
//! at one by one. It shares nothing with the others but `deeds`, `draft`'s clerk and `more`.

mod aside;
mod bank;
mod ledger;
mod lines;
pub(crate) mod more;
mod names;
mod people;
mod series;

use crate::{Kind, World, plan};

/// A world of this style with the kinds of `plan::SHARES`.
pub fn world(seed: u64, customers: usize) -> World {
    made(seed, customers).1
}

/// A world with all kinds.
pub fn whole(seed: u64, customers: usize) -> World {
    let (host, world) = made(seed, customers);
    crate::more::extend(world, &more::Banks::of(&host))
}

fn made(seed: u64, customers: usize) -> (ledger::Host, World) {
    let (host, mut books) = ledger::open(seed, customers.max(40));
    let mut order = crate::Random::new(seed).fork(0xa551);
    let scale = [
        (Kind::Grouped, 80),
        (Kind::EarlyDiscount, 50),
        (Kind::ThirdParty, 180),
        (Kind::CustomerNumber, 200),
    ];
    for kind in plan::events(&mut order, customers, &scale) {
        books.happen(&host, kind);
    }
    no_chance_sums(&mut books);
    no_fee_beside_its_like(&mut books);
    let options = payymo::matching::Options {
        as_of: Some(books.as_of),
        own_ibans: vec![host.account.clone()],
        own_names: vec![host.name.to_owned()],
        ..Default::default()
    };
    let as_of = books.as_of;
    let world = books.draft.finish("association_south", seed, as_of, options, "");
    (host, world)
}

/// With round fees too much for one item is now and then just enough for two: whoever reads that would be right to take
/// both, and the truth would say something else. Such payments get some cents more.
fn no_chance_sums(books: &mut crate::deeds::Books) {
    let clients = &books.clients;
    let items = &books.draft.items;
    for payment in &mut books.draft.payments {
        let Some(party) = payment.party.filter(|_| payment.kind == Kind::Overpayment) else { continue };
        let open: Vec<i64> = clients[party].open.iter().map(|&at| items[at].invoice.open.minor()).collect();
        let sums: std::collections::BTreeSet<i64> = (0_u32..1 << open.len().min(10))
            .map(|set| open.iter().enumerate().filter(|row| set >> row.0 & 1 == 1).map(|row| row.1).sum())
            .collect();
        while sums.contains(&payment.row.amount.minor()) {
            let row = &mut payment.row;
            row.amount = payymo::money::Amount::new(row.amount.minor() + 7, row.amount.currency());
        }
    }
}

/// Who pays a fee of before, without its number, while another one is open that is just as large, pays that one: so any
/// treasurer would book it. Such payments do not happen.
fn no_fee_beside_its_like(books: &mut crate::deeds::Books) {
    let (clients, draft) = (&books.clients, &mut books.draft);
    let items = &mut draft.items;
    draft.payments.retain(|payment| {
        let unnamed = payment.kind == Kind::LateFee && !payment.named;
        let Some(&(item, part)) = payment.parts.first().filter(|_| unnamed) else { return true };
        let gross = payment.row.amount.minor();
        let alike = |&at: &usize| at != item && items[at].invoice.open.minor() == gross;
        if !clients[items[item].party].open.iter().any(alike) {
            return true;
        }
        items[item].left += part;
        false
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn is_sound_and_whole() {
        let (mut series, mut trades) = (BTreeSet::new(), BTreeSet::new());
        for seed in 0..8 {
            let world = world(seed, 2_000);
            assert_eq!(world.check(), Vec::<String>::new(), "seed {seed}");
            let kinds = world.kinds();
            assert!(plan::SHARES.iter().all(|row| kinds.contains(&row.0)), "{kinds:?}");
            let open = world.invoices.iter().filter(|row| row.state == Default::default()).count();
            assert!((3_000..5_000).contains(&open), "{open} open items");
            let settling: Vec<_> = world.truth.values().filter(|row| !row.allocations.is_empty()).collect();
            assert!((2_100..3_200).contains(&settling.len()), "{} payments settle something", settling.len());
            let known = settling.iter().filter(|row| row.knowable).count();
            assert!(
                known * 100 > settling.len() * 75 && known < settling.len(),
                "{known} of {}",
                settling.len()
            );
            let host = ledger::open(seed, 40).0;
            series.insert(host.series as u8);
            trades.insert(host.trade as u8);
        }
        assert!(series.len() >= 4 && trades.len() >= 3, "{series:?} {trades:?}");
    }

    #[test]
    fn what_is_too_much_for_one_item_is_not_enough_for_two() {
        for seed in 0..4 {
            let world = world(seed, 2_000);
            let over = world.transactions.iter().filter(|row| world.truth[&row.id].kind == Kind::Overpayment);
            for row in over {
                let open: Vec<i64> = world
                    .invoices
                    .iter()
                    .filter(|item| {
                        item.customer.as_ref().and_then(|card| card.id.clone())
                            == world.truth[&row.id].customer
                    })
                    .map(|item| item.open.minor())
                    .collect();
                let pairs =
                    open.iter().enumerate().flat_map(|(at, one)| open[..at].iter().map(move |two| one + two));
                assert!(!pairs.into_iter().any(|sum| sum == row.amount.minor() && sum > 0), "seed {seed}");
            }
        }
    }

    #[test]
    fn members_are_no_crowd_of_namesakes() {
        for seed in 0..4 {
            let (host, _) = ledger::open(seed, 2_000);
            let names: BTreeSet<String> =
                host.members.iter().map(|member| people::key(&member.name.bare())).collect();
            assert!(names.len() > 1_860, "seed {seed}: {} names of 2,000 members", names.len());
            assert!(names.len() < 2_000, "seed {seed}: real life has some");
        }
    }

    #[test]
    fn small_worlds_are_sound() {
        for seed in 0..40 {
            assert_eq!(world(seed, 1 + seed as usize).check(), Vec::<String>::new(), "seed {seed}");
            assert_eq!(whole(seed, 1 + seed as usize).check(), Vec::<String>::new(), "seed {seed}");
        }
    }

    #[test]
    fn the_seed_is_the_world() {
        let (one, two, other) = (whole(5, 200), whole(5, 200), whole(6, 200));
        assert!(
            one.transactions == two.transactions && one.invoices == two.invoices && one.truth == two.truth
        );
        assert!(one.transactions != other.transactions);
    }
}
