//! Real files of banks and gateways: what is read of each, what is refused and why.
//!
//! `cargo test -p payymo-tests --test corpus -- --nocapture` prints the tables. A file that is not read whole stands in
//! [`known`] with its reason; any other outcome, and a listed file that is read better by now, fails.

#[path = "corpus/known.rs"]
mod known;
#[path = "corpus/options.rs"]
mod options;
#[path = "corpus/proof.rs"]
mod proof;

use known::{DAMAGED, NOT_PROVEN, NOT_READ, Outcome, WITHOUT_ROWS};
use options::options;
use payymo::Code;
use payymo::format::{ReadOptions, Report, read};
use proof::{Proofs, proof};

use payymo_tests::shared;
use std::collections::BTreeMap;
use std::path::Path;

/// Of a format: files, and how they are read.
#[derive(Default)]
struct Count {
    files: usize,
    rows: usize,
    whole: usize,
    partly: usize,
    refused: usize,
    without_rows: usize,
    proven: usize,
    damaged: usize,
}

/// What was made of a file.
struct Answer {
    outcome: Outcome,
    /// The code of the refusal of the whole file.
    refusal: Option<Code>,
    report: Option<Report>,
    said: String,
}

#[test]
fn every_file_is_read_or_the_reason_is_known() {
    let Some(corpus) = shared::folder("corpus").map(|folder| folder.join("corpus")) else { return };
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let (mut wrong, mut others): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut proofs = Proofs::default();
    println!("{:<72} {:>6} {:>6} {:>6}  balances, or what is wrong", "file", "rows", "errors", "warn");
    for path in samples(&corpus) {
        let name = name(&corpus, &path);
        let bytes = std::fs::read(&path).expect("a readable file");
        let Some((format, _)) = name.split_once('/') else { continue };
        let count = counts.entry(format.to_owned()).or_default();
        count.files += 1;
        let Ok(answer) = std::panic::catch_unwind(|| answer(&name, &bytes)) else {
            wrong.push(format!("{name}: PANIC"));
            continue;
        };
        let (expected, why, damaged) = expected(&name);
        count.damaged += usize::from(damaged);
        if answer.outcome != expected {
            wrong.push(format!("{name}: {:?}, not {expected:?}: {}", answer.outcome, answer.said));
        }
        let code = WITHOUT_ROWS.iter().find(|known| known.0 == name).and_then(|known| known.1);
        if answer.outcome == Outcome::WithoutRows && !damaged && code != answer.refusal {
            wrong.push(format!("{name}: {:?}, not {code:?}", answer.refusal));
        }
        match answer.outcome {
            Outcome::Whole => count.whole += 1,
            Outcome::WithoutRows => count.without_rows += 1,
            Outcome::Partly => count.partly += 1,
            Outcome::Refused => count.refused += 1,
        }
        if answer.outcome != Outcome::Whole {
            others.push(format!("{name:<72} {:<12} {why}", answer.outcome.name()));
        }
        let Some(report) = answer.report else {
            println!("{name:<72} {:>6} {:>6} {:>6}  {}", "-", "-", "-", answer.said);
            continue;
        };
        count.rows += rows(&report);
        let proof = proof(&report);
        count.proven += usize::from(proof == Some(true));
        let proven = match proof {
            Some(true) => "add up",
            Some(false) => "DO NOT ADD UP",
            None => "-",
        };
        let (errors, warnings) = (report.errors.len(), report.warnings.len());
        println!("{name:<72} {:>6} {errors:>6} {warnings:>6}  {proven}  {}", rows(&report), answer.said);
        let excused = NOT_PROVEN.iter().find(|known| known.0 == name).map(|known| known.1);
        if proof == Some(false) && report.errors.is_empty() && excused.is_none() {
            wrong.push(format!("{name}: opening + entries is not closing"));
        }
        let broken = proofs.add(&name, format, &report, excused);
        if excused.is_some() && !broken && proof != Some(false) {
            wrong.push(format!("{name}: nothing is wrong with its balances, take it from the list"));
        } else if excused.is_none() && broken && report.errors.is_empty() {
            wrong.push(format!("{name}: a statement does not add up"));
        }
        if rows(&report) == 0 && errors + warnings + report.balances.len() == 0 {
            wrong.push(format!("{name}: nothing, in silence"));
        }
        assert_eq!(report.transactions.len(), report.places.transactions.len(), "{name}");
    }
    println!("\n{:<72} {:<12} reason", "file that is not read whole", "outcome");
    others.iter().for_each(|line| println!("{line}"));
    proofs.print();
    let share = table(&counts);
    assert!(wrong.is_empty(), "{} files are not as known:\n{}", wrong.len(), wrong.join("\n"));
    assert!(share >= 0.99, "{share}");
    let proven = |format: &str| counts.get(format).map_or(0, |count| count.proven);
    assert!(proven("camt053") >= 30 && proven("mt940") >= 50, "balances prove at least 30 and 50 files");
}

