/*
 * payymo: bank transactions and open invoices in, explained matches out.
 *
 * Text is UTF-8 as pointer and length; NULL with length 0 is empty. A function that can fail returns 0 or the number of
 * the error, and writes a document beside it. Nothing is printed, no signal is touched, no file is opened; the library
 * starts threads only within a call, and only where the option `threads` says so.
 *
 * Generated from bindings/c/src and the table of operations:
 * UPDATE_HEADER=1 cargo test -p payymo-c --test header
 */
#ifndef PAYYMO_H
#define PAYYMO_H

#include <stddef.h>
#include <stdint.h>

/* Where a long call stands; bindings without texts use the places in this list. */
/* Open items are being indexed. */
#define PAYYMO_STAGE_PREPARE 0u
/* Candidates are being found and scored. */
#define PAYYMO_STAGE_SCORE 1u
/* Items are being assigned. */
#define PAYYMO_STAGE_ASSIGN 2u

/* What a row of an input is; bindings without texts use the places in this list. */
/* A row of an account. */
#define PAYYMO_ROW_TRANSACTION 0u
/* An open item. */
#define PAYYMO_ROW_INVOICE 1u
/* What was settled before. */
#define PAYYMO_ROW_SETTLEMENT 2u
/* A balance that the bank states. */
#define PAYYMO_ROW_BALANCE 3u
/* A record that could not be read. */
#define PAYYMO_ROW_ERROR 4u
/* What was assumed or doubted; the rows are there. */
#define PAYYMO_ROW_WARNING 5u

/* What is to be said of an IBAN. */
/* Of the right length for its country, with the right check digits. */
#define PAYYMO_IBAN_VALID 0u
/* The check digits do not fit: a digit is wrong. */
#define PAYYMO_IBAN_BAD_CHECKSUM 1u
/* Too short or too long for its country. */
#define PAYYMO_IBAN_BAD_LENGTH 2u
/* Of the form of an IBAN, but no country uses it. */
#define PAYYMO_IBAN_UNKNOWN_COUNTRY 3u
/* Not of the form: two letters, two digits, up to 30 letters and digits. */
#define PAYYMO_IBAN_NOT_IBAN 4u

/* Schemes of payment references. */
/* ISO 11649 creditor reference. */
#define PAYYMO_SCHEME_RF 0u
/* Belgian structured communication (OGM, VCS). */
#define PAYYMO_SCHEME_OGM 1u
/* Swiss QR reference. */
#define PAYYMO_SCHEME_QRR 2u
/* Swiss ISR reference (ESR, BVR, PVR), until 2022. */
#define PAYYMO_SCHEME_ESR 3u
/* Finnish reference number. */
#define PAYYMO_SCHEME_VIITENUMERO 4u
/* Estonian reference number. */
#define PAYYMO_SCHEME_VIITENUMBER 5u
/* Norwegian customer identification, modulus 10. */
#define PAYYMO_SCHEME_KID_MOD10 6u
/* Norwegian customer identification, modulus 11. */
#define PAYYMO_SCHEME_KID_MOD11 7u
/* Swedish OCR reference number. */
#define PAYYMO_SCHEME_OCR 8u
/* Slovenian reference. */
#define PAYYMO_SCHEME_SI 9u
/* Danish payment slip (FIK, GIK) with a payment id. */
#define PAYYMO_SCHEME_FIK 10u
/* Dutch payment reference. */
#define PAYYMO_SCHEME_BETALINGSKENMERK 11u
/* Czech and Slovak variable symbol. */
#define PAYYMO_SCHEME_VARIABLE_SYMBOL 12u

