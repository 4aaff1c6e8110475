//! What every certificate below an anchor must be, and what its key identifiers must be anywhere.
//!
//! Source: RFC 5280 sections 4.1.2.2, 4.1.2.4, 4.2.1.1, 4.2.1.2 and 4.2.2.1; CA/Browser Forum, TLS Baseline Requirements section 7.1.2.11.1.

use super::der;
use super::extensions::{self, AuthorityKey, Purposes};
use super::fields::Fields;
use super::profile::Profile;
use crate::error::{Code, Error};

/// # Errors
/// `certificate.serial`, `certificate.distinguished_name`, `certificate.extension`, `certificate.extended_key_usage`,
/// `certificate.key_identifier`.
pub(super) fn check(fields: &Fields<'_>, profile: Profile) -> Result<(), Error> {
    let bad = |code: Code, said: &str| Err(Error::new(code, said));
    let all = &fields.extensions;
    if !is_serial(fields.serial) {
        return bad(
            Code::CertificateSerial,
            "a serial number that is not positive or has more than 20 bytes",
        );
    }
    if fields.issuer.is_empty() {
        return bad(Code::CertificateDistinguishedName, "an issuer without a name");
    }
    if all.policy_constraints.is_some() || all.inhibit_any_policy.is_some() {
        return bad(Code::CertificateExtension, "constraints of policies, which nothing here acts on");
    }
    if let Some(access) = all.authority_access
        && (access.critical || !extensions::is_access(access.value))
    {
        return bad(
            Code::CertificateExtension,
            "an authority information access that is critical or malformed",
        );
    }
    if all.extended_key_usage.is_some_and(|usage| Purposes::read(usage.value).is_none()) {
        let said = "an extended key usage that names no purpose or is malformed";
        return bad(Code::CertificateExtendedKeyUsage, said);
    }
    match key_identifiers(fields, profile)?.authority {
        Some(_) => Ok(()),
        None => bad(Code::CertificateKeyIdentifier, "no authority key identifier"),
    }
}

/// The identifiers of a certificate's own key, and of the one that it was signed by.
pub(super) struct KeyIdentifiers<'a> {
    pub(super) own: Option<&'a [u8]>,
    pub(super) authority: Option<&'a [u8]>,
}

/// # Errors
/// `certificate.key_identifier`.
pub(super) fn key_identifiers<'a>(
    fields: &Fields<'a>,
    profile: Profile,
) -> Result<KeyIdentifiers<'a>, Error> {
    let bad = |said: &str| Error::new(Code::CertificateKeyIdentifier, said);
    let mut found = KeyIdentifiers { own: None, authority: None };
    if let Some(own) = fields.extensions.subject_key {
        let key = extensions::subject_key(own.value).filter(|_| !own.critical);
        found.own = Some(key.ok_or_else(|| bad("a subject key identifier that is critical or malformed"))?);
    }
    if let Some(authority) = fields.extensions.authority_key {
        let read = AuthorityKey::read(authority.value).filter(|_| !authority.critical);
        let said = "an authority key identifier that is critical or malformed, or names no key";
        let read = read.ok_or_else(|| bad(said))?;
        if read.certificate && profile == Profile::Public {
            return Err(bad("an authority key identifier with issuer or serial number"));
        }
        found.authority = Some(read.key.ok_or_else(|| bad(said))?);
    }
    Ok(found)
}

/// A positive number of at most 20 bytes.
fn is_serial(body: &[u8]) -> bool {
    body.len() <= 20 && der::natural(body).is_some_and(|number| !number.is_empty())
}
