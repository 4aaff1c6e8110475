<?php

/*
 * Generated from the table of operations; do not edit. To bring it up to date:
 * cargo run -p payymo-contract --bin generate-bindings
 */

declare(strict_types=1);

namespace Payymo;

/** Codes of errors and warnings. They are stable: codes are added, never renamed; numbers are never used again. */
final class ErrorCode
{
    /** Text that is not an amount. */
    public const MONEY_SYNTAX = 'money.syntax';

    /** An amount beyond what 64 bits of minor units hold. */
    public const MONEY_OVERFLOW = 'money.overflow';

    /** Digits beyond the currency's ISO 4217 decimals. */
    public const MONEY_PRECISION = 'money.precision';

    /** A currency that is not in ISO 4217, now or in the past. */
    public const MONEY_CURRENCY_UNKNOWN = 'money.currency_unknown';

    /** Two amounts of different currencies in one sum. */
    public const MONEY_CURRENCY_MISMATCH = 'money.currency_mismatch';

    /** Money given as a binary float: give a decimal string. */
    public const INPUT_FLOAT_MONEY = 'input.float_money';

    /** The same id with different content. */
    public const INPUT_DUPLICATE_ID = 'input.duplicate_id';

    /** A required field is missing. */
    public const INPUT_MISSING = 'input.missing';

    /** A field whose value is not of its form. */
    public const INPUT_BAD_FIELD = 'input.bad_field';

    /** A date that does not exist or lies outside the years 1900 to 2199. */
    public const INPUT_BAD_DATE = 'input.bad_date';

    /** An option outside its range. */
    public const INPUT_OPTIONS = 'input.options';

    /** Content of no known format. */
    public const FORMAT_UNKNOWN = 'format.unknown';

    /** A known format that has no reader yet. */
    public const FORMAT_UNSUPPORTED = 'format.unsupported';

    /** Bytes that are not text in the declared or detected encoding. */
    public const FORMAT_ENCODING = 'format.encoding';

    /** The input ends in the middle of a record. */
    public const FORMAT_TRUNCATED = 'format.truncated';

    /** The input holds no row. */
    public const FORMAT_NO_ROWS = 'format.no_rows';

    /** A field, line or nesting beyond the reader's bounds. */
    public const FORMAT_TOO_LARGE = 'format.too_large';

    /** Opening balance and entries do not add up to the closing balance. */
    public const FORMAT_BALANCE = 'format.balance';

    /** A statement begins with another balance than the one before it ends with. */
    public const FORMAT_STATEMENT_GAP = 'format.statement_gap';

    /** Statements whose periods run into each other. */
    public const FORMAT_STATEMENT_OVERLAP = 'format.statement_overlap';

    /** Rows that do not make one file of the format. */
    public const FORMAT_WRITE = 'format.write';

    /** Fields of a row that the format does not hold. */
    public const FORMAT_LEFT_OUT = 'format.left_out';

    /** Text that is not well-formed XML. */
    public const FORMAT_XML_SYNTAX = 'format.xml.syntax';

    /** A document type declaration, which no bank sends: refused. */
    public const FORMAT_XML_DOCTYPE = 'format.xml.doctype';

    /** An entry's amount cannot be read. */
    public const FORMAT_CAMT_BAD_AMOUNT = 'format.camt.bad_amount';

    /** An entry's date cannot be read. */
    public const FORMAT_CAMT_BAD_DATE = 'format.camt.bad_date';

    /** An entry lacks a required element. */
    public const FORMAT_CAMT_MISSING = 'format.camt.missing';

    /** The details of an entry do not add up to its amount: the entry's holds. */
    public const FORMAT_CAMT_DETAILS = 'format.camt.details';

    /** Something that the statement leaves out was assumed. */
    public const FORMAT_CAMT_ASSUMED = 'format.camt.assumed';

    /** An entry that is for information only: no row. */
    public const FORMAT_CAMT_NOT_BOOKED = 'format.camt.not_booked';

    /** No row names a date and an amount column. */
    public const FORMAT_CSV_NO_HEADER = 'format.csv.no_header';

    /** A cell is not an amount. */
    public const FORMAT_CSV_BAD_AMOUNT = 'format.csv.bad_amount';

    /** A cell is not a date. */
    public const FORMAT_CSV_BAD_DATE = 'format.csv.bad_date';

    /** A row with too few or too many cells. */
    public const FORMAT_CSV_COLUMNS = 'format.csv.columns';

    /** The column map names a column that is not there. */
    public const FORMAT_CSV_MAPPING = 'format.csv.mapping';

    /** Day and month cannot be told apart in any row. */
    public const FORMAT_CSV_DATE_ORDER = 'format.csv.date_order';

    /** No column and no option says the currency, or an amount names another one. */
    public const FORMAT_CSV_CURRENCY = 'format.csv.currency';

    /** Nothing tells money in from money out, or a row goes neither way. */
    public const FORMAT_CSV_SIGN = 'format.csv.sign';

    /** The running balance does not follow from the amounts. */
    public const FORMAT_CSV_BALANCE = 'format.csv.balance';

    /** Decimals and thousands cannot be told apart in any cell. */
    public const FORMAT_CSV_DECIMAL_MARK = 'format.csv.decimal_mark';

    /** A fee of which nothing tells whether the amount holds it. */
    public const FORMAT_CSV_FEE = 'format.csv.fee';

    /** Rows that are no booked transaction: declined ones, headings, totals. */
    public const FORMAT_CSV_LEFT_OUT = 'format.csv.left_out';

    /** A status that is not known: its rows are taken as booked. */
    public const FORMAT_CSV_STATUS = 'format.csv.status';

    /** A transaction that lacks an amount or has one that cannot be read. */
    public const FORMAT_GOCARDLESS_BAD_ROW = 'format.gocardless.bad_row';

    /** A booked transaction without a date that can be read. */
    public const FORMAT_GOCARDLESS_BAD_DATE = 'format.gocardless.bad_date';

    /** The other side is named in the fields of the host's own side. */
    public const FORMAT_GOCARDLESS_SWAPPED = 'format.gocardless.swapped';

    /** The rows are read, but planned payments or further pages are not among them. */
    public const FORMAT_GOCARDLESS_INCOMPLETE = 'format.gocardless.incomplete';

    /** An object that lacks amount, currency or time. */
    public const FORMAT_STRIPE_BAD_OBJECT = 'format.stripe.bad_object';

    /** A Stripe object that moves no money here. */
    public const FORMAT_STRIPE_UNSUPPORTED = 'format.stripe.unsupported';

    /** The rows are read, but fees, refunds or further pages are not in the input. */
    public const FORMAT_STRIPE_INCOMPLETE = 'format.stripe.incomplete';

    /** A row without id or currency, or of a status that is not known. */
    public const FORMAT_STRIPE_REPORT_BAD_ROW = 'format.stripe_report.bad_row';

    /** A cell is not an amount, or gross, fee and net do not add up. */
    public const FORMAT_STRIPE_REPORT_BAD_AMOUNT = 'format.stripe_report.bad_amount';

    /** A row without a time, or with one that cannot be read. */
    public const FORMAT_STRIPE_REPORT_BAD_DATE = 'format.stripe_report.bad_date';

    /** A report of totals, which holds no row. */
    public const FORMAT_STRIPE_REPORT_SUMMARY = 'format.stripe_report.summary';

    /** The rows are read, but refunds, days or ids are not in the report. */
    public const FORMAT_STRIPE_REPORT_INCOMPLETE = 'format.stripe_report.incomplete';

    /** Rows that moved no money. */
    public const FORMAT_STRIPE_REPORT_LEFT_OUT = 'format.stripe_report.left_out';

    /** An invoice or transaction row that cannot be read. */
    public const FORMAT_WHMCS_BAD_ROW = 'format.whmcs.bad_row';

    /** The answer of an API call that failed. */
    public const FORMAT_WHMCS_FAILED = 'format.whmcs.failed';

    /** A transaction that belongs to no invoice: it settles nothing. */
    public const FORMAT_WHMCS_NO_INVOICE = 'format.whmcs.no_invoice';

    /** Unpaid invoices of a list that states no balances: taken as open with their total. */
    public const FORMAT_WHMCS_NO_BALANCE = 'format.whmcs.no_balance';

    /** Text that is not JSON. */
    public const FORMAT_JSON_SYNTAX = 'format.json.syntax';

    /** A row that is not of the contract's shape. */
    public const FORMAT_JSON_BAD_ROW = 'format.json.bad_row';

    /** A statement line (:61:) that does not say whether money came in or went out. */
    public const FORMAT_MT940_BAD_ENTRY = 'format.mt940.bad_entry';

    /** An entry's amount cannot be read. */
    public const FORMAT_MT940_BAD_AMOUNT = 'format.mt940.bad_amount';

    /** An entry's date cannot be read, or does not exist and was taken as the last of its month. */
    public const FORMAT_MT940_BAD_DATE = 'format.mt940.bad_date';

    /** No balance, floor limit, account or option says the currency. */
    public const FORMAT_MT940_CURRENCY = 'format.mt940.currency';

