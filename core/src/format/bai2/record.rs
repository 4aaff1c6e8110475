//! Text to records: lines by their first two digits, and what continues them.
//!
//! # Design
//! A record is a line and the 88s behind it. Some banks pad lines to a fixed width without any line break, some programs
//! run several records together on a line or break one in its middle; each is told by what only a record's start looks
//! like. Whatever is decided is decided on whole lines, so that it does not depend on how the input came.

use memchr::{memchr, memchr_iter, memchr2};

/// Bytes of a record with all that continues it; the longest seen in the wild has some 4 KiB.
pub(super) const LARGEST: usize = 256 * 1024;
/// Longest fixed width of a line.
const WIDEST: usize = 4096;

/// What a line is by its first two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `01`, `99`
    File,
    FileEnd,
    /// `02`, `98`
    Group,
    GroupEnd,
    /// `03`, `49`
    Account,
    AccountEnd,
    /// `16`
    Entry,
    /// `88`
    More,
    /// `88` with another mark than a comma behind it.
    OddMore,
    /// No record's start: the rest of a line that was broken.
    Wrapped,
}

impl Kind {
    /// Whether it belongs to the record before it.
    pub(super) fn continues(self) -> bool {
        matches!(self, Kind::More | Kind::OddMore | Kind::Wrapped)
    }

    /// Whether it may hold free text.
    fn is_text(self) -> bool {
        self.continues() || self == Kind::Entry
    }
}

/// How lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Line feeds, with or without a carriage return before.
    Feed,
    /// Carriage returns alone.
    Return,
    /// Lines of so many characters, without anything between them.
    Width(usize),
}

/// A line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) kind: Kind,
    /// Where it begins, and where its last character ends that is not blank.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the next record on it or behind it is looked for.
    pub(super) next: usize,
    /// Where the line itself ends.
    pub(super) line_end: usize,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found {
    Line(Line),
    /// A line that is not all there; what it is, if that is seen already.
    Part {
        start: usize,
        kind: Option<Kind>,
    },
    /// Blanks up to the end of the text.
    Nothing,
}

/// Tells how lines end by the first of them; `None` where more text is needed.
pub(super) fn breaks(text: &str, last: bool) -> Option<Breaks> {
    let blanks = text.bytes().take_while(|byte| is_blank(*byte)).count();
    let text = text.get(blanks..).unwrap_or_default();
    let bytes = text.as_bytes();
    let look = bytes.get(..2 * WIDEST).unwrap_or(bytes);
    let first = memchr2(b'\n', b'\r', look);
    let slash = memchr(b'/', look).filter(|slash| first.is_none_or(|first| *slash < first));
    let header = slash.and_then(|slash| text.get(..slash)).filter(|header| header.starts_with("01,"));
    if let Some(width) = header.and_then(width) {
        let end = text.char_indices().nth(width).map(|(at, _)| at);
        let begins = end.and_then(|end| bytes.get(end..)).and_then(kind);
        let within = first.is_some_and(|first| end.is_none_or(|end| first < end + 3));
        match begins {
            _ if within => {}
            None if !last => return None,
            None | Some(Kind::Wrapped | Kind::OddMore) => {}
            Some(_) => return Some(Breaks::Width(width)),
        }
    }
    match first.and_then(|at| bytes.get(at..)) {
        Some([b'\r', b'\n', ..] | [b'\n', ..]) => Some(Breaks::Feed),
        Some([b'\r']) if !last => None,
        Some(_) => Some(Breaks::Return),
        None => (last || bytes.len() >= 2 * WIDEST).then_some(Breaks::Feed),
    }
}

/// The width of lines that a file header states.
fn width(header: &str) -> Option<usize> {
    let stated = header.split(',').nth(6)?.trim();
    stated.parse().ok().filter(|width| (20..=WIDEST).contains(width))
}

impl Breaks {
    /// Where the line ends that a place is in, and where the next one begins; `None` where its end is not there.
    pub(super) fn line(self, text: &str, at: usize) -> Option<(usize, usize)> {
        let rest = text.get(at..)?;
        match self {
            Breaks::Feed => memchr(b'\n', rest.as_bytes()).map(|end| (at + end, at + end + 1)),
            Breaks::Return => memchr(b'\r', rest.as_bytes()).map(|end| (at + end, at + end + 1)),
            Breaks::Width(width) => {
                let end = rest.char_indices().nth(width).map_or(rest.len(), |(end, _)| end);
                (end < rest.len() || rest.chars().count() == width).then_some((at + end, at + end))
            }
        }
    }
}

/// What may stand around records: blanks, line breaks, the mark by which DOS ended files.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x1a)
}

/// What a line's start is; `None` where more of it is needed.
fn kind(line: &[u8]) -> Option<Kind> {
    Some(match line {
        [b'8', b'8', b':', ..] => Kind::OddMore,
        [first, second, b',', ..] => match [*first, *second] {
            [b'0', b'1'] => Kind::File,
            [b'0', b'2'] => Kind::Group,
            [b'0', b'3'] => Kind::Account,
            [b'1', b'6'] => Kind::Entry,
            [b'4', b'9'] => Kind::AccountEnd,
            [b'8', b'8'] => Kind::More,
            [b'9', b'8'] => Kind::GroupEnd,
            [b'9', b'9'] => Kind::FileEnd,
            _ => Kind::Wrapped,
        },
        [_, _, _, ..] => Kind::Wrapped,
        _ => return None,
    })
}

