//! Chains with one thing wrong each.

use super::forge::*;
use crate::certificate::*;
use crate::error::Code;

fn server() -> Policy {
    Policy::new(Purpose::Server(Name::parse("pay.example.com").unwrap()), Revocation::IfAvailable)
}

fn answer(world: &World, profile: Profile, policy: &Policy) -> Outcome {
    let anchors = match profile {
        Profile::Public => Anchors::public(&world.anchor()),
        Profile::Private => Anchors::private(&world.anchor()),
    };
    verify(&world.chain(), &anchors.unwrap(), &RevocationLists::default(), policy, NOW)
}

#[test]
fn a_right_chain_holds() {
    let world = World::new();
    for profile in [Profile::Public, Profile::Private] {
        let Outcome::Valid(verified) = answer(&world, profile, &server()) else { panic!("{profile:?}") };
        let positions: Vec<_> = verified.path.iter().map(|link| link.position).collect();
        assert_eq!(positions, [Position::Chain(0), Position::Chain(1), Position::Anchor(0)]);
        assert_eq!(verified.expires, world.leaf.not_after);
        assert_eq!(verified.names, ["pay.example.com"]);
        let pins: Vec<_> = verified.path.iter().map(|link| link.pin).collect();
        assert_eq!(pins, [2, 1, 0].map(|key: usize| Pin::of_info(&world.keys[key].public())));
        assert_eq!(verified.warnings, [Warning::RevocationUnknown]);
    }
}

type Change = fn(&mut World);

