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

/// The examples of the chapters on trust run as tests.
#[cfg(doctest)]
mod trust {
    #[doc = include_str!("../../docs/trust/certificates.md")]
    struct Certificates;
    #[doc = include_str!("../../docs/trust/permissions.md")]
    struct Permissions;
    #[doc = include_str!("../../docs/trust/sessions.md")]
    struct Sessions;
    #[doc = include_str!("../../docs/trust/tokens.md")]
    struct Tokens;
    #[doc = include_str!("../../docs/trust/webhooks.md")]
    struct Webhooks;
}
