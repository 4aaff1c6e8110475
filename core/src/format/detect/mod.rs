//! Which format some bytes are of, by content alone.
//!
//! # Design
//! A file's name is not asked: exports are renamed, and bytes come over a network. Only the start of an input is looked
//! at, so that telling a format costs nothing beside reading it. Each format says how sure it is by what only it has: a root
//! element, the keys of its JSON, the marks of its lines; the surest is taken, and the next is named beside it. CSV has
//! no mark, so it is what is left when text comes in cells. What is known and is no statement is named, with what to
//! export instead.

mod foreign;

use super::formats::Format;
use super::look::{Confidence, Look};
use super::reading::encoding;
use super::reading::source::{LOOK, decode};
use super::table::looks;
use crate::error::{Code, Error};

/// What `detect` found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detection {
    /// The format.
    pub format: Format,
    /// How sure that is, in percent: 99 for a mark that only this format has, 90 for keys or lines that belong together,
    /// 50 for what is left.
    pub confidence: Confidence,
    /// The next likely format with its own confidence, where another one claims the input too.
    pub runner_up: Option<(Format, Confidence)>,
}

/// Confidence below which an input that is known to be no statement is refused as that.
const FOREIGN: Confidence = 60;

/// Tells the format of some bytes.
///
/// ```
/// use payymo::format::{Format, detect};
/// let bytes = br#"{"transactions": {"booked": [], "pending": []}}"#;
/// let detection = detect(bytes)?;
/// assert_eq!((detection.format, detection.confidence, detection.runner_up), (Format::Gocardless, 90, None));
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
    let decoded = decode(look, encoding::choose, true)?;
    let look = Look::new(&decoded.text);
    if look.text.is_empty() && whole {
        return Err(Error::new(Code::FormatNoRows, "the input is empty"));
    }
    let mut claims: Vec<(Confidence, Format)> = Format::ALL
        .iter()
        .map(|format| (looks(*format, &look), *format))
        .filter(|claim| claim.0 > 0)
        .collect();
    // The order of the formats decides between equals.
    claims.sort_by_key(|claim| core::cmp::Reverse(claim.0));
    let best = claims.first().map_or(0, |claim| claim.0);
    if best < FOREIGN
        && let Some(known) = foreign::known(&look)
    {
        return Err(known);
    }
    let mut claims = claims.into_iter();
    let Some((confidence, format)) = claims.next() else { return Err(unknown(&look)) };
    Ok(Detection { format, confidence, runner_up: claims.next().map(|(next, format)| (format, next)) })
}

fn unknown(look: &Look<'_>) -> Error {
    let said = if look.is_markup() {
        "markup, but neither a bank statement nor an invoice: camt has a BkToCstmrStmt element, OFX an OFX element, UBL an Invoice of its namespace"
    } else if look.is_json() {
        "JSON of no known shape: the contract's rows are in `transactions`, `invoices` or `settlements`"
    } else {
        "text of no known format: give a bank's statement, a CSV export, or a provider's JSON"
    };
    Error::new(Code::FormatUnknown, said)
}

/// A cut start without the part of a UTF-8 character at its end.
fn whole_characters(look: &[u8]) -> &[u8] {
    match core::str::from_utf8(look) {
        Err(error) if error.error_len().is_none() => look.get(..error.valid_up_to()).unwrap_or(look),
        _ => look,
    }
}

#[cfg(test)]
mod tests;
