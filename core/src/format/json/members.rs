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
    let end = members_at(text, 0, &mut Known::default(), take)?;
    if peek(text, end).1.is_none() { Ok(()) } else { Err(Malformed) }
}

/// Hands out the members of an object that begins at a place, and answers where it ends.
///
/// # Errors
/// Where there is no whole JSON object, and those of `take`.
pub(crate) fn members_at<'a>(
    text: &'a str,
    at: usize,
    known: &mut Known<'a>,
    mut take: impl FnMut(&str, Raw<'a>) -> Result<(), Malformed>,
) -> Result<usize, Malformed> {
    let (start, Some(b'{')) = peek(text, at) else { return Err(Malformed) };
    known.next = 0;
    braces(text, start, DEEPEST, known, &mut take)
}

/// The quoted names of an object in their order: the next object of a list has them too, and a name that stands there byte by
/// byte needs no looking through. By default none are kept.
#[derive(Default)]
pub(crate) struct Known<'a> {
    names: Vec<&'a str>,
    next: usize,
}

/// Names that are kept of an object with all in it.
const KEPT: usize = 32;

impl<'a> Known<'a> {
    /// Of the objects of one list.
    pub(crate) fn of_list() -> Self {
        Known { names: vec![""; KEPT], next: 0 }
    }

    /// The name at a place with its quotes, whether it has no escapes, and where it ends.
    fn name(&mut self, text: &'a str, start: usize) -> Option<(&'a str, bool, usize)> {
        let slot = self.names.get_mut(self.next);
        self.next += 1;
        let rest = text.as_bytes().get(start..)?;
        if let Some(known) =
            slot.as_deref().filter(|known| !known.is_empty() && rest.starts_with(known.as_bytes()))
        {
            return Some((known, true, start + known.len()));
        }
        let found = string(text.as_bytes(), start)?;
        let quoted = text.get(start..found.end)?;
        let plain = found.form != Form::Other;
        if let Some(slot) = slot.filter(|_| plain) {
            *slot = quoted;
        }
        Some((quoted, plain, found.end))
    }
}

/// From an opening brace to behind its closing one; as deep as `levels`.
fn braces<'a>(
    text: &'a str,
    start: usize,
    levels: usize,
    known: &mut Known<'a>,
    take: &mut impl FnMut(&str, Raw<'a>) -> Result<(), Malformed>,
) -> Result<usize, Malformed> {
    let levels = levels.checked_sub(1).ok_or(Malformed)?;
    let mut at = match peek(text, start + 1) {
        (end, Some(b'}')) => return Ok(end + 1),
        (at, _) => at,
    };
    loop {
        let (start, Some(b'"')) = peek(text, at) else { return Err(Malformed) };
        let (quoted, plain, end) = known.name(text, start).ok_or(Malformed)?;
        let (colon, Some(b':')) = peek(text, end) else { return Err(Malformed) };
        let (value, end) = next(text, colon + 1, levels, known)?;
        if plain {
            take(Raw { text: quoted, form: Form::Plain }.inner(), value)?;
        } else {
            let name: String = serde_json::from_str(quoted).map_err(|_| Malformed)?;
            take(&name, value)?;
        }
        match peek(text, end) {
            (comma, Some(b',')) => at = comma + 1,
            (end, Some(b'}')) => return Ok(end + 1),
            _ => return Err(Malformed),
        }
    }
}

/// The value behind a place, looked through, and where it ends.
fn next<'a>(
    text: &'a str,
    at: usize,
    levels: usize,
    known: &mut Known<'a>,
) -> Result<(Raw<'a>, usize), Malformed> {
    let (start, first) = peek(text, at);
    let mut form = Form::Other;
    let end = match first {
        Some(b'"') => {
            let string = string(text.as_bytes(), start).ok_or(Malformed)?;
            form = string.form;
            string.end
        }
        Some(b'{') => braces(text, start, levels, known, &mut |_, _| Ok(()))?,
        Some(b'[') => elements(text, start, levels, known)?,
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

fn elements<'a>(
    text: &'a str,
    start: usize,
    levels: usize,
    known: &mut Known<'a>,
) -> Result<usize, Malformed> {
    let levels = levels.checked_sub(1).ok_or(Malformed)?;
    let mut at = match peek(text, start + 1) {
        (end, Some(b']')) => return Ok(end + 1),
        (at, _) => at,
    };
    loop {
        let (_, end) = next(text, at, levels, known)?;
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
    fn read_at(&mut self, text: &'a str, at: usize, known: &mut Known<'a>) -> Result<usize, Malformed>;
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
            fn read_at(
                &mut self,
                text: &'a str,
                at: usize,
                known: &mut $crate::format::json::Known<'a>,
            ) -> Result<usize, $crate::format::json::Malformed> {
                $(self.$field = Default::default();)*
                $crate::format::json::members_at(text, at, known, |name, value| self.take(name, value))
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
        fn names_of_the_object_before_do_not_show(
            objects in proptest::collection::vec("[{]([\"][ab]{0,2}[\"]:([{][\"][ab]{0,2}[\"]:1[}]|[\"]x[\"]),?){0,4}[}]", 1..5)
        ) {
            let mut known = Known::of_list();
            for object in &objects {
                let all = |known: &mut Known<'static>, text: &'static str| {
                    let mut found = Vec::new();
                    let end = members_at(text, 0, known, |name, value| {
                        found.push((name.to_owned(), value.text.to_owned()));
                        Ok(())
                    });
                    end.ok().map(|end| (end, found))
                };
                // As long as the test runs: what is known outlives each text.
                let text: &'static str = Box::leak(object.clone().into_boxed_str());
                prop_assert_eq!(all(&mut known, text), all(&mut Known::default(), text));
            }
        }

        #[test]
        fn what_is_json_is_what_serde_says(text in r#"[\[{]?[{}\[\]",:\\ 0-9a-etrulnfs\t.-]{0,24}[}\]]?"#, key in "[a-c]{0,1}") {
            for text in [text.clone(), format!("{{\"{key}\": {text}}}"), format!("{{\"{key}\": [{text}], \"d\": \"{text}\"}}")] {
                let object = serde_json::from_str::<std::collections::BTreeMap<String, IgnoredAny>>(&text);
                prop_assert_eq!(read(&text).is_ok(), object.is_ok(), "{}", text);
            }
        }
    }
}
