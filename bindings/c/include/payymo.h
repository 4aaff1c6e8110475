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
/* An account of the host that the input names. */
#define PAYYMO_ROW_ACCOUNT 6u
/* A statement that has ended, with the proof by its balances. */
#define PAYYMO_ROW_STATEMENT 7u

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

/* Shapes of a match. */
/* One payment, one item; part payments too. */
#define PAYYMO_MATCH_SINGLE 0u
/* One payment, several items. */
#define PAYYMO_MATCH_GROUPED 1u
/* Several payments, one item. */
#define PAYYMO_MATCH_INSTALMENT 2u
/* The payer is certain, the item is not. */
#define PAYYMO_MATCH_ON_ACCOUNT 3u
/* A credit note applied. */
#define PAYYMO_MATCH_APPLY_CREDIT 4u
/* Takes an earlier settlement back, or gives it again. */
#define PAYYMO_MATCH_REVERSAL 5u
/* A gateway's deposit and its parts. */
#define PAYYMO_MATCH_PAYOUT 6u

/* Why a match is for a person to decide. */
/* It is of a kind that is never automatic: money on account. */
#define PAYYMO_REVIEW_KIND 0u
/* An item is in collection, on hold or otherwise not simply open. */
#define PAYYMO_REVIEW_STATE 1u
/* It rests on evidence that a person should see, or goes against some: a misread or an old number, another item that is named too, a part of a name, an amount in part, without the tax or far over. `review_clue` names it. */
#define PAYYMO_REVIEW_EVIDENCE 2u
/* Nothing says who paid, and no number names the item. */
#define PAYYMO_REVIEW_PAYER 3u
/* What fitted better was settled by another payment. */
#define PAYYMO_REVIEW_DISPLACED 4u
/* It takes back what another payment settles, and that payment is for a person to decide, or what it settled before is not listed. */
#define PAYYMO_REVIEW_ORIGINAL 5u
/* The text names an item of another customer, and the payer owes the same amount himself: he may have miswritten the number. */
#define PAYYMO_REVIEW_PAYER_OWES 6u
/* Its probability is below what `max_wrong_auto` asks for. */
#define PAYYMO_REVIEW_PROBABILITY 7u
/* The options keep its kind, source, size or customer out of `auto`, or everything: in a shadow month these are the matches that would have been booked. */
#define PAYYMO_REVIEW_SCOPE 8u
/* The audits show more wrong automatic matches than `max_wrong_auto` accepts: nothing is automatic. */
#define PAYYMO_REVIEW_BOUND 9u

/* Why a transaction settles nothing. */
/* Nothing fits. */
#define PAYYMO_UNMATCHED_NO_CANDIDATE 0u
/* Several fit alike. */
#define PAYYMO_UNMATCHED_AMBIGUOUS 1u
/* A surplus copy of a payment. */
#define PAYYMO_UNMATCHED_DUPLICATE 2u
/* Pays an item that is not open any more. */
#define PAYYMO_UNMATCHED_CLOSED_INVOICE 3u
/* Interest, an own transfer, a payout whose parts are not given. */
#define PAYYMO_UNMATCHED_NOT_A_RECEIPT 4u
/* Not booked yet. */
#define PAYYMO_UNMATCHED_PENDING 5u
/* Money out. */
#define PAYYMO_UNMATCHED_MONEY_OUT 6u

/* What money that settles nothing is, or why a part of an item did not come. */
/* More came than was owed. */
#define PAYYMO_DIFFERENCE_OVERPAYMENT 0u
/* Exchange. */
#define PAYYMO_DIFFERENCE_FX 1u
/* A card scheme's charge for a chargeback. */
#define PAYYMO_DIFFERENCE_CHARGEBACK_FEE 2u
/* Banks on the way took it. */
#define PAYYMO_DIFFERENCE_BANK_FEE 3u
/* Early-payment discount by the terms. */
#define PAYYMO_DIFFERENCE_DISCOUNT 4u
/* Rounded by the payer. */
#define PAYYMO_DIFFERENCE_ROUNDING 5u
/* Deducted by the payer, for a reason that is not known. */
#define PAYYMO_DIFFERENCE_DEDUCTION 6u
/* Tax withheld at source. */
#define PAYYMO_DIFFERENCE_WITHHOLDING_TAX 7u
/* The tax was left out. */
#define PAYYMO_DIFFERENCE_VAT 8u
/* A late fee was not paid. */
#define PAYYMO_DIFFERENCE_LATE_FEE 9u
/* Digits changed over or left out. */
#define PAYYMO_DIFFERENCE_KEYING_ERROR 10u
/* Too little, for no reason that is known. */
#define PAYYMO_DIFFERENCE_UNDERPAYMENT 11u

