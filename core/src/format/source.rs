//! Bytes to text, piece by piece: whatever the encoding, however the input is cut, and with the way back to its bytes.
//!
//! # Design
//! What the encoding is shows in the first [`LOOK`] bytes: a mark, zeros in every second place, a declaration. Without
//! any of them text is UTF-8, and a line that is not is read in one other encoding, chosen where the first such line
//! comes. So the text does not depend on the pieces in which an input arrives, and a file into which two programs wrote in
//! two encodings is read too.

use super::encoding::{self, Told};
use crate::error::Error;
use core::ops::Range;
use encoding_rs::{Decoder, Encoding, UTF_16BE, UTF_16LE};
use memchr::{memchr, memrchr};
use std::borrow::Cow;
use std::collections::VecDeque;

/// Bytes that are looked at to tell an encoding or a format.
pub(crate) const LOOK: usize = 64 * 1024;
/// Bytes after which a line without an end is cut.
const LINE: usize = 64 * 1024;
/// Bytes that are decoded at once where places are counted out from the last one known.
const COUNTED: usize = 4 * 1024;

/// An input on its way from bytes to text.
#[derive(Default)]
pub(crate) struct Source {
    how: How,
    /// Bytes that wait for the end of their line, or for the first look.
    raw: Vec<u8>,
    /// Bytes of the input before `raw`.
    raw_start: u64,
    text: String,
    /// Bytes of `text` that were read.
    read: usize,
    places: Places,
    warning: Option<Error>,
}

#[derive(Default)]
enum How {
    /// Too little was given to tell.
    #[default]
    Unknown,
    /// UTF-8; lines that are not in this encoding, which is chosen at the first of them.
    Lines(Option<&'static Encoding>),
    Wide(Decoder),
}

/// The text of a whole input.
pub(crate) struct Text<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) places: Places,
    pub(crate) warning: Option<Error>,
}

/// Decodes a whole input: what [`Source`] gives, without a copy where the input is UTF-8.
///
/// # Errors
/// `format.encoding` for binary content.
pub(crate) fn decode(bytes: &[u8]) -> Result<Text<'_>, Error> {
    if let Told::Utf8 { mark } = encoding::tell(bytes)?
        && let Some(Ok(text)) = bytes.get(mark..).map(core::str::from_utf8)
    {
        let places = Places { start: 0, pieces: [Piece { text: 0, input: mark as u64, encoding: None }].into() };
        return Ok(Text { text: Cow::Borrowed(text), places, warning: None });
    }
    let mut source = Source::default();
    source.push(bytes, true)?;
    Ok(Text { text: Cow::Owned(source.text), places: source.places, warning: source.warning })
}

impl Source {
    /// Takes the next bytes. `last`: none follow.
    ///
    /// # Errors
    /// `format.encoding` for binary content.
    pub(crate) fn push(&mut self, bytes: &[u8], last: bool) -> Result<(), Error> {
        self.raw.extend_from_slice(bytes);
        if matches!(self.how, How::Unknown) {
            if self.raw.len() < LOOK && !last {
                return Ok(());
            }
            let look = self.raw.get(..LOOK).unwrap_or(&self.raw);
            let (how, mark, warning) = match encoding::tell(look)? {
                Told::Utf8 { mark } => (How::Lines(None), mark, None),
                Told::Declared(encoding) => (How::Lines(Some(encoding)), 0, None),
                Told::Utf16 { encoding, mark, warning } => {
                    (How::Wide(encoding.new_decoder_without_bom_handling()), mark, warning)
                }
            };
            (self.how, self.warning) = (how, warning);
            self.pass(mark);
        }
        match &self.how {
            How::Wide(_) => self.wide(last),
            _ => self.lines(last),
        }
        Ok(())
    }

    /// The text that was decoded and is not read yet.
    pub(crate) fn text(&self) -> &str {
        self.text.get(self.read..).unwrap_or_default()
    }

