//! Members that stand twice.

use super::case::{Class, right, rs256};
use super::forge::{claims, claims_with, header, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;

pub fn cases() -> Class {
    let mut class = Class::new("duplicates");
    let control = right(Rs256);
    for header in [
        r#"{"alg":"RS256","alg":"RS256"}"#,
        r#"{"alg":"none","alg":"RS256"}"#,
        r#"{"alg":"RS256","alg":"none"}"#,
        r#"{"alg":"RS256","\u0061lg":"none"}"#,
        r#"{"\u0061\u006c\u0067":"HS256","alg":"RS256"}"#,
        r#"{"alg":"RS256","kid":"a","kid":"b"}"#,
        r#"{"alg":"RS256","typ":"JWT","typ":"at+jwt"}"#,
        r#"{"alg":"RS256","crit":["x"],"crit":["y"],"x":1,"y":1}"#,
        r#"{"alg":"RS256","x":{"a":1,"a":2}}"#,
        r#"{"alg":"RS256","x":[{"a":1},{"a":1,"a":2}]}"#,
    ] {
        class.add(
            format!("header {header}"),
            rs256(token(Rs256, header, claims())),
            Code::TokenJson,
            &control,
        );
    }
    let twice = |more: &str| {
        let payload = format!("{},{more}}}", claims().trim_end_matches('}'));
        rs256(token(Rs256, header(Rs256), payload))
    };
    for more in [
        r#""exp":1900000000"#,
        r#""\u0065xp":1900000000"#,
        r#""e\u0078p":1900000000"#,
        r#""iss":"https://issuer.example""#,
        r#""aud":"other""#,
        r#""sub":"admin""#,
        r#""jti":"t2""#,
        r#""nbf":1,"nbf":2"#,
        r#""role":"user","role":"admin""#,
        r#""role":"user","r\u006fle":"admin""#,
        r#""":1,"":2"#,
        r#""a":{"b":1,"b":2}"#,
        r#""a":[[{"b":1,"c":2,"b":3}]]"#,
        r#""a/b":1,"a\/b":2"#,
        r#""é":1,"\u00e9":2"#,
        r#""😀":1,"\ud83d\ude00":2"#,
    ] {
        class.add(format!("claims and {more}"), twice(more), Code::TokenJson, &control);
    }
    let apart = rs256(token(Rs256, header(Rs256), claims_with("EXP", "1")));
    class.add("claims that differ in more than case", twice(r#""EXP":1,"EXP":2"#), Code::TokenJson, &apart);
    class
}