    /** A balance that cannot be read. */
    public const FORMAT_MT940_BAD_BALANCE = 'format.mt940.bad_balance';

    /** A statement without its opening or its closing balance: it may be cut. */
    public const FORMAT_MT940_INCOMPLETE = 'format.mt940.incomplete';

    /** Details (:86:) that are of no entry. */
    public const FORMAT_MT940_DETAILS = 'format.mt940.details';

    /** The entries of an interim report are not those that it counts and adds up. */
    public const FORMAT_MT940_SUMS = 'format.mt940.sums';

    /** Something that the statement leaves out was assumed. */
    public const FORMAT_MT940_ASSUMED = 'format.mt940.assumed';

    /** An amount is missing or cannot be read. */
    public const FORMAT_OFX_BAD_AMOUNT = 'format.ofx.bad_amount';

    /** A movement's date is missing or cannot be read. */
    public const FORMAT_OFX_BAD_DATE = 'format.ofx.bad_date';

    /** Neither the statement nor an option says the currency. */
    public const FORMAT_OFX_CURRENCY = 'format.ofx.currency';

    /** The bank answers with an error or a warning of its own. */
    public const FORMAT_OFX_FAILED = 'format.ofx.failed';

    /** Something that the file leaves out or says in two ways was assumed. */
    public const FORMAT_OFX_ASSUMED = 'format.ofx.assumed';

    /** A record that replaces or deletes an earlier one. */
    public const FORMAT_OFX_CORRECTION = 'format.ofx.correction';

    /** Movements of securities that move no cash: no rows. */
    public const FORMAT_OFX_NO_CASH = 'format.ofx.no_cash';

    /** An amount is missing or cannot be read. */
    public const FORMAT_QIF_BAD_AMOUNT = 'format.qif.bad_amount';

    /** A record's date is missing or cannot be read. */
    public const FORMAT_QIF_BAD_DATE = 'format.qif.bad_date';

    /** No option says the currency, which the format leaves out. */
    public const FORMAT_QIF_CURRENCY = 'format.qif.currency';

    /** Day and month cannot be told apart in any record. */
    public const FORMAT_QIF_DATE_ORDER = 'format.qif.date_order';

    /** Decimals and thousands cannot be told apart in any amount. */
    public const FORMAT_QIF_DECIMAL_MARK = 'format.qif.decimal_mark';

    /** The splits of a record do not make its amount: the amount holds. */
    public const FORMAT_QIF_SPLITS = 'format.qif.splits';

    /** A trade of which nothing tells whether money comes in or goes out. */
    public const FORMAT_QIF_ACTION = 'format.qif.action';

    /** Something that the file leaves out was assumed. */
    public const FORMAT_QIF_ASSUMED = 'format.qif.assumed';

    /** Records that move no money of the account: lists, securities. */
    public const FORMAT_QIF_LEFT_OUT = 'format.qif.left_out';

    /** A transaction detail (16) whose type code or amount cannot be read. */
    public const FORMAT_BAI2_BAD_ENTRY = 'format.bai2.bad_entry';

    /** A balance or a total of an account (03) that cannot be read. */
    public const FORMAT_BAI2_BAD_BALANCE = 'format.bai2.bad_balance';

    /** The as-of date of a group (02) is missing or cannot be read. */
    public const FORMAT_BAI2_BAD_DATE = 'format.bai2.bad_date';

    /** A line that is of no record. */
    public const FORMAT_BAI2_BAD_RECORD = 'format.bai2.bad_record';

    /** A trailer or a total that does not fit what was read, or is missing. */
    public const FORMAT_BAI2_CONTROL = 'format.bai2.control';

    /** Something that the file leaves out or says oddly was assumed. */
    public const FORMAT_BAI2_ASSUMED = 'format.bai2.assumed';

    /** Records that move no money: notes, and those of deletions and tests. */
    public const FORMAT_BAI2_LEFT_OUT = 'format.bai2.left_out';

    /** A movement (21) whose amount or transaction code cannot be read. */
    public const FORMAT_CODA_BAD_ENTRY = 'format.coda.bad_entry';

    /** An old (1) or a new (8) balance that cannot be read. */
    public const FORMAT_CODA_BAD_BALANCE = 'format.coda.bad_balance';

    /** Nothing says the day of a movement. */
    public const FORMAT_CODA_BAD_DATE = 'format.coda.bad_date';

    /** A line that is of no statement. */
    public const FORMAT_CODA_BAD_RECORD = 'format.coda.bad_record';

    /** A trailer (9) that does not fit what was read, or a new balance or a trailer that is missing. */
    public const FORMAT_CODA_CONTROL = 'format.coda.control';

    /** Something that the statement leaves out or says oddly was assumed. */
    public const FORMAT_CODA_ASSUMED = 'format.coda.assumed';

    /** The details of a movement do not add up to it or cannot be read: the movement's amount holds. */
    public const FORMAT_CODA_DETAILS = 'format.coda.details';

    /** Records that move no money: free messages of the bank. */
    public const FORMAT_CODA_LEFT_OUT = 'format.coda.left_out';

    /** An object that lacks amount, currency or time, or has one that cannot be read. */
    public const FORMAT_GOCARDLESS_PRO_BAD_OBJECT = 'format.gocardless_pro.bad_object';

    /** An object or event that moves no money of the balance. */
    public const FORMAT_GOCARDLESS_PRO_UNSUPPORTED = 'format.gocardless_pro.unsupported';

    /** The rows are read, but days, payouts, items or further pages are not in the input. */
    public const FORMAT_GOCARDLESS_PRO_INCOMPLETE = 'format.gocardless_pro.incomplete';

    /** A record that lacks amount, direction, status or date, or has one that cannot be read. */
    public const FORMAT_OPEN_BANKING_UK_BAD_ROW = 'format.open_banking_uk.bad_row';

    /** Transactions that were rejected or are yet to come: no row. */
    public const FORMAT_OPEN_BANKING_UK_NOT_BOOKED = 'format.open_banking_uk.not_booked';

    /** Something that the answer leaves open was assumed. */
    public const FORMAT_OPEN_BANKING_UK_ASSUMED = 'format.open_banking_uk.assumed';

    /** The rows are read, but other lists or further pages are not. */
    public const FORMAT_OPEN_BANKING_UK_INCOMPLETE = 'format.open_banking_uk.incomplete';

    /** A record that lacks id, amount or date, or has one that cannot be read. */
    public const FORMAT_PAYPAL_BAD_ROW = 'format.paypal.bad_row';

    /** Transactions that moved no money: no row. */
    public const FORMAT_PAYPAL_NOT_BOOKED = 'format.paypal.not_booked';

    /** Transactions that another transaction took back as a whole. */
    public const FORMAT_PAYPAL_REVERSED = 'format.paypal.reversed';

    /** The rows are read, but there are further pages. */
    public const FORMAT_PAYPAL_INCOMPLETE = 'format.paypal.incomplete';

    /** A row without a currency, or of a status that is not known. */
    public const FORMAT_PAYPAL_CSV_BAD_ROW = 'format.paypal_csv.bad_row';

    /** A cell is not an amount, or gross and fee do not make the net amount. */
    public const FORMAT_PAYPAL_CSV_BAD_AMOUNT = 'format.paypal_csv.bad_amount';

    /** A row without a date, or with one that cannot be read. */
    public const FORMAT_PAYPAL_CSV_BAD_DATE = 'format.paypal_csv.bad_date';

    /** Rows that moved nothing: memos, and what was denied or cancelled. */
    public const FORMAT_PAYPAL_CSV_LEFT_OUT = 'format.paypal_csv.left_out';

    /** Day and month cannot be told apart in any row. */
    public const FORMAT_PAYPAL_CSV_ASSUMED = 'format.paypal_csv.assumed';

    /** A movement that lacks amount, direction or date, or has one that cannot be read. */
    public const FORMAT_WISE_BAD_ROW = 'format.wise.bad_row';

    /** A record that lacks id, amount, currency or date, or has one that cannot be read. */
    public const FORMAT_PLAID_BAD_ROW = 'format.plaid.bad_row';

    /** Transactions of earlier answers that are there no more. */
    public const FORMAT_PLAID_REMOVED = 'format.plaid.removed';

    /** Transactions that replace those of earlier answers. */
    public const FORMAT_PLAID_MODIFIED = 'format.plaid.modified';

    /** Pending transactions that are there as booked: no row. */
    public const FORMAT_PLAID_SUPERSEDED = 'format.plaid.superseded';

    /** The rows are read, but there are further ones. */
    public const FORMAT_PLAID_INCOMPLETE = 'format.plaid.incomplete';

    /** An invoice lacks its number, its amounts or its currency. */
    public const FORMAT_EINVOICE_MISSING = 'format.einvoice.missing';

    /** An amount of an invoice cannot be read. */
    public const FORMAT_EINVOICE_BAD_AMOUNT = 'format.einvoice.bad_amount';

    /** A date of an invoice cannot be read. */
    public const FORMAT_EINVOICE_BAD_DATE = 'format.einvoice.bad_date';

    /** The totals of an invoice do not make its amount due: the amount due holds. */
    public const FORMAT_EINVOICE_TOTALS = 'format.einvoice.totals';

