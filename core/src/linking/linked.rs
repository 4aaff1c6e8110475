//! What linking gives: the rows that stay, and which were left out for which.

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

/// The rows of all inputs without their copies. Every row given is in one of the three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Linked {
    /// The rows that survive, in the order given; every id is there once.
    pub transactions: Vec<Transaction>,
    /// The rows left out as copies, in the order given.
    pub copies: Vec<Copy>,
    /// `input.duplicate_id`, one for each row left out because another row has its id and says something else.
    pub errors: Vec<Error>,
}