/* Codes of evidence, with the sentence that each is shown with; {} stands for the item or the customer. */
/* the payment reference of {} stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_CREDITOR 0u
/* invoice number {} stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_EXACT 1u
/* the digits of invoice number {} stand in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_DIGITS 2u
/* the last part of invoice number {} stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_SERIAL 3u
/* the running number of {} stands in the payment, without the zeros before it */
#define PAYYMO_EVIDENCE_REFERENCE_BARE 4u
/* a number that differs from {} in one place stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_FUZZY 5u
/* {} lies in a range of numbers that stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_RANGE 6u
/* an earlier or order number of {} stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_OTHER_NUMBER 7u
/* the id of {} stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_ID 8u
/* the payment names {}, a settled item of the same customer and amount */
#define PAYYMO_EVIDENCE_REFERENCE_PREVIOUS 9u
/* the payment's text does not name {} */
#define PAYYMO_EVIDENCE_REFERENCE_NONE 10u
/* the payment's text names another item than {} */
#define PAYYMO_EVIDENCE_REFERENCE_ELSEWHERE 11u
/* the payment's text names {} as well */
#define PAYYMO_EVIDENCE_REFERENCE_NAMED_TOO 12u
/* the payment's text names another item of the same customer than {} */
#define PAYYMO_EVIDENCE_REFERENCE_OWN_OTHER 13u
/* the payment's text names a credit note */
#define PAYYMO_EVIDENCE_REFERENCE_CREDIT_NOTE 14u
/* the number of {} may be a part of something else there */
#define PAYYMO_EVIDENCE_REFERENCE_LOOSE 15u
/* a number of the host's series that is not among the items stands in the payment */
#define PAYYMO_EVIDENCE_REFERENCE_UNLISTED 16u
/* the payment's text speaks of money that comes back */
#define PAYYMO_EVIDENCE_TEXT_REFUND 17u
/* the payment's text speaks of money in advance */
#define PAYYMO_EVIDENCE_TEXT_ADVANCE 18u
/* the amount is what is open */
#define PAYYMO_EVIDENCE_AMOUNT_EQUAL 19u
/* the amount is the sum of the items */
#define PAYYMO_EVIDENCE_AMOUNT_SUM 20u
/* the amount is what is open less the early-payment discount */
#define PAYYMO_EVIDENCE_AMOUNT_DISCOUNT 21u
/* the amount is what is open less a discount whose time was over */
#define PAYYMO_EVIDENCE_AMOUNT_DISCOUNT_LATE 22u
/* the amount is what is open less the customer's credit */
#define PAYYMO_EVIDENCE_AMOUNT_LESS_CREDIT 23u
/* the amount is what the item was before it was changed */
#define PAYYMO_EVIDENCE_AMOUNT_PREVIOUS_TOTAL 24u
/* the amount is what is open less the tax that the payment says was withheld */
#define PAYYMO_EVIDENCE_AMOUNT_WITHHELD 25u
/* the amount is less than what is open, and the payment says that something was deducted */
#define PAYYMO_EVIDENCE_AMOUNT_DEDUCTED 26u
/* with other payments the amount makes up what is open */
#define PAYYMO_EVIDENCE_AMOUNT_COMPLETES 27u
/* the amount is a plain part of what is open */
#define PAYYMO_EVIDENCE_AMOUNT_FRACTION 28u
/* the amount is less than what is open */
#define PAYYMO_EVIDENCE_AMOUNT_PART 29u
/* the amount is short by what banks on the way may have charged */
#define PAYYMO_EVIDENCE_AMOUNT_BANK_FEE 30u
/* the amount is what is open, rounded */
#define PAYYMO_EVIDENCE_AMOUNT_ROUNDING 31u
/* the amount is twice what is open */
#define PAYYMO_EVIDENCE_AMOUNT_DOUBLE 32u
/* the amount is more than what is open */
#define PAYYMO_EVIDENCE_AMOUNT_OVER 33u
/* the amount is what is open with two digits changed over */
#define PAYYMO_EVIDENCE_AMOUNT_KEYING_ERROR 34u
/* the amount is what is open without the tax */
#define PAYYMO_EVIDENCE_AMOUNT_NET_OF_TAX 35u
/* the amount was converted from another currency */
#define PAYYMO_EVIDENCE_AMOUNT_CONVERTED 36u
/* the payment is in another currency, and no known rate makes it this amount */
#define PAYYMO_EVIDENCE_AMOUNT_OTHER_CURRENCY 37u
/* the customer has paid this amount before */
#define PAYYMO_EVIDENCE_AMOUNT_HABIT 38u
/* the customer has not paid this amount before */
#define PAYYMO_EVIDENCE_AMOUNT_UNUSUAL 39u
/* the payer's account is known as that of {} */
#define PAYYMO_EVIDENCE_PAYER_ACCOUNT 40u
/* the payer's account is known as another customer's than {} */
#define PAYYMO_EVIDENCE_PAYER_OTHER_ACCOUNT 41u
/* the payment carries an id, an e-mail or an account that is kept for another customer than {} */
#define PAYYMO_EVIDENCE_PAYER_OTHER_ID 42u
/* the payer's account is none of those that are known of {} */
#define PAYYMO_EVIDENCE_PAYER_NEW_ACCOUNT 43u
/* the payer's e-mail is that of {} */
#define PAYYMO_EVIDENCE_PAYER_EMAIL 44u
/* the payment carries the customer id of {} */
#define PAYYMO_EVIDENCE_PAYER_CUSTOMER_ID 45u
/* the customer number of {} stands in the payment */
#define PAYYMO_EVIDENCE_PAYER_CUSTOMER_NUMBER 46u
/* the payment says that {} pays, by the customer number */
#define PAYYMO_EVIDENCE_PAYER_CUSTOMER_NUMBER_TOLD 47u
/* the account that was paid into is kept for {} */
#define PAYYMO_EVIDENCE_PAYER_VIRTUAL_ACCOUNT 48u
/* the same payer pays other items of {} */
#define PAYYMO_EVIDENCE_PAYER_LEARNT 49u
/* the same payer pays items of other customers than {} */
#define PAYYMO_EVIDENCE_PAYER_OTHER_PAYEE 50u
/* the payer is of the group of {} */
#define PAYYMO_EVIDENCE_PAYER_GROUP 51u
/* the payer's name is that of {} */
#define PAYYMO_EVIDENCE_PAYER_NAME 52u
/* the payer's name is partly that of {} */
#define PAYYMO_EVIDENCE_PAYER_NAME_PARTIAL 53u
/* the name of {} stands in the text */
#define PAYYMO_EVIDENCE_PAYER_NAME_IN_TEXT 54u
/* a part of the name of {} stands in the text */
#define PAYYMO_EVIDENCE_PAYER_NAME_PARTIAL_IN_TEXT 55u
/* the payer's name is not that of {} */
#define PAYYMO_EVIDENCE_PAYER_NAME_DIFFERS 56u
/* paid around the due date */
#define PAYYMO_EVIDENCE_DATE_NEAR_DUE 57u
/* paid after the due date */
#define PAYYMO_EVIDENCE_DATE_LATE 58u
/* paid long before the due date */
#define PAYYMO_EVIDENCE_DATE_EARLY 59u
/* paid before the item was issued */
#define PAYYMO_EVIDENCE_DATE_BEFORE_ISSUE 60u
/* several items of the customer are alike: the oldest is taken */
#define PAYYMO_EVIDENCE_TWINS 61u
/* the memos are the same */
#define PAYYMO_EVIDENCE_MEMO_SAME 62u
/* one memo is the beginning of the other */
#define PAYYMO_EVIDENCE_MEMO_BEGINS 63u
/* all words of one memo stand in the other */
#define PAYYMO_EVIDENCE_MEMO_WORDS 64u
/* the words of one memo stand in the other, some as initials */
#define PAYYMO_EVIDENCE_MEMO_INITIALS 65u
/* the words of one memo stand in the other, one with a slip */
#define PAYYMO_EVIDENCE_MEMO_SLIP 66u
/* the memos share words, and each has others */
#define PAYYMO_EVIDENCE_MEMO_PARTLY 67u
/* the memos share words, and go on otherwise */
#define PAYYMO_EVIDENCE_MEMO_INSTEAD 68u
/* the memos share words, and differ in rare ones */
#define PAYYMO_EVIDENCE_MEMO_DIFFERS 69u
/* the memos share no word */
#define PAYYMO_EVIDENCE_MEMO_NOTHING 70u
/* the amounts are within a tenth of each other */
#define PAYYMO_EVIDENCE_AMOUNT_NEAR 71u
/* the amounts differ in one digit */
#define PAYYMO_EVIDENCE_AMOUNT_DIGIT 72u
/* the decimal point stands in another place */
#define PAYYMO_EVIDENCE_AMOUNT_POINT 73u
/* so many days lie between the bank's row and the entry */
#define PAYYMO_EVIDENCE_ENTRY_DAYS 74u
/* other rows may be the counterpart as well */
#define PAYYMO_EVIDENCE_ENTRY_RIVALS 75u
/* several items of the customer are alike: {} is of the day or month that the text says */
#define PAYYMO_EVIDENCE_TWINS_TOLD 76u
/* the items are the customer's oldest */
#define PAYYMO_EVIDENCE_GROUP_OLDEST 77u
/* a person said that the payment is not for {} */
#define PAYYMO_EVIDENCE_MEMORY_REJECTED 78u
/* the items are all that the customer has open */
#define PAYYMO_EVIDENCE_GROUP_ALL 79u
/* the parts carry the payout's id */
#define PAYYMO_EVIDENCE_PAYOUT_ID 80u
/* the gateway booked the parts between the payout before and this one */
#define PAYYMO_EVIDENCE_PAYOUT_WINDOW 81u
/* several payouts of one day have these parts together */
#define PAYYMO_EVIDENCE_PAYOUT_TOGETHER 82u
/* the parts add up to the payout */
#define PAYYMO_EVIDENCE_PAYOUT_SUM 83u
/* the payout before left as much */
#define PAYYMO_EVIDENCE_PAYOUT_CARRY_OVER 84u
/* nothing names a part of the payout */
#define PAYYMO_EVIDENCE_PAYOUT_UNEXPLAINED 85u
/* the bank's row names the payout */
#define PAYYMO_EVIDENCE_PAYOUT_DEPOSIT 86u
/* the bank's row is as large and comes from the gateway */
#define PAYYMO_EVIDENCE_PAYOUT_DEPOSIT_AMOUNT 87u
/* the payout did not arrive: {} put it back */
#define PAYYMO_EVIDENCE_PAYOUT_FAILED 88u
/* it was booked before: it settles {} */
#define PAYYMO_EVIDENCE_SETTLED_BEFORE 89u
/* the gateway had posted it by itself: it settles {} */
#define PAYYMO_EVIDENCE_SETTLED_BY_GATEWAY 90u
/* it names the payment that settled {} */
#define PAYYMO_EVIDENCE_REVERSAL_TRANSACTION 91u
/* it carries a reference of the payment that settled {} */
#define PAYYMO_EVIDENCE_REVERSAL_REFERENCE 92u
/* the gateway had posted the payment of {} by itself */
#define PAYYMO_EVIDENCE_REVERSAL_GATEWAY 93u
/* it is as much as was settled of {} */
#define PAYYMO_EVIDENCE_REVERSAL_AMOUNT 94u
/* it is a part of what was settled of {} */
#define PAYYMO_EVIDENCE_REVERSAL_PART 95u
/* what it is more may be the charge for it */
#define PAYYMO_EVIDENCE_REVERSAL_FEE 96u
/* it takes back money that had settled nothing */
#define PAYYMO_EVIDENCE_REVERSAL_SURPLUS 97u
/* the money goes to the account that it came from */
#define PAYYMO_EVIDENCE_REVERSAL_ACCOUNT 98u
/* the money goes to another account than it came from */
#define PAYYMO_EVIDENCE_REVERSAL_OTHER_ACCOUNT 99u
/* it is said to give money back */
#define PAYYMO_EVIDENCE_REVERSAL_WORDS 100u
/* the credit note names {} */
#define PAYYMO_EVIDENCE_CREDIT_NAMES 101u
/* the credit is what is open of {} */
#define PAYYMO_EVIDENCE_CREDIT_EQUAL 102u
/* the credit covers {} */
#define PAYYMO_EVIDENCE_CREDIT_COVERS 103u
/* the customer has no other credit and nothing else open of this amount */
#define PAYYMO_EVIDENCE_CREDIT_ONLY 104u
/* it gives back what had been taken of {} */
#define PAYYMO_EVIDENCE_REVERSAL_WON 105u

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
/* Opening balance and entries do not add up to the closing balance. */
#define PAYYMO_E_FORMAT_BALANCE 3007u
/* A statement begins with another balance than the one before it ends with. */
#define PAYYMO_E_FORMAT_STATEMENT_GAP 3008u
/* Statements whose periods run into each other. */
#define PAYYMO_E_FORMAT_STATEMENT_OVERLAP 3009u
/* Rows that do not make one file of the format. */
#define PAYYMO_E_FORMAT_WRITE 3010u
/* Fields of a row that the format does not hold. */
#define PAYYMO_E_FORMAT_LEFT_OUT 3011u
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
/* No column and no option says the currency, or an amount names another one. */
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
/* A status that is not known: its rows are taken as booked. */
#define PAYYMO_E_FORMAT_CSV_STATUS 3213u
/* A transaction that lacks an amount or has one that cannot be read. */
#define PAYYMO_E_FORMAT_GOCARDLESS_BAD_ROW 3301u
/* A booked transaction without a date that can be read. */
#define PAYYMO_E_FORMAT_GOCARDLESS_BAD_DATE 3302u
/* The other side is named in the fields of the host's own side. */
#define PAYYMO_E_FORMAT_GOCARDLESS_SWAPPED 3303u
/* The rows are read, but planned payments or further pages are not among them. */
#define PAYYMO_E_FORMAT_GOCARDLESS_INCOMPLETE 3304u
/* An object that lacks amount, currency or time. */
#define PAYYMO_E_FORMAT_STRIPE_BAD_OBJECT 3401u
/* A Stripe object that moves no money here. */
#define PAYYMO_E_FORMAT_STRIPE_UNSUPPORTED 3402u
/* The rows are read, but fees, refunds or further pages are not in the input. */
#define PAYYMO_E_FORMAT_STRIPE_INCOMPLETE 3403u
/* A row without id or currency, or of a status that is not known. */
#define PAYYMO_E_FORMAT_STRIPE_REPORT_BAD_ROW 3420u
/* A cell is not an amount, or gross, fee and net do not add up. */
#define PAYYMO_E_FORMAT_STRIPE_REPORT_BAD_AMOUNT 3421u
/* A row without a time, or with one that cannot be read. */
#define PAYYMO_E_FORMAT_STRIPE_REPORT_BAD_DATE 3422u
/* A report of totals, which holds no row. */
#define PAYYMO_E_FORMAT_STRIPE_REPORT_SUMMARY 3423u
/* The rows are read, but refunds, days or ids are not in the report. */
#define PAYYMO_E_FORMAT_STRIPE_REPORT_INCOMPLETE 3424u
/* Rows that moved no money. */
#define PAYYMO_E_FORMAT_STRIPE_REPORT_LEFT_OUT 3425u
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
/* A statement line (:61:) that does not say whether money came in or went out. */
#define PAYYMO_E_FORMAT_MT940_BAD_ENTRY 3701u
/* An entry's amount cannot be read. */
#define PAYYMO_E_FORMAT_MT940_BAD_AMOUNT 3702u
/* An entry's date cannot be read, or does not exist and was taken as the last of its month. */
#define PAYYMO_E_FORMAT_MT940_BAD_DATE 3703u
/* No balance, floor limit, account or option says the currency. */
#define PAYYMO_E_FORMAT_MT940_CURRENCY 3704u
/* A balance that cannot be read. */
#define PAYYMO_E_FORMAT_MT940_BAD_BALANCE 3705u
/* A statement without its opening or its closing balance: it may be cut. */
#define PAYYMO_E_FORMAT_MT940_INCOMPLETE 3706u
/* Details (:86:) that are of no entry. */
#define PAYYMO_E_FORMAT_MT940_DETAILS 3707u
/* The entries of an interim report are not those that it counts and adds up. */
#define PAYYMO_E_FORMAT_MT940_SUMS 3708u
/* Something that the statement leaves out was assumed. */
#define PAYYMO_E_FORMAT_MT940_ASSUMED 3709u
/* An amount is missing or cannot be read. */
#define PAYYMO_E_FORMAT_OFX_BAD_AMOUNT 3720u
/* A movement's date is missing or cannot be read. */
#define PAYYMO_E_FORMAT_OFX_BAD_DATE 3721u
/* Neither the statement nor an option says the currency. */
#define PAYYMO_E_FORMAT_OFX_CURRENCY 3722u
/* The bank answers with an error or a warning of its own. */
#define PAYYMO_E_FORMAT_OFX_FAILED 3723u
/* Something that the file leaves out or says in two ways was assumed. */
#define PAYYMO_E_FORMAT_OFX_ASSUMED 3724u
/* A record that replaces or deletes an earlier one. */
#define PAYYMO_E_FORMAT_OFX_CORRECTION 3725u
/* Movements of securities that move no cash: no rows. */
#define PAYYMO_E_FORMAT_OFX_NO_CASH 3726u
/* An amount is missing or cannot be read. */
#define PAYYMO_E_FORMAT_QIF_BAD_AMOUNT 3740u
/* A record's date is missing or cannot be read. */
#define PAYYMO_E_FORMAT_QIF_BAD_DATE 3741u
/* No option says the currency, which the format leaves out. */
#define PAYYMO_E_FORMAT_QIF_CURRENCY 3742u
/* Day and month cannot be told apart in any record. */
#define PAYYMO_E_FORMAT_QIF_DATE_ORDER 3743u
/* Decimals and thousands cannot be told apart in any amount. */
#define PAYYMO_E_FORMAT_QIF_DECIMAL_MARK 3744u
/* The splits of a record do not make its amount: the amount holds. */
#define PAYYMO_E_FORMAT_QIF_SPLITS 3745u
/* A trade of which nothing tells whether money comes in or goes out. */
#define PAYYMO_E_FORMAT_QIF_ACTION 3746u
/* Something that the file leaves out was assumed. */
#define PAYYMO_E_FORMAT_QIF_ASSUMED 3747u
/* Records that move no money of the account: lists, securities. */
#define PAYYMO_E_FORMAT_QIF_LEFT_OUT 3748u
/* A transaction detail (16) whose type code or amount cannot be read. */
#define PAYYMO_E_FORMAT_BAI2_BAD_ENTRY 3760u
/* A balance or a total of an account (03) that cannot be read. */
#define PAYYMO_E_FORMAT_BAI2_BAD_BALANCE 3761u
/* The as-of date of a group (02) is missing or cannot be read. */
#define PAYYMO_E_FORMAT_BAI2_BAD_DATE 3762u
/* A line that is of no record. */
#define PAYYMO_E_FORMAT_BAI2_BAD_RECORD 3763u
/* A trailer or a total that does not fit what was read, or is missing. */
#define PAYYMO_E_FORMAT_BAI2_CONTROL 3764u
/* Something that the file leaves out or says oddly was assumed. */
#define PAYYMO_E_FORMAT_BAI2_ASSUMED 3765u
/* Records that move no money: notes, and those of deletions and tests. */
#define PAYYMO_E_FORMAT_BAI2_LEFT_OUT 3766u
/* A movement (21) whose amount or transaction code cannot be read. */
#define PAYYMO_E_FORMAT_CODA_BAD_ENTRY 3770u
/* An old (1) or a new (8) balance that cannot be read. */
#define PAYYMO_E_FORMAT_CODA_BAD_BALANCE 3771u
/* Nothing says the day of a movement. */
#define PAYYMO_E_FORMAT_CODA_BAD_DATE 3772u
/* A line that is of no statement. */
#define PAYYMO_E_FORMAT_CODA_BAD_RECORD 3773u
/* A trailer (9) that does not fit what was read, or a new balance or a trailer that is missing. */
#define PAYYMO_E_FORMAT_CODA_CONTROL 3774u
/* Something that the statement leaves out or says oddly was assumed. */
#define PAYYMO_E_FORMAT_CODA_ASSUMED 3775u
/* The details of a movement do not add up to it or cannot be read: the movement's amount holds. */
#define PAYYMO_E_FORMAT_CODA_DETAILS 3776u
/* Records that move no money: free messages of the bank. */
#define PAYYMO_E_FORMAT_CODA_LEFT_OUT 3777u
/* An object that lacks amount, currency or time, or has one that cannot be read. */
#define PAYYMO_E_FORMAT_GOCARDLESS_PRO_BAD_OBJECT 3801u
/* An object or event that moves no money of the balance. */
#define PAYYMO_E_FORMAT_GOCARDLESS_PRO_UNSUPPORTED 3802u
/* The rows are read, but days, payouts, items or further pages are not in the input. */
#define PAYYMO_E_FORMAT_GOCARDLESS_PRO_INCOMPLETE 3803u
/* A record that lacks amount, direction, status or date, or has one that cannot be read. */
#define PAYYMO_E_FORMAT_OPEN_BANKING_UK_BAD_ROW 3821u
/* Transactions that were rejected or are yet to come: no row. */
#define PAYYMO_E_FORMAT_OPEN_BANKING_UK_NOT_BOOKED 3822u
/* Something that the answer leaves open was assumed. */
#define PAYYMO_E_FORMAT_OPEN_BANKING_UK_ASSUMED 3823u
/* The rows are read, but other lists or further pages are not. */
#define PAYYMO_E_FORMAT_OPEN_BANKING_UK_INCOMPLETE 3824u
/* A record that lacks id, amount or date, or has one that cannot be read. */
#define PAYYMO_E_FORMAT_PAYPAL_BAD_ROW 3841u
/* Transactions that moved no money: no row. */
#define PAYYMO_E_FORMAT_PAYPAL_NOT_BOOKED 3842u
/* Transactions that another transaction took back as a whole. */
#define PAYYMO_E_FORMAT_PAYPAL_REVERSED 3843u
/* The rows are read, but there are further pages. */
#define PAYYMO_E_FORMAT_PAYPAL_INCOMPLETE 3844u
/* A row without a currency, or of a status that is not known. */
#define PAYYMO_E_FORMAT_PAYPAL_CSV_BAD_ROW 3850u
/* A cell is not an amount, or gross and fee do not make the net amount. */
#define PAYYMO_E_FORMAT_PAYPAL_CSV_BAD_AMOUNT 3851u
/* A row without a date, or with one that cannot be read. */
#define PAYYMO_E_FORMAT_PAYPAL_CSV_BAD_DATE 3852u
/* Rows that moved nothing: memos, and what was denied or cancelled. */
#define PAYYMO_E_FORMAT_PAYPAL_CSV_LEFT_OUT 3853u
/* Day and month cannot be told apart in any row. */
#define PAYYMO_E_FORMAT_PAYPAL_CSV_ASSUMED 3854u
/* A movement that lacks amount, direction or date, or has one that cannot be read. */
#define PAYYMO_E_FORMAT_WISE_BAD_ROW 3861u
/* A record that lacks id, amount, currency or date, or has one that cannot be read. */
#define PAYYMO_E_FORMAT_PLAID_BAD_ROW 3881u
/* Transactions of earlier answers that are there no more. */
#define PAYYMO_E_FORMAT_PLAID_REMOVED 3882u
/* Transactions that replace those of earlier answers. */
#define PAYYMO_E_FORMAT_PLAID_MODIFIED 3883u
/* Pending transactions that are there as booked: no row. */
#define PAYYMO_E_FORMAT_PLAID_SUPERSEDED 3884u
/* The rows are read, but there are further ones. */
#define PAYYMO_E_FORMAT_PLAID_INCOMPLETE 3885u
/* An invoice lacks its number, its amounts or its currency. */
#define PAYYMO_E_FORMAT_EINVOICE_MISSING 3900u
/* An amount of an invoice cannot be read. */
#define PAYYMO_E_FORMAT_EINVOICE_BAD_AMOUNT 3901u
/* A date of an invoice cannot be read. */
#define PAYYMO_E_FORMAT_EINVOICE_BAD_DATE 3902u
/* The totals of an invoice do not make its amount due: the amount due holds. */
#define PAYYMO_E_FORMAT_EINVOICE_TOTALS 3903u
/* Something that an invoice leaves out or says in an unusual way was assumed. */
#define PAYYMO_E_FORMAT_EINVOICE_ASSUMED 3904u
/* Discounts of an invoice that the model does not hold. */
#define PAYYMO_E_FORMAT_EINVOICE_LEFT_OUT 3905u
/* A list of invoices leaves out what is still open, or says a status that is not known. */
#define PAYYMO_E_FORMAT_CSV_ITEMS 3920u
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
/* An algorithm that the library behind this build does not do. */
#define PAYYMO_E_CRYPTO_UNSUPPORTED 6001u
/* The library behind this build could not sign. */
#define PAYYMO_E_CRYPTO_FAILED 6002u
/* Not a key of the form that it is said to be. */
#define PAYYMO_E_KEY_SYNTAX 6011u
/* A key of another kind than its algorithm takes. */
#define PAYYMO_E_KEY_KIND 6012u
/* A key that is too short or too simple to be trusted. */
#define PAYYMO_E_KEY_WEAK 6013u
/* An RSA key of a generator whose keys can be factored. */
#define PAYYMO_E_KEY_ROCA 6014u
/* An Ed25519 key under which anybody can sign. */
#define PAYYMO_E_KEY_SMALL_ORDER 6015u
/* A key that is there for something else. */
#define PAYYMO_E_KEY_USE 6016u
/* A key for another algorithm. */
#define PAYYMO_E_KEY_ALGORITHM 6017u
/* A private key where a public one is due. */
#define PAYYMO_E_KEY_PRIVATE 6018u
/* Two keys of one set have the same id. */
#define PAYYMO_E_KEY_DUPLICATE_ID 6019u
/* Secrets and public keys in one set. */
#define PAYYMO_E_KEY_SET_MIXED 6020u
/* A set without a key that can be used. */
#define PAYYMO_E_KEY_NONE 6021u
/* A key that nothing counts under any more. */
#define PAYYMO_E_KEY_REVOKED 6022u
/* A key that is not in the state that a step of its life takes. */
#define PAYYMO_E_KEY_STATUS 6023u
/* A token or its header beyond its bound. */
#define PAYYMO_E_TOKEN_TOO_LARGE 6101u
/* Not three segments with points between them. */
#define PAYYMO_E_TOKEN_SEGMENTS 6102u
/* A segment that is not base64url without padding. */
#define PAYYMO_E_TOKEN_BASE64 6103u
/* A header or a payload that is no JSON object of one meaning. */
#define PAYYMO_E_TOKEN_JSON 6104u
/* A member of the header is missing or of another type. */
#define PAYYMO_E_TOKEN_HEADER 6105u
/* A token that brings its own key. */
#define PAYYMO_E_TOKEN_HEADER_KEY 6106u
/* The header asks for what is not understood here. */
#define PAYYMO_E_TOKEN_CRITICAL 6107u
/* An algorithm that is not allowed. */
#define PAYYMO_E_TOKEN_ALGORITHM 6108u
/* No key that the token may be signed under. */
#define PAYYMO_E_TOKEN_UNKNOWN_KEY 6109u
/* The signature is not that of the token. */
#define PAYYMO_E_TOKEN_SIGNATURE 6110u
/* A token of another type. */
#define PAYYMO_E_TOKEN_TYPE 6111u
/* A claim of another type than its own. */
#define PAYYMO_E_TOKEN_CLAIM 6112u
/* A claim that must be there is not. */
#define PAYYMO_E_TOKEN_MISSING 6113u
/* A token of another issuer. */
#define PAYYMO_E_TOKEN_ISSUER 6114u
/* A token that is meant for somebody else. */
#define PAYYMO_E_TOKEN_AUDIENCE 6115u
/* A token of another subject. */
#define PAYYMO_E_TOKEN_SUBJECT 6116u
/* A token whose time is over. */
#define PAYYMO_E_TOKEN_EXPIRED 6117u
/* A token whose time has not come. */
#define PAYYMO_E_TOKEN_NOT_YET 6118u
/* A token that was issued too long ago. */
#define PAYYMO_E_TOKEN_TOO_OLD 6119u
/* A token that is bound to a key that was not shown. */
#define PAYYMO_E_TOKEN_BINDING 6120u
/* Not a permission, or not a pattern of some. */
#define PAYYMO_E_PERMISSION_SYNTAX 6201u
/* A role without a name, or one that is there already. */
#define PAYYMO_E_PERMISSION_ROLE 6202u
/* A description of a scheme that proves nothing, or that can be read in two ways. */
#define PAYYMO_E_WEBHOOK_SCHEME 6301u
/* A secret that is missing, too short, too long, there twice, or not of the scheme's form. */
#define PAYYMO_E_WEBHOOK_SECRET 6302u
/* A header that the scheme needs is not there. */
#define PAYYMO_E_WEBHOOK_MISSING 6303u
/* What may stand once stands several times. */
#define PAYYMO_E_WEBHOOK_REPEATED 6304u
/* A header or a body beyond its bound. */
#define PAYYMO_E_WEBHOOK_TOO_LARGE 6305u
/* A header that is not of the scheme's form. */
#define PAYYMO_E_WEBHOOK_HEADER 6306u
/* A signature that is not spelled as the scheme spells it. */
#define PAYYMO_E_WEBHOOK_ENCODING 6307u
/* More signatures than are looked at. */
#define PAYYMO_E_WEBHOOK_CANDIDATES 6308u
/* A header without a signature of the scheme. */
#define PAYYMO_E_WEBHOOK_NO_SIGNATURE 6309u
/* A timestamp that is no plain number of seconds. */
#define PAYYMO_E_WEBHOOK_TIMESTAMP 6310u
/* A timestamp in milliseconds or finer, where seconds are due. */
#define PAYYMO_E_WEBHOOK_TIMESTAMP_UNIT 6311u
/* An id in a header that is not of its form. */
#define PAYYMO_E_WEBHOOK_ID 6312u
/* No signature is that of the body under a secret. */
#define PAYYMO_E_WEBHOOK_SIGNATURE 6313u
/* The signature is that of another spelling of the body: it was not handed on as it came. */
#define PAYYMO_E_WEBHOOK_BODY_CHANGED 6314u
/* A message that was signed longer ago than is accepted. */
#define PAYYMO_E_WEBHOOK_TOO_OLD 6315u
/* A message that was signed further in the future than clocks may differ. */
#define PAYYMO_E_WEBHOOK_AHEAD 6316u
/* A body that is no JSON of one meaning. */
#define PAYYMO_E_WEBHOOK_EVENT_JSON 6317u
/* An event's id is missing, there twice, or not of its form. */
#define PAYYMO_E_WEBHOOK_EVENT_ID 6318u
/* Bytes that are not a certificate in DER, or no chain of them. */
#define PAYYMO_E_CERTIFICATE_SYNTAX 6401u
/* A certificate, a list, a chain or a bundle beyond its bound. */
#define PAYYMO_E_CERTIFICATE_TOO_LARGE 6402u
/* A certificate of another version than the third. */
#define PAYYMO_E_CERTIFICATE_VERSION 6403u
/* A serial number that is not positive or too long. */
#define PAYYMO_E_CERTIFICATE_SERIAL 6404u
/* An issuer or an authority without a name. */
#define PAYYMO_E_CERTIFICATE_DISTINGUISHED_NAME 6405u
/* An extension that is there twice, malformed, or critical where it may not be. */
#define PAYYMO_E_CERTIFICATE_EXTENSION 6406u
/* A critical extension that nothing here acts on. */
#define PAYYMO_E_CERTIFICATE_CRITICAL 6407u
/* No authority in the place of one, or one in the place of a leaf. */
#define PAYYMO_E_CERTIFICATE_AUTHORITY 6408u
/* A key that may not be used for what it is used for, or for more than it may. */
#define PAYYMO_E_CERTIFICATE_KEY_USAGE 6409u
/* A certificate that is there for something else, or does not say for what. */
#define PAYYMO_E_CERTIFICATE_EXTENDED_KEY_USAGE 6410u
/* A key identifier that is missing, malformed or critical. */
#define PAYYMO_E_CERTIFICATE_KEY_IDENTIFIER 6411u
/* Name constraints that no name can be held against, or in a leaf. */
#define PAYYMO_E_CERTIFICATE_NAME_CONSTRAINTS 6412u
/* A name that the path does not permit. */
#define PAYYMO_E_CERTIFICATE_CONSTRAINED 6413u
/* Alternative names that are missing or none of their kind. */
#define PAYYMO_E_CERTIFICATE_ALTERNATIVE_NAME 6414u
/* A key that is too weak or of a kind that is not taken. */
#define PAYYMO_E_CERTIFICATE_KEY 6416u
/* A public certificate that lasts longer than it may. */
#define PAYYMO_E_CERTIFICATE_LIFETIME 6417u
/* A certificate whose time is over. */
#define PAYYMO_E_CERTIFICATE_EXPIRED 6418u
/* A certificate whose time has not begun. */
#define PAYYMO_E_CERTIFICATE_NOT_YET 6419u
/* A certificate for other names. */
#define PAYYMO_E_CERTIFICATE_NAME 6420u
/* No path leads to an anchor. */
#define PAYYMO_E_CERTIFICATE_UNKNOWN_ISSUER 6421u
/* A signature that is not that of the issuer. */
#define PAYYMO_E_CERTIFICATE_SIGNATURE 6422u
/* A certificate that is signed in a way that is not taken. */
#define PAYYMO_E_CERTIFICATE_ALGORITHM 6423u
/* More authorities in the path than it may have. */
#define PAYYMO_E_CERTIFICATE_PATH_LENGTH 6424u
/* A key that nobody trusts any more. */
#define PAYYMO_E_CERTIFICATE_DISTRUSTED 6425u
/* A certificate that was revoked. */
#define PAYYMO_E_CERTIFICATE_REVOKED 6426u
/* No revocation list answers for a certificate. */
#define PAYYMO_E_CERTIFICATE_REVOCATION_UNKNOWN 6427u
/* A chain that was not verified, since the mode is that of a sandbox. */
#define PAYYMO_E_CERTIFICATE_SKIPPED 6428u
/* A set without an anchor. */
#define PAYYMO_E_CERTIFICATE_NO_ANCHOR 6429u
/* A client against anchors of the public web. */
#define PAYYMO_E_CERTIFICATE_CLIENT 6430u
/* Bytes that are not a revocation list in DER. */
#define PAYYMO_E_CERTIFICATE_LIST_SYNTAX 6440u
/* An extension of a revocation list that is missing, malformed or critical. */
#define PAYYMO_E_CERTIFICATE_LIST_EXTENSION 6441u
/* A revocation list of a kind that is not taken. */
#define PAYYMO_E_CERTIFICATE_LIST_UNSUPPORTED 6442u
/* A revocation list whose time is over. */
#define PAYYMO_E_CERTIFICATE_LIST_EXPIRED 6443u
/* A revocation list whose time has not begun. */
#define PAYYMO_E_CERTIFICATE_LIST_NOT_YET 6444u
/* A revocation list whose signature is not that of the authority. */
#define PAYYMO_E_CERTIFICATE_LIST_SIGNATURE 6445u
/* A revocation list of an authority whose key may not sign any. */
#define PAYYMO_E_CERTIFICATE_LIST_ISSUER 6446u
/* Text that is not a bundle in PEM. */
#define PAYYMO_E_CERTIFICATE_PEM 6460u
/* A private key in a bundle of certificates. */
#define PAYYMO_E_CERTIFICATE_PRIVATE_KEY 6461u
/* Text that is not a pin. */
#define PAYYMO_E_CERTIFICATE_PIN 6470u
/* A set without a pin that could be switched to. */
#define PAYYMO_E_CERTIFICATE_PIN_NO_BACKUP 6471u
/* No key of a chain is pinned. */
#define PAYYMO_E_CERTIFICATE_PIN_MISMATCH 6472u
/* A set of pins whose time is over. */
#define PAYYMO_E_CERTIFICATE_PIN_EXPIRED 6473u
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
#define PAYYMO_ABI_VERSION 1u

