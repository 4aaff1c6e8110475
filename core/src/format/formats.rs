//! The formats that have a reader.

/// Writes the formats in the order in which they are asked, of equals the first: variant, code, name for a person, meaning.
macro_rules! formats {
    ($($variant:ident, $code:literal, $name:literal, $meaning:literal;)*) => {
        /// Formats that are told apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub enum Format {
            $(#[doc = $meaning] #[serde(rename = $code)] $variant,)*
        }

        impl Format {
            /// All formats.
            pub const ALL: &'static [Format] = &[$(Format::$variant),*];

            /// Its word in documents.
            pub const fn code(self) -> &'static str {
                match self { $(Format::$variant => $code,)* }
            }

            /// Its name for a person.
            pub const fn name(self) -> &'static str {
                match self { $(Format::$variant => $name,)* }
            }

            /// What it is.
            pub const fn meaning(self) -> &'static str {
                match self { $(Format::$variant => $meaning,)* }
            }
        }
    };
}

#[rustfmt::skip]
formats! {
    Camt052, "camt052", "camt.052 report", "ISO 20022 camt.052, the report of an account within the day.";
    Camt053, "camt053", "camt.053 statement", "ISO 20022 camt.053, the statement.";
    Camt054, "camt054", "camt.054 notification", "ISO 20022 camt.054, the notification of single bookings.";
    Mt940, "mt940", "MT940 statement", "SWIFT MT940, the customer statement.";
    Mt942, "mt942", "MT942 report", "SWIFT MT942, the interim transaction report.";
    Bai2, "bai2", "BAI2 report", "BAI2, the balance and transaction report of North American banks.";
    Coda, "coda", "CODA statement", "CODA, the coded statement of account of Belgian banks.";
    Ubl, "ubl", "UBL invoice", "UBL 2.1 `Invoice` and `CreditNote`, plain or of EN 16931.";
    Cii, "cii", "Cross Industry Invoice", "UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD, XRechnung.";
    Gocardless, "gocardless", "GoCardless Bank Account Data", "GoCardless Bank Account Data.";
    GocardlessPro, "gocardless_pro", "GoCardless Pro JSON", "GoCardless Pro, the API that collects direct debits.";
    OpenBankingUk, "open_banking_uk", "UK Open Banking JSON", "The account information API of the UK's banks.";
    Paypal, "paypal", "PayPal JSON", "PayPal's transaction search and balances.";
    Wise, "wise", "Wise statement", "Balance statements of Wise.";
    Plaid, "plaid", "Plaid JSON", "Plaid's transactions.";
    Whmcs, "whmcs", "WHMCS answer", "WHMCS API answers.";
    Stripe, "stripe", "Stripe JSON", "Stripe objects.";
    StripeReport, "stripe_report", "Stripe report", "Stripe's report CSVs.";
    PaypalCsv, "paypal_csv", "PayPal activity download", "PayPal's activity download.";
    Canonical, "canonical", "canonical JSON", "The contract's own JSON.";
    Ofx, "ofx", "OFX statement", "Open Financial Exchange, SGML or XML.";
    Qif, "qif", "QIF export", "Quicken Interchange Format.";
    Csv, "csv", "CSV export", "A bank's CSV export.";
}
