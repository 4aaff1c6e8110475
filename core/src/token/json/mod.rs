//! JSON as a token may hold it: one meaning and no other.
//!
//! # Design
//! Where two parsers read one text in two ways, a token can be valid to one and mean something else to the other. So a member that
//! comes twice (compared after its escapes are resolved), a mark of byte order, bytes behind the value, lone surrogates, numbers that
//! are none (`NaN`) and integers that a double does not hold are refused (RFC 8725 section 2.4, RFC 7493). The reader is our own: what
//! serde_json takes and how it hands on a number depends on features that any other crate of a host may turn on (`arbitrary_precision`).

mod reader;
mod value;

pub use value::{Object, Value};

use crate::error::{Code, Error};
use zeroize::Zeroize;

/// Members of which some may be secret: their texts are wiped when they are dropped.
pub(crate) struct Wiped(Object);

impl core::ops::Deref for Wiped {
    type Target = Object;

    fn deref(&self) -> &Object {
        &self.0
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        self.0.values_mut().for_each(wipe);
    }
}

fn wipe(value: &mut Value) {
    match value {
        Value::Text(text) => text.zeroize(),
        Value::List(values) => values.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        _ => {}
    }
}

/// Reads an object that is all of a text. `code` is that of the error.
///
/// # Errors
/// With that code where the text is no such object; it says what is wrong, and nothing of what the text says.
pub(crate) fn object(text: &[u8], code: Code) -> Result<Object, Error> {
    let bad = |said: &str| Error::new(code, said);
    let text = core::str::from_utf8(text).map_err(|_| bad("not UTF-8"))?;
    match reader::read(text) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(bad("not a JSON object")),
        Err(said) => Err(bad(said)),
    }
}

/// As [`object`], for one that may hold secrets.
pub(crate) fn secret_object(text: &[u8], code: Code) -> Result<Wiped, Error> {
    object(text, code).map(Wiped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_object_is_said_so() {
        let said = |text: &[u8]| object(text, Code::TokenJson).unwrap_err().message().to_owned();
        for text in ["[1]", "null", "1", "\"a\"", " [] "] {
            assert_eq!(said(text.as_bytes()), "not a JSON object", "{text}");
        }
        assert_eq!(said(&[0xff]), "not UTF-8");
        for text in [r#"{"secret_name":1,"secret_name":1}"#, r#"{"a": secret_name}"#, r#"{"secret_name""#] {
            assert!(!said(text.as_bytes()).contains("secret_name"));
        }
    }

    #[test]
    fn only_the_kind_of_a_value_shows() {
        let read = object(br#"{"a":"secret","b":[7777],"c":7777,"d":null}"#, Code::TokenJson).unwrap();
        let shown = format!("{read:?}");
        assert!(!shown.contains("secret") && !shown.contains("7777"), "{shown}");
        assert_eq!(shown, r#"{"a": Text, "b": List, "c": Integer, "d": Null}"#);
    }

    #[test]
    fn secrets_are_wiped() {
        let read = |text: &str| Value::Object(object(text.as_bytes(), Code::TokenJson).unwrap());
        let mut value = read(r#"{"k":["secret",{"l":"secret"}]}"#);
        wipe(&mut value);
        let zeros = r"\u0000".repeat("secret".len());
        assert!(value == read(&format!(r#"{{"k":["{zeros}",{{"l":"{zeros}"}}]}}"#)));
    }
}