    /// Marks the front of the text as read.
    pub(crate) fn consume(&mut self, bytes: usize) {
        self.read = self.text.len().min(self.read + bytes);
        // Moved seldom, so that it costs no more than what was read.
        if self.read * 2 >= self.text.len() {
            self.text.drain(..self.read);
            self.places.forget(self.read as u64);
            self.read = 0;
        }
    }

    /// Bytes of the input from which some of [`text`](Self::text) came.
    pub(crate) fn bytes(&self, text: Range<usize>) -> Range<u64> {
        self.places.bytes(&self.text, self.read + text.start..self.read + text.end)
    }

    /// What was assumed of the encoding, once.
    pub(crate) fn take_warning(&mut self) -> Option<Error> {
        self.warning.take()
    }

    /// Leaves bytes behind.
    fn pass(&mut self, bytes: usize) {
        self.raw.drain(..bytes.min(self.raw.len()));
        self.raw_start += bytes as u64;
    }

    fn lines(&mut self, last: bool) {
        let raw = core::mem::take(&mut self.raw);
        let mut at = 0;
        let whole = if last { raw.len() } else { whole_lines(&raw) };
        while let Some(rest) = raw.get(at..whole).filter(|rest| !rest.is_empty()) {
            let Err(error) = core::str::from_utf8(rest) else {
                self.same(at, rest);
                at = whole;
                break;
            };
            let (start, end) = line_around(rest, error.valid_up_to());
            let (fine, broken) =
                (rest.get(..start).unwrap_or_default(), rest.get(start..end).unwrap_or_default());
            self.same(at, fine);
            at += start;
            let How::Lines(chosen) = &mut self.how else { break };
            let encoding = match *chosen {
                Some(encoding) => encoding,
                None => {
                    let ahead = raw.get(at..).unwrap_or_default();
                    if ahead.len() < LOOK && !last {
                        break;
                    }
                    let (encoding, said) = encoding::choose(ahead.get(..LOOK).unwrap_or(ahead));
                    self.warning = Some(said);
                    *chosen.insert(encoding)
                }
            };
            self.decoded(at, broken, encoding);
            at += broken.len();
        }
        self.raw = raw;
        self.pass(at);
    }

    /// UTF-8 that stands `at` bytes into what waits.
    fn same(&mut self, at: usize, bytes: &[u8]) {
        let Ok(text) = core::str::from_utf8(bytes) else { return };
        if !text.is_empty() {
            self.places.push(self.text.len(), self.raw_start + at as u64, None);
            self.text.push_str(text);
        }
    }

    fn decoded(&mut self, at: usize, line: &[u8], encoding: &'static Encoding) {
        let most = if encoding.is_single_byte() { COUNTED } else { line.len().max(1) };
        for (nth, bytes) in line.chunks(most).enumerate() {
            self.places.push(self.text.len(), self.raw_start + (at + nth * most) as u64, Some(encoding));
            let (text, broken) = encoding.decode_without_bom_handling(bytes);
            self.text.push_str(&text);
            if broken {
                self.warning = Some(encoding::replaced(encoding));
            }
        }
    }

    fn wide(&mut self, last: bool) {
        let raw = core::mem::take(&mut self.raw);
        let mut at = 0;
        let How::Wide(decoder) = &mut self.how else { return };
        let encoding = decoder.encoding();
        while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
            let mut length = rest.len().min(COUNTED);
            let all = length == rest.len();
            if !(all && last) {
                length -= length % 2;
                // The first half of a character waits for the second.
                if let Some(unit) = rest.get(..length).and_then(|units| units.last_chunk::<2>()) {
                    let unit = if encoding == UTF_16BE { u16::from_be_bytes(*unit) } else { u16::from_le_bytes(*unit) };
                    length -= if (0xD800..0xDC00).contains(&unit) { 2 } else { 0 };
                }
            }
            let Some(bytes) = rest.get(..length).filter(|bytes| !bytes.is_empty()) else { break };
            self.places.push(self.text.len(), self.raw_start + at as u64, Some(encoding));
            // Three bytes of text at most for two of input, and a mark for a half that is left.
            self.text.reserve(bytes.len() * 2 + 8);
            let (_, _, broken) = decoder.decode_to_string(bytes, &mut self.text, all && last);
            if broken {
                self.warning = Some(encoding::replaced(encoding));
            }
            at += length;
        }
        self.raw = raw;
        self.pass(at);
    }
}

