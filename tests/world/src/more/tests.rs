use crate::more::{KINDS, SHARES};
use crate::{Kind, Truth, World, style};
use payymo::model::{InvoiceKind, TransactionKind};
use std::collections::{BTreeMap, BTreeSet};

/// All worlds of this size, the first kinds alone beside them.
fn each(customers: usize, seeds: std::ops::Range<u64>, visit: impl Fn(&str, World, World)) {
    for (name, make) in style::STYLES {
        for seed in seeds.clone() {
            match (style::first_kinds(name, seed, customers), make(seed, customers)) {
                (Some(first), Some(whole)) => visit(name, first, whole),
                _ => println!("{name}: LEFT OUT, what it is made from is not here"),
            }
        }
    }
}

#[test]
fn kinds_are_told_once() {
    assert!(SHARES.iter().all(|row| KINDS.contains(&row.0)));
    assert_eq!(KINDS.iter().collect::<BTreeSet<_>>().len(), KINDS.len());
    assert!(crate::plan::SHARES.iter().all(|row| !KINDS.contains(&row.0)));
}

/// Whether one list stands in another, in its order.
fn within<T: PartialEq>(part: &[T], whole: &[T]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|row| rest.any(|other| other == row))
}

#[test]
fn what_a_style_made_stays_as_it_was() {
    each(400, 3..5, |name, first, whole| {
        assert!(within(&first.transactions, &whole.transactions), "{name}");
        assert!(within(&first.invoices, &whole.invoices), "{name}");
        assert!(within(&first.settlements, &whole.settlements), "{name}");
        assert!(first.truth.iter().all(|(id, truth)| whole.truth.get(id) == Some(truth)), "{name}");
        assert!(whole.transactions.len() > first.transactions.len() + 50, "{name}");
    });
}

#[test]
fn they_are_there_and_most_can_be_known() {
    each(2_000, 1..2, |name, _, whole| {
        assert_eq!(whole.check(), Vec::<String>::new(), "{name}");
        let mut counts: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
        for truth in whole.truth.values().chain(whole.credits.values()) {
            let entry = counts.entry(truth.kind).or_default();
            entry.0 += 1;
            entry.1 += usize::from(truth.can_be_known());
        }
        for kind in KINDS {
            let (all, known) = counts.get(kind).copied().unwrap_or_default();
            assert!(all > 1, "{name}: {all} of {kind:?}");
            let nothing = matches!(kind, Kind::GatewayPosted | Kind::GatewayRow | Kind::VoidItem);
            assert!(nothing == (known == 0), "{name}: {known} of {all} {kind:?} can be known");
            assert!(nothing || known * 2 > all, "{name}: {known} of {all} {kind:?} can be known");
        }
    });
}

/// The rows of a kind, with their truth.
fn rows(world: &World, kind: Kind) -> Vec<(&payymo::model::Transaction, &Truth)> {
    let all = world.transactions.iter().map(|row| (row, &world.truth[&row.id]));
    all.filter(|row| row.1.kind == kind).collect()
}

#[test]
fn they_look_as_they_should() {
    each(600, 7..9, |name, _, whole| {
        let items: BTreeMap<&str, _> = whole.invoices.iter().map(|row| (row.id.as_str(), row)).collect();
        let settled: BTreeSet<&str> = whole.settlements.iter().map(|row| row.invoice.as_str()).collect();
        for (row, truth) in rows(&whole, Kind::CardRefund).into_iter().chain(rows(&whole, Kind::DebitReturn))
        {
            assert!(row.amount.minor() < 0 && truth.allocations[0].1 < 0, "{name}");
        }
        // What a gateway posted stands in the settlements under its id, and nowhere as an open item.
        let outer: BTreeSet<&str> =
            whole.settlements.iter().flat_map(|row| &row.external_ids).map(String::as_str).collect();
        for (row, _) in rows(&whole, Kind::GatewayPosted) {
            assert!(row.references.iter().any(|one| outer.contains(one.value.as_str())), "{name}");
        }
        for (row, truth) in rows(&whole, Kind::Bill) {
            assert_eq!(items[truth.allocations[0].0.as_str()].kind, InvoiceKind::Bill, "{name}");
            assert!(row.amount.minor() < 0, "{name}");
        }
        for (row, truth) in rows(&whole, Kind::FxRated).into_iter().chain(rows(&whole, Kind::FxLearnt)) {
            let item = items[truth.allocations[0].0.as_str()];
            assert!(item.currency() != row.currency() && row.original.is_none(), "{name}");
            let given = whole.options.rates.iter().any(|rate| rate.from == item.currency());
            assert_eq!(given, truth.kind == Kind::FxRated, "{name}");
        }
        assert!(whole.options.check().is_ok(), "{name}");
        for (row, truth) in rows(&whole, Kind::SecondTry) {
            assert!(settled.contains(truth.allocations[0].0.as_str()) && row.amount.minor() > 0, "{name}");
        }
        // What takes back a payment of these days is for its item, and says no more than that payment did.
        let charges: BTreeMap<&str, &Truth> =
            rows(&whole, Kind::GatewayCharge).into_iter().map(|row| (row.0.id.as_str(), row.1)).collect();
        for (row, truth) in rows(&whole, Kind::CardRefund).into_iter().chain(rows(&whole, Kind::CardDispute))
        {
            let originals = row.returned.iter().flat_map(|back| &back.originals);
            for charge in originals.filter_map(|id| charges.get(id.as_str())) {
                assert_eq!((truth.named, truth.knowable), (charge.named, charge.knowable), "{name}");
                assert_eq!(truth.allocations[0].0, charge.allocations[0].0, "{name}");
            }
        }
        let payouts = rows(&whole, Kind::GatewayPayout);
        assert!(
            payouts.iter().all(|row| row.1.payout.as_ref().is_some_and(|parts| !parts.beside.is_empty()))
        );
        assert!(payouts.iter().any(|row| row.0.kind == TransactionKind::Payout), "{name}");
        for (id, truth) in &whole.credits {
            assert_eq!(items[id.as_str()].kind, InvoiceKind::CreditNote, "{name}");
            assert!(truth.allocations.iter().all(|row| items[row.0.as_str()].kind == InvoiceKind::Invoice));
        }
    });
}
