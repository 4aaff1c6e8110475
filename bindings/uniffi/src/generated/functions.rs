// Generated from the table of operations by generate-bindings; do not edit.

//! The operations that need no handle.

use super::records::*;
use crate::ask::Request;
use crate::{PayymoError, Progress};
use std::sync::Arc;

/// Tells the format of some bytes by their content.
///
/// # Errors
/// `format.unsupported`, `format.unknown`, `format.encoding`, `format.no_rows`.
#[uniffi::export]
pub fn format_detect(content: Vec<u8>) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("content", content);
    request.ask("format.detect")
}

/// Tells the format of some bytes by their content, how sure that is, and what is the next likely.
///
/// # Errors
/// `format.unsupported`, `format.unknown`, `format.encoding`, `format.no_rows`.
#[uniffi::export]
pub fn format_detection(content: Vec<u8>) -> Result<Detection, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("content", content);
    request.ask("format.detection")
}

/// Reads a statement or a list of any supported format. What is wrong with one record costs that record.
///
/// # Errors
/// `format.unknown`, `format.unsupported`, `format.encoding`, `format.no_rows`, `format.truncated`, `format.too_large`, `format.xml.syntax`, `format.xml.doctype`, `format.json.syntax`, `format.csv.no_header`, `format.csv.mapping`, `format.csv.date_order`, `format.csv.currency`, `format.csv.sign`, `format.csv.decimal_mark`, `format.whmcs.failed`, `input.options`.
#[uniffi::export(default(options = None, name = None, places = None))]
pub fn format_read(content: Vec<u8>, options: Option<ReadOptions>, name: Option<String>, places: Option<bool>) -> Result<Report, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("content", content);
    request.put("options", &options)?;
    request.put("name", &name)?;
    request.put("places", &places)?;
    request.ask("format.read")
}

/// Writes rows as JSON Lines, which `format.read` reads as the same rows.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export(default(transactions = None, invoices = None, settlements = None))]
pub fn format_write_json_lines(transactions: Option<Vec<Transaction>>, invoices: Option<Vec<Invoice>>, settlements: Option<Vec<Settlement>>) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("transactions", &transactions)?;
    request.put("invoices", &invoices)?;
    request.put("settlements", &settlements)?;
    request.ask("format.write_json_lines")
}

/// Writes transactions as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn format_write_transactions(transactions: Vec<Transaction>) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("transactions", &transactions)?;
    request.ask("format.write_transactions")
}

/// Writes open items as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn format_write_invoices(invoices: Vec<Invoice>) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("invoices", &invoices)?;
    request.ask("format.write_invoices")
}

/// Writes settlements as CSV with all fields, safe in spreadsheets; `format.read` reads it as the same rows.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn format_write_settlements(settlements: Vec<Settlement>) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("settlements", &settlements)?;
    request.ask("format.write_settlements")
}

/// Writes the transactions of one account as a camt.053.001.08 statement.
///
/// # Errors
/// `format.write`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export(default(statement = None))]
pub fn format_write_camt053(transactions: Vec<Transaction>, statement: Option<StatementHead>) -> Result<Written, PayymoError> {
    let mut request = Request::default();
    request.put("transactions", &transactions)?;
    request.put("statement", &statement)?;
    request.ask("format.write_camt053")
}

/// Writes the transactions of one account as a SWIFT MT940 statement, which states its balances: one of them is enough.
///
/// # Errors
/// `format.write`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn format_write_mt940(transactions: Vec<Transaction>, statement: StatementHead) -> Result<Written, PayymoError> {
    let mut request = Request::default();
    request.put("transactions", &transactions)?;
    request.put("statement", &statement)?;
    request.ask("format.write_mt940")
}

/// Finds the copies over inputs that may overlap: two statements of one month, a pending row and its booking, two exports of one gateway, one entry in several formats.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn linking_duplicates(inputs: Vec<Vec<Transaction>>) -> Result<Linked, PayymoError> {
    let mut request = Request::default();
    request.put("inputs", &inputs)?;
    request.ask("linking.duplicates")
}