    /** Something that an invoice leaves out or says in an unusual way was assumed. */
    public const FORMAT_EINVOICE_ASSUMED = 'format.einvoice.assumed';

    /** Discounts of an invoice that the model does not hold. */
    public const FORMAT_EINVOICE_LEFT_OUT = 'format.einvoice.left_out';

    /** A list of invoices leaves out what is still open, or says a status that is not known. */
    public const FORMAT_CSV_ITEMS = 'format.csv.items';

    /** The progress callback stopped the call. */
    public const MATCHING_CANCELLED = 'matching.cancelled';

    /** More rows than 32-bit row numbers hold. */
    public const MATCHING_TOO_MANY = 'matching.too_many';

    /** No item has this id. */
    public const MATCHING_UNKNOWN_ITEM = 'matching.unknown_item';

    /** More would be settled of an item than is open, or more taken back than it was. */
    public const MATCHING_OVERSPENT = 'matching.overspent';

    /** The audits show more wrong automatic matches than the options accept: nothing is automatic. */
    public const MATCHING_BOUND_FAILED = 'matching.bound_failed';

    /** No match or transaction of the call has this id. */
    public const MATCHING_UNKNOWN = 'matching.unknown';

    /** A memory that another version of the engine wrote. */
    public const MEMORY_VERSION = 'memory.version';

    /** Bytes that are not a memory. */
    public const MEMORY_SYNTAX = 'memory.syntax';

    /** An algorithm that the library behind this build does not do. */
    public const CRYPTO_UNSUPPORTED = 'crypto.unsupported';

    /** The library behind this build could not sign. */
    public const CRYPTO_FAILED = 'crypto.failed';

    /** Not a key of the form that it is said to be. */
    public const KEY_SYNTAX = 'key.syntax';

    /** A key of another kind than its algorithm takes. */
    public const KEY_KIND = 'key.kind';

    /** A key that is too short or too simple to be trusted. */
    public const KEY_WEAK = 'key.weak';

    /** An RSA key of a generator whose keys can be factored. */
    public const KEY_ROCA = 'key.roca';

    /** An Ed25519 key under which anybody can sign. */
    public const KEY_SMALL_ORDER = 'key.small_order';

    /** A key that is there for something else. */
    public const KEY_USE = 'key.use';

    /** A key for another algorithm. */
    public const KEY_ALGORITHM = 'key.algorithm';

    /** A private key where a public one is due. */
    public const KEY_PRIVATE = 'key.private';

    /** Two keys of one set have the same id. */
    public const KEY_DUPLICATE_ID = 'key.duplicate_id';

    /** Secrets and public keys in one set. */
    public const KEY_SET_MIXED = 'key.set_mixed';

    /** A set without a key that can be used. */
    public const KEY_NONE = 'key.none';

    /** A key that nothing counts under any more. */
    public const KEY_REVOKED = 'key.revoked';

    /** A key that is not in the state that a step of its life takes. */
    public const KEY_STATUS = 'key.status';

    /** A token or its header beyond its bound. */
    public const TOKEN_TOO_LARGE = 'token.too_large';

    /** Not three segments with points between them. */
    public const TOKEN_SEGMENTS = 'token.segments';

    /** A segment that is not base64url without padding. */
    public const TOKEN_BASE64 = 'token.base64';

    /** A header or a payload that is no JSON object of one meaning. */
    public const TOKEN_JSON = 'token.json';

    /** A member of the header is missing or of another type. */
    public const TOKEN_HEADER = 'token.header';

    /** A token that brings its own key. */
    public const TOKEN_HEADER_KEY = 'token.header_key';

    /** The header asks for what is not understood here. */
    public const TOKEN_CRITICAL = 'token.critical';

    /** An algorithm that is not allowed. */
    public const TOKEN_ALGORITHM = 'token.algorithm';

    /** No key that the token may be signed under. */
    public const TOKEN_UNKNOWN_KEY = 'token.unknown_key';

    /** The signature is not that of the token. */
    public const TOKEN_SIGNATURE = 'token.signature';

    /** A token of another type. */
    public const TOKEN_TYPE = 'token.type';

    /** A claim of another type than its own. */
    public const TOKEN_CLAIM = 'token.claim';

    /** A claim that must be there is not. */
    public const TOKEN_MISSING = 'token.missing';

    /** A token of another issuer. */
    public const TOKEN_ISSUER = 'token.issuer';

    /** A token that is meant for somebody else. */
    public const TOKEN_AUDIENCE = 'token.audience';

    /** A token of another subject. */
    public const TOKEN_SUBJECT = 'token.subject';

    /** A token whose time is over. */
    public const TOKEN_EXPIRED = 'token.expired';

    /** A token whose time has not come. */
    public const TOKEN_NOT_YET = 'token.not_yet';

    /** A token that was issued too long ago. */
    public const TOKEN_TOO_OLD = 'token.too_old';

    /** A token that is bound to a key that was not shown. */
    public const TOKEN_BINDING = 'token.binding';

    /** Not a permission, or not a pattern of some. */
    public const PERMISSION_SYNTAX = 'permission.syntax';

    /** A role without a name, or one that is there already. */
    public const PERMISSION_ROLE = 'permission.role';

    /** A description of a scheme that proves nothing, or that can be read in two ways. */
    public const WEBHOOK_SCHEME = 'webhook.scheme';

    /** A secret that is missing, too short, too long, there twice, or not of the scheme's form. */
    public const WEBHOOK_SECRET = 'webhook.secret';

    /** A header that the scheme needs is not there. */
    public const WEBHOOK_MISSING = 'webhook.missing';

    /** What may stand once stands several times. */
    public const WEBHOOK_REPEATED = 'webhook.repeated';

    /** A header or a body beyond its bound. */
    public const WEBHOOK_TOO_LARGE = 'webhook.too_large';

    /** A header that is not of the scheme's form. */
    public const WEBHOOK_HEADER = 'webhook.header';

    /** A signature that is not spelled as the scheme spells it. */
    public const WEBHOOK_ENCODING = 'webhook.encoding';

    /** More signatures than are looked at. */
    public const WEBHOOK_CANDIDATES = 'webhook.candidates';

    /** A header without a signature of the scheme. */
    public const WEBHOOK_NO_SIGNATURE = 'webhook.no_signature';

    /** A timestamp that is no plain number of seconds. */
    public const WEBHOOK_TIMESTAMP = 'webhook.timestamp';

    /** A timestamp in milliseconds or finer, where seconds are due. */
    public const WEBHOOK_TIMESTAMP_UNIT = 'webhook.timestamp_unit';

    /** An id in a header that is not of its form. */
    public const WEBHOOK_ID = 'webhook.id';

    /** No signature is that of the body under a secret. */
    public const WEBHOOK_SIGNATURE = 'webhook.signature';

    /** The signature is that of another spelling of the body: it was not handed on as it came. */
    public const WEBHOOK_BODY_CHANGED = 'webhook.body_changed';

    /** A message that was signed longer ago than is accepted. */
    public const WEBHOOK_TOO_OLD = 'webhook.too_old';

    /** A message that was signed further in the future than clocks may differ. */
    public const WEBHOOK_AHEAD = 'webhook.ahead';

    /** A body that is no JSON of one meaning. */
    public const WEBHOOK_EVENT_JSON = 'webhook.event_json';

    /** An event's id is missing, there twice, or not of its form. */
    public const WEBHOOK_EVENT_ID = 'webhook.event_id';

    /** Bytes that are not a certificate in DER, or no chain of them. */
    public const CERTIFICATE_SYNTAX = 'certificate.syntax';

    /** A certificate, a list, a chain or a bundle beyond its bound. */
    public const CERTIFICATE_TOO_LARGE = 'certificate.too_large';

    /** A certificate of another version than the third. */
    public const CERTIFICATE_VERSION = 'certificate.version';

    /** A serial number that is not positive or too long. */
    public const CERTIFICATE_SERIAL = 'certificate.serial';

    /** An issuer or an authority without a name. */
    public const CERTIFICATE_DISTINGUISHED_NAME = 'certificate.distinguished_name';

    /** An extension that is there twice, malformed, or critical where it may not be. */
    public const CERTIFICATE_EXTENSION = 'certificate.extension';

    /** A critical extension that nothing here acts on. */
    public const CERTIFICATE_CRITICAL = 'certificate.critical';

    /** No authority in the place of one, or one in the place of a leaf. */
    public const CERTIFICATE_AUTHORITY = 'certificate.authority';

    /** A key that may not be used for what it is used for, or for more than it may. */
    public const CERTIFICATE_KEY_USAGE = 'certificate.key_usage';

    /** A certificate that is there for something else, or does not say for what. */
    public const CERTIFICATE_EXTENDED_KEY_USAGE = 'certificate.extended_key_usage';

    /** A key identifier that is missing, malformed or critical. */
    public const CERTIFICATE_KEY_IDENTIFIER = 'certificate.key_identifier';

    /** Name constraints that no name can be held against, or in a leaf. */
    public const CERTIFICATE_NAME_CONSTRAINTS = 'certificate.name_constraints';

