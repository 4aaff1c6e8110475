//! What is known of an entry beside its details.

use crate::format::swift::field::Breaks;

/// What is known of the entry beside its details.
#[derive(Clone, Copy)]
pub(in crate::format::swift) struct Context<'t> {
    pub(in crate::format::swift) breaks: Breaks,
    pub(in crate::format::swift) credit: bool,
    /// The statement's `:20:`, by which one bank is known.
    pub(in crate::format::swift) statement: &'t str,
    /// The type of `:61:`: `NTRF`, `NOV`.
    pub(in crate::format::swift) kind: &'t str,
    /// The owner's reference of `:61:`, into which some banks write the other side's account.
    pub(in crate::format::swift) reference: &'t str,
    /// The supplementary details of `:61:`, into which some write its name.
    pub(in crate::format::swift) supplementary: &'t str,
}
