//! Every order in which the steps of several actors can happen: the proof of a state machine that several servers share.

/// An actor in a world, one indivisible step after the other: a server that reads, decides and writes, or the clock.
pub(crate) trait Actor<W>: Clone {
    /// How many ways the next step can go; none where the actor is done.
    fn ways(&self, world: &W) -> usize;
    /// Goes one of them.
    fn step(&mut self, world: &mut W, way: usize);
}

/// Goes through all orders and ways, looks at the world after each step, and answers how many orders there were.
pub(crate) fn every_order<W: Clone, A: Actor<W>>(
    world: &W,
    actors: &[A],
    look: &mut impl FnMut(&W, &[A]),
) -> u64 {
    let mut orders = 0;
    for (nth, actor) in actors.iter().enumerate() {
        for way in 0..actor.ways(world) {
            let (mut world, mut actors) = (world.clone(), actors.to_vec());
            if let Some(actor) = actors.get_mut(nth) {
                actor.step(&mut world, way);
            }
            look(&world, &actors);
            orders += every_order(&world, &actors, look);
        }
    }
    orders.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adds one in two steps, as who reads and writes without a condition.
    #[derive(Clone)]
    enum Adder {
        Reads,
        Writes(u32),
        Done,
    }

    impl Actor<u32> for Adder {
        fn ways(&self, _: &u32) -> usize {
            usize::from(!matches!(self, Adder::Done))
        }

        fn step(&mut self, world: &mut u32, _: usize) {
            *self = match self {
                Adder::Reads => Adder::Writes(*world),
                Adder::Writes(seen) => {
                    *world = *seen + 1;
                    Adder::Done
                }
                Adder::Done => Adder::Done,
            };
        }
    }

    #[test]
    fn a_lost_update_is_found() {
        let mut ends = std::collections::BTreeSet::new();
        let orders = every_order(&0, &[Adder::Reads, Adder::Reads], &mut |world, actors| {
            if actors.iter().all(|actor| matches!(actor, Adder::Done)) {
                ends.insert(*world);
            }
        });
        assert_eq!((orders, ends), (6, [1, 2].into()));
    }
}
