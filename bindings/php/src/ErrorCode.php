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

    /** Opening balance and entries do not add up to the closing balance. */
    public const FORMAT_CAMT_BALANCE = 'format.camt.balance';

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

    /** No column and no option says the currency. */
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

    /** A transaction that lacks an amount or has one that cannot be read. */
    public const FORMAT_GOCARDLESS_BAD_ROW = 'format.gocardless.bad_row';

    /** A booked transaction without a date that can be read. */
    public const FORMAT_GOCARDLESS_BAD_DATE = 'format.gocardless.bad_date';

    /** The other side is named in the fields of the host's own side. */
    public const FORMAT_GOCARDLESS_SWAPPED = 'format.gocardless.swapped';

    /** An object that lacks amount, currency or time. */
    public const FORMAT_STRIPE_BAD_OBJECT = 'format.stripe.bad_object';

    /** A Stripe object that moves no money here. */
    public const FORMAT_STRIPE_UNSUPPORTED = 'format.stripe.unsupported';

    /** The rows are read, but fees, refunds or further pages are not in the input. */
    public const FORMAT_STRIPE_INCOMPLETE = 'format.stripe.incomplete';

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
        self::FORMAT_XML_SYNTAX => 3101,
        self::FORMAT_XML_DOCTYPE => 3102,
        self::FORMAT_CAMT_BAD_AMOUNT => 3110,
        self::FORMAT_CAMT_BAD_DATE => 3111,
        self::FORMAT_CAMT_MISSING => 3112,
        self::FORMAT_CAMT_BALANCE => 3113,
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
        self::FORMAT_GOCARDLESS_BAD_ROW => 3301,
        self::FORMAT_GOCARDLESS_BAD_DATE => 3302,
        self::FORMAT_GOCARDLESS_SWAPPED => 3303,
        self::FORMAT_STRIPE_BAD_OBJECT => 3401,
        self::FORMAT_STRIPE_UNSUPPORTED => 3402,
        self::FORMAT_STRIPE_INCOMPLETE => 3403,
        self::FORMAT_WHMCS_BAD_ROW => 3501,
        self::FORMAT_WHMCS_FAILED => 3502,
        self::FORMAT_WHMCS_NO_INVOICE => 3503,
        self::FORMAT_WHMCS_NO_BALANCE => 3504,
        self::FORMAT_JSON_SYNTAX => 3601,
        self::FORMAT_JSON_BAD_ROW => 3602,
        self::MATCHING_CANCELLED => 5001,
        self::MATCHING_TOO_MANY => 5002,
        self::MATCHING_UNKNOWN_ITEM => 5003,
        self::MATCHING_OVERSPENT => 5004,
        self::MATCHING_BOUND_FAILED => 5005,
        self::MATCHING_UNKNOWN => 5006,
        self::MEMORY_VERSION => 5101,
        self::MEMORY_SYNTAX => 5102,
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
        self::FORMAT_XML_SYNTAX => 'Text that is not well-formed XML.',
        self::FORMAT_XML_DOCTYPE => 'A document type declaration, which no bank sends: refused.',
        self::FORMAT_CAMT_BAD_AMOUNT => 'An entry\'s amount cannot be read.',
        self::FORMAT_CAMT_BAD_DATE => 'An entry\'s date cannot be read.',
        self::FORMAT_CAMT_MISSING => 'An entry lacks a required element.',
        self::FORMAT_CAMT_BALANCE => 'Opening balance and entries do not add up to the closing balance.',
        self::FORMAT_CAMT_DETAILS => 'The details of an entry do not add up to its amount: the entry\'s holds.',
        self::FORMAT_CAMT_ASSUMED => 'Something that the statement leaves out was assumed.',
        self::FORMAT_CAMT_NOT_BOOKED => 'An entry that is for information only: no row.',
        self::FORMAT_CSV_NO_HEADER => 'No row names a date and an amount column.',
        self::FORMAT_CSV_BAD_AMOUNT => 'A cell is not an amount.',
        self::FORMAT_CSV_BAD_DATE => 'A cell is not a date.',
        self::FORMAT_CSV_COLUMNS => 'A row with too few or too many cells.',
        self::FORMAT_CSV_MAPPING => 'The column map names a column that is not there.',
        self::FORMAT_CSV_DATE_ORDER => 'Day and month cannot be told apart in any row.',
        self::FORMAT_CSV_CURRENCY => 'No column and no option says the currency.',
        self::FORMAT_CSV_SIGN => 'Nothing tells money in from money out, or a row goes neither way.',
        self::FORMAT_CSV_BALANCE => 'The running balance does not follow from the amounts.',
        self::FORMAT_CSV_DECIMAL_MARK => 'Decimals and thousands cannot be told apart in any cell.',
        self::FORMAT_CSV_FEE => 'A fee of which nothing tells whether the amount holds it.',
        self::FORMAT_CSV_LEFT_OUT => 'Rows that are no booked transaction: declined ones, headings, totals.',
        self::FORMAT_GOCARDLESS_BAD_ROW => 'A transaction that lacks an amount or has one that cannot be read.',
        self::FORMAT_GOCARDLESS_BAD_DATE => 'A booked transaction without a date that can be read.',
        self::FORMAT_GOCARDLESS_SWAPPED => 'The other side is named in the fields of the host\'s own side.',
        self::FORMAT_STRIPE_BAD_OBJECT => 'An object that lacks amount, currency or time.',
        self::FORMAT_STRIPE_UNSUPPORTED => 'A Stripe object that moves no money here.',
        self::FORMAT_STRIPE_INCOMPLETE => 'The rows are read, but fees, refunds or further pages are not in the input.',
        self::FORMAT_WHMCS_BAD_ROW => 'An invoice or transaction row that cannot be read.',
        self::FORMAT_WHMCS_FAILED => 'The answer of an API call that failed.',
        self::FORMAT_WHMCS_NO_INVOICE => 'A transaction that belongs to no invoice: it settles nothing.',
        self::FORMAT_WHMCS_NO_BALANCE => 'Unpaid invoices of a list that states no balances: taken as open with their total.',
        self::FORMAT_JSON_SYNTAX => 'Text that is not JSON.',
        self::FORMAT_JSON_BAD_ROW => 'A row that is not of the contract\'s shape.',
        self::MATCHING_CANCELLED => 'The progress callback stopped the call.',
        self::MATCHING_TOO_MANY => 'More rows than 32-bit row numbers hold.',
        self::MATCHING_UNKNOWN_ITEM => 'No item has this id.',
        self::MATCHING_OVERSPENT => 'More would be settled of an item than is open, or more taken back than it was.',
        self::MATCHING_BOUND_FAILED => 'The audits show more wrong automatic matches than the options accept: nothing is automatic.',
        self::MATCHING_UNKNOWN => 'No match or transaction of the call has this id.',
        self::MEMORY_VERSION => 'A memory that another version of the engine wrote.',
        self::MEMORY_SYNTAX => 'Bytes that are not a memory.',
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
