//! Chains and revocation lists.

use super::forge::*;
use crate::certificate::*;
use crate::error::Code;

/// A world with a list of each of its authorities.
struct Listed {
    world: World,
    middle: ListDraft,
    root: ListDraft,
}

impl Listed {
    fn new() -> Self {
        let world = World::new();
        let middle = ListDraft::new("Middle", &world.keys[1]);
        let root = ListDraft::new("Root", &world.keys[0]);
        Listed { world, middle, root }
    }

    fn both(&self) -> Vec<Vec<u8>> {
        vec![self.middle.signed(&self.world.keys[1]), self.root.signed(&self.world.keys[0])]
    }

    fn answer(&self, revocation: Revocation, lists: &[Vec<u8>]) -> Outcome {
        let policy = Policy::new(Purpose::Server(Name::parse("pay.example.com").unwrap()), revocation);
        let anchors = Anchors::public(&self.world.anchor()).unwrap();
        verify(&self.world.chain(), &anchors, &RevocationLists::new(lists).unwrap(), &policy, NOW)
    }

    /// `valid`, or the outcome with its code.
    fn said(&self, revocation: Revocation, lists: &[Vec<u8>]) -> (&'static str, Option<Code>) {
        match self.answer(revocation, lists) {
            Outcome::Valid(_) => ("valid", None),
            Outcome::Invalid { error } => ("invalid", Some(error.code())),
            Outcome::Indeterminate { error } => ("indeterminate", Some(error.code())),
            Outcome::Skipped { .. } => ("skipped", None),
        }
    }
}

const ALL: [Revocation; 3] = [Revocation::Require, Revocation::ShortLived, Revocation::IfAvailable];
const UNKNOWN: (&str, Option<Code>) = ("indeterminate", Some(Code::CertificateRevocationUnknown));

#[test]
fn what_is_required_and_not_there_is_unknown() {
    let one = Listed::new();
    for revocation in ALL {
        assert_eq!(one.said(revocation, &one.both()), ("valid", None), "{revocation:?}");
    }
    assert!(one.answer(Revocation::Require, &one.both()).verified().unwrap().warnings.is_empty());
    for lists in [&[][..], &one.both()[..1], &one.both()[1..]] {
        assert_eq!(one.said(Revocation::Require, lists), UNKNOWN);
        assert_eq!(one.said(Revocation::ShortLived, lists), UNKNOWN);
        let verified = one.answer(Revocation::IfAvailable, lists).verified().unwrap();
        assert_eq!(verified.warnings, [Warning::RevocationUnknown]);
    }
}

#[test]
fn short_lived_leaves_need_no_list() {
    let mut one = Listed::new();
    one.world.leaf.not_before = NOW - 2 * DAY;
    one.world.leaf.not_after = NOW + 5 * DAY - 1;
    let root = &one.both()[1..];
    let verified = one.answer(Revocation::ShortLived, root).verified().unwrap();
    assert_eq!(verified.warnings, [Warning::ShortLived]);
    assert_eq!(one.said(Revocation::ShortLived, &[]), UNKNOWN, "the intermediate needs one");
    assert_eq!(one.said(Revocation::Require, root), UNKNOWN);
    one.world.leaf.not_after += 1;
    assert_eq!(one.said(Revocation::ShortLived, root), UNKNOWN, "a second too long");
}

#[test]
fn what_was_revoked_never_passes() {
    for revocation in ALL {
        let mut one = Listed::new();
        one.middle.revoked.push(one.world.leaf.serial.clone());
        assert_eq!(one.said(revocation, &one.both()), ("invalid", Some(Code::CertificateRevoked)));
        let mut one = Listed::new();
        one.root.revoked.push(one.world.middle.serial.clone());
        assert_eq!(one.said(revocation, &one.both()), ("invalid", Some(Code::CertificateRevoked)));
    }
}

#[test]
fn lists_have_their_time() {
    for revocation in ALL {
        let mut one = Listed::new();
        one.middle.next_update = NOW;
        let expired = ("indeterminate", Some(Code::CertificateListExpired));
        assert_eq!(one.said(revocation, &one.both()), expired, "{revocation:?}");
        let mut one = Listed::new();
        one.root.this_update = NOW + 1;
        let early = ("indeterminate", Some(Code::CertificateListNotYet));
        assert_eq!(one.said(revocation, &one.both()), early, "{revocation:?}");
    }
}

#[test]
fn the_newest_list_holds() {
    let one = Listed::new();
    let mut newer = one.middle.clone();
    newer.this_update += 60;
    newer.revoked.push(one.world.leaf.serial.clone());
    let mut lists = one.both();
    lists.push(newer.signed(&one.world.keys[1]));
    for _ in 0..lists.len() {
        lists.rotate_left(1);
        assert_eq!(one.said(Revocation::Require, &lists), ("invalid", Some(Code::CertificateRevoked)));
    }
}

#[test]
fn lists_are_signed_by_who_may() {
    for revocation in ALL {
        let one = Listed::new();
        let forged = [one.middle.signed(&Key::new()), one.root.signed(&one.world.keys[0])];
        let forged_said = ("invalid", Some(Code::CertificateListSignature));
        assert_eq!(one.said(revocation, &forged), forged_said, "{revocation:?}");
        for change in [
            |one: &mut World| one.middle.set(KEY_USAGE, true, &[3, 2, 2, 4]),
            |one: &mut World| {
                one.root.set(KEY_USAGE, true, &[3, 2, 2, 4]);
            },
        ] {
            let mut one = Listed::new();
            change(&mut one.world);
            assert_eq!(one.said(revocation, &one.both()), ("invalid", Some(Code::CertificateListIssuer)));
        }
    }
}

#[test]
fn lists_have_a_number_and_a_key() {
    let one = Listed::new();
    let code = |change: fn(&mut ListDraft)| {
        let mut list = one.middle.clone();
        change(&mut list);
        let error = RevocationLists::new(&[list.signed(&one.world.keys[1])]).err().unwrap();
        assert_eq!(error.place().field.as_deref(), Some("lists/0"));
        error.code()
    };
    assert_eq!(code(|list| list.extensions.retain(|(id, ..)| id != NUMBER)), Code::CertificateListExtension);
    assert_eq!(
        code(|list| list.extensions.retain(|(id, ..)| id != AUTHORITY_KEY)),
        Code::CertificateListExtension
    );
    assert_eq!(
        code(|list| list.extensions.iter_mut().for_each(|one| one.1 = true)),
        Code::CertificateListExtension
    );
    assert_eq!(code(|list| list.extensions.extend(list.extensions.clone())), Code::CertificateListExtension);
    assert_eq!(code(|list| list.extensions[1].2 = vec![2, 1, 0xff]), Code::CertificateListExtension);
    let delta = |list: &mut ListDraft| list.extensions.push((vec![0x55, 0x1d, 27], true, vec![2, 1, 1]));
    assert_eq!(code(delta), Code::CertificateListUnsupported);
    assert_eq!(
        code(|list| list.extensions.push((vec![42, 3], true, vec![5, 0]))),
        Code::CertificateListUnsupported
    );
}
