//! Codes of errors, and an exception for each family of them.

use super::{name, text};
use payymo_contract::codes;
use std::collections::BTreeSet;
use std::fmt::Write;

/// `Format`, `Money` …: what the codes begin with, in their order.
pub fn families() -> Vec<String> {
    let mut families: Vec<String> = Vec::new();
    for known in codes() {
        let family = name::pascal(known.code.split('.').next().unwrap_or(known.code));
        if !families.contains(&family) {
            families.push(family);
        }
    }
    families
}

pub fn exception(family: &str) -> String {
    let mut out = text::head("Payymo\\Exception", &BTreeSet::new());
    let said = format!("An error whose code begins with `{}.`.", family.to_ascii_lowercase());
    out.push_str(&text::doc(0, &[said]));
    let _ = writeln!(out, "final class {family}Exception extends PayymoException\n{{\n}}");
    out
}

pub fn class() -> String {
    let mut out = text::head("Payymo", &BTreeSet::new());
    let said = [
        "Codes of errors and warnings. They are stable: codes are added, never renamed; numbers are never used again.",
    ];
    out.push_str(&text::doc(0, &said.map(str::to_owned)));
    out.push_str("final class ErrorCode\n{\n");
    for known in codes() {
        out.push_str(&text::doc(4, &[known.meaning.to_owned()]));
        let _ = writeln!(
            out,
            "    public const {} = {};\n",
            name::constant(known.code),
            text::string(known.code)
        );
    }
    out.push_str("    /** The number of each code; 0 is no error. */\n    public const NUMBERS = [\n");
    for known in codes() {
        let _ = writeln!(out, "        self::{} => {},", name::constant(known.code), known.number);
    }
    out.push_str("    ];\n\n    private const MEANINGS = [\n");
    for known in codes() {
        let _ =
            writeln!(out, "        self::{} => {},", name::constant(known.code), text::string(known.meaning));
    }
    out.push_str("    ];\n\n    /** @internal The exception of each family of codes. */\n    public const FAMILIES = [\n");
    for family in families() {
        let _ = writeln!(
            out,
            "        '{}' => Exception\\{family}Exception::class,",
            family.to_ascii_lowercase()
        );
    }
    out.push_str(
        "    ];\n\n    private function __construct()\n    {\n    }\n\n    \
         /** What a code means, in a sentence; null for one that this version does not know. */\n    \
         public static function meaning(string $code): ?string\n    {\n        return self::MEANINGS[$code] ?? null;\n    }\n}\n",
    );
    out
}
