//! A path that the library built, held against the rules that are ours.

use super::anchors::{Anchor, Anchors};
use super::authority;
use super::constraints;
use super::extensions::Purposes;
use super::fields::Fields;
use super::leaf;
use super::lists::{List, RevocationLists};
use super::outcome::{Link, Position, Verified, Warning};
use super::pin::Pin;
use super::policy::{Policy, Purpose};
use super::profile::Profile;
use super::shape::{self, GeneralName};
use crate::error::{Code, Error};
use rustls_pki_types::CertificateDer;
use webpki::VerifiedPath;

/// What paths are held against.
pub(super) struct Rules<'a> {
    pub(super) policy: &'a Policy,
    pub(super) anchors: &'a Anchors,
    pub(super) lists: &'a RevocationLists,
    pub(super) leaf: &'a Fields<'a>,
    pub(super) intermediates: &'a [CertificateDer<'a>],
    pub(super) now: i64,
}

/// A path that passes.
pub(super) struct Found {
    pub(super) verified: Verified,
    /// Whether each intermediate has a list that is for all certificates of its issuer.
    pub(super) answered: bool,
    /// Whether a list of an issuer of the path has not begun.
    pub(super) early: bool,
}

impl Rules<'_> {
    /// What the path comes to.
    ///
    /// # Errors
    /// As [`super::verify`].
    pub(super) fn check(&self, path: &VerifiedPath<'_>) -> Result<Found, Error> {
        let trusted = path.anchor();
        let at = self.anchors.trusted.iter().position(|one| core::ptr::eq(one, trusted));
        let lost = || Error::new(Code::CertificateUnknownIssuer, "a path to no anchor of the set");
        let (anchor_at, anchor) =
            at.and_then(|at| Some((at, self.anchors.facts.get(at)?))).ok_or_else(lost)?;
        let mut links = vec![link(Position::Chain(0), self.leaf)];
        let (mut before, mut answered, mut early) = (0, true, self.is_early(self.leaf.issuer));
        let mut constrained = self.wildcards_within(anchor.name_constraints.as_deref());
        for certificate in path.intermediate_certificates() {
            let der = certificate.der();
            let is_it = |one: &CertificateDer<'_>| core::ptr::eq::<[u8]>(one.as_ref(), der.as_ref());
            let position = self.intermediates.iter().position(is_it).ok_or_else(lost)?.saturating_add(1);
            let (fields, path_length) =
                self.intermediate(&der).map_err(|error| error.at_field(format!("chain/{position}")))?;
            is_long_enough(path_length, before)?;
            constrained = constrained
                && self.wildcards_within(fields.extensions.name_constraints.map(|names| names.value));
            answered &= self.lists_of(fields.issuer).any(|list| list.facts.is_whole);
            early |= self.is_early(fields.issuer);
            before += u32::from(!fields.is_self_issued());
            links.push(link(Position::Chain(position), &fields));
        }
        if !constrained {
            let said = "a wildcard that covers a host which the path excludes";
            return Err(Error::new(Code::CertificateConstrained, said));
        }
        self.anchor(anchor, anchor_at, before)?;
        links.push(Link {
            position: Position::Anchor(anchor_at),
            pin: anchor.pin,
            not_before: anchor.not_before,
            not_after: anchor.not_after,
        });
        if before > self.policy.most_intermediates {
            return Err(path_length("more intermediates than the policy lets a path have"));
        }
        let warnings = self.warnings(&links)?;
        let expires = links.iter().map(|link| link.not_after).min().unwrap_or(i64::MIN);
        let verified = Verified { path: links, expires, names: names(self.leaf), warnings };
        Ok(Found { verified, answered, early })
    }

    fn lists_of(&self, issuer: &[u8]) -> impl Iterator<Item = &List> {
        self.lists.lists.iter().filter(move |list| list.list.issuer() == issuer)
    }

    fn is_early(&self, issuer: &[u8]) -> bool {
        self.lists_of(issuer).any(|list| list.facts.this_update > self.now)
    }

    fn intermediate<'c>(&self, der: &'c CertificateDer<'_>) -> Result<(Fields<'c>, Option<u32>), Error> {
        let fields = Fields::read(der.as_ref())?;
        let authority = authority::intermediate(&fields, self.anchors.profile)?;
        Ok((fields, authority.path_length))
    }

    fn anchor(&self, anchor: &Anchor, at: usize, before: u32) -> Result<(), Error> {
        let authority = anchor.authority.as_ref().map_err(Clone::clone)?;
        let bad = |code: Code, said: &str| Err(Error::new(code, said).at_field(format!("anchors/{at}")));
        if self.now < anchor.not_before {
            return bad(Code::CertificateNotYet, "an anchor whose time has not begun");
        }
        if self.now > anchor.not_after {
            return bad(Code::CertificateExpired, "an anchor whose time is over");
        }
        is_long_enough(authority.path_length, before)?;
        // The library holds intermediates to their purposes, not the anchor.
        let fits = |purposes: Purposes| match self.policy.purpose {
            Purpose::Server(_) => purposes.server || purposes.any,
            Purpose::Client => purposes.client || purposes.any,
        };
        if !authority.purposes.is_none_or(fits) {
            return bad(Code::CertificateExtendedKeyUsage, "an anchor that is there for something else");
        }
        if !authority.signs_lists && self.lists_of(&anchor.subject).next().is_some() {
            return bad(
                Code::CertificateListIssuer,
                "a revocation list of an anchor whose key may not sign any",
            );
        }
        Ok(())
    }

    /// Whether no wildcard of the leaf covers a host that constraints exclude.
    fn wildcards_within(&self, constraints: Option<&[u8]>) -> bool {
        let Some(constraints) = constraints else { return true };
        let names =
            self.leaf.extensions.alternative_name.and_then(|names| shape::alternative_names(names.value));
        !names.into_iter().flatten().flatten().any(|name| match name {
            GeneralName::Host(name) => {
                name.first() == Some(&b'*') && constraints::excludes_within(constraints, name)
            }
            _ => false,
        })
    }

    /// Pins, and what is told of a path beside.
    fn warnings(&self, links: &[Link]) -> Result<Vec<Warning>, Error> {
        let mut warnings = Vec::new();
        if let Some(pins) = &self.policy.pins {
            let chain: Vec<Pin> = links.iter().map(|link| link.pin).collect();
            if !pins.check(&chain, self.now)? {
                warnings.push(Warning::PinsExpired);
            } else if self.anchors.profile == Profile::Public
                && let [leaf, above @ ..] = chain.as_slice()
                && pins.holds(leaf)
                && !above.iter().any(|pin| pins.holds(pin))
            {
                warnings.push(Warning::PinOnPublicLeaf);
            }
        }
        if self.leaf.extensions.extended_key_usage.is_none() {
            warnings.push(Warning::NoExtendedKeyUsage);
        }
        if self.anchors.profile == Profile::Public && !leaf::repeats_a_name(self.leaf) {
            warnings.push(Warning::CommonName);
        }
        Ok(warnings)
    }
}

fn link(position: Position, fields: &Fields<'_>) -> Link {
    let Fields { not_before, not_after, key, .. } = *fields;
    Link { position, pin: Pin::of_info(key), not_before, not_after }
}

/// Whether an authority lets so many follow before the leaf.
fn is_long_enough(most: Option<u32>, before: u32) -> Result<(), Error> {
    if most.is_some_and(|most| before > most) {
        return Err(path_length("more authorities follow one than it lets follow"));
    }
    Ok(())
}

fn path_length(said: &str) -> Error {
    Error::new(Code::CertificatePathLength, said)
}

/// The names of a leaf that can be written.
fn names(leaf: &Fields<'_>) -> Vec<String> {
    let names = leaf.extensions.alternative_name.and_then(|names| shape::alternative_names(names.value));
    let text = |name: GeneralName<'_>| match name {
        GeneralName::Host(text) | GeneralName::Email(text) | GeneralName::Uri(text) => {
            core::str::from_utf8(text).ok().map(str::to_owned)
        }
        GeneralName::Address(bytes) => shape::address(bytes).map(|address| address.to_string()),
        GeneralName::Directory(_) | GeneralName::Other(_) => None,
    };
    names.into_iter().flatten().flatten().filter_map(text).collect()
}