/// What is wrong under both profiles.
const WRONG: &[(&str, Change, Code)] = &[
    ("a serial number of 0", |w| w.leaf.serial = vec![0], Code::CertificateSerial),
    ("a negative serial number", |w| w.leaf.serial = vec![0x80], Code::CertificateSerial),
    ("a serial number of 21 bytes", |w| w.leaf.serial = vec![1; 21], Code::CertificateSerial),
    ("a padded serial number", |w| w.leaf.serial = vec![0, 1], Code::CertificateSerial),
    ("version 2", |w| w.leaf.version = 1, Code::CertificateVersion),
    ("no issuer", |w| w.leaf.issuer.clear(), Code::CertificateDistinguishedName),
    ("unknown, critical", |w| w.leaf.set(&[0x55, 0x1d, 99], true, &[5, 0]), Code::CertificateCritical),
    (
        "the same extension twice",
        |w| w.leaf.extensions.extend(w.leaf.extensions.first().cloned()),
        Code::CertificateExtension,
    ),
    (
        "the same unknown extension twice",
        |w| w.leaf.extensions.extend([(vec![42, 3], false, vec![5, 0]), (vec![42, 3], false, vec![5, 0])]),
        Code::CertificateExtension,
    ),
    (
        "41 extensions",
        |w| w.leaf.extensions.extend((0..41).map(|number| (vec![42, number], false, vec![5, 0]))),
        Code::CertificateExtension,
    ),
    ("an authority as leaf", |w| w.leaf.set(BASIC, true, &[0x30, 3, 1, 1, 0xff]), Code::CertificateAuthority),
    ("a path length in a leaf", |w| w.leaf.set(BASIC, true, &[0x30, 3, 2, 1, 0]), Code::CertificateAuthority),
    ("a leaf that signs", |w| w.leaf.set(KEY_USAGE, true, &[3, 2, 2, 0x84]), Code::CertificateKeyUsage),
    (
        "a leaf that cannot connect",
        |w| w.leaf.set(KEY_USAGE, true, &[3, 2, 6, 0x40]),
        Code::CertificateKeyUsage,
    ),
    ("a key usage of nothing", |w| w.leaf.set(KEY_USAGE, true, &[3, 1, 0]), Code::CertificateKeyUsage),
    ("for clients", |w| w.leaf.set(PURPOSES, false, CLIENT), Code::CertificateExtendedKeyUsage),
    ("for nothing", |w| w.leaf.set(PURPOSES, false, &[0x30, 0]), Code::CertificateExtendedKeyUsage),
    ("no authority key", |w| w.leaf.unset(AUTHORITY_KEY), Code::CertificateKeyIdentifier),
    (
        "an empty authority key",
        |w| w.leaf.set(AUTHORITY_KEY, false, &[0x30, 0]),
        Code::CertificateKeyIdentifier,
    ),
    ("a critical subject key", |w| w.leaf.set(SUBJECT_KEY, true, &[4, 1, 1]), Code::CertificateKeyIdentifier),
    (
        "constraints in a leaf",
        |w| w.leaf.set(CONSTRAINTS, true, &constraints(0, "example.com")),
        Code::CertificateNameConstraints,
    ),
    (
        "another name",
        |w| w.leaf.set(ALTERNATIVE_NAME, false, &hosts(&["www.example.com"])),
        Code::CertificateName,
    ),
    (
        "a name among wrong ones",
        |w| w.leaf.set(ALTERNATIVE_NAME, false, &hosts(&["pay.example.com", "a_b.example.com"])),
        Code::CertificateAlternativeName,
    ),
    (
        "a star alone",
        |w| w.leaf.set(ALTERNATIVE_NAME, false, &hosts(&["pay.example.com", "*.com"])),
        Code::CertificateAlternativeName,
    ),
    (
        "an address of 5 bytes",
        |w| w.leaf.set(ALTERNATIVE_NAME, false, &[0x30, 7, 0x87, 5, 1, 2, 3, 4, 5]),
        Code::CertificateAlternativeName,
    ),
    (
        "no names in names",
        |w| w.leaf.set(ALTERNATIVE_NAME, false, &[0x30, 0]),
        Code::CertificateAlternativeName,
    ),
    ("names that are not critical", |w| w.leaf.subject.clear(), Code::CertificateAlternativeName),
    ("a critical access", |w| w.leaf.set(ACCESS, true, &[0x30, 0]), Code::CertificateExtension),
    ("an access of nothing", |w| w.leaf.set(ACCESS, false, &[0x30, 0]), Code::CertificateExtension),
    (
        "constraints of policies",
        |w| w.middle.set(&[0x55, 0x1d, 36], false, &[0x30, 3, 0x80, 1, 0]),
        Code::CertificateExtension,
    ),
    ("a key of 1024 bits", |w| w.leaf.key = rsa(128), Code::CertificateKey),
    (
        "a key on no curve",
        |w| {
            w.leaf.key = element(
                0x30,
                &[&element(0x30, &[&[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 5, 0]]), &[3, 2, 0, 4]],
            )
        },
        Code::CertificateKey,
    ),
    ("expired", |w| w.leaf.not_after = NOW - 1, Code::CertificateExpired),
    ("not yet", |w| w.leaf.not_before = NOW + 1, Code::CertificateNotYet),
    ("an expired intermediate", |w| w.middle.not_after = NOW - 1, Code::CertificateExpired),
    (
        "an intermediate that may not sign",
        |w| w.middle.set(KEY_USAGE, true, &[3, 2, 1, 2]),
        Code::CertificateKeyUsage,
    ),
    (
        "an intermediate of another kind",
        |w| w.middle.set(BASIC, false, &[0x30, 3, 1, 1, 0xff]),
        Code::CertificateAuthority,
    ),
    ("an intermediate without its key", |w| w.middle.unset(SUBJECT_KEY), Code::CertificateKeyIdentifier),
    (
        "an intermediate for clients",
        |w| w.middle.set(PURPOSES, false, CLIENT),
        Code::CertificateExtendedKeyUsage,
    ),
    (
        "a permitted star",
        |w| w.middle.set(CONSTRAINTS, true, &constraints(0, "*.example.com")),
        Code::CertificateNameConstraints,
    ),
    (
        "an excluded point",
        |w| w.middle.set(CONSTRAINTS, true, &constraints(1, ".example.org")),
        Code::CertificateNameConstraints,
    ),
    (
        "another domain is permitted",
        |w| w.middle.set(CONSTRAINTS, true, &constraints(0, "example.org")),
        Code::CertificateConstrained,
    ),
    (
        "the domain is excluded",
        |w| w.root.set(CONSTRAINTS, true, &constraints(1, "example.com")),
        Code::CertificateConstrained,
    ),
    (
        "a star over what is excluded",
        |w| {
            w.leaf.set(ALTERNATIVE_NAME, false, &hosts(&["pay.example.com", "*.example.com"]));
            w.middle.set(CONSTRAINTS, true, &constraints(1, "secret.example.com"));
        },
        Code::CertificateConstrained,
    ),
    ("an expired anchor", |w| w.root.not_after = NOW - 1, Code::CertificateExpired),
    ("an anchor of tomorrow", |w| w.root.not_before = NOW + 1, Code::CertificateNotYet),
    ("an anchor that is none", |w| w.root.unset(BASIC), Code::CertificateAuthority),
    (
        "an anchor that may not sign",
        |w| w.root.set(KEY_USAGE, true, &[3, 2, 7, 0x80]),
        Code::CertificateKeyUsage,
    ),
    ("an anchor with more than is known", |w| w.root.set(&[42, 3], true, &[5, 0]), Code::CertificateCritical),
    (
        "an anchor for leaves alone",
        |w| w.root.set(BASIC, true, &[0x30, 6, 1, 1, 0xff, 2, 1, 0]),
        Code::CertificatePathLength,
    ),
    ("an anchor for clients", |w| w.root.set(PURPOSES, false, CLIENT), Code::CertificateExtendedKeyUsage),
    ("an anchor without its key", |w| w.root.unset(SUBJECT_KEY), Code::CertificateKeyIdentifier),
    ("another anchor", |w| w.root.subject = "Other".to_owned(), Code::CertificateUnknownIssuer),
    ("an anchor of another key", |w| w.root.key = Key::new().public(), Code::CertificateSignature),
    ("an intermediate of another key", |w| w.middle.key = Key::new().public(), Code::CertificateSignature),
];

