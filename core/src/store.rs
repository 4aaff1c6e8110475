//! What a host's store answers: the one thing that every shared state machine waits for.

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