    /** A name that the path does not permit. */
    public const CERTIFICATE_CONSTRAINED = 'certificate.constrained';

    /** Alternative names that are missing or none of their kind. */
    public const CERTIFICATE_ALTERNATIVE_NAME = 'certificate.alternative_name';

    /** A key that is too weak or of a kind that is not taken. */
    public const CERTIFICATE_KEY = 'certificate.key';

    /** A public certificate that lasts longer than it may. */
    public const CERTIFICATE_LIFETIME = 'certificate.lifetime';

    /** A certificate whose time is over. */
    public const CERTIFICATE_EXPIRED = 'certificate.expired';

    /** A certificate whose time has not begun. */
    public const CERTIFICATE_NOT_YET = 'certificate.not_yet';

    /** A certificate for other names. */
    public const CERTIFICATE_NAME = 'certificate.name';

    /** No path leads to an anchor. */
    public const CERTIFICATE_UNKNOWN_ISSUER = 'certificate.unknown_issuer';

    /** A signature that is not that of the issuer. */
    public const CERTIFICATE_SIGNATURE = 'certificate.signature';

    /** A certificate that is signed in a way that is not taken. */
    public const CERTIFICATE_ALGORITHM = 'certificate.algorithm';

    /** More authorities in the path than it may have. */
    public const CERTIFICATE_PATH_LENGTH = 'certificate.path_length';

    /** A key that nobody trusts any more. */
    public const CERTIFICATE_DISTRUSTED = 'certificate.distrusted';

    /** A certificate that was revoked. */
    public const CERTIFICATE_REVOKED = 'certificate.revoked';

    /** No revocation list answers for a certificate. */
    public const CERTIFICATE_REVOCATION_UNKNOWN = 'certificate.revocation_unknown';

    /** A chain that was not verified, since the mode is that of a sandbox. */
    public const CERTIFICATE_SKIPPED = 'certificate.skipped';

    /** A set without an anchor. */
    public const CERTIFICATE_NO_ANCHOR = 'certificate.no_anchor';

    /** A client against anchors of the public web. */
    public const CERTIFICATE_CLIENT = 'certificate.client';

    /** Bytes that are not a revocation list in DER. */
    public const CERTIFICATE_LIST_SYNTAX = 'certificate.list_syntax';

    /** An extension of a revocation list that is missing, malformed or critical. */
    public const CERTIFICATE_LIST_EXTENSION = 'certificate.list_extension';

    /** A revocation list of a kind that is not taken. */
    public const CERTIFICATE_LIST_UNSUPPORTED = 'certificate.list_unsupported';

    /** A revocation list whose time is over. */
    public const CERTIFICATE_LIST_EXPIRED = 'certificate.list_expired';

    /** A revocation list whose time has not begun. */
    public const CERTIFICATE_LIST_NOT_YET = 'certificate.list_not_yet';

    /** A revocation list whose signature is not that of the authority. */
    public const CERTIFICATE_LIST_SIGNATURE = 'certificate.list_signature';

    /** A revocation list of an authority whose key may not sign any. */
    public const CERTIFICATE_LIST_ISSUER = 'certificate.list_issuer';

    /** Text that is not a bundle in PEM. */
    public const CERTIFICATE_PEM = 'certificate.pem';

    /** A private key in a bundle of certificates. */
    public const CERTIFICATE_PRIVATE_KEY = 'certificate.private_key';

    /** Text that is not a pin. */
    public const CERTIFICATE_PIN = 'certificate.pin';

    /** A set without a pin that could be switched to. */
    public const CERTIFICATE_PIN_NO_BACKUP = 'certificate.pin_no_backup';

    /** No key of a chain is pinned. */
    public const CERTIFICATE_PIN_MISMATCH = 'certificate.pin_mismatch';

    /** A set of pins whose time is over. */
    public const CERTIFICATE_PIN_EXPIRED = 'certificate.pin_expired';

    /** A request of a version that this library does not speak. */
    public const CONTRACT_VERSION = 'contract.version';

    /** No operation has this name. */
    public const CONTRACT_OPERATION = 'contract.operation';

    /** A request that is not a JSON object. */
    public const CONTRACT_SYNTAX = 'contract.syntax';

    /** A field of a request that is missing or not of its type. */
    public const CONTRACT_FIELD = 'contract.field';

    /** A handle that is not open: it was closed, or never given. */
    public const CONTRACT_HANDLE = 'contract.handle';

    /** A fault of the library itself, which was caught. Please report it. */
    public const CONTRACT_INTERNAL = 'contract.internal';

    /** An argument of a function that cannot be used, such as a null pointer. */
    public const CONTRACT_ARGUMENT = 'contract.argument';

    /** Text that is not UTF-8. */
    public const CONTRACT_ENCODING = 'contract.encoding';

    /** A function of the host that the library called has failed. */
    public const CONTRACT_CALLBACK = 'contract.callback';

    /** The library cannot be reached: not found, not allowed, or gone away. */
    public const CONTRACT_TRANSPORT = 'contract.transport';

