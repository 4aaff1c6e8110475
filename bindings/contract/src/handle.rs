//! What lives between calls: open items, or an input that is being read.

use payymo::format::{ReadOptions, Report, Stream};
use payymo::matching::Matcher;

/// What a host holds between calls.
pub enum Handle {
    /// Open items, prepared once.
    Matcher(Box<Matcher>),
    /// An input that comes in pieces.
    Stream(Box<Reading>),
}

/// An input that is being read.
pub struct Reading {
    /// Nothing once the input has ended.
    pub(crate) stream: Option<Stream>,
    /// Rows that were read and not handed out yet.
    pub(crate) rows: Report,
    /// Begins the messages of errors and warnings.
    pub(crate) name: Option<String>,
    /// Whether rows are answered with their places.
    pub(crate) places: bool,
}

impl Reading {
    pub(crate) fn new(
        options: ReadOptions,
        name: Option<String>,
        places: bool,
    ) -> Result<Self, payymo::Error> {
        Ok(Reading { stream: Some(Stream::new(options)?), rows: Report::default(), name, places })
    }
}
