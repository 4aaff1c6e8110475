//! Real files of banks and gateways: what is read of each, what is refused and why.
//!
//! `cargo test -p payymo-tests --test corpus -- --nocapture` prints the tables. A file that is refused stands in
//! [`REFUSED`] with its reason; any other refusal, and a listed file that is read by now, fails.

use payymo::Code;
use payymo::format::{BalanceKind, ReadOptions, Report, detect, read};
use payymo::model::Status;
use payymo::money::Currency;
use payymo_tests::shared;
use std::collections::BTreeMap;
use std::path::Path;

/// Formats with a reader.
const READ: [&str; 11] =
    ["bai2", "camt052", "camt053", "camt054", "csv", "gocardless", "ofx1", "ofx2", "qif", "stripe", "whmcs"];

/// Files that yield no row, by path, with the code and the reason.
const REFUSED: &[(&str, Code, &str)] = &[
    (
        "camt053/genkgo-camt/camt053.v2.wrong.xml",
        Code::FormatNoRows,
        "a message without a statement, damaged on purpose",
    ),
    ("gocardless/robintty-nordigen/GetAccount.json", Code::FormatUnsupported, "an account, no transactions"),
    (
        "gocardless/robintty-nordigen/GetAccountDetails.json",
        Code::FormatUnsupported,
        "an account, no transactions",
    ),
    (
        "stripe/dj-stripe/dispute_pm_fakefakefakefake01.json",
        Code::StripeUnsupported,
        "a payment method: no money",
    ),
    (
        "stripe/dj-stripe/invoice_in_fakefakefakefakefake0001.json",
        Code::StripeUnsupported,
        "an invoice of Stripe's own billing: not read yet",
    ),
    (
        "stripe/dj-stripe/invoice_in_fakefakefakefakefake0004.json",
        Code::StripeUnsupported,
        "an invoice of Stripe's own billing: not read yet",
    ),
    (
        "stripe/dj-stripe/setup_intent_pi_destination_charge.json",
        Code::StripeUnsupported,
        "a setup intent: no money",
    ),
    (
        "stripe/stripe-openapi/application_fee.json",
        Code::StripeUnsupported,
        "moves the balance only through its own balance transaction, which is read",
    ),
    (
        "stripe/stripe-openapi/balance.json",
        Code::StripeUnsupported,
        "a balance without movements: not read yet",
    ),
    (
        "stripe/stripe-openapi/checkout.session.json",
        Code::StripeUnsupported,
        "a checkout: its payment intent and charge are read",
    ),
    (
        "stripe/stripe-openapi/credit_note.json",
        Code::StripeUnsupported,
        "a credit note of Stripe's own billing: not read yet",
    ),
    (
        "stripe/stripe-openapi/customer_balance_transaction.json",
        Code::StripeUnsupported,
        "a customer's credit, not the host's balance",
    ),
    (
        "stripe/stripe-openapi/customer_cash_balance_transaction.json",
        Code::StripeUnsupported,
        "a customer's cash, not the host's balance",
    ),
    (
        "stripe/stripe-openapi/dispute.json",
        Code::StripeUnsupported,
        "a dispute without balance transactions: no money moved",
    ),
    (
        "stripe/stripe-openapi/fee_refund.json",
        Code::StripeUnsupported,
        "moves the balance only through its own balance transaction, which is read",
    ),
    (
        "stripe/stripe-openapi/financial_connections.transaction.json",
        Code::StripeUnsupported,
        "a movement of a customer's bank account",
    ),
    (
        "stripe/stripe-openapi/invoice.json",
        Code::StripeUnsupported,
        "an invoice of Stripe's own billing: not read yet",
    ),
    (
        "stripe/stripe-openapi/invoice_payment.json",
        Code::StripeUnsupported,
        "says which payment paid an invoice: not read yet",
    ),
    (
        "stripe/stripe-openapi/issuing.transaction.json",
        Code::StripeUnsupported,
        "moves the balance only through its own balance transaction, which is read",
    ),
    (
        "stripe/stripe-openapi/payment_attempt_record.json",
        Code::StripeUnsupported,
        "a payment outside Stripe: no money of the balance",
    ),
    (
        "stripe/stripe-openapi/payment_intent.json",
        Code::StripeUnsupported,
        "a payment intent that is not paid",
    ),
    (
        "stripe/stripe-openapi/payment_record.json",
        Code::StripeUnsupported,
        "a payment outside Stripe: no money of the balance",
    ),
    ("stripe/stripe-openapi/tax.transaction.json", Code::StripeUnsupported, "a tax calculation: no money"),
    (
        "stripe/stripe-openapi/topup.json",
        Code::StripeUnsupported,
        "moves the balance only through its own balance transaction, which is read",
    ),
    (
        "stripe/stripe-openapi/transfer.json",
        Code::StripeUnsupported,
        "moves the balance only through its own balance transaction, which is read",
    ),
    (
        "stripe/stripe-openapi/transfer_reversal.json",
        Code::StripeUnsupported,
        "moves the balance only through its own balance transaction, which is read",
    ),
    (
        "stripe/stripe-openapi/treasury.transaction.json",
        Code::StripeUnsupported,
        "a treasury account of its own: not read yet",
    ),
    (
        "csv/bank2ynab/TH_20180101-20180523_page_1.csv",
        Code::CsvBadDate,
        "its only row is masked: the year 1111",
    ),
    (
        "csv/bank2ynab/TH_20180101-20180523_strana_1.csv",
        Code::CsvBadDate,
        "its only row is masked: the year 1111",
    ),
    (
        "csv/bank2ynab/dba33fceecd62c3c727893361e0ba4d3.P000000027355791.csv",
        Code::CsvSign,
        "one row, no header: money in or out is not said",
    ),
    (
        "csv/bank2ynab/test_delimiter_tab.csv",
        Code::CsvSign,
        "no header, no sign: money in or out is not said",
    ),
    ("csv/bankstatementparser/camt_file.csv", Code::CsvNoHeader, "a summary of a statement, no transactions"),
    ("ofx1/ofx4j/bank-of-america-profile.ofx", Code::FormatNoRows, "a bank's profile, no statement"),
    ("ofx1/ofx4j/closing-tags.ofx", Code::FormatNoRows, "a sign-on, no statement"),
    ("ofx1/ofx4j/example-response2.ofx", Code::FormatNoRows, "a bank's profile, no statement"),
    ("ofx1/ofx4j/fremont-bank-profile.ofx", Code::OfxFailed, "a sign-on that was refused"),
    (
        "ofx1/ofx4j/mercantile-brokerage-services-profile.ofx",
        Code::FormatNoRows,
        "a broker's profile, no statement",
    ),
    ("ofx1/ofx4j/simple.ofx", Code::FormatNoRows, "a sign-on, no statement"),
    ("ofx1/ofx4j/whitespace-example.ofx", Code::FormatNoRows, "one element, no statement"),
    ("ofx1/ofxparse/account_listing_aggregation.ofx", Code::FormatNoRows, "a list of accounts, no statement"),
    ("ofx1/ofxparse/bank_small.ofx", Code::FormatNoRows, "an empty document"),
    ("ofx1/ofxparse/signon_fail.ofx", Code::OfxFailed, "a sign-on that was refused"),
    ("ofx1/ofxparse/signon_success.ofx", Code::FormatNoRows, "a sign-on, no statement"),
    ("ofx1/ofxparse/signon_success_no_message.ofx", Code::FormatNoRows, "a sign-on, no statement"),
    ("ofx2/annacruz-ofx/error.ofx", Code::OfxFailed, "a request that was refused"),
    ("ofx2/ofxparse/error_message.ofx", Code::OfxFailed, "a request that was refused"),
];

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

