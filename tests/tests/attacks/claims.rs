//! Claims of another type than their own, missing ones, and those of others.

use super::case::{Class, Given, right, rs256};
use super::forge::{NOW, claims_with, header, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;
use payymo::token::Expected;

fn with(name: &str, value: &str) -> Given {
    rs256(token(Rs256, header(Rs256), claims_with(name, value)))
}

pub fn cases() -> Class {
    let mut class = Class::new("claims");
    times(&mut class);
    issuers(&mut class);
    audiences(&mut class);
    others(&mut class);
    class
}

fn times(class: &mut Class) {
    let not: [(String, Code); 24] = [
        (format!(r#""{}""#, NOW + 600), Code::TokenClaim),
        (format!(r#""{}.0""#, NOW + 600), Code::TokenClaim),
        (r#""tomorrow""#.to_owned(), Code::TokenClaim),
        (r#""2030-01-01T00:00:00Z""#.to_owned(), Code::TokenClaim),
        (r#""""#.to_owned(), Code::TokenClaim),
        ("null".to_owned(), Code::TokenClaim),
        ("true".to_owned(), Code::TokenClaim),
        ("[]".to_owned(), Code::TokenClaim),
        (format!("[{}]", NOW + 600), Code::TokenClaim),
        ("{}".to_owned(), Code::TokenClaim),
        (format!(r#"{{"$numberLong":"{}"}}"#, NOW + 600), Code::TokenClaim),
        (format!("{}.5", NOW + 600), Code::TokenClaim),
        (format!("{}.0", NOW + 600), Code::TokenClaim),
        ("1.8000006e9".to_owned(), Code::TokenClaim),
        ("18000006E2".to_owned(), Code::TokenClaim),
        (format!("-{}", NOW + 600), Code::TokenClaim),
        ("-1".to_owned(), Code::TokenClaim),
        ("-0".to_owned(), Code::TokenClaim),
        ("253402300800".to_owned(), Code::TokenClaim),
        (format!("{}000", NOW + 600), Code::TokenClaim),
        ("9007199254740992".to_owned(), Code::TokenJson),
        ("9223372036854775808".to_owned(), Code::TokenJson),
        ("99999999999999999999999999".to_owned(), Code::TokenJson),
        ("1e400".to_owned(), Code::TokenJson),
    ];
    for name in ["exp", "nbf", "iat"] {
        let control = right(Rs256);
        for (value, code) in &not {
            class.add(format!("{name} is {value}"), with(name, value), *code, &control);
        }
    }
    class.add("exp is missing", with("exp", ""), Code::TokenMissing, &right(Rs256));
    class.add("exp in another case", with("exp", ""), Code::TokenMissing, &with("EXP", "1"));
}

fn issuers(class: &mut Class) {
    let control = right(Rs256);
    for value in ["null", "5", "true", "[]", "{}", r#"["https://issuer.example"]"#] {
        class.add(format!("iss is {value}"), with("iss", value), Code::TokenClaim, &control);
    }
    for value in [
        "https://issuer.example/",
        "http://issuer.example",
        "https://ISSUER.example",
        "https://issuer.example.attacker.example",
        "https://issuer.exampl",
        " https://issuer.example",
        r"https://issuer.example\u0000",
        r"https://issuer.example\n",
        "issuer.example",
        "https://issuer.example, https://attacker.example",
        "",
        "*",
        "https://іssuer.example",
    ] {
        class.add(
            format!("iss is {value:?}"),
            with("iss", &format!(r#""{value}""#)),
            Code::TokenIssuer,
            &control,
        );
    }
    class.add("iss is missing", with("iss", ""), Code::TokenMissing, &control);
    let two = |given: Given| {
        given.rules(|policy| policy.issuer = Expected::OneOf(vec!["a".to_owned(), "b".to_owned()]))
    };
    class.add(
        "iss is none of two",
        two(with("iss", r#""ab""#)),
        Code::TokenIssuer,
        &two(with("iss", r#""b""#)),
    );
}

fn audiences(class: &mut Class) {
    let control = right(Rs256);
    for value in [
        "null",
        "5",
        "false",
        "{}",
        r#"{"billing":true}"#,
        "[1]",
        r#"["billing",1]"#,
        r#"["billing",null]"#,
        r#"[["billing"]]"#,
    ] {
        class.add(format!("aud is {value}"), with("aud", value), Code::TokenClaim, &control);
    }
    class.add("aud is missing", with("aud", ""), Code::TokenMissing, &control);
    class.add("aud is an empty list", with("aud", "[]"), Code::TokenMissing, &control);
    let several = with("aud", r#"["shop","billing"]"#);
    for value in [
        r#""shop""#,
        r#""BILLING""#,
        r#""billing ""#,
        r#""billing,shop""#,
        r#""billing shop""#,
        r#""""#,
        r#""bill""#,
        r#""billings""#,
        r#""*""#,
        r#"["shop"]"#,
        r#"["shop","bill","ing"]"#,
        r#"["[\"billing\"]"]"#,
        r#""billing\u0000""#,
    ] {
        class.add(format!("aud is {value}"), with("aud", value), Code::TokenAudience, &several);
    }
}

fn others(class: &mut Class) {
    let of_one = |given: Given| given.rules(|policy| policy.subject = Some("u1".to_owned()));
    let control = of_one(right(Rs256));
    for value in ["null", "1", "[]", r#"["u1"]"#, "{}"] {
        class.add(format!("sub is {value}"), with("sub", value), Code::TokenClaim, &control);
        class.add(format!("jti is {value}"), with("jti", value), Code::TokenClaim, &control);
    }
    for value in ["U1", "u1 ", "u", "u11", ""] {
        let name = format!("sub is {value:?}");
        class.add(name, of_one(with("sub", &format!(r#""{value}""#))), Code::TokenSubject, &control);
    }
    class.add("sub is missing", of_one(with("sub", "")), Code::TokenMissing, &control);
    for (name, value) in [("jti", ""), ("tenant", "")] {
        let required = |given: Given| given.rules(|policy| policy.required = vec![name.to_owned()]);
        let control = required(with(name, r#""x""#));
        class.add(
            format!("{name} is required and missing"),
            required(with(name, value)),
            Code::TokenMissing,
            &control,
        );
    }
}
