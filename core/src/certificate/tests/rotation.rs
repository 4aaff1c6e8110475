//! Plans, and a host that follows them.

use super::forge::DAY;
use crate::certificate::*;
use crate::error::Code;
use proptest::prelude::*;

fn held(id: &str, pin: Pin, not_before: i64, not_after: i64, stage: Stage) -> Held {
    Held { id: id.to_owned(), service: "api".to_owned(), pin, not_before, not_after, stage }
}

fn pinned(pin: Pin, since: i64) -> Pinned {
    Pinned { service: "api".to_owned(), pin, since }
}

/// A host that does what is due, looks every `tick`, and gets certificates of one lifetime.
struct Host {
    held: Vec<Held>,
    pinned: Vec<Pinned>,
    lifetime: i64,
    made: u32,
}

impl Host {
    fn new(lifetime: i64, with_pins: bool) -> Self {
        let mut host = Host { held: Vec::new(), pinned: Vec::new(), lifetime, made: 0 };
        let key = host.key();
        if with_pins {
            host.pinned.push(pinned(key, -lifetime));
        }
        host.held.push(held("0", key, 0, lifetime, Stage::Active));
        host
    }

    fn key(&mut self) -> Pin {
        self.made += 1;
        Pin::of_info(&self.made.to_be_bytes())
    }

    fn of(&mut self, id: &Option<String>) -> &mut Held {
        self.held.iter_mut().find(|held| Some(&held.id) == id.as_ref()).unwrap()
    }

    fn act(&mut self, step: &Step, now: i64) {
        match step.action {
            Action::Renew => {
                let key = step.pin.unwrap_or_else(|| self.key());
                let id = now.to_string();
                self.held.push(held(&id, key, now, now + self.lifetime, Stage::Waiting));
            }
            Action::Pin => self.pinned.push(pinned(step.pin.unwrap(), now)),
            Action::PinBackup => {
                let key = self.key();
                self.pinned.push(pinned(key, now));
            }
            Action::Stage => self.of(&step.certificate).stage = Stage::Staged,
            Action::Switch => {
                for one in self.held.iter_mut().filter(|one| one.stage == Stage::Active) {
                    one.stage = Stage::Retiring(now);
                }
                self.of(&step.certificate).stage = Stage::Active;
            }
            Action::Retire => self.held.retain(|held| Some(&held.id) != step.certificate.as_ref()),
            Action::Unpin => self.pinned.retain(|pinned| Some(pinned.pin) != step.pin),
        }
    }
}

#[test]
fn a_host_that_follows_the_plan_never_fails() {
    for days in [6, 47, 100, 365, 3650] {
        for with_pins in [false, true] {
            let lifetime = days * DAY;
            let (leads, tick) = (Leads::default(), lifetime / 100);
            let mut host = Host::new(lifetime, with_pins);
            let (mut switched, mut now) = (0, 0);
            while now < 5 * lifetime {
                // One at a time: what follows from a step is planned anew.
                while let Some(step) = plan(&host.held, &host.pinned, &leads, now)
                    .unwrap()
                    .steps
                    .into_iter()
                    .find(|step| step.state != State::Planned)
                {
                    assert_eq!(step.state, State::Due, "{days} {now} {step:?}");
                    if step.action == Action::Switch && with_pins {
                        let since = host.pinned.iter().find(|one| Some(one.pin) == step.pin).unwrap().since;
                        assert!(now - since >= lifetime * i64::from(leads.pinned) / 1000, "{days} {step:?}");
                    }
                    switched += u32::from(step.action == Action::Switch);
                    host.act(&step, now);
                }
                let active: Vec<_> = host.held.iter().filter(|one| one.stage == Stage::Active).collect();
                assert!(active.len() == 1 && active[0].not_after > now, "{days} {now}");
                assert!(host.held.len() <= 3 && host.pinned.len() <= 4, "{days}");
                if with_pins {
                    assert!(host.pinned.iter().any(|one| one.pin == active[0].pin), "{days} {now}");
                    assert!(host.pinned.len() >= 2, "{days} {now}");
                }
                now += tick;
            }
            assert!(switched >= 4, "{days}: {switched}");
        }
    }
}

