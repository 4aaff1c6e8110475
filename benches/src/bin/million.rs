//! A million payments against a million open items in one call, then one payment at a time against the prepared items.
//!
//! ```text
//! cargo run --release -p payymo-benches --bin million                    two threads
//! cargo run --release -p payymo-benches --bin million -- 100000 1        so many rows, so many threads
//! cargo run --release -p payymo-benches --bin million -- 100000 1 all    with settled items and settlements
//! cargo run --release -p payymo-benches --bin million -- 100000 1 call   the one call alone
//! cargo run --release -p payymo-benches --bin million -- 100000 write    the rows themselves, to standard output; with them
//! cargo run --release -p payymo-benches --bin million -- measure 1 5 call   the best of five calls on one thread
//! ```
//!
//! Prints wall time, the processor time of all threads, and memory above the input rows; how the time of a call grows from
//! a hundredth of the rows on; of single payments and of items that close and open the median and the 99th percentile.
//! The rows are made by this process and measured in another.

use payymo::matching::{Matcher, Options, reconcile};
use payymo_benches::memory;
use payymo_benches::rows::{Items, Rows};
use std::io::{BufWriter, stdin, stdout};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// Single calls that are measured.
const CALLS: usize = 20_000;
/// How often a small call is made: the best counts.
const AGAIN: usize = 5;
/// What this process is called with to measure rows that it is handed.
const MEASURE: &str = "measure";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.split_first() {
        Some((first, rest)) if first == MEASURE => measure(rest),
        _ => run(&words),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("million: {message}");
            ExitCode::from(2)
        }
    }
}

/// Makes the rows and has them measured.
fn run(words: &[String]) -> Result<(), String> {
    let (mut numbers, mut items, mut call_alone, mut write) = (Vec::new(), Items::Open, false, false);
    for word in words {
        match (word.as_str(), word.parse::<usize>()) {
            (_, Ok(number)) => numbers.push(number),
            ("all", _) => items = Items::All,
            ("call", _) => call_alone = true,
            ("write", _) => write = true,
            _ => {
                return Err(
                    "give a number of rows and a number of threads, all, call, write, or nothing".into()
                );
            }
        }
    }
    let rows = numbers.first().copied().unwrap_or(1_000_000);
    let threads = numbers.get(1).copied().unwrap_or(2);
    if write {
        let rows = Rows::make(rows, items);
        return rows.write(&mut BufWriter::new(stdout().lock())).map_err(|error| error.to_string());
    }
    println!(
        "{}; {threads} threads",
        match items {
            Items::Open =>
                "a month of hosting_uk; of its items the open ones, no settled ones and no settlements",
            Items::All => "a month of hosting_uk, with settled items and settlements",
        }
    );
    if call_alone {
        return hand_over(&Rows::make(rows, items), &[threads.to_string(), "1".into(), "call".into()]);
    }
    let small = (rows / 100).max(1_000);
    if small < rows {
        let words = [threads.to_string(), AGAIN.to_string(), "call".into()];
        hand_over(&Rows::make(small, items), &words)?;
    }
    hand_over(&Rows::make(rows, items), &[threads.to_string(), "1".into(), "and calls of one".into()])
}

/// Measures rows in a process of their own.
fn hand_over(rows: &Rows, words: &[String]) -> Result<(), String> {
    let say = |error: std::io::Error| error.to_string();
    let own = std::env::current_exe().map_err(say)?;
    let mut child = Command::new(own).arg(MEASURE).args(words).stdin(Stdio::piped()).spawn().map_err(say)?;
    if let Some(pipe) = child.stdin.take() {
        rows.write(&mut BufWriter::new(pipe)).map_err(say)?;
    }
    match child.wait().map_err(say)?.success() {
        true => Ok(()),
        false => Err("the measuring process failed".into()),
    }
}

/// Measures the rows that come in: how many threads, how many calls, and what else.
fn measure(words: &[String]) -> Result<(), String> {
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok()).unwrap_or(1);
    let rows = Rows::read(stdin().lock()).map_err(|error| error.to_string())?;
    let options = Options { threads: number(0), ..rows.options.clone() };
    one_call(&rows, &options, number(1))?;
    if words.last().is_some_and(|word| word != "call") {
        calls_of_one(&rows, &options)?;
    }
    Ok(())
}

