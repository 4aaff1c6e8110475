//! A gigabyte through the readers in pieces of a megabyte: memory stays flat, and what never ends is refused where it
//! begins. `make soak` sends the gigabyte; `make test` a part of it.
//!
//! No input is stored: the rows are written anew for each round, with other references and numbers, so that nothing that
//! remembers rows is spared. Memory is what the reading thread holds at once, as its allocator counts it.

use payymo::Error;
use payymo::format::{Format, ReadOptions, RowPlace, Stream, Visitor};
use payymo::model::Transaction;
use payymo_benches::inputs::{self, Rounds};
use payymo_tests::work::{Counting, count};
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const MEGABYTE: usize = 1 << 20;

/// Records of a round: two to four megabytes.
const RECORDS: usize = 5_000;

/// What a reader may hold at once, in bytes. Most of it is what tells copies of rows: the last half million references.
const HELD: usize = 72 * MEGABYTE;

/// What one value that never ends may take: it is refused when 16 MB of it came, and a buffer that grows doubles.
const ONE: usize = 96 * MEGABYTE;

/// What one record of small elements may take: a batch of a hundred thousand payments is one.
const RECORD: usize = 384 * MEGABYTE;

/// Counts what comes and keeps the first error.
#[derive(Default)]
struct Seen {
    rows: u64,
    error: Option<Error>,
}

impl Visitor for Seen {
    fn transaction(&mut self, _: Transaction, _: RowPlace) {
        self.rows += 1;
    }

    fn error(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }
}

