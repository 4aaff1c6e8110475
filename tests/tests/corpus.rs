//! Real files of banks and gateways: what is read of each, what is refused and why.
//!
//! `cargo test -p payymo-tests --test corpus -- --nocapture` prints the tables. A file that is not read whole stands in
//! [`known`] with its reason; any other outcome, and a listed file that is read better by now, fails.

#[path = "corpus/known.rs"]
mod known;

use known::{DAMAGED, NOT_PROVEN, NOT_READ, Outcome, WITHOUT_CURRENCY, WITHOUT_HEADER, WITHOUT_ROWS};
use payymo::Code;
use payymo::format::{BalanceKind, ReadOptions, Report, read};
use payymo::model::{ReferenceKind, Status};
use payymo::money::Currency;
use payymo_tests::shared;
use rust_decimal::Decimal;
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
        let excused = NOT_PROVEN.iter().any(|known| known.0 == name);
        if proof == Some(false) && report.errors.is_empty() && !excused {
            wrong.push(format!("{name}: opening + entries is not closing"));
        }
        if rows(&report) == 0 && errors + warnings + report.balances.len() == 0 {
            wrong.push(format!("{name}: nothing, in silence"));
        }
        assert_eq!(report.transactions.len(), report.places.transactions.len(), "{name}");
    }
    println!("\n{:<72} {:<12} reason", "file that is not read whole", "outcome");
    others.iter().for_each(|line| println!("{line}"));
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

/// What a host knows of a file that does not say it.
fn options(name: &str) -> ReadOptions {
    let mut options = ReadOptions::default();
    let named = WITHOUT_CURRENCY.iter().find(|known| known.0 == name).map(|known| known.1);
    let mapped = WITHOUT_HEADER.iter().find(|known| known.0 == name);
    options.columns = mapped.map(|known| serde_json::from_str(known.2).expect("a column map"));
    options.currency =
        named.or(mapped.map(|known| known.1)).map(|code| Currency::parse(code).expect("a currency"));
    options
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

#[test]
fn amounts_are_those_of_another_reader() {
    let Some(corpus) = shared::folder("corpus").map(|folder| folder.join("corpus")) else { return };
    let mut compared = 0;
    for path in samples(&corpus.join("camt053/genkgo-camt")) {
        let name = name(&corpus, &path);
        let Ok(expected) = std::fs::read(path.with_extension("xml.expected.json")) else { continue };
        let expected: serde_json::Value = serde_json::from_slice(&expected).expect("JSON");
        let mut theirs: Vec<(String, u64)> = expected["getEntries"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|entry| {
                let amount = &entry["getAmount"];
                let minor: i64 =
                    amount["getAmount"].as_str().expect("minor units").parse().expect("a number");
                let currency = amount["getCurrency"]["getCode"].as_str().expect("a currency");
                (currency.to_owned(), minor.unsigned_abs())
            })
            .collect();
        let report = read(&std::fs::read(&path).expect("a readable file"), &ReadOptions::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut ours: Vec<(String, u64)> = report
            .transactions
            .iter()
            .map(|row| (row.currency().to_string(), row.amount.minor().unsigned_abs()))
            .collect();
        // Its list of entries is that of the last statement.
        let statements = expected["getRecords"].as_array().map_or(0, Vec::len);
        if statements > 1 {
            ours.retain(|amount| theirs.contains(amount));
        }
        theirs.sort();
        ours.sort();
        assert_eq!(ours, theirs, "{name}");
        compared += 1;
    }
    assert!(compared >= 10, "{compared} files with an expected output");
}

#[test]
fn mt940_entries_are_those_of_another_reader() {
    let Some(corpus) = shared::folder("corpus").map(|folder| folder.join("corpus")) else { return };
    let mut compared = 0;
    for path in samples(&corpus.join("mt940/mt940-rs")) {
        let name = name(&corpus, &path);
        let Ok(expected) = std::fs::read(path.with_extension("sta.expected.json")) else { continue };
        let expected: serde_json::Value = serde_json::from_slice(&expected).expect("JSON");
        let lines = expected
            .as_array()
            .expect("messages")
            .iter()
            .flat_map(|message| message["statement_lines"].as_array().expect("entries").iter());
        // Value date, entry date or value date, amount with its sign, the bank's reference.
        let theirs: Vec<[String; 4]> = lines
            .map(|line| {
                let text = |key: &str| line[key].as_str().map(str::to_owned);
                // It calls the mark RC so; the balances of those files prove that it is money out.
                let negative =
                    matches!(text("ext_debit_credit_indicator").as_deref(), Some("Debit" | "ReverseDebit"));
                let amount: Decimal =
                    text("amount").and_then(|amount| amount.parse().ok()).expect("an amount");
                let amount = if negative { -amount } else { amount };
                let value_date = text("value_date").expect("a date");
                let entry_date = text("entry_date").unwrap_or_else(|| value_date.clone());
                [value_date, entry_date, amount.normalize().to_string(), text("bank_ref").unwrap_or_default()]
            })
            .collect();
        let report = read(&std::fs::read(&path).expect("a readable file"), &ReadOptions::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let ours: Vec<[String; 4]> = report
            .transactions
            .iter()
            .map(|row| {
                let value = row.value_on.map(|day| day.to_string()).unwrap_or_default();
                let bank = row.references.iter().find(|known| known.kind == ReferenceKind::Bank);
                let bank = bank.map(|known| known.value.clone()).unwrap_or_default();
                [value, row.booked_on.to_string(), row.amount.to_decimal().normalize().to_string(), bank]
            })
            .collect();
        assert_eq!(ours, theirs, "{name}");
        compared += ours.len();
    }
    assert!(compared >= 100, "{compared} entries with an expected output");
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

/// Opening + entries = closing, by account, where every statement of the input states both.
fn proof(report: &Report) -> Option<bool> {
    let mut accounts: BTreeMap<Option<&str>, (i32, i128)> = BTreeMap::new();
    for balance in &report.balances {
        let sum = accounts.entry(balance.account.as_deref()).or_default();
        let minor = i128::from(balance.amount.minor());
        match balance.kind {
            BalanceKind::Opening => *sum = (sum.0 + 1, sum.1 + minor),
            BalanceKind::Closing => *sum = (sum.0 - 1, sum.1 - minor),
            _ => {}
        }
    }
    if accounts.values().any(|sum| sum.0 != 0)
        || !report.balances.iter().any(|balance| balance.kind == BalanceKind::Opening)
    {
        return None;
    }
    for row in report.transactions.iter().filter(|row| row.status == Status::Booked) {
        accounts.entry(row.account.as_deref()).or_default().1 += i128::from(row.amount.minor());
    }
    Some(accounts.values().all(|sum| sum.1 == 0))
}
