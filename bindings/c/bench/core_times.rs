//! What the core itself takes, beside which `bench.c` measures the border; and the rows that both take.
//!
//! `core_times FOLDER [ROWS]` writes `rows.json`, a request of matching.reconcile, and `core.txt`, a name and nanoseconds a line.

#![allow(clippy::expect_used, clippy::indexing_slicing)]

use payymo::matching::{Options, reconcile};
use payymo::party::Iban;
use payymo_benches::rows::{Items, Rows};
use std::hint::black_box;
use std::path::PathBuf;

/// As `bench.c` asks them.
const IBANS: [&str; 4] =
    ["DE89370400440532013000", "GB33 BUKB 2020 1555 5555 55", "NL91ABNA0417164300", "DE88370400440532013000"];
const CALLS: usize = 2_000_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("a folder"));
    let count = arguments.next().map_or(100_000, |count| count.parse().expect("a number of rows"));
    let rows = Rows::make(count, Items::Open);
    let options = Options { threads: 1, ..rows.options };
    let request = format!(
        r#"{{"transactions":{},"invoices":{},"options":{}}}"#,
        serde_json::to_string(&rows.transactions).expect("rows"),
        serde_json::to_string(&rows.invoices).expect("rows"),
        serde_json::to_string(&options).expect("options"),
    );
    std::fs::write(folder.join("rows.json"), request).expect("rows.json is written");

    let iban = best(|| {
        (0..CALLS).for_each(|at| {
            black_box(Iban::parse(black_box(IBANS[at % IBANS.len()])).verdict());
        });
    }) / CALLS as f64;
    let whole = best(|| {
        let result = reconcile(&rows.transactions, &rows.invoices, &[], &options, &mut |_, _, _| true);
        black_box(&result.expect("a result"));
    });
    let told = format!("iban {iban:.1}\nreconcile {whole:.0}\n");
    std::fs::write(folder.join("core.txt"), told).expect("core.txt is written");
}

/// Nanoseconds of the best of three.
fn best(mut work: impl FnMut()) -> f64 {
    let times = (0..3).map(|_| {
        let start = on_processor();
        work();
        on_processor() - start
    });
    times.fold(f64::MAX, f64::min)
}

/// Nanoseconds that this thread has had a processor: what others do meanwhile does not count. `bench.c` asks its clock for the
/// same.
fn on_processor() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux says what a thread took");
    told.split(' ').next().and_then(|first| first.parse().ok()).expect("nanoseconds")
}
