//! Over a string of JSON: where it ends and what it holds, by one look at eight bytes. Strings of rows are short: what looks
//! at more bytes at once has to be set up for longer than it saves.

use crate::text::lanes;

/// Bytes of one text. What a payer writes has some hundreds.
pub(super) const TEXT: usize = 16 << 20;

/// Where a string ends, and what it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Quoted {
    /// Behind the closing quote.
    pub(super) end: usize,
    pub(super) form: Form,
}

/// What a value is, as far as its text says without being read.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// No string, or one with escapes.
    #[default]
    Other,
    /// A string that stands as it is.
    Plain,
    /// The same, of ASCII, on one line: single spaces between its words, none around them.
    Line,
}

/// The string that begins at `start`, if the text has its end and it is no longer than [`TEXT`].
pub(super) fn string(bytes: &[u8], start: usize) -> Option<Quoted> {
    let bytes = bytes.get(..start.saturating_add(TEXT)).unwrap_or(bytes);
    let mut form = Form::Line;
    let mut at = start + 1;
    // The lane before the word's first, where a space stood: none may stand at the start, nor behind another one.
    let mut carried = lanes::FIRST;
    let mut doubled = 0;
    loop {
        let word = lanes::word(bytes, at);
        // What ends a string or says something of its form.
        let ends = lanes::first_equal(word, b'"') | lanes::first_equal(word, b'\\');
        let special = ends | lanes::first_control(word) | lanes::beyond_ascii(word);
        let before = lanes::below(special);
        let spaces = lanes::equal(word, b' ') & before;
        doubled |= spaces & (spaces << 8 | carried);
        if special == 0 {
            carried = spaces >> 56;
            at += lanes::WIDTH;
            continue;
        }
        let passed = lanes::first(special);
        if let Some(last) = passed.checked_sub(1) {
            carried = (spaces >> (8 * last)) & lanes::FIRST;
        }
        at += passed;
        match bytes.get(at)? {
            b'"' => {
                let spaced = doubled != 0 || (carried != 0 && at > start + 1);
                if spaced && form == Form::Line {
                    form = Form::Plain;
                }
                return Some(Quoted { end: at + 1, form });
            }
            b'\\' => {
                form = Form::Other;
                at += 1;
            }
            0x80.. if form == Form::Line => form = Form::Plain,
            0x80.. => {}
            _ => form = Form::Other,
        }
        at += 1;
        carried = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Byte by byte.
    fn slow(bytes: &[u8], start: usize) -> Option<Quoted> {
        let (mut at, mut plain) = (start + 1, true);
        loop {
            match bytes.get(at)? {
                b'"' => break,
                b'\\' => {
                    plain = false;
                    at += 1;
                }
                byte => plain &= *byte >= b' ',
            }
            at += 1;
        }
        let text = core::str::from_utf8(&bytes[start + 1..at]).unwrap();
        let line = text.is_ascii() && text == text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let form = if !plain {
            Form::Other
        } else if line {
            Form::Line
        } else {
            Form::Plain
        };
        Some(Quoted { end: at + 1, form })
    }

    proptest! {
        #[test]
        fn forms_are_what_they_say(text in "[a-c \"\\\\é\t\u{7f}!]{0,40}\"?") {
            let bytes = format!("\"{text}");
            prop_assert_eq!(string(bytes.as_bytes(), 0), slow(bytes.as_bytes(), 0));
        }
    }
}
