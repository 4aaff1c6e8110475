//! The 8-bit encodings of SWIFT files.
//!
//! SWIFT itself has no letters beyond ASCII; what stands in for its character set are the code pages of banks' systems.

use crate::error::{Code, Error};
use crate::format::reading::encoding;
use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1252};

/// Chooses the encoding of lines that are not UTF-8, by what stands from the first of them on.
pub(crate) fn choose(ahead: &[u8]) -> (&'static Encoding, Error) {
    let (mut alone, mut paired, mut central, mut dos) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut before = b' ';
    for (at, byte) in ahead.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let next = ahead.get(at + 1).copied().unwrap_or(b' ');
        if at > 0 {
            before = ahead.get(at - 1).copied().unwrap_or(b' ');
        }
        if before.is_ascii() && next.is_ascii() {
            alone += 1
        } else {
            paired += 1
        }
        if before.is_ascii_alphabetic() || next.is_ascii_alphabetic() {
            // Ł Ą Ż ł ą ż and their like, where Windows-1252 has signs that stand beside no letter.
            central += usize::from(matches!(
                byte,
                0xA3 | 0xA5 | 0xAA | 0xAF | 0xB3 | 0xB9 | 0xBA | 0xBE | 0xBF | 0x9D
            ));
            // ü é â ä and their like of DOS, where both have nothing or quotation marks.
            dos += usize::from(matches!(byte, 0x81..=0x88 | 0x8B | 0x93 | 0x94 | 0x98 | 0x99));
        }
    }
    let said = |text: &str| Error::new(Code::FormatEncoding, text);
    // Letters of Europe stand alone between others; Chinese ones come in pairs.
    if paired >= alone {
        encoding::choose(ahead)
    } else if dos > central {
        let text = "not UTF-8: read as Windows-1252, though some letters look like a DOS code page (CP850, CP852), which \
                    cannot be read: export the file as UTF-8";
        (WINDOWS_1252, said(text))
    } else if central >= 2 {
        (WINDOWS_1250, said("not UTF-8: read as Windows-1250, by its letters of Central Europe"))
    } else {
        (WINDOWS_1252, said("not UTF-8: read as Windows-1252"))
    }
}