/// Files whose balances do not prove their entries, through no fault of a reader.
const NOT_WHOLE: &[(&str, &str)] = &[
    ("bai2/moj-bai2/test_bai2_1.bai", "anonymised: opening and closing are the same, one entry of 0.01"),
    ("bai2/moj-bai2/test_bai2_5.bai", "made up: opening and closing are the same, two credits"),
    (
        "bai2/moov-bai2/sample4-continuations-newline-delimited.txt",
        "made up: one debit of 2000.00 by its balances and totals, fourteen entries, trailers of other files",
    ),
    (
        "bai2/moov-bai2/sample5-issue113.txt",
        "made up: as the one before, with three entries more and an 88 without its comma",
    ),
    ("camt053/genkgo-camt/camt053.v2.five.decimals.xml", "made up: 18.15 + 8.85 is not 27.05"),
    ("camt053/genkgo-camt/camt053.v2.all-balance-types.xml", "made up: one balance of each type, one entry"),
    (
        "camt053/genkgo-camt/camt053.v2.minimal.ultimate.xml",
        "opening and closing balance in different currencies",
    ),
    ("camt053/genkgo-camt/camt053.v2.minimal.xml", "opening and closing balance in different currencies"),
    (
        "camt053/genkgo-camt/camt053.v2.with-party-ids.xml",
        "opening and closing balance in different currencies",
    ),
    ("camt053/genkgo-camt/camt053.v3.xml", "opening and closing balance in different currencies"),
    ("camt053/genkgo-camt/camt053.v4.xml", "opening and closing balance in different currencies"),
    ("camt053/genkgo-camt/camt053.v8.xml", "opening and closing balance in different currencies"),
    (
        "csv/double-entry-generator/td_example-td-records.csv",
        "made up: its balances do not follow its amounts",
    ),
];

