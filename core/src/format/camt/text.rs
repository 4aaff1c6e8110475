//! Text of elements: on one line, and whether it says anything.

use crate::format::reading::nothing::is_filler;
use crate::format::xml::Node;

/// Text on one line: a line break with the space around it is one space.
pub(super) fn clean(text: &str) -> String {
    if memchr::memchr3(b'\n', b'\r', b'\t', text.as_bytes()).is_none() {
        return text.trim().to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for part in text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()) {
        join(&mut line, part);
    }
    line
}

/// Adds a part to a line, with a space between.
pub(super) fn join(line: &mut String, part: &str) {
    if !line.is_empty() && !part.is_empty() {
        line.push(' ');
    }
    line.push_str(part);
}

/// The text of an element that says something.
pub(super) fn given<'t>(node: Option<Node<'t, '_>>) -> Option<&'t str> {
    node.map(Node::text).filter(|text| !text.is_empty() && !is_filler(text))
}
