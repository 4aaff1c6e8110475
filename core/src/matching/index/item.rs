//! An item as the engine sees it.

use crate::money::Currency;

/// No row.
pub const NONE: u32 = u32::MAX;

/// No day.
pub const NO_DAY: i32 = i32::MIN;

/// An item as the engine sees it.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// What a payment may settle; of a closed item what it was.
    pub open: i64,
    pub customer: u32,
    /// Row in the invoices given.
    pub row: u32,
    /// Days since the common era, or `NO_DAY`.
    pub issued: i32,
    pub due: i32,
    /// Row of its terms, or `NONE`.
    pub terms: u32,
    pub currency: Currency,
    pub state: State,
}

/// Whether an item may be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    /// In collection, on hold or otherwise not simply open.
    Held,
    Closed,
}

impl Item {
    pub fn closed(&self) -> bool {
        self.state == State::Closed
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
    /// Whether it was changed after it was printed.
    pub changed: bool,
    /// The tax in it.
    pub tax: i64,
}
