//! `docs/operations.md`: the reference of all operations and shapes.

use crate::File;
use payymo_contract::Shapes;
use payymo_contract::operations::AREAS;
use payymo_contract::schema::{Field, Record, Type, Words};
use payymo_contract::{Answer, COMMON, OPERATIONS, Operation, Run};
use std::fmt::Write;

pub fn files() -> Vec<File> {
    vec![("docs/operations.md", document())]
}

const TYPES: &str = "
| Type | In JSON |
|---|---|
| text | A string. |
| truth | `true` or `false`. |
| count, whole number | A number without fraction; a count is not negative. |
| number | A number that is no money: a probability, a weight in bits. |
| decimal | A decimal number as a string, `\"1204.50\"`; in a request a whole number too. |
| currency, date | A string: a code of ISO 4217, a date of ISO 8601 such as `\"2026-03-31\"`. |
| bytes | A string, or `{\"base64\": \"…\"}`. |
| list of …, map to … | An array; an object of any names. |
| a name | One of the shapes or lists of words below. |
";

fn document() -> String {
    let mut out = String::from(
        "# Operations\n\n\
         What every language can ask of the library, as documents: a JSON object goes in, a JSON document comes out. The bindings give \
         these the form of their language; names and meanings are the same everywhere. Money is decimal text with its currency beside \
         it, dates are ISO 8601, unknown fields are ignored unless a request says `strict`. Bytes stand as text, or as \
         `{\"base64\": \"…\"}`; answers hold them as base64.\n\n\
         An error is `{\"code\", \"number\", \"message\"}` with the place where there is one; [vocabulary.md](vocabulary.md) lists the codes. \
         Any operation can answer `contract.field` for a field that is missing or not of its type.\n\n\
         This page is written from the table of operations; `make generate` brings it up to date.\n",
    );
    out.push_str("\n| Area | Operations |\n|---|---|\n");
    for (area, _) in AREAS {
        let operations = OPERATIONS.iter().filter(|operation| operation.area() == *area);
        // The dot is no part of a heading's address.
        let linked = |name: &str| format!("[{name}](#{})", name.replace('.', "").to_lowercase());
        let operations: Vec<String> = operations.map(|operation| linked(operation.name)).collect();
        let _ = writeln!(out, "| [{area}](#area-{area}) | {} |", operations.join(", "));
    }
    out.push_str(TYPES);
    out.push_str("\nFields that every request may have:\n\n");
    fields(&mut out, &COMMON);
    for (area, about) in AREAS {
        let _ = write!(out, "\n## Area {area}\n\n{about}\n");
        for operation in OPERATIONS.iter().filter(|operation| operation.area() == *area) {
            one(&mut out, operation);
        }
    }
    let shapes = Shapes::of(OPERATIONS);
    out.push_str("\n## Shapes\n");
    shapes.records.iter().for_each(|shape| record(&mut out, shape));
    out.push_str("\n## Words\n\nWords are added in later versions, never renamed.\n");
    shapes.words.iter().for_each(|list| words(&mut out, list));
    out
}

fn one(out: &mut String, operation: &Operation) {
    let _ = write!(out, "\n### {}\n\n{}\n", operation.name, operation.doc);
    if !operation.request.is_empty() {
        out.push('\n');
        fields(out, operation.request);
    }
    let answer = match &operation.answer {
        Answer::One(kind) => type_text(kind),
        Answer::Maybe(kind) => format!("{} or `null`", type_text(kind)),
        Answer::Nothing => "`null`".to_owned(),
    };
    let on = match operation.run {
        Run::Function(_) => String::new(),
        Run::Open(_) => format!(" Makes {}.", one_of(operation.area())),
        _ => format!(" Done on {}.", one_of(operation.area())),
    };
    let _ = write!(out, "\nAnswers {answer}.{on}");
    if !operation.errors.is_empty() {
        let codes: Vec<String> = operation.errors.iter().map(|code| format!("`{code}`")).collect();
        let _ = write!(out, " Errors: {}.", codes.join(", "));
    }
    out.push('\n');
}

/// `a stream`, `an anchors`: the handle of an area by its article.
fn one_of(area: &str) -> String {
    let article = if area.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} `{area}`")
}

fn fields(out: &mut String, fields: &[Field]) {
    out.push_str("| Field | Type | |\n|---|---|---|\n");
    for field in fields {
        let optional = if field.required { "" } else { "?" };
        let _ = writeln!(out, "| `{}`{optional} | {} | {} |", field.name, type_text(&field.kind), field.doc);
    }
}

fn record(out: &mut String, record: &Record) {
    let _ = write!(out, "\n### {}\n\n{}\n\n", record.name, record.doc);
    fields(out, record.fields);
}

fn words(out: &mut String, words: &Words) {
    let _ = write!(out, "\n### {}\n\n{}\n\n", words.name, words.doc);
    let list = (words.list)();
    // Long lists are those of the vocabulary.
    if list.len() > 20 {
        let _ = writeln!(out, "{} codes: see [vocabulary.md](vocabulary.md).", list.len());
        return;
    }
    for (word, meaning) in list {
        let _ = writeln!(out, "- `{word}`: {meaning}");
    }
}

pub fn type_text(kind: &Type) -> String {
    let named = |name: &str| format!("[{name}](#{})", name.to_lowercase());
    match kind {
        Type::Text => "text".to_owned(),
        Type::Secret => "secret text".to_owned(),
        Type::Json => "any JSON".to_owned(),
        Type::Truth => "truth".to_owned(),
        Type::Count(_) => "count".to_owned(),
        Type::Whole => "whole number".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Decimal => "decimal".to_owned(),
        Type::Currency => "currency".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Word(words) => named(words.name),
        Type::Of(record) | Type::Row(record) => named(record.name),
        Type::List(of) => format!("list of {}", type_text(of)),
        Type::Map(of) => format!("map to {}", type_text(of)),
        Type::Either(types) => types.iter().map(type_text).collect::<Vec<_>>().join(" or "),
    }
}
