//! The members of an object, one after the other, without reading their values.
//!
//! # Design
//! Rows of APIs have some dozens of members, of which most say nothing. Each is kept as it stands in the text until it is asked
//! for; what is passed over is looked through, so that a row is refused wherever it is no JSON.

use super::Text;
use super::scan::peek;
use super::string::{Form, string};
use crate::model::wire::row::DEEPEST;
use serde::de::IgnoredAny;
use std::borrow::Cow;

/// Text that is not JSON, or that says a member twice.
#[derive(Debug)]
pub(crate) struct Malformed;

/// A value as it stands in its text; nothing where there is none.
#[derive(Clone, Copy, Default)]
pub(crate) struct Raw<'a> {
    text: &'a str,
    form: Form,
}

impl<'a> Raw<'a> {
    /// Its text, unless it is not there or null.
    pub(crate) fn get(self) -> Option<&'a str> {
        (!matches!(self.text, "" | "null")).then_some(self.text)
    }

    /// Its text, if it is there, be it null.
    pub(crate) fn said(self) -> Option<&'a str> {
        (!self.text.is_empty()).then_some(self.text)
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
        if !self.text.is_empty() {
            return Err(Malformed);
        }
        *self = value;
        Ok(())
    }

    /// As text, whatever it is: numbers become text, lists are joined, the rest is empty.
    pub(crate) fn text(self) -> Text<'a> {
        match (self.form, self.get()) {
            (Form::Plain | Form::Line, _) => Text(Cow::Borrowed(self.inner())),
            (Form::Other, None) => Text::default(),
            (Form::Other, Some(value)) => serde_json::from_str(value).unwrap_or_default(),
        }
    }

    /// The text with runs of white space as one space, `None` where there is none.
    pub(crate) fn some(self) -> Option<String> {
        match self.form {
            Form::Line => Some(self.inner()).filter(|inner| !inner.is_empty()).map(str::to_owned),
            Form::Plain => self.text().some(),
            Form::Other if self.get().is_none() => None,
            Form::Other => self.text().some(),
        }
    }

    /// The same; empty where there is none.
    pub(crate) fn clean(self) -> String {
        self.some().unwrap_or_default()
    }

    /// What stands between its quotes, if it is a text of one line.
    pub(crate) fn line(self) -> Option<&'a str> {
        (self.form == Form::Line).then(|| self.inner())
    }

    /// Whether it says nothing as a text.
    pub(crate) fn is_empty(self) -> bool {
        match self.form {
            Form::Plain | Form::Line => self.inner().is_empty(),
            Form::Other => self.get().is_none() || self.text().0.is_empty(),
        }
    }

    /// What stands between its quotes.
    fn inner(self) -> &'a str {
        self.text.get(1..self.text.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// Hands out the members of an object that is all of a text.
///
/// # Errors
/// Where the text is no JSON object, and those of `take`.
pub(crate) fn members<'a>(
    text: &'a str,
    take: impl FnMut(&str, Raw<'a>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let end = members_at(text, 0, take)?;
    if peek(text, end).1.is_none() { Ok(()) } else { Err(Malformed) }
}

/// Hands out the members of an object that begins at a place, and answers where it ends.
///
/// # Errors
/// Where there is no whole JSON object, and those of `take`.
pub(crate) fn members_at<'a>(
    text: &'a str,
    at: usize,
    mut take: impl FnMut(&str, Raw<'a>) -> Result<(), Malformed>,
) -> Result<usize, Malformed> {
    let (start, Some(b'{')) = peek(text, at) else { return Err(Malformed) };
    braces(text, start, DEEPEST, &mut take)
}

/// From an opening brace to behind its closing one; as deep as `levels`.
fn braces<'a>(
    text: &'a str,
    start: usize,
    levels: usize,
    take: &mut impl FnMut(&str, Raw<'a>) -> Result<(), Malformed>,
) -> Result<usize, Malformed> {
    let levels = levels.checked_sub(1).ok_or(Malformed)?;
    let mut at = match peek(text, start + 1) {
        (end, Some(b'}')) => return Ok(end + 1),
        (at, _) => at,
    };
    loop {
        let (start, Some(b'"')) = peek(text, at) else { return Err(Malformed) };
        let name = string(text.as_bytes(), start).ok_or(Malformed)?;
        let quoted = text.get(start..name.end).ok_or(Malformed)?;
        let (colon, Some(b':')) = peek(text, name.end) else { return Err(Malformed) };
        let (value, end) = next(text, colon + 1, levels)?;
        match name.form {
            Form::Other => {
                let name: String = serde_json::from_str(quoted).map_err(|_| Malformed)?;
                take(&name, value)?;
            }
            form => take(Raw { text: quoted, form }.inner(), value)?,
        }
        match peek(text, end) {
            (comma, Some(b',')) => at = comma + 1,
            (end, Some(b'}')) => return Ok(end + 1),
            _ => return Err(Malformed),
        }
    }
}

/// The value behind a place, looked through, and where it ends.
fn next(text: &str, at: usize, levels: usize) -> Result<(Raw<'_>, usize), Malformed> {
    let (start, first) = peek(text, at);
    let mut form = Form::Other;
    let end = match first {
        Some(b'"') => {
            let string = string(text.as_bytes(), start).ok_or(Malformed)?;
            form = string.form;
            string.end
        }
        Some(b'{') => braces(text, start, levels, &mut |_, _| Ok(()))?,
        Some(b'[') => elements(text, start, levels)?,
        _ => {
            let rest = text.as_bytes().get(start..).unwrap_or_default();
            let ends = |byte: &u8| !matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'E' | b'+' | b'-' | b'.');
            start + rest.iter().position(ends).unwrap_or(rest.len())
        }
    };
    let value = text.get(start..end).ok_or(Malformed)?;
    if form == Form::Other && !matches!(first, Some(b'{' | b'[')) {
        serde_json::from_str::<IgnoredAny>(value).map_err(|_| Malformed)?;
    }
    Ok((Raw { text: value, form }, end))
}

fn elements(text: &str, start: usize, levels: usize) -> Result<usize, Malformed> {
    let levels = levels.checked_sub(1).ok_or(Malformed)?;
    let mut at = match peek(text, start + 1) {
        (end, Some(b']')) => return Ok(end + 1),
        (at, _) => at,
    };
    loop {
        let (_, end) = next(text, at, levels)?;
        match peek(text, end) {
            (comma, Some(b',')) => at = comma + 1,
            (end, Some(b']')) => return Ok(end + 1),
            _ => return Err(Malformed),
        }
    }
}

/// An object of an API.
pub(crate) trait Object<'a> {
    /// Reads the object that begins at a place over what is here, and answers where it ends.
    ///
    /// # Errors
    /// Where there is no whole JSON object, or it says a member twice.
    fn read_at(&mut self, text: &'a str, at: usize) -> Result<usize, Malformed>;
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
                $crate::format::json::members(text, |name, value| read.take(name, value))?;
                Ok(read)
            }

            fn take(
                &mut self,
                name: &str,
                value: $crate::format::json::Raw<'a>,
            ) -> Result<(), $crate::format::json::Malformed> {
                match name {
                    $($key => self.$field.take(value),)*
                    _ => Ok(()),
                }
            }
        }

        impl<'a> $crate::format::json::Object<'a> for $name<'a> {
            fn read_at(&mut self, text: &'a str, at: usize) -> Result<usize, $crate::format::json::Malformed> {
                $(self.$field = Default::default();)*
                $crate::format::json::members_at(text, at, |name, value| self.take(name, value))
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
