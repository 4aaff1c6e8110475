//! How long what is kept.

use crate::error::{Code, Error};

/// Longest lease in seconds.
pub const MOST_LEASE: u32 = 86_400;
/// Most seconds by which clocks may differ.
pub const MOST_SKEW: u32 = 300;
/// Least seconds for which a completed event is remembered: a day.
pub const LEAST_RETENTION: u32 = 86_400;

/// How long an event is leased, and how long it is remembered. All servers of an endpoint use the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leases {
    /// Seconds of a lease, 1 to [`MOST_LEASE`]: longer than handling takes; a longer job extends it.
    pub lease: u32,
    /// Seconds by which the clocks of two servers, or of a server and the provider, may differ; at most [`MOST_SKEW`].
    pub skew: u32,
    /// Seconds for which a completed event is remembered: longer than the provider sends an event again, by itself or because somebody asked for it.
    pub retention: u32,
}

impl Default for Leases {
    /// A minute, 30 seconds, 35 days: Stripe's list of events reaches 30 days back, and what is listed can be sent again.
    fn default() -> Self {
        Leases { lease: 60, skew: 30, retention: 35 * 86_400 }
    }
}

impl Leases {
    /// # Errors
    /// `input.options`.
    pub(super) fn check(&self) -> Result<(), Error> {
        let bad = |field: &str, said: &str| {
            Err(Error::new(Code::InputOptions, said).at_field(format!("leases/{field}")))
        };
        if self.lease == 0 || self.lease > MOST_LEASE {
            return bad("lease", "a lease lasts 1 second to a day");
        }
        if self.skew > MOST_SKEW {
            return bad("skew", "clocks that differ by more than 300 seconds: set them right first");
        }
        if self.retention < LEAST_RETENTION {
            return bad("retention", "a retention below a day: providers send events again for days");
        }
        Ok(())
    }

    /// Until when the store keeps what is written now. An event that was forgotten is older than the retention by any clock: so it can be refused by its time.
    pub(super) fn keep_until(&self, now: i64) -> i64 {
        now.saturating_add(i64::from(self.retention)).saturating_add(2 * i64::from(self.skew) + 1)
    }
}
