//! What a token says (RFC 7519 section 4.1).

use super::json::{Object, Value};
use super::policy::{Expected, Policy};
use crate::error::{Code, Error};
use core::fmt;

/// Seconds since 1970 that are a time: up to the year 9999.
const TIMES: core::ops::Range<i64> = 0..253_402_300_800;

/// The claims of a token. Where they are printed only their times show: the others may be about a person.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Claims {
    /// `iss`
    pub issuer: Option<String>,
    /// `sub`
    pub subject: Option<String>,
    /// `aud`, be it one or several.
    pub audience: Vec<String>,
    /// `exp`: seconds since 1970.
    pub expires: Option<i64>,
    /// `nbf`
    pub not_before: Option<i64>,
    /// `iat`
    pub issued: Option<i64>,
    /// `jti`
    pub id: Option<String>,
    /// All of them, as they stand.
    pub all: Object,
}

fn wrong(name: &str, said: &str) -> Error {
    Error::new(Code::TokenClaim, format!("{name} {said}")).at_field(format!("payload/{name}"))
}

fn text(all: &Object, name: &str) -> Result<Option<String>, Error> {
    match all.get(name) {
        None => Ok(None),
        Some(Value::Text(text)) => Ok(Some(text.clone())),
        Some(_) => Err(wrong(name, "is no text")),
    }
}

fn time(all: &Object, name: &str) -> Result<Option<i64>, Error> {
    match all.get(name) {
        None => Ok(None),
        Some(Value::Integer(time)) if TIMES.contains(time) => Ok(Some(*time)),
        Some(_) => Err(wrong(name, "is no integer of seconds since 1970 up to the year 9999")),
    }
}

fn audience(all: &Object) -> Result<Vec<String>, Error> {
    let not = || wrong("aud", "is neither a text nor a list of texts");
    match all.get("aud") {
        None => Ok(Vec::new()),
        Some(Value::Text(one)) => Ok(vec![one.clone()]),
        Some(Value::List(several)) => {
            several.iter().map(|one| one.text().map(str::to_owned)).collect::<Option<_>>().ok_or_else(not)
        }
        Some(_) => Err(not()),
    }
}

/// # Errors
/// `input.options` for a time that is none: one in milliseconds, or of a clock that was never set.
pub(super) fn is_time(now: i64) -> Result<(), Error> {
    if TIMES.contains(&now) {
        return Ok(());
    }
    let said = "not a time in seconds since 1970 up to the year 9999";
    Err(Error::new(Code::InputOptions, said).at_field("now"))
}

impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claims")
            .field("expires", &self.expires)
            .field("not_before", &self.not_before)
            .field("issued", &self.issued)
            .finish_non_exhaustive()
    }
}

impl Claims {
    /// # Errors
    /// `token.claim` for one of another type than its own.
    pub(super) fn new(all: Object) -> Result<Self, Error> {
        Ok(Claims {
            issuer: text(&all, "iss")?,
            subject: text(&all, "sub")?,
            audience: audience(&all)?,
            expires: time(&all, "exp")?,
            not_before: time(&all, "nbf")?,
            issued: time(&all, "iat")?,
            id: text(&all, "jti")?,
            all,
        })
    }

    /// Holds them against the rules.
    ///
    /// # Errors
    /// `token.missing`, `token.issuer`, `token.audience`, `token.subject`, `token.expired`, `token.not_yet`, `token.too_old`.
    pub(super) fn check(&self, policy: &Policy, now: i64) -> Result<(), Error> {
        let leeway = i64::from(policy.leeway);
        let missing = |name: &str| {
            Error::new(Code::TokenMissing, format!("{name} is missing")).at_field(format!("payload/{name}"))
        };
        let refused =
            |code: Code, name: &str, said: &str| Error::new(code, said).at_field(format!("payload/{name}"));
        if let Some(name) = policy.required.iter().find(|name| !self.all.contains_key(*name)) {
            return Err(missing(name));
        }
        if let Expected::OneOf(allowed) = &policy.issuer {
            let issuer = self.issuer.as_ref().ok_or_else(|| missing("iss"))?;
            if !allowed.contains(issuer) {
                return Err(refused(
                    Code::TokenIssuer,
                    "iss",
                    "a token of another issuer than those that are trusted",
                ));
            }
        }
        if let Expected::OneOf(allowed) = &policy.audience {
            if self.audience.is_empty() {
                return Err(missing("aud"));
            }
            if !self.audience.iter().any(|one| allowed.contains(one)) {
                return Err(refused(Code::TokenAudience, "aud", "a token that is meant for somebody else"));
            }
        }
        if let Some(subject) = &policy.subject {
            let said = self.subject.as_ref().ok_or_else(|| missing("sub"))?;
            if said != subject {
                return Err(refused(Code::TokenSubject, "sub", "a token of another subject"));
            }
        }
        match self.expires {
            None if !policy.may_last_forever => return Err(missing("exp")),
            Some(expires) if now >= expires.saturating_add(leeway) => {
                let said = format!("expired {} seconds ago", now.saturating_sub(expires));
                return Err(refused(Code::TokenExpired, "exp", &said));
            }
            _ => {}
        }
        for (name, time) in [("nbf", self.not_before), ("iat", self.issued)] {
            if let Some(time) = time.filter(|time| now.saturating_add(leeway) < *time) {
                let said = format!("{name} is {} seconds ahead of now", time.saturating_sub(now));
                return Err(refused(Code::TokenNotYet, name, &said));
            }
        }
        if let Some(max_age) = policy.max_age {
            let age = now.saturating_sub(self.issued.ok_or_else(|| missing("iat"))?);
            if age > i64::from(max_age).saturating_add(leeway) {
                let said = format!("issued {age} seconds ago, {max_age} are accepted");
                return Err(refused(Code::TokenTooOld, "iat", &said));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_that_are_none() {
        for now in [0, 1_800_000_000, 253_402_300_799] {
            assert_eq!(is_time(now), Ok(()));
        }
        for now in [-1, i64::MIN, 253_402_300_800, 1_800_000_000_000, i64::MAX] {
            assert_eq!(is_time(now).unwrap_err().code(), Code::InputOptions, "{now}");
        }
    }
}
