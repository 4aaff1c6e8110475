//! What a host's store holds of an event.

use serde::{Deserialize, Serialize};

/// The form of [`Claim`].
pub(super) const VERSION: u32 = 1;

/// What is known of an event: one row, written by compare-and-set over its `revision`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Claim {
    /// Of this form: 1.
    pub version: u32,
    /// Counts what was written.
    #[serde(deserialize_with = "crate::store::revision")]
    pub revision: u64,
    /// What became of the event.
    pub state: State,
}

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum State {
    /// Somebody has it.
    Leased(Lease),
    /// It was given back after so many attempts.
    Free {
        /// How often it was leased.
        attempt: u32,
    },
    /// It was handled.
    Completed(Completed),
}

/// A lease.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Lease {
    /// Who has it.
    pub holder: String,
    /// The how manieth lease of the event it is: only grows.
    pub attempt: u32,
    /// How many seconds it has.
    pub seconds: u32,
    /// When it ends, by its holder's clock: seconds since 1970.
    pub until: i64,
    /// When somebody first found that it ends later than it can, by that one's clock.
    pub doubted: Option<i64>,
}

/// The end of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Completed {
    /// Who handled it.
    pub holder: String,
    /// In which attempt.
    pub attempt: u32,
    /// When.
    pub at: i64,
}

impl Lease {
    pub(super) fn is_of(&self, holder: &str, attempt: u32) -> bool {
        self.holder == holder && self.attempt == attempt
    }

    /// Whether it has run out by every clock that differs from this one by so many seconds at most.
    fn has_ended(&self, skew: u32, now: i64) -> bool {
        now >= self.until.saturating_add(i64::from(skew))
    }

    /// Whether it ends later than one that is written now.
    fn is_doubtful(&self, skew: u32, now: i64) -> bool {
        self.until.saturating_sub(now) > self.length(skew)
    }

    fn length(&self, skew: u32) -> i64 {
        i64::from(self.seconds).saturating_add(i64::from(skew))
    }

    /// What it is to somebody else who wants the event.
    pub(super) fn standing(&self, skew: u32, now: i64) -> Standing {
        if self.has_ended(skew, now) {
            return Standing::Over;
        }
        if !self.is_doubtful(skew, now) {
            return Standing::Runs(self.until.saturating_add(i64::from(skew)).saturating_sub(now));
        }
        match self.doubted.map(|at| now.saturating_sub(at)) {
            Some(waited) if waited >= self.length(skew) => Standing::Over,
            Some(waited) if waited >= 0 => Standing::Runs(self.length(skew).saturating_sub(waited)),
            // Nobody doubted it, or somebody whose clock is ahead of this one.
            _ => Standing::Doubtful(self.length(skew)),
        }
    }
}

/// What a lease is to somebody else.
pub(super) enum Standing {
    /// It can be taken over.
    Over,
    /// It runs for so many seconds.
    Runs(i64),
    /// It must be marked as doubted, and then runs for so many seconds.
    Doubtful(i64),
}
