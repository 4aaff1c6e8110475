//! Rules that are none.

use super::case::{Class, right};
use payymo::Code;
use payymo::crypto::Algorithm::{Ed25519, Es256, Hs256, Ps256, Rs256};
use payymo::token::{Expected, Policy};

pub fn cases() -> Class {
    let mut class = Class::new("policy");
    let one = |text: &str| Expected::OneOf(vec!["https://issuer.example".to_owned(), text.to_owned()]);
    type Rules<'r> = Box<dyn Fn(&mut Policy) + 'r>;
    let rules: [(&str, Rules<'_>, Rules<'_>); 13] = [
        (
            "no issuer",
            Box::new(|p| p.issuer = Expected::OneOf(Vec::new())),
            Box::new(|p| p.issuer = Expected::Unchecked),
        ),
        ("an empty issuer", Box::new(|p| p.issuer = one("")), Box::new(|p| p.issuer = one("b"))),
        (
            "no audience",
            Box::new(|p| p.audience = Expected::OneOf(Vec::new())),
            Box::new(|p| p.audience = Expected::Unchecked),
        ),
        ("an empty audience", Box::new(|p| p.audience = Expected::exactly("")), Box::new(|_| ())),
        ("no algorithm", Box::new(|p| p.algorithms.clear()), Box::new(|p| p.algorithms = vec![Rs256, Rs256])),
        (
            "RSA and HMAC",
            Box::new(|p| p.algorithms = vec![Rs256, Hs256]),
            Box::new(|p| p.algorithms = vec![Rs256, Ps256]),
        ),
        ("RSA and EC", Box::new(|p| p.algorithms = vec![Rs256, Es256]), Box::new(|_| ())),
        ("RSA and OKP", Box::new(|p| p.algorithms = vec![Rs256, Ps256, Ed25519]), Box::new(|_| ())),
        ("a leeway of 301 seconds", Box::new(|p| p.leeway = 301), Box::new(|p| p.leeway = 300)),
        ("the greatest leeway", Box::new(|p| p.leeway = u32::MAX), Box::new(|p| p.leeway = 0)),
        (
            "an empty subject",
            Box::new(|p| p.subject = Some(String::new())),
            Box::new(|p| p.subject = Some("u1".to_owned())),
        ),
        (
            "an empty type",
            Box::new(|p| p.kind = Some(String::new())),
            Box::new(|p| p.kind = Some("JWT".to_owned())),
        ),
        (
            "a type of nothing but application/",
            Box::new(|p| p.kind = Some("application/".to_owned())),
            Box::new(|_| ()),
        ),
    ];
    for (name, wrong, well) in rules {
        class.add(name, right(Rs256).rules(wrong), Code::InputOptions, &right(Rs256).rules(well));
    }
    class
}
