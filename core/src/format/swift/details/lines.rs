//! The lines of a `:86:` put together.
//!
//! A line that is full goes on in the next one, in the middle of a word if need be. A shorter one ended with spaces, which
//! were cut: by the bank, or by an editor on the way.

use crate::format::swift::field::Breaks;

/// Characters of a line by the standard.
const LINE: usize = 65;
/// Characters of a line of some banks that keep to the widths of other fields.
const NARROW: usize = 35;

fn characters(line: &str) -> usize {
    // No early end: so it goes over many bytes at once.
    let ascii = line.bytes().fold(0, |all, byte| all | byte) < 0x80;
    if ascii { line.len() } else { line.chars().count() }
}

/// Characters of the longest line.
fn width(value: &str, breaks: Breaks) -> usize {
    breaks.lines(value).map(characters).max().unwrap_or(0)
}

/// Lines that are cut once; a text of more is cut twice.
const LINES: usize = 12;

/// Whether a line is full. Some banks count the tag in front of the first one.
fn is_full(line: &str, width: usize, first: bool) -> bool {
    let length = characters(line);
    length == width || (first && length + ":86:".len() == width)
}

/// Puts the lines together; `open` says of what is there and the next line that nothing is to be put between.
fn flat<'t>(
    lines: impl Iterator<Item = &'t str>,
    width: usize,
    flat: &mut String,
    open: impl Fn(&[u8], &str) -> bool,
) {
    flat.clear();
    let (mut full, mut first) = (true, true);
    for line in lines {
        if !(full || flat.ends_with(' ') || open(flat.as_bytes(), line)) {
            flat.push(' ');
        }
        full = is_full(line, width, first);
        first = false;
        flat.push_str(line);
    }
}

/// Of numbered sub-fields: the longest line is a full one, whatever the bank's width. Nothing is put before a sub-field,
/// within its number or within a time.
pub(super) fn flat_numbered(value: &str, separator: u8, breaks: Breaks, to: &mut String) {
    if memchr::memchr3(b'\n', b'\r', b'@', value.as_bytes()).is_none() {
        to.clear();
        to.push_str(value);
        return;
    }
    let open = |before: &[u8], line: &str| {
        let cut = before.last() == Some(&separator)
            || matches!(before, [.., mark, b'0'..=b'9'] if *mark == separator);
        cut || line.as_bytes().first().is_some_and(|first| *first == separator || *first == b':')
    };
    let (mut known, mut count) = ([""; LINES], 0);
    for (slot, line) in known.iter_mut().zip(breaks.lines(value)) {
        *slot = line;
        count += 1;
    }
    if count < LINES {
        let known = known.get(..count).unwrap_or_default();
        let width = known.iter().copied().map(characters).max().unwrap_or(0);
        flat(known.iter().copied(), width, to, open);
    } else {
        flat(breaks.lines(value), width(value, breaks), to, open);
    }
}

/// Of codewords between slashes: nothing is put where a slash or a hyphen goes over the line's end.
pub(super) fn flat_coded(value: &str, breaks: Breaks, to: &mut String) {
    flat(breaks.lines(value), width(value, breaks).clamp(55, LINE), to, |before, line| {
        before.last() == Some(&b'/') || line.starts_with(['/', '-', ' ', ':'])
    });
}

/// Of free text: a line of the standard's width is full, or of a narrow one where no line is longer.
pub(super) fn flat_free(value: &str, breaks: Breaks, to: &mut String) {
    let width = if width(value, breaks) == NARROW { NARROW } else { LINE };
    flat(breaks.lines(value), width, to, |_, _| false);
}
