//! The typed layer of the Python package: words, records, functions, errors.

mod functions;
mod records;
mod text;

use crate::File;
use crate::areas::Area;
use payymo_contract::Shapes;
use payymo_contract::{OPERATIONS, codes};
use std::collections::BTreeMap;
use std::fmt::Write;
pub use text::attribute;
use text::docstring;

/// Every file, with its path.
pub fn files() -> Vec<File> {
    let shapes = Shapes::of(OPERATIONS);
    let mut files = vec![
        ("bindings/python/python/payymo/words.py", records::words(&shapes)),
        ("bindings/python/python/payymo/records.py", records::records(&shapes)),
        ("bindings/python/python/payymo/errors.py", errors()),
    ];
    for area in Area::all() {
        files.push(match area.is_class() {
            true => (path_of(&format!("_{}", area.name)), functions::class(&area)),
            false => (path_of(&attribute(area.name)), functions::module(&area)),
        });
    }
    files
}

/// The file of a module. A path is leaked once a run, because a file's path is static.
fn path_of(module: &str) -> &'static str {
    String::leak(format!("bindings/python/python/payymo/{module}.py"))
}

/// The first lines of every file.
fn head(about: &str) -> String {
    let mut out = String::from(
        "# Generated from the table of operations: cargo run -p payymo-contract --bin generate-bindings\n",
    );
    docstring(&mut out, 0, &[about.to_owned()]);
    out.push_str("\nfrom __future__ import annotations\n\n");
    out
}

/// `MoneyError` of `money`.
fn class_of(area: &str) -> String {
    // Python has a MemoryError, a KeyError and a PermissionError of its own.
    match area {
        "memory" => return "StoredMemoryError".to_owned(),
        "key" => return "TokenKeyError".to_owned(),
        "permission" => return "RolePermissionError".to_owned(),
        _ => {}
    }
    let (first, rest) = area.split_at(1);
    format!("{}{rest}Error", first.to_uppercase())
}

fn errors() -> String {
    let mut out = head("Exceptions, one an area of codes, and the codes themselves.");
    out.push_str("from typing import Final, Mapping\n\nfrom payymo._errors import PayymoError\n\n");
    let mut areas: BTreeMap<u32, Vec<_>> = BTreeMap::new();
    let mut names: Vec<&str> = Vec::new();
    for known in codes() {
        let area = known.code.split('.').next().unwrap_or_default();
        let at = names.iter().position(|name| *name == area).unwrap_or_else(|| {
            names.push(area);
            names.len() - 1
        });
        areas.entry(at as u32).or_default().push(known);
    }
    let mut all = vec!["CODES".to_owned(), "MEANINGS".to_owned(), "PayymoError".to_owned()];
    for area in &names {
        all.push(class_of(area));
    }
    let _ = writeln!(out, "__all__ = {}\n", text::list(&all, 0));
    for (area, known) in names.iter().zip(areas.values()) {
        let _ = writeln!(out, "\nclass {}(PayymoError, area={area:?}):", class_of(area));
        let codes = known.iter().map(|known| format!("- `{}`: {}", known.code, known.meaning));
        let mut doc = vec![format!("Codes of `{area}`."), String::new()];
        doc.extend(codes);
        docstring(&mut out, 4, &doc);
        out.push('\n');
    }
    out.push_str("\nCODES: Final[Mapping[str, int]] = {\n");
    codes().for_each(|known| {
        let _ = writeln!(out, "    {:?}: {},", known.code, known.number);
    });
    out.push_str("}\n\"\"\"Number of each code.\"\"\"\n\nMEANINGS: Final[Mapping[str, str]] = {\n");
    codes().for_each(|known| {
        let _ = writeln!(out, "    {:?}: {},", known.code, text::quoted(known.meaning));
    });
    out.push_str("}\n\"\"\"What each code means, in one sentence.\"\"\"\n");
    out
}
