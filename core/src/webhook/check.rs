//! Whether a description of a scheme holds together.
//!
//! # Design
//! A signature binds a row of bytes, not its parts. `timestamp` and `body` with nothing between them can be cut elsewhere: the signature of time 17 and body
//! `00…` is that of time 1700 too. So before the body each part ends with a text that cannot be within the part, and after the body each begins with one: then
//! what was signed is cut in one way only.

use super::encoding;
use super::scheme::{EventId, Part, Place, Scheme, SecretForm};
use crate::error::{Code, Error};

/// Characters of a name, of a prefix, and of a text that is signed, which may be a URL.
const LONGEST_NAME: usize = 128;
const LONGEST_TEXT: usize = 2048;
/// Parts of what is signed, and names on the way to an event's id.
const MOST_PARTS: usize = 16;

fn bad(field: &str, said: &str) -> Error {
    Error::new(Code::WebhookScheme, said).at_field(format!("scheme/{field}"))
}

fn is_graphic(text: &str) -> bool {
    text.len() <= LONGEST_NAME && text.bytes().all(|byte| byte.is_ascii_graphic())
}

impl Scheme {
    /// Whether it holds together, and binds what it reads.
    ///
    /// # Errors
    /// `webhook.scheme`, with the field.
    pub fn check(&self) -> Result<(), Error> {
        if self.name.is_empty() || !is_graphic(&self.name) {
            return Err(bad("name", "a scheme needs a name of ASCII letters without spaces"));
        }
        if let SecretForm::Base64 { prefix } = &self.secret
            && !is_graphic(prefix)
        {
            return Err(bad("secret", "a prefix of more than 128 characters, or of others than ASCII"));
        }
        self.check_places()?;
        self.check_signed()?;
        self.check_event()
    }

    fn places(&self) -> impl Iterator<Item = (&'static str, &Place)> {
        let timestamp = self.timestamp.iter().map(|place| ("timestamp", place));
        let id = self.id.iter().map(|place| ("id", place));
        [("signature", &self.signature)].into_iter().chain(timestamp).chain(id)
    }

    fn check_places(&self) -> Result<(), Error> {
        for (field, place) in self.places() {
            check_place(field, place)?;
            for (other, with) in self.places().filter(|other| other.0 != field) {
                let apart = match (&place.pair, &with.pair) {
                    (Some(one), Some(two)) => {
                        one.key != two.key && one.separator == two.separator && one.equals == two.equals
                    }
                    _ => false,
                };
                if !apart && place.header.eq_ignore_ascii_case(&with.header) {
                    let said = format!("stands in the header of {other}, and is not told apart from it");
                    return Err(bad(field, &said));
                }
            }
        }
        if let Some(pair) = &self.signature.pair
            && encoding::holds(self.encoding, pair.separator)
        {
            return Err(bad("signature", "a separator that can be within a signature"));
        }
        Ok(())
    }

    fn check_signed(&self) -> Result<(), Error> {
        let bad = |said: &str| Err(bad("signed", said));
        let count = |wanted: &Part| self.signed.iter().filter(|part| *part == wanted).count();
        if self.signed.len() > MOST_PARTS {
            return bad("more than 16 parts");
        }
        if count(&Part::Body) != 1 {
            return bad("the body must be signed, once");
        }
        if count(&Part::Timestamp) != usize::from(self.timestamp.is_some()) {
            return bad("a timestamp must be signed, once, and one that is signed must stand somewhere");
        }
        if count(&Part::Id) != usize::from(self.id.is_some()) {
            return bad("an id must be signed, once, and one that is signed must stand somewhere");
        }
        let texts = self.signed.iter().filter_map(text);
        if texts.clone().any(|text| text.is_empty() || text.len() > LONGEST_TEXT) {
            return bad("a text that is empty or longer than 2048 bytes");
        }
        let mut after_body = false;
        let mut before: Option<&Part> = None;
        for (nth, part) in self.signed.iter().enumerate() {
            let border = if after_body { before } else { self.signed.get(nth + 1) };
            let border = border.and_then(text).and_then(|text| match after_body {
                true => text.chars().next_back(),
                false => text.chars().next(),
            });
            match part {
                Part::Timestamp if border.is_none_or(|border| border.is_ascii_digit()) => {
                    return bad(
                        "nothing separates the timestamp from the body or from what stands beside it",
                    );
                }
                Part::Id if border.is_none() => {
                    return bad("nothing separates the id from the body or from what stands beside it");
                }
                Part::Body => after_body = true,
                _ => {}
            }
            before = Some(part);
        }
        Ok(())
    }

    fn check_event(&self) -> Result<(), Error> {
        let named = |names: &[String]| {
            !names.is_empty() && names.len() <= MOST_PARTS && names.iter().all(|name| !name.is_empty())
        };
        let holds = match &self.event {
            EventId::Member(names) => named(names),
            EventId::Each { list, member } => named(list) && !member.is_empty(),
            EventId::Header => self.id.is_some(),
            EventId::Digest => true,
        };
        if holds { Ok(()) } else { Err(bad("event", "the event's id stands nowhere, or is not signed")) }
    }

    /// What may not be within an id, since it separates it from its neighbours.
    pub(super) fn is_beside_id(&self, character: char) -> bool {
        let beside = |pair: &[Part]| match pair {
            [Part::Id, Part::Text(text)] | [Part::Text(text), Part::Id] => text.contains(character),
            _ => false,
        };
        self.signed.windows(2).any(beside)
    }
}

fn text(part: &Part) -> Option<&str> {
    match part {
        Part::Text(text) => Some(text),
        _ => None,
    }
}

fn check_place(field: &str, place: &Place) -> Result<(), Error> {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let name = &place.header;
    if name.is_empty() || name.len() > LONGEST_NAME || !name.bytes().all(is_token) {
        return Err(bad(field, "not the name of a header (RFC 9110 section 5.6.2)"));
    }
    if !is_graphic(&place.prefix) {
        return Err(bad(field, "a prefix of more than 128 characters, or of others than ASCII"));
    }
    let Some(pair) = &place.pair else { return Ok(()) };
    let is_mark = |mark: char| mark.is_ascii_punctuation() || mark == ' ';
    if !is_mark(pair.separator) || !pair.equals.is_ascii_punctuation() || pair.separator == pair.equals {
        return Err(bad(field, "pairs need two different marks: one between pairs, one within"));
    }
    if pair.key.is_empty() || !is_graphic(&pair.key) || pair.key.contains([pair.separator, pair.equals]) {
        return Err(bad(field, "a pair needs a name that holds none of its marks"));
    }
    if place.prefix.contains(pair.separator) {
        return Err(bad(field, "a prefix that holds the mark between pairs"));
    }
    Ok(())
}
