//! Whether a chain holds.

use super::anchors::Anchors;
use super::fields::Fields;
use super::lists::RevocationLists;
use super::outcome::{Outcome, Verified, Warning};
use super::path::{Found, Rules};
use super::policy::{MOST_INTERMEDIATES, Mode, Policy, Purpose, Revocation};
use super::profile::Profile;
use super::{leaf, lifetime, refusal};
use crate::error::{Code, Error};
use crate::time;
use core::cell::Cell;
use core::time::Duration;
use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, UnixTime};
use webpki::{
    CertRevocationList, EndEntityCert, ExpirationPolicy, KeyUsage, RevocationOptionsBuilder,
    UnknownStatusPolicy, VerifiedPath,
};

/// Most certificates of a chain.
const MOST: usize = 32;

/// How signatures of certificates are checked: those that public authorities may use, the last one private ones alone. No SHA-1.
static ALGORITHMS: &[&dyn SignatureVerificationAlgorithm] = &[
    webpki::ring::RSA_PKCS1_2048_8192_SHA256,
    webpki::ring::ECDSA_P256_SHA256,
    webpki::ring::ECDSA_P384_SHA384,
    webpki::ring::RSA_PKCS1_2048_8192_SHA384,
    webpki::ring::RSA_PKCS1_2048_8192_SHA512,
    webpki::ring::ECDSA_P256_SHA384,
    webpki::ring::ECDSA_P384_SHA256,
    webpki::ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
    webpki::ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
    webpki::ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
    webpki::ring::ED25519,
];

/// Verifies a chain: the leaf first, then what else the other side sent, in any order. `now` is in seconds since 1970.
///
/// An [`Outcome::Invalid`] says `certificate.syntax`, `certificate.too_large`, `certificate.version`, `certificate.serial`,
/// `certificate.distinguished_name`, `certificate.extension`, `certificate.critical`, `certificate.authority`, `certificate.key_usage`,
/// `certificate.extended_key_usage`, `certificate.key_identifier`, `certificate.name_constraints`, `certificate.constrained`,
/// `certificate.alternative_name`, `certificate.key`, `certificate.lifetime`, `certificate.expired`, `certificate.not_yet`,
/// `certificate.name`, `certificate.unknown_issuer`, `certificate.signature`, `certificate.algorithm`, `certificate.path_length`,
/// `certificate.distrusted`, `certificate.revoked`, `certificate.list_signature`, `certificate.list_issuer`, `certificate.client`,
/// `certificate.pin_mismatch`, `certificate.pin_no_backup`, `certificate.pin_expired`, or `input.options`;
/// an [`Outcome::Indeterminate`] `certificate.revocation_unknown`, `certificate.list_expired` or `certificate.list_not_yet`.
///
/// The leaf is held against its profile before any signature is checked; each path that the library finds is held against ours, and where one
/// does not pass the next is tried.
///
/// ```
/// use payymo::certificate::{Anchors, Name, Outcome, Policy, Purpose, Revocation, RevocationLists, verify};
/// use rcgen::{BasicConstraints, CertificateParams, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair};
/// let (root_key, key) = (KeyPair::generate()?, KeyPair::generate()?);
/// let mut root = CertificateParams::default();
/// root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
/// let anchor = root.self_signed(&root_key)?;
/// let mut leaf = CertificateParams::new(vec!["pay.example".to_owned()])?;
/// leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
/// leaf.use_authority_key_identifier_extension = true;
/// let leaf = leaf.signed_by(&key, &Issuer::new(root, root_key))?;
///
/// let anchors = Anchors::private(&[anchor.der()])?;
/// let lists = RevocationLists::default();
/// let now = 1_800_000_000;
/// let policy = Policy::new(Purpose::Server(Name::parse("pay.example")?), Revocation::IfAvailable);
/// let Outcome::Valid(verified) = verify(&[leaf.der()], &anchors, &lists, &policy, now) else { panic!() };
/// assert_eq!(verified.names, ["pay.example"]);
/// let policy = Policy::new(Purpose::Server(Name::parse("other.example")?), Revocation::IfAvailable);
/// let error = verify(&[leaf.der()], &anchors, &lists, &policy, now).verified().unwrap_err();
/// assert_eq!(error.code().as_str(), "certificate.name");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify(
    chain: &[impl AsRef<[u8]>],
    anchors: &Anchors,
    lists: &RevocationLists,
    policy: &Policy,
    now: i64,
) -> Outcome {
    if let Mode::Sandbox(reason) = &policy.mode {
        return Outcome::Skipped { reason: reason.clone() };
    }
    match decide(chain, anchors, lists, policy, now) {
        Ok(verified) => Outcome::Valid(verified),
        Err(error) if is_unknown(error.code()) => Outcome::Indeterminate { error },
        Err(error) => Outcome::Invalid { error },
    }
}

/// Whether a code says that the status of a certificate cannot be told.
fn is_unknown(code: Code) -> bool {
    matches!(
        code,
        Code::CertificateRevocationUnknown | Code::CertificateListExpired | Code::CertificateListNotYet
    )
}

