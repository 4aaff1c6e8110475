//! JSON Lines: a row a line.

use super::scan::{self, Value};
use crate::format::reading::source::LOOK;

/// Lines that are looked at to tell JSON Lines from values that span lines.
const LINES: usize = 16;

/// How rows at the top of an input stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// One a line.
    Rows,
    /// A value may span lines.
    Values,
}

/// Whether the next lines are values of their own: at least half of those looked at, within the first [`LOOK`] bytes.
pub(crate) fn rows_are_lines(text: &str) -> Lines {
    let look = match text.as_bytes().get(..LOOK) {
        // A line that is cut says nothing, unless it is the only one.
        Some(look) => memchr::memrchr(b'\n', look).and_then(|end| text.get(..end)).unwrap_or(text),
        None => text,
    };
    let lines = look.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    let (mut seen, mut whole) = (0_usize, 0_usize);
    for line in lines {
        seen += 1;
        if line.starts_with('{') && scan::value(line, 0).is_ok_and(|value| value.text == line) {
            whole += 1;
        }
    }
    if whole * 2 >= seen { Lines::Rows } else { Lines::Values }
}

/// The line at the front of a text and where the next one begins; `None` where its end is to come.
pub(crate) fn line(text: &str, last: bool) -> Option<(Value<'_>, usize)> {
    let end = match memchr::memchr(b'\n', text.as_bytes()) {
        Some(end) => end + 1,
        None if last => text.len(),
        None => return None,
    };
    let line = text.get(..end).unwrap_or_default();
    let (start, line) = (line.len() - line.trim_start().len(), line.trim());
    // What nests too deeply is told from the brackets, whatever else is wrong with the line.
    let deep = scan::value(line, 0).is_ok_and(|value| value.deep);
    Some((Value { text: line, start, deep }, end))
}
