//! Headers and claims that are not JSON, or not one object of it.

use super::case::{Class, rs256};
use super::forge::{claims, claims_with, header, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;

fn utf16(text: &str, little: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
        .collect()
}

/// What is done to a whole text.
fn damaged(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let front = text.trim_end_matches('}');
    let with = |before: &str, after: &str| format!("{before}{text}{after}").into_bytes();
    let member = |value: &str| format!(r#"{front},"x":{value}}}"#).into_bytes();
    let bytes = |before: &[u8], after: &[u8]| [before, text.as_bytes(), after].concat();
    let within = |value: &[u8]| [front.as_bytes(), br#","x":""#, value, br#""}"#].concat();
    let deep = |open: &str, close: &str, times: usize| {
        member(&format!("{}1{}", open.repeat(times), close.repeat(times)))
    };
    vec![
        ("a mark of byte order", with("\u{feff}", "")),
        ("UTF-16, low byte first", utf16(text, true)),
        ("UTF-16, high byte first", utf16(text, false)),
        ("UTF-16 with its mark", [vec![0xff, 0xfe], utf16(text, true)].concat()),
        ("UTF-32", text.chars().flat_map(|letter| (letter as u32).to_le_bytes()).collect()),
        ("a byte that is not UTF-8", within(&[0xff])),
        ("an overlong slash", within(&[0xc0, 0xaf])),
        ("a surrogate in UTF-8", within(&[0xed, 0xa0, 0x80])),
        ("a pair of surrogates in UTF-8", within(&[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80])),
        ("beyond Unicode", within(&[0xf4, 0x90, 0x80, 0x80])),
        ("half a letter", bytes(b"", &[0xc3])),
        ("NUL behind it", with("", "\0")),
        ("NUL before it", with("\0", "")),
        ("a letter behind it", with("", "x")),
        ("a brace behind it", with("", "}")),
        ("an object behind it", with("", "{}")),
        ("itself behind it", with("", text)),
        ("a comma behind it", with("", ",")),
        ("a form feed before it", with("\u{c}", "")),
        ("a no-break space before it", with("\u{a0}", "")),
        ("a guard of a script before it", with(")]}',\n", "")),
        ("a call around it", with("f(", ")")),
        ("a list around it", with("[", "]")),
        ("a text around it", serde_json::to_vec(text).expect("JSON")),
        ("NaN", member("NaN")),
        ("Infinity", member("Infinity")),
        ("-Infinity", member("-Infinity")),
        ("undefined", member("undefined")),
        ("True", member("True")),
        ("a leading zero", member("01")),
        ("a leading plus sign", member("+1")),
        ("a leading point", member(".5")),
        ("a trailing point", member("1.")),
        ("an empty exponent", member("1e")),
        ("hex", member("0x10")),
        ("an underscore in a number", member("1_000")),
        ("a number of two signs", member("--1")),
        ("a trailing comma", format!("{front},}}").into_bytes()),
        ("two commas", format!(r#"{front},,"x":1}}"#).into_bytes()),
        ("a trailing comma in a list", member("[1,]")),
        ("a missing colon", format!(r#"{front},"x" 1}}"#).into_bytes()),
        ("a missing brace", front.as_bytes().to_vec()),
        ("a comment", with("/* */", "")),
        ("a comment within", member("/**/1")),
        ("a comment to the end of the line", with("", "//")),
        ("a comment of another language", with("", "\n# x")),
        ("single quotes", format!("{front},'x':1}}").into_bytes()),
        ("a name without quotes", format!("{front},x:1}}").into_bytes()),
        ("a number as a name", format!("{front},1:1}}").into_bytes()),
        ("a high surrogate alone", member(r#""\ud800""#)),
        ("a low surrogate alone", member(r#""\udc00""#)),
        ("surrogates the wrong way round", member(r#""\ude00\ud83d""#)),
        ("two high surrogates", member(r#""\ud83d\ud83d""#)),
        ("a high surrogate before a letter", member(r#""\ud83dA""#)),
        ("a high surrogate before an escaped letter", member(r#""\ud83d\u0041""#)),
        ("a lone surrogate in a name", format!(r#"{front},"\ud800":1}}"#).into_bytes()),
        ("a line break in a text", within(b"\n")),
        ("a tab in a text", within(b"\t")),
        ("NUL in a text", within(b"\0")),
        ("a byte 0x1f in a text", within(&[0x1f])),
        ("an escape of two digits", member(r#""\x41""#)),
        ("an escape of three digits", member(r#""\u041""#)),
        ("an escape that is none", member(r#""\q""#)),
        ("an escape in braces", member(r#""\u{41}""#)),
        ("a text without an end", format!(r#"{front},"x":"#).into_bytes()),
        ("lists too deep", deep("[", "]", 16)),
        ("objects too deep", deep(r#"{"a":"#, "}", 16)),
        ("lists far too deep", deep("[", "]", 900)),
        ("lists without an end", member(&"[".repeat(900))),
        ("an integer beyond a double", member("9007199254740993")),
        ("a negative integer beyond a double", member("-9007199254740993")),
        ("a number beyond a double", member("1e309")),
        ("a number of many digits", member(&"9".repeat(400))),
    ]
}

/// What stands in place of an object.
const NO_OBJECT: [&str; 11] = [
    "",
    " ",
    "null",
    "true",
    "1",
    "\"RS256\"",
    "[]",
    r#"[{"alg":"RS256"}]"#,
    r#"["alg","RS256"]"#,
    "alg=RS256",
    "---\nalg: RS256",
];

pub fn cases() -> Class {
    let mut class = Class::new("JSON");
    let spaced = "\t{ \"alg\" :\r\n\"RS256\" , \"x\":[ 1.5e3 , \"\\ud83d\\ude00\" ] } ";
    let control =
        rs256(token(Rs256, spaced, claims_with("x", &format!("{}1{}", "[".repeat(15), "]".repeat(15)))));
    for (name, text) in damaged(&header(Rs256)) {
        class.add(format!("header: {name}"), rs256(token(Rs256, text, claims())), Code::TokenJson, &control);
    }
    for (name, text) in damaged(&claims()) {
        class.add(
            format!("claims: {name}"),
            rs256(token(Rs256, header(Rs256), text)),
            Code::TokenJson,
            &control,
        );
    }
    for text in NO_OBJECT {
        if !text.is_empty() {
            class.add(
                format!("header is {text:?}"),
                rs256(token(Rs256, text, claims())),
                Code::TokenJson,
                &control,
            );
            class.add(
                format!("claims are {text:?}"),
                rs256(token(Rs256, header(Rs256), text)),
                Code::TokenJson,
                &control,
            );
        }
    }
    class
}
