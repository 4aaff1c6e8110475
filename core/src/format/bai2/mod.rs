//! BAI2: the balance and transaction reports of banks in North America and of others' cash management.
//!
//! # Design
//! Lines are gathered to records first (`record`): a line and the 88s behind it. An account within a group is a statement; its
//! day is the group's. Whether an entry is money in or out is said by its type code, never by a sign, and amounts are in
//! minor units of the account's currency. Balances and totals prove the entries where they are given; what trailers state
//! and count is held against what was read, and a mismatch is a warning that loses nothing.
//!
//! Source: Bank Administration Institute, Cash Management Balance Reporting Specifications, version 2; guides of single banks
//! where a file names them.

mod account;
mod book;
mod code;
mod control;
mod entry;
mod field;
mod labels;
mod record;

#[cfg(test)]
mod tests;

use super::look::{CERTAIN, Confidence, LIKELY, Look};
use super::reading::{Out, Reader, Stop};
use crate::error::{Code, Error};
use book::{Book, Record};
use field::Part;
use record::{Breaks, Found, Kind, LARGEST, Line};

/// Records that cannot be read, after which reading stops: the rest would say the same.
const ERRORS: usize = 10_000;
/// A header or a trailer that looks damaged, where nothing else claims the input.
const DAMAGED: Confidence = 60;

/// How sure the start of an input is: by its header, or by the lines that follow each other.
pub(super) fn looks(look: &Look<'_>) -> Confidence {
    let Some(first) = look.lines().first().map(|line| line.trim()) else { return 0 };
    let digits = |text: &str| text.len() >= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    let code = first.get(..3).unwrap_or_default();
    let follows = |codes: &[&str]| {
        look.lines().iter().skip(1).any(|line| codes.iter().any(|code| line.trim_start().starts_with(code)))
    };
    match code {
        "01," if first.split(',').nth(3).is_some_and(|day| digits(day.trim())) => {
            let group =
                follows(&["02,"]) || first.split('/').any(|part| part.trim_start().starts_with("02,"));
            if group { CERTAIN } else { LIKELY }
        }
        "02," | "03," if first.ends_with('/') && follows(&["03,", "16,", "49,", "88,"]) => LIKELY,
        _ if first.ends_with('/') && matches!(first.as_bytes(), [b'0', b'0'..=b'3', b',', ..]) => DAMAGED,
        _ => 0,
    }
}

/// Reads BAI2.
#[derive(Default)]
pub(crate) struct Bai2 {
    breaks: Option<Breaks>,
    skips: Skips,
    book: Book,
    /// Where reading stopped before the end.
    stopped: Option<usize>,
}

/// What is left out of text that comes.
#[derive(Clone, Copy, Default)]
struct Skips {
    /// The rest of a line.
    line: bool,
    /// The rest of a record that was refused.
    record: bool,
}

impl Reader for Bai2 {
    fn read(&mut self, out: &mut Out<'_>) -> Result<usize, Stop> {
        let text = out.text();
        let Some(breaks) = self.breaks.or_else(|| record::breaks(text, out.is_last())) else { return Ok(0) };
        self.breaks = Some(breaks);
        let done = self.walk(text, breaks, out);
        if out.is_last() || done.is_err() {
            self.book.finish(self.stopped.unwrap_or(text.len()), out);
        }
        done
    }
}

