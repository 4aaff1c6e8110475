// Generated from the table of operations by generate-bindings; do not edit.

//! The operations that need no handle.

use super::records::*;
use crate::ask::Request;
use crate::{Json, PayymoError, Progress};
use std::collections::HashMap;
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

/// Whether a token that holds stands, by what the host's own store says of it: without `revocations` the store was not asked, and the token does not stand.
///
/// # Errors
/// `contract.field`.
#[uniffi::export(default(revocations = None))]
pub fn token_standing(token: VerifiedToken, revocations: Option<Vec<Revocation>>) -> Result<TokenStanding, PayymoError> {
    let mut request = Request::default();
    request.put_json("token", &token)?;
    request.put("revocations", &revocations)?;
    request.ask("token.standing")
}

/// The thumbprint of a public key (RFC 7638).
///
/// # Errors
/// `crypto.failed`, `crypto.unsupported`, `key.algorithm`, `key.kind`, `key.private`, `key.roca`, `key.small_order`, `key.syntax`, `key.use`, `key.weak`.
#[uniffi::export]
pub fn token_thumbprint(jwk: String, algorithm: String) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put("jwk", &jwk)?;
    request.put("algorithm", &algorithm)?;
    request.ask("token.thumbprint")
}

/// Whether somebody may do something to a resource of a tenant. The tenants are compared before anything; a deny wins; what nothing allows is not allowed.
///
/// # Errors
/// `permission.syntax`, `permission.role`.
#[uniffi::export]
pub fn permission_decide(roles: HashMap<String, Role>, subject: PermissionSubject, tenant: String, permission: String) -> Result<PermissionVerdict, PayymoError> {
    let mut request = Request::default();
    request.put("roles", &roles)?;
    request.put("subject", &subject)?;
    request.put("tenant", &tenant)?;
    request.put("permission", &permission)?;
    request.ask("permission.decide")
}

/// Whether one of several patterns, such as a token's `permissions`, stands for a permission.
///
/// # Errors
/// `permission.syntax`, `permission.role`.
#[uniffi::export]
pub fn permission_covers(patterns: Vec<String>, permission: String) -> Result<bool, PayymoError> {
    let mut request = Request::default();
    request.put("patterns", &patterns)?;
    request.put("permission", &permission)?;
    request.ask("permission.covers")
}

/// Holds a table of routes against the routes that the host has and the roles that are meant to use them: every role is tried on every route, and an empty answer is the proof. For a host's own tests.
///
/// # Errors
/// `permission.syntax`, `permission.role`.
#[uniffi::export]
pub fn permission_gaps(roles: HashMap<String, Role>, table: Vec<Route>, routes: Vec<String>) -> Result<Vec<RouteGap>, PayymoError> {
    let mut request = Request::default();
    request.put("roles", &roles)?;
    request.put("table", &table)?;
    request.put("routes", &routes)?;
    request.ask("permission.gaps")
}

/// A ring of one key, which signs: to be written where the store holds nothing.
///
/// # Errors
/// `key.status`.
#[uniffi::export]
pub fn keyring_begin(key: String, now: u64) -> Result<StateWrite, PayymoError> {
    let mut request = Request::default();
    request.put("key", &key)?;
    request.put("now", &now)?;
    request.ask("keyring.begin")
}

/// Takes in the next key, which is published and does not sign yet.
///
/// # Errors
/// `key.status`.
#[uniffi::export]
pub fn keyring_stage(state: String, key: String, now: u64) -> Result<StateWrite, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("key", &key)?;
    request.put("now", &now)?;
    request.ask("keyring.stage")
}

/// Lets the next key sign, once it was published long enough for every verifier to know it.
///
/// # Errors
/// `key.status`.
#[uniffi::export(default(times = None))]
pub fn keyring_switch(state: String, now: u64, times: Option<KeyTimes>) -> Result<StateWrite, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("times", &times)?;
    request.put("now", &now)?;
    request.ask("keyring.switch")
}

/// Revokes a key: nothing that it signed counts from here on.
///
/// # Errors
/// `key.status`.
#[uniffi::export]
pub fn keyring_revoke(state: String, key: String, now: u64) -> Result<StateWrite, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("key", &key)?;
    request.put("now", &now)?;
    request.ask("keyring.revoke")
}

/// Takes out the keys whose time is over.
///
/// # Errors
/// `contract.field`.
#[uniffi::export(default(times = None))]
pub fn keyring_drop_ended(state: String, now: u64, times: Option<KeyTimes>) -> Result<StateWrite, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("times", &times)?;
    request.put("now", &now)?;
    request.ask("keyring.drop_ended")
}

/// Whether what was signed under a key counts; the answer is an error where it does not.
///
/// # Errors
/// `key.revoked`, `key.status`, `token.unknown_key`.
#[uniffi::export(default(times = None))]
pub fn keyring_check(state: String, key: String, now: u64, times: Option<KeyTimes>) -> Result<(), PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("key", &key)?;
    request.put("times", &times)?;
    request.put("now", &now)?;
    request.ask("keyring.check")
}

/// Which key signs, and which are to be published.
///
/// # Errors
/// `contract.field`.
#[uniffi::export]
pub fn keyring_view(state: String) -> Result<KeyRingView, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.ask("keyring.view")
}

