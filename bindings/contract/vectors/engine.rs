//! Transactions paired with open items in one call.

use crate::case::Cases;
use crate::rows::{item, items, payment, with};
use serde_json::{Value, json};

/// A situation: a name, the transactions, the items, what else the request says.
type Situation = (&'static str, Vec<Value>, Vec<Value>, Value);

pub fn cases() -> Cases {
    let mut cases = Cases::default();
    for (name, transactions, invoices, more) in situations() {
        let request = with(json!({"transactions": transactions, "invoices": invoices}), more);
        cases.add("matching.reconcile", name, request.clone());
        // The same call asked about its first row: a language that explains says the same.
        if let Some(id) = transactions.first().and_then(|row| row["id"].as_str()) {
            let fields = ["transactions", "invoices", "settlements", "options", "memory"];
            let kept = request.as_object().expect("an object").iter();
            let kept = kept.filter(|(name, _)| fields.contains(&name.as_str()));
            let asked: serde_json::Map<String, Value> =
                kept.map(|(name, value)| (name.clone(), value.clone())).collect();
            cases.add("matching.explain", name, with(Value::Object(asked), json!({"id": id})));
        }
    }
    let paid = payment("t1", "112.00", "Hollenbeck Logistik GmbH", "Invoice INV-2026-01042");
    cases.add(
        "matching.explain",
        "an id of nothing",
        json!({"id": "m_0", "transactions": [paid], "invoices": items()}),
    );
    for (name, options, field) in [
        ("a share beyond a half", json!({"max_wrong_auto": 0.7}), "max_wrong_auto"),
        ("a group beyond 64", json!({"max_group": 65}), "max_group"),
        ("a rate of nothing", json!({"rates": [{"from": "USD", "to": "EUR", "rate": "0"}]}), "rates"),
        ("an audit of more than all", json!({"audit_rate": 1.5}), "audit_rate"),
        ("alternatives without end", json!({"alternatives": 101}), "alternatives"),
        ("threads without end", json!({"threads": 1025}), "threads"),
    ] {
        assert!(options.get(field).is_some());
        cases.add(
            "matching.reconcile",
            name,
            json!({"transactions": [paid], "invoices": items(), "options": options}),
        );
    }
    cases.add(
        "matching.reconcile",
        "a memory that is none",
        json!({"transactions": [paid], "invoices": items(), "memory": {"base64": "AAEC"}}),
    );
    settlements(&mut cases, &paid);
    cases
}

fn settlements(cases: &mut Cases, paid: &Value) {
    let allocation = json!({"transaction": "t1", "invoice": "1042", "amount": "112.00", "currency": "EUR"});
    let found = json!({"id": "m_1", "kind": "single", "decision": "auto", "probability": 0.9999, "score": 1.0, "prior": 0.0,
        "allocations": [allocation], "differences": [], "evidence": [], "alternatives": [], "calibration": "full"});
    cases.add("matching.settlements", "one", json!({"matches": [found], "transactions": [paid]}));
    cases.add("matching.settlements", "nothing", json!({"matches": [], "transactions": []}));
    let over = json!([{"kind": "overpayment", "transaction": "t1", "amount": "3.00", "currency": "EUR"}]);
    cases.add(
        "matching.settlements",
        "with an overpayment",
        json!({"matches": [with(found.clone(), json!({"differences": over}))], "transactions": [paid]}),
    );
    let foreign = json!([{"transaction": "t1", "invoice": "1042", "amount": "112.00", "currency": "EUR", "paid_amount": "121.74",
        "paid_currency": "USD", "rate": "1.087"}]);
    cases.add(
        "matching.settlements",
        "of another currency",
        json!({"matches": [with(found.clone(), json!({"allocations": foreign}))], "transactions": [paid]}),
    );
    let members = json!({"kind": "payout", "allocations": [], "deposit": [{"transaction": "t1", "kind": "deposit", "amount": "112.00", "currency": "EUR"}],
        "members": [{"transaction": "ch_1", "kind": "charge", "amount": "114.00", "currency": "EUR"}],
        "residual": [{"kind": "fee", "amount": "-2.00", "currency": "EUR"}]});
    cases.add(
        "matching.settlements",
        "a payout",
        json!({"matches": [with(found.clone(), members)], "transactions": [paid]}),
    );
    let no_target = json!([{"transaction": "t1", "amount": "112.00", "currency": "EUR"}]);
    cases.add(
        "matching.settlements",
        "an allocation without a target",
        json!({"matches": [with(found, json!({"allocations": no_target}))], "transactions": [paid]}),
    );
}

fn stripe(id: &str, kind: &str, amount: &str, fields: Value) -> Value {
    let row = json!({"id": id, "account": "acct_1", "booked_on": "2026-03-20", "amount": amount, "currency": "EUR", "kind": kind,
        "source": "stripe"});
    with(row, fields)
}

fn situations() -> Vec<Situation> {
    let none = || json!({});
    let hollenbeck =
        |id: &str, amount: &str, text: &str| payment(id, amount, "Hollenbeck Logistik GmbH", text);
    let fee = |amount: &str| json!([{"amount": amount, "currency": "EUR", "kind": "stripe_fee"}]);
    let by_invoice = |number: &str| json!([{"kind": "invoice", "value": number}]);
    let first = |fields: Value| vec![with(items().remove(0), fields)];
    let settled = json!([{"invoice": "1042", "amount": "112.00", "currency": "EUR", "settled_on": "2026-03-10", "transaction": "t0",
        "external_ids": ["E2E-1"]}]);
    let entry = |id: &str, amount: &str, memo: &str| json!({"id": id, "kind": "entry", "issued_on": "2026-03-20", "total": amount, "currency": "EUR", "description": memo});
    vec![
        ("nothing at all", vec![], vec![], none()),
        ("nothing to pay with", vec![], items(), none()),
        ("number and amount", vec![hollenbeck("t1", "112.00", "Invoice INV-2026-01042")], items(), none()),
        ("number alone", vec![payment("t1", "112.00", "", "INV-2026-01042")], items(), none()),
        ("name and amount", vec![hollenbeck("t1", "112.00", "thanks")], items(), none()),
        ("amount alone", vec![payment("t1", "112.00", "", "")], items(), none()),
        ("nobody's", vec![payment("t1", "77.77", "Zoe Quint", "gift")], items(), none()),
        ("a part", vec![hollenbeck("t1", "50.00", "INV-2026-01042 first part")], items(), none()),
        ("too much", vec![hollenbeck("t1", "120.00", "INV-2026-01042")], items(), none()),
        (
            "a bank's charge",
            vec![payment("t1", "1196.50", "Brauerei Wendelin", "INV-2026-01044")],
            items(),
            none(),
        ),
        ("a rounding", vec![hollenbeck("t1", "111.99", "INV-2026-01042")], items(), none()),
        (
            "a discount",
            vec![hollenbeck("t1", "109.76", "INV-2026-01042 less 2%")],
            first(json!({"terms": {"discount_percent": "2", "discount_days": 30}})),
            none(),
        ),
        (
            "without the tax",
            vec![hollenbeck("t1", "94.12", "INV-2026-01042")],
            first(json!({"tax": [{"rate": "19", "amount": "17.88"}]})),
            none(),
        ),
        ("changed digits", vec![hollenbeck("t1", "121.00", "INV-2026-01042")], items(), none()),
        (
            "two items named",
            vec![payment("t1", "171.50", "Hollenbeck Logistik GmbH", "INV-2026-01042 INV-2026-01045")],
            [items(), vec![item("1045", "INV-2026-01045", "K7", "Hollenbeck Logistik GmbH", "59.50")]]
                .concat(),
            none(),
        ),
        (
            "two items not named",
            vec![hollenbeck("t1", "171.50", "March")],
            [items(), vec![item("1045", "INV-2026-01045", "K7", "Hollenbeck Logistik GmbH", "59.50")]]
                .concat(),
            none(),
        ),
        (
            "two payments for one item",
            vec![
                hollenbeck("t1", "60.00", "INV-2026-01042 1/2"),
                hollenbeck("t2", "52.00", "INV-2026-01042 2/2"),
            ],
            items(),
            none(),
        ),
        (
            "the same payment twice",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042"), hollenbeck("t2", "112.00", "INV-2026-01042")],
            items(),
            none(),
        ),
        ("one id twice, the same", vec![hollenbeck("t1", "112.00", "INV-2026-01042"); 2], items(), none()),
        (
            "one id twice, other content",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042"), hollenbeck("t1", "59.50", "x")],
            items(),
            none(),
        ),
        (
            "a closed item",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            first(json!({"state": "closed", "open": "0.00"})),
            none(),
        ),
        (
            "a void item",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            first(json!({"state": "void"})),
            none(),
        ),
        (
            "an item on hold",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            first(json!({"state": "on_hold"})),
            none(),
        ),
        (
            "twins",
            vec![hollenbeck("t1", "112.00", "thanks")],
            [
                first(json!({})),
                vec![item("1050", "INV-2026-01050", "K7", "Hollenbeck Logistik GmbH", "112.00")],
            ]
            .concat(),
            none(),
        ),
        (
            "twins for a person",
            vec![hollenbeck("t1", "112.00", "thanks")],
            [
                first(json!({})),
                vec![item("1050", "INV-2026-01050", "K7", "Hollenbeck Logistik GmbH", "112.00")],
            ]
            .concat(),
            json!({"options": {"twins": "review"}}),
        ),
        (
            "on account",
            vec![with(
                hollenbeck("t1", "500.00", "on account, in advance"),
                json!({"counterparty": {"name": "Hollenbeck Logistik GmbH", "customer_id": "K7"}}),
            )],
            items(),
            none(),
        ),
        (
            "a creditor reference",
            vec![payment("t1", "112.00", "", "RF18 5390 0754 7034")],
            first(json!({"references": ["RF18539007547034"]})),
            none(),
        ),
        (
            "an account that is known",
            vec![with(
                payment("t1", "112.00", "H", "x"),
                json!({"counterparty": {"iban": "DE89370400440532013000"}}),
            )],
            first(
                json!({"customer": {"id": "K7", "name": "Hollenbeck Logistik GmbH", "ibans": ["DE89370400440532013000"]}}),
            ),
            none(),
        ),
        (
            "interest",
            vec![with(payment("t1", "0.42", "", "GROSS INTEREST"), json!({"kind": "interest"}))],
            items(),
            none(),
        ),
        (
            "pending",
            vec![with(hollenbeck("t1", "112.00", "INV-2026-01042"), json!({"status": "pending"}))],
            items(),
            none(),
        ),
        ("money out", vec![payment("t1", "-12.00", "Stadtwerke", "power")], items(), none()),
        (
            "a bill",
            vec![payment("t1", "-80.00", "Pennine Data Centre", "bill PDC-88")],
            vec![with(item("b1", "PDC-88", "S1", "Pennine Data Centre", "80.00"), json!({"kind": "bill"}))],
            none(),
        ),
        (
            "a credit note applied",
            vec![],
            vec![
                items().remove(0),
                with(
                    item("c1", "CN-7", "K7", "Hollenbeck Logistik GmbH", "12.00"),
                    json!({"kind": "credit_note"}),
                ),
            ],
            none(),
        ),
        (
            "less a credit note",
            vec![hollenbeck("t1", "100.00", "INV-2026-01042 less CN-7")],
            vec![
                items().remove(0),
                with(
                    item("c1", "CN-7", "K7", "Hollenbeck Logistik GmbH", "12.00"),
                    json!({"kind": "credit_note"}),
                ),
            ],
            none(),
        ),
        (
            "a return",
            vec![with(
                payment("t9", "-112.00", "Hollenbeck Logistik GmbH", "RETURN INV-2026-01042"),
                json!({"kind": "return", "returned": {"stage": "return", "reason": "AC04", "originals": ["E2E-1"]}}),
            )],
            first(json!({"state": "closed", "open": "0.00"})),
            json!({"settlements": settled}),
        ),
        (
            "a charge of a gateway",
            vec![stripe(
                "ch_1",
                "card",
                "110.10",
                json!({"fees": fee("1.90"), "references": by_invoice("INV-2026-01042")}),
            )],
            items(),
            none(),
        ),
        (
            "a payout",
            vec![
                stripe(
                    "ch_1",
                    "card",
                    "110.10",
                    json!({"fees": fee("1.90"), "references": [{"kind": "invoice", "value": "INV-2026-01042"}, {"kind": "payout", "value": "po_1"}]}),
                ),
                stripe(
                    "ch_2",
                    "card",
                    "58.30",
                    json!({"fees": fee("1.20"), "references": [{"kind": "invoice", "value": "INV-2026-01043"}, {"kind": "payout", "value": "po_1"}]}),
                ),
                stripe(
                    "po_1",
                    "payout",
                    "-168.40",
                    json!({"references": [{"kind": "payout", "value": "po_1"}]}),
                ),
                with(
                    payment("t1", "168.40", "STRIPE", "STRIPE PAYOUT po_1"),
                    json!({"booked_on": "2026-03-22"}),
                ),
            ],
            items(),
            none(),
        ),
        (
            "another currency at the host's rate",
            vec![with(hollenbeck("t1", "121.74", "INV-2026-01042"), json!({"currency": "USD"}))],
            items(),
            json!({"options": {"rates": [{"from": "EUR", "to": "USD", "rate": "1.087", "on": "2026-03-21"}]}}),
        ),
        (
            "rows of a ledger",
            vec![
                payment("t1", "112.00", "", "HOLLENBECK LOGISTIK 20318"),
                payment("t2", "59.50", "", "CARD 8812 OKONKWO"),
            ],
            vec![
                entry("e1", "112.00", "Hollenbeck Logistik"),
                entry("e2", "59.50", "Okonkwo card"),
                entry("e3", "4.00", "stamps"),
            ],
            none(),
        ),
        (
            "a shadow month",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            items(),
            json!({"options": {"auto": {"enabled": false}}}),
        ),
        (
            "a scope",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            items(),
            json!({"options": {"auto": {"kinds": ["grouped"], "sources": ["camt053"], "max_amount": "100", "except_customers": ["K9"]}}}),
        ),
        (
            "an audit of all",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            items(),
            json!({"options": {"audit_rate": 1.0, "audit_salt": "s"}}),
        ),
        (
            "every tolerance set",
            vec![hollenbeck("t1", "110.00", "INV-2026-01042")],
            items(),
            json!({"options": {"bank_fee_per_mille": 5, "bank_fee_cap": 1, "rounding_minor": 1, "discount_grace_days": 0, "adapt": false,
                "alternatives": 1, "max_group": 2, "max_wrong_auto": 0.001, "pooled_ibans": ["DE89370400440532013000"]}}),
        ),
        (
            "more text than is read",
            vec![hollenbeck("t1", "112.00", &"for the work at home ".repeat(500))],
            items(),
            none(),
        ),
        (
            "another day",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            items(),
            json!({"options": {"as_of": "2026-04-30"}}),
        ),
        (
            "several threads",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            items(),
            json!({"options": {"threads": 4}}),
        ),
        (
            "an own transfer",
            vec![with(
                payment("t1", "112.00", "Nordwind Hosting GmbH", "sweep"),
                json!({"counterparty": {"name": "Nordwind Hosting GmbH", "iban": "DE89370400440532013000"}}),
            )],
            items(),
            json!({"options": {"own_names": ["Nordwind Hosting GmbH"], "own_ibans": ["DE89370400440532013000"]}}),
        ),
        (
            "names in Greek and Cyrillic",
            vec![
                payment("t1", "59.50", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΓΙΩΡΓΟΣ", "INV-2026-01060"),
                payment("t2", "71.00", "ИВАН ПЕТРОВ", "INV-2026-01061"),
            ],
            vec![
                item("1060", "INV-2026-01060", "K60", "Giorgos Papadopoulos", "59.50"),
                item("1061", "INV-2026-01061", "K61", "Ivan Petrov", "71.00"),
            ],
            none(),
        ),
        (
            "markup in a text",
            vec![payment("t1", "112.00", "<b>Hollenbeck</b>", "\"INV-2026-01042\" & more \u{202e}")],
            items(),
            none(),
        ),
        (
            "what reading gave stands before",
            vec![hollenbeck("t1", "112.00", "INV-2026-01042")],
            items(),
            json!({"errors": [{"code": "format.csv.bad_amount", "message": "march.csv: not an amount", "line": 3, "bytes": {"start": 4, "end": 9}, "field": "Betrag", "row": "r1"}],
                "warnings": [{"code": "format.csv.date_order", "message": "march.csv: day before month was assumed"}]}),
        ),
        (
            "rows that cannot be read",
            vec![
                hollenbeck("t1", "112.00", "INV-2026-01042"),
                json!({"id": "t2", "booked_on": "2026-03-21", "amount": "1.005", "currency": "EUR"}),
            ],
            [items(), vec![json!({"id": "x", "total": "1.00"})]].concat(),
            none(),
        ),
        (
            "unknown fields of rows",
            vec![with(hollenbeck("t1", "112.00", "INV-2026-01042"), json!({"colour": "red"}))],
            items(),
            none(),
        ),
    ]
}
