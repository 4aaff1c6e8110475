//! What a payout is made of.
//!
//! Source: developer.gocardless.com/api-reference, "Payout items"; "Reconciling payouts".
//!
//! # Design
//! An item names neither its payout, nor a day, nor a currency: they are asked for by payout. So the list of items is put to
//! the payout of the same input that a payment of it went into, or to the only payout there is. Fees are no rows: a payout
//! says itself what was deducted, so that its row holds them whether its items are given or not, and nothing is booked
//! twice where they are in another input. Items have a tenth of the minor unit, since fees are kept more exactly than they
//! can be paid; what is paid is their rounded sum.

use super::super::RowPlace;
use super::super::json::refer;
use super::wire::{Object, Tax, bad};
use crate::error::Error;
use crate::model::{ReferenceKind, ReturnStage, Returned, Transaction, TransactionKind};
use crate::money::{Amount, Currency};
use chrono::NaiveDate;
use serde_json::value::RawValue;

/// An item on its way.
pub(super) struct Item {
    /// The list it stands in.
    pub(super) list: usize,
    pub(super) kind: Kind,
    pub(super) tenths: i64,
    pub(super) payment: Option<String>,
    pub(super) refund: Option<String>,
    pub(super) mandate: Option<String>,
    /// Where a host has added it.
    pub(super) payout: Option<String>,
    /// Taxes within the amount, in tenths.
    pub(super) tax: i64,
    pub(super) tax_currency: Option<Currency>,
    pub(super) place: RowPlace,
    pub(super) field: String,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    PaidOut,
    Failed,
    ChargedBack,
    Refund,
    FundsReturned,
    /// Its name in the API.
    Fee(&'static str),
    RevenueShare,
}

impl Item {
    pub(super) fn read(
        object: &Object<'_>,
        list: usize,
        place: RowPlace,
        field: String,
    ) -> Result<Self, Error> {
        let kind = match object.kind.0.as_ref() {
            "payment_paid_out" => Kind::PaidOut,
            "payment_failed" => Kind::Failed,
            "payment_charged_back" => Kind::ChargedBack,
            "payment_refunded" | "refund" => Kind::Refund,
            "refund_funds_returned" => Kind::FundsReturned,
            "gocardless_fee" => Kind::Fee("gocardless_fee"),
            "app_fee" => Kind::Fee("app_fee"),
            "surcharge_fee" => Kind::Fee("surcharge_fee"),
            "revenue_share" => Kind::RevenueShare,
            _ => {
                return Err(
                    bad("a type that the API does not list for an item of a payout").at_field("/type")
                );
            }
        };
        let links = object.links();
        let taxes: Vec<&RawValue> = super::super::json::part(object.taxes);
        let taxes = taxes.into_iter().filter_map(|raw| serde_json::from_str::<Tax<'_>>(raw.get()).ok());
        let (mut tax, mut tax_currency) = (0_i64, None);
        for one in taxes {
            tax = tax.saturating_add(one.tenths().unwrap_or_default());
            tax_currency = tax_currency.or(one.currency());
        }
        Ok(Item {
            list,
            kind,
            tenths: object.tenths()?,
            payment: links.payment.some(),
            refund: links.refund.some(),
            mandate: links.mandate.some(),
            payout: links.payout.some(),
            tax,
            tax_currency,
            place,
            field,
        })
    }

    /// The id of the row that it is about: the payment or the refund, and what became of it.
    pub(super) fn row_id(&self) -> Option<String> {
        let named = |id: &Option<String>, what: &str| {
            id.as_ref().map(|id| if what.is_empty() { id.clone() } else { format!("{id}:{what}") })
        };
        match self.kind {
            Kind::PaidOut => named(&self.payment, ""),
            Kind::Failed => named(&self.payment, "failed"),
            Kind::ChargedBack if self.tenths > 0 => named(&self.payment, "chargeback_cancelled"),
            Kind::ChargedBack => named(&self.payment, "charged_back"),
            Kind::Refund => named(&self.refund, "").or_else(|| named(&self.payment, "refunded")),
            Kind::FundsReturned => named(&self.refund, "funds_returned"),
            Kind::RevenueShare => named(&self.payment, "revenue_share"),
            Kind::Fee(_) => None,
        }
    }

    /// Whole minor units, which all items but fees and shares of them are.
    pub(super) fn minor(&self) -> Result<i64, Error> {
        if self.tenths % 10 != 0 {
            return Err(bad("a payment or a refund in a fraction of the minor unit").at_field("/amount"));
        }
        Ok(self.tenths / 10)
    }

    /// The row of an item that nothing else in the input tells of.
    pub(super) fn row(&self, id: String, amount: Amount, on: NaiveDate, account: String) -> Transaction {
        let mut row = Transaction::new(id, on, amount);
        row.source = "gocardless_pro".into();
        row.account = Some(account);
        let (kind, stage) = match self.kind {
            Kind::PaidOut => (TransactionKind::DirectDebit, None),
            Kind::Failed => (TransactionKind::Return, Some(ReturnStage::Return)),
            Kind::ChargedBack if self.tenths > 0 => (TransactionKind::Dispute, Some(ReturnStage::Won)),
            Kind::ChargedBack => (TransactionKind::Dispute, Some(ReturnStage::Indemnity)),
            Kind::Refund => (TransactionKind::Refund, Some(ReturnStage::Refund)),
            Kind::FundsReturned => (TransactionKind::Return, Some(ReturnStage::Return)),
            Kind::Fee(_) | Kind::RevenueShare => (TransactionKind::Other, None),
        };
        row.kind = kind;
        let original = if self.kind == Kind::FundsReturned { &self.refund } else { &self.payment };
        row.returned = stage.map(|stage| Returned {
            stage,
            reason: None,
            originals: original.iter().cloned().collect(),
        });
        if matches!(self.kind, Kind::Failed | Kind::FundsReturned) || stage == Some(ReturnStage::Indemnity) {
            row.reverses.clone_from(original);
        }
        let payment = if matches!(self.kind, Kind::Refund) { &self.refund } else { &self.payment };
        refer(&mut row, ReferenceKind::Payment, payment.clone());
        refer(&mut row, ReferenceKind::Mandate, self.mandate.clone());
        row
    }
}

/// Tenths of the minor unit to whole ones, half upwards, as the sum of a payout is rounded.
pub(super) fn rounded(tenths: i64) -> i64 {
    tenths.saturating_add(5).div_euclid(10)
}

/// Minor units with their tenth, for a person: `0.125` for 12.5 cents.
pub(super) fn exact_text(tenths: i64, currency: Currency) -> String {
    let scale = u32::from(currency.decimals()) + 1;
    rust_decimal::Decimal::from_i128_with_scale(i128::from(tenths), scale).normalize().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_penny_goes_up() {
        for (tenths, minor) in [(10, 1), (15, 2), (14, 1), (-15, -1), (-16, -2), (-5, 0), (0, 0)] {
            assert_eq!(rounded(tenths), minor, "{tenths}");
        }
        assert_eq!(exact_text(-125, Currency::EUR), "-0.125");
        assert_eq!(exact_text(200, Currency::EUR), "0.2");
    }
}
