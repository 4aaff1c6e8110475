//! What the headers of a message say of its signature.

use super::encoding;
use super::freshness;
use super::scheme::{Place, Scheme};
use crate::crypto::Secret;
use crate::error::{Code, Error};

/// Bytes of one header's value.
const LONGEST: usize = 8 * 1024;
/// Pairs of one header, and signatures of one message.
const MOST_PAIRS: usize = 64;
pub(super) const MOST_CANDIDATES: usize = 16;
/// Characters of a message's id.
const LONGEST_ID: usize = 255;

/// What was read. Nothing of it is trusted yet.
pub(super) struct Envelope<'h> {
    /// Signatures, each with as many bytes as the hash has; one at least.
    pub(super) candidates: Vec<Secret>,
    /// The timestamp as it stands, and its value.
    pub(super) timestamp: Option<(&'h str, i64)>,
    pub(super) id: Option<&'h str>,
}

impl<'h> Envelope<'h> {
    /// # Errors
    /// `webhook.missing`, `webhook.repeated`, `webhook.too_large`, `webhook.header`, `webhook.encoding`, `webhook.candidates`,
    /// `webhook.no_signature`, `webhook.timestamp`, `webhook.timestamp_unit`, `webhook.id`.
    pub(super) fn read(scheme: &Scheme, headers: &[(&str, &'h [u8])]) -> Result<Self, Error> {
        let candidates = candidates(scheme, headers)?;
        let timestamp = match &scheme.timestamp {
            None => None,
            Some(place) => {
                let text = one(place, headers, scheme, "timestamp", Code::WebhookTimestamp)?;
                Some((text, freshness::seconds(text).map_err(|error| error.at_field(place.field()))?))
            }
        };
        let id = match &scheme.id {
            None => None,
            Some(place) => Some(id(scheme, place, one(place, headers, scheme, "id", Code::WebhookId)?)?),
        };
        Ok(Envelope { candidates, timestamp, id })
    }
}

fn candidates(scheme: &Scheme, headers: &[(&str, &[u8])]) -> Result<Vec<Secret>, Error> {
    let place = &scheme.signature;
    let values = values(place, headers, scheme.header_may_repeat)?;
    if values.is_empty() {
        let said = match &place.pair {
            Some(pair) => format!("the header holds no signature {}", pair.key),
            None => "the header is empty".to_owned(),
        };
        return Err(Error::new(Code::WebhookNoSignature, said).at_field(place.field()));
    }
    if values.len() > MOST_CANDIDATES {
        let said = format!("more than {MOST_CANDIDATES} signatures");
        return Err(Error::new(Code::WebhookCandidates, said).at_field(place.field()));
    }
    let decoded = |text: &str| {
        let bytes = encoding::decoded(scheme.encoding, text);
        let whole = bytes.filter(|bytes| bytes.len() == scheme.hash.bytes());
        // Not secret; only so are they compared in constant time.
        whole.map(Secret::new).ok_or_else(|| {
            let said = "a signature of another length or spelling than the scheme's";
            Error::new(Code::WebhookEncoding, said).at_field(place.field())
        })
    };
    values.into_iter().map(decoded).collect()
}

/// What stands once.
fn one<'h>(
    place: &Place,
    headers: &[(&str, &'h [u8])],
    scheme: &Scheme,
    what: &str,
    code: Code,
) -> Result<&'h str, Error> {
    // A header of signatures that comes several times may hold the timestamp in one of them.
    let shared = place.header.eq_ignore_ascii_case(&scheme.signature.header);
    match values(place, headers, shared && scheme.header_may_repeat)?.as_slice() {
        [value] => Ok(value),
        [] => Err(Error::new(code, format!("the header holds no {what}")).at_field(place.field())),
        _ => Err(Error::new(Code::WebhookRepeated, format!("the {what} stands several times"))
            .at_field(place.field())),
    }
}

fn id<'h>(scheme: &Scheme, place: &Place, text: &'h str) -> Result<&'h str, Error> {
    if text.len() > LONGEST_ID || text.chars().any(|character| scheme.is_beside_id(character)) {
        let said = "an id that is too long, or holds what separates it from the rest";
        return Err(Error::new(Code::WebhookId, said).at_field(place.field()));
    }
    Ok(text)
}

/// The values at a place, none of them empty.
fn values<'h>(place: &Place, headers: &[(&str, &'h [u8])], may_repeat: bool) -> Result<Vec<&'h str>, Error> {
    let error = |code: Code, said: &str| Error::new(code, said).at_field(place.field());
    let mut found = headers.iter().filter(|header| header.0.eq_ignore_ascii_case(&place.header)).peekable();
    if found.peek().is_none() {
        return Err(error(Code::WebhookMissing, "the header is not there"));
    }
    let mut values = Vec::new();
    for (nth, (_, value)) in found.enumerate() {
        if nth > 0 && !may_repeat {
            return Err(error(Code::WebhookRepeated, "the header is there several times"));
        }
        if nth >= MOST_CANDIDATES {
            return Err(error(Code::WebhookCandidates, "the header is there more than 16 times"));
        }
        let value = plain(value, place).map_err(|(code, said)| error(code, said))?;
        let malformed = || error(Code::WebhookHeader, "the header is not of the scheme's form");
        let Some(pair) = &place.pair else {
            if !value.is_empty() {
                values.push(value.strip_prefix(place.prefix.as_str()).ok_or_else(malformed)?);
            }
            continue;
        };
        for (nth, text) in value.split(pair.separator).enumerate() {
            let (key, text) = text.split_once(pair.equals).ok_or_else(malformed)?;
            if nth >= MOST_PAIRS {
                return Err(error(Code::WebhookTooLarge, "more than 64 pairs in the header"));
            }
            if key.is_empty() || text.is_empty() {
                return Err(malformed());
            }
            if key == pair.key {
                values.push(text.strip_prefix(place.prefix.as_str()).ok_or_else(malformed)?);
            }
        }
    }
    if values.iter().any(|value| value.is_empty()) {
        return Err(error(Code::WebhookHeader, "nothing stands behind the prefix"));
    }
    Ok(values)
}

/// A value of ASCII without spaces, but for those between pairs.
fn plain<'h>(value: &'h [u8], place: &Place) -> Result<&'h str, (Code, &'static str)> {
    if value.len() > LONGEST {
        return Err((Code::WebhookTooLarge, "a header beyond 8192 bytes"));
    }
    let between = place.pair.as_ref().is_some_and(|pair| pair.separator == ' ');
    let is_plain = |byte: &u8| byte.is_ascii_graphic() || (between && *byte == b' ');
    if !value.iter().all(is_plain) {
        return Err((Code::WebhookHeader, "a header with spaces, or with other characters than ASCII"));
    }
    core::str::from_utf8(value).map_err(|_| (Code::WebhookHeader, "a header that is not ASCII"))
}
