//! What several languages ask of operations and types.

use crate::reference::type_text;
use payymo_contract::Operation;
use payymo_contract::schema::{Field, Record, Type};

/// Whether a request holds objects, whose unknown fields `strict` refuses.
pub fn holds_objects(operation: &Operation) -> bool {
    fn objects(kind: &Type) -> bool {
        match kind {
            Type::Of(_) | Type::Row(_) => true,
            Type::List(of) | Type::Map(of) => objects(of),
            Type::Either(types) => types.iter().any(objects),
            _ => false,
        }
    }
    operation.request.iter().any(|field| objects(&field.kind))
}

/// Whether a value is a secret, or several.
pub fn is_secret(kind: &Type) -> bool {
    match kind {
        Type::Secret => true,
        Type::List(of) | Type::Map(of) => is_secret(of),
        Type::Either(types) => types.iter().any(is_secret),
        _ => false,
    }
}

/// The fields of a record that are not printed. What a record within it holds is seen to by that record.
pub fn secrets(record: &Record) -> impl Iterator<Item = &'static Field> {
    record.fields.iter().filter(|field| is_secret(&field.kind))
}

/// Whether a secret stands anywhere in a value.
pub fn holds_secret(kind: &Type) -> bool {
    match kind {
        Type::Of(record) | Type::Row(record) => record.fields.iter().any(|field| holds_secret(&field.kind)),
        Type::List(of) | Type::Map(of) => holds_secret(of),
        Type::Either(types) => types.iter().any(holds_secret),
        plain => is_secret(plain),
    }
}

/// Ends the run: what is written would be wrong for a type that the table has got.
pub fn cannot(why: &str, kind: &Type) -> ! {
    eprintln!("{}: {why}; teach generate-bindings this type first", type_text(kind));
    std::process::exit(1)
}
