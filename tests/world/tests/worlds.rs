//! Every style's worlds are sound, whole and the same from the same seed.

use payymo_world::{World, more, plan, style};

/// A world, or a word that the style is left out: a machine without the real files.
fn made(name: &str, world: Option<World>) -> Option<World> {
    if world.is_none() {
        println!("{name}: LEFT OUT, what it is made from is not here");
    }
    world
}

#[test]
fn worlds_are_sound() {
    for (name, make) in style::STYLES {
        for seed in 0..8 {
            let Some(world) = made(name, make(seed, 300)) else { continue };
            let wrong = world.check();
            assert!(wrong.is_empty(), "{name} seed {seed}: {:#?}", &wrong[..wrong.len().min(10)]);
        }
    }
}

#[test]
fn every_kind_is_there_at_two_thousand_customers() {
    for (name, make) in style::STYLES {
        let Some(world) = made(name, make(1, 2_000)) else { continue };
        let kinds = world.kinds();
        for kind in plan::SHARES.iter().map(|row| &row.0).chain(more::KINDS) {
            assert!(kinds.contains(kind), "{name} has no {kind:?}");
        }
        assert!(world.check().is_empty(), "{name}: {:?}", world.check().first());
    }
}

#[test]
fn the_same_seed_makes_the_same_world() {
    for (name, make) in style::STYLES {
        let (Some(one), Some(two), Some(other)) = (make(5, 200), make(5, 200), make(6, 200)) else {
            println!("{name}: LEFT OUT, what it is made from is not here");
            continue;
        };
        assert!(one.transactions == two.transactions && one.invoices == two.invoices, "{name}");
        assert_eq!((one.truth, one.credits), (two.truth, two.credits), "{name}");
        assert_eq!(one.options, two.options, "{name}");
        assert!(one.transactions != other.transactions, "{name}");
    }
}
