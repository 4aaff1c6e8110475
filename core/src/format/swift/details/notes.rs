//! `:NS:` behind an entry, the details of old German files: lines that begin with two digits.
//!
//! 01 to 14 remittance, 15 and 16 the other side's name, 17 posting text; the rest is the bank's own. From sample files.

use crate::format::swift::said::{Said, append};

/// Reads the lines of a `:NS:`.
pub(super) fn read<'t>(lines: impl Iterator<Item = &'t str>, said: &mut Said) {
    for line in lines {
        let (number, text) = line.split_at_checked(2).unwrap_or((line, ""));
        match number.parse::<u8>() {
            Ok(1..=14) => said.add(text),
            Ok(15 | 16) => append(&mut said.name, text),
            Ok(17) => append(&mut said.posting, text),
            _ => {}
        }
    }
}
