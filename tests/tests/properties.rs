//! What must hold of every reconciliation, whatever the world: the order of rows and the number of threads change no
//! byte, and no money is made, lost or spent twice.

#[path = "../../examples/tests/support/conservation.rs"]
mod conservation;

use payymo::matching::{Options, Reconciliation, reconcile};
use payymo::model::{Invoice, Settlement, Transaction};
use payymo_world::{Random, World, style};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A small world of any style: which, seed, customers.
type Plan = (usize, u64, usize);

fn worlds() -> impl Strategy<Value = Plan> {
    (0..style::STYLES.len(), 0..1_000_000_u64, 20..120_usize)
}

fn make((style, seed, customers): Plan) -> World {
    // Where the real files are not there, another style stands in for the one that is made from them.
    let world = (style::STYLES[style].1)(seed, customers);
    world.unwrap_or_else(|| style::hosting_uk::world(seed, customers))
}

/// The same with the kinds alone whose conservation `conservation` can count: items that the host is owed.
fn make_first((style, seed, customers): Plan) -> World {
    let world = style::first_kinds(style::STYLES[style].0, seed, customers);
    world.unwrap_or_else(|| style::hosting_uk::world(seed, customers))
}

fn run(
    transactions: &[Transaction],
    invoices: &[Invoice],
    settlements: &[Settlement],
    options: &Options,
) -> Reconciliation {
    reconcile(transactions, invoices, settlements, options, &mut |_, _, _| true).expect("a result")
}

fn of(world: &World) -> Reconciliation {
    run(&world.transactions, &world.invoices, &world.settlements, &world.options)
}

fn bytes(result: &Reconciliation) -> Vec<u8> {
    serde_json::to_vec(result).expect("a result is JSON")
}

/// The first place at which two results differ, with what stands around it.
fn difference(one: &[u8], two: &[u8]) -> String {
    let at = one.iter().zip(two).take_while(|(a, b)| a == b).count();
    let around = |bytes: &[u8]| {
        let part = &bytes[at.saturating_sub(200).min(bytes.len())..(at + 200).min(bytes.len())];
        String::from_utf8_lossy(part).into_owned()
    };
    format!("they differ at byte {at}:\n{}\n---\n{}", around(one), around(two))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_in_another_order_give_the_same_bytes(plan in worlds(), order in any::<u64>()) {
        let mut world = make(plan);
        let before = bytes(&of(&world));
        let mut random = Random::new(order);
        random.shuffle(&mut world.transactions);
        random.shuffle(&mut world.invoices);
        random.shuffle(&mut world.settlements);
        let after = bytes(&of(&world));
        prop_assert!(before == after, "{}", difference(&before, &after));
    }

    #[test]
    fn threads_give_the_same_bytes(plan in worlds()) {
        let world = make(plan);
        // The digest of the options leaves threads out: they change no result.
        let on = |threads| {
            let options = Options { threads, ..world.options.clone() };
            bytes(&run(&world.transactions, &world.invoices, &world.settlements, &options))
        };
        let one = on(1);
        for threads in [2, 4] {
            let other = on(threads);
            prop_assert!(one == other, "{threads} threads: {}", difference(&one, &other));
        }
    }

    #[test]
    fn no_money_is_made_or_lost(plan in worlds()) {
        let world = make_first(plan);
        let result = of(&world);
        let json: serde_json::Value = serde_json::from_slice(&bytes(&result)).expect("JSON");
        let wrong = conservation::violations(&json, &world.transactions, &world.invoices);
        prop_assert!(wrong.is_empty(), "{} seed {}: {:#?}", world.style, world.seed, wrong);
    }

    #[test]
    fn ids_are_unique_and_lists_in_their_order(plan in worlds()) {
        let world = make(plan);
        let result = of(&world);
        let ids: BTreeSet<&str> = result.matches.iter().map(|found| found.id.as_str()).collect();
        prop_assert_eq!(ids.len(), result.matches.len());
        prop_assert!(ids.iter().all(|id| id.len() == 34 && id.starts_with("m_")));
        prop_assert!(result.unmatched.windows(2).all(|pair| pair[0].transaction < pair[1].transaction));
        prop_assert!(result.open_invoices.windows(2).all(|pair| pair[0].invoice < pair[1].invoice));
        for found in &result.matches {
            prop_assert!((0.0..=1.0).contains(&found.probability), "{}", found.probability);
            let sum: f64 = found.prior + found.evidence.iter().map(|row| row.weight).sum::<f64>();
            prop_assert!((sum - found.score).abs() < 0.02 * (1.0 + found.evidence.len() as f64), "{}: {sum} and {}", found.id, found.score);
        }
    }

    #[test]
    fn a_shadow_month_books_nothing(plan in worlds()) {
        let mut world = make(plan);
        world.options.auto.enabled = false;
        let result = of(&world);
        prop_assert_eq!(result.summary.auto, 0);
        prop_assert!(result.matches.iter().all(|found| found.decision == payymo::matching::Decision::Review));
    }

    #[test]
    fn a_host_can_stop_it(plan in worlds(), after in 0..4_u32) {
        let world = make(plan);
        let mut left = after;
        let answer = reconcile(&world.transactions, &world.invoices, &world.settlements, &world.options, &mut |_, _, _| {
            left = left.saturating_sub(1);
            left > 0
        });
        if let Err(error) = answer {
            prop_assert_eq!(error.code(), payymo::Code::MatchingCancelled);
        } else {
            prop_assert!(left > 0, "it was told to stop and went on");
        }
    }
}
