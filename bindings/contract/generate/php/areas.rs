//! Areas as classes of static functions, and the matcher as a class of its own.

use super::{name, text};
use payymo_contract::schema::{Field, Type};
use payymo_contract::{Answer, OPERATIONS, Operation, Run};
use std::collections::BTreeSet;
use std::fmt::Write;

pub fn class(area: &str, doc: &str) -> String {
    let operations: Vec<&Operation> =
        OPERATIONS.iter().copied().filter(|operation| operation.area() == area).collect();
    let handle = operations.iter().any(|operation| matches!(operation.run, Run::Open(_)));
    let mut imports = BTreeSet::from(["Payymo\\Internal\\Give".to_owned()]);
    if operations.iter().any(|operation| takes_answer(operation)) {
        imports.insert("Payymo\\Internal\\Take".to_owned());
    }
    imports.insert(format!("Payymo\\Internal\\{}", if handle { "Handle" } else { "Call" }));
    if operations.iter().all(|operation| operation.request.is_empty()) {
        imports.remove("Payymo\\Internal\\Give");
    }
    let mut out = text::head("Payymo", &imports);
    let class = name::pascal(area);
    if handle {
        let lines = [
            doc.to_owned(),
            "Holds memory outside of PHP, which goes with the object or with release(). It cannot be cloned or serialised.".to_owned(),
        ];
        out.push_str(&text::doc(0, &lines));
        let _ = writeln!(out, "final class {class} extends Handle\n{{");
    } else {
        out.push_str(&text::doc(0, &[doc.to_owned()]));
        let _ =
            writeln!(out, "final class {class}\n{{\n    private function __construct()\n    {{\n    }}\n");
    }
    operations.iter().for_each(|operation| method(&mut out, operation));
    out.truncate(out.trim_end().len());
    out.push_str("\n}\n");
    out
}

/// A type inside `Payymo`: records and words stand in namespaces below it.
fn below(kind: &Type, doc: bool) -> String {
    match kind {
        Type::Of(record) | Type::Row(record) => format!("Model\\{}", name::class(record.name)),
        Type::List(of) if doc => format!("list<{}>", below(of, doc)),
        Type::Map(of) if doc => format!("array<array-key, {}>", below(of, doc)),
        kind if doc => name::doc_type(kind),
        kind => name::native(kind).to_owned(),
    }
}

/// Whether a text is an amount: PHP would turn a float into it without a word.
fn is_amount(operation: &Operation, field: &Field) -> bool {
    operation.errors.contains(&"money.syntax") && matches!(field.kind, Type::Text | Type::List(Type::Text))
}

/// What a parameter takes: native type and documentation.
fn parameter(operation: &Operation, field: &Field) -> (String, String) {
    let (native, doc) = match &field.kind {
        Type::Text if is_amount(operation, field) => {
            ("mixed".to_owned(), "string|int|\\Stringable".to_owned())
        }
        Type::Word(words) => (format!("Enum\\{}|string", words.name), format!("Enum\\{}|string", words.name)),
        Type::Of(_) | Type::Row(_) => (
            format!("{}|array|\\stdClass", below(&field.kind, false)),
            format!("{}|array<string, mixed>|\\stdClass", below(&field.kind, true)),
        ),
        Type::List(of) => ("iterable".to_owned(), taken(of)),
        kind => (below(kind, false), below(kind, true)),
    };
    if field.required {
        return (native, doc);
    }
    let native = if native.contains('|') { format!("{native}|null") } else { format!("?{native}") };
    (native, format!("{doc}|null"))
}

/// What a list takes: anything that can be walked, elements as objects, arrays or rows of a database.
fn taken(of: &Type) -> String {
    match of {
        Type::Of(_) | Type::Row(_) => {
            format!("iterable<{}|array<string, mixed>|\\stdClass>", below(of, true))
        }
        Type::List(of) => format!("iterable<{}>", taken(of)),
        kind => format!("iterable<{}>", below(kind, true)),
    }
}

fn method(out: &mut String, operation: &Operation) {
    let fields = || {
        let (must, may): (Vec<&Field>, Vec<&Field>) =
            operation.request.iter().partition(|field| field.required);
        must.into_iter().chain(may)
    };
    let mut lines = vec![operation.doc.to_owned()];
    for field in fields() {
        lines.push(format!(
            "@param {} ${} {}",
            parameter(operation, field).1,
            name::camel(field.name),
            field.doc
        ));
    }
    if operation.tells() {
        lines.push(
            "@param (\\Closure(string, int, int): mixed)|null $progress Told the stage (`prepare`, `score`, `assign`), the rows done and \
             the rows in all; `false` stops the call with `matching.cancelled`. It must not call the library."
                .to_owned(),
        );
    }
    let opens = matches!(operation.run, Run::Open(_));
    if !opens && !matches!(operation.answer, Answer::Nothing) {
        lines.push(format!("@return {}", answer_doc(&operation.answer)));
    }
    let codes: Vec<String> = operation.errors.iter().map(|code| format!("`{code}`")).collect();
    let codes = if codes.is_empty() { "`contract.*`".to_owned() } else { codes.join(", ") };
    lines.push(format!("@throws Exception\\PayymoException {codes}"));
    out.push_str(&text::doc(4, &lines));
    let (head, returns) = match operation.run {
        Run::Function(_) => (
            format!("public static function {}", name::camel(operation.verb())),
            Some(answer_native(&operation.answer)),
        ),
        Run::Open(_) => ("public function __construct".to_owned(), None),
        Run::Matcher(_) => (
            format!("public function {}", name::camel(operation.verb())),
            Some(answer_native(&operation.answer)),
        ),
    };
    let returns = returns.map_or(String::new(), |kind| format!(": {kind}"));
    let progress = operation.tells().then(|| "?\\Closure $progress = null".to_owned());
    let parameters: Vec<String> = fields()
        .map(|field| {
            let default = if field.required { "" } else { " = null" };
            format!("{} ${}{default}", parameter(operation, field).0, name::camel(field.name))
        })
        .chain(progress)
        .collect();
    let line = format!("    {head}({}){returns}", parameters.join(", "));
    if line.len() <= 118 {
        let _ = writeln!(out, "{line}\n    {{");
    } else {
        let _ = writeln!(out, "    {head}(\n        {},\n    ){returns} {{", parameters.join(",\n        "));
    }
    body(out, operation);
    out.push_str("    }\n\n");
}