/*
 In place of a row's number: there is none.
 */
#define PAYYMO_NO_ROW 4294967295u

/*
 In place of a word's number: there is none.
 */
#define PAYYMO_NONE 255u

/*
 `values` are uint32_t offsets into `bytes`, one more than rows: row i is bytes[offsets[i]] up to bytes[offsets[i + 1]], in
 UTF-8. An empty text is none.
 */
#define PAYYMO_COLUMN_TEXTS 0u

/*
 The text `bytes` in every row; `values` is not used.
 */
#define PAYYMO_COLUMN_ONE_TEXT 1u

/*
 `values` are int32_t days since 1970-01-01; INT32_MIN is none.
 */
#define PAYYMO_COLUMN_DAYS 2u

/*
 `values` are int64_t minor units of the row's currency; INT64_MIN is none.
 */
#define PAYYMO_COLUMN_MINORS 3u

/*
 As PAYYMO_COLUMN_TEXTS, of lists and objects as JSON.
 */
#define PAYYMO_COLUMN_JSON 4u

/*
 A JSON document in UTF-8: an answer, or an error {"code", "number", "message"} with its place. The caller owns it and
 frees it once. It never changes: any number of threads may read it at once.
 */
typedef struct payymo_document payymo_document;

/*
 What lives between calls. The caller owns it and frees it once. Any thread may call: calls on a matcher, a stream or revocations wait
 for each other, those on what no call changes (a verifier, a signer, sessions, anchors) do not.
 */
