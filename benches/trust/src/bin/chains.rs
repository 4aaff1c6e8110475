//! Chains beside the bare library: what the rules on top of webpki cost, in one run and one table.
//!
//! ```text
//! chains
//! ```
//!
//! A chain of a leaf, an intermediate and a root, by RSA with 2048 bits and by P-256. Anchors are prepared once on both sides; both read leaf and
//! intermediate anew for each chain, check two signatures by ring, the time, the purpose and the name.

use payymo::certificate::{
    Anchors, Name, Outcome, Policy, Purpose, Revocation, RevocationLists, Warning, verify,
};
use payymo_benches_trust::{NOW, RSA_KEY, side_by_side};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, PKCS_ECDSA_P256_SHA256,
};
use rustls_pki_types::{CertificateDer, ServerName, SignatureVerificationAlgorithm, UnixTime};
use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;
use webpki::ring::{ECDSA_P256_SHA256, RSA_PKCS1_2048_8192_SHA256};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

/// Another key of the tests, for the intermediate.
const OTHER_KEY: &str = include_str!("../../../../tests/trust/keys/other.worthless-test-key.pem");
const NAME: &str = "pay.example.com";
const ALGORITHMS: [&dyn SignatureVerificationAlgorithm; 2] = [RSA_PKCS1_2048_8192_SHA256, ECDSA_P256_SHA256];
const RUNS: u32 = 400;
/// Least ratio to the bare library.
const LEAST: f64 = 0.80;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let rsa = [KeyPair::from_pem(RSA_KEY)?, KeyPair::from_pem(OTHER_KEY)?, KeyPair::from_pem(RSA_KEY)?];
    let curve = || KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256);
    let mut worst = f64::INFINITY;
    for (kind, keys) in [("RSA 2048", rsa), ("P-256", [curve()?, curve()?, curve()?])] {
        let (ours, raw) = compare(&Chain::new(keys)?)?;
        println!("chain by {kind}: {ours:.0} ns; webpki alone: {raw:.0} ns; {:.3} of its speed", raw / ours);
        worst = worst.min(raw / ours);
    }
    println!("least ratio {worst:.3}, wanted at least {LEAST:.2}");
    Ok(if worst >= LEAST { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A leaf, its issuer, and the root of that, in DER.
struct Chain {
    leaf: CertificateDer<'static>,
    issuer: CertificateDer<'static>,
    root: CertificateDer<'static>,
}

impl Chain {
    /// With the keys of root, issuer and leaf, as public authorities issue them.
    fn new([root, issuer, key]: [KeyPair; 3]) -> Result<Self, Box<dyn Error>> {
        let root =
            CertifiedIssuer::self_signed(authority("Example Root", BasicConstraints::Unconstrained), root)?;
        let mut middle = authority("Example Issuer", BasicConstraints::Constrained(0));
        middle.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        middle.use_authority_key_identifier_extension = true;
        let issuer = CertifiedIssuer::signed_by(middle, issuer, &root)?;
        let mut leaf = certificate(NAME, 90);
        leaf.subject_alt_names = CertificateParams::new(vec![NAME.to_owned()])?.subject_alt_names;
        leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        leaf.use_authority_key_identifier_extension = true;
        let leaf = leaf.signed_by(&key, &issuer)?;
        Ok(Chain { leaf: leaf.into(), issuer: issuer.der().clone(), root: root.der().clone() })
    }
}

/// A certificate that lasts so many days from the day before [`NOW`].
fn certificate(name: &str, days: i64) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    let begin = rcgen::date_time_ymd(2026, 9, 20);
    params.not_before = begin;
    params.not_after = begin + Duration::from_secs(days.unsigned_abs() * 86_400);
    params
}

fn authority(name: &str, below: BasicConstraints) -> CertificateParams {
    let mut params = certificate(name, 3650);
    params.is_ca = IsCa::Ca(below);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn said(error: impl core::fmt::Display) -> Box<dyn Error> {
    error.to_string().into()
}

/// Nanoseconds of a chain: ours, and those of the library alone.
fn compare(chain: &Chain) -> Result<(f64, f64), Box<dyn Error>> {
    let anchors = Anchors::public(&[&chain.root])?;
    let policy = Policy::new(Purpose::Server(Name::parse(NAME)?), Revocation::IfAvailable);
    let lists = RevocationLists::default();
    let sent = [&chain.leaf, &chain.issuer];
    let ours = || verify(&sent, &anchors, &lists, &policy, NOW);
    match ours() {
        Outcome::Valid(verified) if verified.warnings == [Warning::RevocationUnknown] => {}
        other => return Err(format!("the chain does not hold: {other:?}").into()),
    }

    let trusted = [anchor_from_trusted_cert(&chain.root).map_err(said)?];
    let server = ServerName::try_from(NAME).map_err(said)?;
    let time = UnixTime::since_unix_epoch(Duration::from_secs(NOW.unsigned_abs()));
    let raw = || -> Result<(), webpki::Error> {
        let entity = EndEntityCert::try_from(&chain.leaf)?;
        let (above, usage) = (core::slice::from_ref(&chain.issuer), KeyUsage::server_auth());
        entity.verify_for_usage(&ALGORITHMS, &trusted, above, time, usage, None, None)?;
        entity.verify_is_valid_for_subject_name(&server)
    };
    raw().map_err(said)?;
    Ok(side_by_side(RUNS, ours, raw))
}
