//! Records of the account information API as banks write them. Fields that only say something are [`Text`].

use super::super::json::Text;
use serde::Deserialize;
use serde_json::value::RawValue;

type Raw<'a> = Option<&'a RawValue>;

/// A transaction.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Row<'a> {
    #[serde(borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_id: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_reference: Text<'a>,
    #[serde(borrow)]
    pub(super) statement_reference: Raw<'a>,
    #[serde(borrow)]
    pub(super) credit_debit_indicator: Text<'a>,
    #[serde(borrow)]
    pub(super) status: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_mutability: Text<'a>,
    #[serde(borrow)]
    pub(super) booking_date_time: Text<'a>,
    #[serde(borrow)]
    pub(super) value_date_time: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_information: Text<'a>,
    #[serde(borrow)]
    pub(super) amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) charge_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) currency_exchange: Raw<'a>,
    #[serde(borrow)]
    pub(super) bank_transaction_code: Raw<'a>,
    #[serde(borrow)]
    pub(super) proprietary_bank_transaction_code: Raw<'a>,
    #[serde(borrow)]
    pub(super) balance: Raw<'a>,
    #[serde(borrow)]
    pub(super) merchant_details: Raw<'a>,
    #[serde(borrow)]
    pub(super) creditor_agent: Raw<'a>,
    #[serde(borrow)]
    pub(super) creditor_account: Raw<'a>,
    #[serde(borrow)]
    pub(super) debtor_agent: Raw<'a>,
    #[serde(borrow)]
    pub(super) debtor_account: Raw<'a>,
    #[serde(borrow)]
    pub(super) ultimate_creditor: Raw<'a>,
    #[serde(borrow)]
    pub(super) ultimate_debtor: Raw<'a>,
    #[serde(borrow)]
    pub(super) card_instrument: Raw<'a>,
    #[serde(borrow)]
    pub(super) category_purpose_code: Text<'a>,
}

/// An account of one of the two sides, or an identification of the host's own.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Scheme<'a> {
    #[serde(borrow)]
    pub(super) scheme_name: Text<'a>,
    #[serde(borrow)]
    pub(super) identification: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow)]
    pub(super) secondary_identification: Text<'a>,
}

/// A code with its sub-code.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Coded<'a> {
    #[serde(borrow)]
    pub(super) code: Text<'a>,
    #[serde(borrow)]
    pub(super) sub_code: Text<'a>,
}

/// The merchant of a card payment.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Merchant<'a> {
    #[serde(borrow)]
    pub(super) merchant_name: Text<'a>,
    #[serde(borrow)]
    pub(super) merchant_category_code: Text<'a>,
}

/// A conversion.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct Exchange<'a> {
    #[serde(borrow)]
    pub(super) exchange_rate: Raw<'a>,
    #[serde(borrow)]
    pub(super) instructed_amount: Raw<'a>,
}

/// A balance of an account, or the one after a transaction.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct BalanceRow<'a> {
    #[serde(borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) credit_debit_indicator: Text<'a>,
    #[serde(borrow, rename = "Type")]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) date_time: Text<'a>,
    #[serde(borrow)]
    pub(super) amount: Raw<'a>,
}

/// An account of the host.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct AccountRow<'a> {
    #[serde(borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) currency: Text<'a>,
    #[serde(borrow)]
    pub(super) nickname: Text<'a>,
    #[serde(borrow)]
    pub(super) description: Text<'a>,
    #[serde(borrow)]
    pub(super) account: Raw<'a>,
    #[serde(borrow)]
    pub(super) servicer: Raw<'a>,
}

/// A statement: its period and its amounts.
#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
pub(super) struct StatementRow<'a> {
    #[serde(borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) statement_id: Text<'a>,
    #[serde(borrow)]
    pub(super) statement_reference: Text<'a>,
    #[serde(borrow)]
    pub(super) start_date_time: Text<'a>,
    #[serde(borrow)]
    pub(super) end_date_time: Text<'a>,
    #[serde(borrow)]
    pub(super) statement_amount: Raw<'a>,
}
