//! One transaction or account of Plaid.

use super::super::json::{Text, note, part, refer, say};
use super::super::{Account, Balance, BalanceKind, ReadOptions};
use super::wire::{AccountRow, Balances, Category, Location, Number, Numbers, Party, PaymentMeta, Row};
use crate::error::{Code, Error};
use crate::model::wire::{amount_of, date};
use crate::model::{ReferenceKind, ReturnStage, Returned, Status, Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use crate::party::Iban;
use serde_json::value::RawValue;

/// A transaction with its ids at Plaid.
pub(super) struct Read {
    pub(super) transaction: Transaction,
    pub(super) id: String,
    /// The pending transaction that it was before.
    pub(super) pending: Option<String>,
}

/// The ids of a transaction that was removed.
pub(super) fn removed(text: &str) -> Result<String, Error> {
    let row: Row<'_> = serde_json::from_str(text).map_err(|_| bad("not the ids of a removed transaction"))?;
    row.transaction_id.some().ok_or_else(|| bad("no id").at_field("/transaction_id"))
}

/// Reads one transaction.
pub(super) fn transaction(text: &str, options: &ReadOptions) -> Result<Read, Error> {
    let row: Row<'_> = serde_json::from_str(text).map_err(|_| bad("not a transaction of Plaid's form"))?;
    let id = row.transaction_id.some().ok_or_else(|| bad("no id").at_field("/transaction_id"))?;
    build(&row, &id, options).map_err(|fault| fault.at_row(id))
}

fn build(row: &Row<'_>, id: &str, options: &ReadOptions) -> Result<Read, Error> {
    let amount = amount(row, options)?;
    let dates = [&row.date, &row.datetime, &row.authorized_date];
    let booked_on = dates
        .into_iter()
        .find_map(|text| date::from_text(&text.0, options.utc_offset_minutes).transpose())
        .transpose()
        .map_err(|fault| bad(fault.message()).at_field("/date"))?
        .ok_or_else(|| bad("no date").at_field("/date"))?;
    let is_pending = match row.pending.map_or("false", RawValue::get) {
        "true" => true,
        "false" | "null" => false,
        _ => return Err(bad("neither true nor false").at_field("/pending")),
    };
    let mut read = Transaction::new("", booked_on, amount);
    read.source = "plaid".into();
    read.account = row.account_id.some().or_else(|| options.account.clone());
    read.status = if is_pending { Status::Pending } else { Status::Booked };
    let pending = row.pending_transaction_id.some().filter(|_| !is_pending);
    // Under one reference, so that linking finds the booking of a pending row of another answer.
    refer(&mut read, ReferenceKind::Payment, if is_pending { Some(id.to_owned()) } else { pending.clone() });
    refer(&mut read, ReferenceKind::Bank, Some(id.to_owned()));
    refer(&mut read, ReferenceKind::Cheque, row.check_number.some());
    let meta: PaymentMeta<'_> = part(row.payment_meta);
    refer(&mut read, ReferenceKind::Bank, meta.reference_number.some());
    read.remittance = row.original_description.some().unwrap_or_else(|| row.name.clean());
    say(&mut read.remittance, &meta.reason.clean());
    who(row, &meta, &mut read);
    let category: Category<'_> = part(row.personal_finance_category);
    read.kind = kind(row, &category, &meta);
    if read.kind == TransactionKind::Refund {
        read.returned = Some(Returned { stage: ReturnStage::Refund, reason: None, originals: Vec::new() });
    }
    let location: Location<'_> = part(row.location);
    for (key, text) in [
        ("authorized_date", &row.authorized_date),
        ("category", if category.detailed.0.is_empty() { &row.category } else { &category.detailed }),
        ("merchant_entity_id", &row.merchant_entity_id),
        ("payment_channel", &row.payment_channel),
        ("payment_method", &meta.payment_method),
        ("payment_processor", &meta.payment_processor),
        ("ppd_id", &meta.ppd_id),
        ("account_owner", &row.account_owner),
        ("city", &location.city),
        ("country", &location.country),
        ("store_number", &location.store_number),
        ("pending_transaction_id", &row.pending_transaction_id),
    ] {
        note(&mut read, key, text);
    }
    Ok(Read { transaction: read, id: id.to_owned(), pending })
}

/// Plaid counts money out as positive.
fn amount(row: &Row<'_>, options: &ReadOptions) -> Result<Amount, Error> {
    let currency = match (row.iso_currency_code.0.trim(), row.unofficial_currency_code.0.trim()) {
        ("", "") => options.currency.ok_or_else(|| bad("no currency").at_field("/iso_currency_code"))?,
        ("", code) => Currency::parse(code).map_err(|_| {
            bad("a currency outside ISO 4217, such as one of a chain").at_field("/unofficial_currency_code")
        })?,
        (code, _) => {
            Currency::parse(code).map_err(|fault| bad(fault.message()).at_field("/iso_currency_code"))?
        }
    };
    let named = |fault: &Error| {
        let said = format!("the amount cannot be read: {}", fault.message());
        Error::new(if fault.code() == Code::InputFloatMoney { fault.code() } else { Code::PlaidBadRow }, said)
            .at_field("/amount")
    };
    let raw = row.amount.ok_or_else(|| bad("no amount").at_field("/amount"))?;
    let out = amount_of(raw.get(), currency).map_err(|fault| named(&fault))?;
    out.ok_or_else(|| bad("no amount").at_field("/amount"))?.checked_neg()
}

/// The other side: of a transfer whom the bank names, else the merchant, else whom Plaid finds in the text.
fn who(row: &Row<'_>, meta: &PaymentMeta<'_>, read: &mut Transaction) {
    let money_in = read.amount.minor() >= 0;
    let named = if money_in { [&meta.payer, &meta.by_order_of] } else { [&meta.payee, &meta.by_order_of] };
    let parties: Vec<&RawValue> = part(row.counterparties);
    let parties: Vec<Party<'_>> = parties.into_iter().map(|raw| part(Some(raw))).collect();
    // Who stands between, a payment app or a terminal, is not the other side where anybody else is.
    let between = |party: &&Party<'_>| {
        matches!(
            party.kind.0.as_ref(),
            "payment_app" | "payment_terminal" | "marketplace" | "financial_institution"
        )
    };
    let found = parties.iter().find(|party| !between(party)).or_else(|| parties.first());
    let party = &mut read.counterparty;
    party.name = named
        .into_iter()
        .find_map(Text::some)
        .or_else(|| row.merchant_name.some())
        .or_else(|| found.and_then(|party| party.name.some()));
    let numbers: Numbers<'_> = part(found.and_then(|party| party.account_numbers));
    let (bacs, international): (Number<'_>, Number<'_>) = (part(numbers.bacs), part(numbers.international));
    let iban = international.iban.some().map(|iban| Iban::parse(&iban).as_str().to_owned());
    party.iban = iban.filter(|iban| !iban.is_empty());
    party.bic = international.bic.some();
    let number = [bacs.sort_code.clean(), bacs.account.clean()].join(" ");
    party.account = Some(number.trim().to_owned()).filter(|number| !number.is_empty());
}