/// Files of a format still to come that are not recognised: damaged beyond that.
const UNRECOGNISED: &[(&str, &str)] =
    &[("mt940/wolph-mt940/self-provided_invalid_statement.sta", "four lines of one digit")];

#[derive(Default)]
struct Count {
    files: usize,
    rows: usize,
    errors: usize,
    refused: usize,
    proven: usize,
}

#[test]
fn every_file_is_read_or_its_refusal_is_known() {
    let Some(corpus) = shared::folder("corpus").map(|folder| folder.join("corpus")) else { return };
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    println!("{:<72} {:>6} {:>6} {:>6}  balances, or the refusal", "file", "rows", "errors", "warn");
    for format in READ {
        for path in samples(&corpus.join(format)) {
            let name = name(&corpus, &path);
            let count = counts.entry(format).or_default();
            count.files += 1;
            let bytes = std::fs::read(&path).expect("a readable file");
            let known = REFUSED.iter().find(|refused| refused.0 == name);
            let mut options = ReadOptions::default();
            if let Some((_, currency)) = WITHOUT_CURRENCY.iter().find(|known| known.0 == name) {
                let without = read(&bytes, &options).map(|_| ()).map_err(|error| error.code());
                if !matches!(without, Err(Code::CsvCurrency | Code::QifCurrency)) {
                    wrong.push(format!("{name}: names a currency by now, take it from the list"));
                }
                options.currency = Some(Currency::parse(currency).expect("a currency"));
            }
            let report = match std::panic::catch_unwind(|| read(&bytes, &options)) {
                Err(_) => {
                    wrong.push(format!("{name}: PANIC"));
                    continue;
                }
                Ok(Err(error)) => {
                    count.refused += 1;
                    println!("{name:<72} {:>6} {:>6} {:>6}  {error}", "-", "-", "-");
                    if known.is_none_or(|known| known.1 != error.code()) {
                        wrong.push(format!("{name}: refused, {error}"));
                    }
                    continue;
                }
                Ok(Ok(report)) => report,
            };
            if let Some(known) = known {
                wrong.push(format!("{name}: read by now, take it from the list ({})", known.2));
            }
            let rows = report.transactions.len() + report.invoices.len() + report.settlements.len();
            count.rows += rows;
            count.errors += report.errors.len();
            let proof = proof(&report);
            count.proven += usize::from(proof == Some(true));
            println!(
                "{name:<72} {rows:>6} {:>6} {:>6}  {}",
                report.errors.len(),
                report.warnings.len(),
                match proof {
                    Some(true) => "add up",
                    Some(false) => "DO NOT ADD UP",
                    None => "-",
                }
            );
            let excused = NOT_WHOLE.iter().any(|known| known.0 == name);
            if proof == Some(false) && report.errors.is_empty() && !excused {
                wrong.push(format!("{name}: opening + entries is not closing"));
            }
            if rows == 0
                && report.errors.is_empty()
                && report.warnings.is_empty()
                && report.balances.is_empty()
            {
                wrong.push(format!("{name}: nothing, in silence"));
            }
            assert_eq!(report.transactions.len(), report.places.transactions.len(), "{name}");
        }
    }
    println!(
        "\n{:<12} {:>6} {:>8} {:>7} {:>8} {:>8}",
        "format", "files", "rows", "errors", "refused", "proven"
    );
    for (format, count) in &counts {
        println!(
            "{format:<12} {:>6} {:>8} {:>7} {:>8} {:>8}",
            count.files, count.rows, count.errors, count.refused, count.proven
        );
    }
    assert!(wrong.is_empty(), "{} files are not as known:\n{}", wrong.len(), wrong.join("\n"));
    assert!(
        counts.get("camt053").is_some_and(|count| count.proven >= 30),
        "balances prove at least 30 files"
    );
}

