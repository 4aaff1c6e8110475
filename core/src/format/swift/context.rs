//! What is known of an entry beside its details.

use super::field::Breaks;

/// What is known of the entry beside its details.
#[derive(Clone, Copy)]
pub(super) struct Context<'t> {
    pub(super) breaks: Breaks,
    pub(super) credit: bool,
    /// The statement's `:20:`, by which one bank is known.
    pub(super) statement: &'t str,
    /// The type of `:61:`: `NTRF`, `NOV`.
    pub(super) kind: &'t str,
    /// The owner's reference of `:61:`, into which some banks write the other side's account.
    pub(super) reference: &'t str,
    /// The supplementary details of `:61:`, into which some write its name.
    pub(super) supplementary: &'t str,
}
