//! The real files: found, read, and thinned so that no single bank drowns the others.

use payymo::format::{ReadOptions, read};
use payymo::model::Transaction;
use payymo::money::{Amount, Currency};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Folders of the corpus that hold statements.
const FOLDERS: &[&str] = &["camt052", "camt053", "camt054", "csv", "gocardless", "mt940", "mt942"];

/// Rows of one shape that are kept.
const OF_A_SHAPE: usize = 4;

/// The corpus: `PAYYMO_SHARED`, else `../shared` beside the workspace. `None` where it is not there.
///
/// # Panics
/// Where it is not there and `CI` is `true`: there it has to be.
pub fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("PAYYMO_SHARED").map_or_else(beside, PathBuf::from).join("corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var("CI").as_deref() != Ok("true"),
        "the style real_text needs the real files: set PAYYMO_SHARED to the directory that holds corpus"
    );
    None
}

/// All rows, in an order that depends on the files alone; of each shape a few.
pub fn rows(folder: &Path) -> Vec<Transaction> {
    let mut files = Vec::new();
    FOLDERS.iter().for_each(|name| walk(&folder.join(name), &mut files));
    files.sort();
    let mut options = ReadOptions::default();
    options.currency = Currency::parse("EUR").ok();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    for file in files {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let found = match read(&bytes, &options) {
            Ok(report) => report.transactions,
            Err(_) => super::swift::rows(&bytes),
        };
        for row in found {
            let count = seen.entry(shape(&row)).or_default();
            *count += 1;
            if *count <= OF_A_SHAPE && row.amount.minor() != 0 {
                rows.push(row);
            }
        }
    }
    rows
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.to_string_lossy();
        if path.is_dir() {
            walk(&path, files);
        } else if !name.contains(".expected.") {
            files.push(path);
        }
    }
}

/// What is the same in texts that a machine wrote: digits and codes stand for each other.
fn shape(row: &Transaction) -> String {
    let text: Vec<String> = row
        .remittance
        .split_whitespace()
        .map(|word| {
            let digits = word.chars().any(|c| c.is_ascii_digit());
            if digits { word.chars().map(|_| '9').take(3).collect() } else { word.to_uppercase() }
        })
        .collect();
    format!("{} {} {}", text.join(" "), row.counterparty.name.is_some(), row.amount.minor() < 0)
}

/// The amount as money in.
pub fn incoming(amount: Amount) -> Amount {
    Amount::new(amount.minor().saturating_abs(), amount.currency())
}
