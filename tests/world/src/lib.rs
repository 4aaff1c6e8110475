//! Made-up worlds of customers, open items and payments, with the truth beside them.
//!
//! A world is seeded and deterministic. It leaks nothing: ids, order and formatting say nothing about the truth.
//! Each style of host, payer and bank stands in a file of its own under `style` and shares no noise with the others,
//! so that what is tuned on some can be measured on one that was never seen.

pub mod baseline;
mod check;
mod deeds;
mod draft;
pub mod evaluate;
pub mod flags;
pub mod ledger;
pub mod more;
pub mod plan;
pub mod random;
pub mod standard;
pub mod style;
mod truth;

pub use random::Random;
pub use truth::{Kind, Parts, Truth};

use chrono::NaiveDate;
use payymo::model::{Invoice, Settlement, Transaction};
use std::collections::BTreeMap;

/// One host's open items and the payments of a month or three, with the truth about each payment.
#[derive(Clone, Debug)]
pub struct World {
    /// Name of the style.
    pub style: &'static str,
    /// The seed it was made from.
    pub seed: u64,
    /// The day of the reconciliation.
    pub as_of: NaiveDate,
    /// In an order that says nothing.
    pub transactions: Vec<Transaction>,
    /// Open and closed items, in an order that says nothing.
    pub invoices: Vec<Invoice>,
    /// What was settled before.
    pub settlements: Vec<Settlement>,
    /// The host's own settings that a style needs: own IBANs, pooled IBANs.
    pub options: payymo::matching::Options,
    /// The truth by transaction id: one row for every transaction.
    pub truth: BTreeMap<String, Truth>,
    /// The truth by credit note: the items that it settles by itself or beside a payment.
    pub credits: BTreeMap<String, Truth>,
}
