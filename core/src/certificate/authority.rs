//! What an authority must be: an intermediate, or the anchor that a chain ends in.
//!
//! Source: RFC 5280 section 4.2.1; CA/Browser Forum, TLS Baseline Requirements sections 7.1.2.1 and 7.1.2.10.

use super::extensions::{BasicConstraints, KeyUsage, Purposes};
use super::fields::Fields;
use super::profile::Profile;
use super::{constraints, issued, key};
use crate::error::{Code, Error};

/// What a path asks of an authority.
#[derive(Clone, Copy)]
pub(super) struct Authority {
    /// What its certificates may be used for, where it says so.
    pub(super) purposes: Option<Purposes>,
    /// How many authorities that are not self-issued may stand between it and the leaf.
    pub(super) path_length: Option<u32>,
    /// Whether its key may sign revocation lists.
    pub(super) signs_lists: bool,
}

/// An intermediate.
///
/// # Errors
/// As [`issued::check`], and `certificate.critical`, `certificate.authority`, `certificate.key_usage`, `certificate.name_constraints`,
/// `certificate.key`.
pub(super) fn intermediate(fields: &Fields<'_>, profile: Profile) -> Result<Authority, Error> {
    issued::check(fields, profile)?;
    authority(fields, profile)
}

/// An anchor. Its serial number is nothing that a path depends on, and old roots have 0.
///
/// # Errors
/// As [`issued::check`], and `certificate.critical`, `certificate.authority`, `certificate.key_usage`, `certificate.name_constraints`,
/// `certificate.key`.
pub(super) fn anchor(fields: &Fields<'_>, profile: Profile) -> Result<Authority, Error> {
    let is_root = profile == Profile::Public && fields.is_self_issued();
    if is_root && fields.extensions.extended_key_usage.is_some() {
        let said = "a public root with an extended key usage";
        return Err(Error::new(Code::CertificateExtendedKeyUsage, said));
    }
    let authority = authority(fields, profile)?;
    let keys = issued::key_identifiers(fields, profile)?;
    // Whoever trusts an anchor does not ask who issued it: another authority may have, and it need not say with which key.
    if is_root && keys.authority.is_some() && keys.own != keys.authority {
        let said = "a root that says to be signed by another key than its own";
        return Err(Error::new(Code::CertificateKeyIdentifier, said));
    }
    Ok(authority)
}

fn authority(fields: &Fields<'_>, profile: Profile) -> Result<Authority, Error> {
    let bad = |code: Code, said: &str| Err(Error::new(code, said));
    let all = &fields.extensions;
    if fields.subject.is_empty() || fields.issuer.is_empty() {
        return bad(Code::CertificateDistinguishedName, "an authority without a name");
    }
    if all.unknown_critical {
        return bad(Code::CertificateCritical, "a critical extension that nothing here acts on");
    }
    let basic =
        all.basic_constraints.and_then(|basic| Some((basic.critical, BasicConstraints::read(basic.value)?)));
    let path_length = match basic {
        Some((true, basic)) if basic.authority => basic.path_length,
        Some((false, basic)) if basic.authority => {
            return bad(Code::CertificateAuthority, "an authority whose basic constraints are not critical");
        }
        _ => {
            return bad(
                Code::CertificateAuthority,
                "a certificate in the place of an authority that is none",
            );
        }
    };
    let mut signs_lists = true;
    if let Some(usage) = all.key_usage {
        match KeyUsage::read(usage.value) {
            Some(usage) if usage.signs_certificates() => signs_lists = usage.signs_lists(),
            _ => return bad(Code::CertificateKeyUsage, "an authority whose key may not sign certificates"),
        }
    }
    if issued::key_identifiers(fields, profile)?.own.is_none() {
        return bad(Code::CertificateKeyIdentifier, "an authority without a subject key identifier");
    }
    if let Some(names) = all.name_constraints {
        constraints::check(names.value)?;
        if !names.critical && profile == Profile::Private {
            return bad(Code::CertificateNameConstraints, "name constraints that are not critical");
        }
    }
    let purposes = match all.extended_key_usage {
        Some(usage) => Some(Purposes::read(usage.value).ok_or_else(|| {
            let said = "an extended key usage that names no purpose or is malformed";
            Error::new(Code::CertificateExtendedKeyUsage, said)
        })?),
        None => None,
    };
    key::check(fields.key, profile)?;
    Ok(Authority { purposes, path_length, signs_lists })
}
