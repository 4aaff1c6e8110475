//! Every GoCardless and Stripe file of the corpus reads, or says why not.

use payymo::format::{self, ReadOptions, Report};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The corpus, or `None` where it is not there (then said; in CI a failure).
fn corpus() -> Option<PathBuf> {
    let shared = std::env::var_os("PAYYMO_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let corpus = shared.join("corpus");
    if corpus.is_dir() {
        return Some(corpus);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "no corpus: set PAYYMO_SHARED");
    println!("left out: no corpus (set PAYYMO_SHARED to the directory that holds it)");
    None
}

/// The answer of every JSON file below a directory, by path; printed as a table.
fn read_all(folder: &str) -> Option<BTreeMap<String, Result<Report, payymo::Error>>> {
    let root = corpus()?.join(folder);
    let mut answers = BTreeMap::new();
    let mut open = vec![root.clone()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        if name.ends_with(".json") && !name.ends_with(".expected.json") {
            answers.insert(name, format::read(&std::fs::read(&path).unwrap(), &ReadOptions::default()));
        }
    }
    for (name, answer) in &answers {
        match answer {
            Ok(report) => {
                println!(
                    "{folder}/{name}: {} transactions, {} balances, {} errors, {} warnings",
                    report.transactions.len(),
                    report.balances.len(),
                    report.errors.len(),
                    report.warnings.len()
                );
                for said in report.errors.iter().chain(&report.warnings) {
                    println!("    {said}");
                }
            }
            Err(error) => println!("{folder}/{name}: refused: {error}"),
        }
    }
    Some(answers)
}

#[test]
fn gocardless() {
    let Some(answers) = read_all("gocardless") else { return };
    let refused: Vec<_> =
        answers.iter().filter(|(_, answer)| answer.is_err()).map(|(name, _)| name.as_str()).collect();
    // Account details hold no transactions.
    assert_eq!(refused, ["robintty-nordigen/GetAccount.json", "robintty-nordigen/GetAccountDetails.json"]);
    for (name, answer) in answers {
        let Ok(report) = answer else { continue };
        // Every record is a row or an error; those without a date or with `string` for a currency are errors.
        let balances = if name.ends_with("GetBalances.json") { report.balances.len() } else { 0 };
        assert_eq!(
            report.records as usize,
            report.transactions.len() + balances + report.errors.len(),
            "{name}"
        );
        assert!(report.errors.iter().all(|error| error.place().bytes.is_some()), "{name}");
    }
}

#[test]
fn stripe() {
    let Some(answers) = read_all("stripe") else { return };
    for (name, answer) in answers {
        match answer {
            // Every object is a row, an error, or counted in a warning.
            Ok(report) => {
                assert!(report.transactions.iter().all(|row| row.source == "stripe"), "{name}");
                assert!(report.errors.iter().all(|error| error.place().bytes.is_some()), "{name}");
            }
            Err(error) => {
                assert_eq!(error.code(), payymo::Code::StripeUnsupported, "{name}");
                let stem = name.rsplit('/').next().unwrap().trim_end_matches(".json");
                let moves = ["charge", "refund", "payout", "balance_transaction"];
                assert!(!moves.contains(&stem), "{name} moves money");
            }
        }
    }
}
