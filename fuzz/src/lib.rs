//! What must hold of every answer, whatever came in: what the fuzz targets and `tests/tests/fuzzed.rs` check.

use payymo::Error;
use payymo::certificate::{Anchors, Name, Outcome, Policy, Purpose, Revocation, RevocationLists, verify};
use payymo::format::{
    Format, ReadOptions, Report, RowPlace, Statement, Stream, TableRow, Written, read, read_in_pieces,
    write_camt053, write_csv, write_json_lines, write_mt940,
};
use payymo::model::{Invoice, Settlement, Transaction};
use payymo::money::{Amount, Currency};

/// Pieces into which an input is cut at most: some readers look at a record again with every piece.
const PIECES: usize = 24;

/// Of so many inputs of a target one is written and read back too: that takes longer than all else.
const WRITTEN: usize = 8;

/// Reads, and checks what must hold of any report: it is the same in pieces, and its rows are written and read back.
pub fn read_as(bytes: &[u8], format: Option<Format>) {
    if let Some(report) = same_in_pieces(bytes, format) {
        written(&report);
    }
}

/// `read_as`, with the writers left to some of the inputs, always the same ones.
pub fn read_many_as(bytes: &[u8], format: Option<Format>) {
    let report = same_in_pieces(bytes, format);
    if let Some(report) = report.filter(|_| mixed(bytes).is_multiple_of(WRITTEN)) {
        written(&report);
    }
}

/// The report of an input that was not refused.
fn same_in_pieces(bytes: &[u8], format: Option<Format>) -> Option<Report> {
    let mut options = ReadOptions::default();
    options.format = format;
    // A format that names no currency gets one, or nothing of it would be read.
    options.currency = format.map(|_| Currency::EUR);
    let whole = read(bytes, &options);
    let (by_text, by_bytes) = sizes(bytes);
    assert_eq!(read_in_pieces(bytes, &options, by_text), whole, "in pieces of {by_text}");
    assert_eq!(streamed(bytes, &options, by_bytes), whole, "pushed by {by_bytes}");
    match whole {
        Ok(report) => {
            sound(bytes, &report);
            Some(report)
        }
        Err(error) => {
            told(&error, bytes);
            None
        }
    }
}

/// A number of its own for every input.
fn mixed(bytes: &[u8]) -> usize {
    bytes.iter().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)))
}

/// Sizes of pieces, other ones for every input.
fn sizes(bytes: &[u8]) -> (usize, usize) {
    let mixed = mixed(bytes);
    let least = bytes.len() / PIECES;
    (least.max(1 + mixed % 64), least.max(1 + mixed / 64 % 4096))
}

fn streamed(bytes: &[u8], options: &ReadOptions, piece: usize) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut stream = Stream::new(options.clone())?;
    for piece in bytes.chunks(piece) {
        stream.push(piece, &mut report)?;
    }
    stream.finish(&mut report)?;
    Ok(report)
}

fn sound(bytes: &[u8], report: &Report) {
    let Report { transactions, invoices, settlements, places, .. } = report;
    for (rows, places) in [
        (transactions.len(), &places.transactions),
        (invoices.len(), &places.invoices),
        (settlements.len(), &places.settlements),
        (report.balances.len(), &places.balances),
        (report.accounts.len(), &places.accounts),
        (report.statements.len(), &places.statements),
    ] {
        assert_eq!(rows, places.len(), "each row has its place");
        places.iter().for_each(|place| placed(place, bytes));
    }
    report.errors.iter().chain(&report.warnings).for_each(|error| told(error, bytes));
    assert!(report.refused <= report.records);
    let said = report.has_rows() || !report.errors.is_empty() || !report.warnings.is_empty();
    assert!(said, "an empty answer says so");
    assert!(transactions.iter().all(|row| !row.id.is_empty()), "a reader derives an id");
}

/// What was read can be written, and reads back.
fn written(report: &Report) {
    let Report { transactions, invoices, settlements, .. } = report;
    again(transactions, |back| back.transactions);
    again(invoices, |back| back.invoices);
    again(settlements, |back| back.settlements);
    for statement in report.statements.iter().take(3) {
        bank_files(transactions, statement);
    }
    if let Some(first) = transactions.first() {
        let mut statement = Statement::default();
        statement.opening = Some(Amount::zero(first.currency()));
        bank_files(transactions, &statement);
    }
}

fn placed(place: &RowPlace, bytes: &[u8]) {
    assert!(place.bytes.start <= place.bytes.end && place.bytes.end <= bytes.len() as u64, "{place:?}");
    assert!(place.line > 0, "{place:?}");
}