/// The line at a place, or behind blanks there.
pub(super) fn line(text: &str, from: usize, breaks: Breaks, last: bool) -> Found {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        if !matches!(breaks, Breaks::Width(_)) {
            let rest = bytes.get(start..).unwrap_or_default();
            start += rest.iter().take_while(|byte| is_blank(**byte)).count();
        }
        let rest = bytes.get(start..).unwrap_or_default();
        if rest.is_empty() {
            return Found::Nothing;
        }
        let known = kind(rest);
        if known.is_none() && !last {
            return Found::Part { start, kind: None };
        }
        let kind = known.unwrap_or(Kind::Wrapped);
        let (line_end, next) = match breaks.line(text, start) {
            Some(found) => found,
            None if last => (bytes.len(), bytes.len()),
            None => return Found::Part { start, kind: known },
        };
        let line = bytes.get(start..line_end).unwrap_or_default();
        if line.iter().all(|byte| is_blank(*byte)) {
            start = next;
            continue;
        }
        let (end, next) = match split(line, kind) {
            Some((end, behind)) => (start + end, start + behind),
            None => (line_end, next),
        };
        let line = bytes.get(start..end).unwrap_or_default();
        let blanks = line.iter().rev().take_while(|byte| is_blank(**byte)).count();
        return Found::Line(Line { kind, start, end: end - blanks, next, line_end });
    }
}

/// Where a record ends whose line holds another one behind it, and where that begins: `…,2/   02,…`.
fn split(line: &[u8], kind: Kind) -> Option<(usize, usize)> {
    memchr_iter(b'/', line).find_map(|slash| {
        let behind = line.get(slash + 1..)?;
        let blanks = behind.iter().take_while(|byte| **byte == b' ').count();
        let behind = behind.get(blanks..).filter(|_| blanks > 0)?;
        let begins = match (kind.is_text(), self::kind(behind)?) {
            (_, Kind::Wrapped | Kind::OddMore) => false,
            // Free text may hold `12/ 03, …`: there it takes the whole look of a record.
            (true, Kind::Entry) => is_detail(behind),
            (true, Kind::AccountEnd) => is_total(behind),
            (true, _) => false,
            (false, _) => true,
        };
        begins.then_some((slash + 1, slash + 1 + blanks))
    })
}

/// `16,195,1000…`
fn is_detail(text: &[u8]) -> bool {
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    digit(3) && digit(4) && digit(5) && text.get(6) == Some(&b',') && digit(7)
}

/// `49,-1000,5`
fn is_total(text: &[u8]) -> bool {
    let mut fields = text.get(3..).unwrap_or_default().split(|byte| matches!(byte, b',' | b'/'));
    let mut number = || fields.next().map(|field| field.strip_prefix(b"-").unwrap_or(field).trim_ascii());
    let is = |field: Option<&[u8]>| {
        field.is_some_and(|field| !field.is_empty() && field.iter().all(u8::is_ascii_digit))
    };
    let total = number().map(|field| field.strip_prefix(b"+").unwrap_or(field));
    is(total) && is(number())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(Kind, &str)> {
        let breaks = breaks(text, true).unwrap();
        let (mut found, mut at) = (Vec::new(), 0);
        while let Found::Line(line) = line(text, at, breaks, true) {
            found.push((line.kind, &text[line.start..line.end]));
            at = line.next;
        }
        found
    }

    #[test]
    fn records_share_a_line() {
        assert_eq!(
            lines(
                "01,a,b,2/   02,c/\n16,142,5,Z,,,PAY   PPD/ 16,142,6,Z,,,X/\n88, 1/      49,-16,5/  03,2,/ 49,0,2/"
            ),
            [
                (Kind::File, "01,a,b,2/"),
                (Kind::Group, "02,c/"),
                (Kind::Entry, "16,142,5,Z,,,PAY   PPD/"),
                (Kind::Entry, "16,142,6,Z,,,X/"),
                (Kind::More, "88, 1/"),
                (Kind::AccountEnd, "49,-16,5/"),
                (Kind::Account, "03,2,/"),
                (Kind::AccountEnd, "49,0,2/"),
            ]
        );
    }

    #[test]
    fn text_may_look_like_a_record() {
        for text in [
            "16,195,5,Z,,,invoice 08/ 16,500 EUR",
            "16,195,5,,,,1/ 03, main street",
            "16,195,5,,,,7/ 49,",
            "16,195,5,,,,08/18/23",
        ] {
            assert_eq!(lines(text), [(Kind::Entry, text)]);
        }
    }

    #[test]
    fn fixed_width_without_line_breaks() {
        let rows = ["01,A,B,260304,0001,1,40,,2/", "02,B,A,1,260304,,EUR,2/", "88, x", "", "99,0,1,3/"];
        let text: String = rows.iter().map(|row| format!("{row:<40}")).collect();
        assert_eq!(breaks(&text, true), Some(Breaks::Width(40)));
        let found: Vec<&str> = lines(&text).into_iter().map(|(_, text)| text).collect();
        assert_eq!(found, ["01,A,B,260304,0001,1,40,,2/", "02,B,A,1,260304,,EUR,2/", "88, x", "99,0,1,3/"]);
    }
}
