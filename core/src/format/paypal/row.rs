//! One transaction of the search.

use super::super::ReadOptions;
use super::super::json::{Text, money, note, part, refer, say};
use super::code::{Meaning, Moves, meaning};
use super::wire::{BalanceRow, Cart, CartItem, Info, Name, Payer, Row, Shipping};
use crate::error::{Code, Error};
use crate::model::wire::date;
use crate::model::{BankCode, Fee, ReferenceKind, Returned, Status, Transaction, TransactionKind};
use crate::money::Amount;
use serde_json::value::RawValue;

/// Lines of a cart whose names go into the text of a payment.
const LINES: usize = 20;

/// A transaction with what is told beside it.
pub(super) struct Read {
    pub(super) transaction: Transaction,
    pub(super) id: String,
    pub(super) balance_after: Option<Amount>,
    /// It was taken back as a whole: another transaction does that.
    pub(super) reversed: bool,
}

/// What a record is.
pub(super) enum Found {
    Row(Box<Read>),
    /// It moved nothing, and why.
    Nothing(&'static str),
}

/// The account of rows: the balance at PayPal.
pub(super) fn account(options: &ReadOptions) -> String {
    options.account.clone().unwrap_or_else(|| "paypal".to_owned())
}

/// Reads one transaction.
pub(super) fn transaction(text: &str, options: &ReadOptions) -> Result<Found, Error> {
    let row: Row<'_> = serde_json::from_str(text).map_err(|_| bad("not a transaction of PayPal's search"))?;
    let info: Info<'_> = row
        .transaction_info
        .and_then(|raw| serde_json::from_str(raw.get()).ok())
        .ok_or_else(|| bad("no transaction_info").at_field("/transaction_info"))?;
    let id = info
        .transaction_id
        .some()
        .ok_or_else(|| bad("no id").at_field("/transaction_info/transaction_id"))?;
    build(&row, &info, &id, options).map_err(|fault| fault.at_row(id))
}

fn build(row: &Row<'_>, info: &Info<'_>, id: &str, options: &ReadOptions) -> Result<Found, Error> {
    let at = |field: &str| format!("/transaction_info/{field}");
    let code = info.transaction_event_code.clean();
    // Without a code it is what it is by its amount; a code that is none is told.
    let meaning = match code.as_str() {
        "" => Meaning { kind: TransactionKind::Other, returned: None, moves: Moves::Balance },
        code => meaning(code)
            .ok_or_else(|| bad("not a code such as T0006").at_field(at("transaction_event_code")))?,
    };
    let (status, reversed) = match info.transaction_status.0.as_ref() {
        "S" | "" => (Status::Booked, false),
        "P" => (Status::Pending, false),
        "V" => (Status::Booked, true),
        "D" => return Ok(Found::Nothing("denied: no money moved")),
        _ => return Err(bad("none of S, P, V and D").at_field(at("transaction_status"))),
    };
    if meaning.moves == Moves::Nothing {
        return Ok(Found::Nothing("an authorisation or for display: no money moved"));
    }
    let field = at("transaction_amount");
    let gross =
        amount(info.transaction_amount, &field, options)?.ok_or_else(|| bad("no amount").at_field(field))?;
    let fee = amount(info.fee_amount, &at("fee_amount"), options)?.filter(|fee| !fee.is_zero());
    let booked_on = [&info.transaction_initiation_date, &info.transaction_updated_date]
        .into_iter()
        .find_map(|text| date::from_text(&text.0, options.utc_offset_minutes).transpose())
        .transpose()
        .map_err(|fault| bad(fault.message()).at_field(at("transaction_initiation_date")))?
        .ok_or_else(|| bad("no date").at_field(at("transaction_initiation_date")))?;
    let mut read = Transaction::new("", booked_on, gross);
    read.source = "paypal".into();
    read.account = Some(account(options));
    read.status = status;
    charge(&mut read, fee)?;
    read.kind = meaning.kind;
    if read.kind == TransactionKind::Transfer && info.instrument_type.0.to_ascii_uppercase().contains("CARD")
    {
        read.kind = TransactionKind::Card;
    }
    if !code.is_empty() {
        read.bank_code = Some(BankCode { proprietary: Some(code), ..BankCode::default() });
    }
    references(info, id, meaning, &mut read);
    who(row, info, &mut read);
    what(row, info, &mut read);
    if let Moves::Hold(word) = meaning.moves {
        read.metadata.insert("type", word.to_owned());
    }
    for (key, text) in [
        ("custom_field", &info.custom_field),
        ("payment_method_type", &info.payment_method_type),
        ("instrument_type", &info.instrument_type),
        ("paypal_reference_id_type", &info.paypal_reference_id_type),
    ] {
        note(&mut read, key, text);
    }
    let balance_after = amount(info.ending_balance, "", options).ok().flatten();
    Ok(Found::Row(Box::new(Read { transaction: read, id: id.to_owned(), balance_after, reversed })))
}

/// An amount of the record.
fn amount(raw: Option<&RawValue>, field: &str, options: &ReadOptions) -> Result<Option<Amount>, Error> {
    let Some(raw) = raw else { return Ok(None) };
    let said = |fault: Error| bad(&format!("the amount cannot be read: {}", fault.message())).at_field(field);
    money(raw.get(), options.currency).map_err(said)
}

/// PayPal's amount is before its fee, which has a sign of its own: together they are what moved the balance.
fn charge(read: &mut Transaction, fee: Option<Amount>) -> Result<(), Error> {
    let Some(fee) = fee else { return Ok(()) };
    if fee.currency() != read.currency() {
        let said = "a fee in another currency than the transaction's";
        return Err(bad(said).at_field("/transaction_info/fee_amount"));
    }
    read.amount = read.amount.checked_add(fee)?;
    read.fees.push(Fee { amount: fee.checked_neg()?, kind: "paypal_fee".to_owned() });
    Ok(())
}

fn references(info: &Info<'_>, id: &str, meaning: Meaning, read: &mut Transaction) {
    let own =
        if meaning.kind == TransactionKind::Payout { ReferenceKind::Payout } else { ReferenceKind::Payment };
    refer(read, own, Some(id.to_owned()));
    refer(read, ReferenceKind::Invoice, info.invoice_id.some());
    let other = info.paypal_reference_id.some();
    // A subscription or an agreement stands for all its payments, as a mandate does.
    let kind = match info.paypal_reference_id_type.0.as_ref() {
        "SUB" | "PAP" => ReferenceKind::Mandate,
        _ => ReferenceKind::Payment,
    };
    if let Some(stage) = meaning.returned {
        let money_in = read.amount.minor() >= 0;
        let originals = other.iter().filter(|_| kind == ReferenceKind::Payment).cloned().collect();
        read.returned = Some(Returned { stage: stage.of(money_in), reason: None, originals });
    }
    refer(read, kind, other);
    refer(read, ReferenceKind::Bank, info.bank_reference_id.some());
    refer(read, ReferenceKind::EndToEnd, info.payment_tracking_id.some());
}

/// The other side.
fn who(row: &Row<'_>, info: &Info<'_>, read: &mut Transaction) {
    let payer: Payer<'_> = part(row.payer_info);
    let name: Name<'_> = part(payer.payer_name);
    let shipping: Shipping<'_> = part(row.shipping_info);
    let person = [name.given_name.clean(), name.surname.clean()].join(" ");
    let party = &mut read.counterparty;
    party.name = [&name.alternate_full_name, &name.full_name]
        .into_iter()
        .find_map(Text::some)
        .or_else(|| Some(person.trim().to_owned()).filter(|name| !name.is_empty()));
    // PayPal writes the recipient as `first, last`.
    let recipient = shipping.name.some().map(|name| name.replace(", ", " "));
    match &party.name {
        None => party.name = recipient,
        Some(name) => party.ultimate_name = recipient.filter(|recipient| recipient != name),
    }
    party.email = payer.email_address.some();
    party.customer_id = payer.account_id.some().or_else(|| info.paypal_account_id.some());
}

/// What the payer and the host wrote of it, and what was bought.
fn what(row: &Row<'_>, info: &Info<'_>, read: &mut Transaction) {
    let mut text = info.transaction_subject.clean();
    say(&mut text, &info.transaction_note.clean());
    let cart: Cart<'_> = part(row.cart_info);
    refer(read, ReferenceKind::Invoice, cart.paypal_invoice_id.some());
    let items: Vec<&RawValue> = part(cart.item_details);
    for item in items.into_iter().take(LINES) {
        let item: CartItem<'_> = part(Some(item));
        refer(read, ReferenceKind::Invoice, item.invoice_number.some());
        say(&mut text, &item.item_name.clean());
        say(&mut text, &item.item_description.clean());
    }
    say(&mut text, &info.custom_field.clean());
    read.remittance = text;
}

/// The balance of a currency, held money within.
pub(super) fn balance(text: &str, options: &ReadOptions) -> Result<Amount, Error> {
    let row: BalanceRow<'_> = serde_json::from_str(text).map_err(|_| bad("not a balance of PayPal's"))?;
    let total = amount(row.total_balance, "/total_balance", options)?;
    total.ok_or_else(|| bad("no amount").at_field("/total_balance"))
}

/// A record that is not what the API promises.
pub(super) fn bad(said: &str) -> Error {
    Error::new(Code::PaypalBadRow, said)
}
