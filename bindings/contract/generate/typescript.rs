//! The types of Node: `bindings/node/index.d.ts` and what the package's runtime knows of the table.

mod functions;
mod records;
mod runtime;

pub use functions::function_name;
pub use runtime::OWN;

use crate::File;
use crate::reserved::{JAVASCRIPT, free};
use payymo_contract::Shapes;
use payymo_contract::schema::{Field, Record, Type, Words};
use payymo_contract::{Answer, OPERATIONS, Operation, Run, codes};
use std::collections::BTreeSet;
use std::fmt::Write;

const MADE: &str = "// Generated from the table of operations by `cargo run -p payymo-contract --bin generate-bindings`. Do not edit.\n";

pub fn files() -> Vec<File> {
    vec![
        ("bindings/node/index.d.ts", declarations()),
        ("bindings/node/index.d.mts", format!("{MADE}export * from './index.js';\n")),
        ("bindings/node/index.mjs", runtime::module()),
        ("bindings/node/lib/table.cjs", runtime::table()),
    ]
}

fn declarations() -> String {
    let mut out = format!("{MADE}{}", include_str!("typescript/head.d.ts"));
    let shapes = Shapes::of(OPERATIONS);
    out.push_str("\n/** Names of all operations. */\nexport type OperationName =");
    for operation in OPERATIONS {
        let _ = write!(out, "\n  | '{}'", operation.name);
    }
    out.push_str(";\n");
    error_codes(&mut out);
    shapes.words.iter().for_each(|list| words(&mut out, list));
    records::write(&mut out, &shapes, &Sides::of());
    functions::write(&mut out);
    out.push_str(include_str!("typescript/read_stream.d.ts"));
    out.push_str(include_str!("typescript/columns.d.ts"));
    out
}

fn error_codes(out: &mut String) {
    out.push_str("\n/** Stable codes of errors. Codes are added in later versions, never renamed. */\nexport type ErrorCode =");
    for known in codes() {
        let _ = write!(out, "\n  | '{}'", known.code);
    }
    out.push_str("\n  | (string & {});\n");
}

fn words(out: &mut String, words: &Words) {
    let list = (words.list)();
    let _ = write!(out, "\n/**\n * {}\n *\n", words.doc);
    for (word, meaning) in &list {
        let _ = writeln!(out, " * - `{word}`: {}", meaning.replace("*/", "* /"));
    }
    let _ = write!(out, " */\nexport type {} =", words.name);
    for (word, _) in &list {
        let _ = write!(out, "\n  | '{word}'");
    }
    out.push_str("\n  | (string & {});\n");
}

/// Which records a host hands in, and which it is given.
struct Sides {
    given: BTreeSet<&'static str>,
    answered: BTreeSet<&'static str>,
}

impl Sides {
    fn of() -> Self {
        let (mut given, mut answered) = (BTreeSet::new(), BTreeSet::new());
        for operation in OPERATIONS {
            operation.request.iter().for_each(|field| reach(&field.kind, &mut given));
            match &operation.answer {
                Answer::One(kind) | Answer::Maybe(kind) => reach(kind, &mut answered),
                Answer::Nothing => {}
            }
        }
        Sides { given, answered }
    }

    /// A record's name as a host hands it in: where it is answered too, the looser form has a name of its own.
    fn input_name(&self, record: &Record) -> String {
        match self.answered.contains(record.name) {
            true => format!("{}Input", record.name),
            false => record.name.to_owned(),
        }
    }
}

fn reach(kind: &Type, into: &mut BTreeSet<&'static str>) {
    match kind {
        Type::Of(record) | Type::Row(record) if into.insert(record.name) => {
            record.fields.iter().for_each(|field| reach(&field.kind, into));
        }
        Type::List(of) | Type::Map(of) => reach(of, into),
        Type::Either(types) => types.iter().for_each(|kind| reach(kind, into)),
        _ => {}
    }
}

/// A type as a host is given it.
fn answered(kind: &Type) -> String {
    match kind {
        Type::Text | Type::Secret => "string".to_owned(),
        Type::Json => "unknown".to_owned(),
        Type::Truth => "boolean".to_owned(),
        Type::Count(_) | Type::Whole | Type::Number => "number".to_owned(),
        Type::Decimal => "Decimal".to_owned(),
        Type::Currency => "Currency".to_owned(),
        Type::Date => "IsoDate".to_owned(),
        Type::Bytes => "Buffer".to_owned(),
        Type::Word(words) => words.name.to_owned(),
        Type::Of(record) | Type::Row(record) => record.name.to_owned(),
        Type::List(of) => format!("{}[]", grouped(answered(of))),
        Type::Map(of) => format!("{{ [key: string]: {} }}", answered(of)),
        Type::Either(types) => types.iter().map(answered).collect::<Vec<_>>().join(" | "),
    }
}

/// A type as a host hands it in.
fn given(kind: &Type, sides: &Sides) -> String {
    match kind {
        Type::Decimal => "DecimalInput".to_owned(),
        Type::Date => "DateInput".to_owned(),
        Type::Bytes => "BytesInput".to_owned(),
        Type::Of(record) | Type::Row(record) => sides.input_name(record),
        Type::List(of) => format!("readonly {}[]", grouped(given(of, sides))),
        Type::Map(of) => {
            let of = given(of, sides);
            format!("{{ readonly [key: string]: {of} }} | ReadonlyMap<string, {of}>")
        }
        Type::Either(types) => types.iter().map(|kind| given(kind, sides)).collect::<Vec<_>>().join(" | "),
        other => answered(other),
    }
}

/// In brackets, where a list of it would read otherwise.
fn grouped(text: String) -> String {
    match text.contains(" | ") || text.starts_with("readonly ") {
        true => format!("({text})"),
        false => text,
    }
}

/// `parse_localized` as JavaScript writes it.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}

/// The name of an argument.
fn argument(field: &Field) -> String {
    free(&camel(field.name), JAVASCRIPT)
}

/// Whether an operation comes as a pair: what takes rows or bytes, or waits for a matcher, may take long. What takes a
/// few words takes microseconds, and a promise would cost more than the answer.
pub fn paired(operation: &Operation) -> bool {
    fn large(kind: &Type) -> bool {
        match kind {
            Type::Bytes | Type::Row(_) => true,
            Type::List(of) => large(of) || matches!(of, Type::Of(_)),
            _ => false,
        }
    }
    !matches!(operation.run, Run::Function(_)) || operation.request.iter().any(|field| large(&field.kind))
}
