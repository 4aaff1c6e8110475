//! What a host has to say of files that leave it out.

use payymo::format::ReadOptions;
use payymo::money::Currency;

/// Files that name no currency: refused without the option, read with it.
const WITHOUT_CURRENCY: &[(&str, &str)] = &[
    ("csv/bank2ynab/2018-04-14_10-52-13_bunq-transactieoverzicht.csv", "EUR"),
    ("csv/bank2ynab/20180226_12345678.csv", "GBP"),
    ("csv/bank2ynab/2019-03-02_11-50-46_bunq-statement.csv", "EUR"),
    ("csv/bank2ynab/test_row_format_CD_flag.csv", "EUR"),
    ("csv/double-entry-generator/abc_debit_example-abc_debit-records.csv", "CNY"),
    ("csv/double-entry-generator/credit_example-bmo-records.csv", "CAD"),
    ("csv/double-entry-generator/debit_example-bmo-records.csv", "CAD"),
    ("csv/double-entry-generator/td_example-td-records.csv", "CAD"),
    ("mt940/my-flow-mt940/existing_booking_date.sta", "EUR"),
    ("mt940/my-flow-mt940/missing_booking_date.sta", "EUR"),
    ("mt940/my-flow-mt940/missing_closing_record_62F.sta", "EUR"),
    ("mt940/my-flow-mt940/non_ref.sta", "EUR"),
    ("mt940/my-flow-mt940/short_amount.sta", "EUR"),
    ("mt940/wolph-mt940/betterplace_empty_entry_date.sta", "EUR"),
    ("mt940/wolph-mt940/cmxl_statement_details.sta", "EUR"),
    ("mt940/wolph-mt940/cmxl_statement_line.sta", "EUR"),
    ("mt940/wolph-mt940/self-provided_sparkassen.sta", "EUR"),
    ("qif/jemmyw-qif/3_records_ddmmyy.qif", "USD"),
    ("qif/jemmyw-qif/3_records_ddmmyyyy.qif", "USD"),
    ("qif/jemmyw-qif/3_records_dmyy.qif", "USD"),
    ("qif/jemmyw-qif/3_records_invalid_header.qif", "USD"),
    ("qif/jemmyw-qif/3_records_mmddyy.qif", "USD"),
    ("qif/jemmyw-qif/3_records_mmddyyyy.qif", "USD"),
    ("qif/jemmyw-qif/3_records_separator.qif", "USD"),
    ("qif/jemmyw-qif/3_records_spaced.qif", "USD"),
    ("qif/jemmyw-qif/quicken_non_investement_account.qif", "USD"),
    ("qif/jemmyw-qif/splits.qif", "USD"),
];

/// Files without a header that do not say which way money goes: refused without a column map, read with it.
const WITHOUT_HEADER: &[(&str, &str, &str)] = &[
    (
        "csv/bank2ynab/dba33fceecd62c3c727893361e0ba4d3.P000000027355791.csv",
        "SGD",
        r#"{"fields": {"booked_on": 0, "kind": 1, "debit": 2, "credit": 3, "text": 4}}"#,
    ),
    (
        "csv/bank2ynab/test_delimiter_tab.csv",
        "EUR",
        r#"{"fields": {"booked_on": 0, "text": 1, "value_on": 2, "credit": 3, "debit": 4}}"#,
    ),
];

/// What a host knows of a file that does not say it.
pub fn options(name: &str) -> ReadOptions {
    let mut options = ReadOptions::default();
    let named = WITHOUT_CURRENCY.iter().find(|known| known.0 == name).map(|known| known.1);
    let mapped = WITHOUT_HEADER.iter().find(|known| known.0 == name);
    options.columns = mapped.map(|known| serde_json::from_str(known.2).expect("a column map"));
    options.currency =
        named.or(mapped.map(|known| known.1)).map(|code| Currency::parse(code).expect("a currency"));
    options
}
