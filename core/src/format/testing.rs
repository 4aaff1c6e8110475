//! How tests read: as callers do, and in pieces that must not show.

use super::reading::Out;
use super::reading::out::{Tally, Window};
use super::reading::source;
use super::stream::{end, read, stopped};
use super::table::{choose, reader};
use super::{Format, ReadOptions, Report};
use crate::error::Error;

/// Reads an input of a format, and once more with text that grows by some bytes at a time.
pub(crate) fn read_as(format: Format, bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    let options = ReadOptions { format: Some(format), ..options.clone() };
    let whole = read(bytes, &options);
    for piece in [1, 7, 100, 1000] {
        // Text is looked at again for every piece.
        if bytes.len() / piece < 3000 && bytes.len() < 100_000 {
            assert_eq!(in_pieces(format, bytes, &options, piece), whole, "in pieces of {piece}");
        }
    }
    whole
}

fn in_pieces(format: Format, bytes: &[u8], options: &ReadOptions, piece: usize) -> Result<Report, Error> {
    options.check()?;
    let text = source::decode(bytes, choose(format))?;
    let (mut report, mut tally, mut reader) = (Report::default(), Tally::default(), reader(format));
    let (mut read, mut shown) = (0, 0);
    while shown < text.text.len() || shown == 0 {
        shown = text.text.len().min(shown + piece);
        while !text.text.is_char_boundary(shown) {
            shown += 1;
        }
        let last = shown == text.text.len();
        let window = Window { all: &text.text[..shown], read, origin: &text.origin, last };
        let mut out = Out::new(window, options, &mut tally, &mut report);
        match reader.read(&mut out) {
            Ok(done) => {
                assert!(read + done <= shown, "no more than there is");
                tally.pass(&text.text[read..shown], done);
                read += done;
            }
            Err(stop) => {
                stopped(stop, &mut out)?;
                break;
            }
        }
        if last {
            break;
        }
    }
    let summary = end(format, text.warning, &tally, &mut report)?;
    (report.records, report.refused, report.says_empty) =
        (summary.records, summary.refused, summary.says_empty);
    Ok(report)
}
