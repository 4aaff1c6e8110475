// Generated from the table of operations by generate-bindings; do not edit.

//! Objects of the documents. Money is decimal text with its currency beside it, a date is ISO 8601.

use crate::{Column, Json};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;

/// What is printed of a secret.
struct Hidden;

impl fmt::Debug for Hidden {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("***")
    }
}

/// A format that claims an input, and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct FormatClaim {
    /// The format that it may be.
    pub format: String,
    /// How sure it is, in percent.
    pub confidence: u32,
}

/// The format of some bytes, and how sure that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Detection {
    /// The format that it is.
    pub format: String,
    /// In percent: 99 for a mark that only this format has.
    pub confidence: u32,
    /// The next likely format, where another one claims the input too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub runner_up: Option<FormatClaim>,
}

/// A column map for CSV exports whose headers are not understood or lack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Columns {
    /// One ASCII character.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub delimiter: Option<String>,
    /// What the columns hold, by the name of a field (`booked_on`, `amount`, `debit`, `credit`, `text`, `name` …): a header, a number from 0, or several of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub fields: Option<HashMap<String, Column>>,
    /// The decimal mark of all amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub decimal_mark: Option<String>,
    /// The order of day, month and year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub date_order: Option<String>,
    /// What a positive amount means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub sign: Option<String>,
}

/// How an input is read. The defaults need no tuning: everything is told from the bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ReadOptions {
    /// The format, where the caller knows better than detection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub format: Option<String>,
    /// Minutes east of UTC by which instants become dates. Default 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub utc_offset_minutes: Option<i64>,
    /// The host's own account, for inputs that do not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub account: Option<String>,
    /// The currency, for inputs that do not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub currency: Option<String>,
    /// Currencies of invoices known already, by id, for payments that name their invoice and no currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub invoice_currencies: Option<HashMap<String, String>>,
    /// What the columns of a CSV export hold, where its headers are not understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub columns: Option<Columns>,
}

/// Charges taken off before the amount was booked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Fee {
    /// Positive, in the account's currency.
    pub amount: String,
    /// Of the account.
    pub currency: String,
    /// As the source names it: `stripe_fee`, `bank_fee` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub kind: Option<String>,
}

/// The amount before conversion: `amount × rate` is the gross.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Original {
    /// In the payer's currency.
    pub amount: String,
    /// The payer's currency.
    pub currency: String,
    /// Units of the account's currency for one of the payer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub rate: Option<String>,
}

/// The other side of a transaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Counterparty {
    /// Name of the account's holder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub name: Option<String>,
    /// On whose behalf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub ultimate_name: Option<String>,
    /// IBAN of the other side's account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub iban: Option<String>,
    /// Account number of another kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub account: Option<String>,
    /// BIC of the other side's bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bic: Option<String>,
    /// E-mail address of the payer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub email: Option<String>,
    /// The host's or the gateway's id of the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub customer_id: Option<String>,
}

/// A reference that the bank or the gateway gives by kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Reference {
    /// What the reference refers to.
    pub kind: String,
    /// The reference as the bank gives it.
    pub value: String,
}

/// A line of structured remittance advice: one document paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct RemittanceLine {
    /// The document's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub reference: Option<String>,
    /// How much of the payment is for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub amount: Option<String>,
    /// Default: that of the transaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub currency: Option<String>,
    /// Text beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub text: Option<String>,
}

/// A bank transaction code: ISO 20022 domain, family and sub-family, or the format's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct BankCode {
    /// Domain, such as `PMNT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub domain: Option<String>,
    /// Family, such as `RCDT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub family: Option<String>,
    /// Sub-family, such as `ESCT`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub sub_family: Option<String>,
    /// The bank's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub proprietary: Option<String>,
}

/// Why and at which stage an earlier payment came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Returned {
    /// At which stage it came back.
    pub stage: String,
    /// Reason code of the scheme or the gateway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// References of what it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub originals: Option<Vec<String>>,
}

/// Several bookings that the bank made as one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Batch {
    /// The bank's id of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub id: Option<String>,
    /// How many bookings it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub count: Option<u64>,
}

/// A movement on the host's own account, as its bank or gateway reports it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Transaction {
    /// Unique within a call; readers derive a stable one where the bank gives none.
    pub id: String,
    /// The host's own account: IBAN or the provider's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub account: Option<String>,
    /// Booking date of the bank.
    pub booked_on: String,
    /// Value date, from which interest counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub value_on: Option<String>,
    /// Whether it is booked; `booked` is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub status: Option<String>,
    /// What moved the account, signed: money in is positive.
    pub amount: String,
    /// Of the account.
    pub currency: String,
    /// Taken off before; gross = amount + fees: what settles an invoice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub fees: Option<Vec<Fee>>,
    /// The amount before conversion, where the payer paid in another currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub original: Option<Original>,
    /// What it is. Default `other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub kind: Option<String>,
    /// The other side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub counterparty: Option<Counterparty>,
    /// Where it came in, if that tells something (virtual IBANs).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub payee_iban: Option<String>,
    /// References that the bank or the gateway gives by kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub references: Option<Vec<Reference>>,
    /// Free text of the payer, parts joined by one space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub remittance: Option<String>,
    /// Structured advice, one a document paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub remittance_lines: Option<Vec<RemittanceLine>>,
    /// Bank transaction code of ISO 20022, or the format's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bank_code: Option<BankCode>,
    /// Set when it takes back an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub returned: Option<Returned>,
    /// Id of the transaction that it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub reverses: Option<String>,
    /// Where the bank booked several as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub batch: Option<Batch>,
    /// The format it was read from: `gocardless`, `stripe`, `camt053`, `csv` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub source: Option<String>,
    /// A provider's own keys (Stripe `metadata`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub metadata: Option<HashMap<String, String>>,
}

