//! What the core itself takes, beside which the measurements of the languages set their borders; and the rows for both.
//!
//! ```text
//! border FOLDER [ROWS]
//! ```
//!
//! writes `rows.json`, a request of `matching.reconcile` with as many payments as open items, and prints one JSON object:
//! `ibans` to check, `iban_ns` for one of them, `reconcile_ns` for the request's rows, and how many `rows` there are.

use payymo::matching::{Options, reconcile};
use payymo::party::Iban;
use payymo_benches::rows::{Items, Rows};
use serde_json::json;
use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;

/// Written with and without spaces, one of them wrong.
const IBANS: [&str; 4] =
    ["DE89370400440532013000", "GB33 BUKB 2020 1555 5555 55", "NL91ABNA0417164300", "DE88370400440532013000"];
/// Checks of each in a run.
const ROUNDS: u32 = 500_000;
const RUNS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("border FOLDER [ROWS]")?);
    let count = arguments.next().map_or(Ok(100_000), |count| count.parse())?;
    let rows = Rows::make(count, Items::Open);
    // Processor time is compared, and the hosts ask for their own thread's.
    let options = Options { threads: 1, ..rows.options };
    let request = json!({"transactions": rows.transactions, "invoices": rows.invoices, "options": options});
    std::fs::write(folder.join("rows.json"), request.to_string())?;
    drop(request);

    let ibans = best(|| {
        for _ in 0..ROUNDS {
            for text in IBANS {
                black_box(Iban::verdict_of(black_box(text)));
            }
        }
        Ok(())
    })?;
    let whole = best(|| {
        black_box(reconcile(&rows.transactions, &rows.invoices, &[], &options, &mut |_, _, _| true)?);
        Ok(())
    })?;
    let told = json!({
        "ibans": IBANS,
        "iban_ns": ibans / f64::from(ROUNDS) / IBANS.len() as f64,
        "reconcile_ns": whole,
        "rows": count,
    });
    println!("{told}");
    Ok(())
}

/// Nanoseconds of the best of some runs.
fn best(mut work: impl FnMut() -> Result<(), payymo::Error>) -> Result<f64, Box<dyn Error>> {
    let mut least = f64::MAX;
    for _ in 0..RUNS {
        let start = on_processor()?;
        work()?;
        least = least.min(on_processor()? - start);
    }
    Ok(least)
}

/// Nanoseconds that this thread has had a processor: what others do meanwhile does not count. The hosts ask the same.
fn on_processor() -> Result<f64, Box<dyn Error>> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    Ok(told.split(' ').next().unwrap_or_default().parse()?)
}
