//! The way of an input through its reader: whole, or in pieces as they come.

use super::reading::out::{Tally, Window};
use super::reading::source::{self, LOOK, Source};
use super::reading::{Out, Reader, Stop};
use super::table::{choose, is_json, reader};
use super::visitor::Whole;
use super::{Format, ReadOptions, Report, Summary, Visitor, detect};
use crate::error::{Code, Error};

/// Bytes of a piece that are taken at once, and bytes of text for which a reader is asked.
const PIECE: usize = 256 * 1024;

/// Reads an input of any supported format.
///
/// An input without any row is an error, unless it says itself that it is empty (a statement of a day without
/// entries, a list with nothing in it) or has balances: that is a report without rows and with a warning
/// `format.no_rows`.
///
/// # Errors
/// Where the whole input is unusable: `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`,
/// `input.options`, and those of the format. What is wrong with one record is in [`Report::errors`].
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Report, Error> {
    let mut whole = Whole { report: Report::default(), input: bytes.len() as u64 };
    visit(bytes, options, &mut whole)?;
    Ok(whole.report)
}

/// Reads as [`read`] does, and hands each row to a visitor.
///
/// # Errors
/// As [`read`]; rows may have been handed out before.
pub fn visit(bytes: &[u8], options: &ReadOptions, visitor: &mut dyn Visitor) -> Result<Summary, Error> {
    options.check()?;
    let format = match options.format {
        Some(format) => format,
        None => detect(bytes)?.format,
    };
    let mut text = source::decode(bytes, choose(format), is_json(format))?;
    let mut tally = Tally::default();
    let window = Window { all: &text.text, read: 0, origin: &text.origin, last: true };
    let mut out = Out::new(window, options, &mut tally, visitor);
    if let Err(stop) = reader(format).read(&mut out) {
        text.halves.end(stop.at());
        stopped(stop, &mut out)?;
    }
    end(format, [text.warning, text.halves.warning()], &tally, visitor)
}

/// Reads an input that comes in pieces: for what is larger than memory, or arrives over a network.
///
/// The rows, their ids and places, the errors and the warnings are those that [`read`] gives, however the input is cut.
/// A record at a time is kept of it, save for Stripe, GoCardless Pro, Plaid and WHMCS, whose objects speak of each other:
/// they are kept until the end.
///
/// ```
/// use payymo::format::{Report, Stream};
/// let mut report = Report::default();
/// let mut stream = Stream::new(Default::default())?;
/// for piece in [&b"Date,Amount,Currency\n2026-03"[..], b"-04,9.99,EUR\n"] {
///     stream.push(piece, &mut report)?;
/// }
/// stream.finish(&mut report)?;
/// assert_eq!((report.records, report.transactions[0].amount.minor()), (1, 999));
/// # Ok::<(), payymo::Error>(())
/// ```
pub struct Stream {
    options: ReadOptions,
    tally: Tally,
    state: State,
}

enum State {
    /// Too little was given to tell the format.
    Look(Vec<u8>),
    Read(Box<Reading>),
    Failed(Error),
}

struct Reading {
    format: Format,
    source: Source,
    reader: Box<dyn Reader>,
    /// Bytes of text for which the reader is asked again.
    wanted: usize,
    /// Nothing can be read from here on.
    ended: bool,
}

impl Stream {
    /// A stream before its first byte.
    ///
    /// # Errors
    /// `input.options`.
    pub fn new(options: ReadOptions) -> Result<Self, Error> {
        options.check()?;
        Ok(Stream { options, tally: Tally::default(), state: State::Look(Vec::new()) })
    }

    /// Reads the next bytes of the input.
    ///
    /// # Errors
    /// As [`read`](read()); rows may have been handed out before. After an error every call answers with it.
    pub fn push(&mut self, bytes: &[u8], visitor: &mut dyn Visitor) -> Result<(), Error> {
        bytes.chunks(PIECE).try_for_each(|piece| self.take(piece, false, visitor))
    }

