//! The command over real files: an answer that adds up, or a refusal that says why; the same file twice changes nothing.

mod support;

use payymo_tests::shared;
use serde_json::Value;
use support::{DATA, run};

const FOLDERS: [&str; 5] = ["camt053", "csv", "gocardless", "stripe", "whmcs"];

#[test]
fn every_real_file_has_an_answer_or_a_reason() {
    let Some(folder) = shared::folder("real_files") else { return };
    let invoices = format!("{DATA}business-invoices.json");
    let mut answers = 0;
    for kind in FOLDERS {
        let files = shared::files(&folder.join("corpus").join(kind));
        assert!(!files.is_empty(), "no file of {kind}");
        for file in files {
            let file = file.to_string_lossy().into_owned();
            let shown = run(&["--transactions", &file, "--invoices", &invoices]);
            let error = String::from_utf8(shown.stderr).expect("text");
            match shown.status.code() {
                Some(0) => {
                    answers += 1;
                    let table = String::from_utf8(shown.stdout).expect("text");
                    assert!(table.contains("closing ✓ to the cent"), "{file}");
                    assert!(!table.contains("closing ✗") && !table.contains('\u{1b}'), "{file}");
                    assert_eq!(result(&[&file], &invoices), result(&[&file, &file], &invoices), "{file}");
                }
                Some(2) => {
                    assert!(shown.stdout.is_empty() && error.starts_with("reconcile: "), "{file}: {error}");
                    assert!(error.trim_end().len() > file.len() + 20, "{file}: no reason in {error}");
                }
                code => panic!("{file}: {code:?}: {error}"),
            }
        }
    }
    // Of each kind, the files that hold transactions at all: most of the folder is other answers of the same providers.
    assert!(answers >= 90, "{answers} files with an answer");
}

/// What does not depend on how often a file was given.
fn result(files: &[&str], invoices: &str) -> [Value; 4] {
    let mut arguments = vec!["--transactions"];
    arguments.extend(files);
    arguments.extend(["--invoices", invoices, "--json", "-"]);
    let result: Value = serde_json::from_slice(&run(&arguments).stdout).expect("a result");
    ["matches", "unmatched", "open_invoices", "errors"].map(|part| result[part].clone())
}
