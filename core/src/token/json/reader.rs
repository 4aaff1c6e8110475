//! JSON (RFC 8259) read once from its front to its end, with bounds.

use super::value::{self, Name, Object, Value};

/// Values within values.
const DEPTH: usize = 16;
/// Members for which there is room from the beginning: those of most tokens.
const MEMBERS: usize = 12;
/// Integers beyond are not exact in every reader (RFC 7493 section 2.2).
const EXACT: u64 = (1 << 53) - 1;

const SYNTAX: &str = "not JSON";
const TWICE: &str = "a member stands twice";
const DEEP: &str = "values nested deeper than 16";
const INEXACT: &str = "a number beyond 2^53 - 1";
const SURROGATE: &str = "half a surrogate pair";

/// What is wrong, in words of our own: nothing of the text.
type Read<T> = Result<T, &'static str>;

/// Reads the one value of a text.
pub(super) fn read(text: &str) -> Read<Value> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.space();
    if reader.at == text.len() { Ok(value) } else { Err(SYNTAX) }
}

struct Reader<'t> {
    text: &'t str,
    /// Never within a letter.
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a byte if it comes next.
    fn takes(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// A value with the white space before it, and within it so many more.
    fn value(&mut self, depth: usize) -> Read<Value> {
        self.space();
        match self.peek() {
            Some(b'{') => self.members(depth.checked_sub(1).ok_or(DEEP)?).map(Value::Object),
            Some(b'[') => self.list(depth.checked_sub(1).ok_or(DEEP)?).map(Value::List),
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Read<Value> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let words = [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)];
        let (word, value) = words.into_iter().find(|word| rest.starts_with(word.0)).ok_or(SYNTAX)?;
        self.at += word.len();
        Ok(value)
    }

    fn members(&mut self, depth: usize) -> Read<Object> {
        self.at += 1;
        self.space();
        if self.takes(b'}') {
            return Ok(Object::default());
        }
        let mut members = Vec::with_capacity(MEMBERS);
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(SYNTAX);
            }
            let name = self.name()?;
            self.space();
            if !self.takes(b':') {
                return Err(SYNTAX);
            }
            let value = self.value(depth)?;
            members.push((name, value));
            self.space();
            if self.takes(b'}') {
                return Object::new(members).ok_or(TWICE);
            }
            if !self.takes(b',') {
                return Err(SYNTAX);
            }
        }
    }

    fn list(&mut self, depth: usize) -> Read<Vec<Value>> {
        let mut values = Vec::new();
        self.at += 1;
        self.space();
        if self.takes(b']') {
            return Ok(values);
        }
        loop {
            values.push(self.value(depth)?);
            self.space();
            if self.takes(b']') {
                return Ok(values);
            }
            if !self.takes(b',') {
                return Err(SYNTAX);
            }
        }
    }

    /// A text whose quotation mark comes next.
    fn string(&mut self) -> Read<Box<str>> {
        self.at += 1;
        let plain = self.plain()?;
        if self.takes(b'"') { Ok(plain.into()) } else { Ok(self.escapes(plain)?.into()) }
    }

    /// The name of a member, whose quotation mark comes next.
    fn name(&mut self) -> Read<Name> {
        self.at += 1;
        let plain = self.plain()?;
        if self.takes(b'"') { Ok(value::name(plain)) } else { self.escapes(plain).map(Name::Owned) }
    }

    /// Letters that stand for themselves, up to a quotation mark, a backslash or what may not stand in a text.
    fn plain(&mut self) -> Read<&'t str> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.bytes().position(|byte| matches!(byte, 0..=0x1f | b'"' | b'\\')).ok_or(SYNTAX)?;
        self.at += end;
        Ok(rest.get(..end).unwrap_or_default())
    }

    /// The rest of a text that has escapes, behind its front.
    fn escapes(&mut self, front: &str) -> Read<String> {
        let mut text = front.to_owned();
        while !self.takes(b'"') {
            if !self.takes(b'\\') {
                return Err(SYNTAX);
            }
            text.push(self.escaped()?);
            text.push_str(self.plain()?);
        }
        Ok(text)
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Read<char> {
        let byte = self.peek().ok_or(SYNTAX)?;
        let letter = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err(SYNTAX),
        };
        self.at += 1;
        Ok(letter)
    }

    /// A letter in UTF-16: four digits, or twice four for a pair of surrogates.
    fn unicode(&mut self) -> Read<char> {
        let first = self.unit()?;
        let number = match first {
            0xd800..=0xdbff => {
                if !(self.takes(b'\\') && self.takes(b'u')) {
                    return Err(SURROGATE);
                }
                let second = self.unit()?;
                if !(0xdc00..=0xdfff).contains(&second) {
                    return Err(SURROGATE);
                }
                0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
            }
            _ => first,
        };
        char::from_u32(number).ok_or(SURROGATE)
    }

    fn unit(&mut self) -> Read<u32> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(SYNTAX)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(SYNTAX);
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| SYNTAX)
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - from
    }

    fn number(&mut self) -> Read<Value> {
        let from = self.at;
        let negative = self.takes(b'-');
        let zero = self.peek() == Some(b'0');
        let digits = self.digits();
        if digits == 0 || (zero && digits > 1) {
            return Err(SYNTAX);
        }
        let mut integer = !(negative && zero);
        if self.takes(b'.') {
            integer = false;
            if self.digits() == 0 {
                return Err(SYNTAX);
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            integer = false;
            self.at += 1;
            if !self.takes(b'-') {
                self.takes(b'+');
            }
            if self.digits() == 0 {
                return Err(SYNTAX);
            }
        }
        let text = self.text.get(from..self.at).unwrap_or_default();
        if integer {
            let number: i64 = text.parse().map_err(|_| INEXACT)?;
            return if number.unsigned_abs() > EXACT { Err(INEXACT) } else { Ok(Value::Integer(number)) };
        }
        const LARGEST: f64 = EXACT as f64;
        let number: f64 = text.parse().map_err(|_| SYNTAX)?;
        if number.abs() <= LARGEST { Ok(Value::Number(number)) } else { Err(INEXACT) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> Read<String> {
        read(text).map(|value| serde_json::to_string(&value).unwrap())
    }

    #[test]
    fn one_meaning() {
        let text = "\t{ \"a\":1 , \"b\":[true,null,false,\"\\u00e9\\ud83d\\ude00\\/\\n\"],\r\n\"c\":{\"d\":-0.5,\"e\":[],\"f\":{}} } ";
        let same = r#"{"a":1,"b":[true,null,false,"é😀/\n"],"c":{"d":-0.5,"e":[],"f":{}}}"#;
        assert_eq!(written(text).unwrap(), same);
        for text in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"\u0061":1}"#,
            r#"{"iss":1,"\u0069ss":1}"#,
            r#"{"b":{"a":1,"a":2}}"#,
            r#"[{"":1,"":1}]"#,
        ] {
            assert_eq!(read(text).unwrap_err(), TWICE, "{text}");
        }
        for text in
            ["9007199254740992", "-9007199254740992", "18446744073709551616", "1e300", "1e999", "1E400"]
        {
            assert_eq!(read(text).unwrap_err(), INEXACT, "{text}");
        }
        for text in [r#""\ud800""#, r#""\udc00""#, r#""\ud83d\ud83d""#, r#""\ud83d\n""#, r#""\ud83dA""#] {
            assert_eq!(read(text).unwrap_err(), SURROGATE, "{text}");
        }
        for depth in [16, 17, 100_000] {
            let nested = read(&format!("{}1{}", "[".repeat(depth), "]".repeat(depth)));
            assert_eq!(nested.err(), (depth > 16).then_some(DEEP), "{depth}");
        }
    }

    #[test]
    fn numbers_by_their_spelling() {
        for (text, value) in [
            ("0", Value::Integer(0)),
            ("-7", Value::Integer(-7)),
            ("9007199254740991", Value::Integer(9_007_199_254_740_991)),
            ("-0", Value::Number(-0.0)),
            ("1.0", Value::Number(1.0)),
            ("1e3", Value::Number(1000.0)),
            ("2E-2", Value::Number(0.02)),
            ("1e-999", Value::Number(0.0)),
        ] {
            assert!(read(text) == Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_not_json() {
        for text in [
            "",
            " ",
            "\u{feff}{}",
            "{}x",
            "{} {}",
            "NaN",
            "{\"a\":Infinity}",
            "-Infinity",
            "-",
            "+1",
            "01",
            "-01",
            ".5",
            "1.",
            "1e",
            "1e+",
            "0x10",
            "1_0",
            "'a'",
            "{'a':1}",
            "{a:1}",
            "{1:1}",
            "{\"a\":1,}",
            "{,}",
            "{\"a\"}",
            "{\"a\" 1}",
            "[1,]",
            "[,]",
            "[1 2]",
            "[",
            "{",
            "{\"a\":",
            "[1",
            "\"a",
            "\"\u{1}\"",
            "\"\n\"",
            "\"\\x41\"",
            "\"\\u41\"",
            "\"\\u+041\"",
            "\"\\u{41}\"",
            "\"\\",
            "\"\\u",
            "{/**/}",
            "{}//",
            "tru",
            "True",
            "nul",
            "\u{a0}1",
            "\u{c}1",
            "}",
            "]",
            ",",
            ":",
        ] {
            assert_eq!(read(text).map(|_| ()), Err(SYNTAX), "{text:?}");
        }
    }

    proptest! {
        /// serde_json is the judge of the syntax: what we read it reads as the same, and what it refuses we refuse.
        #[test]
        fn no_more_than_json(text in r#"([\[\]{}:,"\\0-9eE.+ \-]|true|null|\\u[0-9a-fD]{4}|"a"|"[a-c]":|[a-z\PC]){0,24}"#) {
            let theirs: Result<serde_json::Value, _> = serde_json::from_str(&text);
            match (read(&text), theirs) {
                // Its fractions are a little off unless another feature says that they should not be.
                (Ok(_), Ok(_)) if text.contains(['.', 'e', 'E']) => {}
                (Ok(ours), Ok(theirs)) => prop_assert_eq!(serde_json::to_value(ours).unwrap(), theirs),
                (Ok(_), Err(error)) => prop_assert!(false, "{:?} is not JSON: {}", text, error),
                (Err(SYNTAX), Ok(_)) => prop_assert!(false, "{:?} is JSON", text),
                (Err(_), _) => {}
            }
        }

        /// What serde_json writes we read.
        #[test]
        fn all_of_json(names in prop::collection::btree_set(".{0,6}", 0..6), texts in prop::collection::vec(any::<String>(), 6), numbers in prop::collection::vec(-9_007_199_254_740_991_i64..9_007_199_254_740_992, 6)) {
            let members = names.into_iter().zip(texts.into_iter().zip(numbers));
            let value: serde_json::Map<String, serde_json::Value> =
                members.map(|(name, (text, number))| (name, serde_json::json!([text, number]))).collect();
            let text = serde_json::Value::Object(value).to_string();
            prop_assert_eq!(written(&text), Ok(text));
        }
    }
}
