//! Bytes that nobody meant, and chains that somebody changed.

use super::forge::*;
use crate::certificate::*;
use proptest::prelude::*;

fn policy() -> Policy {
    Policy::new(Purpose::Server(Name::parse("pay.example.com").unwrap()), Revocation::IfAvailable)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let world = World::new();
        let anchors = Anchors::private(&world.anchor()).unwrap();
        let lists = RevocationLists::default();
        let outcome = verify(&[bytes.clone(), world.chain().remove(1)], &anchors, &lists, &policy(), NOW);
        prop_assert!(!matches!(outcome, Outcome::Valid(_)));
        prop_assert!(Anchors::public(&[&bytes]).is_err());
        prop_assert!(RevocationLists::new(&[&bytes]).is_err());
        prop_assert!(Bundle::parse(&bytes).is_err());
    }

    #[test]
    fn a_changed_chain_never_holds(which in 0_usize..2, place in any::<prop::sample::Index>(), bits in 1_u8..) {
        let world = World::new();
        let anchors = Anchors::private(&world.anchor()).unwrap();
        let mut chain = world.chain();
        let at = place.index(chain[which].len());
        chain[which][at] ^= bits;
        let outcome = verify(&chain, &anchors, &RevocationLists::default(), &policy(), NOW);
        prop_assert!(!matches!(outcome, Outcome::Valid(_)), "byte {at} of {which}");
    }

    #[test]
    fn changed_anchors_and_lists_are_answered(place in any::<prop::sample::Index>(), bits in 1_u8.., cut in any::<bool>()) {
        let world = World::new();
        let change = |mut der: Vec<u8>| {
            let at = place.index(der.len());
            der[at] ^= bits;
            if cut {
                der.truncate(at);
            }
            der
        };
        let list = ListDraft { revoked: vec![world.leaf.serial.clone()], ..ListDraft::new("Middle", &world.keys[1]) };
        let root = change(world.anchor().remove(0));
        let anchors = Anchors::private(&[root]).or_else(|_| Anchors::private(&world.anchor())).unwrap();
        let Ok(lists) = RevocationLists::new(&[change(list.signed(&world.keys[1]))]) else { return Ok(()) };
        let outcome = verify(&world.chain(), &anchors, &lists, &policy(), NOW);
        // Whatever a changed list says, it is either not heard, since it is somebody else's, or refused.
        if let Outcome::Valid(verified) = outcome {
            prop_assert_eq!(verified.warnings, [Warning::RevocationUnknown]);
        }
    }
}
