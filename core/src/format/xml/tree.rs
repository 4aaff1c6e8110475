//! One record as a tree: its elements in document order, borrowed from the text.

use super::entities::unescape;
use super::{Scanner, Token};
use crate::error::{Code, Error};
use memchr::memchr;
use std::borrow::Cow;

/// Elements of one record. A batch of ten thousand payments has half a million.
const NODES: usize = 4_000_000;
/// Bytes of one element's text. The longest in camt has 500 characters.
const TEXT: usize = 64 * 1024;

/// The elements of one record. Cleared and used again for the next one.
#[derive(Default)]
pub(crate) struct Tree<'a> {
    elements: Vec<Element<'a>>,
    /// Positions of the elements that are open.
    open: Vec<usize>,
    /// Elements whose text is passed over.
    without: &'static [&'static str],
}

struct Element<'a> {
    name: &'a str,
    attributes: &'a str,
    text: Cow<'a, str>,
    /// Position of the first element that is not within this one.
    end: u32,
    key: Key,
}

/// What most names differ in, looked at before their letters are.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key(u32);

impl Key {
    fn of(name: &str) -> Key {
        let byte = |byte: Option<&u8>| u32::from(byte.copied().unwrap_or(0));
        let bytes = name.as_bytes();
        Key(byte(bytes.first()) << 24 | byte(bytes.last()) << 16 | (bytes.len() & 0xffff) as u32)
    }
}

impl<'a> Tree<'a> {
    /// A tree that passes over the text of some elements, however long: files within the record.
    pub(crate) fn without(names: &'static [&'static str]) -> Self {
        Tree { without: names, ..Tree::default() }
    }

    /// Reads the element whose `Open` the scanner has just given, to its end.
    ///
    /// # Errors
    /// Those of the scanner, `format.xml.syntax` for an entity that is not predefined, `format.too_large`.
    pub(crate) fn read(
        &mut self,
        scanner: &mut Scanner<'a>,
        name: &'a str,
        attributes: &'a str,
        empty: bool,
    ) -> Result<(), Error> {
        self.elements.clear();
        self.open.clear();
        let root = self.push(name, attributes)?;
        if empty {
            return Ok(());
        }
        self.open.push(root);
        loop {
            match scanner.next()? {
                Token::Open { name, attributes, empty } => {
                    let at = self.push(name, attributes)?;
                    if !empty {
                        self.open.push(at);
                    }
                }
                Token::Close => {
                    let end = u32::try_from(self.elements.len()).unwrap_or(u32::MAX);
                    if let Some(element) = self.open.pop().and_then(|at| self.elements.get_mut(at)) {
                        element.end = end;
                    }
                    if self.open.is_empty() {
                        return Ok(());
                    }
                }
                Token::Text(_) | Token::Escaped(_) | Token::Data(_) if self.is_passed_over() => {}
                Token::Text(text) => {
                    let text = text.trim_ascii();
                    if !text.is_empty() {
                        self.append(Cow::Borrowed(text))?;
                    }
                }
                Token::Escaped(raw) => {
                    let raw = raw.trim_ascii();
                    let text = unescape(raw).map_err(|()| {
                        let end = scanner.position() as u64;
                        Error::new(Code::XmlSyntax, "an entity that XML does not predefine")
                            .at_bytes(end.saturating_sub(raw.len() as u64)..end)
                    })?;
                    self.append(text)?;
                }
                Token::Data(text) => self.append(Cow::Borrowed(text))?,
                Token::End => return Ok(()),
            }
        }
    }

    /// The record's own element.
    pub(crate) fn root(&self) -> Node<'_, 'a> {
        Node { tree: self, at: 0 }
    }

    fn push(&mut self, name: &'a str, attributes: &'a str) -> Result<usize, Error> {
        let at = self.elements.len();
        if at >= NODES {
            return Err(Error::new(Code::FormatTooLarge, format!("a record of more than {NODES} elements")));
        }
        let end = u32::try_from(at + 1).unwrap_or(u32::MAX);
        self.elements.push(Element { name, attributes, text: Cow::Borrowed(""), end, key: Key::of(name) });
        Ok(at)
    }

    fn is_passed_over(&self) -> bool {
        let element = || self.open.last().and_then(|at| self.elements.get(*at));
        !self.without.is_empty() && element().is_some_and(|element| self.without.contains(&element.name))
    }

    /// Adds to the text of the element that was opened last.
    fn append(&mut self, text: Cow<'a, str>) -> Result<(), Error> {
        let Some(element) = self.open.last().and_then(|at| self.elements.get_mut(*at)) else { return Ok(()) };
        if element.text.len() + text.len() > TEXT {
            return Err(Error::new(Code::FormatTooLarge, format!("an element's text beyond {TEXT} bytes")));
        }
        if element.text.is_empty() {
            element.text = text;
        } else {
            element.text.to_mut().push_str(&text);
        }
        Ok(())
    }
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(crate) struct Node<'t, 'a> {
    tree: &'t Tree<'a>,
    at: usize,
}

