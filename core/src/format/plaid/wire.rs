//! Records of the transactions API as Plaid writes them. Fields that only say something are [`Text`].

use super::super::json::Text;
use serde::Deserialize;
use serde_json::value::RawValue;

type Raw<'a> = Option<&'a RawValue>;

/// A transaction; of one that was removed its ids.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Row<'a> {
    #[serde(borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_id: Text<'a>,
    #[serde(borrow)]
    pub(super) amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) iso_currency_code: Text<'a>,
    #[serde(borrow)]
    pub(super) unofficial_currency_code: Text<'a>,
    #[serde(borrow)]
    pub(super) date: Text<'a>,
    #[serde(borrow)]
    pub(super) datetime: Text<'a>,
    #[serde(borrow)]
    pub(super) authorized_date: Text<'a>,
    #[serde(borrow)]
    pub(super) pending: Raw<'a>,
    #[serde(borrow)]
    pub(super) pending_transaction_id: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow)]
    pub(super) original_description: Text<'a>,
    #[serde(borrow)]
    pub(super) merchant_name: Text<'a>,
    #[serde(borrow)]
    pub(super) merchant_entity_id: Text<'a>,
    #[serde(borrow)]
    pub(super) payment_meta: Raw<'a>,
    #[serde(borrow)]
    pub(super) payment_channel: Text<'a>,
    #[serde(borrow)]
    pub(super) counterparties: Raw<'a>,
    #[serde(borrow)]
    pub(super) personal_finance_category: Raw<'a>,
    #[serde(borrow)]
    pub(super) category: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_code: Text<'a>,
    #[serde(borrow)]
    pub(super) check_number: Text<'a>,
    #[serde(borrow)]
    pub(super) location: Raw<'a>,
    #[serde(borrow)]
    pub(super) account_owner: Text<'a>,
}

/// What a bank says of a transfer.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct PaymentMeta<'a> {
    #[serde(borrow)]
    pub(super) reference_number: Text<'a>,
    #[serde(borrow)]
    pub(super) ppd_id: Text<'a>,
    #[serde(borrow)]
    pub(super) payee: Text<'a>,
    #[serde(borrow)]
    pub(super) by_order_of: Text<'a>,
    #[serde(borrow)]
    pub(super) payer: Text<'a>,
    #[serde(borrow)]
    pub(super) payment_method: Text<'a>,
    #[serde(borrow)]
    pub(super) payment_processor: Text<'a>,
    #[serde(borrow)]
    pub(super) reason: Text<'a>,
}

/// Somebody whom Plaid finds in the description.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Party<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, rename = "type")]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) account_numbers: Raw<'a>,
}

/// Account numbers by country.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Numbers<'a> {
    #[serde(borrow)]
    pub(super) bacs: Raw<'a>,
    #[serde(borrow)]
    pub(super) international: Raw<'a>,
}

/// An account number with its bank's.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Number<'a> {
    #[serde(borrow)]
    pub(super) account: Text<'a>,
    #[serde(borrow)]
    pub(super) sort_code: Text<'a>,
    #[serde(borrow)]
    pub(super) iban: Text<'a>,
    #[serde(borrow)]
    pub(super) bic: Text<'a>,
}

/// What Plaid takes a transaction for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Category<'a> {
    #[serde(borrow)]
    pub(super) primary: Text<'a>,
    #[serde(borrow)]
    pub(super) detailed: Text<'a>,
}

/// Where it took place.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Location<'a> {
    #[serde(borrow)]
    pub(super) city: Text<'a>,
    #[serde(borrow)]
    pub(super) country: Text<'a>,
    #[serde(borrow)]
    pub(super) store_number: Text<'a>,
}

/// An account of the host.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct AccountRow<'a> {
    #[serde(borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow)]
    pub(super) official_name: Text<'a>,
    #[serde(borrow, rename = "type")]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) balances: Raw<'a>,
}

/// Its balances.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Balances<'a> {
    #[serde(borrow)]
    pub(super) current: Raw<'a>,
    #[serde(borrow)]
    pub(super) iso_currency_code: Text<'a>,
    #[serde(borrow)]
    pub(super) last_updated_datetime: Text<'a>,
}
