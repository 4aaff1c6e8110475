//! Bundles: certificates and revocation lists in PEM, with words between them.
//!
//! # Design
//! A file of certificates beside which a private key stands is one that was put together wrongly and is on its way to somebody: it is refused, and
//! nothing of the block is read or told. Blocks are read strictly; what stands between them is a comment and is passed over.
//!
//! Source: RFC 7468 sections 2, 3, 5 and 6, in the strict form of figure 3, with lines of up to 76 characters.

use super::fields::Fields;
use crate::error::{Code, Error};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Bytes of a bundle.
const LARGEST: usize = 64 * 1024 * 1024;
/// Most certificates, and most lists.
const MOST: usize = 1024;
/// Characters of a line of base64: 64, or the 76 of MIME.
const WIDEST: usize = 76;

/// What a bundle holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bundle {
    /// Certificates in DER, in their order, each once.
    pub certificates: Vec<Vec<u8>>,
    /// Revocation lists in DER, in their order.
    pub lists: Vec<Vec<u8>>,
    /// Certificates that stood there again and were left out.
    pub repeated: Vec<Repeated>,
}

/// A certificate that a bundle holds more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repeated {
    /// Its place among the certificates, counted from 0.
    pub first: usize,
    /// The line where it stands again, counted from 1.
    pub line: u64,
}

/// How the certificates of a bundle follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Each was issued in the name of the next, as a server sends them.
    Chain,
    /// Each was issued in the name of the one before: a chain upside down.
    Reversed,
    /// No chain: a store of anchors, or a mixture.
    None,
}

impl Bundle {
    /// Reads a bundle.
    ///
    /// # Errors
    /// `certificate.private_key`, `certificate.pem`, `certificate.too_large`, `certificate.syntax`, with the line as place.
    ///
    /// ```
    /// use payymo::certificate::Bundle;
    /// let key = rcgen::KeyPair::generate()?;
    /// let certificate = rcgen::CertificateParams::default().self_signed(&key)?;
    /// let bundle = Bundle::parse(format!("The root of 2026\n{0}{0}", certificate.pem()).as_bytes())?;
    /// assert_eq!((bundle.certificates.len(), bundle.repeated.len()), (1, 1));
    /// let error = Bundle::parse((certificate.pem() + &key.serialize_pem()).as_bytes()).unwrap_err();
    /// assert_eq!(error.code().as_str(), "certificate.private_key");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(pem: &[u8]) -> Result<Self, Error> {
        if pem.len() > LARGEST {
            return Err(Error::new(Code::CertificateTooLarge, format!("a bundle beyond {LARGEST} bytes")));
        }
        let mut bundle = Bundle::default();
        let mut open: Option<(Kind, u64, Vec<u8>)> = None;
        for (number, line) in (1_u64..).zip(pem.split(|byte| *byte == b'\n')) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let bad = |said: &str| Err(Error::new(Code::CertificatePem, said).at_line(number));
            match (open.take(), Boundary::read(line)) {
                (_, Some(Boundary::PrivateKey)) => {
                    let said = "a private key among certificates: take it out, and replace it if others saw the file";
                    return Err(Error::new(Code::CertificatePrivateKey, said).at_line(number));
                }
                (_, Some(Boundary::Broken)) => {
                    return bad("a boundary that is none of a certificate or a revocation list");
                }
                (None, Some(Boundary::Begin(kind))) => {
                    open = Some((kind, number, Vec::new()));
                }
                (None, Some(Boundary::End(_))) => return bad("the end of a block that did not begin"),
                (None, None) => {}
                (Some((kind, begun, text)), Some(Boundary::End(end))) if kind == end => {
                    let der = STANDARD.decode(&text).ok().filter(|der| !der.is_empty());
                    let Some(der) = der else { return bad("a block that is not base64 with padding") };
                    bundle.take(kind, der, begun)?;
                }
                (Some(_), Some(_)) => return bad("a block that does not end as it began"),
                (Some((kind, begun, mut text)), None) => {
                    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
                    if line.is_empty() || line.len() > WIDEST || !line.iter().all(is_base64) {
                        return bad("a line within a block that is not base64 of up to 76 characters");
                    }
                    text.extend_from_slice(line);
                    open = Some((kind, begun, text));
                }
            }
        }
        if let Some((_, begun, _)) = open {
            return Err(Error::new(Code::CertificatePem, "a block without an end").at_line(begun));
        }
        if bundle.certificates.is_empty() && bundle.lists.is_empty() {
            return Err(Error::new(Code::CertificatePem, "no block of a certificate or a revocation list"));
        }
        Ok(bundle)
    }

    fn take(&mut self, kind: Kind, der: Vec<u8>, line: u64) -> Result<(), Error> {
        let into = match kind {
            Kind::Certificate => {
                Fields::read(&der).map_err(|error| error.at_line(line))?;
                if let Some(first) = self.certificates.iter().position(|one| *one == der) {
                    self.repeated.push(Repeated { first, line });
                    return Ok(());
                }
                &mut self.certificates
            }
            Kind::List => &mut self.lists,
        };
        if into.len() >= MOST {
            return Err(Error::new(Code::CertificateTooLarge, format!("more than {MOST} blocks of a kind"))
                .at_line(line));
        }
        into.push(der);
        Ok(())
    }

    /// How its certificates follow one another, by the names of issuers and subjects alone.
    pub fn order(&self) -> Order {
        let fields: Vec<Fields<'_>> =
            self.certificates.iter().filter_map(|der| Fields::read(der).ok()).collect();
        let follow = |order: fn(&Fields<'_>, &Fields<'_>) -> bool| {
            fields.len() > 1 && fields.iter().zip(fields.iter().skip(1)).all(|(one, next)| order(one, next))
        };
        if fields.len() == 1 || follow(|one, next| one.issuer == next.subject) {
            Order::Chain
        } else if follow(|one, next| one.subject == next.issuer) {
            Order::Reversed
        } else {
            Order::None
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Certificate,
    List,
}

/// A line that begins or ends a block.
enum Boundary {
    Begin(Kind),
    End(Kind),
    PrivateKey,
    /// A boundary of something else, or one that is not written as it must be.
    Broken,
}

impl Boundary {
    fn read(line: &[u8]) -> Option<Self> {
        // A boundary that is indented or follows other text is no comment: somebody else may read it as one.
        if !line.windows(5).any(|part| part == b"-----") {
            return None;
        }
        if line.windows(11).any(|part| part == b"PRIVATE KEY") {
            return Some(Boundary::PrivateKey);
        }
        let kind = |label: &[u8]| match label {
            b"CERTIFICATE" => Some(Kind::Certificate),
            b"X509 CRL" => Some(Kind::List),
            _ => None,
        };
        let within = |start: &[u8]| line.strip_prefix(start)?.strip_suffix(b"-----").and_then(kind);
        let begin = within(b"-----BEGIN ").map(Boundary::Begin);
        Some(begin.or_else(|| within(b"-----END ").map(Boundary::End)).unwrap_or(Boundary::Broken))
    }
}
