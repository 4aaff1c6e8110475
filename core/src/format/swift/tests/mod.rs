//! Messages written here, each as small as what it shows.

mod coded;
mod damage;
mod entries;
mod free;
mod interim;
mod numbered;
mod statements;

use crate::error::{Code, Error};
use crate::format::testing::read_as;
use crate::format::{Format, ReadOptions, Report};
use crate::model::{ReferenceKind, Transaction};

fn read(bytes: &[u8]) -> Result<Report, Error> {
    read_as(Format::Mt940, bytes, &ReadOptions::default())
}

fn of(text: &str) -> Report {
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

/// A statement around some fields, without a closing balance that would have to fit.
fn statement(fields: &str) -> String {
    format!(":20:S1\n:25:DE89370400440532013000\n:28C:1/1\n:60F:C260301EUR1000,00\n{fields}")
}

/// The only row of some fields in a statement.
fn one(fields: &str) -> Transaction {
    let report = of(&statement(fields));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    assert_eq!(report.transactions.len(), 1);
    report.transactions.into_iter().next().unwrap()
}

/// The row of an entry of 100.00 with details, money in or out.
fn detailed(mark: &str, details: &str) -> Transaction {
    one(&format!(":61:2603040304{mark}100,00NTRFNONREF\n:86:{details}"))
}

fn values(row: &Transaction, kind: ReferenceKind) -> Vec<&str> {
    row.references.iter().filter(|one| one.kind == kind).map(|one| one.value.as_str()).collect()
}

fn codes(warnings: &[Error]) -> Vec<Code> {
    warnings.iter().map(Error::code).collect()
}
