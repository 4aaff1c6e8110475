//! How far a payment, a refund or a payout has come, by its status and by the events of it, and what that moved.
//!
//! Source: developer.gocardless.com/api-reference, statuses of payments, refunds and payouts, and "Event types".

use crate::model::ReturnStage;
use chrono::NaiveDate;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Resource {
    Payment,
    Refund,
    Payout,
}

/// How far it has come. The order is that of its life: a later state is never left for an earlier one but by a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// On its way.
    Pending,
    /// In the balance, or out of it.
    Moved,
    /// And part of a payout.
    PaidOut,
    /// Cancelled or denied before anything moved.
    Void,
    /// Not paid by the payer's bank; late, if it was in the balance before.
    Failed,
    /// Taken back by the payer.
    ChargedBack,
    /// A refund or a payout that could not be delivered.
    Bounced,
    /// A refund that came back into the balance.
    FundsReturned,
}

/// The state that a status tells; `None` where the API has no such status.
pub(super) fn of_status(resource: Resource, status: &str) -> Option<State> {
    Some(match (resource, status) {
        (Resource::Payment, "pending_customer_approval" | "pending_submission" | "submitted") => {
            State::Pending
        }
        (Resource::Payment, "confirmed") => State::Moved,
        (Resource::Payment, "paid_out") => State::PaidOut,
        (Resource::Payment, "cancelled" | "customer_approval_denied") => State::Void,
        (Resource::Payment, "failed") => State::Failed,
        (Resource::Payment, "charged_back") => State::ChargedBack,
        (Resource::Refund, "created" | "pending_submission" | "submitted") => State::Pending,
        // Older versions of the API give refunds no status: they are listed once they are made.
        (Resource::Refund, "paid" | "") => State::Moved,
        (Resource::Refund, "cancelled") => State::Void,
        (Resource::Refund, "bounced") => State::Bounced,
        (Resource::Refund, "funds_returned") => State::FundsReturned,
        (Resource::Payout, "pending") => State::Pending,
        (Resource::Payout, "paid") => State::Moved,
        (Resource::Payout, "bounced") => State::Bounced,
        _ => return None,
    })
}

/// What an event tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    State(State),
    /// A chargeback was taken back: the money is there again.
    Won,
    /// A failure or a chargeback was taken out of a payout.
    Settled(State),
    /// Nothing that moves money.
    Nothing,
}

/// What an action on a resource tells; `None` for one that the API does not list.
pub(super) fn of_action(resource: Resource, action: &str) -> Option<Told> {
    Some(match (resource, action) {
        (
            Resource::Payment,
            "created" | "customer_approval_granted" | "submitted" | "resubmission_requested",
        )
        | (Resource::Refund, "created" | "submitted") => Told::State(State::Pending),
        (Resource::Payment, "confirmed") => Told::State(State::Moved),
        (Resource::Payment, "paid_out") => Told::State(State::PaidOut),
        (Resource::Payment, "cancelled" | "customer_approval_denied") | (Resource::Refund, "cancelled") => {
            Told::State(State::Void)
        }
        (Resource::Payment, "failed") => Told::State(State::Failed),
        (Resource::Payment, "charged_back") => Told::State(State::ChargedBack),
        (Resource::Payment, "chargeback_cancelled") => Told::Won,
        (Resource::Payment, "late_failure_settled") => Told::Settled(State::Failed),
        (Resource::Payment, "chargeback_settled") => Told::Settled(State::ChargedBack),
        (Resource::Refund, "paid" | "refund_settled") => Told::State(State::Moved),
        (Resource::Refund, "failed" | "bounced") => Told::State(State::Bounced),
        (Resource::Refund, "refund_returned" | "funds_returned") => Told::State(State::FundsReturned),
        (Resource::Payout, "paid") => Told::State(State::Moved),
        (Resource::Payout, "bounced") => Told::State(State::Bounced),
        (Resource::Payment, "surcharge_fee_debited" | "surcharge_fee_credited")
        | (Resource::Payout, "fx_rate_confirmed" | "tax_exchange_rates_confirmed") => Told::Nothing,
        _ => return None,
    })
}

