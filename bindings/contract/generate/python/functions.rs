//! Operations as functions of their area's module, and as methods of `Matcher`.

use super::records::{ordered, read, type_of};
use super::text::{attribute, docstring, list, quoted};
use super::{class_of, head};
use crate::areas::Area;
use crate::kinds::holds_objects;
use payymo_contract::schema::{Record, Type};
use payymo_contract::{Answer, Operation, Run};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The type of what an argument may be.
fn taken(kind: &Type) -> String {
    match kind {
        Type::Decimal => "Decimal | str | int".to_owned(),
        Type::Date => "date | str".to_owned(),
        Type::Bytes => "bytes | bytearray | memoryview | str".to_owned(),
        Type::Of(record) | Type::Row(record) => format!("{} | Mapping[str, Any]", record.name),
        Type::List(of) => format!("Iterable[{}]", taken(of)),
        kind if is_headers(kind) => "Headers".to_owned(),
        _ => type_of(kind),
    }
}

/// Whether it is names with all their values, which frameworks have in forms of their own.
fn is_headers(kind: &Type) -> bool {
    matches!(kind, Type::Map(Type::List(Type::Text)))
}

/// Names of the records and words of a type.
fn named(kind: &Type, records: &mut BTreeSet<&'static str>, words: &mut BTreeSet<&'static str>) {
    match kind {
        Type::Of(record) | Type::Row(record) => {
            records.insert(record.name);
        }
        Type::Word(list) => {
            words.insert(list.name);
        }
        Type::List(of) | Type::Map(of) => named(of, records, words),
        Type::Either(types) => types.iter().for_each(|kind| named(kind, records, words)),
        _ => {}
    }
}

fn answer_type(operation: &Operation) -> Option<&Type> {
    match &operation.answer {
        Answer::One(kind) | Answer::Maybe(kind) => Some(kind),
        Answer::Nothing => None,
    }
}

/// What a module imports, by what its operations name.
fn imports(operations: &[&Operation], helpers: &[&str], code: &str) -> String {
    let (mut records, mut words) = (BTreeSet::new(), BTreeSet::new());
    for operation in operations {
        operation.request.iter().for_each(|field| named(&field.kind, &mut records, &mut words));
        answer_type(operation).into_iter().for_each(|kind| named(kind, &mut records, &mut words));
    }
    let mut out = String::new();
    let typing: Vec<&str> =
        ["Any", "Iterable", "Mapping"].into_iter().filter(|name| holds(code, name)).collect();
    if !typing.is_empty() {
        let _ = writeln!(out, "from typing import {}\n", typing.join(", "));
    }
    if holds(code, "_native") {
        out.push_str("from payymo import _native\n");
    }
    for base in ["HandleBase", "TellingHandleBase"].into_iter().filter(|base| holds(code, base)) {
        let _ = writeln!(out, "from payymo._handle import {base}");
    }
    let headers: Vec<&str> = ["Headers", "by_name"].into_iter().filter(|name| holds(code, name)).collect();
    if !headers.is_empty() {
        let _ = writeln!(out, "from payymo._headers import {}", headers.join(", "));
    }
    let helpers: Vec<&str> = helpers.iter().copied().filter(|name| holds(code, name)).collect();
    if !helpers.is_empty() {
        let _ = writeln!(out, "from payymo._records import {}", helpers.join(", "));
    }
    for (module, names) in [("records", records), ("words", words)] {
        if !names.is_empty() {
            let names: Vec<&str> = names.into_iter().collect();
            let _ = writeln!(out, "from payymo.{module} import {}", names.join(", "));
        }
    }
    out
}

/// Whether a word stands in some code.
fn holds(code: &str, word: &str) -> bool {
    code.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).any(|part| part == word)
}

const HELPERS: &[&str] = &["Progress", "ask", "asked", "raw"];

pub fn module(area: &Area) -> String {
    let mut code = String::new();
    let all: Vec<String> = area.operations.iter().map(|operation| attribute(operation.verb())).collect();
    let _ = writeln!(code, "\n__all__ = {}\n", list(&all, 0));
    for operation in &area.operations {
        function(&mut code, operation, 0);
    }
    head(area.about) + &imports(&area.operations, HELPERS, &code) + &code
}

/// The class of what lives between calls.
pub fn class(area: &Area) -> String {
    let name = area.class_name();
    let base = if area.tells() { "TellingHandleBase" } else { "HandleBase" };
    let mut code = format!("\n__all__ = [{}]\n\n\nclass {name}({base}):\n", quoted(&name));
    docstring(
        &mut code,
        4,
        &[
            area.about.to_owned(),
            String::new(),
            "Any thread may call. It holds memory outside of Python until it is released, left as a context \
             or collected."
                .to_owned(),
        ],
    );
    code.push_str("\n    __slots__ = ()\n");
    area.operations.iter().for_each(|operation| function(&mut code, operation, 4));
    head(area.about) + &imports(&area.operations, HELPERS, &code) + &code
}

