//! Text to cells: records by RFC 4180, each with its bytes and its line, whatever is wrong with one of them.
//!
//! # Design
//! A quote that is never closed would swallow the rest of the file. So a record is bounded: one that does not end within
//! [`WINDOW`], or at the end of the file with its quote open, is an error of its first line, and reading goes on behind it.

use crate::error::{Code, Error};
use core::ops::Range;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Longest record in bytes.
pub(crate) const WINDOW: usize = 64 * 1024;

/// Most cells of a record.
const MOST_CELLS: usize = 1024;

/// After so many broken records quotes are taken as plain text.
const MOST_BROKEN: usize = 16;

/// The records of a text.
#[derive(Default)]
pub(crate) struct Table {
    arena: String,
    /// Each cell in the arena, without space and stray quotes around it.
    spans: Vec<(u32, u32)>,
    pub(crate) rows: Vec<Row>,
    /// Records that could not be cut.
    pub(crate) errors: Vec<Error>,
}

/// A record.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    cells: Range<usize>,
    /// Bytes in the text.
    pub(crate) bytes: Range<usize>,
}

impl Row {
    /// How many cells it has.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// An error at this record.
    pub(crate) fn error(&self, code: Code, message: impl Into<String>) -> Error {
        self.located(Error::new(code, message))
    }

    /// An error with the place of this record.
    pub(crate) fn located(&self, error: Error) -> Error {
        error.at_bytes(self.bytes.start as u64..self.bytes.end as u64)
    }
}

impl Table {
    /// A cell without space and stray quotes around it; empty where the row is too short.
    pub(crate) fn cell(&self, row: &Row, column: usize) -> &str {
        let span = row.cells.start.checked_add(column).filter(|at| *at < row.cells.end);
        let Some((start, end)) = span.and_then(|at| self.spans.get(at)) else { return "" };
        self.arena.get(*start as usize..*end as usize).unwrap_or("")
    }

    /// The cells of a row.
    pub(crate) fn cells<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a str> {
        (0..row.len()).map(move |column| self.cell(row, column))
    }

    /// Cuts a whole text into records.
    pub(crate) fn cut(text: &str, delimiter: u8) -> Self {
        let mut table = Table::default();
        Cutter::new(delimiter).cut(text, 0, usize::MAX, true, &mut table);
        table
    }

    /// Forgets all records.
    pub(crate) fn clear(&mut self) {
        self.arena.clear();
        self.spans.clear();
        self.rows.clear();
        self.errors.clear();
    }

    fn push(&mut self, scratch: &Scratch, read: &Read, bytes: Range<usize>) {
        let cells = core::str::from_utf8(scratch.cells.get(..read.written).unwrap_or_default()).unwrap_or("");
        let base = self.arena.len();
        // A table is a batch of records, or a sample: far below four gigabytes.
        let place = |at: usize| u32::try_from(base + at).unwrap_or(u32::MAX);
        self.arena.push_str(cells);
        let (first, mut start) = (self.spans.len(), 0);
        for end in scratch.ends.iter().take(read.cells) {
            let cell = cells.get(start..*end).unwrap_or("");
            let front = cell.len() - cell.trim_start_matches(is_around).len();
            let cell = cell.trim_matches(is_around);
            self.spans.push((place(start + front), place(start + front + cell.len())));
            start = *end;
        }
        self.rows.push(Row { cells: first..self.spans.len(), bytes });
    }
}

/// What may stand around the text of a cell.
fn is_around(character: char) -> bool {
    character.is_whitespace() || matches!(character, '"' | '\u{feff}')
}

/// Cuts records off the front of a text.
pub(crate) struct Cutter {
    quoted: Reader,
    plain: Reader,
    scratch: Scratch,
    broken: usize,
    /// Within a line that is too long: the rest of it is passed over.
    passes: bool,
}

impl Cutter {
    pub(crate) fn new(delimiter: u8) -> Self {
        Cutter {
            quoted: ReaderBuilder::new().delimiter(delimiter).build(),
            plain: ReaderBuilder::new().delimiter(delimiter).quoting(false).build(),
            scratch: Scratch { cells: vec![0; WINDOW + 16], ends: vec![0; MOST_CELLS] },
            broken: 0,
            passes: false,
        }
    }

    /// Cuts the records that begin between two places and answers where the next one begins. Without `last` a record is cut
    /// only where a window of text is behind its start.
    pub(crate) fn cut(&mut self, text: &str, from: usize, to: usize, last: bool, table: &mut Table) -> usize {
        let bytes = text.as_bytes();
        let mut at = from;
        while let Some(rest) = bytes.get(at..).filter(|rest| at < to && !rest.is_empty()) {
            if self.passes {
                let end = memchr::memchr(b'\n', rest);
                self.passes = end.is_none();
                at += end.map_or(rest.len(), |end| end + 1);
                continue;
            }
            // Line ends before a record belong to none; a window full of them would hold no record either.
            let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            if blank > 0 {
                at += blank;
                continue;
            }
            if rest.len() <= WINDOW && !last {
                break;
            }
            let window = rest.get(..rest.len().min(WINDOW)).unwrap_or(rest);
            let first_line = memchr::memchr(b'\n', window).map(|end| end + 1);
            let last = window.len() == rest.len();
            let reader = if self.broken < MOST_BROKEN { &mut self.quoted } else { &mut self.plain };
            let mut read = record(reader, window, last, &mut self.scratch);
            let mut fault = None;
            if read.as_ref().is_none_or(|read| swallowed(window, read.used, last)) {
                self.broken += 1;
                let line_end = first_line.or(last.then_some(window.len()));
                fault = Some(match line_end {
                    Some(_) => (Code::CsvColumns, "a quote is not closed in this record"),
                    None => (Code::FormatTooLarge, "a record of more than 64 KiB or 1,024 cells"),
                });
                self.passes = line_end.is_none();
                read = Some(Read { used: line_end.unwrap_or(window.len()), written: 0, cells: 0 });
            }
            let Some(read) = read else { break };
            let used = read.used.max(1);
            let body = rest.get(..used).unwrap_or(rest).trim_ascii_end();
            let place = at..at + body.len();
            if let Some((code, said)) = fault {
                table.errors.push(Error::new(code, said).at_bytes(place.start as u64..place.end as u64));
            } else if read.cells > 0 && !body.is_empty() {
                table.push(&self.scratch, &read, place);
            }
            at += used;
        }
        at
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> (Vec<Vec<String>>, Table) {
        let table = Table::cut(text, b',');
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
        let places: Vec<&str> = table.rows.iter().map(|row| &text[row.bytes.clone()]).collect();
        assert_eq!(places, ["a,b", "\"x\ny\",\"say \"\"hi\"\"\"", "last,1"]);
    }

    #[test]
    fn an_open_quote_costs_one_record() {
        let (cells, table) = rows("a,b\n\"c,d\ne,f\ng,h\n");
        assert_eq!(cells, [["a", "b"], ["e", "f"], ["g", "h"]]);
        assert_eq!(table.errors.len(), 1);
        assert_eq!(table.errors[0].place().bytes, Some(4..8));
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
        assert_eq!(table.rows[1].bytes.start, 4 + 100 * WINDOW);
        assert!(table.errors.is_empty());
    }

    proptest! {
        #[test]
        fn every_byte_is_passed_once(text in "[a,\"\n\r;é]{0,60}") {
            let table = Table::cut(&text, b',');
            let mut end = 0;
            for row in &table.rows {
                prop_assert!(row.bytes.start >= end && row.bytes.end <= text.len());
                end = row.bytes.end;
            }
        }
    }
}
