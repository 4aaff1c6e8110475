//! What the command refuses: exit 2, a sentence on standard error, nothing on standard output, no file.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/");

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_reconcile"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that has refused its arguments reads no input.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the command ends")
}

/// Refused with these words.
fn refused(arguments: &[&str], input: &[u8], words: &[&str]) {
    let out = run(arguments, input);
    let error = String::from_utf8(out.stderr).expect("text");
    assert_eq!(out.status.code(), Some(2), "{arguments:?}: {error}");
    assert!(out.stdout.is_empty(), "{arguments:?}");
    assert!(error.starts_with("reconcile: ") && !error.contains("panicked"), "{error}");
    for word in words {
        assert!(error.contains(word), "{arguments:?}: {word} in {error}");
    }
}

fn data(name: &str) -> String {
    format!("{DATA}{name}")
}

#[test]
fn wrong_arguments() {
    refused(&["--transactions"], b"", &["FILE", "--help"]);
    refused(&["--as-of", "yesterday"], b"", &["2026-03-31"]);
    refused(&["--colour"], b"", &["--colour"]);
}

#[test]
fn memories_and_verdicts_that_cannot_be_read() {
    refused(&["--memory", "/no/such/memory"], b"", &["/no/such/memory"]);
    refused(&["--memory", "-"], b"something", &["standard input", "memory.syntax", "bytes 0..4"]);
    let verdict = r#"{"verdict": "perhaps", "day": "2026-04-02"}"#;
    refused(&["--feedback", "-"], verdict.as_bytes(), &["standard input, line 1", "/verdict"]);
    refused(&["--feedback", "-"], b"\n\n", &["no verdict"]);
    let verdict = r#"{"verdict": "corrected", "day": "2026-04-02",
        "right": [{"transaction": "nowhere", "invoice": "20406", "amount": "1.00", "currency": "EUR"}]}"#;
    refused(&["--feedback", "-"], verdict.replace('\n', " ").as_bytes(), &["line 1: no row of nowhere"]);
}

#[test]
fn files_that_are_missing_or_of_no_format() {
    let invoices = data("business-invoices.json");
    refused(&["--transactions", "/no/such/file", "--invoices", &invoices], b"", &["/no/such/file"]);
    for junk in [&b""[..], b"\x00\x01\x02\xff", b"hello, this is a letter", b"{\"a\": 1}", b"[", b"<a>"] {
        refused(&["--transactions", "-", "--invoices", &invoices], junk, &["standard input"]);
    }
}

#[test]
fn files_of_another_kind() {
    let invoices = data("business-invoices.json");
    refused(
        &["--transactions", &invoices, "--invoices", &invoices],
        b"",
        &["holds no transaction", "--invoices"],
    );
}

#[test]
fn options_that_are_none() {
    for options in
        [&b"{"[..], b"[]", b"{\"max_grup\": 3}", b"{\"max_wrong_auto\": 2.0}", b"{\"read\": {\"x\": 1}}"]
    {
        refused(&["--options", "-"], options, &[]);
    }
}

#[test]
fn nothing_is_left_behind() {
    let folder: PathBuf = std::env::temp_dir().join(format!("payymo-refusals-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let json = folder.join("out.json").to_string_lossy().into_owned();
    let html = folder.join("out.html").to_string_lossy().into_owned();
    refused(&["--transactions", "-", "--invoices", "-", "--json", &json], b"", &["once only"]);
    let invoices = data("business-invoices.json");
    refused(
        &["--transactions", "-", "--invoices", &invoices, "--json", &json, "--html", &html],
        b"junk",
        &[],
    );
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 0);
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn hostile_names_and_options_cannot_act() {
    let out = run(&["--transactions", "\u{1b}[2Jx"], b"");
    assert!(!out.stderr.contains(&0x1b));
    let out = run(&["--options", "-"], "{\"\u{202e}\\u001b[2J\": 1}".as_bytes());
    let error = String::from_utf8(out.stderr).expect("text");
    assert!(!error.contains(['\u{1b}', '\u{202e}']), "{error:?}");
}

#[test]
fn help_and_version_go_to_standard_output() {
    for (argument, word) in [("--help", "--transactions FILE"), ("--version", "reconcile 0.")] {
        let out = run(&[argument], b"");
        assert_eq!(out.status.code(), Some(0));
        assert!(String::from_utf8(out.stdout).expect("text").contains(word));
        assert!(out.stderr.is_empty());
    }
}
