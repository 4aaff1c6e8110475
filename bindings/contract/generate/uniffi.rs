//! `bindings/uniffi/src/generated`: records and functions that uniffi turns into classes of Kotlin, Swift and the rest.

use crate::File;
use crate::areas::Area;
use crate::kinds::{is_secret, secrets};
use crate::reserved::{RUST, free};
use payymo_contract::Shapes;
use payymo_contract::schema::{Field, Record, Type};
use payymo_contract::{Answer, OPERATIONS, Operation, Run};
use std::fmt::Write;

const HEAD: &str = "// Generated from the table of operations by generate-bindings; do not edit.\n\n";

pub fn files() -> Vec<File> {
    let mut files = vec![
        ("bindings/uniffi/src/generated/mod.rs", module()),
        ("bindings/uniffi/src/generated/records.rs", records()),
        ("bindings/uniffi/src/generated/functions.rs", functions()),
    ];
    for area in Area::all().filter(Area::is_class) {
        // The process ends when the files are written.
        let path = String::leak(format!("bindings/uniffi/src/generated/{}.rs", area.name));
        files.push((path, class(&area)));
    }
    files
}

fn module() -> String {
    let mut out = format!("{HEAD}//! What the table of operations says.\n\n");
    let classes: Vec<Area> = Area::all().filter(Area::is_class).collect();
    let mut names: Vec<&str> = classes.iter().map(|area| area.name).collect();
    names.extend(["functions", "records"]);
    names.sort_unstable();
    for name in names {
        let public = if matches!(name, "functions" | "records") { "pub " } else { "" };
        let _ = writeln!(out, "{public}mod {name};");
    }
    out.push('\n');
    classes.iter().for_each(|area| {
        let _ = writeln!(out, "pub use {}::{};", area.name, area.class_name());
    });
    out
}

fn records() -> String {
    let mut out = format!(
        "{HEAD}//! Objects of the documents. Money is decimal text with its currency beside it, a date is ISO 8601.\n\n\
         use crate::{{Column, Json}};\nuse serde::{{Deserialize, Serialize}};\nuse std::collections::HashMap;\nuse std::fmt;\n\n\
         /// What is printed of a secret.\nstruct Hidden;\n\nimpl fmt::Debug for Hidden {{\n    \
         fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        out.write_str(\"***\")\n    }}\n}}\n"
    );
    for record in Shapes::of(OPERATIONS).records {
        one_record(&mut out, record);
    }
    out
}

fn one_record(out: &mut String, record: &Record) {
    let hides = secrets(record).next().is_some();
    // What prints itself does so in every language.
    let (debug, export) = if hides { ("", "#[uniffi::export(Debug, Display)]\n") } else { ("Debug, ", "") };
    let _ = write!(
        out,
        "\n/// {}\n#[derive(Clone, {debug}PartialEq, Serialize, Deserialize, uniffi::Record)]\n{export}pub struct {} {{\n",
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
    if hides {
        printed(out, record);
    }
}

/// How a record with secrets prints itself.
fn printed(out: &mut String, record: &Record) {
    let name = record.name;
    let _ = write!(
        out,
        "\nimpl fmt::Debug for {name} {{\n    \
         fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        out.debug_struct(\"{name}\")\n"
    );
    for field in record.fields {
        let value = match (is_secret(&field.kind), field.required) {
            (true, true) => "&Hidden".to_owned(),
            (true, false) => format!("&self.{}.as_ref().map(|_| Hidden)", plain(field.name)),
            (false, _) => format!("&self.{}", plain(field.name)),
        };
        let _ = writeln!(out, "            .field(\"{}\", {value})", field.name);
    }
    let _ = write!(
        out,
        "            .finish()\n    }}\n}}\n\nimpl fmt::Display for {name} {{\n    \
         fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        fmt::Debug::fmt(self, out)\n    }}\n}}\n"
    );
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
        Type::Text | Type::Secret | Type::Decimal | Type::Currency | Type::Date | Type::Word(_) => {
            "String".to_owned()
        }
        Type::Json => "Json".to_owned(),
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
        "{HEAD}//! The operations that need no handle.\n\nuse super::records::*;\nuse crate::ask::Request;\nuse crate::{{Json, PayymoError, Progress}};\n\
         use std::collections::HashMap;\nuse std::sync::Arc;\n"
    );
    for operation in OPERATIONS.iter().filter(|operation| matches!(operation.run, Run::Function(_))) {
        one_function(&mut out, operation, &operation.name.replace('.', "_"), "");
    }
    out
}

