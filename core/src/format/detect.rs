//! Which format some bytes are of, by content alone.

use crate::error::{Code, Error};

/// Formats that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Format {
    /// The contract's own JSON.
    Canonical,
    /// GoCardless Bank Account Data.
    Gocardless,
    /// Stripe objects.
    Stripe,
    /// ISO 20022 camt.053.
    Camt053,
    /// A bank's CSV export.
    Csv,
    /// WHMCS API answers.
    Whmcs,
}

impl Format {
    /// Its name for a person.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Canonical => "canonical JSON",
            Format::Gocardless => "GoCardless Bank Account Data",
            Format::Stripe => "Stripe JSON",
            Format::Camt053 => "camt.053 statement",
            Format::Csv => "CSV export",
            Format::Whmcs => "WHMCS answer",
        }
    }
}

/// What `detect` found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detection {
    /// The format.
    pub format: Format,
}

/// Tells the format of some bytes.
///
/// # Errors
/// `format.unknown`.
pub fn detect(_bytes: &[u8]) -> Result<Detection, Error> {
    Err(Error::new(Code::FormatUnknown, "no known format"))
}
