//! Reader of camt.053.

use super::{ReadOptions, Report};
use crate::error::{Code, Error};

/// Reads camt.053.
///
/// # Errors
/// `format.unsupported`.
pub(crate) fn read(_bytes: &[u8], _options: &ReadOptions) -> Result<Report, Error> {
    Err(Error::new(Code::FormatUnsupported, "camt.053 cannot be read by this version yet"))
}
