//! Each reader beside the bare limit of its format: MB/s of the full model, of the skeleton, and their ratio.
//!
//! ```text
//! statements [RECORDS]                what it says, on generated input
//! statements --write FOLDER RECORDS   writes the inputs, for peers in other languages
//! statements --read FILE              seconds of reading a file, the best of several
//! ```

use payymo::format::{ReadOptions, read};
use payymo_benches::inputs;
use payymo_benches::skeleton::{Row, bai2, camt, csv, gocardless, mt940, ofx};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// As the Python and Node packages have it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 7;
const AT_LEAST: Duration = Duration::from_secs(2);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--write", folder, records] => {
            for (name, bytes) in inputs::statements(records.parse().expect("a number of records")) {
                std::fs::write(format!("{folder}/{name}"), bytes).expect("a folder that can be written");
            }
        }
        ["--read", file] => {
            let bytes = std::fs::read(file).expect("a file");
            let [time] = best([&full(&bytes)]);
            println!("{:.6}", time.as_secs_f64());
        }
        _ => table(words.first().map_or(100_000, |records| records.parse().expect("a number of records"))),
    }
}

fn table(records: usize) {
    println!("{:<12} {:>7} {:>12} {:>12} {:>7}", "format", "MB", "payymo MB/s", "bare MB/s", "ratio");
    for (name, bytes) in inputs::statements(records) {
        let skeleton: fn(&[u8]) -> Vec<Row> = match name {
            "camt053" => camt::read,
            "csv" => csv::read,
            "gocardless" => gocardless::read,
            "bai2" => bai2::read,
            "mt940" => mt940::read,
            "ofx" => ofx::read,
            _ => continue,
        };
        assert_eq!(skeleton(&bytes).len(), records, "{name}: the skeleton reads every record");
        let megabytes = bytes.len() as f64 / 1e6;
        let speed = |time: Duration| megabytes / time.as_secs_f64();
        let [full, bare] = best([&full(&bytes), &|| time(|| skeleton(&bytes))]).map(speed);
        println!("{name:<12} {megabytes:>7.1} {full:>12.0} {bare:>12.0} {:>7.2}", full / bare);
    }
}

fn full(bytes: &[u8]) -> impl Fn() -> Duration + '_ {
    move || time(|| read(bytes, &ReadOptions::default()).expect("an input that can be read"))
}

/// What is made is dropped outside of the time.
fn time<T>(run: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(run());
    let time = start.elapsed();
    drop(made);
    time
}

/// The shortest time of each, taken in turns so that both meet the same moods of the machine.
fn best<const N: usize>(runs: [&dyn Fn() -> Duration; N]) -> [Duration; N] {
    let (start, mut best) = (Instant::now(), [Duration::MAX; N]);
    let mut rounds = 0;
    while rounds < ROUNDS || start.elapsed() < AT_LEAST {
        for (best, run) in best.iter_mut().zip(runs) {
            *best = run().min(*best);
        }
        rounds += 1;
    }
    best
}
