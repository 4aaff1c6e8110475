//! What a reconciliation answers: the contract's result, field by field.

mod payout;
pub(crate) mod postings;
mod words;

pub use self::payout::{Member, Payout, Residual};
pub use self::words::{Component, DifferenceKind, LimitKind, MatchKind, ReviewReason, UnmatchedReason};

use super::weigh::clue::sentence;
use crate::error::Error;
use crate::money::Amount;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// A reconciliation's result. Serialises to the contract's JSON; lists come in the order that the contract states.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reconciliation {
    /// Version of the result's shape: 1.
    pub version: u32,
    /// The day it speaks of: the option's, else the latest booking date of the call; 1970-01-01 of a call without rows.
    pub as_of: NaiveDate,
    /// What computed it.
    pub engine: Engine,
    /// Pairs of payments and items, ordered by their smallest transaction id.
    pub matches: Vec<Match>,
    /// Transactions that settle nothing, ordered by id.
    pub unmatched: Vec<Unmatched>,
    /// Items with something left, ordered by id.
    pub open_invoices: Vec<OpenInvoice>,
    /// Totals.
    pub summary: Summary,
    /// What stands behind `auto`.
    pub bound: Bound,
    /// Records that could not be used.
    pub errors: Vec<Error>,
    /// Doubts.
    pub warnings: Vec<Error>,
    /// Bounds of the search that were hit.
    pub limits: Vec<Limit>,
}

/// What computed a result: equal fields and equal input give equal bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Engine {
    /// Version of the crate.
    pub version: String,
    /// Name of the parameter set.
    pub parameters: String,
    /// Digest of the options, 16 hex digits.
    pub options: String,
    /// Digest of the memory, or `none`.
    pub memory: String,
}

/// One decision: which payments settle which items.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Match {
    /// `m_` and 32 hex digits: the digest of its sorted allocations.
    pub id: String,
    /// Its shape.
    pub kind: MatchKind,
    /// Whether it may be booked.
    pub decision: Decision,
    /// Calibrated probability that it is right, after its rivals; six decimals.
    #[serde(serialize_with = "six")]
    pub probability: f64,
    /// Bits: prior + sum of the evidence's weights.
    #[serde(serialize_with = "two")]
    pub score: f64,
    /// Bits before any evidence.
    #[serde(serialize_with = "two")]
    pub prior: f64,
    /// What settles what.
    pub allocations: Vec<Allocation>,
    /// What of a payment settles nothing, or why a part of an item did not come.
    pub differences: Vec<Difference>,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// Its rivals, likeliest first.
    pub alternatives: Vec<Alternative>,
    /// Why it is not automatic, where it is `review`; of an instalment, why its least certain part is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewReason>,
    /// The evidence code for which it waits, where `review` is `evidence`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_clue: Option<&'static str>,
    /// Of a payout what it is made of.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub payout: Option<Box<Payout>>,
    /// Whether it is of the random sample of automatic matches that a person should check: `audit_rate` of the options.
    #[serde(skip_serializing_if = "is_false")]
    pub audit: bool,
    /// What its probability was calibrated from. In the JSON form `calibration` is the kind of evidence alone, which
    /// a verdict gives back.
    #[serde(rename = "calibration")]
    pub uncalibrated: Uncalibrated,
}

/// For `skip_serializing_if`, which hands in a reference.
fn is_false(value: &bool) -> bool {
    !value
}

impl Match {
    /// The only transaction that it is the answer of; `None` where there are several or none.
    pub(crate) fn only_transaction(&self) -> Option<&str> {
        let allocated = self.allocations.iter().map(|row| match &row.source {
            Source::Transaction(id) => Some(id.as_str()),
            Source::Credit(_) => None,
        });
        let differing = self.differences.iter().map(|row| match &row.of {
            DifferenceOf::Transaction(id) => Some(id.as_str()),
            DifferenceOf::Invoice(_) => None,
        });
        let mut ids = allocated.chain(differing).flatten();
        let first = ids.next().filter(|_| self.payout.is_none())?;
        ids.all(|id| id == first).then_some(first)
    }

    /// How many transactions it is the answer of.
    pub(crate) fn transaction_count(&self) -> usize {
        // Nearly always one: then there is nothing to put in order.
        self.only_transaction().map_or_else(|| self.transactions().len(), |_| 1)
    }

