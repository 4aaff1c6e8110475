//! Eight bytes of a text looked at at once: a byte's answer is the highest bit of its lane.
//!
//! # Design
//! What looks for the first of something takes fewer steps where lanes above the first may answer wrongly: a borrow runs upwards.

/// Bytes of a word.
pub(crate) const WIDTH: usize = 8;
/// The answer of the first byte.
pub(crate) const FIRST: u64 = 0x80;
const HIGH: u64 = u64::from_ne_bytes([0x80; WIDTH]);
const ONES: u64 = u64::from_ne_bytes([1; WIDTH]);
const LOW: u64 = u64::from_ne_bytes([0x7f; WIDTH]);

/// The bytes at a place; zeros behind the end.
pub(crate) fn word(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(word) => u64::from_le_bytes(*word),
        None => rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

/// The bytes that are this one, which is of ASCII.
pub(crate) fn equal(word: u64, byte: u8) -> u64 {
    let differs = (word & LOW) ^ u64::from_ne_bytes([byte; WIDTH]);
    !((differs + LOW) | word) & HIGH
}

/// The bytes that are this one, up to the first.
pub(crate) fn first_equal(word: u64, byte: u8) -> u64 {
    let differs = word ^ u64::from_ne_bytes([byte; WIDTH]);
    differs.wrapping_sub(ONES) & !differs & HIGH
}

/// The bytes below a space, up to the first.
pub(crate) fn first_control(word: u64) -> u64 {
    word.wrapping_sub(u64::from_ne_bytes([b' '; WIDTH])) & !word & HIGH
}

/// The bytes from 0x80 on.
pub(crate) fn beyond_ascii(word: u64) -> u64 {
    word & HIGH
}

/// All bits of the lanes before the first that answers.
pub(crate) fn below(answers: u64) -> u64 {
    // Down to the lowest bit set, which is the highest of its lane: the rest of that lane holds no answer.
    (answers & answers.wrapping_neg()).wrapping_sub(1)
}

/// The lane of the first that answers; [`WIDTH`] where none does.
pub(crate) fn first(answers: u64) -> usize {
    answers.trailing_zeros() as usize / 8
}

/// Where a byte is first, in a text where it is near.
pub(crate) fn near(bytes: &[u8], byte: u8) -> Option<usize> {
    near_any(bytes, [byte])
}

/// Where one of some bytes is first, in a text where one is near.
pub(crate) fn near_any<const N: usize>(bytes: &[u8], any: [u8; N]) -> Option<usize> {
    let (mut rest, mut at) = (bytes, 0);
    while let Some((word, behind)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*word);
        let found = any.iter().fold(0, |found, byte| found | first_equal(word, *byte));
        if found != 0 {
            return Some(at + first(found));
        }
        (rest, at) = (behind, at + WIDTH);
    }
    rest.iter().position(|known| any.contains(known)).map(|found| at + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_in_every_lane() {
        for byte in 0..=u8::MAX {
            for lane in 0..WIDTH {
                let mut bytes = [b'x'; WIDTH];
                bytes[lane] = byte;
                let word = word(&bytes, 0);
                let answers = |all: bool| if all { FIRST << (8 * lane) } else { 0 };
                assert_eq!(equal(word, b'<'), answers(byte == b'<'));
                assert_eq!(beyond_ascii(word), answers(byte > 127));
                let found = |found: bool| if found { lane } else { WIDTH };
                assert_eq!(first(first_equal(word, b'<')), found(byte == b'<'));
                assert_eq!(first(first_control(word)), found(byte < b' '));
            }
        }
        for length in 0..20 {
            let text = vec![b'x'; length];
            assert_eq!(near(&text, b'<'), None);
            for at in 0..length {
                let mut text = text.clone();
                text[at] = b'<';
                assert_eq!(near(&text, b'<'), Some(at));
                assert_eq!(near_any(&text, [b'=', b';', b'<']), Some(at));
            }
        }
        assert_eq!(below(0), u64::MAX);
        assert_eq!(below(FIRST << 16) & 0xffff, 0xffff);
        assert_eq!(word(b"abc", 1), u64::from_le_bytes(*b"bc\0\0\0\0\0\0"));
        assert_eq!(word(b"abc", 3), 0);
    }
}
