//! What holds of any run, however long.

use super::*;
use crate::time::LATEST;
use proptest::prelude::*;

const RULES: Leases = Leases { lease: 60, skew: 30, retention: 2 * 86_400 };

/// What happens next to one of the servers.
#[derive(Clone, Copy, Debug)]
enum Happens {
    Comes,
    Completes,
    Fails,
    Extends,
    Dies,
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        4 => Just(Happens::Comes),
        1 => Just(Happens::Completes),
        2 => Just(Happens::Fails),
        2 => Just(Happens::Extends),
        3 => Just(Happens::Dies),
    ]
}

fn any_claim() -> impl Strategy<Value = Option<Claim>> {
    let holder = || prop_oneof![Just("a".to_owned()), Just("b".to_owned())];
    let lease = (holder(), 0..3_u32, any::<u32>(), any::<i64>(), any::<Option<i64>>());
    let state =
        prop_oneof![
            lease.prop_map(|(holder, attempt, seconds, until, doubted)| State::Leased(Lease {
                holder,
                attempt,
                seconds,
                until,
                doubted
            })),
            any::<u32>().prop_map(|attempt| State::Free { attempt }),
            (holder(), 0..3_u32, any::<i64>())
                .prop_map(|(holder, attempt, at)| State::Completed(Completed { holder, attempt, at })),
        ];
    proptest::option::of((0..3_u32, 0..1_u64 << 53, state).prop_map(|(version, revision, state)| Claim {
        version,
        revision,
        state,
    }))
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        proptest::option::of(0..=LATEST).prop_map(|made| Step::Begin { made }),
        (0..3_u32).prop_map(|attempt| Step::Complete { attempt }),
        (0..3_u32).prop_map(|attempt| Step::Fail { attempt }),
        (0..3_u32).prop_map(|attempt| Step::Extend { attempt }),
    ]
}

proptest! {
    /// Whatever the store holds and the clock shows, there is an answer; what is completed stays so, and attempts only grow.
    #[test]
    fn every_state_has_an_answer(claim in any_claim(), step in any_step(), now in 0..=LATEST) {
        let number = |claim: &Claim| match &claim.state {
            State::Leased(lease) => lease.attempt,
            State::Free { attempt } => *attempt,
            State::Completed(completed) => completed.attempt,
        };
        if let Decision::Write(write) = decide(&RULES, claim.as_ref(), step, "a", now).unwrap() {
            prop_assert_eq!(write.expected, claim.as_ref().map(|claim| claim.revision));
            prop_assert!(write.keep_until >= now);
            if let Some(claim) = &claim {
                prop_assert!(!matches!(claim.state, State::Completed(_)));
                prop_assert!(number(&write.claim) >= number(claim));
                prop_assert_eq!(write.claim.revision, claim.revision + 1);
            }
        }
    }

    /// Five servers whose clocks differ within the skew: one completes, and never two work at once.
    #[test]
    fn once_in_any_run(
        offsets in proptest::collection::vec(0..=30_i64, 5),
        run in proptest::collection::vec((0..5_usize, happens(), 0..40_i64, 0..8_u8), 1..200),
    ) {
        let mut row: Option<Claim> = None;
        let mut time = 1_000_000;
        // The attempt and the end of the lease, as each server knows them, and whether it still works.
        let mut work: Vec<Option<(u32, i64, bool)>> = vec![None; 5];
        let mut lives = [0_u32; 5];
        let mut completions = 0;
        for (nth, happens, passed, fault) in run {
            time += passed;
            let now = time + offsets[nth];
            let step = match (happens, work[nth]) {
                (Happens::Dies, _) => {
                    work[nth] = None;
                    lives[nth] += 1;
                    continue;
                }
                (Happens::Comes, None) => Step::Begin { made: None },
                (Happens::Completes, Some((attempt, ..))) => Step::Complete { attempt },
                (Happens::Fails, Some((attempt, ..))) => Step::Fail { attempt },
                (Happens::Extends, Some((attempt, _, true))) => Step::Extend { attempt },
                _ => continue,
            };
            if let (Happens::Completes | Happens::Fails, Some((_, _, works))) = (happens, &mut work[nth]) {
                *works = false;
            }
            let holder = format!("{nth} in its life {}", lives[nth]);
            let outcome = match decide(&RULES, row.as_ref(), step, &holder, now).unwrap() {
                Decision::Answer(outcome) => outcome,
                Decision::Write(write) => {
                    // 0: the write is lost; 1: its answer is.
                    if fault != 0 {
                        completions += u32::from(matches!(write.claim.state, State::Completed(_)));
                        row = Some(write.claim.clone());
                    }
                    write.confirm(if fault < 2 { Written::Unavailable } else { Written::Applied })
                }
            };
            match outcome {
                Outcome::Handle { attempt, until } => work[nth] = Some((attempt, until, true)),
                Outcome::Extended { until } => {
                    let (attempt, before, _) = work[nth].unwrap();
                    prop_assert!(until >= before);
                    work[nth] = Some((attempt, until, true));
                }
                Outcome::Unavailable | Outcome::Busy { .. } => {}
                Outcome::Done { .. } => prop_assert_eq!(completions, 1),
                Outcome::Completed => {
                    prop_assert_eq!(completions, 1);
                    work[nth] = None;
                }
                _ => work[nth] = None,
            }
            prop_assert!(completions <= 1);
            let works = |one: &usize| {
                work[*one].is_some_and(|(_, until, works)| works && time + offsets[*one] < until)
            };
            let working: Vec<usize> = (0..5).filter(works).collect();
            prop_assert!(working.len() <= 1, "{:?} work at the same time", working);
        }
    }

    /// An event is completed, forgotten by the store as early as it may, and comes once more with the time at which it was made: it is not begun again.
    #[test]
    fn what_was_forgotten_is_told_by_its_age(
        made in 0..2_000_000_000_i64,
        waited in prop_oneof![Just(0), 0..300_000_i64],
        clocks in proptest::array::uniform3(prop_oneof![2 => Just(0), 2 => Just(30), 1 => 0..=30_i64]),
        later in prop_oneof![Just(0), 0..300_000_i64],
    ) {
        let [provider, completer, other] = clocks;
        let stamp = made + provider;
        let completed = made + waited;
        let begun = decide(&RULES, None, Step::Begin { made: Some(stamp) }, "a", completed + completer).unwrap();
        let Decision::Write(begun) = begun else { return Ok(()) };
        let done = decide(&RULES, Some(&begun.claim), Step::Complete { attempt: 1 }, "a", completed + completer).unwrap();
        let Decision::Write(done) = done else { panic!("not completed") };
        // The store deletes by any of the clocks.
        let forgotten = done.keep_until - clocks.iter().max().unwrap();
        let again = decide(&RULES, None, Step::Begin { made: Some(stamp) }, "b", forgotten + later + other).unwrap();
        prop_assert_eq!(again, Decision::Answer(Outcome::TooOld));
    }
}
