//! What is written from the table of operations and committed is in step with it.
#![allow(clippy::unwrap_used)]

use std::process::Command;

fn in_step(generator: &str) {
    let told = Command::new(generator).arg("--check").output().unwrap();
    let said = String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "{said}{}", String::from_utf8_lossy(&told.stdout));
}

#[test]
fn the_files_of_the_languages_are_in_step() {
    in_step(env!("CARGO_BIN_EXE_generate-bindings"));
}

#[test]
fn the_cases_are_in_step() {
    in_step(env!("CARGO_BIN_EXE_generate-vectors"));
}
