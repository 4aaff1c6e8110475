//! A number or reference as a key: its letters and digits alone, packed.

/// The letters (in upper case) and digits of a number, without separators: `INV-2026/00123` and `inv 2026 00123`
/// have the same key. Of more than 24 characters the last 24 count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Key(u128);

/// Base 37: nothing, ten digits, twenty-six letters. 37^24 fits 128 bits.
const BASE: u128 = 37;
const LONGEST: usize = 24;

impl Key {
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
    pub fn of_bytes(bytes: impl DoubleEndedIterator<Item = u8> + Clone) -> Option<Key> {
        let start = bytes.clone().filter(u8::is_ascii_alphanumeric).count();
        if start == 0 {
            return None;
        }
        let skip = start.saturating_sub(LONGEST);
        let packed = bytes
            .filter(u8::is_ascii_alphanumeric)
            .skip(skip)
            .fold(0_u128, |key, byte| key.wrapping_mul(BASE).wrapping_add(Self::digit(byte)));
        Some(Key(packed))
    }

    /// The keys of all texts that differ from `bytes` (letters and digits, at most 24) in one digit: another digit, two
    /// neighbours changed over, one digit less, one digit more. Whether two were changed over comes with each.
    pub fn misread(bytes: &[u8], mut visit: impl FnMut(Key, bool)) {
        if bytes.len() >= LONGEST || !bytes.iter().all(u8::is_ascii_alphanumeric) {
            return;
        }
        // What stands behind each place, and its weight.
        let mut behind = vec![(0_u128, 1_u128); bytes.len() + 1];
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

    /// How many letters and digits it has, at most 24.
    pub fn length(self) -> u32 {
        let mut rest = self.0;
        let mut length = 0;
        while rest > 0 {
            rest /= BASE;
            length += 1;
        }
        length
    }

    fn digit(byte: u8) -> u128 {
        u128::from(match byte {
            b'0'..=b'9' => byte - b'0' + 1,
            b'a'..=b'z' => byte - b'a' + 11,
            b'A'..=b'Z' => byte - b'A' + 11,
            _ => 0,
        })
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
}