/// An event of one object.
pub(super) struct Event {
    pub(super) told: Told,
    /// Time as it stands: RFC 3339 in UTC, so that its text is in order.
    pub(super) at: String,
    pub(super) on: NaiveDate,
    pub(super) reason: Option<String>,
    pub(super) payout: Option<String>,
}

/// A movement that takes an earlier one back, or brings it again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Back {
    /// What is added to the id of the object.
    pub(super) name: &'static str,
    /// `None` for money that is collected once more.
    pub(super) stage: Option<ReturnStage>,
    /// `None` where only the object tells of it.
    pub(super) on: Option<NaiveDate>,
    pub(super) reason: Option<String>,
    pub(super) payout: Option<String>,
}

impl Back {
    /// Whether it goes against the first movement.
    pub(super) fn takes_back(&self) -> bool {
        self.stage.is_some_and(|stage| stage != ReturnStage::Won)
    }
}

/// What became of an object.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Life {
    pub(super) state: State,
    /// Whether it moved the balance at all.
    pub(super) moved: bool,
    /// What took it back, and brought it again, in order.
    pub(super) back: Vec<Back>,
    /// The payout that it went into, as events tell it.
    pub(super) payout: Option<String>,
    /// Day of the event by which it moved first.
    pub(super) moved_on: Option<NaiveDate>,
}

/// Follows the events, which are in order of their time, and the status. `in_payout`: the object names its payout, which it
/// has only after it was collected.
pub(super) fn life(status: State, in_payout: bool, events: &[Event]) -> Life {
    let mut life = Life { state: status, moved: false, back: Vec::new(), payout: None, moved_on: None };
    // Whether the money is in its place now.
    let mut held = false;
    let mut latest = None;
    for event in events {
        let back = |name, stage| Back {
            name,
            stage,
            on: Some(event.on),
            reason: event.reason.clone(),
            payout: event.payout.clone(),
        };
        match event.told {
            Told::Nothing => continue,
            Told::State(state @ (State::Moved | State::PaidOut)) => {
                if life.moved && !held {
                    life.back.push(back("collected_again", None));
                }
                (life.moved, held) = (true, true);
                life.moved_on = life.moved_on.or(Some(event.on));
                if state == State::PaidOut {
                    life.payout = event.payout.clone().or(life.payout);
                }
                latest = Some(state);
            }
            Told::Won => {
                life.moved = true;
                life.back.push(back("chargeback_cancelled", Some(ReturnStage::Won)));
                (held, latest) = (true, Some(State::PaidOut));
            }
            Told::Settled(state) => {
                settle(&mut life, state, event);
                (life.moved, held, latest) = (true, false, Some(state));
            }
            Told::State(state @ (State::Failed | State::ChargedBack | State::FundsReturned)) => {
                // What was charged back or came back was there before, whether an event tells it or not.
                life.moved |= state != State::Failed || in_payout;
                if held || (life.moved && life.back.is_empty()) {
                    life.back.push(back(name(state), Some(stage(state))));
                }
                (held, latest) = (false, Some(state));
            }
            Told::State(state) => {
                life.moved |= state == State::Bounced;
                latest = Some(state);
            }
        }
    }
    // A snapshot of the object is as old as the event that tells its state; one of which no event tells is later or
    // earlier than all by how far it has come.
    let told = events.iter().any(|event| match event.told {
        Told::State(state) | Told::Settled(state) => state == status,
        Told::Won => status == State::PaidOut,
        Told::Nothing => false,
    });
    if let Some(latest) = latest.filter(|latest| told || *latest > status) {
        life.state = latest;
    }
    match life.state {
        State::Moved | State::PaidOut | State::Bounced => life.moved = true,
        State::ChargedBack | State::FundsReturned => life.moved = true,
        State::Failed => life.moved |= in_payout,
        State::Pending | State::Void => {}
    }
    let undone = matches!(life.state, State::Failed | State::ChargedBack | State::FundsReturned);
    let is_back = life.back.last().is_some_and(Back::takes_back);
    if undone && life.moved && !is_back {
        let state = life.state;
        let stage = Some(stage(state));
        life.back.push(Back { name: name(state), stage, on: None, reason: None, payout: None });
    }
    life
}

