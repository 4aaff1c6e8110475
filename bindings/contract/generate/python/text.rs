//! Python's text: names, literals, docstrings.

use crate::reserved::{PYTHON, free};

/// Longest line.
const WIDTH: usize = 110;

/// A name as Python can write it.
pub fn attribute(name: &str) -> String {
    free(name, PYTHON)
}

/// A text as a literal.
pub fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// A list of texts, one a line.
pub fn list(texts: &[String], indent: usize) -> String {
    let space = " ".repeat(indent);
    let lines: String = texts.iter().map(|text| format!("{space}    {},\n", quoted(text))).collect();
    format!("[\n{lines}{space}]")
}

/// A docstring of paragraphs: an empty one parts, others stand on lines of their own, wrapped.
pub fn docstring(out: &mut String, indent: usize, paragraphs: &[String]) {
    let space = " ".repeat(indent);
    let mut lines: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        wrap(&mut lines, paragraph, WIDTH - indent - 6);
    }
    let raw = if paragraphs.iter().any(|text| text.contains('\\')) { "r" } else { "" };
    out.push_str(&format!("{space}{raw}\"\"\"{}", lines.first().map_or("", String::as_str)));
    for line in lines.iter().skip(1) {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&space);
            out.push_str(line);
        }
    }
    if lines.len() > 1 {
        out.push('\n');
        out.push_str(&space);
    }
    out.push_str("\"\"\"\n");
}

/// Lines of a paragraph; those behind the first are indented as it is, and further where it is an entry of a list.
fn wrap(lines: &mut Vec<String>, paragraph: &str, width: usize) {
    let start = paragraph.len() - paragraph.trim_start().len();
    let entry = paragraph.trim_start().starts_with("- ");
    let hang = if entry {
        start + 2
    } else if start > 0 {
        start + 4
    } else {
        0
    };
    let mut line = " ".repeat(start);
    let mut empty = true;
    for word in paragraph.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::replace(&mut line, " ".repeat(hang)));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line.trim_end().to_owned());
}
