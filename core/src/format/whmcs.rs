//! Reader of WHMCS API answers.

use super::{ReadOptions, Report};
use crate::error::{Code, Error};

/// Reads WHMCS API answers.
///
/// # Errors
/// `format.unsupported`.
pub(crate) fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Report, Error> {
    Err(Error::new(Code::FormatUnsupported, "WHMCS API answers cannot be read by this version yet"))
}
