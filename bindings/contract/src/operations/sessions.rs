//! `sessions.*`: logins whose refresh tokens take each other's place.
//!
//! # Design
//! What a family becomes is decided here and written by the host; tokens are made of nothing but a state that its store said was written.

use super::keys::{
    ALGORITHM, JWK, JWKS, KEY_ID, KEYS, NOW, PEM, SECRET, SECRETS, SET_ERRORS, STATE, StateWrite, key_set,
    must_state, signing_key, skipped,
};
use super::token::{BINDING, TOKEN_ERRORS, VerifiedToken, binding_of, verified};
use crate::call::{Call, settings};
use crate::fault::Fault;
use crate::handle::{Handle, Issuer, Steady, Verifier};
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Bytes, List, Of, Text, Word};
use crate::schema::{COUNT, Field, TEXTS, may, must, trust, values, words};
use payymo::token::KeySet;
use payymo::token::session::{
    Family, Holder, Lifetimes, Login, Presented, Refresh, Refusal, Sessions, Why, Written, fresh_id,
};
use serde::Serialize;
use std::sync::Arc;

/// Bytes of one fresh id.
const ID_BYTES: usize = 16;

/// What can be wrong with a token that is exchanged: with all that is handed in beside it too.
const REFRESH_ERRORS: &[&str] = {
    const ALL: [&str; TOKEN_ERRORS.len() + 1] = {
        let mut all = ["input.options"; TOKEN_ERRORS.len() + 1];
        let (_, of_token) = all.split_at_mut(1);
        of_token.copy_from_slice(TOKEN_ERRORS);
        all
    };
    &ALL
};

const CLIENT: Field = must("client", Text, "Id of the client, which has shown who it is.");
const TOKEN: Field = must("token", Text, "The refresh token that came.");

/// Ids of fresh random bytes, cut into as many parts.
fn fresh<const N: usize>(call: &Call<'_>) -> Result<[String; N], Fault> {
    let random = call.blob("random")?.unwrap_or_default();
    if random.len() != N * ID_BYTES {
        let said = format!("expected {} fresh random bytes, found {}", N * ID_BYTES, random.len());
        return Err(Fault::field("/random", said));
    }
    let mut ids = [const { String::new() }; N];
    for (part, id) in random.chunks(ID_BYTES).zip(&mut ids) {
        *id = fresh_id(part).map_err(Fault::within(""))?;
    }
    Ok(ids)
}

pub static NEW: Operation = Operation {
    name: "sessions.new",
    doc: "An issuer of sessions: whose tokens say what, the key that signs them, and, while keys are changed, the others that are taken. \
          Answers why keys of a set were left out.",
    request: &[
        must("issuer", Text, "Who issues them (`iss`)."),
        must("access_audience", Text, "The API that takes access tokens (`aud`)."),
        must("refresh_audience", Text, "The end point that exchanges refresh tokens (`aud`)."),
        ALGORITHM,
        PEM,
        JWK,
        SECRET,
        KEY_ID,
        JWKS,
        KEYS,
        SECRETS,
        may("lifetimes", Of(&trust::SESSION_LIFETIMES), "How long what lives."),
        may("leeway", COUNT, "Seconds by which clocks may differ, 300 at most; 30 where nothing is said."),
    ],
    answer: Answer::One(List(&Of(&values::ERROR))),
    errors: SET_ERRORS,
    run: Run::Open(|call| {
        let key = signing_key(call)?;
        let text = |name: &str| call.must::<String>(name);
        let (issuer, access, refresh) =
            (text("issuer")?, text("access_audience")?, text("refresh_audience")?);
        let mut sessions =
            Sessions::new(&issuer, &access, &refresh, key.algorithm()).map_err(Fault::within(""))?;
        sessions.lifetimes = settings!(call, "lifetimes", Lifetimes: u32 { access, refresh, family, grace });
        sessions.leeway = call.maybe("leeway")?.unwrap_or(sessions.leeway);
        sessions.check().map_err(Fault::within(""))?;
        let others = ["jwks", "keys", "secrets"].iter().any(|name| call.raw(name).is_some());
        let keys = match others {
            true => key_set(call, &[key.algorithm()])?.with_key(key.verifying()),
            false => KeySet::new(vec![key.verifying().clone()]),
        };
        let keys = keys.map_err(Fault::within("/key_id"))?;
        let policy = sessions.access_policy();
        let skipped = call.answer(&skipped(&keys))?;
        let verifier = Verifier { keys, policy };
        Ok((Handle::Steady(Steady::Sessions(Arc::new(Issuer { sessions, key, verifier }))), skipped))
    }),
};

