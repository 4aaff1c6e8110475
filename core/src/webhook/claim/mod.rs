//! Each event once: it is claimed for a time, handled, and completed.
//!
//! # Design
//! Providers send an event until they hear that it was taken, and then sometimes again. If it is only marked as seen when it comes, a handler that dies loses the payment; if it
//! is marked when it was handled, two servers handle it at once. So it is *leased*: one holder has it for a while, tells when it is *completed*, and where nothing is heard of the
//! holder the next delivery goes to another one. Each lease has a number, its *attempt*, that only grows: a holder that was thought dead and wakes up has an old number, and
//! cannot complete over the new holder (a fencing token).
//!
//! The machine keeps nothing and asks no clock. [`decide`] looks at what the host's store holds for the event, and says what to write where nothing was
//! written since; only when the store has confirmed the write does [`Write::confirm`] let the event be handled. Several servers agree by that one compare-and-set.
//!
//! # Clocks
//! Servers' clocks may differ by [`Leases::skew`] seconds: a lease is taken over only when it has run out by every clock within that. A clock that is further behind takes
//! nothing over too early. A lease that ends later than any that is written now could (its holder's clock was ahead, or this one was set back) neither is believed nor broken
//! at once: it is marked as doubted, and ends when its full length has passed since, by the clocks that doubt it. So one wrong clock, whatever it shows, loses no event.

mod decide;
mod rules;
mod state;

pub use crate::store::Written;
pub use decide::{Decision, Outcome, Step, Write, decide};
pub use rules::{LEAST_RETENTION, Leases, MOST_LEASE, MOST_SKEW};
pub use state::{Claim, Completed, Lease, State};

#[cfg(test)]
mod order_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
