//! The start of an input as formats look at it: its elements, its keys, its lines.

mod paths;

use crate::format::xml::{Scanner, Token};

/// Elements that are looked at.
const ELEMENTS: usize = 200;
/// Lines that are looked at.
const LINES: usize = 200;

/// How sure a format is of an input, in percent; 0: it is not of this format.
pub(crate) type Confidence = u8;
/// What only one format has: a root element, a mark on the first line.
pub(crate) const CERTAIN: Confidence = 99;
/// Keys or lines that belong together, which another format may have by accident.
pub(crate) const LIKELY: Confidence = 90;
/// It could be, if nothing else claims it.
pub(crate) const POSSIBLE: Confidence = 50;

/// The start of an input.
pub(crate) struct Look<'a> {
    /// Its text, without space before it.
    pub(crate) text: &'a str,
    form: Form<'a>,
}

enum Form<'a> {
    Xml(Vec<Element<'a>>),
    Json(Vec<String>),
    Lines(Vec<&'a str>),
}

/// An element's start.
pub(crate) struct Element<'a> {
    /// Without its prefix.
    pub(crate) name: &'a str,
    pub(crate) attributes: &'a str,
}

impl<'a> Look<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let text = text.trim_ascii_start();
        let form = match text.as_bytes().first() {
            Some(b'<') => Form::Xml(elements(text)),
            Some(b'{' | b'[') if !text.starts_with("{1:") => Form::Json(paths::paths(text)),
            _ => Form::Lines(
                text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(LINES).collect(),
            ),
        };
        Look { text, form }
    }

    /// The first elements; none where it is not markup.
    pub(crate) fn elements(&self) -> &[Element<'a>] {
        match &self.form {
            Form::Xml(elements) => elements,
            _ => &[],
        }
    }

    /// The first lines that are not blank; none where it is markup or JSON.
    pub(crate) fn lines(&self) -> &[&'a str] {
        match &self.form {
            Form::Lines(lines) => lines,
            _ => &[],
        }
    }

    /// Whether it is JSON.
    pub(crate) fn is_json(&self) -> bool {
        matches!(self.form, Form::Json(_))
    }

    /// Whether it is markup.
    pub(crate) fn is_markup(&self) -> bool {
        matches!(self.form, Form::Xml(_))
    }

    /// The paths of the first keys of JSON: `transactions.booked[]`, `data{}`, `[].object=charge`.
    pub(crate) fn paths(&self) -> &[String] {
        match &self.form {
            Form::Json(paths) => paths,
            _ => &[],
        }
    }

    /// Whether JSON has one of these paths.
    pub(crate) fn has(&self, paths: &[&str]) -> bool {
        self.paths().iter().any(|known| paths.contains(&known.as_str()))
    }

    /// Whether JSON has each of these keys, wherever.
    pub(crate) fn keys(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.paths().iter().any(|path| paths::last(path) == *key))
    }
}

fn elements(text: &str) -> Vec<Element<'_>> {
    let mut scanner = Scanner::new(text);
    let mut elements = Vec::new();
    // The look ends somewhere: an error ends the search.
    while let Ok(token) = scanner.next() {
        match token {
            Token::Open { name, attributes, .. } => elements.push(Element { name, attributes }),
            Token::End => break,
            _ => {}
        }
        if elements.len() >= ELEMENTS {
            break;
        }
    }
    elements
}