#[test]
fn a_key_that_is_not_pinned_is_not_switched_to() {
    let (old, new, leads) = (Pin::of_info(b"old"), Pin::of_info(b"new"), Leads::default());
    let lifetime = 1000 * DAY;
    let both = [
        held("old", old, 0, lifetime, Stage::Active),
        held("new", new, 700 * DAY, 1700 * DAY, Stage::Staged),
    ];
    let at = |pins: &[Pinned], now: i64| plan(&both, pins, &leads, now).unwrap().steps;
    let find = |steps: &[Step], action: Action| steps.iter().find(|step| step.action == action).cloned();
    let pins = [pinned(old, 0), pinned(new, 800 * DAY)];
    let switch = find(&at(&pins, 850 * DAY), Action::Switch).unwrap();
    assert_eq!((switch.at, switch.state), (883 * DAY, State::Planned));
    let late = at(&pins[..1], 900 * DAY);
    let pin = find(&late, Action::Pin).unwrap();
    assert_eq!((pin.pin, pin.state), (Some(new), State::Urgent));
    let switch = find(&late, Action::Switch).unwrap();
    assert_eq!(
        (switch.at, switch.state),
        (983 * DAY, State::Urgent),
        "after the pin, and late for the certificate"
    );
    let unpinned = at(&[], 840 * DAY);
    assert_eq!(find(&unpinned, Action::Switch).unwrap().state, State::Due);
    assert!(find(&unpinned, Action::Pin).is_none());
    let foreign = at(&[pinned(new, 0)], 10 * DAY);
    assert_eq!(
        find(&foreign, Action::Pin).map(|step| (step.pin, step.state)),
        Some((Some(old), State::Urgent))
    );
}

#[test]
fn what_is_late_is_told() {
    let pin = Pin::of_info(b"key");
    let one = [held("one", pin, 0, 1000, Stage::Active)];
    let at = |now: i64| plan(&one, &[], &Leads::default(), now).unwrap();
    let state = |now: i64| at(now).steps[0].state;
    assert_eq!(
        [0, 667, 917, 1000, 1001].map(state),
        [State::Planned, State::Due, State::Urgent, State::Urgent, State::Expired]
    );
    assert_eq!((at(0).next, at(667).next), (Some(667), None));
    let lost =
        plan(&[held("gone", pin, 0, 1000, Stage::Retiring(500))], &[], &Leads::default(), 700).unwrap();
    let said: Vec<_> = lost.steps.iter().map(|step| (step.action, step.state)).collect();
    assert_eq!(said, [(Action::Retire, State::Due), (Action::Renew, State::Expired)]);
    let waiting = plan(&[held("new", pin, 0, 1000, Stage::Waiting)], &[], &Leads::default(), 700).unwrap();
    let said: Vec<_> = waiting.steps.iter().map(|step| (step.action, step.state)).collect();
    assert_eq!(said, [(Action::Stage, State::Expired), (Action::Switch, State::Expired)]);
    assert_eq!(plan(&[], &[], &Leads::default(), 0).unwrap(), Plan::default());
}

#[test]
fn input_that_contradicts_itself() {
    let pin = Pin::of_info(b"key");
    let code = |held: &[Held], leads: Leads| plan(held, &[], &leads, 0).unwrap_err().code();
    let one = held("one", pin, 0, 9, Stage::Active);
    let two = Held { id: "two".to_owned(), ..one.clone() };
    assert_eq!(code(&[one.clone(), one.clone()], Leads::default()), Code::InputDuplicateId);
    assert_eq!(code(&[one.clone(), two], Leads::default()), Code::InputBadField);
    assert_eq!(code(&[Held { not_after: -1, ..one.clone() }], Leads::default()), Code::InputBadField);
    let base = Leads::default();
    let wrong = [
        Leads { renew: 1000, ..base },
        Leads { stage: 400, ..base },
        Leads { switch: 260, ..base },
        Leads { urgent: 167, ..base },
        Leads { urgent: 0, ..base },
        Leads { overlap: 168, ..base },
        Leads { pinned: 167, ..base },
    ];
    for leads in wrong {
        assert_eq!(code(&[], leads), Code::InputOptions, "{leads:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn plans_are_stable(
        rows in prop::collection::vec((0_u8..3, 0_u8..4, any::<i64>(), any::<i64>(), 0_u8..4, any::<i64>()), 0..8),
        pins in prop::collection::vec((0_u8..3, 0_u8..4, any::<i64>()), 0..5),
        now in any::<i64>(),
    ) {
        let mut all: Vec<Held> = rows.iter().enumerate().map(|(id, (service, key, from, to, stage, since))| Held {
            id: id.to_string(),
            service: service.to_string(),
            pin: Pin::of_info(&[*key]),
            not_before: *from,
            not_after: *to,
            stage: [Stage::Waiting, Stage::Staged, Stage::Active, Stage::Retiring(*since)][usize::from(*stage)],
        }).collect();
        let mut keys: Vec<Pinned> = pins.iter().map(|(service, key, since)| Pinned {
            service: service.to_string(),
            pin: Pin::of_info(&[*key]),
            since: *since,
        }).collect();
        let first = plan(&all, &keys, &Leads::default(), now);
        all.reverse();
        keys.reverse();
        let again = plan(&all, &keys, &Leads::default(), now);
        prop_assert_eq!(first.is_ok(), again.is_ok());
        if let (Ok(first), Ok(again)) = (first, again) {
            prop_assert!(first.steps.is_sorted_by_key(|step| step.at));
            prop_assert_eq!(first, again);
        }
    }
}
