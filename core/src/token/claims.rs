//! What a token says (RFC 7519 section 4.1).

use super::json::{Object, Value};
use super::policy::{Expected, Policy};
use crate::error::{Code, Error};
use crate::time::is_time;
use core::fmt;

/// The claims of a token. Where they are printed only their times show: the others may be about a person.
#[derive(Clone, Default, PartialEq)]
pub struct Claims {
    all: Object,
    expires: Option<i64>,
    not_before: Option<i64>,
    issued: Option<i64>,
}

fn wrong(name: &str, said: &str) -> Error {
    Error::new(Code::TokenClaim, format!("{name} {said}")).at_field(format!("payload/{name}"))
}

fn is_text(name: &str, value: &Value) -> Result<(), Error> {
    value.text().map(|_| ()).ok_or_else(|| wrong(name, "is no text"))
}

fn time(name: &str, value: &Value) -> Result<Option<i64>, Error> {
    let time = value.integer().filter(|time| is_time(*time));
    time.map(Some).ok_or_else(|| wrong(name, "is no integer of seconds since 1970 up to the year 9999"))
}

fn is_audience(value: &Value) -> Result<(), Error> {
    let right = match value {
        Value::Text(_) => true,
        Value::List(several) => several.iter().all(|one| one.text().is_some()),
        _ => false,
    };
    if right { Ok(()) } else { Err(wrong("aud", "is neither a text nor a list of texts")) }
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
        let (mut expires, mut not_before, mut issued) = (None, None, None);
        for (name, value) in all.iter() {
            match name {
                "iss" | "sub" | "jti" => is_text(name, value)?,
                "aud" => is_audience(value)?,
                "exp" => expires = time(name, value)?,
                "nbf" => not_before = time(name, value)?,
                "iat" => issued = time(name, value)?,
                _ => {}
            }
        }
        Ok(Claims { all, expires, not_before, issued })
    }

    /// All of them, as they stand.
    pub fn all(&self) -> &Object {
        &self.all
    }

    /// One of them by its name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.all.get(name)
    }

    /// One of them by its name, if it is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::text)
    }

    /// `iss`
    pub fn issuer(&self) -> Option<&str> {
        self.text("iss")
    }

    /// `sub`
    pub fn subject(&self) -> Option<&str> {
        self.text("sub")
    }

    /// `aud`, be it one or several.
    pub fn audience(&self) -> impl Iterator<Item = &str> {
        let all = match self.get("aud") {
            Some(Value::List(several)) => several.as_slice(),
            one => one.map(core::slice::from_ref).unwrap_or_default(),
        };
        all.iter().filter_map(Value::text)
    }

    /// `exp`: seconds since 1970.
    pub fn expires(&self) -> Option<i64> {
        self.expires
    }

    /// `nbf`
    pub fn not_before(&self) -> Option<i64> {
        self.not_before
    }

    /// `iat`
    pub fn issued(&self) -> Option<i64> {
        self.issued
    }

    /// `jti`
    pub fn id(&self) -> Option<&str> {
        self.text("jti")
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
        if let Some(name) = policy.required.iter().find(|name| !self.all.contains_key(name)) {
            return Err(missing(name));
        }
        if let Expected::OneOf(allowed) = &policy.issuer {
            let issuer = self.issuer().ok_or_else(|| missing("iss"))?;
            if !allowed.iter().any(|one| one == issuer) {
                return Err(refused(
                    Code::TokenIssuer,
                    "iss",
                    "a token of another issuer than those that are trusted",
                ));
            }
        }
        if let Expected::OneOf(allowed) = &policy.audience {
            if self.audience().next().is_none() {
                return Err(missing("aud"));
            }
            if !self.audience().any(|audience| allowed.iter().any(|one| one == audience)) {
                return Err(refused(Code::TokenAudience, "aud", "a token that is meant for somebody else"));
            }
        }
        if let Some(subject) = &policy.subject {
            let said = self.subject().ok_or_else(|| missing("sub"))?;
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
