//! Sessions from the login to the end, and random lives of families held against a plain account of them.

use super::*;
use crate::crypto::{Algorithm, Secret};
use crate::token::{Expected, Key, KeySet, Policy, SigningKey, sign, verify};
use proptest::prelude::*;
use std::collections::BTreeSet;

const NOW: i64 = 1_790_000_000;

struct House {
    sessions: Sessions,
    signing: SigningKey,
    keys: KeySet,
}

fn house() -> House {
    let secret = Secret::new((0..32).collect());
    House {
        sessions: Sessions::new("https://pay.example", "api", "https://pay.example/token", Algorithm::Hs256)
            .unwrap(),
        signing: SigningKey::from_secret(&secret, Algorithm::Hs256).unwrap().with_id("k1"),
        keys: KeySet::new(vec![Key::from_secret(&secret, Algorithm::Hs256).unwrap().with_id("k1")]).unwrap(),
    }
}

fn bound() -> Binding {
    Binding::Key("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".to_owned())
}

fn begin(binding: Option<Binding>) -> Family {
    let holder = Holder { client: "app".to_owned(), binding };
    let (id, live) = (fresh_id(b"0123456789abcdef").unwrap(), fresh_id(b"fedcba9876543210").unwrap());
    Family::begin(id, live, login(holder), &Lifetimes::default(), NOW).unwrap()
}

fn login(holder: Holder) -> Login {
    Login { subject: "user-7".to_owned(), tenant: "tenant-1".to_owned(), holder }
}

fn granted(family: Family) -> Granted {
    family.granted(Written::Applied).unwrap()
}

fn code<T: core::fmt::Debug>(answer: Result<T, crate::Error>) -> &'static str {
    answer.unwrap_err().code().as_str()
}

#[test]
fn a_login_and_its_tokens() {
    let House { sessions, signing, keys } = house();
    let granted = granted(begin(None));
    let may = ["invoice:read".to_owned(), "payment:*".to_owned()];
    let access = sessions.access(&signing, &granted, &may, "a1", NOW).unwrap();
    let refresh = sessions.refresh(&signing, &granted, NOW).unwrap();

    let verified = verify(&access, &keys, &sessions.access_policy(), NOW + 899).unwrap();
    assert_eq!(verified.claims.subject(), Some("user-7"));
    assert_eq!(verified.claims.expires(), Some(NOW + 900));
    assert_eq!(verified.claims.id(), Some("a1"));
    assert_eq!(verified.claims.text("tenant"), Some("tenant-1"));

    let presented = sessions.present(&refresh, &keys, "app", None, NOW + 1).unwrap();
    assert_eq!(presented.family, granted.family().id);
    assert_eq!(presented.id, granted.family().live);
    assert_eq!(presented.verified.claims.expires(), Some(NOW + 7 * 86_400));

    // Neither is ever taken for the other.
    assert_eq!(code(verify(&refresh, &keys, &sessions.access_policy(), NOW)), "token.type");
    assert_eq!(code(sessions.present(&access, &keys, "app", None, NOW)), "token.type");
    // Not even where somebody signs it with the other's type.
    let as_access = br#"{"iss":"https://pay.example","aud":"https://pay.example/token","exp":1790000100}"#;
    let other = sign(&signing, "at+jwt", as_access).unwrap();
    let mut policy = sessions.access_policy();
    policy.required.clear();
    assert_eq!(code(verify(&other, &keys, &policy, NOW)), "token.audience");
}

#[test]
fn what_is_missing_in_a_token_is_told() {
    let House { sessions, signing, keys } = house();
    let all = serde_json::json!({"iss": "https://pay.example", "aud": "https://pay.example/token", "exp": NOW + 10, "iat": NOW,
        "sub": "s", "jti": "j", "client_id": "app", "tenant": "t", "family": "f"});
    let full = sign(&signing, "refresh+jwt", all.to_string().as_bytes()).unwrap();
    assert!(sessions.present(&full, &keys, "app", None, NOW).is_ok());
    for name in ["sub", "jti", "iat", "client_id", "tenant", "family", "exp"] {
        let mut less = all.clone();
        less.as_object_mut().unwrap().remove(name);
        let token = sign(&signing, "refresh+jwt", less.to_string().as_bytes()).unwrap();
        assert_eq!(code(sessions.present(&token, &keys, "app", None, NOW)), "token.missing", "{name}");
    }
    for (name, wrong) in [("family", serde_json::json!(7)), ("family", serde_json::json!(["f"]))] {
        let mut other = all.clone();
        other[name] = wrong;
        let token = sign(&signing, "refresh+jwt", other.to_string().as_bytes()).unwrap();
        assert_eq!(code(sessions.present(&token, &keys, "app", None, NOW)), "token.claim", "{name}");
    }
}

