//! What a plan is made from, and its steps.

use crate::certificate::pin::Pin;

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
