//! What the library refuses, in our codes.

use crate::error::{Code, Error};
use webpki::Error as E;

/// What a refusal of the library says. Its own values stay out: they hold names and times of the input.
pub(super) fn error(refused: &E) -> Error {
    let (code, said) = match refused {
        E::CertExpired { .. } => (Code::CertificateExpired, "a certificate of the path whose time is over"),
        E::CertNotValidYet { .. } => {
            (Code::CertificateNotYet, "a certificate of the path whose time has not begun")
        }
        E::InvalidCertValidity => (Code::CertificateSyntax, "a certificate whose time ends before it begins"),
        E::CertNotValidForName(_) => (Code::CertificateName, "the certificate is for other names"),
        E::CertRevoked => (Code::CertificateRevoked, "a certificate of the path was revoked"),
        E::CertDistrusted => (Code::CertificateDistrusted, "a key of the path that nobody trusts any more"),
        E::UnknownRevocationStatus => {
            (Code::CertificateRevocationUnknown, "no revocation list answers for a certificate of the path")
        }
        E::CrlExpired { .. } => {
            (Code::CertificateListExpired, "a revocation list whose time is over: fetch a newer one")
        }
        E::IssuerNotCrlSigner => {
            (Code::CertificateListIssuer, "a revocation list of an authority whose key may not sign any")
        }
        E::InvalidCrlSignatureForPublicKey
        | E::UnsupportedCrlSignatureAlgorithmContext(_)
        | E::UnsupportedCrlSignatureAlgorithmForPublicKeyContext(_) => {
            (Code::CertificateListSignature, "a revocation list whose signature is not that of the authority")
        }
        E::InvalidSignatureForPublicKey => (
            Code::CertificateSignature,
            "a certificate of the path whose signature is not that of its issuer",
        ),
        E::UnsupportedSignatureAlgorithmContext(_)
        | E::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => (
            Code::CertificateAlgorithm,
            "a certificate of the path that is signed in a way that is not taken",
        ),
        E::SignatureAlgorithmMismatch => {
            (Code::CertificateAlgorithm, "a certificate that names two ways in which it is signed")
        }
        E::CaUsedAsEndEntity => {
            (Code::CertificateAuthority, "the certificate of an authority in the place of a leaf")
        }
        E::EndEntityUsedAsCa => {
            (Code::CertificateAuthority, "a certificate in the place of an authority that is none")
        }
        E::RequiredEkuNotFoundContext(_) | E::EmptyEkuExtension => {
            (Code::CertificateExtendedKeyUsage, "a certificate of the path that is there for something else")
        }
        E::NameConstraintViolation => (
            Code::CertificateConstrained,
            "a name that the path does not permit, or of a kind that it cannot be held against",
        ),
        E::InvalidNetworkMaskConstraint | E::MalformedNameConstraint => {
            (Code::CertificateNameConstraints, "name constraints that no name can be held against")
        }
        E::PathLenConstraintViolated | E::MaximumPathDepthExceeded => (
            Code::CertificatePathLength,
            "more authorities in the path than one of them, or the bound, lets follow",
        ),
        E::MaximumSignatureChecksExceeded
        | E::MaximumPathBuildCallsExceeded
        | E::MaximumNameConstraintComparisonsExceeded => {
            (Code::CertificateTooLarge, "a chain that takes more work than any honest one does")
        }
        E::UnsupportedCriticalExtension => {
            (Code::CertificateCritical, "a critical extension that nothing here acts on")
        }
        E::UnsupportedCertVersion => (Code::CertificateVersion, "a certificate that is not of version 3"),
        E::UnknownIssuer => {
            (Code::CertificateUnknownIssuer, "no path leads to an anchor: an intermediate may be missing")
        }
        // What else there is are bytes that it cannot read.
        _ => (Code::CertificateSyntax, "a certificate that the library cannot read"),
    };
    Error::new(code, said)
}
