//! The life of an issuer's keys: published ahead, signing, still checked, gone.
//!
//! # Design
//! A verifier keeps an issuer's keys for a while, and tokens outlive the key that signed them. So a key is published before it signs (`next`), signs
//! (`active`), and is still checked after it (`retiring`); what leaked is `revoked` at once. The state is a list that the host's store holds; a step
//! answers the list that is to be written over the revision that was looked at. Ages never run below nought: a clock that goes back makes a key wait.
//!
//! Source: RFC 7517 section 5, OpenID Connect Core 1.0 section 10.1.1.

use crate::error::{Code, Error};
use crate::time;
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
/// let ring = KeyRing::begin("first", 0)?.stage("second", 89 * 86_400)?;
/// assert!(ring.switch(&times, 89 * 86_400 + 60).is_err(), "nobody may know it yet");
/// let ring = ring.switch(&times, 90 * 86_400)?;
/// assert_eq!(ring.signs(), Some("second"));
/// // What the first one signed is taken for eight days more.
/// assert!(ring.check("first", &times, 97 * 86_400).is_ok());
/// assert_eq!(ring.check("first", &times, 98 * 86_400).unwrap_err().code().as_str(), "key.status");
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Stored")]
pub struct KeyRing {
    version: u32,
    revision: u64,
    keys: Vec<RingKey>,
}

/// A ring as it was stored, by whomever.
#[derive(Deserialize)]
struct Stored {
    version: u32,
    #[serde(deserialize_with = "crate::store::revision")]
    revision: u64,
    keys: Vec<RingKey>,
}

impl TryFrom<Stored> for KeyRing {
    type Error = &'static str;

    fn try_from(Stored { version, revision, keys }: Stored) -> Result<Self, Self::Error> {
        let of = |status: KeyStatus| keys.iter().filter(|key| key.status == status).count();
        let mut names: Vec<&str> = keys.iter().map(|key| key.key.as_str()).collect();
        names.sort_unstable();
        match () {
            () if version != VERSION => Err("a ring of a form that this version does not know"),
            () if keys.len() > MOST => Err("a ring of more than 32 keys"),
            () if of(KeyStatus::Active) > 1 => Err("a ring of which two keys sign"),
            () if of(KeyStatus::Next) > 1 => Err("a ring of which two keys wait"),
            () if names.windows(2).any(|pair| pair.first() == pair.last()) => {
                Err("a ring that holds a key twice")
            }
            () if names.contains(&"") => Err("a ring with a key that has no thumbprint"),
            () => Ok(KeyRing { version, revision, keys }),
        }
    }
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
    ///
    /// # Errors
    /// `input.options` for a `now` that is no time in seconds, as all that asks for one; `key.status` for a thumbprint that is empty.
    pub fn begin(key: &str, now: i64) -> Result<Self, Error> {
        let key = RingKey::new(key, KeyStatus::Active, now)?;
        Ok(KeyRing { version: VERSION, revision: 1, keys: vec![key] })
    }

