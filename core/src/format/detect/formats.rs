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
    /// GoCardless Pro, the API that collects direct debits.
    GocardlessPro,
    /// Stripe objects.
    Stripe,
    /// Stripe's report CSVs.
    StripeReport,
    /// PayPal's activity download.
    PaypalCsv,
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
    /// UBL 2.1 `Invoice` and `CreditNote`, plain or of EN 16931.
    Ubl,
    /// UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD, XRechnung.
    Cii,
    /// A bank's CSV export.
    Csv,
    /// WHMCS API answers.
    Whmcs,
    /// The account information API of the UK's banks.
    OpenBankingUk,
    /// PayPal's transaction search and balances.
    Paypal,
    /// Balance statements of Wise.
    Wise,
    /// Plaid's transactions.
    Plaid,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Format] = &[
        Format::Camt052,
        Format::Camt053,
        Format::Camt054,
        Format::Mt940,
        Format::Mt942,
        Format::Ubl,
        Format::Cii,
        Format::Gocardless,
        Format::GocardlessPro,
        Format::OpenBankingUk,
        Format::Paypal,
        Format::Wise,
        Format::Plaid,
        Format::Whmcs,
        Format::Stripe,
        Format::StripeReport,
        Format::PaypalCsv,
        Format::Canonical,
        Format::Ofx,
        Format::Qif,
        Format::Csv,
    ];

    /// Its name for a person.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Canonical => "canonical JSON",
            Format::Gocardless => "GoCardless Bank Account Data",
            Format::GocardlessPro => "GoCardless Pro JSON",
            Format::Stripe => "Stripe JSON",
            Format::StripeReport => "Stripe report",
            Format::PaypalCsv => "PayPal activity download",
            Format::Camt052 => "camt.052 report",
            Format::Camt054 => "camt.054 notification",
            Format::Camt053 => "camt.053 statement",
            Format::Ofx => "OFX statement",
            Format::Qif => "QIF export",
            Format::Mt940 => "MT940 statement",
            Format::Mt942 => "MT942 report",
            Format::Ubl => "UBL invoice",
            Format::Cii => "Cross Industry Invoice",
            Format::Csv => "CSV export",
            Format::Whmcs => "WHMCS answer",
            Format::OpenBankingUk => "UK Open Banking JSON",
            Format::Paypal => "PayPal JSON",
            Format::Wise => "Wise statement",
            Format::Plaid => "Plaid JSON",
        }
    }
}
