//! Bytes as base64url without padding (RFC 4648 section 5): one spelling and no other.
//!
//! # Design
//! Nearly all of a token is base64url, and reading it was the largest part of what stands around a signature. Here a group of four letters is four
//! looks into tables, in which the bits of a letter stand where they belong in the group, laid together. What is no letter has a bit that no
//! letter has, so that it is looked for once, at the end. The crate `base64` writes, and is the judge of what is read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The bit of what is no letter: a group has 24, below it.
const NONE: u32 = 1 << 31;
/// By place in a group, then by byte: the bits of a letter. Runs while compiling only, where an index beyond its array is a compile error.
#[allow(clippy::indexing_slicing)]
const BITS: [[u32; 256]; 4] = {
    let mut bits = [[NONE; 256]; 4];
    let mut place = 0;
    while place < 4 {
        let mut value = 0;
        while value < 64 {
            bits[place][LETTERS[value] as usize] = (value as u32) << (18 - 6 * place);
            value += 1;
        }
        place += 1;
    }
    bits
};

/// The 24 bits of a group, below [`NONE`] where it has another byte than letters.
fn group(a: u8, b: u8, c: u8, d: u8) -> u32 {
    let bits = |place: &[u32; 256], letter: u8| place.get(usize::from(letter)).copied().unwrap_or(NONE);
    let [first, second, third, fourth] = &BITS;
    bits(first, a) | bits(second, b) | bits(third, c) | bits(fourth, d)
}

/// Reads a text behind what is in a buffer already. `None` where it has padding, white space or anything else that is no letter, a letter that is
/// alone, or bits behind its last byte; what was read until then may stand in the buffer.
pub(crate) fn decode(text: &[u8], into: &mut Vec<u8>) -> Option<()> {
    let (groups, rest) = text.as_chunks::<4>();
    let begin = into.len();
    into.resize(begin + 3 * groups.len(), 0);
    let (triples, _) = into.get_mut(begin..)?.as_chunks_mut();
    let mut all = 0;
    for (&[a, b, c, d], triple) in groups.iter().zip(triples) {
        let bits = group(a, b, c, d);
        all |= bits;
        let [_, bytes @ ..] = bits.to_be_bytes();
        *triple = bytes;
    }
    // Two or three letters are one byte fewer: the others of the group are A, which has no bits.
    let bits = match *rest {
        [] => 0,
        [a, b] => group(a, b, b'A', b'A'),
        [a, b, c] => group(a, b, c, b'A'),
        _ => return None,
    };
    let [_, bytes @ ..] = bits.to_be_bytes();
    let (bytes, behind) = bytes.split_at_checked(rest.len().saturating_sub(1))?;
    into.extend_from_slice(bytes);
    ((all | bits) & NONE == 0 && behind.iter().all(|byte| *byte == 0)).then_some(())
}

/// Bytes as text.
pub(crate) fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = b"before".to_vec();
        decode(text, &mut bytes)?;
        Some(bytes.strip_prefix(b"before").unwrap().to_vec())
    }

    fn agrees(text: &[u8]) {
        assert_eq!(read(text), URL_SAFE_NO_PAD.decode(text).ok(), "{:?}", text.escape_ascii().to_string());
    }

    #[test]
    fn one_spelling() {
        for (text, bytes) in [("", ""), ("Zg", "f"), ("Zm8", "fo"), ("Zm9v", "foo"), ("Zm9vYg", "foob")] {
            assert_eq!(read(text.as_bytes()).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
        for text in
            ["Zm9vYg==", "Zm9vYh", "Zm9v\n", " Zm9v", "Zm9+", "Zm9/", "Z", "Zm9vA", "Zm9v=", "Zm\u{e9}"]
        {
            assert_eq!(read(text.as_bytes()), None, "{text:?}");
        }
    }

    /// Each byte at each place of a group and of the rest, and each rest that there is.
    #[test]
    fn every_letter_at_every_place() {
        for byte in 0..=255 {
            for length in 1..=8 {
                for place in 0..length {
                    let mut text = vec![b'A'; length];
                    text[place] = byte;
                    agrees(&text);
                }
            }
            for second in 0..=255 {
                agrees(&[byte, second]);
            }
        }
        for one in LETTERS {
            for two in LETTERS {
                LETTERS.iter().for_each(|three| agrees(&[*one, *two, *three]));
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(read(encoded(&bytes).as_bytes()), Some(bytes));
        }

        #[test]
        fn as_the_crate_reads(text in "[A-Za-z0-9_-]{0,70}[A-Za-z0-9_=+/. \\PC-]{0,3}[A-Za-z0-9_-]{0,70}") {
            prop_assert_eq!(read(text.as_bytes()), URL_SAFE_NO_PAD.decode(&text).ok());
        }
    }
}
