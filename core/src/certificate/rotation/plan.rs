//! The plan, and what it is made from.

use super::leads::Leads;
use super::service::Service;
use crate::certificate::pin::Pin;
use crate::error::{Code, Error};
use std::collections::BTreeMap;

/// How far a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It was issued and stands nowhere yet.
    Waiting,
    /// It stands beside the one in use.
    Staged,
    /// It is in use.
    Active,
    /// It was in use until a time, and still stands beside the one that is.
    Retiring(i64),
}

/// A certificate that the host holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The host's name of it.
    pub id: String,
    /// What it is for: certificates of one service follow one another.
    pub service: String,
    /// The pin of its key.
    pub pin: Pin,
    /// The first second of its time.
    pub not_before: i64,
    /// The last second of its time.
    pub not_after: i64,
    /// How far it is.
    pub stage: Stage,
}

/// A key that is pinned for a service. A service without one is not pinned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// The service.
    pub service: String,
    /// The pin.
    pub pin: Pin,
    /// Since when.
    pub since: i64,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Order the next certificate, for the key of the step where one is pinned already.
    Renew,
    /// Pin the key of the step.
    Pin,
    /// Make a key, put it into a safe and pin it: there is none to switch to when the one in use is lost.
    PinBackup,
    /// Put the certificate beside the one in use.
    Stage,
    /// Use the certificate.
    Switch,
    /// Take the certificate away.
    Retire,
    /// Take the pin away.
    Unpin,
}

/// How pressing a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its time has not come.
    Planned,
    /// Its time has come.
    Due,
    /// It should have been done: little of the lifetime is left, or the step comes too late for it.
    Urgent,
    /// The certificate in use has expired, or none is in use.
    Expired,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Step {
    /// When, in Unix seconds; it may be past.
    pub at: i64,
    /// When at the latest.
    pub until: i64,
    /// For which service.
    pub service: String,
    /// What.
    pub action: Action,
    /// The certificate that is acted on; of [`Action::Renew`] the one that is replaced, where there is one.
    pub certificate: Option<String>,
    /// The key that is acted on, where the service is pinned.
    pub pin: Option<Pin>,
    /// How pressing it is.
    pub state: State,
}

/// What to do, in the order of its times.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Plan {
    /// The steps: by time, service, action, certificate and pin.
    pub steps: Vec<Step>,
    /// When the next step that is planned falls due: ask again then at the latest.
    pub next: Option<i64>,
}

/// Plans the renewal of certificates. `now` is in seconds since 1970.
///
/// # Errors
/// `input.options` for lead times that contradict each other, `input.duplicate_id` for two certificates of one id, `input.bad_field` for two
/// in use in one service and for a time that ends before it begins.
///
/// ```
/// use payymo::certificate::{Action, Held, Leads, Pin, Stage, State, plan};
/// let day = 86_400;
/// let held = Held {
///     id: "api-1".to_owned(),
///     service: "api".to_owned(),
///     pin: Pin::of_key(b"key"),
///     not_before: 0,
///     not_after: 47 * day,
///     stage: Stage::Active,
/// };
/// let plan_at = |now| plan(std::slice::from_ref(&held), &[], &Leads::default(), now).unwrap();
/// assert_eq!(plan_at(30 * day).next.map(|at| at / day), Some(31));
/// let [renew] = plan_at(32 * day).steps.try_into().unwrap();
/// assert_eq!((renew.action, renew.state), (Action::Renew, State::Due));
/// assert_eq!(plan_at(44 * day).steps[0].state, State::Urgent);
/// ```
pub fn plan(held: &[Held], pinned: &[Pinned], leads: &Leads, now: i64) -> Result<Plan, Error> {
    leads.check()?;
    let mut ids = std::collections::BTreeSet::new();
    let mut services: BTreeMap<&str, Service<'_>> = BTreeMap::new();
    for one in held {
        if !ids.insert(one.id.as_str()) {
            let said = "two certificates of one id";
            return Err(Error::new(Code::InputDuplicateId, said).at_row(&one.id));
        }
        if one.not_after < one.not_before {
            let said = "a time that ends before it begins";
            return Err(Error::new(Code::InputBadField, said).at_row(&one.id).at_field("not_after"));
        }
        services.entry(&one.service).or_default().hold(one)?;
    }
    for one in pinned {
        services.entry(&one.service).or_default().pinned.push(one);
    }
    let mut steps: Vec<Step> =
        services.iter().flat_map(|(name, service)| service.steps(name, leads, now)).collect();
    steps.sort_by(|one, other| {
        let rank =
            |step: &Step| (step.at, step.service.clone(), step.action, step.certificate.clone(), step.pin);
        rank(one).cmp(&rank(other))
    });
    let next = steps.iter().map(|step| step.at).filter(|at| *at > now).min();
    Ok(Plan { steps, next })
}