/* Numbers of errors; 0 is none. */
/* Text that is not an amount. */
#define PAYYMO_E_MONEY_SYNTAX 1001u
/* An amount beyond what 64 bits of minor units hold. */
#define PAYYMO_E_MONEY_OVERFLOW 1002u
/* Digits beyond the currency's ISO 4217 decimals. */
#define PAYYMO_E_MONEY_PRECISION 1003u
/* A currency that is not in ISO 4217, now or in the past. */
#define PAYYMO_E_MONEY_CURRENCY_UNKNOWN 1004u
/* Two amounts of different currencies in one sum. */
#define PAYYMO_E_MONEY_CURRENCY_MISMATCH 1005u
/* Money given as a binary float: give a decimal string. */
#define PAYYMO_E_INPUT_FLOAT_MONEY 2001u
/* The same id with different content. */
#define PAYYMO_E_INPUT_DUPLICATE_ID 2002u
/* A required field is missing. */
#define PAYYMO_E_INPUT_MISSING 2003u
/* A field whose value is not of its form. */
#define PAYYMO_E_INPUT_BAD_FIELD 2004u
/* A date that does not exist or lies outside the years 1900 to 2199. */
#define PAYYMO_E_INPUT_BAD_DATE 2005u
/* An option outside its range. */
#define PAYYMO_E_INPUT_OPTIONS 2006u
/* Content of no known format. */
#define PAYYMO_E_FORMAT_UNKNOWN 3001u
/* A known format that has no reader yet. */
#define PAYYMO_E_FORMAT_UNSUPPORTED 3002u
/* Bytes that are not text in the declared or detected encoding. */
#define PAYYMO_E_FORMAT_ENCODING 3003u
/* The input ends in the middle of a record. */
#define PAYYMO_E_FORMAT_TRUNCATED 3004u
/* The input holds no row. */
#define PAYYMO_E_FORMAT_NO_ROWS 3005u
/* A field, line or nesting beyond the reader's bounds. */
#define PAYYMO_E_FORMAT_TOO_LARGE 3006u
/* Text that is not well-formed XML. */
#define PAYYMO_E_FORMAT_XML_SYNTAX 3101u
/* A document type declaration, which no bank sends: refused. */
#define PAYYMO_E_FORMAT_XML_DOCTYPE 3102u
/* An entry's amount cannot be read. */
#define PAYYMO_E_FORMAT_CAMT_BAD_AMOUNT 3110u
/* An entry's date cannot be read. */
#define PAYYMO_E_FORMAT_CAMT_BAD_DATE 3111u
/* An entry lacks a required element. */
#define PAYYMO_E_FORMAT_CAMT_MISSING 3112u
/* Opening balance and entries do not add up to the closing balance. */
#define PAYYMO_E_FORMAT_CAMT_BALANCE 3113u
/* The details of an entry do not add up to its amount: the entry's holds. */
#define PAYYMO_E_FORMAT_CAMT_DETAILS 3114u
/* Something that the statement leaves out was assumed. */
#define PAYYMO_E_FORMAT_CAMT_ASSUMED 3115u
/* An entry that is for information only: no row. */
#define PAYYMO_E_FORMAT_CAMT_NOT_BOOKED 3116u
/* No row names a date and an amount column. */
#define PAYYMO_E_FORMAT_CSV_NO_HEADER 3201u
/* A cell is not an amount. */
#define PAYYMO_E_FORMAT_CSV_BAD_AMOUNT 3202u
/* A cell is not a date. */
#define PAYYMO_E_FORMAT_CSV_BAD_DATE 3203u
/* A row with too few or too many cells. */
#define PAYYMO_E_FORMAT_CSV_COLUMNS 3204u
/* The column map names a column that is not there. */
#define PAYYMO_E_FORMAT_CSV_MAPPING 3205u
/* Day and month cannot be told apart in any row. */
#define PAYYMO_E_FORMAT_CSV_DATE_ORDER 3206u
/* No column and no option says the currency. */
#define PAYYMO_E_FORMAT_CSV_CURRENCY 3207u
/* Nothing tells money in from money out, or a row goes neither way. */
#define PAYYMO_E_FORMAT_CSV_SIGN 3208u
/* The running balance does not follow from the amounts. */
#define PAYYMO_E_FORMAT_CSV_BALANCE 3209u
/* Decimals and thousands cannot be told apart in any cell. */
#define PAYYMO_E_FORMAT_CSV_DECIMAL_MARK 3210u
/* A fee of which nothing tells whether the amount holds it. */
#define PAYYMO_E_FORMAT_CSV_FEE 3211u
/* Rows that are no booked transaction: declined ones, headings, totals. */
#define PAYYMO_E_FORMAT_CSV_LEFT_OUT 3212u
/* A transaction that lacks an amount or has one that cannot be read. */
#define PAYYMO_E_FORMAT_GOCARDLESS_BAD_ROW 3301u
/* A booked transaction without a date that can be read. */
#define PAYYMO_E_FORMAT_GOCARDLESS_BAD_DATE 3302u
/* The other side is named in the fields of the host's own side. */
#define PAYYMO_E_FORMAT_GOCARDLESS_SWAPPED 3303u
/* An object that lacks amount, currency or time. */
#define PAYYMO_E_FORMAT_STRIPE_BAD_OBJECT 3401u
/* A Stripe object that moves no money here. */
#define PAYYMO_E_FORMAT_STRIPE_UNSUPPORTED 3402u
/* The rows are read, but fees, refunds or further pages are not in the input. */
#define PAYYMO_E_FORMAT_STRIPE_INCOMPLETE 3403u
/* An invoice or transaction row that cannot be read. */
#define PAYYMO_E_FORMAT_WHMCS_BAD_ROW 3501u
/* The answer of an API call that failed. */
#define PAYYMO_E_FORMAT_WHMCS_FAILED 3502u
/* A transaction that belongs to no invoice: it settles nothing. */
#define PAYYMO_E_FORMAT_WHMCS_NO_INVOICE 3503u
/* Unpaid invoices of a list that states no balances: taken as open with their total. */
#define PAYYMO_E_FORMAT_WHMCS_NO_BALANCE 3504u
/* Text that is not JSON. */
#define PAYYMO_E_FORMAT_JSON_SYNTAX 3601u
/* A row that is not of the contract's shape. */
#define PAYYMO_E_FORMAT_JSON_BAD_ROW 3602u
/* The progress callback stopped the call. */
#define PAYYMO_E_MATCHING_CANCELLED 5001u
/* More rows than 32-bit row numbers hold. */
#define PAYYMO_E_MATCHING_TOO_MANY 5002u
/* No item has this id. */
#define PAYYMO_E_MATCHING_UNKNOWN_ITEM 5003u
/* More would be settled of an item than is open, or more taken back than it was. */
#define PAYYMO_E_MATCHING_OVERSPENT 5004u
/* The audits show more wrong automatic matches than the options accept: nothing is automatic. */
#define PAYYMO_E_MATCHING_BOUND_FAILED 5005u
/* No match or transaction of the call has this id. */
#define PAYYMO_E_MATCHING_UNKNOWN 5006u
/* A memory that another version of the engine wrote. */
#define PAYYMO_E_MEMORY_VERSION 5101u
/* Bytes that are not a memory. */
#define PAYYMO_E_MEMORY_SYNTAX 5102u
/* A request of a version that this library does not speak. */
#define PAYYMO_E_CONTRACT_VERSION 9001u
/* No operation has this name. */
#define PAYYMO_E_CONTRACT_OPERATION 9002u
/* A request that is not a JSON object. */
#define PAYYMO_E_CONTRACT_SYNTAX 9003u
/* A field of a request that is missing or not of its type. */
#define PAYYMO_E_CONTRACT_FIELD 9004u
/* A handle that is not open: it was closed, or never given. */
#define PAYYMO_E_CONTRACT_HANDLE 9005u
/* A fault of the library itself, which was caught. Please report it. */
#define PAYYMO_E_CONTRACT_INTERNAL 9006u
/* An argument of a function that cannot be used, such as a null pointer. */
#define PAYYMO_E_CONTRACT_ARGUMENT 9007u
/* Text that is not UTF-8. */
#define PAYYMO_E_CONTRACT_ENCODING 9008u
/* A function of the host that the library called has failed. */
#define PAYYMO_E_CONTRACT_CALLBACK 9009u
/* The library cannot be reached: not found, not allowed, or gone away. */
#define PAYYMO_E_CONTRACT_TRANSPORT 9010u


