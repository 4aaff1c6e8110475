//! How tests read: as callers do, and in pieces that must not show.

use super::pieces::read_in_pieces;
use super::stream::read;
use super::{Format, ReadOptions, Report};
use crate::error::Error;

/// Reads an input of a format, and once more with text that grows by some bytes at a time.
pub(crate) fn read_as(format: Format, bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    let options = ReadOptions { format: Some(format), ..options.clone() };
    let whole = read(bytes, &options);
    for piece in [1, 7, 100, 1000] {
        // Text is looked at again for every piece.
        if bytes.len() / piece < 3000 && bytes.len() < 100_000 {
            assert_eq!(read_in_pieces(bytes, &options, piece), whole, "in pieces of {piece}");
        }
    }
    whole
}
