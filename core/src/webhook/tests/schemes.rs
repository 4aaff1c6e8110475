//! Descriptions that prove nothing, each beside one that holds.

use crate::error::Code;
use crate::webhook::{Encoding, EventId, Part, Place, Scheme, SecretForm};

fn changed(change: impl FnOnce(&mut Scheme)) -> Scheme {
    let mut scheme = Scheme::stripe();
    change(&mut scheme);
    scheme
}

fn signed(parts: Vec<Part>) -> Scheme {
    changed(|scheme| scheme.signed = parts)
}

fn text(text: &str) -> Part {
    Part::Text(text.to_owned())
}

fn with_id(parts: Vec<Part>) -> Scheme {
    changed(|scheme| {
        scheme.id = Some(Place::alone("Id"));
        scheme.signed = parts;
    })
}

fn place(place: Place) -> Scheme {
    changed(|scheme| scheme.signature = place)
}

#[test]
fn what_proves_nothing_is_refused_beside_what_holds() {
    use Part::{Body, Id, Timestamp};
    let dot = || text(".");
    let good = Scheme::stripe;
    let pair = |key: &str, separator: char, equals: char| Place::pair("S", key, separator, equals);
    let cases = [
        ("nothing signed", signed(vec![]), good()),
        ("the body not signed", signed(vec![Timestamp, dot()]), good()),
        ("the body twice", signed(vec![Timestamp, dot(), Body, Body]), good()),
        (
            "the time not signed",
            signed(vec![Body]),
            changed(|s| (s.timestamp, s.signed) = (None, vec![Body])),
        ),
        ("the time twice", signed(vec![Timestamp, dot(), Timestamp, dot(), Body]), good()),
        ("a time that stands nowhere", changed(|s| s.timestamp = None), good()),
        (
            "an id that is not signed",
            with_id(vec![Timestamp, dot(), Body]),
            with_id(vec![Id, dot(), Timestamp, dot(), Body]),
        ),
        ("an id that stands nowhere", signed(vec![Id, dot(), Timestamp, dot(), Body]), good()),
        (
            "nothing between time and body",
            signed(vec![Timestamp, Body]),
            signed(vec![Timestamp, text(":"), Body]),
        ),
        (
            "nothing between body and time",
            signed(vec![Body, Timestamp]),
            signed(vec![Body, dot(), Timestamp]),
        ),
        (
            "a digit behind the time",
            signed(vec![Timestamp, text("0."), Body]),
            signed(vec![Timestamp, text(".0"), Body]),
        ),
        (
            "a digit before the time",
            signed(vec![Body, text(".0"), Timestamp]),
            signed(vec![Body, text("0."), Timestamp]),
        ),
        (
            "nothing between id and time",
            with_id(vec![Id, Timestamp, dot(), Body]),
            with_id(vec![Id, dot(), Timestamp, dot(), Body]),
        ),
        (
            "nothing between body and id",
            with_id(vec![Timestamp, dot(), Body, Id]),
            with_id(vec![Timestamp, dot(), Body, dot(), Id]),
        ),
        ("an empty text", signed(vec![Timestamp, dot(), text(""), Body]), good()),
        (
            "a long text",
            signed(vec![Timestamp, text(&".".repeat(2049)), Body]),
            signed(vec![Timestamp, text(&".".repeat(2048)), Body]),
        ),
        (
            "many parts",
            signed([vec![Timestamp], vec![dot(); 15], vec![Body]].concat()),
            signed([vec![Timestamp], vec![dot(); 14], vec![Body]].concat()),
        ),
        ("no name", changed(|s| s.name = String::new()), good()),
        ("a name with a space", changed(|s| s.name = "str ipe".into()), good()),
        ("a header with a space", place(Place::alone("S S")), place(Place::alone("S-S"))),
        ("no header", place(Place::alone("")), place(Place::alone("S"))),
        ("a prefix with a space", place(prefixed("v 1")), place(prefixed("v1"))),
        (
            "a prefix with the mark between pairs",
            changed(|s| s.signature.prefix = "a,".into()),
            changed(|s| s.signature.prefix = "a=".into()),
        ),
        ("one mark for both", place(pair("v1", '=', '=')), place(pair("v1", ',', '='))),
        ("a letter as a mark", place(pair("v1", 'x', '=')), place(pair("v1", ';', '='))),
        ("a mark in the name of a pair", place(pair("v,1", ',', '=')), place(pair("v1", ',', '='))),
        ("no name of a pair", place(pair("", ',', '=')), place(pair("v1", ',', '='))),
        (
            "a mark that base64 holds",
            changed(|s| (s.encoding, s.signature) = (Encoding::Base64, pair("v1", '+', ':'))),
            changed(|s| (s.encoding, s.signature) = (Encoding::Base64, pair("v1", ',', '='))),
        ),
        (
            "a mark that base64url holds",
            changed(|s| (s.encoding, s.signature) = (Encoding::Base64Url, pair("v1", '-', ':'))),
            changed(|s| (s.encoding, s.signature) = (Encoding::Base64, pair("v1", '-', ':'))),
        ),
        ("one place for two things", changed(|s| s.timestamp = Some(s.signature.clone())), good()),
        (
            "one header, alone and in pairs",
            changed(|s| s.timestamp = Some(Place::alone("stripe-signature"))),
            changed(|s| s.timestamp = Some(Place::alone("stripe-time"))),
        ),
        (
            "one header with two marks",
            changed(|s| s.timestamp = Some(Place::pair("stripe-signature", "t", ';', '='))),
            changed(|s| s.timestamp = Some(Place::pair("stripe-signature", "t", ',', '='))),
        ),
        ("no way to the event", changed(|s| s.event = EventId::Member(vec![])), good()),
        (
            "an event by an id that is not signed",
            changed(|s| s.event = EventId::Header),
            changed(|s| s.event = EventId::Digest),
        ),
        (
            "no member of each event",
            changed(|s| s.event = EventId::Each { list: vec!["a".into()], member: String::new() }),
            changed(|s| s.event = EventId::Each { list: vec!["a".into()], member: "b".into() }),
        ),
        (
            "a prefix of secrets with a space",
            changed(|s| s.secret = SecretForm::Base64 { prefix: "wh sec".into() }),
            changed(|s| s.secret = SecretForm::Base64 { prefix: "whsec_".into() }),
        ),
    ];
    for (what, wrong, right) in cases {
        assert_eq!(wrong.check().map_err(|error| error.code()), Err(Code::WebhookScheme), "{what}");
        assert_eq!(right.check(), Ok(()), "the control of {what}");
    }
}

