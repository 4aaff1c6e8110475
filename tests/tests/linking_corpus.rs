//! Rows of real statements, told again as other messages of the same bank would tell them: nothing counts twice and no two
//! payments become one.

use payymo::format::{ReadOptions, read};
use payymo::linking::{Linked, Row, Why, duplicates};
use payymo::model::Transaction;
use payymo_tests::shared;
use std::collections::BTreeMap;

/// The messages of one Lithuanian bank, by kind: the file's name and its text.
fn messages(kind: &str) -> Option<Vec<(String, String)>> {
    let corpus = shared::folder("linking_corpus")?.join("corpus");
    let folder = corpus.join(kind).join("subite-camt-to-coda");
    let text = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("a readable file");
    let name = |path: &std::path::PathBuf| path.display().to_string();
    Some(shared::files(&folder).iter().map(|path| (name(path), text(path))).collect())
}

fn rows(text: &str) -> Vec<Transaction> {
    let report = read(text.as_bytes(), &ReadOptions::default()).expect("a message");
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    report.transactions
}

/// What moved each account on each day.
fn moved(rows: &[Transaction]) -> BTreeMap<(String, String), i64> {
    let mut sums = BTreeMap::new();
    for row in rows {
        let key = (row.account.clone().unwrap_or_default(), row.booked_on.to_string());
        *sums.entry(key).or_default() += row.amount.minor();
    }
    sums
}

fn whole(linked: &Linked, total: usize) {
    assert!(linked.errors.is_empty(), "{:?}", linked.errors.first());
    assert_eq!(linked.transactions.len() + linked.copies.len(), total, "nothing is lost");
}

/// A statement as another message: other ids, and where `part` is a reason to leave the bank's references out, none.
fn as_message(text: &str, kind: &str) -> String {
    let (body, part) =
        if kind == "052" { ("BkToCstmrAcctRpt", "Rpt") } else { ("BkToCstmrDbtCdtNtfctn", "Ntfctn") };
    let text = text.replace("BkToCstmrStmt", body).replace("camt.053.001", &format!("camt.{kind}.001"));
    text.replace("<Stmt>", &format!("<{part}>")).replace("</Stmt>", &format!("</{part}>"))
}

/// The same without an element.
fn without(text: &str, element: &str) -> String {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(&open) {
        out.push_str(before);
        rest = behind.split_once(&close).map_or("", |cut| cut.1);
    }
    out + rest
}

#[test]
fn the_messages_of_a_bank_as_they_are() {
    let (Some(reports), Some(statements), Some(notices)) =
        (messages("camt052"), messages("camt053"), messages("camt054"))
    else {
        return;
    };
    let all = || reports.iter().chain(&statements).chain(&notices);
    let inputs: Vec<Vec<Transaction>> = all().map(|(_, text)| rows(text)).collect();
    let total: usize = inputs.iter().map(Vec::len).sum();
    assert!(total > 1_500, "{total} rows");
    // The reports hold balances and the notifications what is only told: every row is a statement's and stays.
    let linked = duplicates(inputs.clone());
    whole(&linked, total);
    assert_eq!((linked.transactions.len(), linked.batches.len()), (total, 0));
    // Once more, in another order: the same rows are copies.
    let twice: Vec<Vec<Transaction>> = inputs.iter().chain(inputs.iter().rev()).cloned().collect();
    let again = duplicates(twice);
    whole(&again, 2 * total);
    assert_eq!(again.transactions, linked.transactions);
}

#[test]
fn statements_told_again_as_reports_and_notifications() {
    let Some(statements) = messages("camt053") else { return };
    let read: Vec<Vec<Transaction>> = statements.iter().map(|(_, text)| rows(text)).collect();
    let total: usize = read.iter().map(Vec::len).sum();
    let known = moved(&read.concat());
    for (kind, left_out) in
        [("052", None), ("054", None), ("052", Some("AcctSvcrRef")), ("054", Some("NtryRef"))]
    {
        let told = |text: &str| match left_out {
            Some(element) => rows(&without(&as_message(text, kind), element)),
            None => rows(&as_message(text, kind)),
        };
        let again: Vec<Vec<Transaction>> = statements.iter().map(|(_, text)| told(text)).collect();
        let linked = duplicates(again.iter().chain(&read).cloned().collect());
        whole(&linked, 2 * total);
        let kept = linked.transactions.len();
        let events =
            linked.copies.iter().filter(|copy| matches!(copy.why, Why::OneEvent | Why::Repeated)).count();
        println!("{kind} without {left_out:?}: {kept} of {} rows stay, {events} copies", 2 * total);
        let of_statements: Vec<Transaction> =
            linked.transactions.iter().filter(|row| row.source == "camt053").cloned().collect();
        assert_eq!(of_statements.len(), total, "no two rows of a statement become one");
        // Each is a copy of the very entry that it was made of.
        let of_itself = |(dropped, kept): (&Row, &Row)| {
            (dropped.input % read.len(), dropped.row) == (kept.input % read.len(), kept.row)
        };
        assert!(linked.copies.iter().all(|copy| of_itself((&copy.dropped, &copy.kept))), "{kind}");
        assert_eq!(moved(&of_statements), known);
        // What has neither an end-to-end id nor the bank's reference cannot be known: it stays twice.
        let unknown = |row: &&Transaction| row.source != "camt053";
        assert!(
            linked.transactions.iter().filter(unknown).all(|row| left_out == Some("AcctSvcrRef")
                && !row.references.iter().any(|one| one.kind == payymo::model::ReferenceKind::EndToEnd)),
            "{kind} {left_out:?}"
        );
        assert_eq!(kept == total, left_out != Some("AcctSvcrRef"), "{kind} {left_out:?}");
    }
}
