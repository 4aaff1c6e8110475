//! Text to cells: records by RFC 4180, each with its bytes and its line, whatever is wrong with one of them.
//!
//! # Design
//! A quote that is never closed would swallow the rest of the file. So a record is bounded: one that does not end within
//! [`WINDOW`], or at the end of the file with its quote open, is an error of its first line, and reading goes on behind it.

use crate::error::{Code, Error};
use crate::format::encoding::Decoded;
use core::ops::Range;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::borrow::Cow;

/// Longest record in bytes.
pub(super) const WINDOW: usize = 64 * 1024;

/// Most cells of a record.
const MOST_CELLS: usize = 1024;

/// After so many broken records quotes are taken as plain text.
const MOST_BROKEN: usize = 16;

/// The records of a text.
#[derive(Default)]
pub(super) struct Table {
    arena: Vec<u8>,
    /// End of each cell in the arena.
    ends: Vec<usize>,
    pub(super) rows: Vec<Row>,
    /// Records that could not be cut.
    pub(super) errors: Vec<Error>,
}

/// A record.
#[derive(Clone, Debug)]
pub(super) struct Row {
    cells: Range<usize>,
    /// Line, from 1.
    pub(super) line: u64,
    /// Bytes in the input.
    pub(super) bytes: Range<u64>,
}

impl Row {
    /// How many cells it has.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// An error at this record.
    pub(super) fn error(&self, code: Code, message: impl Into<String>) -> Error {
        Error::new(code, message).at_bytes(self.bytes.clone()).at_line(self.line)
    }
}

impl Table {
    /// A cell without space and stray quotes around it; empty where the row is too short.
    pub(super) fn cell(&self, row: &Row, column: usize) -> &str {
        let Some(at) = row.cells.start.checked_add(column).filter(|at| *at < row.cells.end) else {
            return "";
        };
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        let text =
            self.arena.get(start..end).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or("");
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{feff}'))
    }

    /// The cells of a row.
    pub(super) fn cells<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a str> {
        (0..row.len()).map(move |column| self.cell(row, column))
    }

    /// Cuts a text into records.
    pub(super) fn cut(text: &str, delimiter: u8, places: &Places) -> Self {
        let bytes = text.as_bytes();
        let mut table = Table { arena: Vec::with_capacity(bytes.len()), ..Table::default() };
        let mut quoted = ReaderBuilder::new().delimiter(delimiter).build();
        let mut plain = ReaderBuilder::new().delimiter(delimiter).quoting(false).build();
        let mut scratch = Scratch { cells: vec![0; WINDOW + 16], ends: vec![0; MOST_CELLS] };
        let (mut at, mut line, mut broken) = (0_usize, 1_u64, 0_usize);
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            // Line ends before a record belong to none; a window full of them would hold no record either.
            let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            if blank > 0 {
                line += count_lines(rest.get(..blank).unwrap_or_default());
                at += blank;
                continue;
            }
            let window = rest.get(..rest.len().min(WINDOW)).unwrap_or(rest);
            let first_line = memchr::memchr(b'\n', window).map(|end| end + 1);
            let last = window.len() == rest.len();
            let reader = if broken < MOST_BROKEN { &mut quoted } else { &mut plain };
            let mut read = record(reader, window, last, &mut scratch);
            let mut fault = None;
            if read.as_ref().is_none_or(|read| swallowed(window, read.used, last)) {
                broken += 1;
                let line_end = first_line.or(last.then_some(window.len()));
                fault = Some(match line_end {
                    Some(_) => (Code::CsvColumns, "a quote is not closed in this record"),
                    None => (Code::FormatTooLarge, "a record of more than 64 KiB or 1,024 cells"),
                });
                let used = line_end.or_else(|| memchr::memchr(b'\n', rest).map(|end| end + 1));
                read = Some(Read { used: used.unwrap_or(rest.len()), written: 0, cells: 0 });
            }
            let Some(read) = read else { break };
            let used = read.used.max(1);
            let span = rest.get(..used).unwrap_or(rest);
            let body = span.trim_ascii_end();
            let place = places.bytes(at, body.len(), line);
            if let Some((code, said)) = fault {
                table.errors.push(Error::new(code, said).at_bytes(place).at_line(line));
            } else if read.cells > 0 && !body.is_empty() {
                table.push(&scratch, &read, Row { cells: 0..0, line, bytes: place });
            }
            line += count_lines(span);
            at += used;
        }
        table
    }

    fn push(&mut self, scratch: &Scratch, read: &Read, mut row: Row) {
        let base = self.arena.len();
        let first = self.ends.len();
        self.arena.extend_from_slice(scratch.cells.get(..read.written).unwrap_or_default());
        self.ends.extend(scratch.ends.iter().take(read.cells).map(|end| base + end));
        row.cells = first..self.ends.len();
        self.rows.push(row);
    }
}

struct Scratch {
    cells: Vec<u8>,
    ends: Vec<usize>,
}

struct Read {
    used: usize,
    written: usize,
    cells: usize,
}

/// Reads one record from the front of a window; `None` where it does not end in it.
fn record(reader: &mut Reader, window: &[u8], last: bool, scratch: &mut Scratch) -> Option<Read> {
    reader.reset();
    let (result, used, written, cells) = reader.read_record(window, &mut scratch.cells, &mut scratch.ends);
    match result {
        ReadRecordResult::Record => Some(Read { used, written, cells }),
        ReadRecordResult::InputEmpty if last => {
            let (_, _, more, ends) =
                reader.read_record(&[], scratch.cells.get_mut(written..)?, scratch.ends.get_mut(cells..)?);
            // The ends of the second call count on from the record's start.
            Some(Read { used, written: written + more, cells: cells + ends })
        }
        _ => None,
    }
}