fn decide(
    chain: &[impl AsRef<[u8]>],
    anchors: &Anchors,
    lists: &RevocationLists,
    policy: &Policy,
    now: i64,
) -> Result<Verified, Error> {
    if policy.purpose == Purpose::Client && anchors.profile == Profile::Public {
        let said = "a client against anchors of the public web: anybody's certificate would sign in";
        return Err(Error::new(Code::CertificateClient, said));
    }
    if policy.most_intermediates > MOST_INTERMEDIATES {
        let said = format!("more than {MOST_INTERMEDIATES} intermediates");
        return Err(Error::new(Code::InputOptions, said).at_field("most_intermediates"));
    }
    time::check(now)?;
    let time = UnixTime::since_unix_epoch(Duration::from_secs(now.unsigned_abs()));
    if chain.len() > MOST {
        return Err(Error::new(
            Code::CertificateTooLarge,
            format!("a chain of more than {MOST} certificates"),
        ));
    }
    let Some((leaf, rest)) = chain.split_first() else {
        return Err(Error::new(Code::CertificateSyntax, "a chain without a certificate"));
    };
    let leaf = CertificateDer::from(leaf.as_ref());
    let fields =
        Fields::read(&leaf).and_then(|fields| leaf::check(&fields, anchors.profile).map(|()| fields));
    let fields = fields.map_err(|error| error.at_field("chain/0"))?;
    let entity =
        EndEntityCert::try_from(&leaf).map_err(|refused| refusal::error(&refused).at_field("chain/0"))?;
    if let Purpose::Server(name) = &policy.purpose {
        let named = entity.verify_is_valid_for_subject_name(&name.server);
        named.map_err(|refused| refusal::error(&refused).at_field("chain/0"))?;
    }
    let intermediates: Vec<CertificateDer<'_>> =
        rest.iter().map(|one| CertificateDer::from(one.as_ref())).collect();
    let rules = Rules { policy, anchors, lists, leaf: &fields, intermediates: &intermediates, now };
    Search { rules, entity: &entity, time }.revocation()
}

/// A search for a path.
struct Search<'a> {
    rules: Rules<'a>,
    entity: &'a EndEntityCert<'a>,
    time: UnixTime,
}

impl Search<'_> {
    /// A path, by what the policy asks of revocation lists.
    fn revocation(&self) -> Result<Verified, Error> {
        let leaf = self.rules.leaf;
        let is_short = lifetime::is_short(leaf.not_before, leaf.not_after);
        let asked = match self.rules.policy.revocation {
            Revocation::ShortLived if !is_short => Revocation::Require,
            asked => asked,
        };
        if !self.rules.lists.is_empty() {
            match self.path(UnknownStatusPolicy::Deny) {
                Err(_) if asked != Revocation::Require => {}
                answer => return answer.map(|found| found.verified),
            }
        }
        let Found { mut verified, answered, .. } = self.path(UnknownStatusPolicy::Allow)?;
        verified.warnings.push(match asked {
            Revocation::IfAvailable => Warning::RevocationUnknown,
            Revocation::ShortLived if answered => Warning::ShortLived,
            Revocation::ShortLived | Revocation::Require => {
                return Err(refusal::error(&webpki::Error::UnknownRevocationStatus));
            }
        });
        Ok(verified)
    }

    fn path(&self, unknown: UnknownStatusPolicy) -> Result<Found, Error> {
        let lists: Vec<&CertRevocationList<'_>> =
            self.rules.lists.lists.iter().map(|list| &list.list).collect();
        let revocation = RevocationOptionsBuilder::new(&lists).ok().map(|options| {
            options.with_status_policy(unknown).with_expiration_policy(ExpirationPolicy::Enforce).build()
        });
        let (usage, Anchors { profile, trusted, .. }) = (self.usage(), self.rules.anchors);
        let (found, refused) = (Cell::new(None), Cell::new(None));
        let check = |path: &VerifiedPath<'_>| match self.rules.check(path) {
            Ok(path) => {
                found.set(Some(path));
                Ok(())
            }
            // What we refused first is what is told; to the library it is a path that leads nowhere.
            Err(error) => {
                refused.set(refused.take().or(Some(error)));
                Err(webpki::Error::UnknownIssuer)
            }
        };
        let built = self.entity.verify_for_usage(
            algorithms(*profile),
            trusted,
            self.rules.intermediates,
            self.time,
            usage,
            revocation,
            Some(&check),
        );
        let built =
            built.map(|_| ()).map_err(|error| refused.take().unwrap_or_else(|| refusal::error(&error)));
        // A path that our rules never saw is none.
        let lost = || refusal::error(&webpki::Error::UnknownIssuer);
        let found = built.and_then(|()| found.take().ok_or_else(lost))?;
        if found.early {
            let said = "a revocation list whose time has not begun: the clock may be wrong";
            return Err(Error::new(Code::CertificateListNotYet, said));
        }
        Ok(found)
    }

    fn usage(&self) -> KeyUsage {
        match self.rules.policy.purpose {
            Purpose::Server(_) => KeyUsage::server_auth(),
            Purpose::Client => KeyUsage::client_auth(),
        }
    }
}

fn algorithms(profile: Profile) -> &'static [&'static dyn SignatureVerificationAlgorithm] {
    match (profile, ALGORITHMS) {
        (Profile::Public, [public @ .., _]) => public,
        (_, all) => all,
    }
}
