//! Families under every order of several servers, a store that does not always answer, and a clock that runs and goes back.

use super::{Family, Holder, Lifetimes, Login, Refresh, Refusal, Written};
use crate::interleave::{Actor, every_order};
use std::collections::{BTreeMap, BTreeSet};

/// A store with one family, a clock, and what was granted.
#[derive(Clone)]
struct World {
    family: Family,
    now: i64,
    /// By the token that was brought: the live tokens that were granted for it, and when by a clock that never goes back.
    granted: BTreeMap<String, BTreeSet<String>>,
    first: BTreeMap<String, i64>,
    elapsed: i64,
    after_end: u32,
    stretched: u32,
}

#[derive(Clone)]
enum Step {
    Reads,
    /// `came`: when it read, by a clock that never goes back.
    Writes {
        seen: Box<Family>,
        said: Box<Refresh>,
        came: i64,
    },
    Done,
}

#[derive(Clone)]
enum Party {
    /// A server with a request: the token that was brought, by whom, and the id that it has ready for a successor.
    Server { brought: &'static str, client: &'static str, next: &'static str, step: Step, tries: u32 },
    /// The seconds by which it goes on.
    Clock(Vec<i64>),
}

fn holder(client: &str) -> Holder {
    Holder { client: client.to_owned(), binding: None }
}

fn server(brought: &'static str, client: &'static str, next: &'static str) -> Party {
    Party::Server { brought, client, next, step: Step::Reads, tries: 3 }
}

impl World {
    fn new() -> Self {
        let lifetimes = Lifetimes::default();
        let login = Login { subject: "s".into(), tenant: "t".into(), holder: holder("app") };
        let family = Family::begin("f".into(), "r1".into(), login, &lifetimes, 1000).unwrap();
        World {
            family,
            now: 1000,
            granted: BTreeMap::new(),
            first: BTreeMap::new(),
            elapsed: 0,
            after_end: 0,
            stretched: 0,
        }
    }

    fn grant(&mut self, brought: &str, live: &str, came: i64) {
        self.after_end += u32::from(self.family.ended.is_some());
        self.granted.entry(brought.to_owned()).or_default().insert(live.to_owned());
        let first = *self.first.entry(brought.to_owned()).or_insert(came);
        self.stretched += u32::from(came - first > 2 * i64::from(Lifetimes::default().grace));
    }
}

impl Actor<World> for Party {
    fn ways(&self, _: &World) -> usize {
        match self {
            Party::Server { step: Step::Done, .. } => 0,
            // The write goes through as it can; it does and nobody hears of it; it does not.
            Party::Server { step: Step::Writes { .. }, .. } => 3,
            Party::Server { .. } => 1,
            Party::Clock(steps) => usize::from(!steps.is_empty()),
        }
    }

