//! Pieces of PHP source.

use std::collections::BTreeSet;

/// Lines of documentation end before this column.
const WIDTH: usize = 118;

/// The head of a file: what it is, its namespace and imports.
pub fn head(namespace: &str, imports: &BTreeSet<String>) -> String {
    let mut out = String::from(
        "<?php\n\n/*\n * Generated from the table of operations; do not edit. To bring it up to date:\n * cargo run -p payymo-contract --bin \
         generate-bindings\n */\n\ndeclare(strict_types=1);\n\n",
    );
    out.push_str(&format!("namespace {namespace};\n\n"));
    // What is in the namespace itself needs no import.
    let imports: Vec<&String> = imports
        .iter()
        .filter(|name| name.rsplit_once('\\').is_none_or(|(there, _)| there != namespace))
        .collect();
    imports.iter().for_each(|name| out.push_str(&format!("use {name};\n")));
    if !imports.is_empty() {
        out.push('\n');
    }
    out
}

/// A documentation block of some paragraphs, at an indent. A paragraph that begins with `@` follows its neighbour directly.
pub fn doc(indent: usize, paragraphs: &[String]) -> String {
    let pad = " ".repeat(indent);
    let paragraphs: Vec<String> = paragraphs.iter().map(|text| safe(text)).collect();
    if let [one] = paragraphs.as_slice()
        && indent + one.chars().count() + 7 <= WIDTH
    {
        return format!("{pad}/** {one} */\n");
    }
    let mut out = format!("{pad}/**\n");
    for (at, text) in paragraphs.iter().enumerate() {
        if at > 0
            && !(text.starts_with('@')
                && paragraphs.get(at - 1).is_some_and(|before| before.starts_with('@')))
        {
            out.push_str(&format!("{pad} *\n"));
        }
        let hang = if text.starts_with('@') { "    " } else { "" };
        for (at, line) in wrapped(text, WIDTH - indent - 3 - hang.len()).iter().enumerate() {
            let hang = if at > 0 { hang } else { "" };
            out.push_str(&format!("{pad} * {hang}{line}\n"));
        }
    }
    out.push_str(&format!("{pad} */\n"));
    out
}

/// A string of PHP.
pub fn string(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn safe(text: &str) -> String {
    text.replace("*/", "* /")
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}
