//! JSON as a token may hold it: one meaning and no other.
//!
//! # Design
//! Where two parsers read one text in two ways, a token can be valid to one and mean something else to the other. So a member that
//! comes twice (compared after its escapes are resolved), a mark of byte order, bytes behind the value, lone surrogates, numbers that
//! are none (`NaN`) and integers that a double does not hold are refused (RFC 8725 section 2.4, RFC 7493). The syntax is serde_json's.

use crate::error::{Code, Error};
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;

/// Values within values.
const DEPTH: usize = 16;
/// Integers beyond are not exact in every reader (RFC 7493 section 2.2).
const EXACT: u64 = (1 << 53) - 1;

/// A value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number that is written as an integer.
    Integer(i64),
    /// Any other number. Never taken for an integer, whatever its value.
    Number(f64),
    /// Text, its escapes resolved.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Object),
}

/// The members of an object by their names.
pub type Object = BTreeMap<String, Value>;

impl Value {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The integer, if it is one.
    pub fn integer(&self) -> Option<i64> {
        match self {
            Value::Integer(number) => Some(*number),
            _ => None,
        }
    }
}

impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(values) => serializer.collect_seq(values),
            Value::Object(members) => serializer.collect_map(members),
        }
    }
}

/// Reads an object that is all of a text. `code` is that of the error.
///
/// # Errors
/// With that code where the text is no such object; it says what is wrong, and nothing of what the text says.
pub(crate) fn object(text: &[u8], code: Code) -> Result<Object, Error> {
    let bad = |said: &str| Error::new(code, said);
    let text = core::str::from_utf8(text).map_err(|_| bad("not UTF-8"))?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Seed { depth: DEPTH }.deserialize(&mut reader);
    let read = read.and_then(|value| reader.end().map(|()| value));
    match read {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(bad("not a JSON object")),
        // What serde_json says may hold a piece of the text: only our own words are handed on.
        Err(fault) => {
            let said = fault.to_string();
            let own = REFUSED.iter().find(|refused| said.starts_with(*refused));
            Err(bad(own.unwrap_or(&"not JSON")))
        }
    }
}

const TWICE: &str = "a member stands twice";
const DEEP: &str = "values nested deeper than 16";
const INEXACT: &str = "an integer beyond 2^53 - 1";
const REFUSED: [&str; 3] = [TWICE, DEEP, INEXACT];

struct Seed {
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Seed {
    fn below<E: serde::de::Error>(&self) -> Result<usize, E> {
        self.depth.checked_sub(1).ok_or_else(|| E::custom(DEEP))
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        if number.unsigned_abs() > EXACT { Err(E::custom(INEXACT)) } else { Ok(Value::Integer(number)) }
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(E::custom(INEXACT)),
        }
    }

    /// Integers beyond 64 bits come here too.
    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        const LARGEST: f64 = EXACT as f64;
        if number.abs() <= LARGEST { Ok(Value::Number(number)) } else { Err(E::custom(INEXACT)) }
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let depth = self.below()?;
        let mut values = Vec::new();
        while let Some(value) = sequence.next_element_seed(Seed { depth })? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let depth = self.below()?;
        let mut members = Object::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(Seed { depth })?;
            if members.insert(name, value).is_some() {
                return Err(serde::de::Error::custom(TWICE));
            }
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        object(text.as_bytes(), Code::TokenJson)
            .map_or_else(|error| error.message().to_owned(), |read| format!("read {read:?}"))
    }

    #[test]
    fn one_meaning() {
        let read = object(br#"{"a":1,"b":[true,null,"\u00e9"],"c":{"d":-0.5}}"#, Code::TokenJson).unwrap();
        assert_eq!(
            serde_json::to_string(&Value::Object(read)).unwrap(),
            r#"{"a":1,"b":[true,null,"é"],"c":{"d":-0.5}}"#
        );
        for text in [r#"{"a":1,"a":1}"#, r#"{"a":1,"\u0061":1}"#, r#"{"b":{"a":1,"a":2}}"#] {
            assert_eq!(refused(text), TWICE, "{text}");
        }
        for text in ["9007199254740992", "-9007199254740992", "18446744073709551616", "1e300"] {
            assert_eq!(refused(&format!(r#"{{"exp":{text}}}"#)), INEXACT, "{text}");
        }
        let nested = format!("{}1{}", r#"{"a":"#.repeat(17), "}".repeat(17));
        assert_eq!(refused(&nested), DEEP);
        for text in [
            "\u{feff}{}",
            "{} ",
            "{}x",
            "[]x",
            "{\"a\":NaN}",
            "{\"a\":Infinity}",
            "{\"a\":1e999}",
            "{\"a\":\"\\ud800\"}",
            "{'a':1}",
            "{\"a\":1,}",
            "{\"a\":01}",
            "",
            "{\"a\":\"\u{1}\"}",
            "{/**/}",
        ] {
            assert!(refused(text) == "not JSON" || text == "{} ", "{text}: {}", refused(text));
        }
        assert_eq!(refused("[1]"), "not a JSON object");
        assert_eq!(object(&[0xff], Code::TokenJson).unwrap_err().message(), "not UTF-8");
        // White space around a value is JSON.
        assert_eq!(refused("{} "), "read {}");
    }

    #[test]
    fn errors_tell_nothing_of_the_text() {
        for text in [r#"{"secret_name":1,"secret_name":1}"#, r#"{"a": secret_name}"#, r#"{"secret_name""#] {
            assert!(!refused(text).contains("secret_name"));
        }
    }
}
