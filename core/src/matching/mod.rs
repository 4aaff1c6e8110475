//! The engine: transactions and open items in, decisions with their evidence out.
//!
//! `Matcher` is the door; the way of the data is features, index, candidates, score, group, assign, decide, and one
//! file holds each step.
#![allow(clippy::float_arithmetic)] // weights are bits, probabilities are fractions; money stays in integers

mod amount;
mod assign;
mod calibration;
mod check;
mod context;
mod decide;
mod explain;
mod features;
mod group;
mod habits;
mod hypothesis;
mod index;
mod matcher;
mod names;
mod options;
mod parameters;
mod payer;
mod reference_hits;
mod result;
mod score;
mod settle;
mod sieve;
mod words;

pub use explain::EVIDENCE_CODES;
pub use matcher::{Progress, Stage, reconcile};
pub use options::{AutoScope, Options, TwinPolicy};
pub use result::{
    Allocation, Alternative, Bound, CurrencyTotal, Decision, Difference, DifferenceKind, DifferenceOf,
    Engine, Evidence, Limit, Match, MatchKind, Money, OpenInvoice, Reconciliation, ReviewReason, Source,
    Summary, Target, Uncalibrated, Unmatched, UnmatchedReason,
};
