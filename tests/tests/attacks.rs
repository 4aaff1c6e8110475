//! Tokens, keys and rules as an attacker would have them, each with the same done right beside it.
//!
//! `cargo test -p payymo-tests --test attacks -- --nocapture` prints how many there are of each class; with `--ignored` it writes them as
//! lines of JSON to `target/attacks.jsonl`, so that verifiers of other languages can be held against them.

#[path = "attacks/algorithm.rs"]
mod algorithm;
#[path = "attacks/base64.rs"]
mod base64;
#[path = "attacks/case.rs"]
mod case;
#[path = "attacks/claims.rs"]
mod claims;
#[path = "attacks/critical.rs"]
mod critical;
#[path = "attacks/documents.rs"]
mod documents;
#[path = "attacks/duplicate.rs"]
mod duplicate;
#[path = "attacks/forge.rs"]
mod forge;
#[path = "attacks/header.rs"]
mod header;
#[path = "attacks/json.rs"]
mod json;
#[path = "attacks/keys.rs"]
mod keys;
#[path = "attacks/kind.rs"]
mod kind;
#[path = "attacks/policy.rs"]
mod policy;
#[path = "attacks/secrets.rs"]
mod secrets;
#[path = "attacks/segments.rs"]
mod segments;
#[path = "attacks/sets.rs"]
mod sets;
#[path = "attacks/signature.rs"]
mod signature;
#[path = "attacks/signing.rs"]
mod signing;
#[path = "attacks/size.rs"]
mod size;
#[path = "attacks/time.rs"]
mod time;

use case::Class;
use serde_json::Value;
use std::collections::BTreeSet;

/// Every class.
fn classes() -> Vec<Class> {
    vec![
        algorithm::cases(),
        header::cases(),
        critical::cases(),
        duplicate::cases(),
        claims::cases(),
        time::cases(),
        kind::cases(),
        base64::cases(),
        segments::cases(),
        json::cases(),
        size::cases(),
        signature::cases(),
        keys::cases(),
        documents::cases(),
        sets::cases(),
        policy::cases(),
    ]
}

#[test]
fn every_attack_is_refused_and_every_control_accepted() {
    let (mut attacks, mut false_accepts, mut refused_controls, mut other_codes) = (0, vec![], vec![], vec![]);
    for class in classes() {
        let mut names = BTreeSet::new();
        for case in &class.cases {
            let name = format!("{}: {}", class.name, case.name);
            assert!(names.insert(&case.name), "{name}: twice");
            match case.attack.answer() {
                Ok(_) => false_accepts.push(name.clone()),
                Err(error) if error.code() != case.code => {
                    other_codes.push(format!("{name}: {error}, where {} is due", case.code));
                }
                Err(error) => assert!(!error.message().is_empty(), "{name}"),
            }
            if let Err(error) = case.control.answer() {
                refused_controls.push(format!("{name}: {error}"));
            }
        }
        println!("{:>4} {}", class.cases.len(), class.name);
        attacks += class.cases.len();
    }
    println!(
        "{attacks} attacks and as many controls: {} false accepts, {} refused controls, {} other codes",
        false_accepts.len(),
        refused_controls.len(),
        other_codes.len()
    );
    assert!(false_accepts.is_empty(), "accepted:\n{}", false_accepts.join("\n"));
    assert!(refused_controls.is_empty(), "refused, and should be accepted:\n{}", refused_controls.join("\n"));
    assert!(other_codes.is_empty(), "refused for another reason:\n{}", other_codes.join("\n"));
    assert!(attacks >= 1000, "the corpus shrank to {attacks}");
}

/// A line holds all that is needed: what is read back from it alone gives the same answer.
#[test]
fn lines_say_everything() {
    for case in classes().iter().flat_map(|class| &class.cases) {
        for line in case.lines() {
            let back = serde_json::from_str(&line.to_string()).expect("JSON");
            let answer = case::read(&back).answer();
            let said = answer.as_ref().map_or_else(|error| error.code().as_str(), |_| "accepted");
            assert_eq!(said, line["expect"], "{}", line["name"]);
        }
    }
}

/// The lines come out the same each time, but for signatures that need dice.
#[test]
fn lines_are_stable() {
    let lines = || -> Vec<Value> {
        classes().iter().flat_map(|class| class.cases.iter().flat_map(|case| case.lines())).collect()
    };
    let unsigned = |mut line: Value| {
        let token = line["token"].as_str().expect("a token");
        let front = token.rsplit_once('.').map_or("", |parts| parts.0).to_owned();
        line["token"] = front.into();
        line
    };
    let (once, again) = (lines(), lines());
    assert_eq!(once.len(), again.len());
    let mut same = 0;
    for (one, other) in once.into_iter().zip(again) {
        if one == other {
            same += 1;
        } else {
            assert_eq!(unsigned(one), unsigned(other));
        }
    }
    println!("{same} lines are the same each time");
    assert!(same > 1500, "{same}");
}

/// For verifiers of other languages.
#[test]
#[ignore = "writes target/attacks.jsonl"]
fn write_lines() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/attacks.jsonl");
    let mut text = String::new();
    for line in classes().iter().flat_map(|class| class.cases.iter().flat_map(|case| case.lines())) {
        text.push_str(&line.to_string());
        text.push('\n');
    }
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(&path, text).expect("written");
    println!("{}", path.display());
}