fn body(out: &mut String, operation: &Operation) {
    let blobs = operation.request.iter().any(|field| has_bytes(&field.kind));
    if blobs {
        out.push_str("        $blobs = [];\n");
    }
    let request = if operation.request.is_empty() {
        "[]".to_owned()
    } else {
        let mut made = String::from("[\n");
        for field in operation.request {
            let _ = writeln!(made, "            '{}' => {},", field.name, give(operation, field));
        }
        made.push_str("        ]");
        made
    };
    let more = match (blobs, operation.tells()) {
        (true, true) => ", $blobs, $progress",
        (true, false) => ", $blobs",
        (false, true) => ", [], $progress",
        (false, false) => "",
    };
    let call = match operation.run {
        Run::Function(_) => format!("Call::run('{}', {request}{more})", operation.name),
        Run::Open(_) => format!("$this->open('{}', {request}{more})", operation.name),
        Run::Matcher(_) => format!("$this->run('{}', {request}{more})", operation.name),
    };
    let of = match (&operation.answer, &operation.run) {
        (_, Run::Open(_)) | (Answer::Nothing, _) => {
            let _ = writeln!(out, "        {call};");
            return;
        }
        (Answer::One(kind), _) => take(kind),
        (Answer::Maybe(kind), _) => format!("$answer === null ? null : {}", take(kind)),
    };
    let _ = writeln!(out, "        $answer = {call};\n        return {of};");
}

fn has_bytes(kind: &Type) -> bool {
    matches!(kind, Type::Bytes | Type::List(Type::Bytes))
}

/// A parameter as a value of the request.
fn give(operation: &Operation, field: &Field) -> String {
    let value = format!("${}", name::camel(field.name));
    match &field.kind {
        Type::Text if is_amount(operation, field) => {
            format!("Give::value({value}, 'decimal', '/{}')", field.name)
        }
        Type::List(Type::Text) if is_amount(operation, field) => {
            format!("Give::value({value}, ['list', 'decimal'], '/{}')", field.name)
        }
        Type::Bytes => format!("Give::blob({value}, $blobs)"),
        Type::List(Type::Bytes) => format!("Give::blobs({value}, $blobs, '/{}')", field.name),
        Type::Text | Type::Currency | Type::Truth | Type::Count(_) | Type::Whole => value,
        kind => {
            let spec = name::spec(kind);
            // Classes stand below this namespace.
            let spec = match kind {
                Type::Of(_) | Type::Row(_) => format!("Model\\{spec}"),
                Type::List(Type::Of(_) | Type::Row(_)) => spec.replace("['list', ", "['list', Model\\"),
                Type::List(Type::List(Type::Of(_) | Type::Row(_))) => {
                    spec.replace("['list', ['list', ", "['list', ['list', Model\\")
                }
                _ => spec,
            };
            format!("Give::value({value}, {spec}, '/{}')", field.name)
        }
    }
}

fn answer_doc(answer: &Answer) -> String {
    match answer {
        Answer::One(kind) => below(kind, true),
        Answer::Maybe(kind) => format!("{}|null", below(kind, true)),
        Answer::Nothing => "void".to_owned(),
    }
}

fn answer_native(answer: &Answer) -> String {
    match answer {
        Answer::One(kind) => below(kind, false),
        Answer::Maybe(kind) => format!("?{}", below(kind, false)),
        Answer::Nothing => "void".to_owned(),
    }
}

fn takes_answer(operation: &Operation) -> bool {
    !matches!(operation.run, Run::Open(_)) && !matches!(operation.answer, Answer::Nothing)
}

/// The answer's document as a value of PHP.
fn take(kind: &Type) -> String {
    match kind {
        Type::Of(record) | Type::Row(record) => {
            format!("Take::record($answer, Model\\{}::class, '')", name::class(record.name))
        }
        Type::List(Type::Of(record) | Type::Row(record)) => {
            format!(
                "Take::records(Take::listed($answer, ''), Model\\{}::class, '')",
                name::class(record.name)
            )
        }
        Type::List(_) => "Take::texts(Take::listed($answer, ''), '')".to_owned(),
        Type::Bytes => "Take::bytes($answer, '')".to_owned(),
        Type::Truth => "Take::truth($answer, '')".to_owned(),
        Type::Count(_) | Type::Whole => "Take::whole($answer, '')".to_owned(),
        Type::Number => "Take::number($answer, '')".to_owned(),
        Type::Map(_) => "Take::textMap(Take::listed($answer, ''), '')".to_owned(),
        _ => "Take::text($answer, '')".to_owned(),
    }
}
