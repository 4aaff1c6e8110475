//! Frames: eight bytes of length, big end first, and as many bytes.
//!
//! A request holds parts of the same form: the operation's name, the number of a matcher or nothing, the request document, and
//! the bytes that the document names as `{"blob": 0}`. An answer is one document with its envelope. With
//! `progress:` before its name an operation tells how far it has come, in frames of their own before the answer; an empty
//! frame lets it go on, any other stops it. With a number before all of that (`17:progress:matching.reconcile`) whatever
//! comes back for it says the number: `{"version":1,"request":17,…`. A frame whose parts do not fit is answered with an
//! error, and so is one that is too large, which is read past: the next frame is found in either case.

use std::io::{self, Read, Write};

/// Bytes that a frame may have: as much as the largest input that readers take, and the rows beside it.
pub const MOST: u64 = 2 << 30;

/// A frame that came in.
#[derive(Debug, PartialEq)]
pub enum Frame {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// More than [`MOST`]; it was read past.
    TooLarge,
}

/// The next frame; `None` at the end of the input, also in the middle of a frame.
pub fn read(input: &mut impl Read) -> io::Result<Option<Frame>> {
    let mut length = [0; 8];
    if !filled(input, &mut length)? {
        return Ok(None);
    }
    let length = u64::from_be_bytes(length);
    if length > MOST {
        let passed = io::copy(&mut input.take(length), &mut io::sink())?;
        return Ok((passed == length).then_some(Frame::TooLarge));
    }
    // Grows with what comes, not with what was announced.
    let mut bytes = Vec::new();
    let came = input.take(length).read_to_end(&mut bytes)?;
    Ok((came as u64 == length).then_some(Frame::Bytes(bytes)))
}

fn filled(input: &mut impl Read, into: &mut [u8]) -> io::Result<bool> {
    match input.read_exact(into) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        other => other.map(|()| true),
    }
}

/// Writes a frame and sends it off.
pub fn write(output: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    write_parts(output, &[bytes])
}

/// What every document of an answer begins with; the number of its request stands behind it.
const VERSION: &[u8] = br#"{"version":1,"#;

/// Writes a document with the number that its request had, if any: an answer is never taken for another's.
pub fn write_answer(output: &mut impl Write, number: Option<u64>, document: &[u8]) -> io::Result<()> {
    match (number, document.strip_prefix(VERSION)) {
        (Some(number), Some(rest)) => {
            write_parts(output, &[VERSION, format!(r#""request":{number},"#).as_bytes(), rest])
        }
        _ => write(output, document),
    }
}

fn write_parts(output: &mut impl Write, parts: &[&[u8]]) -> io::Result<()> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    output.write_all(&(length as u64).to_be_bytes())?;
    parts.iter().try_for_each(|part| output.write_all(part))?;
    output.flush()
}

/// The number before an operation's name (`17:text.fold`), and the name behind it.
pub fn numbered(name: &[u8]) -> (Option<u64>, &[u8]) {
    let number = |digits: &[u8]| core::str::from_utf8(digits).ok()?.parse::<u64>().ok();
    let at = name.iter().take(21).position(|&byte| byte == b':');
    let parted = at.and_then(|at| Some((number(name.get(..at)?)?, name.get(at + 1..)?)));
    parted.map_or((None, name), |(number, rest)| (Some(number), rest))
}

/// The parts of a frame; `None` when they do not fit.
pub fn parts(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(part);
        bytes = rest;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        write(&mut out, bytes).unwrap();
        out
    }

    #[test]
    fn frames_come_back() {
        let mut input: &[u8] = &[framed(b"one"), framed(b""), framed(&[0, 255])].concat();
        for frame in [&b"one"[..], b"", &[0, 255]] {
            assert_eq!(read(&mut input).unwrap(), Some(Frame::Bytes(frame.to_vec())));
        }
        assert_eq!(read(&mut input).unwrap(), None);
    }

    #[test]
    fn an_input_that_ends_within_a_frame_is_at_its_end() {
        for cut in 0..framed(b"four").len() {
            assert_eq!(read(&mut &framed(b"four")[..cut]).unwrap(), None, "{cut}");
        }
    }

    #[test]
    fn a_frame_that_is_too_large_is_read_past() {
        // Announced and sent, without holding it.
        let length = MOST + 1;
        let (announced, next) = (length.to_be_bytes(), framed(b"next"));
        let mut input = (&announced[..]).chain(io::repeat(7).take(length)).chain(&next[..]);
        assert_eq!(read(&mut input).unwrap(), Some(Frame::TooLarge));
        assert_eq!(read(&mut input).unwrap(), Some(Frame::Bytes(b"next".to_vec())));
        // Announced only: the end of the input, not of the memory.
        assert_eq!(read(&mut &u64::MAX.to_be_bytes()[..]).unwrap(), None);
        assert_eq!(read(&mut &MOST.to_be_bytes()[..]).unwrap(), None);
    }

    #[test]
    fn numbers_stand_before_the_name_and_in_the_answer() {
        for (name, number, rest) in [
            ("17:text.fold", Some(17), "text.fold"),
            ("0:progress:text.fold", Some(0), "progress:text.fold"),
            ("18446744073709551615:x", Some(u64::MAX), "x"),
            ("18446744073709551616:x", None, "18446744073709551616:x"),
            ("-1:x", None, "-1:x"),
            ("progress:text.fold", None, "progress:text.fold"),
            (":x", None, ":x"),
            ("17", None, "17"),
            ("", None, ""),
        ] {
            assert_eq!(numbered(name.as_bytes()), (number, rest.as_bytes()), "{name}");
        }
        let mut out = Vec::new();
        write_answer(&mut out, Some(17), br#"{"version":1,"result":[]}"#).unwrap();
        write_answer(&mut out, None, br#"{"version":1,"result":[]}"#).unwrap();
        let expected = [&br#"{"version":1,"request":17,"result":[]}"#[..], br#"{"version":1,"result":[]}"#];
        assert_eq!(out, expected.map(framed).concat());
    }

    #[test]
    fn parts_fit_or_there_are_none() {
        let whole = [framed(b"text.fold"), framed(b""), framed(b"{}")].concat();
        assert_eq!(parts(&whole).unwrap(), [&b"text.fold"[..], b"", b"{}"]);
        assert_eq!(parts(b"").unwrap(), [] as [&[u8]; 0]);
        let ends = [framed(b"text.fold").len(), framed(b"text.fold").len() + 8];
        for cut in (1..whole.len()).filter(|cut| !ends.contains(cut)) {
            assert_eq!(parts(&whole[..cut]), None, "{cut}");
        }
        assert_eq!(parts(&u64::MAX.to_be_bytes()), None);
    }
}
