//! The formats that have a reader.

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