typedef struct payymo_handle payymo_handle;

/*
 The lists of a result as columns. Rows of the input stand by their number, words by their place in the lists of the
 contract. The caller owns it and frees it once. It never changes: any number of threads may read it at once.
 */
typedef struct payymo_result payymo_result;

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
 One field of all rows.
 */
typedef struct payymo_column {
  /*
   Name of the field; ends with NUL.
   */
  const char *name;
  /*
   PAYYMO_COLUMN_…
   */
  uint32_t kind;
  /*
   As the kind says.
   */
  const void *values;
  /*
   Of texts.
   */
  const char *bytes;
  /*
   How many bytes.
   */
  size_t length;
} payymo_column;

/*
 Rows as columns.
 */
typedef struct payymo_table {
  /*
   How many rows each column has.
   */
  size_t rows;
  /*
   The columns, in any order.
   */
  const struct payymo_column *columns;
  /*
   How many columns.
   */
  size_t column_count;
} payymo_table;

/*
 Matches of a result.
 */
typedef struct payymo_matches {
  /*
   How many rows.
   */
  size_t rows;
  /*
   PAYYMO_MATCH_…
   */
  const uint8_t *kind;
  /*
   1: automatic; 0: for review.
   */
  const uint8_t *automatic;
  /*
   PAYYMO_REVIEW_…; PAYYMO_NONE where it is automatic.
   */
  const uint8_t *review;
  /*
   Calibrated.
   */
  const double *probability;
  /*
   Bits.
   */
  const double *score;
  /*
   1: of the audit sample.
   */
  const uint8_t *audit;
} payymo_matches;

