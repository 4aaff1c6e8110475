//! No panic crosses the border: it becomes `contract.internal`.

use napi::bindgen_prelude::{Buffer, Either};
use payymo_contract::{BorderCode, Document, Fault};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

/// An answer as JavaScript gets it: its bytes; as text where it is small, which costs less; or behind a `!`, with which no
/// JSON begins, the document of an error.
pub type Answer = Either<Buffer, String>;

/// Bytes up to which an answer goes as text.
const SMALL: usize = 8192;

static HUSH: Once = Once::new();

/// Does the work, and catches a panic.
pub fn guard<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    // What a panic says may hold data of a person: it goes to no terminal. The hook is this addon's own.
    HUSH.call_once(|| std::panic::set_hook(Box::new(|_| {})));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Fault::new(BorderCode::Internal, "a fault of the library itself; please report what was asked"))
    })
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let caught = guard::<()>(|| panic!("a secret")).unwrap_err();
        assert_eq!((caught.code(), caught.number()), ("contract.internal", 9006));
        assert!(!caught.message().contains("secret"));
        assert_eq!(guard(|| Ok(7)).unwrap(), 7);
    }
}
