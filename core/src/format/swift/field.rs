//! Text to SWIFT fields: `:61:` and what follows up to the next field or the message's end.
//!
//! # Design
//! A field begins at a line's start. What is within a `:86:` may look like one (`:26:37` is the rest of a time that the
//! bank wrapped), so there only the tags of these messages end it, and a time goes on as a time.

use memchr::{memchr, memchr2, memmem};

/// Bytes of a field beyond which it is refused: the standard allows six lines of 65 characters, banks send some more.
pub(super) const LARGEST: usize = 64 * 1024;
/// Bytes of a line by which its tag is told.
const TAG: usize = 8;

/// What a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `:20:`
    Reference,
    /// `:25:`, `:25P:`
    Account,
    /// `:28:`, `:28C:`
    Number,
    /// `:60F:`, or `:60M:` of a page.
    Opening { page: bool },
    /// `:61:`
    Entry,
    /// `:86:`
    Details,
    /// `:NS:`, the details of old German files.
    Notes,
    /// `:62F:`, or `:62M:` of a page.
    Closing { page: bool },
    /// `:64:`, `:65:`
    Available,
    /// `:13:`, `:13D:`
    Made,
    /// `:34F:`
    Floor,
    /// `:90C:`, `:90D:`
    Sum { credit: bool },
    /// `:21:` and banks' own.
    Other,
}

/// How lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Line feeds, with or without a carriage return before.
    Feed,
    /// Carriage returns alone.
    Return,
    /// `@@`, as FinTS hands messages over, or line feeds.
    At,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item<'t> {
    /// A field, its value without the line break behind it, and where the next line begins.
    Field { tag: Tag, start: usize, value: &'t str, next: usize },
    /// A field beyond the bounds: where it begins.
    TooLarge { tag: Tag, start: usize },
    /// The line that ends a message, and what is behind it.
    End { next: usize },
    /// Not to be told before more text is there; from here on.
    More { start: usize },
    /// A line beyond the bounds.
    Unending { start: usize },
    /// The text is read.
    Nothing,
}

/// Tells how lines end by the first that does; `None` where more text is needed.
pub(super) fn breaks(text: &str, last: bool) -> Option<Breaks> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr3(b'\n', b'\r', b'@', rest)) {
        at += found;
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\n'), _) | (Some(b'\r'), Some(b'\n')) => return Some(Breaks::Feed),
            (Some(b'@'), Some(b'@')) => return Some(Breaks::At),
            (_, None) if !last => return None,
            (Some(b'\r'), _) => return Some(Breaks::Return),
            _ => at += 1,
        }
        if at > LARGEST {
            break;
        }
    }
    (last || bytes.len() > LARGEST).then_some(Breaks::Feed)
}

impl Breaks {
    /// Where the line ends that a place is in, and where the next one begins.
    pub(super) fn line(self, text: &[u8], at: usize) -> Option<(usize, usize)> {
        let rest = text.get(at..)?;
        match self {
            Breaks::Feed => {
                let end = at + memchr(b'\n', rest)?;
                let returned = end > at && text.get(end - 1) == Some(&b'\r');
                Some((end - usize::from(returned), end + 1))
            }
            Breaks::Return => memchr(b'\r', rest).map(|end| (at + end, at + end + 1)),
            Breaks::At => {
                let mut from = at;
                loop {
                    let end = from + memchr2(b'@', b'\n', text.get(from..)?)?;
                    match (text.get(end), text.get(end + 1)) {
                        (Some(b'@'), Some(b'@')) => return Some((end, end + 2)),
                        (Some(b'@'), _) => from = end + 1,
                        _ => {
                            let returned = end > at && text.get(end - 1) == Some(&b'\r');
                            return Some((end - usize::from(returned), end + 1));
                        }
                    }
                }
            }
        }
    }

