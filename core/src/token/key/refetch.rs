//! When a verifier asks an issuer for its keys again.
//!
//! # Design
//! Keys are kept for a while and asked for anew before they are old. A token under a key that is not known may be the first of a new key, or one of
//! thousands that somebody makes up: so it causes a fetch only once in a while, whoever sends how many. Which server fetches is decided by one
//! compare-and-set of the state; whoever lost it uses what is there. A time that lies ahead of the clock by more than a wait was written by a clock that
//! was wrong, and counts as none.

use serde::{Deserialize, Serialize};

/// The form of [`Fetches`].
const VERSION: u32 = 1;
/// Waits double with each failure, up to so many times.
const DOUBLED: u32 = 5;

/// How long what is used, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FetchTimes {
    /// How long a set is used without asking.
    pub fresh: u32,
    /// How long it is used where the issuer cannot be reached.
    pub stale: u32,
    /// How long to wait between two fetches.
    pub cooldown: u32,
}

impl Default for FetchTimes {
    /// An hour, a day, a minute.
    fn default() -> Self {
        FetchTimes { fresh: 3600, stale: 86_400, cooldown: 60 }
    }
}

/// What is known of the fetches of an issuer's set; written by compare-and-set over `revision`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fetches {
    /// Of this form: 1.
    pub version: u32,
    /// Counts what was written.
    #[serde(deserialize_with = "crate::store::revision")]
    pub revision: u64,
    /// When the set came that is used: seconds since 1970.
    pub fetched: Option<i64>,
    /// When a fetch was begun last.
    pub tried: Option<i64>,
    /// Fetches that failed since one did not.
    pub failures: u32,
}

impl Default for Fetches {
    fn default() -> Self {
        Fetches { version: VERSION, revision: 0, fetched: None, tried: None, failures: 0 }
    }
}

/// What to do before a token is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fetch {
    /// Use the set that is there.
    Use,
    /// Write this state; where it was written, fetch. The set that is there is good enough meanwhile.
    Behind(Fetches),
    /// Write this state; where it was written, fetch, and check the token with what comes. Else refuse it.
    First(Fetches),
    /// Refuse the token, or leave it unknown: no fetch for so many seconds.
    Wait(i64),
}

impl Fetches {
    fn wait(&self, times: &FetchTimes, now: i64) -> i64 {
        let wait = i64::from(times.cooldown) << self.failures.min(DOUBLED);
        let since = self.tried.map_or(i64::MAX, |tried| now.saturating_sub(tried));
        if since < -wait { 0 } else { wait.saturating_sub(since).clamp(0, wait) }
    }

    fn begun(&self, now: i64) -> Self {
        Fetches { tried: Some(now), revision: self.revision.saturating_add(1), ..self.clone() }
    }

    /// Before a token is checked, and again where it names a key that the set does not have (`unknown_key`).
    ///
    /// ```
    /// use payymo::token::{Fetch, FetchTimes, Fetches};
    /// let times = FetchTimes::default();
    /// let Fetch::First(begun) = Fetches::default().decide(&times, false, 1000) else { panic!() };
    /// let state = begun.ended(true, 1001);
    /// assert_eq!(state.decide(&times, false, 1030), Fetch::Use);
    /// // A key that is not known: once the wait is over, and then not again.
    /// assert_eq!(state.decide(&times, true, 1030), Fetch::Wait(30));
    /// assert!(matches!(state.decide(&times, true, 1060), Fetch::First(_)));
    /// ```
    pub fn decide(&self, times: &FetchTimes, unknown_key: bool, now: i64) -> Fetch {
        if self.version != VERSION {
            return Fetch::First(Fetches { revision: self.revision, ..Fetches::default() }.begun(now));
        }
        let age = self.fetched.map(|fetched| now.saturating_sub(fetched));
        let wait = self.wait(times, now);
        // Of a set that came in the future nothing is known.
        let old =
            |limit: u32| age.is_none_or(|age| age > i64::from(limit) || age < -i64::from(times.cooldown));
        match (unknown_key || old(times.stale), old(times.fresh), wait) {
            (true, _, 0) => Fetch::First(self.begun(now)),
            (true, _, wait) => Fetch::Wait(wait),
            (false, true, 0) => Fetch::Behind(self.begun(now)),
            (false, ..) => Fetch::Use,
        }
    }

