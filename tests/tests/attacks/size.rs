//! Bombs: what is long, deep or many.

use super::case::{Class, Given, rs256};
use super::forge::{claims_with, encoded, header, header_with, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;

fn padded(letters: usize) -> Given {
    rs256(token(Rs256, header(Rs256), claims_with("pad", &format!("\"{}\"", "x".repeat(letters)))))
}

pub fn cases() -> Class {
    let mut class = Class::new("size");
    // The longest that is taken, and the shortest that is not.
    let longest =
        (0..).map(|less| padded(11_900 - less)).find(|given| given.token.len() <= 16_384).expect("one");
    let large = Code::TokenTooLarge;
    let fits =
        |pad: usize| (0..16).map(move |more| header_with(&format!(r#""pad":"{}""#, "x".repeat(pad + more))));
    let head = fits(3_030).find(|header| encoded(header).len() == 4_096).expect("a header that fills it");
    let full = rs256(token(Rs256, &head, claims_with("", "")));
    class.add("a token of 16 KiB and more", padded(12_000), large, &longest);
    class.add("a token of a million letters", rs256("a".repeat(1_000_000)), large, &longest);
    class.add("a million points", rs256(".".repeat(1_000_000)), large, &longest);
    class.add("a payload of a hundred thousand letters", padded(100_000), large, &longest);
    let longer = token(Rs256, head.replace("xxxx", "xxxxx"), claims_with("", ""));
    class.add("a header of 4 KiB and more", rs256(longer), large, &full);
    let deep = |text: String| rs256(token(Rs256, header(Rs256), text));
    class.add("six thousand brackets", deep("[".repeat(6_000)), Code::TokenJson, &longest);
    class.add("two thousand objects", deep(r#"{"":"#.repeat(2_000)), Code::TokenJson, &longest);
    let members = |names: &dyn Fn(usize) -> String| {
        let all: Vec<String> = (0..700).map(|at| format!(r#""{}":{at}"#, names(at))).collect();
        rs256(token(Rs256, header(Rs256), claims_with("many", &format!("{{{}}}", all.join(",")))))
    };
    class.add(
        "seven hundred members of one name",
        members(&|_| "a".to_owned()),
        Code::TokenJson,
        &members(&|at| format!("a{at}")),
    );
    let many: Vec<String> = (0..900).map(|at| format!("\"a{at}\"")).collect();
    let right: Vec<String> = many.iter().cloned().chain(["\"billing\"".to_owned()]).collect();
    let audience = |all: &[String]| {
        rs256(token(Rs256, header(Rs256), claims_with("aud", &format!("[{}]", all.join(",")))))
    };
    class.add("nine hundred audiences", audience(&many), Code::TokenAudience, &audience(&right));
    let critical: Vec<String> = (0..200).map(|at| format!("\"c{at}\"")).collect();
    let crit =
        rs256(token(Rs256, header_with(&format!(r#""crit":[{}]"#, critical.join(","))), claims_with("", "")));
    class.add("two hundred members in crit", crit, Code::TokenCritical, &longest);
    class
}
