//! `token.*`, `verifier.*`, `signer.*`: tokens verified and signed.

use super::keys::{
    ALGORITHM, JWK, JWKS, KEY_ERRORS, KEY_ID, KEYS, NOW, PEM, SECRET, SECRETS, SET_ERRORS, algorithm,
    key_set, signing_key, skipped,
};
use super::revocations::{ENTRIES, TOKEN, read_standing, revocations_of};
use crate::call::Call;
use crate::fault::Fault;
use crate::handle::{Handle, Steady, Verifier};
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Bytes, Json, List, Map, Of, Text};
use crate::schema::{Field, may, must, trust, values};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use payymo::crypto::Family;
use payymo::token::session::{Binding, Store, is_bound_to, standing};
use payymo::token::{Expected, Key, Object, Policy, Verified, open, open_detached, sign, verify};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub const BINDING: Field = may(
    "binding",
    Of(&trust::TOKEN_BINDING),
    "The key that was shown with the token. A token that is bound to another, or to one where none was shown, is refused.",
);

/// What can be wrong with signed content.
const JWS_ERRORS: &[&str] = &[
    "token.too_large",
    "token.segments",
    "token.base64",
    "token.header",
    "token.header_key",
    "token.critical",
    "token.algorithm",
    "token.unknown_key",
    "token.signature",
];

/// What can be wrong with a token.
pub const TOKEN_ERRORS: &[&str] = &[
    "token.too_large",
    "token.segments",
    "token.base64",
    "token.json",
    "token.header",
    "token.header_key",
    "token.critical",
    "token.algorithm",
    "token.unknown_key",
    "token.signature",
    "token.type",
    "token.claim",
    "token.missing",
    "token.issuer",
    "token.audience",
    "token.subject",
    "token.expired",
    "token.not_yet",
    "token.too_old",
    "token.binding",
];

#[derive(Deserialize)]
struct PolicyGiven {
    algorithms: Vec<String>,
    issuers: Option<Vec<String>>,
    audiences: Option<Vec<String>>,
    #[serde(default)]
    any_issuer: bool,
    #[serde(default)]
    any_audience: bool,
    subject: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    required: Vec<String>,
    #[serde(default)]
    may_last_forever: bool,
    leeway: Option<u32>,
    max_age: Option<u32>,
    #[serde(default)]
    understood: Vec<String>,
}

/// Values that one must be of, or the host's word that none is looked at.
fn expected(allowed: Option<Vec<String>>, any: bool, (one, all): (&str, &str)) -> Result<Expected, Fault> {
    // Within a record no language tells an empty list from none.
    match (allowed.filter(|allowed| !allowed.is_empty()), any) {
        (Some(allowed), false) => Ok(Expected::OneOf(allowed)),
        (None, true) => Ok(Expected::Unchecked),
        _ => Err(Fault::field("/policy", format!("give {all}, or say any_{one}: one of both"))),
    }
}

fn policy_of(call: &Call<'_>) -> Result<Policy, Fault> {
    let given: PolicyGiven = call.must("policy")?;
    let algorithms: Result<Vec<_>, _> =
        given.algorithms.iter().map(|name| algorithm(name, "/policy/algorithms")).collect();
    let issuer = expected(given.issuers, given.any_issuer, ("issuer", "issuers"))?;
    let audience = expected(given.audiences, given.any_audience, ("audience", "audiences"))?;
    let mut policy = Policy::new(algorithms?, issuer, audience);
    policy.subject = given.subject;
    policy.kind = given.kind.or(policy.kind);
    policy.required = given.required;
    policy.may_last_forever = given.may_last_forever;
    policy.leeway = given.leeway.unwrap_or(policy.leeway);
    policy.max_age = given.max_age;
    policy.understood = given.understood;
    policy.check().map_err(Fault::within("/policy"))?;
    Ok(policy)
}

#[derive(Deserialize)]
struct BindingGiven {
    key: Option<String>,
    certificate: Option<String>,
}

/// The key that was shown.
pub fn binding_of(call: &Call<'_>) -> Result<Option<Binding>, Fault> {
    let Some(given) = call.maybe::<BindingGiven>("binding")? else { return Ok(None) };
    match (given.key, given.certificate) {
        (Some(key), None) => Ok(Some(Binding::Key(key))),
        (None, Some(hash)) => Ok(Some(Binding::Certificate(hash))),
        _ => Err(Fault::field("/binding", "give key or certificate, one of both")),
    }
}

