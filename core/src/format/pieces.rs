//! An input whose reader sees text that grows by some bytes at a time: how tests and fuzzing hold that pieces do not show.
//!
//! # Design
//! [`Stream`](super::Stream) asks a reader only after so much text that a small input never comes in pieces. Here the reader
//! is asked at every step, with the same window, tally and end as there.

use super::reading::Out;
use super::reading::out::{Tally, Window};
use super::reading::source;
use super::stream::{end, stopped};
use super::table::{choose, is_json, reader};
use super::{ReadOptions, Report, detect};
use crate::error::Error;

/// Reads as [`read`](super::read()) does, asking the reader after every `piece` bytes of text.
///
/// # Errors
/// As [`read`](super::read()).
#[doc(hidden)]
pub fn read_in_pieces(bytes: &[u8], options: &ReadOptions, piece: usize) -> Result<Report, Error> {
    options.check()?;
    let format = match options.format {
        Some(format) => format,
        None => detect(bytes)?.format,
    };
    let mut text = source::decode(bytes, choose(format), is_json(format))?;
    let (mut report, mut tally, mut reader) = (Report::default(), Tally::default(), reader(format));
    let (mut read, mut shown, mut last) = (0, 0_usize, false);
    while !last {
        shown = text.text.len().min(shown.saturating_add(piece.max(1)));
        while !text.text.is_char_boundary(shown) {
            shown += 1;
        }
        last = shown == text.text.len();
        let all = text.text.get(..shown).unwrap_or_default();
        let mut out =
            Out::new(Window { all, read, origin: &text.origin, last }, options, &mut tally, &mut report);
        match reader.read(&mut out) {
            Ok(done) => {
                debug_assert!(read + done <= shown, "no more is done with than there is");
                tally.pass(all.get(read..).unwrap_or_default(), done);
                read += done;
            }
            Err(stop) => {
                text.halves.end(stop.at().map(|at| read as u64 + at));
                stopped(stop, &mut out)?;
                break;
            }
        }
    }
    end(format, [text.warning, text.halves.warning()], &tally, &mut report)?;
    Ok(report)
}
