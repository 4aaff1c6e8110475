//! The certificates and pins of one service, and the steps that follow from them.

use super::leads::{self, Leads};
use super::step::{Action, Held, Pinned, Stage, State, Step};
use crate::certificate::pin::Pin;

/// What there is for one service.
#[derive(Default)]
pub(super) struct Service<'h> {
    active: Option<&'h Held>,
    /// Not in use yet.
    coming: Vec<&'h Held>,
    /// Not in use any more, with the time until which they were.
    going: Vec<(&'h Held, i64)>,
    pub(super) pinned: Vec<&'h Pinned>,
}

impl<'h> Service<'h> {
    /// Takes a certificate in; `false` for a second one in use.
    pub(super) fn holds(&mut self, held: &'h Held) -> bool {
        match held.stage {
            Stage::Waiting | Stage::Staged => self.coming.push(held),
            Stage::Retiring(since) => self.going.push((held, since)),
            Stage::Active if self.active.is_none() => self.active = Some(held),
            Stage::Active => return false,
        }
        true
    }

    /// The steps, in no order.
    pub(super) fn steps(&self, service: &str, leads: &Leads, now: i64) -> Vec<Step> {
        let mut steps = Steps { service, now, done: Vec::new(), expired: false, urgent_from: i64::MAX };
        for (held, since) in &self.going {
            let overlap = leads::part(held.not_before, held.not_after, leads.overlap);
            let at = since.saturating_add(overlap).min(held.not_after);
            steps.add(Action::Retire, at, held.not_after, Some(held), None);
            let in_use = self.active.into_iter().chain(self.coming.iter().copied());
            if self.since(&held.pin).is_some() && !in_use.into_iter().any(|one| one.pin == held.pin) {
                steps.add(Action::Unpin, at, held.not_after, None, Some(held.pin));
            }
        }
        let next = self.next(now);
        for held in self.coming.iter().filter(|held| held.not_after < now) {
            steps.add(Action::Retire, held.not_after, held.not_after, Some(held), None);
        }
        match self.active {
            Some(active) => {
                steps.expired = now > active.not_after;
                steps.urgent_from = leads::left(active.not_before, active.not_after, leads.urgent);
                self.follow(active, next, leads, &mut steps);
            }
            None if next.is_some()
                || !self.pinned.is_empty()
                || !self.going.is_empty()
                || !self.coming.is_empty() =>
            {
                steps.expired = true;
                self.begin(next, &mut steps);
            }
            None => {}
        }
        steps.done
    }