/// An error says something, and where it names bytes they are those of the input.
fn told(error: &Error, bytes: &[u8]) {
    assert!(!error.message().is_empty());
    if let Some(range) = &error.place().bytes {
        assert!(range.start <= range.end && range.end <= bytes.len() as u64, "{error:?}");
    }
}

/// What was read can be written, and reads back as the same.
fn again<T: TableRow + PartialEq>(rows: &[T], of: impl Fn(Report) -> Vec<T>) {
    if rows.is_empty() {
        return;
    }
    let lines = write_json_lines(rows).expect("rows can be written");
    let table = write_csv(rows).expect("rows can be written");
    for text in [lines, table] {
        let mut options = ReadOptions::default();
        options.format = Some(Format::Canonical);
        let back = read(text.as_bytes(), &options).expect("what was written can be read");
        assert!(back.errors.is_empty(), "{:?}", back.errors);
        let back = of(back);
        // Rows show little of themselves where they are printed; their lines do.
        let told = |rows: &[T]| write_json_lines(rows).unwrap_or_default();
        assert!(back == rows, "written and read back:\n{}\n---\n{}", told(&back), told(rows));
    }
}

/// The rows of a statement's account as the files of a bank: refused, or files that can be read.
fn bank_files(rows: &[Transaction], statement: &Statement) {
    let account = statement.account.as_ref().or(rows.first().and_then(|row| row.account.as_ref()));
    let currency = statement.opening.or(statement.closing).map(Amount::currency);
    let Some(currency) = currency.or(rows.first().map(Transaction::currency)) else { return };
    let of_it = |row: &&Transaction| row.account.as_ref() == account && row.currency() == currency;
    let rows: Vec<Transaction> = rows.iter().filter(of_it).cloned().collect();
    for (written, format) in
        [(write_camt053(&rows, statement), Format::Camt053), (write_mt940(&rows, statement), Format::Mt940)]
    {
        match written {
            Ok(written) => readable(&rows, &written, format),
            Err(error) => assert!(!error.message().is_empty()),
        }
    }
}

/// What is read of a file is no more than what was written, and of each row that is not in it whole it is said.
fn readable(rows: &[Transaction], written: &Written, format: Format) {
    let mut options = ReadOptions::default();
    options.format = Some(format);
    let back = read(written.text.as_bytes(), &options).map_or(0, |report| report.transactions.len());
    assert!(back <= rows.len(), "{format:?}: {back} rows where {} were written", rows.len());
    assert!(written.left_out.len() >= rows.len() - back, "{format:?}: rows are left out in silence");
}

/// The rows of an input, or none.
pub fn rows(bytes: &[u8]) -> (Vec<Transaction>, Vec<Invoice>, Vec<Settlement>) {
    match read(bytes, &ReadOptions::default()) {
        Ok(report) => (report.transactions, report.invoices, report.settlements),
        Err(_) => Default::default(),
    }
}

/// Verifies a chain to what it holds itself, by every policy: whatever passes without revocation lists, or with a sandbox's mode, is told as such.
pub fn verify_by_all(chain: &[&[u8]], lists: &RevocationLists) {
    let Ok(name) = Name::parse("pay.example.com") else { return };
    for anchors in [Anchors::public(chain), Anchors::private(chain)].into_iter().flatten() {
        for purpose in [Purpose::Server(name.clone()), Purpose::Client] {
            for revocation in [Revocation::Require, Revocation::ShortLived, Revocation::IfAvailable] {
                let policy = Policy::new(purpose.clone(), revocation);
                let outcome = verify(chain, &anchors, lists, &policy, 1_796_000_000);
                if let Outcome::Valid(verified) = &outcome {
                    assert!(verified.expires >= 1_796_000_000 && verified.path.len() > 1);
                    assert!(!lists.is_empty() || revocation != Revocation::Require);
                }
                assert_eq!(outcome, verify(chain, &anchors, lists, &policy, 1_796_000_000));
            }
        }
    }
}

/// The elements of DER that stand one behind the other, and what is left of them.
pub fn elements(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    while let [_, 0x82, high, low, ..] = bytes {
        let length = 4 + usize::from(u16::from_be_bytes([*high, *low]));
        let (element, rest) = bytes.split_at(length.min(bytes.len()));
        found.push(element);
        bytes = rest;
    }
    if !bytes.is_empty() {
        found.push(bytes);
    }
    found
}
