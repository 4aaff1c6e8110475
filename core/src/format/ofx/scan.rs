//! Text to tags, of SGML and of XML: what is no tag is text.
//!
//! # Design
//! A tag is a `<`, a name, nothing but attributes, and a `>`; any other `<` is text, as banks write it without escaping.
//! What stands in a CDATA section or a comment is no tag. All of these are bounded, so that a `<` alone is known as
//! text when so much stands behind it, however the input is cut.

use super::names::{self, Name};
use crate::text::lanes;
use memchr::{memchr, memchr2, memmem};

/// Bytes of a name.
const NAME: usize = 64;
/// Bytes of a tag with its attributes.
const TAG: usize = 1024;
/// Bytes of a CDATA section or a comment.
const DATA: usize = 4 * 1024;

/// A tag and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Tag {
    pub(super) name: Name,
    /// `</NAME>`
    pub(super) close: bool,
    /// `<NAME/>`
    pub(super) empty: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What comes next.
pub(super) enum Next {
    Tag(Tag),
    /// What begins here may be a tag: the text ends within it.
    Cut(usize),
    /// No tag.
    None,
}

/// Finds tags.
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    /// Where it looks on from.
    pub(super) at: usize,
    /// No text follows.
    last: bool,
}

/// What a `<` begins.
enum Begun {
    Tag {
        name: Name,
        close: bool,
        empty: bool,
        length: usize,
    },
    /// Bytes behind the `<` in which no tag is.
    Passed(usize),
    Cut,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize, last: bool) -> Self {
        Scanner { bytes, at, last }
    }

    /// The next tag.
    pub(super) fn next(&mut self) -> Next {
        loop {
            let Some(found) = self.bytes.get(self.at..).and_then(|rest| lanes::near(rest, b'<')) else {
                self.at = self.bytes.len();
                return Next::None;
            };
            let start = self.at + found;
            let behind = start + 1;
            match begun(self.bytes.get(behind..).unwrap_or_default(), self.last) {
                Begun::Tag { name, close, empty, length } => {
                    self.at = behind + length;
                    return Next::Tag(Tag { name, close, empty, start, end: self.at });
                }
                Begun::Passed(length) => self.at = behind + length,
                Begun::Cut => return Next::Cut(start),
            }
        }
    }
}

/// What begins with these bytes behind a `<`.
fn begun(rest: &[u8], last: bool) -> Begun {
    let (close, body) = match rest {
        [b'/', body @ ..] => (true, body),
        [b'!', ..] => return section(rest, last),
        _ => (false, rest),
    };
    let slash = rest.len() - body.len();
    let (mut prefix, mut name) = (0, body);
    let mut length = name_length(name);
    if let Some(end) = length.filter(|end| *end > 0 && name.get(*end) == Some(&b':')) {
        prefix = end + 1;
        name = body.get(prefix..).unwrap_or_default();
        length = name_length(name);
    }
    let Some(length) = length else {
        return if name.len() < NAME && !last { Begun::Cut } else { Begun::Passed(0) };
    };
    if !name.first().is_some_and(u8::is_ascii_alphabetic) {
        return Begun::Passed(0);
    }
    let before = slash + prefix + length;
    match name.get(length) {
        Some(b'>') => Begun::Tag { name: names::of(name, length), close, empty: false, length: before + 1 },
        Some(b' ' | b'\t' | b'\r' | b'\n' | b'/') => with_attributes(
            name.get(length..).unwrap_or_default(),
            names::of(name, length),
            close,
            before,
            last,
        ),
        _ => Begun::Passed(0),
    }
}

/// Bytes of the name at the front; `None` where it does not end within [`NAME`] bytes.
fn name_length(bytes: &[u8]) -> Option<usize> {
    bytes.get(..NAME).unwrap_or(bytes).iter().position(|byte| !is_name(*byte))
}

/// The end of a tag from what stands behind its name on, which is so many bytes behind its `<`.
fn with_attributes(rest: &[u8], name: Name, close: bool, before: usize, last: bool) -> Begun {
    let look = rest.get(..TAG).unwrap_or(rest);
    match memchr2(b'>', b'<', look) {
        Some(end) if look.get(end) == Some(&b'>') => {
            let (attributes, empty) = match look.get(..end).unwrap_or_default() {
                [attributes @ .., b'/'] => (attributes, true),
                attributes => (attributes, false),
            };
            if !attributes.trim_ascii().is_empty() && memchr(b'=', attributes).is_none() {
                return Begun::Passed(0);
            }
            Begun::Tag { name, close, empty, length: before + end + 1 }
        }
        None if look.len() < TAG && !last => Begun::Cut,
        _ => Begun::Passed(0),
    }
}

/// `<![CDATA[…]]>`, `<!--…-->`.
fn section(rest: &[u8], last: bool) -> Begun {
    for (begin, end) in [(b"![CDATA[".as_slice(), b"]]>".as_slice()), (b"!--", b"-->")] {
        if let Some(inner) = rest.strip_prefix(begin) {
            let look = inner.get(..DATA).unwrap_or(inner);
            return match memmem::find(look, end) {
                Some(found) => Begun::Passed(begin.len() + found + end.len()),
                None if look.len() < DATA && !last => Begun::Cut,
                None => Begun::Passed(0),
            };
        }
        if begin.starts_with(rest) && !last {
            return Begun::Cut;
        }
    }
    Begun::Passed(0)
}

/// Which bytes may be of a name.
const NAMES: [bool; 256] = {
    let mut names = [false; 256];
    let mut rest: &mut [bool] = &mut names;
    let mut byte = 0_u8;
    while let Some((first, behind)) = rest.split_first_mut() {
        *first = byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        (rest, byte) = (behind, byte.wrapping_add(1));
    }
    names
};

fn is_name(byte: u8) -> bool {
    NAMES.get(usize::from(byte)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str, last: bool) -> Vec<&str> {
        let mut scanner = Scanner::new(text.as_bytes(), 0, last);
        let mut all = Vec::new();
        loop {
            match scanner.next() {
                Next::Tag(tag) => all.push(&text[tag.start..tag.end]),
                Next::Cut(at) => {
                    all.push(&text[at..]);
                    return all;
                }
                Next::None => return all,
            }
        }
    }

    #[test]
    fn tags_among_text() {
        assert_eq!(
            tags("<A>1<B.C>x</a ><E/><o:F k='v'>", true),
            ["<A>", "<B.C>", "</a >", "<E/>", "<o:F k='v'>"]
        );
        assert_eq!(tags("<a:b:C> <:D> <e:> <e:/F>", true), Vec::<&str>::new());
        assert_eq!(tags("a < b <3 <b and c> <<A> <> </> <?x y?>", true), ["<A>"]);
        assert_eq!(tags("<![CDATA[<A>]]><!-- <B> --><C><![CDATA[<D>", true), ["<C>", "<D>"]);
    }

    #[test]
    fn what_is_cut_is_left() {
        for cut in ["<", "<A", "</A", "<A:", "<A:B", "<A k='", "<![CDATA[ <B> ]]", "<!-- <B>", "<!", "<!-"] {
            assert_eq!(tags(&format!("<X>1{cut}"), false), ["<X>", cut]);
            assert!(
                tags(&format!("<X>1{cut}"), true).iter().all(|tag| ["<X>", "<B>"].contains(tag)),
                "{cut}"
            );
        }
        // So much stands behind it that it is none.
        let long = format!("<A {}", "x".repeat(TAG));
        assert!(tags(&long, false).is_empty());
        assert!(tags(&format!("<{}", "x".repeat(NAME)), false).is_empty());
    }
}
