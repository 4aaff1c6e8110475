//! Open items prepared once, for many calls.

use crate::case::Cases;
use crate::rows::{item, items, payment, with};
use serde_json::{Value, json};

fn found(amount: &str) -> Value {
    let allocation = json!({"transaction": "t1", "invoice": "1042", "amount": amount, "currency": "EUR"});
    json!({"id": "m_1", "kind": "single", "decision": "auto", "probability": 0.9999, "score": 1.0, "prior": 0.0,
        "allocations": [allocation], "differences": [], "evidence": [], "alternatives": [], "calibration": "full"})
}

pub fn cases() -> Cases {
    let mut cases = Cases::default();
    let open = json!({"invoices": items()});
    let paid = payment("t1", "112.00", "Hollenbeck Logistik GmbH", "INV-2026-01042");
    let propose = json!({"transaction": paid});
    cases.add("matcher.new", "items", open.clone());
    cases.add("matcher.new", "nothing", json!({"invoices": []}));
    cases.add("matcher.new", "rows that cannot be used", json!({"invoices": [items()[0], {"id": "x"}, with(items().remove(1), json!({"open": "70.00"})), items()[0], item("1042", "N", "K", "B", "1.00")]}));
    cases.add(
        "matcher.new",
        "an option out of its range",
        json!({"invoices": [], "options": {"max_group": 99}}),
    );
    cases.on(open.clone(), &[], "matcher.propose", "as opened", propose.clone());
    let without = with(paid.clone(), json!({"amount": "1.001"}));
    cases.on(
        open.clone(),
        &[],
        "matcher.propose",
        "a row that cannot be read",
        json!({"transaction": without}),
    );
    cases.on(open.clone(), &[], "matcher.reconcile", "one", json!({"transactions": [paid]}));
    cases.on(open.clone(), &[], "matcher.reconcile", "nothing", json!({"transactions": []}));
    let two = json!({"transactions": [paid, payment("t2", "59.50", "Okonkwo Ann-Marie", "INV 01043")]});
    cases.on(open.clone(), &[], "matcher.reconcile", "two", two.clone());
    cases.on(open.clone(), &[], "matcher.explain", "a transaction", with(two, json!({"id": "t2"})));
    cases.on(
        open.clone(),
        &[],
        "matcher.explain",
        "an id of nothing",
        json!({"id": "x", "transactions": [paid]}),
    );
    let newer = with(items().remove(0), json!({"total": "130.00"}));
    cases.on(open.clone(), &[], "matcher.put", "a change", json!({"invoice": newer}));
    cases.on(
        open.clone(),
        &[("matcher.put", json!({"invoice": newer}))],
        "matcher.propose",
        "after a change",
        propose.clone(),
    );
    cases.on(
        open.clone(),
        &[],
        "matcher.put",
        "more open than in all",
        json!({"invoice": with(newer, json!({"open": "500.00"}))}),
    );
    cases.on(open.clone(), &[], "matcher.put", "a row that cannot be read", json!({"invoice": {"id": "1"}}));
    let id = json!({"id": "1042"});
    for op in ["matcher.remove", "matcher.close"] {
        cases.on(open.clone(), &[], op, "there", id.clone());
        cases.on(open.clone(), &[], op, "not there", json!({"id": "9"}));
        cases.on(
            open.clone(),
            &[(op, id.clone())],
            "matcher.propose",
            &format!("after {op}"),
            propose.clone(),
        );
    }
    let matches = json!({"matches": [found("112.00")]});
    cases.on(open.clone(), &[], "matcher.apply", "a match", matches.clone());
    cases.on(
        open.clone(),
        &[("matcher.apply", matches.clone())],
        "matcher.propose",
        "after it was booked",
        propose.clone(),
    );
    cases.on(open.clone(), &[("matcher.apply", matches.clone())], "matcher.apply", "twice", matches.clone());
    cases.on(open.clone(), &[], "matcher.apply", "more than is open", json!({"matches": [found("112.01")]}));
    let unknown = json!([{"transaction": "t1", "invoice": "7", "amount": "1.00", "currency": "EUR"}]);
    cases.on(
        open.clone(),
        &[],
        "matcher.apply",
        "an item that is not there",
        json!({"matches": [with(found("1.00"), json!({"allocations": unknown}))]}),
    );
    cases.on(
        open.clone(),
        &[("matcher.apply", matches.clone())],
        "matcher.undo",
        "what was booked",
        matches.clone(),
    );
    cases.on(open.clone(), &[], "matcher.undo", "what was not booked", matches.clone());
    cases.on(
        open.clone(),
        &[("matcher.apply", matches.clone()), ("matcher.undo", matches)],
        "matcher.propose",
        "after undo",
        propose.clone(),
    );
    let settlement = json!({"settlement": {"invoice": "1042", "amount": "112.00", "currency": "EUR", "settled_on": "2026-03-10", "transaction": "t1"}});
    cases.on(open.clone(), &[], "matcher.settle", "a settlement", settlement.clone());
    cases.on(
        open.clone(),
        &[("matcher.settle", settlement)],
        "matcher.propose",
        "after it was settled",
        propose,
    );
    cases.on(
        open.clone(),
        &[],
        "matcher.settle",
        "without a date",
        json!({"settlement": {"invoice": "1", "amount": "1", "currency": "EUR"}}),
    );
    cases.on(open.clone(), &[], "matcher.remember", "nothing", json!({}));
    cases.on(open, &[], "matcher.remember", "a memory that is none", json!({"memory": "nothing"}));
    cases
}