/// Whether a record of several lines ends with the file while its quote is open.
fn swallowed(window: &[u8], used: usize, last: bool) -> bool {
    let span = window.get(..used).unwrap_or(window);
    last && used == window.len()
        && memchr::memchr(b'\n', span.trim_ascii()).is_some()
        && !memchr::memchr_iter(b'"', span).count().is_multiple_of(2)
}

fn count_lines(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

/// From places in the text to places in the input.
pub(super) enum Places {
    /// The text is the input, this far in.
    Same(u64),
    /// The text was decoded: where each line of the input starts, and its end.
    Lines(Vec<u64>),
}

impl Places {
    pub(super) fn new(decoded: &Decoded<'_>, bytes: &[u8]) -> Self {
        if matches!(decoded.text, Cow::Borrowed(_)) {
            return Places::Same(decoded.offset);
        }
        let mut starts = vec![decoded.offset];
        let zeros = bytes.iter().take(1024).filter(|byte| **byte == 0).count();
        if zeros > 0 {
            // UTF-16: a line ends with a unit of two bytes, in the order that the zero beside it shows.
            let pairs = bytes.chunks_exact(2).enumerate();
            starts.extend(
                pairs
                    .filter(|(_, pair)| matches!(pair, [b'\n', 0] | [0, b'\n']))
                    .map(|(at, _)| (at as u64 + 1) * 2),
            );
        } else {
            // In no 8-bit or multi-byte encoding that is read here is a line feed a part of another character.
            starts.extend(memchr::memchr_iter(b'\n', bytes).map(|at| at as u64 + 1));
        }
        starts.push(bytes.len() as u64);
        Places::Lines(starts)
    }

    /// Bytes of a record that starts at `at` in the text with `line`; of decoded text the whole line.
    fn bytes(&self, at: usize, length: usize, line: u64) -> Range<u64> {
        match self {
            Places::Same(offset) => offset + at as u64..offset + (at + length) as u64,
            Places::Lines(starts) => {
                let line = usize::try_from(line).unwrap_or(usize::MAX);
                let last = starts.last().copied().unwrap_or_default();
                let start = line.checked_sub(1).and_then(|line| starts.get(line)).copied().unwrap_or(last);
                start..starts.get(line).copied().unwrap_or(last).max(start)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> (Vec<Vec<String>>, Table) {
        let table = Table::cut(text, b',', &Places::Same(0));
        let rows = table.rows.iter().map(|row| table.cells(row).map(str::to_owned).collect()).collect();
        (rows, table)
    }

    #[test]
    fn records_have_their_places() {
        let text = "a,b\r\r\n\n\"x\ny\",\"say \"\"hi\"\"\"\nlast,1";
        let (cells, table) = rows(text);
        assert_eq!(
            cells,
            [vec!["a", "b"], vec!["x\ny", "say \"\"hi"], vec!["last", "1"]].map(|row| {
                row.into_iter().map(|cell| cell.replace("\"\"hi", "\"hi")).collect::<Vec<_>>()
            })
        );
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3, 5]);
        let last = table.rows.last().unwrap();
        let bytes = usize::try_from(last.bytes.start).unwrap()..usize::try_from(last.bytes.end).unwrap();
        assert_eq!(&text[bytes], "last,1");
    }

    #[test]
    fn an_open_quote_costs_one_record() {
        let (cells, table) = rows("a,b\n\"c,d\ne,f\ng,h\n");
        assert_eq!(cells, [["a", "b"], ["e", "f"], ["g", "h"]]);
        assert_eq!(table.errors.len(), 1);
        assert_eq!(table.errors[0].place().line, Some(2));
        let long = format!("a,b\n\"c,d\n{}", "e,f\n".repeat(WINDOW));
        let (cells, table) = rows(&long);
        assert_eq!((cells.len(), table.errors.len()), (WINDOW + 1, 1));
    }

    #[test]
    fn a_huge_line_is_one_error() {
        let text = format!("a,b\n{}\nc,d", "x".repeat(10 * WINDOW));
        let (cells, table) = rows(&text);
        assert_eq!(cells, [["a", "b"], ["c", "d"]]);
        assert_eq!(table.errors[0].code(), Code::FormatTooLarge);
    }

    #[test]
    fn blank_lines_cost_nothing() {
        // Hours if a window of them is looked through at each.
        let text = format!("a,b\n{}c,d", "\r\n".repeat(50 * WINDOW));
        let (cells, table) = rows(&text);
        assert_eq!(cells, [["a", "b"], ["c", "d"]]);
        assert_eq!(table.rows[1].line, 2 + 50 * WINDOW as u64);
        assert!(table.errors.is_empty());
    }

    proptest! {
        #[test]
        fn every_byte_is_passed_once(text in "[a,\"\n\r;é]{0,60}") {
            let table = Table::cut(&text, b',', &Places::Same(0));
            let mut end = 0;
            for row in &table.rows {
                prop_assert!(row.bytes.start >= end && row.bytes.end <= text.len() as u64);
                end = row.bytes.end;
            }
        }
    }
}
