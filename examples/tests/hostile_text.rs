//! What strangers write in a remittance stays text: on the page, in the table, in the result.

mod support;

use std::path::PathBuf;

const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)> \"'><a href=javascript:alert(3)> =HYPERLINK(1) +cmd|' /C calc'!A0 \u{1b}[2J\u{1b}]0;title\u{7} \u{202e}gnp.exe\u{2066} \u{0} \u{9b}31m INV-2026-01042";

/// A folder of its own with hostile rows: as matched, as unmatched, in ids, names and numbers.
fn rows(name: &str) -> (PathBuf, String, String) {
    let folder = std::env::temp_dir().join(format!("payymo-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let transaction = |id: &str, amount: &str| {
        serde_json::json!({
            "id": id, "booked_on": "2026-03-04", "amount": amount, "currency": "EUR", "remittance": HOSTILE,
            "counterparty": {"name": HOSTILE, "iban": HOSTILE, "email": HOSTILE}, "metadata": {HOSTILE: HOSTILE}
        })
    };
    let invoice = |id: &str, number: &str, total: &str| {
        serde_json::json!({
            "id": id, "number": number, "total": total, "currency": "EUR", "issued_on": "2026-02-20",
            "customer": {"id": HOSTILE, "name": HOSTILE}, "description": HOSTILE
        })
    };
    let transactions = serde_json::json!([
        transaction("t1", "112.00"),
        transaction(&format!("t2 {HOSTILE}"), "7.77"),
        transaction("t3", "-5.00")
    ]);
    let invoices = serde_json::json!([
        invoice("1042", "INV-2026-01042", "112.00"),
        invoice(&format!("1043 {HOSTILE}"), HOSTILE, "64.00")
    ]);
    let write = |name: &str, rows: &serde_json::Value| {
        let path = folder.join(name);
        std::fs::write(&path, rows.to_string()).expect("written");
        path.to_string_lossy().into_owned()
    };
    let (transactions, invoices) =
        (write("transactions.json", &transactions), write("invoices.json", &invoices));
    (folder, transactions, invoices)
}

#[test]
fn nothing_acts() {
    let (folder, transactions, invoices) = rows("hostile");
    for output in [&["--html", "-"][..], &["--json", "-"], &[]] {
        let mut arguments = vec!["--transactions", &transactions, "--invoices", &invoices];
        arguments.extend(output);
        let out = support::run(&arguments);
        let told = String::from_utf8(out.stderr).expect("text");
        assert_eq!(out.status.code(), Some(0), "{told}");
        let page = String::from_utf8(out.stdout).expect("text");
        assert!(page.contains("1042"), "{output:?} shows the rows");
        for text in [&page, &told] {
            // JSON is data for a program and escapes what its standard says: what is below a space.
            let json = output.first() == Some(&"--json");
            let acts = |c: char| match c {
                '\n' => false,
                _ if json => c < ' ',
                _ => c.is_control() || matches!(c, '\u{202e}' | '\u{2066}'),
            };
            let found = text.chars().find(|c| acts(*c));
            assert!(found.is_none(), "{output:?}: {found:?}");
        }
        if output.first() == Some(&"--html") {
            let lower = page.to_lowercase();
            for tag in ["<script>alert", "<img src=x", "<a href=javascript"] {
                assert!(!lower.contains(tag), "{tag}");
            }
            assert!(lower.contains("&lt;script&gt;"), "the text is shown");
        }
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}