impl<'t, 'a> Node<'t, 'a> {
    /// Its name without prefix.
    pub(crate) fn name(self) -> &'a str {
        self.tree.elements.get(self.at).map_or("", |element| element.name)
    }

    /// Its own text, without that of its children.
    pub(crate) fn text(self) -> &'t str {
        self.tree.elements.get(self.at).map_or("", |element| element.text.trim_ascii())
    }

    /// The value of an attribute; one of a name space only where none has the bare name.
    pub(crate) fn attribute(self, name: &str) -> Option<&'a str> {
        let mut rest = self.tree.elements.get(self.at)?.attributes;
        let mut prefixed = None;
        while let Some(equals) = memchr(b'=', rest.as_bytes()) {
            let key = rest.get(..equals)?.trim_ascii();
            let after = rest.get(equals + 1..)?.trim_ascii_start();
            let Some(quote) = after.bytes().next().filter(|quote| matches!(quote, b'"' | b'\'')) else {
                break;
            };
            let Some(length) = after.as_bytes().get(1..).and_then(|rest| memchr(quote, rest)) else { break };
            let end = 1 + length;
            if key == name {
                return after.get(1..end);
            }
            if prefixed.is_none() && key.strip_suffix(name).is_some_and(|prefix| prefix.ends_with(':')) {
                prefixed = after.get(1..end);
            }
            rest = after.get(end + 1..)?;
        }
        prefixed
    }

    /// Its children, in document order.
    pub(crate) fn children(self) -> impl Iterator<Item = Node<'t, 'a>> {
        let end = self.end();
        let mut at = self.at + 1;
        core::iter::from_fn(move || {
            let child = Node { tree: self.tree, at };
            (at < end).then(|| {
                at = child.end().max(at + 1);
                child
            })
        })
    }

    /// Its children of a name.
    pub(crate) fn all(self, name: &'static str) -> impl Iterator<Item = Node<'t, 'a>> {
        let key = Key::of(name);
        self.children().filter(move |child| child.is(name, key))
    }

    /// Its first child of a name.
    pub(crate) fn child(self, name: &str) -> Option<Node<'t, 'a>> {
        let key = Key::of(name);
        self.children().find(|child| child.is(name, key))
    }

    fn is(self, name: &str, key: Key) -> bool {
        self.tree.elements.get(self.at).is_some_and(|element| element.key == key && element.name == name)
    }

    /// The element at the end of a path of names.
    pub(crate) fn path<const N: usize>(self, names: [&str; N]) -> Option<Node<'t, 'a>> {
        names.iter().try_fold(self, |node, name| node.child(name))
    }

    /// The text at the end of a path, if there is any.
    pub(crate) fn text_at<const N: usize>(self, names: [&str; N]) -> Option<&'t str> {
        self.path(names).map(Node::text).filter(|text| !text.is_empty())
    }

    fn end(self) -> usize {
        self.tree.elements.get(self.at).map_or(0, |element| element.end as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<T>(text: &str, then: impl Fn(Node<'_, '_>) -> T) -> Result<T, Error> {
        let mut scanner = Scanner::new(text);
        let Token::Open { name, attributes, empty } = scanner.next()? else { panic!("no element") };
        let mut tree = Tree::default();
        tree.read(&mut scanner, name, attributes, empty)?;
        Ok(then(tree.root()))
    }

    #[test]
    fn paths_texts_and_attributes() {
        let text = "<Ntry> <Amt y:b=\"3\" x:Ccy = 'EUR' b=\"2\">1<!-- -->2&#46;5<![CDATA[0]]></Amt><A><B/><B> b </B></A><C/></Ntry>";
        with(text, |root| {
            assert_eq!(root.text_at(["Amt"]), Some("12.50"));
            assert_eq!(root.path(["Amt"]).unwrap().attribute("Ccy"), Some("EUR"));
            assert_eq!(root.path(["Amt"]).unwrap().attribute("b"), Some("2"));
            assert_eq!(root.path(["Amt"]).unwrap().attribute("c"), None);
            assert_eq!(root.children().map(Node::name).collect::<Vec<_>>(), ["Amt", "A", "C"]);
            assert_eq!(root.path(["A"]).unwrap().all("B").map(Node::text).collect::<Vec<_>>(), ["", "b"]);
            assert_eq!(root.text_at(["C"]), None);
        })
        .unwrap();
    }

    #[test]
    fn bounds() {
        let code = |text: &str| with(text, |_| ()).unwrap_err().code();
        assert_eq!(code(&format!("<a>{}</a>", "x".repeat(TEXT + 1))), Code::FormatTooLarge);
        assert_eq!(code("<a>caf&eacute;</a>"), Code::XmlSyntax);
        assert_eq!(code("<a><b>"), Code::FormatTruncated);
    }

    #[test]
    fn texts_passed_over() {
        let text = format!("<a><File>{0}<![CDATA[{0}]]></File><b>1</b></a>", "x".repeat(TEXT));
        let mut scanner = Scanner::new(&text);
        let Token::Open { name, attributes, empty } = scanner.next().unwrap() else { panic!("no element") };
        let mut tree = Tree::without(&["File"]);
        tree.read(&mut scanner, name, attributes, empty).unwrap();
        assert_eq!((tree.root().text_at(["File"]), tree.root().text_at(["b"])), (None, Some("1")));
    }
}
