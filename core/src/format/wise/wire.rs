//! A statement's records as the API writes them. Fields that only say something are [`Text`].

use super::super::json::Text;
use serde::Deserialize;
use serde_json::value::RawValue;

type Raw<'a> = Option<&'a RawValue>;

/// A movement of a balance.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Row<'a> {
    #[serde(borrow, rename = "type")]
    pub(super) direction: Text<'a>,
    #[serde(borrow)]
    pub(super) date: Text<'a>,
    #[serde(borrow)]
    pub(super) amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) total_fees: Raw<'a>,
    #[serde(borrow)]
    pub(super) details: Raw<'a>,
    #[serde(borrow)]
    pub(super) exchange_details: Raw<'a>,
    #[serde(borrow)]
    pub(super) running_balance: Raw<'a>,
    #[serde(borrow)]
    pub(super) reference_number: Text<'a>,
    #[serde(borrow)]
    pub(super) attachment: Raw<'a>,
}

/// What a movement is about.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Details<'a> {
    #[serde(borrow, rename = "type")]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) description: Text<'a>,
    #[serde(borrow)]
    pub(super) amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) source_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) target_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) fee: Raw<'a>,
    #[serde(borrow)]
    pub(super) rate: Raw<'a>,
    #[serde(borrow)]
    pub(super) sender_name: Text<'a>,
    #[serde(borrow)]
    pub(super) sender_account: Text<'a>,
    #[serde(borrow)]
    pub(super) recipient: Raw<'a>,
    #[serde(borrow)]
    pub(super) recipient_name: Text<'a>,
    #[serde(borrow)]
    pub(super) recipient_account: Text<'a>,
    #[serde(borrow)]
    pub(super) originator: Raw<'a>,
    #[serde(borrow)]
    pub(super) payment_reference: Text<'a>,
    #[serde(borrow)]
    pub(super) mandate_reference: Text<'a>,
    #[serde(borrow)]
    pub(super) merchant: Raw<'a>,
    #[serde(borrow)]
    pub(super) category: Text<'a>,
    #[serde(borrow)]
    pub(super) card_last_four_digits: Text<'a>,
    #[serde(borrow)]
    pub(super) card_holder_full_name: Text<'a>,
}

/// Whom money went to, or where it was spent.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Party<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, alias = "accountNumber")]
    pub(super) bank_account: Text<'a>,
    #[serde(borrow)]
    pub(super) category: Text<'a>,
}

/// A conversion.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Exchange<'a> {
    #[serde(borrow)]
    pub(super) for_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) from_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) to_amount: Raw<'a>,
    #[serde(borrow)]
    pub(super) rate: Raw<'a>,
}

/// What the holder noted.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Attachment<'a> {
    #[serde(borrow)]
    pub(super) note: Text<'a>,
}

/// Who holds the account.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Holder<'a> {
    #[serde(borrow)]
    pub(super) first_name: Text<'a>,
    #[serde(borrow)]
    pub(super) last_name: Text<'a>,
    #[serde(borrow)]
    pub(super) business_name: Text<'a>,
}

/// Account details of a balance, today's and older ones.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Bank<'a> {
    #[serde(borrow)]
    pub(super) account_numbers: Raw<'a>,
    #[serde(borrow)]
    pub(super) bank_codes: Raw<'a>,
    #[serde(borrow)]
    pub(super) iban: Text<'a>,
    #[serde(borrow)]
    pub(super) account_number: Text<'a>,
    #[serde(borrow)]
    pub(super) swift: Text<'a>,
}

/// A number of the account.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Number<'a> {
    #[serde(borrow)]
    pub(super) account_number: Text<'a>,
}

/// A code of the bank.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct BankCode<'a> {
    #[serde(borrow)]
    pub(super) scheme: Text<'a>,
    #[serde(borrow)]
    pub(super) value: Text<'a>,
}

/// What was asked for.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Query<'a> {
    #[serde(borrow)]
    pub(super) interval_start: Text<'a>,
    #[serde(borrow)]
    pub(super) interval_end: Text<'a>,
    #[serde(borrow, alias = "accountId")]
    pub(super) balance_id: Text<'a>,
}
