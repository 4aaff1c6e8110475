//! Lists of words as backed enums.

use super::{name, text};
use payymo_contract::schema::Words;
use std::collections::BTreeSet;
use std::fmt::Write;

pub fn class(words: &Words) -> String {
    let mut out = text::head("Payymo\\Enum", &BTreeSet::new());
    let doc = words
        .doc
        .replace("; {} stands for the item or the customer", "; … stands for the item or the customer");
    out.push_str(&text::doc(
        0,
        &[
            doc,
            "Later versions add words: `tryFrom` gives null for what this version does not know.".to_owned(),
        ],
    ));
    let _ = writeln!(out, "enum {}: string\n{{", words.name);
    let list: Vec<(&str, String)> =
        (words.list)().into_iter().map(|(word, meaning)| (word, meaning.replace("{}", "…"))).collect();
    for (word, meaning) in &list {
        out.push_str(&text::doc(4, std::slice::from_ref(meaning)));
        let _ = writeln!(out, "    case {} = {};\n", name::pascal(word), text::string(word));
    }
    out.push_str("    /** What the word means, in a sentence. */\n    public function meaning(): string\n    {\n        return match ($this) {\n");
    for (word, meaning) in &list {
        let _ = writeln!(out, "            self::{} => {},", name::pascal(word), text::string(meaning));
    }
    out.push_str("        };\n    }\n}\n");
    out
}
