//! A walk over JSON text that finds rows without reading them.
//!
//! # Design
//! A list of rows is cut into the text of each row, and each row is then parsed alone: a bad row costs one error and
//! not the file, its bytes are known, and a file that ends in the middle still yields the rows before. The walk checks
//! brackets and strings only; what stands between them is for the parser of the row. It keeps no stack of its own, so
//! nesting costs nothing, and a row nested deeper than [`DEEPEST`] is marked.

mod text;

pub(super) use text::Text;

use super::{ReadOptions, Report, encoding};
use crate::error::{Code, Error};
use crate::model::wire::row::DEEPEST;
use core::ops::Range;
use std::borrow::Cow;

/// Lines that are looked at to tell JSON Lines from values that span lines.
const LOOK: usize = 16;

/// Text of a JSON input with a place in it.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// Bytes of the input before the text: a byte order mark.
    offset: u64,
    lines: Lines,
}

/// The text of one value and where it stands.
pub(super) struct Value<'a> {
    pub(super) text: &'a str,
    start: usize,
    deep: bool,
}

/// Why a walk ended.
#[derive(Debug)]
pub(super) enum Broken {
    /// The text ends inside of a value that begins here.
    Truncated(usize),
    /// No JSON from here on.
    Syntax(usize),
    /// The input as a whole is refused.
    Refused(Error),
}

impl<'a> Cursor<'a> {
    /// At the start of decoded text.
    pub(super) fn new(decoded: &'a encoding::Decoded<'_>) -> Self {
        Cursor { text: &decoded.text, at: 0, offset: decoded.offset, lines: Lines::default() }
    }