    /// Where the line ends whose middle this is; where it does not, how much of the text is done with.
    pub(super) fn skip(self, text: &[u8], at: usize, last: bool) -> Result<usize, usize> {
        match self.line(text, at) {
            Some((_, next)) => Ok(next),
            // The first half of a break waits for the second.
            None if self == Breaks::At && !last && text.len() > at && text.last() == Some(&b'@') => {
                Err(text.len() - 1)
            }
            None => Err(text.len()),
        }
    }

    /// The lines of a field's value.
    pub(super) fn lines(self, value: &str) -> impl Iterator<Item = &str> {
        let mut at = Some(0);
        core::iter::from_fn(move || {
            let start = at?;
            let (end, next) = match self.line(value.as_bytes(), start) {
                Some((end, next)) => (end, Some(next)),
                None => (value.len(), None),
            };
            at = next;
            value.get(start..end)
        })
    }
}

/// The tags of a text's start, without banks' own.
pub(super) fn tags(text: &str) -> Vec<Tag> {
    let bytes = text.as_bytes();
    // Other text has no colon so near another one that a tag could be between them.
    let near = |at: usize| (3..=6).any(|on| bytes.get(at + on) == Some(&b':'));
    if !memchr::memchr_iter(b':', bytes).any(near) {
        return Vec::new();
    }
    let lines = text.split(['\n', '\r']).flat_map(|line| {
        // Few lines hold one, and a byte is found faster than two.
        let broken = memchr::memchr(b'@', line.as_bytes()).is_some();
        broken.then(|| line.split("@@")).into_iter().flatten().chain((!broken).then_some(line))
    });
    let lines = lines.map(|line| match memchr::memchr(b'{', line.as_bytes()) {
        Some(_) => line.split_once("{4:").map_or(line, |(_, first)| first),
        None => line,
    });
    let tags = lines.filter_map(|line| tag(line.trim_ascii_start().as_bytes())).map(|(tag, _)| tag);
    tags.filter(|tag| *tag != Tag::Other).take(200).collect()
}

/// Looks for the next field from the start of a line on. `within`: text is left out up to there because it belongs to a
/// field that was refused, so only the tags of these messages begin one.
pub(super) fn next<'t>(text: &'t str, from: usize, breaks: Breaks, last: bool, within: bool) -> Item<'t> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let line = bytes.get(at..).unwrap_or_default();
        if line.is_empty() {
            return Item::Nothing;
        }
        if line.first() == Some(&b':') {
            if line.len() < TAG && !last {
                return Item::More { start: at };
            }
            if let Some((tag, length)) = tag(line).filter(|(tag, _)| !within || *tag != Tag::Other) {
                return field(text, at, tag, length, breaks, last);
            }
        }
        let (end, next) = match breaks.line(bytes, at) {
            Some(line) => line,
            None if last => (bytes.len(), bytes.len()),
            None if line.len() > LARGEST => return Item::Unending { start: at },
            None => return Item::More { start: at },
        };
        if end - at > LARGEST {
            return Item::Unending { start: at };
        }
        let line = bytes.get(at..end).unwrap_or_default();
        // The first field may stand right behind the header blocks.
        let headed = matches!(line.first(), Some(b'{' | b'-'));
        let block = if headed { memmem::find(line, b"{4::") } else { None };
        let first = block.map_or(next, |found| at + found + 3);
        if is_end(line) {
            return Item::End { next: first };
        }
        at = first;
    }
}

