//! What speaks for and against one explanation: a payment against items, in bits.

pub(crate) mod amount;
pub(crate) mod clue;
pub(crate) mod context;
pub(crate) mod exchange;
pub(crate) mod group;
pub(crate) mod habits;
pub(crate) mod hypothesis;
pub(crate) mod parameters;
pub(crate) mod payer_clues;
pub(crate) mod score;
pub(crate) mod scored;
pub(crate) mod shares;
pub(crate) mod sure;