/// A failure or chargeback was taken out of a payout: the one that was told before, or one that only this tells.
fn settle(life: &mut Life, state: State, event: &Event) {
    match life.back.last_mut().filter(|back| back.name == name(state) && back.payout.is_none()) {
        Some(back) => back.payout.clone_from(&event.payout),
        None => life.back.push(Back {
            name: name(state),
            stage: Some(stage(state)),
            on: Some(event.on),
            reason: event.reason.clone(),
            payout: event.payout.clone(),
        }),
    }
}

fn name(state: State) -> &'static str {
    match state {
        State::ChargedBack => "charged_back",
        State::FundsReturned => "funds_returned",
        _ => "failed",
    }
}

/// A chargeback of a direct debit is a claim under the scheme's indemnity, not a dispute of a card scheme.
fn stage(state: State) -> ReturnStage {
    if state == State::ChargedBack { ReturnStage::Indemnity } else { ReturnStage::Return }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(action: &str, at: u32) -> Event {
        Event {
            told: of_action(Resource::Payment, action).unwrap(),
            at: format!("2026-03-{at:02}T10:00:00.000Z"),
            on: NaiveDate::from_ymd_opt(2026, 3, at).unwrap(),
            reason: None,
            payout: None,
        }
    }

    fn names(life: &Life) -> Vec<&str> {
        life.back.iter().map(|back| back.name).collect()
    }

    #[test]
    fn a_late_failure_moved_a_plain_one_did_not() {
        let plain = life(State::Failed, false, &[event("submitted", 1), event("failed", 2)]);
        assert_eq!((plain.moved, names(&plain)), (false, vec![]));
        let late = life(State::Failed, false, &[event("confirmed", 1), event("failed", 2)]);
        assert_eq!((late.moved, names(&late)), (true, vec!["failed"]));
        let known_by_payout = life(State::Failed, true, &[]);
        assert_eq!((known_by_payout.moved, names(&known_by_payout)), (true, vec!["failed"]));
        assert_eq!(known_by_payout.back[0].on, None);
        let settled = life(
            State::Failed,
            false,
            &[event("confirmed", 1), event("failed", 2), event("late_failure_settled", 3)],
        );
        assert_eq!(names(&settled), ["failed"]);
        let only_settled = life(State::Failed, false, &[event("late_failure_settled", 3)]);
        assert_eq!((only_settled.moved, names(&only_settled)), (true, vec!["failed"]));
    }

    #[test]
    fn chargebacks_and_their_end() {
        let back = life(State::ChargedBack, false, &[event("charged_back", 2)]);
        assert_eq!((back.moved, names(&back)), (true, vec!["charged_back"]));
        let won = life(State::PaidOut, false, &[event("charged_back", 2), event("chargeback_cancelled", 3)]);
        assert_eq!(names(&won), ["charged_back", "chargeback_cancelled"]);
        let again = life(
            State::ChargedBack,
            false,
            &[event("charged_back", 2), event("chargeback_cancelled", 3), event("charged_back", 4)],
        );
        assert_eq!(names(&again), ["charged_back", "chargeback_cancelled", "charged_back"]);
    }

    #[test]
    fn the_later_action_wins() {
        // The object is older than the event, and the other way round.
        assert_eq!(life(State::Pending, false, &[event("confirmed", 1)]).state, State::Moved);
        assert_eq!(life(State::PaidOut, false, &[event("submitted", 1)]).state, State::PaidOut);
        // A failure that was tried again is no failure any more, though the object still says so.
        let retried = life(
            State::Failed,
            false,
            &[event("failed", 1), event("resubmission_requested", 2), event("confirmed", 3)],
        );
        assert_eq!((retried.state, retried.moved, names(&retried)), (State::Moved, true, vec![]));
    }
}
