//! A verdict goes in, and what comes out is another result: with files, as a host would do it.

mod support;

use serde_json::{Value, json};
use std::path::PathBuf;
use support::run;

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("payymo-learning-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn result(arguments: &[&str]) -> Value {
    let out = run(arguments);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("JSON")
}

fn ids(result: &Value) -> Vec<&str> {
    result["matches"].as_array().expect("a list").iter().filter_map(|row| row["id"].as_str()).collect()
}

#[test]
fn what_is_rejected_is_gone_in_every_later_run() {
    let folder = folder("rejected");
    let path = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let before = result(&["--json", "-"]);
    assert_eq!(before["engine"]["memory"], "none");
    let waits = |row: &&Value| row["decision"] == "review" && row["kind"] == "single";
    let wrong = before["matches"].as_array().expect("a list").iter().find(waits).expect("a doubtful match");
    let id = wrong["id"].as_str().expect("an id");
    let line = json!({"verdict": "rejected", "day": "2026-04-02", "match": wrong});
    std::fs::write(path("verdicts.jsonl"), format!("{line}\n")).expect("written");

    let after =
        result(&["--feedback", &path("verdicts.jsonl"), "--memory-out", &path("memory"), "--json", "-"]);
    assert!(ids(&before).contains(&id) && !ids(&after).contains(&id));
    let kept = std::fs::read(path("memory")).expect("a memory");
    let later = result(&["--memory", &path("memory"), "--json", "-"]);
    assert_eq!(later, after);

    // A memory takes its own place, byte for byte; an input of another kind is never overwritten.
    let again =
        run(&["--memory", &path("memory"), "--memory-out", &path("memory"), "--json", &path("r.json")]);
    assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
    assert_eq!(std::fs::read(path("memory")).expect("a memory"), kept);
    let over = run(&["--feedback", &path("verdicts.jsonl"), "--memory-out", &path("verdicts.jsonl")]);
    assert_eq!(over.status.code(), Some(2));
    std::fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn what_is_right_instead_is_learnt() {
    let folder = folder("corrected");
    let verdicts = folder.join("verdicts.jsonl").to_string_lossy().into_owned();
    let before = result(&["--json", "-"]);
    let waits = |row: &&Value| {
        row["decision"] == "review" && row["review"] == "probability" && row["kind"] == "single"
    };
    let found = before["matches"].as_array().expect("a list").iter().find(waits).expect("a doubtful match");
    let rival = found["alternatives"].as_array().expect("a list").iter();
    let right = rival.map(|rival| &rival["allocations"]).find(|rows| rows[0]["invoice"].is_string());
    let right = right.expect("another item");
    let line = json!({"verdict": "corrected", "day": "2026-04-02", "match": found, "right": right});
    std::fs::write(&verdicts, line.to_string()).expect("written");
    let after = result(&["--feedback", &verdicts, "--json", "-"]);
    let of = |result: &Value| {
        let own = |row: &&Value| row["allocations"][0]["transaction"] == right[0]["transaction"];
        result["matches"].as_array().expect("a list").iter().find(own).map(|row| row["allocations"].clone())
    };
    assert_ne!(of(&before).as_ref(), Some(right));
    assert_eq!(of(&after).as_ref(), Some(right));
    std::fs::remove_dir_all(folder).expect("removed");
}