    /** The number of each code; 0 is no error. */
    public const NUMBERS = [
        self::MONEY_SYNTAX => 1001,
        self::MONEY_OVERFLOW => 1002,
        self::MONEY_PRECISION => 1003,
        self::MONEY_CURRENCY_UNKNOWN => 1004,
        self::MONEY_CURRENCY_MISMATCH => 1005,
        self::INPUT_FLOAT_MONEY => 2001,
        self::INPUT_DUPLICATE_ID => 2002,
        self::INPUT_MISSING => 2003,
        self::INPUT_BAD_FIELD => 2004,
        self::INPUT_BAD_DATE => 2005,
        self::INPUT_OPTIONS => 2006,
        self::FORMAT_UNKNOWN => 3001,
        self::FORMAT_UNSUPPORTED => 3002,
        self::FORMAT_ENCODING => 3003,
        self::FORMAT_TRUNCATED => 3004,
        self::FORMAT_NO_ROWS => 3005,
        self::FORMAT_TOO_LARGE => 3006,
        self::FORMAT_BALANCE => 3007,
        self::FORMAT_STATEMENT_GAP => 3008,
        self::FORMAT_STATEMENT_OVERLAP => 3009,
        self::FORMAT_WRITE => 3010,
        self::FORMAT_LEFT_OUT => 3011,
        self::FORMAT_XML_SYNTAX => 3101,
        self::FORMAT_XML_DOCTYPE => 3102,
        self::FORMAT_CAMT_BAD_AMOUNT => 3110,
        self::FORMAT_CAMT_BAD_DATE => 3111,
        self::FORMAT_CAMT_MISSING => 3112,
        self::FORMAT_CAMT_DETAILS => 3114,
        self::FORMAT_CAMT_ASSUMED => 3115,
        self::FORMAT_CAMT_NOT_BOOKED => 3116,
        self::FORMAT_CSV_NO_HEADER => 3201,
        self::FORMAT_CSV_BAD_AMOUNT => 3202,
        self::FORMAT_CSV_BAD_DATE => 3203,
        self::FORMAT_CSV_COLUMNS => 3204,
        self::FORMAT_CSV_MAPPING => 3205,
        self::FORMAT_CSV_DATE_ORDER => 3206,
        self::FORMAT_CSV_CURRENCY => 3207,
        self::FORMAT_CSV_SIGN => 3208,
        self::FORMAT_CSV_BALANCE => 3209,
        self::FORMAT_CSV_DECIMAL_MARK => 3210,
        self::FORMAT_CSV_FEE => 3211,
        self::FORMAT_CSV_LEFT_OUT => 3212,
        self::FORMAT_CSV_STATUS => 3213,
        self::FORMAT_GOCARDLESS_BAD_ROW => 3301,
        self::FORMAT_GOCARDLESS_BAD_DATE => 3302,
        self::FORMAT_GOCARDLESS_SWAPPED => 3303,
        self::FORMAT_GOCARDLESS_INCOMPLETE => 3304,
        self::FORMAT_STRIPE_BAD_OBJECT => 3401,
        self::FORMAT_STRIPE_UNSUPPORTED => 3402,
        self::FORMAT_STRIPE_INCOMPLETE => 3403,
        self::FORMAT_STRIPE_REPORT_BAD_ROW => 3420,
        self::FORMAT_STRIPE_REPORT_BAD_AMOUNT => 3421,
        self::FORMAT_STRIPE_REPORT_BAD_DATE => 3422,
        self::FORMAT_STRIPE_REPORT_SUMMARY => 3423,
        self::FORMAT_STRIPE_REPORT_INCOMPLETE => 3424,
        self::FORMAT_STRIPE_REPORT_LEFT_OUT => 3425,
        self::FORMAT_WHMCS_BAD_ROW => 3501,
        self::FORMAT_WHMCS_FAILED => 3502,
        self::FORMAT_WHMCS_NO_INVOICE => 3503,
        self::FORMAT_WHMCS_NO_BALANCE => 3504,
        self::FORMAT_JSON_SYNTAX => 3601,
        self::FORMAT_JSON_BAD_ROW => 3602,
        self::FORMAT_MT940_BAD_ENTRY => 3701,
        self::FORMAT_MT940_BAD_AMOUNT => 3702,
        self::FORMAT_MT940_BAD_DATE => 3703,
        self::FORMAT_MT940_CURRENCY => 3704,
        self::FORMAT_MT940_BAD_BALANCE => 3705,
        self::FORMAT_MT940_INCOMPLETE => 3706,
        self::FORMAT_MT940_DETAILS => 3707,
        self::FORMAT_MT940_SUMS => 3708,
        self::FORMAT_MT940_ASSUMED => 3709,
        self::FORMAT_OFX_BAD_AMOUNT => 3720,
        self::FORMAT_OFX_BAD_DATE => 3721,
        self::FORMAT_OFX_CURRENCY => 3722,
        self::FORMAT_OFX_FAILED => 3723,
        self::FORMAT_OFX_ASSUMED => 3724,
        self::FORMAT_OFX_CORRECTION => 3725,
        self::FORMAT_OFX_NO_CASH => 3726,
        self::FORMAT_QIF_BAD_AMOUNT => 3740,
        self::FORMAT_QIF_BAD_DATE => 3741,
        self::FORMAT_QIF_CURRENCY => 3742,
        self::FORMAT_QIF_DATE_ORDER => 3743,
        self::FORMAT_QIF_DECIMAL_MARK => 3744,
        self::FORMAT_QIF_SPLITS => 3745,
        self::FORMAT_QIF_ACTION => 3746,
        self::FORMAT_QIF_ASSUMED => 3747,
        self::FORMAT_QIF_LEFT_OUT => 3748,
        self::FORMAT_BAI2_BAD_ENTRY => 3760,
        self::FORMAT_BAI2_BAD_BALANCE => 3761,
        self::FORMAT_BAI2_BAD_DATE => 3762,
        self::FORMAT_BAI2_BAD_RECORD => 3763,
        self::FORMAT_BAI2_CONTROL => 3764,
        self::FORMAT_BAI2_ASSUMED => 3765,
        self::FORMAT_BAI2_LEFT_OUT => 3766,
        self::FORMAT_CODA_BAD_ENTRY => 3770,
        self::FORMAT_CODA_BAD_BALANCE => 3771,
        self::FORMAT_CODA_BAD_DATE => 3772,
        self::FORMAT_CODA_BAD_RECORD => 3773,
        self::FORMAT_CODA_CONTROL => 3774,
        self::FORMAT_CODA_ASSUMED => 3775,
        self::FORMAT_CODA_DETAILS => 3776,
        self::FORMAT_CODA_LEFT_OUT => 3777,
        self::FORMAT_GOCARDLESS_PRO_BAD_OBJECT => 3801,
        self::FORMAT_GOCARDLESS_PRO_UNSUPPORTED => 3802,
        self::FORMAT_GOCARDLESS_PRO_INCOMPLETE => 3803,
        self::FORMAT_OPEN_BANKING_UK_BAD_ROW => 3821,
        self::FORMAT_OPEN_BANKING_UK_NOT_BOOKED => 3822,
        self::FORMAT_OPEN_BANKING_UK_ASSUMED => 3823,
        self::FORMAT_OPEN_BANKING_UK_INCOMPLETE => 3824,
        self::FORMAT_PAYPAL_BAD_ROW => 3841,
        self::FORMAT_PAYPAL_NOT_BOOKED => 3842,
        self::FORMAT_PAYPAL_REVERSED => 3843,
        self::FORMAT_PAYPAL_INCOMPLETE => 3844,
        self::FORMAT_PAYPAL_CSV_BAD_ROW => 3850,
        self::FORMAT_PAYPAL_CSV_BAD_AMOUNT => 3851,
        self::FORMAT_PAYPAL_CSV_BAD_DATE => 3852,
        self::FORMAT_PAYPAL_CSV_LEFT_OUT => 3853,
        self::FORMAT_PAYPAL_CSV_ASSUMED => 3854,
        self::FORMAT_WISE_BAD_ROW => 3861,
        self::FORMAT_PLAID_BAD_ROW => 3881,
        self::FORMAT_PLAID_REMOVED => 3882,
        self::FORMAT_PLAID_MODIFIED => 3883,
        self::FORMAT_PLAID_SUPERSEDED => 3884,
        self::FORMAT_PLAID_INCOMPLETE => 3885,
        self::FORMAT_EINVOICE_MISSING => 3900,
        self::FORMAT_EINVOICE_BAD_AMOUNT => 3901,
        self::FORMAT_EINVOICE_BAD_DATE => 3902,
        self::FORMAT_EINVOICE_TOTALS => 3903,
        self::FORMAT_EINVOICE_ASSUMED => 3904,
        self::FORMAT_EINVOICE_LEFT_OUT => 3905,
        self::FORMAT_CSV_ITEMS => 3920,
        self::MATCHING_CANCELLED => 5001,
        self::MATCHING_TOO_MANY => 5002,
        self::MATCHING_UNKNOWN_ITEM => 5003,
        self::MATCHING_OVERSPENT => 5004,
        self::MATCHING_BOUND_FAILED => 5005,
        self::MATCHING_UNKNOWN => 5006,
        self::MEMORY_VERSION => 5101,
        self::MEMORY_SYNTAX => 5102,
        self::CRYPTO_UNSUPPORTED => 6001,
        self::CRYPTO_FAILED => 6002,
        self::KEY_SYNTAX => 6011,
        self::KEY_KIND => 6012,
        self::KEY_WEAK => 6013,
        self::KEY_ROCA => 6014,
        self::KEY_SMALL_ORDER => 6015,
        self::KEY_USE => 6016,
        self::KEY_ALGORITHM => 6017,
        self::KEY_PRIVATE => 6018,
        self::KEY_DUPLICATE_ID => 6019,
        self::KEY_SET_MIXED => 6020,
        self::KEY_NONE => 6021,
        self::KEY_REVOKED => 6022,
        self::KEY_STATUS => 6023,
        self::TOKEN_TOO_LARGE => 6101,
        self::TOKEN_SEGMENTS => 6102,
        self::TOKEN_BASE64 => 6103,
        self::TOKEN_JSON => 6104,
        self::TOKEN_HEADER => 6105,
        self::TOKEN_HEADER_KEY => 6106,
        self::TOKEN_CRITICAL => 6107,
        self::TOKEN_ALGORITHM => 6108,
        self::TOKEN_UNKNOWN_KEY => 6109,
        self::TOKEN_SIGNATURE => 6110,
        self::TOKEN_TYPE => 6111,
        self::TOKEN_CLAIM => 6112,
        self::TOKEN_MISSING => 6113,
        self::TOKEN_ISSUER => 6114,
        self::TOKEN_AUDIENCE => 6115,
        self::TOKEN_SUBJECT => 6116,
        self::TOKEN_EXPIRED => 6117,
        self::TOKEN_NOT_YET => 6118,
        self::TOKEN_TOO_OLD => 6119,
        self::TOKEN_BINDING => 6120,
        self::PERMISSION_SYNTAX => 6201,
        self::PERMISSION_ROLE => 6202,
        self::WEBHOOK_SCHEME => 6301,
        self::WEBHOOK_SECRET => 6302,
        self::WEBHOOK_MISSING => 6303,
        self::WEBHOOK_REPEATED => 6304,
        self::WEBHOOK_TOO_LARGE => 6305,
        self::WEBHOOK_HEADER => 6306,
        self::WEBHOOK_ENCODING => 6307,
        self::WEBHOOK_CANDIDATES => 6308,
        self::WEBHOOK_NO_SIGNATURE => 6309,
        self::WEBHOOK_TIMESTAMP => 6310,
        self::WEBHOOK_TIMESTAMP_UNIT => 6311,
        self::WEBHOOK_ID => 6312,
        self::WEBHOOK_SIGNATURE => 6313,
        self::WEBHOOK_BODY_CHANGED => 6314,
        self::WEBHOOK_TOO_OLD => 6315,
        self::WEBHOOK_AHEAD => 6316,
        self::WEBHOOK_EVENT_JSON => 6317,
        self::WEBHOOK_EVENT_ID => 6318,
        self::CERTIFICATE_SYNTAX => 6401,
        self::CERTIFICATE_TOO_LARGE => 6402,
        self::CERTIFICATE_VERSION => 6403,
        self::CERTIFICATE_SERIAL => 6404,
        self::CERTIFICATE_DISTINGUISHED_NAME => 6405,
        self::CERTIFICATE_EXTENSION => 6406,
        self::CERTIFICATE_CRITICAL => 6407,
        self::CERTIFICATE_AUTHORITY => 6408,
        self::CERTIFICATE_KEY_USAGE => 6409,
        self::CERTIFICATE_EXTENDED_KEY_USAGE => 6410,
        self::CERTIFICATE_KEY_IDENTIFIER => 6411,
        self::CERTIFICATE_NAME_CONSTRAINTS => 6412,
        self::CERTIFICATE_CONSTRAINED => 6413,
        self::CERTIFICATE_ALTERNATIVE_NAME => 6414,
        self::CERTIFICATE_KEY => 6416,
        self::CERTIFICATE_LIFETIME => 6417,
        self::CERTIFICATE_EXPIRED => 6418,
        self::CERTIFICATE_NOT_YET => 6419,
        self::CERTIFICATE_NAME => 6420,
        self::CERTIFICATE_UNKNOWN_ISSUER => 6421,
        self::CERTIFICATE_SIGNATURE => 6422,
        self::CERTIFICATE_ALGORITHM => 6423,
        self::CERTIFICATE_PATH_LENGTH => 6424,
        self::CERTIFICATE_DISTRUSTED => 6425,
        self::CERTIFICATE_REVOKED => 6426,
        self::CERTIFICATE_REVOCATION_UNKNOWN => 6427,
        self::CERTIFICATE_SKIPPED => 6428,
        self::CERTIFICATE_NO_ANCHOR => 6429,
        self::CERTIFICATE_CLIENT => 6430,
        self::CERTIFICATE_LIST_SYNTAX => 6440,
        self::CERTIFICATE_LIST_EXTENSION => 6441,
        self::CERTIFICATE_LIST_UNSUPPORTED => 6442,
        self::CERTIFICATE_LIST_EXPIRED => 6443,
        self::CERTIFICATE_LIST_NOT_YET => 6444,
        self::CERTIFICATE_LIST_SIGNATURE => 6445,
        self::CERTIFICATE_LIST_ISSUER => 6446,
        self::CERTIFICATE_PEM => 6460,
        self::CERTIFICATE_PRIVATE_KEY => 6461,
        self::CERTIFICATE_PIN => 6470,
        self::CERTIFICATE_PIN_NO_BACKUP => 6471,
        self::CERTIFICATE_PIN_MISMATCH => 6472,
        self::CERTIFICATE_PIN_EXPIRED => 6473,
        self::CONTRACT_VERSION => 9001,
        self::CONTRACT_OPERATION => 9002,
        self::CONTRACT_SYNTAX => 9003,
        self::CONTRACT_FIELD => 9004,
        self::CONTRACT_HANDLE => 9005,
        self::CONTRACT_INTERNAL => 9006,
        self::CONTRACT_ARGUMENT => 9007,
        self::CONTRACT_ENCODING => 9008,
        self::CONTRACT_CALLBACK => 9009,
        self::CONTRACT_TRANSPORT => 9010,
    ];

