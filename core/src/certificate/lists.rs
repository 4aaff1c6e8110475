//! Certificate revocation lists, prepared once.
//!
//! # Design
//! The library takes the first list that speaks for a certificate, so they stand here with the newest first. What it does not ask is asked here: that
//! a list has a number and names the key that signed it, and that its time has begun.
//!
//! Source: RFC 5280 sections 5.1 and 5.2.

use super::der::{self, Reader};
use super::extensions::{self, AuthorityKey, Extension};
use super::time;
use crate::error::{Code, Error};
use core::cmp::Reverse;
use core::fmt;
use webpki::{CertRevocationList, OwnedCertRevocationList};

/// Most lists of a set.
const MOST: usize = 1024;
/// Bytes of a list: those of large authorities have some ten megabytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// Revocation lists of the authorities of some chains.
///
/// ```
/// use payymo::certificate::RevocationLists;
/// let none: [&[u8]; 0] = [];
/// assert!(RevocationLists::new(&none)?.is_empty());
/// assert_eq!(RevocationLists::new(&[b"list"]).unwrap_err().code().as_str(), "certificate.list_syntax");
/// # Ok::<(), payymo::Error>(())
/// ```
#[derive(Default)]
pub struct RevocationLists {
    pub(super) lists: Vec<List>,
}

pub(super) struct List {
    pub(super) list: CertRevocationList<'static>,
    pub(super) facts: Facts,
}

/// What the library does not keep of a list.
pub(super) struct Facts {
    pub(super) this_update: i64,
    /// Without the zero of its sign.
    number: Vec<u8>,
    /// Whether it is for all certificates of its issuer.
    pub(super) is_whole: bool,
}

impl RevocationLists {
    /// Of lists in DER.
    ///
    /// # Errors
    /// `certificate.too_large`, `certificate.list_syntax`, `certificate.list_extension`, `certificate.list_unsupported`, with the list's number as
    /// place.
    pub fn new(lists: &[impl AsRef<[u8]>]) -> Result<Self, Error> {
        if lists.len() > MOST {
            return Err(Error::new(Code::CertificateTooLarge, format!("more than {MOST} revocation lists")));
        }
        let mut read = Vec::with_capacity(lists.len());
        for (position, list) in lists.iter().enumerate() {
            read.push(
                List::read(list.as_ref()).map_err(|error| error.at_field(format!("lists/{position}")))?,
            );
        }
        read.sort_by(|one: &List, other| {
            let rank = |list: &List| {
                Reverse((list.facts.this_update, list.facts.number.len(), list.facts.number.clone()))
            };
            rank(one).cmp(&rank(other))
        });
        Ok(RevocationLists { lists: read })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }
}

impl fmt::Debug for RevocationLists {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RevocationLists").field("count", &self.lists.len()).finish()
    }
}

impl List {
    fn read(list: &[u8]) -> Result<Self, Error> {
        if list.len() > LARGEST {
            return Err(Error::new(
                Code::CertificateTooLarge,
                format!("a revocation list beyond {LARGEST} bytes"),
            ));
        }
        let facts = facts(list)?;
        let list = OwnedCertRevocationList::from_der(list).map_err(|error| refused(&error))?;
        Ok(List { list: list.into(), facts })
    }
}

fn refused(error: &webpki::Error) -> Error {
    use webpki::Error as E;
    match error {
        E::UnsupportedDeltaCrl
        | E::UnsupportedIndirectCrl
        | E::UnsupportedCrlIssuingDistributionPoint
        | E::UnsupportedRevocationReason
        | E::UnsupportedRevocationReasonsPartitioning
        | E::UnsupportedCrlVersion
        | E::UnsupportedCriticalExtension => Error::new(
            Code::CertificateListUnsupported,
            "a revocation list of a kind that is not taken: of changes alone, for other issuers, by reasons, or before version 2",
        ),
        E::InvalidCrlNumber => {
            Error::new(Code::CertificateListExtension, "a revocation list with a number that is none")
        }
        _ => Error::new(Code::CertificateListSyntax, "not a revocation list in DER"),
    }
}

fn facts(list: &[u8]) -> Result<Facts, Error> {
    let syntax = || Error::new(Code::CertificateListSyntax, "not a revocation list in DER");
    let (this_update, all) = signed_part(list).ok_or_else(syntax)?;
    let bad = |said: &str| Error::new(Code::CertificateListExtension, said);
    let missing = || bad("a revocation list without a number, which every one must have");
    let mut reader = Reader::new(all.ok_or_else(missing)?);
    let (mut number, mut signed_by, mut is_whole) = (None, None, true);
    let mut seen: Vec<&[u8]> = Vec::new();
    while !reader.is_empty() {
        let (id, Extension { critical, value }) = extensions::one(&mut reader).ok_or_else(syntax)?;
        if seen.contains(&id) {
            return Err(bad("a revocation list with the same extension twice"));
        }
        if seen.len() > 16 {
            return Err(bad("a revocation list with more than 16 extensions"));
        }
        seen.push(id);
        match id {
            [0x55, 0x1d, 20] => {
                let read = der::only(value, der::INTEGER).and_then(der::natural).filter(|_| !critical);
                number =
                    Some(read.ok_or_else(|| bad("a number of a revocation list that is critical or none"))?);
            }
            [0x55, 0x1d, 35] => {
                let read = AuthorityKey::read(value).and_then(|read| read.key).filter(|_| !critical);
                let said =
                    "an authority key identifier of a revocation list that is critical or names no key";
                signed_by = Some(read.ok_or_else(|| bad(said))?);
            }
            [0x55, 0x1d, 28] => is_whole = false,
            _ => {}
        }
    }
    if signed_by.is_none() {
        return Err(bad("a revocation list that does not name the key that signed it"));
    }
    Ok(Facts { this_update, number: number.ok_or_else(missing)?.to_vec(), is_whole })
}

/// The beginning of a list's time, and its extensions.
fn signed_part(list: &[u8]) -> Option<(i64, Option<&[u8]>)> {
    let mut whole = Reader::new(der::only(list, der::SEQUENCE)?);
    let mut reader = Reader::new(whole.take(der::SEQUENCE)?);
    reader.take(der::INTEGER)?;
    reader.take(der::SEQUENCE)?;
    reader.take(der::SEQUENCE)?;
    let this_update = time::take(&mut reader)?;
    time::take(&mut reader)?;
    reader.optional(der::SEQUENCE);
    let extensions = match reader.optional(der::nested(0)) {
        Some(body) => Some(der::only(body, der::SEQUENCE)?),
        None => None,
    };
    reader.end()?;
    Some((this_update, extensions))
}