    /// The first byte of the next value, after white space; `None` at the end.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
        self.at += blank;
        rest.get(blank).copied()
    }

    /// Where the cursor stands, to come back to.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Goes back to a position.
    pub(super) fn rewind(&mut self, position: usize) {
        self.at = position;
    }

    /// The rest of the line, which is left behind.
    pub(super) fn line(&mut self) -> Value<'a> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        self.at = start + end;
        let line = rest.get(..end).unwrap_or_default().trim_end();
        // What nests too deeply is told from the brackets, whatever else is wrong with the line.
        let mut look = Cursor { text: line, at: 0, offset: 0, lines: Lines::default() };
        let deep = look.skip().is_ok_and(|value| value.deep);
        Value { text: line, start, deep }
    }

    /// Whether the next lines are values of their own: at least half of those looked at.
    pub(super) fn rows_are_lines(&mut self) -> bool {
        let start = self.at;
        let (mut lines, mut whole) = (0_usize, 0_usize);
        while lines < LOOK && self.peek().is_some() {
            let line = self.line().text;
            lines += 1;
            let mut look = Cursor { text: line, at: 0, offset: 0, lines: Lines::default() };
            if line.starts_with('{') && look.skip().is_ok_and(|value| value.text == line) {
                whole += 1;
            }
        }
        self.at = start;
        whole * 2 >= lines
    }

    /// Walks the members of an object; `each` must move the cursor over the member's value.
    pub(super) fn object(
        &mut self,
        mut each: impl FnMut(&mut Self, &str) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        let start = self.open(b'{')?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            match self.peek() {
                Some(b'"') => {}
                Some(_) => return Err(Broken::Syntax(self.at)),
                None => return Err(Broken::Truncated(start)),
            }
            let name = self.skip()?;
            let name: Cow<'_, str> = match serde_json::from_str::<&str>(name.text) {
                Ok(name) => Cow::Borrowed(name),
                Err(_) => {
                    Cow::Owned(serde_json::from_str(name.text).map_err(|_| Broken::Syntax(name.start))?)
                }
            };
            match self.peek() {
                Some(b':') => self.at += 1,
                Some(_) => return Err(Broken::Syntax(self.at)),
                None => return Err(Broken::Truncated(start)),
            }
            each(self, &name)?;
            if self.close(b'}', start)? {
                return Ok(());
            }
        }
    }

    /// Walks the elements of a list; `each` must move the cursor over the element.
    pub(super) fn array(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Result<(), Broken>,
    ) -> Result<(), Broken> {
        let start = self.open(b'[')?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            each(self)?;
            if self.close(b']', start)? {
                return Ok(());
            }
        }
    }

    fn open(&mut self, bracket: u8) -> Result<usize, Broken> {
        match self.peek() {
            Some(byte) if byte == bracket => {
                self.at += 1;
                Ok(self.at - 1)
            }
            Some(_) => Err(Broken::Syntax(self.at)),
            None => Err(Broken::Truncated(self.at)),
        }
    }

    /// Over a comma (`false`) or the closing bracket (`true`).
    fn close(&mut self, bracket: u8, start: usize) -> Result<bool, Broken> {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                // A comma before the closing bracket is no JSON, but nothing is lost by it.
                if self.peek() == Some(bracket) {
                    self.at += 1;
                    return Ok(true);
                }
                Ok(false)
            }
            Some(byte) if byte == bracket => {
                self.at += 1;
                Ok(true)
            }
            Some(_) => Err(Broken::Syntax(self.at)),
            None => Err(Broken::Truncated(start)),
        }
    }

    /// Moves over one value.
    pub(super) fn skip(&mut self) -> Result<Value<'a>, Broken> {
        let first = self.peek();
        let start = self.at;
        let deep = match first {
            None => return Err(Broken::Truncated(start)),
            Some(b'"') => {
                self.skip_string(start)?;
                false
            }
            Some(b'{' | b'[') => self.skip_nested(start)?,
            Some(b'}' | b']' | b',' | b':') => return Err(Broken::Syntax(start)),
            Some(_) => {
                let rest = self.text.as_bytes().get(start..).unwrap_or_default();
                let end = rest.iter().position(|byte| {
                    matches!(
                        byte,
                        b',' | b'}' | b']' | b'{' | b'[' | b'"' | b':' | b' ' | b'\t' | b'\r' | b'\n'
                    )
                });
                self.at = start + end.unwrap_or(rest.len());
                false
            }
        };
        let text = self.text.get(start..self.at).ok_or(Broken::Syntax(start))?;
        Ok(Value { text, start, deep })
    }

    /// From an opening bracket over its closing one; whether it nests too deeply. Which bracket closes is checked for
    /// the levels that may be used.
    fn skip_nested(&mut self, start: usize) -> Result<bool, Broken> {
        let bytes = self.text.as_bytes();
        let (mut depth, mut objects, mut deep) = (0_usize, 0_u64, false);
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                b'"' => {
                    self.skip_string(start)?;
                    continue;
                }
                b'{' | b'[' => {
                    if depth < DEEPEST {
                        objects = objects << 1 | u64::from(*byte == b'{');
                    } else {
                        deep = true;
                    }
                    depth += 1;
                }
                b'}' | b']' => {
                    depth = depth.saturating_sub(1);
                    if depth < DEEPEST {
                        if (objects & 1 == 1) != (*byte == b'}') {
                            return Err(Broken::Syntax(self.at));
                        }
                        objects >>= 1;
                    }
                    if depth == 0 {
                        self.at += 1;
                        return Ok(deep);
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
        Err(Broken::Truncated(start))
    }

    fn skip_string(&mut self, start: usize) -> Result<(), Broken> {
        let bytes = self.text.as_bytes();
        self.at += 1;
        loop {
            let rest = bytes.get(self.at..).unwrap_or_default();
            let Some(end) = memchr::memchr2(b'"', b'\\', rest) else {
                return Err(Broken::Truncated(start));
            };
            if rest.get(end) == Some(&b'"') {
                self.at += end + 1;
                return Ok(());
            }
            self.at += end + 2;
        }
    }

    /// Bytes of a value in the input.
    pub(super) fn bytes(&self, value: &Value<'_>) -> Range<u64> {
        let start = self.offset + value.start as u64;
        start..start + value.text.len() as u64
    }

    /// The same error with the place of its row: bytes, line, and the path of its field below the row's.
    pub(super) fn place(&mut self, error: Error, value: &Value<'_>, path: &str) -> Error {
        let field = match &error.place().field {
            Some(field) => format!("{path}{field}"),
            None => path.to_owned(),
        };
        let line = self.lines.at(self.text, value.start);
        let error = error.at_bytes(self.bytes(value)).at_line(line);
        if field.is_empty() { error } else { error.at_field(field) }
    }

    /// What ended the walk, as an error.
    pub(super) fn broken(&mut self, broken: Broken) -> Error {
        let (code, said, at) = match broken {
            Broken::Refused(error) => return error,
            Broken::Truncated(at) => {
                (Code::FormatTruncated, "the input ends in the middle of what begins here", at)
            }
            Broken::Syntax(at) => {
                (Code::JsonSyntax, "not JSON from here on; what stands before was read", at)
            }
        };
        let start = self.offset + at as u64;
        let end = self.offset + self.text.len() as u64;
        Error::new(code, said).at_bytes(start..end).at_line(self.lines.at(self.text, at))
    }
}

impl Value<'_> {
    /// An error for a value that nests too deeply to be read.
    pub(super) fn check_depth(&self) -> Result<(), Error> {
        if self.deep {
            return Err(Error::new(Code::FormatTooLarge, format!("nested deeper than {DEEPEST} levels")));
        }
        Ok(())
    }
}

/// Decodes an input and walks it; what ends the walk early is an error of the report, beside the rows before it.
pub(super) fn walk<'o>(
    bytes: &[u8],
    options: &'o ReadOptions,
    walk: impl FnOnce(&mut Cursor<'_>, &mut Report, &'o ReadOptions) -> Result<(), Broken>,
) -> Result<Report, Error> {
    let decoded = encoding::decode(bytes)?;
    let mut report = Report::default();
    report.warnings.extend(decoded.warning.clone());
    let mut cursor = Cursor::new(&decoded);
    let ended = walk(&mut cursor, &mut report, options).and_then(|()| match cursor.peek() {
        None => Ok(()),
        Some(_) => Err(Broken::Syntax(cursor.position())),
    });
    match ended {
        Ok(()) => {}
        Err(Broken::Refused(error)) => return Err(error),
        Err(broken) => {
            let error = cursor.broken(broken);
            if report.is_empty() {
                return Err(error);
            }
            report.push_error(error);
        }
    }
    Ok(report)
}

/// Line numbers of places that come mostly in order.
#[derive(Default)]
struct Lines {
    seen: usize,
    before: u64,
}

impl Lines {
    fn at(&mut self, text: &str, at: usize) -> u64 {
        if at < self.seen {
            *self = Lines::default();
        }
        let between = text.as_bytes().get(self.seen..at).unwrap_or_default();
        self.before += memchr::memchr_iter(b'\n', between).count() as u64;
        self.seen = at;
        self.before + 1
    }
}
