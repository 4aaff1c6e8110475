//! What is read of a certificate: the fields that a rule asks for, cut out of its bytes.
//!
//! Source: RFC 5280 section 4.1.

use super::der::{self, Reader};
use super::extensions::{Extensions, Fault};
use super::time;
use crate::error::{Code, Error};

/// Bytes of a certificate; the library takes no more either.
pub(super) const LARGEST: usize = 65_535;

/// A certificate whose signature says nothing yet.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub(super) serial: &'a [u8],
    /// The elements of the name.
    pub(super) issuer: &'a [u8],
    pub(super) not_before: i64,
    pub(super) not_after: i64,
    pub(super) subject: &'a [u8],
    /// `SubjectPublicKeyInfo`, whole.
    pub(super) key: &'a [u8],
    pub(super) extensions: Extensions<'a>,
}

impl<'a> Fields<'a> {
    /// # Errors
    /// `certificate.syntax`, `certificate.too_large`, `certificate.version`, `certificate.extension`.
    pub(super) fn read(certificate: &'a [u8]) -> Result<Self, Error> {
        if certificate.len() > LARGEST {
            return Err(Error::new(
                Code::CertificateTooLarge,
                format!("a certificate beyond {LARGEST} bytes"),
            ));
        }
        let syntax = || Error::new(Code::CertificateSyntax, "not a certificate in DER");
        let (mut reader, is_third) = signed_part(certificate).ok_or_else(syntax)?;
        if !is_third {
            return Err(Error::new(Code::CertificateVersion, "a certificate that is not of version 3"));
        }
        Self::rest(&mut reader).ok_or_else(syntax)?
    }

    fn rest(reader: &mut Reader<'a>) -> Option<Result<Self, Error>> {
        let serial = reader.take(der::INTEGER)?;
        reader.take(der::SEQUENCE)?;
        let issuer = reader.take(der::SEQUENCE)?;
        let mut validity = Reader::new(reader.take(der::SEQUENCE)?);
        let (not_before, not_after) = (time::take(&mut validity)?, time::take(&mut validity)?);
        validity.end()?;
        let subject = reader.take(der::SEQUENCE)?;
        let key = reader.next().filter(|key| key.tag == der::SEQUENCE)?.whole;
        let extensions = match reader.optional(der::nested(3)) {
            Some(body) => Extensions::read(Reader::new(der::only(body, der::SEQUENCE)?)),
            None => Ok(Extensions::default()),
        };
        reader.end()?;
        let extensions = match extensions {
            Ok(extensions) => extensions,
            Err(Fault::Syntax) => return None,
            Err(Fault::Twice) => return Some(Err(extension("the same extension twice"))),
            Err(Fault::TooMany) => return Some(Err(extension("more than 40 extensions"))),
        };
        Some(Ok(Fields { serial, issuer, not_before, not_after, subject, key, extensions }))
    }

    /// Whether issuer and subject are the same, letter by letter.
    pub(super) fn is_self_issued(&self) -> bool {
        self.issuer == self.subject
    }
}

fn extension(said: &str) -> Error {
    Error::new(Code::CertificateExtension, said)
}

/// The fields behind the version, and whether it is the third.
fn signed_part(certificate: &[u8]) -> Option<(Reader<'_>, bool)> {
    let mut whole = Reader::new(der::only(certificate, der::SEQUENCE)?);
    let mut reader = Reader::new(whole.take(der::SEQUENCE)?);
    whole.take(der::SEQUENCE)?;
    whole.take(der::BIT_STRING)?;
    whole.end()?;
    let is_third = match reader.optional(der::nested(0)) {
        Some(version) => der::only(version, der::INTEGER)? == [2],
        None => false,
    };
    Some((reader, is_third))
}
