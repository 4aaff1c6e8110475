//! A JSON object as its members, each with the text of its value.

use crate::error::{Code, Error};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Deepest nesting of a row: the contract needs three levels, metadata and unknown fields of providers some more.
pub(crate) const DEEPEST: usize = 64;

/// The members of an object, ordered by name. Errors have paths from here on: who reads an object inside of another puts
/// the way to it before them ([`inside`]), so that a row that can be read needs no paths at all.
pub(crate) struct Row<'a> {
    members: Vec<Member<'a>>,
}

struct Member<'a> {
    name: Cow<'a, str>,
    value: &'a RawValue,
    taken: bool,
}

impl<'a> Row<'a> {
    /// Splits an object that comes from outside: its nesting is bounded first.
    pub(crate) fn parse(text: &'a str) -> Result<Self, Error> {
        if too_deep(text) {
            return Err(Error::new(Code::FormatTooLarge, format!("nested deeper than {DEEPEST} levels")));
        }
        Row::nested(text)
    }

    /// Splits an object inside of one that was split.
    pub(super) fn nested(text: &'a str) -> Result<Self, Error> {
        if !text.trim_start().starts_with('{') {
            return Err(Error::new(Code::InputBadField, "not a JSON object").at_field(""));
        }
        let Members(mut members) = serde_json::from_str(text).map_err(|fault| syntax(&fault).at_field(""))?;
        members.sort_by(|a, b| a.name.cmp(&b.name));
        for pair in members.windows(2) {
            if let [a, b] = pair
                && a.name == b.name
            {
                let said = "the member stands twice in one object: give it once";
                return Err(Error::new(Code::InputBadField, said).at_field(pointer(&a.name)));
            }
        }
        Ok(Row { members })
    }

    /// The text of a member's value, once; `None` where it is absent or null.
    pub(crate) fn take(&mut self, name: &str) -> Option<&'a str> {
        // Names differ by their length already, mostly: looking through them all is quicker than halving.
        let member = self.members.iter_mut().find(|member| member.name == name)?;
        member.taken = true;
        let text = member.value.get();
        (text != "null").then_some(text)
    }

    /// Whether there is such a member that is not null.
    #[cfg(feature = "format")]
    pub(crate) fn has(&self, name: &str) -> bool {
        let at = self.members.binary_search_by(|member| member.name.as_ref().cmp(name));
        at.ok().and_then(|at| self.members.get(at)).is_some_and(|member| member.value.get() != "null")
    }

    /// All members that were not taken yet, by name.
    pub(crate) fn rest(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.members.iter().filter(|member| !member.taken).map(|member| (&*member.name, member.value.get()))
    }

    /// With `strict`, an error for the first member that was not taken.
    pub(super) fn finish(&self, strict: bool) -> Result<(), Error> {
        match self.rest().next() {
            Some((name, _)) if strict => Err(self.bad(name, "the contract has no such field")),
            _ => Ok(()),
        }
    }

    /// JSON pointer of a member.
    pub(super) fn at(&self, name: &str) -> String {
        pointer(name)
    }

    /// `input.bad_field` of a member.
    pub(crate) fn bad(&self, name: &str, message: impl Into<String>) -> Error {
        Error::new(Code::InputBadField, message).at_field(self.at(name))
    }

    /// `input.missing` of a member.
    pub(crate) fn missing(&self, name: &str) -> Error {
        Error::new(Code::InputMissing, "a required field is missing").at_field(self.at(name))
    }
}

/// The JSON pointer of a member (RFC 6901). Long names are cut: a path is for a person.
pub(super) fn pointer(name: &str) -> String {
    let short: String = name.chars().take(64).collect();
    format!("/{}", short.replace('~', "~0").replace('/', "~1"))
}

/// An error inside of a value, with the way to the value before its own.
pub(super) fn inside(path: &str, fault: Error) -> Error {
    let field = format!("{path}{}", fault.place().field.as_deref().unwrap_or_default());
    fault.at_field(field)
}

/// `format.json.syntax` from serde_json's error, without what it quotes of the input.
pub(super) fn syntax(fault: &serde_json::Error) -> Error {
    let said = match fault.classify() {
        serde_json::error::Category::Eof => "the JSON ends in the middle of a value",
        _ => "text that is not JSON",
    };
    Error::new(
        Code::JsonSyntax,
        format!("{said} (column {} of line {} of the row)", fault.column(), fault.line()),
    )
}

/// Whether brackets nest deeper than [`DEEPEST`]. serde_json skips values without a limit of its own.
fn too_deep(text: &str) -> bool {
    // Counted many times faster than followed, and what opens few brackets nests few.
    if text.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count() <= DEEPEST {
        return false;
    }
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                depth += 1;
                if depth > DEEPEST {
                    return true;
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

struct Members<'a>(Vec<Member<'a>>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::with_capacity(16);
        while let Some(Text(name)) = map.next_key()? {
            members.push(Member { name, value: map.next_value()?, taken: false });
        }
        Ok(Members(members))
    }
}

/// A text, borrowed where it holds no escape.
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("a text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}
