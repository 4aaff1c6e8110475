//! Anchors: the authorities that a host trusts, prepared once for many chains.
//!
//! # Design
//! An anchor that breaks a rule stays in the set and no chain may end in it: a store of a hundred roots is not lost for one of them, and whoever
//! depends on that one is told why. What is no certificate at all is refused at once.

use super::authority::{self, Authority};
use super::fields::Fields;
use super::pin::Pin;
use super::profile::Profile;
use crate::error::{Code, Error};
use core::fmt;
use rustls_pki_types::{CertificateDer, TrustAnchor};

/// Most anchors of a set.
const MOST: usize = 1024;

/// Authorities that chains may end in.
///
/// ```
/// use payymo::certificate::Anchors;
/// let key = rcgen::KeyPair::generate()?;
/// let mut root = rcgen::CertificateParams::default();
/// root.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
/// let root = root.self_signed(&key)?;
/// let anchors = Anchors::private(&[root.der()])?;
/// assert_eq!(anchors.faults().count(), 0);
/// assert_eq!(Anchors::private(&[b"root"]).unwrap_err().code().as_str(), "certificate.syntax");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Anchors {
    pub(super) profile: Profile,
    /// As the library takes them, in the order of `facts`.
    pub(super) trusted: Vec<TrustAnchor<'static>>,
    pub(super) facts: Vec<Anchor>,
}

/// What the library does not keep of an anchor.
pub(super) struct Anchor {
    pub(super) not_before: i64,
    pub(super) not_after: i64,
    pub(super) pin: Pin,
    pub(super) subject: Vec<u8>,
    pub(super) name_constraints: Option<Vec<u8>>,
    /// What it may do, or why no chain may end in it.
    pub(super) authority: Result<Authority, Error>,
}

impl Anchors {
    /// Authorities of the public web. They vouch for servers alone.
    ///
    /// # Errors
    /// `certificate.no_anchor`, `certificate.too_large`, `certificate.syntax`, with the anchor's number as place.
    pub fn public(certificates: &[impl AsRef<[u8]>]) -> Result<Self, Error> {
        Self::new(certificates, Profile::Public)
    }

    /// Authorities that the host or its partner runs. They vouch for servers and clients.
    ///
    /// # Errors
    /// As [`Anchors::public`].
    pub fn private(certificates: &[impl AsRef<[u8]>]) -> Result<Self, Error> {
        Self::new(certificates, Profile::Private)
    }

    fn new(certificates: &[impl AsRef<[u8]>], profile: Profile) -> Result<Self, Error> {
        if certificates.is_empty() {
            return Err(Error::new(
                Code::CertificateNoAnchor,
                "a set without an anchor: no chain could end in it",
            ));
        }
        if certificates.len() > MOST {
            return Err(Error::new(Code::CertificateTooLarge, format!("more than {MOST} anchors")));
        }
        let mut anchors = Anchors { profile, trusted: Vec::new(), facts: Vec::new() };
        for (position, certificate) in certificates.iter().enumerate() {
            let (trusted, facts) = read(certificate.as_ref(), profile)
                .map_err(|error| error.at_field(format!("certificates/{position}")))?;
            anchors.trusted.push(trusted);
            anchors.facts.push(Anchor {
                authority: facts
                    .authority
                    .map_err(|error| error.at_field(format!("certificates/{position}"))),
                ..facts
            });
        }
        Ok(anchors)
    }

    /// Whose rules chains to these anchors are held against.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Why no chain may end in some of them, each with the anchor's number as place.
    pub fn faults(&self) -> impl Iterator<Item = &Error> {
        self.facts.iter().filter_map(|anchor| anchor.authority.as_ref().err())
    }
}

impl fmt::Debug for Anchors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Anchors").field("profile", &self.profile).field("count", &self.facts.len()).finish()
    }
}

fn read(certificate: &[u8], profile: Profile) -> Result<(TrustAnchor<'static>, Anchor), Error> {
    let fields = Fields::read(certificate)?;
    let der = CertificateDer::from(certificate);
    let trusted = webpki::anchor_from_trusted_cert(&der)
        .map_err(|_| Error::new(Code::CertificateSyntax, "not a certificate that the library reads"))?;
    let constraints = fields.extensions.name_constraints.map(|names| names.value.to_vec());
    let anchor = Anchor {
        not_before: fields.not_before,
        not_after: fields.not_after,
        pin: Pin::of_info(fields.key),
        subject: fields.subject.to_vec(),
        name_constraints: constraints,
        authority: authority::anchor(&fields, profile),
    };
    Ok((trusted.to_owned(), anchor))
}