/*
 Allocations of the matches.
 */
typedef struct payymo_allocations {
  /*
   How many rows.
   */
  size_t rows;
  /*
   Row among the matches.
   */
  const uint32_t *match_row;
  /*
   Row of the transaction; PAYYMO_NO_ROW where a credit note is the source.
   */
  const uint32_t *transaction_row;
  /*
   Row of the credit note among the items; PAYYMO_NO_ROW where a transaction is the source.
   */
  const uint32_t *credit_row;
  /*
   Row of the item; PAYYMO_NO_ROW for money on account.
   */
  const uint32_t *invoice_row;
  /*
   Minor units of `currency`.
   */
  const int64_t *amount_minor;
  /*
   Of the amount: three letters and NUL.
   */
  const char (*currency)[4];
  /*
   What was paid, in minor units of `paid_currency`; the amount where the currencies are equal.
   */
  const int64_t *paid_minor;
  /*
   Of the payment: three letters and NUL.
   */
  const char (*paid_currency)[4];
} payymo_allocations;

/*
 Differences of the matches.
 */
typedef struct payymo_differences {
  /*
   How many rows.
   */
  size_t rows;
  /*
   Row among the matches.
   */
  const uint32_t *match_row;
  /*
   PAYYMO_DIFFERENCE_…
   */
  const uint8_t *kind;
  /*
   Row of the transaction whose money it is; or PAYYMO_NO_ROW.
   */
  const uint32_t *transaction_row;
  /*
   Row of the item whose part it is; or PAYYMO_NO_ROW.
   */
  const uint32_t *invoice_row;
  /*
   Minor units of `currency`.
   */
  const int64_t *amount_minor;
  /*
   Of the amount: three letters and NUL.
   */
  const char (*currency)[4];
} payymo_differences;

