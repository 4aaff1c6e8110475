//! A million payments against a million open items in one call, then one payment at a time against the prepared items.
//!
//! ```text
//! cargo run --release -p payymo-benches --bin million              two threads
//! cargo run --release -p payymo-benches --bin million -- 100000 1  so many rows, so many threads
//! ```
//!
//! Prints wall time, the processor time of all threads, and memory above the input rows; of single payments and of items
//! that open and close the median and the 99th percentile.

use payymo::matching::{Matcher, Options, reconcile};
use payymo::model::InvoiceState;
use payymo_benches::memory;
use payymo_world::style;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Payments that a world of this style has for a customer, nearly.
const PAYMENTS_PER_CUSTOMER: f64 = 1.81;
/// Single calls that are measured.
const CALLS: usize = 20_000;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1).map(|word| word.parse::<u32>());
    let (rows, threads) = match (words.next().transpose(), words.next().transpose()) {
        (Ok(rows), Ok(threads)) => (rows.unwrap_or(1_000_000), threads.unwrap_or(2)),
        _ => {
            eprintln!("million: give a number of rows and a number of threads, or nothing");
            return ExitCode::from(2);
        }
    };
    let customers = (f64::from(rows) / PAYMENTS_PER_CUSTOMER) as usize;
    let world = style::hosting_uk::world(7, customers);
    let open = world.invoices.iter().filter(|invoice| invoice.state == InvoiceState::Open).count();
    let options = Options { threads, ..world.options.clone() };
    println!(
        "{} payments, {} items ({open} open), {threads} threads",
        world.transactions.len(),
        world.invoices.len()
    );

    memory::forget_peak();
    let before = memory::now();
    let (wall, processor) = (Instant::now(), processor());
    let result =
        reconcile(&world.transactions, &world.invoices, &world.settlements, &options, &mut |_, _, _| true);
    let (wall, processor) = (wall.elapsed(), self::processor().zip(processor).map(|(now, then)| now - then));
    let above = memory::peak().zip(before).map(|(peak, before)| peak.saturating_sub(before));
    let Ok(result) = result else {
        eprintln!("million: the engine gave an error");
        return ExitCode::FAILURE;
    };
    println!(
        "one call: {:.2} s, {} s of processors, {} MiB above the input rows; {} automatic, {} to review",
        wall.as_secs_f64(),
        processor.map_or("-".to_owned(), |took| format!("{:.2}", took.as_secs_f64())),
        above.map_or("-".to_owned(), |mib| mib.to_string()),
        result.summary.auto,
        result.summary.review
    );
    drop(result);

    let before = memory::now();
    let start = Instant::now();
    let Ok((mut matcher, _)) = Matcher::new(&world.invoices, &world.settlements, &options) else {
        eprintln!("million: the engine gave an error");
        return ExitCode::FAILURE;
    };
    let above = memory::now().zip(before).map(|(now, before)| now.saturating_sub(before));
    println!(
        "prepared items: {:.2} s, {} MiB",
        start.elapsed().as_secs_f64(),
        above.map_or("-".to_owned(), |mib| mib.to_string())
    );
    let step = (world.transactions.len() / CALLS).max(1);
    let mut proposed: Vec<Duration> = Vec::with_capacity(CALLS);
    for transaction in world.transactions.iter().step_by(step) {
        let start = Instant::now();
        let found = matcher.propose(transaction);
        proposed.push(start.elapsed());
        assert!(found.is_ok());
    }
    tell("propose", &mut proposed);
    let step = (world.invoices.len() / CALLS).max(1);
    let (mut closed, mut opened) = (Vec::with_capacity(CALLS), Vec::with_capacity(CALLS));
    for invoice in world.invoices.iter().step_by(step) {
        let start = Instant::now();
        matcher.close(&invoice.id);
        closed.push(start.elapsed());
        let start = Instant::now();
        let put = matcher.put(invoice);
        opened.push(start.elapsed());
        assert!(put.is_ok());
    }
    tell("close an item", &mut closed);
    tell("open an item", &mut opened);
    ExitCode::SUCCESS
}

fn tell(what: &str, took: &mut [Duration]) {
    took.sort_unstable();
    let micros = |duration: Option<&Duration>| duration.map_or(0.0, |took| took.as_secs_f64() * 1e6);
    let mean = took.iter().sum::<Duration>().as_secs_f64() * 1e6 / took.len().max(1) as f64;
    println!(
        "{what}: median {:.2} µs, 99th percentile {:.2} µs, mean {mean:.2} µs",
        micros(took.get(took.len() / 2)),
        micros(took.get(took.len() * 99 / 100)),
    );
}

/// Processor time of this process so far, as Linux tells it in hundredths of a second.
fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
