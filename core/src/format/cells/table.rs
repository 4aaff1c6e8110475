//! Text to cells: records by RFC 4180, each with its bytes and its line, whatever is wrong with one of them.
//!
//! # Design
//! Cells are places in the text; only one with a doubled quote, or with text behind its quote, is put together anew.
//! A quote that is never closed would swallow the rest of the file. So a record is bounded: one that does not end within
//! [`WINDOW`], or at the end of the file with its quote open, is an error of its first line, and reading goes on behind it.

use crate::error::{Code, Error};
use crate::text::lanes;
use core::ops::Range;
use memchr::memchr;

/// Longest record in bytes.
pub(crate) const WINDOW: usize = 64 * 1024;

/// Most cells of a record.
const MOST_CELLS: usize = 1024;

/// After so many broken records quotes are taken as plain text.
const MOST_BROKEN: usize = 16;

/// The records of a text.
pub(crate) struct Table<'t> {
    text: &'t str,
    /// Texts of the cells that do not stand in the text as they are read.
    own: String,
    cells: Vec<Span>,
    pub(crate) rows: Vec<Row>,
    /// Records that could not be cut.
    pub(crate) errors: Vec<Error>,
}

/// Where a cell is, without space and stray quotes around it.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
    /// In the table's own text.
    own: bool,
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

impl<'t> Table<'t> {
    /// Of a text, before its first record.
    pub(crate) fn of(text: &'t str) -> Self {
        Table { text, own: String::new(), cells: Vec::new(), rows: Vec::new(), errors: Vec::new() }
    }

    /// Cuts a whole text into records.
    pub(crate) fn cut(text: &'t str, delimiter: u8) -> Self {
        let mut table = Table::of(text);
        Cutter::new(delimiter).cut(0, usize::MAX, true, &mut table);
        table
    }

    /// A cell without space and stray quotes around it; empty where the row is too short.
    pub(crate) fn cell(&self, row: &Row, column: usize) -> &str {
        let at = row.cells.start.checked_add(column).filter(|at| *at < row.cells.end);
        let Some(span) = at.and_then(|at| self.cells.get(at)) else { return "" };
        let text = if span.own { &self.own } else { self.text };
        text.get(span.start..span.end).unwrap_or("")
    }

    /// Whether the text ends with this record, without a line's end behind it.
    pub(crate) fn is_cut(&self, row: &Row) -> bool {
        row.bytes.end == self.text.len()
    }

    /// The cells of a row.
    pub(crate) fn cells<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a str> {
        (0..row.len()).map(move |column| self.cell(row, column))
    }

    /// Forgets all records.
    pub(crate) fn clear(&mut self) {
        self.own.clear();
        self.cells.clear();
        self.rows.clear();
        self.errors.clear();
    }

    fn push(&mut self, range: Range<usize>) {
        let (start, end) = trimmed(self.text, range);
        self.cells.push(Span { start, end, own: false });
    }

    /// A cell that is put together of parts of the text.
    fn push_own(&mut self, parts: impl Iterator<Item = Range<usize>>) {
        let from = self.own.len();
        parts.for_each(|part| self.own.push_str(self.text.get(part).unwrap_or_default()));
        let (start, end) = trimmed(&self.own, from..self.own.len());
        self.cells.push(Span { start, end, own: true });
    }
}

/// A part of a text without what stands around it: mostly nothing.
#[inline]
fn trimmed(text: &str, range: Range<usize>) -> (usize, usize) {
    match text.as_bytes().get(range.clone()) {
        Some([] | [b'#'..=b'~'] | [b'#'..=b'~', .., b'#'..=b'~']) => (range.start, range.end),
        _ => bared(text, range),
    }
}

fn bared(text: &str, range: Range<usize>) -> (usize, usize) {
    let cell = text.get(range.clone()).unwrap_or_default();
    let is_around = |character: char| character.is_whitespace() || matches!(character, '"' | '\u{feff}');
    let front = cell.len() - cell.trim_start_matches(is_around).len();
    let start = range.start + front;
    (start, start + cell.trim_matches(is_around).len())
}

/// Cuts records off the front of a text.
pub(crate) struct Cutter {
    delimiter: u8,
    broken: usize,
    /// Within a line that is too long: the rest of it is passed over.
    passes: bool,
}

impl Cutter {
    pub(crate) fn new(delimiter: u8) -> Self {
        Cutter { delimiter, broken: 0, passes: false }
    }