/// Who owes an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Customer {
    /// The host's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub id: Option<String>,
    /// Name of the person or the company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub name: Option<String>,
    /// Other names: the contact, the trading name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub aliases: Option<Vec<String>>,
    /// Accounts that the customer pays from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub ibans: Option<Vec<String>>,
    /// Accounts of the host that only this customer pays into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub virtual_ibans: Option<Vec<String>>,
    /// The customer's e-mail addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub emails: Option<Vec<String>>,
    /// Payers of one group pay for each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub group: Option<String>,
}

/// Tax in a total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Tax {
    /// Rate of the tax in per cent.
    pub rate: String,
    /// The tax, in the item's currency.
    pub amount: String,
}

/// Early-payment discount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Terms {
    /// Per cent of the total.
    pub discount_percent: String,
    /// Days from the date of issue.
    pub discount_days: u32,
}

/// An open item: an invoice, a bill, a credit note, or a row of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Invoice {
    /// The host's key.
    pub id: String,
    /// The number printed on the document; may repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub number: Option<String>,
    /// Pro-forma, order and earlier numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub other_numbers: Option<Vec<String>>,
    /// What the item is; `invoice` is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub kind: Option<String>,
    /// Who owes it; absent or without a name: unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub customer: Option<Customer>,
    /// Date of issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub issued_on: Option<String>,
    /// Due date, as agreed with the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub due_on: Option<String>,
    /// Total of the document, with tax.
    pub total: String,
    /// What is still owed. Default: the total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub open: Option<String>,
    /// Of all its amounts.
    pub currency: String,
    /// What the total was before a late fee or a correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub previous_totals: Option<Vec<String>>,
    /// Ids of the items that a mass-payment invoice stands for: they share one open amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub covers: Option<Vec<String>>,
    /// Whether it is open; `open` is the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub state: Option<String>,
    /// Payment references printed on it or sent with it (RF, OGM, KID, QRR, OCR, `pi_…`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub references: Option<Vec<String>>,
    /// Tax in the total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub tax: Option<Vec<Tax>>,
    /// Terms of the discount for early payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub terms: Option<Terms>,
    /// Free text of the item: its lines, or the memo of a ledger row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub description: Option<String>,
    /// The host's own keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub metadata: Option<HashMap<String, String>>,
}

/// What was settled before, by the host or by a gateway.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Settlement {
    /// Id of the item.
    pub invoice: String,
    /// How much; negative where it was taken back.
    pub amount: String,
    /// Of the item.
    pub currency: String,
    /// Day on which it was settled.
    pub settled_on: String,
    /// Id of the transaction, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub transaction: Option<String>,
    /// Ids of the gateway: `pi_…`, `PM…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub external_ids: Option<Vec<String>>,
}

/// A balance that the bank states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Balance {
    /// The account: IBAN or the bank's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub account: Option<String>,
    /// Id of the statement it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub statement: Option<String>,
    /// What it is.
    pub kind: String,
    /// The balance, signed; negative: overdrawn.
    pub amount: String,
    /// Of the account.
    pub currency: String,
    /// Of which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub on: Option<String>,
}

/// An account of the host that an input names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Account {
    /// As the transactions name it: IBAN, or the bank's or the provider's own number.
    pub id: String,
    /// Who holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub owner: Option<String>,
    /// What it is called: the product, or a name that the holder gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub name: Option<String>,
    /// BIC of the bank, or its national number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bank: Option<String>,
    /// The currency that it is held in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub currency: Option<String>,
}

/// An amount of a currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Money {
    /// Currency code of ISO 4217.
    pub currency: String,
    /// The amount in major units.
    pub amount: String,
}

/// A statement of an account: what it covers, and whether its balances prove its entries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Statement {
    /// The account, as the transactions name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub account: Option<String>,
    /// Id that the bank gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub id: Option<String>,
    /// Its number, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub number: Option<String>,
    /// First day of its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub from: Option<String>,
    /// Last day of its period, or the day of its closing balance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub until: Option<String>,
    /// Booked balance before its entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub opening: Option<Money>,
    /// Booked balance after them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub closing: Option<Money>,
    /// Sum of the booked entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub booked: Option<Money>,
    /// Number of booked entries.
    pub entries: u64,
    /// Whether opening balance and entries make the closing balance.
    pub proof: String,
    /// How it follows the statement before it.
    pub chain: String,
}

/// Bytes of an input or a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ByteRange {
    /// The first, counted from 0.
    pub start: u64,
    /// Behind the last.
    pub end: u64,
}

/// An error or a warning about a record: code, sentence, place. It holds no data of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Problem {
    /// A stable code: `format.csv.bad_amount`.
    pub code: String,
    /// What was wrong, and what would be right.
    pub message: String,
    /// Bytes of the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bytes: Option<ByteRange>,
    /// Line, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub line: Option<u64>,
    /// Path of the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub field: Option<String>,
    /// Id of the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub row: Option<String>,
}

/// Where a row came from, counted on the input as it was given, whatever its encoding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct RecordPlace {
    /// Bytes of its record. Rows of one batch have the bytes of the batch.
    pub bytes: ByteRange,
    /// Line on which the record begins, counted from 1.
    pub line: u64,
    /// Path of the record: `/transactions/booked/3`, `Stmt[1]/Ntry[17]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub field: Option<String>,
}

/// Where the rows of a report came from: for each list of rows the places in the same order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Places {
    /// Of the transactions.
    pub transactions: Vec<RecordPlace>,
    /// Of the invoices.
    pub invoices: Vec<RecordPlace>,
    /// Of the settlements.
    pub settlements: Vec<RecordPlace>,
    /// Of the balances.
    pub balances: Vec<RecordPlace>,
    /// Of the accounts: where each is named first.
    pub accounts: Vec<RecordPlace>,
    /// Of the statements.
    pub statements: Vec<RecordPlace>,
}

