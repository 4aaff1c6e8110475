//! Chains beside the bare library: what the rules on top of webpki cost, in one run and one table.
//!
//! ```text
//! cargo run --release -p payymo-benches --bin chains
//! ```
//!
//! A chain of a leaf, an intermediate and a root, by RSA with 2048 bits and by P-256. Anchors are prepared once on both sides; both read leaf and
//! intermediate anew for each chain, check two signatures, the time, the purpose and the name. Rounds of both alternate, and the best of each counts.

use payymo::certificate::{
    Anchors, Bundle, Name, Outcome, Policy, Purpose, Revocation, RevocationLists, verify,
};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

const CHAINS: [(&str, &str); 2] =
    [("RSA 2048", include_str!("../../chains/rsa.pem")), ("P-256", include_str!("../../chains/ec.pem"))];
/// Within the time of both.
const NOW: i64 = 1_796_000_000;
const NAME: &str = "pay.example.com";
const ROUNDS: usize = 1000;
/// Few, so that a round is short beside what else the machine does.
const EACH: u32 = 5;
/// Least ratio to the bare library.
const LEAST: f64 = 0.80;

fn main() -> ExitCode {
    println!("{:<10} {:>14} {:>14} {:>7}", "chain", "payymo/s", "webpki/s", "ratio");
    let mut worst = f64::INFINITY;
    for (kind, pem) in CHAINS {
        let (ours, bare) = compare(pem).unwrap_or_else(|said| panic!("{kind}: {said}"));
        let ratio = bare.as_secs_f64() / ours.as_secs_f64();
        let rate = |took: Duration| f64::from(EACH) / took.as_secs_f64();
        println!("{kind:<10} {:>14.0} {:>14.0} {ratio:>7.2}", rate(ours), rate(bare));
        worst = worst.min(ratio);
    }
    println!("least ratio {worst:.2}, to stay above {LEAST:.2}");
    if worst >= LEAST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The best rounds of both.
fn compare(pem: &str) -> Result<(Duration, Duration), String> {
    let bundle = Bundle::parse(pem.as_bytes()).map_err(|error| error.to_string())?;
    let [leaf, intermediate, root] = bundle.certificates.as_slice() else {
        return Err("not three".to_owned());
    };
    let chain = [leaf, intermediate];

    let anchors = Anchors::public(&[root]).map_err(|error| error.to_string())?;
    let name = Name::parse(NAME).map_err(|error| error.to_string())?;
    let policy = Policy::new(Purpose::Server(name), Revocation::IfAvailable);
    let lists = RevocationLists::default();
    let ours = || match verify(&chain, &anchors, &lists, &policy, NOW) {
        Outcome::Valid(_) => Ok(()),
        other => Err(format!("{other:?}")),
    };

    let root = CertificateDer::from(root.as_slice());
    let trusted = [anchor_from_trusted_cert(&root).map_err(|error| error.to_string())?];
    let server = ServerName::try_from(NAME).map_err(|error| error.to_string())?;
    let time = UnixTime::since_unix_epoch(Duration::from_secs(NOW.unsigned_abs()));
    let bare = || {
        let leaf = CertificateDer::from(leaf.as_slice());
        let intermediates = [CertificateDer::from(intermediate.as_slice())];
        let entity = EndEntityCert::try_from(&leaf).map_err(|error| error.to_string())?;
        let usage = KeyUsage::server_auth();
        let all = webpki::ALL_VERIFICATION_ALGS;
        let path = entity.verify_for_usage(all, &trusted, &intermediates, time, usage, None, None);
        path.map_err(|error| error.to_string())?;
        entity.verify_is_valid_for_subject_name(&server).map_err(|error| error.to_string())
    };

    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        best.0 = best.0.min(timed(ours)?);
        best.1 = best.1.min(timed(bare)?);
    }
    Ok(best)
}

fn timed(work: impl Fn() -> Result<(), String>) -> Result<Duration, String> {
    let begun = Instant::now();
    for _ in 0..EACH {
        work()?;
    }
    Ok(begun.elapsed())
}
