//! `:86:`, the details of an entry: what banks of each country make of six lines of 65 characters.
//!
//! # Design
//! The text tells its style: numbered sub-fields (`?20`), codewords between slashes (`/REMI/`), or neither. Lines are put
//! together first: a full line goes on in the next one, in front of a short one's end the bank cut spaces.

mod free;
mod keys;
mod labels;
mod lines;
mod notes;
mod numbered;
mod slashes;

use super::context::Context;
use super::field::Breaks;
use super::said::Said;

/// Memory that is used again for every entry.
#[derive(Default)]
pub(super) struct Scratch {
    /// The text on one line.
    flat: String,
    /// The remittance out of its parts.
    joined: String,
}

/// Reads a `:86:`.
pub(super) fn read(value: &str, context: Context<'_>, scratch: &mut Scratch, said: &mut Said) {
    let Scratch { flat, joined } = scratch;
    if let Some((code, separator)) = numbered::style(value) {
        lines::flat_numbered(value, separator, context.breaks, flat);
        numbered::read(flat, code, separator, joined, said);
    } else if slashes::style(value.trim_ascii_start()) {
        lines::flat_coded(value, context.breaks, flat);
        slashes::read(flat.trim_ascii_start(), context.credit, said);
    } else if !value.trim_ascii().is_empty() {
        free::read(value, context, flat, joined, said);
    }
}

/// Reads a `:NS:`.
pub(super) fn read_notes(value: &str, breaks: Breaks, said: &mut Said) {
    notes::read(breaks.lines(value), said);
}

/// Reads codewords between slashes, wherever they stand.
pub(super) fn read_codewords(text: &str, said: &mut Said) {
    slashes::read(text, true, said);
}
