//! Words as literal types, records as frozen dataclasses.

use super::head;
use super::text::{attribute, docstring, list, quoted};
use crate::kinds::secrets;
use payymo_contract::Shapes;
use payymo_contract::schema::{Field, Record, Type};
use std::fmt::Write;

/// The type of what a field holds.
pub fn type_of(kind: &Type) -> String {
    match kind {
        Type::Text | Type::Secret | Type::Currency => "str".to_owned(),
        Type::Json => "Any".to_owned(),
        Type::Truth => "bool".to_owned(),
        Type::Count(_) | Type::Whole => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Decimal => "Decimal".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Word(words) => words.name.to_owned(),
        Type::Of(record) | Type::Row(record) => record.name.to_owned(),
        Type::List(of) => format!("tuple[{}, ...]", type_of(of)),
        Type::Map(of) => format!("Mapping[str, {}]", type_of(of)),
        Type::Either(types) => types.iter().map(type_of).collect::<Vec<_>>().join(" | "),
    }
}

/// The value of a part of a document; `None` where it stays as it is.
pub fn read(kind: &Type, value: &str) -> Option<String> {
    match kind {
        Type::Decimal => Some(format!("decimal({value})")),
        Type::Date => Some(format!("day({value})")),
        Type::Bytes => Some(format!("raw({value})")),
        Type::Of(record) | Type::Row(record) => Some(format!("{}.from_document({value})", record.name)),
        Type::List(of) => Some(match read(of, "each") {
            Some(one) => format!("tuple([{one} for each in {value}])"),
            None => format!("tuple({value})"),
        }),
        Type::Map(of) => Some(match read(of, "each") {
            Some(one) => format!("{{name: {one} for name, each in {value}.items()}}"),
            None => format!("dict({value})"),
        }),
        Type::Either(types) => {
            let is_list = |kind: &&Type| matches!(kind, Type::List(_));
            types.iter().any(|kind| is_list(&kind)).then(|| format!("listed({value})"))
        }
        _ => None,
    }
}

pub fn words(shapes: &Shapes) -> String {
    let mut out = head(
        "Words that fields hold. Words are added in later versions of the library, never renamed: a value that is none of \
         these comes from a newer one.",
    );
    out.push_str("from typing import Final, Literal, Mapping\n\n");
    let mut all: Vec<String> = Vec::new();
    for words in &shapes.words {
        all.push(words.name.to_owned());
        all.push(constant(words.name));
    }
    let _ = writeln!(out, "__all__ = {}\n", list(&all, 0));
    for words in &shapes.words {
        let _ = writeln!(out, "\n{} = Literal[", words.name);
        for (word, _) in (words.list)() {
            let _ = writeln!(out, "    {},", quoted(word));
        }
        out.push_str("]\n");
        docstring(&mut out, 0, &[words.doc.to_owned()]);
        let _ = writeln!(out, "\n{}: Final[Mapping[str, str]] = {{", constant(words.name));
        for (word, meaning) in (words.list)() {
            let _ = writeln!(out, "    {}: {},", quoted(word), quoted(meaning));
        }
        out.push_str("}\n");
        docstring(&mut out, 0, &[format!("What each word of `{}` means.", words.name)]);
    }
    out
}

/// `MATCH_KIND` of `MatchKind`.
fn constant(name: &str) -> String {
    let mut out = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_uppercase() {
            out.push('_');
        }
        out.extend(letter.to_uppercase());
    }
    out
}

pub fn records(shapes: &Shapes) -> String {
    let mut out = head(
        "What the library takes and gives, as frozen records. All fields are given by name; optional ones are `None` or empty \
         where nothing is known. Amounts are `Decimal` (text and int are taken too, a float never), days are `date` (text of \
         ISO 8601 is taken too).",
    );
    out.push_str(
        "from dataclasses import field\nfrom datetime import date\nfrom decimal import Decimal\n\
         from typing import Any, ClassVar, Mapping\n\n\
         from payymo._reconciliation import ReconciliationBase\n\
         from payymo._records import Record, day, decimal, listed, record, set_day, set_decimal, set_tuple\n",
    );
    let mut names: Vec<&str> = shapes.words.iter().map(|words| words.name).collect();
    names.sort_unstable();
    out.push_str("from payymo.words import (\n");
    names.iter().for_each(|name| {
        let _ = writeln!(out, "    {name},");
    });
    out.push_str(")\n\n");
    let all: Vec<String> = shapes.records.iter().map(|record| record.name.to_owned()).collect();
    let _ = writeln!(out, "__all__ = {}\n", list(&all, 0));
    shapes.records.iter().for_each(|record| class(&mut out, record));
    out
}

