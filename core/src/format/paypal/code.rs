//! PayPal's transaction event codes (T-codes): what a movement of the balance is.
//!
//! Source: developer.paypal.com, "Transaction event code (T-code) reference" (2026). A code is `T`, a group of two digits, and
//! a type of two digits within it.

use crate::model::{ReturnStage, TransactionKind};

/// What a code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub(crate) kind: TransactionKind,
    pub(crate) returned: Option<Stage>,
    pub(crate) moves: Moves,
}

/// At which stage an earlier payment comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Is(ReturnStage),
    /// A dispute: lost where money goes out, won where it comes back.
    Dispute,
}

impl Stage {
    /// The stage of a movement of this direction.
    pub(crate) fn of(self, money_in: bool) -> ReturnStage {
        match self {
            Stage::Is(stage) => stage,
            Stage::Dispute if money_in => ReturnStage::Won,
            Stage::Dispute => ReturnStage::Chargeback,
        }
    }
}

/// What is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moves {
    /// The balance.
    Balance,
    /// Money between what is available and what PayPal holds back; the word stands for the kind of hold.
    Hold(&'static str),
    /// Nothing: an authorisation, or a record for display.
    Nothing,
}

/// What a code says; `None` for text that is no code. A type that is not known is of its group.
pub(crate) fn meaning(code: &str) -> Option<Meaning> {
    use ReturnStage::{Refund, Return};
    use TransactionKind as Kind;
    let digits = code.strip_prefix('T').filter(|rest| rest.len() == 4)?;
    let number: u16 = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    let moves = |kind| Meaning { kind, returned: None, moves: Moves::Balance };
    let back = |kind, stage| Meaning { kind, returned: Some(Stage::Is(stage)), moves: Moves::Balance };
    let disputed = Meaning { kind: Kind::Dispute, returned: Some(Stage::Dispute), moves: Moves::Balance };
    let hold = |word| Meaning { kind: Kind::Internal, returned: None, moves: Moves::Hold(word) };
    let nothing = Meaning { kind: Kind::Other, returned: None, moves: Moves::Nothing };
    Some(match number {
        // Payments, in and out.
        0..=99 => moves(Kind::Transfer),
        100..=199 => moves(Kind::Fee),
        // Both rows of a conversion, and money of the host's own.
        200..=399 => moves(Kind::Internal),
        // To the host's bank.
        400..=499 => moves(Kind::Payout),
        505 => nothing,
        500..=599 => moves(Kind::Card),
        600..=699 => moves(Kind::Payout),
        700..=799 => moves(Kind::Internal),
        800..=999 => moves(Kind::Other),
        1000..=1099 => moves(Kind::Transfer),
        // A withdrawal that the bank sent back, a deposit that it took back.
        1101 => moves(Kind::Payout),
        1103 | 1117 => moves(Kind::Other),
        1104 => moves(Kind::Internal),
        1105 | 1110 | 1111 => hold("hold"),
        1106 => disputed,
        1107 | 1113 => back(Kind::Refund, Refund),
        1108 | 1109 => moves(Kind::Fee),
        1100..=1199 => back(Kind::Return, Return),
        1201 | 1202 | 1205 | 1207 | 1208 => disputed,
        1200..=1299 => moves(Kind::Other),
        1300..=1399 => nothing,
        1400..=1499 => moves(Kind::Interest),
        1500..=1599 => hold("hold"),
        1600..=1699 => moves(Kind::Internal),
        1700..=1799 => moves(Kind::Payout),
        1800..=1899 => moves(Kind::Transfer),
        1900..=1999 => moves(Kind::Other),
        2000..=2099 => moves(Kind::Internal),
        2103 | 2104 => hold("reserve"),
        2109 | 2110 => moves(Kind::Other),
        2100..=2199 => hold("hold"),
        2200..=2299 => moves(Kind::Internal),
        3000..=3099 | 5000..=5099 => moves(Kind::Transfer),
        9800..=9899 => nothing,
        _ => moves(Kind::Other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_groups() {
        let kind = |code: &str| meaning(code).unwrap().kind;
        for (code, expected) in [
            ("T0006", TransactionKind::Transfer),
            ("T0107", TransactionKind::Fee),
            ("T0200", TransactionKind::Internal),
            ("T0400", TransactionKind::Payout),
            ("T1107", TransactionKind::Refund),
            ("T1201", TransactionKind::Dispute),
            ("T1116", TransactionKind::Return),
            ("T2001", TransactionKind::Internal),
            ("T9900", TransactionKind::Other),
        ] {
            assert_eq!(kind(code), expected, "{code}");
        }
        let stage = |code: &str, money_in| meaning(code).unwrap().returned.unwrap().of(money_in);
        assert_eq!(stage("T1107", false), ReturnStage::Refund);
        assert_eq!(
            (stage("T1201", false), stage("T1202", true)),
            (ReturnStage::Chargeback, ReturnStage::Won)
        );
        for code in ["T1300", "T1301", "T9800", "T0505"] {
            assert_eq!(meaning(code).unwrap().moves, Moves::Nothing, "{code}");
        }
        assert_eq!(meaning("T2107").unwrap().moves, Moves::Hold("hold"));
        assert_eq!(meaning("T2103").unwrap().moves, Moves::Hold("reserve"));
        for code in ["", "T", "T006", "T00061", "0006", "T00a6", "T+006", "Tä06"] {
            assert_eq!(meaning(code), None, "{code}");
        }
    }
}
