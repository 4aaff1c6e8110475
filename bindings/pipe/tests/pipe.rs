//! The executable as a host sees it: frames in, frames out, whatever comes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

struct Pipe {
    child: Child,
    input: Option<ChildStdin>,
    output: ChildStdout,
}

impl Pipe {
    fn open() -> Self {
        let mut child = command().arg("pipe").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take(), child.stdout.take().unwrap());
        Pipe { child, input, output }
    }

    fn send(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    fn answer(&mut self) -> Value {
        let mut length = [0; 8];
        self.output.read_exact(&mut length).unwrap();
        let mut bytes = vec![0; usize::try_from(u64::from_be_bytes(length)).unwrap()];
        self.output.read_exact(&mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    fn ask(&mut self, parts: &[&[u8]]) -> Value {
        let body: Vec<u8> = parts.iter().flat_map(|part| framed(part)).collect();
        self.send(&framed(&body));
        self.answer()
    }

    fn code(&mut self, parts: &[&[u8]]) -> String {
        self.ask(parts)["error"]["code"].as_str().unwrap().to_owned()
    }
}

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_payymo"))
}

fn framed(bytes: &[u8]) -> Vec<u8> {
    [&(bytes.len() as u64).to_be_bytes()[..], bytes].concat()
}

const INVOICES: &[u8] =
    br#"{"invoices": [{"id": "7", "number": "INV-7", "total": "12.00", "currency": "EUR", "issued_on": "2026-03-01"}]}"#;

#[test]
fn operations_are_answered() {
    let mut pipe = Pipe::open();
    let answer = pipe.ask(&[b"text.fold", b"", r#"{"text": "Año"}"#.as_bytes()]);
    assert_eq!(answer, json!({"version": 1, "result": "ano"}));
    let answer = pipe.ask(&[
        b"format.detect",
        b"",
        br#"{"content": {"blob": 1}}"#,
        b"",
        b"Date;Amount;Description\n01.03.2026;12,00;x\n",
    ]);
    assert_eq!(answer["result"], "csv");
}

#[test]
fn matchers_live_until_they_are_released() {
    let mut pipe = Pipe::open();
    assert_eq!(pipe.ask(&[b"matcher.new", b"1", INVOICES])["result"], json!([]));
    assert_eq!(pipe.code(&[b"matcher.new", b"1", INVOICES]), "contract.handle");
    assert_eq!(pipe.ask(&[b"matcher.new", b"2", b"{\"invoices\": []}"])["result"], json!([]));
    assert_eq!(pipe.ask(&[b"matcher.close", b"1", br#"{"id": "7"}"#])["result"], true);
    assert_eq!(pipe.ask(&[b"matcher.close", b"2", br#"{"id": "7"}"#])["result"], false);
    assert_eq!(pipe.ask(&[b"pipe.release", b"1", b""])["result"], Value::Null);
    assert_eq!(pipe.code(&[b"matcher.close", b"1", br#"{"id": "7"}"#]), "contract.handle");
    assert_eq!(pipe.code(&[b"matcher.close", b"", br#"{"id": "7"}"#]), "contract.handle");
    assert_eq!(pipe.code(&[b"matcher.close", b"one", br#"{"id": "7"}"#]), "contract.handle");
    assert_eq!(pipe.ask(&[b"pipe.release", b"1", b""])["result"], Value::Null);
    assert_eq!(pipe.code(&[b"text.fold", b"2", br#"{"text": "A"}"#]), "contract.operation");
    // One that could not be made is not there.
    assert_eq!(pipe.code(&[b"matcher.new", b"3", b"{}"]), "contract.field");
    assert_eq!(pipe.code(&[b"matcher.remove", b"3", br#"{"id": "7"}"#]), "contract.handle");
}

#[test]
fn what_is_wrong_is_answered_and_the_next_call_goes_on() {
    let mut pipe = Pipe::open();
    for body in [
        &b""[..],
        b"no parts",
        &framed(b"text.fold"),
        &[framed(b"text.fold"), framed(b"")].concat(),
        &[255; 64],
    ] {
        pipe.send(&framed(body));
        assert_eq!(pipe.answer()["error"]["code"], "contract.transport");
    }
    // As in the process.
    assert_eq!(pipe.code(&[&[255], b"", b"{}"]), "contract.encoding");
    assert_eq!(pipe.code(&[b"matcher.close", &[255], b"{}"]), "contract.handle");
    assert_eq!(pipe.code(&[b"text.nothing", b"", b"{}"]), "contract.operation");
    assert_eq!(pipe.code(&[b"matcher.new", b"", b"{}"]), "contract.handle");
    assert_eq!(pipe.code(&[b"text.fold", b"", b"\xff"]), "contract.encoding");
    assert_eq!(pipe.code(&[b"text.fold", b"", b"["]), "contract.syntax");
    assert_eq!(pipe.code(&[b"format.detect", b"", br#"{"content": {"blob": 0}}"#]), "contract.field");
    assert_eq!(pipe.ask(&[b"text.fold", b"", br#"{"text": "A"}"#])["result"], "a");
}

#[test]
fn an_answer_says_the_number_of_its_request() {
    let mut pipe = Pipe::open();
    let answer = pipe.ask(&[b"17:text.fold", b"", br#"{"text": "A"}"#]);
    assert_eq!(answer, json!({"version": 1, "request": 17, "result": "a"}));
    for (parts, code) in [
        (&[&b"18:text.nothing"[..], b"", b"{}"][..], "contract.operation"),
        (&[b"18:\xff", b"", b"{}"], "contract.encoding"),
        (&[b"18:", b"", b"{}"], "contract.operation"),
        (&[b"18:text.fold", b"", b"["], "contract.syntax"),
        (&[b"18:text.fold"], "contract.transport"),
    ] {
        let answer = pipe.ask(parts);
        assert_eq!((&answer["request"], &answer["error"]["code"]), (&json!(18), &json!(code)));
    }
    // What is no number is part of the name.
    assert_eq!(pipe.ask(&[b"-1:text.fold", b"", b"{}"])["request"], Value::Null);
    // A matcher by its number, asked for by numbers that have nothing to do with it.
    assert_eq!(pipe.ask(&[b"1:matcher.new", b"5", INVOICES])["request"], 1);
    let body: Vec<u8> = [&b"2:progress:matcher.reconcile"[..], b"5", br#"{"transactions": []}"#]
        .iter()
        .flat_map(|part| framed(part))
        .collect();
    pipe.send(&framed(&body));
    loop {
        let answer = pipe.answer();
        assert_eq!(answer["request"], 2);
        if answer.get("progress").is_none() {
            assert!(answer.get("result").is_some(), "{answer}");
            break;
        }
        pipe.send(&framed(b""));
    }
}

#[test]
fn a_long_call_tells_and_can_be_stopped() {
    let request = br#"{"transactions": [], "invoices": []}"#;
    let body: Vec<u8> =
        [&b"progress:matching.reconcile"[..], b"", request].iter().flat_map(|part| framed(part)).collect();
    for (reply, last) in [(&b""[..], "result"), (b"stop", "error")] {
        let mut pipe = Pipe::open();
        pipe.send(&framed(&body));
        let mut told = 0;
        let answer = loop {
            let answer = pipe.answer();
            if answer.get("progress").is_none() {
                break answer;
            }
            told += 1;
            pipe.send(&framed(reply));
        };
        assert!(told > 0 && answer.get(last).is_some(), "{answer}");
        assert_eq!(pipe.ask(&[b"text.fold", b"", br#"{"text": "A"}"#])["result"], "a");
    }
    // A host that goes in the middle: the process ends.
    let mut pipe = Pipe::open();
    pipe.send(&framed(&body));
    drop(pipe.input.take());
    assert!(pipe.child.wait().unwrap().success());
}

#[test]
fn any_bytes_in_a_frame_are_answered() {
    let mut pipe = Pipe::open();
    let whole: Vec<u8> = [&b"format.read"[..], b"", br#"{"content": {"blob": 0}}"#, b"Date;Amount\n"]
        .iter()
        .flat_map(|part| framed(part))
        .collect();
    let mut state: u64 = 2001;
    let mut random = || {
        // Of Knuth's MMIX: the same bytes in every run.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap()
    };
    for round in 0..3000 {
        let mut body = whole.clone();
        for _ in 0..=random() % 8 {
            let at = random() % body.len();
            body[at] = u8::try_from(random() % 256).unwrap();
        }
        body.truncate(if round % 3 == 0 { random() % body.len() } else { body.len() });
        pipe.send(&framed(&body));
        assert_eq!(pipe.answer()["version"], 1, "{body:?}");
    }
    assert_eq!(pipe.ask(&[b"text.fold", b"", br#"{"text": "A"}"#])["result"], "a");
}

#[test]
fn it_ends_with_its_input() {
    for rest in [&b""[..], &[0, 0, 0], &framed(b"cut off")[..10]] {
        let mut pipe = Pipe::open();
        pipe.send(rest);
        drop(pipe.input.take());
        assert!(pipe.child.wait().unwrap().success());
    }
}

#[test]
fn one_call_from_a_shell() {
    let run = |arguments: &[&str]| command().args(arguments).stdin(Stdio::null()).output().unwrap();
    let answer = run(&["call", "text.fold", r#"{"text": "A"}"#]);
    assert_eq!(
        (answer.stdout.as_slice(), answer.status.code()),
        (&b"{\"version\":1,\"result\":\"a\"}\n"[..], Some(0))
    );
    let answer = run(&["call", "text.fold"]);
    assert_eq!(answer.status.code(), Some(1));
    assert!(answer.stdout.starts_with(b"{\"version\":1,\"error\":{\"code\":\"contract.field\""));
    assert_eq!(run(&["frobnicate"]).status.code(), Some(2));
    assert!(run(&["--version"]).stdout.starts_with(b"payymo "));
}

/// The block of a language in README.md.
fn shown(language: &str) -> &'static str {
    let readme = include_str!("../README.md");
    let (_, from) = readme.split_once(&format!("```{language}\n")).unwrap();
    from.split_once("```").unwrap().0
}

#[test]
fn the_readme_prints_what_it_says() {
    let shell = shown("sh").replace("cargo build --release -p payymo-pipe\n", "");
    assert!(shell.starts_with("target/release/payymo call "), "{shell}");
    let shell = shell.replace("target/release/payymo", &format!("'{}'", env!("CARGO_BIN_EXE_payymo")));
    let said = Command::new("sh").args(["-c", &shell]).output().unwrap();
    assert_eq!(String::from_utf8(said.stdout).unwrap(), shown("text"));
    assert!(said.status.success() && said.stderr.is_empty());
}