    /// After a fetch: whether a set came that could be read.
    #[must_use]
    pub fn ended(&self, came: bool, now: i64) -> Self {
        let revision = self.revision.saturating_add(1);
        if came {
            Fetches { fetched: Some(now), failures: 0, revision, ..self.clone() }
        } else {
            Fetches { failures: self.failures.saturating_add(1), revision, ..self.clone() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interleave::{Actor, every_order};
    use proptest::prelude::*;

    #[test]
    fn an_issuer_that_is_down() {
        let times = FetchTimes::default();
        let state = Fetches { fetched: Some(0), tried: Some(0), ..Fetches::default() };
        assert_eq!(state.decide(&times, false, 3600), Fetch::Use);
        let Fetch::Behind(begun) = state.decide(&times, false, 3601) else { panic!("old") };
        let failed = begun.ended(false, 3602);
        // Used meanwhile, and asked for more and more rarely.
        assert_eq!(failed.decide(&times, false, 3720), Fetch::Use);
        assert!(matches!(failed.decide(&times, false, 3721), Fetch::Behind(_)));
        let down = Fetches { failures: 40, tried: Some(86_000), ..failed };
        assert_eq!(down.decide(&times, false, 86_401), Fetch::Wait(1519));
        assert!(matches!(down.decide(&times, false, 87_920), Fetch::First(_)));
    }

    #[test]
    fn a_clock_that_was_wrong_does_no_harm() {
        let times = FetchTimes::default();
        let ahead = Fetches { fetched: Some(1_000_000), tried: Some(1_000_000), ..Fetches::default() };
        assert!(matches!(ahead.decide(&times, false, 0), Fetch::First(_)));
        // By less than a wait clocks differ.
        assert_eq!(ahead.decide(&times, false, 999_990), Fetch::Use);
        assert_eq!(ahead.decide(&times, true, 999_990), Fetch::Wait(60));
        let other = Fetches { version: 9, revision: 4, ..ahead };
        let Fetch::First(begun) = other.decide(&times, false, 1_000_001) else { panic!("a form not known") };
        assert_eq!((begun.version, begun.revision), (1, 5));
    }

    #[derive(Clone)]
    enum Server {
        Reads,
        Writes(Fetches, Fetches),
        Done,
    }

    /// The state in the store, and the fetches that were begun.
    impl Actor<(Fetches, u32)> for Server {
        fn ways(&self, _: &(Fetches, u32)) -> usize {
            usize::from(!matches!(self, Server::Done))
        }

        fn step(&mut self, (store, begun): &mut (Fetches, u32), _: usize) {
            *self = match self {
                Server::Reads => match store.decide(&FetchTimes::default(), true, 5000) {
                    Fetch::First(next) => Server::Writes(store.clone(), next),
                    _ => Server::Done,
                },
                Server::Writes(seen, next) => {
                    if store.revision == seen.revision {
                        *store = next.clone();
                        *begun += 1;
                    }
                    Server::Done
                }
                Server::Done => Server::Done,
            };
        }
    }

    #[test]
    fn of_many_servers_one_fetches() {
        let state = Fetches { fetched: Some(4000), tried: Some(4000), ..Fetches::default() };
        let servers = [Server::Reads, Server::Reads, Server::Reads, Server::Reads];
        let orders = every_order(&(state, 0), &servers, &mut |(_, begun), servers| {
            assert!(*begun <= 1);
            assert!(*begun == 1 || !servers.iter().all(|server| matches!(server, Server::Done)));
        });
        assert!(orders > 100, "{orders}");
    }

    proptest! {
        /// However many tokens of unknown keys come, fetches keep their distance.
        #[test]
        fn made_up_keys_cause_few_fetches(gaps in prop::collection::vec(0..20_i64, 1..200)) {
            let times = FetchTimes::default();
            let (mut state, mut now) = (Fetches { fetched: Some(0), tried: Some(0), ..Fetches::default() }, 100);
            let (begin, mut fetches) = (now, 0);
            for gap in gaps {
                now += gap;
                if let Fetch::First(begun) = state.decide(&times, true, now) {
                    fetches += 1;
                    state = begun.ended(true, now);
                }
            }
            prop_assert!(fetches <= 1 + (now - begin) / 60);
        }
    }
}
