//! What a host's store answers: the one thing that every shared state machine waits for.

use serde::{Deserialize, Deserializer, de};

/// The last revision of a state: every language has an integer for it, and none runs over.
const LAST: u64 = (1 << 53) - 1;

/// Reads a revision from a state. One beyond the last would not grow any more, and a compare-and-set over it would let everybody write.
pub(crate) fn revision<'d, D: Deserializer<'d>>(from: D) -> Result<u64, D::Error> {
    let revision = u64::deserialize(from)?;
    if revision > LAST {
        return Err(de::Error::custom("a revision beyond 2^53"));
    }
    Ok(revision)
}

/// What a store says of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was written; nothing else was since the look at it.
    Applied,
    /// Something else was: look again and decide anew.
    Conflict,
    /// It is not known whether it was.
    Unavailable,
}