fn function(out: &mut String, operation: &Operation, indent: usize) {
    let space = " ".repeat(indent);
    let opens = matches!(operation.run, Run::Open(_));
    let method = operation.run.on_handle() || opens;
    let strict = holds_objects(operation);
    let name = if opens { "__init__".to_owned() } else { attribute(operation.verb()) };

    let mut parameters: Vec<String> = Vec::new();
    if method {
        parameters.push("self".to_owned());
    }
    for field in ordered(operation.request).filter(|field| field.required) {
        parameters.push(format!("{}: {}", attribute(field.name), taken(&field.kind)));
    }
    let mut by_name: Vec<String> = Vec::new();
    for field in ordered(operation.request).filter(|field| !field.required) {
        by_name.push(format!("{}: {} | None = None", attribute(field.name), taken(&field.kind)));
    }
    if strict {
        by_name.push("strict: bool = False".to_owned());
    }
    if operation.tells() {
        by_name.push("progress: Progress | None = None".to_owned());
    }
    if !by_name.is_empty() {
        parameters.push("*".to_owned());
        parameters.append(&mut by_name);
    }
    let result = match (&operation.answer, opens) {
        (_, true) | (Answer::Nothing, _) => "None".to_owned(),
        (Answer::One(kind), _) => type_of(kind),
        (Answer::Maybe(kind), _) => format!("{} | None", type_of(kind)),
    };
    let line = format!("{space}def {name}({}) -> {result}:", parameters.join(", "));
    if line.len() <= 110 {
        let _ = writeln!(out, "\n{line}");
    } else {
        let _ = writeln!(out, "\n{space}def {name}(");
        for parameter in &parameters {
            let _ = writeln!(out, "{space}    {parameter},");
        }
        let _ = writeln!(out, "{space}) -> {result}:");
    }
    document(out, operation, indent + 4, strict);
    body(out, operation, indent + 4, strict);
    if indent == 0 {
        out.push('\n');
    }
}

fn document(out: &mut String, operation: &Operation, indent: usize, strict: bool) {
    let mut doc = vec![operation.doc.to_owned()];
    if !operation.request.is_empty() {
        doc.extend([String::new(), "Args:".to_owned()]);
        for field in ordered(operation.request) {
            doc.push(format!("    {}: {}", attribute(field.name), field.doc));
        }
        if strict {
            doc.push("    strict: Unknown fields are an error instead of being ignored.".to_owned());
        }
        if operation.tells() {
            doc.push(
                "    progress: Called with the stage, the rows done and the rows in all; what is false but `None` stops the call."
                    .to_owned(),
            );
        }
    }
    let mut classes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for code in operation.errors {
        let area = code.split('.').next().unwrap_or_default();
        classes.entry(class_of(area)).or_default().push(format!("`{code}`"));
    }
    classes.entry("ContractError".to_owned()).or_default().push("an argument of a wrong type".to_owned());
    doc.extend([String::new(), "Raises:".to_owned()]);
    for (class, codes) in classes {
        doc.push(format!("    {class}: {}.", codes.join(", ")));
    }
    docstring(out, indent, &doc);
}

fn body(out: &mut String, operation: &Operation, indent: usize, strict: bool) {
    let space = " ".repeat(indent);
    let mut arguments: Vec<String> = Vec::new();
    for field in operation.request {
        let name = attribute(field.name);
        let value = if is_headers(&field.kind) { format!("by_name({name}, \"/{name}\")") } else { name };
        arguments.push(format!("{}: {value}", quoted(field.name)));
    }
    if strict {
        arguments.push("\"strict\": strict".to_owned());
    }
    let progress = if operation.tells() { ", progress" } else { "" };
    let arguments = if arguments.iter().map(|text| text.len() + 2).sum::<usize>() > 60 {
        let lines: String = arguments.iter().map(|text| format!("{space}    {text},\n")).collect();
        format!("{{\n{lines}{space}}}")
    } else {
        format!("{{{}}}", arguments.join(", "))
    };
    let name = quoted(operation.name);
    let is_result = |record: &Record| record.name == "Reconciliation";
    let answer = match operation.run {
        Run::Open(_) => {
            let _ = writeln!(out, "{space}self._open({name}, {arguments}{progress})");
            return;
        }
        Run::Function(_) => format!("ask({name}, {arguments}{progress})"),
        _ => format!("self._ask({name}, {arguments}{progress})"),
    };
    let _ = match &operation.answer {
        Answer::Nothing => writeln!(out, "{space}{answer}"),
        Answer::One(Type::Of(record)) if is_result(record) => {
            let raw = match operation.run {
                Run::Function(_) => answer.replacen("ask(", "asked(", 1),
                _ => answer.replacen("self._ask(", "self._asked(", 1),
            };
            writeln!(out, "{space}return {}.from_json({raw})", record.name)
        }
        Answer::One(kind) => match read(kind, "answer") {
            Some(read) => writeln!(out, "{space}answer = {answer}\n{space}return {read}"),
            None => {
                writeln!(out, "{space}answer: {} = {answer}\n{space}return answer", type_of(kind))
            }
        },
        Answer::Maybe(kind) => match read(kind, "answer") {
            Some(read) => {
                writeln!(out, "{space}answer = {answer}\n{space}return None if answer is None else {read}")
            }
            None => {
                writeln!(out, "{space}answer: {} | None = {answer}\n{space}return answer", type_of(kind))
            }
        },
    };
}
