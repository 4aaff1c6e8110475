//! What a verifier asks of a chain.

use super::name::Name;
use super::pin::PinSet;

/// Most intermediates of a path.
pub(super) const MOST_INTERMEDIATES: u32 = 6;

/// What a leaf is to be used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A server that was called by this name.
    Server(Name),
    /// A client that signs in. Who it is the host reads from [`super::Verified::names`] or from the leaf's pin. Against private anchors alone:
    /// public authorities vouch for names of servers, and a public certificate of anybody would sign in.
    Client,
}

/// What is asked of revocation lists. A list whose time is over or has not begun is never taken for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revocation {
    /// Each certificate below the anchor must be answered for by a list.
    Require,
    /// As [`Revocation::Require`], but for a leaf that is short-lived as the CA/Browser Forum defines it (at most 7 days; 10 where issued before
    /// 2026-03-15): it needs none. Its intermediates do.
    ShortLived,
    /// Where a list is there, it holds; where none is, the chain passes with [`super::Warning::RevocationUnknown`].
    IfAvailable,
}

/// Whether anything is checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Everything.
    #[default]
    Enforced,
    /// Nothing, for the reason that is given: the answer is [`super::Outcome::Skipped`], which is not valid.
    Sandbox(String),
}

/// The rules by which a chain is taken. What is not said stays strict.
///
/// ```
/// use payymo::certificate::{Name, Policy, Purpose, Revocation};
/// let policy = Policy::new(Purpose::Server(Name::parse("api.bank.example")?), Revocation::Require);
/// assert_eq!(policy.most_intermediates, 6);
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Policy {
    /// What the leaf is to be used for.
    pub purpose: Purpose,
    /// What is asked of revocation lists.
    pub revocation: Revocation,
    /// Keys of which the chain must hold one.
    pub pins: Option<PinSet>,
    /// How many intermediates that are not self-issued may stand in the path; at most 6.
    pub most_intermediates: u32,
    /// Whether anything is checked.
    pub mode: Mode,
}

impl Policy {
    /// Strict rules without pins.
    pub fn new(purpose: Purpose, revocation: Revocation) -> Self {
        Policy {
            purpose,
            revocation,
            pins: None,
            most_intermediates: MOST_INTERMEDIATES,
            mode: Mode::Enforced,
        }
    }
}
