//! Rows of cases in few words: March 2026, euros.

use serde_json::{Value, json};

/// Money in on 21 March.
pub fn payment(id: &str, amount: &str, name: &str, text: &str) -> Value {
    json!({"id": id, "booked_on": "2026-03-21", "amount": amount, "currency": "EUR",
           "counterparty": {"name": name}, "remittance": text})
}

/// What a customer owes since 1 March, due on the 15th.
pub fn item(id: &str, number: &str, customer: &str, name: &str, total: &str) -> Value {
    json!({"id": id, "number": number, "customer": {"id": customer, "name": name}, "issued_on": "2026-03-01",
           "due_on": "2026-03-15", "total": total, "currency": "EUR"})
}

/// The same value with some fields more, or other ones.
pub fn with(mut value: Value, fields: Value) -> Value {
    let (Some(into), Value::Object(fields)) = (value.as_object_mut(), fields) else { panic!("two objects") };
    into.extend(fields);
    value
}

/// Three customers who owe something.
pub fn items() -> Vec<Value> {
    vec![
        item("1042", "INV-2026-01042", "K7", "Hollenbeck Logistik GmbH", "112.00"),
        item("1043", "INV-2026-01043", "K8", "Ann-Marie Okonkwo", "59.50"),
        item("1044", "INV-2026-01044", "K9", "Brauerei Wendelin", "1204.50"),
    ]
}