/*
 The version of this header. A library with another number must not be used with it.
 */
#define PAYYMO_ABI_VERSION 1

/*
 A JSON document in UTF-8: an answer, or an error {"code", "number", "message"} with its place. The caller owns it and
 frees it once. It never changes: any number of threads may read it at once.
 */
typedef struct payymo_document payymo_document;

/*
 Open items, prepared once for many calls. The caller owns it and frees it once. Calls on one matcher wait for each other:
 any thread may call.
 */
typedef struct payymo_matcher payymo_matcher;

/*
 Bytes of the host, borrowed during a call; a request names them as {"blob": 0}.
 */
typedef struct payymo_blob {
  /*
   The first byte; NULL with length 0 is empty.
   */
  const char *data;
  /*
   How many bytes.
   */
  size_t length;
} payymo_blob;

/*
 Told how far a long call has come, on the thread of the call: PAYYMO_STAGE_…, rows done, rows in all. Returns 0 to stop
 the call (`matching.cancelled`), anything else to go on. `user` is what the call was given. It must return: no exception
 and no longjmp may leave it. It may call any function but those on the matcher of the call.
 */
typedef uint32_t (*payymo_progress)(void *user, uint32_t stage, uint64_t done, uint64_t all);

/*
 Told one row or problem of an input, on the thread of the call: PAYYMO_ROW_…, and its JSON, which lives until the function
 returns and does not end with NUL. Returns 0 to stop, anything else to go on. It must return: no exception and no longjmp
 may leave it.
 */
typedef uint32_t (*payymo_row)(void *user, uint32_t kind, const char *json, size_t length);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/*
 The version of the library's header, PAYYMO_ABI_VERSION.
 Threads: any, at once.
 */
uint32_t payymo_abi_version(void);

/*
 The version of the library, such as "0.1.0". It lives as long as the library.
 Threads: any, at once.
 */
