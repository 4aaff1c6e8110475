//! The life of an issuer's keys: published ahead, signing, still checked, gone.
//!
//! # Design
//! A verifier keeps an issuer's keys for a while, and tokens outlive the key that signed them. So a key is published before it signs (`next`), signs
//! (`active`), and is still checked after it (`retiring`); what leaked is `revoked` at once. The state is a list that the host's store holds; a step
//! answers the list that is to be written over the revision that was looked at. Ages never run below nought: a clock that goes back makes a key wait.
//!
//! Source: RFC 7517 section 5, OpenID Connect Core 1.0 section 10.1.1.

use crate::error::{Code, Error};
use serde::{Deserialize, Serialize};

/// The form of [`KeyRing`].
const VERSION: u32 = 1;
/// Keys of a ring at most.
const MOST: usize = 32;

/// Where in its life a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    /// Published; it does not sign yet.
    Next,
    /// It signs.
    Active,
    /// It signs no more; what it signed is still taken.
    Retiring,
    /// Nothing counts under it.
    Revoked,
}

/// How long a key is what, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyTimes {
    /// How long it is published before it signs: as long as verifiers keep a set without asking again.
    pub ahead: u32,
    /// How long it signs.
    pub active: u32,
    /// How long it is checked after it signed last: as long as the longest of its tokens lives, and the leeway.
    pub overlap: u32,
}

impl Default for KeyTimes {
    /// A day ahead, 90 days of signing, 8 days of overlap: refresh tokens live for seven.
    fn default() -> Self {
        KeyTimes { ahead: 86_400, active: 90 * 86_400, overlap: 8 * 86_400 }
    }
}

/// A key of a ring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingKey {
    /// Its thumbprint (RFC 7638).
    pub key: String,
    /// Where in its life it is.
    pub status: KeyStatus,
    /// Since when: seconds since 1970.
    pub since: i64,
}

/// An issuer's keys, as a host's store holds them; written by compare-and-set over `revision`.
///
/// ```
/// use payymo::token::{KeyRing, KeyTimes};
/// let times = KeyTimes::default();
/// let ring = KeyRing::begin("first", 0).stage("second", 89 * 86_400)?;
/// assert!(ring.switch(&times, 89 * 86_400 + 60).is_err(), "nobody may know it yet");
/// let ring = ring.switch(&times, 90 * 86_400)?;
/// assert_eq!(ring.signs(), Some("second"));
/// // What the first one signed is taken for eight days more.
/// assert!(ring.check("first", &times, 97 * 86_400).is_ok());
/// assert_eq!(ring.check("first", &times, 98 * 86_400).unwrap_err().code().as_str(), "key.status");
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KeyRing {
    /// Of this form: 1.
    pub version: u32,
    /// Counts what was written.
    pub revision: u64,
    /// The keys, the oldest first.
    pub keys: Vec<RingKey>,
}

/// What is to be done with a ring, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RingStep {
    /// What.
    pub what: RingDue,
    /// From when on: seconds since 1970.
    pub at: i64,
}

/// What may be due.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RingDue {
    /// Make a key and [`stage`](KeyRing::stage) it.
    Stage,
    /// [`switch`](KeyRing::switch) to the next key.
    Switch,
    /// [`drop_ended`](KeyRing::drop_ended): this key's time is over.
    Drop(String),
}

fn status(said: impl Into<String>) -> Error {
    Error::new(Code::KeyStatus, said)
}

/// Seconds since a time, none where the clock stands before it.
fn age(since: i64, now: i64) -> i64 {
    now.saturating_sub(since).max(0)
}

impl KeyRing {
    /// A ring of one key, which signs at once.
    pub fn begin(key: &str, now: i64) -> Self {
        let key = RingKey { key: key.to_owned(), status: KeyStatus::Active, since: now };
        KeyRing { version: VERSION, revision: 1, keys: vec![key] }
    }

    fn known(&self) -> Result<(), Error> {
        if self.version == VERSION {
            Ok(())
        } else {
            Err(status("a ring of a form that this version does not know"))
        }
    }

    fn find(&self, wanted: KeyStatus) -> Option<&RingKey> {
        self.keys.iter().find(|key| key.status == wanted)
    }

    fn written(&self, change: impl FnMut(&mut RingKey)) -> Self {
        let mut next = KeyRing { revision: self.revision.saturating_add(1), ..self.clone() };
        next.keys.iter_mut().for_each(change);
        next
    }

    /// The key that signs, by its thumbprint.
    pub fn signs(&self) -> Option<&str> {
        self.find(KeyStatus::Active).map(|key| key.key.as_str())
    }

    /// The keys to publish: the next one, that which signs, those that are still checked.
    pub fn published(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().filter(|key| key.status != KeyStatus::Revoked).map(|key| key.key.as_str())
    }