/// Gives every row of one input whose id is `"-"` an id of its content and a counter over equal rows: the same input gets the same ids.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn linking_assign_ids(transactions: Vec<Transaction>) -> Result<Vec<Transaction>, PayymoError> {
    let mut request = Request::default();
    request.put("transactions", &transactions)?;
    request.ask("linking.assign_ids")
}

/// Takes the items of several exports, each once: of equal ones the first stays, of contradicting ones too, with an error.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn linking_invoices(inputs: Vec<Vec<Invoice>>) -> Result<InvoicesOnce, PayymoError> {
    let mut request = Request::default();
    request.put("inputs", &inputs)?;
    request.ask("linking.invoices")
}

/// Takes the settlements of several exports, each once: equal rows of one export are several settlements, in another they are copies of these.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn linking_settlements(inputs: Vec<Vec<Settlement>>) -> Result<SettlementsOnce, PayymoError> {
    let mut request = Request::default();
    request.put("inputs", &inputs)?;
    request.ask("linking.settlements")
}

/// Pairs transactions with open items. Rows that cannot be read or used are listed in the result's `errors`.
///
/// # Errors
/// `input.options`, `matching.too_many`, `matching.cancelled`, `memory.version`, `memory.syntax`.
#[uniffi::export(default(settlements = None, options = None, memory = None, errors = None, warnings = None, progress = None))]
pub fn matching_reconcile(transactions: Vec<Transaction>, invoices: Vec<Invoice>, settlements: Option<Vec<Settlement>>, options: Option<Options>, memory: Option<Vec<u8>>, errors: Option<Vec<Problem>>, warnings: Option<Vec<Problem>>, progress: Option<Arc<dyn Progress>>) -> Result<Reconciliation, PayymoError> {
    let mut request = Request::default();
    request.put("transactions", &transactions)?;
    request.put("invoices", &invoices)?;
    request.put("settlements", &settlements)?;
    request.put("options", &options)?;
    memory.into_iter().for_each(|bytes| request.put_bytes("memory", bytes));
    request.put("errors", &errors)?;
    request.put("warnings", &warnings)?;
    request.tell(progress);
    request.ask("matching.reconcile")
}

/// Tells why a match got its decision, or a transaction its answer, in the call that the other fields repeat. Rows that cannot be read are left out, as there.
///
/// # Errors
/// `matching.unknown`, `input.options`, `matching.too_many`, `memory.version`, `memory.syntax`.
#[uniffi::export(default(settlements = None, options = None, memory = None))]
pub fn matching_explain(id: String, transactions: Vec<Transaction>, invoices: Vec<Invoice>, settlements: Option<Vec<Settlement>>, options: Option<Options>, memory: Option<Vec<u8>>) -> Result<Vec<Explained>, PayymoError> {
    let mut request = Request::default();
    request.put("id", &id)?;
    request.put("transactions", &transactions)?;
    request.put("invoices", &invoices)?;
    request.put("settlements", &settlements)?;
    request.put("options", &options)?;
    memory.into_iter().for_each(|bytes| request.put_bytes("memory", bytes));
    request.ask("matching.explain")
}

/// What a host keeps of the matches that it booked: rows that later calls take as `settlements`, so that nothing is booked twice and a return finds its payment.
///
/// # Errors
/// `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`, `format.too_large`.
#[uniffi::export]
pub fn matching_settlements(matches: Vec<Match>, transactions: Vec<Transaction>) -> Result<Vec<Settlement>, PayymoError> {
    let mut request = Request::default();
    request.put("matches", &matches)?;
    request.put("transactions", &transactions)?;
    request.ask("matching.settlements")
}

/// Learns from verdicts: who pays for whom, how customers name what they pay and when, what banks take, how often each kind of evidence was right. What was rejected is not proposed again. Answers the memory to keep.
///
/// # Errors
/// `memory.version`, `memory.syntax`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`.
#[uniffi::export(default(memory = None))]
pub fn memory_learn(feedback: Vec<Feedback>, memory: Option<Vec<u8>>) -> Result<Vec<u8>, PayymoError> {
    let mut request = Request::default();
    memory.into_iter().for_each(|bytes| request.put_bytes("memory", bytes));
    request.put("feedback", &feedback)?;
    request.ask_bytes("memory.learn")
}