impl Bai2 {
    fn walk<'t>(&mut self, text: &'t str, breaks: Breaks, out: &mut Out<'_>) -> Result<usize, Stop> {
        let last = out.is_last();
        let mut at = 0;
        if self.skips.line {
            let Some((_, next)) = breaks.line(text, 0) else { return Ok(text.len()) };
            (at, self.skips.line) = (next, false);
        }
        let mut parts: Vec<Part<'t>> = Vec::new();
        loop {
            let line = match record::line(text, at, breaks, last) {
                Found::Nothing => return Ok(text.len()),
                Found::Part { start, kind: Some(kind) } if text.len() - start > LARGEST => {
                    self.too_large(kind, start, out);
                    self.skips.line = true;
                    return Ok(text.len());
                }
                Found::Part { start, .. } => return Ok(start),
                Found::Line(line) => line,
            };
            if line.line_end - line.start > LARGEST {
                self.too_large(line.kind, line.start, out);
                at = breaks.line(text, line.start).map_or(text.len(), |(_, next)| next);
            } else if self.skips.record && line.kind.continues() {
                at = line.next;
            } else {
                self.skips.record = false;
                match self.gather(text, line, breaks, &mut parts, out) {
                    Ok(next) => at = next,
                    Err(done) => return Ok(done),
                }
            }
            if self.book.errors >= ERRORS {
                self.stopped = Some(at);
                let said = format!("{ERRORS} records could not be read: reading stopped");
                return Err(Stop::Ended(Error::new(Code::FormatTooLarge, said)));
            }
        }
    }

    /// Gathers the lines that continue a record and reads it; answers where the next one begins, or how much of the text is
    /// done with where more of it is needed.
    fn gather<'t>(
        &mut self,
        text: &'t str,
        first: Line,
        breaks: Breaks,
        parts: &mut Vec<Part<'t>>,
        out: &mut Out<'_>,
    ) -> Result<usize, usize> {
        let last = out.is_last();
        let (start, mut end, mut behind) = (first.start, first.end, first.next);
        let mut odd = false;
        parts.clear();
        parts.push(part(text, &first));
        loop {
            // Mostly another entry follows, which is looked at when it is its turn.
            if text.as_bytes().get(behind..).is_some_and(|rest| rest.starts_with(b"16,")) {
                break;
            }
            match record::line(text, behind, breaks, last) {
                Found::Line(line) if line.kind.continues() && line.start - start <= LARGEST => {
                    // What a slash ended is not the rest of anything without a code.
                    if line.kind == Kind::Wrapped && parts.last().is_some_and(|part| part.closed) {
                        break;
                    }
                    if line.line_end - start > LARGEST {
                        self.too_large(first.kind, start, out);
                        return Ok(line.start);
                    }
                    odd |= line.kind == Kind::OddMore;
                    parts.push(part(text, &line));
                    (end, behind) = (line.end, line.next);
                }
                Found::Part { start: at, kind } if kind.is_none_or(Kind::continues) => {
                    let ended = kind == Some(Kind::Wrapped) && parts.last().is_some_and(|part| part.closed);
                    if at - start > LARGEST || ended {
                        break;
                    }
                    if kind.is_some() && text.len() - start > LARGEST {
                        self.too_large(first.kind, start, out);
                        return Err(at);
                    }
                    return Err(start);
                }
                Found::Nothing if !last && text.len() - start <= LARGEST => return Err(start),
                _ => break,
            }
        }
        let lines = parts.iter().filter(|part| !part.wrapped).count();
        let closed = parts.last().is_some_and(|part| part.closed);
        let open = last && !closed && end == text.len();
        let bytes = start..end;
        if parts.iter().skip(1).any(|part| part.wrapped) {
            let whole = unwrapped(first.kind, parts);
            let parts: Vec<Part<'_>> =
                whole.iter().map(|(body, closed)| Part { body, closed: *closed, wrapped: false }).collect();
            self.book.record(&Record { kind: first.kind, bytes, parts: &parts, lines, open }, out);
            self.book.assume("a line without a record's code is taken as the rest of the line before it");
        } else {
            self.book.record(&Record { kind: first.kind, bytes, parts, lines, open }, out);
        }
        if odd {
            self.book.assume("a continuation (88) with another mark than a comma behind it is taken as one");
        }
        Ok(behind)
    }

    /// Refuses a record, or a line, that is too large.
    fn too_large(&mut self, kind: Kind, start: usize, out: &mut Out<'_>) {
        if core::mem::replace(&mut self.skips.record, true) && kind.continues() {
            return;
        }
        let said = format!("a record beyond {LARGEST} bytes: reading goes on behind it");
        self.book.incomplete();
        out.record();
        self.book.refuse(Error::new(Code::FormatTooLarge, said), &(start..start), out);
    }
}

/// A line as a part of its record.
fn part<'t>(text: &'t str, line: &Line) -> Part<'t> {
    let wrapped = line.kind == Kind::Wrapped;
    let code = if wrapped { 0 } else { 3 };
    let body = text.get(line.start + code..line.end).unwrap_or_default();
    match body.strip_suffix('/') {
        Some(body) => Part { body, closed: true, wrapped },
        None => Part { body, closed: false, wrapped },
    }
}

/// The lines of a record with those joined that were broken: within text with a space, else without.
fn unwrapped(kind: Kind, parts: &[Part<'_>]) -> Vec<(String, bool)> {
    let mut whole: Vec<(String, bool)> = Vec::new();
    for part in parts {
        if !part.wrapped || whole.is_empty() {
            whole.push((part.body.to_owned(), part.closed));
            continue;
        }
        let so_far: Vec<Part<'_>> =
            whole.iter().map(|(body, closed)| Part { body, closed: *closed, wrapped: false }).collect();
        let text = kind == Kind::Entry && entry::reaches_text(&so_far);
        if let Some((body, closed)) = whole.last_mut() {
            if text {
                body.push(' ');
            }
            body.push_str(part.body);
            *closed = part.closed;
        }
    }
    whole
}
