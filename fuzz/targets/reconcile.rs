//! Arbitrary rows through the engine: an answer or an error, the same on two threads, and no money made or lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payymo::matching::{DifferenceOf, Options, Source, reconcile};
use std::collections::BTreeMap;

fuzz_target!(|bytes: &[u8]| {
    let (transactions, invoices, settlements) = payymo_fuzz::rows(bytes);
    if transactions.is_empty() && invoices.is_empty() {
        return;
    }
    let run = |threads| {
        let options = Options { threads, ..Options::default() };
        reconcile(&transactions, &invoices, &settlements, &options, &mut |_, _, _| true)
    };
    let (one, two) = (run(1), run(2));
    match (&one, &two) {
        (Ok(one), Ok(two)) => {
            assert_eq!(serde_json::to_vec(one).expect("JSON"), serde_json::to_vec(two).expect("JSON"));
        }
        _ => assert_eq!(one.as_ref().err(), two.as_ref().err()),
    }
    let Ok(result) = one else { return };
    let mut taken: BTreeMap<&str, i128> = BTreeMap::new();
    for found in &result.matches {
        for row in &found.allocations {
            if let Source::Transaction(id) = &row.source {
                let paid = row.paid.as_ref().map_or(row.amount, |paid| paid.0);
                *taken.entry(id).or_default() += i128::from(paid.minor());
            }
        }
        for row in &found.differences {
            if let DifferenceOf::Transaction(id) = &row.of {
                *taken.entry(id).or_default() += i128::from(row.amount.minor());
            }
        }
    }
    for row in &transactions {
        if let (Some(taken), Ok(gross)) = (taken.get(row.id.as_str()), row.gross()) {
            assert_eq!(*taken, i128::from(gross.minor()), "what is allocated and differs is what came in");
        }
    }
});
