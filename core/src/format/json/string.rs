//! Over a string of JSON: where it ends and what it holds, by one look at each byte. Strings of rows are short: that is
//! faster than what looks at many bytes at once and has to be set up.

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

/// Whether a byte ends a string or says something of its form; all others are passed.
fn is_special(byte: u8) -> bool {
    byte <= b' ' || byte >= 0x80 || byte == b'"' || byte == b'\\'
}

/// The string that begins at `start`, if the text has its end and it is no longer than [`TEXT`].
pub(super) fn string(bytes: &[u8], start: usize) -> Option<Quoted> {
    let bytes = bytes.get(..start.saturating_add(TEXT)).unwrap_or(bytes);
    let mut form = Form::Line;
    let mut at = start + 1;
    // Where no space may stand on one line: at the start, and behind another one.
    let mut spaced = at;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| is_special(*byte))?;
        match bytes.get(at)? {
            b'"' => {
                if spaced == at && at > start + 1 && form == Form::Line {
                    form = Form::Plain;
                }
                return Some(Quoted { end: at + 1, form });
            }
            b'\\' => {
                form = Form::Other;
                at += 1;
            }
            b' ' => {
                if spaced == at && form == Form::Line {
                    form = Form::Plain;
                }
                spaced = at + 1;
            }
            0x80.. if form == Form::Line => form = Form::Plain,
            0x80.. => {}
            _ => form = Form::Other,
        }
        at += 1;
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
