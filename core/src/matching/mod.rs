//! The engine: transactions and open items in, decisions with their evidence out.
//!
//! `matcher` is the door (`reconcile`, and `Matcher` for items that are prepared once). The way of the data, a file to a
//! step:
//!
//! - `rows` (each id once), `check` (items that contradict themselves), `index` (the open items, prepared), `settled`;
//! - `batch` (the payments of a call, and what some teach about the others):
//! - `features` (a payment's numbers and `words`), `phrases` (what words say in this batch's texts), `reference_hits` (which
//!   items it names), `payer` (who may have paid), `told` and `names` (what is said of each), `learnt` and `claims` (by other payments);
//! - `context`, `amount`, `exchange`, `habits`, `shares` (one payment against one item), `group` (several items), `days_told` (days and
//!   months in a text, which tell twins apart), `score` (all explanations of a payment, each a `hypothesis`);
//! - `entry` (rows of ledgers, which have no customer and no number: a room of its own that adds explanations to the same list);
//! - `assign` (an item's open amount is spent once; `rivals`: who else claims it), `calibration`, `doubt` (what waits however likely it is) and `decide`
//!   (`auto`, `review` or unmatched), `explain` (the vocabulary of evidence), `settle` (instalments become one match, what is left open, sums, ids), `postings` (what a
//!   host keeps of it);
//! - `memory` (what people's verdicts taught), `bound` and `audit` (what stands behind `auto`), `reason` (why one transaction
//!   got its answer);
//! - `kinds` (what a call holds beside plain payments, before and after them): `payout` (by its parts), `reversal` (what takes
//!   a settlement back), `credit` (credit notes as money), `money_out` (bills and refunds: the same engine over an index of
//!   their own); `whole` makes their matches;
//! - `options`, `parameters` (weights, set by hand on worlds) and `result` (with the words that it is made of);
//! - `call` (one side of a call), `progress`, `threads`, `hash` and `per_row`, which many of these use.
#![allow(clippy::float_arithmetic)] // weights are bits, probabilities are fractions; money stays in integers

mod amount;
mod assign;
mod audit;
mod batch;
mod bound;
mod calibration;
mod call;
mod check;
mod claims;
mod clues;
mod context;
mod credit;
mod days_told;
mod decide;
mod doubt;
mod entry;
mod exchange;
mod explain;
mod features;
mod group;
mod habits;
mod hash;
mod hypothesis;
mod index;
mod kinds;
mod learnt;
mod matcher;
mod memory;
mod money_out;
mod names;
mod options;
mod parameters;
mod payer;
mod payout;
mod per_row;
mod phrases;
mod postings;
mod progress;
mod reason;
mod reference_hits;
mod result;
mod reversal;
mod rivals;
mod rows;
mod score;
mod scored;
mod settle;
mod settled;
mod shares;
mod sure;
mod threads;
mod told;
mod whole;
mod words;

pub use calibration::CALIBRATION_KINDS;
pub use explain::EVIDENCE_CODES;
pub use matcher::{Matcher, reconcile, reconcile_with};
pub use memory::{Feedback, Memory, Proposal, Verdict};
pub use options::{AutoScope, FxRate, Options, TwinPolicy};
pub use postings::settlements;
pub use progress::{Progress, Stage};
pub use reason::{Calibration, Change, Explained, Hypothesis};
pub use result::{
    Allocation, Alternative, Audited, Bound, Component, CurrencyTotal, Decision, Difference, DifferenceKind,
    DifferenceOf, Engine, Evidence, Limit, LimitKind, Match, MatchKind, Member, Money, OpenInvoice, Payout,
    Reconciliation, Residual, ReviewReason, Source, Summary, Target, Uncalibrated, Unmatched,
    UnmatchedReason,
};
