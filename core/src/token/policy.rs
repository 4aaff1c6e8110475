//! What a verifier asks of a token.

use crate::crypto::Algorithm;
use crate::error::{Code, Error};
use core::fmt;

/// Longest leeway in seconds.
pub const MOST_LEEWAY: u32 = 300;

/// What a claim must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// One of these, letter by letter.
    OneOf(Vec<String>),
    /// Anything, or nothing at all: said in words, since it gives up a check.
    Unchecked,
}

impl Expected {
    /// This one.
    pub fn exactly(value: impl Into<String>) -> Self {
        Expected::OneOf(vec![value.into()])
    }
}

/// The rules by which a token is accepted. What is not said stays strict: `exp` must be there, `nbf` and `iat` hold where they are there, a
/// `typ` must be `JWT`, and nothing that `crit` names is understood.
///
/// ```
/// use payymo::crypto::Algorithm;
/// use payymo::token::{Expected, Policy};
/// let mut policy = Policy::new(
///     vec![Algorithm::Rs256],
///     Expected::exactly("https://accounts.example"),
///     Expected::exactly("billing"),
/// );
/// policy.max_age = Some(3600);
/// assert_eq!(policy.leeway, 30);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Policy {
    /// Algorithms that are taken, all of one kind of key.
    pub algorithms: Vec<Algorithm>,
    /// `iss`.
    pub issuer: Expected,
    /// `aud`: one of the token's audiences must be one of these.
    pub audience: Expected,
    /// `sub`, where only one is meant.
    pub subject: Option<String>,
    /// `typ` of the header, in any case and with or without `application/`; `None`: `JWT`, or none.
    pub kind: Option<String>,
    /// Claims that must be there, whatever they say.
    pub required: Vec<String>,
    /// Whether `exp` may be missing. Where it is there it holds.
    pub may_last_forever: bool,
    /// Seconds by which clocks may differ; at most [`MOST_LEEWAY`].
    pub leeway: u32,
    /// Seconds since `iat`, which must be there then.
    pub max_age: Option<u32>,
    /// Members of `crit` that the caller acts on.
    pub understood: Vec<String>,
}

/// A type without `application/` in front of it, which counts nothing, as its case does (RFC 7515 section 4.1.9).
fn bare_kind(kind: &str) -> &str {
    match kind.split_at_checked("application/".len()) {
        Some((front, rest)) if front.eq_ignore_ascii_case("application/") => rest,
        _ => kind,
    }
}

/// Whether two types are the same.
pub(super) fn is_kind(one: &str, other: &str) -> bool {
    bare_kind(one).eq_ignore_ascii_case(bare_kind(other))
}

impl Policy {
    /// Strict rules, with a leeway of 30 seconds.
    pub fn new(algorithms: Vec<Algorithm>, issuer: Expected, audience: Expected) -> Self {
        Policy {
            algorithms,
            issuer,
            audience,
            subject: None,
            kind: None,
            required: Vec::new(),
            may_last_forever: false,
            leeway: 30,
            max_age: None,
            understood: Vec::new(),
        }
    }

    /// Whether it holds together. Every verification asks this; a host may ask it once, when it starts.
    ///
    /// # Errors
    /// `input.options`, with the field.
    pub fn check(&self) -> Result<(), Error> {
        let bad = |field: &str, said: &str| Err(Error::new(Code::InputOptions, said).at_field(field));
        let mut families = self.algorithms.iter().map(|one| one.family());
        let Some(first) = families.next() else { return bad("algorithms", "no algorithm is allowed") };
        if families.any(|family| family != first) {
            return bad("algorithms", "algorithms of different kinds of keys: use a policy for each");
        }
        if self.leeway > MOST_LEEWAY {
            return bad("leeway", "a leeway beyond 300 seconds");
        }
        if self.subject.as_ref().is_some_and(String::is_empty) {
            return bad("subject", "an empty subject is nobody");
        }
        if self.kind.as_deref().is_some_and(|kind| bare_kind(kind).is_empty()) {
            return bad("kind", "an empty type is none: leave it out for JWT");
        }
        for (field, expected) in [("issuer", &self.issuer), ("audience", &self.audience)] {
            if let Expected::OneOf(all) = expected
                && (all.is_empty() || all.iter().any(String::is_empty))
            {
                return bad(field, "no value is allowed: name one, or say that it is not checked");
            }
        }
        Ok(())
    }
}

/// A subject may be a person: that there is one shows, and nothing more.
impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy")
            .field("algorithms", &self.algorithms)
            .field("issuer", &self.issuer)
            .field("audience", &self.audience)
            .field("subject", &self.subject.as_ref().map(|_| ".."))
            .field("kind", &self.kind)
            .field("required", &self.required)
            .field("may_last_forever", &self.may_last_forever)
            .field("leeway", &self.leeway)
            .field("max_age", &self.max_age)
            .field("understood", &self.understood)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_are_none() {
        let with = |change: &dyn Fn(&mut Policy)| {
            let mut policy =
                Policy::new(vec![Algorithm::Rs256], Expected::exactly("a"), Expected::exactly("b"));
            change(&mut policy);
            policy.check().map_err(|error| error.place().field.clone().unwrap_or_default())
        };
        assert_eq!(with(&|policy| policy.leeway = 300), Ok(()));
        assert_eq!(with(&|policy| policy.leeway = 301), Err("leeway".to_owned()));
        assert_eq!(with(&|policy| policy.subject = Some(String::new())), Err("subject".to_owned()));
        for kind in ["", "application/", "APPLICATION/"] {
            assert_eq!(with(&|policy| policy.kind = Some(kind.to_owned())), Err("kind".to_owned()));
        }
        assert_eq!(with(&|policy| policy.algorithms.push(Algorithm::Hs256)), Err("algorithms".to_owned()));
        assert_eq!(with(&|policy| policy.issuer = Expected::OneOf(Vec::new())), Err("issuer".to_owned()));
    }

    #[test]
    fn types_without_their_front() {
        for kind in ["at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+jwt"] {
            assert!(is_kind(kind, "at+jwt") && is_kind("APPLICATION/At+Jwt", kind), "{kind}");
        }
        assert!(is_kind("application/application/jwt", "application/application/JWT"));
        for kind in
            ["application/application/jwt", "application/", "jwt ", "application", "\u{e9}pplication/jwt"]
        {
            assert!(!is_kind(kind, "jwt"), "{kind}");
        }
    }
}
