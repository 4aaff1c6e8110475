//! What is known of the files of the corpus that are not simply read whole: each by its path, with the reason.

use payymo::Code;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every record.
    Whole,
    /// It holds none.
    WithoutRows,
    /// Some records, and an error for each other one.
    Partly,
    /// No record.
    Refused,
}

impl Outcome {
    /// As the tables print it.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Whole => "whole",
            Outcome::WithoutRows => "without rows",
            Outcome::Partly => "partly",
            Outcome::Refused => "refused",
        }
    }
}

/// Files that hold no row: with the code, where that is the whole answer.
pub const WITHOUT_ROWS: &[(&str, Option<Code>, &str)] = &[
    ("camt052/subite-camt-to-coda/052_2024-03-11.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-04-02.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-04-24.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-05-16.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-06-07.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-06-29.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-07-21.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-08-12.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-09-03.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-09-25.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-10-17.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-11-08.xml", None, "balances"),
    ("camt052/subite-camt-to-coda/052_2024-11-30.xml", None, "balances"),
    ("camt053/genkgo-camt/camt53.only-Dt-with-DtTm.xml", None, "a statement without entries"),
    ("camt054/subite-camt-to-coda/054_2024-03-07.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-03-29.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-04-20.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-05-12.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-06-03.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-06-25.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-07-17.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-08-08.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-08-30.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-09-21.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-10-13.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-11-04.xml", None, "an entry of status INFO: told, not booked"),
    ("camt054/subite-camt-to-coda/054_2024-11-26.xml", None, "an entry of status INFO: told, not booked"),
    (
        "csv/bankstatementparser/camt_file.csv",
        Some(Code::CsvNoHeader),
        "a summary of a statement, no transactions",
    ),
    (
        "gocardless-pro/gocardless-pro-python/mandates.json",
        Some(Code::GocardlessProUnsupported),
        "mandates: no money",
    ),
    (
        "gocardless-pro/gocardless-pro-python/payer_authorisations.json",
        Some(Code::GocardlessProUnsupported),
        "authorisations of payers: no money",
    ),
    ("gocardless-pro/gocardless-pro-python/payment_accounts.json", None, "accounts"),
    (
        "gocardless/robintty-nordigen/GetAccount.json",
        Some(Code::FormatUnsupported),
        "an account, no transactions",
    ),
    (
        "gocardless/robintty-nordigen/GetAccountDetails.json",
        Some(Code::FormatUnsupported),
        "an account, no transactions",
    ),
    ("gocardless/robintty-nordigen/GetBalances.json", None, "balances"),
    ("mt940/cmxl/mt940-handelsbank.txt", None, "two statements without entries"),
    (
        "mt940/my-flow-mt940/account_identification_option_B.sta",
        Some(Code::FormatNoRows),
        "one field: an account",
    ),
    (
        "mt940/my-flow-mt940/account_identification_option_B_with_BIC.sta",
        Some(Code::FormatNoRows),
        "one field: an account",
    ),
    (
        "mt940/my-flow-mt940/account_identification_option_B_with_currency.sta",
        Some(Code::FormatNoRows),
        "one field: an account",
    ),
    (
        "mt940/my-flow-mt940/duplicate_spaces.sta",
        Some(Code::FormatNoRows),
        "one field: details without an entry",
    ),
    ("mt940/my-flow-mt940/last_statement.sta", None, "a balance"),
    (
        "mt940/my-flow-mt940/line_breaks_with_@@.sta",
        Some(Code::FormatNoRows),
        "two fields: a reference and an account",
    ),
    ("mt940/my-flow-mt940/line_breaks_with_rn.sta", Some(Code::FormatNoRows), "two fields: references"),
    ("mt940/my-flow-mt940/opening_balance.sta", None, "a balance"),
    ("mt940/my-flow-mt940/opening_balance_with_new_line.sta", None, "a balance"),
    (
        "mt940/my-flow-mt940/unstructured_account_owner.sta",
        Some(Code::FormatNoRows),
        "one field: details without an entry",
    ),
    ("mt940/webschik-mt940-js/ing-2.mta", None, "a statement without entries"),
    ("mt940/wolph-mt940/betterplace_amount_formats.sta", None, "balances"),
    ("mt940/wolph-mt940/betterplace_currency_in_25.sta", Some(Code::FormatNoRows), "one field: an account"),
    ("mt940/wolph-mt940/betterplace_missing_crlf_at_end.sta", None, "a balance"),
    ("mt940/wolph-mt940/cmxl_account_balance_credit.sta", None, "a balance"),
    ("mt940/wolph-mt940/cmxl_account_balance_debit.sta", None, "a balance"),
    (
        "mt940/wolph-mt940/cmxl_account_identification_iban.sta",
        Some(Code::FormatNoRows),
        "one field: an account",
    ),
    (
        "mt940/wolph-mt940/cmxl_account_identification_legacy.sta",
        Some(Code::FormatNoRows),
        "one field: an account",
    ),
    ("mt940/wolph-mt940/cmxl_available_balance.sta", None, "a balance"),
    ("mt940/wolph-mt940/cmxl_closing_balance.sta", None, "a balance"),
    ("mt940/wolph-mt940/self-provided_long_statement_number.sta", None, "a statement without entries"),
    ("ofx1/ofx4j/bank-of-america-profile.ofx", Some(Code::FormatNoRows), "a bank's profile, no statement"),
    ("ofx1/ofx4j/closing-tags.ofx", Some(Code::FormatNoRows), "a sign-on, no statement"),
    ("ofx1/ofx4j/fremont-bank-profile.ofx", Some(Code::OfxFailed), "a sign-on that was refused"),
    (
        "ofx1/ofx4j/mercantile-brokerage-services-profile.ofx",
        Some(Code::FormatNoRows),
        "a broker's profile, no statement",
    ),
    ("ofx1/ofx4j/simple.ofx", Some(Code::FormatNoRows), "a sign-on, no statement"),
    ("ofx1/ofx4j/whitespace-example.ofx", Some(Code::FormatNoRows), "one element, no statement"),
    (
        "ofx1/ofxparse/account_listing_aggregation.ofx",
        Some(Code::FormatNoRows),
        "a list of accounts, no statement",
    ),
    ("ofx1/ofxparse/bank_small.ofx", Some(Code::FormatNoRows), "an empty document"),
    ("ofx1/ofxparse/signon_fail.ofx", Some(Code::OfxFailed), "a sign-on that was refused"),
    ("ofx1/ofxparse/signon_success.ofx", Some(Code::FormatNoRows), "a sign-on, no statement"),
    ("ofx1/ofxparse/signon_success_no_message.ofx", Some(Code::FormatNoRows), "a sign-on, no statement"),
    ("ofx1/ofxparse/td_ameritrade.ofx", None, "positions, no movements"),
    ("ofx1/ofxparse/tiaacref.ofx", None, "a transfer of securities"),
    ("ofx2/annacruz-ofx/error.ofx", Some(Code::OfxFailed), "a request that was refused"),
    ("ofx2/ofxparse/error_message.ofx", Some(Code::OfxFailed), "a request that was refused"),
    ("ofx2/ofxparse/multiple_accounts.ofx", None, "balances"),
    ("qif/jemmyw-qif/quicken_investment_account.qif", None, "movements of securities"),
    (
        "stripe/dj-stripe/dispute_pm_fakefakefakefake01.json",
        Some(Code::StripeUnsupported),
        "a payment method: no money",
    ),
    (
        "stripe/dj-stripe/setup_intent_pi_destination_charge.json",
        Some(Code::StripeUnsupported),
        "a setup intent: no money",
    ),
    ("stripe/stripe-openapi/balance.json", None, "a balance"),
    (
        "stripe/stripe-openapi/checkout.session.json",
        Some(Code::StripeUnsupported),
        "a checkout: its payment intent and charge are read",
    ),
    (
        "stripe/stripe-openapi/dispute.json",
        Some(Code::StripeUnsupported),
        "a dispute without balance transactions: no money moved",
    ),
    (
        "stripe/stripe-openapi/financial_connections.transaction.json",
        Some(Code::StripeUnsupported),
        "a movement of a customer's bank account",
    ),
    (
        "stripe/stripe-openapi/invoice_payment.json",
        Some(Code::StripeUnsupported),
        "made up: a payment of an invoice without amount, currency and status",
    ),
    (
        "stripe/stripe-openapi/payment_attempt_record.json",
        Some(Code::StripeUnsupported),
        "a payment outside Stripe: no money of the balance",
    ),
    (
        "stripe/stripe-openapi/payment_intent.json",
        Some(Code::StripeUnsupported),
        "a payment intent that is not paid",
    ),
    (
        "stripe/stripe-openapi/payment_record.json",
        Some(Code::StripeUnsupported),
        "a payment outside Stripe: no money of the balance",
    ),
    (
        "stripe/stripe-openapi/tax.transaction.json",
        Some(Code::StripeUnsupported),
        "a tax calculation: no money",
    ),
    ("whmcs/whmcs-mcp-server/transactions_empty.json", None, "an empty list"),
];

