//! The corpus of `tests/vectors`, run by Rust, and what makes it a corpus: every operation, every field, every answer of
//! the shape that the table says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use payymo::matching::Progress;
use payymo_contract::Shapes;
use payymo_contract::schema::check::{Unknown, check};
use payymo_contract::schema::{Record, Type};
use payymo_contract::{Answer, Fault, Handle, Host, OPERATIONS, open, operation, run, run_on};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Fields that no case shows, each with its reason.
const UNSEEN: [(&str, &str, &str); 4] = [
    ("Bound", "confirmed", "thousands of audits stand behind it: tests/tests/memory.rs"),
    ("Bound", "failed", "the same"),
    ("Bound", "upper", "the same"),
    ("Bound", "wrong", "the same"),
];

struct Case {
    head: Value,
    request: String,
    answer: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("tests/vectors")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
        .collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).expect("a file of cases");
        let lines: Vec<&str> = text.lines().collect();
        for case in lines.chunks(3) {
            let [head, request, answer] = case else { panic!("three lines a case") };
            let head = serde_json::from_str(head).expect("a head");
            cases.push(Case { head, request: (*request).to_owned(), answer: (*answer).to_owned() });
        }
    }
    cases
}

fn host<'a>(progress: &'a mut Progress<'a>) -> Host<'a> {
    Host { blobs: &[], progress }
}

fn done(handle: &mut Handle, op: &str, request: &str) -> Result<Vec<u8>, Fault> {
    run_on(handle, op, request.as_bytes(), host(&mut |_, _, _| true))
}

fn answer(case: &Case) -> Result<Vec<u8>, Fault> {
    let op = case.head["op"].as_str().expect("an operation");
    let make = |op: &str, request: &str| open(op, request.as_bytes(), host(&mut |_, _, _| true));
    let Some(request) = case.head.get("open") else {
        if op.ends_with(".new") {
            return make(op, &case.request).map(|opened| opened.1);
        }
        return run(op, case.request.as_bytes(), host(&mut |_, _, _| true));
    };
    let (area, _) = op.split_once('.').expect("an area");
    let (mut handle, _) = make(&format!("{area}.new"), &request.to_string())?;
    for step in case.head["before"].as_array().expect("a list") {
        done(&mut handle, step[0].as_str().expect("an operation"), &step[1].to_string())?;
    }
    done(&mut handle, op, &case.request)
}

#[test]
fn every_case_is_answered_to_the_byte() {
    let cases = cases();
    for case in &cases {
        let now = match answer(case) {
            Ok(answer) => String::from_utf8(answer).expect("UTF-8"),
            Err(fault) => serde_json::json!({"error": fault}).to_string(),
        };
        assert_eq!(now, case.answer, "{}", case.head);
    }
    assert!(cases.len() >= 300, "{} cases", cases.len());
    println!("rust: {} cases", cases.len());
}

#[test]
fn every_answer_is_of_the_shape_that_the_table_says() {
    for case in cases() {
        let answer: Value = serde_json::from_str(&case.answer).expect("JSON");
        let Some(operation) = operation(case.head["op"].as_str().expect("an operation")) else { continue };
        if answer.get("error").is_some() {
            continue;
        }
        let kind = match operation.answer {
            Answer::One(kind) => kind,
            Answer::Maybe(_) | Answer::Nothing if answer.is_null() => continue,
            Answer::Maybe(kind) => kind,
            Answer::Nothing => panic!("{}: answers something", case.head),
        };
        check(&answer, &kind, "", Unknown::Refused)
            .unwrap_or_else(|wrong| panic!("{}: {wrong:?}", case.head));
    }
}

/// Notes the fields of a document that stand in it.
fn see(value: &Value, kind: &Type, seen: &mut BTreeSet<(&'static str, &'static str)>) {
    match (kind, value) {
        (Type::Of(record) | Type::Row(record), Value::Object(members)) => {
            for field in record.fields {
                if let Some(value) = members.get(field.name) {
                    seen.insert((record.name, field.name));
                    see(value, &field.kind, seen);
                }
            }
        }
        (Type::List(of), Value::Array(list)) => list.iter().for_each(|value| see(value, of, seen)),
        (Type::Map(of), Value::Object(members)) => members.values().for_each(|value| see(value, of, seen)),
        _ => {}
    }
}

#[test]
fn every_operation_succeeds_and_every_field_is_shown_somewhere() {
    let mut seen = BTreeSet::new();
    let mut succeeded = BTreeSet::new();
    let mut failed = BTreeSet::new();
    for case in cases() {
        let Some(operation) = operation(case.head["op"].as_str().expect("an operation")) else { continue };
        let makes = OPERATIONS.iter().find(|one| one.area() == operation.area() && one.verb() == "new");
        if let (Some(open), Some(makes)) = (case.head.get("open"), makes) {
            for field in makes.request {
                open.get(field.name).into_iter().for_each(|value| see(value, &field.kind, &mut seen));
            }
        }
        let request: Value = serde_json::from_str(&case.request).unwrap_or_default();
        for field in operation.request {
            if let Some(value) = request.get(field.name) {
                seen.insert((operation.name, field.name));
                see(value, &field.kind, &mut seen);
            }
        }
        let answer: Value = serde_json::from_str(&case.answer).expect("JSON");
        if let Some(error) = answer.get("error") {
            failed.insert((operation.name, error["code"].as_str().expect("a code").to_owned()));
            continue;
        }
        succeeded.insert(operation.name);
        if let Answer::One(kind) | Answer::Maybe(kind) = operation.answer {
            see(&answer, &kind, &mut seen);
        }
    }
    let all: BTreeSet<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
    assert_eq!(succeeded, all);
    let fields = |record: &&'static Record| {
        record.fields.iter().map(|field| (record.name, field.name)).collect::<Vec<_>>()
    };
    let mut wanted: BTreeSet<_> = Shapes::of(OPERATIONS).records.iter().flat_map(fields).collect();
    wanted.extend(
        OPERATIONS
            .iter()
            .flat_map(|operation| operation.request.iter().map(|field| (operation.name, field.name))),
    );
    let unseen: Vec<_> = wanted.difference(&seen).copied().collect();
    let told: Vec<_> = UNSEEN.iter().map(|row| (row.0, row.1)).collect();
    assert_eq!(unseen, told);
}

#[test]
fn every_field_says_what_it_is() {
    let shapes = Shapes::of(OPERATIONS);
    let of_records =
        shapes.records.iter().flat_map(|record| record.fields.iter().map(move |field| (record.name, field)));
    let of_requests =
        OPERATIONS.iter().flat_map(|one| one.request.iter().map(move |field| (one.name, field)));
    let poor = of_records.chain(of_requests).filter(|(_, field)| field.doc.split_whitespace().count() < 3);
    let poor: Vec<String> = poor.map(|(of, field)| format!("{of}.{}: {}", field.name, field.doc)).collect();
    assert!(poor.is_empty(), "these say nothing in an editor:\n{}", poor.join("\n"));
}