    /// Cuts the records that begin between two places and answers where the next one begins. Without `last` a record is cut
    /// only where a window of text is behind its start.
    pub(crate) fn cut(&mut self, from: usize, to: usize, last: bool, table: &mut Table<'_>) -> usize {
        let bytes = table.text.as_bytes();
        let mut at = from;
        while let Some(rest) = bytes.get(at..).filter(|rest| at < to && !rest.is_empty()) {
            if self.passes {
                let end = memchr(b'\n', rest);
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
            let ends = window.len() == rest.len();
            let first = table.cells.len();
            let (used, fault) = match self.record(at, at + window.len(), ends, table) {
                Some(next) => (next - at, None),
                None => {
                    table.cells.truncate(first);
                    self.broken += 1;
                    let line_end = memchr(b'\n', window).map(|end| end + 1).or(ends.then_some(window.len()));
                    self.passes = line_end.is_none();
                    let fault = match line_end {
                        Some(_) => (Code::CsvColumns, "a quote is not closed in this record"),
                        None => (Code::FormatTooLarge, "a record of more than 64 KiB or 1,024 cells"),
                    };
                    (line_end.unwrap_or(window.len()), Some(fault))
                }
            };
            let body = rest.get(..used).unwrap_or(rest).trim_ascii_end();
            let place = at..at + body.len();
            if let Some((code, said)) = fault {
                table.errors.push(Error::new(code, said).at_bytes(place.start as u64..place.end as u64));
            } else if body.is_empty() {
                table.cells.truncate(first);
            } else {
                table.rows.push(Row { cells: first..table.cells.len(), bytes: place });
            }
            at += used.max(1);
        }
        at
    }

    /// Cuts the cells of the record at a place, and answers where it ends; `None` where it does not end before `to`, or
    /// has too many cells. `ends`: the text ends at `to`.
    fn record(&self, from: usize, to: usize, ends: bool, table: &mut Table<'_>) -> Option<usize> {
        let bytes = table.text.as_bytes().get(..to)?;
        let (mut at, first) = (from, table.cells.len());
        loop {
            if table.cells.len() - first >= MOST_CELLS {
                return None;
            }
            let end = match bytes.get(at) {
                Some(b'"') if self.broken < MOST_BROKEN => self.quoted(at, from, ends, bytes, table)?,
                _ => {
                    let end = self.plain_end(bytes, at);
                    table.push(at..end);
                    end
                }
            };
            match bytes.get(end) {
                Some(b'\r' | b'\n') => return Some(end + 1),
                Some(_) => at = end + 1,
                None => return ends.then_some(end),
            }
        }
    }

    /// Where a cell ends that began without a quote.
    fn plain_end(&self, bytes: &[u8], at: usize) -> usize {
        let rest = bytes.get(at..).unwrap_or_default();
        at + lanes::near_any(rest, [self.delimiter, b'\n', b'\r']).unwrap_or(rest.len())
    }

    /// Cuts a cell that begins with a quote, and answers where it ends; `None` where the quote is not closed.
    fn quoted(
        &self,
        at: usize,
        record: usize,
        ends: bool,
        bytes: &[u8],
        table: &mut Table<'_>,
    ) -> Option<usize> {
        let (mut from, mut parts) = (at + 1, Vec::new());
        let close = loop {
            let rest = bytes.get(from..).unwrap_or_default();
            let Some(quote) = memchr(b'"', rest).map(|quote| from + quote) else {
                // The file ends: in a record of one line the quote was forgotten, else it would swallow the lines.
                let lines = bytes.get(record..)?.trim_ascii_end();
                if !ends || memchr(b'\n', lines).is_some() {
                    return None;
                }
                parts.push(from..bytes.len());
                table.push_own(parts.into_iter());
                return Some(bytes.len());
            };
            if bytes.get(quote + 1) != Some(&b'"') {
                break quote;
            }
            parts.push(from..quote + 1);
            from = quote + 2;
        };
        // What stands behind the quote is of the cell. Beyond a line's end it is another record's: then the first quote was
        // text, and no quote of its own closed it.
        let end = self.plain_end(bytes, close + 1);
        let behind = bytes.get(close + 1..end).unwrap_or_default();
        let crossed = bytes.get(at..close).is_some_and(|cell| memchr(b'\n', cell).is_some());
        if crossed && !behind.trim_ascii().is_empty() {
            return None;
        }
        if parts.is_empty() && end == close + 1 {
            table.push(from..close);
        } else {
            table.push_own(parts.into_iter().chain([from..close, close + 1..end]));
        }
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> (Vec<Vec<String>>, Table<'_>) {
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
    fn two_stray_quotes_swallow_no_rows() {
        let (cells, table) = rows("a,\"b,c\nd,e,f\ng,\"h\" i,j\nk,l,m");
        assert_eq!(cells, [["d", "e", "f"], ["g", "h i", "j"], ["k", "l", "m"]]);
        assert_eq!(table.errors[0].place().bytes, Some(0..6));
        // A cell may hold lines, and blanks may stand behind it.
        let (cells, _) = rows("a,\"b\nc\" ,d\n");
        assert_eq!(cells, [["a", "b\nc", "d"]]);
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
