//! A walk over JSON text that is all there: members and elements in closures.

use super::broken::Broken;
use super::lines::{self, Lines, rows_are_lines};
use super::scan::{self, Value, peek, unquoted};

/// Text of a JSON input with a place in it.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of a text.
    pub(crate) fn new(text: &'a str) -> Self {
        Cursor { text, at: 0 }
    }

    /// The first byte of the next value, after white space; `None` at the end.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        let (at, byte) = peek(self.text, self.at);
        self.at = at;
        byte
    }

    /// Where the cursor stands, to come back to.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Goes back to a position.
    pub(crate) fn rewind(&mut self, position: usize) {
        self.at = position;
    }

    /// The rest of the line, which is left behind.
    pub(crate) fn line(&mut self) -> Value<'a> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let (value, end) =
            lines::line(rest, true).unwrap_or((Value { text: "", start: 0, deep: false }, rest.len()));
        self.at = start + end;
        Value { start, ..value }
    }

    /// Whether the next lines are values of their own.
    pub(crate) fn rows_are_lines(&mut self) -> bool {
        rows_are_lines(self.text.get(self.at..).unwrap_or_default()) == Lines::Rows
    }

    /// Walks the members of an object; `each` must move the cursor over the member's value.
    pub(crate) fn object(
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
            let name = unquoted(&self.skip()?)?;
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
    pub(crate) fn array(
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
    pub(crate) fn skip(&mut self) -> Result<Value<'a>, Broken> {
        self.peek();
        let value = scan::value(self.text, self.at)?;
        self.at = value.range().end;
        Ok(value)
    }
}

/// Walks a whole text.
///
/// # Errors
/// What ended the walk, and [`Broken::Syntax`] for what stands behind it.
pub(crate) fn walk(
    text: &str,
    walk: impl FnOnce(&mut Cursor<'_>) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let mut cursor = Cursor::new(text);
    walk(&mut cursor)?;
    match cursor.peek() {
        None => Ok(()),
        Some(_) => Err(Broken::Syntax(cursor.position())),
    }
}
