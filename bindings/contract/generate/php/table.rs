//! The table of operations for the runner of the shared vectors.

use super::{name, text};
use crate::kinds::holds_objects;
use payymo_contract::Shapes;
use payymo_contract::{Answer, OPERATIONS, Run};
use std::collections::BTreeSet;
use std::fmt::Write;

pub fn class(shapes: &Shapes) -> String {
    let imports: BTreeSet<String> =
        shapes.records.iter().map(|record| format!("Payymo\\Model\\{}", name::class(record.name))).collect();
    let mut used = BTreeSet::new();
    let mut rows = String::new();
    for operation in OPERATIONS {
        let class = name::pascal(operation.area());
        let on = match operation.run {
            Run::Function(_) => "function",
            Run::Open(_) => "open",
            _ => "handle",
        };
        let answer = match &operation.answer {
            Answer::One(kind) | Answer::Maybe(kind) => {
                name::imports(kind, &mut used, false);
                name::spec(kind, "")
            }
            Answer::Nothing => "'nothing'".to_owned(),
        };
        let _ = writeln!(
            rows,
            "        '{}' => [\n            'call' => [\\Payymo\\{class}::class, '{}'],\n            'on' => '{on}',\n            'answer' => {answer},\n            'request' => [",
            operation.name,
            name::camel(operation.verb())
        );
        for field in operation.request {
            name::imports(&field.kind, &mut used, false);
            let _ = writeln!(
                rows,
                "                '{}' => ['{}', {}],",
                field.name,
                name::camel(field.name),
                name::spec(&field.kind, "")
            );
        }
        if holds_objects(operation) {
            rows.push_str("                'strict' => ['strict', 'truth'],\n");
        }
        rows.push_str("            ],\n        ],\n");
    }
    let imports = imports.intersection(&used).cloned().collect();
    let mut out = text::head("Payymo\\Tests\\Support", &imports);
    out.push_str(
        "/** Every operation with its method, its parameters and what they are written as. */\nfinal class Operations\n{\n    public const TABLE = [\n",
    );
    out.push_str(&rows);
    out.push_str("    ];\n}\n");
    out
}
