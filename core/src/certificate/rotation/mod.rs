//! Renewing certificates: what to do next, when, and what is late.
//!
//! # Design
//! Lead times are fractions of a certificate's own lifetime, so that one setting is right for certificates of 47 days, of a year and of ten years.
//! The plan is data: the host runs it, tells in the next call what was done, and gets the rest. A key is pinned before it is switched to, as long
//! before as whoever reads the pins may keep old ones.

mod leads;
mod plan;
mod service;
mod step;

pub use leads::Leads;
pub use plan::{Plan, plan};
pub use step::{Action, Held, Pinned, Stage, State, Step};
