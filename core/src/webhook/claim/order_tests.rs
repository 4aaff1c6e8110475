//! Every order of servers that share an event, with a store that may not answer and clocks that differ.
//!
//! A server that dies is one that takes no further step: every state that is reached is looked at as if all died there, and as if all but a new one did.

use super::{Claim, Decision, Leases, Outcome, State, Step, Write, Written, decide};
use crate::interleave::{Actor, every_order};
use std::collections::BTreeSet;

const RULES: Leases = Leases { lease: 60, skew: 30, retention: 35 * 86_400 };

#[derive(Clone)]
struct World {
    row: Option<Claim>,
    /// The true time, and by how much each server's clock differs from it.
    time: i64,
    offsets: Vec<i64>,
    /// Writes that made the event completed.
    completions: u32,
    /// Whether the store may fail to answer.
    may_fail: bool,
}

impl World {
    fn new(offsets: &[i64], may_fail: bool) -> Self {
        World { row: None, time: 1_000_000_000, offsets: offsets.to_vec(), completions: 0, may_fail }
    }

    fn store(&mut self, write: &Write) -> Written {
        if self.row.as_ref().map(|row| row.revision) != write.expected {
            return Written::Conflict;
        }
        self.completions += u32::from(matches!(write.claim.state, State::Completed(_)));
        self.row = Some(write.claim.clone());
        Written::Applied
    }
}

/// Where a server is.
#[derive(Clone)]
enum At {
    Begins {
        looks: u32,
    },
    WritesBegin {
        looks: u32,
        write: Write,
    },
    /// It works, and by its own clock it may until then.
    Handles {
        attempt: u32,
        until: i64,
    },
    /// It has worked, and says so.
    Ends {
        step: Step,
        until: i64,
        looks: u32,
    },
    WritesEnd {
        step: Step,
        until: i64,
        looks: u32,
        write: Write,
    },
    Ended(Outcome),
}

impl At {
    fn looks(decision: Decision, step: Step, until: i64, looks: u32) -> Self {
        match decision {
            Decision::Answer(outcome) => At::Ended(outcome),
            Decision::Write(write) => At::WritesEnd { step, until, looks, write },
        }
    }

    /// Until when it works, or holds what it has done and not told yet.
    fn works_until(&self) -> Option<i64> {
        match self {
            At::Handles { until, .. } => Some(*until),
            At::Ends { step: Step::Complete { .. }, until, .. }
            | At::WritesEnd { step: Step::Complete { .. }, until, .. } => Some(*until),
            _ => None,
        }
    }
}

#[derive(Clone)]
enum Party {
    Server { nth: usize, at: At },
    Clock(Vec<Jump>),
}

/// A step of the clock.
#[derive(Clone, Copy)]
enum Jump {
    /// Time goes on.
    Tick(i64),
    /// A server's clock is set.
    Set(usize, i64),
}

fn holder(nth: usize) -> String {
    format!("holder {nth}")
}

fn now(world: &World, nth: usize) -> i64 {
    world.time + world.offsets.get(nth).copied().unwrap_or(0)
}

impl Actor<World> for Party {
    fn ways(&self, world: &World) -> usize {
        match self {
            Party::Clock(jumps) => usize::from(!jumps.is_empty()),
            Party::Server { at, .. } => match at {
                At::Ended(_) => 0,
                At::Begins { .. } | At::Ends { .. } => 1,
                // Handled, or given back.
                At::Handles { .. } => 2,
                // The store answers; its answer is lost; the write is lost.
                At::WritesBegin { .. } | At::WritesEnd { .. } => 1 + 2 * usize::from(world.may_fail),
            },
        }
    }

