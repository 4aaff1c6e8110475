//! The house of the library: its floors, its circles, and what must not come in.

use payymo_tests::house::{circles, files, graph};
use std::collections::BTreeSet;
use std::path::Path;

const SRC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/src");

/// What every binding is made of.
const CONTRACT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../bindings/contract/src");

/// Who may know whom. What is not listed may not be known.
const FLOORS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("text", &[]),
    ("money", &["error", "text"]),
    ("party", &["error", "text"]),
    ("reference", &["error", "text"]),
    ("crypto", &["error", "text"]),
    ("interleave", &[]),
    ("store", &[]),
    ("time", &["error"]),
    ("token", &["error", "text", "crypto", "interleave", "store", "time"]),
    ("webhook", &["error", "text", "crypto", "interleave", "store", "time"]),
    ("certificate", &["error", "text", "crypto", "interleave", "time"]),
    ("model", &["error", "text", "money", "party", "reference"]),
    ("format", &["error", "text", "money", "party", "reference", "model"]),
    ("linking", &["error", "text", "money", "party", "reference", "model"]),
    ("matching", &["error", "text", "money", "party", "reference", "model"]),
];

/// What clippy cannot see, and why it must not come in.
const FORBIDDEN: &[(&str, &str)] = &[
    ("static mut", "a global"),
    ("thread_local!", "a global"),
    ("lazy_static!", "a global"),
    ("Atomic", "shared state: results come back through the scope of a thread"),
    ("unsafe", "unsafe code"),
    ("std::fs", "I/O"),
    ("std::net", "I/O"),
    ("std::os", "I/O"),
    ("std::env", "the environment"),
    ("std::process", "a process"),
    ("std::time", "a clock"),
    ("env!", "the environment of the build"),
    ("include_str!", "a file"),
    ("include_bytes!", "a file"),
    ("Utc::now", "a clock"),
    ("Local::now", "a clock"),
    ("println!", "output"),
    ("dbg!", "output"),
    ("todo!", "a gap"),
    ("unimplemented!", "a gap"),
];

#[test]
fn floors_hold() {
    let files = files(Path::new(SRC));
    let graph = graph(&files);
    assert!(files.len() > 50 && graph.values().map(BTreeSet::len).sum::<usize>() > 100, "the source is read");
    let room = |path: &str| path.split('/').next().unwrap_or(path).trim_end_matches(".rs").to_owned();
    let mut wrong = Vec::new();
    for (file, known) in &graph {
        let from = room(file);
        if from == "lib" {
            continue;
        }
        let Some((_, may)) = FLOORS.iter().find(|floor| floor.0 == from) else {
            wrong.push(format!("{file}: the room {from} has no floor"));
            continue;
        };
        for to in known.iter().filter(|to| room(to) != from) {
            if !may.contains(&room(to).as_str()) {
                wrong.push(format!("{file} knows {to}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_new_circles() {
    for folder in [SRC, CONTRACT] {
        let files = files(Path::new(folder));
        let graph = graph(&files);
        let found: BTreeSet<Vec<&str>> = circles(&graph);
        assert!(files.len() > 20 && found.is_empty(), "files that import in a circle: {found:#?}");
    }
}

#[test]
fn nothing_forbidden_comes_in() {
    let mut wrong = Vec::new();
    for file in files(Path::new(SRC)) {
        for (words, what) in FORBIDDEN {
            let mut rest = file.code.as_str();
            while let Some(at) = rest.find(words) {
                let before = rest[..at].chars().next_back();
                rest = &rest[at + words.len()..];
                let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
                // The version of the crate is a constant of the build, and `forbid(unsafe_code)` a promise.
                let excused = match *words {
                    "env!" => only_version(&file.path),
                    "unsafe" => rest.starts_with("_code"),
                    _ => false,
                };
                if whole && !excused {
                    wrong.push(format!("{}: {words} ({what})", file.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether every `env!` of a file asks for the version of the crate.
fn only_version(path: &str) -> bool {
    let text = std::fs::read_to_string(Path::new(SRC).join(path)).unwrap_or_default();
    text.matches("env!(").count() == text.matches("env!(\"CARGO_PKG_VERSION\")").count()
}

#[test]
fn files_stay_readable() {
    let mut long: Vec<(usize, String)> = Vec::new();
    for folder in [SRC, CONTRACT] {
        for file in files(Path::new(folder)) {
            let text = std::fs::read_to_string(Path::new(folder).join(&file.path)).unwrap_or_default();
            if text.lines().count() > 550 {
                long.push((text.lines().count(), file.path));
            }
        }
    }
    assert!(long.is_empty(), "a file is one idea, a screen to three: {long:#?}");
}
