//! The library's own times, on the rows that `bench/border.mjs` hands through the border.
//!
//! ```text
//! core-times TRANSACTIONS INVOICES     one JSON object: nanoseconds for an IBAN, milliseconds for a reconciliation
//! ```

use payymo::format::{ReadOptions, read};
use payymo::matching::{Options, reconcile};
use payymo::party::Iban;
use std::hint::black_box;
use std::process::ExitCode;

/// The IBANs of the other side of the comparison.
const IBANS: [&str; 4] = [
    "DE89370400440532013000",
    "GB29 NWBK 6016 1331 9268 19",
    "FR1420041010050500013M02606",
    "DE88370400440532013000",
];
const ROUNDS: u32 = 500_000;

/// Nanoseconds of the best of some runs.
fn best(times: usize, mut run: impl FnMut()) -> f64 {
    let once = |_| {
        let start = on_processor();
        run();
        on_processor() - start
    };
    (0..times).map(once).fold(f64::MAX, f64::min)
}

/// Nanoseconds that this thread has had a processor: what others do meanwhile does not count. `border.mjs` asks the same.
fn on_processor() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or(f64::NAN)
}

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let rows = |file: &String| {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        read(&bytes, &ReadOptions::default()).map_err(|error| format!("{file}: {error}"))
    };
    let [transactions, invoices] = files.as_slice() else {
        eprintln!("core-times TRANSACTIONS INVOICES");
        return ExitCode::from(2);
    };
    let (paid, owed) = match (rows(transactions), rows(invoices)) {
        (Ok(paid), Ok(owed)) => (paid.transactions, owed.invoices),
        (Err(error), _) | (_, Err(error)) => {
            eprintln!("core-times: {error}");
            return ExitCode::from(2);
        }
    };
    let ibans = best(5, || {
        for _ in 0..ROUNDS / 4 {
            for text in IBANS {
                black_box(Iban::parse(black_box(text)).verdict());
            }
        }
    });
    let whole = best(3, || {
        drop(black_box(reconcile(&paid, &owed, &[], &Options::default(), &mut |_, _, _| true)));
    });
    println!(
        r#"{{"iban_ns": {:.1}, "reconcile_ms": {:.1}, "transactions": {}, "invoices": {}}}"#,
        ibans / f64::from(ROUNDS),
        whole / 1e6,
        paid.len(),
        owed.len()
    );
    ExitCode::SUCCESS
}
