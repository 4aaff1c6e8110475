//! `keyring.*`, `jwks.*`: an issuer's keys through their life, and when a verifier asks for them again.

use super::keys::{NOW, STATE, StateWrite, must_state, state_of};
use crate::call::{Call, settings};
use crate::fault::Fault;
use crate::operation::{Answer, Document, Operation, Run};
use crate::schema::Type::{List, Of, Text, Truth};
use crate::schema::{Field, may, must, trust};
use payymo::Error;
use payymo::token::{Fetch, FetchTimes, Fetches, KeyRing, KeyTimes, RingDue};
use serde::Serialize;

const KEY: Field = must("key", Text, "Thumbprint of the key (RFC 7638).");
const TIMES: Field = may("times", Of(&trust::KEY_TIMES), "How long keys are in which part of their life.");
const FETCHES: Field =
    may("state", Text, "What the store holds of the fetches; left out where it holds nothing.");
const FETCH_TIMES: Field = may("times", Of(&trust::FETCH_TIMES), "How long published keys are used.");
const WRITE: Answer = Answer::One(Of(&trust::STATE_WRITE));

fn times_of(call: &Call<'_>) -> Result<KeyTimes, Fault> {
    Ok(settings!(call, "times", KeyTimes: u32 { ahead, active, overlap }))
}

fn changed(
    call: &Call<'_>,
    change: impl FnOnce(&KeyRing) -> Result<KeyRing, Error>,
) -> Result<Document, Fault> {
    let ring: KeyRing = must_state(call)?;
    let next = change(&ring)?;
    call.answer(&StateWrite::new(Some(ring.revision()), next.revision(), &next, None)?)
}

pub static BEGIN: Operation = Operation {
    name: "keyring.begin",
    doc: "A ring of one key, which signs: to be written where the store holds nothing.",
    request: &[KEY, NOW],
    answer: WRITE,
    errors: &["key.status"],
    run: Run::Function(|call| {
        let ring = KeyRing::begin(&call.must::<String>("key")?, call.must("now")?)?;
        call.answer(&StateWrite::new(None, ring.revision(), &ring, None)?)
    }),
};

pub static STAGE: Operation = Operation {
    name: "keyring.stage",
    doc: "Takes in the next key, which is published and does not sign yet.",
    request: &[STATE, KEY, NOW],
    answer: WRITE,
    errors: &["key.status"],
    run: Run::Function(|call| {
        let (key, now) = (call.must::<String>("key")?, call.must("now")?);
        changed(call, |ring| ring.stage(&key, now))
    }),
};

pub static SWITCH: Operation = Operation {
    name: "keyring.switch",
    doc: "Lets the next key sign, once it was published long enough for every verifier to know it.",
    request: &[STATE, TIMES, NOW],
    answer: WRITE,
    errors: &["key.status"],
    run: Run::Function(|call| {
        let (times, now) = (times_of(call)?, call.must("now")?);
        changed(call, |ring| ring.switch(&times, now))
    }),
};

pub static REVOKE: Operation = Operation {
    name: "keyring.revoke",
    doc: "Revokes a key: nothing that it signed counts from here on.",
    request: &[STATE, KEY, NOW],
    answer: WRITE,
    errors: &["key.status"],
    run: Run::Function(|call| {
        let (key, now) = (call.must::<String>("key")?, call.must("now")?);
        changed(call, |ring| ring.revoke(&key, now))
    }),
};

pub static DROP: Operation = Operation {
    name: "keyring.drop_ended",
    doc: "Takes out the keys whose time is over.",
    request: &[STATE, TIMES, NOW],
    answer: WRITE,
    errors: &[],
    run: Run::Function(|call| {
        let (times, now) = (times_of(call)?, call.must("now")?);
        changed(call, |ring| ring.drop_ended(&times, now))
    }),
};

pub static CHECK: Operation = Operation {
    name: "keyring.check",
    doc: "Whether what was signed under a key counts; the answer is an error where it does not.",
    request: &[STATE, KEY, TIMES, NOW],
    answer: Answer::Nothing,
    errors: &["key.revoked", "key.status", "token.unknown_key"],
    run: Run::Function(|call| {
        let ring: KeyRing = must_state(call)?;
        ring.check(&call.must::<String>("key")?, &times_of(call)?, call.must("now")?)?;
        call.answer(&())
    }),
};

