//! Which format some bytes are of, by content alone.

/// Formats that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
pub fn detect(_bytes: &[u8]) -> Result<Detection, crate::Error> {
    Err(crate::Error::new(crate::Code::FormatUnknown, "no known format"))
}
