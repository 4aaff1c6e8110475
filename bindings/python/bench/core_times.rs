//! The library's own times, without any border: of rows in a file given as a document, and of an IBAN.

use payymo::matching::{Options, reconcile};
use payymo::model::{Invoice, JsonOptions, Transaction};
use payymo::party::Iban;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::hint::black_box;

const RUNS: usize = 3;
const CHECKS: u32 = 1_000_000;

/// Nanoseconds that this thread has had a core: what others do on the machine does not count.
fn core_time() -> u64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|time| time.parse().ok()).unwrap_or_default()
}

fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{error}"));
    let lists: BTreeMap<String, Vec<Box<RawValue>>> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}"));
    let options = JsonOptions::default();
    let rows = |name: &str| lists.get(name).into_iter().flatten();
    let transactions: Vec<Transaction> =
        rows("transactions").filter_map(|row| Transaction::from_json(row.get(), &options).ok()).collect();
    let invoices: Vec<Invoice> =
        rows("invoices").filter_map(|row| Invoice::from_json(row.get(), &options).ok()).collect();
    let best = (0..RUNS).map(|_| {
        let start = core_time();
        let done = reconcile(&transactions, &invoices, &[], &Options::default(), &mut |_, _, _| true);
        assert!(done.is_ok_and(|done| done.summary.auto > 0), "nothing was matched");
        (core_time() - start) as f64 / 1e9
    });
    let best = best.fold(f64::INFINITY, f64::min);
    let start = core_time();
    for _ in 0..CHECKS {
        black_box(Iban::parse(black_box("DE89 3704 0044 0532 0130 00")).verdict());
    }
    let iban = (core_time() - start) as f64 / f64::from(CHECKS);
    println!("{{\"reconcile_s\": {best}, \"iban_ns\": {iban}}}");
}
