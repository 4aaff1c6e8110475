//! What other projects read otherwise: file, field, rows counted from 0, reason.

const CREDIT_OF_DEBIT: &str =
    "made up: an entry of money out whose detail is a credit to the account itself; we name its debtor";
const ONE_OF_TWENTY: &str =
    "the details of one payment of twenty, whose other side we do not take for that of all";
const NOT_THE_ENTRY: &str =
    "made up: the amounts of the details are not the entry's: we give one row for all, they the details";
const PRCD: &str = "they call PRCD an opening balance too; where there is OPBD, that is ours";
const NO_PAYEE: &str = "the name of the bank or of the column where the file names no payee";
const NEUTRAL: &str = "moves between pockets of one wallet, which we warn of and do not book";
const LEFT_OUT: &str = "the ledger leaves out rows that another ledger of the same person has";
const PURCHASE: &str = "they take the day of the purchase, we that of the booking";
const MONTHS: &str =
    "05/01/2023 may be either: without the order of dates as an option we take the day first, and warn";
const KIND: &str = "the name of the kind of payment, which we read into kind and code";
const CONSUMER: &str =
    "a consumer's choice: the payee or the day out of the text, the ultimate creditor as the creditor";
const NO_DATES: &str = "made for a test of balances: rows without dates, which we refuse";
const RC: &str = "they take the mark RC as money in; the balances prove that it is money out";
const CODEWORD: &str = "a code word, zeros or a filler for no reference";
const GREEDY: &str =
    "they read the line's reference past the two strokes in front of the bank's, or cut it to one letter";
const GLUED: &str = "they glue what follows another key to the reference or the text";
const DTA: &str = "the number of the German text key, which we give as ISO code, or which is no return";
const BLZ: &str = "a bank's national number, which we write in front of the account, or which is no BIC";
const PL: &str = "the account in its national form; we take the IBAN beside it";
const LATIN: &str = "they write letters beyond ASCII without their marks";
const ACCOUNT_CURRENCY: &str = "they leave the currency behind the account's number";
const BROKEN: &str = "damaged: they take the details as an account";
const NO_STATEMENT: &str = "fields without a statement: refused with format.no_rows, nothing is handed out";
const OTHER_ACCOUNT: &str = "the line's reference is the other side's account";
const NO_CURRENCY: &str = "a balance without a currency, for which they take three of its digits";
const PAGE: &str = "a page's balance, which they do not tell from the statement's";
const LONG_NUMBER: &str = "a number of ten digits, which they cut in two";