    fn step(&mut self, world: &mut World, way: usize) {
        let (nth, at) = match self {
            Party::Clock(jumps) => {
                match jumps.remove(0) {
                    Jump::Tick(seconds) => world.time += seconds,
                    Jump::Set(nth, offset) => world.offsets[nth] = offset,
                }
                return;
            }
            Party::Server { nth, at } => (*nth, at),
        };
        let decided =
            |step: Step| decide(&RULES, world.row.as_ref(), step, &holder(nth), now(world, nth)).unwrap();
        let stored = |world: &mut World, write: Write| {
            let written = match way {
                0 => world.store(&write),
                1 => {
                    let _ = world.store(&write);
                    Written::Unavailable
                }
                _ => Written::Unavailable,
            };
            write.confirm(written)
        };
        *at = match at.clone() {
            At::Begins { looks } => match decided(Step::Begin { made: None }) {
                Decision::Answer(outcome) => At::Ended(outcome),
                Decision::Write(write) => At::WritesBegin { looks, write },
            },
            At::WritesBegin { looks, write } => match stored(world, write) {
                Outcome::Handle { attempt, until } => At::Handles { attempt, until },
                Outcome::Conflict if looks > 1 => At::Begins { looks: looks - 1 },
                outcome => At::Ended(outcome),
            },
            At::Handles { attempt, until } => {
                let step = if way == 0 { Step::Complete { attempt } } else { Step::Fail { attempt } };
                At::looks(decided(step), step, until, 2)
            }
            At::Ends { step, until, looks } => At::looks(decided(step), step, until, looks),
            At::WritesEnd { step, until, looks, write } => match stored(world, write) {
                Outcome::Conflict | Outcome::Unavailable if looks > 1 => {
                    At::Ends { step, until, looks: looks - 1 }
                }
                outcome => At::Ended(outcome),
            },
            At::Ended(outcome) => At::Ended(outcome),
        };
    }
}

fn server(nth: usize, looks: u32) -> Party {
    Party::Server { nth, at: At::Begins { looks } }
}

/// Which servers work within their lease by their own clocks.
fn working(world: &World, parties: &[Party]) -> Vec<usize> {
    let works = |party: &Party| match party {
        Party::Server { nth, at } => at.works_until().filter(|until| now(world, *nth) < *until).map(|_| *nth),
        Party::Clock(_) => None,
    };
    parties.iter().filter_map(works).collect()
}

fn ended(parties: &[Party], outcome: &Outcome) -> usize {
    let is = |party: &&Party| matches!(party, Party::Server { at: At::Ended(told), .. } if told == outcome);
    parties.iter().filter(is).count()
}

/// What holds whatever the clocks show.
fn once(world: &World, parties: &[Party]) {
    assert!(world.completions <= 1, "completed twice");
    let told = ended(parties, &Outcome::Completed);
    assert!(told <= 1, "two were told that they completed it");
    let is_completed = matches!(world.row.as_ref().map(|row| &row.state), Some(State::Completed(_)));
    assert_eq!(is_completed, world.completions == 1, "a completion was lost");
    assert!(told == 0 || is_completed, "told without a write");
    for party in parties {
        if let Party::Server { at: At::Ended(Outcome::Done { .. }), .. } = party {
            assert!(is_completed, "told that it was done, and it was not");
        }
    }
}

/// All servers die here. A new one comes as often as it is told to wait, and gets the event unless it was completed.
fn never_lost(world: &World) {
    let mut world = world.clone();
    for _ in 0..3 {
        match decide(&RULES, world.row.as_ref(), Step::Begin { made: None }, "new", world.time).unwrap() {
            Decision::Answer(Outcome::Busy { seconds }) => {
                assert!((1..=120).contains(&seconds), "waits {seconds} seconds");
                world.time += seconds;
            }
            Decision::Answer(Outcome::Done { .. }) => {
                assert_eq!(world.completions, 1);
                return;
            }
            Decision::Answer(outcome) => panic!("{outcome:?}"),
            Decision::Write(write) => {
                assert_eq!(world.store(&write), Written::Applied);
                match write.confirm(Written::Applied) {
                    Outcome::Handle { .. } => return,
                    // Doubted from here on.
                    Outcome::Busy { seconds } => world.time += seconds,
                    outcome => panic!("{outcome:?}"),
                }
            }
        }
    }
    panic!("the event is lost");
}

fn all_hold(world: &World, parties: &[Party]) {
    once(world, parties);
    never_lost(world);
    let working = working(world, parties);
    assert!(working.len() <= 1, "{working:?} work at the same time");
}

/// Looks at all orders, and tells how servers ended in them, so that a test can see that what it is about happened.
fn ends(world: &World, parties: &[Party], hold: fn(&World, &[Party])) -> (u64, BTreeSet<String>) {
    let mut ends = BTreeSet::new();
    let orders = every_order(world, parties, &mut |world, parties| {
        hold(world, parties);
        for party in parties {
            if let Party::Server { at: At::Ended(outcome), .. } = party {
                ends.insert(format!("{outcome:?}").split([' ', '{']).next().unwrap_or_default().to_owned());
            }
        }
    });
    (orders, ends)
}