/// What is to be done, the earliest first.
///
/// # Errors
/// `contract.field`.
#[uniffi::export(default(times = None))]
pub fn keyring_due(state: String, times: Option<KeyTimes>) -> Result<Vec<KeyRingStep>, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("times", &times)?;
    request.ask("keyring.due")
}

/// Whether to fetch an issuer's published keys before a token is checked, and again where the token names a key that they do not hold (`token.unknown_key`). Tokens that somebody makes up cause one fetch in a while and no more.
///
/// # Errors
/// `contract.field`.
#[uniffi::export(default(state = None, times = None))]
pub fn jwks_decide(unknown_key: bool, now: u64, state: Option<String>, times: Option<FetchTimes>) -> Result<FetchDecision, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("unknown_key", &unknown_key)?;
    request.put("times", &times)?;
    request.put("now", &now)?;
    request.ask("jwks.decide")
}

/// The state to write after a fetch.
///
/// # Errors
/// `contract.field`.
#[uniffi::export(default(state = None))]
pub fn jwks_ended(came: bool, now: u64, state: Option<String>) -> Result<StateWrite, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("came", &came)?;
    request.put("now", &now)?;
    request.ask("jwks.ended")
}

/// Verifies a webhook from its headers and the bytes of its body as they came. A framework that parses the body before changes them: take the raw bytes.
///
/// # Errors
/// `input.options`, `webhook.scheme`, `webhook.secret`, `webhook.missing`, `webhook.repeated`, `webhook.too_large`, `webhook.header`, `webhook.encoding`, `webhook.candidates`, `webhook.no_signature`, `webhook.timestamp`, `webhook.timestamp_unit`, `webhook.id`, `webhook.signature`, `webhook.body_changed`, `webhook.too_old`, `webhook.ahead`, `webhook.event_json`, `webhook.event_id`.
#[uniffi::export(default(provider = None, scheme = None, tolerance = None, any_age = None, largest_body = None, explain = None))]
pub fn webhook_verify(secrets: HashMap<String, String>, headers: HashMap<String, Vec<String>>, body: Vec<u8>, now: u64, provider: Option<String>, scheme: Option<Json>, tolerance: Option<u32>, any_age: Option<bool>, largest_body: Option<u32>, explain: Option<bool>) -> Result<VerifiedWebhook, PayymoError> {
    let mut request = Request::default();
    request.put("provider", &provider)?;
    request.put_json("scheme", &scheme)?;
    request.put("secrets", &secrets)?;
    request.put("headers", &headers)?;
    request.put_bytes("body", body);
    request.put("now", &now)?;
    request.put("tolerance", &tolerance)?;
    request.put("any_age", &any_age)?;
    request.put("largest_body", &largest_body)?;
    request.put("explain", &explain)?;
    request.ask("webhook.verify")
}

/// What to do with an event, of which the store holds `state`: claimed with a lease, handled, completed; so that it is handled once, also when a handler dies.
///
/// # Errors
/// `input.options`.
#[uniffi::export(default(state = None, attempt = None, made = None, leases = None))]
pub fn webhook_claim(step: String, holder: String, now: u64, state: Option<String>, attempt: Option<u32>, made: Option<u64>, leases: Option<ClaimLeases>) -> Result<ClaimDecision, PayymoError> {
    let mut request = Request::default();
    request.put("state", &state)?;
    request.put("step", &step)?;
    request.put("holder", &holder)?;
    request.put("attempt", &attempt)?;
    request.put("made", &made)?;
    request.put("leases", &leases)?;
    request.put("now", &now)?;
    request.ask("webhook.claim")
}

/// Reads a bundle in PEM: certificates and revocation lists with words between them. A private key in it is an error.
///
/// # Errors
/// `certificate.pem`, `certificate.private_key`, `certificate.too_large`, `certificate.syntax`.
#[uniffi::export]
pub fn certificate_bundle(content: Vec<u8>) -> Result<CertificateBundle, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("content", content);
    request.ask("certificate.bundle")
}

/// The pin of a public key: the base64 of its SHA-256 (RFC 7469). `anchors.verify` answers those of a path.
///
/// # Errors
/// `certificate.key`.
#[uniffi::export]
pub fn certificate_pin(key: Vec<u8>) -> Result<String, PayymoError> {
    let mut request = Request::default();
    request.put_bytes("key", key);
    request.ask("certificate.pin")
}

/// Plans the renewal of certificates: what to renew, pin, stage, switch and retire, when, and what of it is urgent.
///
/// # Errors
/// `input.options`, `input.duplicate_id`, `input.bad_field`, `certificate.pin`.
#[uniffi::export(default(pinned = None, leads = None))]
pub fn certificate_plan(held: Vec<HeldCertificate>, now: u64, pinned: Option<Vec<PinnedKey>>, leads: Option<LeadTimes>) -> Result<RotationPlan, PayymoError> {
    let mut request = Request::default();
    request.put("held", &held)?;
    request.put("pinned", &pinned)?;
    request.put("leads", &leads)?;
    request.put("now", &now)?;
    request.ask("certificate.plan")
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
