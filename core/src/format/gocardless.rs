//! Reader of GoCardless Bank Account Data.

use super::{ReadOptions, Report};
use crate::error::{Code, Error};

/// Reads GoCardless Bank Account Data.
///
/// # Errors
/// `format.unsupported`.
pub(crate) fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Report, Error> {
    Err(Error::new(
        Code::FormatUnsupported,
        "GoCardless Bank Account Data cannot be read by this version yet",
    ))
}
