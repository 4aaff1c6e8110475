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
fn a_match_has_the_fields_of_the_contract_and_says_why_it_waits() {
    const ALWAYS: [&str; 11] = [
        "id",
        "kind",
        "decision",
        "probability",
        "score",
        "prior",
        "allocations",
        "differences",
        "evidence",
        "alternatives",
        "calibration",
    ];
    const REASONS: [&str; 9] =
        ["kind", "state", "evidence", "payer", "displaced", "original", "payer_owes", "probability", "scope"];
    let (_, result) = json(&["--json", "-"]);
    let mut reasons = BTreeSet::new();
    for found in result["matches"].as_array().expect("a list") {
        let mut fields: BTreeSet<&str> = ALWAYS.into();
        if found["kind"] == "payout" {
            fields.extend(["deposit", "members", "residual"]);
        }
        if found["decision"] == "review" {
            fields.insert("review");
            let reason = found["review"].as_str().expect("a reason");
            assert!(REASONS.contains(&reason), "{reason}");
            reasons.insert(reason);
            if reason == "evidence" {
                fields.insert("review_clue");
                let mut codes = found["evidence"].as_array().expect("a list").iter().map(|row| &row["code"]);
                assert!(codes.any(|code| *code == found["review_clue"]), "{found}");
            }
        }
        let there: BTreeSet<&str> = found.as_object().expect("a match").keys().map(String::as_str).collect();
        assert_eq!(there, fields);
    }
    assert!(reasons.len() > 1, "{reasons:?}");
}

#[test]
fn each_story_ends_as_it_is_told() {
    let (_, result) = json(&["--json", "-"]);
    let (transactions, invoices) = inputs();
    let payment = |amount: &str, payer: &str| {
        let named = |row: &&Transaction| {
            row.amount.to_string().starts_with(amount)
                && row.counterparty.name.as_deref().is_some_and(|name| name.contains(payer))
        };
        transactions.iter().find(named).unwrap_or_else(|| panic!("{amount} of {payer}"))
    };
    let settled = |id: &str| -> BTreeSet<String> {
        let parts = result["matches"].as_array().expect("a list").iter();
        let parts = parts.flat_map(|found| found["allocations"].as_array().expect("a list"));
        let items =
            parts.filter(|part| part["transaction"] == id).filter_map(|part| part["invoice"].as_str());
        let number = |item: &str| {
            let item = invoices.iter().find(|row| row.id == item).expect("an invoice");
            item.number.clone().expect("a number")
        };
        items.map(number).collect()
    };
    for (amount, payer, numbers) in [
        ("35.70", "Mondschein", &["NW-2026-00404"][..]),
        ("238.00", "Haddad", &["NW-2026-00405"]),
        ("47.60", "WISNIEWSKA", &["NW-2026-00416"]),
        ("18.97", "Haslinger", &["NW-2026-00420"]),
        ("226.10", "Jürgens-Roth", &["NW-2026-00430"]),
        ("470.05", "Fünfeck", &["NW-2026-00409", "NW-2026-00410"]),
        ("327.25", "Lindenhof", &["NW-2026-00424", "NW-2026-00425", "NW-2026-00426", "NW-2026-00427"]),
        ("265.20", "SALTMARSH", &["NW-2026-00465", "NW-2026-00466"]),
        ("101.15", "Vollmer", &["NW-2026-00412", "NW-2026-00413"]),
        ("1000.00", "Elbstrand", &["NW-2026-00422"]),
        ("345.10", "Kranich", &["NW-2026-00417"]),
        ("1442.00", "PINEWOOD", &["NW-2026-00429"]),
        ("4664.80", "HANSEWERK", &["HV-2026-0311"]),
        ("1880.00", "Fjordlicht", &["HV-2026-0312"]),
        ("150.00", "Rademacher", &["NW-2026-00421"]),
        ("79.50", "Grünwald", &["NW-2026-00428"]),
        ("142.80", "ADLER", &["NW-2026-00408"]),
    ] {
        let expected: BTreeSet<String> = numbers.iter().map(|number| (*number).to_owned()).collect();
        assert_eq!(settled(&payment(amount, payer).id), expected, "{amount} of {payer}");
    }
    let reason = |id: &str| {
        let rows = result["unmatched"].as_array().expect("a list");
        let row = rows.iter().find(|row| row["transaction"] == id);
        row.map_or("settled", |row| row["reason"].as_str().expect("text")).to_owned()
    };
    for (amount, payer, expected) in [
        ("9.99", "Reimann", "no_candidate"),
        ("14.40", "J SMITH", "no_candidate"),
        ("500.00", "Abendroth", "no_candidate"),
        ("19.90", "Schmidt", "ambiguous"),
        ("5000.00", "Nordwind", "not_a_receipt"),
        ("627.75", "Stripe", "settled"),
        ("72.00", "LOCKWOOD", "pending"),
        ("-412.00", "Kaimauer", "money_out"),
    ] {
        assert_eq!(reason(&payment(amount, payer).id), expected, "{amount} of {payer}");
    }
    // Two payments of the one, one of them is too many; one by transfer of what the card had paid.
    for (amount, payer, expected) in [
        ("130.90", "Kowalczyk", "duplicate"),
        ("28.80", "NANDAKUMAR", "duplicate"),
        ("9.99", "Lefort", "closed_invoice"),
    ] {
        let rows = transactions.iter().filter(|row| {
            row.amount.to_string().starts_with(amount)
                && row.counterparty.name.as_deref().is_some_and(|name| name.contains(payer))
        });
        let reasons: Vec<String> = rows.map(|row| reason(&row.id)).collect();
        assert_eq!(reasons.iter().filter(|reason| *reason == expected).count(), 1, "{payer}: {reasons:?}");
    }
}

