//! Over a string of JSON: where it ends and what it holds, by one look at each byte. Strings of rows are short: a table is
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

/// What a byte of a string may end or change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Nothing: it is passed.
    Letter,
    Space,
    Quote,
    Backslash,
    Control,
    /// Not ASCII.
    Wide,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Letter; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte {
            0x20 => Class::Space,
            0x22 => Class::Quote,
            0x5c => Class::Backslash,
            0..0x20 => Class::Control,
            0x80.. => Class::Wide,
            _ => Class::Letter,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(Class::Letter)
}

/// The string that begins at `start`, if the text has its end and it is no longer than [`TEXT`].
pub(super) fn string(bytes: &[u8], start: usize) -> Option<Quoted> {
    let bytes = bytes.get(..start.saturating_add(TEXT)).unwrap_or(bytes);
    let mut form = Form::Line;
    let mut at = start + 1;
    // Where no space may stand on one line: at the start, and behind another one.
    let mut spaced = at;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| class(*byte) != Class::Letter)?;
        match class(*bytes.get(at)?) {
            Class::Quote => {
                if spaced == at && at > start + 1 && form == Form::Line {
                    form = Form::Plain;
                }
                return Some(Quoted { end: at + 1, form });
            }
            Class::Space => {
                if spaced == at && form == Form::Line {
                    form = Form::Plain;
                }
                spaced = at + 1;
            }
            Class::Wide if form == Form::Line => form = Form::Plain,
            Class::Control => form = Form::Other,
            Class::Backslash => {
                form = Form::Other;
                at += 1;
            }
            Class::Wide | Class::Letter => {}
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
