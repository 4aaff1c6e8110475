//! The life of a login: refresh tokens that take each other's place.
//!
//! # Design
//! A refresh token is used once: it is exchanged for its successor. Whoever comes with one that was exchanged before shows that it was copied, and
//! the whole family ends. Answers get lost, so for some seconds the same client may come again and is given the same successor: of two live successors
//! there is never one.
//!
//! The machine computes and keeps nothing. `refresh` looks at the family as the host's store holds it and says what to write where nothing was written
//! since; only when the store says that it was written ([`Written::Applied`]) is there a [`Granted`], and only of one can tokens be made. Several
//! servers agree by that one compare-and-set. A clock that goes back makes nothing younger than it was seen: time never runs below the last exchange.
//! Ids are compared in constant time, though nobody comes this far without a signature.

use super::holder::{Holder, Login, Presented};
use super::lifetimes::Lifetimes;
use crate::crypto::same;
use crate::error::{Code, Error};
use crate::store::Written;
use crate::time;
use core::fmt;
use serde::{Deserialize, Serialize};

/// A family, as a host's store holds it: one row, written by compare-and-set over its `revision`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Family {
    /// Of this form: 1.
    pub version: u32,
    /// Counts what was written.
    #[serde(deserialize_with = "crate::store::revision")]
    pub revision: u64,
    /// Its id.
    pub id: String,
    /// Who logged in.
    pub subject: String,
    /// Whose data they work on.
    pub tenant: String,
    /// Who holds the refresh token: the client, and the key that it is bound to, if any.
    pub holder: Holder,
    /// When it ends, whatever is renewed: seconds since 1970.
    pub expires: i64,
    /// The id of the refresh token that is live.
    pub live: String,
    /// When that one expires.
    pub live_until: i64,
    /// The one before, and when it was exchanged.
    pub before: Option<Exchanged>,
    /// When and why it was ended.
    pub ended: Option<Ended>,
}

/// A token that was exchanged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchanged {
    /// Its id.
    pub id: String,
    /// When.
    pub at: i64,
}

/// The end of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// When.
    pub at: i64,
    /// Why.
    pub why: Why,
}

/// Why a family ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// A refresh token came again after it was exchanged.
    Reuse,
    /// A refresh token came from another holder.
    OtherHolder,
    /// Somebody logged out.
    Logout,
    /// The host ended it.
    Revoked,
}

/// Ids and subjects are not for logs.
impl fmt::Debug for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Family")
            .field("revision", &self.revision)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

/// What is to be done with a refresh token that came.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refresh {
    /// Write this family where the store still has the revision that was looked at; then its live token may be made.
    Exchange(Family),
    /// The same client came again: its live token may be made once more. Nothing is to be written; the store must still have this revision.
    Again(Family),
    /// Write this family, and try again until it is written: it is ended, and nothing of it is accepted from here on.
    End(Family, Why),
    /// Refused; nothing is to be written.
    Refused(Refusal),
}

/// Why nothing is done to a family: a refresh token is refused without harm to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The family ended before.
    Ended(Why),
    /// The family, or its live token, has expired.
    Expired,
    /// The token before came again, and the clock stands further behind its exchange than clocks differ: whether it came in time cannot be told.
    Clock,
    /// The family is of a form that this version does not know.
    Version,
}

/// The form of [`Family`].
const VERSION: u32 = 1;

/// A family of which tokens may be made: its store has said so.
#[derive(Clone, PartialEq, Eq)]
pub struct Granted(Family);

impl Granted {
    /// The family.
    pub fn family(&self) -> &Family {
        &self.0
    }
}

impl fmt::Debug for Granted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Granted").field(&self.0).finish()
    }
}

impl Family {
    /// A family at its beginning; `id` and `live` are fresh ([`fresh_id`](super::fresh_id)).
    ///
    /// # Errors
    /// `input.options` for ids that are empty or the same, empty names, lifetimes out of their ranges, and a `now` that is no time in seconds;
    /// `token.binding`.
    pub fn begin(
        id: String,
        live: String,
        login: Login,
        lifetimes: &Lifetimes,
        now: i64,
    ) -> Result<Self, Error> {
        lifetimes.check()?;
        time::check(now)?;
        login.check()?;
        if id.is_empty() || live.is_empty() || id == live {
            return Err(Error::new(Code::InputOptions, "a family and its token need a fresh id each")
                .at_field("random"));
        }
        let expires = now.saturating_add(i64::from(lifetimes.family));
        let live_until = now.saturating_add(i64::from(lifetimes.refresh)).min(expires);
        let Login { subject, tenant, holder } = login;
        Ok(Family {
            version: VERSION,
            revision: 1,
            id,
            subject,
            tenant,
            holder,
            expires,
            live,
            live_until,
            before: None,
            ended: None,
        })
    }

