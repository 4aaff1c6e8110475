//! What people say of matches, and what is said of a memory.

use super::Type::{Date, List, Of, Text, Word};
use super::result::{ALLOCATION, MATCH};
use super::rows::{INVOICE, TRANSACTION};
use super::words::VERDICT;
use super::{COUNT_64, Record, Type, may, must};

/// A verdict.
pub static FEEDBACK: Record = Record {
    name: "Feedback",
    doc: "What a person said of a match, with the rows that it is about.",
    fields: &[
        must("verdict", Word(&VERDICT), "What was said."),
        must("day", Date, "Day on which the person decided."),
        may(
            "match",
            Of(&MATCH),
            "The match as the result holds it; a correction of what was unmatched has none.",
        ),
        may("right", List(&Of(&ALLOCATION)), "With `corrected` what is right."),
        may("transactions", List(&Of(&TRANSACTION)), "The transactions that it is about."),
        may("invoices", List(&Of(&INVOICE)), "The items that it is about."),
    ],
};

/// What a memory holds.
pub static MEMORY_INFO: Record = Record {
    name: "MemoryInfo",
    doc: "What is to be said of a memory without reading it.",
    fields: &[
        must("entries", COUNT_64, "How many counts it holds."),
        must("digest", Text, "What results say of it."),
    ],
};

/// A verdict as the core reads it.
pub static FEEDBACK_ROW: Type = Type::Row(&FEEDBACK);
