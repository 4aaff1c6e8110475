//! Private keys, as their documents hold them.

use super::{Public, Secret};

/// A private key that a library reads by itself.
pub(crate) enum Private {
    /// PKCS#8 (RFC 5958).
    Pkcs8(Secret),
    /// RSA alone: PKCS#1 (RFC 8017).
    Pkcs1(Secret),
    /// The number of a key on a curve, or the seed of an Ed25519 key, with its public key.
    Raw { secret: Secret, public: Public },
}