/// What it is: as the bank says, else as Plaid takes it.
fn kind(row: &Row<'_>, category: &Category<'_>, meta: &PaymentMeta<'_>) -> TransactionKind {
    use TransactionKind::{Card, Cheque, DirectDebit, Fee, Interest, Other, Refund, Transfer};
    match row.transaction_code.0.as_ref() {
        "bank charge" => return Fee,
        "bill payment" | "payment" | "standing order" | "transfer" => return Transfer,
        "cheque" => return Cheque,
        "direct debit" => return DirectDebit,
        "interest" => return Interest,
        "purchase" | "cashback" | "atm" => return Card,
        "refund" => return Refund,
        _ => {}
    }
    let detailed = category.detailed.0.as_ref();
    match category.primary.0.as_ref() {
        _ if !row.check_number.0.is_empty() => Cheque,
        "BANK_FEES" if detailed.contains("INTEREST") => Interest,
        "BANK_FEES" => Fee,
        "INCOME" if detailed.contains("INTEREST") => Interest,
        _ if !meta.payment_method.0.is_empty() => Transfer,
        "TRANSFER_IN" | "TRANSFER_OUT" => Transfer,
        _ if row.payment_channel.0 == "in store" => Card,
        _ => Other,
    }
}

/// Reads one account with its balance.
pub(super) fn account(text: &str, options: &ReadOptions) -> Result<(Account, Option<Balance>), Error> {
    let row: AccountRow<'_> =
        serde_json::from_str(text).map_err(|_| bad("not an account of Plaid's form"))?;
    let id = row.account_id.some().ok_or_else(|| bad("no id").at_field("/account_id"))?;
    let balances: Balances<'_> = part(row.balances);
    let currency = Currency::parse(&balances.iso_currency_code.0).ok();
    let current = match (balances.current, currency) {
        (Some(raw), Some(currency)) => amount_of(raw.get(), currency)
            .map_err(|fault| bad(fault.message()).at_field("/balances/current"))?,
        _ => None,
    };
    // What is owed on a card or a loan is counted as positive.
    let owed = matches!(row.kind.0.as_ref(), "credit" | "loan");
    let current = current.map(|amount| if owed { amount.checked_neg() } else { Ok(amount) }).transpose()?;
    let on = date::from_text(&balances.last_updated_datetime.0, options.utc_offset_minutes).ok().flatten();
    let balance = current.map(|amount| Balance {
        account: Some(id.clone()),
        statement: None,
        kind: BalanceKind::Other,
        amount,
        on,
    });
    let name = row.official_name.some().or_else(|| row.name.some());
    Ok((Account { id, name, currency, ..Account::default() }, balance))
}

/// A record that is not what the API promises.
pub(super) fn bad(said: &str) -> Error {
    Error::new(Code::PlaidBadRow, said)
}
