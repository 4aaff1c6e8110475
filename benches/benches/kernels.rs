//! The similarity kernel (`payymo::text::edits`) beside strsim and rapidfuzz in the same run, which all count the same edits
//! (optimal string alignment): words of names, whole names and lines of remittance, equal, with one or two slips, and of others.
//!
//! After criterion's times a table says what each takes for a pair, and how many times as long as ours the others take.

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use payymo::text::{edits, edits_within, fold};
use payymo_benches::names::NAMES;
use payymo_benches::remittances::remittances;
use rapidfuzz::distance::osa;
use std::hint::black_box;
use std::time::Instant;

/// What the engine asks of two words: so many edits at most.
const MOST: usize = 2;

/// Pairs of texts of one length, and how near they are.
struct Pairs {
    name: String,
    pairs: Vec<(String, String)>,
}

/// A way to count; `usize::MAX` where there are more than `MOST`, for those that are bounded.
type Count = fn(&str, &str) -> usize;

const BOUNDED: [(&str, Count); 3] = [
    ("payymo", |a, b| edits_within(a, b, MOST).unwrap_or(usize::MAX)),
    ("strsim", |a, b| Some(strsim::osa_distance(a, b)).filter(|found| *found <= MOST).unwrap_or(usize::MAX)),
    ("rapidfuzz", |a, b| {
        let bound = osa::Args::default().score_cutoff(MOST);
        osa::distance_with_args(a.bytes(), b.bytes(), &bound).unwrap_or(usize::MAX)
    }),
];

const WHOLE: [(&str, Count); 3] = [
    ("payymo", edits),
    ("strsim", strsim::osa_distance),
    ("rapidfuzz", |a, b| osa::distance(a.bytes(), b.bytes())),
];

fn kernels(bench: &mut Criterion) {
    let mut table = Vec::new();
    for pairs in all() {
        for (kind, ways) in [("at most 2", BOUNDED), ("all", WHOLE)] {
            let sums = ways.map(|way| agreed(way.1, &pairs.pairs));
            assert!(sums.iter().all(|sum| *sum == sums[0]), "{}: they disagree: {sums:?}", pairs.name);
            let mut group = bench.benchmark_group(format!("edits, {kind}: {}", pairs.name));
            group.throughput(Throughput::Elements(pairs.pairs.len() as u64));
            ways.iter().for_each(|(name, count)| measure(&mut group, name, *count, &pairs.pairs));
            group.finish();
            table.push((pairs.name.clone(), kind, ways.map(|(_, count)| nanoseconds(count, &pairs.pairs))));
        }
    }
    println!("edits of two texts, nanoseconds a pair; in brackets how many times as long as ours");
    println!("{:<30}{:<12}{:>9}{:>20}{:>20}", "", "counted", "payymo", "strsim", "rapidfuzz");
    for (name, kind, [ours, strsim, rapidfuzz]) in table {
        let beside = |other: f64| format!("{other:.1} ({:.1})", other / ours);
        println!("{name:<30}{kind:<12}{ours:>9.1}{:>20}{:>20}", beside(strsim), beside(rapidfuzz));
    }
}

fn measure(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, count: Count, pairs: &[(String, String)]) {
    group.bench_function(BenchmarkId::from_parameter(name), |bench| {
        bench.iter(|| pairs.iter().for_each(|(a, b)| _ = black_box(count(black_box(a), black_box(b)))));
    });
}

/// All counts of a way, so that ways that disagree are found out.
fn agreed(count: Count, pairs: &[(String, String)]) -> usize {
    pairs.iter().map(|(a, b)| count(a, b)).fold(0, |sum, found| sum.wrapping_mul(31).wrapping_add(found))
}

/// Nanoseconds a pair: the best of several runs.
fn nanoseconds(count: Count, pairs: &[(String, String)]) -> f64 {
    const RUNS: usize = 25;
    const ROUNDS: usize = 40;
    let run = |_| {
        let start = Instant::now();
        for _ in 0..ROUNDS {
            pairs.iter().for_each(|(a, b)| _ = black_box(count(black_box(a), black_box(b))));
        }
        start.elapsed().as_secs_f64() * 1e9 / (ROUNDS * pairs.len()) as f64
    };
    (0..RUNS).map(run).fold(f64::INFINITY, f64::min)
}

/// Words of names, whole names, and lines of remittance, folded as the engine compares them.
fn all() -> Vec<Pairs> {
    let names: Vec<String> = NAMES.iter().map(|name| fold(name)).filter(|name| name.is_ascii()).collect();
    let words = names.iter().flat_map(|name| name.split(' ')).filter(|word| word.len() >= 5);
    let lines: Vec<String> = remittances().iter().map(|text| fold(text)).collect();
    let lines = lines.into_iter().filter(|line| line.is_ascii() && line.len() >= 40);
    let texts = [
        ("short", words.map(str::to_owned).collect::<Vec<String>>()),
        ("medium", names.iter().filter(|name| name.len() >= 12).cloned().collect()),
        ("long", lines.collect()),
    ];
    texts.into_iter().flat_map(|(size, texts)| of_texts(size, &texts)).collect()
}

/// Each text with itself, with one slip and with two, and with the next of about its length.
fn of_texts(size: &str, texts: &[String]) -> [Pairs; 3] {
    let letters = texts.iter().map(String::len).sum::<usize>() / texts.len();
    let of = |near: &str, pairs| Pairs { name: format!("{size} ({letters}), {near}"), pairs };
    let both = |other: fn(&str) -> String| texts.iter().map(|text| (text.clone(), other(text))).collect();
    let mut by_length = texts.to_vec();
    by_length.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    by_length.dedup();
    let far = by_length.windows(2).map(|two| (two[0].clone(), two[1].clone())).collect();
    [of("equal", both(str::to_owned)), of("near", both(slipped)), of("far", far)]
}

/// The second and third letters changed over, and in longer texts one in the middle lost: one edit, or two.
fn slipped(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.swap(1, 2);
    if letters.len() > 8 {
        letters.remove(letters.len() / 2);
    }
    letters.into_iter().collect()
}

criterion_group!(benches, kernels);
criterion_main!(benches);
