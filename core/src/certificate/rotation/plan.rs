//! The plan.

use super::leads::Leads;
use super::service::Service;
use super::step::{Held, Pinned, Step};
use crate::error::{Code, Error};
use std::collections::BTreeMap;

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
/// `input.options` for lead times that contradict each other and a `now` that is no time in seconds, `input.duplicate_id` for two certificates of one id, `input.bad_field` for two
/// in use in one service and for a time that ends before it begins.
///
/// ```
/// use payymo::certificate::{Action, Held, Leads, Pin, Stage, State, plan};
/// let day = 86_400;
/// let held = Held {
///     id: "api-1".to_owned(),
///     service: "api".to_owned(),
///     pin: Pin::of_hash([7; 32]),
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
    crate::time::check(now)?;
    let mut ids = std::collections::BTreeSet::new();
    let mut services: BTreeMap<&str, Service<'_>> = BTreeMap::new();
    for (at, one) in held.iter().enumerate() {
        let bad = |code: Code, member: &str, said: &str| {
            Err(Error::new(code, said).at_row(&one.id).at_field(format!("held/{at}/{member}")))
        };
        if !ids.insert(one.id.as_str()) {
            return bad(Code::InputDuplicateId, "id", "two certificates of one id");
        }
        if one.not_after < one.not_before {
            return bad(Code::InputBadField, "not_after", "a time that ends before it begins");
        }
        if !services.entry(&one.service).or_default().holds(one) {
            return bad(Code::InputBadField, "stage", "two certificates of one service in use");
        }
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
