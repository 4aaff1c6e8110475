//! One record of a document, whatever is wrong with it.

use super::scanner::LONGEST;
use super::{Scanner, Token, Tree};
use crate::error::{Code, Error};

/// What became of a record.
pub(crate) enum Record {
    /// It is in the tree.
    Whole,
    /// The text ends within it, and more is to come: the scanner stands where it began.
    More,
    /// It is not well-formed; the scanner stands behind it.
    Broken(Error),
    /// It is not well-formed, and where it ends is not known.
    Lost(Error),
}

impl<'a> Tree<'a> {
    /// Reads the record that begins at `start`, whose `Open` the scanner has just given. `last`: no text follows.
    ///
    /// # Errors
    /// `format.xml.doctype`.
    pub(crate) fn record(
        &mut self,
        scanner: &mut Scanner<'a>,
        start: usize,
        opened: Token<'a>,
        last: bool,
    ) -> Result<Record, Error> {
        let Token::Open { name, attributes, empty } = opened else { return Ok(Record::Whole) };
        let depth = scanner.depth().saturating_sub(usize::from(!empty));
        let error = match self.read(scanner, name, attributes, empty) {
            Ok(()) => return Ok(Record::Whole),
            Err(error) if error.code() == Code::XmlDoctype => return Err(error),
            Err(error) => error,
        };
        // How a broken record ends is looked for in as much text as ever is, so that pieces do not show.
        let waits = error.code() == Code::FormatTruncated || scanner.left(start) < LONGEST;
        if waits && !last {
            scanner.resume(start, depth);
            return Ok(Record::More);
        }
        let Some(end) = scanner.find_end(start, name) else {
            return Ok(Record::Lost(error.at_bytes(start as u64..scanner.position() as u64)));
        };
        scanner.resume(end, depth);
        // With an end further on, nothing is missing: the record is not well-formed.
        let error = match error.code() {
            Code::FormatTruncated => Error::new(Code::XmlSyntax, "a record whose elements are not closed"),
            _ => error,
        };
        Ok(Record::Broken(error.at_bytes(start as u64..end as u64)))
    }
}