    fn step(&mut self, world: &mut World, way: usize) {
        match self {
            Party::Clock(steps) => {
                let by = steps.remove(0);
                world.now += by;
                world.elapsed += by.max(0);
            }
            Party::Server { brought, client, next, step, tries } => match step.clone() {
                Step::Reads => {
                    let seen = world.family.clone();
                    let said = seen.decide(
                        brought,
                        &holder(client),
                        (*next).into(),
                        &Lifetimes::default(),
                        world.now,
                    );
                    *step = match said {
                        Refresh::Refused(_) => Step::Done,
                        said => {
                            Step::Writes { seen: Box::new(seen), said: Box::new(said), came: world.elapsed }
                        }
                    };
                }
                Step::Writes { seen, said, came } => {
                    let fits = world.family.revision == seen.revision;
                    let heard = match way {
                        _ if !fits && way < 2 => Written::Conflict,
                        0 => Written::Applied,
                        _ => Written::Unavailable,
                    };
                    if fits
                        && way < 2
                        && let Refresh::Exchange(family) | Refresh::End(family, _) = &*said
                    {
                        world.family = family.clone();
                    }
                    let ends = matches!(*said, Refresh::End(..));
                    if let Some(granted) = said.confirm(heard) {
                        let live = granted.family().live.clone();
                        world.grant(brought, &live, came);
                    }
                    *tries -= 1;
                    // What ends a family is tried until it is written.
                    let again = heard == Written::Conflict || (ends && heard == Written::Unavailable);
                    *step = if again && *tries > 0 { Step::Reads } else { Step::Done };
                }
                Step::Done => {}
            },
        }
    }
}

/// Of no token two successors, and nothing once a family has ended.
fn safe(parties: &[Party]) -> (u64, BTreeSet<String>) {
    let mut ends = BTreeSet::new();
    let orders = every_order(&World::new(), parties, &mut |world, _| {
        for (brought, granted) in &world.granted {
            assert!(granted.len() <= 1, "{brought} was exchanged for {granted:?}");
        }
        assert_eq!(world.after_end, 0, "granted after the end");
        assert_eq!(world.stretched, 0, "granted long after the grace");
        ends.insert(format!("{:?}", world.family.ended.map(|ended| ended.why)));
    });
    (orders, ends)
}

#[test]
fn two_servers_with_the_same_token() {
    let (orders, ends) =
        safe(&[server("r1", "app", "a"), server("r1", "app", "b"), Party::Clock(vec![3, 4])]);
    assert!(orders > 500, "{orders}");
    // The same client within the grace: nobody is thrown out.
    assert_eq!(ends, ["None".to_owned()].into());
}

#[test]
fn four_servers_with_the_same_token() {
    let parties = ["a", "b", "c", "d"].map(|next| match server("r1", "app", next) {
        Party::Server { brought, client, next, step, .. } => {
            Party::Server { brought, client, next, step, tries: 1 }
        }
        clock @ Party::Clock(_) => clock,
    });
    let (orders, ends) = safe(&parties);
    assert!(orders > 100_000, "{orders}");
    assert_eq!(ends, ["None".to_owned()].into());
}

#[test]
fn a_copy_that_comes_late_ends_the_family() {
    let (_, ends) = safe(&[server("r1", "app", "a"), server("r1", "app", "b"), Party::Clock(vec![11])]);
    assert_eq!(ends, ["None".to_owned(), "Some(Reuse)".to_owned()].into());
}

#[test]
fn a_thief_of_another_client_ends_the_family() {
    let (_, ends) = safe(&[server("r1", "app", "a"), server("r1", "thief", "b"), Party::Clock(vec![1])]);
    assert_eq!(ends, ["None".to_owned(), "Some(OtherHolder)".to_owned(), "Some(Reuse)".to_owned()].into());
}

#[test]
fn a_chain_of_tokens_and_a_retry() {
    let (orders, _) = safe(&[server("r1", "app", "a"), server("a", "app", "b"), server("r1", "app", "c")]);
    assert!(orders > 1000, "{orders}");
}

#[test]
fn a_clock_that_goes_back_harms_nobody() {
    let (_, ends) = safe(&[server("r1", "app", "a"), server("r1", "app", "b"), Party::Clock(vec![-3600, 5])]);
    assert_eq!(ends, ["None".to_owned()].into(), "nobody is thrown out");
    let (_, ends) =
        safe(&[server("r1", "app", "a"), server("r1", "app", "b"), Party::Clock(vec![30, -3600])]);
    assert!(ends.contains("None"));
}

#[test]
fn what_the_store_did_not_confirm_grants_nothing() {
    let family = World::new().family;
    for written in [Written::Conflict, Written::Unavailable] {
        let said = family.decide("r1", &holder("app"), "a".into(), &Lifetimes::default(), 1000);
        assert!(said.confirm(written).is_none());
        assert!(family.clone().granted(written).is_none());
    }
    let ended = family.end(super::Why::Logout, 1001).unwrap();
    let said = ended.decide("r1", &holder("app"), "a".into(), &Lifetimes::default(), 1001);
    assert_eq!(said, Refresh::Refused(Refusal::Ended(super::Why::Logout)));
    assert!(said.confirm(Written::Applied).is_none());
}
