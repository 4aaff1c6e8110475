//! What several tests of the command share.
#![allow(dead_code)] // each test file takes what it needs

pub mod conservation;

use payymo::format::{ReadOptions, Report, read};
use std::process::{Command, Output};

/// The sample data's folder, with a slash at its end.
pub const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/");

/// A file of the sample data, read.
pub fn sample(name: &str) -> Report {
    let bytes = std::fs::read(format!("{DATA}{name}")).expect("a file of the sample data");
    read(&bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Runs the command.
pub fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_reconcile")).args(arguments).output().expect("the command runs")
}
