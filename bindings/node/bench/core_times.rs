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
use std::time::{Duration, Instant};

/// The IBANs of the other side of the comparison.
const IBANS: [&str; 4] = [
    "DE89370400440532013000",
    "GB29 NWBK 6016 1331 9268 19",
    "FR1420041010050500013M02606",
    "DE88370400440532013000",
];
const ROUNDS: u32 = 500_000;

fn best(times: usize, mut run: impl FnMut()) -> Duration {
    let once = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..times).map(once).min().unwrap_or_default()
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
        ibans.as_secs_f64() * 1e9 / f64::from(ROUNDS),
        whole.as_secs_f64() * 1e3,
        paid.len(),
        owed.len()
    );
    ExitCode::SUCCESS
}
