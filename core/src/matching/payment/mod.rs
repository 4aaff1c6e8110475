//! What a payment says: its numbers and words, and which items and customers these lead to.

pub(crate) mod claims;
pub(crate) mod days_told;
pub(crate) mod features;
pub(crate) mod learnt;
pub(crate) mod names;
pub(crate) mod payer;
pub(crate) mod phrases;
pub(crate) mod reference_hits;
pub(crate) mod said;
pub(crate) mod told;
pub(crate) mod words;
