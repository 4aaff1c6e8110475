//! A walk over JSON text that comes in pieces: it stops where the text ends and goes on where it stopped.

use super::broken::Broken;
use super::members::{Known, Object};
use super::scan::{self, Value, peek, unquoted};
use crate::format::FieldPath;
use std::sync::Arc;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A value that begins with this byte: [`Walk::enter`] it or [`Walk::take`] it.
    Value(u8),
    /// The object or list that was entered last is left.
    Close,
    /// The text is at its end and more may come.
    More,
    /// The input is at its end, and everything that was entered is closed.
    End,
}

/// Where in a document the walk is.
#[derive(Default)]
pub(crate) struct Walk {
    at: usize,
    levels: Vec<Level>,
    expects: Expects,
    /// The member whose value comes.
    member: String,
}

struct Level {
    object: bool,
    /// The member under which it stands; empty for an element of a list.
    name: String,
    /// Elements of a list that were passed.
    passed: u64,
    /// Path of its elements without their number.
    path: Arc<str>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Expects {
    /// A value at the top.
    #[default]
    Top,
    /// A member, an element, or a closing bracket.
    Item,
    /// The value of a member whose name was read.
    Member,
    /// A comma or a closing bracket.
    Comma,
}

impl Walk {
    /// Bytes of the text that are done with; the next text begins behind them.
    pub(crate) fn done(&mut self) -> usize {
        core::mem::take(&mut self.at)
    }

    /// The next step.
    ///
    /// # Errors
    /// Where the text is no JSON, or ends within a document and `last` says that nothing follows.
    pub(crate) fn next(&mut self, text: &str, last: bool) -> Result<Step, Broken> {
        loop {
            let (at, byte) = peek(text, self.at);
            self.at = at;
            let Some(byte) = byte else {
                return match (last, self.levels.is_empty()) {
                    (false, _) => Ok(Step::More),
                    (true, true) => Ok(Step::End),
                    (true, false) => Err(Broken::Truncated(at)),
                };
            };
            let level = self.levels.last();
            match (self.expects, byte) {
                (Expects::Item | Expects::Comma, b'}' | b']') => {
                    if level.is_none_or(|level| level.object != (byte == b'}')) {
                        return Err(Broken::Syntax(at));
                    }
                    self.levels.pop();
                    self.at += 1;
                    self.passed();
                    return Ok(Step::Close);
                }
                (Expects::Comma, b',') => {
                    self.at += 1;
                    self.expects = Expects::Item;
                }
                (Expects::Comma, _) => return Err(Broken::Syntax(at)),
                (Expects::Item, b'"') if level.is_some_and(|level| level.object) => {
                    let name = match scan::value(text, at) {
                        Err(Broken::Truncated(_)) if !last => return Ok(Step::More),
                        name => name?,
                    };
                    let (colon, found) = peek(text, name.range().end);
                    match found {
                        Some(b':') => {}
                        None if !last => return Ok(Step::More),
                        None => return Err(Broken::Truncated(at)),
                        Some(_) => return Err(Broken::Syntax(colon)),
                    }
                    self.member.clear();
                    self.member.push_str(&unquoted(&name)?);
                    self.at = colon + 1;
                    self.expects = Expects::Member;
                }
                (Expects::Item, _) if level.is_some_and(|level| level.object) => {
                    return Err(Broken::Syntax(at));
                }
                (_, b'}' | b']' | b',' | b':') => return Err(Broken::Syntax(at)),
                _ => return Ok(Step::Value(byte)),
            }
        }
    }

    /// Goes into the object or list that comes.
    pub(crate) fn enter(&mut self, first: u8) {
        let object = first == b'{';
        let name = match self.levels.last() {
            Some(level) if level.object => self.member.clone(),
            _ => String::new(),
        };
        let path = format!("{}/", self.path());
        self.levels.push(Level { object, name, passed: 0, path: path.into() });
        self.at += 1;
        self.expects = Expects::Item;
    }

    /// Takes the value that comes as a whole; `None` where more of it is to come.
    ///
    /// # Errors
    /// As [`next`](Self::next), and [`Broken::Long`].
    pub(crate) fn take<'a>(&mut self, text: &'a str, last: bool) -> Result<Option<Value<'a>>, Broken> {
        let value = match scan::value(text, self.at) {
            Err(Broken::Truncated(_)) if !last => return Ok(None),
            value => value?,
        };
        let end = value.range().end;
        let closed = matches!(value.text.as_bytes().first(), Some(b'"' | b'{' | b'['));
        if !closed && end == text.len() && !last {
            return Ok(None);
        }
        self.at = end;
        self.passed();
        Ok(Some(value))
    }

    /// Takes the object that comes, read in one go into `object`: what [`take`](Self::take) finds first and then reads. `None`
    /// where it is not all there, or no such object: then `take` says why.
    pub(crate) fn read<'a>(
        &mut self,
        text: &'a str,
        known: &mut Known<'a>,
        object: &mut impl Object<'a>,
    ) -> Option<Value<'a>> {
        let end = object.read_at(text, self.at, known).ok()?;
        let value = Value { text: text.get(self.at..end)?, start: self.at, deep: false };
        self.at = end;
        self.passed();
        Some(value)
    }

    /// The member whose value comes; empty for an element and at the top.
    pub(crate) fn member(&self) -> &str {
        match self.levels.last() {
            Some(level) if level.object => &self.member,
            _ => "",
        }
    }

    /// The name of the object or list that the value stands in; empty for an element of a list and at the top.
    pub(crate) fn above(&self) -> &str {
        self.levels.last().map_or("", |level| level.name.as_str())
    }

    /// Whether the value that comes is a member's.
    pub(crate) fn in_object(&self) -> bool {
        self.levels.last().is_some_and(|level| level.object)
    }

    /// Objects and lists that were entered and not left.
    pub(crate) fn depth(&self) -> usize {
        self.levels.len()
    }

    /// Path of the element that comes in a list.
    pub(crate) fn field(&self) -> FieldPath {
        match self.levels.last() {
            Some(level) if !level.object => FieldPath::pointer(&level.path, level.passed),
            _ => FieldPath::default(),
        }
    }

    /// Path of the value that comes, as a JSON pointer.
    fn path(&self) -> String {
        match self.levels.last() {
            None => String::new(),
            Some(level) if level.object => format!("{}{}", level.path, self.member),
            Some(level) => format!("{}{}", level.path, level.passed),
        }
    }

    fn passed(&mut self) {
        self.expects = match self.levels.last_mut() {
            None => Expects::Top,
            Some(level) => {
                level.passed += 1;
                Expects::Comma
            }
        };
    }
}
