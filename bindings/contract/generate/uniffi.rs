//! `bindings/uniffi/src/generated`: records and functions that uniffi turns into classes of Kotlin, Swift and the rest.

use crate::File;
use crate::reserved::{RUST, free};
use payymo_contract::Shapes;
use payymo_contract::schema::{Field, Record, Type};
use payymo_contract::{Answer, OPERATIONS, Operation, Run};
use std::fmt::Write;

const HEAD: &str = "// Generated from the table of operations by generate-bindings; do not edit.\n\n";

pub fn files() -> Vec<File> {
    vec![
        ("bindings/uniffi/src/generated/mod.rs", module()),
        ("bindings/uniffi/src/generated/records.rs", records()),
        ("bindings/uniffi/src/generated/functions.rs", functions()),
        (
            "bindings/uniffi/src/generated/methods.rs",
            methods("Matcher", |run| matches!(run, Run::Matcher(_))),
        ),
        ("bindings/uniffi/src/generated/stream.rs", methods("Stream", |run| matches!(run, Run::Stream(_)))),
    ]
}

fn module() -> String {
    format!(
        "{HEAD}//! What the table of operations says.\n\npub mod functions;\nmod methods;\npub mod records;\nmod stream;\n"
    )
}

fn records() -> String {
    let mut out = format!(
        "{HEAD}//! Objects of the documents. Money is decimal text with its currency beside it, a date is ISO 8601.\n\n\
         use crate::Column;\nuse serde::{{Deserialize, Serialize}};\nuse std::collections::HashMap;\n"
    );
    for record in Shapes::of(OPERATIONS).records {
        one_record(&mut out, record);
    }
    out
}

fn one_record(out: &mut String, record: &Record) {
    let _ = write!(
        out,
        "\n/// {}\n#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]\npub struct {} {{\n",
        record.doc, record.name
    );
    for field in record.fields {
        let _ = writeln!(out, "    /// {}", field.doc);
        if !field.required {
            out.push_str("    #[serde(default, skip_serializing_if = \"Option::is_none\")]\n    #[uniffi(default = None)]\n");
        }
        let name = plain(field.name);
        if name != field.name {
            let _ = writeln!(out, "    #[serde(rename = \"{}\")]", field.name);
        }
        let _ = writeln!(out, "    pub {name}: {},", field_type(field));
    }
    out.push_str("}\n");
}

/// A name as Rust can write it. That of a match is older than the rule, and hosts use it.
fn plain(name: &str) -> String {
    if name == "match" { "found".to_owned() } else { free(name, RUST) }
}

fn field_type(field: &Field) -> String {
    let kind = type_text(&field.kind);
    if field.required { kind } else { format!("Option<{kind}>") }
}

fn type_text(kind: &Type) -> String {
    match kind {
        Type::Text | Type::Decimal | Type::Currency | Type::Date | Type::Word(_) => "String".to_owned(),
        Type::Truth => "bool".to_owned(),
        Type::Count(most) if *most <= u64::from(u32::MAX) => "u32".to_owned(),
        Type::Count(_) => "u64".to_owned(),
        Type::Whole => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::Bytes => "Vec<u8>".to_owned(),
        Type::Of(record) | Type::Row(record) => record.name.to_owned(),
        Type::List(of) => format!("Vec<{}>", type_text(of)),
        Type::Map(of) => format!("HashMap<String, {}>", type_text(of)),
        // The one place where a value has several types.
        Type::Either(_) => "Column".to_owned(),
    }
}

fn functions() -> String {
    let mut out = format!(
        "{HEAD}//! The operations that need no handle.\n\nuse super::records::*;\nuse crate::ask::Request;\nuse crate::{{PayymoError, Progress}};\n\
         use std::sync::Arc;\n"
    );
    for operation in OPERATIONS.iter().filter(|operation| matches!(operation.run, Run::Function(_))) {
        one_function(&mut out, operation, &operation.name.replace('.', "_"), "");
    }
    out
}

