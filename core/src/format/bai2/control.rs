//! Control totals and counts: what trailers (49, 98, 99) state against what was read.

use super::field::{Part, Stream};

/// What was read of a file, a group or an account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Control {
    /// Sum of all amounts in minor units, with their signs as written; `None` where one cannot be read.
    total: Option<i128>,
    /// Lines, with header and trailer.
    lines: u64,
    /// Groups of a file, accounts of a group.
    members: u64,
}

impl Default for Control {
    fn default() -> Self {
        Control { total: Some(0), lines: 0, members: 0 }
    }
}

impl Control {
    /// Counts lines.
    pub(super) fn count(&mut self, lines: usize) {
        self.lines += lines as u64;
    }

    /// Adds an amount; `None` where there is one that cannot be read.
    pub(super) fn add(&mut self, minor: Option<i64>) {
        self.total = self.total.and_then(|total| total.checked_add(i128::from(minor?)));
    }

    /// Adds what ended within this: with the total that its trailer states, so that what is wrong there is told there alone.
    pub(super) fn close(&mut self, member: &Control, stated: Option<i128>) {
        self.total = self.total.and_then(|total| total.checked_add(stated.or(member.total)?));
        self.lines += member.lines;
        self.members += 1;
    }
}

/// What a trailer states, and what does not fit.
pub(super) struct Checked {
    pub(super) total: Option<i128>,
    pub(super) said: Option<String>,
}

/// Reads a trailer and holds it against what was read; `of` names the members that it counts, if any.
pub(super) fn check(parts: &[Part<'_>], read: &Control, of: Option<&str>) -> Checked {
    let mut stream = Stream::new(parts);
    let total = total(stream.next());
    let members = of.map(|of| (of, stream.next()));
    let lines = stream.next();
    let mut wrong = Vec::new();
    match (total, read.total) {
        (None, _) => wrong.push("its control total is no number".to_owned()),
        (Some(stated), Some(found)) if stated != found => {
            wrong.push(format!("it states a control total of {stated}, the amounts make {found}"));
        }
        _ => {}
    }
    let counts = members.map(|(of, stated)| (of, stated, read.members));
    for (of, stated, found) in counts.into_iter().chain([("records", lines, read.lines)]) {
        match stated.trim_start_matches('+').parse::<u64>() {
            Ok(stated) if stated == found => {}
            Ok(stated) => wrong.push(format!("it counts {stated} {of}, there are {found}")),
            Err(_) => wrong.push(format!("its number of {of} is missing; there are {found}")),
        }
    }
    Checked { total, said: (!wrong.is_empty()).then(|| wrong.join("; ")) }
}

/// A total of up to 18 digits in minor units.
fn total(text: &str) -> Option<i128> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let fine = !digits.is_empty() && digits.len() <= 30 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let value: i128 = digits.parse().ok().filter(|_| fine)?;
    Some(if text.starts_with('-') { -value } else { value })
}
