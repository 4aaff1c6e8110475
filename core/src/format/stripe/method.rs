//! What Stripe's payment methods are.

use crate::model::TransactionKind;

/// What a payment method is.
pub(crate) fn method(name: &str, id: &str) -> TransactionKind {
    match name {
        "card" | "card_present" | "interac_present" | "link" => TransactionKind::Card,
        "sepa_debit" | "bacs_debit" | "us_bank_account" | "ach_debit" | "acss_debit" | "au_becs_debit"
        | "nz_bank_account" => TransactionKind::DirectDebit,
        "customer_balance"
        | "ach_credit_transfer"
        | "sepa_credit_transfer"
        | "ideal"
        | "bancontact"
        | "sofort"
        | "giropay"
        | "eps"
        | "p24"
        | "fpx"
        | "blik"
        | "twint"
        | "pay_by_bank"
        | "multibanco"
        | "pix" => TransactionKind::Transfer,
        "" if id.starts_with("ch_") => TransactionKind::Card,
        _ => TransactionKind::Other,
    }
}