    /// Publishes a key that is to sign next.
    ///
    /// # Errors
    /// `key.status` where one waits already, where the key was here before, or where the ring is full.
    pub fn stage(&self, key: &str, now: i64) -> Result<Self, Error> {
        self.known()?;
        if self.find(KeyStatus::Next).is_some() {
            return Err(status("a next key is there already: switch to it, or revoke it"));
        }
        if self.keys.iter().any(|known| known.key == key) {
            return Err(status("the key is or was in the ring: a next key is a new one"));
        }
        if self.keys.len() >= MOST {
            return Err(status("a ring of 32 keys: drop what has ended"));
        }
        let mut next = self.written(|_| ());
        next.keys.push(RingKey { key: key.to_owned(), status: KeyStatus::Next, since: now });
        Ok(next)
    }

    /// Signs with the next key from now on; the one before retires. The wait is spared where no key signs, as after a leak: verifiers ask again for a
    /// key that they do not know.
    ///
    /// # Errors
    /// `key.status` where no key waits, or not for long enough.
    pub fn switch(&self, times: &KeyTimes, now: i64) -> Result<Self, Error> {
        self.known()?;
        let next = self.find(KeyStatus::Next).ok_or_else(|| status("no next key: stage one"))?;
        let waits = i64::from(times.ahead).saturating_sub(age(next.since, now));
        if waits > 0 && self.signs().is_some() {
            let said = format!("the next key is to be known for {waits} seconds more before it signs");
            return Err(status(said));
        }
        Ok(self.written(|key| match key.status {
            KeyStatus::Next => (key.status, key.since) = (KeyStatus::Active, now),
            KeyStatus::Active => (key.status, key.since) = (KeyStatus::Retiring, now),
            KeyStatus::Retiring | KeyStatus::Revoked => {}
        }))
    }

    /// Nothing counts under a key from here on, whatever it was.
    ///
    /// # Errors
    /// `key.status` for a key that is not in the ring.
    pub fn revoke(&self, revoked: &str, now: i64) -> Result<Self, Error> {
        self.known()?;
        let key = self.keys.iter().find(|key| key.key == revoked);
        match key.map(|key| key.status) {
            None => Err(status("the key is not in the ring")),
            Some(KeyStatus::Revoked) => Ok(self.clone()),
            Some(_) => Ok(self.written(|key| {
                if key.key == revoked {
                    (key.status, key.since) = (KeyStatus::Revoked, now);
                }
            })),
        }
    }

    /// Without the keys whose time is over; as it is where there are none.
    #[must_use]
    pub fn drop_ended(&self, times: &KeyTimes, now: i64) -> Self {
        if !self.keys.iter().any(|key| key.has_ended(times, now)) {
            return self.clone();
        }
        let mut next = self.written(|_| ());
        next.keys.retain(|key| !key.has_ended(times, now));
        next
    }

    /// Whether what was signed under a key, by its thumbprint, counts. The next key counts: the clock of the server that switched may be ahead.
    ///
    /// # Errors
    /// `key.revoked`; `key.status` for a key whose overlap is over; `token.unknown_key` for one that is not in the ring.
    pub fn check(&self, key: &str, times: &KeyTimes, now: i64) -> Result<(), Error> {
        self.known()?;
        let said = "signed under a key that is not in the ring";
        let found = self.keys.iter().find(|known| known.key == key);
        let found = found.ok_or_else(|| Error::new(Code::TokenUnknownKey, said))?;
        match found.status {
            KeyStatus::Revoked => Err(Error::new(Code::KeyRevoked, "signed under a key that was revoked")),
            _ if found.has_ended(times, now) => {
                Err(status("signed under a key that was replaced, and its overlap is over"))
            }
            KeyStatus::Next | KeyStatus::Active | KeyStatus::Retiring => Ok(()),
        }
    }

    /// What is to be done, the earliest first.
    pub fn due(&self, times: &KeyTimes) -> Vec<RingStep> {
        let step = |what: RingDue, since: i64, after: i64| RingStep { what, at: since.saturating_add(after) };
        let (ahead, active) = (i64::from(times.ahead), i64::from(times.active));
        let mut steps = Vec::new();
        match (self.find(KeyStatus::Active), self.find(KeyStatus::Next)) {
            (Some(signs), None) => {
                steps.push(step(RingDue::Stage, signs.since, active.saturating_sub(ahead).max(0)))
            }
            (Some(signs), Some(next)) => {
                let at = signs.since.saturating_add(active).max(next.since.saturating_add(ahead));
                steps.push(RingStep { what: RingDue::Switch, at });
            }
            // Nothing signs: at once.
            (None, Some(next)) => steps.push(step(RingDue::Switch, next.since, 0)),
            (None, None) => steps.push(RingStep { what: RingDue::Stage, at: i64::MIN }),
        }
        let ends =
            self.keys.iter().filter(|key| matches!(key.status, KeyStatus::Retiring | KeyStatus::Revoked));
        steps.extend(
            ends.map(|key| step(RingDue::Drop(key.key.clone()), key.since, i64::from(times.overlap))),
        );
        steps.sort_by_key(|step| step.at);
        steps
    }
}