/// The rows of one input, and what could not be read of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Report {
    /// The format it was read as.
    pub format: String,
    /// In the order of the input.
    pub transactions: Vec<Transaction>,
    /// In the order of the input.
    pub invoices: Vec<Invoice>,
    /// In the order of the input.
    pub settlements: Vec<Settlement>,
    /// As the bank states them.
    pub balances: Vec<Balance>,
    /// The host's own accounts that the input names, each once.
    pub accounts: Vec<Account>,
    /// Each with the proof by its balances.
    pub statements: Vec<Statement>,
    /// One a record that could not be read.
    pub errors: Vec<Problem>,
    /// What was assumed or doubted; the rows are there.
    pub warnings: Vec<Problem>,
    /// Where each row came from, unless the request says that none is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub places: Option<Places>,
    /// Records seen: rows read and rows refused.
    pub records: u64,
    /// Records that were refused.
    pub refused: u64,
    /// Whether the input says itself that it holds no row.
    pub says_empty: bool,
}

/// What a statement that is to be written covers; what is left out is told from its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct StatementHead {
    /// The account: IBAN or the bank's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub account: Option<String>,
    /// Id of the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub id: Option<String>,
    /// Number of the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub number: Option<String>,
    /// First day of its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub from: Option<String>,
    /// Last day of its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub until: Option<String>,
    /// Booked balance before its entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub opening: Option<Money>,
    /// Booked balance after them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub closing: Option<Money>,
}

/// A file, and what the format does not hold of the rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Written {
    /// The content of the file.
    pub text: String,
    /// One a row of which the format does not hold all, naming the fields.
    pub left_out: Vec<Problem>,
}

/// What an input was, when all of it is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct StreamSummary {
    /// The format it was read as.
    pub format: String,
    /// Records seen: rows read and rows refused.
    pub records: u64,
    /// Records that were refused.
    pub refused: u64,
    /// Whether the input says itself that it holds no row.
    pub says_empty: bool,
}

/// The rows that the last bytes of an input completed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct StreamBatch {
    /// In the order of the input.
    pub transactions: Vec<Transaction>,
    /// In the order of the input.
    pub invoices: Vec<Invoice>,
    /// In the order of the input.
    pub settlements: Vec<Settlement>,
    /// As the bank states them.
    pub balances: Vec<Balance>,
    /// The host's own accounts that the input names, each once.
    pub accounts: Vec<Account>,
    /// Each with the proof by its balances.
    pub statements: Vec<Statement>,
    /// One a record that could not be read.
    pub errors: Vec<Problem>,
    /// What was assumed or doubted; the rows are there.
    pub warnings: Vec<Problem>,
    /// Where each row came from, unless the request says that none is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub places: Option<Places>,
    /// What the input was, behind its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub summary: Option<StreamSummary>,
}

/// A row of one of several inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct RowPlace {
    /// Which input, counted from 0.
    pub input: u64,
    /// Which row of it, counted from 0.
    pub row: u64,
    /// Id of the row.
    pub id: String,
}

/// A row that was left out, because another says the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Copy {
    /// The row left out.
    pub dropped: RowPlace,
    /// The row that stays for it.
    pub kept: RowPlace,
    /// Why it counts as a copy.
    pub why: String,
}

/// An entry that was left out for the payments that it is the sum of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Parted {
    /// The entry that was left out.
    pub sum: RowPlace,
    /// The rows that stay for it; they make its amount.
    pub parts: Vec<RowPlace>,
}

/// A payout of a gateway and the rows that name it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct PayoutMembers {
    /// The gateway's id of it.
    pub id: String,
    /// Id of the row with which the gateway paid out, where it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub payout: Option<String>,
    /// Ids of the rows that went into it.
    pub members: Vec<String>,
    /// Currency code of ISO 4217.
    pub currency: String,
    /// What the members moved after fees.
    pub sum: String,
    /// What left the gateway's account, where its row is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub paid: Option<String>,
    /// What was paid out beyond the sum, where that is not zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub difference: Option<String>,
    /// What the difference is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub difference_kind: Option<String>,
}

/// The transactions of all inputs without their copies. Every row given is in one of the first three.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Linked {
    /// Those that stay, in the order given.
    pub transactions: Vec<Transaction>,
    /// Those left out as copies.
    pub copies: Vec<Copy>,
    /// Those left out because another has their id and says something else.
    pub errors: Vec<Problem>,
    /// Batches whose sum was left out, with their payments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub batches: Option<Vec<Parted>>,
    /// The payouts that rows name, and what went into each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub payouts: Option<Vec<PayoutMembers>>,
}

/// The items of all inputs, each once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct InvoicesOnce {
    /// In the order given.
    pub invoices: Vec<Invoice>,
    /// How many were left out as copies.
    pub copies: u64,
    /// Those left out because another has their id and says something else.
    pub errors: Vec<Problem>,
}

/// The settlements of all inputs, each once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct SettlementsOnce {
    /// In the order given.
    pub settlements: Vec<Settlement>,
    /// How many were left out as copies.
    pub copies: u64,
}

/// What `auto` may do. What it excludes becomes `review`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct AutoScope {
    /// Off: everything is `review` (a shadow month). Default on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub enabled: Option<bool>,
    /// Kinds of matches; empty: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub kinds: Option<Vec<String>>,
    /// Sources of transactions (`camt053`, `stripe` …); empty: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub sources: Option<Vec<String>>,
    /// The largest payment, in major units of its currency. Default: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub max_amount: Option<String>,
    /// Ids of customers who are always reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub except_customers: Option<Vec<String>>,
}

/// An exchange rate of the host's books. It holds the other way round too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct FxRate {
    /// The currency that is exchanged.
    pub from: String,
    /// The currency that it becomes.
    pub to: String,
    /// Major units of `to` for one major unit of `from`; above zero.
    pub rate: String,
    /// The day it is of. Default: any day; of several the nearest counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub on: Option<String>,
}

