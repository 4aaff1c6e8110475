//! What is told of accounts beside the payments: balances, and the payment accounts that GoCardless keeps.

use super::super::json::Value;
use super::super::reading::Out;
use super::super::{Account, Balance, BalanceKind, FieldPath};
use super::rows;
use super::wire::{Object, bad};
use crate::error::Error;

/// A movement of a payment account, with the balance after it.
pub(super) fn movement(
    object: &Object<'_>,
    value: &Value<'_>,
    field: &FieldPath,
    out: &mut Out<'_>,
) -> Result<(), Error> {
    let (row, after) = rows::account_movement(object, out.options())?;
    let place = out.place(value.range(), field.clone());
    if let Some(amount) = after {
        let (account, kind, on) = (row.account.clone(), BalanceKind::Other, Some(row.booked_on));
        out.balance(Balance { account, statement: None, kind, amount, on }, place.clone());
    }
    out.transaction(row, place);
    Ok(())
}

/// A payment account with its balance.
pub(super) fn payment_account(
    object: &Object<'_>,
    value: &Value<'_>,
    field: &FieldPath,
    out: &mut Out<'_>,
) -> Result<(), Error> {
    let amount =
        object.balance(out.options())?.ok_or_else(|| bad("no amount").at_field("/account_balance"))?;
    let id = object.required_id()?;
    let place = out.place(value.range(), field.clone());
    let account = Account {
        id: id.clone(),
        owner: object.account_holder_name.some(),
        name: None,
        bank: object.bank_name.some(),
        currency: Some(amount.currency()),
    };
    out.account(account, place.clone());
    let account = Some(id);
    out.balance(Balance { account, statement: None, kind: BalanceKind::Other, amount, on: None }, place);
    Ok(())
}

/// What stands on the balance at GoCardless.
pub(super) fn balance(
    object: &Object<'_>,
    value: &Value<'_>,
    field: &FieldPath,
    out: &mut Out<'_>,
) -> Result<(), Error> {
    let options = out.options();
    let amount = object.balance(options)?.ok_or_else(|| bad("no amount").at_field("/amount"))?;
    let place = out.place(value.range(), field.clone());
    let (account, on) = (Some(rows::account(options)), object.updated(options));
    out.balance(Balance { account, statement: None, kind: BalanceKind::Other, amount, on }, place);
    Ok(())
}