    /// Reads what is left, after the last byte was pushed.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn finish(mut self, visitor: &mut dyn Visitor) -> Result<Summary, Error> {
        self.take(&[], true, visitor)?;
        let State::Read(reading) = self.state else {
            return Err(Error::new(Code::FormatNoRows, "the input is empty"));
        };
        end(reading.format, reading.source.warnings(), &self.tally, visitor)
    }

    fn take(&mut self, piece: &[u8], last: bool, visitor: &mut dyn Visitor) -> Result<(), Error> {
        let taken = match &mut self.state {
            State::Failed(error) => return Err(error.clone()),
            State::Read(reading) => reading.take(piece, last, &self.options, &mut self.tally, visitor),
            State::Look(look) => {
                look.extend_from_slice(piece);
                if look.len() <= LOOK && !last {
                    return Ok(());
                }
                let look = core::mem::take(look);
                let format = match self.options.format {
                    Some(format) => Ok(format),
                    None => detect(&look).map(|detection| detection.format),
                };
                format.and_then(|format| {
                    let source = Source::new(choose(format), is_json(format));
                    let mut reading =
                        Box::new(Reading { format, source, reader: reader(format), wanted: 0, ended: false });
                    let taken = reading.take(&look, last, &self.options, &mut self.tally, visitor);
                    self.state = State::Read(reading);
                    taken
                })
            }
        };
        taken.inspect_err(|error| self.state = State::Failed(error.clone()))
    }
}

impl Reading {
    fn take(
        &mut self,
        piece: &[u8],
        last: bool,
        options: &ReadOptions,
        tally: &mut Tally,
        visitor: &mut dyn Visitor,
    ) -> Result<(), Error> {
        if self.ended {
            return Ok(());
        }
        self.source.push(piece, last)?;
        let length = self.source.text().len();
        if length < self.wanted && !last {
            return Ok(());
        }
        let (all, read, origin) = self.source.origin();
        let mut out = Out::new(Window { all, read, origin, last }, options, tally, visitor);
        match self.reader.read(&mut out) {
            Ok(done) => {
                tally.pass(self.source.text(), done);
                self.source.consume(done);
                // Twice what is left, so that a long record is not looked through again for every piece.
                self.wanted = PIECE.max(length.saturating_sub(done) * 2);
                Ok(())
            }
            Err(stop) => {
                self.ended = true;
                let at = stop.at();
                let told = stopped(stop, &mut out);
                self.source.end(at);
                told
            }
        }
    }
}

/// What is told of a reading that could not go on.
pub(super) fn stopped(stop: Stop, out: &mut Out<'_>) -> Result<(), Error> {
    match stop {
        Stop::Ended(error) if out.is_empty() => Err(out.placed(error)),
        Stop::Ended(error) => {
            out.error(error);
            Ok(())
        }
        Stop::Refused(error) => Err(out.placed(error)),
        Stop::RefusedPlaced(error) => Err(error),
    }
}

pub(super) fn end(
    format: Format,
    text: [Option<Error>; 2],
    tally: &Tally,
    visitor: &mut dyn Visitor,
) -> Result<Summary, Error> {
    text.into_iter().flatten().for_each(|warning| visitor.warning(warning));
    if tally.rows == 0 && tally.errors == 0 {
        // Balances alone, or a list that is there and empty: an answer, but never a silent one.
        if tally.balances == 0 && !tally.says_empty {
            return Err(Error::new(Code::FormatNoRows, format!("no row in this {}", format.name())));
        }
        visitor.warning(Error::new(Code::FormatNoRows, format!("this {} holds no rows", format.name())));
    }
    let Tally { records, refused, .. } = *tally;
    let says_empty = tally.says_empty && tally.rows == 0;
    let summary = Summary { format, records, refused, says_empty };
    visitor.end(&summary);
    Ok(summary)
}