/// Options of a reconciliation. The defaults need no tuning.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
#[uniffi::export(Debug, Display)]
pub struct Options {
    /// The day the result speaks of. Default: the latest booking date of the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub as_of: Option<String>,
    /// The share of automatic matches that may be wrong, 0 to 0.5. Default 0.0001.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub max_wrong_auto: Option<f64>,
    /// What `auto` may do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub auto: Option<AutoScope>,
    /// Items of one customer and one amount that nothing tells apart. Default `oldest_first`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub twins: Option<String>,
    /// The largest charge of banks on the way, per mille of the item. Default 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bank_fee_per_mille: Option<u32>,
    /// The largest such charge, in major units. Default 50; 0: no charges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bank_fee_cap: Option<u32>,
    /// The largest difference that is a rounding, in minor units. Default 5; 0: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub rounding_minor: Option<u32>,
    /// Days by which a discount may be taken late. Default 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub discount_grace_days: Option<u32>,
    /// Most items that one payment may settle without their numbers in its text, up to 64. Default 9.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub max_group: Option<u32>,
    /// IBANs that belong to nobody in particular: they identify no customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub pooled_ibans: Option<Vec<String>>,
    /// The host's own accounts: what moves between them is no receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub own_ibans: Option<Vec<String>>,
    /// Names of the host's own company: a transfer from it is no receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub own_names: Option<Vec<String>>,
    /// The host's exchange rates; without any they are learnt from payments that name their item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub rates: Option<Vec<FxRate>>,
    /// 0: as many as there are; 1: none beside the caller. The result does not depend on it. Default 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub threads: Option<u32>,
    /// Most alternatives that are shown beside a match, up to 100. Default 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub alternatives: Option<u32>,
    /// Whether the payments of a call teach about each other. Default on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub adapt: Option<bool>,
    /// The share of automatic matches that are marked `audit`, 0 to 1. Default 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub audit_rate: Option<f64>,
    /// A secret of the host that makes the sample one that nobody can foresee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub audit_salt: Option<String>,
}

impl fmt::Debug for Options {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Options")
            .field("as_of", &self.as_of)
            .field("max_wrong_auto", &self.max_wrong_auto)
            .field("auto", &self.auto)
            .field("twins", &self.twins)
            .field("bank_fee_per_mille", &self.bank_fee_per_mille)
            .field("bank_fee_cap", &self.bank_fee_cap)
            .field("rounding_minor", &self.rounding_minor)
            .field("discount_grace_days", &self.discount_grace_days)
            .field("max_group", &self.max_group)
            .field("pooled_ibans", &self.pooled_ibans)
            .field("own_ibans", &self.own_ibans)
            .field("own_names", &self.own_names)
            .field("rates", &self.rates)
            .field("threads", &self.threads)
            .field("alternatives", &self.alternatives)
            .field("adapt", &self.adapt)
            .field("audit_rate", &self.audit_rate)
            .field("audit_salt", &self.audit_salt.as_ref().map(|_| Hidden))
            .finish()
    }
}

impl fmt::Display for Options {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, out)
    }
}

/// What computed a result: equal fields and equal input give equal bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Engine {
    /// Version of the engine.
    pub version: String,
    /// Name of the parameter set.
    pub parameters: String,
    /// Digest of the options.
    pub options: String,
    /// Digest of the memory, or `none`.
    pub memory: String,
}

/// So much of a source (`transaction` or `credit`) settles so much of a target (`invoice` or `customer`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Allocation {
    /// Source: a transaction's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub transaction: Option<String>,
    /// Source: a credit note's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub credit: Option<String>,
    /// Target: an item's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub invoice: Option<String>,
    /// Target: a customer's id, money on account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub customer: Option<String>,
    /// In the target's currency; negative where it takes a settlement back.
    pub amount: String,
    /// Of the target.
    pub currency: String,
    /// Where the currencies differ: what was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub paid_amount: Option<String>,
    /// Of the payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub paid_currency: Option<String>,
    /// `amount × rate = paid_amount`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub rate: Option<String>,
}

/// Money of a transaction that settles nothing, or a label on a part of an item that stays open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Difference {
    /// What the difference is taken for.
    pub kind: String,
    /// Whose money it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub transaction: Option<String>,
    /// Whose part it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub invoice: Option<String>,
    /// How much it is, in major units.
    pub amount: String,
    /// Of the amount.
    pub currency: String,
}

/// One reason, with its weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Evidence {
    /// A stable code.
    pub code: String,
    /// Bits; positive speaks for the match.
    pub weight: f64,
    /// A sentence for a person.
    pub text: String,
}

/// A rival explanation of the same payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Alternative {
    /// What it would settle; empty: nothing that is known.
    pub allocations: Vec<Allocation>,
    /// Calibrated probability, with six decimals.
    pub probability: f64,
    /// Why, for the nearest of an unmatched transaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub evidence: Option<Vec<Evidence>>,
}

/// A row of a payout.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Member {
    /// Id of the transaction.
    pub transaction: String,
    /// What it is in the payout.
    pub kind: String,
    /// What it moved before fees.
    pub amount: String,
    /// Of its account.
    pub currency: String,
}

/// A part of a payout that is no row of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Residual {
    /// What the component stands for.
    pub kind: String,
    /// With the sign that it has in the payout: fees are negative.
    pub amount: String,
    /// Of the payout.
    pub currency: String,
}

