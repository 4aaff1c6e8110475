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
    /// ISO 20022 camt.052, the report of an account within the day.
    Camt052,
    /// ISO 20022 camt.053, the statement.
    Camt053,
    /// ISO 20022 camt.054, the notification of single bookings.
    Camt054,
    /// Open Financial Exchange, SGML or XML.
    Ofx,
    /// Quicken Interchange Format.
    Qif,
    /// SWIFT MT940, the customer statement.
    Mt940,
    /// SWIFT MT942, the interim transaction report.
    Mt942,
    /// BAI2, the balance and transaction report of North American banks.
    Bai2,
    /// CODA, the coded statement of account of Belgian banks.
    Coda,
    /// A bank's CSV export.
    Csv,
    /// WHMCS API answers.
    Whmcs,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Format] = &[
        Format::Camt052,
        Format::Camt053,
        Format::Camt054,
        Format::Mt940,
        Format::Mt942,
        Format::Gocardless,
        Format::Whmcs,
        Format::Stripe,
        Format::Canonical,
        Format::Ofx,
        Format::Qif,
        Format::Bai2,
        Format::Coda,
        Format::Csv,
    ];

    /// Its name for a person.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Canonical => "canonical JSON",
            Format::Gocardless => "GoCardless Bank Account Data",
            Format::Stripe => "Stripe JSON",
            Format::Camt052 => "camt.052 report",
            Format::Camt054 => "camt.054 notification",
            Format::Camt053 => "camt.053 statement",
            Format::Ofx => "OFX statement",
            Format::Qif => "QIF export",
            Format::Mt940 => "MT940 statement",
            Format::Mt942 => "MT942 report",
            Format::Bai2 => "BAI2 report",
            Format::Coda => "CODA statement",
            Format::Csv => "CSV export",
            Format::Whmcs => "WHMCS answer",
        }
    }
}