/*
 Evidence of the matches.
 */
typedef struct payymo_evidence {
  /*
   How many rows.
   */
  size_t rows;
  /*
   Row among the matches.
   */
  const uint32_t *match_row;
  /*
   PAYYMO_EVIDENCE_…
   */
  const uint16_t *code;
  /*
   Bits.
   */
  const double *weight;
} payymo_evidence;

/*
 Transactions that settle nothing.
 */
typedef struct payymo_unmatched {
  /*
   How many rows.
   */
  size_t rows;
  /*
   Row of the transaction.
   */
  const uint32_t *transaction_row;
  /*
   PAYYMO_UNMATCHED_…
   */
  const uint8_t *reason;
} payymo_unmatched;

/*
 Items with something left.
 */
typedef struct payymo_open_invoices {
  /*
   How many rows.
   */
  size_t rows;
  /*
   Row of the item.
   */
  const uint32_t *invoice_row;
  /*
   Minor units of `currency`.
   */
  const int64_t *open_minor;
  /*
   Of the item: three letters and NUL.
   */
  const char (*currency)[4];
} payymo_open_invoices;

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
 The word at a place of a list of the contract (docs/operations.md): "single" for "MatchKind" and 0; NULL where there is none.
 Lists grow in later versions: so the numbers of a library are read by its own words. It lives as long as the library.
 Threads: any, at once.
 */