#[test]
fn the_same_files_twice_change_nothing() {
    let file = |name: &str| format!("{}{name}", support::DATA);
    let [bank, pounds, cards] = ["bank.camt053.xml", "gocardless.json", "stripe.json"].map(file);
    let [list, ledger, before, options] =
        ["whmcs-invoices.json", "business-invoices.json", "whmcs-transactions.json", "options.json"]
            .map(file);
    let (_, once) = json(&["--json", "-"]);
    let (_, twice) = json(&[
        "--transactions",
        &bank,
        &cards,
        &pounds,
        &bank,
        &pounds,
        &cards,
        "--invoices",
        &ledger,
        &list,
        &list,
        &ledger,
        "--settled",
        &before,
        &before,
        "--options",
        &options,
        "--json",
        "-",
    ]);
    for part in ["matches", "unmatched", "open_invoices", "summary"] {
        assert_eq!(once[part], twice[part], "{part}");
    }
    assert_eq!(twice["errors"], once["errors"]);
}

#[test]
fn a_bad_record_is_listed_and_the_rest_is_reconciled() {
    let folder = std::env::temp_dir().join(format!("payymo-record-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let rows = r#"{"transactions": [
        {"id": "t1", "booked_on": "2026-03-02", "amount": "5.00", "currency": "EUR", "remittance": "N-1001"},
        {"id": "t2", "booked_on": "2026-13-02", "amount": "6.00", "currency": "EUR"}],
        "invoices": [{"id": "i1", "number": "N-1001", "total": "5.00", "currency": "EUR"}]}"#;
    let file = folder.join("rows.json").to_string_lossy().into_owned();
    std::fs::write(&file, rows).expect("a file");
    let (_, result) = json(&["--transactions", &file, "--invoices", &file, "--json", "-"]);
    let errors = result["errors"].as_array().expect("a list");
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0]["message"].as_str().expect("text").starts_with("rows.json: "), "{errors:?}");
    let out = run(&["--transactions", &file, "--invoices", &file]);
    assert_eq!(out.status.code(), Some(0));
    let shown = String::from_utf8(out.stdout).expect("text");
    assert!(shown.contains("Records not read (1)") && shown.contains("rows.json: "), "{shown}");
    std::fs::remove_dir_all(&folder).expect("removed");
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
