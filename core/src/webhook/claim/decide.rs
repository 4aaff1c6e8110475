//! What to do with an event.

use super::rules::Leases;
use super::state::{Claim, Completed, Lease, Standing, State, VERSION};
use crate::error::{Code, Error};
use crate::store::Written;

/// Bytes of a holder's id.
const LONGEST_HOLDER: usize = 128;

/// What somebody wants of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// To handle it. With the time at which it was made, where something signed tells it: best a member of its body. The timestamp of its message is when it was sent, which is later
    /// each time that the provider sends it.
    Begin {
        /// Seconds since 1970.
        made: Option<i64>,
    },
    /// To say that it was handled.
    Complete {
        /// The attempt in which it was leased.
        attempt: u32,
    },
    /// To give it back: handling failed, and the next delivery may try again at once.
    Fail {
        /// The attempt in which it was leased.
        attempt: u32,
    },
    /// To have it for longer.
    Extend {
        /// The attempt in which it was leased.
        attempt: u32,
    },
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Decision {
    /// Nothing is to be written; this is the answer.
    Answer(Outcome),
    /// This is to be written; the answer is known when the store has answered.
    Write(Write),
}

/// A write with a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Write {
    /// The revision that the store must still hold; `None` where it must hold nothing.
    pub expected: Option<u64>,
    /// What to write.
    pub claim: Claim,
    /// From when on the store may forget it: seconds since 1970.
    pub keep_until: i64,
    outcome: Outcome,
}

/// What became of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub enum Outcome {
    /// Begun: handle it, and complete it with this attempt, before its lease ends by the own clock.
    Handle {
        /// The attempt.
        attempt: u32,
        /// When the lease ends.
        until: i64,
    },
    /// Not begun: somebody else has it. Answer the provider that it may come again; the event is not handled yet.
    Busy {
        /// Seconds after which it can be taken over, if nothing is heard of the holder.
        seconds: i64,
    },
    /// Not begun: it was handled before. Answer the provider that all is well.
    Done {
        /// When.
        at: i64,
    },
    /// Not begun: it is older than what is remembered, so it may have been handled and forgotten.
    TooOld,
    /// Completed by this holder.
    Completed,
    /// Given back.
    Released,
    /// Extended.
    Extended {
        /// When the lease ends now.
        until: i64,
    },
    /// The lease is not this holder's any more: somebody else took over, or it was given back. What was done in its name must be undone (rolled back).
    Fenced,
    /// The store holds a form that this version does not know: leave it to a newer one.
    Version,
    /// Something else was written since: look again and decide anew.
    Conflict,
    /// It is not known whether it was written: look again and decide anew, or let the provider come again.
    Unavailable,
}

impl Write {
    /// The outcome, once the store has answered; nothing is granted but by [`Written::Applied`].
    pub fn confirm(self, written: Written) -> Outcome {
        match written {
            Written::Applied => self.outcome,
            Written::Conflict => Outcome::Conflict,
            Written::Unavailable => Outcome::Unavailable,
        }
    }
}

/// What to do with an event, of which the store holds `snapshot`. `holder` is of fresh random bytes for each time that an event is to be handled: the same from
/// its beginning to its completion, and never the name of a server. `now` is in seconds since 1970.
///
/// # Errors
/// `input.options` for rules out of their ranges, a holder that is empty or longer than 128 bytes, and a `now` or a time of making that is no time in
/// seconds.
///
/// ```
/// use payymo::webhook::claim::{Decision, Leases, Outcome, Step, Written, decide};
/// let rules = Leases::default();
/// let Decision::Write(write) = decide(&rules, None, Step::Begin { made: None }, "3f9c", 1000)? else { panic!() };
/// // Insert it where nothing is: `write.expected` is `None`.
/// let stored = write.claim.clone();
/// assert_eq!(write.confirm(Written::Applied), Outcome::Handle { attempt: 1, until: 1060 });
///
/// // A second delivery meanwhile.
/// let second = decide(&rules, Some(&stored), Step::Begin { made: None }, "b107", 1010)?;
/// assert_eq!(second, Decision::Answer(Outcome::Busy { seconds: 80 }));
///
/// let Decision::Write(write) = decide(&rules, Some(&stored), Step::Complete { attempt: 1 }, "3f9c", 1020)? else { panic!() };
/// assert_eq!(write.expected, Some(stored.revision));
/// let stored = write.claim.clone();
/// assert_eq!(write.confirm(Written::Applied), Outcome::Completed);
///
/// let third = decide(&rules, Some(&stored), Step::Begin { made: None }, "77aa", 90_000)?;
/// assert_eq!(third, Decision::Answer(Outcome::Done { at: 1020 }));
/// # Ok::<(), payymo::Error>(())
/// ```
pub fn decide(
    rules: &Leases,
    snapshot: Option<&Claim>,
    step: Step,
    holder: &str,
    now: i64,
) -> Result<Decision, Error> {
    rules.check()?;
    crate::time::check(now)?;
    if holder.is_empty() || holder.len() > LONGEST_HOLDER {
        let said = "a holder needs an id of 1 to 128 bytes, fresh for each time that an event is handled";
        return Err(Error::new(Code::InputOptions, said).at_field("holder"));
    }
    if let Step::Begin { made: Some(made) } = step
        && !crate::time::is_time(made)
    {
        let said = "not a time in seconds since 1970 up to the year 9999";
        return Err(Error::new(Code::InputOptions, said).at_field("made"));
    }
    let look = Look { rules, snapshot, holder, now };
    if snapshot.is_some_and(|claim| claim.version != VERSION) {
        return Ok(Decision::Answer(Outcome::Version));
    }
    Ok(match step {
        Step::Begin { made } => look.begin(made),
        Step::Complete { attempt } => look.complete(attempt),
        Step::Fail { attempt } => look.fail(attempt),
        Step::Extend { attempt } => look.extend(attempt),
    })
}