/// Streams so many bytes of each format.
fn streams(bytes: usize) {
    println!(
        "{:<12} {:>8} {:>10} {:>8} {:>8} {:>12}",
        "format", "MB", "rows", "seconds", "MB/s", "peak in MB"
    );
    let mut wrong = Vec::new();
    for (name, template) in inputs::statements(RECORDS) {
        let rounds = (bytes / template.len()).max(2);
        let mut input = Rounds::of(name, &template).unwrap_or_else(|| panic!("{name}: no records"));
        let start = Instant::now();
        let ((seen, sent), work) = count(|| {
            let mut seen = Seen::default();
            let mut stream = Stream::new(ReadOptions::default()).expect("options");
            let mut sent = 0;
            input.each(rounds, &mut |piece| {
                sent += piece.len();
                for piece in piece.chunks(MEGABYTE) {
                    stream.push(piece, &mut seen).unwrap_or_else(|error| panic!("{name}: {error}"));
                }
            });
            stream.finish(&mut seen).unwrap_or_else(|error| panic!("{name}: {error}"));
            (seen, sent)
        });
        let seconds = start.elapsed().as_secs_f64();
        let (sent, peak) = (sent as f64 / 1e6, work.peak as f64 / 1e6);
        println!(
            "{name:<12} {sent:>8.0} {:>10} {seconds:>8.1} {:>8.0} {peak:>12.1}",
            seen.rows,
            sent / seconds
        );
        if seen.rows != (rounds * RECORDS) as u64 {
            wrong.push(format!("{name}: {} rows of {}: {:?}", seen.rows, rounds * RECORDS, seen.error));
        }
        if work.peak >= HELD {
            wrong.push(format!("{name}: {peak:.1} MB held at once"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What begins and never ends.
struct Endless {
    what: &'static str,
    format: Format,
    head: &'static str,
    /// Again and again.
    body: &'static str,
}

const CAMT: &str =
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>S</Id>";
const OFX: &str = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN><NAME>";
const MT940: &str =
    ":20:S\r\n:25:1\r\n:28C:1\r\n:60F:C260301EUR1,00\r\n:61:2603010301C1,00NTRFNONREF\r\n:86:";
const CSV: &str = "Date,Amount,Currency,Description\n2026-03-01,1.00,EUR,one\n2026-03-02,1.00,EUR,";

#[rustfmt::skip]
const ENDLESS: [Endless; 16] = [
    Endless { what: "<a><a><a>…", format: Format::Camt053, head: "", body: "<a>" },
    Endless { what: "<a><a><a>… in an entry", format: Format::Camt053, head: CAMT, body: "<a>" },
    Endless { what: "<a/><a/><a/>… in an entry", format: Format::Camt053, head: "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Ntry>", body: "<a/>" },
    Endless { what: "a tag's name", format: Format::Camt053, head: "<Document><a", body: "a" },
    Endless { what: "a tag's name in an entry", format: Format::Camt053, head: CAMT, body: "<Ntry" },
    Endless { what: "an element's text", format: Format::Camt053, head: "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Ntry><NtryRef>", body: "text " },
    Endless { what: "a comment", format: Format::Camt053, head: "<Document><!--", body: "text " },
    Endless { what: "a JSON string", format: Format::Gocardless, head: "{\"transactions\": {\"booked\": [{\"transactionId\": \"", body: "text " },
    Endless { what: "a JSON string of escapes", format: Format::Gocardless, head: "{\"transactions\": {\"booked\": [{\"transactionId\": \"", body: "\\n" },
    Endless { what: "JSON in brackets", format: Format::Gocardless, head: "{\"transactions\": {\"booked\": [", body: "[" },
    Endless { what: "an MT940 field", format: Format::Mt940, head: MT940, body: "text " },
    Endless { what: "an MT940 field of lines", format: Format::Mt940, head: MT940, body: "text of a line\r\n" },
    Endless { what: "a CSV cell", format: Format::Csv, head: CSV, body: "text " },
    Endless { what: "a CSV cell in quotes", format: Format::Csv, head: "Date,Amount,Currency,Description\n2026-03-01,1.00,EUR,one\n2026-03-02,1.00,EUR,\"", body: "text, \n" },
    Endless { what: "an OFX value", format: Format::Ofx, head: OFX, body: "text " },
    Endless { what: "a BAI2 record", format: Format::Bai2, head: "01,A,B,260401,0800,1,,,2/\n02,B,A,1,260331,2359,USD,2/\n03,1,USD,010,100000,,/\n16,195,1,0,N,A,text ", body: "text " },
];

/// Streams so many bytes that never end a value.
fn endless(bytes: usize) {
    println!("{:<28} {:>8} {:>8} {:>12}  said", "what never ends", "MB", "seconds", "peak in MB");
    let mut wrong = Vec::new();
    for Endless { what, format, head, body } in ENDLESS {
        let piece = body.repeat(MEGABYTE / body.len());
        let start = Instant::now();
        let ((seen, sent), work) = count(|| {
            let mut seen = Seen::default();
            let mut options = ReadOptions::default();
            options.format = Some(format);
            let mut stream = Stream::new(options).expect("options");
            let mut pushed = stream.push(head.as_bytes(), &mut seen);
            let mut sent = head.len();
            while pushed.is_ok() && sent < bytes {
                pushed = stream.push(piece.as_bytes(), &mut seen);
                sent += piece.len();
            }
            let ended = pushed.and_then(|()| stream.finish(&mut seen).map(drop));
            seen.error = seen.error.take().or(ended.err());
            (seen, sent)
        });
        let seconds = start.elapsed().as_secs_f64();
        let peak = work.peak as f64 / 1e6;
        let said = seen.error.as_ref().map(ToString::to_string).unwrap_or_default();
        println!("{what:<28} {:>8.0} {seconds:>8.2} {peak:>12.1}  {said}", sent as f64 / 1e6);
        if seen.error.is_none_or(|error| error.place().bytes.is_none()) {
            wrong.push(format!("{what}: no error with a place: {said}"));
        }
        if work.peak >= if body == "<a/>" { RECORD } else { ONE } {
            wrong.push(format!("{what}: {peak:.1} MB held at once"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn memory_is_flat_over_megabytes() {
    streams(12 * MEGABYTE);
}

#[test]
fn what_never_ends_is_refused() {
    endless(24 * MEGABYTE);
}

#[test]
#[ignore = "a gigabyte of each format: make soak"]
fn memory_is_flat_over_a_gigabyte() {
    streams(1 << 30);
}

#[test]
#[ignore = "a gigabyte of each: make soak"]
fn a_gigabyte_that_never_ends_is_refused() {
    endless(1 << 30);
}
