//! What a host asks of a message beside its signature.

use crate::error::{Code, Error};

/// Longest tolerance in seconds.
pub const MOST_TOLERANCE: u32 = 900;
/// Largest body in bytes that a policy may allow.
pub const MOST_BODY: usize = 32 << 20;

/// How far the time of signing may be from now, in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// So many seconds, at most [`MOST_TOLERANCE`]; 0 means exactly now.
    Seconds(u32),
    /// Any time: said in words, since what was once recorded can then be sent again for ever.
    AnyAge,
}

/// The rules by which a message is accepted.
///
/// ```
/// use payymo::webhook::{Policy, Tolerance};
/// let mut policy = Policy::default();
/// assert_eq!(policy.tolerance, Tolerance::Seconds(300));
/// policy.largest_body = 64 * 1024;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// How far the time of signing may be from now, where the scheme signs one.
    pub tolerance: Tolerance,
    /// Bytes of a body; at most [`MOST_BODY`].
    pub largest_body: usize,
    /// Whether a wrong signature is explained by trying other spellings of the body. It costs a few milliseconds for each message that is refused.
    pub explain: bool,
}

impl Default for Policy {
    /// 300 seconds, 1 MiB, explained.
    fn default() -> Self {
        Policy { tolerance: Tolerance::Seconds(300), largest_body: 1 << 20, explain: true }
    }
}

impl Policy {
    /// # Errors
    /// `input.options`.
    pub(super) fn check(&self) -> Result<(), Error> {
        let bad = |field: &str, said: &str| Err(Error::new(Code::InputOptions, said).at_field(field));
        if let Tolerance::Seconds(seconds) = self.tolerance
            && seconds > MOST_TOLERANCE
        {
            return bad("tolerance", "a tolerance beyond 900 seconds: where age does not matter, say so");
        }
        if self.largest_body == 0 || self.largest_body > MOST_BODY {
            return bad("largest_body", "bodies of 1 byte to 32 MiB can be allowed");
        }
        Ok(())
    }
}
