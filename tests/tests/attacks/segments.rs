//! Texts that are not three segments.

use super::case::{Class, right, rs256};
use super::forge::{claims, encoded, header, joined, signature, token};
use payymo::Code;
use payymo::crypto::Algorithm::Rs256;

pub fn cases() -> Class {
    let mut class = Class::new("segments");
    let control = right(Rs256);
    let plain = control.token.clone();
    let parts: Vec<&str> = plain.split('.').collect();
    let [head, body, sign] = parts[..] else { panic!("three segments") };
    let jwe = format!("{}.UGF5.bG9h.ZCBp.bnMh", encoded(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#));
    for (name, text) in [
        ("nothing", String::new()),
        ("a space", " ".to_owned()),
        ("one", head.to_owned()),
        ("two", format!("{head}.{body}")),
        ("four", format!("{plain}.{sign}")),
        ("five: a JWE", jwe),
        ("six", format!("{plain}.{plain}")),
        ("a point before them", format!(".{plain}")),
        ("a point behind them", format!("{plain}.")),
        ("two points between", format!("{head}..{body}.{sign}")),
        ("points alone", "..".to_owned()),
        ("more points", ".....".to_owned()),
        ("no header", format!(".{body}.{sign}")),
        ("no signature", format!("{head}.{body}.")),
        ("a header alone", format!("{head}..")),
        ("a payload alone", format!(".{body}.")),
        ("a detached payload", format!("{head}..{sign}")),
        ("an empty payload that is signed", joined(head, "", |bytes| signature(Rs256, bytes))),
        ("points in fullwidth", plain.replace('.', "．")),
        ("percent-encoded points", plain.replace('.', "%2E")),
        ("flattened JSON", format!(r#"{{"protected":"{head}","payload":"{body}","signature":"{sign}"}}"#)),
        (
            "general JSON",
            format!(r#"{{"payload":"{body}","signatures":[{{"protected":"{head}","signature":"{sign}"}}]}}"#),
        ),
        (
            "JSON with a header that is not protected",
            format!(r#"{{"header":{{"alg":"none"}},"payload":"{body}"}}"#),
        ),
        ("two tokens with a comma", format!("{plain},{plain}")),
        ("two tokens with a space", format!("{plain} {plain}")),
        ("XML", format!("<token>{}</token>", head)),
        ("a path", "../..".to_owned()),
    ] {
        class.add(name, rs256(text), Code::TokenSegments, &control);
    }
    class.add(
        "a disclosure behind it (SD-JWT)",
        rs256(format!("{plain}~WyJzYWx0Il0~")),
        Code::TokenBase64,
        &control,
    );
    class.add(
        "header and payload swapped",
        rs256(format!("{body}.{head}.{sign}")),
        Code::TokenHeader,
        &control,
    );
    class.add(
        "payload and signature swapped",
        rs256(format!("{head}.{sign}.{body}")),
        Code::TokenSignature,
        &control,
    );
    let nested = token(Rs256, r#"{"alg":"RS256","cty":"JWT"}"#, &plain);
    class.add("a token within a token", rs256(nested), Code::TokenJson, &control);
    let header_in_header = token(Rs256, encoded(header(Rs256)), claims());
    class.add("a header in base64 twice", rs256(header_in_header), Code::TokenJson, &control);
    let twice = token(Rs256, header(Rs256), encoded(claims()));
    class.add("claims in base64 twice", rs256(twice), Code::TokenJson, &control);
    class
}