/// One decision: which payments settle which items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Match {
    /// `m_` and 32 hex digits: the digest of its sorted allocations; the same match has the same id in every run.
    pub id: String,
    /// How many transactions and items it joins, and in which way.
    pub kind: String,
    /// Whether it may be booked.
    pub decision: String,
    /// That it is right, calibrated, after its rivals; six decimals.
    pub probability: f64,
    /// Bits: `prior` + the weights of the evidence.
    pub score: f64,
    /// Bits before any evidence.
    pub prior: f64,
    /// What settles what.
    pub allocations: Vec<Allocation>,
    /// Money that settles nothing, or why a part of an item did not come.
    pub differences: Vec<Difference>,
    /// What speaks for it and against it.
    pub evidence: Vec<Evidence>,
    /// Its rivals, likeliest first.
    pub alternatives: Vec<Alternative>,
    /// Why it is not automatic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub review: Option<String>,
    /// With `review: evidence` the evidence that a person should see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub review_clue: Option<String>,
    /// Of a payout: the rows by which bank and gateway booked it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub deposit: Option<Vec<Member>>,
    /// Of a payout: the gateway's rows that it is made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub members: Option<Vec<Member>>,
    /// Of a payout: what is no row of its own; members + residual = deposit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub residual: Option<Vec<Residual>>,
    /// Whether it is of the sample that a person should check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub audit: Option<bool>,
    /// The kind of evidence that its probability was calibrated by.
    pub calibration: String,
}

/// A transaction that settles nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Unmatched {
    /// Id of the transaction.
    pub transaction: String,
    /// Why it settles nothing.
    pub reason: String,
    /// The likeliest explanations, likeliest first.
    pub nearest: Vec<Alternative>,
}

/// An item with something left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct OpenInvoice {
    /// Id of the open item.
    pub invoice: String,
    /// What is still owed after all matches, automatic and in review.
    pub open: String,
    /// Of the item.
    pub currency: String,
}

/// Totals of a result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Summary {
    /// Transactions that were used.
    pub transactions: u64,
    /// Those in automatic matches.
    pub auto: u64,
    /// Those in matches for review.
    pub review: u64,
    /// Those that settle nothing.
    pub unmatched: u64,
    /// Allocated, one a currency; left out where the sum is more than an amount holds.
    pub allocated: Vec<Money>,
}

/// What stands behind `auto`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Bound {
    /// `shipped`: the calibration that came with the engine; `audit`: the verdicts on audited matches.
    pub method: String,
    /// Audited matches that were right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub confirmed: Option<u64>,
    /// Audited matches that were wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub wrong: Option<u64>,
    /// Upper bound of the share that is wrong, one-sided at 95 %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub upper: Option<f64>,
    /// Whether more are wrong than `max_wrong_auto` accepts: nothing is automatic then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub failed: Option<bool>,
}

/// A bound of the search that was hit: the answer is right, a better one may have been missed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Limit {
    /// Which limit was reached.
    pub code: String,
    /// Id of the transaction at which it was reached.
    pub transaction: String,
}

/// The result of a reconciliation. The same rows give the same bytes, in any order and on any number of threads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Reconciliation {
    /// Of the shape: 1.
    pub version: u32,
    /// The day it speaks of.
    pub as_of: String,
    /// What computed it.
    pub engine: Engine,
    /// Payments and what they settle, ordered by their smallest transaction id.
    pub matches: Vec<Match>,
    /// Transactions that settle nothing, ordered by id.
    pub unmatched: Vec<Unmatched>,
    /// Items with something left, ordered by id.
    pub open_invoices: Vec<OpenInvoice>,
    /// Counts of transactions by what became of them.
    pub summary: Summary,
    /// What stands behind `auto`.
    pub bound: Bound,
    /// Records that could not be used.
    pub errors: Vec<Problem>,
    /// What was used although it is doubtful.
    pub warnings: Vec<Problem>,
    /// Bounds of the search that were hit.
    pub limits: Vec<Limit>,
}

/// From log-odds to the probability that a result shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Calibration {
    /// The kind of evidence.
    pub kind: String,
    /// Base-2 log-odds against the rivals.
    pub log_odds: f64,
    /// Bits that the host's own verdicts add.
    pub learnt: f64,
    /// The calibrated probability.
    pub probability: f64,
}

/// What a transaction may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Hypothesis {
    /// A kind of match, or `closed`, `unlisted`, `nothing`.
    pub kind: String,
    /// What it would settle.
    pub allocations: Vec<Allocation>,
    /// Bits before any evidence.
    pub prior: f64,
    /// All that speaks for it and against it.
    pub evidence: Vec<Evidence>,
    /// Weight of all evidence together, in bits.
    pub score: f64,
    /// Its probability among the hypotheses of this transaction, by the scores alone.
    pub alone: f64,
    /// The same when other transactions have claimed what they settle.
    pub probability: f64,
}

/// Something that would change the decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Change {
    /// What it is about.
    pub code: String,
    /// How much is missing, or to spare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bits: Option<f64>,
    /// The same for a person.
    pub text: String,
}

/// Why one transaction got its answer, to the last bit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Explained {
    /// Id of the transaction.
    pub transaction: String,
    /// The id of its match; without one it is unmatched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    #[serde(rename = "match")]
    pub found: Option<String>,
    /// Whether the match may be booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub decision: Option<String>,
    /// Why the match waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub review: Option<String>,
    /// Why the transaction is unmatched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub unmatched: Option<String>,
    /// From which probability on a match may be automatic.
    pub threshold: f64,
    /// How the chosen hypothesis came to its probability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub calibration: Option<Calibration>,
    /// The chosen one first, then its rivals, likeliest first.
    pub hypotheses: Vec<Hypothesis>,
    /// What would change the decision.
    pub changes: Vec<Change>,
}

/// What a person said of a match, with the rows that it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Feedback {
    /// What was said.
    pub verdict: String,
    /// Day on which the person decided.
    pub day: String,
    /// The match as the result holds it; a correction of what was unmatched has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    #[serde(rename = "match")]
    pub found: Option<Match>,
    /// With `corrected` what is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub right: Option<Vec<Allocation>>,
    /// The transactions that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub transactions: Option<Vec<Transaction>>,
    /// The items that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub invoices: Option<Vec<Invoice>>,
}

