//! A record's elements, up to its end tag or to what cannot be in it.

use super::names::{Name, ends_record};
use super::scan::{Next, Scanner, Tag};

/// Bytes of a record.
pub(super) const LONGEST: usize = 256 * 1024;

/// Where a record ends.
pub(super) enum Ended {
    /// Here; by an end tag of its own, or for `false` before what cannot be in it.
    At(usize, bool),
    /// Behind the text that is there.
    More,
    /// Nowhere: the input ends within it.
    Cut,
    /// Not within [`LONGEST`] bytes.
    TooLarge,
}

/// Hands over the elements of the record that `open` begins, each with the text behind its tag.
pub(super) fn read<'a>(
    text: &'a str,
    open: &Tag,
    last: bool,
    mut element: impl FnMut(Name, &'a str),
) -> Ended {
    if open.empty {
        return Ended::At(open.end, true);
    }
    let most = open.start.saturating_add(LONGEST);
    let full = text.len() >= most;
    let bytes = text.as_bytes().get(..most).unwrap_or(text.as_bytes());
    let mut scanner = Scanner::new(bytes, open.end, last || full);
    let mut before: Option<(Name, usize)> = None;
    loop {
        let tag = match scanner.next() {
            Next::Tag(tag) => tag,
            _ if full => return Ended::TooLarge,
            _ if last => return Ended::Cut,
            _ => return Ended::More,
        };
        let leaf = before.take();
        if let Some((name, from)) = leaf {
            element(name, text.get(from..tag.start).unwrap_or_default());
        }
        if tag.close {
            if leaf.is_some_and(|leaf| leaf.0 == tag.name) {
                continue;
            }
            if tag.name == open.name {
                return Ended::At(tag.end, true);
            }
        }
        if ends_record(tag.name, tag.close) {
            return Ended::At(tag.start, false);
        }
        if !tag.close && !tag.empty {
            before = Some((tag.name, tag.end));
        }
    }
}
