//! Areas as classes of static functions, and handles as classes of their own.

use super::take::take;
use super::{name, text};
use crate::kinds::{cannot, holds_objects, holds_secret};
use payymo_contract::schema::{Field, Type};
use payymo_contract::{Answer, OPERATIONS, Operation, Run};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Where classes of records stand, seen from the namespace of the areas.
const MODEL: &str = "Model\\";

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
        let kept = operations.iter().find_map(|operation| kept(operation));
        kept.into_iter().for_each(|kind| errors(&mut out, kind));
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

/// What a handle keeps of the answer to the operation that makes it: the errors of rows.
fn kept(operation: &Operation) -> Option<&Type> {
    match (&operation.run, &operation.answer) {
        (Run::Open(_), Answer::One(kind @ Type::List(_))) => Some(kind),
        (Run::Open(_), Answer::One(kind) | Answer::Maybe(kind)) => {
            cannot("a handle answers errors or nothing", kind)
        }
        _ => None,
    }
}

fn errors(out: &mut String, kind: &Type) {
    let of = name::doc_type(kind, MODEL);
    let _ = writeln!(out, "    /** @var {of} */\n    private array $errors = [];\n");
    let said = "What could not be used of that which it was made of.";
    out.push_str(&text::doc(4, &[said.to_owned(), format!("@return {of}")]));
    out.push_str("    public function errors(): array\n    {\n        return $this->errors;\n    }\n\n");
}

/// Whether a text is an amount: PHP would turn a float into it without a word.
fn is_amount(operation: &Operation, field: &Field) -> bool {
    operation.errors.contains(&"money.syntax") && matches!(field.kind, Type::Text | Type::List(Type::Text))
}

/// What a parameter takes: native type and documentation.
fn parameter(operation: &Operation, field: &Field) -> (String, String) {
    let kind = if is_amount(operation, field) && matches!(field.kind, Type::Text) {
        &Type::Decimal
    } else {
        &field.kind
    };
    let doc = match kind {
        Type::Word(words) => format!("Enum\\{}|string", words.name),
        kind => name::given(kind, MODEL, "iterable"),
    };
    let native = match kind {
        // Untyped: PHP would turn a float, or a truth, into text without a word.
        Type::Decimal | Type::Either(_) => "mixed".to_owned(),
        Type::Date | Type::Word(_) => doc.clone(),
        Type::Of(_) | Type::Row(_) => format!("{}|array|\\stdClass", name::native(kind, MODEL)),
        Type::Map(_) => "array|\\stdClass".to_owned(),
        Type::List(_) => "iterable".to_owned(),
        Type::Text
        | Type::Secret
        | Type::Json
        | Type::Truth
        | Type::Count(_)
        | Type::Whole
        | Type::Number
        | Type::Currency
        | Type::Bytes => name::native(kind, MODEL),
    };
    if field.required {
        return (native, doc);
    }
    (name::or_null(&native), format!("{doc}|null"))
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
    if holds_objects(operation) {
        lines.push(
            "@param bool $strict Fields that the library does not know are an error, instead of being passed over.".to_owned(),
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
        _ => (
            format!("public function {}", name::camel(operation.verb())),
            Some(answer_native(&operation.answer)),
        ),
    };
    let returns = returns.map_or(String::new(), |kind| format!(": {kind}"));
    let strict = holds_objects(operation).then(|| "bool $strict = false".to_owned());
    let progress = operation.tells().then(|| "?\\Closure $progress = null".to_owned());
    let parameters: Vec<String> = fields()
        .map(|field| {
            let default = if field.required { "" } else { " = null" };
            // It stays out of the traces of exceptions.
            let kept = if holds_secret(&field.kind) { "#[\\SensitiveParameter] " } else { "" };
            format!("{kept}{} ${}{default}", parameter(operation, field).0, name::camel(field.name))
        })
        .chain(progress)
        .chain(strict)
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
        if holds_objects(operation) {
            made.push_str("            'strict' => $strict,\n");
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
        Run::Open(_) => format!("$this->made('{}', {request}{more})", operation.name),
        _ => format!("$this->asked('{}', {request}{more})", operation.name),
    };
    let of = match &operation.answer {
        Answer::Nothing => {
            let _ = writeln!(out, "        {call};");
            return;
        }
        Answer::One(kind) => take(kind, "$answer", "''", MODEL),
        Answer::Maybe(kind) => {
            format!("$answer === null ? null : {}", take(kind, "$answer", "''", MODEL))
        }
    };
    let end = if kept(operation).is_some() { "$this->errors =" } else { "return" };
    let _ = writeln!(out, "        $answer = {call};\n        {end} {of};");
}

fn has_bytes(kind: &Type) -> bool {
    matches!(kind, Type::Bytes | Type::List(Type::Bytes))
}

/// A parameter as a value of the request.
fn give(operation: &Operation, field: &Field) -> String {
    let value = format!("${}", name::camel(field.name));
    let given = |spec: &str| format!("Give::value({value}, {spec}, '/{}')", field.name);
    match &field.kind {
        Type::Text if is_amount(operation, field) => given("'decimal'"),
        Type::List(Type::Text) if is_amount(operation, field) => given("['list', 'decimal']"),
        Type::Bytes => format!("Give::blob({value}, $blobs)"),
        Type::List(Type::Bytes) => format!("Give::blobs({value}, $blobs, '/{}')", field.name),
        Type::Text | Type::Secret | Type::Currency | Type::Truth | Type::Count(_) | Type::Whole => value,
        kind => {
            if name::holds_bytes(kind) {
                cannot("bytes go beside a request by themselves or in one list", kind);
            }
            given(&name::spec(kind, MODEL))
        }
    }
}

fn answer_doc(answer: &Answer) -> String {
    match answer {
        Answer::One(kind) => name::doc_type(kind, MODEL),
        Answer::Maybe(kind) => format!("{}|null", name::doc_type(kind, MODEL)),
        Answer::Nothing => "void".to_owned(),
    }
}

fn answer_native(answer: &Answer) -> String {
    match answer {
        Answer::One(kind) => name::native(kind, MODEL),
        Answer::Maybe(kind) => name::or_null(&name::native(kind, MODEL)),
        Answer::Nothing => "void".to_owned(),
    }
}

fn takes_answer(operation: &Operation) -> bool {
    !matches!(operation.answer, Answer::Nothing)
}
