//! Times at their edges, and clocks that are none.

use super::case::{Class, Given, right, rs256};
use super::forge::{NOW, claims_with, header, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;
use payymo::token::Policy;

fn with(name: &str, time: i64) -> Given {
    rs256(token(Rs256, header(Rs256), claims_with(name, &time.to_string())))
}

pub fn cases() -> Class {
    let mut class = Class::new("time");
    let mut edge = |name: &str, rules: fn(&mut Policy), attack: Given, code: Code, control: Given| {
        class.add(name, attack.rules(rules), code, &control.rules(rules));
    };
    let none: fn(&mut Policy) = |policy| policy.leeway = 0;
    let some: fn(&mut Policy) = |policy| policy.leeway = 30;
    let most: fn(&mut Policy) = |policy| policy.leeway = 300;
    let young: fn(&mut Policy) = |policy| policy.max_age = Some(3600);
    let at_once: fn(&mut Policy) = |policy| {
        policy.max_age = Some(0);
        policy.leeway = 0;
    };
    let (expired, not_yet, old) = (Code::TokenExpired, Code::TokenNotYet, Code::TokenTooOld);
    edge("exp is now", none, with("exp", NOW), expired, with("exp", NOW + 1));
    edge("exp is beyond 30 seconds", some, with("exp", NOW - 30), expired, with("exp", NOW - 29));
    edge("exp is beyond 300 seconds", most, with("exp", NOW - 300), expired, with("exp", NOW - 299));
    edge("exp is 0", some, with("exp", 0), expired, with("exp", NOW + 1));
    edge("exp is long ago", some, with("exp", 1), expired, with("exp", 253_402_300_799));
    edge("nbf is ahead", none, with("nbf", NOW + 1), not_yet, with("nbf", NOW));
    edge("nbf is beyond 30 seconds", some, with("nbf", NOW + 31), not_yet, with("nbf", NOW + 30));
    edge("nbf is in the year 9999", some, with("nbf", 253_402_300_799), not_yet, with("nbf", 0));
    edge("iat is ahead", none, with("iat", NOW + 1), not_yet, with("iat", NOW));
    edge("iat is beyond 30 seconds", some, with("iat", NOW + 31), not_yet, with("iat", NOW + 30));
    edge("iat is beyond 300 seconds", most, with("iat", NOW + 301), not_yet, with("iat", NOW + 300));
    edge("older than an hour", young, with("iat", NOW - 3631), old, with("iat", NOW - 3630));
    edge("issued in 1970", young, with("iat", 0), old, with("iat", NOW));
    edge("older than nothing", at_once, with("iat", NOW - 1), old, with("iat", NOW));
    let undated = rs256(token(Rs256, header(Rs256), claims_with("iat", "")));
    edge("of an age that is not said", young, undated, Code::TokenMissing, with("iat", NOW));
    let forever: fn(&mut Policy) = |policy| policy.may_last_forever = true;
    let lasting = rs256(token(Rs256, header(Rs256), claims_with("exp", "")));
    edge("expired where exp may be missing", forever, with("exp", NOW - 31), expired, lasting);

    let bare = || {
        let payload = format!(r#"{{"iss":"https://issuer.example","aud":"billing","exp":{}}}"#, NOW + 600);
        rs256(token(Rs256, header(Rs256), payload))
    };
    for (name, now) in [
        ("negative", -1),
        ("far in the past", -NOW),
        ("the least there is", i64::MIN),
        ("in milliseconds", NOW * 1000),
        ("the year 10000", 253_402_300_800),
        ("the greatest there is", i64::MAX),
    ] {
        class.add(format!("now is {name}"), bare().at(now), Code::InputOptions, &bare());
        class.add(
            format!("now is {name}, and all times are said"),
            right(Rs256).at(now),
            Code::InputOptions,
            &right(Rs256),
        );
    }
    class
}