/// What to do with a login, as a document.
#[derive(Serialize)]
struct Step {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    family: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    write: Option<StateWrite>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
}

impl Step {
    fn of(outcome: &'static str, why: Option<Why>, family: String) -> Self {
        Step { outcome, why: why.and_then(why_text), family, write: None, state: None }
    }

    /// Nothing is to be written.
    fn refused(refusal: Refusal, family: String) -> Self {
        match refusal {
            Refusal::Ended(why) => Step::of("ended", Some(why), family),
            Refusal::Expired => Step::of("expired", None, family),
            Refusal::Clock => Step::of("clock", None, family),
            _ => Step::of("version", None, family),
        }
    }
}

fn why_text(why: Why) -> Option<&'static str> {
    Some(match why {
        Why::Reuse => "reuse",
        Why::OtherHolder => "other_holder",
        Why::Logout => "logout",
        Why::Revoked => "revoked",
        _ => return None,
    })
}

fn text_of(family: &Family) -> Result<String, Fault> {
    serde_json::to_string(family).map_err(|_| Fault::field("/state", "a state that JSON holds"))
}

fn write_of(family: &Family, expected: Option<u64>) -> Result<Option<StateWrite>, Fault> {
    StateWrite::new(expected, family.revision, family, Some(family.expires)).map(Some)
}

pub static BEGIN: Operation = Operation {
    name: "sessions.begin",
    doc: "A login: the family to write where the store has none of its id. Then `sessions.confirm` makes its tokens.",
    request: &[
        must("subject", Text, "Who logged in (`sub`)."),
        must("tenant", Text, "Whose data they work on."),
        CLIENT,
        may(
            "binding",
            BINDING.kind,
            "The key that its tokens are to be bound to (`cnf`): whoever brings one must show it.",
        ),
        must("random", Bytes, "32 fresh bytes of a source of random bytes."),
        NOW,
    ],
    answer: Answer::One(Of(&trust::SESSION_STEP)),
    errors: &["input.options", "token.binding"],
    run: Run::Sessions(|issuer, call| {
        let [id, live] = fresh(call)?;
        let holder = Holder { client: call.must("client")?, binding: binding_of(call)? };
        let login = Login { subject: call.must("subject")?, tenant: call.must("tenant")?, holder };
        let family = Family::begin(id, live, login, &issuer.sessions.lifetimes, call.must("now")?)
            .map_err(Fault::within(""))?;
        let state = Some(text_of(&family)?);
        let write = write_of(&family, None)?;
        call.answer(&Step { write, state, ..Step::of("begin", None, family.id) })
    }),
};

fn presented(issuer: &Issuer, call: &Call<'_>) -> Result<Presented, Fault> {
    let (token, client): (String, String) = (call.must("token")?, call.must("client")?);
    let shown = binding_of(call)?;
    let now = call.must("now")?;
    let presented = issuer.sessions.present(&token, &issuer.verifier.keys, &client, shown.as_ref(), now);
    presented.map_err(Fault::within("/token"))
}

#[derive(Serialize)]
struct PresentedToken<'t> {
    family: &'t str,
    id: &'t str,
    verified: VerifiedToken<'t>,
}

pub static PRESENT: Operation = Operation {
    name: "sessions.present",
    doc: "Reads a refresh token that came, for the id of the family whose state the host then looks up.",
    request: &[TOKEN, CLIENT, BINDING, NOW],
    answer: Answer::One(Of(&trust::PRESENTED_TOKEN)),
    errors: TOKEN_ERRORS,
    run: Run::Sessions(|issuer, call| {
        let presented = presented(issuer, call)?;
        call.answer(&PresentedToken {
            family: &presented.family,
            id: &presented.id,
            verified: VerifiedToken::from(&presented.verified),
        })
    }),
};