/// Prints the table of formats, and answers the share of the undamaged files that is read whole.
fn table(counts: &BTreeMap<String, Count>) -> f64 {
    let mut all = Count::default();
    let row = |name: &str, count: &Count| {
        println!(
            "{name:<16} {:>6} {:>8} {:>7} {:>7} {:>8} {:>13} {:>8} {:>8}",
            count.files,
            count.rows,
            count.whole,
            count.partly,
            count.refused,
            count.without_rows,
            count.damaged,
            count.proven
        );
    };
    println!(
        "\n{:<16} {:>6} {:>8} {:>7} {:>7} {:>8} {:>13} {:>8} {:>8}",
        "format", "files", "rows", "whole", "partly", "refused", "without rows", "damaged", "proven"
    );
    for (format, count) in counts {
        row(format, count);
        all.files += count.files;
        all.rows += count.rows;
        all.whole += count.whole;
        all.partly += count.partly;
        all.refused += count.refused;
        all.without_rows += count.without_rows;
        all.damaged += count.damaged;
        all.proven += count.proven;
    }
    row("all", &all);
    let damaged = |outcome| DAMAGED.iter().filter(|known| known.1 == outcome).count();
    let whole = all.whole + all.without_rows - damaged(Outcome::Whole) - damaged(Outcome::WithoutRows);
    let of = all.files - all.damaged;
    let share = whole as f64 / of as f64;
    println!(
        "read whole, or without rows and said so: {whole} of {of} undamaged files, {:.2} %",
        share * 100.0
    );
    share
}

/// Reads a file, with the options that its host has to give.
fn answer(name: &str, bytes: &[u8]) -> Answer {
    let options = options(name);
    if options.currency.is_some() {
        let refused = match read(bytes, &ReadOptions::default()) {
            Err(error) => lacks(error.code()),
            Ok(report) => rows(&report) == 0 && report.errors.iter().all(|error| lacks(error.code())),
        };
        assert!(refused, "{name}: reads without an option by now, take it from the list");
    }
    match read(bytes, &options) {
        Err(error) => {
            let nothing = WITHOUT_ROWS.iter().any(|known| known.0 == name && known.1 == Some(error.code()));
            let outcome = if nothing { Outcome::WithoutRows } else { Outcome::Refused };
            Answer { outcome, refusal: Some(error.code()), report: None, said: error.to_string() }
        }
        Ok(report) => {
            let outcome = match (rows(&report), report.errors.len()) {
                (0, 0) => Outcome::WithoutRows,
                (_, 0) => Outcome::Whole,
                (0, _) => Outcome::Refused,
                _ => Outcome::Partly,
            };
            let said = report.errors.first().map(ToString::to_string).unwrap_or_default();
            Answer { outcome, refusal: None, report: Some(report), said }
        }
    }
}

/// Whether a refusal says that an option is needed.
fn lacks(code: Code) -> bool {
    matches!(code, Code::CsvCurrency | Code::CsvSign | Code::QifCurrency | Code::Mt940Currency)
}

/// What is known of a file: how it is read, why, and whether it was damaged on purpose.
fn expected(name: &str) -> (Outcome, &'static str, bool) {
    if let Some(known) = DAMAGED.iter().find(|known| known.0 == name) {
        return (known.1, known.2, true);
    }
    if let Some(known) = NOT_READ.iter().find(|known| known.0 == name) {
        return (known.1, known.2, false);
    }
    match WITHOUT_ROWS.iter().find(|known| known.0 == name) {
        Some(known) => (Outcome::WithoutRows, known.2, false),
        None => (Outcome::Whole, "", false),
    }
}

/// Rows of all kinds.
fn rows(report: &Report) -> usize {
    report.transactions.len() + report.invoices.len() + report.settlements.len()
}

/// Samples below a folder: no expected outputs, no notes.
fn samples(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = shared::files(folder);
    files.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !name.contains(".expected.") && name != "README.md" && name != "INDEX.tsv"
    });
    files
}

fn name(corpus: &Path, path: &Path) -> String {
    path.strip_prefix(corpus).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
