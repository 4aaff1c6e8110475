//! Chains, pins, bundles, plans.

use crate::case::Cases;
use crate::rows::with;
use crate::trust::{
    AUTHORITY, AUTHORITY_LIST, CLIENT, NOW, REVOKED, ROOT, ROOT_LIST, RSA, RSA_PUBLIC, SERVER, ask, ask_of,
};
use serde_json::{Value, json};

const OTHER_PIN: &str = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

fn private() -> Value {
    json!({"certificates": [ROOT], "profile": "private", "lists": [ROOT_LIST, AUTHORITY_LIST]})
}

fn der(pem: &str) -> Value {
    let bundle = ask("certificate.bundle", &json!({"content": pem}));
    json!({"base64": bundle["certificates"][0]})
}

pub fn anchors() -> Cases {
    let mut cases = Cases::default();
    cases.add("anchors.new", "private", private());
    cases.add("anchors.new", "public", json!({"certificates": [ROOT], "profile": "public"}));
    cases.add("anchors.new", "in DER", json!({"certificates": [der(ROOT)], "profile": "private"}));
    cases.add(
        "anchors.new",
        "one that is no authority",
        json!({"certificates": [ROOT, SERVER], "profile": "private"}),
    );
    cases.add("anchors.new", "none", json!({"certificates": [], "profile": "private"}));
    cases.add("anchors.new", "what is none", json!({"certificates": ["hello"], "profile": "private"}));
    cases.add("anchors.new", "a private key", json!({"certificates": [RSA], "profile": "private"}));
    let odd = json!({"certificates": [ROOT], "profile": "private", "lists": [{"base64": "MAA="}]});
    cases.add("anchors.new", "a list that is none", odd);
    let mixed = json!({"certificates": [ROOT], "profile": "private", "lists": [ROOT_LIST, AUTHORITY]});
    cases.add("anchors.new", "a certificate among the lists", mixed);
    cases.raw(
        "anchors.verify",
        "a rule that is misspelt",
        &json!({"chain": [SERVER], "pin": {}}).to_string(),
    );

    let server = |more: Value| {
        with(
            json!({"chain": [SERVER, AUTHORITY], "purpose": "server", "name": "pay.example", "revocation": "require", "now": NOW}),
            more,
        )
    };
    let client =
        json!({"chain": [CLIENT, AUTHORITY], "purpose": "client", "revocation": "require", "now": NOW});
    let good = ask_of(&private(), "anchors.verify", &server(json!({})));
    assert_eq!(good["outcome"], "valid", "{good}");
    let pin = |at: usize| good["path"][at]["pin"].clone();
    let mut on = |name: &str, request: Value| cases.on(private(), &[], "anchors.verify", name, request);
    on("a server", server(json!({})));
    on("a client", client.clone());
    on("in DER", server(json!({"chain": [der(SERVER), der(AUTHORITY)]})));
    on("called by another name", server(json!({"name": "else.example"})));
    on("expired", server(json!({"now": NOW + 38 * 86_400, "revocation": "if_available"})));
    on("not yet", server(json!({"now": NOW - 11 * 86_400, "revocation": "if_available"})));
    on("revoked", server(json!({"chain": [REVOKED, AUTHORITY], "name": "old.example"})));
    on("without its authority", server(json!({"chain": [SERVER]})));
    on("a client as a server", server(json!({"chain": [CLIENT, AUTHORITY], "name": "till7.shop.example"})));
    on("lists that have expired", server(json!({"now": NOW + 8 * 86_400})));
    on(
        "a leaf that is not short-lived",
        server(json!({"now": NOW + 8 * 86_400, "revocation": "short_lived"})),
    );
    on("no intermediate allowed", server(json!({"most_intermediates": 0})));
    on("a sandbox", server(json!({"sandbox": "the bank's test system"})));
    let pins = |pins: Value, more: Value| {
        server(json!({"pins": with(json!({"pins": pins, "expires": NOW + 1000}), more)}))
    };
    on("pinned", pins(json!([pin(1), OTHER_PIN]), json!({})));
    on(
        "pinned to others",
        pins(json!([OTHER_PIN, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="]), json!({})),
    );
    on("pins without a backup", pins(json!([pin(0), pin(1)]), json!({})));
    on("one pin", pins(json!([pin(0)]), json!({})));
    on("pins that have expired", pins(json!([pin(0), OTHER_PIN]), json!({"expires": NOW - 1})));
    on(
        "pins that have expired and bind no more",
        pins(json!([pin(0), OTHER_PIN]), json!({"expires": NOW - 1, "when_expired": "unpin"})),
    );
    on("a pin that is none", pins(json!(["x", OTHER_PIN]), json!({})));
    on("a server without a name", {
        let mut request = server(json!({}));
        request.as_object_mut().expect("an object").remove("name");
        request
    });
    on("a client with a name", with(client.clone(), json!({"name": "till7.shop.example"})));
    on("a name that is none", server(json!({"name": "*.example"})));
    on("a chain that is none", server(json!({"chain": ["hello"]})));
    on("a list in the chain", server(json!({"chain": [SERVER, AUTHORITY, ROOT_LIST]})));
    on("no chain", server(json!({"chain": []})));
    let bare = json!({"certificates": [ROOT], "profile": "private"});
    cases.on(bare.clone(), &[], "anchors.verify", "no list, and one is required", server(json!({})));
    cases.on(
        bare,
        &[],
        "anchors.verify",
        "no list, and none is required",
        server(json!({"revocation": "if_available"})),
    );
    let public = json!({"certificates": [ROOT], "profile": "public"});
    cases.on(public, &[], "anchors.verify", "a client of the public web", client);
    cases
}

pub fn certificates() -> Cases {
    let mut cases = Cases::default();
    let bundle = |text: String| json!({"content": text});
    cases.add("certificate.bundle", "a chain", bundle(format!("{SERVER}{AUTHORITY}{ROOT}")));
    cases.add("certificate.bundle", "upside down", bundle(format!("{ROOT}{AUTHORITY}")));
    cases.add(
        "certificate.bundle",
        "with words, lists and one twice",
        bundle(format!("The root:\n{ROOT}\n{SERVER}{ROOT}{ROOT_LIST}")),
    );
    cases.add("certificate.bundle", "with a private key", bundle(format!("{ROOT}{RSA}")));
    cases.add("certificate.bundle", "cut off", bundle(ROOT[..200].to_owned()));
    cases.add("certificate.bundle", "nothing", bundle(String::new()));
    cases.add(
        "certificate.pin",
        "a key",
        json!({"key": {"base64": "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="}}),
    );
    for (name, key) in [
        ("nothing", json!("")),
        ("a key in PEM", json!(RSA_PUBLIC)),
        ("a private key", json!(RSA)),
        ("a certificate", der(SERVER)),
    ] {
        cases.add("certificate.pin", name, json!({"key": key}));
    }
    const DAY: i64 = 86_400;
    let held = |more: Value| {
        with(
            json!({"id": "api-1", "service": "api", "pin": OTHER_PIN, "not_before": NOW, "not_after": NOW + 47 * DAY, "stage": "active"}),
            more,
        )
    };
    let plan = |held: Value, more: Value| with(json!({"held": held, "now": NOW + 32 * DAY}), more);
    let mut add = |name: &str, request: Value| cases.add("certificate.plan", name, request);
    add("early", plan(json!([held(json!({}))]), json!({"now": NOW + DAY})));
    add("to be renewed", plan(json!([held(json!({}))]), json!({})));
    add("urgent", plan(json!([held(json!({}))]), json!({"now": NOW + 44 * DAY})));
    add("expired", plan(json!([held(json!({}))]), json!({"now": NOW + 48 * DAY})));
    let next = held(
        json!({"id": "api-2", "pin": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", "not_before": NOW + 31 * DAY, "not_after": NOW + 78 * DAY, "stage": "waiting"}),
    );
    add("with the next one", plan(json!([held(json!({})), next]), json!({})));
    let pinned = json!([{"service": "api", "pin": OTHER_PIN, "since": NOW - 100 * DAY}]);
    add("pinned", plan(json!([held(json!({})), next]), json!({"pinned": pinned})));
    add(
        "retiring",
        plan(
            json!([
                held(json!({"stage": "retiring", "retiring_since": NOW + 31 * DAY})),
                with(next.clone(), json!({"stage": "active"}))
            ]),
            json!({}),
        ),
    );
    add(
        "staged",
        plan(
            json!([held(json!({})), with(next, json!({"stage": "staged"}))]),
            json!({"now": NOW + 40 * DAY}),
        ),
    );
    let leads =
        json!({"renew": 500, "stage": 400, "switch": 300, "urgent": 100, "pinned": 50, "overlap": 50});
    add("by times of one's own", plan(json!([held(json!({}))]), json!({"leads": leads})));
    add(
        "times that contradict each other",
        plan(json!([held(json!({}))]), json!({"leads": {"switch": 900}})),
    );
    add("one id twice", plan(json!([held(json!({})), held(json!({}))]), json!({})));
    add("a time that ends before it begins", plan(json!([held(json!({"not_after": NOW - 1}))]), json!({})));
    add("retiring since nobody knows when", plan(json!([held(json!({"stage": "retiring"}))]), json!({})));
    add("a pin that is none", plan(json!([held(json!({"pin": "x"}))]), json!({})));
    add("nothing", plan(json!([]), json!({})));
    cases
}
