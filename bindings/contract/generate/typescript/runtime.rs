//! What the package's runtime knows of the table: `lib/table.cjs`, and the names that ESM exports.

use super::functions::function_name;
use super::{MADE, paired};
use crate::areas::Area;
use payymo_contract::Shapes;
use payymo_contract::schema::Type;
use payymo_contract::schema::words::STAGE;
use payymo_contract::{Answer, OPERATIONS, Operation, Run, codes};
use std::fmt::Write;

/// Names that the package exports beside the areas.
pub const OWN: &[&str] = &[
    "NO_ROW",
    "PayymoError",
    "call",
    "callSync",
    "codes",
    "currencyDecimals",
    "ibanCheck",
    "readStream",
    "reconcileColumns",
    "reconcileColumnsSync",
    "referenceCheck",
    "toDocument",
];

/// `index.mjs`.
pub fn module() -> String {
    let mut names: Vec<String> = OWN.iter().map(|name| (*name).to_owned()).collect();
    names.extend(Area::all().map(|area| match area.is_class() {
        true => area.class_name(),
        false => area.name.to_owned(),
    }));
    names.sort();
    format!(
        "{MADE}import payymo from './lib/index.cjs';\n\nexport const {{\n  {},\n}} = payymo;\n",
        names.join(",\n  ")
    )
}

/// `lib/table.cjs`.
pub fn table() -> String {
    let mut out = format!("{MADE}'use strict';\n\n// Code and number of every error.\nexports.codes = {{\n");
    for known in codes() {
        let _ = writeln!(out, "  '{}': {},", known.code, known.number);
    }
    out.push_str(
        "};\n\n// Fields of the shapes that are handed in, with their types.\nexports.records = {\n",
    );
    let shapes = Shapes::of(OPERATIONS);
    let sides = super::Sides::of();
    for record in shapes.records.iter().filter(|record| sides.given.contains(record.name)) {
        let _ = writeln!(out, "  {}: {{", record.name);
        for field in record.fields {
            let _ = writeln!(out, "    {}: {},", field.name, type_of(&field.kind));
        }
        out.push_str("  },\n");
    }
    out.push_str("};\n\n// Lists of words, in their order.\nexports.words = {\n");
    for list in shapes.words.iter().chain([&&STAGE]) {
        let words: Vec<String> = (list.list)().iter().map(|(word, _)| format!("'{word}'")).collect();
        let _ = writeln!(out, "  {}: [{}],", list.name, words.join(", "));
    }
    out.push_str(
        "};\n\n// Classes by their areas: whether no call changes one, and whether making one tells what could not be used.\n\
         exports.classes = {\n",
    );
    for area in Area::all().filter(Area::is_class) {
        let (name, steady, tells) = (area.class_name(), area.is_steady(), area.tells());
        let _ = writeln!(out, "  {}: {{ name: '{name}', steady: {steady}, tells: {tells} }},", area.name);
    }
    out.push_str("};\n\n// Operations: `arguments` are the fields that must be there, `fields` the others.\nexports.operations = [\n");
    OPERATIONS.iter().for_each(|one| operation(&mut out, one));
    out.push_str("];\n");
    out
}

fn operation(out: &mut String, operation: &Operation) {
    let on = match operation.run {
        Run::Function(_) => "nothing",
        Run::Open(_) => "opens",
        _ => "handle",
    };
    let _ = write!(
        out,
        "  {{\n    name: '{}',\n    area: '{}',\n    function: '{}',\n    on: '{on}',\n    paired: {},\n    tells: {},\n    answers: '{}',\n",
        operation.name,
        operation.area(),
        function_name(operation),
        paired(operation),
        operation.tells(),
        match operation.answer {
            Answer::One(Type::Bytes) | Answer::Maybe(Type::Bytes) => "bytes",
            Answer::Nothing => "nothing",
            _ => "value",
        },
    );
    for (part, required) in [("arguments", true), ("fields", false)] {
        let fields = operation.request.iter().filter(|field| field.required == required);
        let fields: Vec<String> =
            fields.map(|field| format!("['{}', {}]", field.name, type_of(&field.kind))).collect();
        let _ = writeln!(out, "    {part}: [{}],", fields.join(", "));
    }
    out.push_str("  },\n");
}

/// A type as the runtime reads it: a name, or an object of one member.
fn type_of(kind: &Type) -> String {
    match kind {
        Type::Text | Type::Secret | Type::Currency | Type::Word(_) => "'text'".to_owned(),
        Type::Json => "'json'".to_owned(),
        Type::Truth => "'truth'".to_owned(),
        Type::Count(_) | Type::Whole | Type::Number => "'number'".to_owned(),
        Type::Decimal => "'decimal'".to_owned(),
        Type::Date => "'date'".to_owned(),
        Type::Bytes => "'bytes'".to_owned(),
        Type::Of(record) | Type::Row(record) => format!("{{ of: '{}' }}", record.name),
        Type::List(of) => format!("{{ list: {} }}", type_of(of)),
        Type::Map(of) => format!("{{ map: {} }}", type_of(of)),
        Type::Either(types) => {
            let types: Vec<String> = types.iter().map(type_of).collect();
            format!("{{ either: [{}] }}", types.join(", "))
        }
    }
}
