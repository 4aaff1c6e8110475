//! Values: references, names and accounts, money, text.

use crate::case::Cases;
use payymo_contract::operations::AREAS;
use serde_json::json;

pub fn library() -> Cases {
    let mut cases = Cases::default();
    assert!(AREAS.iter().any(|area| area.0 == "library"));
    cases.add("library.about", "about", json!({}));
    cases
}

/// A scheme, what a reference of it is made from, one that is printed oddly, and one whose check digit is wrong.
const REFERENCES: [(&str, &str, &str, &str); 13] = [
    ("rf", "539007547034", "rf18 5390 0754 7034", "RF19 5390 0754 7034"),
    ("ogm", "0909337554", "+++090/9337/55493+++", "+++090/9337/55494+++"),
    (
        "qrr",
        "21000000000313947143000901",
        "21 00000 00003 13947 14300 09017",
        "21 00000 00003 13947 14300 09018",
    ),
    ("esr", "96111690000000660000000928", "961116900000006600000009284", "961116900000006600000009285"),
    ("viitenumero", "1234567", "123 45672", "123 45673"),
    ("viitenumber", "1234567", "12345672", "12345673"),
    ("kid_mod10", "60224", "602243", "602244"),
    ("kid_mod11", "1234567", "12345674", "12345670"),
    ("ocr", "2019121", "20191219", "20191215"),
    ("si", "12 123456", "SI12 1234560", "SI12 1234565"),
    ("fik", "71<123", "+71<000000000001230", "+71<000000000001235"),
    ("betalingskenmerk", "123456789012", "42 1234 5678 9012", "43 1234 5678 9012"),
    ("variable_symbol", "1234567890", "0012345678", "12345678901"),
];

