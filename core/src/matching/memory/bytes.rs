//! A memory as bytes: what the host keeps.
//!
//! `PYMM`, the version (1), the number of counts (4 bytes), then each: what (1), customer, subject, object (8 each),
//! quarter (2), count (8, two's complement). Numbers are big-endian. Counts stand in the order of their bytes, each key
//! once and none of them 0: the same content is the same bytes, and any other bytes are refused.

use super::entry::{Key, What};
use crate::error::{Code, Error};
use std::collections::BTreeMap;

const MAGIC: [u8; 4] = *b"PYMM";
const VERSION: u8 = 1;
const HEAD: usize = 9;
const ROW: usize = 35;

/// The largest count, either way.
pub const MOST_COUNT: i64 = 1 << 40;

/// Writes counts: `entries` are not more than 32 bits number.
pub fn write<'a>(entries: impl ExactSizeIterator<Item = (&'a Key, &'a i64)>) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEAD + ROW * entries.len());
    out.extend(MAGIC);
    out.push(VERSION);
    out.extend(u32::try_from(entries.len()).unwrap_or(u32::MAX).to_be_bytes());
    for (key, count) in entries {
        out.push(key.what as u8);
        [key.customer, key.subject, key.object].iter().for_each(|part| out.extend(part.to_be_bytes()));
        out.extend(key.quarter.to_be_bytes());
        out.extend(count.clamp(&-MOST_COUNT, &MOST_COUNT).to_be_bytes());
    }
    out
}

/// Reads counts, at most so many.
pub fn read(bytes: &[u8], most: usize) -> Result<BTreeMap<Key, i64>, Error> {
    let mut reader = Reader { bytes, at: 0 };
    if reader.take::<4>()? != MAGIC {
        return Err(reader.wrong(0, "not a memory: it begins with other bytes"));
    }
    let [version] = reader.take()?;
    if version != VERSION {
        let said = format!("version {version} of a memory; this engine reads version {VERSION}");
        return Err(Error::new(Code::MemoryVersion, said).at_bytes(4..5));
    }
    let rows = u32::from_be_bytes(reader.take()?) as usize;
    if rows > most {
        return Err(reader.wrong(5, &format!("more counts than the {most} that a memory may hold")));
    }
    let mut out = BTreeMap::new();
    for _ in 0..rows {
        let start = reader.at;
        let [what] = reader.take()?;
        let Some(what) = What::of(what) else {
            return Err(reader.wrong(start, "a count of a kind that is unknown"));
        };
        let key = Key {
            what,
            customer: u64::from_be_bytes(reader.take()?),
            subject: u64::from_be_bytes(reader.take()?),
            object: u64::from_be_bytes(reader.take()?),
            quarter: u16::from_be_bytes(reader.take()?),
        };
        let count = i64::from_be_bytes(reader.take()?);
        if count == 0 || !(-MOST_COUNT..=MOST_COUNT).contains(&count) {
            return Err(reader.wrong(start, "a count of nothing, or beyond what is ever counted"));
        }
        if out.last_key_value().is_some_and(|(last, _)| *last >= key) {
            return Err(reader.wrong(start, "counts that are not in their order, or twice"));
        }
        out.insert(key, count);
    }
    match bytes.len() {
        length if length > reader.at => Err(reader.wrong(reader.at, "bytes behind the last count")),
        _ => Ok(out),
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let part = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<N>());
        match part {
            Some(part) => {
                self.at += N;
                Ok(*part)
            }
            None => Err(self.wrong(self.at, "the memory ends in the middle")),
        }
    }

    /// An error from a place to where was read.
    fn wrong(&self, from: usize, said: &str) -> Error {
        let end = self.at.max(from + 1).min(self.bytes.len()).max(from);
        Error::new(Code::MemorySyntax, said).at_bytes(from as u64..end as u64)
    }
}