fn has(ends: &BTreeSet<String>, all: &[&str]) {
    for one in all {
        assert!(ends.contains(*one), "nobody ended with {one}: {ends:?}");
    }
}

#[test]
fn two_servers_and_a_store_that_fails() {
    for offsets in [[0, 0], [0, 30], [30, 0], [-15, 15]] {
        let parties = [server(0, 1), server(1, 1), Party::Clock(vec![Jump::Tick(59), Jump::Tick(31)])];
        let (orders, ends) = ends(&World::new(&offsets, true), &parties, all_hold);
        assert!(orders > 10_000, "{orders}");
        has(&ends, &["Busy", "Completed", "Conflict", "Done", "Fenced", "Released", "Unavailable"]);
    }
}

#[test]
fn three_servers() {
    for offsets in [[0, 0, 0], [0, 15, 30]] {
        let parties =
            [server(0, 1), server(1, 1), server(2, 1), Party::Clock(vec![Jump::Tick(60), Jump::Tick(30)])];
        let (orders, ends) = ends(&World::new(&offsets, false), &parties, all_hold);
        assert!(orders > 100_000, "{orders}");
        has(&ends, &["Busy", "Completed", "Conflict", "Done", "Fenced", "Released"]);
    }
}

#[test]
fn servers_that_look_again() {
    let clock = Party::Clock(vec![Jump::Tick(60), Jump::Tick(30), Jump::Tick(1)]);
    let (orders, ends) = ends(&World::new(&[0, 30], false), &[server(0, 2), server(1, 2), clock], all_hold);
    assert!(orders > 1000, "{orders}");
    has(&ends, &["Completed", "Done", "Fenced"]);
}

#[test]
fn clocks_that_are_set_back_within_the_skew() {
    for back in [-5, -30] {
        let jumps = vec![Jump::Tick(45), Jump::Set(0, back), Jump::Tick(45), Jump::Set(0, 0)];
        let parties = [server(0, 1), server(1, 1), Party::Clock(jumps)];
        let (_, ends) = ends(&World::new(&[0, 0], false), &parties, all_hold);
        has(&ends, &["Completed", "Done", "Busy"]);
    }
}

#[test]
fn a_clock_that_is_far_wrong_loses_nothing_and_completes_nothing_twice() {
    let hold = |world: &World, parties: &[Party]| {
        once(world, parties);
        never_lost(world);
    };
    for wrong in [-400_000_000, -91, 91, 400_000_000] {
        let jumps = vec![Jump::Tick(60), Jump::Set(0, 0)];
        let parties = [server(0, 1), server(1, 1), Party::Clock(jumps)];
        ends(&World::new(&[wrong, 0], true), &parties, hold);
        let jumps = vec![Jump::Tick(60), Jump::Set(0, wrong), Jump::Tick(60)];
        ends(&World::new(&[0, 0], false), &[server(0, 1), server(1, 1), Party::Clock(jumps)], hold);
    }
}

#[test]
fn who_is_far_behind_takes_nothing_over_too_early() {
    for behind in [-31, -91, -3600, -400_000_000] {
        let mut world = World::new(&[0, behind], false);
        // The first works already; the second comes three times.
        let begin = decide(&RULES, None, Step::Begin { made: None }, &holder(0), world.time).unwrap();
        let Decision::Write(write) = begin else { panic!("nothing to write") };
        assert_eq!(world.store(&write), Written::Applied);
        let Outcome::Handle { attempt, until } = write.confirm(Written::Applied) else { panic!("not begun") };
        let first = Party::Server { nth: 0, at: At::Handles { attempt, until } };
        let later = |nth| Party::Server { nth, at: At::Begins { looks: 1 } };
        world.offsets.extend([behind, behind]);
        let clock = Party::Clock(vec![Jump::Tick(30), Jump::Tick(29), Jump::Tick(31)]);
        // Those who are behind agree with one another, as one wrong server that tries again does.
        ends(&world, &[first, later(2), later(3), clock], all_hold);
    }
}

/// The lease and the skew are what keeps two from working at once: with clocks further apart two do.
#[test]
fn the_bound_of_the_skew_is_the_bound() {
    let mut most = 0;
    let parties = [server(0, 1), server(1, 1), Party::Clock(vec![Jump::Tick(59)])];
    every_order(&World::new(&[0, 31], false), &parties, &mut |world, parties| {
        once(world, parties);
        most = most.max(working(world, parties).len());
    });
    assert_eq!(most, 2);
}
