//! Who holds a refresh token, and one that came.

use super::binding::Binding;
use crate::error::{Code, Error};
use crate::token::Verified;
use core::fmt;
use serde::{Deserialize, Serialize};

/// Who holds a refresh token.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The client's id.
    pub client: String,
    /// What its tokens are bound to.
    pub binding: Option<Binding>,
}

impl Holder {
    pub(super) fn is(&self, other: &Self) -> bool {
        let same_key = match (&self.binding, &other.binding) {
            (None, None) => true,
            (Some(one), Some(other)) => one.is(other),
            _ => false,
        };
        self.client == other.client && same_key
    }
}

/// Somebody who has logged in.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// Who (`sub`).
    pub subject: String,
    /// Whose data they work on.
    pub tenant: String,
    /// Who will hold the refresh tokens.
    pub holder: Holder,
}

impl Login {
    /// # Errors
    /// `input.options` for a name that is empty: it would be everybody's; `token.binding` for one that no token can be held against.
    pub(super) fn check(&self) -> Result<(), Error> {
        let names = [("subject", &self.subject), ("tenant", &self.tenant), ("client", &self.holder.client)];
        if let Some((field, _)) = names.iter().find(|(_, name)| name.is_empty()) {
            return Err(Error::new(Code::InputOptions, "an empty name").at_field(*field));
        }
        self.holder.binding.as_ref().map_or(Ok(()), Binding::check)
    }
}

/// A refresh token whose signature and claims hold: what its family is asked with.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Presented {
    /// Its family: the row to look up.
    pub family: String,
    /// Its own id.
    pub id: String,
    /// Who brought it.
    pub from: Holder,
    /// All that it says.
    pub verified: Verified,
}

/// Who logged in is not for logs.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login")
    }
}

/// Whose it is is not for logs.
impl fmt::Debug for Presented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Presented").field("key", &self.verified.key).finish_non_exhaustive()
    }
}