pub const DIFFERENCES: &[(&str, &str, &str, &str)] = &[
    ("camt052/genkgo-camt/camt052.v2.other-account.xml", "Bic", "1", ONE_OF_TWENTY),
    ("camt052/genkgo-camt/camt052.v2.other-account.xml", "Name", "1", ONE_OF_TWENTY),
    ("camt052/genkgo-camt/camt052.v2.other-account.xml", "Party", "1", ONE_OF_TWENTY),
    ("camt052/genkgo-camt/camt052.v2.xml", "Bic", "1", ONE_OF_TWENTY),
    ("camt052/genkgo-camt/camt052.v2.xml", "Name", "1", ONE_OF_TWENTY),
    ("camt052/genkgo-camt/camt052.v2.xml", "Party", "1", ONE_OF_TWENTY),
    ("camt052/genkgo-camt/camt052.v4.xml", "Bic", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v4.xml", "Name", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v4.xml", "Party", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v6.Amt-zero.xml", "Bic", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v6.Amt-zero.xml", "Name", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v6.Amt-zero.xml", "Party", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v6.xml", "Bic", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v6.xml", "Name", "1", CREDIT_OF_DEBIT),
    ("camt052/genkgo-camt/camt052.v6.xml", "Party", "1", CREDIT_OF_DEBIT),
    ("camt053/genkgo-camt/camt053.v2.all-balance-types.xml", "Balance", "1", PRCD),
    ("camt054/genkgo-camt/camt054.v4.xml", "Amount", "1-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v4.xml", "Bic", "2-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v4.xml", "Currency", "1-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v4.xml", "Name", "1-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v4.xml", "Party", "1-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v8.xml", "Amount", "1-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v8.xml", "Bic", "2-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v8.xml", "Currency", "1-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v8.xml", "Name", "1-3", NOT_THE_ENTRY),
    ("camt054/genkgo-camt/camt054.v8.xml", "Party", "1-3", NOT_THE_ENTRY),
    ("csv/double-entry-generator/abc_debit_example-abc_debit-records.csv", "AnyReference", "3-4", CODEWORD),
    ("csv/double-entry-generator/abc_debit_example-abc_debit-records.csv", "Words", "3-4", NO_PAYEE),
    ("csv/double-entry-generator/alipay_example-alipay-records.csv", "Row", "1", NEUTRAL),
    ("csv/double-entry-generator/cgb_credit_example-cgb_credit-records.csv", "Words", "0-3", NO_PAYEE),
    ("csv/double-entry-generator/credit_example-bmo-records.csv", "BookedOn", "0-2", PURCHASE),
    ("csv/double-entry-generator/credit_example-bmo-records.csv", "Words", "0-2", NO_PAYEE),
    ("csv/double-entry-generator/credit_example-boc-records.csv", "Rows", "0", LEFT_OUT),
    ("csv/double-entry-generator/credit_example-cmb-records.csv", "BookedOn", "2-4", PURCHASE),
    ("csv/double-entry-generator/credit_example-cmb-records.csv", "Rows", "0", LEFT_OUT),
    ("csv/double-entry-generator/credit_example-cmb-records.csv", "Words", "0-4", NO_PAYEE),
    ("csv/double-entry-generator/debit_example-bmo-records.csv", "Words", "0-3", NO_PAYEE),
    ("csv/double-entry-generator/debit_example-boc-records.csv", "Rows", "0", LEFT_OUT),
    ("csv/double-entry-generator/debit_example-boc-records.csv", "Words", "0-7", KIND),
    ("csv/double-entry-generator/jd_example-jd-records.csv", "Row", "10", NEUTRAL),
    ("csv/double-entry-generator/jd_example-jd-records.csv", "Rows", "0", LEFT_OUT),
    ("csv/double-entry-generator/mt_example-mt-records.csv", "Rows", "0", LEFT_OUT),
    ("csv/double-entry-generator/td_example-td-records.csv", "BookedOn", "0-8", MONTHS),
    ("csv/double-entry-generator/td_example-td-records.csv", "Words", "0-8", NO_PAYEE),
    ("csv/double-entry-generator/wechat_example-wechat-records.csv", "Row", "0-1, 4-8, 10, 13-15", NEUTRAL),
    ("csv/double-entry-generator/wechat_example-wechat-records.csv", "Rows", "0", NEUTRAL),
    ("gocardless/actual-server/abnamro_abnanl2a.json", "Name", "0-1", CONSUMER),
    ("gocardless/actual-server/cbc_cregbebb.json", "Row", "0-1", NO_DATES),
    ("gocardless/actual-server/ing_pl_ingbplpw.json", "Row", "0-7", NO_DATES),
    ("gocardless/actual-server/lhv-lhvbee22.json", "BookedOn", "0-2", CONSUMER),
    ("gocardless/actual-server/lhv-lhvbee22.json", "Name", "0-2, 6-9", CONSUMER),
    ("gocardless/actual-server/mbank_retail_brexplpw.json", "Row", "0-6", NO_DATES),
    ("gocardless/actual-server/sandboxfinance_sfin0000.json", "Row", "0-4", NO_DATES),
    ("gocardless/actual-server/ssk_dusseldorf_dussdeddxxx.json", "Name", "1", CONSUMER),
    ("gocardless/actual-server/ssk_dusseldorf_dussdeddxxx.json", "Ultimate", "3", CONSUMER),
    ("gocardless/actual-server/swedbank_habalv22.json", "BookedOn", "0-1", CONSUMER),
    ("gocardless/actual-server/swedbank_habalv22.json", "Name", "5", CONSUMER),
    ("mt940/mt940-rs/betterplace_sepa_mt9401.sta", "Amount", "5, 18", RC),
    (
        "mt940/mt940-rs/betterplace_sepa_mt9401.sta",
        "AnyReference",
        "8, 12-13, 19-20, 24, 26-30, 34-36, 41, 44-50, 52-53, 56-58, 60-61, 64-75, 83, 93-95",
        CODEWORD,
    ),
    ("mt940/mt940-rs/betterplace_sepa_mt9401.sta", "Reason", "4, 43, 89", DTA),
    ("mt940/mt940-rs/bugs_issue-51.sta", "Details", "2", LATIN),
    ("mt940/mt940-rs/cmxl_mt940_1.sta", "Bic", "0-1", BLZ),
    ("mt940/mt940-rs/cmxl_mt940_1.sta", "Party", "0-1", BLZ),
    ("mt940/mt940-rs/cmxl_mt940_1.sta", "Reason", "0-1", DTA),
    ("mt940/mt940-rs/cmxl_mt940_2.sta", "Bic", "0-1", BLZ),
    ("mt940/mt940-rs/cmxl_mt940_2.sta", "Party", "0-1", PL),
    ("mt940/mt940-rs/sparkasse_buxtehude.sta", "Details", "2", LATIN),
    ("mt940/my-flow-mt940/line_breaks_with_@@.sta", "Statement", "0", NO_STATEMENT),
    ("mt940/my-flow-mt940/line_breaks_with_rn.sta", "Statement", "0", NO_STATEMENT),
    ("mt940/my-flow-mt940/missing_closing_record_62F.sta", "AnyReference", "0-1", CODEWORD),
    ("mt940/webschik-mt940-js/base-1.mta", "Balance", "1-2", PAGE),
    ("mt940/wolph-mt940/betterplace_currency_in_25.sta", "Account", "0", ACCOUNT_CURRENCY),
    ("mt940/wolph-mt940/betterplace_sepa_mt9401.sta", "Amount", "5, 18", RC),
    (
        "mt940/wolph-mt940/betterplace_sepa_mt9401.sta",
        "AnyReference",
        "8, 12-13, 19-20, 24, 26-30, 34-41, 44-53, 56-62, 64-75, 83, 93-95",
        GREEDY,
    ),
    (
        "mt940/wolph-mt940/betterplace_sepa_mt9401.sta",
        "EndToEnd",
        "0-2, 4, 24-33, 42-43, 54-55, 84-86, 89",
        GLUED,
    ),
    ("mt940/wolph-mt940/betterplace_sepa_mt9401.sta", "Reason", "4, 43, 89", DTA),
    (
        "mt940/wolph-mt940/betterplace_sepa_mt9401.sta",
        "Words",
        "7, 11, 21, 23, 30, 37-40, 50-51, 56-57, 59, 62, 70, 72-73, 75",
        GLUED,
    ),
    ("mt940/wolph-mt940/betterplace_sepa_snippet.sta", "AnyReference", "3", GREEDY),
    ("mt940/wolph-mt940/betterplace_sepa_snippet.sta", "EndToEnd", "4-6, 9", GLUED),
    ("mt940/wolph-mt940/betterplace_sepa_snippet.sta", "Reason", "9", DTA),
    ("mt940/wolph-mt940/betterplace_sepa_snippet_broken.sta", "Account", "0", BROKEN),
    ("mt940/wolph-mt940/betterplace_sepa_snippet_broken.sta", "AnyReference", "0", GREEDY),
    ("mt940/wolph-mt940/betterplace_with_binary_character.sta", "Bic", "0-1", BLZ),
    ("mt940/wolph-mt940/betterplace_with_binary_character.sta", "Party", "0-1", BLZ),
    ("mt940/wolph-mt940/betterplace_with_binary_character.sta", "Reason", "0-3", DTA),
    ("mt940/wolph-mt940/cmxl_account_identification_legacy.sta", "Account", "0", ACCOUNT_CURRENCY),
    ("mt940/wolph-mt940/cmxl_mt940.sta", "AnyReference", "1-12", GREEDY),
    ("mt940/wolph-mt940/cmxl_mt940.sta", "Bic", "11-14", BLZ),
    ("mt940/wolph-mt940/cmxl_mt940.sta", "Party", "11-14", PL),
    ("mt940/wolph-mt940/cmxl_mt940.sta", "Reason", "11-12", DTA),
    ("mt940/wolph-mt940/cmxl_statement_details.sta", "Reason", "0", DTA),
    ("mt940/wolph-mt940/jejik_sns.sta", "AnyReference", "0-1", OTHER_ACCOUNT),
    ("mt940/wolph-mt940/self-provided_details_60-63.sta", "EndToEnd", "0", GLUED),
    ("mt940/wolph-mt940/self-provided_details_60-63.sta", "Reason", "0", DTA),
    ("mt940/wolph-mt940/self-provided_details_60-63.sta", "Words", "0", GLUED),
    ("mt940/wolph-mt940/self-provided_february_30.sta", "Bic", "0", BLZ),
    ("mt940/wolph-mt940/self-provided_long_statement_number.sta", "Number", "0", LONG_NUMBER),
    ("mt940/wolph-mt940/self-provided_malformed_details.sta", "Reason", "0", DTA),
    ("mt940/wolph-mt940/self-provided_overly_long_details.sta", "Reason", "0", DTA),
    ("mt940/wolph-mt940/self-provided_raiffeisen-cmi.sta", "Account", "0", ACCOUNT_CURRENCY),
    ("mt940/wolph-mt940/self-provided_raphaelm.sta", "Balance", "2-3", NO_CURRENCY),
    ("mt940/wolph-mt940/self-provided_transaction_details_wrapped.sta", "Bic", "0", BLZ),
    ("mt940/wolph-mt940/self-provided_whitespace.sta", "Bic", "0", BLZ),
    ("mt940/wolph-mt940/self-provided_whitespace.sta", "Party", "0", BLZ),
    ("mt940/wolph-mt940/self-provided_wrapped_timestamp.sta", "Mandate", "0", CODEWORD),
    ("mt940/wolph-mt940/self-provided_wrapped_timestamp.sta", "creditor_id", "0", GLUED),
    ("mt942/my-flow-mt940/pending.sta", "AnyReference", "0", CODEWORD),
];