/// What is wrong under public anchors alone.
const WRONG_IN_PUBLIC: &[(&str, Change, Code)] = &[
    ("no purpose", |w| w.leaf.unset(PURPOSES), Code::CertificateExtendedKeyUsage),
    ("a critical purpose", |w| w.leaf.set(PURPOSES, true, SERVER), Code::CertificateExtendedKeyUsage),
    (
        "critical names",
        |w| w.leaf.set(ALTERNATIVE_NAME, true, &hosts(&["pay.example.com"])),
        Code::CertificateAlternativeName,
    ),
    (
        "a name of one label",
        |w| w.leaf.set(ALTERNATIVE_NAME, false, &hosts(&["pay.example.com", "intranet"])),
        Code::CertificateAlternativeName,
    ),
    ("201 days", |w| w.leaf.not_after = w.leaf.not_before + 201 * DAY, Code::CertificateLifetime),
    ("a root for servers", |w| w.root.set(PURPOSES, false, SERVER), Code::CertificateExtendedKeyUsage),
    (
        "a root of another key",
        |w| w.root.set(AUTHORITY_KEY, false, &[0x30, 3, 0x80, 1, 9]),
        Code::CertificateKeyIdentifier,
    ),
];

fn rsa(bytes: usize) -> Vec<u8> {
    let number = element(2, &[&[0], &vec![0xff; bytes]]);
    let key = element(0x30, &[&number, &[2, 3, 1, 0, 1]]);
    let kind = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
    element(0x30, &[&kind, &element(3, &[&[0], &key])])
}

fn refused(what: &str, change: Change, profile: Profile, code: Code) {
    let mut world = World::new();
    change(&mut world);
    match answer(&world, profile, &server()) {
        Outcome::Invalid { error } => assert_eq!(error.code(), code, "{what}, {profile:?}: {error}"),
        other => panic!("{what}, {profile:?}: {other:?}"),
    }
}

#[test]
fn what_is_wrong_is_told() {
    for (what, change, code) in WRONG {
        refused(what, *change, Profile::Public, *code);
        refused(what, *change, Profile::Private, *code);
    }
    for (what, change, code) in WRONG_IN_PUBLIC {
        refused(what, *change, Profile::Public, *code);
        let mut world = World::new();
        change(&mut world);
        assert!(matches!(answer(&world, Profile::Private, &server()), Outcome::Valid(_)), "{what}");
    }
    refused(
        "constraints that are not critical",
        |w| w.middle.set(CONSTRAINTS, false, &constraints(0, "example.com")),
        Profile::Private,
        Code::CertificateNameConstraints,
    );
}

#[test]
fn a_common_name_that_is_no_alternative_name_is_told() {
    for (subject, told) in [
        ("pay.example.com", false),
        ("Payments", true),
        ("PAY.example.com", true),
        ("pay.example.com,pay.example.com", true),
    ] {
        let mut world = World::new();
        world.leaf.subject = subject.to_owned();
        for (profile, told) in [(Profile::Public, told), (Profile::Private, false)] {
            let verified = answer(&world, profile, &server()).verified().unwrap();
            assert_eq!(verified.warnings.contains(&Warning::CommonName), told, "{subject}, {profile:?}");
            assert_eq!(verified.names, ["pay.example.com"]);
        }
    }
    // Told, and not taken for a name of the leaf.
    let mut world = World::new();
    world.leaf.subject = "other.example.com".to_owned();
    let other =
        Policy::new(Purpose::Server(Name::parse("other.example.com").unwrap()), Revocation::IfAvailable);
    let error = answer(&world, Profile::Public, &other).verified().unwrap_err();
    assert_eq!(error.code(), Code::CertificateName);
}

