//! `webhook.*`: signatures over raw bytes, and each event once.

use super::keys::{NOW, Secrets, StateWrite, bytes, state_of};
use crate::call::{Call, settings};
use crate::fault::Fault;
use crate::operation::{Answer, Operation, Run};
use crate::schema::Type::{Bytes, Count, Json, Map, Of, Secret, Text, Truth, Word};
use crate::schema::{COUNT, TEXTS, TIME, check, may, must, trust, words};
use payymo::webhook::claim::{Claim, Decision, Leases, Outcome, Step, Written, decide};
use payymo::webhook::{Freshness, Policy, Scheme, Tolerance, Verifier};
use payymo::{Code, Error};
use serde::Serialize;
use std::collections::BTreeMap;

const ERRORS: &[&str] = &[
    "input.options",
    "webhook.scheme",
    "webhook.secret",
    "webhook.missing",
    "webhook.repeated",
    "webhook.too_large",
    "webhook.header",
    "webhook.encoding",
    "webhook.candidates",
    "webhook.no_signature",
    "webhook.timestamp",
    "webhook.timestamp_unit",
    "webhook.id",
    "webhook.signature",
    "webhook.body_changed",
    "webhook.too_old",
    "webhook.ahead",
    "webhook.event_json",
    "webhook.event_id",
];

fn scheme_of(call: &Call<'_>) -> Result<Scheme, Fault> {
    match (call.maybe::<String>("provider")?.as_deref(), call.raw("scheme")) {
        (Some("stripe"), None) => Ok(Scheme::stripe()),
        (Some("gocardless"), None) => Ok(Scheme::gocardless()),
        (None, Some(scheme)) => Ok(serde_json::from_str(scheme).map_err(|_| {
            let said = "not the description of a scheme: the chapter on webhooks shows one";
            Error::new(Code::WebhookScheme, said).at_field("/scheme")
        })?),
        _ => Err(Fault::field("", "give provider or scheme, one of both")),
    }
}

fn policy_of(call: &Call<'_>) -> Result<Policy, Fault> {
    let mut policy = Policy::default();
    match (call.maybe::<u32>("tolerance")?, call.maybe("any_age")?.unwrap_or(false)) {
        (Some(seconds), false) => policy.tolerance = Tolerance::Seconds(seconds),
        (None, true) => policy.tolerance = Tolerance::AnyAge,
        (None, false) => {}
        (Some(_), true) => return Err(Fault::field("/any_age", "a tolerance is given: one of both")),
    }
    if let Some(largest) = call.maybe::<u32>("largest_body")? {
        policy.largest_body = usize::try_from(largest).unwrap_or(usize::MAX);
    }
    policy.explain = call.maybe("explain")?.unwrap_or(policy.explain);
    Ok(policy)
}

#[derive(Serialize)]
struct Verified {
    scheme: String,
    freshness: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    age: Option<i64>,
    secret: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    event_ids: Vec<String>,
}

pub static VERIFY: Operation = Operation {
    name: "webhook.verify",
    doc: "Verifies a webhook from its headers and the bytes of its body as they came. A framework that parses the body before changes \
          them: take the raw bytes.",
    request: &[
        may("provider", Word(&words::WEBHOOK_PROVIDER), "A provider whose scheme is known."),
        may("scheme", Json, "How any other provider signs, as the chapter on webhooks describes it."),
        must(
            "secrets",
            Map(&Secret),
            "The live secrets by names of the host's own: while one rotates, the old and the new.",
        ),
        must("headers", Map(&TEXTS), "The headers by their names, in any case, each with all its values."),
        must("body", Bytes, "The raw body."),
        NOW,
        may(
            "tolerance",
            Count(900),
            "Seconds that the time of signing may be from now; 300 where nothing is said.",
        ),
        may(
            "any_age",
            Truth,
            "Any time of signing is taken: what was recorded can then be sent again for ever.",
        ),
        may("largest_body", COUNT, "Bytes of a body, 32 MiB at most; 1 MiB where nothing is said."),
        may(
            "explain",
            Truth,
            "Whether a wrong signature is explained by trying other spellings of the body; they are.",
        ),
    ],
    answer: Answer::One(Of(&trust::VERIFIED_WEBHOOK)),
    errors: ERRORS,
    run: Run::Function(|call| {
        let secrets: Secrets = call.must("secrets")?;
        let secrets = secrets.iter().map(|(name, secret)| (name.clone(), bytes(secret))).collect();
        let verifier =
            Verifier::new(scheme_of(call)?, secrets, policy_of(call)?).map_err(Fault::within(""))?;
        let headers: BTreeMap<String, Vec<String>> = call.must("headers")?;
        let headers: Vec<(&str, &[u8])> = headers
            .iter()
            .flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_bytes())))
            .collect();
        let body = call.blob("body")?.unwrap_or_default();
        let verified = verifier.verify(&headers, &body, call.must("now")?).map_err(Fault::within(""))?;
        let (freshness, at, age) = match verified.freshness {
            Freshness::Stamped { at, age } => ("stamped", Some(at), Some(age)),
            Freshness::Unchecked { at, age } => ("unchecked", Some(at), Some(age)),
            _ => ("none", None, None),
        };
        let event_ids = verified.event_ids().map_err(Fault::within(""))?;
        call.answer(&Verified {
            scheme: verified.scheme,
            freshness,
            at,
            age,
            secret: verified.secret,
            id: verified.id,
            event_ids,
        })
    }),
};

