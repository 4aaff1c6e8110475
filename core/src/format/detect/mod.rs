//! Which format some bytes are of, by content alone.
//!
//! # Design
//! A file's name is not asked: exports are renamed, and bytes come over a network. Only the start of an input is looked
//! at, so that telling a format costs nothing beside reading it. A format is taken by what only it has: a root element,
//! the keys of its JSON, the marks of its lines. CSV has no mark, so it is what is left when text comes in cells. What
//! is known and cannot be read yet is named, with what to export instead.

mod foreign;
mod formats;
mod json;

pub use formats::Format;

use super::encoding;
use super::xml::{Scanner, Token};
use crate::error::{Code, Error};

/// Bytes that are looked at.
const LOOK: usize = 64 * 1024;

/// What `detect` found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detection {
    /// The format.
    pub format: Format,
}

/// Tells the format of some bytes.
///
/// ```
/// use payymo::format::{Format, detect};
/// let bytes = br#"{"transactions": {"booked": [], "pending": []}}"#;
/// assert_eq!(detect(bytes)?.format, Format::Gocardless);
/// # Ok::<(), payymo::Error>(())
/// ```
///
/// # Errors
/// `format.unsupported` for a known format without a reader, saying which it is and what to export instead;
/// `format.unknown`, `format.encoding` for the rest, `format.no_rows` for nothing at all.
pub fn detect(bytes: &[u8]) -> Result<Detection, Error> {
    if let Some(known) = foreign::binary(bytes) {
        return Err(known);
    }
    let (look, whole) = match bytes.get(..LOOK) {
        Some(look) if bytes.len() > LOOK => (whole_characters(look), false),
        _ => (bytes, true),
    };
    let decoded = encoding::decode(look)?;
    let text = decoded.text.trim_ascii_start();
    let format = match text.as_bytes().first() {
        None if whole => return Err(Error::new(Code::FormatNoRows, "the input is empty")),
        Some(b'<') => xml(text)?,
        Some(b'{' | b'[') if !text.starts_with("{1:") => json::detect(text)?,
        _ => lines(text)?,
    };
    Ok(Detection { format })
}

/// A cut start without the part of a UTF-8 character at its end.
fn whole_characters(look: &[u8]) -> &[u8] {
    match core::str::from_utf8(look) {
        Err(error) if error.error_len().is_none() => look.get(..error.valid_up_to()).unwrap_or(look),
        _ => look,
    }
}

fn xml(text: &str) -> Result<Format, Error> {
    let mut scanner = Scanner::new(text);
    let mut first = true;
    // A statement may stand in an envelope, and the look ends somewhere: an error ends the search.
    while let Ok(token) = scanner.next() {
        let Token::Open { name, attributes, .. } = token else {
            if token == Token::End {
                break;
            }
            continue;
        };
        if name.starts_with("BkToCstmrStmt") || (name == "Document" && attributes.contains("camt.053.")) {
            return Ok(Format::Camt053);
        }
        if let Some(known) = foreign::element(name, attributes, first) {
            return Err(known);
        }
        first = false;
    }
    if let Some(known) = foreign::markup(text) {
        return Err(known);
    }
    // A document type hides what follows: the reader refuses it by its own code.
    if memchr::memmem::find(text.as_bytes(), b"BkToCstmrStmt").is_some() {
        return Ok(Format::Camt053);
    }
    Err(Error::new(Code::FormatUnknown, "XML, but no bank statement: camt.053 has a BkToCstmrStmt element"))
}

fn lines(text: &str) -> Result<Format, Error> {
    if let Some(known) = foreign::lines(text) {
        return Err(known);
    }
    let in_cells = |line: &str| [',', ';', '\t', '|'].iter().any(|cell| line.matches(*cell).nth(1).is_some());
    if text.lines().take(100).any(in_cells) {
        return Ok(Format::Csv);
    }
    Err(Error::new(
        Code::FormatUnknown,
        "text of no known format: give camt.053, a CSV export, or JSON of GoCardless, Stripe, WHMCS or the contract",
    ))
}

#[cfg(test)]
mod tests;