#[test]
fn an_anchor_that_another_issued_need_not_name_its_key() {
    let mut world = World::new();
    world.root.issuer = "Older Root".to_owned();
    world.root.unset(AUTHORITY_KEY);
    for profile in [Profile::Public, Profile::Private] {
        assert!(matches!(answer(&world, profile, &server()), Outcome::Valid(_)), "{profile:?}");
    }
    // Where it names one, in the form that is due.
    world.root.set(AUTHORITY_KEY, false, &[0x30, 0]);
    let error = answer(&world, Profile::Private, &server()).verified().unwrap_err();
    assert_eq!(error.code(), Code::CertificateKeyIdentifier);
}

#[test]
fn a_bad_anchor_costs_only_its_own_chains() {
    let (world, mut other) = (World::new(), World::new());
    other.root.unset(BASIC);
    let anchors = Anchors::private(&[other.anchor(), world.anchor()].concat()).unwrap();
    let faults: Vec<_> =
        anchors.faults().map(|error| (error.code(), error.place().field.as_deref())).collect();
    assert_eq!(faults, [(Code::CertificateAuthority, Some("certificates/0"))]);
    let lists = RevocationLists::default();
    assert!(matches!(verify(&world.chain(), &anchors, &lists, &server(), NOW), Outcome::Valid(_)));
    assert!(matches!(verify(&other.chain(), &anchors, &lists, &server(), NOW), Outcome::Invalid { .. }));
}

#[test]
fn what_is_sent_beside_does_not_matter() {
    let (world, other) = (World::new(), World::new());
    let [leaf, middle] = world.chain().try_into().unwrap();
    let anchors = Anchors::private(&world.anchor()).unwrap();
    let chain = [leaf, b"junk".to_vec(), other.chain().remove(1), middle];
    let Outcome::Valid(verified) = verify(&chain, &anchors, &RevocationLists::default(), &server(), NOW)
    else {
        panic!()
    };
    assert_eq!(verified.path.get(1).map(|link| link.position), Some(Position::Chain(3)));
}

#[test]
fn clients_sign_in_against_private_anchors_alone() {
    let mut world = World::new();
    world.leaf.set(PURPOSES, false, CLIENT);
    let policy = Policy::new(Purpose::Client, Revocation::IfAvailable);
    assert!(matches!(answer(&world, Profile::Private, &policy), Outcome::Valid(_)));
    let error = answer(&world, Profile::Public, &policy).verified().unwrap_err();
    assert_eq!(error.code(), Code::CertificateClient);
    world.leaf.set(PURPOSES, false, SERVER);
    let error = answer(&world, Profile::Private, &policy).verified().unwrap_err();
    assert_eq!(error.code(), Code::CertificateExtendedKeyUsage);
    world.leaf.unset(PURPOSES);
    let verified = answer(&world, Profile::Private, &policy).verified().unwrap();
    assert!(verified.warnings.contains(&Warning::NoExtendedKeyUsage));
}

#[test]
fn a_sandbox_is_not_valid() {
    let world = World::new();
    let policy = Policy { mode: Mode::Sandbox("a test account".to_owned()), ..server() };
    let outcome = answer(&world, Profile::Private, &policy);
    assert_eq!(outcome, Outcome::Skipped { reason: "a test account".to_owned() });
    assert_eq!(outcome.verified().unwrap_err().code(), Code::CertificateSkipped);
}

#[test]
fn bounds() {
    let world = World::new();
    let anchors = Anchors::private(&world.anchor()).unwrap();
    let code = |chain: &[Vec<u8>], policy: &Policy, now: i64| {
        verify(chain, &anchors, &RevocationLists::default(), policy, now).verified().unwrap_err().code()
    };
    assert_eq!(code(&[], &server(), NOW), Code::CertificateSyntax);
    assert_eq!(code(&vec![world.chain().remove(0); 33], &server(), NOW), Code::CertificateTooLarge);
    assert_eq!(code(&[vec![0x30; 65_536]], &server(), NOW), Code::CertificateTooLarge);
    assert_eq!(code(&world.chain(), &server(), -1), Code::InputOptions);
    assert_eq!(code(&world.chain(), &Policy { most_intermediates: 7, ..server() }, NOW), Code::InputOptions);
    assert_eq!(
        code(&world.chain(), &Policy { most_intermediates: 0, ..server() }, NOW),
        Code::CertificatePathLength
    );
    let none: [&[u8]; 0] = [];
    assert_eq!(Anchors::private(&none).err().unwrap().code(), Code::CertificateNoAnchor);
}