/// Forgets what verdicts taught: the memory is as if they had never been learnt.
///
/// # Errors
/// `memory.version`, `memory.syntax`, `input.missing`, `input.bad_field`, `input.bad_date`, `input.float_money`, `money.syntax`, `money.overflow`, `money.precision`, `money.currency_unknown`, `money.currency_mismatch`, `format.json.syntax`.
#[uniffi::export]
pub fn memory_unlearn(memory: Vec<u8>, feedback: Vec<Feedback>) -> Result<Vec<u8>, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("memory", memory);
    request.put("feedback", &feedback)?;
    request.ask_bytes("memory.unlearn")
}

/// Adds up what several memories have learnt from different verdicts.
///
/// # Errors
/// `memory.version`, `memory.syntax`.
#[uniffi::export]
pub fn memory_merge(memories: Vec<Vec<u8>>) -> Result<Vec<u8>, PayymoError> {
    let mut request = Request::default();
    request.put_all_bytes("memories", memories);
    request.ask_bytes("memory.merge")
}

/// Forgets all that was learnt of a customer, who has a right to it.
///
/// # Errors
/// `memory.version`, `memory.syntax`.
#[uniffi::export]
pub fn memory_forget_customer(memory: Vec<u8>, customer: String) -> Result<Vec<u8>, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("memory", memory);
    request.put("customer", &customer)?;
    request.ask_bytes("memory.forget_customer")
}

/// What was learnt of one customer is another's from now on: the host found that they are one.
///
/// # Errors
/// `memory.version`, `memory.syntax`.
#[uniffi::export]
pub fn memory_merge_customers(memory: Vec<u8>, from: String, into: String) -> Result<Vec<u8>, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("memory", memory);
    request.put("from", &from)?;
    request.put("into", &into)?;
    request.ask_bytes("memory.merge_customers")
}

/// What is to be said of a memory without reading it.
///
/// # Errors
/// `memory.version`, `memory.syntax`.
#[uniffi::export]
pub fn memory_info(memory: Vec<u8>) -> Result<MemoryInfo, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("memory", memory);
    request.ask("memory.info")
}

/// Reads a whole text as a reference of one scheme, in any printed form. `null` when its form or a check digit is wrong.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn reference_validate(scheme: String, text: String) -> Result<Option<ValidReference>, PayymoError> {
    let mut request = Request::default();
    request.put("scheme", &scheme)?;
    request.put("text", &text)?;
    request.ask("reference.validate")
}

/// Makes a reference from its content: computes the check digits and prints it. `null` when the scheme cannot hold it.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn reference_generate(scheme: String, base: String) -> Result<Option<String>, PayymoError> {
    let mut request = Request::default();
    request.put("scheme", &scheme)?;
    request.put("base", &base)?;
    request.ask("reference.generate")
}

/// The Swedish OCR reference of a number with length digit and check digit. `null` beyond 23 digits.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn reference_ocr_with_length(base: String) -> Result<Option<String>, PayymoError> {
    let mut request = Request::default();
    request.put("base", &base)?;
    request.ask("reference.ocr_with_length")
}

/// The valid references of a free text, in the order in which they stand.
///
/// # Errors
/// `contract.field`.
#[uniffi::export(default(strictness = None))]
pub fn reference_find(text: String, strictness: Option<String>) -> Result<Vec<FoundReference>, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.put("strictness", &strictness)?;
    request.ask("reference.find")
}

/// The national references that an RF reference may hold. Empty for what is no valid RF.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn reference_inside(text: String) -> Result<Vec<ValidReference>, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("reference.inside")
}

/// Brings an IBAN to normal form and says what is to be said of it.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn party_iban(text: String) -> Result<Iban, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("party.iban")
}

/// The valid IBANs of a free text, in the order in which they stand.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn party_find_ibans(text: String) -> Result<Vec<FoundIban>, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("party.find_ibans")
}

/// Brings a BIC to normal form and says what is to be said of it.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn party_bic(text: String) -> Result<Bic, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("party.bic")
}

/// All keys under which an account may be written: its normal form first, then the national forms of an IBAN.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn party_account_keys(text: String) -> Result<Vec<String>, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("party.account_keys")
}

