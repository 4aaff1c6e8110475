//! Expected outputs that lie beside real files: each value that another project reads, beside ours.
//!
//! `cargo test -p payymo-tests --test expected -- --nocapture` prints the table. What that project reads otherwise stands
//! in [`differences`] with its reason; a difference that does not stand there fails, and one that is gone too.

#[path = "expected/compare.rs"]
mod compare;
#[path = "expected/differences.rs"]
mod differences;
#[path = "expected/genkgo.rs"]
mod genkgo;
#[path = "expected/mt940.rs"]
mod mt940;
#[path = "corpus/options.rs"]
mod options;
#[path = "expected/others.rs"]
mod others;
#[path = "expected/told.rs"]
mod told;
#[path = "expected/wolph.rs"]
mod wolph;

use compare::{Outcome, compare};
use differences::DIFFERENCES;
use options::options;
use payymo::format::{Report, visit};
use payymo_tests::shared;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use told::Told;

/// Of a project: files, values, and those that are equal.
#[derive(Default)]
struct Count {
    files: usize,
    values: usize,
    equal: usize,
}

#[test]
fn values_are_those_of_other_readers() {
    let Some(corpus) = shared::folder("expected").map(|folder| folder.join("corpus")) else { return };
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut reasons: BTreeMap<&str, (usize, BTreeSet<String>)> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    let mut unseen: BTreeSet<usize> = (0..DIFFERENCES.len()).collect();
    for (name, expected) in listed(&corpus) {
        let outcome = of_file(&corpus, &name, &expected);
        let project: Vec<&str> = name.split('/').take(2).collect();
        let count = counts.entry(project.join("/")).or_default();
        count.files += 1;
        count.values += outcome.values;
        count.equal += outcome.values - outcome.unequal();
        if outcome.values == 0 {
            wrong.push(format!("{name}: nothing to compare"));
        }
        for (field, rows) in &outcome.different {
            let numbers = ranges(rows.iter().map(|row| row.0));
            let known = DIFFERENCES.iter().position(|known| known.0 == name && known.1 == field);
            match known.filter(|known| DIFFERENCES[*known].2 == numbers) {
                Some(known) => {
                    unseen.remove(&known);
                    let reason = reasons.entry(DIFFERENCES[known].3).or_default();
                    reason.0 += rows.len();
                    reason.1.insert(name.clone());
                }
                None => {
                    let listed = known.map_or("", |known| DIFFERENCES[known].2);
                    let said: Vec<String> =
                        rows.iter().map(|(at, said)| format!("    {at}: {said}")).collect();
                    wrong.push(format!(
                        "(\"{name}\", \"{field}\", \"{numbers}\", ), listed \"{listed}\"\n{}",
                        said.join("\n")
                    ));
                }
            }
        }
    }
    print(&counts, &reasons);
    for gone in unseen.iter().map(|at| DIFFERENCES[*at]) {
        let said = format!("(\"{}\", \"{}\"", gone.0, gone.1);
        if !wrong.iter().any(|wrong| wrong.starts_with(&said)) {
            wrong.push(format!("{said}, \"{}\": no difference any more", gone.2));
        }
    }
    assert!(wrong.is_empty(), "{} are not as known:\n{}", wrong.len(), wrong.join("\n"));
    let values: usize = counts.values().map(|count| count.values).sum();
    assert!(values >= 3_000, "{values} values compared");
}

/// Files that have an expected output, with it.
fn listed(corpus: &Path) -> Vec<(String, String)> {
    let index = std::fs::read_to_string(corpus.join("INDEX.tsv")).expect("INDEX.tsv");
    let columns = index.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    columns
        .filter(|columns| columns[4] != "-")
        .map(|columns| (columns[0].to_owned(), columns[4].to_owned()))
        .collect()
}

/// Reads a file, and compares it with what another project read.
fn of_file(corpus: &Path, name: &str, expected: &str) -> Outcome {
    let read =
        |name: &str| std::fs::read(corpus.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let (bytes, expected) = (read(name), read(expected));
    // What stands in front of a refusal of the whole file counts too: the account of a file that is one field.
    let mut report = Report::default();
    let _ = visit(&bytes, &options(name), &mut report);
    compare(&told(name, &expected, &report), &report)
}

fn told(name: &str, expected: &[u8], report: &Report) -> Told {
    match name.split('/').nth(1) {
        Some("genkgo-camt") => genkgo::genkgo(expected, report),
        Some("mt940-rs") => mt940::mt940_rs(expected),
        Some("my-flow-mt940") => mt940::my_flow(expected),
        Some("webschik-mt940-js") => mt940::mt940_js(expected),
        Some("wolph-mt940") => wolph::wolph(expected, report),
        Some("actual-server") => others::actual(expected, report),
        Some("double-entry-generator") => others::ledger(expected, report),
        other => panic!("{name}: an expected output of {other:?}, which none reads"),
    }
}

/// `0-2, 5`
fn ranges(rows: impl Iterator<Item = usize>) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some(last) if row <= last.1 + 1 => last.1 = row,
            _ => ranges.push((row, row)),
        }
    }
    let said = ranges
        .iter()
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}-{last}") });
    said.collect::<Vec<_>>().join(", ")
}

fn print(counts: &BTreeMap<String, Count>, reasons: &BTreeMap<&str, (usize, BTreeSet<String>)>) {
    println!("{:<28} {:>6} {:>8} {:>8} {:>10}", "project", "files", "values", "equal", "explained");
    let row = |name: &str, count: &Count| {
        println!(
            "{name:<28} {:>6} {:>8} {:>8} {:>10}",
            count.files,
            count.values,
            count.equal,
            count.values - count.equal
        );
    };
    let mut all = Count::default();
    for (project, count) in counts {
        row(project, count);
        all.files += count.files;
        all.values += count.values;
        all.equal += count.equal;
    }
    row("all", &all);
    println!("\n{:>6} {:>6}  what another project reads otherwise", "values", "files");
    for (reason, (values, files)) in reasons {
        println!("{values:>6} {:>6}  {reason}", files.len());
    }
}