/// Who looks at what, and when.
struct Look<'l> {
    rules: &'l Leases,
    snapshot: Option<&'l Claim>,
    holder: &'l str,
    now: i64,
}

impl Look<'_> {
    fn write(&self, state: State, outcome: Outcome) -> Decision {
        let expected = self.snapshot.map(|claim| claim.revision);
        let revision = expected.map_or(1, |revision| revision.saturating_add(1));
        let claim = Claim { version: VERSION, revision, state };
        Decision::Write(Write { expected, claim, keep_until: self.rules.keep_until(self.now), outcome })
    }

    fn state(&self) -> Option<&State> {
        self.snapshot.map(|claim| &claim.state)
    }

    fn lease(&self, attempt: u32) -> Decision {
        let seconds = self.rules.lease;
        let until = self.now.saturating_add(i64::from(seconds));
        let holder = self.holder.to_owned();
        let lease = Lease { holder, attempt, seconds, until, doubted: None };
        self.write(State::Leased(lease), Outcome::Handle { attempt, until })
    }

    fn begin(&self, made: Option<i64>) -> Decision {
        match self.state() {
            None => {
                let age = made.map(|made| self.now.saturating_sub(made));
                match age.is_some_and(|age| age > i64::from(self.rules.retention)) {
                    true => Decision::Answer(Outcome::TooOld),
                    false => self.lease(1),
                }
            }
            Some(State::Completed(completed)) => Decision::Answer(Outcome::Done { at: completed.at }),
            Some(State::Free { attempt }) => self.lease(attempt.saturating_add(1)),
            // Whoever holds it: a holder whose begin was not confirmed cannot know whether it began, and waits like all others.
            Some(State::Leased(lease)) => match lease.standing(self.rules.skew, self.now) {
                Standing::Over => self.lease(lease.attempt.saturating_add(1)),
                Standing::Runs(seconds) => Decision::Answer(Outcome::Busy { seconds }),
                Standing::Doubtful(seconds) => {
                    let doubted = Lease { doubted: Some(self.now), ..lease.clone() };
                    self.write(State::Leased(doubted), Outcome::Busy { seconds })
                }
            },
        }
    }

    fn complete(&self, attempt: u32) -> Decision {
        let completed = || Completed { holder: self.holder.to_owned(), attempt, at: self.now };
        match self.state() {
            // A store that lost its row learns again what was done.
            None => self.write(State::Completed(completed()), Outcome::Completed),
            Some(State::Leased(lease)) if lease.is_of(self.holder, attempt) => {
                self.write(State::Completed(completed()), Outcome::Completed)
            }
            // The answer to the first try was lost.
            Some(State::Completed(done)) if done.holder == self.holder && done.attempt == attempt => {
                Decision::Answer(Outcome::Completed)
            }
            Some(_) => Decision::Answer(Outcome::Fenced),
        }
    }

    fn fail(&self, attempt: u32) -> Decision {
        match self.state() {
            Some(State::Leased(lease)) if lease.is_of(self.holder, attempt) => {
                self.write(State::Free { attempt }, Outcome::Released)
            }
            // The answer to the first try was lost.
            Some(State::Free { attempt: given_back }) if *given_back == attempt => {
                Decision::Answer(Outcome::Released)
            }
            _ => Decision::Answer(Outcome::Fenced),
        }
    }

    fn extend(&self, attempt: u32) -> Decision {
        match self.state() {
            Some(State::Leased(lease)) if lease.is_of(self.holder, attempt) => {
                // By the own clock it lasts a full lease from now. In the store it never ends earlier than before, though the clock was set back or leases became shorter.
                let ends = self.now.saturating_add(i64::from(self.rules.lease));
                let seconds = self.rules.lease.max(lease.seconds);
                let extended =
                    Lease { seconds, until: ends.max(lease.until), doubted: None, ..lease.clone() };
                self.write(State::Leased(extended), Outcome::Extended { until: ends })
            }
            _ => Decision::Answer(Outcome::Fenced),
        }
    }
}