pub static REFRESH: Operation = Operation {
    name: "sessions.refresh",
    doc: "What to do with a refresh token that came: exchange it, end the family that it was copied from, or refuse it. Nothing is \
          granted until the store has answered and `sessions.confirm` was asked.",
    request: &[
        TOKEN,
        CLIENT,
        BINDING,
        STATE,
        must("random", Bytes, "16 fresh bytes of a source of random bytes, for the successor."),
        NOW,
    ],
    answer: Answer::One(Of(&trust::SESSION_STEP)),
    errors: REFRESH_ERRORS,
    run: Run::Sessions(|issuer, call| {
        let presented = presented(issuer, call)?;
        let family: Family = must_state(call)?;
        let [next] = fresh(call)?;
        let lifetimes = &issuer.sessions.lifetimes;
        let (id, expected) = (family.id.clone(), Some(family.revision));
        let says = |outcome: &'static str| Step::of(outcome, None, id.clone());
        let said = family.refresh(&presented, next, lifetimes, call.must("now")?);
        let step = match said.map_err(Fault::within(""))? {
            Refresh::Exchange(next) => {
                Step { write: write_of(&next, expected)?, state: Some(text_of(&next)?), ..says("exchange") }
            }
            // As it is: the write fails where the store has another revision by now.
            Refresh::Again(same) => {
                Step { write: write_of(&same, expected)?, state: Some(text_of(&same)?), ..says("again") }
            }
            Refresh::End(ended, why) => {
                Step { write: write_of(&ended, expected)?, why: why_text(why), ..says("end") }
            }
            Refresh::Refused(refusal) => Step::refused(refusal, id.clone()),
            _ => Step::refused(Refusal::Version, id.clone()),
        };
        call.answer(&step)
    }),
};

#[derive(Serialize)]
struct Tokens {
    access: String,
    refresh: String,
    access_expires: i64,
    refresh_expires: i64,
}

pub static CONFIRM: Operation = Operation {
    name: "sessions.confirm",
    doc: "The tokens of a state that the store said was written; `null` where it said anything else, and for a family that has ended or \
          expired.",
    request: &[
        STATE,
        must("written", Word(&words::WRITE_RESULT), "What the store said."),
        must("permissions", TEXTS, "What the access token may do: `invoice:read`, `invoice:*`."),
        must("random", Bytes, "16 fresh bytes of a source of random bytes, for the access token's id."),
        NOW,
    ],
    answer: Answer::Maybe(Of(&trust::SESSION_TOKENS)),
    errors: &[
        "input.options",
        "permission.syntax",
        "token.claim",
        "token.header",
        "token.too_large",
        "crypto.failed",
    ],
    run: Run::Sessions(|issuer, call| {
        let written = match call.must::<String>("written")?.as_str() {
            "applied" => Written::Applied,
            "conflict" => Written::Conflict,
            _ => Written::Unavailable,
        };
        let family: Family = must_state(call)?;
        let permissions: Vec<String> = call.must("permissions")?;
        let [id] = fresh(call)?;
        let now: i64 = call.must("now")?;
        let Some(granted) = family.granted(written) else { return call.answer(&()) };
        let Issuer { sessions, key, .. } = issuer;
        let family = granted.family();
        // What no verifier would take is not signed.
        if now >= family.live_until.min(family.expires) {
            return call.answer(&());
        }
        let tokens = Tokens {
            access: sessions.access(key, &granted, &permissions, &id, now).map_err(Fault::within(""))?,
            refresh: sessions.refresh(key, &granted, now).map_err(Fault::within(""))?,
            access_expires: now.saturating_add(i64::from(sessions.lifetimes.access)).min(family.expires),
            refresh_expires: family.live_until,
        };
        call.answer(&tokens)
    }),
};

pub static END: Operation = Operation {
    name: "sessions.end",
    doc: "Ends a login: the state to write, until it is written. Access tokens live on until they expire, or until the family is put \
          among the revocations.",
    request: &[STATE, must("why", Word(&words::FAMILY_END), "Why it ends."), NOW],
    answer: Answer::One(Of(&trust::SESSION_STEP)),
    errors: &[],
    run: Run::Sessions(|_, call| {
        let family: Family = must_state(call)?;
        let why = match call.must::<String>("why")?.as_str() {
            "reuse" => Why::Reuse,
            "other_holder" => Why::OtherHolder,
            "logout" => Why::Logout,
            _ => Why::Revoked,
        };
        let step = match family.end(why, call.must("now")?) {
            Ok(ended) => {
                let write = write_of(&ended, Some(family.revision))?;
                Step { write, ..Step::of("end", Some(why), family.id) }
            }
            Err(refusal) => Step::refused(refusal, family.id),
        };
        call.answer(&step)
    }),
};

pub static VERIFY: Operation = Operation {
    name: "sessions.verify",
    doc: "Verifies an access token of its own sessions. Whether it was revoked is asked of `revocations`.",
    request: &[must("token", Text, "The access token, without `Bearer`."), BINDING, NOW],
    answer: Answer::One(Of(&trust::VERIFIED_TOKEN)),
    errors: TOKEN_ERRORS,
    run: Run::Sessions(|issuer, call| {
        let verified = verified(&issuer.verifier, call)?;
        call.answer(&VerifiedToken::from(&verified))
    }),
};
