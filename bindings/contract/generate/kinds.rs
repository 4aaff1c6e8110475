//! What several languages ask of operations and types.

use crate::reference::type_text;
use payymo_contract::Operation;
use payymo_contract::schema::Type;

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

/// Ends the run: what is written would be wrong for a type that the table has got.
pub fn cannot(why: &str, kind: &Type) -> ! {
    eprintln!("{}: {why}; teach generate-bindings this type first", type_text(kind));
    std::process::exit(1)
}
