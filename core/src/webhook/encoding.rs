//! Signatures as text, in one spelling each.

use super::scheme::Encoding;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// The bytes of a text; `None` where it is another spelling, or none.
pub(super) fn decoded(encoding: Encoding, text: &str) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Hex => hex(text.as_bytes()),
        Encoding::Base64 => STANDARD.decode(text).ok(),
        Encoding::Base64Url => URL_SAFE_NO_PAD.decode(text).ok(),
    }
}

/// Whether a character can be within such a text.
pub(super) fn holds(encoding: Encoding, character: char) -> bool {
    character.is_ascii_alphanumeric()
        || match encoding {
            Encoding::Hex => false,
            Encoding::Base64 => "+/=".contains(character),
            Encoding::Base64Url => "-_".contains(character),
        }
}

fn hex(text: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling() {
        assert_eq!(decoded(Encoding::Hex, "00ff1a").unwrap(), [0, 255, 26]);
        for text in ["00FF1A", "0", "0x00", "00 ", " 00", "0g", "00\n", "é"] {
            assert_eq!(decoded(Encoding::Hex, text), None, "{text:?}");
        }
        assert_eq!(decoded(Encoding::Base64, "+/8=").unwrap(), [0xfb, 0xff]);
        for text in ["+/8", "+/9=", "-_8=", "+/8= ", "+/8==", "+/\n8="] {
            assert_eq!(decoded(Encoding::Base64, text), None, "{text:?}");
        }
        assert_eq!(decoded(Encoding::Base64Url, "-_8").unwrap(), [0xfb, 0xff]);
        for text in ["-_8=", "-_9", "+/8", "-_8 "] {
            assert_eq!(decoded(Encoding::Base64Url, text), None, "{text:?}");
        }
    }
}
