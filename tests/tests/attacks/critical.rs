//! `crit`: what must be understood.

use super::case::{Class, Given, rs256};
use super::forge::{claims, header_with, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;

fn with(members: &str) -> Given {
    rs256(token(Rs256, header_with(members), claims()))
        .rules(|policy| policy.understood = vec!["tenant".to_owned()])
}

pub fn cases() -> Class {
    let mut class = Class::new("critical");
    let control = with(r#""crit":["tenant"],"tenant":"t1""#);
    for (name, members) in [
        ("is empty", r#""crit":[]"#),
        ("is a text", r#""crit":"tenant","tenant":1"#),
        ("is null", r#""crit":null"#),
        ("is a boolean", r#""crit":false"#),
        ("is a number", r#""crit":1"#),
        ("is an object", r#""crit":{"tenant":1},"tenant":1"#),
        ("is a list of numbers", r#""crit":[1],"1":1"#),
        ("is a list with null", r#""crit":["tenant",null],"tenant":1"#),
        ("is a list of lists", r#""crit":[["tenant"]],"tenant":1"#),
        ("names a member twice", r#""crit":["tenant","tenant"],"tenant":1"#),
        ("names a member twice, once escaped", r#""crit":["tenant","\u0074enant"],"tenant":1"#),
        ("names what is not understood", r#""crit":["exp"],"exp":1"#),
        ("names what is not understood beside what is", r#""crit":["tenant","x"],"tenant":1,"x":1"#),
        ("names a URL", r#""crit":["http://example.com/UNDEFINED"],"http://example.com/UNDEFINED":true"#),
        ("names a member that is not there", r#""crit":["tenant"]"#),
        ("names the empty text", r#""crit":[""],"":1"#),
        ("names alg", r#""crit":["alg"]"#),
        ("names typ", r#""crit":["typ"]"#),
        ("names kid", r#""crit":["kid"],"kid":"k1""#),
        ("names cty", r#""crit":["cty"],"cty":"JWT""#),
        ("names x5t", r#""crit":["x5t"],"x5t":"AA""#),
        ("names crit", r#""crit":["crit"]"#),
        ("names zip", r#""crit":["zip"],"zip":"DEF""#),
        ("names b64 that is false", r#""crit":["b64"],"b64":false"#),
        ("names b64 that is true", r#""crit":["b64"],"b64":true"#),
        ("names b64 that is a text", r#""crit":["b64"],"b64":"false""#),
        ("names b64 that is not there", r#""crit":["b64"]"#),
        ("does not name b64 that is false", r#""b64":false"#),
        ("does not name b64 that is true", r#""b64":true"#),
    ] {
        class.add(format!("crit {name}"), with(members), Code::TokenCritical, &control);
    }
    let understood =
        with(r#""crit":["b64"],"b64":false"#).rules(|policy| policy.understood = vec!["b64".to_owned()]);
    class.add("b64 is no JWT even where it is understood", understood, Code::TokenCritical, &control);
    let unknowing = with(r#""crit":["tenant"],"tenant":1"#).rules(|policy| policy.understood.clear());
    class.add("crit where nothing is understood", unknowing, Code::TokenCritical, &control);
    class
}