/// What is to be said of a memory without reading it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct MemoryInfo {
    /// How many counts it holds.
    pub entries: u64,
    /// What results say of it.
    pub digest: String,
}

/// A payment reference whose check digits are right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ValidReference {
    /// Scheme whose check digits it has.
    pub scheme: String,
    /// As the scheme's rules print it.
    pub text: String,
    /// To compare by, within a scheme.
    pub key: String,
    /// What it is made from: without check digits and padding.
    pub base: String,
    /// What its check digits prove: -log2 of the chance that a random text passes.
    pub bits: u64,
}

/// A payment reference that stands in a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct FoundReference {
    /// Scheme whose check digits it has.
    pub scheme: String,
    /// Where, in bytes of the text's UTF-8.
    pub bytes: ByteRange,
    /// To compare by, within a scheme.
    pub key: String,
    /// What its check digits prove.
    pub bits: u64,
    /// How it shows what it is.
    pub mark: String,
}

/// An IBAN in normal form, with what is to be said of it. Never refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Iban {
    /// Capitals, no spaces.
    pub iban: String,
    /// What is to be said of it.
    pub verdict: String,
    /// Whether the verdict is `valid`.
    pub valid: bool,
    /// Country code of ISO 3166, two letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub country: Option<String>,
    /// The national part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub bban: Option<String>,
    /// Whether its country uses IBANs without being registered.
    pub partial: bool,
    /// In groups of four.
    pub printed: String,
}

/// A valid IBAN that stands in a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct FoundIban {
    /// Where, in bytes of the text's UTF-8.
    pub bytes: ByteRange,
    /// In normal form.
    pub iban: String,
}

/// A BIC in normal form, with what is to be said of it. Never refused.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Bic {
    /// Capitals, without the `XXX` of a head office.
    pub bic: String,
    /// What is to be said of it.
    pub verdict: String,
    /// Whether the verdict is `valid`.
    pub valid: bool,
    /// Country code of ISO 3166, two letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub country: Option<String>,
    /// Code of the branch, three characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub branch: Option<String>,
}

/// A name of a person or a company in normal form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Name {
    /// Folded words in the order of speech, without titles and legal form.
    pub tokens: Vec<String>,
    /// As its country prints it: `GmbH`, `Sp. z o.o.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub legal_form: Option<String>,
    /// Person or company, as far as the name tells.
    pub kind: String,
    /// The words of each holder of a joint account.
    pub holders: Vec<Vec<String>>,
}

/// What relates two names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct NameComparison {
    /// From `equal`, the strongest, to `different`.
    pub relation: String,
    /// With `partial` how many words are shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub shared: Option<u64>,
}

/// An amount read from text as banks print it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct LocalizedAmount {
    /// In major units, signed.
    pub value: String,
    /// The currency that the text names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub currency: Option<String>,
    /// The value in the currency of the text, or of the request, with its decimals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub amount: Option<String>,
    /// The mark, where the text itself shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub decimal_mark: Option<String>,
    /// Whether another reading is as good, a thousand times larger or smaller.
    pub ambiguous: bool,
    /// Whether the text states a direction.
    pub signed: bool,
}

/// A currency of ISO 4217.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct CurrencyInfo {
    /// Currency code of ISO 4217.
    pub code: String,
    /// Decimals of its minor unit.
    pub decimals: u64,
    /// Whether it is not in use any more.
    pub historic: bool,
    /// Units for one euro, where that is fixed for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub fixed_euro_rate: Option<String>,
}

/// A key that checks signatures: `pem` or `jwk`, one of both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct PublicKey {
    /// The key in PEM: PUBLIC KEY or RSA PUBLIC KEY.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub pem: Option<String>,
    /// The key as a JSON Web Key (RFC 7517).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub jwk: Option<String>,
    /// The one algorithm that it is used with.
    pub algorithm: String,
    /// Its id, which tokens name as `kid`; that of the JWK where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub id: Option<String>,
}

/// What a verifier asks of tokens. What is not said stays strict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct TokenPolicy {
    /// Allowed algorithms, of one family.
    pub algorithms: Vec<String>,
    /// Trusted issuers (`iss`). Without it `any_issuer` must say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub issuers: Option<Vec<String>>,
    /// Audiences (`aud`) of which the token must name one. Without it `any_audience` must say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub audiences: Option<Vec<String>>,
    /// The issuer is not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub any_issuer: Option<bool>,
    /// The audience is not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub any_audience: Option<bool>,
    /// The subject (`sub`) that it must have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub subject: Option<String>,
    /// The type (`typ`) that it must have, such as `at+jwt`; without it `JWT` or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    #[serde(rename = "type")]
    pub type_: Option<String>,
    /// Claims that must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub required: Option<Vec<String>>,
    /// A token without `exp` is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub may_last_forever: Option<bool>,
    /// Seconds by which clocks may differ: 30 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub leeway: Option<u32>,
    /// Seconds since `iat` after which it is too old.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub max_age: Option<u32>,
    /// Header members of `crit` that the host understands and looks at itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub understood: Option<Vec<String>>,
}

/// The key that whoever brings a token has shown, by its hash in base64url: one of both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct TokenBinding {
    /// Thumbprint of a key that signed a proof (`jkt`, RFC 9449).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub key: Option<String>,
    /// SHA-256 of the client's certificate (`x5t#S256`, RFC 8705).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub certificate: Option<String>,
}

/// A token whose signature and claims hold. Whether it was revoked is another question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct VerifiedToken {
    /// All that it says.
    pub claims: HashMap<String, Json>,
    /// How it is signed.
    pub algorithm: String,
    /// Thumbprint of the key under which it is signed (RFC 7638).
    pub key: String,
    /// `kid` of its header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub key_id: Option<String>,
}

