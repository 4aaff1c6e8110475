//! A number or reference as a key: its letters and digits alone, packed.
#![allow(clippy::indexing_slicing)] // a kernel: tables are indexed by a byte, or within their own size

/// The letters (in upper case) and digits of a number, without separators: `INV-2026/00123` and `inv 2026 00123`
/// have the same key. Of more than 24 characters the last 24 count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Key(u128);

/// Base 37: nothing, ten digits, twenty-six letters. 37^24 fits 128 bits, 37^12 fits 64.
const BASE: u128 = 37;
const HALF: usize = 12;

/// What a place is worth, from the right.
static POWERS: [u128; Key::LONGEST + 1] = powers();
static HALF_POWERS: [u64; HALF] = {
    let (all, mut half, mut at) = (powers(), [0; HALF], 0);
    while at < HALF {
        half[at] = all[at] as u64;
        at += 1;
    }
    half
};

const fn powers() -> [u128; Key::LONGEST + 1] {
    let (mut powers, mut at) = ([1; Key::LONGEST + 1], 1);
    while at <= Key::LONGEST {
        powers[at] = powers[at - 1] * BASE;
        at += 1;
    }
    powers
}

/// The digit of a byte in base 37; 0 for what is neither letter nor digit.
static DIGITS: [u8; 256] = {
    let (mut digits, mut byte) = ([0; 256], 0_u8);
    while byte < 128 {
        digits[byte as usize] = match byte {
            b'0'..=b'9' => byte - b'0' + 1,
            b'a'..=b'z' => byte - b'a' + 11,
            b'A'..=b'Z' => byte - b'A' + 11,
            _ => 0,
        };
        byte += 1;
    }
    digits
};

impl Key {
    /// So many letters and digits count.
    pub(super) const LONGEST: usize = 24;
    /// The key of nothing, which no text has.
    pub(super) const NONE: Key = Key(0);

    /// The key of a text; `None` when it holds no ASCII letter or digit.
    ///
    /// ```
    /// use payymo::reference::Key;
    /// assert_eq!(Key::of("INV-2026/00123"), Key::of("inv 202600123"));
    /// assert_eq!(Key::of("--"), None);
    /// ```
    pub fn of(text: &str) -> Option<Key> {
        Self::of_bytes(text.bytes())
    }

    /// The key of some bytes; others than ASCII letters and digits are passed over.
    pub fn of_bytes(bytes: impl DoubleEndedIterator<Item = u8>) -> Option<Key> {
        // From the end, where what counts stands: each place by its worth, in two halves that need no wide product.
        let mut halves = [0_u64; 2];
        let mut bytes =
            bytes.rev().map(|byte| u64::from(DIGITS[usize::from(byte)])).filter(|digit| *digit > 0);
        for half in &mut halves {
            *half = HALF_POWERS.iter().zip(bytes.by_ref()).map(|(worth, digit)| worth * digit).sum();
        }
        let [low, high] = halves;
        let key = u128::from(high) * POWERS[HALF] + u128::from(low);
        (key > 0).then_some(Key(key))
    }

    /// The key of letters and digits without anything between.
    pub(super) fn of_word(word: &[u8]) -> Key {
        let half = |bytes: &[u8]| -> u64 {
            HALF_POWERS
                .iter()
                .zip(bytes.iter().rev())
                .map(|(worth, byte)| worth * u64::from(DIGITS[usize::from(*byte)]))
                .sum()
        };
        let low = u128::from(half(word));
        match word.len().checked_sub(HALF) {
            None | Some(0) => Key(low),
            Some(front) => Key(u128::from(half(&word[..front])) * POWERS[HALF] + low),
        }
    }

    /// With more letters and digits behind it; together they are no more than 24.
    #[inline]
    pub(super) fn then(self, more: Key, length: usize) -> Key {
        Key(self.0.wrapping_mul(POWERS[length.min(Key::LONGEST)]).wrapping_add(more.0))
    }

