//! How answers and errors go over the border.

use napi::bindgen_prelude::{Buffer, Either};
use payymo_contract::{Document, Fault};

/// An answer as JavaScript gets it: its bytes; as text where it is small, which costs less; or behind a `!`, with which no
/// JSON begins, the document of an error.
pub type Answer = Either<Buffer, String>;

/// Bytes up to which an answer goes as text.
const SMALL: usize = 8192;

/// Hands an answer to JavaScript.
pub fn hand(answer: Result<Document, Fault>) -> Answer {
    match answer {
        Ok(document) if document.len() > SMALL => Either::A(document.into()),
        Ok(document) => Either::B(String::from_utf8(document).unwrap_or_default()),
        Err(fault) => Either::B(said(&fault)),
    }
}

/// An error as JavaScript gets it.
pub fn said(fault: &Fault) -> String {
    format!("!{}", String::from_utf8(fault.to_json()).unwrap_or_default())
}
