//! XML as banks send it: a pull scanner over text in memory, and a tree of one record at a time.
//!
//! # Design
//! The scanner is ours and not a library's for three reasons: a record that is not well-formed must cost that record
//! and not the file, so reading goes on at a place of our choice; every record has its byte range; and a bare `&` in a
//! payer's name, which banks do send, is text. It knows elements, attributes as raw text, character data, CDATA,
//! comments and processing instructions. A document type is refused, so there are no entities but the five and numeric
//! ones, and nothing expands. Names are compared without their prefix. Tests hold it equal to a library's reader.

mod entities;
mod names;
mod record;
mod scanner;
mod tree;

pub(crate) use entities::unescape;
pub(crate) use record::Record;
pub(crate) use scanner::{OpenNames, Scanner, Token};
pub(crate) use tree::{Node, Tree};
