//! Helpers of the tests that span the whole product.

pub mod shared;