#[test]
fn formats_still_to_come_are_named() {
    let Some(corpus) = shared::folder("corpus").map(|folder| folder.join("corpus")) else { return };
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    for path in samples(&corpus) {
        let name = name(&corpus, &path);
        let format = name.split('/').next().unwrap_or_default().to_owned();
        if READ.contains(&format.as_str()) || !name.contains('/') {
            continue;
        }
        let bytes = std::fs::read(&path).expect("a readable file");
        let count = counts.entry(format).or_default();
        count.0 += 1;
        match detect(&bytes) {
            Err(error) if error.code() == Code::FormatUnsupported => count.1 += 1,
            answer if UNRECOGNISED.iter().all(|known| known.0 != name) => {
                wrong.push(format!(
                    "{name}: {}",
                    answer.map_or_else(|error| error.to_string(), |found| format!("{found:?}"))
                ));
            }
            _ => {}
        }
    }
    println!("{:<16} {:>6} {:>6}", "format to come", "files", "named");
    for (format, (files, named)) in &counts {
        println!("{format:<16} {files:>6} {named:>6}");
    }
    assert!(wrong.is_empty(), "{} files are taken for something else:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn amounts_are_those_of_another_reader() {
    let Some(corpus) = shared::folder("corpus").map(|folder| folder.join("corpus")) else { return };
    let mut compared = 0;
    for path in samples(&corpus.join("camt053/genkgo-camt")) {
        let name = name(&corpus, &path);
        let Ok(expected) = std::fs::read(path.with_extension("xml.expected.json")) else { continue };
        let expected: serde_json::Value = serde_json::from_slice(&expected).expect("JSON");
        let mut theirs: Vec<(String, u64)> = expected["getEntries"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|entry| {
                let amount = &entry["getAmount"];
                let minor: i64 =
                    amount["getAmount"].as_str().expect("minor units").parse().expect("a number");
                let currency = amount["getCurrency"]["getCode"].as_str().expect("a currency");
                (currency.to_owned(), minor.unsigned_abs())
            })
            .collect();
        let report = read(&std::fs::read(&path).expect("a readable file"), &ReadOptions::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut ours: Vec<(String, u64)> = report
            .transactions
            .iter()
            .map(|row| (row.currency().to_string(), row.amount.minor().unsigned_abs()))
            .collect();
        // Its list of entries is that of the last statement.
        let statements = expected["getRecords"].as_array().map_or(0, Vec::len);
        if statements > 1 {
            ours.retain(|amount| theirs.contains(amount));
        }
        theirs.sort();
        ours.sort();
        assert_eq!(ours, theirs, "{name}");
        compared += 1;
    }
    assert!(compared >= 10, "{compared} files with an expected output");
}

/// Samples below a folder: no expected outputs, no notes.
fn samples(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = shared::files(folder);
    files.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !name.contains(".expected.") && name != "README.md" && name != "INDEX.tsv"
    });
    files
}

fn name(corpus: &Path, path: &Path) -> String {
    path.strip_prefix(corpus).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// Opening + entries = closing, by account, where every statement of the input states both.
fn proof(report: &Report) -> Option<bool> {
    let mut accounts: BTreeMap<Option<&str>, (i32, i128)> = BTreeMap::new();
    for balance in &report.balances {
        let sum = accounts.entry(balance.account.as_deref()).or_default();
        let minor = i128::from(balance.amount.minor());
        match balance.kind {
            BalanceKind::Opening => *sum = (sum.0 + 1, sum.1 + minor),
            BalanceKind::Closing => *sum = (sum.0 - 1, sum.1 - minor),
            _ => {}
        }
    }
    if accounts.values().any(|sum| sum.0 != 0)
        || !report.balances.iter().any(|balance| balance.kind == BalanceKind::Opening)
    {
        return None;
    }
    for row in report.transactions.iter().filter(|row| row.status == Status::Booked) {
        accounts.entry(row.account.as_deref()).or_default().1 += i128::from(row.amount.minor());
    }
    Some(accounts.values().all(|sum| sum.1 == 0))
}
