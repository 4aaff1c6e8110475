//! Operations as functions: required fields are arguments in the order of the table, the others an object behind them.

use super::records::given_field;
use super::{Sides, answered, argument, camel, given, grouped, paired};
use crate::areas::{Area, upper};
use crate::reserved::{JAVASCRIPT, free};
use payymo_contract::schema::Field;
use payymo_contract::{Answer, OPERATIONS, Operation, Run};
use std::fmt::Write;

/// How a function gives its answer.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// At once; there is no other.
    Only,
    /// By a promise.
    Promise,
    /// At once, beside the promise.
    Sync,
}

pub fn write(out: &mut String) {
    let sides = Sides::of();
    for operation in OPERATIONS {
        options(out, operation, &sides);
    }
    for area in Area::all() {
        match area.is_class() {
            true => class(out, &area, &sides),
            false => namespace(out, &area, &sides),
        }
    }
}

fn namespace(out: &mut String, area: &Area, sides: &Sides) {
    let _ = write!(out, "\n/** {} */\nexport declare namespace {} {{\n", area.about, area.name);
    for operation in &area.operations {
        for way in ways(operation) {
            doc(out, operation, *way);
            let _ = writeln!(out, "  function {}", signature(operation, *way, sides));
        }
    }
    out.push_str("}\n");
}

fn class(out: &mut String, area: &Area, sides: &Sides) {
    let name = area.class_name();
    let _ =
        write!(out, "\n/** {} */\nexport declare class {name} {{\n  private constructor();\n", area.about);
    for operation in &area.operations {
        for way in ways(operation) {
            doc(out, operation, *way);
            let opens = if matches!(operation.run, Run::Open(_)) { "static " } else { "" };
            let _ = writeln!(out, "  {opens}{}", signature(operation, *way, sides));
        }
        if matches!(operation.run, Run::Open(_)) {
            let _ = write!(
                out,
                "  /** {name} of a document, the request of `{}`. */\n  \
                 static open(request: string | Uint8Array, options?: DocumentOptions & {{ signal?: AbortSignal | undefined }}): \
                 Promise<{name}>;\n  \
                 /** {{@link {name}.open}} at once. */\n  \
                 static openSync(request: string | Uint8Array, options?: DocumentOptions): {name};\n",
                operation.name,
            );
            if let Answer::One(kind) = &operation.answer {
                let _ = write!(
                    out,
                    "  /** What could not be used of that which it was made of. */\n  readonly errors: readonly {};\n",
                    answered(kind)
                );
            }
        }
    }
    out.push_str(&include_str!("class.d.ts").replace("Matcher", &name));
    out.push_str("}\n");
}

fn ways(operation: &Operation) -> &'static [Way] {
    match paired(operation) {
        true => &[Way::Promise, Way::Sync],
        false => &[Way::Only],
    }
}

/// The name of a function.
pub fn function_name(operation: &Operation) -> String {
    match operation.run {
        Run::Open(_) => "create".to_owned(),
        _ => free(&camel(operation.verb()), JAVASCRIPT),
    }
}

fn doc(out: &mut String, operation: &Operation, way: Way) {
    let name = function_name(operation);
    if way == Way::Sync {
        let area = match operation.run {
            Run::Function(_) => operation.area().to_owned(),
            _ => upper(operation.area()),
        };
        let on = if operation.run.on_handle() { "#" } else { "." };
        let on = if on == "#" { ".prototype." } else { on };
        let _ = writeln!(out, "  /** {{@link {area}{on}{name}}} at once, on the calling thread. */");
        return;
    }
    let _ = write!(out, "  /**\n   * {}\n", operation.doc);
    let (arguments, optional) = split(operation);
    for field in &arguments {
        let _ = writeln!(out, "   * @param {} {}", argument(field), field.doc);
    }
    if !optional.is_empty() || way == Way::Promise {
        let names: Vec<String> = optional.iter().map(|field| format!("`{}`", field.name)).collect();
        let _ = writeln!(
            out,
            "   * @param options {}",
            match names.is_empty() {
                true => "What every call takes.".to_owned(),
                false => format!("{}; what every call takes.", names.join(", ")),
            }
        );
    }
    if !operation.errors.is_empty() {
        let codes: Vec<String> = operation.errors.iter().map(|code| format!("`{code}`")).collect();
        let _ = writeln!(out, "   * @throws {{PayymoError}} {}", codes.join(", "));
    }
    out.push_str("   */\n");
}

fn split(operation: &Operation) -> (Vec<&'static Field>, Vec<&'static Field>) {
    operation.request.iter().partition(|field| field.required)
}

fn signature(operation: &Operation, way: Way, sides: &Sides) -> String {
    let (required, _) = split(operation);
    let mut arguments: Vec<String> =
        required.iter().map(|field| format!("{}: {}", argument(field), given(&field.kind, sides))).collect();
    arguments.push(format!("options?: {}", options_type(operation, way)));
    let answer = match (&operation.run, &operation.answer) {
        (Run::Open(_), _) => upper(operation.area()),
        (_, Answer::One(kind)) => answered(kind),
        (_, Answer::Maybe(kind)) => format!("{} | null", grouped(answered(kind))),
        (_, Answer::Nothing) => "void".to_owned(),
    };
    let suffix = if way == Way::Sync { "Sync" } else { "" };
    let answer = if way == Way::Promise { format!("Promise<{answer}>") } else { answer };
    format!("{}{suffix}({}): {answer};", function_name(operation), arguments.join(", "))
}

/// `matcher.reconcile` → `MatcherReconcileOptions`.
fn options_name(operation: &Operation) -> String {
    format!("{}{}Options", upper(operation.area()), upper(&camel(operation.verb())))
}

fn options_type(operation: &Operation, way: Way) -> String {
    let (_, optional) = split(operation);
    let common = if way == Way::Promise { "AsyncOptions" } else { "CommonOptions" };
    let own = (!optional.is_empty()).then(|| options_name(operation));
    let progress = operation.tells().then(|| "ProgressOptions".to_owned());
    own.into_iter().chain(progress).chain([common.to_owned()]).collect::<Vec<_>>().join(" & ")
}

fn options(out: &mut String, operation: &Operation, sides: &Sides) {
    let (_, optional) = split(operation);
    if optional.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "\n/** What `{}` takes beside its arguments. */\nexport interface {} {{\n",
        operation.name,
        options_name(operation)
    );
    for field in optional {
        let _ = write!(out, "  /** {} */\n  {}\n", field.doc, given_field(field, sides));
    }
    out.push_str("}\n");
}
