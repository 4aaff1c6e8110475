//! Text to tokens: where tags, character data and CDATA begin and end.

use super::names::{TAG, bare, local};
use crate::error::{Code, Error};
use crate::text::lanes;
use memchr::{memchr, memmem};

/// Elements within elements. camt needs about fifteen.
const DEPTH: usize = 64;

/// A piece of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `<p:Name attributes>`; `empty` for `<Name/>`, which has no `Close`.
    Open { name: &'a str, attributes: &'a str, empty: bool },
    /// `</p:Name>`.
    Close,
    /// Character data without entities.
    Text(&'a str),
    /// Character data, with entities as they stand.
    Escaped(&'a str),
    /// CDATA: as it stands.
    Data(&'a str),
    /// The end of the document, with every element closed.
    End,
}

/// Bytes of a comment, a processing instruction, CDATA, or of a record that is not well-formed.
pub(super) const LONGEST: usize = 16 << 20;

/// Pulls tokens out of a text.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// What was open before the text.
    outer: OpenNames,
    /// What the text opened: names with their prefixes.
    opened: Vec<&'a str>,
}

/// The names of the elements that are open, with their prefixes.
#[derive(Default)]
pub(crate) struct OpenNames {
    names: String,
    starts: Vec<usize>,
}

impl OpenNames {
    fn push(&mut self, name: &str) {
        self.starts.push(self.names.len());
        self.names.push_str(name);
    }

    fn last(&self) -> Option<&str> {
        self.starts.last().and_then(|start| self.names.get(*start..))
    }

    fn truncate(&mut self, depth: usize) {
        if let Some(start) = self.starts.get(depth) {
            self.names.truncate(*start);
        }
        self.starts.truncate(depth);
    }
}

impl<'a> Scanner<'a> {
    /// At the start of a text.
    pub(crate) fn new(text: &'a str) -> Self {
        Scanner::within(text, OpenNames::default())
    }

    /// At the start of a text that goes on where these elements are open.
    pub(crate) fn within(text: &'a str, outer: OpenNames) -> Self {
        Scanner { text, at: 0, outer, opened: Vec::with_capacity(DEPTH / 4) }
    }

    /// What is open where it stands.
    pub(crate) fn into_open(mut self) -> OpenNames {
        self.opened.iter().for_each(|name| self.outer.push(name));
        self.outer
    }

    /// Bytes read so far: the place of the next token.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// The place of the next token behind comments and processing instructions, which belong to none.
    pub(crate) fn behind_comments(&mut self) -> usize {
        while let Some(tag) = self.rest().strip_prefix('<') {
            let past = if tag.starts_with('?') {
                self.past(tag, "?>")
            } else if tag.starts_with("!--") {
                self.past_comment(tag)
            } else {
                break;
            };
            // One without an end is told by whoever asks for the token.
            if past.is_err() {
                break;
            }
        }
        self.at
    }

    /// Elements that are open.
    pub(crate) fn depth(&self) -> usize {
        self.outer.starts.len() + self.opened.len()
    }

    /// The name of the element that was opened last.
    fn last_open(&self) -> Option<&str> {
        self.opened.last().copied().or_else(|| self.outer.last())
    }

    /// Closes all but the outer `depth` elements.
    fn truncate(&mut self, depth: usize) {
        match depth.checked_sub(self.outer.starts.len()) {
            Some(opened) => self.opened.truncate(opened),
            None => {
                self.opened.clear();
                self.outer.truncate(depth);
            }
        }
    }

    /// The next token.
    ///
    /// # Errors
    /// `format.truncated`, `format.xml.syntax`, `format.xml.doctype`, `format.too_large`. After an error the scanner
    /// stands where it stood; [`resume`](Self::resume) goes on elsewhere.
    pub(crate) fn next(&mut self) -> Result<Token<'a>, Error> {
        loop {
            let rest = self.rest();
            let Some(tag) = rest.strip_prefix('<') else {
                if rest.is_empty() {
                    if self.depth() == 0 {
                        return Ok(Token::End);
                    }
                    return Err(self.truncated());
                }
                let (end, escaped) = data_end(rest.as_bytes());
                self.at += end;
                let text = rest.get(..end).unwrap_or_default();
                return Ok(if escaped { Token::Escaped(text) } else { Token::Text(text) });
            };
            match tag.as_bytes().first() {
                Some(b'/') => return self.close(tag),
                Some(b'?') => self.past(tag, "?>")?,
                Some(b'!') if tag.starts_with("!--") => self.past_comment(tag)?,
                Some(b'!') if tag.starts_with("![CDATA[") => {
                    let data = tag.get("![CDATA[".len()..).unwrap_or_default();
                    let end = self.find(data, "]]>")?;
                    self.at += 1 + "![CDATA[".len() + end + "]]>".len();
                    return Ok(Token::Data(data.get(..end).unwrap_or_default()));
                }
                Some(b'!') if tag.starts_with("!DOCTYPE") => {
                    return Err(Error::new(
                        Code::XmlDoctype,
                        "a document type declaration: no bank sends one, remove it",
                    )
                    .at_bytes(self.at as u64..self.at as u64 + 9));
                }
                Some(b'!') if "!DOCTYPE".starts_with(tag) || "![CDATA[".starts_with(tag) => {
                    return Err(self.truncated());
                }
                Some(_) => return self.open(tag),
                None => return Err(self.truncated()),
            }
        }
    }

    /// Goes on at `at` with the outer `depth` elements open, after an error within a record.
    pub(crate) fn resume(&mut self, at: usize, depth: usize) {
        self.at = at;
        self.truncate(depth);
    }

    /// Where a broken record that began at `from` ends: behind its end tag, or before the next tag of the same name.
    /// `None` where the next [`LONGEST`] bytes have neither.
    pub(super) fn find_end(&self, from: usize, name: &str) -> Option<usize> {
        end_of(bound(self.text, from.saturating_add(LONGEST)), from, name)
    }

    /// Bytes of the text from `from` on.
    pub(super) fn left(&self, from: usize) -> usize {
        self.text.len().saturating_sub(from)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn find(&self, text: &str, end: &str) -> Result<usize, Error> {
        let look = bound(text, LONGEST);
        memmem::find(look, end.as_bytes())
            .ok_or_else(|| if look.len() < LONGEST { self.truncated() } else { self.too_large() })
    }

    fn past(&mut self, tag: &str, end: &str) -> Result<(), Error> {
        let length = self.find(tag, end)?;
        self.at += 1 + length + end.len();
        Ok(())
    }

    fn past_comment(&mut self, tag: &str) -> Result<(), Error> {
        let inner = tag.get("!--".len()..).unwrap_or_default();
        let length = self.find(inner, "-->")?;
        self.at += 1 + "!--".len() + length + "-->".len();
        Ok(())
    }

    fn close(&mut self, tag: &'a str) -> Result<Token<'a>, Error> {
        // Mostly the name and nothing else.
        if let Some(open) = self.last_open() {
            let end = 1 + open.len();
            let bytes = tag.as_bytes();
            if bytes.get(end) == Some(&b'>') && bytes.get(1..end) == Some(open.as_bytes()) {
                self.truncate(self.depth() - 1);
                self.at += 1 + end + 1;
                return Ok(Token::Close);
            }
        }
        let look = bound(tag, TAG);
        let Some(end) = memchr(b'>', look) else {
            return Err(if look.len() < TAG { self.truncated() } else { self.too_large() });
        };
        let name = tag.get(1..end).unwrap_or_default().trim_ascii_end();
        match self.last_open() {
            Some(open) if open == name => {
                self.truncate(self.depth() - 1);
                self.at += 1 + end + 1;
                Ok(Token::Close)
            }
            _ => Err(self.syntax("an end tag that does not close the element before it")),
        }
    }

    fn open(&mut self, tag: &'a str) -> Result<Token<'a>, Error> {
        if let Some((name, prefix, empty)) = bare(tag) {
            return self.opened(name, (prefix, ""), empty, name.len() + 1 + usize::from(empty));
        }
        let look = bound(tag, TAG);
        // A `>` within a quoted attribute is text.
        let (mut end, mut from) = (None, 0);
        while let Some(hit) = look.get(from..).and_then(|rest| memchr::memchr3(b'>', b'"', b'\'', rest)) {
            let hit = from + hit;
            match look.get(hit) {
                Some(b'>') => {
                    end = Some(hit);
                    break;
                }
                Some(quote) => {
                    let Some(length) = look.get(hit + 1..).and_then(|rest| memchr(*quote, rest)) else {
                        break;
                    };
                    from = hit + 1 + length + 1;
                }
                None => break,
            }
        }
        let Some(end) = end else {
            return Err(if look.len() < TAG { self.truncated() } else { self.too_large() });
        };
        let inner = tag.get(..end).unwrap_or_default();
        let (inner, empty) = inner.strip_suffix('/').map_or((inner, false), |inner| (inner, true));
        let (name, attributes) = inner.split_once([' ', '\t', '\r', '\n']).unwrap_or((inner, ""));
        if !name.starts_with(|first: char| first.is_alphabetic() || first == '_')
            || name.contains(['<', '"', '\''])
        {
            return Err(self.syntax("a `<` that begins no tag: in text it is written &lt;"));
        }
        if attributes.contains('<') {
            return Err(self.syntax("a tag without its `>`"));
        }
        let prefix = name.len() - local(name).len();
        if prefix == name.len() {
            return Err(self.syntax("a tag with a prefix and no name"));
        }
        self.opened(name, (prefix, attributes), empty, end + 1)
    }

    /// Notes an element whose tag is of some bytes behind its `<`; `prefix` bytes of its name are no local name.
    fn opened(
        &mut self,
        name: &'a str,
        (prefix, attributes): (usize, &'a str),
        empty: bool,
        bytes: usize,
    ) -> Result<Token<'a>, Error> {
        if !empty {
            if self.depth() >= DEPTH {
                return Err(self.too_large());
            }
            self.opened.push(name);
        }
        self.at += 1 + bytes;
        Ok(Token::Open { name: name.get(prefix..).unwrap_or_default(), attributes, empty })
    }

    fn truncated(&self) -> Error {
        Error::new(Code::FormatTruncated, "the document ends before its elements are closed: fetch it again")
            .at_bytes(self.at as u64..self.text.len() as u64)
    }

    fn syntax(&self, said: &str) -> Error {
        let end = self.at.saturating_add(1).min(self.text.len());
        Error::new(Code::XmlSyntax, said).at_bytes(self.at as u64..end as u64)
    }

    fn too_large(&self) -> Error {
        let end = self.at.saturating_add(1).min(self.text.len());
        Error::new(
            Code::FormatTooLarge,
            format!(
                "a tag beyond {TAG} bytes, a comment beyond {LONGEST}, or elements nested deeper than {DEPTH}"
            ),
        )
        .at_bytes(self.at as u64..end as u64)
    }
}

fn end_of(bytes: &[u8], from: usize, name: &str) -> Option<usize> {
    if name.is_empty() {
        return None;
    }
    let mut at = from.saturating_add(1);
    loop {
        let hit = at + memmem::find(bytes.get(at..)?, name.as_bytes())?;
        at = hit + name.len();
        // The name must be whole, and stand in a tag: `<Ntry`, `</Ntry`, `<p:Ntry`, `</p:Ntry`.
        if !bytes.get(at).is_none_or(|byte| matches!(byte, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n')) {
            continue;
        }
        let mut before = bytes.get(from..hit)?;
        if let [rest @ .., b':'] = before {
            let prefix = rest.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            before = rest.get(..rest.len() - prefix).unwrap_or_default();
        }
        match before {
            [.., b'<', b'/'] => {
                return Some(at + memchr(b'>', bytes.get(at..)?).map_or(0, |end| end + 1));
            }
            // Not the record's own start tag.
            [_, .., b'<'] => return Some(from + before.len() - 1),
            _ => {}
        }
    }
}

fn bound(text: &str, most: usize) -> &[u8] {
    let bytes = text.as_bytes();
    bytes.get(..most).unwrap_or(bytes)
}

/// Where character data ends, and whether it has entities. Most is of few bytes.
fn data_end(bytes: &[u8]) -> (usize, bool) {
    let (mut at, mut escaped) = (0, false);
    while at < bytes.len() {
        let word = lanes::word(bytes, at);
        let tags = lanes::first_equal(word, b'<');
        escaped |= lanes::first_equal(word, b'&') & lanes::below(tags) != 0;
        if tags != 0 {
            return (at + lanes::first(tags), escaped);
        }
        at += lanes::WIDTH;
    }
    (bytes.len(), escaped)
}

#[cfg(test)]
mod tests {
    use super::super::entities::unescape;
    use super::*;
    use std::borrow::Cow;

    fn tokens(text: &str) -> Result<Vec<String>, Error> {
        let mut scanner = Scanner::new(text);
        let mut all = Vec::new();
        loop {
            match scanner.next()? {
                Token::Open { name, empty, .. } => {
                    all.push(format!("<{name}{}", if empty { "/" } else { "" }))
                }
                Token::Close => all.push(">".to_owned()),
                Token::Text(text) => all.push(text.to_owned()),
                Token::Escaped(text) => all.push(unescape(text).unwrap_or(Cow::Borrowed("?")).into_owned()),
                Token::Data(text) => all.push(text.to_owned()),
                Token::End => return Ok(all),
            }
        }
    }

    #[test]
    fn pieces_of_a_document() {
        let text = "<?xml version='1.0'?><!-- <no> --><p:A x='1>2'><B/><C>a &lt; b<![CDATA[<&>]]></C ></p:A>";
        assert_eq!(tokens(text).unwrap(), ["<A", "<B/", "<C", "a < b", "<&>", ">", ">"]);
        assert_eq!(tokens("<A>x &amp; y & z &#65;&#x42; & co;</A>").unwrap()[1], "x & y & z AB & co;");
    }

    #[test]
    fn refused() {
        let code = |text: &str| tokens(text).unwrap_err().code();
        assert_eq!(code("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Code::XmlDoctype);
        assert_eq!(code("<a><b></a>"), Code::XmlSyntax);
        assert_eq!(code("<a>1 < 2</a>"), Code::XmlSyntax);
        assert_eq!(code("</a>"), Code::XmlSyntax);
        for cut in ["<a", "<a>", "<a><b", "<a><![CDATA[x", "<a><!-- x", "<a x='", "<a></", "<", "<!", "<?xml"]
        {
            assert_eq!(code(cut), Code::FormatTruncated, "{cut}");
        }
        assert_eq!(code(&"<a>".repeat(DEPTH + 1)), Code::FormatTooLarge);
        for nameless in ["<a:>", "<a:/>", "<a: b='c'>", "<a:></a:>"] {
            assert_eq!(code(nameless), Code::XmlSyntax, "{nameless}");
        }
        assert_eq!(code(&format!("<a {}", "x".repeat(TAG))), Code::FormatTooLarge);
        assert!(unescape("&eacute;").is_err());
        assert!(unescape("&#0;").is_err());
        assert!(unescape("&#xD800;").is_err());
    }

    #[test]
    fn end_of_a_broken_record() {
        let find = |text: &str| Scanner::new(text).find_end(0, "Ntry").map(|at| text[at..].to_owned());
        assert_eq!(find("<Ntry><Amt</Ntry>rest").as_deref(), Some("rest"));
        assert_eq!(find("<p:Ntry><NtryRef></p:Ntry >rest").as_deref(), Some("rest"));
        assert_eq!(find("<Ntry><Amt><Ntry>rest").as_deref(), Some("<Ntry>rest"));
        assert_eq!(find("<p:Ntry><Amt><p:Ntry>rest").as_deref(), Some("<p:Ntry>rest"));
        assert_eq!(find("<Ntry> Ntry NtryDtls"), None);
    }

    /// The library's events for the same text: an oracle for documents that are well-formed.
    fn by_library(text: &str) -> Option<Vec<String>> {
        use quick_xml::events::Event;
        let mut reader = quick_xml::Reader::from_str(text);
        let mut all: Vec<String> = Vec::new();
        let mut depth = 0_i32;
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => {
                    depth += 1;
                    all.push(format!("<{}", tag.local_name().into_inner()));
                }
                Event::Empty(tag) => all.push(format!("<{}/", tag.local_name().into_inner())),
                Event::End(_) => {
                    depth -= 1;
                    all.push(">".to_owned());
                }
                Event::Text(text) => all.push(text.to_string()),
                Event::CData(text) => all.push(text.to_string()),
                Event::GeneralRef(name) => all.push(unescape(&format!("&{};", &*name)).ok()?.into_owned()),
                Event::Eof => return (depth == 0).then_some(all),
                Event::DocType(_) => return None,
                _ => {}
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn as_the_library_reads_it(text in document(4)) {
            let ours = tokens(&text).unwrap();
            let theirs = by_library(&text).unwrap();
            // Pieces of text are cut differently around references.
            proptest::prop_assert_eq!(ours.concat(), theirs.concat());
        }

        #[test]
        fn anything_ends(text in "(<|>|/|a|b|:|!|-|\\[|CDATA|\\]|&|;|'|\"| |\\?|é){0,40}") {
            let _ = tokens(&text);
            let _ = Scanner::new(&text).find_end(0, "a");
        }
    }

    fn document(depth: u32) -> impl proptest::strategy::Strategy<Value = String> {
        use proptest::prelude::*;
        let leaf = prop_oneof![
            "[ a-zé]{0,8}".prop_map(|text| text),
            Just("&amp;&#65;".to_owned()),
            Just("<![CDATA[<x>&]]>".to_owned()),
            Just("<!-- <b> -->".to_owned()),
            Just("<e:mpty a='>'/>".to_owned()),
        ];
        let inner = leaf.prop_recursive(depth, 32, 4, |inner| {
            ("[A-Z][a-z]{0,3}", prop::collection::vec(inner, 0..4))
                .prop_map(|(name, parts)| format!("<p:{name} k=\"v\">{}</p:{name}>", parts.concat()))
        });
        prop::collection::vec(inner, 0..4).prop_map(|parts| format!("<Root>{}</Root>", parts.concat()))
    }
}
