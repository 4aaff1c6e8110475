//! The sample data that comes with the project, in the binary so that it works from any folder: a month of the made-up
//! company Nordwind Hosting. Every person, company and account in it is invented.

/// Name and bytes of a file.
pub type File = (&'static str, &'static [u8]);

pub const TRANSACTIONS: [File; 3] = [
    ("bank.camt053.xml", include_bytes!("../data/bank.camt053.xml")),
    ("gocardless.json", include_bytes!("../data/gocardless.json")),
    ("stripe.json", include_bytes!("../data/stripe.json")),
];
pub const INVOICES: [File; 2] = [
    ("whmcs-invoices.json", include_bytes!("../data/whmcs-invoices.json")),
    ("business-invoices.json", include_bytes!("../data/business-invoices.json")),
];
pub const SETTLED: [File; 1] =
    [("whmcs-transactions.json", include_bytes!("../data/whmcs-transactions.json"))];
pub const OPTIONS: File = ("options.json", include_bytes!("../data/options.json"));