const char *payymo_word_text(const char *list,
                             uint32_t number);

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
 Does "matching.reconcile" over columns. Columns have the names of the fields of a row (docs/operations.md); those inside of
 an object may stand under their path ("counterparty.name"); amounts stand as "amount_minor", "total_minor", "open_minor";
 names that are not known are ignored.

 `settlements` may be NULL. `request` is a document with `options` and `memory`, or NULL. All else as of payymo_call.
 Returns 0 with `*result`, and in `*answer` the document of "matching.reconcile" without its lists of matches, unmatched and
 open_invoices, which are in `*result`: it has the errors of rows that cannot be read, warnings, summary. Or returns the
 number of an error.
 Ownership: the arrays are borrowed until it returns; the caller frees `*result` and `*answer`, which are written always.
 Threads: any, at once.
 */
uint32_t payymo_reconcile_columns(const struct payymo_table *transactions,
                                  const struct payymo_table *invoices,
                                  const struct payymo_table *settlements,
                                  const char *request,
                                  size_t request_length,
                                  const struct payymo_blob *blobs,
                                  size_t blob_count,
                                  payymo_progress progress,
                                  void *user,
                                  struct payymo_result **result,
                                  struct payymo_document **answer);

/*
 The matches of a result; NULL for NULL. All tables live as long as the result.
 Threads: any, at once.
 */