pub fn reference() -> Cases {
    let mut cases = Cases::default();
    for (scheme, base, printed, wrong) in REFERENCES {
        cases.add("reference.generate", scheme, json!({"scheme": scheme, "base": base}));
        cases.add(
            "reference.validate",
            &format!("{scheme} printed"),
            json!({"scheme": scheme, "text": printed}),
        );
        cases.add("reference.validate", &format!("{scheme} wrong"), json!({"scheme": scheme, "text": wrong}));
    }
    cases.add("reference.generate", "too long", json!({"scheme": "rf", "base": "1234567890123456789012345"}));
    cases.add(
        "reference.generate",
        "letters where digits stand",
        json!({"scheme": "viitenumero", "base": "A1"}),
    );
    cases.add("reference.validate", "empty", json!({"scheme": "rf", "text": ""}));
    cases.add("reference.validate", "not ASCII", json!({"scheme": "ogm", "text": "+++０９０/9337/55493+++"}));
    cases.add("reference.ocr_with_length", "seven digits", json!({"base": "2019121"}));
    cases.add("reference.ocr_with_length", "24 digits", json!({"base": "123456789012345678901234"}));
    let text = "/RFB/RF18 5390 0754 7034 KID: 602243, VS1234567890 and 602243 again";
    cases.add("reference.find", "labelled", json!({"text": text}));
    cases.add("reference.find", "labelled, said", json!({"text": text, "strictness": "labelled"}));
    cases.add("reference.find", "bare", json!({"text": "order 602243", "strictness": "bare"}));
    cases.add("reference.find", "none", json!({"text": "thanks for the fish"}));
    cases.add(
        "reference.find",
        "behind letters of two bytes",
        json!({"text": "Überweisung für RF18 5390 0754 7034"}),
    );
    cases.add("reference.find", "frame", json!({"text": "pay +++090/9337/55493+++ now"}));
    cases.add("reference.inside", "a Finnish number", json!({"text": "RF85 1234 5672"}));
    cases.add("reference.inside", "not an RF", json!({"text": "12345672"}));
    cases.raw("reference.validate", "a scheme that is none", r#"{"scheme": "iban", "text": "x"}"#);
    cases.raw("reference.validate", "a number for text", r#"{"scheme": "rf", "text": 18}"#);
    cases.raw("reference.find", "text is missing", "{}");
    cases
}

pub fn party() -> Cases {
    let mut cases = Cases::default();
    for (name, text) in [
        ("valid", "DE89370400440532013000"),
        ("printed", "iban de89 3704 0044 0532 0130 00"),
        ("wrong digit", "DE88370400440532013000"),
        ("short", "DE8937040044053201300"),
        ("no country", "ZZ89370400440532013000"),
        ("not one", "hello"),
        ("empty", ""),
        ("partial country", "MA64011519000001205000534921"),
        ("British", "GB29 NWBK 6016 1331 9268 19"),
        ("longest", "MT84MALT011000012345MTLCAST001S"),
        ("full width", "ＤＥ89370400440532013000"),
    ] {
        cases.add("party.iban", name, json!({"text": text}));
    }
    let two = "Rent, IBAN: DE89 3704 0044 0532 0130 00 or GB29NWBK60161331926819 thanks";
    cases.add("party.find_ibans", "two", json!({"text": two}));
    cases.add("party.find_ibans", "behind umlauts", json!({"text": "für Müller: DE89370400440532013000"}));
    cases.add("party.find_ibans", "none", json!({"text": "no account here DE88370400440532013000"}));
    for (name, text) in [
        ("head office", "cobadeffxxx"),
        ("branch", "COBADEFF060"),
        ("no country", "COBAZZFF"),
        ("not one", "COBA"),
        ("empty", ""),
    ] {
        cases.add("party.bic", name, json!({"text": text}));
    }
    for (name, text) in [
        ("British IBAN", "GB29NWBK60161331926819"),
        ("sort code", "60-16-13 31926819"),
        ("Czech", "19-2000145399/0800"),
        ("empty", ""),
    ] {
        cases.add("party.account_keys", name, json!({"text": text}));
    }
    for (name, a, b) in [
        ("IBAN and number", "GB29 NWBK 6016 1331 9268 19", "60-16-13 31926819"),
        ("others", "GB29NWBK60161331926819", "DE89370400440532013000"),
        ("masked", "****6819", "****6819"),
    ] {
        cases.add("party.same_account", name, json!({"a": a, "b": b}));
    }
    for (name, text) in [
        ("company", "Müller & Söhne GmbH & Co. KG"),
        ("person", "SMITH, Dr. JOHN"),
        ("two holders", "John & Mary Smith"),
        ("unknown", "Acme"),
        ("Cyrillic", "Иван Петров"),
        ("Greek", "Γιώργος Παπαδόπουλος"),
        ("empty", ""),
    ] {
        cases.add("party.name", name, json!({"text": text}));
    }
    for (name, a, b) in [
        ("equal", "MUELLER GMBH", "Müller"),
        ("equal tokens", "MUELLER JAN", "Herr Jan Müller"),
        ("glued", "MC DONALD", "McDonald"),
        ("initials", "J SMITH", "John Smith"),
        ("truncated", "ACME INTERNATIO", "Acme International Trading"),
        ("subset", "John Smith", "John Robert Smith"),
        ("typo", "Jon Smiht", "John Smith"),
        ("surname", "Mary Smith", "John Smith"),
        ("partial", "Acme Trading Berlin", "Acme Services Berlin"),
        ("different", "John Smith", "Acme"),
    ] {
        cases.add("party.compare_names", name, json!({"a": a, "b": b}));
    }
    cases
}

pub fn money() -> Cases {
    let mut cases = Cases::default();
    for (name, text, currency) in [
        ("plain", "1204.50", "GBP"),
        ("negative", "-0.01", "EUR"),
        ("no decimals", "1500", "JPY"),
        ("three decimals", "1.234", "KWD"),
        ("zeros beyond the decimals", "12.5000", "EUR"),
        ("digits beyond the decimals", "12.345", "EUR"),
        ("yen with decimals", "12.5", "JPY"),
        ("largest", "92233720368547758.07", "EUR"),
        ("too large", "92233720368547758.08", "EUR"),
        ("not a number", "abc", "EUR"),
        ("exponent", "1e5", "EUR"),
        ("empty", "", "EUR"),
        ("comma", "1,50", "EUR"),
    ] {
        cases.add("money.parse", name, json!({"text": text, "currency": currency}));
    }
    for (name, text) in [
        ("comma", "1.234,56"),
        ("apostrophe", "1'234.50"),
        ("brackets", "(12.00)"),
        ("debit", "12,50 DR"),
        ("credit", "12.50 CR"),
        ("symbol", "€ 12,00"),
        ("code", "USD 12.00"),
        ("two readings", "1.234"),
        ("no cents", "12,-"),
        ("lakh", "1,23,456.00"),
        ("full width", "１２３"),
        ("not one", "12..34"),
        ("empty", ""),
    ] {
        cases.add("money.parse_localized", name, json!({"text": text}));
    }
    cases.add("money.parse_localized", "told by the column", json!({"text": "1.234", "decimal_mark": ","}));
    cases.add("money.parse_localized", "a currency beside it", json!({"text": "1234,5", "currency": "EUR"}));
    cases.add(
        "money.parse_localized",
        "beyond the decimals",
        json!({"text": "1234,567", "currency": "EUR", "decimal_mark": ","}),
    );
    cases.add("money.learn_mark", "comma", json!({"texts": ["1.234", "12,50", "Total"]}));
    cases.add("money.learn_mark", "point", json!({"texts": ["1,234.50"]}));
    cases.add("money.learn_mark", "no evidence", json!({"texts": ["1.234", "12"]}));
    cases.add("money.learn_mark", "nothing", json!({"texts": []}));
    cases.add("money.sum", "exact", json!({"amounts": ["0.10", "0.20", "-0.30"], "currency": "EUR"}));
    cases.add("money.sum", "nothing", json!({"amounts": [], "currency": "JPY"}));
    cases.add(
        "money.sum",
        "overflow",
        json!({"amounts": ["92233720368547758.07", "0.01"], "currency": "EUR"}),
    );
    cases.add("money.sum", "not an amount", json!({"amounts": ["1.00", "x"], "currency": "EUR"}));
    for code in ["EUR", "JPY", "KWD", "CLF", "DEM", "BGN", "eur"] {
        cases.add("money.currency", code, json!({"code": code}));
    }
    cases.add("money.currency", "unknown", json!({"code": "XQQ"}));
    cases.add("money.currencies", "all", json!({}));
    cases.raw("money.parse", "a currency that is none", r#"{"text": "1", "currency": "XQQ"}"#);
    cases.raw("money.sum", "a number among texts", r#"{"amounts": ["1.00", 2], "currency": "EUR"}"#);
    cases
}

pub fn text() -> Cases {
    let mut cases = Cases::default();
    for (name, text) in [
        ("umlauts", "Größe Müller"),
        ("accents", "Crème Brûlée ŁÓDŹ"),
        ("Greek", "Θεσσαλονίκη"),
        ("Cyrillic", "Москва"),
        ("empty", ""),
        ("control characters", "a\u{0}b\u{1b}[31mc"),
    ] {
        cases.add("text.fold", name, json!({"text": text}));
        cases.add("text.tokens", name, json!({"text": text}));
        cases.add("text.terminal", name, json!({"text": text}));
    }
    cases.add("text.edits", "none", json!({"a": "invoice", "b": "invoice"}));
    cases.add("text.edits", "swap", json!({"a": "ab", "b": "ba"}));
    cases.add("text.edits", "far", json!({"a": "kitten", "b": "sitting"}));
    cases.add("text.edits", "within", json!({"a": "kitten", "b": "sitting", "most": 3}));
    cases.add("text.edits", "beyond", json!({"a": "kitten", "b": "sitting", "most": 2}));
    cases.add("text.edits", "letters of several bytes", json!({"a": "Müller", "b": "Mueller"}));
    cases.add("text.html", "tags", json!({"text": "<script>alert(\"x\" & 'y')</script>"}));
    cases.add("text.html", "plain", json!({"text": "Müller & Söhne"}));
    cases.add("text.csv_cell", "formula", json!({"text": "=HYPERLINK(\"x\")"}));
    cases.add("text.csv_cell", "comma", json!({"text": "a, \"b\"\nc"}));
    cases.add("text.csv_cell", "plain", json!({"text": "plain"}));
    cases.add("text.terminal", "bidirectional", json!({"text": "a\u{202e}b\u{2066}c"}));
    cases.raw("text.edits", "most is negative", r#"{"a": "a", "b": "b", "most": -1}"#);
    cases
}
