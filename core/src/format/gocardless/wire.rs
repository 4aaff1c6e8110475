//! Transactions and balances as the API writes them.

use super::super::json::Text;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A transaction as the API gives it. Fields that only say something are [`Text`].
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default, Clone)]
pub(super) struct Row<'a> {
    #[serde(borrow)]
    pub(super) transaction_id: Text<'a>,
    #[serde(borrow)]
    pub(super) internal_transaction_id: Text<'a>,
    #[serde(borrow)]
    pub(super) entry_reference: Text<'a>,
    #[serde(borrow)]
    pub(super) end_to_end_id: Text<'a>,
    #[serde(borrow)]
    pub(super) mandate_id: Text<'a>,
    #[serde(borrow)]
    pub(super) check_id: Text<'a>,
    #[serde(borrow)]
    pub(super) creditor_id: Text<'a>,
    #[serde(borrow)]
    pub(super) booking_date: Text<'a>,
    #[serde(borrow)]
    pub(super) booking_date_time: Text<'a>,
    #[serde(borrow)]
    pub(super) value_date: Text<'a>,
    #[serde(borrow)]
    pub(super) value_date_time: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_date: Text<'a>,
    #[serde(borrow)]
    pub(super) date: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_amount: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) currency_exchange: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) balance_after_transaction: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) creditor_name: Text<'a>,
    #[serde(borrow)]
    pub(super) creditor_account: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) creditor_agent: Text<'a>,
    #[serde(borrow)]
    pub(super) ultimate_creditor: Text<'a>,
    #[serde(borrow)]
    pub(super) debtor_name: Text<'a>,
    #[serde(borrow)]
    pub(super) debtor_account: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) debtor_agent: Text<'a>,
    #[serde(borrow)]
    pub(super) ultimate_debtor: Text<'a>,
    #[serde(borrow)]
    pub(super) remittance_information_unstructured: Text<'a>,
    #[serde(borrow)]
    pub(super) remittance_information_unstructured_array: Text<'a>,
    #[serde(borrow)]
    pub(super) remittance_information_structured: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) remittance_information_structured_array: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) additional_information: Text<'a>,
    #[serde(borrow)]
    pub(super) bank_transaction_code: Text<'a>,
    #[serde(borrow)]
    pub(super) proprietary_bank_transaction_code: Text<'a>,
    #[serde(borrow)]
    pub(super) merchant_category_code: Text<'a>,
    #[serde(borrow)]
    pub(super) purpose_code: Text<'a>,
    #[serde(borrow)]
    pub(super) batch_number_of_transactions: Text<'a>,
    /// The payments of a batch.
    #[serde(borrow)]
    pub(super) entry_details: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) card_transaction_id: Text<'a>,
    #[serde(borrow)]
    pub(super) acceptor_transaction_date_time: Text<'a>,
    /// What a card payment says of itself, as text.
    #[serde(borrow)]
    pub(super) transaction_details: Text<'a>,
    #[serde(borrow)]
    pub(super) original_amount: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) markup_fee: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) card_acceptor_id: Text<'a>,
    #[serde(borrow)]
    pub(super) terminal_id: Text<'a>,
}

/// An account of a transaction or of the list.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Account<'a> {
    #[serde(borrow)]
    pub(super) iban: Text<'a>,
    #[serde(borrow)]
    pub(super) bban: Text<'a>,
    #[serde(borrow)]
    pub(super) pan: Text<'a>,
    #[serde(borrow, rename = "maskedPan")]
    pub(super) masked_pan: Text<'a>,
    /// A number of another scheme.
    #[serde(borrow)]
    pub(super) other: Option<&'a RawValue>,
    #[serde(borrow, rename = "resourceId")]
    pub(super) resource_id: Text<'a>,
    #[serde(borrow)]
    pub(super) currency: Text<'a>,
    #[serde(borrow, rename = "ownerName")]
    pub(super) owner_name: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow)]
    pub(super) product: Text<'a>,
    #[serde(borrow)]
    pub(super) bic: Text<'a>,
    #[serde(borrow)]
    pub(super) balances: Option<&'a RawValue>,
}

/// An account number of a scheme that has no field of its own.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Other<'a> {
    #[serde(borrow)]
    pub(super) identification: Text<'a>,
}

/// A balance as the API gives it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BalanceRow<'a> {
    #[serde(borrow)]
    pub(super) balance_amount: &'a RawValue,
    #[serde(borrow, default)]
    pub(super) balance_type: Text<'a>,
    #[serde(borrow, default)]
    pub(super) reference_date: Text<'a>,
    #[serde(borrow, default)]
    pub(super) last_change_date_time: Text<'a>,
}