    /// The family whose tokens may be made, once the store has said that it was written: at its beginning where no such id was. Nothing of one that
    /// has ended or is of a form that this version does not know, whatever the store says.
    pub fn granted(self, written: Written) -> Option<Granted> {
        let lives = self.version == VERSION && self.ended.is_none();
        (written == Written::Applied && lives).then_some(Granted(self))
    }

    fn written(&self) -> Self {
        Family { revision: self.revision.saturating_add(1), ..self.clone() }
    }

    /// The family ended, to be written until it is.
    ///
    /// # Errors
    /// That it ended before, or is of a form that this version does not know: nothing is to be written.
    pub fn end(&self, why: Why, now: i64) -> Result<Self, Refusal> {
        self.lives()?;
        Ok(self.ended(why, now))
    }

    fn ended(&self, why: Why, now: i64) -> Self {
        Family { ended: Some(Ended { at: now, why }), ..self.written() }
    }

    fn lives(&self) -> Result<(), Refusal> {
        match self.ended {
            _ if self.version != VERSION => Err(Refusal::Version),
            Some(ended) => Err(Refusal::Ended(ended.why)),
            None => Ok(()),
        }
    }

    /// What to do with a refresh token that came; `next` is a fresh id for its successor.
    ///
    /// # Errors
    /// `input.options` where this is not the token's family, for an id that is not fresh, lifetimes out of their ranges, and a `now` that is no time
    /// in seconds.
    pub fn refresh(
        &self,
        came: &Presented,
        next: String,
        lifetimes: &Lifetimes,
        now: i64,
    ) -> Result<Refresh, Error> {
        let bad = |field: &str, said: &str| Err(Error::new(Code::InputOptions, said).at_field(field));
        lifetimes.check()?;
        time::check(now)?;
        let claims = &came.verified.claims;
        let of_token = self.id == came.family
            && claims.subject() == Some(self.subject.as_str())
            && claims.text("tenant") == Some(self.tenant.as_str());
        if !of_token {
            return bad("state", "the state of another family than the token's");
        }
        // Of random bytes that repeat, a successor could be a token that was copied. That it is live already is a second try of the same exchange.
        let known = [Some(&self.id), Some(&came.id), self.before.as_ref().map(|before| &before.id)];
        if next.is_empty() || known.contains(&Some(&next)) {
            return bad("random", "an id that was there before: its bytes must be fresh each time");
        }
        Ok(self.decide(&came.id, &came.from, next, lifetimes, now))
    }

    /// The machine itself.
    pub(super) fn decide(
        &self,
        id: &str,
        from: &Holder,
        next: String,
        lifetimes: &Lifetimes,
        now: i64,
    ) -> Refresh {
        // The end of a family comes before everything, grace too.
        if let Err(refusal) = self.lives() {
            return Refresh::Refused(refusal);
        }
        let same_holder = from.is(&self.holder);
        let grace = i64::from(lifetimes.grace);
        let exchanged = self.before.as_ref().map_or(now, |before| before.at);
        if same(id.as_bytes(), self.live.as_bytes()) {
            if !same_holder {
                return Refresh::End(self.ended(Why::OtherHolder, now), Why::OtherHolder);
            }
            let now = now.max(exchanged);
            if now >= self.live_until || now >= self.expires {
                return Refresh::Refused(Refusal::Expired);
            }
            let until = now.saturating_add(i64::from(lifetimes.refresh)).min(self.expires);
            let before = Some(Exchanged { id: self.live.clone(), at: now });
            return Refresh::Exchange(Family { live: next, live_until: until, before, ..self.written() });
        }
        let last = self.before.as_ref().is_some_and(|before| same(before.id.as_bytes(), id.as_bytes()));
        match now.saturating_sub(exchanged) {
            _ if !last || !same_holder => Refresh::End(self.ended(Why::Reuse, now), Why::Reuse),
            age if age > grace => Refresh::End(self.ended(Why::Reuse, now), Why::Reuse),
            // Clocks of servers differ by less than the grace; one that stands hours behind would stretch it by hours.
            age if age < -grace => Refresh::Refused(Refusal::Clock),
            _ if now >= self.expires || now >= self.live_until => Refresh::Refused(Refusal::Expired),
            _ => Refresh::Again(self.clone()),
        }
    }
}

impl Refresh {
    /// The family whose live tokens may be made, once the store has answered: for [`Again`](Refresh::Again) that it still has the revision that was
    /// looked at. Nothing else grants.
    pub fn confirm(self, written: Written) -> Option<Granted> {
        match (self, written) {
            (Refresh::Exchange(family) | Refresh::Again(family), written) => family.granted(written),
            _ => None,
        }
    }
}