#[test]
fn a_binding_is_asked_for() {
    let House { sessions, signing, keys } = house();
    let granted = granted(begin(Some(bound())));
    let refresh = sessions.refresh(&signing, &granted, NOW).unwrap();
    let other = Binding::Certificate("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".to_owned());
    assert!(sessions.present(&refresh, &keys, "app", Some(&bound()), NOW).is_ok());
    assert_eq!(code(sessions.present(&refresh, &keys, "app", None, NOW)), "token.binding");
    assert_eq!(code(sessions.present(&refresh, &keys, "app", Some(&other), NOW)), "token.binding");

    let access = sessions.access(&signing, &granted, &[], "a1", NOW).unwrap();
    let verified = verify(&access, &keys, &sessions.access_policy(), NOW).unwrap();
    assert!(is_bound_to(&verified.claims, Some(&bound())).is_ok());
    assert_eq!(code(is_bound_to(&verified.claims, None)), "token.binding");
    // A binding that is not understood is one that nobody would check.
    for cnf in [
        r#"{}"#,
        r#""x""#,
        r#"{"jwk":{}}"#,
        r#"{"jkt":"short"}"#,
        r#"{"jkt":7}"#,
        r#"{"jkt":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","kid":"a"}"#,
    ] {
        let claims = format!(r#"{{"iss":"i","aud":"a","exp":{},"cnf":{cnf}}}"#, NOW + 9);
        let token = sign(&signing, "JWT", claims.as_bytes()).unwrap();
        let policy = crate::token::Policy::new(
            vec![Algorithm::Hs256],
            crate::token::Expected::exactly("i"),
            crate::token::Expected::exactly("a"),
        );
        let claims = verify(&token, &keys, &policy, NOW).unwrap().claims;
        assert_eq!(code(is_bound_to(&claims, Some(&bound()))), "token.binding", "{cnf}");
    }
}

#[test]
fn options_that_are_none() {
    assert_eq!(code(Sessions::new("", "a", "b", Algorithm::Hs256)), "input.options");
    assert_eq!(code(Sessions::new("i", "a", "a", Algorithm::Hs256)), "input.options");
    assert_eq!(code(fresh_id(b"short")), "input.options");
    let House { mut sessions, signing, .. } = house();
    let granted = granted(begin(None));
    assert_eq!(code(sessions.access(&signing, &granted, &["no".to_owned()], "a", NOW)), "permission.syntax");
    sessions.algorithm = Algorithm::Es256;
    assert_eq!(code(sessions.refresh(&signing, &granted, NOW)), "token.algorithm");
}

#[test]
fn logins_that_are_none() {
    let holder = |client: &str, binding| Holder { client: client.to_owned(), binding };
    let begin = |id: &str, login: Login, lifetimes: &Lifetimes, now| {
        code(Family::begin(id.to_owned(), "r1".to_owned(), login, lifetimes, now))
    };
    let (usual, app) = (Lifetimes::default(), || login(holder("app", None)));
    for now in [-1, NOW * 1000, i64::MAX] {
        assert_eq!(begin("f", app(), &usual, now), "input.options", "{now}");
    }
    for id in ["", "r1"] {
        assert_eq!(begin(id, app(), &usual, NOW), "input.options", "{id}");
    }
    let nobody = || String::new();
    for login in
        [Login { subject: nobody(), ..app() }, Login { tenant: nobody(), ..app() }, login(holder("", None))]
    {
        assert_eq!(begin("f", login, &usual, NOW), "input.options");
    }
    for hash in ["", "short", &"/".repeat(43), &"B".repeat(43)] {
        let bound = |binding| begin("f", login(holder("app", Some(binding))), &usual, NOW);
        assert_eq!(bound(Binding::Key(hash.to_owned())), "token.binding", "{hash}");
        assert_eq!(bound(Binding::Certificate(hash.to_owned())), "token.binding", "{hash}");
    }
    let grant = granted(self::begin(None));
    let Lifetimes { access, refresh, family, grace } = usual;
    for (access, refresh, family, grace) in [
        (0, refresh, family, grace),
        (access, access - 1, family, grace),
        (access, refresh, refresh - 1, grace),
        (access, refresh, u32::MAX, grace),
        (access, refresh, family, 301),
    ] {
        let lifetimes = Lifetimes { access, refresh, family, grace };
        assert_eq!(begin("f", app(), &lifetimes, NOW), "input.options", "{lifetimes:?}");
        let House { mut sessions, signing, .. } = house();
        sessions.lifetimes = lifetimes;
        assert_eq!(code(sessions.check()), "input.options");
        assert_eq!(code(sessions.refresh(&signing, &grant, NOW)), "input.options");
    }
}

#[test]
fn a_token_is_held_against_its_own_family() {
    let House { sessions, signing, keys } = house();
    let family = begin(None);
    let granted = granted(family.clone());
    let token = sessions.refresh(&signing, &granted, NOW).unwrap();
    let came = sessions.present(&token, &keys, "app", None, NOW).unwrap();
    let ask =
        |family: &Family, next: &str, now| family.refresh(&came, next.to_owned(), &sessions.lifetimes, now);
    assert!(matches!(ask(&family, "next", NOW + 1), Ok(Refresh::Exchange(_))));
    let other = |change: fn(&mut Family)| {
        let mut other = family.clone();
        change(&mut other);
        code(ask(&other, "next", NOW + 1))
    };
    assert_eq!(other(|family| family.id = "other".to_owned()), "input.options");
    assert_eq!(other(|family| family.subject = "other".to_owned()), "input.options");
    assert_eq!(other(|family| family.tenant = "other".to_owned()), "input.options");
    for next in ["", &family.live, &family.id] {
        assert_eq!(code(ask(&family, next, NOW + 1)), "input.options");
    }
    assert_eq!(code(ask(&family, "next", NOW * 1000)), "input.options");
    let Ok(Refresh::Exchange(next)) = ask(&family, "next", NOW + 1) else { panic!("not exchanged") };
    assert!(matches!(ask(&next, "next", NOW + 2), Ok(Refresh::Again(_))), "a second try with the same bytes");
    // Of what has expired no token is made.
    let late = granted.family().live_until;
    assert_eq!(code(sessions.refresh(&signing, &granted, late)), "input.options");
    assert!(sessions.access(&signing, &granted, &[], "a1", late).is_ok());
    assert_eq!(
        code(sessions.access(&signing, &granted, &[], "a1", granted.family().expires)),
        "input.options"
    );
}

#[test]
fn a_family_does_not_outlive_its_time() {
    let (lifetimes, mut family) = (Lifetimes::default(), begin(None));
    let holder = family.holder.clone();
    let mut now = NOW;
    for nth in 0..40 {
        now += 86_400;
        match family.decide(&family.live, &holder, format!("n{nth}"), &lifetimes, now) {
            Refresh::Exchange(next) => family = next,
            said => {
                assert_eq!((nth, said), (29, Refresh::Refused(Refusal::Expired)));
                return;
            }
        }
        assert!(family.live_until <= NOW + 30 * 86_400);
    }
    panic!("a family without an end");
}

#[test]
fn a_form_that_is_not_known_is_refused() {
    let mut family = begin(None);
    family.version = 2;
    let said = family.decide(&family.live, &family.holder, "n".to_owned(), &Lifetimes::default(), NOW);
    assert_eq!(said, Refresh::Refused(Refusal::Version));
    assert!(family.end(Why::Logout, NOW) == Err(Refusal::Version));
}

#[test]
fn a_family_is_kept_as_json() {
    let family = begin(Some(bound())).end(Why::Revoked, NOW).unwrap();
    assert!(family.end(Why::Logout, NOW) == Err(Refusal::Ended(Why::Revoked)));
    let text = serde_json::to_string(&family).unwrap();
    assert!(text.contains(r#""binding":{"jkt":"#) && text.contains(r#""why":"revoked""#), "{text}");
    assert!(serde_json::from_str::<Family>(&text).unwrap() == family);
    // A compare-and-set over a revision that cannot grow would let everybody write.
    let last = text.replace(r#""revision":2"#, r#""revision":9007199254740992"#);
    assert!(last != text && serde_json::from_str::<Family>(&last).is_err());
}

#[test]
fn what_was_taken_back_does_not_stand() {
    let House { sessions, signing, keys } = house();
    let granted = granted(begin(None));
    let access = sessions.access(&signing, &granted, &[], "a1", NOW).unwrap();
    let verified = verify(&access, &keys, &sessions.access_policy(), NOW).unwrap();
    let mut known = Revocations::default();
    assert_eq!(standing(&verified, Store::NotConsulted), Standing::NotConsulted);
    assert_eq!(standing(&verified, Store::Consulted(&known)), Standing::Stands);

    // Of another issuer, and an id that runs into it.
    known.revoke("https://pay.example2", "a1", NOW + 900);
    known.revoke("https://pay.example/", "a1", NOW + 900);
    known.revoke("https://pay.examplea", "1", NOW + 900);
    assert_eq!(standing(&verified, Store::Consulted(&known)), Standing::Stands);
    known.revoke("https://pay.example", "a1", NOW + 900);
    assert_eq!(standing(&verified, Store::Consulted(&known)), Standing::Revoked { scope: None });
    known.forget(NOW + 899);
    assert_eq!(known.len(), 4);
    known.forget(NOW + 900);
    assert!(known.is_empty());

    let subject = Scope::Subject { issuer: "https://pay.example".to_owned(), subject: "user-7".to_owned() };
    let other = Scope::Subject { issuer: "https://other.example".to_owned(), subject: "user-7".to_owned() };
    for (scope, time, revoked) in [
        (subject.clone(), NOW, false),
        (subject, NOW + 1, true),
        (other, NOW + 1, false),
        (Scope::Tenant("tenant-1".to_owned()), NOW + 1, true),
        (Scope::Tenant("tenant-2".to_owned()), NOW + 1, false),
        (Scope::Key(keys.keys()[0].thumbprint().to_owned()), NOW + 1, true),
        (Scope::Family(granted.family().id.clone()), NOW + 1, true),
    ] {
        let mut known = Revocations::default();
        known.not_before(scope.clone(), time, NOW + 900);
        let wanted = if revoked { Standing::Revoked { scope: Some(scope) } } else { Standing::Stands };
        assert_eq!(standing(&verified, Store::Consulted(&known)), wanted);
        known.forget(NOW + 900);
        assert_eq!(standing(&verified, Store::Consulted(&known)), Standing::Stands);
    }

    // The end of a family ends its access tokens, those too that were made in its last second or by a clock ahead.
    let mut known = Revocations::default();
    known.end(granted.family());
    let late = sessions.access(&signing, &granted, &[], "a2", NOW + 25).unwrap();
    for token in [access, late] {
        let verified = verify(&token, &keys, &sessions.access_policy(), NOW).unwrap();
        assert!(matches!(standing(&verified, Store::Consulted(&known)), Standing::Revoked { .. }));
    }
}

#[test]
fn a_scope_without_a_name_is_not_of_tokens_that_name_none() {
    let House { signing, keys, .. } = house();
    let token = sign(&signing, "JWT", br#"{"exp":1900000000}"#).unwrap();
    let policy = Policy::new(vec![Algorithm::Hs256], Expected::Unchecked, Expected::Unchecked);
    let verified = verify(&token, &keys, &policy, NOW).unwrap();
    let nobody = Scope::Subject { issuer: String::new(), subject: String::new() };
    let mut known = Revocations::default();
    for scope in [nobody, Scope::Tenant(String::new()), Scope::Family(String::new())] {
        known.not_before(scope, NOW + 1, NOW + 900);
    }
    assert_eq!(standing(&verified, Store::Consulted(&known)), Standing::Stands);
    let numbered = sign(&signing, "JWT", br#"{"exp":1900000000,"tenant":7}"#).unwrap();
    let numbered = verify(&numbered, &keys, &policy, NOW).unwrap();
    let seven = Scope::Tenant("7".to_owned());
    known.not_before(seven.clone(), NOW + 1, NOW + 900);
    assert_eq!(standing(&numbered, Store::Consulted(&known)), Standing::Revoked { scope: Some(seven) });
    // What does not say when it was issued was issued before.
    let key = Scope::Key(verified.key.to_string());
    known.not_before(key.clone(), 1, NOW + 900);
    assert_eq!(standing(&verified, Store::Consulted(&known)), Standing::Revoked { scope: Some(key) });
    assert_eq!(format!("{known:?}"), "Revocations { tokens: 0, scopes: 5 }");
    known.forget(NOW + 900);
    assert!(known.is_empty());
}

#[test]
fn nothing_of_a_person_shows() {
    let family = begin(Some(bound()));
    let scope = Scope::Subject { issuer: "i".to_owned(), subject: "user-7".to_owned() };
    let said = family.decide("stolen", &family.holder, "n".to_owned(), &Lifetimes::default(), NOW);
    let shown = format!("{family:?} {scope:?} {said:?} {:?}", granted(family.clone()));
    for secret in ["user-7", &family.live, &family.id, "tenant-1", "app"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

/// What may happen to a family.
#[derive(Clone, Debug)]
enum Event {
    /// A token that was granted before comes, the newest being 0, from its holder or another.
    Comes {
        back: usize,
        other: bool,
    },
    Waits(i64),
    Logout,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (0..4_usize, prop::bool::weighted(0.1)).prop_map(|(back, other)| Event::Comes { back, other }),
        3 => (-20..40_i64).prop_map(Event::Waits),
        1 => (86_400..400_000_i64).prop_map(Event::Waits),
        1 => Just(Event::Logout),
    ]
}

proptest! {
    #[test]
    fn lives_of_families(events in prop::collection::vec(event(), 1..40)) {
        let lifetimes = Lifetimes::default();
        let (mut family, mut now) = (begin(None), NOW);
        let holder = family.holder.clone();
        let mut issued = vec![family.live.clone()];
        let mut ended = false;
        for (nth, event) in events.into_iter().enumerate() {
            match event {
                Event::Waits(seconds) => now += seconds,
                Event::Logout => {
                    let end = family.end(Why::Logout, now);
                    prop_assert_eq!(end.is_err(), ended);
                    family = end.unwrap_or(family);
                    ended = true;
                }
                Event::Comes { back, other } => {
                    let Some(id) = issued.iter().rev().nth(back).cloned() else { continue };
                    let from = if other { Holder { client: "thief".to_owned(), binding: None } } else { holder.clone() };
                    let live = family.live.clone();
                    match family.decide(&id, &from, format!("n{nth}"), &lifetimes, now) {
                        Refresh::Exchange(next) => {
                            prop_assert!(!ended && !other && back == 0 && id == live);
                            prop_assert!(next.revision == family.revision + 1 && next.live_until <= next.expires);
                            issued.push(next.live.clone());
                            family = next;
                        }
                        Refresh::Again(same) => {
                            prop_assert!(!ended && !other && back == 1 && same == family);
                            let at = family.before.as_ref().map_or(0, |before| before.at);
                            prop_assert!((now - at).abs() <= i64::from(lifetimes.grace));
                        }
                        Refresh::End(next, why) => {
                            prop_assert!(!ended && (other || back > 0), "the holder's live token ends nothing");
                            prop_assert_eq!(next.ended, Some(Ended { at: now, why }));
                            family = next;
                            ended = true;
                        }
                        Refresh::Refused(Refusal::Ended(_)) => prop_assert!(ended),
                        Refresh::Refused(Refusal::Expired) => prop_assert!(!ended && back <= 1),
                        Refresh::Refused(Refusal::Clock) => prop_assert!(!ended && back == 1),
                        Refresh::Refused(Refusal::Version) => prop_assert!(false),
                    }
                }
            }
            let unique: BTreeSet<&String> = issued.iter().collect();
            prop_assert_eq!(unique.len(), issued.len());
            prop_assert!(ended == family.ended.is_some());
        }
    }
}