/// A token that holds, as a document.
#[derive(Serialize)]
pub struct VerifiedToken<'t> {
    claims: &'t Object,
    algorithm: &'static str,
    key: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_id: Option<&'t str>,
}

impl<'t> From<&'t Verified> for VerifiedToken<'t> {
    fn from(verified: &'t Verified) -> Self {
        VerifiedToken {
            claims: verified.claims.all(),
            algorithm: verified.algorithm.as_str(),
            key: &verified.key,
            key_id: verified.key_id.as_deref(),
        }
    }
}

/// Verifies the token of a call, and the key that it is bound to.
pub fn verified(verifier: &Verifier, call: &Call<'_>) -> Result<Verified, Fault> {
    let token: String = call.must("token")?;
    held(verifier, &token, binding_of(call)?.as_ref(), call.must("now")?)
}

/// Verifies a token, and that it is bound to the key that was shown with it, or to none.
pub fn held(verifier: &Verifier, token: &str, shown: Option<&Binding>, now: i64) -> Result<Verified, Fault> {
    let verified = verify(token, &verifier.keys, &verifier.policy, now).map_err(Fault::within("/token"))?;
    is_bound_to(&verified.claims, shown).map_err(Fault::within("/token")).map(|()| verified)
}

pub static STANDING: Operation = Operation {
    name: "token.standing",
    doc: "Whether a token that holds stands, by what the host's own store says of it: without `revocations` the store was not asked, \
          and the token does not stand.",
    request: &[
        TOKEN,
        may(
            "revocations",
            ENTRIES,
            "What the store knows of the token's id, subject, family, tenant and key.",
        ),
    ],
    answer: Answer::One(Of(&trust::TOKEN_STANDING)),
    errors: &[],
    run: Run::Function(|call| {
        let known = revocations_of(call, "revocations")?;
        let store = known.as_ref().map_or(Store::NotConsulted, Store::Consulted);
        let said = read_standing(call, |marks| standing(marks, store))?;
        call.answer(&said)
    }),
};

pub static THUMBPRINT: Operation = Operation {
    name: "token.thumbprint",
    doc: "The thumbprint of a public key (RFC 7638).",
    request: &[
        must("jwk", Text, "The key as a JSON Web Key."),
        must("algorithm", ALGORITHM.kind, "An algorithm that it is for."),
    ],
    answer: Answer::One(Text),
    errors: KEY_ERRORS,
    run: Run::Function(|call| {
        let algorithm = algorithm(&call.must::<String>("algorithm")?, "/algorithm")?;
        // Whoever knows the thumbprint of a weak secret can guess it (RFC 7638 section 7).
        if algorithm.family() == Family::Hmac {
            return Err(Fault::field("/algorithm", "one of a secret, whose thumbprint is not told"));
        }
        let key = Key::from_jwk(&call.must::<String>("jwk")?, algorithm);
        call.answer(key.map_err(Fault::within("/jwk"))?.thumbprint())
    }),
};

pub static NEW: Operation = Operation {
    name: "verifier.new",
    doc: "Takes in the keys of a verifier and what it asks of tokens. Answers why keys of a set were left out.",
    request: &[JWKS, KEYS, SECRETS, must("policy", Of(&trust::TOKEN_POLICY), "What is asked of tokens.")],
    answer: Answer::One(List(&Of(&values::ERROR))),
    errors: SET_ERRORS,
    run: Run::Open(|call| {
        let policy = policy_of(call)?;
        let keys = key_set(call, &policy.algorithms)?;
        let skipped = call.answer(&skipped(&keys))?;
        Ok((Handle::Steady(Steady::Verifier(Arc::new(Verifier { keys, policy }))), skipped))
    }),
};

pub static VERIFY: Operation = Operation {
    name: "verifier.verify",
    doc: "Verifies a JSON Web Token: form, algorithm, key, signature, claims, binding. Whether it was revoked is asked of `revocations`.",
    request: &[must("token", Text, "The token, without `Bearer`."), NOW, BINDING],
    answer: Answer::One(Of(&trust::VERIFIED_TOKEN)),
    errors: TOKEN_ERRORS,
    run: Run::Verifier(|verifier, call| {
        let verified = verified(verifier, call)?;
        call.answer(&VerifiedToken::from(&verified))
    }),
};