    /// The transactions that it is the answer of, each once, in order.
    pub fn transactions(&self) -> Vec<&str> {
        let allocated = self.allocations.iter().filter_map(|row| row.source.transaction());
        let differing = self.differences.iter().filter_map(|row| match &row.of {
            DifferenceOf::Transaction(id) => Some(id.as_str()),
            DifferenceOf::Invoice(_) => None,
        });
        let paid_out = self.payout.iter().flat_map(|payout| payout.answered());
        let mut ids: Vec<&str> = allocated.chain(differing).chain(paid_out).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

/// The log-odds that a probability was calibrated from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Uncalibrated {
    /// The kind of evidence: a code of [`CALIBRATION_KINDS`](super::CALIBRATION_KINDS).
    pub kind: &'static str,
    /// Base-2 log-odds against all rivals, after competition.
    pub log_odds: f64,
}

impl Serialize for Uncalibrated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.kind)
    }
}

/// Whether a match may be booked without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Certain within the host's accepted error rate.
    Auto,
    /// For a person.
    Review,
}

/// Where the money of an allocation comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// A transaction's id.
    Transaction(String),
    /// A credit note's id.
    Credit(String),
}

/// What an allocation settles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// An item's id.
    Invoice(String),
    /// A customer's id: money on account.
    Customer(String),
}

impl Source {
    /// The transaction, where it is one.
    pub fn transaction(&self) -> Option<&str> {
        match self {
            Source::Transaction(id) => Some(id),
            Source::Credit(_) => None,
        }
    }

    /// The credit note, where it is one.
    pub fn credit(&self) -> Option<&str> {
        match self {
            Source::Credit(id) => Some(id),
            Source::Transaction(_) => None,
        }
    }

    /// The id, of whichever it is.
    pub fn id(&self) -> &str {
        match self {
            Source::Transaction(id) | Source::Credit(id) => id,
        }
    }
}

impl Target {
    /// The item, where it is one.
    pub fn invoice(&self) -> Option<&str> {
        match self {
            Target::Invoice(id) => Some(id),
            Target::Customer(_) => None,
        }
    }

    /// The id, of whichever it is.
    pub fn id(&self) -> &str {
        match self {
            Target::Invoice(id) | Target::Customer(id) => id,
        }
    }
}

/// So much of a source settles so much of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// Where the money comes from.
    pub source: Source,
    /// What it settles.
    pub target: Target,
    /// In the target's currency; negative where it takes a settlement back.
    pub amount: Amount,
    /// Where the currencies differ: what was paid, in the payment's currency, and the rate.
    pub paid: Option<(Amount, Decimal)>,
}

/// What of a payment settles nothing, or why a part of an item did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name.
    pub kind: DifferenceKind,
    /// Whose it is: a transaction's money that settles nothing, or an item's part that stays open.
    pub of: DifferenceOf,
    /// How much.
    pub amount: Amount,
}

/// Whose a difference is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceOf {
    /// A transaction's id.
    Transaction(String),
    /// An item's id.
    Invoice(String),
}

/// One reason, with its weight in bits: positive speaks for the match.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// A stable code: `reference.exact`.
    pub code: &'static str,
    /// Bits.
    pub weight: f64,
    /// The item's number or the customer that it is about.
    pub about: Option<Arc<str>>,
}

impl Evidence {
    /// The reason as a sentence for a person.
    pub fn text(&self) -> String {
        let sentence = sentence(self.code).unwrap_or(self.code);
        match &self.about {
            Some(about) => sentence.replace("{}", about),
            None => sentence.to_string(),
        }
    }
}

/// A rival explanation of the same payment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alternative {
    /// What it would settle; empty: nothing that is known.
    pub allocations: Vec<Allocation>,
    /// Probability; six decimals.
    #[serde(serialize_with = "six")]
    pub probability: f64,
    /// Why, for the nearest of an unmatched transaction.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

/// A transaction that settles nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unmatched {
    /// Its id.
    pub transaction: String,
    /// Why.
    pub reason: UnmatchedReason,
    /// The likeliest explanations, likeliest first.
    pub nearest: Vec<Alternative>,
}

/// An item with something left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenInvoice {
    /// Its id.
    pub invoice: String,
    /// What is still owed after all matches, automatic and in review.
    pub open: Amount,
}