#[derive(Default, Serialize)]
struct Reply {
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    attempt: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
}

impl From<Outcome> for Reply {
    fn from(outcome: Outcome) -> Self {
        let plain = |outcome: &'static str| Reply { outcome, ..Reply::default() };
        match outcome {
            Outcome::Handle { attempt, until } => {
                Reply { attempt: Some(attempt), until: Some(until), ..plain("handle") }
            }
            Outcome::Busy { seconds } => Reply { seconds: Some(seconds), ..plain("busy") },
            Outcome::Done { at } => Reply { at: Some(at), ..plain("done") },
            Outcome::TooOld => plain("too_old"),
            Outcome::Completed => plain("completed"),
            Outcome::Released => plain("released"),
            Outcome::Extended { until } => Reply { until: Some(until), ..plain("extended") },
            Outcome::Version => plain("version"),
            // Whatever else there may be is nobody's leave to handle it.
            _ => plain("fenced"),
        }
    }
}

#[derive(Serialize)]
struct Decided {
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<Reply>,
    #[serde(skip_serializing_if = "Option::is_none")]
    write: Option<StateWrite>,
    #[serde(skip_serializing_if = "Option::is_none")]
    if_written: Option<Reply>,
}

fn step_of(call: &Call<'_>) -> Result<Step, Fault> {
    let (made, attempt) = (call.maybe::<i64>("made")?, call.maybe::<u32>("attempt")?);
    let step: String = call.must("step")?;
    match (step.as_str(), made, attempt) {
        ("begin", made, None) => Ok(Step::Begin { made }),
        ("complete", None, Some(attempt)) => Ok(Step::Complete { attempt }),
        ("fail", None, Some(attempt)) => Ok(Step::Fail { attempt }),
        ("extend", None, Some(attempt)) => Ok(Step::Extend { attempt }),
        ("begin", ..) => Err(Fault::field(check::pointer("", "attempt"), "an event is begun without one")),
        (_, Some(_), _) => Err(Fault::field(check::pointer("", "made"), "of an event that is begun alone")),
        _ => Err(Fault::field(check::pointer("", "attempt"), "it is missing: the answer to begin told it")),
    }
}

pub static CLAIM: Operation = Operation {
    name: "webhook.claim",
    doc: "What to do with an event, of which the store holds `state`: claimed with a lease, handled, completed; so that it is handled \
          once, also when a handler dies.",
    request: &[
        may("state", Text, "What the store holds of the event; left out where it holds nothing."),
        must("step", Word(&words::CLAIM_STEP), "What is wanted of the event."),
        must(
            "holder",
            Text,
            "Fresh random text for each time that an event is to be handled, the same from its beginning to its completion.",
        ),
        may("attempt", COUNT, "The attempt that the answer to `begin` told; not of `begin`."),
        may("made", TIME, "Of `begin`: when the event was made, by a signed member of its body."),
        may("leases", Of(&trust::CLAIM_LEASES), "How long what is kept."),
        NOW,
    ],
    answer: Answer::One(Of(&trust::CLAIM_DECISION)),
    errors: &["input.options"],
    run: Run::Function(|call| {
        let rules = settings!(call, "leases", Leases: u32 { lease, skew, retention });
        let claim = state_of::<Claim>(call)?;
        let holder: String = call.must("holder")?;
        let decided = decide(&rules, claim.as_ref(), step_of(call)?, &holder, call.must("now")?);
        let decided = match decided.map_err(Fault::within(""))? {
            Decision::Answer(outcome) => {
                Decided { answer: Some(outcome.into()), write: None, if_written: None }
            }
            Decision::Write(write) => {
                let keep = Some(write.keep_until);
                let written = StateWrite::new(write.expected, write.claim.revision, &write.claim, keep)?;
                let then = write.confirm(Written::Applied).into();
                Decided { answer: None, write: Some(written), if_written: Some(then) }
            }
        };
        call.answer(&decided)
    }),
};
