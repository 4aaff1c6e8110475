//! The C library of payymo: `include/payymo.h` is written from this crate, and says all that a caller needs.
//!
//! # Design
//! Documents cross the border as they are ([`call`], [`handle`]); what is asked a million times has functions of its own
//! that need none ([`values`], [`read`]), and rows in arrays go straight into the engine ([`columns`]). Every function that
//! does work runs inside [`guard`], so that no panic reaches the host; every pointer to what a host hands in becomes a slice
//! in [`input`], and nowhere else.
//!
//! What stands here decides nothing: names, checks and meaning are those of `payymo_contract`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

mod about;
mod call;
mod columns;
mod document;
mod guard;
mod handle;
mod input;
mod read;
mod values;
