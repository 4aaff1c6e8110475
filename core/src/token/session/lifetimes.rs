//! How long what of a login lives.

use crate::error::{Code, Error};

/// Most seconds of grace: who comes later than clocks differ and answers get lost has a copy.
const MOST_GRACE: u32 = 300;
/// Most seconds of a family: ten years. What is longer was given in milliseconds.
const MOST_FAMILY: u32 = 10 * 366 * 86_400;

/// How long what lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lifetimes {
    /// Seconds of an access token.
    pub access: u32,
    /// Seconds of a refresh token: no fewer than of an access token.
    pub refresh: u32,
    /// Seconds of a family, whatever is renewed: no fewer than of a refresh token, ten years at most.
    pub family: u32,
    /// Seconds in which the same client may come again with the token before; 300 at most.
    pub grace: u32,
}

impl Default for Lifetimes {
    /// 15 minutes, 7 days, 30 days, 10 seconds.
    fn default() -> Self {
        Lifetimes { access: 15 * 60, refresh: 7 * 86_400, family: 30 * 86_400, grace: 10 }
    }
}

impl Lifetimes {
    /// # Errors
    /// `input.options`.
    pub(super) fn check(&self) -> Result<(), Error> {
        let bad = |field: &str, said: &str| Err(Error::new(Code::InputOptions, said).at_field(field));
        if self.access == 0 {
            return bad("lifetimes/access", "an access token that never holds");
        }
        if self.refresh < self.access {
            return bad("lifetimes/refresh", "a refresh token that ends before its access token");
        }
        if self.family < self.refresh || self.family > MOST_FAMILY {
            return bad(
                "lifetimes/family",
                "a family lasts as long as a refresh token at least, and ten years at most",
            );
        }
        if self.grace > MOST_GRACE {
            return bad("lifetimes/grace", "a grace beyond 300 seconds: a thief could come in it");
        }
        Ok(())
    }
}