/// Whether two texts are one account: equal in normal form, or an IBAN and the national number that it holds.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn party_same_account(a: String, b: String) -> Result<bool, PayymoError> {
    let mut request = Request::default();
    request.put("a", &a)?;
    request.put("b", &b)?;
    request.ask("party.same_account")
}

/// Reads a name as people, registers and banks write it.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn party_name(text: String) -> Result<Name, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("party.name")
}

/// The strongest relation between two names. Titles, legal forms, case and diacritics play no part.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn party_compare_names(a: String, b: String) -> Result<NameComparison, PayymoError> {
    let mut request = Request::default();
    request.put("a", &a)?;
    request.put("b", &b)?;
    request.ask("party.compare_names")
}

/// Reads decimal text as an amount of a currency, exactly: digits beyond the currency's decimals are an error.
///
/// # Errors
/// `money.syntax`, `money.precision`, `money.overflow`.
#[uniffi::export]
pub fn money_parse(text: String, currency: String) -> Result<Money, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.put("currency", &currency)?;
    request.ask("money.parse")
}

/// Reads an amount as banks of any country print it: `1.234,56-`, `(12.00)`, `12 CR`, `€ 12,00`.
///
/// # Errors
/// `money.syntax`, `money.precision`, `money.overflow`.
#[uniffi::export(default(decimal_mark = None, currency = None))]
pub fn money_parse_localized(text: String, decimal_mark: Option<String>, currency: Option<String>) -> Result<LocalizedAmount, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.put("decimal_mark", &decimal_mark)?;
    request.put("currency", &currency)?;
    request.ask("money.parse_localized")
}

/// Learns the decimal mark from the texts of a column; `null` without evidence or against itself.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn money_learn_mark(texts: Vec<String>) -> Result<Option<String>, PayymoError> {
    let mut request = Request::default();
    request.put("texts", &texts)?;
    request.ask("money.learn_mark")
}

/// Adds amounts of one currency, exactly.
///
/// # Errors
/// `money.syntax`, `money.precision`, `money.overflow`.
#[uniffi::export]
pub fn money_sum(amounts: Vec<String>, currency: String) -> Result<Money, PayymoError> {
    let mut request = Request::default();
    request.put("amounts", &amounts)?;
    request.put("currency", &currency)?;
    request.ask("money.sum")
}

/// What ISO 4217 says of a currency.
///
/// # Errors
/// `money.currency_unknown`.
#[uniffi::export]
pub fn money_currency(code: String) -> Result<CurrencyInfo, PayymoError> {
    let mut request = Request::default();
    request.put("code", &code)?;
    request.ask("money.currency")
}

/// All currencies of ISO 4217, historic ones too, by code.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn money_currencies() -> Result<Vec<CurrencyInfo>, PayymoError> {
    let request = Request::default();
    request.ask("money.currencies")
}

/// A text as it is compared: small letters of ASCII, without accents, other scripts transliterated.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn text_fold(text: String) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("text.fold")
}

/// The words of a text, folded.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn text_tokens(text: String) -> Result<Vec<String>, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("text.tokens")
}

/// How many edits part two words (insert, delete, replace, swap of neighbours). `null` when more than `most`.
///
/// # Errors
/// `contract.field`.
#[uniffi::export(default(most = None))]
pub fn text_edits(a: String, b: String, most: Option<u32>) -> Result<Option<u64>, PayymoError> {
    let mut request = Request::default();
    request.put("a", &a)?;
    request.put("b", &b)?;
    request.put("most", &most)?;
    request.ask("text.edits")
}

/// A text escaped for HTML: for what strangers wrote.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn text_html(text: String) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("text.html")
}

/// A text as a cell of CSV that no spreadsheet takes for a formula.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn text_csv_cell(text: String) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("text.csv_cell")
}

/// A text without control characters, terminal escapes and bidirectional marks.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn text_terminal(text: String) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("text", &text)?;
    request.ask("text.terminal")
}

/// The versions of the library, of its documents and of its parameters, and what it can do.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn library_about() -> Result<About, PayymoError> {
    let request = Request::default();
    request.ask("library.about")
}
