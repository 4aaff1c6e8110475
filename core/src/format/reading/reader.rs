//! A reader of a format: a machine that takes text as it comes.

use super::Out;
use crate::error::Error;
use crate::format::{ReadOptions, Report};

/// Reads the records of one format out of text that arrives in pieces.
///
/// What it gives must not depend on the pieces: it takes whole records only and decides by nothing that lies beyond them,
/// or waits until it has seen what it decides by. It bounds its records itself.
pub(crate) trait Reader: Send {
    /// Reads the records at the front of [`Out::text`] and answers how many bytes of it are done with; what is left comes
    /// again with more behind it. Where [`Out::is_last`], all is to be read.
    ///
    /// # Errors
    /// Where nothing more can be read.
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop>;
}

/// Why reading ends before the input does.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Nothing can be read from here on; what was read before stands.
    Ended(Error),
    /// The input as a whole is refused, whatever was read.
    Refused(Error),
    /// As `Refused`, by an error whose place is one of the input and not of the text.
    RefusedPlaced(Error),
}

impl Stop {
    /// Byte of the text at which reading ended, where what was read before stands.
    pub(crate) fn at(&self) -> Option<u64> {
        match self {
            Stop::Ended(error) => error.place().bytes.as_ref().map(|bytes| bytes.start),
            _ => None,
        }
    }
}

/// A reader of what is known only when all of it is there.
pub(crate) struct Gathered<F>(pub(crate) F);

impl<F> Reader for Gathered<F>
where
    F: FnMut(&str, &ReadOptions, &mut Report) -> Result<(), Stop> + Send,
{
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        if !out.is_last() {
            return Ok(0);
        }
        let mut report = Report::default();
        let ended = (self.0)(out.text(), out.options(), &mut report);
        out.give(report);
        ended.map(|()| out.text().len())
    }
}
