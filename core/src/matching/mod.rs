//! The engine: transactions and open items in, decisions with their evidence out.
//!
//! `matcher` is the door (`reconcile`, and `Matcher` for items that are prepared once). The way of the data, a file to a
//! step:
//!
//! - `rows` (each id once), `check` (items that contradict themselves), `index` (the open items, prepared);
//! - `batch` (the payments of a call, and what some teach about the others);
//! - `payment`: what one says. `features` (its numbers and `words`), `phrases` (what words say in this batch's texts),
//!   `days_told` (days and months, which tell twins apart), `said` (money back, in advance, less),
//!   `reference_hits` (which items it names), `payer` (who may have
//!   paid), `told` and `names` (what is said of each), `learnt` and `claims` (by other payments);
//! - `weigh`: what speaks for an explanation. `clue` (the vocabulary of evidence), `context`, `amount`, `exchange`,
//!   `habits`, `shares` (one payment against one item), `group` (several items), `score` (all explanations of a payment,
//!   each a `hypothesis`; `scored`: those of a call), `parameters` (weights, set by hand on worlds);
//! - `entry` (rows of ledgers, which have no customer and no number: a room of its own that adds explanations to the same list);
//! - `decide`: `assign` (an item's open amount is spent once; `rivals`: who else claims it), `calibration`, `doubt` (what
//!   waits however likely it is), `decision` (`auto`, `review` or unmatched), `settle` (instalments become one match, what is
//!   left open, sums, ids), `explained` (why one transaction got its answer);
//! - `memory` (what people's verdicts taught), with `bound` and `audit` (what stands behind `auto`);
//! - `kinds` (what a call holds beside plain payments, before and after them): `payout` (by its parts), `reversal` (what takes
//!   a settlement back), `credit` (credit notes as money), `settled` (what was settled before), `money_out` (bills and refunds:
//!   the same engine over an index of their own); `whole` makes their matches;
//! - `options` and `result` (with the words that it is made of, and `postings`: what a host keeps of it);
//! - `call` (one side of a call), `progress`, `threads`, `hash` and `per_row`, which many of these use.
#![allow(clippy::float_arithmetic)] // weights are bits, probabilities are fractions; money stays in integers

mod batch;
mod call;
mod check;
mod decide;
mod entry;
mod hash;
mod index;
mod kinds;
mod matcher;
mod memory;
mod options;
mod payment;
mod per_row;
mod progress;
mod result;
mod rows;
mod threads;
mod weigh;

pub use decide::calibration::CALIBRATION_KINDS;
pub use decide::explained::{Calibration, Change, Explained, Hypothesis};
pub use matcher::{Matcher, reconcile, reconcile_with};
pub use memory::{Feedback, Memory, Proposal, Verdict};
pub use options::{AutoScope, FxRate, Options, TwinPolicy};
pub use progress::{Progress, Stage};
pub use result::postings::settlements;
pub use result::{
    Allocation, Alternative, Audited, Bound, Component, CurrencyTotal, Decision, Difference, DifferenceKind,
    DifferenceOf, Engine, Evidence, Limit, LimitKind, Match, MatchKind, Member, Money, OpenInvoice, Payout,
    Reconciliation, Residual, ReviewReason, Source, Summary, Target, Uncalibrated, Unmatched,
    UnmatchedReason,
};
pub use weigh::clue::EVIDENCE_CODES;
/// Name of the parameter set, as results say it.
pub use weigh::parameters::NAME as PARAMETERS;
