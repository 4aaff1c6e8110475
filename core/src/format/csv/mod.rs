//! Reader of CSV exports.

use super::{ReadOptions, Report};
use crate::error::{Code, Error};

/// Reads CSV exports.
///
/// # Errors
/// `format.unsupported`.
pub(crate) fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Report, Error> {
    Err(Error::new(Code::FormatUnsupported, "CSV exports cannot be read by this version yet"))
}
