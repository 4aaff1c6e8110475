//! Records of the reporting API as PayPal writes them. Fields that only say something are [`Text`].

use super::super::json::Text;
use serde::Deserialize;
use serde_json::value::RawValue;

type Raw<'a> = Option<&'a RawValue>;

/// A transaction and who and what it was for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Row<'a> {
    #[serde(borrow)]
    pub(super) transaction_info: Raw<'a>,
    #[serde(borrow)]
    pub(super) payer_info: Raw<'a>,
    #[serde(borrow)]
    pub(super) shipping_info: Raw<'a>,
    #[serde(borrow)]
    pub(super) cart_info: Raw<'a>,
}

/// The transaction itself.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Info<'a> {
    #[serde(borrow)]
    pub(super) paypal_account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_id: Text<'a>,
    #[serde(borrow)]
    pub(super) paypal_reference_id: Text<'a>,
    #[serde(borrow)]
    pub(super) paypal_reference_id_type: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_event_code: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_initiation_date: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_updated_date: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) fee_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) transaction_status: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_subject: Text<'a>,
    #[serde(borrow)]
    pub(super) transaction_note: Text<'a>,
    #[serde(borrow)]
    pub(super) payment_tracking_id: Text<'a>,
    #[serde(borrow)]
    pub(super) bank_reference_id: Text<'a>,
    #[serde(borrow)]
    pub(super) ending_balance: Raw<'a>,
    #[serde(borrow)]
    pub(super) invoice_id: Text<'a>,
    #[serde(borrow)]
    pub(super) custom_field: Text<'a>,
    #[serde(borrow)]
    pub(super) payment_method_type: Text<'a>,
    #[serde(borrow)]
    pub(super) instrument_type: Text<'a>,
}

/// The other side.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Payer<'a> {
    #[serde(borrow)]
    pub(super) account_id: Text<'a>,
    #[serde(borrow)]
    pub(super) email_address: Text<'a>,
    #[serde(borrow)]
    pub(super) payer_name: Raw<'a>,
}

/// A name, of a person or of a business.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Name<'a> {
    #[serde(borrow)]
    pub(super) given_name: Text<'a>,
    #[serde(borrow)]
    pub(super) surname: Text<'a>,
    #[serde(borrow)]
    pub(super) alternate_full_name: Text<'a>,
    #[serde(borrow)]
    pub(super) full_name: Text<'a>,
}

/// Whom it was sent to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Shipping<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
}

/// What was bought.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Cart<'a> {
    #[serde(borrow)]
    pub(super) item_details: Raw<'a>,
    #[serde(borrow)]
    pub(super) paypal_invoice_id: Text<'a>,
}

/// A line of what was bought.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct CartItem<'a> {
    #[serde(borrow)]
    pub(super) item_name: Text<'a>,
    #[serde(borrow)]
    pub(super) item_description: Text<'a>,
    #[serde(borrow)]
    pub(super) invoice_number: Text<'a>,
}

/// The balance of a currency.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct BalanceRow<'a> {
    #[serde(borrow)]
    pub(super) total_balance: Raw<'a>,
}
