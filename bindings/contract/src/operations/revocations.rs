//! `revocations.*`: what was taken back before its time.

use crate::call::Call;
use crate::fault::{BorderCode, Fault};
use crate::handle::{Handle, Steady};
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Of};
use crate::schema::{COUNT_64, Field, TIME, Type, check, may, must, trust};
use payymo::token::session::{Marks, Revocations, Scope, Standing, Store, standing};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::sync::{Arc, PoisonError, RwLock};

pub const ENTRIES: Type = List(&Of(&trust::REVOCATION));
pub const TOKEN: Field = must("token", Of(&trust::VERIFIED_TOKEN), "The token, as it was verified.");

#[derive(Deserialize)]
struct Given {
    scope: String,
    issuer: Option<String>,
    value: String,
    not_before: Option<i64>,
    until: i64,
}

/// What is taken back: one token, or all of a scope from before a time; each until a time.
enum Entry {
    Token { issuer: String, id: String, until: i64 },
    Scope { scope: Scope, not_before: i64, until: i64 },
}

impl Given {
    fn read(self, path: &str) -> Result<Entry, Fault> {
        let wrong = |said: &str| Err(Fault::field(path, said));
        let Given { scope, issuer, value, not_before, until } = self;
        if value.is_empty() {
            return Err(Fault::field(format!("{path}/value"), "an empty text: nothing is named so"));
        }
        let scope = match (scope.as_str(), issuer) {
            ("token", Some(issuer)) if not_before.is_none() => {
                return Ok(Entry::Token { issuer, id: value, until });
            }
            ("token", _) => {
                return wrong("a token is taken back by its issuer and id, whenever it was issued");
            }
            ("subject", Some(issuer)) => Scope::Subject { issuer, subject: value },
            ("subject", None) => return wrong("a subject is one of an issuer: name it"),
            (_, Some(_)) => return wrong("an issuer belongs to a token or a subject"),
            ("family", None) => Scope::Family(value),
            ("tenant", None) => Scope::Tenant(value),
            ("key", None) => Scope::Key(value),
            _ => return wrong("no scope of this library"),
        };
        Ok(Entry::Scope { scope, not_before: not_before.unwrap_or(i64::MAX), until })
    }
}

impl Entry {
    fn put(self, into: &mut Revocations) {
        match self {
            Entry::Token { issuer, id, until } => into.revoke(&issuer, &id, until),
            Entry::Scope { scope, not_before, until } => into.not_before(scope, not_before, until),
        }
    }
}

fn entries(call: &Call<'_>, name: &str) -> Result<Vec<Entry>, Fault> {
    let given: Vec<Given> = call.maybe(name)?.unwrap_or_default();
    let given = given.into_iter().enumerate();
    given.map(|(at, entry)| entry.read(&format!("/{name}/{at}"))).collect()
}

/// What a store knows, where it was asked.
pub fn revocations_of(call: &Call<'_>, name: &str) -> Result<Option<Revocations>, Fault> {
    if call.raw(name).is_none() {
        return Ok(None);
    }
    let mut known = Revocations::default();
    entries(call, name)?.into_iter().for_each(|entry| entry.put(&mut known));
    Ok(Some(known))
}

#[derive(Deserialize)]
struct TokenGiven {
    claims: Map<String, Value>,
    key: String,
}

/// What a store says of the token of a call.
#[derive(Serialize)]
pub struct Said {
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
}

/// Letters of a key's thumbprint.
const THUMBPRINT: usize = 43;

/// The token of a call: what was not verified here has no thumbprint of a key, and names what is none.
fn token_of(call: &Call<'_>) -> Result<TokenGiven, Fault> {
    let token: TokenGiven = call.must("token")?;
    if token.key.len() != THUMBPRINT {
        return Err(Fault::field("/token/key", "the thumbprint of a key, as a verifier answered it"));
    }
    for name in ["iss", "jti", "sub"] {
        if token.claims.get(name).is_some_and(|claim| !claim.is_string()) {
            return Err(Fault::field(
                check::pointer("/token/claims", name),
                "a text, as a verifier answered it",
            ));
        }
    }
    Ok(token)
}