    /// Counts what was written: what a store compares.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The keys, the oldest first.
    pub fn keys(&self) -> &[RingKey] {
        &self.keys
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
    /// `key.status` where one waits already, where the key was here before, or where the ring is full; `input.options`.
    pub fn stage(&self, key: &str, now: i64) -> Result<Self, Error> {
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
        next.keys.push(RingKey::new(key, KeyStatus::Next, now)?);
        Ok(next)
    }

    /// Signs with the next key from now on; the one before retires. The wait is spared where no key signs, as after a leak: verifiers ask again for a
    /// key that they do not know.
    ///
    /// # Errors
    /// `key.status` where no key waits, or not for long enough; `input.options`.
    pub fn switch(&self, times: &KeyTimes, now: i64) -> Result<Self, Error> {
        time::check(now)?;
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
    /// `key.status` for a key that is not in the ring; `input.options`.
    pub fn revoke(&self, revoked: &str, now: i64) -> Result<Self, Error> {
        time::check(now)?;
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
    ///
    /// # Errors
    /// `input.options`.
    pub fn drop_ended(&self, times: &KeyTimes, now: i64) -> Result<Self, Error> {
        time::check(now)?;
        if !self.keys.iter().any(|key| key.has_ended(times, now)) {
            return Ok(self.clone());
        }
        let mut next = self.written(|_| ());
        next.keys.retain(|key| !key.has_ended(times, now));
        Ok(next)
    }

    /// Whether what was signed under a key, by its thumbprint, counts. The next key counts: the clock of the server that switched may be ahead.
    ///
    /// # Errors
    /// `key.revoked`; `key.status` for a key whose overlap is over; `token.unknown_key` for one that is not in the ring; `input.options`.
    pub fn check(&self, key: &str, times: &KeyTimes, now: i64) -> Result<(), Error> {
        time::check(now)?;
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
    fn new(key: &str, part: KeyStatus, since: i64) -> Result<Self, Error> {
        time::check(since)?;
        if key.is_empty() {
            return Err(status("a key needs its thumbprint"));
        }
        Ok(RingKey { key: key.to_owned(), status: part, since })
    }

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
        let ring = KeyRing::begin("a", 0).unwrap().revoke("a", 5 * DAY).unwrap();
        assert_eq!(ring.signs(), None);
        assert_eq!(code(ring.check("a", &times, 5 * DAY)), "key.revoked");
        assert_eq!(ring.due(&times)[0].what, RingDue::Stage);
        // The new one signs at once.
        let ring = ring.stage("b", 5 * DAY).unwrap().switch(&times, 5 * DAY).unwrap();
        assert_eq!((ring.signs(), ring.revision), (Some("b"), 4));
        assert_eq!(ring.published().collect::<Vec<_>>(), ["b"]);
        assert_eq!(code(ring.check("a", &times, 50 * DAY)), "key.revoked");
        assert_eq!(ring.drop_ended(&times, 14 * DAY).unwrap().keys.len(), 1);
    }

    #[test]
    fn steps_out_of_order_are_told() {
        let times = KeyTimes::default();
        let ring = KeyRing::begin("a", 0).unwrap();
        assert_eq!(code(ring.switch(&times, DAY)), "key.status");
        assert_eq!(code(ring.stage("a", DAY)), "key.status");
        assert_eq!(code(ring.revoke("b", DAY)), "key.status");
        let ring = ring.stage("b", DAY).unwrap();
        assert_eq!(code(ring.stage("c", DAY)), "key.status");
        assert_eq!(code(ring.switch(&times, 2 * DAY - 1)), "key.status");
        assert_eq!(code(ring.check("c", &times, DAY)), "token.unknown_key");
        // A clock that went back makes it wait, and no more.
        assert_eq!(code(ring.switch(&times, 0)), "key.status");
        assert!(ring.switch(&times, 2 * DAY).is_ok());
        for now in [-1, 1_800_000_000_000] {
            assert_eq!(code(KeyRing::begin("a", now)), "input.options");
            assert_eq!(code(ring.stage("c", now)), "key.status");
            assert_eq!(code(ring.switch(&times, now)), "input.options");
            assert_eq!(code(ring.revoke("a", now)), "input.options");
            assert_eq!(code(ring.check("a", &times, now)), "input.options");
            assert_eq!(code(ring.drop_ended(&times, now)), "input.options");
        }
        assert_eq!(code(KeyRing::begin("", 0)), "key.status");
    }

    #[test]
    fn rings_that_are_none() {
        let key = |key: &str, status: &str| format!(r#"{{"key":"{key}","status":"{status}","since":0}}"#);
        let ring = |version: u32, revision: u64, keys: &[String]| {
            let keys = keys.join(",");
            serde_json::from_str::<KeyRing>(&format!(
                r#"{{"version":{version},"revision":{revision},"keys":[{keys}]}}"#
            ))
        };
        let (a, b) = (key("a", "active"), key("b", "next"));
        let good = ring(1, 3, &[a.clone(), b.clone()]).unwrap();
        assert_eq!((good.signs(), good.revision(), good.keys().len()), (Some("a"), 3, 2));
        assert!(ring(1, 3, &[]).is_ok());
        for (version, revision, keys) in [
            (2, 3, vec![a.clone()]),
            (1, 1 << 53, vec![a.clone()]),
            (1, 3, vec![a.clone(), key("c", "active")]),
            (1, 3, vec![b.clone(), key("c", "next")]),
            (1, 3, vec![a.clone(), key("a", "retiring")]),
            (1, 3, vec![key("", "active")]),
            (1, 3, (0..33).map(|nth| key(&nth.to_string(), "revoked")).collect()),
        ] {
            assert!(ring(version, revision, &keys).is_err(), "{version} {revision} {keys:?}");
        }
    }

    #[test]
    fn what_is_due() {
        let times = KeyTimes::default();
        let ring = KeyRing::begin("a", 0).unwrap();
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
            let (mut ring, mut now, mut revoked) = (KeyRing::begin("k", 100 * DAY).unwrap(), 100 * DAY, Vec::<String>::new());
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
                    3 => ring.drop_ended(&times, now),
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
