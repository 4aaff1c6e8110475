//! Where a number begins and ends in a text. Every function looks at a bounded number of bytes, or at a run of one kind
//! that its caller then passes over.

use core::ops::Range;

/// More digits than any reference has.
const MOST_DIGITS: usize = 40;
/// More groups than any reference is printed in.
const MOST_GROUPS: usize = 12;

/// The character that begins at a byte.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The end of the digits that begin here.
pub(super) fn digits_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The end of the letters that begin here.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let end = at + rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if text.as_bytes().get(end).is_none_or(u8::is_ascii) { end } else { run(text, end, char::is_alphabetic) }
}

/// The end of the run of such characters that begins here.
pub(super) fn run(text: &str, at: usize, kind: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|character| !kind(character)).unwrap_or(rest.len())
}

/// The same, not beyond `limit`.
pub(super) fn run_within(text: &str, at: usize, limit: usize, kind: impl Fn(char) -> bool) -> usize {
    let mut end = at;
    while let Some(character) = char_at(text, end).filter(|&character| end < limit && kind(character)) {
        end += character.len_utf8();
    }
    end
}

fn before(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at.checked_sub(1)?)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(..at)?.chars().next_back(),
    }
}

/// No letter or digit stands right before, and no digit with a decimal mark.
pub(super) fn starts_apart(text: &str, at: usize) -> bool {
    match before(text, at) {
        None => true,
        Some(mark @ ('.' | ',')) => {
            !before(text, at - mark.len_utf8()).is_some_and(|character| character.is_ascii_digit())
        }
        Some(character) => !character.is_alphanumeric(),
    }
}

/// No letter or digit follows, and no decimal mark with a digit.
pub(super) fn ends_apart(text: &str, end: usize) -> bool {
    match char_at(text, end) {
        None => true,
        Some('.' | ',') => !char_at(text, end + 1).is_some_and(|character| character.is_ascii_digit()),
        Some(character) => !character.is_alphanumeric(),
    }
}

/// Neither the front nor the end is joined to a letter or digit by a hyphen, slash, colon or underscore: no date, no
/// part of a number with separators.
pub(super) fn stands_alone(text: &str, at: usize) -> bool {
    let joins = |character: Option<char>| matches!(character, Some('-' | '/' | ':' | '_' | '.' | '+' | '#'));
    let part = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let end = run(text, at, |character| character.is_ascii_digit());
    let front = joins(before(text, at)) && at > 0 && part(before(text, at - 1));
    let back = joins(char_at(text, end)) && part(char_at(text, end + 1));
    !front && !back
}

/// Past at most two spaces.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    run_within(text, at, at + 2, |character| matches!(character, ' ' | '\u{a0}'))
}

/// Past what stands between a label and its number.
pub(super) fn skip_punctuation(text: &str, at: usize) -> usize {
    run_within(text, at, at + 8, |character| {
        matches!(character, ' ' | '\u{a0}' | '\t' | '\n' | '\r' | '.' | ':' | '#' | '=' | '-' | '/')
    })
}

/// Where the next number of a list begins: behind a comma, semicolon, plus or ampersand.
pub(super) fn list_item(text: &str, end: usize) -> Option<usize> {
    let mark = skip_space(text, end);
    matches!(char_at(text, mark)?, ',' | ';' | '+' | '&').then_some(())?;
    let item = skip_space(text, mark + 1);
    char_at(text, item)?.is_ascii_digit().then_some(item)
}

/// Letters and digits in pieces with one space or hyphen between, as far as an RF may reach.
pub(super) fn pieces(text: &str, at: usize) -> Vec<Range<usize>> {
    let (mut pieces, mut total, mut start) = (Vec::new(), 0, at);
    while pieces.len() < MOST_GROUPS {
        let end = run_within(text, start, start + 26, |character| character.is_ascii_alphanumeric());
        total += end - start;
        if end == start || total > 25 || char_at(text, end).is_some_and(char::is_alphanumeric) {
            break;
        }
        pieces.push(start..end);
        let Some(separator) = char_at(text, end).filter(|next| matches!(next, ' ' | '\u{a0}' | '-')) else {
            break;
        };
        start = end + separator.len_utf8();
    }
    pieces
}

/// The end of `ddd/dddd/ddddd`.
pub(super) fn slashed(text: &str, at: usize) -> Option<usize> {
    if text.as_bytes().get(at.checked_add(3)?) != Some(&b'/') {
        return None;
    }
    let shape = text.get(at..at.checked_add(14)?)?;
    let fits = shape.bytes().enumerate().all(|(place, byte)| match place {
        3 | 8 => byte == b'/',
        _ => byte.is_ascii_digit(),
    });
    let end = at + 14;
    let joined = char_at(text, end).is_some_and(|next| next.is_alphanumeric() || next == '/');
    (fits && !joined).then_some(end)
}