#[derive(Serialize)]
struct View<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    signs: Option<&'r str>,
    published: Vec<&'r str>,
}

pub static VIEW: Operation = Operation {
    name: "keyring.view",
    doc: "Which key signs, and which are to be published.",
    request: &[STATE],
    answer: Answer::One(Of(&trust::KEY_RING)),
    errors: &[],
    run: Run::Function(|call| {
        let ring: KeyRing = must_state(call)?;
        call.answer(&View { signs: ring.signs(), published: ring.published().collect() })
    }),
};

#[derive(Serialize)]
struct Due {
    due: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    at: i64,
}

pub static DUE: Operation = Operation {
    name: "keyring.due",
    doc: "What is to be done, the earliest first.",
    request: &[STATE, TIMES],
    answer: Answer::One(List(&Of(&trust::RING_STEP))),
    errors: &[],
    run: Run::Function(|call| {
        let ring: KeyRing = must_state(call)?;
        let steps = ring.due(&times_of(call)?).into_iter().filter_map(|step| {
            let (due, key) = match step.what {
                RingDue::Stage => ("stage", None),
                RingDue::Switch => ("switch", None),
                RingDue::Drop(key) => ("drop", Some(key)),
                _ => return None,
            };
            Some(Due { due, key, at: step.at })
        });
        call.answer(&steps.collect::<Vec<_>>())
    }),
};

fn fetch_times_of(call: &Call<'_>) -> Result<FetchTimes, Fault> {
    Ok(settings!(call, "times", FetchTimes: u32 { fresh, stale, cooldown }))
}

/// The fetches as the store holds them, and the revision that it holds.
fn fetches_of(call: &Call<'_>) -> Result<(Fetches, Option<u64>), Fault> {
    let kept: Option<Fetches> = state_of(call)?;
    let revision = kept.as_ref().map(|kept| kept.revision);
    Ok((kept.unwrap_or_default(), revision))
}

#[derive(Serialize)]
struct FetchDecided {
    action: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    write: Option<StateWrite>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<i64>,
}

pub static DECIDE: Operation = Operation {
    name: "jwks.decide",
    doc: "Whether to fetch an issuer's published keys before a token is checked, and again where the token names a key that they do not \
          hold (`token.unknown_key`). Tokens that somebody makes up cause one fetch in a while and no more.",
    request: &[
        FETCHES,
        must("unknown_key", Truth, "Whether a token names a key that is not there."),
        FETCH_TIMES,
        NOW,
    ],
    answer: Answer::One(Of(&trust::FETCH_DECISION)),
    errors: &[],
    run: Run::Function(|call| {
        let (fetches, revision) = fetches_of(call)?;
        let write = |next: Fetches| StateWrite::new(revision, next.revision, &next, None).map(Some);
        let unknown: bool = call.must("unknown_key")?;
        let decided = match fetches.decide(&fetch_times_of(call)?, unknown, call.must("now")?) {
            Fetch::Use => FetchDecided { action: "use", write: None, seconds: None },
            Fetch::Behind(next) => FetchDecided { action: "behind", write: write(next)?, seconds: None },
            Fetch::First(next) => FetchDecided { action: "first", write: write(next)?, seconds: None },
            Fetch::Wait(seconds) => FetchDecided { action: "wait", write: None, seconds: Some(seconds) },
            _ => return Err(Fault::field("/state", "a decision that this border does not know")),
        };
        call.answer(&decided)
    }),
};

pub static ENDED: Operation = Operation {
    name: "jwks.ended",
    doc: "The state to write after a fetch.",
    request: &[FETCHES, must("came", Truth, "Whether a set came that could be read."), NOW],
    answer: WRITE,
    errors: &[],
    run: Run::Function(|call| {
        let (fetches, revision) = fetches_of(call)?;
        let next = fetches.ended(call.must("came")?, call.must("now")?);
        call.answer(&StateWrite::new(revision, next.revision, &next, None)?)
    }),
};
