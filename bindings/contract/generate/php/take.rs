//! Values of documents, checked and brought into form: calls of `Payymo\Internal\Take`, composed as the types are.

use super::name;
use payymo_contract::schema::Type;

/// The call that takes a value; `value` and `field`, its place, are expressions of PHP.
pub fn take(kind: &Type, value: &str, field: &str, below: &str) -> String {
    match kind {
        Type::Of(of) | Type::Row(of) => {
            format!("Take::record({value}, {}::class, {field})", name::record(of, below))
        }
        Type::List(Type::Of(of) | Type::Row(of)) => {
            format!("Take::records({value}, {}::class, {field})", name::record(of, below))
        }
        Type::List(of) => format!("Take::list({value}, {}, {field})", function(of, below)),
        Type::Map(of) => format!("Take::map({value}, {}, {field})", function(of, below)),
        Type::Either(types) => {
            let mut types: Vec<&Type> = types.iter().collect();
            types.sort_by_key(|kind| kindness(kind));
            let functions: Vec<String> = types.iter().map(|kind| function(kind, below)).collect();
            format!("Take::either({value}, [{}], {field})", functions.join(", "))
        }
        plain => format!("Take::{}({value}, {field})", name_of(plain)),
    }
}

/// How much a type takes that is of another one: text takes whole numbers, and so must not be asked first.
fn kindness(kind: &Type) -> u8 {
    match kind {
        Type::Truth | Type::Count(_) | Type::Whole => 0,
        Type::Number => 1,
        _ => 2,
    }
}

/// The same as a function of value and place.
fn function(kind: &Type, below: &str) -> String {
    match kind {
        Type::Of(_) | Type::Row(_) | Type::List(_) | Type::Map(_) | Type::Either(_) => format!(
            "static fn (mixed $of, string $at): {} => {}",
            name::native(kind, below),
            take(kind, "$of", "$at", below)
        ),
        plain => format!("Take::{}(...)", name_of(plain)),
    }
}

/// The function of `Take` for a type.
fn name_of(kind: &Type) -> &'static str {
    match kind {
        Type::Text | Type::Secret | Type::Currency => "text",
        Type::Json => "any",
        Type::Truth => "truth",
        Type::Count(_) | Type::Whole => "whole",
        Type::Number => "number",
        Type::Decimal => "decimal",
        Type::Date => "date",
        Type::Bytes => "bytes",
        Type::Word(_) => "word",
        Type::Of(_) | Type::Row(_) => "record",
        Type::List(_) => "list",
        Type::Map(_) => "map",
        Type::Either(_) => "either",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use payymo_contract::schema::{COUNT, Record, TEXTS};

    static PART: Record = Record { name: "Match", doc: "", fields: &[] };
    const PARTS: Type = Type::List(&Type::Of(&PART));
    const ROW: Type = Type::Row(&PART);
    const EITHER: Type = Type::Either(&[Type::Text, COUNT]);

    fn taken(kind: &Type) -> String {
        take(kind, "$x", "'/x'", "Model\\")
    }

    #[test]
    fn lists_and_maps_keep_what_they_hold() {
        assert_eq!(taken(&Type::List(&COUNT)), "Take::list($x, Take::whole(...), '/x')");
        assert_eq!(taken(&Type::Map(&Type::Truth)), "Take::map($x, Take::truth(...), '/x')");
        assert_eq!(
            taken(&Type::List(&TEXTS)),
            "Take::list($x, static fn (mixed $of, string $at): array => Take::list($of, Take::text(...), $at), '/x')"
        );
        assert_eq!(
            taken(&Type::List(&PARTS)),
            "Take::list($x, static fn (mixed $of, string $at): array => Take::records($of, Model\\MatchRecord::class, $at), '/x')"
        );
        assert_eq!(
            taken(&Type::Map(&ROW)),
            "Take::map($x, static fn (mixed $of, string $at): Model\\MatchRecord => \
             Take::record($of, Model\\MatchRecord::class, $at), '/x')"
        );
        assert_eq!(taken(&EITHER), "Take::either($x, [Take::whole(...), Take::text(...)], '/x')");
    }
}
