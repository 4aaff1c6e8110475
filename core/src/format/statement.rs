//! A statement as a whole, and the proof by its balances.

use crate::money::Amount;
use chrono::NaiveDate;

/// A statement of an account: what it covers, and whether its balances prove its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statement {
    /// The account, as in `Transaction::account`.
    pub account: Option<String>,
    /// Its id.
    pub id: Option<String>,
    /// Its number, as printed: `12/2026`, `00034`.
    pub number: Option<String>,
    /// First day of its period.
    pub from: Option<NaiveDate>,
    /// Last day of its period, or the day of its closing balance.
    pub until: Option<NaiveDate>,
    /// Booked balance before its entries.
    pub opening: Option<Amount>,
    /// Booked balance after them.
    pub closing: Option<Amount>,
    /// Number of booked entries.
    pub entries: u64,
    /// Sum of the booked entries, in the currency of the balances.
    pub booked: Option<Amount>,
    /// Whether opening balance and entries make the closing balance.
    pub proof: Proof,
    /// How it follows the statement before it.
    pub chain: Chain,
}

/// Whether the balances of a statement prove its entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Proof {
    /// Opening balance and entries make the closing balance.
    Holds,
    /// They do not: a warning `format.balance` says by how much.
    Broken,
    /// The statement does not state both balances in one currency.
    #[default]
    NoBalances,
    /// An entry or a balance could not be read, or the input ends within the statement.
    Incomplete,
}

/// How a statement follows the one before it of the same account and currency in the same input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Chain {
    /// Nothing to follow: the first of its account, a balance is missing, or reports of one day.
    #[default]
    First,
    /// It begins with the balance with which the one before ends, or the other way round where the newest comes first.
    Joined,
    /// The balances differ and the periods do not meet: a statement is missing (`format.statement_gap`).
    Gap,
    /// The balances differ and the periods run into each other (`format.statement_overlap`).
    Overlap,
    /// The same statement again.
    Repeated,
}
