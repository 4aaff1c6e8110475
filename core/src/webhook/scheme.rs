//! How a provider signs: a description in plain data.
//!
//! Source: docs.stripe.com/webhooks (signatures), developer.gocardless.com/api-reference (webhooks), and for what the parts of a description must be able to
//! say: the specification of Standard Webhooks, and the webhook documentation of GitHub, Paddle, Shopify and Slack.

use crate::crypto::Hash;
use serde::{Deserialize, Serialize};

/// How a provider signs its messages.
///
/// ```
/// use payymo::webhook::{Encoding, Part, Place, Scheme};
/// // GitHub: `X-Hub-Signature-256: sha256=…` over the body.
/// let mut place = Place::alone("X-Hub-Signature-256");
/// place.prefix = "sha256=".into();
/// let github = Scheme::new("github", place, Encoding::Hex, vec![Part::Body]);
/// assert!(github.check().is_ok());
/// // It can be kept as JSON.
/// let text = serde_json::to_string(&github).unwrap();
/// assert_eq!(serde_json::from_str::<Scheme>(&text).unwrap(), github);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Scheme {
    /// Its name, for verdicts and logs.
    pub name: String,
    /// The hash of the HMAC.
    pub hash: Hash,
    /// How the text of a secret becomes the key.
    pub secret: SecretForm,
    /// Where signatures stand.
    pub signature: Place,
    /// How they are spelled.
    pub encoding: Encoding,
    /// Whether the header of the signatures may come several times.
    #[serde(default)]
    pub header_may_repeat: bool,
    /// Where the time of signing stands: seconds since 1970. It must be among what is signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Place>,
    /// Where the id of the message stands. It must be among what is signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Place>,
    /// What is signed, in this order.
    pub signed: Vec<Part>,
    /// Which ids the events of a message have.
    pub event: EventId,
}

/// Where in the headers something stands: the value of a header or, where that is a list of pairs, those of one name. The prefix is taken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Place {
    /// The name of the header, in any case.
    pub header: String,
    /// The pair, where the header is a list of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<Pair>,
    /// What stands before the value and must be there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
}

/// A pair in a header such as `t=1,v1=ab`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Its name: `v1`. Pairs of other names are passed over.
    pub key: String,
    /// What stands between pairs: `,`.
    pub separator: char,
    /// What stands between name and value: `=`.
    pub equals: char,
}

/// A part of what is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Part {
    /// The timestamp, as it stands in its header.
    Timestamp,
    /// The id of the message, as it stands in its header.
    Id,
    /// The raw body.
    Body,
    /// A text that is always the same: a separator, a version, or the URL of the endpoint.
    Text(String),
}

/// How a signature is spelled. Each has one spelling: another one of the same bytes is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Encoding {
    /// Base 16 in small letters.
    Hex,
    /// Base 64 with its padding (RFC 4648 section 4).
    Base64,
    /// The alphabet of base64url, without padding (RFC 4648 section 5).
    Base64Url,
}

/// How the text of a secret becomes the key of the MAC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SecretForm {
    /// Its bytes are the key, a prefix such as `whsec_` among them.
    AsItStands,
    /// After a prefix it is base64 of the key.
    Base64 {
        /// The prefix, which must be there.
        prefix: String,
    },
}

/// Which ids the events of a message have. Only what is signed can name an event: an id in a header that is not signed can be changed to have an event handled again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventId {
    /// A member of the body, by the names on the way to it.
    Member(Vec<String>),
    /// A member of each object of a list, which is a member of the body.
    Each {
        /// The names on the way to the list.
        list: Vec<String>,
        /// The member of each of its objects.
        member: String,
    },
    /// The signed id of the message.
    Header,
    /// The SHA-256 of the body, for providers who sign no id: equal bodies are one event.
    Digest,
}

impl Place {
    /// Where it is in a message, for errors.
    pub(super) fn field(&self) -> String {
        format!("headers/{}", self.header)
    }

    /// The whole value of a header.
    pub fn alone(header: impl Into<String>) -> Self {
        Place { header: header.into(), pair: None, prefix: String::new() }
    }

    /// The values of one name in a header of pairs.
    pub fn pair(header: impl Into<String>, key: impl Into<String>, separator: char, equals: char) -> Self {
        Place { pair: Some(Pair { key: key.into(), separator, equals }), ..Place::alone(header) }
    }
}

impl Scheme {
    /// HMAC with SHA-256, a secret as it stands, neither timestamp nor id, and events known by their body.
    pub fn new(name: impl Into<String>, signature: Place, encoding: Encoding, signed: Vec<Part>) -> Self {
        Scheme {
            name: name.into(),
            hash: Hash::Sha256,
            secret: SecretForm::AsItStands,
            signature,
            encoding,
            header_may_repeat: false,
            timestamp: None,
            id: None,
            signed,
            event: EventId::Digest,
        }
    }

    /// Stripe: `Stripe-Signature: t=…,v1=…` over `t.body`; one event with its `id`. `v0` is of no live message and is passed over.
    pub fn stripe() -> Self {
        let place = |key: &str| Place::pair("Stripe-Signature", key, ',', '=');
        let signed = vec![Part::Timestamp, Part::Text(".".into()), Part::Body];
        Scheme {
            timestamp: Some(place("t")),
            event: EventId::Member(vec!["id".into()]),
            ..Scheme::new("stripe", place("v1"), Encoding::Hex, signed)
        }
    }

    /// GoCardless: `Webhook-Signature` over the body, without a timestamp; a list of `events`.
    pub fn gocardless() -> Self {
        Scheme {
            event: EventId::Each { list: vec!["events".into()], member: "id".into() },
            ..Scheme::new("gocardless", Place::alone("Webhook-Signature"), Encoding::Hex, vec![Part::Body])
        }
    }
}
