//! What the measurements share: keys that are worth nothing, a token, the rules for it, and a way to time two things side by side.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use payymo::crypto::{Algorithm, Secret};
use payymo::token::{Expected, Key, KeySet, Policy, SigningKey, sign};
use std::hint::black_box;
use std::time::Instant;

/// A key of the tests, which nothing is ever signed with that counts.
pub const RSA_KEY: &str = include_str!("../../../tests/trust/keys/rsa.worthless-test-key.pem");
/// Its public half.
pub const RSA_PUBLIC: &str = include_str!("../../../tests/trust/keys/rsa.public.pem");
/// The time at which all of it happens: seconds since 1970.
pub const NOW: i64 = 1_790_000_000;
/// Times that each side is measured; the median counts.
const ROUNDS: usize = 31;

/// A token as an API gets it, the key set that it is checked with, and the rules.
pub struct Case {
    /// The token.
    pub token: String,
    /// The key that checks it.
    pub keys: KeySet,
    /// What is asked of it.
    pub policy: Policy,
}

/// Claims as those of an access token: 300 bytes.
fn claims() -> String {
    format!(
        r#"{{"iss":"https://accounts.example","sub":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","aud":"https://api.example","exp":{},"iat":{NOW},"jti":"9zFQv2p1TxSdmHyTDFRm7w","client_id":"billing-frontend","tenant":"t-1042","permissions":["invoice:read","invoice:refund","payment:*"]}}"#,
        NOW + 900
    )
}

impl Case {
    /// A token that is signed by a key.
    ///
    /// # Errors
    /// Those of the library.
    pub fn new(key: &SigningKey, checks: Key) -> Result<Self, payymo::Error> {
        let token = sign(key, "at+jwt", claims().as_bytes())?;
        let (issuer, audience) =
            (Expected::exactly("https://accounts.example"), Expected::exactly("https://api.example"));
        let mut policy = Policy::new(vec![key.algorithm()], issuer, audience);
        policy.kind = Some("at+jwt".to_owned());
        Ok(Case { token, keys: KeySet::new(vec![checks])?, policy })
    }

    /// By RS256 under [`RSA_KEY`].
    ///
    /// # Errors
    /// Those of the library.
    pub fn rs256() -> Result<Self, payymo::Error> {
        let key = SigningKey::from_pem(RSA_KEY, Algorithm::Rs256)?.with_id("2026-11");
        Self::new(&key, Key::from_pem(RSA_PUBLIC, Algorithm::Rs256)?.with_id("2026-11"))
    }

    /// What is signed, and the signature.
    pub fn parts(&self) -> Option<(&[u8], Vec<u8>)> {
        let (signed, signature) = self.token.rsplit_once('.')?;
        Some((signed.as_bytes(), URL_SAFE_NO_PAD.decode(signature).ok()?))
    }

    /// By HS256 under a secret.
    ///
    /// # Errors
    /// Those of the library.
    pub fn hs256(secret: &Secret) -> Result<Self, payymo::Error> {
        let key = SigningKey::from_secret(secret, Algorithm::Hs256)?;
        Self::new(&key, Key::from_secret(secret, Algorithm::Hs256)?)
    }
}

/// The bytes of a PEM document.
pub fn der(pem: &str) -> Vec<u8> {
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    STANDARD.decode(body).unwrap_or_default()
}

/// Nanoseconds of one run of each side, measured in turns so that what disturbs the machine disturbs both; the median of the rounds.
pub fn side_by_side<A, B>(runs: u32, mut ours: impl FnMut() -> A, mut raw: impl FnMut() -> B) -> (f64, f64) {
    let mut rounds = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        rounds.0.push(nanoseconds(runs, &mut ours));
        rounds.1.push(nanoseconds(runs, &mut raw));
    }
    (median(rounds.0), median(rounds.1))
}

fn median(mut rounds: Vec<f64>) -> f64 {
    rounds.sort_by(f64::total_cmp);
    rounds.get(rounds.len() / 2).copied().unwrap_or(f64::NAN)
}

fn nanoseconds<T>(runs: u32, work: &mut impl FnMut() -> T) -> f64 {
    let begin = Instant::now();
    for _ in 0..runs {
        black_box(work());
    }
    begin.elapsed().as_nanos() as f64 / f64::from(runs)
}