/// The end of a Danish slip's `71<id+creditor<` behind its first mark.
pub(super) fn slip(text: &str, at: usize) -> Option<usize> {
    let space = |character| matches!(character, ' ' | '\u{a0}');
    let digits = |start| run_within(text, start, start + 17, |character: char| character.is_ascii_digit());
    let kind = digits(at);
    (kind == at + 2).then_some(())?;
    let less = run_within(text, kind, kind + 2, space);
    (char_at(text, less)? == '<').then_some(())?;
    let id = run_within(text, less + 1, less + 3, space);
    let end = digits(id);
    if end == id || !ends_apart(text, end) {
        return None;
    }
    // The creditor, if it is there and whole.
    let plus = run_within(text, end, end + 2, space);
    if char_at(text, plus) == Some('+') {
        let creditor = run_within(text, plus + 1, plus + 3, space);
        let close = digits(creditor);
        if (7..=8).contains(&(close - creditor)) && ends_apart(text, close) {
            return Some(if char_at(text, close) == Some('<') { close + 1 } else { close });
        }
    }
    Some(end)
}

/// A number in groups of digits with one space between.
pub(super) struct Groups<'a> {
    text: &'a str,
    at: usize,
    ends: [usize; MOST_GROUPS],
    sizes: [usize; MOST_GROUPS],
    count: usize,
}

impl<'a> Groups<'a> {
    /// The groups that begin here; `None` when the first is too long or runs into a letter.
    pub fn at(text: &'a str, at: usize) -> Option<Self> {
        let mut groups = Groups { text, at, ends: [0; MOST_GROUPS], sizes: [0; MOST_GROUPS], count: 0 };
        let (mut start, mut total) = (at, 0);
        for (slot, size) in groups.ends.iter_mut().zip(&mut groups.sizes) {
            let end =
                run_within(text, start, start + MOST_DIGITS + 1, |character| character.is_ascii_digit());
            total += end - start;
            if end == start || total > MOST_DIGITS || !ends_apart(text, end) {
                break;
            }
            (*slot, *size) = (end, end - start);
            groups.count += 1;
            let Some(separator) = char_at(text, end).filter(|next| matches!(next, ' ' | '\u{a0}')) else {
                break;
            };
            start = end + separator.len_utf8();
        }
        (groups.count > 0).then_some(groups)
    }

    fn all(&self) -> &[usize] {
        self.ends.get(..self.count).unwrap_or_default()
    }

    fn sizes(&self) -> &[usize] {
        self.sizes.get(..self.count).unwrap_or_default()
    }

    /// Where the reference may end, likeliest first: a first group that is long enough to stand alone, all groups,
    /// fewer and fewer. `single`: the first group only. `hyphen`: an end may have a hyphen as its check digit.
    pub fn ends(&self, single: bool, hyphen: bool) -> impl Iterator<Item = usize> + '_ {
        let first = self.all().first().copied();
        let alone = first.filter(|end| single || end - self.at > 5);
        let rest = self.all().iter().rev().copied().filter(move |&end| !single && Some(end) != alone);
        alone.into_iter().chain(rest).flat_map(move |end| {
            let closed = char_at(self.text, end) == Some('-')
                && !char_at(self.text, end + 1).is_some_and(char::is_alphanumeric);
            [(hyphen && closed).then_some(end + 1), Some(end)].into_iter().flatten()
        })
    }

    /// All groups if they are printed evenly (all of 3 to 5 digits, but for the first or the last), and the first.
    pub fn whole_and_first(&self) -> impl Iterator<Item = usize> + '_ {
        let sizes = self.sizes();
        let inner = sizes.get(1).copied().unwrap_or_default();
        let from_right = sizes.iter().skip(1).all(|&size| size == inner) && sizes.first() <= Some(&inner);
        let from_left = sizes.iter().rev().skip(1).all(|&size| size == inner) && sizes.last() <= Some(&inner);
        let even = (3..=5).contains(&inner) && (from_right || from_left);
        let whole = self.all().last().copied().filter(|_| even);
        let first = self.all().first().copied();
        whole.into_iter().chain(first)
    }

    /// The end of 27 digits in one piece, or in two and five fives.
    pub fn swiss(&self) -> Option<usize> {
        let at = match self.sizes() {
            [27, ..] => 0,
            [2, 5, 5, 5, 5, 5, ..] => 5,
            _ => return None,
        };
        self.all().get(at).copied()
    }
}
