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
    if line.is_ascii() { line.len() } else { line.chars().count() }
}

/// Characters of the longest line.
fn width(value: &str, breaks: Breaks) -> usize {
    breaks.lines(value).map(characters).max().unwrap_or(0)
}

/// Of numbered sub-fields: the longest line is a full one, whatever the bank's width; before a sub-field nothing is put.
pub(super) fn flat_numbered(value: &str, separator: u8, breaks: Breaks, flat: &mut String) {
    flat.clear();
    if memchr::memchr3(b'\n', b'\r', b'@', value.as_bytes()).is_none() {
        flat.push_str(value);
        return;
    }
    let width = width(value, breaks);
    let mut full = true;
    for line in breaks.lines(value) {
        if !full && line.as_bytes().first() != Some(&separator) {
            flat.push(' ');
        }
        full = characters(line) == width;
        flat.push_str(line);
    }
}

/// Of codewords between slashes: nothing is put where a slash or a hyphen goes over the line's end.
pub(super) fn flat_coded(value: &str, breaks: Breaks, flat: &mut String) {
    flat.clear();
    let width = width(value, breaks).clamp(55, LINE);
    let mut full = true;
    for line in breaks.lines(value) {
        let open = full || flat.ends_with('/') || line.starts_with(['/', '-', ' ', ':']);
        if !open {
            flat.push(' ');
        }
        full = characters(line) == width;
        flat.push_str(line);
    }
}

/// Of free text: a line of the standard's width is full, or of a narrow one where no line is longer.
pub(super) fn flat_free(value: &str, breaks: Breaks, flat: &mut String) {
    flat.clear();
    let width = if width(value, breaks) == NARROW { NARROW } else { LINE };
    let mut full = true;
    for line in breaks.lines(value) {
        if !full {
            flat.push(' ');
        }
        full = characters(line) == width;
        flat.push_str(line);
    }
}