    /// The certificate that is used next: the one that lasts longest.
    fn next(&self, now: i64) -> Option<&'h Held> {
        let lasts = |held: &&&Held| {
            held.not_after >= now && self.active.is_none_or(|active| held.not_after > active.not_after)
        };
        let rank = |held: &&&'h Held| (held.not_after, held.stage == Stage::Staged, held.id.as_str());
        self.coming.iter().filter(lasts).max_by_key(rank).copied()
    }

    /// Since when a key is pinned.
    fn since(&self, pin: &Pin) -> Option<i64> {
        self.pinned.iter().filter(|pinned| pinned.pin == *pin).map(|pinned| pinned.since).min()
    }

    /// The pinned key that no certificate holds; of several the one that was pinned first.
    fn backup(&self) -> Option<Pin> {
        let held = |pin: &Pin| {
            let going = self.going.iter().map(|(held, _)| *held);
            self.active
                .into_iter()
                .chain(self.coming.iter().copied())
                .chain(going)
                .any(|held| held.pin == *pin)
        };
        let free = self.pinned.iter().filter(|pinned| !held(&pinned.pin));
        free.min_by_key(|pinned| (pinned.since, pinned.pin)).map(|pinned| pinned.pin)
    }

    /// What follows a certificate in use.
    fn follow(&self, active: &'h Held, next: Option<&'h Held>, leads: &Leads, steps: &mut Steps<'_>) {
        let left = |thousandths| leads::left(active.not_before, active.not_after, thousandths);
        let lead = leads::part(active.not_before, active.not_after, leads.pinned);
        let is_pinned = !self.pinned.is_empty();
        if is_pinned && self.since(&active.pin).is_none() {
            // Whoever reads the pins refuses the service now.
            steps.add(
                Action::Pin,
                steps.now.min(active.not_before),
                active.not_before,
                None,
                Some(active.pin),
            );
        }
        let Some(next) = next else {
            if is_pinned && self.backup().is_none() {
                let at = left(leads.renew).saturating_sub(lead).min(steps.now);
                steps.add(Action::PinBackup, at, left(leads.renew), None, None);
            }
            steps.add(Action::Renew, left(leads.renew), steps.urgent_from, Some(active), self.backup());
            return;
        };
        if next.stage == Stage::Waiting {
            steps.add(
                Action::Stage,
                left(leads.stage).max(next.not_before),
                left(leads.switch),
                Some(next),
                None,
            );
        }
        let mut switch = left(leads.switch).max(next.not_before);
        if is_pinned {
            let since = self.since(&next.pin);
            if since.is_none() {
                let latest = switch.saturating_sub(lead);
                let at = left(leads.renew).min(latest);
                steps.add(Action::Pin, at, latest, None, Some(next.pin));
            }
            // A key that is pinned late is used late: whoever still has the old pins would refuse it.
            switch =
                switch.max(since.unwrap_or_else(|| steps.now.max(left(leads.renew))).saturating_add(lead));
        }
        steps.add(Action::Switch, switch, steps.urgent_from, Some(next), is_pinned.then_some(next.pin));
        let retire = switch.saturating_add(leads::part(active.not_before, active.not_after, leads.overlap));
        let retire = retire.min(active.not_after).max(switch);
        steps.add(Action::Retire, retire, active.not_after.max(retire), Some(active), None);
        if is_pinned && active.pin != next.pin {
            if self.backup().is_none() {
                steps.add(Action::PinBackup, switch, retire, None, None);
            }
            if self.since(&active.pin).is_some() {
                steps.add(Action::Unpin, retire, active.not_after.max(retire), None, Some(active.pin));
            }
        }
    }

    /// What is done where nothing is in use.
    fn begin(&self, next: Option<&'h Held>, steps: &mut Steps<'_>) {
        let now = steps.now;
        let Some(next) = next else {
            steps.add(Action::Renew, now, now, None, self.backup());
            return;
        };
        let at = now.max(next.not_before);
        if next.stage == Stage::Waiting {
            steps.add(Action::Stage, at, at, Some(next), None);
        }
        let is_pinned = !self.pinned.is_empty();
        if is_pinned && self.since(&next.pin).is_none() {
            steps.add(Action::Pin, now, now, None, Some(next.pin));
        }
        steps.add(Action::Switch, at, at, Some(next), is_pinned.then_some(next.pin));
    }
}

/// Steps of a service as they are found.
struct Steps<'s> {
    service: &'s str,
    now: i64,
    done: Vec<Step>,
    /// Whether nothing that is in use is in its time.
    expired: bool,
    /// From when on everything that keeps the service running is urgent.
    urgent_from: i64,
}

impl Steps<'_> {
    fn add(&mut self, action: Action, at: i64, until: i64, certificate: Option<&Held>, pin: Option<Pin>) {
        let keeps_running = matches!(action, Action::Renew | Action::Pin | Action::Stage | Action::Switch);
        let state = if self.expired && keeps_running {
            State::Expired
        } else if self.now > until || at > until || keeps_running && self.now >= self.urgent_from {
            State::Urgent
        } else if self.now >= at {
            State::Due
        } else {
            State::Planned
        };
        self.done.push(Step {
            at,
            until,
            service: self.service.to_owned(),
            action,
            certificate: certificate.map(|held| held.id.clone()),
            pin,
            state,
        });
    }
}
