//! What a movement of the Stripe balance is, by its type and its reporting category.
//!
//! # Design
//! The API gives both, the reports one of them. A source that moves the balance once lends the movement its id, so that
//! the object and its movement are one row, whichever export tells of them; a movement that takes another one back, or of
//! which a source has several, has its own id.
//!
//! Source: docs.stripe.com/reports/balance-transaction-types, docs.stripe.com/reports/reporting-categories (2026).

use crate::model::{ReturnStage, TransactionKind};

/// What a movement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) kind: TransactionKind,
    /// At which stage it takes an earlier one back.
    pub(crate) stage: Option<ReturnStage>,
    /// Prefixes of the sources that it is the only movement of.
    only_of: &'static [&'static str],
}

impl Class {
    const fn new(kind: TransactionKind) -> Self {
        Class { kind, stage: None, only_of: &[] }
    }

    const fn only_of(self, prefixes: &'static [&'static str]) -> Self {
        Class { only_of: prefixes, ..self }
    }

    const fn back(self, stage: ReturnStage) -> Self {
        Class { stage: Some(stage), ..self }
    }

    /// Whether a movement has the id of its source.
    pub(crate) fn is_only_of(&self, source: &str) -> bool {
        source.split_once('_').is_some_and(|(prefix, _)| self.only_of.contains(&prefix))
    }

    /// Whether a movement has the id of its source, if that is known.
    pub(crate) fn is_named_by_source(&self) -> bool {
        !self.only_of.is_empty()
    }

    /// Whether the source of a movement is the row that it takes back.
    pub(crate) fn undoes(&self, source: &str) -> bool {
        matches!(self.stage, Some(ReturnStage::Return | ReturnStage::Refund))
            && !source.is_empty()
            && !self.is_only_of(source)
    }
}

/// The class of a movement, by the type and the category as far as they are given, and by its source.
pub(crate) fn class(kind: &str, category: &str, source: &str, comes_in: bool) -> Class {
    // An adjustment is what its category says.
    let name = if matches!(kind, "" | "adjustment") && !category.is_empty() { category } else { kind };
    if name == "adjustment" && (source.starts_with("dp_") || source.starts_with("du_")) {
        // Before there were categories.
        return by_name(if comes_in { "dispute_reversal" } else { "dispute" });
    }
    match category {
        "dispute" | "dispute_reversal" => by_name(category),
        // Where only the category is given: what is no card payment has another prefix.
        "charge" if source.starts_with("py_") => by_name("payment"),
        _ => by_name(name),
    }
}

fn by_name(name: &str) -> Class {
    use ReturnStage::{Chargeback, Refund, Return, Won};
    use TransactionKind as Kind;
    match name {
        "charge" => Class::new(Kind::Card).only_of(&["ch", "py"]),
        "payment" => Class::new(Kind::Other).only_of(&["py", "ch"]),
        "refund" | "payment_refund" | "partial_capture_reversal" => {
            Class::new(Kind::Refund).back(Refund).only_of(&["re", "pyr"])
        }
        "refund_failure" | "payment_failure_refund" | "payment_reversal" | "charge_failure" => {
            Class::new(Kind::Return).back(Return)
        }
        "dispute" => Class::new(Kind::Dispute).back(Chargeback),
        "dispute_reversal" => Class::new(Kind::Dispute).back(Won),
        "issuing_dispute" => Class::new(Kind::Dispute),
        "payout" => Class::new(Kind::Payout).only_of(&["po", "tr"]),
        "payout_cancel" | "payout_failure" | "payout_reversal" => Class::new(Kind::Payout).back(Return),
        "transfer" => Class::new(Kind::Transfer).only_of(&["tr"]),
        "transfer_refund" | "transfer_reversal" => Class::new(Kind::Return).back(Return).only_of(&["trr"]),
        "transfer_cancel" | "transfer_failure" => Class::new(Kind::Return).back(Return),
        "topup" => Class::new(Kind::Internal).only_of(&["tu"]),
        "topup_reversal" => Class::new(Kind::Internal).back(Return),
        "application_fee" | "platform_earning" => Class::new(Kind::Other).only_of(&["fee"]),
        "application_fee_refund" | "platform_earning_refund" => {
            Class::new(Kind::Refund).back(Refund).only_of(&["fr"])
        }
        "issuing_transaction" => Class::new(Kind::Card).only_of(&["ipi"]),
        "stripe_fee" | "stripe_fx_fee" | "tax_fee" | "fee" | "network_cost" | "tax" => Class::new(Kind::Fee),
        "reserve_transaction"
        | "reserved_funds"
        | "connect_reserved_funds"
        | "risk_reserved_funds"
        | "connect_collection_transfer"
        | "inbound_transfer"
        | "inbound_transfer_reversal" => Class::new(Kind::Internal),
        // Reserves, authorisations, what a payout leaves as a minimum.
        _ if name.ends_with("_hold") || name.ends_with("_release") => Class::new(Kind::Internal),
        _ => Class::new(Kind::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_and_the_category_give_one_id() {
        for (kind, category, source, only) in [
            ("charge", "charge", "ch_1", true),
            ("", "charge", "py_1", true),
            ("payment", "charge", "py_1", true),
            ("payment_refund", "refund", "pyr_1", true),
            ("refund", "partial_capture_reversal", "re_1", true),
            ("", "partial_capture_reversal", "re_1", true),
            ("refund_failure", "refund_failure", "re_1", false),
            ("payment_failure_refund", "charge_failure", "py_1", false),
            ("payout", "payout", "po_1", true),
            ("payout_failure", "payout_reversal", "po_1", false),
            ("transfer_refund", "transfer_reversal", "trr_1", true),
            ("", "transfer_reversal", "tr_1", false),
            ("topup_reversal", "topup_reversal", "tu_1", false),
            ("adjustment", "dispute", "dp_1", false),
            ("application_fee_refund", "platform_earning_refund", "fr_1", true),
        ] {
            assert_eq!(class(kind, category, source, false).is_only_of(source), only, "{kind} {category}");
            let by_category = class("", category, source, false);
            assert_eq!(by_category.is_only_of(source), only, "{category}");
            assert_eq!(by_category.stage, class(kind, category, source, false).stage, "{category}");
        }
        assert!(class("", "payout_reversal", "po_1", true).undoes("po_1"));
        assert!(!class("", "refund", "re_1", false).undoes("re_1"));
        assert!(class("refund", "", "ch_1", false).undoes("ch_1"), "an old report names the charge");
        assert!(!class("", "dispute", "dp_1", false).undoes("dp_1"));
        assert_eq!(class("", "charge", "py_1", true).kind, TransactionKind::Other);
        assert_eq!(class("adjustment", "", "dp_1", true).stage, Some(ReturnStage::Won));
        assert_eq!(class("payout_minimum_balance_hold", "", "po_1", false).kind, TransactionKind::Internal);
        assert_eq!(
            class("reserve_transaction", "risk_reserved_funds", "", false).kind,
            TransactionKind::Internal
        );
        assert_eq!(class("something_new", "", "x_1", false).kind, TransactionKind::Other);
    }
}
