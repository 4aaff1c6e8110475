//! XML as it is written: elements in order, text escaped.

/// A document on its way.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    pub(super) fn new() -> Self {
        Xml { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    /// An element with what `inner` writes in it; nothing where that is nothing.
    pub(super) fn within(&mut self, name: &'static str, inner: impl FnOnce(&mut Self)) {
        let before = self.text.len();
        self.start(name, "");
        let empty = self.text.len();
        inner(self);
        if self.text.len() == empty {
            self.text.truncate(before);
            self.open.pop();
        } else {
            self.end();
        }
    }

    /// The start of an element that is ended by [`end`](Self::end).
    pub(super) fn start(&mut self, name: &'static str, attributes: &str) {
        self.text.push('<');
        self.text.push_str(name);
        self.text.push_str(attributes);
        self.text.push('>');
        self.open.push(name);
    }

    pub(super) fn end(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An element with a text.
    pub(super) fn leaf(&mut self, name: &'static str, value: &str) {
        self.leaf_with(name, "", value);
    }

    /// An element with attributes and a text.
    pub(super) fn leaf_with(&mut self, name: &'static str, attributes: &str, value: &str) {
        self.start(name, attributes);
        self.escaped(value);
        self.end();
    }

    /// An element with a text, if there is one.
    pub(super) fn maybe(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.leaf(name, value);
        }
    }

    pub(super) fn line(&mut self) {
        self.text.push('\n');
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Text without what XML 1.0 cannot hold (its section 2.2).
    fn escaped(&mut self, value: &str) {
        for character in value.chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'.. => {
                    self.text.push(character);
                }
                _ => {}
            }
        }
    }
}