/// All payments in one call; the best of some.
fn one_call(rows: &Rows, options: &Options, times: u32) -> Result<(), String> {
    let mut above = None;
    let mut best = (Duration::MAX, None, String::new());
    for round in 0..times.max(1) {
        memory::forget_peak();
        let before = memory::now();
        let (start, used) = (Instant::now(), processor());
        let result =
            reconcile(&rows.transactions, &rows.invoices, &rows.settlements, options, &mut |_, _, _| true)
                .map_err(|error| error.to_string())?;
        let took = start.elapsed();
        let used = processor().zip(used).map(|(now, then)| now.saturating_sub(then));
        if round == 0 {
            above = memory::peak().zip(before).map(|(peak, before)| peak.saturating_sub(before));
        }
        if took < best.0 {
            let summary = &result.summary;
            best = (took, used, format!("{} automatic, {} to review", summary.auto, summary.review));
        }
    }
    let (took, used, summary) = best;
    println!(
        "{} payments, {} items: one call {:.3} s, {} s of processors, {} MiB above the input rows; {:.2} µs a payment; {summary}",
        rows.transactions.len(),
        rows.invoices.len(),
        took.as_secs_f64(),
        used.map_or("-".to_owned(), |took| format!("{:.2}", took.as_secs_f64())),
        above.map_or("-".to_owned(), |mib| mib.to_string()),
        took.as_secs_f64() * 1e6 / rows.transactions.len().max(1) as f64,
    );
    Ok(())
}

/// One payment at a time, and items that close and open.
fn calls_of_one(rows: &Rows, options: &Options) -> Result<(), String> {
    let before = memory::now();
    let start = Instant::now();
    let (mut matcher, _) =
        Matcher::new(&rows.invoices, &rows.settlements, options).map_err(|error| error.to_string())?;
    let above = memory::now().zip(before).map(|(now, before)| now.saturating_sub(before));
    println!(
        "prepared items: {:.2} s, {} MiB more than the call before left behind",
        start.elapsed().as_secs_f64(),
        above.map_or("-".to_owned(), |mib| mib.to_string())
    );
    let step = (rows.transactions.len() / CALLS).max(1);
    let mut proposed: Vec<Duration> = Vec::with_capacity(CALLS);
    for transaction in rows.transactions.iter().step_by(step) {
        let start = Instant::now();
        let found = matcher.propose(transaction);
        proposed.push(start.elapsed());
        found.map_err(|error| error.to_string())?;
    }
    tell("propose", &mut proposed);
    let step = (rows.invoices.len() / CALLS).max(1);
    let (mut closed, mut opened) = (Vec::with_capacity(CALLS), Vec::with_capacity(CALLS));
    for invoice in rows.invoices.iter().step_by(step) {
        let start = Instant::now();
        matcher.close(&invoice.id);
        closed.push(start.elapsed());
        let start = Instant::now();
        let put = matcher.put(invoice);
        opened.push(start.elapsed());
        put.map_err(|error| error.to_string())?;
    }
    tell("close an item", &mut closed);
    tell("open an item", &mut opened);
    Ok(())
}

fn tell(what: &str, took: &mut [Duration]) {
    took.sort_unstable();
    let micros = |duration: Option<&Duration>| duration.map_or(0.0, |took| took.as_secs_f64() * 1e6);
    let mean = took.iter().sum::<Duration>().as_secs_f64() * 1e6 / took.len().max(1) as f64;
    println!(
        "{what}: median {:.2} µs, 99th percentile {:.2} µs, largest {:.0} µs, mean {mean:.2} µs",
        micros(took.get(took.len() / 2)),
        micros(took.get(took.len() * 99 / 100)),
        micros(took.last()),
    );
}

/// Processor time of this process so far, as Linux tells it in hundredths of a second.
fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some(Duration::from_millis(ticks * 10))
}
