//! What a leaf must be: the certificate of a server or a client.
//!
//! Source: RFC 5280 section 4; CA/Browser Forum, TLS Baseline Requirements section 7.1.2.7.

use super::extensions::{BasicConstraints, KeyUsage, Purposes};
use super::fields::Fields;
use super::profile::Profile;
use super::shape::{self, GeneralName};
use super::{issued, key, lifetime};
use crate::error::{Code, Error};

/// # Errors
/// `certificate.serial`, `certificate.distinguished_name`, `certificate.extension`, `certificate.authority`, `certificate.key_usage`,
/// `certificate.extended_key_usage`, `certificate.key_identifier`, `certificate.name_constraints`, `certificate.alternative_name`,
/// `certificate.lifetime`, `certificate.key`.
pub(super) fn check(fields: &Fields<'_>, profile: Profile) -> Result<(), Error> {
    subscriber(fields)?;
    issued::check(fields, profile)?;
    alternative_names(fields, profile)?;
    if profile == Profile::Public {
        public(fields)?;
    }
    key::check(fields.key, profile)
}

fn subscriber(fields: &Fields<'_>) -> Result<(), Error> {
    let bad = |code: Code, said: &str| Err(Error::new(code, said));
    let all = &fields.extensions;
    if all.unknown_critical {
        return bad(Code::CertificateCritical, "a critical extension that nothing here acts on");
    }
    if let Some(basic) = all.basic_constraints {
        match BasicConstraints::read(basic.value) {
            None => return bad(Code::CertificateExtension, "basic constraints that are malformed"),
            Some(basic) if basic.authority => {
                return bad(
                    Code::CertificateAuthority,
                    "the certificate of an authority in the place of a leaf",
                );
            }
            Some(basic) if basic.path_length.is_some() => {
                return bad(Code::CertificateAuthority, "a path length in a leaf");
            }
            Some(_) => {}
        }
    }
    if let Some(usage) = all.key_usage {
        match KeyUsage::read(usage.value) {
            None => return bad(Code::CertificateKeyUsage, "a key usage that names nothing or is malformed"),
            Some(usage) if usage.signs_certificates() => {
                return bad(Code::CertificateKeyUsage, "a leaf whose key may sign certificates");
            }
            Some(usage) if !usage.opens_connections() => {
                return bad(Code::CertificateKeyUsage, "a leaf whose key may not open connections");
            }
            Some(_) => {}
        }
    }
    if all.name_constraints.is_some() {
        return bad(Code::CertificateNameConstraints, "name constraints in a leaf");
    }
    Ok(())
}

fn alternative_names(fields: &Fields<'_>, profile: Profile) -> Result<(), Error> {
    let bad = |said: &str| Err(Error::new(Code::CertificateAlternativeName, said));
    let Some(names) = fields.extensions.alternative_name else {
        if fields.subject.is_empty() || profile == Profile::Public {
            return bad("no alternative name");
        }
        return Ok(());
    };
    if fields.subject.is_empty() && !names.critical {
        return bad("the only name of a certificate in an extension that is not critical");
    }
    if !fields.subject.is_empty() && names.critical && profile == Profile::Public {
        return bad("critical alternative names beside a subject");
    }
    let Some(mut names) = shape::alternative_names(names.value) else {
        return bad("alternative names that are malformed, or none");
    };
    let is_name = |name: GeneralName<'_>| match name {
        GeneralName::Email(name) => shape::is_mailbox(name),
        GeneralName::Host(name) => {
            shape::is_presented_host(name) && (profile == Profile::Private || name.contains(&b'.'))
        }
        GeneralName::Address(bytes) => shape::address(bytes).is_some(),
        GeneralName::Uri(name) => shape::is_uri(name),
        GeneralName::Directory(_) | GeneralName::Other(_) => true,
    };
    if names.all(|name| name.is_some_and(is_name)) {
        return Ok(());
    }
    bad("an alternative name that is none of its kind")
}

/// What public authorities promise beyond RFC 5280.
fn public(fields: &Fields<'_>) -> Result<(), Error> {
    let bad = |code: Code, said: &str| Err(Error::new(code, said));
    let Some(usage) = fields.extensions.extended_key_usage else {
        return bad(Code::CertificateExtendedKeyUsage, "no extended key usage");
    };
    if usage.critical || Purposes::read(usage.value).is_none_or(|purposes| purposes.any) {
        return bad(
            Code::CertificateExtendedKeyUsage,
            "an extended key usage that is critical, or for any purpose",
        );
    }
    if lifetime::is_too_long(fields.not_before, fields.not_after) {
        return bad(
            Code::CertificateLifetime,
            "a certificate that lasts longer than public authorities may issue",
        );
    }
    Ok(())
}

/// Whether the subject of a public leaf has no common name, or one that repeats one of the alternative names. Nobody here reads it, so no name is
/// trusted for it; whoever does read it would see another host.
pub(super) fn repeats_a_name(fields: &Fields<'_>) -> bool {
    let names = || fields.extensions.alternative_name.and_then(|names| shape::alternative_names(names.value));
    let is_among = |common: &[u8]| {
        names().into_iter().flatten().flatten().any(|name| match name {
            GeneralName::Host(name) => name == common,
            GeneralName::Address(bytes) => {
                shape::address(bytes).is_some_and(|address| address.to_string().as_bytes() == common)
            }
            _ => false,
        })
    };
    let mut common = shape::common_names(fields.subject);
    match (common.next(), common.next()) {
        (None, _) => true,
        (Some(Some(common)), None) => is_among(common),
        _ => false,
    }
}
