//! A message that is its provider's.

use super::event;
use super::freshness::Freshness;
use super::scheme::EventId;
use crate::error::Error;
use core::fmt;

/// A message that is its provider's, with the bytes of which that holds.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified<'b> {
    /// The name of the scheme.
    pub scheme: String,
    /// When it was signed, and whether that was looked at.
    pub freshness: Freshness,
    /// The name of the secret that fits: once no message comes under the old one, a rotation can be ended.
    pub secret: String,
    /// The signed id of the message, where the scheme has one.
    pub id: Option<String>,
    pub(super) body: &'b [u8],
    pub(super) event: EventId,
}

impl<'b> Verified<'b> {
    /// The body that was verified. Parse this, and nothing that a framework parsed before.
    pub fn body(&self) -> &'b [u8] {
        self.body
    }

    /// The ids of its events, in their order and none twice: each is claimed by itself (see [`claim`](super::claim)). They are
    /// of printable ASCII, with at most 255 characters, and differ by the case of letters too.
    ///
    /// # Errors
    /// `webhook.event_json`, `webhook.event_id`.
    pub fn event_ids(&self) -> Result<Vec<String>, Error> {
        event::ids(&self.event, self.id.as_deref(), self.body)
    }
}

/// The body may be about people, and an id is the sender's text.
impl fmt::Debug for Verified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified")
            .field("scheme", &self.scheme)
            .field("freshness", &self.freshness)
            .field("secret", &self.secret)
            .finish_non_exhaustive()
    }
}