fn methods(class: &str, on: fn(Run) -> bool) -> String {
    let operations = || OPERATIONS.iter().filter(|operation| on(operation.run));
    let (progress, arc) = match operations().any(|operation| operation.tells()) {
        true => (", Progress", "use std::sync::Arc;\n"),
        false => ("", ""),
    };
    let mut out = format!(
        "{HEAD}//! The operations on a {}.\n\nuse super::records::*;\nuse crate::ask::Request;\nuse crate::{{{class}, PayymoError{progress}}};\n\
         {arc}\n#[uniffi::export]\nimpl {class} {{",
        class.to_lowercase()
    );
    for operation in operations() {
        one_function(&mut out, operation, operation.verb(), "    ");
    }
    out.push_str("}\n");
    out
}

fn one_function(out: &mut String, operation: &Operation, name: &str, indent: &str) {
    let method = !indent.is_empty();
    let tells = operation.tells();
    let optional: Vec<String> = operation
        .request
        .iter()
        .filter(|field| !field.required)
        .map(|field| format!("{} = None", plain(field.name)))
        .chain(tells.then(|| "progress = None".to_owned()))
        .collect();
    let defaults =
        if optional.is_empty() { String::new() } else { format!("(default({}))", optional.join(", ")) };
    let _ = write!(out, "\n{indent}/// {}\n{indent}///\n{indent}/// # Errors\n", operation.doc);
    let errors = if operation.errors.is_empty() { "`contract.field`.".to_owned() } else { codes(operation) };
    let _ = writeln!(out, "{indent}/// {errors}");
    if !method {
        let _ = writeln!(out, "#[uniffi::export{defaults}]");
    } else if !optional.is_empty() {
        let _ = writeln!(out, "{indent}#[uniffi::method{defaults}]");
    }
    let _ = write!(out, "{indent}pub fn {name}(");
    let mut parameters: Vec<String> = method.then(|| "&self".to_owned()).into_iter().collect();
    // What has a default stands behind what has none.
    let (required, others): (Vec<&Field>, Vec<&Field>) =
        operation.request.iter().partition(|field| field.required);
    parameters.extend(
        required
            .into_iter()
            .chain(others)
            .map(|field| format!("{}: {}", plain(field.name), field_type(field))),
    );
    parameters.extend(tells.then(|| "progress: Option<Arc<dyn Progress>>".to_owned()));
    let (answer, ask) = match &operation.answer {
        Answer::One(Type::Bytes) => ("Vec<u8>".to_owned(), "ask_bytes"),
        Answer::One(kind) => (type_text(kind), "ask"),
        Answer::Maybe(kind) => (format!("Option<{}>", type_text(kind)), "ask"),
        Answer::Nothing => ("()".to_owned(), "ask"),
    };
    let _ = writeln!(out, "{}) -> Result<{answer}, PayymoError> {{", parameters.join(", "));
    let mutable = if operation.request.is_empty() && !tells { "" } else { "mut " };
    let _ = writeln!(out, "{indent}    let {mutable}request = Request::default();");
    for field in operation.request {
        let (name, value) = (field.name, plain(field.name));
        let line = match (&field.kind, field.required) {
            (Type::Bytes, true) => format!("request.put_bytes(\"{name}\", {value});"),
            (Type::Bytes, false) => {
                format!("{value}.into_iter().for_each(|bytes| request.put_bytes(\"{name}\", bytes));")
            }
            (Type::List(Type::Bytes), _) => format!("request.put_all_bytes(\"{name}\", {value});"),
            _ => format!("request.put(\"{name}\", &{value})?;"),
        };
        let _ = writeln!(out, "{indent}    {line}");
    }
    if tells {
        let _ = writeln!(out, "{indent}    request.tell(progress);");
    }
    let asked = if method {
        format!("self.ask(request, \"{}\")", operation.name)
    } else {
        format!("request.{ask}(\"{}\")", operation.name)
    };
    let _ = writeln!(out, "{indent}    {asked}\n{indent}}}");
}

fn codes(operation: &Operation) -> String {
    let codes: Vec<String> = operation.errors.iter().map(|code| format!("`{code}`")).collect();
    format!("{}.", codes.join(", "))
}
