//! Records as interfaces.

use super::{Sides, answered, given};
use payymo_contract::Shapes;
use payymo_contract::schema::{Field, Record};
use std::fmt::Write;

pub fn write(out: &mut String, shapes: &Shapes, sides: &Sides) {
    for record in &shapes.records {
        if sides.answered.contains(record.name) {
            interface(out, record, record.name, &answered_field);
        }
        if sides.given.contains(record.name) {
            let name = sides.input_name(record);
            interface(out, record, &name, &|field| given_field(field, sides));
        }
    }
}

fn interface(out: &mut String, record: &Record, name: &str, field_text: &dyn Fn(&Field) -> String) {
    let as_given = match name == record.name {
        true => "",
        false => " As it is handed in.",
    };
    let _ = write!(out, "\n/** {}{as_given} */\nexport interface {name} {{\n", record.doc);
    for field in record.fields {
        let _ = write!(out, "  /** {} */\n  {}\n", field.doc, field_text(field));
    }
    out.push_str("}\n");
}

fn answered_field(field: &Field) -> String {
    let optional = if field.required { "" } else { "?" };
    format!("{}{optional}: {};", field.name, answered(&field.kind))
}

/// A field that a host hands in.
pub fn given_field(field: &Field, sides: &Sides) -> String {
    let kind = given(&field.kind, sides);
    match field.required {
        true => format!("{}: {kind};", field.name),
        false => format!("{}?: {kind} | null | undefined;", field.name),
    }
}
