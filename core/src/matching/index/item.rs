//! An item as the engine sees it.

use super::texts::Text;
use crate::model::InvoiceKind;
use crate::money::Currency;
use rust_decimal::Decimal;

/// No row.
pub const NONE: u32 = u32::MAX;

/// No day.
pub const NO_DAY: i32 = i32::MIN;

/// An item as the engine sees it.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// What a payment may settle; of a closed item what it was.
    pub open: i64,
    pub total: i64,
    pub customer: u32,
    /// What it says of its customer: a row among such.
    pub face: u32,
    /// Days since the common era, or `NO_DAY`.
    pub issued: i32,
    pub due: i32,
    /// Row of its terms, or `NONE`.
    pub terms: u32,
    pub currency: Currency,
    pub kind: InvoiceKind,
    pub state: State,
    /// Whether payments can find it: what is listed beside them counts as open and no more.
    pub listed: bool,
    /// Whether it is in collection or on hold, though it may be closed.
    pub held: bool,
    /// Whether it has payment references of its own.
    pub references: bool,
}

/// How an item is called, for people and for the host.
#[derive(Clone, Copy, Debug, Default)]
pub struct Label {
    pub id: Text,
    /// The number on the document, or the id.
    pub number: Text,
    /// What a ledger says of its row.
    pub memo: Text,
}

/// Whether an item may be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    /// In collection, on hold or otherwise not simply open.
    Held,
    Closed,
    /// A draft or void: nothing is owed.
    Off,
    /// No item any more.
    Gone,
}

impl Item {
    /// Whether it explains payments and takes none: settled, void or a draft.
    pub fn closed(&self) -> bool {
        matches!(self.state, State::Closed | State::Off)
    }

    /// What is owed, without the sign that an entry of money out has.
    pub fn owed(&self) -> i64 {
        self.open.saturating_abs()
    }

    /// -1 for an entry of money out.
    pub fn sign(&self) -> i64 {
        if self.open < 0 { -1 } else { 1 }
    }

    /// Open, and neither in collection nor on hold.
    pub fn bookable(&self) -> bool {
        self.state == State::Open
    }
}

/// What few items have beside an amount.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms {
    /// What is left after the discount, and the last day for it; zero without one.
    pub discounted: i64,
    pub discount_until: i32,
    /// The discount in percent.
    pub percent: Option<Decimal>,
    /// What it was before it was changed: rows of a table.
    pub previous: (u32, u32),
    /// The tax in it.
    pub tax: i64,
}
