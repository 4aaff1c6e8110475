//! Transaction codes: `TFFOOCCC`, a level, a family, an operation of it, a category.
//!
//! Source: Febelfin, "Coded statement of account (CODA)", annex II.

use crate::model::ReturnStage;
use crate::model::TransactionKind::{
    self, Card, Cheque, DirectDebit, Fee, Interest, Internal, Other, Return, Transfer,
};

/// A transaction code of eight digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TransactionCode<'t> {
    pub(super) text: &'t str,
    /// 0 to 3: of the account itself; 5 to 9: details of another.
    pub(super) level: u8,
    family: u8,
    operation: u8,
    pub(super) category: u16,
}

impl<'t> TransactionCode<'t> {
    /// Reads a code; `None` where it is not of eight digits.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (level, rest) = text.split_at_checked(1)?;
        let (family, rest) = rest.split_at_checked(2)?;
        let (operation, category) = rest.split_at_checked(2)?;
        Some(TransactionCode {
            text,
            level: level.parse().ok()?,
            family: family.parse().ok()?,
            operation: operation.parse().ok()?,
            category: category.parse().ok()?,
        })
    }

    /// Whether it is a detail of another movement.
    pub(super) fn is_detail(&self) -> bool {
        self.level >= 5
    }

    /// Whether it is the amount itself of a movement with details, not a part of its cost.
    pub(super) fn is_principal(&self) -> bool {
        matches!(self.category, 0 | 100)
    }

    /// Whether it is about cheques.
    pub(super) fn is_cheque(&self) -> bool {
        matches!(self.family, 3 | 43)
    }

    /// What the movement is.
    pub(super) fn kind(&self) -> TransactionKind {
        match (self.family, self.operation) {
            (80, _) | (_, 37 | 87) | (41, 38) => Fee,
            (_, 49 | 99) => Return,
            (1 | 2, 54 | 60 | 62) => Return,
            (1 | 2 | 41, 13 | 17 | 64 | 66) => Internal,
            (1, 39) => Cheque,
            (1 | 2 | 41, _) => Transfer,
            (3, 9 | 38 | 60 | 62) | (43, 7 | 62) => Return,
            (3 | 43, _) => Cheque,
            (4, _) => Card,
            (5, 3 | 5 | 54 | 56 | 58) => Return,
            (5, _) => DirectDebit,
            (7 | 47, 5 | 7) | (7, 39) => Return,
            (35, _) => Interest,
            _ => Other,
        }
    }

    /// At which stage it came back, by its code alone.
    pub(super) fn stage(&self) -> ReturnStage {
        match (self.family, self.operation) {
            (5, 5 | 54 | 56) => ReturnStage::Refund,
            (1 | 2, 54) => ReturnStage::Reject,
            _ => ReturnStage::Return,
        }
    }
}

/// The stage that the type of an R transaction says: reject, return, refund, reversal, cancellation.
pub(super) fn stage(kind: &str) -> Option<ReturnStage> {
    Some(match kind {
        "1" | "5" => ReturnStage::Reject,
        "2" | "4" => ReturnStage::Return,
        "3" => ReturnStage::Refund,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (code, kind) in [
            ("00150000", Transfer),
            ("00137000", Fee),
            ("00164000", Internal),
            ("00154000", Return),
            ("00301000", Cheque),
            ("00402000", Card),
            ("00501000", DirectDebit),
            ("00505000", Return),
            ("03501000", Interest),
            ("04101000", Transfer),
            ("08035000", Fee),
            ("00199000", Return),
            ("01101000", Other),
        ] {
            assert_eq!(TransactionCode::read(code).unwrap().kind(), kind, "{code}");
        }
        assert_eq!((TransactionCode::read("0015000"), TransactionCode::read("0015000x")), (None, None));
    }
}
