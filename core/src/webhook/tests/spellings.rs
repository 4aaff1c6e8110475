//! Bodies that a framework changed: told, and never taken.

use super::sent::{Sent, base64};
use crate::error::Code::{WebhookBodyChanged, WebhookSignature};

/// As GoCardless, Stripe, Python and PHP print.
const COMPACT: &str = r#"{"events":[{"id":"EV1","note":"a/b é","amount":1.50,"links":{}}]}"#;

fn changed(sent: &str, came: impl Into<Vec<u8>>) -> (crate::Code, String) {
    let message = Sent::gocardless(sent);
    assert_eq!(message.code(), None, "as it was sent");
    let error = message.with(|sent| sent.body = came.into()).taken(|_, _| ()).unwrap_err();
    (error.code(), error.message().to_owned())
}

#[test]
fn another_spelling_of_the_body_is_proven() {
    let pretty = "{\n  \"events\": [\n    {\n      \"id\": \"EV1\",\n      \"note\": \"a/b é\",\n      \"amount\": 1.50,\n      \"links\": {}\n    }\n  ]\n}";
    let spaced = r#"{"events": [{"id": "EV1", "note": "a/b \u00e9", "amount": 1.50, "links": {}}]}"#;
    let php = r#"{"events":[{"id":"EV1","note":"a\/b \u00e9","amount":1.50,"links":{}}]}"#;
    let ends = "{\"events\":[{\"id\":\"EV1\"}]}\n";
    let returns = "{\r\n\"events\":\r\n[{\"id\":\"EV1\"}]}";
    let wrapped = serde_json::to_string(COMPACT).unwrap();
    let marked = format!("\u{feff}{COMPACT}");
    let with_break = format!("{COMPACT}\n");
    let unix = returns.replace('\r', "");
    let in_base64 = base64(COMPACT.as_bytes());
    let spaces = format!("  {COMPACT}");
    let cases: [(&str, &str, &str, &str); 16] = [
        ("printed on lines", COMPACT, pretty, "printed again"),
        ("printed compact", pretty, COMPACT, "printed again"),
        ("printed by Python", COMPACT, spaced, "printed again"),
        ("Python's printed by JavaScript", spaced, COMPACT, "printed again"),
        ("printed by PHP", COMPACT, php, "printed again"),
        ("PHP's printed by JavaScript", php, COMPACT, "printed again"),
        ("PHP's printed on lines", php, pretty, "printed again"),
        (
            "lines with a break at their end, printed compact",
            &format!("{pretty}\n"),
            COMPACT,
            "printed again",
        ),
        ("the last line break taken off", ends, ends.trim(), "at its end was taken off"),
        ("a line break added", COMPACT, &with_break, "were added"),
        ("a byte order mark added", COMPACT, &marked, "mark was added"),
        ("line ends of Unix", returns, &unix, "line breaks were changed"),
        ("line ends of Windows", &unix, returns, "line breaks were changed"),
        ("a text in JSON", COMPACT, &wrapped, "once more"),
        ("base64", COMPACT, &in_base64, "base64"),
        ("spaces before it", COMPACT, &spaces, "were added"),
    ];
    for (what, sent, came, said) in cases {
        let (code, message) = changed(sent, came);
        assert_eq!(code, WebhookBodyChanged, "{what}: {message}");
        assert!(message.contains(said), "{what}: {message}");
    }
}

#[test]
fn the_mark_of_a_body_that_began_with_one() {
    // With the mark it is no JSON, but its signature holds, and that is all that is looked at here.
    let mut message = Sent::gocardless(&format!("\u{feff}{COMPACT}"));
    message.body = COMPACT.as_bytes().to_vec();
    let error = message.taken(|_, _| ()).unwrap_err();
    assert_eq!(error.code(), WebhookBodyChanged);
    assert!(error.message().contains("was taken off"), "{error}");
}

#[test]
fn what_is_not_proven_is_a_suspicion() {
    let cases = [
        ("", "empty"),
        ("[object Object]", "JavaScript object"),
        ("{'events': []}", "dictionary"),
        ("{\"a\":\"\u{fffd}\"}", "replacement"),
        ("{\n  \"a\": 1\n}", "several lines"),
        (r#"{"a":"b\/c"}"#, "slashes"),
        (r#"{"a": 1, "b": 2}"#, "Python"),
        (r#"{"a":1,"b":2,"c":3}"#, "alphabet"),
        (r#"{"b":1,"a":2,"c":3}"#, "another endpoint"),
        ("hello", "another endpoint"),
    ];
    for (came, said) in cases {
        let (code, message) = changed(COMPACT, came);
        assert_eq!(code, WebhookSignature, "{came}");
        assert!(message.contains(said), "{came}: {message}");
    }
    assert_eq!(changed(COMPACT, [0xff, 0xfe]).0, WebhookSignature);
}

#[test]
fn another_content_is_never_explained_away() {
    for came in
        [COMPACT.replace("1.50", "1.5"), COMPACT.replace("EV1", "EV2"), COMPACT.replace("a/b", "a//b")]
    {
        assert_eq!(changed(COMPACT, came).0, WebhookSignature);
    }
}

#[test]
fn explaining_can_be_left_out_and_is_bounded() {
    let silent = Sent::gocardless(COMPACT).with(|sent| {
        sent.policy.explain = false;
        sent.body.push(b'\n');
    });
    assert_eq!(silent.code(), Some(WebhookSignature));
    // What costs most: deep nesting, long lists, eight secrets. It ends soon.
    let deep = format!("{}{}", "[".repeat(32_000), "]".repeat(32_000));
    let list = format!("{}{}1{}", "[".repeat(60), "1,".repeat(32_000), "]".repeat(60));
    for body in [deep, list] {
        let wrong = Sent::gocardless(COMPACT).with(|sent| {
            sent.body = body.into_bytes();
            sent.secrets = (0..8).map(|nth| (format!("{nth}"), vec![nth; 32])).collect();
        });
        let start = std::time::Instant::now();
        assert_eq!(wrong.code(), Some(WebhookSignature));
        assert!(start.elapsed().as_millis() < 5000, "{:?}", start.elapsed());
    }
}
