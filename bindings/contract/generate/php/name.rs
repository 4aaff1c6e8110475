//! Names of the contract as PHP writes them.

use crate::kinds::cannot;
use crate::reserved::PHP;
use payymo_contract::schema::{Record, Type};

/// The class of a record: `MatchRecord` of `Match`, which PHP keeps for itself.
pub fn class(record: &'static str) -> &'static str {
    match PHP.contains(&record.to_ascii_lowercase().as_str()) {
        // The process ends when the files are written.
        true => String::leak(format!("{record}Record")),
        false => record,
    }
}

/// `decimal_mark` as `decimalMark`.
pub fn camel(name: &str) -> String {
    let pascal = pascal(name);
    let mut letters = pascal.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

/// `direct_debit`, `reference.exact` as `DirectDebit`, `ReferenceExact`; marks by their names.
pub fn pascal(name: &str) -> String {
    match name {
        "." => return "Point".to_owned(),
        "," => return "Comma".to_owned(),
        _ => {}
    }
    let mut out = String::new();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        let (first, rest) = part.split_at(1);
        out.push_str(&first.to_ascii_uppercase());
        out.push_str(rest);
    }
    if out.starts_with(|c: char| c.is_ascii_digit()) { format!("_{out}") } else { out }
}

/// `format.csv.bad_amount` as `FORMAT_CSV_BAD_AMOUNT`.
pub fn constant(code: &str) -> String {
    code.replace('.', "_").to_ascii_uppercase()
}

/// The class of a record as a file names it. `below` is where classes of records stand, seen from its namespace: nothing
/// where they are imported, or of the same namespace.
pub fn record(record: &Record, below: &str) -> String {
    format!("{below}{}", class(record.name))
}

/// The type of a value as the documentation of PHP writes it, for what a reader gets.
pub fn doc_type(kind: &Type, below: &str) -> String {
    match kind {
        Type::Text
        | Type::Secret
        | Type::Decimal
        | Type::Currency
        | Type::Date
        | Type::Bytes
        | Type::Word(_) => "string".to_owned(),
        Type::Json => "mixed".to_owned(),
        Type::Truth => "bool".to_owned(),
        Type::Count(_) | Type::Whole => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Of(of) | Type::Row(of) => record(of, below),
        Type::List(of) => format!("list<{}>", doc_type(of, below)),
        Type::Map(of) => format!("array<array-key, {}>", doc_type(of, below)),
        Type::Either(types) => either(types, |kind| doc_type(kind, below)),
    }
}

/// The native type of the same.
pub fn native(kind: &Type, below: &str) -> String {
    match kind {
        Type::Of(of) | Type::Row(of) => record(of, below),
        Type::List(_) | Type::Map(_) => "array".to_owned(),
        Type::Either(_) => "mixed".to_owned(),
        plain => doc_type(plain, below),
    }
}

/// What a value may be handed in as, in documentation. `list` is what a list may be: `iterable`, `array`.
pub fn given(kind: &Type, below: &str, list: &str) -> String {
    match kind {
        Type::Decimal => "string|int|\\Stringable".to_owned(),
        Type::Date => "string|\\DateTimeInterface".to_owned(),
        Type::Word(_) => "string|\\BackedEnum".to_owned(),
        Type::Of(of) | Type::Row(of) => format!("{}|array<string, mixed>|\\stdClass", record(of, below)),
        Type::List(of) => format!("{list}<{}>", given(of, below, list)),
        Type::Map(of) => format!("array<array-key, {}>|\\stdClass", given(of, below, list)),
        Type::Either(types) => either(types, |kind| given(kind, below, list)),
        Type::Text
        | Type::Secret
        | Type::Json
        | Type::Truth
        | Type::Count(_)
        | Type::Whole
        | Type::Number
        | Type::Currency
        | Type::Bytes => doc_type(kind, below),
    }
}

fn either(types: &[Type], text: impl Fn(&Type) -> String) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in types.iter().map(text) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join("|")
}

/// The same where it may be left out.
pub fn or_null(native: &str) -> String {
    match native {
        "mixed" => native.to_owned(),
        native if native.contains('|') => format!("{native}|null"),
        native => format!("?{native}"),
    }
}

/// How a value of the type is written into a document, as PHP data that `Payymo\Internal\Give` reads.
pub fn spec(kind: &Type, below: &str) -> String {
    match kind {
        Type::Text | Type::Secret | Type::Currency | Type::Word(_) => "'text'".to_owned(),
        Type::Json => "'json'".to_owned(),
        Type::Truth => "'truth'".to_owned(),
        Type::Count(_) | Type::Whole => "'whole'".to_owned(),
        Type::Number => "'number'".to_owned(),
        Type::Decimal => "'decimal'".to_owned(),
        Type::Date => "'date'".to_owned(),
        Type::Bytes => "'bytes'".to_owned(),
        Type::Of(of) | Type::Row(of) => format!("{}::class", record(of, below)),
        Type::List(of) => format!("['list', {}]", spec(of, below)),
        Type::Map(of) => format!("['map', {}]", spec(of, below)),
        Type::Either(types) => {
            // It goes as it is: what PHP must settle by its type (a float is no money) cannot be one of several.
            types.iter().for_each(|of| {
                if !goes_as_it_is(of) {
                    cannot("one of several types is written as it is, which this cannot be", of);
                }
            });
            "'any'".to_owned()
        }
    }
}

/// Whether PHP's own value is the document's, without a look at it.
fn goes_as_it_is(kind: &Type) -> bool {
    match kind {
        Type::Text
        | Type::Secret
        | Type::Truth
        | Type::Count(_)
        | Type::Whole
        | Type::Number
        | Type::Currency
        | Type::Word(_) => true,
        Type::List(of) => goes_as_it_is(of),
        Type::Either(types) => types.iter().all(goes_as_it_is),
        // An empty array would be a list.
        Type::Map(_) => false,
        Type::Decimal | Type::Date | Type::Bytes | Type::Json | Type::Of(_) | Type::Row(_) => false,
    }
}

/// Whether bytes are in it.
pub fn holds_bytes(kind: &Type) -> bool {
    match kind {
        Type::Bytes => true,
        Type::List(of) | Type::Map(of) => holds_bytes(of),
        Type::Either(types) => types.iter().any(holds_bytes),
        _ => false,
    }
}

/// Adds the records and words that a type names to the classes that a file imports.
pub fn imports(kind: &Type, into: &mut std::collections::BTreeSet<String>, words: bool) {
    match kind {
        Type::Of(record) | Type::Row(record) => {
            into.insert(format!("Payymo\\Model\\{}", class(record.name)));
        }
        Type::Word(list) if words => {
            into.insert(format!("Payymo\\Enum\\{}", list.name));
        }
        Type::List(of) | Type::Map(of) => imports(of, into, words),
        Type::Either(types) => types.iter().for_each(|kind| imports(kind, into, words)),
        _ => {}
    }
}
