//! payymo as a native addon of Node: the doors of `payymo-contract` and nothing else.
//!
//! # Design
//! What crosses here are documents as bytes; `lib/` makes functions, classes and exceptions of them. Errors come
//! as answers too: only wrong use of this addon itself throws.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod call;
pub mod columns;
pub mod control;
pub mod hand;
pub mod handle;
pub mod quick;
pub mod short_text;
pub mod state;

/// Rows are many small texts: most readers are a tenth to a third faster with it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