    private const MEANINGS = [
        self::MONEY_SYNTAX => 'Text that is not an amount.',
        self::MONEY_OVERFLOW => 'An amount beyond what 64 bits of minor units hold.',
        self::MONEY_PRECISION => 'Digits beyond the currency\'s ISO 4217 decimals.',
        self::MONEY_CURRENCY_UNKNOWN => 'A currency that is not in ISO 4217, now or in the past.',
        self::MONEY_CURRENCY_MISMATCH => 'Two amounts of different currencies in one sum.',
        self::INPUT_FLOAT_MONEY => 'Money given as a binary float: give a decimal string.',
        self::INPUT_DUPLICATE_ID => 'The same id with different content.',
        self::INPUT_MISSING => 'A required field is missing.',
        self::INPUT_BAD_FIELD => 'A field whose value is not of its form.',
        self::INPUT_BAD_DATE => 'A date that does not exist or lies outside the years 1900 to 2199.',
        self::INPUT_OPTIONS => 'An option outside its range.',
        self::FORMAT_UNKNOWN => 'Content of no known format.',
        self::FORMAT_UNSUPPORTED => 'A known format that has no reader yet.',
        self::FORMAT_ENCODING => 'Bytes that are not text in the declared or detected encoding.',
        self::FORMAT_TRUNCATED => 'The input ends in the middle of a record.',
        self::FORMAT_NO_ROWS => 'The input holds no row.',
        self::FORMAT_TOO_LARGE => 'A field, line or nesting beyond the reader\'s bounds.',
        self::FORMAT_BALANCE => 'Opening balance and entries do not add up to the closing balance.',
        self::FORMAT_STATEMENT_GAP => 'A statement begins with another balance than the one before it ends with.',
        self::FORMAT_STATEMENT_OVERLAP => 'Statements whose periods run into each other.',
        self::FORMAT_WRITE => 'Rows that do not make one file of the format.',
        self::FORMAT_LEFT_OUT => 'Fields of a row that the format does not hold.',
        self::FORMAT_XML_SYNTAX => 'Text that is not well-formed XML.',
        self::FORMAT_XML_DOCTYPE => 'A document type declaration, which no bank sends: refused.',
        self::FORMAT_CAMT_BAD_AMOUNT => 'An entry\'s amount cannot be read.',
        self::FORMAT_CAMT_BAD_DATE => 'An entry\'s date cannot be read.',
        self::FORMAT_CAMT_MISSING => 'An entry lacks a required element.',
        self::FORMAT_CAMT_DETAILS => 'The details of an entry do not add up to its amount: the entry\'s holds.',
        self::FORMAT_CAMT_ASSUMED => 'Something that the statement leaves out was assumed.',
        self::FORMAT_CAMT_NOT_BOOKED => 'An entry that is for information only: no row.',
        self::FORMAT_CSV_NO_HEADER => 'No row names a date and an amount column.',
        self::FORMAT_CSV_BAD_AMOUNT => 'A cell is not an amount.',
        self::FORMAT_CSV_BAD_DATE => 'A cell is not a date.',
        self::FORMAT_CSV_COLUMNS => 'A row with too few or too many cells.',
        self::FORMAT_CSV_MAPPING => 'The column map names a column that is not there.',
        self::FORMAT_CSV_DATE_ORDER => 'Day and month cannot be told apart in any row.',
        self::FORMAT_CSV_CURRENCY => 'No column and no option says the currency, or an amount names another one.',
        self::FORMAT_CSV_SIGN => 'Nothing tells money in from money out, or a row goes neither way.',
        self::FORMAT_CSV_BALANCE => 'The running balance does not follow from the amounts.',
        self::FORMAT_CSV_DECIMAL_MARK => 'Decimals and thousands cannot be told apart in any cell.',
        self::FORMAT_CSV_FEE => 'A fee of which nothing tells whether the amount holds it.',
        self::FORMAT_CSV_LEFT_OUT => 'Rows that are no booked transaction: declined ones, headings, totals.',
        self::FORMAT_CSV_STATUS => 'A status that is not known: its rows are taken as booked.',
        self::FORMAT_GOCARDLESS_BAD_ROW => 'A transaction that lacks an amount or has one that cannot be read.',
        self::FORMAT_GOCARDLESS_BAD_DATE => 'A booked transaction without a date that can be read.',
        self::FORMAT_GOCARDLESS_SWAPPED => 'The other side is named in the fields of the host\'s own side.',
        self::FORMAT_GOCARDLESS_INCOMPLETE => 'The rows are read, but planned payments or further pages are not among them.',
        self::FORMAT_STRIPE_BAD_OBJECT => 'An object that lacks amount, currency or time.',
        self::FORMAT_STRIPE_UNSUPPORTED => 'A Stripe object that moves no money here.',
        self::FORMAT_STRIPE_INCOMPLETE => 'The rows are read, but fees, refunds or further pages are not in the input.',
        self::FORMAT_STRIPE_REPORT_BAD_ROW => 'A row without id or currency, or of a status that is not known.',
        self::FORMAT_STRIPE_REPORT_BAD_AMOUNT => 'A cell is not an amount, or gross, fee and net do not add up.',
        self::FORMAT_STRIPE_REPORT_BAD_DATE => 'A row without a time, or with one that cannot be read.',
        self::FORMAT_STRIPE_REPORT_SUMMARY => 'A report of totals, which holds no row.',
        self::FORMAT_STRIPE_REPORT_INCOMPLETE => 'The rows are read, but refunds, days or ids are not in the report.',
        self::FORMAT_STRIPE_REPORT_LEFT_OUT => 'Rows that moved no money.',
        self::FORMAT_WHMCS_BAD_ROW => 'An invoice or transaction row that cannot be read.',
        self::FORMAT_WHMCS_FAILED => 'The answer of an API call that failed.',
        self::FORMAT_WHMCS_NO_INVOICE => 'A transaction that belongs to no invoice: it settles nothing.',
        self::FORMAT_WHMCS_NO_BALANCE => 'Unpaid invoices of a list that states no balances: taken as open with their total.',
        self::FORMAT_JSON_SYNTAX => 'Text that is not JSON.',
        self::FORMAT_JSON_BAD_ROW => 'A row that is not of the contract\'s shape.',
        self::FORMAT_MT940_BAD_ENTRY => 'A statement line (:61:) that does not say whether money came in or went out.',
        self::FORMAT_MT940_BAD_AMOUNT => 'An entry\'s amount cannot be read.',
        self::FORMAT_MT940_BAD_DATE => 'An entry\'s date cannot be read, or does not exist and was taken as the last of its month.',
        self::FORMAT_MT940_CURRENCY => 'No balance, floor limit, account or option says the currency.',
        self::FORMAT_MT940_BAD_BALANCE => 'A balance that cannot be read.',
        self::FORMAT_MT940_INCOMPLETE => 'A statement without its opening or its closing balance: it may be cut.',
        self::FORMAT_MT940_DETAILS => 'Details (:86:) that are of no entry.',
        self::FORMAT_MT940_SUMS => 'The entries of an interim report are not those that it counts and adds up.',
        self::FORMAT_MT940_ASSUMED => 'Something that the statement leaves out was assumed.',
        self::FORMAT_OFX_BAD_AMOUNT => 'An amount is missing or cannot be read.',
        self::FORMAT_OFX_BAD_DATE => 'A movement\'s date is missing or cannot be read.',
        self::FORMAT_OFX_CURRENCY => 'Neither the statement nor an option says the currency.',
        self::FORMAT_OFX_FAILED => 'The bank answers with an error or a warning of its own.',
        self::FORMAT_OFX_ASSUMED => 'Something that the file leaves out or says in two ways was assumed.',
        self::FORMAT_OFX_CORRECTION => 'A record that replaces or deletes an earlier one.',
        self::FORMAT_OFX_NO_CASH => 'Movements of securities that move no cash: no rows.',
        self::FORMAT_QIF_BAD_AMOUNT => 'An amount is missing or cannot be read.',
        self::FORMAT_QIF_BAD_DATE => 'A record\'s date is missing or cannot be read.',
        self::FORMAT_QIF_CURRENCY => 'No option says the currency, which the format leaves out.',
        self::FORMAT_QIF_DATE_ORDER => 'Day and month cannot be told apart in any record.',
        self::FORMAT_QIF_DECIMAL_MARK => 'Decimals and thousands cannot be told apart in any amount.',
        self::FORMAT_QIF_SPLITS => 'The splits of a record do not make its amount: the amount holds.',
        self::FORMAT_QIF_ACTION => 'A trade of which nothing tells whether money comes in or goes out.',
        self::FORMAT_QIF_ASSUMED => 'Something that the file leaves out was assumed.',
        self::FORMAT_QIF_LEFT_OUT => 'Records that move no money of the account: lists, securities.',
        self::FORMAT_BAI2_BAD_ENTRY => 'A transaction detail (16) whose type code or amount cannot be read.',
        self::FORMAT_BAI2_BAD_BALANCE => 'A balance or a total of an account (03) that cannot be read.',
        self::FORMAT_BAI2_BAD_DATE => 'The as-of date of a group (02) is missing or cannot be read.',
        self::FORMAT_BAI2_BAD_RECORD => 'A line that is of no record.',
        self::FORMAT_BAI2_CONTROL => 'A trailer or a total that does not fit what was read, or is missing.',
        self::FORMAT_BAI2_ASSUMED => 'Something that the file leaves out or says oddly was assumed.',
        self::FORMAT_BAI2_LEFT_OUT => 'Records that move no money: notes, and those of deletions and tests.',
        self::FORMAT_CODA_BAD_ENTRY => 'A movement (21) whose amount or transaction code cannot be read.',
        self::FORMAT_CODA_BAD_BALANCE => 'An old (1) or a new (8) balance that cannot be read.',
        self::FORMAT_CODA_BAD_DATE => 'Nothing says the day of a movement.',
        self::FORMAT_CODA_BAD_RECORD => 'A line that is of no statement.',
        self::FORMAT_CODA_CONTROL => 'A trailer (9) that does not fit what was read, or a new balance or a trailer that is missing.',
        self::FORMAT_CODA_ASSUMED => 'Something that the statement leaves out or says oddly was assumed.',
        self::FORMAT_CODA_DETAILS => 'The details of a movement do not add up to it or cannot be read: the movement\'s amount holds.',
        self::FORMAT_CODA_LEFT_OUT => 'Records that move no money: free messages of the bank.',
        self::FORMAT_GOCARDLESS_PRO_BAD_OBJECT => 'An object that lacks amount, currency or time, or has one that cannot be read.',
        self::FORMAT_GOCARDLESS_PRO_UNSUPPORTED => 'An object or event that moves no money of the balance.',
        self::FORMAT_GOCARDLESS_PRO_INCOMPLETE => 'The rows are read, but days, payouts, items or further pages are not in the input.',
        self::FORMAT_OPEN_BANKING_UK_BAD_ROW => 'A record that lacks amount, direction, status or date, or has one that cannot be read.',
        self::FORMAT_OPEN_BANKING_UK_NOT_BOOKED => 'Transactions that were rejected or are yet to come: no row.',
        self::FORMAT_OPEN_BANKING_UK_ASSUMED => 'Something that the answer leaves open was assumed.',
        self::FORMAT_OPEN_BANKING_UK_INCOMPLETE => 'The rows are read, but other lists or further pages are not.',
        self::FORMAT_PAYPAL_BAD_ROW => 'A record that lacks id, amount or date, or has one that cannot be read.',
        self::FORMAT_PAYPAL_NOT_BOOKED => 'Transactions that moved no money: no row.',
        self::FORMAT_PAYPAL_REVERSED => 'Transactions that another transaction took back as a whole.',
        self::FORMAT_PAYPAL_INCOMPLETE => 'The rows are read, but there are further pages.',
        self::FORMAT_PAYPAL_CSV_BAD_ROW => 'A row without a currency, or of a status that is not known.',
        self::FORMAT_PAYPAL_CSV_BAD_AMOUNT => 'A cell is not an amount, or gross and fee do not make the net amount.',
        self::FORMAT_PAYPAL_CSV_BAD_DATE => 'A row without a date, or with one that cannot be read.',
        self::FORMAT_PAYPAL_CSV_LEFT_OUT => 'Rows that moved nothing: memos, and what was denied or cancelled.',
        self::FORMAT_PAYPAL_CSV_ASSUMED => 'Day and month cannot be told apart in any row.',
        self::FORMAT_WISE_BAD_ROW => 'A movement that lacks amount, direction or date, or has one that cannot be read.',
        self::FORMAT_PLAID_BAD_ROW => 'A record that lacks id, amount, currency or date, or has one that cannot be read.',
        self::FORMAT_PLAID_REMOVED => 'Transactions of earlier answers that are there no more.',
        self::FORMAT_PLAID_MODIFIED => 'Transactions that replace those of earlier answers.',
        self::FORMAT_PLAID_SUPERSEDED => 'Pending transactions that are there as booked: no row.',
        self::FORMAT_PLAID_INCOMPLETE => 'The rows are read, but there are further ones.',
        self::FORMAT_EINVOICE_MISSING => 'An invoice lacks its number, its amounts or its currency.',
        self::FORMAT_EINVOICE_BAD_AMOUNT => 'An amount of an invoice cannot be read.',
        self::FORMAT_EINVOICE_BAD_DATE => 'A date of an invoice cannot be read.',
        self::FORMAT_EINVOICE_TOTALS => 'The totals of an invoice do not make its amount due: the amount due holds.',
        self::FORMAT_EINVOICE_ASSUMED => 'Something that an invoice leaves out or says in an unusual way was assumed.',
        self::FORMAT_EINVOICE_LEFT_OUT => 'Discounts of an invoice that the model does not hold.',
        self::FORMAT_CSV_ITEMS => 'A list of invoices leaves out what is still open, or says a status that is not known.',
        self::MATCHING_CANCELLED => 'The progress callback stopped the call.',
        self::MATCHING_TOO_MANY => 'More rows than 32-bit row numbers hold.',
        self::MATCHING_UNKNOWN_ITEM => 'No item has this id.',
        self::MATCHING_OVERSPENT => 'More would be settled of an item than is open, or more taken back than it was.',
        self::MATCHING_BOUND_FAILED => 'The audits show more wrong automatic matches than the options accept: nothing is automatic.',
        self::MATCHING_UNKNOWN => 'No match or transaction of the call has this id.',
        self::MEMORY_VERSION => 'A memory that another version of the engine wrote.',
        self::MEMORY_SYNTAX => 'Bytes that are not a memory.',
        self::CRYPTO_UNSUPPORTED => 'An algorithm that the library behind this build does not do.',
        self::CRYPTO_FAILED => 'The library behind this build could not sign.',
        self::KEY_SYNTAX => 'Not a key of the form that it is said to be.',
        self::KEY_KIND => 'A key of another kind than its algorithm takes.',
        self::KEY_WEAK => 'A key that is too short or too simple to be trusted.',
        self::KEY_ROCA => 'An RSA key of a generator whose keys can be factored.',
        self::KEY_SMALL_ORDER => 'An Ed25519 key under which anybody can sign.',
        self::KEY_USE => 'A key that is there for something else.',
        self::KEY_ALGORITHM => 'A key for another algorithm.',
        self::KEY_PRIVATE => 'A private key where a public one is due.',
        self::KEY_DUPLICATE_ID => 'Two keys of one set have the same id.',
        self::KEY_SET_MIXED => 'Secrets and public keys in one set.',
        self::KEY_NONE => 'A set without a key that can be used.',
        self::KEY_REVOKED => 'A key that nothing counts under any more.',
        self::KEY_STATUS => 'A key that is not in the state that a step of its life takes.',
        self::TOKEN_TOO_LARGE => 'A token or its header beyond its bound.',
        self::TOKEN_SEGMENTS => 'Not three segments with points between them.',
        self::TOKEN_BASE64 => 'A segment that is not base64url without padding.',
        self::TOKEN_JSON => 'A header or a payload that is no JSON object of one meaning.',
        self::TOKEN_HEADER => 'A member of the header is missing or of another type.',
        self::TOKEN_HEADER_KEY => 'A token that brings its own key.',
        self::TOKEN_CRITICAL => 'The header asks for what is not understood here.',
        self::TOKEN_ALGORITHM => 'An algorithm that is not allowed.',
        self::TOKEN_UNKNOWN_KEY => 'No key that the token may be signed under.',
        self::TOKEN_SIGNATURE => 'The signature is not that of the token.',
        self::TOKEN_TYPE => 'A token of another type.',
        self::TOKEN_CLAIM => 'A claim of another type than its own.',
        self::TOKEN_MISSING => 'A claim that must be there is not.',
        self::TOKEN_ISSUER => 'A token of another issuer.',
        self::TOKEN_AUDIENCE => 'A token that is meant for somebody else.',
        self::TOKEN_SUBJECT => 'A token of another subject.',
        self::TOKEN_EXPIRED => 'A token whose time is over.',
        self::TOKEN_NOT_YET => 'A token whose time has not come.',
        self::TOKEN_TOO_OLD => 'A token that was issued too long ago.',
        self::TOKEN_BINDING => 'A token that is bound to a key that was not shown.',
        self::PERMISSION_SYNTAX => 'Not a permission, or not a pattern of some.',
        self::PERMISSION_ROLE => 'A role without a name, or one that is there already.',
        self::WEBHOOK_SCHEME => 'A description of a scheme that proves nothing, or that can be read in two ways.',
        self::WEBHOOK_SECRET => 'A secret that is missing, too short, too long, there twice, or not of the scheme\'s form.',
        self::WEBHOOK_MISSING => 'A header that the scheme needs is not there.',
        self::WEBHOOK_REPEATED => 'What may stand once stands several times.',
        self::WEBHOOK_TOO_LARGE => 'A header or a body beyond its bound.',
        self::WEBHOOK_HEADER => 'A header that is not of the scheme\'s form.',
        self::WEBHOOK_ENCODING => 'A signature that is not spelled as the scheme spells it.',
        self::WEBHOOK_CANDIDATES => 'More signatures than are looked at.',
        self::WEBHOOK_NO_SIGNATURE => 'A header without a signature of the scheme.',
        self::WEBHOOK_TIMESTAMP => 'A timestamp that is no plain number of seconds.',
        self::WEBHOOK_TIMESTAMP_UNIT => 'A timestamp in milliseconds or finer, where seconds are due.',
        self::WEBHOOK_ID => 'An id in a header that is not of its form.',
        self::WEBHOOK_SIGNATURE => 'No signature is that of the body under a secret.',
        self::WEBHOOK_BODY_CHANGED => 'The signature is that of another spelling of the body: it was not handed on as it came.',
        self::WEBHOOK_TOO_OLD => 'A message that was signed longer ago than is accepted.',
        self::WEBHOOK_AHEAD => 'A message that was signed further in the future than clocks may differ.',
        self::WEBHOOK_EVENT_JSON => 'A body that is no JSON of one meaning.',
        self::WEBHOOK_EVENT_ID => 'An event\'s id is missing, there twice, or not of its form.',
        self::CERTIFICATE_SYNTAX => 'Bytes that are not a certificate in DER, or no chain of them.',
        self::CERTIFICATE_TOO_LARGE => 'A certificate, a list, a chain or a bundle beyond its bound.',
        self::CERTIFICATE_VERSION => 'A certificate of another version than the third.',
        self::CERTIFICATE_SERIAL => 'A serial number that is not positive or too long.',
        self::CERTIFICATE_DISTINGUISHED_NAME => 'An issuer or an authority without a name.',
        self::CERTIFICATE_EXTENSION => 'An extension that is there twice, malformed, or critical where it may not be.',
        self::CERTIFICATE_CRITICAL => 'A critical extension that nothing here acts on.',
        self::CERTIFICATE_AUTHORITY => 'No authority in the place of one, or one in the place of a leaf.',
        self::CERTIFICATE_KEY_USAGE => 'A key that may not be used for what it is used for, or for more than it may.',
        self::CERTIFICATE_EXTENDED_KEY_USAGE => 'A certificate that is there for something else, or does not say for what.',
        self::CERTIFICATE_KEY_IDENTIFIER => 'A key identifier that is missing, malformed or critical.',
        self::CERTIFICATE_NAME_CONSTRAINTS => 'Name constraints that no name can be held against, or in a leaf.',
        self::CERTIFICATE_CONSTRAINED => 'A name that the path does not permit.',
        self::CERTIFICATE_ALTERNATIVE_NAME => 'Alternative names that are missing or none of their kind.',
        self::CERTIFICATE_KEY => 'A key that is too weak or of a kind that is not taken.',
        self::CERTIFICATE_LIFETIME => 'A public certificate that lasts longer than it may.',
        self::CERTIFICATE_EXPIRED => 'A certificate whose time is over.',
        self::CERTIFICATE_NOT_YET => 'A certificate whose time has not begun.',
        self::CERTIFICATE_NAME => 'A certificate for other names.',
        self::CERTIFICATE_UNKNOWN_ISSUER => 'No path leads to an anchor.',
        self::CERTIFICATE_SIGNATURE => 'A signature that is not that of the issuer.',
        self::CERTIFICATE_ALGORITHM => 'A certificate that is signed in a way that is not taken.',
        self::CERTIFICATE_PATH_LENGTH => 'More authorities in the path than it may have.',
        self::CERTIFICATE_DISTRUSTED => 'A key that nobody trusts any more.',
        self::CERTIFICATE_REVOKED => 'A certificate that was revoked.',
        self::CERTIFICATE_REVOCATION_UNKNOWN => 'No revocation list answers for a certificate.',
        self::CERTIFICATE_SKIPPED => 'A chain that was not verified, since the mode is that of a sandbox.',
        self::CERTIFICATE_NO_ANCHOR => 'A set without an anchor.',
        self::CERTIFICATE_CLIENT => 'A client against anchors of the public web.',
        self::CERTIFICATE_LIST_SYNTAX => 'Bytes that are not a revocation list in DER.',
        self::CERTIFICATE_LIST_EXTENSION => 'An extension of a revocation list that is missing, malformed or critical.',
        self::CERTIFICATE_LIST_UNSUPPORTED => 'A revocation list of a kind that is not taken.',
        self::CERTIFICATE_LIST_EXPIRED => 'A revocation list whose time is over.',
        self::CERTIFICATE_LIST_NOT_YET => 'A revocation list whose time has not begun.',
        self::CERTIFICATE_LIST_SIGNATURE => 'A revocation list whose signature is not that of the authority.',
        self::CERTIFICATE_LIST_ISSUER => 'A revocation list of an authority whose key may not sign any.',
        self::CERTIFICATE_PEM => 'Text that is not a bundle in PEM.',
        self::CERTIFICATE_PRIVATE_KEY => 'A private key in a bundle of certificates.',
        self::CERTIFICATE_PIN => 'Text that is not a pin.',
        self::CERTIFICATE_PIN_NO_BACKUP => 'A set without a pin that could be switched to.',
        self::CERTIFICATE_PIN_MISMATCH => 'No key of a chain is pinned.',
        self::CERTIFICATE_PIN_EXPIRED => 'A set of pins whose time is over.',
        self::CONTRACT_VERSION => 'A request of a version that this library does not speak.',
        self::CONTRACT_OPERATION => 'No operation has this name.',
        self::CONTRACT_SYNTAX => 'A request that is not a JSON object.',
        self::CONTRACT_FIELD => 'A field of a request that is missing or not of its type.',
        self::CONTRACT_HANDLE => 'A handle that is not open: it was closed, or never given.',
        self::CONTRACT_INTERNAL => 'A fault of the library itself, which was caught. Please report it.',
        self::CONTRACT_ARGUMENT => 'An argument of a function that cannot be used, such as a null pointer.',
        self::CONTRACT_ENCODING => 'Text that is not UTF-8.',
        self::CONTRACT_CALLBACK => 'A function of the host that the library called has failed.',
        self::CONTRACT_TRANSPORT => 'The library cannot be reached: not found, not allowed, or gone away.',
    ];

    /** @internal The exception of each family of codes. */
    public const FAMILIES = [
        'money' => Exception\MoneyException::class,
        'input' => Exception\InputException::class,
        'format' => Exception\FormatException::class,
        'matching' => Exception\MatchingException::class,
        'memory' => Exception\MemoryException::class,
        'crypto' => Exception\CryptoException::class,
        'key' => Exception\KeyException::class,
        'token' => Exception\TokenException::class,
        'permission' => Exception\PermissionException::class,
        'webhook' => Exception\WebhookException::class,
        'certificate' => Exception\CertificateException::class,
        'contract' => Exception\ContractException::class,
    ];

    private function __construct()
    {
    }

    /** What a code means, in a sentence; null for one that this version does not know. */
    public static function meaning(string $code): ?string
    {
        return self::MEANINGS[$code] ?? null;
    }
}
