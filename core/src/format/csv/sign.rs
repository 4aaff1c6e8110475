//! The running balance as an oracle: what moved the account shows by what the balance did.

use rust_decimal::Decimal;

/// How a column of balances follows a column of amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// Newest first: each balance is that of the row below plus the row's own amount.
    pub(super) descending: bool,
    /// Amounts are of the other sign: a positive one lowers the balance.
    pub(super) reversed: bool,
    /// Neighbours that agree, of so many.
    pub(super) agree: usize,
    pub(super) pairs: usize,
}

/// The way in which at least four of five neighbours agree, of `(amount, balance)` by row; `None` where there is
/// none or more than one. Where both orders explain as much, that of the dates is taken.
pub(super) fn chain(rows: &[(Decimal, Decimal)], newest_first: bool) -> Option<Chain> {
    let ways = [(false, false), (false, true), (true, false), (true, true)].map(|(descending, reversed)| {
        let agree = rows.windows(2).filter(|pair| agrees(pair, descending, reversed)).count();
        Chain { descending, reversed, agree, pairs: rows.len().saturating_sub(1) }
    });
    let best =
        ways.into_iter().max_by_key(|way| (way.agree, !way.reversed, way.descending == newest_first))?;
    if best.agree == 0 || best.agree * 5 < best.pairs * 4 {
        return None;
    }
    // Another sign that explains as much leaves the sign open; another order alone does not matter.
    let rival = ways.iter().any(|way| way.reversed != best.reversed && way.agree == best.agree);
    (!rival).then_some(best)
}

/// Whether two neighbours agree.
pub(super) fn agrees(pair: &[(Decimal, Decimal)], descending: bool, reversed: bool) -> bool {
    let [first, second] = pair else { return false };
    let (before, after) = if descending { (second, first) } else { (first, second) };
    let moved = if reversed { -after.0 } else { after.0 };
    before.1.checked_add(moved) == Some(after.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(amounts: &[i64], opening: i64) -> Vec<(Decimal, Decimal)> {
        let mut balance = opening;
        amounts
            .iter()
            .map(|amount| {
                balance += amount;
                (Decimal::new(*amount, 2), Decimal::new(balance, 2))
            })
            .collect()
    }

    #[test]
    fn one_pair_with_two_signs_tells_nothing() {
        // From 1 to 1 by nothing: either sign.
        assert_eq!(chain(&[(Decimal::ZERO, Decimal::ONE), (Decimal::ZERO, Decimal::ONE)], false), None);
        assert_eq!(chain(&[(Decimal::ONE, Decimal::ONE)], false), None);
        assert_eq!(chain(&[], false), None);
    }

    #[test]
    fn a_wrong_row_is_borne() {
        let mut rows = rows(&[100, -30, 70, -5, 11, 42, -8], 1000);
        rows[3].1 += Decimal::ONE;
        rows[4].1 += Decimal::ONE;
        rows[5].1 += Decimal::ONE;
        rows[6].1 += Decimal::ONE;
        let chain = chain(&rows, false).unwrap();
        assert_eq!((chain.agree, chain.pairs, chain.reversed, chain.descending), (5, 6, false, false));
    }

    proptest! {
        #[test]
        fn order_and_sign_are_found(amounts in proptest::collection::vec(1i64..100_000, 4..20), opening in -10_000i64..10_000, reversed: bool, descending: bool) {
            let mut rows = rows(&amounts, opening);
            if reversed { rows.iter_mut().for_each(|row| row.0 = -row.0); }
            if descending { rows.reverse(); }
            // Amounts that repeat may fit in two orders; the sign is found all the same.
            prop_assert_eq!(chain(&rows, false).map(|chain| chain.reversed), Some(reversed));
        }
    }
}
