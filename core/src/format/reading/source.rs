//! Bytes to text, piece by piece: whatever the encoding, however the input is cut, and with the way back to its bytes.
//!
//! # Design
//! What the encoding is shows in the first [`LOOK`] bytes: a mark, zeros in every second place, a declaration. Without
//! any of them text is UTF-8, and a line that is not is read in one other encoding, chosen where the first such line
//! comes. So the text does not depend on the pieces in which an input arrives, and a file into which two programs wrote in
//! two encodings is read too.

use super::encoding::{self, Told};
use super::halves::Halves;
use super::origin::Origin;
use crate::error::Error;
use encoding_rs::{Decoder, Encoding, UTF_16BE};
use memchr::{memchr, memrchr};
use std::borrow::Cow;

/// Bytes that are looked at to tell an encoding or a format.
pub(crate) const LOOK: usize = 64 * 1024;
/// Bytes after which a line without an end is cut.
const LINE: usize = 64 * 1024;
/// Bytes beyond [`LINE`] without two of ASCII beside each other.
const ALIEN: usize = 256 * 1024;
/// Bytes that are decoded at once where places are counted out from the last one known.
const COUNTED: usize = 4 * 1024;
/// Bytes between places that are noted where text cannot be counted back to its bytes.
const PART: usize = 64;

/// An input on its way from bytes to text.
pub(crate) struct Source {
    how: How,
    /// Bytes that wait for the end of their line, or for the first look.
    raw: Vec<u8>,
    /// Bytes of the input before `raw`.
    raw_start: u64,
    text: String,
    /// Bytes of `text` that were read.
    read: usize,
    /// Bytes of the whole text before `text`.
    forgotten: u64,
    origin: Origin,
    halves: Halves,
    warning: Option<Error>,
    choose: encoding::Choose,
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
    pub(crate) origin: Origin,
    pub(crate) halves: Halves,
    pub(crate) warning: Option<Error>,
}

/// Decodes a whole input: what [`Source`] gives, without a copy where the input is UTF-8.
///
/// # Errors
/// `format.encoding` for binary content.
pub(crate) fn decode(bytes: &[u8], choose: encoding::Choose, json: bool) -> Result<Text<'_>, Error> {
    let mark = match encoding::tell(bytes.get(..LOOK).unwrap_or(bytes))? {
        Told::Utf8 { mark } => Some(mark),
        Told::Declared(_) => Some(0),
        Told::Utf16 { .. } => None,
    };
    if let Some(mark) = mark
        && let Some(Ok(text)) = bytes.get(mark..).map(core::str::from_utf8)
    {
        let (origin, mut halves) = (Origin::behind(mark), Halves::new(json));
        let text = halves.mended(text);
        return Ok(Text { text, origin, halves, warning: None });
    }
    let mut source = Source::new(choose, json);
    source.push(bytes, true)?;
    let Source { text, origin, halves, warning, .. } = source;
    Ok(Text { text: Cow::Owned(text), origin, halves, warning })
}