/// A key that a verifier holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct KeyInfo {
    /// Its id, which tokens name as `kid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub id: Option<String>,
    /// Its thumbprint (RFC 7638).
    pub thumbprint: String,
    /// The algorithms it is used with.
    pub algorithms: Vec<String>,
}

/// What was taken back before its time: one token, or all of a scope that was issued before a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Revocation {
    /// What is taken back.
    pub scope: String,
    /// The issuer (`iss`), of a token and of a subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub issuer: Option<String>,
    /// The token's id (`jti`), the subject, the family, the tenant, or the key's thumbprint.
    pub value: String,
    /// All that was issued before this time is taken back: seconds since 1970. Not of a token; without it all of the scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub not_before: Option<u64>,
    /// When the last of those tokens expires, after which this may be forgotten.
    pub until: u64,
}

/// Whether a token that holds stands, or was revoked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct TokenStanding {
    /// What the store says of it.
    pub standing: String,
    /// With what it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub scope: Option<String>,
}

/// How long what lives, in seconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct SessionLifetimes {
    /// Of an access token; 900 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub access: Option<u32>,
    /// Of a refresh token; 604800 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub refresh: Option<u32>,
    /// Of a login, whatever is renewed; 2592000 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub family: Option<u32>,
    /// In which the same client may come again with the token before; 10 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub grace: Option<u32>,
}

/// A state for the host's store, to be written by one compare-and-set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct StateWrite {
    /// The revision that the store must still hold; without it nothing must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub expected: Option<u64>,
    /// The revision that is written: a column of its own, to compare by.
    pub revision: u64,
    /// The state, to be kept as it is and handed in again.
    pub state: String,
    /// From when on the store may forget it: seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub keep_until: Option<i64>,
}

/// What to do with a login. Tokens are made by `sessions.confirm`, when the store has answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct SessionStep {
    /// What was decided.
    pub outcome: String,
    /// Why the family ended, now or before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub why: Option<String>,
    /// Id of the family: the row of the store.
    pub family: String,
    /// What is to be written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub write: Option<StateWrite>,
    /// The state of which tokens may be made, once the store has answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub state: Option<String>,
}

/// A refresh token whose signature and claims hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct PresentedToken {
    /// Id of its family: the row to look up.
    pub family: String,
    /// Its own id (`jti`).
    pub id: String,
    /// All that it says.
    pub verified: VerifiedToken,
}

/// An access token and a refresh token.
#[derive(Clone, PartialEq, Serialize, Deserialize, uniffi::Record)]
#[uniffi::export(Debug, Display)]
pub struct SessionTokens {
    /// The access token, for the API.
    pub access: String,
    /// The refresh token, for the end point that exchanges it.
    pub refresh: String,
    /// When the access token expires: seconds since 1970.
    pub access_expires: i64,
    /// When the refresh token expires: seconds since 1970.
    pub refresh_expires: i64,
}

impl fmt::Debug for SessionTokens {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("SessionTokens")
            .field("access", &Hidden)
            .field("refresh", &Hidden)
            .field("access_expires", &self.access_expires)
            .field("refresh_expires", &self.refresh_expires)
            .finish()
    }
}

impl fmt::Display for SessionTokens {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, out)
    }
}

/// What a role may do, as patterns: `invoice:read`, `invoice:*`, `*:read`, `*:*`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Role {
    /// Patterns of what it may do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub allows: Option<Vec<String>>,
    /// Patterns of what it may never do, whatever another role allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub denies: Option<Vec<String>>,
}

/// Who asks: whose data they work on, and their roles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct PermissionSubject {
    /// The tenant whose data they work on.
    pub tenant: String,
    /// Names of their roles; one that is not known allows nothing.
    pub roles: Vec<String>,
}

/// Whether something may be done, and by what that is decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct PermissionVerdict {
    /// Whether it may be done.
    pub allowed: bool,
    /// What was decided.
    pub verdict: String,
    /// The first role that decides it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub role: Option<String>,
}

/// A route of the host and what it asks for: a permission, or nothing, said in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct Route {
    /// As the host's router prints it: `GET /invoices/{id}`.
    pub name: String,
    /// The permission that it asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub needs: Option<String>,
    /// Anybody may use it. Without it `needs` must be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub public: Option<bool>,
    /// Roles that are meant to be able to use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub roles: Option<Vec<String>>,
}

/// What is wrong with a table of routes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct RouteGap {
    /// What is wrong.
    pub gap: String,
    /// The route of which that is said.
    pub route: String,
    /// The role that may what it should not, or may not what it should.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub role: Option<String>,
    /// Whether the role is meant to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub meant: Option<bool>,
}

/// How long an issuer's keys are in which part of their life, in seconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct KeyTimes {
    /// Published before it signs; a day where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub ahead: Option<u32>,
    /// Signs; 90 days where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub active: Option<u32>,
    /// Still taken after it was replaced; 8 days where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub overlap: Option<u32>,
}

/// Which keys of a ring sign and are published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct KeyRingView {
    /// Thumbprint of the key that signs; none where it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub signs: Option<String>,
    /// Thumbprints of the keys to publish.
    pub published: Vec<String>,
}

/// What is to be done with a ring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct KeyRingStep {
    /// What is to be done.
    pub due: String,
    /// The key that is dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub key: Option<String>,
    /// From when on: seconds since 1970. The least number there is means at once.
    pub at: i64,
}

/// How long an issuer's published keys are used, in seconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct FetchTimes {
    /// Used without asking; an hour where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub fresh: Option<u32>,
    /// Used where the issuer cannot be reached; a day where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub stale: Option<u32>,
    /// Between two fetches; a minute where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub cooldown: Option<u32>,
}

/// Whether to fetch an issuer's published keys before a token is checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct FetchDecision {
    /// What to do.
    pub action: String,
    /// To be written first; whoever it was written for fetches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub write: Option<StateWrite>,
    /// Seconds until the next fetch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub seconds: Option<i64>,
}

