//! The sample month from end to end: what a user sees first.

mod support;

use payymo::linking;
use payymo::model::{Invoice, Transaction};
use serde_json::Value;
use std::collections::BTreeSet;
use support::conservation::violations;
use support::{run, sample};

fn inputs() -> (Vec<Transaction>, Vec<Invoice>) {
    let files = ["bank.camt053.xml", "gocardless.json", "stripe.json"];
    let transactions = files.map(|name| sample(name).transactions).to_vec();
    let mut invoices = sample("whmcs-invoices.json").invoices;
    invoices.extend(sample("business-invoices.json").invoices);
    (linking::duplicates(transactions).transactions, invoices)
}

fn json(arguments: &[&str]) -> (Vec<u8>, Value) {
    let out = run(arguments);
    let error = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(0), "{error}");
    let value = serde_json::from_slice(&out.stdout).unwrap_or_else(|e| panic!("{e}: {error}"));
    (out.stdout, value)
}

fn words(rows: &Value, field: &str) -> BTreeSet<String> {
    let rows = rows.as_array().expect("a list");
    rows.iter().map(|row| row[field].as_str().expect("text").to_owned()).collect()
}

#[test]
fn without_arguments_a_person_reads_a_table() {
    let out = run(&[]);
    assert_eq!(out.status.code(), Some(0));
    assert!(out.stderr.is_empty());
    let shown = String::from_utf8(out.stdout).expect("text");
    for part in [
        "as of 2026-03-31",
        "bank.camt053.xml",
        "Settled automatically",
        "Waits for review",
        "Settles nothing",
    ] {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'), "colours without a terminal");
    assert_eq!(shown.matches("closing ✓ to the cent").count(), 2, "both currencies add up\n{shown}");
}

#[test]
fn the_result_conserves_money_and_is_the_same_each_time() {
    let (bytes, result) = json(&["--json", "-"]);
    let (transactions, invoices) = inputs();
    assert_eq!(violations(&result, &transactions, &invoices), Vec::<String>::new());
    assert_eq!(json(&["--json", "-"]).0, bytes);
}

#[test]
fn each_kind_and_each_reason_is_there() {
    let (_, result) = json(&["--json", "-"]);
    let kinds = words(&result["matches"], "kind");
    for kind in ["single", "grouped", "instalment", "on_account"] {
        assert!(kinds.contains(kind), "{kind} in {kinds:?}");
    }
    assert_eq!(words(&result["matches"], "decision"), ["auto", "review"].map(str::to_owned).into());
    let reasons = words(&result["unmatched"], "reason");
    for reason in
        ["no_candidate", "ambiguous", "duplicate", "closed_invoice", "not_a_receipt", "pending", "money_out"]
    {
        assert!(reasons.contains(reason), "{reason} in {reasons:?}");
    }
    let differences: Vec<Value> = result["matches"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|row| row["differences"].as_array().expect("a list").clone())
        .collect();
    let differences = words(&Value::Array(differences), "kind");
    for difference in ["bank_fee", "discount", "overpayment"] {
        assert!(differences.contains(difference), "{difference} in {differences:?}");
    }
}

#[test]
fn outputs_stand_beside_each_other() {
    let folder = std::env::temp_dir().join(format!("payymo-month-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let out = run(&["--json", &path("a.json"), "--html", &path("a.html")]);
    assert_eq!(out.status.code(), Some(0));
    assert!(out.stdout.is_empty());
    let page = std::fs::read_to_string(path("a.html")).expect("a page");
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert_eq!(page.matches("✓ to the cent").count(), 2);
    assert_eq!(std::fs::read(path("a.json")).expect("a result"), json(&["--json", "-"]).0);
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 2);
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn hostile_rows_are_safe_in_every_output() {
    let folder = std::env::temp_dir().join(format!("payymo-hostile-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let text = "<script>alert(1)</script>\\u001b[2J\\u202e=HYPERLINK(1) 4111 1111 1111 1111";
    let rows = format!(
        r#"{{"transactions": [{{"id": "t{text}", "booked_on": "2026-03-02", "amount": "5.00", "currency": "EUR",
             "remittance": "N-1 {text}", "counterparty": {{"name": "{text}"}}}}],
            "invoices": [{{"id": "i{text}", "number": "N-1{text}", "total": "5.00", "currency": "EUR", "customer": {{"id": "1", "name": "{text}"}}}}]}}"#
    );
    let file = folder.join("rows.json").to_string_lossy().into_owned();
    std::fs::write(&file, rows).expect("a file");
    let html = folder.join("page.html").to_string_lossy().into_owned();
    let out = run(&["--transactions", &file, "--invoices", &file, "--html", &html]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    let shown = String::from_utf8(out.stdout).expect("text");
    let page = std::fs::read_to_string(&html).expect("a page");
    for bad in ['\u{1b}', '\u{202e}'] {
        assert!(!shown.contains(bad) && !page.contains(bad));
    }
    for bad in ["<script", "4111 1111 1111 1111"] {
        assert!(!page.contains(bad), "{bad}");
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}