    /// The keys of all texts that differ from `bytes` (letters and digits, at most 24) in one digit: another digit, two
    /// neighbours changed over, one digit less, one digit more. Whether two were changed over comes with each.
    pub fn misread(bytes: &[u8], mut visit: impl FnMut(Key, bool)) {
        if bytes.len() >= Key::LONGEST || !bytes.iter().all(u8::is_ascii_alphanumeric) {
            return;
        }
        // What stands behind each place, and its weight.
        let mut behind = [(0_u128, 1_u128); Key::LONGEST + 1];
        for (at, byte) in bytes.iter().enumerate().rev() {
            let Some((value, weight)) = behind.get(at + 1).copied() else { continue };
            if let Some(slot) = behind.get_mut(at) {
                *slot = (value + Self::digit(*byte) * weight, weight * BASE);
            }
        }
        let mut before = 0_u128;
        for (at, byte) in bytes.iter().enumerate() {
            let (Some((rest, weight)), Some((all, above))) =
                (behind.get(at + 1).copied(), behind.get(at).copied())
            else {
                return;
            };
            if byte.is_ascii_digit() {
                let here = Self::digit(*byte);
                for digit in 1..=10 {
                    if digit != here {
                        visit(Key(before * above + digit * weight + rest), false);
                    }
                    visit(Key((before * BASE + digit) * above + all), false);
                }
                visit(Key(before * weight + rest), false);
                if let Some(next) = bytes.get(at + 1).filter(|next| next.is_ascii_digit() && *next != byte) {
                    let other = Self::digit(*next);
                    let step = weight / BASE;
                    let swapped = rest - other * step + here * step;
                    visit(Key(before * above + other * weight + swapped), true);
                }
            }
            before = before * BASE + Self::digit(*byte);
        }
    }

    /// Its bits spread over a word, for tables of bits.
    pub fn mixed(self) -> u64 {
        let folded = (self.0 as u64) ^ ((self.0 >> 64) as u64).rotate_left(32);
        let mixed = folded.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    }

    /// How many letters and digits it has, at most 24.
    pub fn length(self) -> u32 {
        POWERS.partition_point(|worth| *worth <= self.0) as u32
    }

    fn digit(byte: u8) -> u128 {
        u128::from(DIGITS[usize::from(byte)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_and_length_tell_keys_apart() {
        assert_ne!(Key::of("0123"), Key::of("123"));
        assert_ne!(Key::of("1"), Key::of("10"));
        assert_ne!(Key::of("A1"), Key::of("1A"));
    }

    #[test]
    fn misread_digits_give_the_keys_of_the_texts() {
        let mut found = Vec::new();
        Key::misread(b"AB1203", |key, swapped| found.push((key, swapped)));
        for (text, swapped) in [("AB1303", false), ("AB2103", true), ("AB123", false), ("AB91203", false)] {
            assert!(found.contains(&(Key::of(text).unwrap(), swapped)), "{text}");
        }
        assert!(!found.contains(&(Key::of("AB1203").unwrap(), false)));
    }

    #[test]
    fn the_end_of_a_long_number_counts() {
        assert_eq!(Key::of("XXXX123456789012345678901234"), Key::of("123456789012345678901234"));
    }

    proptest::proptest! {
        #[test]
        fn keys_count_in_base_37(text in "[A-Za-z0-9 /é-]{0,40}") {
            let own: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
            let own = &own[own.len().saturating_sub(24)..];
            let digit = |byte: &u8| u128::from((*byte as char).to_digit(36).unwrap()) + 1;
            let packed = own.iter().fold(0, |key, byte| key * 37 + digit(byte));
            assert_eq!(Key::of(&text), (packed > 0).then_some(Key(packed)));
            assert_eq!(Key::of(&text).map_or(0, Key::length), own.len() as u32);
            for at in 1..own.len() {
                let key = |part: &[u8]| Key::of_bytes(part.iter().copied()).unwrap();
                assert_eq!(key(&own[at..]), Key::of_word(&own[at..]));
                assert_eq!(key(&own[..at]).then(key(&own[at..]), own.len() - at), Key(packed));
            }
        }
    }
}