/// Files that are damaged on purpose: not counted among those that are to be read whole.
pub const DAMAGED: &[(&str, Outcome, &str)] = &[
    ("bai2/kenwilcox-bankfileparsers/BAI-sample.txt", Outcome::Partly, "a detail without its type code"),
    (
        "bai2/moov-bai2/errors_sample-parseError.txt",
        Outcome::Refused,
        "its name says so: a record that is none",
    ),
    ("camt053/bankstatementparser/camt053_garbled_amount.xml", Outcome::Refused, "its amount is no number"),
    ("camt053/genkgo-camt/camt053.v2.wrong.xml", Outcome::Refused, "a message without a statement"),
    (
        "csv/bank2ynab/TH_20180101-20180523_page_1.csv",
        Outcome::Refused,
        "its only row is masked: the year 1111",
    ),
    (
        "csv/bank2ynab/TH_20180101-20180523_strana_1.csv",
        Outcome::Refused,
        "its only row is masked: the year 1111",
    ),
    ("csv/bank2ynab/test_headers.csv", Outcome::Partly, "two rows were put in that are none"),
    ("csv/bank2ynab/test_row_format_CD_flag.csv", Outcome::Partly, "three rows lack their flag"),
    ("csv/bankstatementparser/golden_csv_garbled_amount.csv", Outcome::Partly, "an amount is no number"),
    (
        "gocardless-pro/gocardless-pro-python/events.json",
        Outcome::Partly,
        "`example currency 101` in place of a currency",
    ),
    (
        "gocardless-pro/gocardless-pro-python/payment_account_transactions.json",
        Outcome::Refused,
        "`example currency 101` in place of the currencies",
    ),
    ("gocardless/actual-server/cbc_cregbebb.json", Outcome::Refused, "made for a test of balances: no dates"),
    (
        "gocardless/actual-server/ing_pl_ingbplpw.json",
        Outcome::Refused,
        "made for a test of balances: no dates",
    ),
    (
        "gocardless/actual-server/mbank_retail_brexplpw.json",
        Outcome::Refused,
        "made for a test of balances: no dates",
    ),
    (
        "gocardless/actual-server/sandboxfinance_sfin0000.json",
        Outcome::Refused,
        "made for a test of balances: no dates",
    ),
    (
        "gocardless/robintty-nordigen/GetTransactionRange.json",
        Outcome::Partly,
        "the word `string` in place of two currencies",
    ),
    ("mt940/my-flow-mt940/sepa_snippet_broken_2.sta", Outcome::WithoutRows, "the entry was cut out"),
    ("mt940/wolph-mt940/self-provided_invalid_statement.sta", Outcome::Refused, "ten lines of one digit"),
    ("ofx1/annacruz-ofx/cef_malformed_decimal.ofx", Outcome::Refused, "its amount is no number"),
    ("ofx1/ofx4j/example-response2.ofx", Outcome::Refused, "cut in the middle"),
    ("ofx1/ofxparse/fail_nice_date_missing.ofx", Outcome::Refused, "its dates are missing"),
    ("ofx1/ofxparse/fail_nice_decimal_error.ofx", Outcome::Refused, "its date is no date"),
    (
        "stripe/dj-stripe/dispute_ch_fakefakefakefake01.json",
        Outcome::Refused,
        "a library turned its amounts into decimals",
    ),
    (
        "stripe/dj-stripe/payout_custom_bank_account.json",
        Outcome::Refused,
        "a library turned its amounts into decimals",
    ),
    (
        "stripe/dj-stripe/payout_custom_card.json",
        Outcome::Refused,
        "a library turned its amounts into decimals",
    ),
    ("whmcs/whmcs-mcp-server/transactions_malformed.json", Outcome::Refused, "made up: `abc` as the amount"),
];

