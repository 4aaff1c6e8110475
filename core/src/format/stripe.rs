//! Reader of Stripe objects.

use super::{ReadOptions, Report};
use crate::error::{Code, Error};

/// Reads Stripe objects.
///
/// # Errors
/// `format.unsupported`.
pub(crate) fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Report, Error> {
    Err(Error::new(Code::FormatUnsupported, "Stripe objects cannot be read by this version yet"))
}
