//! Values of JSON.

use core::fmt;
use std::borrow::Cow;

/// A value. Where it is printed only its kind shows: it may be about a person.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
// Its kind fills a word: behind a kind of one byte values are moved in pieces that lie across words, for which a processor waits.
#[repr(u64)]
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
    Text(Box<str>),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Object),
}

/// The name of a member: of those that most tokens have it is no copy.
pub(super) type Name = Cow<'static, str>;

/// A name that was read.
pub(super) fn name(text: &str) -> Name {
    const USUAL: [&str; 15] = [
        "alg",
        "kid",
        "typ",
        "iss",
        "sub",
        "aud",
        "exp",
        "nbf",
        "iat",
        "jti",
        "scope",
        "client_id",
        "tenant",
        "family",
        "permissions",
    ];
    match USUAL.into_iter().find(|usual| *usual == text) {
        Some(usual) => Cow::Borrowed(usual),
        None => Cow::Owned(text.to_owned()),
    }
}

/// Members up to which each name is held beside each other.
const FEW: usize = 16;

/// The members of an object by their names. Where they are printed only the kinds of their values show.
#[derive(Clone, Default)]
pub struct Object(Vec<(Name, Value)>);

/// The order of the members counts nothing.
impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl Object {
    /// Of members as they stand; `None` where a name stands twice. Many names are sorted for that: no object is hostile enough to take long.
    pub(super) fn new(members: Vec<(Name, Value)>) -> Option<Self> {
        let once = if members.len() <= FEW {
            let before = |at: usize, name: &Name| members.iter().take(at).any(|member| member.0 == *name);
            !members.iter().enumerate().any(|(at, member)| before(at, &member.0))
        } else {
            let mut names: Vec<&str> = members.iter().map(|member| member.0.as_ref()).collect();
            names.sort_unstable();
            names.is_sorted_by(|one, next| one < next)
        };
        once.then_some(Object(members))
    }

    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|member| member.0 == name).map(|member| &member.1)
    }

    /// Whether there is a member of a name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// All members, as they stand.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a member, out of an object that is not needed any more.
    pub(crate) fn into_value(self, name: &str) -> Option<Value> {
        self.0.into_iter().find(|member| member.0 == name).map(|member| member.1)
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.0.iter_mut().map(|member| &mut member.1)
    }
}

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
            Value::Object(members) => members.serialize(serializer),
        }
    }
}

impl serde::Serialize for Object {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Value::Null => "Null",
            Value::Bool(_) => "Bool",
            Value::Integer(_) => "Integer",
            Value::Number(_) => "Number",
            Value::Text(_) => "Text",
            Value::List(_) => "List",
            Value::Object(_) => "Object",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(names: &[String]) -> Option<Object> {
        let value = |nth: usize| Value::Integer(nth as i64);
        Object::new(names.iter().enumerate().map(|(nth, text)| (name(text), value(nth))).collect())
    }

    #[test]
    fn a_name_that_stands_twice_is_found_among_few_and_among_many() {
        for count in [2, FEW - 1, FEW, FEW + 1, 500] {
            let mut names: Vec<String> = (0..count).map(|nth| format!("n{nth}")).collect();
            names[count / 2] = "iss".to_owned();
            let read = object(&names).unwrap();
            assert!(read.len() == count && read.iter().map(|member| member.0).eq(&names), "as they stand");
            for (nth, name) in names.iter().enumerate() {
                assert_eq!(read.get(name).and_then(Value::integer), Some(nth as i64));
            }
            assert!(!read.contains_key("n") && !read.contains_key(""));
            for (at, of) in [(0, count - 1), (count - 1, 0), (count - 1, count - 2), (0, count / 2)] {
                if at != of {
                    let mut twice = names.clone();
                    twice[at] = names[of].clone();
                    assert!(object(&twice).is_none(), "{at} as {of} of {count}");
                }
            }
        }
    }

    #[test]
    fn the_order_of_members_counts_nothing() {
        let of = |members: &[(&'static str, i64)]| {
            Object::new(members.iter().map(|(text, number)| (name(text), Value::Integer(*number))).collect())
                .unwrap()
        };
        let one = of(&[("iss", 1), ("a", 2)]);
        assert!(one == of(&[("a", 2), ("iss", 1)]));
        for other in
            [of(&[("a", 1), ("iss", 2)]), of(&[("iss", 1)]), of(&[("iss", 1), ("b", 2)]), Object::default()]
        {
            assert!(one != other);
        }
    }
}
