use super::*;
use crate::error::Code;

const BEGIN: Step = Step::Begin { made: None };

fn written(decision: Decision) -> (Claim, Outcome) {
    match decision {
        Decision::Write(write) => (write.claim.clone(), write.confirm(Written::Applied)),
        Decision::Answer(outcome) => panic!("nothing to write: {outcome:?}"),
    }
}

fn answer(decision: Decision) -> Outcome {
    match decision {
        Decision::Answer(outcome) => outcome,
        Decision::Write(write) => panic!("writes {write:?}"),
    }
}

fn step(claim: Option<&Claim>, step: Step, holder: &str, now: i64) -> Decision {
    decide(&Leases::default(), claim, step, holder, now).unwrap()
}

fn leased() -> Claim {
    written(step(None, BEGIN, "a", 1000)).0
}

#[test]
fn a_holder_that_died_is_followed_and_cannot_complete() {
    let first = leased();
    assert_eq!(answer(step(Some(&first), BEGIN, "b", 1089)), Outcome::Busy { seconds: 1 });
    let (second, outcome) = written(step(Some(&first), BEGIN, "b", 1090));
    assert_eq!(outcome, Outcome::Handle { attempt: 2, until: 1150 });
    for late in [Step::Complete { attempt: 1 }, Step::Fail { attempt: 1 }, Step::Extend { attempt: 1 }] {
        assert_eq!(answer(step(Some(&second), late, "a", 1091)), Outcome::Fenced, "{late:?}");
    }
    // The right number of another holder, and the right holder with another number.
    assert_eq!(answer(step(Some(&second), Step::Complete { attempt: 2 }, "a", 1091)), Outcome::Fenced);
    assert_eq!(answer(step(Some(&second), Step::Complete { attempt: 1 }, "b", 1091)), Outcome::Fenced);
    let (done, outcome) = written(step(Some(&second), Step::Complete { attempt: 2 }, "b", 1100));
    assert_eq!((done.revision, outcome), (3, Outcome::Completed));
    for late in [Step::Complete { attempt: 1 }, Step::Fail { attempt: 1 }, Step::Extend { attempt: 1 }] {
        assert_eq!(answer(step(Some(&done), late, "a", 1101)), Outcome::Fenced, "{late:?}");
    }
    assert_eq!(answer(step(Some(&done), BEGIN, "c", crate::time::LATEST)), Outcome::Done { at: 1100 });
}

#[test]
fn times_that_are_none() {
    let code = |step: Step, now: i64| decide(&Leases::default(), None, step, "a", now).unwrap_err().code();
    for wrong in [-1, 1_800_000_000_000, i64::MAX] {
        assert_eq!(code(BEGIN, wrong), crate::Code::InputOptions, "{wrong}");
        // An age below nought would never be too old.
        assert_eq!(code(Step::Begin { made: Some(wrong) }, 1000), crate::Code::InputOptions, "{wrong}");
    }
}

#[test]
fn whoever_was_not_followed_may_complete_late() {
    let (_, outcome) = written(step(Some(&leased()), Step::Complete { attempt: 1 }, "a", 50_000));
    assert_eq!(outcome, Outcome::Completed);
}

#[test]
fn what_was_said_before_is_said_again() {
    let (done, _) = written(step(Some(&leased()), Step::Complete { attempt: 1 }, "a", 1010));
    assert_eq!(answer(step(Some(&done), Step::Complete { attempt: 1 }, "a", 1011)), Outcome::Completed);
    let (free, outcome) = written(step(Some(&leased()), Step::Fail { attempt: 1 }, "a", 1010));
    assert_eq!(outcome, Outcome::Released);
    assert_eq!(answer(step(Some(&free), Step::Fail { attempt: 1 }, "a", 1011)), Outcome::Released);
    assert_eq!(answer(step(Some(&free), Step::Complete { attempt: 1 }, "a", 1011)), Outcome::Fenced);
    let (_, outcome) = written(step(Some(&free), BEGIN, "b", 1011));
    assert_eq!(outcome, Outcome::Handle { attempt: 2, until: 1071 });
}

#[test]
fn only_a_write_that_was_applied_grants() {
    for (written, expected) in [
        (Written::Applied, Outcome::Handle { attempt: 1, until: 1060 }),
        (Written::Conflict, Outcome::Conflict),
        (Written::Unavailable, Outcome::Unavailable),
    ] {
        let Decision::Write(write) = step(None, BEGIN, "a", 1000) else { panic!("nothing to write") };
        assert_eq!(write.expected, None);
        assert_eq!(write.confirm(written), expected);
    }
}

#[test]
fn a_lease_is_extended_and_never_shortened() {
    let first = leased();
    let (longer, outcome) = written(step(Some(&first), Step::Extend { attempt: 1 }, "a", 1050));
    assert_eq!(outcome, Outcome::Extended { until: 1110 });
    assert_eq!(answer(step(Some(&longer), BEGIN, "b", 1139)), Outcome::Busy { seconds: 1 });
    // Its clock was set back: for others it ends no earlier, for itself no later than a lease from now.
    let (back, outcome) = written(step(Some(&longer), Step::Extend { attempt: 1 }, "a", 900));
    assert_eq!(outcome, Outcome::Extended { until: 960 });
    assert_eq!(answer(step(Some(&back), BEGIN, "b", 1139)), Outcome::Busy { seconds: 1 });
    // Leases became shorter meanwhile.
    let shorter = Leases { lease: 10, ..Leases::default() };
    let extended = decide(&shorter, Some(&longer), Step::Extend { attempt: 1 }, "a", 1051).unwrap();
    let (kept, _) = written(extended);
    assert_eq!(answer(step(Some(&kept), BEGIN, "b", 1052)), Outcome::Busy { seconds: 88 });
}