fn prefixed(prefix: &str) -> Place {
    let mut place = Place::alone("S");
    place.prefix = prefix.to_owned();
    place
}

/// Two messages that are put together to the same bytes are read as the same parts: the border cannot be moved.
#[test]
fn what_is_signed_is_cut_in_one_way() {
    use super::sent::{BODY, Sent};
    let sent = Sent::stripe_at("1700000000", BODY);
    let cut = |time: &str, body: &str| {
        let right = super::sent::signed(&["1700000000", ".", BODY]);
        Sent::of(Scheme::stripe(), body).header("Stripe-Signature", format!("t={time},v1={right}"))
    };
    let whole = format!("1700000000.{BODY}");
    let taken: Vec<usize> = (0..whole.len())
        .filter(|at| {
            let (time, body) = whole.split_at(*at);
            let mut moved = cut(time, body.strip_prefix('.').unwrap_or(body));
            moved.policy.tolerance = crate::webhook::Tolerance::AnyAge;
            moved.code().is_none()
        })
        .collect();
    assert_eq!((taken, sent.code()), (vec![10], None));
}

#[test]
fn unknown_members_of_a_description_are_refused() {
    let text = serde_json::to_string(&Scheme::stripe()).unwrap();
    assert!(serde_json::from_str::<Scheme>(&text.replace("\"name\"", "\"off\":true,\"name\"")).is_err());
    assert!(serde_json::from_str::<Scheme>(&text.replace("sha256", "md5")).is_err());
}
