//! `revocations.*`: what was taken back before its time.

use crate::call::Call;
use crate::fault::Fault;
use crate::handle::Handle;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{List, Of, Whole};
use crate::schema::{COUNT_64, Field, Type, may, must, trust};
use payymo::token::session::{Marks, Revocations, Scope, Standing, Store, standing};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub const ENTRIES: Type = List(&Of(&trust::REVOCATION));
pub const TOKEN: Field = must("token", Of(&trust::VERIFIED_TOKEN), "The token, as it was verified.");

#[derive(Deserialize)]
struct Entry {
    scope: String,
    issuer: Option<String>,
    value: String,
    not_before: Option<i64>,
    until: i64,
}

impl Entry {
    fn put(self, into: &mut Revocations, path: &str) -> Result<(), Fault> {
        let wrong = |said: &str| Err(Fault::field(path, said));
        let scope = match (self.scope.as_str(), self.issuer) {
            ("token", Some(issuer)) if self.not_before.is_none() => {
                into.revoke(&issuer, &self.value, self.until);
                return Ok(());
            }
            ("token", _) => {
                return wrong("a token is taken back by its issuer and id, whenever it was issued");
            }
            ("subject", Some(issuer)) => Scope::Subject { issuer, subject: self.value },
            ("subject", None) => return wrong("a subject is one of an issuer: name it"),
            (_, Some(_)) => return wrong("an issuer belongs to a token or a subject"),
            ("family", None) => Scope::Family(self.value),
            ("tenant", None) => Scope::Tenant(self.value),
            ("key", None) => Scope::Key(self.value),
            _ => return wrong("no scope of this library"),
        };
        into.not_before(scope, self.not_before.unwrap_or(i64::MAX), self.until);
        Ok(())
    }
}

fn put(call: &Call<'_>, name: &str, into: &mut Revocations) -> Result<(), Fault> {
    let entries: Vec<Entry> = call.maybe(name)?.unwrap_or_default();
    let mut entries = entries.into_iter().enumerate();
    entries.try_for_each(|(at, entry)| entry.put(into, &format!("/{name}/{at}")))
}

/// What a store knows, where it was asked.
pub fn revocations_of(call: &Call<'_>, name: &str) -> Result<Option<Revocations>, Fault> {
    if call.raw(name).is_none() {
        return Ok(None);
    }
    let mut known = Revocations::default();
    put(call, name, &mut known)?;
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

/// Asks a store.
pub fn read_standing(call: &Call<'_>, store: Store<'_>) -> Result<Said, Fault> {
    let token: TokenGiven = call.must("token")?;
    let text = |name: &str| token.claims.get(name).and_then(Value::as_str);
    let marks = Marks {
        issuer: text("iss"),
        id: text("jti"),
        subject: text("sub"),
        family: text("family"),
        tenant: text("tenant"),
        key: &token.key,
        issued: token.claims.get("iat").and_then(Value::as_i64),
    };
    Ok(match standing(marks, store) {
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

pub static NEW: Operation = Operation {
    name: "revocations.new",
    doc: "Takes in what was revoked, for a process that lives long and verifies many tokens.",
    request: &[may("entries", ENTRIES, "What was revoked, as the host's store knows it.")],
    answer: Answer::Nothing,
    errors: &[],
    run: Run::Open(|call| {
        let mut known = Revocations::default();
        put(call, "entries", &mut known)?;
        Ok((Handle::Revocations(Box::new(known)), call.answer(&())?))
    }),
};

pub static ADD: Operation = Operation {
    name: "revocations.add",
    doc: "Takes in more that was revoked; what was there stays. With an error those before the wrong one are in.",
    request: &[must("entries", ENTRIES, "What was revoked since.")],
    answer: Answer::Nothing,
    errors: &[],
    run: Run::Revocations(|known, call| {
        put(call, "entries", known)?;
        call.answer(&())
    }),
};

pub static FORGET: Operation = Operation {
    name: "revocations.forget",
    doc: "Forgets what has expired: call it now and then, with the time less the leeway of the verifiers.",
    request: &[must("expired_at", Whole, "The time: seconds since 1970.")],
    answer: Answer::Nothing,
    errors: &[],
    run: Run::Revocations(|known, call| {
        known.forget(call.must("expired_at")?);
        call.answer(&())
    }),
};

pub static COUNT: Operation = Operation {
    name: "revocations.count",
    doc: "How many single tokens are revoked.",
    request: &[],
    answer: Answer::One(COUNT_64),
    errors: &[],
    run: Run::Revocations(|known, call| call.answer(&known.len())),
};

pub static STANDING: Operation = Operation {
    name: "revocations.standing",
    doc: "Whether a token that holds stands.",
    request: &[TOKEN],
    answer: Answer::One(Of(&trust::TOKEN_STANDING)),
    errors: &[],
    run: Run::Revocations(|known, call| {
        let said = read_standing(call, Store::Consulted(known))?;
        call.answer(&said)
    }),
};