#[test]
fn a_lease_that_ends_too_late_is_doubted_and_then_followed() {
    let (ahead, _) = written(step(None, BEGIN, "a", 1_000_000));
    let (doubted, outcome) = written(step(Some(&ahead), BEGIN, "b", 1000));
    assert_eq!(outcome, Outcome::Busy { seconds: 90 });
    assert_eq!(answer(step(Some(&doubted), BEGIN, "c", 1089)), Outcome::Busy { seconds: 1 });
    // Somebody whose clock is behind that of the first doubt begins to wait by the own one.
    let (anew, outcome) = written(step(Some(&doubted), BEGIN, "d", 500));
    assert_eq!(outcome, Outcome::Busy { seconds: 90 });
    let (_, outcome) = written(step(Some(&anew), BEGIN, "d", 590));
    assert_eq!(outcome, Outcome::Handle { attempt: 2, until: 650 });
    // The holder lives, and says so: nothing is doubted any more.
    let (alive, _) = written(step(Some(&doubted), Step::Extend { attempt: 1 }, "a", 1_000_010));
    assert_eq!(written(step(Some(&alive), BEGIN, "c", 1090)).1, Outcome::Busy { seconds: 90 });
    // A clock within the skew is not doubted.
    assert_eq!(answer(step(Some(&leased()), BEGIN, "b", 970)), Outcome::Busy { seconds: 120 });
}

#[test]
fn what_is_older_than_memory_is_refused() {
    let begin = |made| Step::Begin { made: Some(made) };
    let now = 100_000_000;
    let retention = i64::from(Leases::default().retention);
    assert_eq!(answer(step(None, begin(now - retention - 1), "a", now)), Outcome::TooOld);
    assert_eq!(
        written(step(None, begin(now - retention), "a", now)).0,
        written(step(None, BEGIN, "a", now)).0
    );
    // Where the store knows the event, its age does not matter.
    let (free, _) = written(step(Some(&leased()), Step::Fail { attempt: 1 }, "a", 1010));
    let (_, outcome) = written(step(Some(&free), begin(0), "b", now));
    assert_eq!(outcome, Outcome::Handle { attempt: 2, until: now + 60 });
}

#[test]
fn a_store_that_lost_its_row_learns_again_what_was_done() {
    let (claim, outcome) = written(step(None, Step::Complete { attempt: 3 }, "a", 1000));
    assert_eq!(outcome, Outcome::Completed);
    assert_eq!(answer(step(Some(&claim), BEGIN, "b", 1001)), Outcome::Done { at: 1000 });
    assert_eq!(answer(step(None, Step::Extend { attempt: 3 }, "a", 1000)), Outcome::Fenced);
    assert_eq!(answer(step(None, Step::Fail { attempt: 3 }, "a", 1000)), Outcome::Fenced);
}

#[test]
fn the_form_in_the_store() {
    let texts = [
        r#"{"version":1,"revision":1,"state":{"leased":{"holder":"a","attempt":1,"seconds":60,"until":1060,"doubted":null}}}"#,
        r#"{"version":1,"revision":2,"state":{"free":{"attempt":1}}}"#,
        r#"{"version":1,"revision":2,"state":{"completed":{"holder":"a","attempt":1,"at":1010}}}"#,
    ];
    let claims = [
        leased(),
        written(step(Some(&leased()), Step::Fail { attempt: 1 }, "a", 1010)).0,
        written(step(Some(&leased()), Step::Complete { attempt: 1 }, "a", 1010)).0,
    ];
    for (claim, text) in claims.iter().zip(texts) {
        assert_eq!(serde_json::to_string(claim).unwrap(), text);
        assert_eq!(serde_json::from_str::<Claim>(text).unwrap(), *claim);
    }
    let newer = Claim { version: 2, ..leased() };
    for step in [BEGIN, Step::Complete { attempt: 1 }, Step::Fail { attempt: 1 }, Step::Extend { attempt: 1 }]
    {
        assert_eq!(answer(super::tests::step(Some(&newer), step, "a", 1000)), Outcome::Version);
    }
}

#[test]
fn rules_and_holders_out_of_their_ranges() {
    let good = Leases::default();
    let wrong = [
        Leases { lease: 0, ..good },
        Leases { lease: MOST_LEASE + 1, ..good },
        Leases { skew: MOST_SKEW + 1, ..good },
        Leases { retention: LEAST_RETENTION - 1, ..good },
    ];
    for rules in wrong {
        let code = decide(&rules, None, BEGIN, "a", 0).unwrap_err().code();
        assert_eq!(code, Code::InputOptions, "{rules:?}");
    }
    let edges = [
        Leases { lease: 1, skew: 0, retention: LEAST_RETENTION },
        Leases { lease: MOST_LEASE, skew: MOST_SKEW, retention: u32::MAX },
    ];
    assert!(edges.iter().all(|rules| decide(rules, None, BEGIN, "a", 0).is_ok()));
    for holder in [String::new(), "h".repeat(129)] {
        assert_eq!(decide(&good, None, BEGIN, &holder, 0).unwrap_err().code(), Code::InputOptions);
    }
    assert!(decide(&good, None, BEGIN, &"h".repeat(128), 0).is_ok());
}
