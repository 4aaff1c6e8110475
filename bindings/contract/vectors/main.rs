//! Writes `tests/vectors`: cases that every language runs, with the answers that the core gives.
//!
//! ```text
//! generate-vectors            writes every file that is not as it should be
//! generate-vectors --check    names them and fails
//! ```
//!
//! A change of an answer shows as a change of these files, which a person reviews before it is committed.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // it writes fixtures: a case that is wrong ends it

mod border;
mod case;
mod certificates;
mod engine;
mod formats;
mod matchers;
mod memories;
mod rows;
mod sessions;
mod tokens;
mod trust;
mod values;
mod webhooks;

use case::Cases;
use std::path::Path;
use std::process::ExitCode;

fn files() -> Vec<(&'static str, Cases)> {
    vec![
        ("anchors.jsonl", certificates::anchors()),
        ("border.jsonl", border::cases()),
        ("certificate.jsonl", certificates::certificates()),
        ("format.jsonl", formats::format()),
        ("jwks.jsonl", sessions::jwks()),
        ("keyring.jsonl", sessions::keyring()),
        ("library.jsonl", values::library()),
        ("linking.jsonl", formats::linking()),
        ("matcher.jsonl", matchers::cases()),
        ("matching.jsonl", engine::cases()),
        ("memory.jsonl", memories::cases()),
        ("money.jsonl", values::money()),
        ("party.jsonl", values::party()),
        ("permission.jsonl", sessions::permissions()),
        ("reference.jsonl", values::reference()),
        ("revocations.jsonl", tokens::revocations()),
        ("sessions.jsonl", sessions::sessions()),
        ("signer.jsonl", tokens::signers()),
        ("stream.jsonl", formats::stream()),
        ("text.jsonl", values::text()),
        ("token.jsonl", tokens::tokens()),
        ("verifier.jsonl", tokens::verifiers()),
        ("webhook.jsonl", webhooks::cases()),
    ]
}

fn main() -> ExitCode {
    let check = std::env::args().nth(1).as_deref() == Some("--check");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let (mut stale, mut count) = (0, 0);
    for (name, cases) in files() {
        count += cases.len();
        let text = cases.text();
        let file = folder.join(name);
        if std::fs::read_to_string(&file).is_ok_and(|there| there == text) {
            continue;
        }
        stale += 1;
        if check {
            eprintln!("tests/vectors/{name} is not what the core answers");
        } else if let Err(error) = std::fs::write(&file, text) {
            eprintln!("tests/vectors/{name}: {error}");
            return ExitCode::FAILURE;
        } else {
            println!("tests/vectors/{name}");
        }
    }
    if check && stale > 0 {
        eprintln!(
            "Look at what changes: cargo run -p payymo-contract --bin generate-vectors, then git diff tests/vectors"
        );
        return ExitCode::FAILURE;
    }
    println!("{count} cases");
    ExitCode::SUCCESS
}
