//! Speed in one run and one table: the engine beside a script of the RapidFuzz kind, on the same rows.
//!
//! ```text
//! cargo run --release -p payymo-benches --bin speed             2,000 and 200,000 customers
//! cargo run --release -p payymo-benches --bin speed -- 50000    2,000 and 50,000 customers
//! ```
//!
//! The script blocks by equal amount, so it never sees a group, a part or a fee; its time is a bound for the simplest
//! thing that could be done, its right pairs are what that is worth.

use payymo::matching::{Options, reconcile};
use payymo_benches::memory;
use payymo_world::evaluate::evaluate;
use payymo_world::{World, baseline, style};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The script takes pairs whose texts are as equal as this.
const LEAST: f64 = 0.6;
/// Beyond so many customers the script is not waited for: its blocks grow with the square.
const SCRIPT_UP_TO: usize = 200_000;
const SMALL: usize = 2_000;
const LARGE: usize = 200_000;

struct Measured {
    payments: usize,
    took: Duration,
}

impl Measured {
    fn per_payment(&self) -> f64 {
        self.took.as_secs_f64() * 1e6 / self.payments.max(1) as f64
    }
}

fn main() -> ExitCode {
    let large = match std::env::args().nth(1).map(|word| word.parse()) {
        None => LARGE,
        Some(Ok(customers)) => customers,
        Some(Err(_)) => {
            eprintln!("speed: give a number of customers, or nothing");
            return ExitCode::from(2);
        }
    };
    println!(
        "{:<22} {:>9} {:>9} {:>9}  {:>9} {:>11} {:>10} {:>10} {:>9}",
        "style", "customers", "payments", "items", "seconds", "payments/s", "inputs MiB", "peak MiB", "right"
    );
    let mut ratios = Vec::new();
    for (name, make) in style::STYLES {
        let Some(world) = make(1, SMALL) else {
            println!("{name:<22} left out: what it is made from is not here");
            continue;
        };
        // The best of three: the first one warms caches and allocator.
        let small = measure(&world, name, SMALL, 3);
        let Some(world) = make(1, large) else { continue };
        let big = measure(&world, name, large, 1);
        ratios.push(format!(
            "{name}: a payment costs {:.2} µs and {:.2} µs, ratio {:.2} (to stay below 2)",
            small.per_payment(),
            big.per_payment(),
            big.per_payment() / small.per_payment()
        ));
    }
    println!();
    for line in ratios {
        println!("{line}");
    }
    ExitCode::SUCCESS
}

fn measure(world: &World, name: &str, customers: usize, times: usize) -> Measured {
    memory::forget_peak();
    let inputs = memory::now();
    let mut took = Duration::MAX;
    let mut result = None;
    for _ in 0..times {
        drop(result.take());
        let start = Instant::now();
        let answer = reconcile(
            &world.transactions,
            &world.invoices,
            &world.settlements,
            &Options { threads: 1, ..world.options.clone() },
            &mut |_, _, _| true,
        );
        took = took.min(start.elapsed());
        result = Some(answer);
    }
    let peak = memory::peak();
    let Some(Ok(result)) = result else {
        println!("{name:<22} {customers:>9} the engine gave an error");
        return Measured { payments: 0, took };
    };
    let total = evaluate(world, &result).total();
    drop(result);
    let mib = |value: Option<u64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
    let payments = world.transactions.len();
    println!(
        "{name:<22} {customers:>9} {payments:>9} {:>9}  {:>9.3} {:>11.0} {:>10} {:>10} {:>8.2}%",
        world.invoices.len(),
        took.as_secs_f64(),
        payments as f64 / took.as_secs_f64(),
        mib(inputs),
        mib(peak),
        100.0 * total.best_share()
    );
    if customers <= SCRIPT_UP_TO {
        script(world, took, total.knowable);
    }
    Measured { payments, took }
}

/// The script on the same rows, and how the engine compares.
fn script(world: &World, engine: Duration, knowable: u64) {
    memory::forget_peak();
    let start = Instant::now();
    let pairs = baseline::greedy(&world.transactions, &world.invoices, LEAST);
    let took = start.elapsed();
    let right = pairs
        .iter()
        .filter(|pair| {
            let (row, item) = (&world.transactions[pair.transaction], &world.invoices[pair.invoice]);
            let settles = world.truth.get(&row.id).map(|truth| truth.allocations.as_slice());
            matches!(settles, Some([only]) if only.0 == item.id)
        })
        .count();
    println!(
        "  script: {:.3} s, {:.0} payments/s, {:.2} % right; the engine takes {:.2} times its time",
        took.as_secs_f64(),
        world.transactions.len() as f64 / took.as_secs_f64(),
        100.0 * right as f64 / knowable.max(1) as f64,
        engine.as_secs_f64() / took.as_secs_f64()
    );
}
