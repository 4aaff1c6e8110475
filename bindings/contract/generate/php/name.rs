//! Names of the contract as PHP writes them.

use payymo_contract::schema::Type;

/// Names of the contract that PHP keeps for itself.
const RENAMED: &[(&str, &str)] = &[("Match", "MatchRecord")];

/// The class of a record.
pub fn class(record: &'static str) -> &'static str {
    RENAMED.iter().find(|(name, _)| *name == record).map_or(record, |(_, name)| name)
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

/// The type of a value as the documentation of PHP writes it, for what a reader gets.
pub fn doc_type(kind: &Type) -> String {
    match kind {
        Type::Text | Type::Decimal | Type::Currency | Type::Date | Type::Bytes | Type::Word(_) => {
            "string".to_owned()
        }
        Type::Truth => "bool".to_owned(),
        Type::Count(_) | Type::Whole => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Of(record) | Type::Row(record) => class(record.name).to_owned(),
        Type::List(of) => format!("list<{}>", doc_type(of)),
        Type::Map(of) => format!("array<array-key, {}>", doc_type(of)),
        Type::Either(types) => types.iter().map(doc_type).collect::<Vec<_>>().join("|"),
    }
}

/// The native type of the same.
pub fn native(kind: &Type) -> &'static str {
    match kind {
        Type::Text | Type::Decimal | Type::Currency | Type::Date | Type::Bytes | Type::Word(_) => "string",
        Type::Truth => "bool",
        Type::Count(_) | Type::Whole => "int",
        Type::Number => "float",
        Type::Of(record) | Type::Row(record) => class(record.name),
        Type::List(_) | Type::Map(_) => "array",
        Type::Either(_) => "mixed",
    }
}

/// How a value of the type is written into a document, as PHP data that `Payymo\Internal\Give` reads.
pub fn spec(kind: &Type) -> String {
    match kind {
        Type::Text | Type::Currency | Type::Word(_) => "'text'".to_owned(),
        Type::Truth => "'truth'".to_owned(),
        Type::Count(_) | Type::Whole => "'whole'".to_owned(),
        Type::Number => "'number'".to_owned(),
        Type::Decimal => "'decimal'".to_owned(),
        Type::Date => "'date'".to_owned(),
        Type::Bytes => "'bytes'".to_owned(),
        Type::Of(record) | Type::Row(record) => format!("{}::class", class(record.name)),
        Type::List(of) => format!("['list', {}]", spec(of)),
        Type::Map(of) => format!("['map', {}]", spec(of)),
        Type::Either(_) => "'any'".to_owned(),
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
