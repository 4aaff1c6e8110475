//! What linking gives: the rows that stay, and which were left out for which.

use super::payout::PayoutMembers;
use crate::error::Error;
use crate::model::Transaction;

/// A row of an input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Which input, counted from 0.
    pub input: usize,
    /// Which row of it, counted from 0.
    pub row: usize,
    /// Its id.
    pub id: String,
}

/// Why a row is a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Why {
    /// The same id, and it says the same.
    Repeated,
    /// Another export of a gateway tells of the same payment, and knows another part of it.
    OnePayment,
    /// Another source of the account tells of the same entry: a report, a statement, a notification, another format.
    OneEvent,
    /// The sum of a batch, and another source tells its payments one by one ([`Linked::batches`] names them).
    Parts,
    /// A pending row, and the booked row has its id.
    Booked,
    /// A pending row, and the booked row has another id, but its payment reference, account and amount.
    BookedByReference,
    /// A pending row, and the booked row has another id, but its other side, text, account and amount.
    BookedByText,
}

/// A row that was left out, because another says the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The row left out.
    pub dropped: Row,
    /// The row that survives for it.
    pub kept: Row,
    /// Why.
    pub why: Why,
}

/// An entry that was left out for the payments that it is the sum of.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parted {
    /// The entry.
    pub sum: Row,
    /// The rows that stay for it; they make its amount.
    pub parts: Vec<Row>,
}

/// The rows of all inputs without their copies. Every row given is in one of the first three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Linked {
    /// The rows that survive, in the order given; every id is there once.
    pub transactions: Vec<Transaction>,
    /// The rows left out as copies, in the order given.
    pub copies: Vec<Copy>,
    /// `input.duplicate_id`, one for each row left out because another row has its id and says something else.
    pub errors: Vec<Error>,
    /// Batches whose sum was left out, with their payments; each sum is in `copies` too, for the first of them.
    pub batches: Vec<Parted>,
    /// The payouts that rows name, and what went into each.
    pub payouts: Vec<PayoutMembers>,
}