const char *payymo_version(void);

/*
 The code of an error's number, such as "format.csv.bad_amount"; NULL for a number that is none. It lives as long as the
 library.
 Threads: any, at once.
 */
const char *payymo_code_text(uint32_t number);

/*
 Does an operation that needs no matcher. docs/operations.md lists them with their requests and answers.

 `operation` is its name, such as "matching.reconcile"; `request` a JSON object in UTF-8 (NULL with length 0 is {}); the
 request names `blobs` as {"blob": 0}, so that a statement needs no encoding. `progress` may be NULL.
 Returns 0, or the number of an error (PAYYMO_E_…).
 Ownership: inputs are borrowed until it returns. `*answer` is written always: the answer, or the error as a document; the
 caller frees it. With `answer` NULL there is the number alone.
 Threads: any, at once.
 */
uint32_t payymo_call(const char *operation,
                     const char *request,
                     size_t request_length,
                     const struct payymo_blob *blobs,
                     size_t blob_count,
                     payymo_progress progress,
                     void *user,
                     struct payymo_document **answer);

/*
 The text of a document, UTF-8, with a NUL behind its length; "" for NULL. It lives as long as the document.
 Threads: any, at once.
 */
const char *payymo_document_data(const struct payymo_document *document);

/*
 Bytes of a document, without the NUL behind them; 0 for NULL.
 Threads: any, at once.
 */
size_t payymo_document_length(const struct payymo_document *document);

/*
 Frees a document; NULL is fine.
 Threads: any, but once, and when no other thread reads the document.
 */
void payymo_document_free(struct payymo_document *document);

/*
 Makes a matcher: does "matcher.new". The answer lists the errors of rows that cannot be used.

 Arguments and result as those of payymo_call. `matcher` must not be NULL; `*matcher` is written always, NULL with an error.
 Ownership: inputs are borrowed until it returns; the caller frees `*matcher` and `*answer`.
 Threads: any, at once.
 */
uint32_t payymo_matcher_new(const char *request,
                            size_t request_length,
                            const struct payymo_blob *blobs,
                            size_t blob_count,
                            payymo_progress progress,
                            void *user,
                            struct payymo_matcher **matcher,
                            struct payymo_document **answer);

/*
 Does an operation on a matcher, such as "matcher.reconcile".

 Arguments, result and ownership as those of payymo_call.
 Threads: any; calls on one matcher wait for each other. A callback that calls the matcher of its own call gets
 `contract.handle`.
 */
uint32_t payymo_matcher_call(struct payymo_matcher *matcher,
                             const char *operation,
                             const char *request,
                             size_t request_length,
                             const struct payymo_blob *blobs,
                             size_t blob_count,
                             payymo_progress progress,
                             void *user,
                             struct payymo_document **answer);

/*
 Frees a matcher; NULL is fine.
 Threads: any, but once, and when no call on it runs or will run.
 */
void payymo_matcher_free(struct payymo_matcher *matcher);

/*
 Reads a statement or a list of any supported format, row by row: transactions, invoices, settlements, balances, errors,
 warnings.

 `options` is the JSON of ReadOptions (docs/operations.md), or NULL. `row` may be NULL, to learn what it is.
 Returns 0 with the document {"format", "records", "says_empty"}, or the number of an error; `matching.cancelled` where
 `row` stopped it.
 Ownership: inputs are borrowed until it returns; the caller frees `*answer`, which is written always.
 Threads: any, at once.
 */
uint32_t payymo_read(const char *content,
                     size_t content_length,
                     const char *options,
                     size_t options_length,
                     payymo_row row,
                     void *user,
                     struct payymo_document **answer);

/*
 What is to be said of an IBAN in any printed form: PAYYMO_IBAN_…, or UINT32_MAX for NULL with a length and for what is not
 UTF-8.
 Ownership: the text is borrowed until it returns. Threads: any, at once.
 */
uint32_t payymo_iban_check(const char *text,
                           size_t length);

/*
 Whether a whole text is a reference of a scheme (PAYYMO_SCHEME_…), in any printed form: 0 valid, 1 not, or UINT32_MAX for
 a scheme that is none, NULL with a length, or what is not UTF-8.
 Ownership: the text is borrowed until it returns. Threads: any, at once.
 */
uint32_t payymo_reference_check(uint32_t scheme,
                                const char *text,
                                size_t length);

/*
 Decimals of a currency's minor unit (ISO 4217): 2 of "EUR"; -1 for what is no currency.
 Ownership: the text is borrowed until it returns. Threads: any, at once.
 */
int32_t payymo_currency_decimals(const char *code, size_t length);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif /* PAYYMO_H */
