//! Reader of canonical JSON.

use super::{ReadOptions, Report};
use crate::error::{Code, Error};

/// Reads canonical JSON.
///
/// # Errors
/// `format.unsupported`.
pub(crate) fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Report, Error> {
    Err(Error::new(Code::FormatUnsupported, "canonical JSON cannot be read by this version yet"))
}