/// Totals of a result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    /// Transactions that were used, copies of one counted once; those in `errors` are not.
    pub transactions: u64,
    /// Transactions in automatic matches.
    pub auto: u64,
    /// Transactions in matches for review.
    pub review: u64,
    /// Transactions that settle nothing.
    pub unmatched: u64,
    /// Allocated per currency of the targets. A currency whose sum is more than an amount holds (±9.2e18 minor units) is left
    /// out.
    pub allocated: Vec<CurrencyTotal>,
}

/// A total of one currency.
pub type CurrencyTotal = Money;

/// An amount as the contract writes it: `{"currency": "EUR", "amount": "12.00"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money(pub Amount);

/// What stands behind `auto`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Bound {
    /// `shipped`: the calibration that came with the engine, for there are too few audits to say more. `audit`: the
    /// verdicts on audited matches in the memory.
    pub method: &'static str,
    /// With `audit`, what the verdicts prove.
    #[serde(flatten)]
    pub audited: Option<Audited>,
}

impl Bound {
    /// Nothing but the shipped calibration.
    pub const SHIPPED: Bound = Bound { method: "shipped", audited: None };

    /// Whether the audits show more wrong matches than the options accept: nothing is automatic then.
    pub fn failed(&self) -> bool {
        self.audited.is_some_and(|audited| audited.failed)
    }
}

/// What the verdicts on audited matches prove of the share of automatic matches that are wrong.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Audited {
    /// Audited matches that were right.
    pub confirmed: u64,
    /// Audited matches that were wrong.
    pub wrong: u64,
    /// The exact upper bound of the share, one-sided at 95 % (Clopper and Pearson); six decimals, rounded up.
    #[serde(serialize_with = "six")]
    pub upper: f64,
    /// Whether the lower bound is above `max_wrong_auto`.
    #[serde(skip_serializing_if = "is_false")]
    pub failed: bool,
}

/// A bound of the search that was hit: the answer is right, a better one may have been missed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Limit {
    /// Which bound.
    pub code: LimitKind,
    /// At which transaction.
    pub transaction: String,
}

pub(crate) fn six<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    rounded(*value, 1e6, serializer)
}

pub(crate) fn two<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    rounded(*value, 1e2, serializer)
}

fn rounded<S: Serializer>(value: f64, scale: f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(plain(value, scale))
}

/// Rounded; `+ 0.0` turns a negative zero into zero.
fn plain(value: f64, scale: f64) -> f64 {
    libm::round(value * scale) / scale + 0.0
}

impl Serialize for Allocation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row =
            serializer.serialize_struct("Allocation", 4 + if self.paid.is_some() { 3 } else { 0 })?;
        match &self.source {
            Source::Transaction(id) => row.serialize_field("transaction", id)?,
            Source::Credit(id) => row.serialize_field("credit", id)?,
        }
        match &self.target {
            Target::Invoice(id) => row.serialize_field("invoice", id)?,
            Target::Customer(id) => row.serialize_field("customer", id)?,
        }
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        if let Some((paid, rate)) = &self.paid {
            row.serialize_field("paid_amount", &paid.decimal_text())?;
            row.serialize_field("paid_currency", paid.currency().as_str())?;
            row.serialize_field("rate", &rate.normalize().to_string())?;
        }
        row.end()
    }
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Evidence", 3)?;
        row.serialize_field("code", self.code)?;
        row.serialize_field("weight", &plain(self.weight, 1e2))?;
        row.serialize_field("text", &self.text())?;
        row.end()
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Difference", 4)?;
        row.serialize_field("kind", &self.kind)?;
        match &self.of {
            DifferenceOf::Transaction(id) => row.serialize_field("transaction", id)?,
            DifferenceOf::Invoice(id) => row.serialize_field("invoice", id)?,
        }
        row.serialize_field("amount", &self.amount.decimal_text())?;
        row.serialize_field("currency", self.amount.currency().as_str())?;
        row.end()
    }
}

impl Serialize for OpenInvoice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("OpenInvoice", 3)?;
        row.serialize_field("invoice", &self.invoice)?;
        row.serialize_field("open", &self.open.decimal_text())?;
        row.serialize_field("currency", self.open.currency().as_str())?;
        row.end()
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_struct("Money", 2)?;
        row.serialize_field("currency", self.0.currency().as_str())?;
        row.serialize_field("amount", &self.0.decimal_text())?;
        row.end()
    }
}