/// Files that are not read whole though nothing is wrong with them.
pub const NOT_READ: &[(&str, Outcome, &str)] = &[(
    "gocardless-pro/gocardless-pro-python/payout_items.json",
    Outcome::Refused,
    "items without their payout, which alone says day and currency",
)];

/// Files whose balances do not prove their entries, through no fault of a reader.
pub const NOT_PROVEN: &[(&str, &str)] = &[
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
    (
        "mt940/cmxl/mt940-abnamro.txt",
        "made up around a real one: entries of -321.44 and -24.49 between balances of 3236.28, 876.84, 2876.84 and 1849.75",
    ),
    (
        "mt940/jejik-mt940/abnamro.txt",
        "made up around a real one: entries of -321.44 and -24.49 between balances of 3236.28, 876.84, 2876.84 and 1849.75",
    ),
    (
        "mt940/mt940-rs/jejik_abnamro.sta",
        "made up around a real one: entries of -321.44 and -24.49 between balances of 3236.28, 876.84, 2876.84 and 1849.75",
    ),
    (
        "mt940/wolph-mt940/jejik_abnamro.sta",
        "made up around a real one: entries of -321.44 and -24.49 between balances of 3236.28, 876.84, 2876.84 and 1849.75",
    ),
    (
        "mt940/zilverline-mt940/abn_abnamro.txt",
        "made up around a real one: entries of -321.44 and -24.49 between balances of 3236.28, 876.84, 2876.84 and 1849.75",
    ),
    ("mt940/dovadi-mt940/ing.txt", "made up: entries of -46.59 or -45.59 between 0.00 and 3.47"),
    ("mt940/jejik-mt940/ing-dos.txt", "made up: entries of -46.59 or -45.59 between 0.00 and 3.47"),
    ("mt940/wolph-mt940/jejik_ing.sta", "made up: entries of -46.59 or -45.59 between 0.00 and 3.47"),
    ("mt940/zilverline-mt940/ing.txt", "made up: entries of -46.59 or -45.59 between 0.00 and 3.47"),
    ("mt940/zilverline-mt940/unknown.txt", "made up: entries of -46.59 or -45.59 between 0.00 and 3.47"),
    ("mt940/dovadi-mt940/ing_sepa.txt", "an entry of 1234.00 was added to a statement that held"),
    ("mt940/jejik-mt940/bug-core-5401.txt", "one entry of a statement, between balances of 0.00"),
    ("mt940/jejik-mt940/commerzbank.txt", "one entry of a statement, between balances of 0.00"),
    ("mt940/jejik-mt940/deutschebank.txt", "one entry of a statement, between balances of 0.00"),
    ("mt940/jejik-mt940/sparkasse2.txt", "made up: +252.21 by its balances, one entry of 1027.25"),
    ("mt940/jejik-mt940/sparkasse3.txt", "made up: +252.21 by its balances, one entry of 1027.25"),
    (
        "mt940/mt940-rs/abnamro_mt940.sta",
        "its balances were changed to 1111.10, 2222.20, 5555.20 and 6666.83",
    ),
    ("mt940/mt940-rs/bugs_issue-51.sta", "its amounts were changed: 100.00 apart"),
    ("mt940/mt940-rs/sparkasse_buxtehude.sta", "its amounts were changed: 100.00 apart"),
    (
        "mt940/mt940-rs/special-cases_overly_long_details.sta",
        "made up: -233.15 between 12345.12 and 12345.98",
    ),
    ("mt940/wolph-mt940/self-provided_details_60-63.sta", "made up: -233.15 between 12345.12 and 12345.98"),
    (
        "mt940/wolph-mt940/self-provided_malformed_details.sta",
        "made up: -233.15 between 12345.12 and 12345.98",
    ),
    (
        "mt940/wolph-mt940/self-provided_overly_long_details.sta",
        "made up: -233.15 between 12345.12 and 12345.98",
    ),
    ("mt940/wolph-mt940/self-provided_whitespace.sta", "made up: -233.15 between 12345.12 and 12345.98"),
    (
        "mt940/my-flow-mt940/message_separator_in_text.sta",
        "its balances were changed: -437.69 between 123.58 and -39.09",
    ),
    (
        "mt940/zilverline-mt940/deutsche_bank.txt",
        "its amounts were changed: 3.99 and 0.01 between 0.00 and 5.87",
    ),
    ("mt940/my-flow-mt940/sepa_snippet_broken_4.sta", "cut: entries of the longer sample are missing"),
    ("mt940/wolph-mt940/betterplace_sepa_snippet.sta", "cut: entries of the longer sample are missing"),
    (
        "mt940/wolph-mt940/betterplace_sepa_snippet_broken.sta",
        "cut: entries of the longer sample are missing",
    ),
    ("mt940/php-mt940/Abn_sample2", "made up: one entry four times, with other dates"),
    ("mt940/php-mt940/Ing_sample", "made up: the last entry stands there twice"),
    ("mt940/webschik-mt940-js/abn-amro-1.STA", "cut: one entry of a statement"),
    ("mt940/wolph-mt940/mBank_with_newline_in_tnr.sta", "cut: one entry of a statement"),
    ("mt940/wolph-mt940/self-provided_raiffeisen-cmi.sta", "cut: one entry of a statement"),
    (
        "mt940/zilverline-mt940/abn_abn_sepa_incasso_doorlopend.txt",
        "made up: 10.50 between 10000.00 and 10010.00",
    ),
    ("mt940/zilverline-mt940/abn_abn_sepa_overboeking.txt", "made up: 10.50 between 10000.00 and 10010.00"),
    (
        "mt940/zilverline-mt940/abn_abn_sepa_periodieke_overboeking.txt",
        "made up: 10.50 between 10000.00 and 10010.00",
    ),
    (
        "mt940/zilverline-mt940/abn_abn_structured_sepa_acceptgiro.txt",
        "made up: 10.50 between 10000.00 and 10010.00",
    ),
    (
        "mt940/zilverline-mt940/abn_abn_structured_sepa_ideal.txt",
        "made up: 10.50 between 10000.00 and 10010.00",
    ),
    (
        "mt940/zilverline-mt940/abn_abn_structured_sepa_overboeking.txt",
        "made up: 10.50 between 10000.00 and 10010.00",
    ),
    ("mt940/zilverline-mt940/abn_abnamro_structured.txt", "its amounts were changed: 5.10 and 8.00 apart"),
    (
        "mt940/zilverline-mt940/abn_anb_sepa_overboeking_belastingdienst.txt",
        "its balances were changed: 86000.00 apart",
    ),
    (
        "mt940/zilverline-mt940/ing_eu_incasso_foreign_transaction.txt",
        "its amount was changed: 50.97 between 1000.00 and 950.00",
    ),
    ("mt940/zilverline-mt940/ing_structured.txt", "its amounts were changed: 6716.00 apart"),
];