impl RingKey {
    fn has_ended(&self, times: &KeyTimes, now: i64) -> bool {
        matches!(self.status, KeyStatus::Retiring | KeyStatus::Revoked)
            && age(self.since, now) >= i64::from(times.overlap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: i64 = 86_400;

    fn code<T: core::fmt::Debug>(answer: Result<T, Error>) -> &'static str {
        answer.unwrap_err().code().as_str()
    }

    #[test]
    fn a_leak() {
        let times = KeyTimes::default();
        let ring = KeyRing::begin("a", 0).revoke("a", 5 * DAY).unwrap();
        assert_eq!(ring.signs(), None);
        assert_eq!(code(ring.check("a", &times, 5 * DAY)), "key.revoked");
        assert_eq!(ring.due(&times)[0].what, RingDue::Stage);
        // The new one signs at once.
        let ring = ring.stage("b", 5 * DAY).unwrap().switch(&times, 5 * DAY).unwrap();
        assert_eq!((ring.signs(), ring.revision), (Some("b"), 4));
        assert_eq!(ring.published().collect::<Vec<_>>(), ["b"]);
        assert_eq!(code(ring.check("a", &times, 50 * DAY)), "key.revoked");
        assert_eq!(ring.drop_ended(&times, 14 * DAY).keys.len(), 1);
    }

    #[test]
    fn steps_out_of_order_are_told() {
        let times = KeyTimes::default();
        let ring = KeyRing::begin("a", 0);
        assert_eq!(code(ring.switch(&times, DAY)), "key.status");
        assert_eq!(code(ring.stage("a", DAY)), "key.status");
        assert_eq!(code(ring.revoke("b", DAY)), "key.status");
        let ring = ring.stage("b", DAY).unwrap();
        assert_eq!(code(ring.stage("c", DAY)), "key.status");
        assert_eq!(code(ring.switch(&times, 2 * DAY - 1)), "key.status");
        assert_eq!(code(ring.check("c", &times, DAY)), "token.unknown_key");
        // A clock that went back makes it wait, and no more.
        assert_eq!(code(ring.switch(&times, -DAY)), "key.status");
        assert!(ring.switch(&times, 2 * DAY).is_ok());
        let later = KeyRing { version: 2, ..ring };
        assert_eq!(code(later.check("a", &times, DAY)), "key.status");
    }

    #[test]
    fn what_is_due() {
        let times = KeyTimes::default();
        let ring = KeyRing::begin("a", 0);
        assert_eq!(ring.due(&times), [RingStep { what: RingDue::Stage, at: 89 * DAY }]);
        let ring = ring.stage("b", 89 * DAY + 50).unwrap();
        assert_eq!(ring.due(&times), [RingStep { what: RingDue::Switch, at: 90 * DAY + 50 }]);
        let ring = ring.switch(&times, 90 * DAY + 50).unwrap();
        let due = ring.due(&times);
        assert_eq!(due[0], RingStep { what: RingDue::Drop("a".to_owned()), at: 98 * DAY + 50 });
        assert_eq!(due[1].what, RingDue::Stage);
    }

    proptest! {
        /// Whatever is done: one key signs at most, what is revoked never counts again, and what was signed a moment ago by a key that was not
        /// revoked counts.
        #[test]
        fn lives_of_rings(steps in prop::collection::vec((0..5_u8, 0..4_usize, -DAY..40 * DAY), 1..60)) {
            let times = KeyTimes::default();
            let (mut ring, mut now, mut revoked) = (KeyRing::begin("k", 0), 0_i64, Vec::<String>::new());
            for (nth, (what, which, seconds)) in steps.into_iter().enumerate() {
                let before = ring.signs().map(str::to_owned);
                let next = match what {
                    0 => ring.stage(&format!("k{nth}"), now),
                    1 => ring.switch(&times, now),
                    2 if which == 0 => {
                        let key = ring.keys.last().map(|key| key.key.clone()).unwrap_or_default();
                        revoked.push(key.clone());
                        ring.revoke(&key, now)
                    }
                    3 => Ok(ring.drop_ended(&times, now)),
                    _ => { now += seconds; Ok(ring.clone()) }
                };
                if let Ok(next) = next {
                    prop_assert!(next == ring || next.revision == ring.revision + 1);
                    ring = next;
                }
                prop_assert!(ring.keys.iter().filter(|key| key.status == KeyStatus::Active).count() <= 1);
                prop_assert!(ring.keys.iter().filter(|key| key.status == KeyStatus::Next).count() <= 1);
                prop_assert!(revoked.iter().all(|key| ring.check(key, &times, now).is_err()));
                if let Some(before) = before.filter(|key| !revoked.contains(key)) {
                    prop_assert!(ring.check(&before, &times, now).is_ok());
                }
            }
        }
    }
}
