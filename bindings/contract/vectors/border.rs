//! Requests that are not as they should be, and what every request may say.

use crate::case::Cases;

pub fn cases() -> Cases {
    let mut cases = Cases::default();
    cases.raw("no.such", "no such operation", "{}");
    cases.raw("", "an empty name", "{}");
    cases.raw("matcher.close", "a matcher is needed", r#"{"id": "1"}"#);
    cases.raw("text.fold", "not JSON", "{");
    cases.raw("text.fold", "not an object", "[]");
    cases.raw("text.fold", "nothing", "");
    cases.raw("text.fold", "two documents", r#"{"text": "a"} {"text": "b"}"#);
    cases.raw("text.fold", "an unpaired surrogate", r#"{"text": "\ud800"}"#);
    cases.raw("text.fold", "another version", r#"{"version": 2, "text": "a"}"#);
    cases.raw("text.fold", "this version", r#"{"version": 1, "text": "a"}"#);
    cases.raw("text.fold", "a version that is none", r#"{"version": "1", "text": "a"}"#);
    cases.raw("text.fold", "an unknown field", r#"{"text": "a", "txet": "b"}"#);
    cases.raw("text.fold", "an unknown field, strict", r#"{"text": "a", "txet": "b", "strict": true}"#);
    cases.raw("text.fold", "strict is no truth", r#"{"text": "a", "strict": "yes"}"#);
    cases.raw("text.fold", "null counts as left out", r#"{"text": null}"#);
    cases.raw("text.edits", "null counts as left out", r#"{"a": "a", "b": "b", "most": null}"#);
    cases.raw("text.edits", "a count beyond its type", r#"{"a": "a", "b": "b", "most": 4294967296}"#);
    cases.raw("text.edits", "a fraction", r#"{"a": "a", "b": "b", "most": 1.5}"#);
    cases.raw("text.edits", "a number beyond all types", r#"{"a": "a", "b": "b", "most": 1e400}"#);
    cases.raw("format.detect", "base64", r#"{"content": {"base64": "PHg+"}}"#);
    cases.raw("format.detect", "base64 that is none", r#"{"content": {"base64": "*"}}"#);
    cases.raw("format.detect", "a blob that did not come", r#"{"content": {"blob": 3}}"#);
    cases.raw(
        "matching.reconcile",
        "an option that is null",
        r#"{"transactions": [], "invoices": [], "options": {"threads": null, "auto": {"enabled": null}}}"#,
    );
    cases.raw(
        "matching.reconcile",
        "digits of a date are no instant",
        r#"{"transactions": [{"id": "t", "booked_on": 20260304, "amount": "1.00", "currency": "EUR"}], "invoices": []}"#,
    );
    cases.raw("matching.reconcile", "rows that are no list", r#"{"transactions": {}, "invoices": []}"#);
    cases.raw(
        "matching.reconcile",
        "an option that is none, strict",
        r#"{"transactions": [], "invoices": [], "options": {"max_grup": 3}, "strict": true}"#,
    );
    cases.raw(
        "matching.reconcile",
        "an option of the wrong type",
        r#"{"transactions": [], "invoices": [], "options": {"audit_salt": 12345}}"#,
    );
    cases.raw(
        "matching.reconcile",
        "an option inside an option",
        r#"{"transactions": [], "invoices": [], "options": {"auto": {"enabled": 1}}}"#,
    );
    cases.raw("matching.reconcile", "a rate as a number with a fraction",
        r#"{"transactions": [], "invoices": [], "options": {"rates": [{"from": "USD", "to": "EUR", "rate": 0.92}]}}"#);
    cases.raw("matching.reconcile", "rows are missing", r#"{"transactions": []}"#);
    cases.raw("matching.settlements", "a match that is none", r#"{"matches": [1], "transactions": []}"#);

    cases
}
