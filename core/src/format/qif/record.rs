//! Lines to records.

use memchr::memchr2;

/// Bytes of a record.
pub(super) const LONGEST: usize = 256 * 1024;

/// What stands at the front of some text.
pub(super) enum Piece<'a> {
    /// `!Type:Bank`, without the mark.
    Header(&'a str),
    Record {
        fields: Box<Fields<'a>>,
        /// Where its first line begins.
        start: usize,
        /// `^` ends it.
        closed: bool,
    },
    /// A record that does not end within [`LONGEST`] bytes, and where it begins.
    TooLarge(usize),
    /// A record that is not all there, or nothing.
    More,
}

/// A part of a record that goes to a category of its own.
#[derive(Clone, Copy, Default)]
pub(super) struct Split<'a> {
    pub(super) category: &'a str,
    pub(super) memo: &'a str,
    pub(super) amount: &'a str,
}

/// The lines of a record by their first letter.
pub(super) struct Fields<'a> {
    letters: [&'a str; 26],
    pub(super) splits: Vec<Split<'a>>,
    /// `$` outside of a split: the balance of an account, what a trade moved to another account.
    pub(super) dollars: &'a str,
    /// `/`: the day of an account's balance.
    pub(super) on: &'a str,
    pub(super) empty: bool,
    /// It states its date or its amount twice: the mark between two records is lost.
    pub(super) twice: bool,
}

impl<'a> Fields<'a> {
    fn new() -> Self {
        Fields { letters: [""; 26], splits: Vec::new(), dollars: "", on: "", empty: true, twice: false }
    }

    /// The line of a letter, `b'A'` to `b'Z'`.
    pub(super) fn get(&self, letter: u8) -> &'a str {
        self.letters.get(usize::from(letter.wrapping_sub(b'A'))).copied().unwrap_or_default()
    }

    fn put(&mut self, line: &'a str) {
        let mut characters = line.chars();
        let Some(first) = characters.next() else { return };
        let value = characters.as_str().trim();
        self.empty = false;
        match (first, self.splits.last_mut()) {
            ('S', _) => self.splits.push(Split { category: value, ..Split::default() }),
            ('E', Some(split)) => split.memo = value,
            ('$', Some(split)) => split.amount = value,
            ('$', None) => self.dollars = value,
            ('/', _) => self.on = value,
            _ => {
                let slot = u8::try_from(first).ok().map(|letter| usize::from(letter.wrapping_sub(b'A')));
                match slot.and_then(|slot| self.letters.get_mut(slot)) {
                    Some(slot) if slot.is_empty() => *slot = value,
                    Some(_) => self.twice |= matches!(first, 'D' | 'T'),
                    None => {}
                }
            }
        }
    }
}

/// The line at a place, and where the next one begins; `None` where its end is not there.
pub(super) fn line(text: &str, at: usize, last: bool) -> Option<(&str, usize)> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    match memchr2(b'\n', b'\r', rest.as_bytes()) {
        Some(end) => Some((rest.get(..end).unwrap_or_default(), at + end + 1)),
        None => last.then_some((rest, text.len())),
    }
}

/// What stands at a place, and where it ends. `last`: no text follows.
pub(super) fn next(text: &str, from: usize, last: bool) -> (Piece<'_>, usize) {
    // Blank lines before it are none of it.
    let mut start = from;
    while let Some((_, next)) = line(text, start, last).filter(|found| found.0.trim().is_empty()) {
        start = next;
    }
    let most = start.saturating_add(LONGEST);
    let full = text.len() >= most;
    let mut fields = Fields::new();
    let mut at = start;
    loop {
        let Some((found, next)) = line(text, at, last).filter(|found| found.1 <= most) else {
            if full {
                return (Piece::TooLarge(start), bound(text, most));
            }
            if !last || fields.empty {
                return (Piece::More, start);
            }
            return (Piece::Record { fields: Box::new(fields), start, closed: false }, at);
        };
        let found = found.trim();
        if let Some(header) = found.strip_prefix('!') {
            if at == start {
                return (Piece::Header(header.trim()), next);
            }
            return (Piece::Record { fields: Box::new(fields), start, closed: true }, at);
        }
        if found.starts_with('^') {
            return (Piece::Record { fields: Box::new(fields), start, closed: true }, next);
        }
        fields.put(found);
        at = next;
    }
}

/// The last place up to `most` between two characters.
fn bound(text: &str, most: usize) -> usize {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}