/// A webhook whose signature holds. Parse the raw body that was verified, and nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct VerifiedWebhook {
    /// The name of the scheme.
    pub scheme: String,
    /// Whether the time of signing was looked at.
    pub freshness: String,
    /// When it was signed: seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub at: Option<i64>,
    /// Seconds from then to now; negative where the signer's clock is ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub age: Option<i64>,
    /// The name of the secret that fits.
    pub secret: String,
    /// The signed id of the message, where the scheme has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub id: Option<String>,
    /// Ids of its events, in their order: each is claimed by itself.
    pub event_ids: Vec<String>,
}

/// How long an event is leased to a handler, and remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ClaimLeases {
    /// Seconds that a handler has; 60 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub lease: Option<u32>,
    /// Seconds by which the clocks of servers may differ; 30 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub skew: Option<u32>,
    /// Seconds that a handled event is remembered; 35 days where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub retention: Option<u32>,
}

/// What became of a step of handling an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ClaimAnswer {
    /// What became of it.
    pub outcome: String,
    /// The attempt, with which it is completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub attempt: Option<u32>,
    /// When the lease ends: seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub until: Option<i64>,
    /// Seconds after which it can be taken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub seconds: Option<i64>,
    /// When it was handled: seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub at: Option<i64>,
}

/// What to do with an event: `answer` stands already, or `write` is to be written and `if_written` stands then, and only then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ClaimDecision {
    /// The answer, where nothing is to be written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub answer: Option<ClaimAnswer>,
    /// What is to be written. Where the store says that it was not, look again and decide anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub write: Option<StateWrite>,
    /// The answer once it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub if_written: Option<ClaimAnswer>,
}

/// Keys of which a chain must hold one, and one more to switch to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct PinSet {
    /// SHA-256 of keys (`SubjectPublicKeyInfo`) in base64, two at least.
    pub pins: Vec<String>,
    /// The last second in which they bind: seconds since 1970.
    pub expires: i64,
    /// What they do then; `refuse` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub when_expired: Option<String>,
}

/// A certificate of a path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ChainLink {
    /// Its place in the chain that was handed in, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub chain: Option<u32>,
    /// Its place among the anchors, counted from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub anchor: Option<u32>,
    /// SHA-256 of its key, in base64.
    pub pin: String,
    /// The first second of its time.
    pub not_before: i64,
    /// The last second of its time.
    pub not_after: i64,
}

/// What a chain of certificates came to. Only `valid` is valid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct ChainVerdict {
    /// What it came to.
    pub outcome: String,
    /// Where valid: the path from the leaf to the anchor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub path: Option<Vec<ChainLink>>,
    /// Where valid: the last second in which all of the path is in its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub expires: Option<i64>,
    /// Where valid: what the leaf's alternative names say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub names: Option<Vec<String>>,
    /// Where valid: what is not wrong, but should be known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub warnings: Option<Vec<String>>,
    /// Where invalid or indeterminate: why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub problem: Option<Problem>,
    /// Where skipped: why, in the host's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub reason: Option<String>,
}

/// A certificate that a bundle holds more than once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct RepeatedCertificate {
    /// Its place among the certificates, counted from 0.
    pub first: u32,
    /// The line where it stands again, counted from 1.
    pub line: u32,
}

/// What a bundle in PEM holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct CertificateBundle {
    /// Its certificates, each once, in base64 of their DER.
    pub certificates: Vec<String>,
    /// Its revocation lists, in base64 of their DER.
    pub lists: Vec<String>,
    /// Certificates that stood there again.
    pub repeated: Vec<RepeatedCertificate>,
    /// How the certificates follow one another.
    pub order: String,
}

/// A certificate that the host holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct HeldCertificate {
    /// The host's name of it.
    pub id: String,
    /// What it is for: certificates of one service follow one another.
    pub service: String,
    /// SHA-256 of its key, in base64.
    pub pin: String,
    /// The first second of its time.
    pub not_before: i64,
    /// The last second of its time.
    pub not_after: i64,
    /// How far it is.
    pub stage: String,
    /// Where retiring: until when it was in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub retiring_since: Option<i64>,
}

/// A key that is pinned for a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct PinnedKey {
    /// The service that is pinned.
    pub service: String,
    /// SHA-256 of the key, in base64.
    pub pin: String,
    /// Since when: seconds since 1970.
    pub since: i64,
}

/// Lead times, in thousandths of a certificate's lifetime.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct LeadTimes {
    /// The next one is ordered when this much is left; 333.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub renew: Option<u32>,
    /// It is put beside the one in use; 250.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub stage: Option<u32>,
    /// It is put to use; 167.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub switch: Option<u32>,
    /// What is not done is urgent; 83.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub urgent: Option<u32>,
    /// How long a key must have been pinned before; 83.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub pinned: Option<u32>,
    /// How long the one before stands beside it; 83.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub overlap: Option<u32>,
}

/// A step of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct RotationStep {
    /// When: seconds since 1970; it may be past.
    pub at: i64,
    /// When at the latest: seconds since 1970.
    pub until: i64,
    /// For which service.
    pub service: String,
    /// What is to be done.
    pub action: String,
    /// The certificate that is acted on, or replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub certificate: Option<String>,
    /// The key that is acted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub pin: Option<String>,
    /// How pressing it is.
    pub state: String,
}

/// What to do with certificates, in the order of its times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct RotationPlan {
    /// The steps by time.
    pub steps: Vec<RotationStep>,
    /// When the next step that is planned falls due: ask again then at the latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub next: Option<i64>,
}

/// What the library is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, uniffi::Record)]
pub struct About {
    /// Of the library.
    pub version: String,
    /// Version of the documents: 1.
    pub contract: u64,
    /// Name of the engine's parameter set.
    pub parameters: String,
    /// Names of all operations.
    pub operations: Vec<String>,
}
