//! The compact form: header, payload and signature, each in base64url, with points between (RFC 7515 section 7.1).

use super::base64url;
use super::header::Header;
use crate::error::{Code, Error};

/// Characters of a token; what browsers and proxies carry in a header is less.
pub(crate) const LONGEST: usize = 16 * 1024;
/// Characters of a header's segment.
const LONGEST_HEADER: usize = 4 * 1024;

/// A token cut into its parts. Nothing of it is trusted yet.
pub(crate) struct Compact<'t> {
    pub(crate) header: Header,
    /// What is signed: both segments with the point between them.
    pub(crate) signed: &'t [u8],
    /// The payload, and behind it the signature.
    rest: Vec<u8>,
    /// Where the signature begins.
    signature: usize,
}

impl<'t> Compact<'t> {
    /// Cuts a token.
    ///
    /// # Errors
    /// `token.too_large`, `token.segments`, `token.base64`, `token.json`, and those of its header.
    pub(crate) fn parse(token: &'t str) -> Result<Self, Error> {
        if token.len() > LONGEST {
            return Err(Error::new(Code::TokenTooLarge, format!("a token beyond {LONGEST} characters")));
        }
        let segments = || Error::new(Code::TokenSegments, "not three segments with points between them");
        let (header, rest) = token.split_once('.').ok_or_else(segments)?;
        let (payload, signature) = rest.split_once('.').ok_or_else(segments)?;
        if signature.contains('.') {
            return Err(segments());
        }
        if header.is_empty() || signature.is_empty() {
            return Err(Error::new(Code::TokenSegments, "a token without a header or without a signature"));
        }
        if header.len() > LONGEST_HEADER {
            return Err(Error::new(
                Code::TokenTooLarge,
                format!("a header beyond {LONGEST_HEADER} characters"),
            ));
        }
        let signed = token.as_bytes().get(..header.len() + 1 + payload.len()).unwrap_or_default();
        // One room for all segments, one after the other: it is never too small, nor does it grow.
        let mut room = Vec::with_capacity(token.len());
        decode(header, &mut room, "header")?;
        let header = Header::parse(&room)?;
        room.clear();
        decode(payload, &mut room, "payload")?;
        let end = room.len();
        decode(signature, &mut room, "signature")?;
        Ok(Compact { header, signed, rest: room, signature: end })
    }

    pub(crate) fn payload(&self) -> &[u8] {
        self.rest.get(..self.signature).unwrap_or_default()
    }

    pub(crate) fn signature(&self) -> &[u8] {
        self.rest.get(self.signature..).unwrap_or_default()
    }
}

fn decode(segment: &str, room: &mut Vec<u8>, which: &str) -> Result<(), Error> {
    let said = || format!("the {which} is not base64url without padding");
    base64url::decode(segment.as_bytes(), room).ok_or_else(|| Error::new(Code::TokenBase64, said()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_segments() {
        let code = |token: &str| Compact::parse(token).map(|_| ()).unwrap_err().code();
        for token in ["", "a", "a.b", "a.b.c.d", "a.b.c.d.e", ".b.c", "e30.e30."] {
            assert_eq!(code(token), Code::TokenSegments, "{token}");
        }
        assert_eq!(code(&"a".repeat(LONGEST + 1)), Code::TokenTooLarge);
        assert_eq!(code(&format!("{}.e30.AA", "a".repeat(LONGEST_HEADER + 1))), Code::TokenTooLarge);
    }
}
