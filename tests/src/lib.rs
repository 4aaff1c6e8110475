//! Helpers of the tests that span the whole product.

pub mod house;
pub mod mutant;
pub mod next_month;
pub mod rows;
pub mod shared;
pub mod sound;
pub mod work;

/// The README's example runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