/// The class of what lives between calls.
fn class(area: &Area) -> String {
    let name = area.class_name();
    let opens = || area.operations.iter().copied().filter(|one| matches!(one.run, Run::Open(_)));
    let mut code = String::new();
    let errors = if area.tells() { "\n    errors: Vec<Problem>," } else { "" };
    let _ = write!(
        code,
        "/// {}\n#[derive(uniffi::Object)]\npub struct {name} {{\n    handle: Handle,{errors}\n}}\n\n#[uniffi::export]\nimpl {name} {{",
        area.about
    );
    opens().for_each(|operation| one_function(&mut code, operation, "new", "    "));
    let _ = write!(
        code,
        "\n    /// The same of a document.\n    ///\n    /// # Errors\n    /// As `new`, and `contract.field`.\n    \
         #[uniffi::constructor]\n    \
         pub fn from_document(request: String, blobs: Vec<Vec<u8>>) -> Result<Arc<Self>, PayymoError> {{\n        \
         Self::made(Handle::open(\"{}.new\", request.as_bytes(), &blobs)?)\n    }}\n",
        area.name
    );
    if area.tells() {
        code.push_str(
            "\n    /// What could not be used of that which it was made of.\n    \
             pub fn errors(&self) -> Vec<Problem> {\n        self.errors.clone()\n    }\n",
        );
    }
    code.push_str(
        "\n    /// Does an operation on it as documents.\n    ///\n    /// # Errors\n    /// Those of the operation.\n    \
         pub fn call(&self, operation: String, request: String, blobs: Vec<Vec<u8>>) -> Result<String, PayymoError> {\n        \
         self.handle.document(&operation, request.as_bytes(), &blobs, None)\n    }\n",
    );
    for operation in area.operations.iter().filter(|one| one.run.on_handle()) {
        one_function(&mut code, operation, operation.verb(), "    ");
    }
    let (taken, made) = match area.tells() {
        true => ("answer", "errors: read(&answer)?"),
        false => ("_", ""),
    };
    let made = if made.is_empty() { "handle".to_owned() } else { format!("handle, {made}") };
    let _ = write!(
        code,
        "}}\n\nimpl {name} {{\n    \
         fn made((handle, {taken}): (Handle, String)) -> Result<Arc<Self>, PayymoError> {{\n        \
         Ok(Arc::new({name} {{ {made} }}))\n    }}\n}}\n"
    );
    let mut uses = String::from("use super::records::*;\n");
    let asks: Vec<&str> = if area.tells() { vec!["Request", "read"] } else { vec!["Request"] };
    let _ = writeln!(uses, "use crate::ask::{{{}}};", asks.join(", "));
    uses.push_str("use crate::handle::Handle;\n");
    let progress = area.operations.iter().any(|operation| operation.tells());
    uses.push_str(if progress {
        "use crate::{PayymoError, Progress};\n"
    } else {
        "use crate::PayymoError;\n"
    });
    if code.contains("HashMap<") {
        uses.push_str("use std::collections::HashMap;\n");
    }
    if code.contains("Json") {
        uses.push_str("use crate::Json;\n");
    }
    // Not every class names a record.
    format!("{HEAD}//! {}\n\n#![allow(unused_imports)]\n\n{uses}use std::sync::Arc;\n\n{code}", area.about)
}

fn one_function(out: &mut String, operation: &Operation, name: &str, indent: &str) {
    let method = !indent.is_empty();
    let opens = matches!(operation.run, Run::Open(_));
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
    if opens {
        let _ = writeln!(out, "{indent}#[uniffi::constructor{defaults}]");
    } else if !method {
        let _ = writeln!(out, "#[uniffi::export{defaults}]");
    } else if !optional.is_empty() {
        let _ = writeln!(out, "{indent}#[uniffi::method{defaults}]");
    }
    let _ = write!(out, "{indent}pub fn {name}(");
    let mut parameters: Vec<String> = (method && !opens).then(|| "&self".to_owned()).into_iter().collect();
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
        _ if opens => ("Arc<Self>".to_owned(), ""),
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
            (Type::List(Type::Bytes), true) => format!("request.put_all_bytes(\"{name}\", {value});"),
            (Type::List(Type::Bytes), false) => {
                format!("{value}.into_iter().for_each(|list| request.put_all_bytes(\"{name}\", list));")
            }
            (kind, _) if reaches_json(kind) => format!("request.put_json(\"{name}\", &{value})?;"),
            _ => format!("request.put(\"{name}\", &{value})?;"),
        };
        let _ = writeln!(out, "{indent}    {line}");
    }
    if tells {
        let _ = writeln!(out, "{indent}    request.tell(progress);");
    }
    let asked = if opens {
        format!("Self::made(request.open(\"{}\")?)", operation.name)
    } else if method {
        format!("self.handle.{ask}(request, \"{}\")", operation.name)
    } else {
        format!("request.{ask}(\"{}\")", operation.name)
    };
    let _ = writeln!(out, "{indent}    {asked}\n{indent}}}");
}

/// Whether any JSON stands in it, in which `null` is a value of the host's.
fn reaches_json(kind: &Type) -> bool {
    match kind {
        Type::Json => true,
        Type::Of(record) | Type::Row(record) => record.fields.iter().any(|field| reaches_json(&field.kind)),
        Type::List(of) | Type::Map(of) => reaches_json(of),
        Type::Either(types) => types.iter().any(reaches_json),
        _ => false,
    }
}

fn codes(operation: &Operation) -> String {
    let codes: Vec<String> = operation.errors.iter().map(|code| format!("`{code}`")).collect();
    format!("{}.", codes.join(", "))
}