/// How many bytes at the front are lines that do not change by what follows.
fn whole_lines(bytes: &[u8]) -> usize {
    let mut end = memrchr(b'\n', bytes).map_or(0, |end| end + 1);
    while let Some(length) = bytes.get(end..).and_then(cut) {
        end += length;
    }
    end
}

/// Where a line without an end is cut: behind the first byte from [`LINE`] on that is a character of its own in every
/// encoding that is read by lines.
fn cut(line: &[u8]) -> Option<usize> {
    let at = line.get(LINE..)?.iter().position(|byte| *byte < b'0')?;
    Some(LINE + at + 1)
}

/// The line in which a place is, within some lines.
fn line_around(lines: &[u8], at: usize) -> (usize, usize) {
    let mut start = memrchr(b'\n', lines.get(..at).unwrap_or_default()).map_or(0, |end| end + 1);
    loop {
        let rest = lines.get(start..).unwrap_or_default();
        let end = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        match cut(rest.get(..end).unwrap_or(rest)) {
            Some(length) if start + length <= at => start += length,
            Some(length) => return (start, start + length),
            None => return (start, start + end),
        }
    }
}

/// Which bytes of an input some text came from.
#[derive(Default)]
pub(crate) struct Places {
    /// Bytes of text that were forgotten.
    start: u64,
    pieces: VecDeque<Piece>,
}

/// Text from here to the next piece, which came from one run of bytes.
#[derive(Clone, Copy)]
struct Piece {
    text: u64,
    input: u64,
    /// `None` where a byte of text is a byte of input.
    encoding: Option<&'static Encoding>,
}

impl Places {
    /// Bytes of the input from which a part of the text came; `text` is all that is not forgotten.
    pub(crate) fn bytes(&self, text: &str, range: Range<usize>) -> Range<u64> {
        self.input(text, range.start)..self.input(text, range.end)
    }

    fn input(&self, text: &str, at: usize) -> u64 {
        let place = self.start + at as u64;
        let next = self.pieces.partition_point(|piece| piece.text <= place);
        let Some(piece) = next.checked_sub(1).and_then(|at| self.pieces.get(at)) else { return place };
        let Some(encoding) = piece.encoding else { return piece.input + (place - piece.text) };
        let from = usize::try_from(piece.text.saturating_sub(self.start)).unwrap_or(at);
        let before = text.get(from..at).unwrap_or_default();
        let bytes = if encoding == UTF_16LE || encoding == UTF_16BE {
            before.encode_utf16().count() * 2
        } else if encoding.is_single_byte() {
            before.chars().count()
        } else {
            encoding.encode(before).0.len()
        };
        piece.input + bytes as u64
    }

    /// What is appended to the text, which has this length, comes from here on.
    fn push(&mut self, length: usize, input: u64, encoding: Option<&'static Encoding>) {
        let text = self.start + length as u64;
        if let Some(last) = self.pieces.back()
            && encoding.is_none()
            && last.encoding.is_none()
            && input.checked_sub(last.input) == text.checked_sub(last.text)
        {
            return;
        }
        self.pieces.push_back(Piece { text, input, encoding });
    }

    /// Forgets the front of the text.
    fn forget(&mut self, bytes: u64) {
        self.start += bytes;
        while self.pieces.get(1).is_some_and(|piece| piece.text <= self.start) {
            self.pieces.pop_front();
        }
    }
}
