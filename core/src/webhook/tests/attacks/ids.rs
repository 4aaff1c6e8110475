//! Bodies and ids that name no event, or two.

use super::super::sent::{BODY, Sent, standard};
use super::Case;
use crate::error::Code::*;

fn event(body: &str) -> Sent {
    Sent::stripe_at("1700000000", body)
}

pub(super) fn ids() -> Vec<Case> {
    let good = || event(r#"{"id":"evt_1"}"#);
    let list = |text: &str| Sent::gocardless(&format!(r#"{{"events":[{text}]}}"#));
    let each = |count: usize| {
        let one = |nth: usize| format!(r#"{{"id":"EV{nth}"}}"#);
        list(&(0..count).map(one).collect::<Vec<_>>().join(","))
    };
    let nested =
        |depth: usize| event(&format!(r#"{{"id":"evt_1","a":{}{}}}"#, "[".repeat(depth), "]".repeat(depth)));
    let named = |id: &str| event(&format!(r#"{{"id":"{id}"}}"#));
    let standard_id = |id: &str| standard(id, "1700000000", BODY);
    vec![
        (
            "two ids of an event",
            WebhookEventJson,
            event(r#"{"id":"evt_1","id":"evt_2"}"#),
            event(r#"{"id":"evt_1","ID":"evt_2"}"#),
        ),
        (
            "two ids, one with an escape",
            WebhookEventJson,
            event(r#"{"id":"evt_1","\u0069d":"evt_2"}"#),
            event(r#"{"id":"evt_1","\u0069e":"evt_2"}"#),
        ),
        (
            "another member twice",
            WebhookEventJson,
            event(r#"{"id":"evt_1","a":{"b":1,"b":2}}"#),
            event(r#"{"id":"evt_1","a":{"b":1,"c":2}}"#),
        ),
        ("no JSON", WebhookEventJson, event("id=evt_1"), good()),
        (
            "JSON and something more",
            WebhookEventJson,
            event(r#"{"id":"evt_1"}x"#),
            event("{\"id\":\"evt_1\"}\n"),
        ),
        ("two documents", WebhookEventJson, event(r#"{"id":"evt_1"}{"id":"evt_2"}"#), good()),
        ("a byte order mark", WebhookEventJson, event("\u{feff}{\"id\":\"evt_1\"}"), good()),
        ("a comma too much", WebhookEventJson, event(r#"{"id":"evt_1",}"#), good()),
        ("half a pair of surrogates", WebhookEventJson, named("\\ud800"), named("evt_\\u0031")),
        ("nested too deeply", WebhookEventJson, nested(64), nested(63)),
        ("nested without end", WebhookEventJson, nested(100_000), nested(1)),
        ("no id", WebhookEventId, event("{}"), good()),
        ("an id elsewhere", WebhookEventId, event(r#"{"data":{"id":"evt_1"}}"#), good()),
        ("an id that is null", WebhookEventId, event(r#"{"id":null}"#), event(r#"{"id":"null"}"#)),
        ("an id that is a fraction", WebhookEventId, event(r#"{"id":1.0}"#), event(r#"{"id":1}"#)),
        ("an id that is true", WebhookEventId, event(r#"{"id":true}"#), good()),
        ("an id that is a list", WebhookEventId, event(r#"{"id":["evt_1"]}"#), good()),
        ("an id that is an object", WebhookEventId, event(r#"{"id":{"id":"evt_1"}}"#), good()),
        ("a list where an object is due", WebhookEventId, event(r#"[{"id":"evt_1"}]"#), good()),
        ("an empty id", WebhookEventId, named(""), good()),
        ("an id with a space", WebhookEventId, named("evt 1"), good()),
        ("an id with a letter beyond ASCII", WebhookEventId, named("evt_\u{e9}"), good()),
        ("an id with a line break", WebhookEventId, named("evt_1\\n"), good()),
        ("an id of 256 characters", WebhookEventId, named(&"e".repeat(256)), named(&"e".repeat(255))),
        ("a list without events", WebhookEventId, list(""), list(r#"{"id":"EV1"}"#)),
        (
            "an event without an id",
            WebhookEventId,
            list(r#"{"id":"EV1"},{}"#),
            list(r#"{"id":"EV1"},{"id":"EV2"}"#),
        ),
        (
            "the same event twice",
            WebhookEventId,
            list(r#"{"id":"EV1"},{"id":"EV1"}"#),
            list(r#"{"id":"EV1"},{"id":"ev1"}"#),
        ),
        (
            "events that are no list",
            WebhookEventId,
            Sent::gocardless(r#"{"events":{"id":"EV1"}}"#),
            list(r#"{"id":"EV1"}"#),
        ),
        ("1001 events", WebhookEventId, each(1001), each(1000)),
        ("an id of a message that moves the border", WebhookId, standard_id("msg.1"), standard_id("msg_1")),
        ("an empty id of a message", WebhookId, standard_id(""), standard_id("m")),
        ("a long id of a message", WebhookId, standard_id(&"m".repeat(256)), standard_id(&"m".repeat(255))),
        ("an id of a message with a space", WebhookHeader, standard_id("msg 1"), standard_id("msg_1")),
        (
            "another id of the message than was signed",
            WebhookSignature,
            standard_id("msg_1").with(|sent| sent.headers[0].1 = b"msg_2".to_vec()),
            standard_id("msg_1"),
        ),
        (
            "two ids of the message",
            WebhookRepeated,
            standard_id("msg_1").header("Webhook-Id", "msg_2"),
            standard_id("msg_1"),
        ),
        (
            "two times of the message",
            WebhookRepeated,
            standard_id("msg_1").header("Webhook-Timestamp", "1700000001"),
            standard_id("msg_1"),
        ),
        (
            "no id of the message",
            WebhookMissing,
            standard_id("msg_1").with(|sent| drop(sent.headers.remove(0))),
            standard_id("msg_1"),
        ),
    ]
}
