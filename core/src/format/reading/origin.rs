//! From places in decoded text back to the bytes of the input.

use core::ops::Range;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::collections::VecDeque;

/// Which bytes of an input some text came from.
#[derive(Default)]
pub(crate) struct Origin {
    /// Bytes of text that were forgotten.
    start: u64,
    pieces: VecDeque<Piece>,
}

impl Origin {
    /// Of text that is the input itself behind a mark of some bytes.
    pub(super) fn behind(mark: usize) -> Self {
        Origin { start: 0, pieces: [Piece { text: 0, input: mark as u64, encoding: None }].into() }
    }

    /// Bytes of the input from which a part of the text came; `text` is all that is not forgotten.
    pub(crate) fn bytes(&self, text: &str, range: Range<usize>) -> Range<u64> {
        // Mostly the text is the input, but for a mark in front of it.
        if let (1, Some(Piece { text: from, input, encoding: None })) =
            (self.pieces.len(), self.pieces.front())
            && let Some(passed) = (self.start + range.start as u64).checked_sub(*from)
        {
            let start = input + passed;
            return start..start + range.end.saturating_sub(range.start) as u64;
        }
        self.input(text, range.start)..self.input(text, range.end)
    }

    fn input(&self, text: &str, at: usize) -> u64 {
        let place = self.start + at as u64;
        let next = self.pieces.partition_point(|piece| piece.text <= place);
        let Some(piece) = next.checked_sub(1).and_then(|at| self.pieces.get(at)) else { return place };
        let Some(encoding) = piece.encoding else { return piece.input + (place - piece.text) };
        let from = usize::try_from(piece.text.saturating_sub(self.start)).unwrap_or(at);
        // Within a character: its start.
        let start = (from..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(from);
        let before = text.get(from..start).unwrap_or_default();
        let bytes = if encoding == UTF_16LE || encoding == UTF_16BE {
            before.encode_utf16().count() * 2
        } else if encoding.is_single_byte() {
            before.chars().count()
        } else {
            encoding.encode(before).0.len()
        };
        // A character that stands for broken bytes may be longer than they were.
        let end = self.pieces.get(next).map_or(u64::MAX, |piece| piece.input);
        end.min(piece.input + bytes as u64)
    }

    /// What is appended to the text, which has this length, comes from here on.
    pub(super) fn push(&mut self, length: usize, input: u64, encoding: Option<&'static Encoding>) {
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
    pub(super) fn forget(&mut self, text: &str, bytes: usize) {
        let input = self.input(text, bytes);
        self.start += bytes as u64;
        while self.pieces.get(1).is_some_and(|piece| piece.text <= self.start) {
            self.pieces.pop_front();
        }
        // What is left of a piece is counted from its own start.
        if let Some(first) = self.pieces.front_mut().filter(|first| first.text < self.start) {
            (first.text, first.input) = (self.start, input);
        }
    }
}

/// Text from here to the next piece, which came from one run of bytes.
#[derive(Clone, Copy)]
struct Piece {
    text: u64,
    input: u64,
    /// `None` where a byte of text is a byte of input.
    encoding: Option<&'static Encoding>,
}
