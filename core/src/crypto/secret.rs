//! Bytes that nobody may see.

use core::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A secret: wiped when it is dropped, never printed, compared in constant time.
///
/// ```
/// let secret = payymo::crypto::Secret::new(b"whsec_test".to_vec());
/// assert_eq!(format!("{secret:?}"), "Secret");
/// assert!(secret == payymo::crypto::Secret::new(b"whsec_test".to_vec()));
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes the bytes.
    pub fn new(bytes: Vec<u8>) -> Self {
        Secret(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// In constant time, but for the length.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        same(&self.0, &other.0)
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Whether two texts are the same, in a time that depends on their lengths alone.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}
