//! Bytes to text: byte order marks, UTF-16, an XML declaration, UTF-8, and the 8-bit encodings that banks still send.
//!
//! # Design
//! What is certain (a byte order mark, valid UTF-8) is taken; what a file declares is believed if it decodes; the
//! rest is assumed, and what was assumed is a warning. No sequence of bytes is refused but zero bytes that are not
//! UTF-16: binary content, where any text would be a guess.

use crate::error::{Code, Error};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes at the front in which zeros and declarations are looked for.
const HEAD: usize = 1024;

/// What the front of an input tells of its encoding.
#[derive(Debug)]
pub(super) enum Told {
    /// UTF-8 as far as can be seen, behind so many bytes of a mark.
    Utf8 { mark: usize },
    /// What a declaration names, for lines that are not UTF-8.
    Declared(&'static Encoding),
    /// UTF-16, behind so many bytes of a mark.
    Utf16 { encoding: &'static Encoding, mark: usize, warning: Option<Error> },
}

/// Tells the encoding from the front of an input.
///
/// # Errors
/// `format.encoding` for binary content.
pub(super) fn tell(bytes: &[u8]) -> Result<Told, Error> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            return Ok(Told::Utf16 { encoding, mark, warning: None });
        }
        Some((_, mark)) => return Ok(Told::Utf8 { mark }),
        None => {}
    }
    if let Some(encoding) = utf_16_without_mark(head) {
        let said = "no byte order mark: read as UTF-16 by its zero bytes";
        let warning = Some(Error::new(Code::FormatEncoding, said));
        return Ok(Told::Utf16 { encoding, mark: 0, warning });
    }
    if memchr::memchr(0, head).is_some() {
        return Err(Error::new(
            Code::FormatEncoding,
            "zero bytes: binary content, not text; export the statement as a text format",
        ));
    }
    Ok(declared(head)
        .filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible())
        .map_or(Told::Utf8 { mark: 0 }, Told::Declared))
}

/// Chooses an encoding for lines that are not UTF-8, by what stands from the first of them on, and says so.
pub(crate) type Choose = fn(ahead: &[u8]) -> (&'static Encoding, Error);

/// Chooses an encoding for lines that are not UTF-8, by what stands from the first of them on.
pub(crate) fn choose(ahead: &[u8]) -> (&'static Encoding, Error) {
    if is_gb18030(ahead) {
        let said = "not UTF-8: read as GB18030, since all of it decodes to Chinese text";
        return (GB18030, Error::new(Code::FormatEncoding, said));
    }
    western(ahead)
}

/// Lines of a format that is not written in Chinese code pages.
pub(crate) fn western(_ahead: &[u8]) -> (&'static Encoding, Error) {
    (WINDOWS_1252, Error::new(Code::FormatEncoding, "not UTF-8: read as Windows-1252"))
}

/// What is said of bytes that an encoding does not know.
pub(super) fn replaced(encoding: &'static Encoding) -> Error {
    let name = encoding.name();
    let said = format!("some bytes are not {name}: they became U+FFFD; export the file as UTF-8 again");
    Error::new(Code::FormatEncoding, said)
}

/// UTF-16 by its zero bytes: Latin text has one in every second place.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let (mut pairs, mut high_zero, mut low_zero) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.chunks_exact(2) {
        pairs += 1;
        match pair {
            [0, 0] => return None,
            [0, _] => high_zero += 1,
            [_, 0] => low_zero += 1,
            _ => {}
        }
    }
    // Two in three, so that a file with some text beyond Latin still counts.
    let most = |zeros: usize| pairs >= 4 && zeros * 3 >= pairs * 2;
    if most(high_zero) && low_zero == 0 {
        Some(UTF_16BE)
    } else if most(low_zero) && high_zero == 0 {
        Some(UTF_16LE)
    } else {
        None
    }
}

/// The encoding that an XML declaration or an HTML-like header names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let look = bytes.trim_ascii_start();
    if look.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"OFXHEADER")) {
        return ofx(look);
    }
    if !look.starts_with(b"<?xml") {
        return None;
    }
    let end = memchr::memmem::find(look, b"?>")?;
    let declaration = look.get(..end)?;
    let at = memchr::memmem::find(declaration, b"encoding")?;
    let after = declaration.get(at + b"encoding".len()..)?.trim_ascii_start();
    let after = after.strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = after.split_first()?;
    let label = rest.split(|byte| byte == quote).next()?;
    Encoding::for_label(label)
}

/// The code page of an OFX header: `CHARSET:1252`, `CHARSET:ISO-8859-1`, also with all of the header on one line.
fn ofx(header: &[u8]) -> Option<&'static Encoding> {
    let at = header.windows(8).position(|window| window.eq_ignore_ascii_case(b"CHARSET:"))?;
    let value = header.get(at + 8..)?.trim_ascii_start();
    let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        return Encoding::for_label(value.split(u8::is_ascii_whitespace).next()?);
    }
    let page = core::str::from_utf8(value.get(..digits)?).ok()?;
    Encoding::for_label(format!("windows-{page}").as_bytes())
}

/// Whether all decodes as GB18030 and most of what is beyond ASCII comes in pairs that are Chinese characters.
///
/// Western text in Windows-1252 has single high bytes between ASCII letters; these rarely form valid pairs, and
/// where they do, what comes out mixes rare characters into words.
fn is_gb18030(bytes: &[u8]) -> bool {
    // A cut in the middle of a character would be an error: the last bytes of the look are left to the end of a line.
    let look = memchr::memrchr(b'\n', bytes).and_then(|end| bytes.get(..end)).unwrap_or(bytes);
    let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(look) else {
        return false;
    };
    let (mut beyond, mut common, mut broken) = (0_usize, 0_usize, 0_usize);
    let mut before = ' ';
    for character in text.chars() {
        if !character.is_ascii() {
            beyond += 1;
            if matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
            {
                common += 1;
            }
            // Chinese text does not run on from a Latin letter without a break, cut umlauts do.
            if before.is_ascii_lowercase() {
                broken += 1;
            }
        }
        before = character;
    }
    beyond >= 4 && common * 10 >= beyond * 9 && broken * 4 <= beyond
}