/// Asks a store, which is looked at once the token is read.
pub fn read_standing(call: &Call<'_>, ask: impl FnOnce(Marks<'_>) -> Standing) -> Result<Said, Fault> {
    let token = token_of(call)?;
    let text = |name: &str| token.claims.get(name).and_then(Value::as_str);
    let mark = |name: &str| match token.claims.get(name)? {
        Value::String(text) => Some(Cow::Borrowed(text.as_str())),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    };
    let marks = Marks {
        issuer: text("iss"),
        id: text("jti"),
        subject: text("sub"),
        family: mark("family"),
        tenant: mark("tenant"),
        key: &token.key,
        issued: token.claims.get("iat").and_then(Value::as_i64),
    };
    Ok(match ask(marks) {
        Standing::Stands => Said { standing: "stands", scope: None },
        Standing::Revoked { scope } => {
            let scope = match scope {
                None => "token",
                Some(Scope::Subject { .. }) => "subject",
                Some(Scope::Family(_)) => "family",
                Some(Scope::Tenant(_)) => "tenant",
                Some(Scope::Key(_)) => "key",
            };
            Said { standing: "revoked", scope: Some(scope) }
        }
        // Anything that a later core may say is no word that a token stands.
        _ => Said { standing: "not_consulted", scope: None },
    })
}

/// A panic while it was written may have left half of a call's entries out: it says nothing any more.
fn broken<T>(_: PoisonError<T>) -> Fault {
    Fault::new(BorderCode::Handle, "these revocations broke in an earlier call: make others")
}

pub static NEW: Operation = Operation {
    name: "revocations.new",
    doc: "Takes in what was revoked, for a process that lives long and verifies many tokens.",
    request: &[may("entries", ENTRIES, "What was revoked, as the host's store knows it.")],
    answer: Answer::Nothing,
    errors: &[],
    run: Run::Open(|call| {
        let known = revocations_of(call, "entries")?.unwrap_or_default();
        Ok((Handle::Steady(Steady::Revocations(Arc::new(RwLock::new(known)))), call.answer(&())?))
    }),
};

pub static ADD: Operation = Operation {
    name: "revocations.add",
    doc: "Takes in more that was revoked; what was there stays. With an error none of it is in.",
    request: &[must("entries", ENTRIES, "What was revoked since.")],
    answer: Answer::Nothing,
    errors: &[],
    run: Run::Revocations(|known, call| {
        let entries = entries(call, "entries")?;
        let mut known = known.write().map_err(broken)?;
        entries.into_iter().for_each(|entry| entry.put(&mut known));
        call.answer(&())
    }),
};

pub static FORGET: Operation = Operation {
    name: "revocations.forget",
    doc: "Forgets what has expired: call it now and then, with the time less the leeway of the verifiers.",
    request: &[must("expired_at", TIME, "The time: seconds since 1970.")],
    answer: Answer::Nothing,
    errors: &[],
    run: Run::Revocations(|known, call| {
        let expired_at = call.must("expired_at")?;
        known.write().map_err(broken)?.forget(expired_at);
        call.answer(&())
    }),
};

pub static COUNT: Operation = Operation {
    name: "revocations.count",
    doc: "How many single tokens are revoked.",
    request: &[],
    answer: Answer::One(COUNT_64),
    errors: &[],
    run: Run::Revocations(|known, call| call.answer(&known.read().map_err(broken)?.len())),
};

pub static STANDING: Operation = Operation {
    name: "revocations.standing",
    doc: "Whether a token that holds stands.",
    request: &[TOKEN],
    answer: Answer::One(Of(&trust::TOKEN_STANDING)),
    errors: &[],
    run: Run::Revocations(|known, call| {
        let known = known.read().map_err(broken)?;
        let said = read_standing(call, |marks| standing(marks, Store::Consulted(&known)))?;
        call.answer(&said)
    }),
};
