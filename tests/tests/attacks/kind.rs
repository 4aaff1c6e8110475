//! Explicit types (RFC 8725 section 3.11): a token of one use taken for another.

use super::case::{Class, Given, rs256};
use super::forge::{claims, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;

fn of(kind: &str) -> Given {
    rs256(token(Rs256, format!(r#"{{"alg":"RS256","typ":{kind}}}"#), claims()))
}

pub fn cases() -> Class {
    let mut class = Class::new("types");
    for (at, name) in [
        "at+jwt",
        "refresh+jwt",
        "application/at+jwt",
        "dpop+jwt",
        "logout+jwt",
        "secevent+jwt",
        "JOSE",
        "JOSE+JSON",
        "JWE",
        "JWS",
        "",
        " JWT",
        "JWT ",
        r"JWT\u0000",
        "jwt;v=1",
        "text/jwt",
        "application/",
        "application/application/jwt",
        "application/ jwt",
        "JWТ",
        "jwt+jwt",
        "application\\/x+jwt",
    ]
    .into_iter()
    .enumerate()
    {
        let right = ["\"JWT\"", "\"jwt\"", "\"application/jwt\"", "\"Application/JWT\""][at % 4];
        class.add(
            format!("typ {name:?} where JWT is due"),
            of(&format!("\"{name}\"")),
            Code::TokenType,
            &of(right),
        );
    }
    let access = |given: Given| given.rules(|policy| policy.kind = Some("at+jwt".to_owned()));
    for (at, name) in
        ["JWT", "refresh+jwt", "application/refresh+jwt", "id+jwt", "", "at", "at+JWT2", "text/at+jwt"]
            .into_iter()
            .enumerate()
    {
        let right = ["\"at+jwt\"", "\"AT+JWT\"", "\"application/at+jwt\"", "\"APPLICATION/at+jwt\""][at % 4];
        class.add(
            format!("typ {name:?} where at+jwt is due"),
            access(of(&format!("\"{name}\""))),
            Code::TokenType,
            &access(of(right)),
        );
    }
    let untyped = rs256(token(Rs256, r#"{"alg":"RS256"}"#, claims()));
    class.add("no typ where at+jwt is due", access(untyped.clone()), Code::TokenType, &untyped);
    let long = |given: Given| given.rules(|policy| policy.kind = Some("application/at+jwt".to_owned()));
    class.add(
        "typ JWT where application/at+jwt is due",
        long(of("\"JWT\"")),
        Code::TokenType,
        &long(of("\"at+jwt\"")),
    );
    for value in ["null", "1", "false", "[]", r#"["JWT"]"#, r#"{"JWT":1}"#] {
        class.add(format!("typ is {value}"), of(value), Code::TokenHeader, &of("\"JWT\""));
    }
    class
}
