//! What verdicts teach.

use crate::case::Cases;
use crate::rows::{item, items, payment, with};
use payymo_contract::{Host, run};
use serde_json::{Value, json};

fn answer(op: &str, request: &Value) -> Value {
    let host = Host { blobs: &[], progress: &mut |_, _, _| true };
    let answer =
        run(op, request.to_string().as_bytes(), host).unwrap_or_else(|fault| panic!("{op}: {fault}"));
    serde_json::from_slice(&answer).expect("an answer is JSON")
}

pub fn cases() -> Cases {
    let mut cases = Cases::default();
    let by_nickname = with(
        payment("t1", "112.00", "HL FREIGHT", "thanks"),
        json!({"counterparty": {"name": "HL FREIGHT", "iban": "DE89370400440532013000"}}),
    );
    let right = json!([{"transaction": "t1", "invoice": "1042", "amount": "112.00", "currency": "EUR"}]);
    let corrected = json!({"verdict": "corrected", "day": "2026-03-22", "right": right, "transactions": [by_nickname], "invoices": [items()[0]]});
    let learnt = answer("memory.learn", &json!({"feedback": [corrected]}));
    let paid = payment("t5", "59.50", "Ann-Marie Okonkwo", "INV-2026-01043");
    let proposed = answer("matching.reconcile", &json!({"transactions": [paid], "invoices": items()}));
    let of = |verdict: &str| json!({"verdict": verdict, "day": "2026-03-23", "match": proposed["matches"][0], "transactions": [paid], "invoices": items()});

    cases.add("memory.learn", "a correction", json!({"feedback": [corrected]}));
    cases.add(
        "memory.learn",
        "a confirmation more",
        json!({"memory": learnt, "feedback": [of("confirmed")]}),
    );
    cases.add("memory.learn", "a rejection", json!({"feedback": [of("rejected")]}));
    cases.add("memory.learn", "nothing", json!({"feedback": []}));
    cases.add(
        "memory.learn",
        "a correction without what is right",
        json!({"feedback": [{"verdict": "corrected", "day": "2026-03-22"}]}),
    );
    cases.add(
        "memory.learn",
        "a confirmation of nothing",
        json!({"feedback": [{"verdict": "confirmed", "day": "2026-03-22"}]}),
    );
    cases.add(
        "memory.learn",
        "a day that does not exist",
        json!({"feedback": [with(of("confirmed"), json!({"day": "2026-02-30"}))]}),
    );
    cases.raw(
        "memory.learn",
        "a verdict that is none",
        r#"{"feedback": [{"verdict": "perhaps", "day": "2026-03-22"}]}"#,
    );
    cases.add("memory.learn", "a memory that is none", json!({"memory": "nothing", "feedback": []}));
    cases.add("memory.unlearn", "the correction", json!({"memory": learnt, "feedback": [corrected]}));
    let both = answer("memory.learn", &json!({"memory": learnt, "feedback": [of("rejected")]}));
    cases.add("memory.unlearn", "one of two", json!({"memory": both, "feedback": [of("rejected")]}));
    let other = answer("memory.learn", &json!({"feedback": [of("rejected")]}));
    cases.add("memory.merge", "two", json!({"memories": [learnt, other]}));
    cases.add("memory.merge", "none", json!({"memories": []}));
    cases.add("memory.merge", "one that is none", json!({"memories": [learnt, "x"]}));
    cases.add("memory.forget_customer", "who is in it", json!({"memory": learnt, "customer": "K7"}));
    cases.add("memory.forget_customer", "who is not", json!({"memory": learnt, "customer": "K1"}));
    cases.add(
        "memory.merge_customers",
        "two who are one",
        json!({"memory": learnt, "from": "K7", "into": "K70"}),
    );
    cases.add("memory.merge_customers", "nobody", json!({"memory": learnt, "from": "K1", "into": "K2"}));
    cases.add("memory.info", "what was learnt", json!({"memory": learnt}));
    cases.add("memory.info", "a memory that is none", json!({"memory": {"base64": "AAEC"}}));

    // What was learnt is used.
    let next = with(by_nickname, json!({"id": "t6", "amount": "77.00", "booked_on": "2026-03-28"}));
    let owed = [item("1070", "INV-2026-01070", "K7", "Hollenbeck Logistik GmbH", "77.00")];
    let call = json!({"transactions": [next], "invoices": owed, "memory": learnt});
    cases.add("matching.reconcile", "with a memory", call.clone());
    cases.add("matching.explain", "with a memory", with(call, json!({"id": "t6"})));
    let rejected = json!({"transactions": [paid], "invoices": items(), "memory": other});
    cases.add("matching.reconcile", "what was rejected", rejected);
    let open = json!({"invoices": owed, "memory": learnt});
    cases.on(open.clone(), &[], "matcher.propose", "with a memory", json!({"transaction": next}));
    let settled = json!([{"invoice": "1070", "amount": "77.00", "currency": "EUR", "settled_on": "2026-03-10", "transaction": "t6"}]);
    cases.add("matcher.new", "with a memory and settlements", with(open, json!({"settlements": settled})));
    let opened = json!({"invoices": owed});
    cases.on(
        opened,
        &[("matcher.remember", json!({"memory": learnt}))],
        "matcher.propose",
        "after remembering",
        json!({"transaction": next}),
    );
    cases
}
