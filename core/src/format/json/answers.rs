//! Answers of an API as they come: documents, alone, in a list or one after the other, with lists of records in them.
//!
//! # Design
//! Providers wrap their records alike: an object whose members are lists, here and there one more object around it, and
//! beside the lists what is told of the whole answer. The walk is done here, once; a format says of each value what it is
//! ([`Answers::way`]) and reads its records. Hosts also store the records themselves, without the answer around them:
//! whether an input is that is seen in its first keys ([`Answers::bare`]).

use super::{Broken, Step, Value, Walk};
use crate::format::FieldPath;
use crate::format::look::Look;
use crate::format::reading::Out;
use crate::format::reading::source::LOOK;

/// Lists around documents: a host may store pages as a list of lists.
const LISTS: usize = 3;

/// What is done with a value of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way<K> {
    /// Its members or elements are looked at one by one.
    Enter,
    /// Each element is a record, or the object itself where it is no list.
    Records(K),
    /// It is a record as a whole.
    Record(K),
    /// Nothing in it is read.
    Pass,
}

/// Where in a document a value stands.
#[derive(Clone, Copy)]
pub(crate) struct At<'w> {
    /// 1 for a member of the document itself.
    pub(crate) depth: usize,
    /// Its own name; empty for an element of a list.
    pub(crate) member: &'w str,
    /// The name of what it stands in; empty in the document itself.
    pub(crate) above: &'w str,
    /// The byte it begins with.
    pub(crate) first: u8,
}

/// A format that is read from documents.
pub(crate) trait Answers {
    /// Kinds of records.
    type Kind: Copy;

    /// The kind of the records, where the input is records without a document around them.
    fn bare(&self, look: &Look<'_>) -> Option<Self::Kind>;

    /// A document begins.
    fn begin(&mut self, out: &mut Out<'_>);

    /// What is done with a value.
    fn way(&mut self, at: At<'_>) -> Way<Self::Kind>;

    /// Reads a record.
    fn record(&mut self, kind: Self::Kind, value: &Value<'_>, field: FieldPath, out: &mut Out<'_>);

    /// A document has ended.
    fn end(&mut self, out: &mut Out<'_>);
}

/// The walk over documents.
pub(crate) struct Documents<K> {
    walk: Walk,
    /// Whether records stand alone, known when the start was seen.
    bare: Option<Option<K>>,
    /// The list of records that was entered, with the depth of its elements.
    list: Option<(usize, K)>,
    /// Depth of the members of the document that was entered; 0 for none.
    document: usize,
}

impl<K> Default for Documents<K> {
    fn default() -> Self {
        Documents { walk: Walk::default(), bare: None, list: None, document: 0 }
    }
}

impl<K: Copy> Documents<K> {
    /// Reads on; answers how many bytes are done with.
    ///
    /// # Errors
    /// Where the text is no JSON any more, or ends within a document.
    pub(crate) fn read(
        &mut self,
        api: &mut impl Answers<Kind = K>,
        out: &mut Out<'_>,
    ) -> Result<usize, Broken> {
        let text = out.text();
        if self.bare.is_none() {
            if text.len() <= LOOK && !out.is_last() {
                return Ok(0);
            }
            let end = (0..=text.len().min(LOOK)).rev().find(|end| text.is_char_boundary(*end));
            let start = text.get(..end.unwrap_or(0)).unwrap_or_default();
            self.bare = Some(api.bare(&Look::new(start)));
        }
        self.walk_on(text, api, out)?;
        Ok(self.walk.done())
    }

    fn walk_on(
        &mut self,
        text: &str,
        api: &mut impl Answers<Kind = K>,
        out: &mut Out<'_>,
    ) -> Result<(), Broken> {
        let last = out.is_last();
        loop {
            let first = match self.walk.next(text, last)? {
                Step::Value(first) => first,
                Step::Close => {
                    self.leave(api, out);
                    continue;
                }
                Step::More | Step::End => return Ok(()),
            };
            let way = self.way(first, api, out);
            let nests = matches!(first, b'{' | b'[');
            match way {
                Way::Enter if nests => self.walk.enter(first),
                Way::Records(kind) if first == b'[' => {
                    out.says_empty();
                    self.walk.enter(first);
                    self.list = Some((self.walk.depth(), kind));
                }
                _ => {
                    let field = self.walk.field();
                    let Some(value) = self.walk.take(text, last)? else { return Ok(()) };
                    if let Way::Record(kind) | Way::Records(kind) = way {
                        api.record(kind, &value, field, out);
                    }
                }
            }
        }
    }

    fn way(&mut self, first: u8, api: &mut impl Answers<Kind = K>, out: &mut Out<'_>) -> Way<K> {
        let depth = self.walk.depth();
        if let Some((_, kind)) = self.list {
            return Way::Record(kind);
        }
        if self.document > 0 {
            let (member, above) = (self.walk.member(), self.walk.above());
            let depth = depth + 1 - self.document;
            return api.way(At { depth, member, above: if depth > 1 { above } else { "" }, first });
        }
        match (first, self.bare.flatten()) {
            (b'{', Some(kind)) => Way::Record(kind),
            (b'[', Some(kind)) => Way::Records(kind),
            (b'{', None) => {
                self.document = depth + 1;
                api.begin(out);
                Way::Enter
            }
            (b'[', None) if depth < LISTS => Way::Enter,
            _ => Way::Pass,
        }
    }

    fn leave(&mut self, api: &mut impl Answers<Kind = K>, out: &mut Out<'_>) {
        let depth = self.walk.depth();
        if self.list.is_some_and(|(elements, _)| depth < elements) {
            self.list = None;
        }
        if self.document > 0 && depth < self.document {
            self.document = 0;
            api.end(out);
        }
    }
}