const struct payymo_matches *payymo_result_matches(const struct payymo_result *result);

/*
 The allocations of a result; NULL for NULL.
 Threads: any, at once.
 */
const struct payymo_allocations *payymo_result_allocations(const struct payymo_result *result);

/*
 The differences of a result; NULL for NULL.
 Threads: any, at once.
 */
const struct payymo_differences *payymo_result_differences(const struct payymo_result *result);

/*
 The evidence of a result; NULL for NULL.
 Threads: any, at once.
 */
const struct payymo_evidence *payymo_result_evidence(const struct payymo_result *result);

/*
 The transactions of a result that settle nothing; NULL for NULL.
 Threads: any, at once.
 */
const struct payymo_unmatched *payymo_result_unmatched(const struct payymo_result *result);

/*
 The items of a result with something left; NULL for NULL.
 Threads: any, at once.
 */
const struct payymo_open_invoices *payymo_result_open_invoices(const struct payymo_result *result);

/*
 Frees a result; NULL is fine.
 Threads: any, but once, and when no other thread reads it.
 */
void payymo_result_free(struct payymo_result *result);

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
 Makes a handle by an operation: "matcher.new", "stream.new", "verifier.new" and all others of this name. The answer is that of the
 operation: errors of what cannot be used, or `null`.

 Arguments and result as those of payymo_call. `handle` must not be NULL; `*handle` is written always, NULL with an error.
 Ownership: inputs are borrowed until it returns; the caller frees `*handle` and `*answer`.
 Threads: any, at once.
 */
uint32_t payymo_handle_open(const char *operation,
                            const char *request,
                            size_t request_length,
                            const struct payymo_blob *blobs,
                            size_t blob_count,
                            payymo_progress progress,
                            void *user,
                            struct payymo_handle **handle,
                            struct payymo_document **answer);

/*
 Does an operation on a handle: "matcher.reconcile" on a matcher, "stream.push" on a stream, with the next bytes as
 `{"content": {"blob": 0}}`.

 Arguments, result and ownership as those of payymo_call.
 Threads: any. A callback that calls the handle of its own call gets `contract.handle`.
 */
uint32_t payymo_handle_call(struct payymo_handle *handle,
                            const char *operation,
                            const char *request,
                            size_t request_length,
                            const struct payymo_blob *blobs,
                            size_t blob_count,
                            payymo_progress progress,
                            void *user,
                            struct payymo_document **answer);

/*
 Frees a handle; NULL is fine.
 Threads: any, but once, and when no call on it runs or will run.
 */
void payymo_handle_free(struct payymo_handle *handle);

/*
 Reads a statement or a list of any supported format, row by row: transactions, invoices, settlements, balances, errors,
 warnings, accounts, statements.

 `options` is the JSON of ReadOptions (docs/operations.md), or NULL. `row` may be NULL, to learn what it is.
 Returns 0 with the document {"format", "records", "refused", "says_empty"}, or the number of an error;
 `matching.cancelled` where `row` stopped it.
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
