//! The members of an object, one after the other, without reading their values.
//!
//! # Design
//! Rows of APIs have some dozens of members, of which most say nothing. Each is kept as it stands in the text until it is asked
//! for; what is passed over is looked through, so that a row is refused wherever it is no JSON.

use super::Text;
use super::scan::{self, peek, unquoted};
use serde::de::IgnoredAny;
use std::borrow::Cow;

/// Text that is not JSON, or that says a member twice.
#[derive(Debug)]
pub(crate) struct Malformed;

/// A value as it stands in its text; nothing where there is none.
#[derive(Clone, Copy, Default)]
pub(crate) struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    /// Its text, unless it is not there or null.
    pub(crate) fn get(self) -> Option<&'a str> {
        (!matches!(self.0, "" | "null")).then_some(self.0)
    }

    /// Its text, if it is there, be it null.
    pub(crate) fn said(self) -> Option<&'a str> {
        (!self.0.is_empty()).then_some(self.0)
    }

    /// The other one where this is not there.
    pub(crate) fn or(self, other: Self) -> Self {
        if self.get().is_some() { self } else { other }
    }

    /// Takes the value of its member.
    ///
    /// # Errors
    /// Where it was said before.
    pub(crate) fn take(&mut self, value: Raw<'a>) -> Result<(), Malformed> {
        if !self.0.is_empty() {
            return Err(Malformed);
        }
        *self = value;
        Ok(())
    }

    /// As text, whatever it is: numbers become text, lists are joined, the rest is empty.
    pub(crate) fn text(self) -> Text<'a> {
        match self.get() {
            None => Text::default(),
            Some(quoted) => match plain(quoted) {
                Some(text) => Text(Cow::Borrowed(text)),
                None => serde_json::from_str(quoted).unwrap_or_default(),
            },
        }
    }

    /// The text with runs of white space as one space, `None` where there is none.
    pub(crate) fn some(self) -> Option<String> {
        self.text().some()
    }

    /// The same; empty where there is none.
    pub(crate) fn clean(self) -> String {
        self.text().clean()
    }

    /// Whether it says nothing as a text.
    pub(crate) fn is_empty(self) -> bool {
        self.text().0.is_empty()
    }
}

/// A quoted text without escapes.
fn plain(quoted: &str) -> Option<&str> {
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    // No way out of the loop before its end, so that it runs over many bytes at once.
    let plain = inner.bytes().fold(true, |plain, byte| plain & (byte >= b' ') & (byte != b'\\'));
    plain.then_some(inner)
}

/// Hands out the members of an object.
///
/// # Errors
/// Where the text is no JSON object, and those of `take`.
pub(crate) fn members<'a>(
    text: &'a str,
    mut take: impl FnMut(&str, Raw<'a>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let mut at = match peek(text, 0) {
        (at, Some(b'{')) => at + 1,
        _ => return Err(Malformed),
    };
    if let (end, Some(b'}')) = peek(text, at) {
        return ends(text, end + 1);
    }
    loop {
        let (start, Some(b'"')) = peek(text, at) else { return Err(Malformed) };
        let name = scan::value(text, start).map_err(|_| Malformed)?;
        let (colon, Some(b':')) = peek(text, name.range().end) else { return Err(Malformed) };
        let value = next(text, colon + 1)?;
        match plain(name.text) {
            Some(plain) => take(plain, Raw(value.text))?,
            None => take(&unquoted(&name).map_err(|_| Malformed)?, Raw(value.text))?,
        }
        match peek(text, value.range().end) {
            (comma, Some(b',')) => at = comma + 1,
            (end, Some(b'}')) => return ends(text, end + 1),
            _ => return Err(Malformed),
        }
    }
}

/// The value behind a place, looked through.
fn next(text: &str, at: usize) -> Result<scan::Value<'_>, Malformed> {
    let (start, _) = peek(text, at);
    let value = scan::value(text, start).map_err(|_| Malformed)?;
    if value.deep {
        return Err(Malformed);
    }
    check(value.text)?;
    Ok(value)
}

fn ends(text: &str, at: usize) -> Result<(), Malformed> {
    if peek(text, at).1.is_none() { Ok(()) } else { Err(Malformed) }
}

/// Whether a value is JSON.
fn check(value: &str) -> Result<(), Malformed> {
    match value.as_bytes() {
        [b'"', ..] if plain(value).is_some() => Ok(()),
        [b'{', ..] => members(value, |_, _| Ok(())),
        [b'[', rest @ ..] if rest.trim_ascii_start().first() != Some(&b']') => elements(value),
        _ => serde_json::from_str::<IgnoredAny>(value).map(drop).map_err(|_| Malformed),
    }
}

fn elements(text: &str) -> Result<(), Malformed> {
    let mut at = 1;
    loop {
        let value = next(text, at)?;
        match peek(text, value.range().end) {
            (comma, Some(b',')) => at = comma + 1,
            (end, Some(b']')) => return ends(text, end + 1),
            _ => return Err(Malformed),
        }
    }
}

/// Writes an object of an API: its members by their names there, each as it stands.
macro_rules! object {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $field:ident = $key:pat,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Default)]
        pub(super) struct $name<'a> {
            $($(#[$about])* pub(super) $field: $crate::format::json::Raw<'a>,)*
        }

        impl<'a> $name<'a> {
            /// # Errors
            /// Where the text is no JSON object, or says a member twice.
            pub(super) fn read(text: &'a str) -> Result<Self, $crate::format::json::Malformed> {
                let mut read = Self::default();
                $crate::format::json::members(text, |name, value| match name {
                    $($key => read.$field.take(value),)*
                    _ => Ok(()),
                })?;
                Ok(read)
            }
        }
    };
}
pub(crate) use object;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Vec<(String, String)>, Malformed> {
        let mut all = Vec::new();
        members(text, |name, value| {
            all.push((name.to_owned(), value.text().0.into_owned()));
            Ok(())
        })?;
        Ok(all)
    }

    #[test]
    fn members_come_in_their_order() {
        let found = read(
            " { \"a\" : \"x\", \"\\u0062\": [1, \"y\"] ,\"c\":null, \"d\": {\"e\": {}}, \"f\": -1.5e3 } ",
        )
        .unwrap();
        let pairs: Vec<(&str, &str)> = found.iter().map(|pair| (pair.0.as_str(), pair.1.as_str())).collect();
        assert_eq!(pairs, [("a", "x"), ("b", "1 y"), ("c", ""), ("d", ""), ("f", "")]);
        assert!(read("{}").unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn what_is_json_is_what_serde_says(text in r#"[\[{]?[{}\[\]",:\\ 0-9a-etrulnfs\t.-]{0,24}[}\]]?"#, key in "[a-c]{0,1}") {
            for text in [text.clone(), format!("{{\"{key}\": {text}}}"), format!("{{\"{key}\": [{text}], \"d\": \"{text}\"}}")] {
                let object = serde_json::from_str::<std::collections::BTreeMap<String, IgnoredAny>>(&text);
                prop_assert_eq!(read(&text).is_ok(), object.is_ok(), "{}", text);
            }
        }
    }
}