/// Reads the value of a field up to the next one.
fn field<'t>(text: &'t str, start: usize, tag: Tag, length: usize, breaks: Breaks, last: bool) -> Item<'t> {
    let bytes = text.as_bytes();
    let free = matches!(tag, Tag::Entry | Tag::Details | Tag::Notes);
    let mut at = start + length;
    loop {
        let (end, next) = match breaks.line(bytes, at) {
            Some(line) => line,
            None if last => (bytes.len(), bytes.len()),
            None if bytes.len() - start > LARGEST => return Item::TooLarge { tag, start },
            None => return Item::More { start },
        };
        if end - start > LARGEST {
            return Item::TooLarge { tag, start };
        }
        let following = bytes.get(next..).unwrap_or_default();
        let ends = match following.first() {
            None if last => true,
            None => return Item::More { start },
            Some(b':') if following.len() < TAG && !last => return Item::More { start },
            Some(b':') => {
                let found = self::tag(following).filter(|(found, _)| !free || *found != Tag::Other);
                found.is_some()
                    && !(free && goes_on_as_time(bytes.get(start..end).unwrap_or_default(), following))
            }
            Some(b'-' | b' ') => {
                let (line_end, known) = match breaks.line(bytes, next) {
                    Some((line_end, _)) => (line_end, true),
                    None => (bytes.len(), last),
                };
                if line_end - start > LARGEST {
                    return Item::TooLarge { tag, start };
                }
                if !known {
                    return Item::More { start };
                }
                is_end(bytes.get(next..line_end).unwrap_or_default())
            }
            Some(_) => false,
        };
        if ends {
            let value = text.get(start + length..end).unwrap_or_default();
            return Item::Field { tag, start, value: value.trim_ascii_end(), next };
        }
        at = next;
    }
}

/// The tag at a line's start, and its bytes with both colons. Banks wrap even behind its first colon.
fn tag(line: &[u8]) -> Option<(Tag, usize)> {
    let wrapped = match line {
        [b':', b'\r', b'\n', ..] => 2,
        [b':', b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    let (name, length) = match line.get(wrapped..)? {
        [_, first, second, b':', ..] if wrapped > 0 => ([*first, *second, 0], 4),
        [_, first, second, third, b':', ..] if wrapped > 0 => ([*first, *second, *third], 5),
        [b':', first, second, b':', ..] => ([*first, *second, 0], 4),
        [b':', first, second, third, b':', ..] => ([*first, *second, *third], 5),
        _ => return None,
    };
    let tag = match &name {
        b"20\0" => Tag::Reference,
        b"25\0" | b"25P" => Tag::Account,
        b"28\0" | b"28C" => Tag::Number,
        b"60F" | b"60\0" => Tag::Opening { page: false },
        b"60M" => Tag::Opening { page: true },
        b"61\0" => Tag::Entry,
        b"86\0" => Tag::Details,
        b"NS\0" => Tag::Notes,
        b"62F" | b"62\0" => Tag::Closing { page: false },
        b"62M" => Tag::Closing { page: true },
        b"64\0" | b"65\0" | b"64F" | b"65F" => Tag::Available,
        b"13\0" | b"13D" => Tag::Made,
        b"34F" => Tag::Floor,
        b"90C" => Tag::Sum { credit: true },
        b"90D" => Tag::Sum { credit: false },
        [b'0'..=b'9', b'0'..=b'9', 0 | b'A'..=b'Z' | b'0'..=b'9']
        | [b'A'..=b'Z', b'A'..=b'Z', 0 | b'A'..=b'Z'] => Tag::Other,
        _ => return None,
    };
    Some((tag, length + wrapped))
}

/// Whether a line is the rest of a time that the line before it begins: `…2014-09-12T13` and `:20:11 …`.
fn goes_on_as_time(before: &[u8], line: &[u8]) -> bool {
    let hour = matches!(before, [.., other, b'0'..=b'2', b'0'..=b'9'] if !other.is_ascii_digit());
    let rest = matches!(line, [b':', b'0'..=b'5', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9', ..]);
    hour && rest && !matches!(line.get(6), Some(b'0'..=b'9' | b',' | b'/'))
}

/// Whether a line ends a message: `-`, `-}`, `-}{5:}`, `-XXX`, and the brace as other code pages show it.
fn is_end(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    match line.strip_prefix(b"-") {
        Some([] | b"XXX" | b"\x03") => true,
        Some([b'}', ..]) => true,
        // The brace of seven bits in Scandinavian and German files: å, ü.
        Some(rest) => rest.len() == 2 && rest.first() == Some(&0xc3),
        None => false,
    }
}
