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

/// So does the one of the chapter on certificates.
#[cfg(doctest)]
#[doc = include_str!("../../docs/trust/certificates.md")]
pub struct Certificates;