impl Source {
    /// `choose` says how lines are read that are not UTF-8, `json` whether halves of characters in JSON are mended.
    pub(crate) fn new(choose: encoding::Choose, json: bool) -> Self {
        Source {
            how: How::Unknown,
            raw: Vec::new(),
            raw_start: 0,
            text: String::new(),
            read: 0,
            forgotten: 0,
            origin: Origin::default(),
            halves: Halves::new(json),
            warning: None,
            choose,
        }
    }

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
        self.halves.mend(&mut self.text, self.forgotten, last);
        Ok(())
    }

    /// The text that was decoded and is not read yet.
    pub(crate) fn text(&self) -> &str {
        self.text.get(self.read..).unwrap_or_default()
    }

    /// Marks the front of the text as read.
    pub(crate) fn consume(&mut self, bytes: usize) {
        self.read = self.text.len().min(self.read + bytes);
        self.halves.pass(self.forgotten + self.read as u64);
        // Moved seldom, so that it costs no more than what was read.
        if self.read * 2 >= self.text.len() {
            self.origin.forget(&self.text, self.read);
            self.text.drain(..self.read);
            self.forgotten += self.read as u64;
            self.read = 0;
        }
    }

    /// All text that is not forgotten, how much of it was read, and where it came from.
    pub(crate) fn origin(&self) -> (&str, usize, &Origin) {
        (&self.text, self.read, &self.origin)
    }

    /// What was assumed of the encoding, and of halves of characters.
    pub(crate) fn warnings(&self) -> [Option<Error>; 2] {
        [self.warning.clone(), self.halves.warning()]
    }

    /// Reading has ended, and nothing behind it is spoken of.
    pub(crate) fn end(&mut self, stopped: Option<u64>) {
        self.halves.end(stopped.map(|at| self.forgotten + self.read as u64 + at));
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
                    let (encoding, said) = (self.choose)(ahead.get(..LOOK).unwrap_or(ahead));
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
            self.origin.push(self.text.len(), self.raw_start + at as u64, None);
            self.text.push_str(text);
        }
    }

    fn decoded(&mut self, at: usize, line: &[u8], encoding: &'static Encoding) {
        let start = self.raw_start + at as u64;
        if !encoding.is_single_byte() {
            let (text, broken) = encoding.decode_without_bom_handling(line);
            if broken {
                self.warning = Some(encoding::replaced(encoding));
            }
            // Where the text is not written as these bytes, places cannot be counted back from it.
            if encoding.encode(&text).0.as_ref() == line {
                self.origin.push(self.text.len(), start, Some(encoding));
                self.text.push_str(&text);
            } else {
                self.by_parts(start, line, encoding);
            }
            return;
        }
        for (nth, bytes) in line.chunks(COUNTED).enumerate() {
            self.origin.push(self.text.len(), start + (nth * COUNTED) as u64, Some(encoding));
            let (text, broken) = encoding.decode_without_bom_handling(bytes);
            self.text.push_str(&text);
            if broken {
                self.warning = Some(encoding::replaced(encoding));
            }
        }
    }

    /// A line with the place of every [`PART`] bytes noted, at the end of a character.
    fn by_parts(&mut self, start: u64, line: &[u8], encoding: &'static Encoding) {
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut noted = 0;
        self.origin.push(self.text.len(), start, Some(encoding));
        for (at, byte) in line.iter().enumerate() {
            let (length, last) = (self.text.len(), at + 1 == line.len());
            // What waited and this byte are two characters of four bytes at most.
            self.text.reserve(16);
            let _ = decoder.decode_to_string(core::slice::from_ref(byte), &mut self.text, last);
            if last || (self.text.len() > length && at + 1 - noted >= PART) {
                noted = at + 1;
                self.origin.push(self.text.len(), start + noted as u64, Some(encoding));
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
                    let unit = if encoding == UTF_16BE {
                        u16::from_be_bytes(*unit)
                    } else {
                        u16::from_le_bytes(*unit)
                    };
                    length -= if (0xD800..0xDC00).contains(&unit) { 2 } else { 0 };
                }
            }
            let Some(bytes) = rest.get(..length).filter(|bytes| !bytes.is_empty()) else { break };
            self.origin.push(self.text.len(), self.raw_start + at as u64, Some(encoding));
            // Three bytes of text at most for two of input, and a mark for a half that is left.
            self.text.reserve(bytes.len() * 2 + 8);
            let (_, _, broken) = decoder.decode_to_string(bytes, &mut self.text, all && last);
            if broken {
                self.warning = Some(encoding::replaced(encoding));
            }
            at += length;
        }
        if last {
            // Half a character at the end is less than the mark that stands for it.
            self.origin.push(self.text.len(), self.raw_start + at as u64, Some(encoding));
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

/// Where a line without an end is cut: from [`LINE`] on behind the first byte that is a character of its own in every
/// encoding that is read by lines, or between two bytes of ASCII, of which at most the first is the end of a character.
/// Where there is none, after [`ALIEN`] more.
fn cut(line: &[u8]) -> Option<usize> {
    let tail = line.get(LINE..)?;
    let next = tail.iter().skip(1).map(Some).chain([None]);
    let apart =
        |(byte, next): (&u8, Option<&u8>)| *byte < b'0' || byte.is_ascii() && next.is_some_and(u8::is_ascii);
    if let Some(at) = tail.iter().zip(next).take(ALIEN).position(apart) {
        return Some(LINE + at + 1);
    }
    // Not within a character of UTF-8, if it is that.
    let within = |at: &usize| tail.get(*at).is_some_and(|byte| byte & 0xC0 == 0x80);
    tail.get(ALIEN)?;
    let back = (ALIEN - 3..=ALIEN).rev().find(|at| !within(at));
    Some(LINE + back.unwrap_or(ALIEN))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use encoding_rs::GB18030;
    use proptest::prelude::*;

    fn text(bytes: &[u8]) -> (String, bool) {
        let decoded = decode(bytes, encoding::choose, false).unwrap();
        (decoded.text.into_owned(), decoded.warning.is_some())
    }

    #[test]
    fn what_is_certain_is_taken_without_a_word() {
        assert_eq!(text("Zoë".as_bytes()), ("Zoë".to_owned(), false));
        let marked = [b"\xef\xbb\xbf".as_slice(), "Zoë".as_bytes()].concat();
        assert_eq!(text(&marked), ("Zoë".to_owned(), false));
        assert_eq!(decode(&marked, encoding::choose, false).unwrap().origin.bytes("Zoë", 0..4), 3..7);
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let marked: Vec<u8> = "\u{feff}Zoë".encode_utf16().flat_map(order).collect();
            assert_eq!(text(&marked), ("Zoë".to_owned(), false));
        }
        assert_eq!(text(b"<?xml version='1.0' encoding = 'ISO-8859-1'?>Zo\xeb").0.chars().last(), Some('ë'));
    }

    #[test]
    fn what_is_assumed_is_said() {
        assert_eq!(text(b"Geb\xfchr;Empf\xe4nger;\x80"), ("Gebühr;Empfänger;€".to_owned(), true));
        let big: Vec<u8> = "Datum;Gebühr".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&big), ("Datum;Gebühr".to_owned(), true));
        let chinese = "交易时间,金额\n支付宝账户明细,12.00\n";
        let (bytes, _, unmappable) = GB18030.encode(chinese);
        assert!(!unmappable);
        assert_eq!(text(&bytes), (chinese.to_owned(), true));
        // A declaration that lies.
        assert!(text(b"<?xml version='1.0' encoding='UTF-8'?>\xfc").1);
    }

    #[test]
    fn binary_is_refused() {
        for bytes in
            [b"\x00\x00\x00\x00".as_slice(), b"ab\x00cd\xffefghijkl", b"\x01\x00\x00\x02\x00\x00\x00\x03"]
        {
            assert_eq!(
                decode(bytes, encoding::choose, false).map(|_| ()).unwrap_err().code(),
                Code::FormatEncoding
            );
        }
    }

    /// Text and places as they come out when an input is pushed in pieces, reading so much of the text at a time.
    fn in_pieces(bytes: &[u8], pieces: &[usize], reads: usize) -> Result<(String, Vec<u64>), Error> {
        let mut source = Source::new(encoding::choose, false);
        let (mut text, mut places, mut at) = (String::new(), Vec::new(), 0);
        let mut sizes = pieces.iter().copied().cycle();
        loop {
            let end = bytes.len().min(at + sizes.next().unwrap_or(1).max(1));
            source.push(&bytes[at..end], end == bytes.len())?;
            at = end;
            while !source.text().is_empty() {
                let piece: String = source.text().chars().take(reads.max(1)).collect();
                let (all, read, origin) = source.origin();
                places.extend(
                    piece.char_indices().map(|(at, _)| origin.bytes(all, read + at..read + at).start),
                );
                source.consume(piece.len());
                text.push_str(&piece);
            }
            if end == bytes.len() {
                return Ok((text, places));
            }
        }
    }

    #[test]
    fn places_are_those_of_the_input() {
        let places = |bytes: &[u8]| in_pieces(bytes, &[3], 2).unwrap();
        assert_eq!(places(b"ab\n\xfc\xe4;\n\xc3\xbc.").1, [0, 1, 2, 3, 4, 5, 6, 7, 9]);
        let wide: Vec<u8> = "\u{feff}a😀b".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(places(&wide), ("a😀b".to_owned(), vec![2, 4, 8]));
    }

    #[test]
    fn places_of_broken_characters_are_within_the_input() {
        let chinese = "\u{4ea4}\u{6613}\u{65f6}\u{95f4}".repeat(20);
        let (fine, _, _) = GB18030.encode(&chinese);
        // A lone byte of 0x80 is a character too, which is written as two; 0xff is none, and its mark is written as four.
        for broken in [&b"\x80"[..], b"\xff", b"\x81\x30", b"\xff\xff\xff\xff"] {
            let line = [&fine[..], b"\n", &fine, broken, b",", &fine[..], broken].concat();
            let (text, places) = in_pieces(&line, &[50], 7).unwrap();
            assert!(text.contains(&chinese) && places.is_sorted(), "{places:?}");
            assert!(places.iter().all(|place| *place <= line.len() as u64), "{places:?}");
            let whole = decode(&line, encoding::choose, false).unwrap();
            assert_eq!(whole.origin.bytes(&whole.text, 0..whole.text.len()), 0..line.len() as u64);
        }
        // A place within a character is that of the character.
        let line = b"ab\xfc\xfcc";
        let whole = decode(line, encoding::choose, false).unwrap();
        assert_eq!(whole.origin.bytes(&whole.text, 3..5), 2..3);
        let odd: Vec<u8> = "\u{feff}ab".encode_utf16().flat_map(u16::to_le_bytes).chain([7]).collect();
        let whole = decode(&odd, encoding::choose, false).unwrap();
        assert_eq!(whole.origin.bytes(&whole.text, 2..whole.text.len()), 6..7);
    }

    #[test]
    fn a_line_without_an_end_is_cut() {
        let mut bytes = b"x,".repeat(LINE);
        bytes.push(0xfc);
        let (text, places) = in_pieces(&bytes, &[1000], 10_000).unwrap();
        assert!(text.ends_with("x,ü"));
        assert_eq!(places.last(), Some(&(bytes.len() as u64 - 1)));
    }

    #[test]
    fn a_line_without_an_end_is_not_kept() {
        let pushed = |bytes: &[u8]| {
            let (mut source, mut most, mut text) = (Source::new(encoding::choose, false), 0, String::new());
            let end = bytes.len().div_ceil(10_001);
            for (at, piece) in bytes.chunks(10_001).enumerate() {
                source.push(piece, at + 1 == end).unwrap();
                most = most.max(source.raw.len());
                text.push_str(source.text());
                source.consume(source.text().len());
            }
            assert!(most < LINE + ALIEN + 20_000, "{most} bytes wait");
            text
        };
        for field in ["<a>", "a", "ä", "中文", "[", "\\n"] {
            let long = field.repeat(1_000_000 / field.len());
            assert!(pushed(long.as_bytes()) == long, "{field}");
        }
        // Of another encoding, whole and in pieces alike.
        for field in [b"a".as_slice(), b"x;", b"\xc3\xa4", b"\xff"] {
            let mut bytes = field.repeat(600_000);
            bytes.extend(b"\xfc ;\n\xfc");
            assert!(pushed(&bytes) == text(&bytes).0, "{field:?}");
        }
    }

    proptest! {
        #[test]
        fn pieces_do_not_show(
            bytes in prop_oneof![
                proptest::collection::vec(any::<u8>(), 0..200),
                proptest::collection::vec(prop_oneof![Just(b'a'), Just(b'\n'), Just(0xc3), Just(0xbc), Just(0xfc)], 0..200),
                "[a-zäöü€\n]{0,60}".prop_map(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            ],
            pieces in proptest::collection::vec(1_usize..40, 1..5),
            reads in 1_usize..20,
        ) {
            let whole = decode(&bytes, encoding::choose, false).map(|whole| {
                let places: Vec<u64> = whole
                    .text
                    .char_indices()
                    .map(|(at, _)| whole.origin.bytes(&whole.text, at..at).start)
                    .collect();
                (whole.text.into_owned(), places)
            });
            prop_assert_eq!(whole, in_pieces(&bytes, &pieces, reads));
        }
    }
}
