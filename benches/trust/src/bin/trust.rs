//! What the checks around a signature cost: the whole validation beside the raw verification of the library, in one run.
//!
//! ```text
//! trust
//! ```

use payymo::token::session::{Revocations, Scope, Store, standing};
use payymo::token::verify;
use payymo_benches_trust::{Case, NOW, RSA_KEY, der, side_by_side};
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use std::error::Error;

/// Tokens that are taken back.
const REVOKED: u32 = 1_000_000;
/// What a look at them may take.
const MOST_NANOSECONDS: u32 = 200;

fn main() -> Result<(), Box<dyn Error>> {
    rs256()?;
    revocations()
}

fn rs256() -> Result<(), Box<dyn Error>> {
    let case = Case::rs256()?;
    let (signed, signature) = case.parts().ok_or("no token")?;
    let pair = RsaKeyPair::from_pkcs8(&der(RSA_KEY)).map_err(|error| error.to_string())?;
    let key: RsaPublicKeyComponents<Vec<u8>> = pair.public().into();
    let ours = || verify(&case.token, &case.keys, &case.policy, NOW).is_ok();
    let raw = || key.verify(&RSA_PKCS1_2048_8192_SHA256, signed, &signature).is_ok();
    if !ours() || !raw() {
        return Err("the token does not hold".into());
    }
    #[cfg(not(feature = "aws-lc"))]
    tell("RS256 token, all of it", "ring's verification", side_by_side(2000, ours, raw));
    #[cfg(feature = "aws-lc")]
    {
        let components = aws_lc_rs::signature::RsaPublicKeyComponents { n: &key.n, e: &key.e };
        let parsed = components.to_parsed_public_key(&aws_lc_rs::signature::RSA_PKCS1_2048_8192_SHA256)?;
        let raw = || parsed.verify_sig(signed, &signature).is_ok();
        tell("RS256 token, all of it", "aws-lc-rs's verification, key parsed", side_by_side(2000, ours, raw));
    }
    Ok(())
}

/// A lookup of a token that was not taken back, among a million that were.
fn revocations() -> Result<(), Box<dyn Error>> {
    let case = Case::rs256()?;
    let mut known = Revocations::default();
    (0..REVOKED).for_each(|nth| known.revoke("https://accounts.example", &format!("jti-{nth}"), NOW + 900));
    let ids: Vec<String> =
        (0..4096_u32).map(|nth| format!("jti-{}", nth.wrapping_mul(2_654_435_761) % (2 * REVOKED))).collect();
    let mut nth = 0;
    let (lookup, _) = side_by_side(
        100_000,
        || {
            nth = (nth + 1) % ids.len();
            ids.get(nth).is_some_and(|id| known.is_revoked("https://accounts.example", id))
        },
        || (),
    );
    println!("revoked among {}: {lookup:.0} ns a lookup, wanted at most {MOST_NANOSECONDS}", known.len());
    known.not_before(Scope::Tenant("t-1".to_owned()), NOW, NOW + 900);
    let verified = verify(&case.token, &case.keys, &case.policy, NOW)?;
    let (stands, _) = side_by_side(100_000, || standing(&verified, Store::Consulted(&known)), || ());
    println!("standing of a token, with scopes: {stands:.0} ns");
    Ok(())
}

fn tell(what: &str, beside: &str, (ours, raw): (f64, f64)) {
    println!("{what}: {ours:.0} ns; {beside}: {raw:.0} ns; {:.3} of its speed", raw / ours);
}