/// Fields in an order in which those with a default stand last.
pub fn ordered(fields: &'static [Field]) -> impl Iterator<Item = &'static Field> {
    let required = fields.iter().filter(|field| field.required);
    required.chain(fields.iter().filter(|field| !field.required))
}

fn class(out: &mut String, record: &Record) {
    let base = if record.name == "Reconciliation" { "ReconciliationBase" } else { "Record" };
    let _ = writeln!(out, "\n@record\nclass {}({base}):", record.name);
    docstring(out, 4, &[record.doc.to_owned()]);
    let _ = writeln!(out, "\n    _RECORD: ClassVar[str] = {:?}", record.name);
    out.push_str("    _ATTRIBUTES: ClassVar[tuple[str, ...]] = (\n");
    for field in record.fields {
        let _ = writeln!(out, "        {:?},", attribute(field.name));
    }
    out.push_str("    )\n");
    let hidden: Vec<String> = secrets(record).map(|field| format!("{:?}", attribute(field.name))).collect();
    if !hidden.is_empty() {
        let _ =
            writeln!(out, "    _SECRETS: ClassVar[frozenset[str]] = frozenset({{{}}})", hidden.join(", "));
    }
    out.push('\n');
    for field in ordered(record.fields) {
        let kind = type_of(&field.kind);
        let (kind, default) = match (&field.kind, field.required) {
            (_, true) => (kind, ""),
            (Type::List(_), false) => (kind, " = ()"),
            (Type::Map(_), false) => (kind, " = field(default_factory=dict, hash=False)"),
            _ => (format!("{kind} | None"), " = None"),
        };
        let _ = writeln!(out, "    {}: {kind}{default}", attribute(field.name));
        docstring(out, 4, &[field.doc.to_owned()]);
    }
    settled(out, record);
    let _ = writeln!(
        out,
        "\n    @classmethod\n    def from_document(cls, document: Mapping[str, Any], /) -> {}:\n        \
         \"\"\"Reads the form that documents have: dates and amounts as text.\"\"\"",
        record.name
    );
    if record.fields.iter().any(|field| !field.required) {
        out.push_str("        get = document.get\n");
    }
    out.push_str("        return cls(\n");
    for field in ordered(record.fields) {
        let _ = writeln!(out, "            {}={},", attribute(field.name), member(field));
    }
    out.push_str("        )\n\n");
}

/// Brings what a host gave to the type of the field.
fn settled(out: &mut String, record: &Record) {
    let mut lines = String::new();
    for field in ordered(record.fields) {
        let name = attribute(field.name);
        let unset = if field.required { String::new() } else { format!("self.{name} is not None and ") };
        let _ = match &field.kind {
            Type::Decimal => writeln!(
                lines,
                "        if {unset}type(self.{name}) is not Decimal:\n            set_decimal(self, {name:?})"
            ),
            Type::Date => writeln!(
                lines,
                "        if {unset}type(self.{name}) is not date:\n            set_day(self, {name:?})"
            ),
            Type::List(_) => writeln!(
                lines,
                "        if type(self.{name}) is not tuple:\n            set_tuple(self, {name:?})"
            ),
            _ => Ok(()),
        };
    }
    if !lines.is_empty() {
        let _ = write!(out, "\n    def __post_init__(self) -> None:\n{lines}");
    }
}

fn member(field: &Field) -> String {
    let name = quoted(field.name);
    if field.required {
        let value = format!("document[{name}]");
        return read(&field.kind, &value).unwrap_or(value);
    }
    match &field.kind {
        Type::List(_) => read(&field.kind, &format!("(get({name}) or ())")),
        Type::Map(_) => read(&field.kind, &format!("(get({name}) or {{}})")),
        kind => read(kind, "value").map(|read| format!("None if (value := get({name})) is None else {read}")),
    }
    .unwrap_or_else(|| format!("get({name})"))
}
