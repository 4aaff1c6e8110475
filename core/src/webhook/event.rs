//! The ids of the events of a verified body.
//!
//! # Design
//! The body is read for its ids alone and kept nowhere. It must be JSON of one meaning all the same: where a member stands twice, the id that is claimed here
//! could be another than the one that the host reads.

use super::scheme::EventId;
use crate::error::{Code, Error};
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Values within values.
const DEPTH: usize = 64;
/// Events of a message, and characters of an id.
const MOST: usize = 1000;
const LONGEST: usize = 255;

fn bad(said: &str) -> Error {
    Error::new(Code::WebhookEventId, said).at_field("body")
}

/// # Errors
/// `webhook.event_json`, `webhook.event_id`.
pub(super) fn ids(event: &EventId, signed: Option<&str>, body: &[u8]) -> Result<Vec<String>, Error> {
    let steps = match event {
        EventId::Member(names) => names.iter().map(|name| Step::Into(name)).collect::<Vec<_>>(),
        EventId::Each { list, member } => {
            let way = list.iter().map(|name| Step::Into(name));
            way.chain([Step::Each, Step::Into(member)]).collect()
        }
        EventId::Header => {
            return signed.map(|id| vec![id.to_owned()]).ok_or_else(|| bad("the message has no signed id"));
        }
        EventId::Digest => return Ok(vec![digest(body)]),
    };
    let mut found = Vec::new();
    read(body, &steps, &mut found)?;
    if found.is_empty() {
        return Err(bad("the body has no event"));
    }
    let mut known = BTreeSet::new();
    for id in &found {
        if id.is_empty() || id.len() > LONGEST || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(bad("an id that is empty, longer than 255 characters, or not printable ASCII"));
        }
        if !known.insert(id.as_str()) {
            return Err(bad("two events with the same id"));
        }
    }
    Ok(found)
}

fn digest(body: &[u8]) -> String {
    use core::fmt::Write;
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(body) {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A step on the way to an id.
#[derive(Clone, Copy)]
enum Step<'s> {
    Into(&'s str),
    Each,
}

const TWICE: &str = "a member stands twice";
const DEEP: &str = "values nested deeper than 64";
const MISSING: &str = "an event without an id, or a body without events";
const KIND: &str = "an id that is neither text nor a whole number";
const MANY: &str = "more than 1000 events";
const IDS: [&str; 3] = [MISSING, KIND, MANY];
const FORM: [&str; 2] = [TWICE, DEEP];

fn read(body: &[u8], steps: &[Step<'_>], found: &mut Vec<String>) -> Result<(), Error> {
    let wrong = |said: &str| Error::new(Code::WebhookEventJson, said).at_field("body");
    let text = core::str::from_utf8(body).map_err(|_| wrong("the body is not UTF-8"))?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Seek { way: Some(steps), depth: DEPTH, found }.deserialize(&mut reader);
    // What serde_json says may hold a piece of the text: only our own words are handed on.
    read.and_then(|()| reader.end()).map_err(|fault| {
        let said = fault.to_string();
        let own = |all: &[&'static str]| all.iter().find(|one| said.starts_with(*one)).copied();
        match own(&IDS) {
            Some(said) => bad(said),
            None => wrong(own(&FORM).unwrap_or("the body is not JSON")),
        }
    })
}

/// Walks through a value: on the way to the ids where there is one, past everything else.
struct Seek<'s, 'f> {
    way: Option<&'s [Step<'s>]>,
    depth: usize,
    found: &'f mut Vec<String>,
}

impl Seek<'_, '_> {
    /// A value that is neither object nor list: an id, where the way ends here.
    fn leaf<E: serde::de::Error>(self, id: Option<String>) -> Result<(), E> {
        match (self.way, id) {
            (None, _) => Ok(()),
            (Some([]), Some(id)) => {
                self.found.push(id);
                Ok(())
            }
            (Some([]), None) => Err(E::custom(KIND)),
            (Some(_), _) => Err(E::custom(MISSING)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seek<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.leaf(None)
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<(), E> {
        self.leaf(None)
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<(), E> {
        self.leaf(Some(number.to_string()))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        self.leaf(Some(number.to_string()))
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<(), E> {
        self.leaf(None)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        let id = self.way.is_some().then(|| text.to_owned());
        self.leaf(id)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let depth = self.depth.checked_sub(1).ok_or_else(|| A::Error::custom(DEEP))?;
        let way = match self.way {
            None => None,
            Some([Step::Each, rest @ ..]) => Some(rest),
            Some([]) => return Err(A::Error::custom(KIND)),
            Some(_) => return Err(A::Error::custom(MISSING)),
        };
        while list.next_element_seed(Seek { way, depth, found: &mut *self.found })?.is_some() {
            if self.found.len() > MOST {
                return Err(A::Error::custom(MANY));
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let depth = self.depth.checked_sub(1).ok_or_else(|| A::Error::custom(DEEP))?;
        let (name, rest) = match self.way {
            None => (None, None),
            Some([Step::Into(name), rest @ ..]) => (Some(*name), Some(rest)),
            Some([]) => return Err(A::Error::custom(KIND)),
            Some(_) => return Err(A::Error::custom(MISSING)),
        };
        let mut known = BTreeSet::new();
        let mut reached = false;
        while let Some(member) = map.next_key::<String>()? {
            let here = name == Some(member.as_str());
            reached |= here;
            let way = if here { rest } else { None };
            if !known.insert(member) {
                return Err(A::Error::custom(TWICE));
            }
            map.next_value_seed(Seek { way, depth, found: &mut *self.found })?;
        }
        if name.is_some() && !reached { Err(A::Error::custom(MISSING)) } else { Ok(()) }
    }
}