pub static OPEN: Operation = Operation {
    name: "verifier.open",
    doc: "Verifies signed content that is no token (RFC 7515) and answers it: of its claims nothing is looked at.",
    request: &[
        must("jws", Text, "The compact JWS."),
        may("payload", Bytes, "The content, where it stands beside the JWS (RFC 7797)."),
    ],
    answer: Answer::One(Bytes),
    errors: JWS_ERRORS,
    run: Run::Verifier(|verifier, call| {
        let jws: String = call.must("jws")?;
        let opened = match call.blob("payload")? {
            Some(payload) => open_detached(&jws, &payload, &verifier.keys, &verifier.policy.algorithms),
            None => open(&jws, &verifier.keys, &verifier.policy.algorithms),
        };
        call.answer(&STANDARD.encode(opened.map_err(Fault::within("/jws"))?.payload))
    }),
};

#[derive(Serialize)]
struct KeyInfo<'k> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'k str>,
    thumbprint: &'k str,
    algorithms: Vec<&'static str>,
}

impl<'k> KeyInfo<'k> {
    fn of(key: &'k Key) -> Self {
        let algorithms = key.algorithms().map(|one| one.as_str()).collect();
        KeyInfo { id: key.id(), thumbprint: key.thumbprint(), algorithms }
    }
}

pub static LIST: Operation = Operation {
    name: "verifier.keys",
    doc: "The keys that it holds.",
    request: &[],
    answer: Answer::One(List(&Of(&trust::KEY_INFO))),
    errors: &[],
    run: Run::Verifier(|verifier, call| {
        call.answer(&verifier.keys.keys().iter().map(KeyInfo::of).collect::<Vec<_>>())
    }),
};

pub static PUBLISH: Operation = Operation {
    name: "verifier.jwks",
    doc: "Its public keys as a JSON Web Key Set, to be published. Secrets are refused.",
    request: &[],
    answer: Answer::One(Text),
    errors: &["key.kind"],
    run: Run::Verifier(|verifier, call| call.answer(&verifier.keys.to_jwks()?)),
};

pub static SIGNER: Operation = Operation {
    name: "signer.new",
    doc: "Takes in a key that signs.",
    request: &[PEM, JWK, SECRET, ALGORITHM, KEY_ID],
    answer: Answer::Nothing,
    errors: KEY_ERRORS,
    run: Run::Open(|call| {
        let key = signing_key(call)?;
        Ok((Handle::Steady(Steady::Signer(Arc::new(key))), call.answer(&())?))
    }),
};

pub static SIGN: Operation = Operation {
    name: "signer.sign",
    doc: "Signs claims as a JSON Web Token. What no verifier would take is not signed.",
    request: &[
        must("claims", Map(&Json), "The claims; whole numbers of 53 bits."),
        may("type", Text, "The type (`typ`) of the token; `JWT` where nothing is said."),
    ],
    answer: Answer::One(Text),
    errors: &["token.json", "token.claim", "token.header", "token.too_large", "crypto.failed"],
    run: Run::Signer(|key, call| {
        let kind: Option<String> = call.maybe("type")?;
        let claims = call.raw("claims").unwrap_or_default();
        let signed = sign(key, kind.as_deref().unwrap_or("JWT"), claims.as_bytes());
        call.answer(&signed.map_err(in_request)?)
    }),
};

/// An error of a token that was to be, with its place in the request.
fn in_request(error: payymo::Error) -> Fault {
    let place = match error.place().field.as_deref().unwrap_or_default() {
        claim if claim.starts_with("payload/") => claim.replacen("payload", "/claims", 1),
        "header/typ" => "/type".to_owned(),
        _ => return error.into(),
    };
    error.at_field(place).into()
}

pub static PUBLIC: Operation = Operation {
    name: "signer.jwk",
    doc: "Its public half as a JSON Web Key, to be published. That of a secret is refused.",
    request: &[],
    answer: Answer::One(Text),
    errors: &["key.kind"],
    run: Run::Signer(|key, call| call.answer(&key.verifying().to_jwk()?)),
};
