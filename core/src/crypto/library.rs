//! What a cryptography library does for us.

use super::{Algorithm, Curve, Hash, Private, Public};

/// A library. What it refuses it does not explain: the reasons that help were found before it was asked.
pub(super) trait Backend {
    /// A public key with its algorithm, parsed once.
    type Verifier: Clone + Send + Sync;
    /// A private key with its algorithm.
    type Signer: Send + Sync;
    /// A secret with its hash.
    type Mac: Clone + Send + Sync;

    /// Whether it makes and checks signatures by an algorithm.
    fn does(algorithm: Algorithm) -> bool;
    /// `None` where it takes the key for none.
    fn verifier(algorithm: Algorithm, key: &Public) -> Option<Self::Verifier>;
    fn verify(verifier: &Self::Verifier, message: &[u8], signature: &[u8]) -> bool;
    /// Whether a point lies on its curve and is none that is no key; `None` where the library could not say.
    fn is_point(curve: Curve, point: &[u8]) -> Option<bool>;
    /// With the public key that belongs to it.
    fn signer(algorithm: Algorithm, key: &Private) -> Option<Self::Signer>;
    fn public(signer: &Self::Signer) -> Option<Public>;
    fn sign(signer: &Self::Signer, message: &[u8]) -> Option<Vec<u8>>;
    fn mac(hash: Hash, secret: &[u8]) -> Self::Mac;
    fn tag(mac: &Self::Mac, message: &[u8]) -> Vec<u8>;
    /// In constant time.
    fn is_tag(mac: &Self::Mac, message: &[u8], tag: &[u8]) -> bool;
}
